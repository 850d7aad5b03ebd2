#pragma once

#include "core/contract/outcomepayment.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// What is counted of one indicator, by year, area where it is paid area by area, and deprivation fifth: eligible, expected,
// low and high, and what was counted before the contract. A year without a figure shows, in grey, that of the year before.
class ContractResultsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit ContractResultsModel(PlanDocument& document, QObject* parent = nullptr);

    struct Shown
    {
        Id indicator;
        QList<Id> years;
        QList<Id> areas; // empty: paid as one
        // As it is worked out; nothing: it cannot be.
        std::function<std::optional<OutcomeResult>(const Key& key, int fifth)> figures = {};
        std::function<QString(const Id& result, QAnyStringView field, const Key& key)> problem = {};
    };
    void show(const Shown& shown);
    QModelIndex indexOfCell(const CellRef& cell) const; // not valid: it is not shown here

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    struct Part; // a column: what it shows in one area and by area
    static const QList<Part>& parts();
    QHash<qint64, Id> resultsByFifth() const;
    PlanColumn placeColumn(const QString& title, bool area) const;
    PlanColumn countColumn(const Part& part) const;
    PlanColumn rateColumn() const;
    std::optional<OutcomeResult> figuresOf(const PlanRow& row) const; // of a fifth, or all of a year
    QString carriedText(const PlanRow& row, QLatin1StringView field) const;

    Shown m_shown;
};

} // namespace placewright
