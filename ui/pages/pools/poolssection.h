#pragma once

#include "ui/pages/page.h"

#include <QVariantMap>
#include <QWidget>

namespace placewright {

class PlanTableModel;

// The cell that a sentence is about.
struct PoolCell
{
    QString entity;
    Id id;
    QString field;
};

// One view of the page "Pools and risk". The page hosts the views, chooses the fund they show, and shows the finding of the
// one shown as its title. A view reads the document in `refresh`, which the page calls before the view is shown, after every
// change while it is, and when the fund changes.
class PoolsSection : public QWidget
{
    Q_OBJECT
public:
    PoolsSection(PageContext context, QWidget* parent)
        : QWidget(parent)
        , m_context(context)
    {
    }

    virtual QString title() const = 0;   // the finding, at most 12 words
    virtual QString caption() const = 0; // what it rests on; the page puts place, year and scenario before it
    virtual void refresh() = 0;
    // Puts the cursor into the cell. False: it is not shown here.
    virtual bool showCell(const PoolCell&) { return false; }
    virtual QVariantMap viewState() const { return {}; }
    virtual void restoreViewState(const QVariantMap&) {}
    virtual void setNarrow(bool) {} // charts go under tables

    const Id& fund() const { return m_fund; }
    void setFund(const Id& fund) { m_fund = fund; } // `refresh` follows

    const QList<Grid*>& grids() const { return m_grids; }
    const QList<Panel*>& panels() const { return m_panels; }

signals:
    // As Page's signals of the same names; the page passes them on.
    void goTo(placewright::PageId page, const QStringList& ids);
    void said(const QString& words);
    void refused(const QString& sentence);
    void noticed(const QString& sentence);
    void findingChanged(); // title or caption changed without a change of the document
    void cellRequested(const placewright::PoolCell& cell); // wherever on the page it stands

protected:
    PlanDocument& document() const { return m_context.document; }
    const Plan& plan() const { return document().plan(); }
    const Evaluation& evaluation() const { return document().evaluation(); }
    const QString& year() const { return document().year(); }
    const Fund* shownFund() const { return plan().funds.find(m_fund); }
    // Called while the view is built: the page wires these to the shared selection, the status bar and the refusals.
    void wire(Grid* grid) { m_grids.append(grid); }
    void wire(Panel* panel) { m_panels.append(panel); }
    // A table that is typed into, named for tests and screen readers, wired, its refusals said.
    Grid* makeGrid(PlanTableModel& model, const QString& objectName, const QString& words);

private:
    PageContext m_context;
    Id m_fund;
    QList<Grid*> m_grids;
    QList<Panel*> m_panels;
};

} // namespace placewright
