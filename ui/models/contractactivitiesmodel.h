#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// What one version of terms pays by activity beside the capitation, with the units planned and expected each year. The last
// row takes new ones.
class ContractActivitiesModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit ContractActivitiesModel(PlanDocument& document, QObject* parent = nullptr);

    using Problem = std::function<QString(const Id& activity, QAnyStringView field, const Key& key)>;
    void show(const Id& version, const QList<Id>& years, const Problem& problem);
    QModelIndex indexOfCell(const CellRef& cell) const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id m_version;
    QList<Id> m_years;
    Problem m_problem;
};

} // namespace placewright
