#pragma once

#include "ui/pages/contracts/showncontract.h"
#include "ui/pages/page.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>

namespace placewright {

class PlanTableModel;
class ShownModel;

// What the views of the page share.
struct ContractsContext
{
    PageContext page;
    ShownContract& shown;
};

// One view of the page "Contracts". The page hosts the views, chooses what they show, and shows the finding of the one shown
// as its title. A view reads document and ShownContract in `refresh`, which the page calls before the view is shown, after
// every change while it is, and when another contract, version or indicator is chosen.
class ContractsSection : public QWidget
{
    Q_OBJECT
public:
    ContractsSection(const ContractsContext& context, QWidget* parent)
        : QWidget(parent)
        , m_context(context)
    {
    }

    virtual QString title() const = 0;   // the finding, at most 12 words
    virtual QString caption() const = 0; // what it rests on; the page puts place, year and scenario before it
    virtual void refresh() = 0;
    // Puts the cursor into the cell. False: it is not shown here.
    virtual bool showCell(const CellRef&) { return false; }
    virtual QVariantMap viewState() const { return {}; }
    virtual void restoreViewState(const QVariantMap&) {}
    virtual void setNarrow(bool) {} // charts go under tables

    const QList<Grid*>& grids() const { return m_grids; }
    const QList<Panel*>& panels() const { return m_panels; }

signals:
    // As Page's signals of the same names; the page passes them on.
    void goTo(placewright::PageId page, const QStringList& ids);
    void said(const QString& words);
    void refused(const QString& sentence);
    void noticed(const QString& sentence);
    void findingChanged(); // title or caption changed without a change of the document
    void cellRequested(const placewright::CellRef& cell); // wherever on the page it stands
    void indicatorChosen(const placewright::Id& indicator);

protected:
    PlanDocument& document() const { return m_context.page.document; }
    const Plan& plan() const { return document().plan(); }
    const Evaluation& evaluation() const { return document().evaluation(); }
    ShownContract& shown() const { return m_context.shown; }
    // Called while the view is built: the page wires these to the shared selection, the status bar and the refusals.
    void wire(Grid* grid) { m_grids.append(grid); }
    void wire(Panel* panel) { m_panels.append(panel); }
    // Tables named for tests and screen readers, and wired: one that is typed into, its refusals said, and one that shows.
    Grid* makeGrid(PlanTableModel& model, const QString& objectName, const QString& words);
    Grid* makeShownGrid(ShownModel& model, const QString& objectName, const QString& words);
    // A row of it leads somewhere by a click or Enter.
    void onRow(Grid* grid, const std::function<void(int row)>& act);

private:
    ContractsContext m_context;
    QList<Grid*> m_grids;
    QList<Panel*> m_panels;
};

} // namespace placewright
