#pragma once

#include "core/rules/finding.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// The indicators of one contract with what one version of its terms pays for them, and their rate now. The last row takes new
// ones: each gets its terms in that version.
class ContractIndicatorsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit ContractIndicatorsModel(PlanDocument& document, QObject* parent = nullptr);

    struct Shown
    {
        Id contract;
        Id version;
        Id chosen;                                                                  // its name stands out
        QHash<Id, QString> now;                                                     // by indicator
        std::function<QString(const Id& terms, QAnyStringView field)> problem = {}; // of a stored value
        std::function<QString(const CellRef& cell, const Field& field, const Value& value)> refusal = {};
    };
    void show(const Shown& shown);
    QModelIndex indexOfIndicator(const Id& indicator, int column = 0) const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    const IndicatorTerms* termsOf(const Id& indicator) const;
    PlanRow addTerms(StepBuilder& builder, const Id& indicator) const;
    PlanColumn nameColumn() const;
    QString withUnit(const PlanRow& row, QLatin1StringView field) const;

    Shown m_shown;
};

} // namespace placewright
