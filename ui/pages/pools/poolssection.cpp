#include "ui/pages/pools/poolssection.h"

#include "ui/models/plantablemodel.h"
#include "ui/table/grid.h"

namespace placewright {

Grid* PoolsSection::makeGrid(PlanTableModel& model, const QString& objectName, const QString& words)
{
    auto* grid = new Grid(&model, this);
    grid->view()->setObjectName(objectName);
    grid->view()->setAccessibleName(words);
    model.attach(*grid->view());
    wire(grid);
    connect(&model, &PlanTableModel::refused, this, &PoolsSection::refused);
    return grid;
}

} // namespace placewright
