#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The ways to the fair share of one layer, one row each. The last row takes new ones.
class FairShareWaysModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit FairShareWaysModel(PlanDocument& document, QObject* parent = nullptr);

    void setLayer(const Id& layer);
    QList<Id> ways() const; // of the layer, in plan order

    // A way for all money from the plan's first year, with the three years after it: one Step. Null: refused, or the plan has no
    // year.
    Id addWay();

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id startWay(StepBuilder& builder, const Id& baseline, const QString& name) const;

    Id m_layer;
};

} // namespace placewright
