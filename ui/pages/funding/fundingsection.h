#pragma once

#include "ui/pages/page.h"

#include <QVariantMap>

namespace placewright {

// One section of the page "Funding" that is more than a table. The page hosts it, wires its grids and panels, and calls
// `refresh` whenever it refreshes itself.
class FundingSection : public QWidget
{
    Q_OBJECT
public:
    FundingSection(PageContext context, QWidget* parent)
        : QWidget(parent)
        , m_context(context)
    {
    }

    virtual void refresh() = 0;
    // Whether the section is where these ids are shown, and showing them.
    virtual bool holds(const QStringList& ids) const = 0;
    virtual void showIds(const QStringList& ids) = 0;
    virtual QVariantMap viewState() const { return {}; }
    virtual void restoreViewState(const QVariantMap&) {}

    const QList<Grid*>& grids() const { return m_grids; }
    const QList<Panel*>& panels() const { return m_panels; }

signals:
    // As Page's signals of the same names; the page passes them on.
    void goTo(placewright::PageId page, const QStringList& ids);
    void refused(const QString& sentence);
    void noticed(const QString& sentence);

protected:
    PlanDocument& document() const { return m_context.document; }
    const Plan& plan() const { return document().plan(); }
    const Evaluation& evaluation() const { return document().evaluation(); }
    const QString& year() const { return document().year(); }
    // Called while the section is built.
    void wire(Grid* grid) { m_grids.append(grid); }
    void wire(Panel* panel) { m_panels.append(panel); }

private:
    PageContext m_context;
    QList<Grid*> m_grids;
    QList<Panel*> m_panels;
};

} // namespace placewright
