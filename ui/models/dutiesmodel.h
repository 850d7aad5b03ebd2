#pragma once

#include "ui/models/entitymodel.h"

namespace placewright {

// Duties that bodies answer for. One that is due and not shown to be done is marked.
class DutiesModel : public EntityModel
{
    Q_OBJECT
public:
    explicit DutiesModel(PlanDocument& document, QObject* parent = nullptr);

    int open() const; // due and not shown

protected:
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    bool isOpen(const Duty& duty) const;
};

} // namespace placewright
