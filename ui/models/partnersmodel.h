#pragma once

#include "ui/models/entitymodel.h"

namespace placewright {

// The partners, each with what it spends here in the year shown on what a pool could hold, and how much of that is in
// pools under section 75.
class PartnersModel : public EntityModel
{
    Q_OBJECT
public:
    explicit PartnersModel(PlanDocument& document, QObject* parent = nullptr);

    // "24.9% of the council’s relevant spend is pooled"; of the partner named, else of the first that has a share.
    // Empty: no share is known.
    QString headline() const;

protected:
    QList<PlanColumn> makeColumns() const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    const PooledShare* pooledOf(const Id& partner) const;
    PlanColumn pooledColumn() const;
    PlanColumn shareColumn() const;
};

} // namespace placewright
