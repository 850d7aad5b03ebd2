#pragma once

#include "ui/pages/page.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;

namespace placewright {

class ConditionStrip;
class Navigation;
class UndoNotice;
struct DecisionFilter;

// An open plan on screen: strip, navigation, pages and the undo notice. Refreshes only the page that is shown.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    PlanView(PlanDocument& document, QAction* undo, QAction* redo, QWidget* parent = nullptr);

    PlanDocument& document() { return m_document; }
    Page* page() const;
    Page* page(PageId id) const;
    const QList<Page*>& pages() const { return m_pages; }

    // Scenario, year, page and each page's own state: what "open to where I left off" needs.
    QVariantMap viewState() const;
    void restoreViewState(const QVariantMap& state);

public slots:
    void showPage(placewright::PageId page, const QStringList& ids = {});
    void showCondition(const QString& findingId);
    void showNextMissed(bool backwards);
    void focusNextPane();

signals:
    void pageShown(placewright::Page* page);
    void said(const QString& words);
    void refused(const QString& sentence);
    void boardPaperRequested();
    void importRequested();
    void scheduleRequested(const placewright::Id& fund);
    void minutesRequested(const placewright::Id& meeting);
    void registerRequested(const placewright::DecisionFilter& filter);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addPage(Page* page);
    void refresh();
    void refreshNavigation();
    void refreshHeldOut();

    PlanDocument& m_document;
    Selection m_selection;
    ConditionStrip* m_strip;
    Navigation* m_navigation;
    QStackedWidget* m_stack;
    QLabel* m_heldOut; // Steps of the scenario shown that no longer fit
    UndoNotice* m_notice;
    QList<Page*> m_pages;
    QSet<Page*> m_stale; // to be refreshed when they are shown
};

} // namespace placewright
