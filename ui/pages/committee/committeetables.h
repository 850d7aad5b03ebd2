#pragma once

#include "ui/models/plantablemodel.h"
#include "ui/pages/committee/committeesection.h"

namespace placewright {

// A view of the page "Committee" that is tables in panels: what those have in common.
class CommitteeTables : public CommitteeSection
{
    Q_OBJECT
public:
    using CommitteeSection::CommitteeSection;

protected:
    QDate today() const { return document().author().now().date(); }
    // The whole view: it scrolls where it does not fit.
    void setContent(QWidget* content);
    // Without a frame, on the ground of the panel around it; only its height scrolls.
    QWidget* scrolled(QWidget* content);
    // A panel around a table, wired.
    Panel* makePanel(Grid* grid, const QString& objectName);
    // "Delete" in the head of the panel: the rows selected in its table, in one Step.
    void addDelete(Panel* panel, Grid* grid, const QString& objectName, const QString& words);
    // Can be used only where the plan can be edited.
    void keepForEdits(QWidget* widget) { m_edits.append(widget); }
    void refreshEdits();
    // Puts the cursor on the entity's row. False: the table has none.
    static bool showIn(Grid* grid, const PlanTableModel& model, const Id& id);

private:
    QList<QWidget*> m_edits;
};

} // namespace placewright
