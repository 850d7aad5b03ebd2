#pragma once

#include "ui/document/plandocument.h"
#include "ui/document/selection.h"
#include "ui/theme/icons.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace placewright {

class Grid;
class Panel;

// What every page works on.
struct PageContext
{
    PlanDocument& document;
    Selection& selection;
};

// In the order of the navigation.
enum class PageId {
    Overview,
    PlaceAndNeed,
    Funding,
    Schemes,
    PoolsAndRisk,
    Contracts,
    Committee,
    Conditions
};

// What stands beside a page's name in the navigation.
struct NavigationBadge
{
    Icon mark = Icon::Missed;
    int count = 0; // 0: no badge
    QString words; // for screen readers: "2 indicative figures"
};

// One page: the finding as its title, where it stands below, at most three actions at the right, and its body. A page
// computes nothing it shows: it reads the document's evaluation in `refresh`.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(PageContext context, PageId id, QWidget* parent);

    PageId id() const { return m_id; }
    virtual QString name() const = 0; // as the navigation and the menu call it
    virtual Icon icon() const = 0;
    virtual NavigationBadge badge() const { return {}; }
    virtual QString helpTopic() const = 0; // file name of the help page, without ending
    // What is needed to come back to this page as it was left (splitters, filters); kept per plan.
    virtual QVariantMap viewState() const { return {}; }
    virtual void restoreViewState(const QVariantMap&) {}
    // Shows what the ids name: scrolls to the rows, opens their group.
    virtual void showIds(const QStringList&) {}
    QString title() const;

    // Reads the evaluation again. Called once before the page is first shown and after every change while it is.
    virtual void refresh() = 0;

signals:
    void goTo(placewright::PageId page, const QStringList& ids);
    void said(const QString& words); // for the status bar
    void refused(const QString& sentence);
    void noticed(const QString& sentence); // undo notice: something moved or removed more than one thing

protected:
    PlanDocument& document() const { return m_context.document; }
    Selection& selection() const { return m_context.selection; }
    const Plan& plan() const { return document().plan(); }
    const Evaluation& evaluation() const { return document().evaluation(); }
    const QString& year() const { return document().year(); }

    void setTitle(const QString& finding, const QString& where);
    QPushButton* addAction(const QString& text, Icon icon, const QString& objectName);
    void addHeadWidget(QWidget* widget); // beside the title, right
    QBoxLayout* body() const { return m_body; }
    // Wires a grid to the shared selection, the status bar and the refusals; a panel to enlarge.
    void wire(Grid* grid);
    void wire(Panel* panel);

    void changeEvent(QEvent* event) override;

private:
    void refreshFonts();

    PageContext m_context;
    PageId m_id;
    QLabel* m_title;
    QLabel* m_where;
    QHBoxLayout* m_actions;
    QBoxLayout* m_body;
};

} // namespace placewright
