#pragma once

#include "ui/document/plandocument.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QAction;
class QToolButton;

namespace placewright {

class ConditionCell;

// Always in sight: the scenario and year shown, the conditions missed and by how much, undo and redo. Missed conditions come
// first, then warnings and unknowns, then the tightest met margins; as many as fit, the rest counted.
class ConditionStrip : public QWidget
{
    Q_OBJECT
public:
    ConditionStrip(PlanDocument& document, QAction* undo, QAction* redo, QWidget* parent = nullptr);

    void refresh();

signals:
    void conditionRequested(const QString& findingId); // empty: all of them

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshChoices();
    void refreshCells();
    ConditionCell* cellAt(qsizetype position);

    PlanDocument& m_document;
    QComboBox* m_scenario;
    QComboBox* m_year;
    QWidget* m_cellArea;
    QHBoxLayout* m_cellLayout;
    QList<ConditionCell*> m_cells;
    ConditionCell* m_more;
};

// The findings of the year shown, in the order of the strip.
QList<const Finding*> inStripOrder(const PlanDocument& document);

} // namespace placewright
