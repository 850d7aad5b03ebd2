#pragma once

#include "ui/pages/page.h"

#include <QVariantMap>
#include <QWidget>

namespace placewright {

// One section of the page "Place and need". The page hosts the sections, owns the choice of the layer of areas they all
// share, and shows the finding of the section shown as its title. A section reads the document in `refresh`, which the page
// calls before the section is first shown, after every change while it is, and when the layer changes.
class NeedSection : public QWidget
{
    Q_OBJECT
public:
    NeedSection(PageContext context, QWidget* parent)
        : QWidget(parent)
        , m_context(context)
    {
    }

    virtual QString name() const = 0;  // on the section switch: "Fair shares"
    virtual QString title() const = 0; // the finding, at most 12 words
    // What the finding rests on: base of the people, measure, assumed share. The page puts place, year and scenario before it.
    virtual QString caption() const = 0;
    virtual void refresh() = 0;
    // Whether the section is where these ids are shown, and showing them: scrolls to the rows. The selection is set as well.
    virtual bool holds(const QStringList&) const { return false; }
    virtual void showIds(const QStringList&) {}
    virtual QVariantMap viewState() const { return {}; }
    virtual void restoreViewState(const QVariantMap&) {}

    const Id& layer() const { return m_layer; }
    virtual void setLayer(const Id& layer) { m_layer = layer; } // `refresh` follows

    const QList<Grid*>& grids() const { return m_grids; }
    const QList<Panel*>& panels() const { return m_panels; }

signals:
    // As Page's signals of the same names; the page passes them on.
    void goTo(placewright::PageId page, const QStringList& ids);
    void said(const QString& words);
    void refused(const QString& sentence);
    void noticed(const QString& sentence);
    void importRequested();
    void sectionRequested(const QString& id); // another part of the page: "Need"
    void findingChanged();                    // title or caption changed without a change of the document

protected:
    PlanDocument& document() const { return m_context.document; }
    Selection& selection() const { return m_context.selection; }
    const Plan& plan() const { return document().plan(); }
    const Evaluation& evaluation() const { return document().evaluation(); }
    const QString& year() const { return document().year(); }
    const PageContext& context() const { return m_context; }
    // Called while the section is built: the page wires these to the shared selection, the status bar and the refusals.
    void wire(Grid* grid) { m_grids.append(grid); }
    void wire(Panel* panel) { m_panels.append(panel); }

private:
    PageContext m_context;
    Id m_layer;
    QList<Grid*> m_grids;
    QList<Panel*> m_panels;
};

} // namespace placewright
