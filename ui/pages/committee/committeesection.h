#pragma once

#include "ui/pages/committee/showncommittee.h"
#include "ui/pages/page.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>

namespace placewright {

class PlanTableModel;
class ShownModel;

// What the views of the page share.
struct CommitteeContext
{
    PageContext page;
    ShownCommittee& shown;
};

// One view of the page "Committee". The page hosts the views, chooses body and meeting, and shows the finding of the view
// shown as its title. A view reads the base and ShownCommittee in `refresh`, which the page calls before the view is shown, after
// every change while it is, and when something else is chosen.
class CommitteeSection : public QWidget
{
    Q_OBJECT
public:
    CommitteeSection(const CommitteeContext& context, QWidget* parent)
        : QWidget(parent)
        , m_context(context)
    {
    }

    virtual QString title() const = 0;   // the finding, at most 12 words
    virtual QString caption() const = 0; // what it rests on; the page puts place and body before it
    virtual void refresh() = 0;
    // Puts the cursor on the entity. False: it is not shown here.
    virtual bool showId(const Id&) { return false; }
    virtual QVariantMap viewState() const { return {}; }
    virtual void restoreViewState(const QVariantMap&) {}
    virtual void setNarrow(bool) {} // panels go under each other

    const QList<Grid*>& grids() const { return m_grids; }
    const QList<Panel*>& panels() const { return m_panels; }

signals:
    // As Page's signals of the same names; the page passes them on.
    void goTo(placewright::PageId page, const QStringList& ids);
    void said(const QString& words);
    void refused(const QString& sentence);
    void noticed(const QString& sentence);
    void chosen(); // body, meeting, item or resolution: the page reads everything again

protected:
    PlanDocument& document() const { return m_context.page.document; }
    const Plan& base() const { return document().base(); }
    const QString& year() const { return document().year(); }
    ShownCommittee& shown() const { return m_context.shown; }
    // Called while the view is built: the page wires these to the shared selection, the status bar and the refusals.
    void wire(Grid* grid) { m_grids.append(grid); }
    void wire(Panel* panel) { m_panels.append(panel); }
    // Tables named for tests and screen readers, and wired: one that is typed into, its refusals said, and one that shows.
    Grid* makeGrid(PlanTableModel& model, const QString& objectName, const QString& words);
    Grid* makeShownGrid(ShownModel& model, const QString& objectName, const QString& words);
    // A row of it leads somewhere by a click or Enter.
    void onRow(Grid* grid, const std::function<void(int row)>& act);

private:
    CommitteeContext m_context;
    QList<Grid*> m_grids;
    QList<Panel*> m_panels;
};

} // namespace placewright
