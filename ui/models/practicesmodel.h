#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The GP practices of one area, each whole or by a share of its people.
class PracticesModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit PracticesModel(PlanDocument& document, QObject* parent = nullptr);

    void setArea(const Id& area);
    const Id& area() const { return m_area; }

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;

private:
    const Practice* practiceOf(const PlanRow& row) const;

    Id m_area;
};

} // namespace placewright
