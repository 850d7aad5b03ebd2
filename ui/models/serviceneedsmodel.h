#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The six services, one row each: whether the partners agreed what stands for its need, and what. A service without any measure
// has no entity yet; its row then goes by the service's own id.
class ServiceNeedsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit ServiceNeedsModel(PlanDocument& document, QObject* parent = nullptr);

    void setLayer(const Id& layer);
    int rowOfService(const QString& service) const;
    QString serviceAt(int row) const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;

private:
    const ServiceMeasure* measureOf(const PlanRow& row) const;

    Id m_layer;
};

// The plan's entity for a service; null while it has none.
const ServiceNeed* serviceNeedOf(const Plan& plan, QStringView service);

} // namespace placewright
