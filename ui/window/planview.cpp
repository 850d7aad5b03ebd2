#include "ui/window/planview.h"

#include "core/words/headlines.h"
#include "core/words/heldout.h"
#include "ui/pages/committeepage.h"
#include "ui/pages/conditionspage.h"
#include "ui/pages/contractspage.h"
#include "ui/pages/fundingpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/placeneedpage.h"
#include "ui/pages/poolspage.h"
#include "ui/pages/schemespage.h"
#include "ui/panel/undonotice.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/window/conditionstrip.h"
#include "ui/window/navigation.h"

#include <QAction>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

constexpr int narrowBelow = 1100; // navigation shows icons

void focusFirstIn(QWidget* pane)
{
    for (QWidget* child : pane->findChildren<QWidget*>()) {
        if ((child->focusPolicy() & Qt::TabFocus) && child->isVisible() && child->isEnabled()) {
            child->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace

PlanView::PlanView(PlanDocument& document, QAction* undo, QAction* redo, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_strip(new ConditionStrip(document, undo, redo, this))
    , m_navigation(new Navigation(this))
    , m_stack(new QStackedWidget(this))
    , m_heldOut(new QLabel(this))
    , m_notice(new UndoNotice(this))
{
    m_notice->dismiss();
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    m_heldOut->setObjectName(QStringLiteral("heldOut"));
    m_heldOut->setWordWrap(true);
    m_heldOut->setAutoFillBackground(true);
    m_heldOut->setContentsMargins(space::page, space::medium, space::page, space::medium);
    right->addWidget(m_heldOut);
    right->addWidget(m_stack, 1);
    right->addWidget(m_notice);
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_navigation);
    below->addLayout(right, 1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_strip);
    whole->addLayout(below, 1);

    const PageContext context{document, m_selection};
    auto* overview = new OverviewPage(context, this);
    connect(overview, &OverviewPage::boardPaperRequested, this, &PlanView::boardPaperRequested);
    addPage(overview);
    auto* placeNeed = new PlaceNeedPage(context, this);
    connect(placeNeed, &PlaceNeedPage::importRequested, this, &PlanView::importRequested);
    addPage(placeNeed);
    addPage(new FundingPage(context, this));
    addPage(new SchemesPage(context, this));
    auto* pools = new PoolsPage(context, this);
    connect(pools, &PoolsPage::scheduleRequested, this, &PlanView::scheduleRequested);
    addPage(pools);
    addPage(new ContractsPage(context, this));
    auto* committee = new CommitteePage(context, this);
    connect(committee, &CommitteePage::minutesRequested, this, &PlanView::minutesRequested);
    connect(committee, &CommitteePage::registerRequested, this, &PlanView::registerRequested);
    addPage(committee);
    addPage(new ConditionsPage(context, this));

    connect(m_strip, &ConditionStrip::conditionRequested, this, &PlanView::showCondition);
    connect(m_navigation, &Navigation::pageRequested, this, [this](PageId page) { showPage(page); });
    connect(m_notice, &UndoNotice::undoRequested, &document, &PlanDocument::undo);
    connect(&document, &PlanDocument::refused, this, &PlanView::refused);
    connect(&document, &PlanDocument::changed, this, &PlanView::refresh);
    refresh();
    showPage(PageId::Overview);
}

void PlanView::addPage(Page* page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_navigation->addPage(*page);
    connect(page, &Page::goTo, this, &PlanView::showPage);
    connect(page, &Page::said, this, &PlanView::said);
    connect(page, &Page::refused, this, &PlanView::refused);
    connect(page, &Page::noticed, m_notice, &UndoNotice::announce);
}

Page* PlanView::page() const
{
    return static_cast<Page*>(m_stack->currentWidget());
}

Page* PlanView::page(PageId id) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [id](const Page* page) { return page->id() == id; });
    return found == m_pages.end() ? nullptr : *found;
}

void PlanView::refresh()
{
    m_notice->dismiss(); // gone at the next edit; the edit that asks for one announces it after it is done
    m_strip->refresh();
    refreshNavigation();
    refreshHeldOut();
    m_stale = QSet<Page*>(m_pages.begin(), m_pages.end());
    if (Page* shown = page(); shown && isVisible()) {
        m_stale.remove(shown);
        shown->refresh();
    }
}

void PlanView::refreshNavigation()
{
    const Place& place = m_document.plan().place();
    m_navigation->setPlace(place.name, place.note);
    m_navigation->setRules(rulesSentence(m_document.rulebook(), m_document.year()));
    for (const Page* one : std::as_const(m_pages))
        m_navigation->setBadge(one->id(), one->badge());
}

void PlanView::refreshHeldOut()
{
    const QStringList sentences = heldOut(m_document.tree(), m_document.stale(), m_document.plan());
    m_heldOut->setVisible(!sentences.isEmpty());
    m_heldOut->setText(sentences.join(QChar(u'\n')));
    QPalette palette = m_heldOut->palette();
    palette.setColor(QPalette::Window, tokensOf(this).missedTint);
    palette.setColor(QPalette::WindowText, tokensOf(this).missed);
    m_heldOut->setPalette(palette);
}

void PlanView::showPage(PageId id, const QStringList& ids)
{
    Page* wanted = page(id);
    if (!wanted)
        return;
    if (wanted != page())
        emit said({}); // words belong to the page that said them
    m_stack->setCurrentWidget(wanted);
    m_navigation->setCurrent(id);
    if (m_stale.remove(wanted))
        wanted->refresh();
    if (!ids.isEmpty()) {
        m_selection.select(ids);
        wanted->showIds(ids);
    }
    emit pageShown(wanted);
}

void PlanView::showCondition(const QString& findingId)
{
    showPage(PageId::Conditions);
    if (!findingId.isEmpty())
        page(PageId::Conditions)->showIds({findingId});
}

void PlanView::showNextMissed(bool backwards)
{
    QStringList missed;
    for (const Finding* finding : findingsOf(m_document.evaluation(), m_document.year()))
        if (finding->status == FindingStatus::Fail && finding->severity == Severity::Block)
            missed.append(findingId(*finding));
    if (missed.isEmpty()) {
        emit said(tr("No condition is missed."));
        return;
    }
    const auto* conditions = static_cast<ConditionsPage*>(page(PageId::Conditions));
    const bool there = page() == conditions;
    const qsizetype at = there ? missed.indexOf(conditions->shownFinding()) : -1;
    const qsizetype step = backwards ? missed.size() - 1 : 1;
    showCondition(missed.at(at < 0 ? (backwards ? missed.size() - 1 : 0) : (at + step) % missed.size()));
}

void PlanView::focusNextPane()
{
    const QList<QWidget*> panes{m_strip, m_navigation, m_stack};
    qsizetype next = 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (panes.at(i)->isAncestorOf(window()->focusWidget()))
            next = (i + 1) % panes.size();
    focusFirstIn(panes.at(next) == m_stack ? m_stack->currentWidget() : panes.at(next));
}

QVariantMap PlanView::viewState() const
{
    QVariantMap pages;
    for (const Page* one : m_pages)
        pages.insert(QString::number(static_cast<int>(one->id())), one->viewState());
    return {{QStringLiteral("scenario"), m_document.scenario().text()},
            {QStringLiteral("year"), m_document.year()},
            {QStringLiteral("page"), static_cast<int>(page()->id())},
            {QStringLiteral("selection"), m_selection.ids()},
            {QStringLiteral("pages"), pages}};
}

void PlanView::restoreViewState(const QVariantMap& state)
{
    const Id scenario(state.value(QStringLiteral("scenario")).toString());
    if (m_document.tree().base.scenarios.contains(scenario))
        m_document.showScenario(scenario);
    m_document.showYear(state.value(QStringLiteral("year")).toString());
    const QVariantMap pages = state.value(QStringLiteral("pages")).toMap();
    for (Page* one : std::as_const(m_pages))
        one->restoreViewState(pages.value(QString::number(static_cast<int>(one->id()))).toMap());
    showPage(static_cast<PageId>(state.value(QStringLiteral("page"), 0).toInt()),
             state.value(QStringLiteral("selection")).toStringList());
}

void PlanView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_navigation->setNarrow(width() < narrowBelow);
}

} // namespace placewright
