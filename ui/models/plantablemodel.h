#pragma once

#include "core/plan/names.h"
#include "ui/document/plandocument.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace placewright {

// One row of a table over the plan: an entity, a group (an entity whose own rows follow), the total, or the empty row at
// the end: what is typed or pasted there makes an entity.
struct PlanRow
{
    enum class Kind { Entity, Group, Total, New };

    Kind kind = Kind::Entity;
    QLatin1StringView type;
    Id id;
    int level = 0;
    Id area = {}; // a row for one area of the entity: joins the column's key
    Id stands =
        {}; // what the row is about where that is not the entity: selected by it, and kind New makes its entity
    Id year = {}; // a row for one year of the entity: joins the column's key

    friend bool operator==(const PlanRow&, const PlanRow&) = default;
};

// A cell that is worked out rather than typed.
struct ShownCell
{
    QString text;
    QVariant number; // sorts and sums; its presence makes the cell a figure
    QString secondary;
    QString tooltip;
    Emphasis emphasis = Emphasis::None;
    bool computed = true; // grey, read only
};

// One column: for each entity type the field it shows, and how cells that no field gives are worked out.
struct PlanColumn
{
    QString title;
    QHash<QLatin1StringView, QLatin1StringView> fields; // by entity type
    Key key;
    bool figure = false;
    bool stretch = false;
    bool keeps = false; // does not give way where the table is narrow
    std::function<std::optional<ShownCell>(const PlanRow&)> shown; // asked first; nothing: the field
    // How a text pasted into a row that is being made is taken, instead of by the field.
    std::function<Outcome(StepBuilder&, const PlanRow&, const QString&)> typedInNewRow;
    Pence pence = Pence::WhenAny; // amounts of the column; WhenAny: all with pence if one has any
};

// Whose rows a table shows and edits: those of the scenario shown, or the base's own.
enum class PlanSource { Shown, Base };
inline PlanSource sourceOf(const EntityType& type) // a scenario has no committee of its own
{
    return type.keeping == Keeping::Anywhere ? PlanSource::Shown : PlanSource::Base;
}

// A table over the plan that is typed into like a spreadsheet. Rows and columns come from a subclass; everything else follows
// from the field descriptions: parsing, choices from the rulebook, references by name, statuses. It never edits: it asks
// the document for a Step, one for each typed cell, paste, fill or clear.
class PlanTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit PlanTableModel(PlanDocument& document, QObject* parent = nullptr,
                            PlanSource source = PlanSource::Shown);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    Qt::ItemFlags flags(const QModelIndex& index) const final;
    bool setData(const QModelIndex& index, const QVariant& value, int role) final;

    const PlanRow& row(int position) const { return m_rows.at(position); }
    const PlanColumn& column(int position) const { return m_columns.at(position); }
    int columnOf(QAnyStringView field, const Key& key = {}) const; // -1: no column shows it
    QModelIndex indexOf(const Id& id, int column = 0) const;
    std::optional<CellRef> cellAt(const QModelIndex& index) const;
    QString lastRefusal() const { return m_refusal; }

    // Wires a grid: paste, fill down and clear become one Step each.
    void attach(GridView& view);

    // Each one Step, or nothing and a refusal that names the cell. Rows pasted below the last one become new entities.
    bool paste(const PastedBlock& block);
    bool fill(const QList<CellText>& cells);
    bool clear(const QModelIndexList& cells);

signals:
    void refused(const QString& sentence); // of a paste, fill or clear; a typed cell says it under its editor

protected:
    virtual QList<PlanRow> makeRows() const = 0;
    virtual QList<PlanColumn> makeColumns() const = 0;
    // Adds an entity for a pasted row; nothing: this table takes no new rows.
    virtual std::optional<PlanRow> addRow(StepBuilder& builder) const;
    // The same for one row of kind New, where each stands for something of its own.
    virtual std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const;
    // What a text typed or pasted into a cell stands for.
    virtual Result<Value> valueTyped(const StepBuilder& builder, const PlanRow& row, const PlanColumn& column,
                                     const Field& field, const QString& text);
    // One sentence why a cell cannot take a value that its type allows; empty: it can.
    virtual QString whyNot(const PlanRow& row, const Field& field, const Value& value) const;
    // What else changes with a cell, in the same Step.
    virtual void follow(StepBuilder& builder, const PlanRow& row, const Field& field,
                        const Value& value) const;
    virtual QString pastedSentence(qsizetype newRows, qsizetype cells) const;
    // What a subclass says of a cell before the field is asked; nothing: what follows from the field.
    virtual QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const;

    PlanDocument& document() const { return m_document; }
    const Plan& plan() const { return m_source == PlanSource::Base ? m_document.base() : m_document.plan(); }
    // A subclass calls it once it is built, and when what its rows depend on has changed.
    void rebuild();

private:
    const Field* fieldAt(const PlanRow& row, const PlanColumn& column) const;
    QVariant fieldData(const PlanRow& row, const PlanColumn& column, const Field& field, int role) const;
    QVariant shownData(const ShownCell& cell, int role) const;
    QString statusAt(const PlanRow& row, const Field& field, const Key& key) const;
    QString tooltipAt(const PlanRow& row, const Field& field, const Key& key) const;
    Key keyAt(const PlanRow& row, const PlanColumn& column, const Field& field) const;
    bool typeInto(StepBuilder& builder, const PlanRow& row, const PlanColumn& column, const QString& text,
                  bool isNew = false);
    // The row itself, or the one that is made in its place: once for each Step.
    using MadeRows = QList<std::pair<Id, PlanRow>>; // by what the row stands for
    std::optional<PlanRow> madeRow(StepBuilder& builder, const PlanRow& row, MadeRows& made) const;
    void settlePence();
    bool refuse(const QString& sentence);
    bool commit(const StepBuilder& builder, const QString& what);
    void moveRowsTo(const QList<PlanRow>& rows);

    PlanDocument& m_document;
    PlanSource m_source;
    QList<PlanRow> m_rows;
    QList<PlanColumn> m_columns;
    QString m_refusal;
    QMap<Id, QString> m_people; // named by the Step that is being made
};

} // namespace placewright
