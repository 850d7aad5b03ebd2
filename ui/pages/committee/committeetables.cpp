#include "ui/pages/committee/committeetables.h"

#include "ui/models/removal.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace placewright {

namespace {

constexpr int leastWide = 260;
constexpr int leastHigh = 150;

} // namespace

QWidget* CommitteeTables::scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

void CommitteeTables::setContent(QWidget* content)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolled(content));
}

Panel* CommitteeTables::makePanel(Grid* grid, const QString& objectName)
{
    auto* panel = new Panel(this);
    panel->setObjectName(objectName);
    panel->setGrid(grid);
    panel->setMinimumSize(leastWide, leastHigh);
    wire(panel);
    return panel;
}

void CommitteeTables::addDelete(Panel* panel, Grid* grid, const QString& objectName, const QString& words)
{
    auto* button = new QPushButton(tr("Delete"), this);
    button->setObjectName(objectName);
    button->setToolTip(words);
    panel->addTool(button);
    keepForEdits(button);
    connect(button, &QPushButton::clicked, this, [this, grid] {
        const Removed removed = removeEntities(document(), grid->view()->selectedIds());
        if (removed.what.isEmpty())
            return;
        if (removed.several)
            emit noticed(removed.what);
        else
            emit said(removed.what);
    });
}

void CommitteeTables::refreshEdits()
{
    for (QWidget* widget : std::as_const(m_edits))
        widget->setEnabled(!document().isReadOnly());
}

bool CommitteeTables::showIn(Grid* grid, const PlanTableModel& model, const Id& id)
{
    const QModelIndex at = id.isNull() ? QModelIndex() : model.indexOf(id);
    if (!at.isValid())
        return false;
    grid->view()->setFocus();
    grid->view()->setCurrentIndex(grid->view()->shownIndex(at));
    return true;
}

} // namespace placewright
