#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// Which lines the table shows. An empty text, source or area of spend lets everything through.
struct SchemesFilter
{
    QString text; // in the words of the line or of its scheme
    QString source;
    QString areaOfSpend;

    bool isEmpty() const { return text.isEmpty() && source.isEmpty() && areaOfSpend.isEmpty(); }
    friend bool operator==(const SchemesFilter&, const SchemesFilter&) = default;
};

// The spending lines of a plan under their schemes (or sources, areas of spend, funds) with subtotals, one column of pounds a
// year, and whatever other columns a person has chosen. The last row takes new lines, typed or pasted.
class SchemesModel : public PlanTableModel
{
    Q_OBJECT
public:
    enum class Grouping { Scheme, Source, AreaOfSpend, Fund, Nothing };

    explicit SchemesModel(PlanDocument& document, QObject* parent = nullptr);

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    const SchemesFilter& filter() const { return m_filter; }
    void setFilter(const SchemesFilter& filter);
    const QStringList& columns() const { return m_columnIds; } // ids of schemecolumns.h
    void setColumns(const QStringList& ids);
    int nameColumn() const;

    // Where new lines go: the scheme itself, or that of the line. Otherwise, the last scheme of the plan.
    void setTarget(const Id& schemeOrLine);

    // Each one Step. A line without a scheme to stand in brings a new one. Null, or empty: refused.
    Id addLine();
    QString remove(const QStringList& ids); // schemes with their lines, and lines; what happened, in words

    // Why a drag of the fill handle may not put these texts there: locks, floors, ceilings and ring-fences hold for it,
    // while typing and pasting are free. Empty: it may.
    QString whyNotFill(const QList<CellText>& cells) const;
    // As PlanTableModel::attach; filling down stays within the limits.
    void attach(GridView& view);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;
    void follow(StepBuilder& builder, const PlanRow& row, const Field& field,
                const Value& value) const override;
    QString pastedSentence(qsizetype newRows, qsizetype cells) const override;

private:
    struct Group
    {
        PlanRow row;
        QList<Id> lines;
    };
    QList<Group> groups(const QList<const Line*>& lines) const;
    QString groupKey(const Line& line) const;
    QString groupTitle(const QString& key) const;
    bool passes(const Line& line) const;
    const Sum& sumOf(const PlanRow& row, const Id& year) const;
    Pence penceOf(const Id& year) const;
    PlanColumn amountColumn(const Id& year) const;
    // Of a line that pays a contract, by year and line: what the contract is expected to pay; nothing: nobody can tell.
    struct PaidAmount
    {
        std::optional<Money> amount;
        Status status = Status::Indicative;
    };
    const QHash<Key, PaidAmount>& paid() const;
    std::optional<Money> amountOf(const Line& line, const Key& key) const; // typed, or as the contract pays
    Status statusOf(const Line& line, const Key& key) const;
    std::optional<ShownCell> paidCell(const PlanRow& row, const Key& key, Pence pence) const;
    using AddedAmount = Money (SchemesModel::*)(const Line&, const Key&) const;
    Money vatOf(const Line& line, const Key& key) const;
    Money clientContributionsOf(const Line& line, const Key& key) const;
    Money grossOf(const Line& line, const Key& key) const; // with both
    Money addUp(const PlanRow& row, AddedAmount amount, const Key& key) const;
    PlanColumn addedColumn(QLatin1StringView field, AddedAmount amount) const;
    bool hasVat() const;
    PlanColumn changeColumn() const;
    std::optional<ShownCell> changeOf(const PlanRow& row, Pence pence) const;
    QVariant totalData(const PlanColumn& column, int role) const;
    QVariant groupData(const PlanRow& row, const PlanColumn& column, int role) const;
    QVariant schemeProblem(const PlanRow& row, const PlanColumn& column) const;
    QVariant newRowData(const PlanColumn& column, int role) const;
    QVariant lineData(const PlanRow& row, const PlanColumn& column, int role) const;
    int groupSpan() const;
    Id addScheme(StepBuilder& builder, const QString& name) const;
    Outcome intoScheme(StepBuilder& builder, const PlanRow& row, const QString& text,
                       QLatin1StringView saidBy) const;

    Grouping m_grouping = Grouping::Scheme;
    SchemesFilter m_filter;
    QStringList m_columnIds;
    Id m_target;
    mutable QHash<Id, QList<Id>> m_members;               // lines by group row; of the total, under no id
    mutable std::optional<QHash<Key, PaidAmount>> m_paid; // the line in the area's place
    mutable QHash<Key, Sum> m_sums;                       // by year, and group in the area's place
};

} // namespace placewright
