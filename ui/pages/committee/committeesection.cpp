#include "ui/pages/committee/committeesection.h"

#include "ui/models/plantablemodel.h"
#include "ui/models/shownmodel.h"
#include "ui/table/grid.h"

namespace placewright {

Grid* CommitteeSection::makeGrid(PlanTableModel& model, const QString& objectName, const QString& words)
{
    auto* grid = new Grid(&model, this);
    grid->view()->setObjectName(objectName);
    grid->view()->setAccessibleName(words);
    model.attach(*grid->view());
    wire(grid);
    connect(&model, &PlanTableModel::refused, this, &CommitteeSection::refused);
    return grid;
}

Grid* CommitteeSection::makeShownGrid(ShownModel& model, const QString& objectName, const QString& words)
{
    auto* grid = new Grid(&model, this);
    grid->view()->setObjectName(objectName);
    grid->view()->setAccessibleName(words);
    grid->view()->setRowSelection(true);
    wire(grid);
    return grid;
}

void CommitteeSection::onRow(Grid* grid, const std::function<void(int)>& act)
{
    const auto open = [view = grid->view(), act](const QModelIndex& shown) {
        if (const QModelIndex cell = view->sourceIndex(shown); cell.isValid())
            act(cell.row());
    };
    connect(grid->view(), &QAbstractItemView::clicked, this, open);
    connect(grid->view(), &QAbstractItemView::activated, this, open);
}

} // namespace placewright
