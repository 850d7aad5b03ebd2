#include "ui/pages/poolspage.h"

#include "core/words/headlines.h"
#include "ui/pages/pools/agreementsection.h"
#include "ui/pages/pools/alignedsection.h"
#include "ui/pages/pools/fundtabs.h"
#include "ui/pages/pools/risksection.h"
#include "ui/pages/pools/schedulesection.h"
#include "ui/pages/pools/testsection.h"
#include "ui/pages/pools/vatsection.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartsBelow = 1280 - space::navigation; // of the page: narrower, charts go under tables
constexpr QLatin1StringView vatTab(":vat");           // no id of a fund begins so

// The row of tabs with the hairline that they stand on.
class TabRow : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), tokensOf(this).line2);
    }
};

bool isAligned(const Fund& fund)
{
    return fund.kind == fundKind::aligned;
}

} // namespace

PoolsPage::PoolsPage(PageContext context, QWidget* parent)
    : Page(context, PageId::PoolsAndRisk, parent)
    , m_aligned(new AlignedSection(context, this))
    , m_vat(new VatSection(context, this))
    , m_tabs(new FundTabs(this))
    , m_add(new QPushButton(tr("Add a fund…"), this))
    , m_stack(new QStackedWidget(this))
{
    auto* none =
        new EmptyState(Icon::PoolsAndRisk, tr("No pooled fund yet"),
                       tr("A pooled fund holds money of several partners under section 75. Its agreement "
                          "says who pays when it ends over its plan."),
                       tr("Add a fund"), tr("Go to funding"), this);
    none->setObjectName(u"noFund"_s);
    connect(none, &EmptyState::mainActionRequested, this, &PoolsPage::addFund);
    connect(none, &EmptyState::otherActionRequested, this, [this] { emit goTo(PageId::Funding, {}); });
    m_stack->addWidget(none);
    auto* risk = new RiskSection(context, this);
    auto* schedule = new ScheduleSection(context, this);
    addView(risk, "Risk");
    addView(new TestSection(context, this), "Test");
    addView(new AgreementSection(context, this), "Agreement");
    addView(schedule, "Schedule");
    addSection(m_aligned);
    addSection(m_vat);
    connect(schedule, &ScheduleSection::printRequested, this, &PoolsPage::scheduleRequested);
    body()->addWidget(makeHead());
    body()->addWidget(m_stack, 1);
}

QWidget* PoolsPage::makeHead()
{
    m_switch =
        new SegmentedButton({tr("Risk share"), tr("Test outturn"), tr("Agreement"), tr("Schedule")}, this);
    m_switch->setObjectName(u"poolViews"_s);
    m_switch->setAccessibleName(tr("Part of the fund"));
    m_tabs->setObjectName(u"fundTabs"_s);
    m_tabs->setAccessibleName(tr("Funds"));
    m_add->setObjectName(u"addPooledFund"_s);
    connect(m_switch, &SegmentedButton::currentChanged, this, &PoolsPage::refresh);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            showTab(m_tabs->tabData(index).toString());
    });
    connect(m_add, &QPushButton::clicked, this, &PoolsPage::addFund);
    auto* head = new TabRow(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::between);
    row->addWidget(m_tabs, 1, Qt::AlignBottom);
    row->addWidget(m_switch, 0, Qt::AlignVCenter);
    row->addWidget(m_add, 0, Qt::AlignVCenter);
    return head;
}

void PoolsPage::addView(PoolsSection* section, const char* id)
{
    static const char* const names[] = {QT_TR_NOOP("Risk share"), QT_TR_NOOP("Test outturn"),
                                        QT_TR_NOOP("Agreement"), QT_TR_NOOP("Schedule")};
    const auto index = static_cast<int>(m_views.size());
    m_views.append(section);
    m_viewIds.append(QLatin1StringView(id));
    addSection(section);
    auto* go = new QAction(tr(names[index]), this);
    go->setObjectName(u"poolView"_s + QLatin1StringView(id));
    connect(go, &QAction::triggered, this, [this, index] {
        emit goTo(PageId::PoolsAndRisk, {});
        m_switch->setCurrent(index);
    });
    QWidget::addAction(go);
}

void PoolsPage::addSection(PoolsSection* section)
{
    m_stack->addWidget(section);
    for (Grid* grid : section->grids())
        wire(grid);
    for (Panel* panel : section->panels())
        wire(panel);
    connect(section, &PoolsSection::goTo, this, &Page::goTo);
    connect(section, &PoolsSection::said, this, &Page::said);
    connect(section, &PoolsSection::refused, this, &Page::refused);
    connect(section, &PoolsSection::noticed, this, &Page::noticed);
    connect(section, &PoolsSection::findingChanged, this, &PoolsPage::refreshTitle);
    connect(section, &PoolsSection::cellRequested, this, &PoolsPage::showCell);
}

PoolsSection* PoolsPage::section() const
{
    if (m_tab == vatTab)
        return m_vat;
    const Fund* fund = plan().funds.find(Id(m_tab));
    if (!fund)
        return nullptr;
    return isAligned(*fund) ? m_aligned : m_views.at(std::clamp<qsizetype>(m_switch->current(), 0, Schedule));
}

void PoolsPage::refreshTabs()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    const auto add = [this](const QString& text, const QString& id) {
        const int index = m_tabs->addTab(text);
        m_tabs->setTabData(index, id);
        if (id == m_tab)
            m_tabs->setCurrentIndex(index);
    };
    for (const bool aligned : {false, true})
        for (const Fund& fund : plan().funds)
            if (isAligned(fund) == aligned)
                add(aligned ? tr("%1 (aligned)").arg(fund.name) : fund.name, fund.id.text());
    if (m_tabs->count() > 0)
        add(tr("VAT"), QString(vatTab));
    bool isThere = false;
    for (int i = 0; i < m_tabs->count(); ++i)
        isThere = isThere || m_tabs->tabData(i).toString() == m_tab;
    if (!isThere) {
        m_tab = m_tabs->count() > 0 ? m_tabs->tabData(0).toString() : QString();
        m_tabs->setCurrentIndex(0);
    }
}

void PoolsPage::refresh()
{
    refreshTabs();
    PoolsSection* shown = section();
    const bool isPooled = shown && m_views.contains(shown);
    m_switch->setVisible(isPooled);
    m_tabs->setVisible(shown);
    m_add->setEnabled(!document().isReadOnly());
    if (shown) {
        shown->setFund(Id(m_tab));
        shown->refresh();
        m_stack->setCurrentWidget(shown);
    } else {
        m_stack->setCurrentIndex(0);
    }
    refreshTitle();
}

void PoolsPage::refreshTitle()
{
    const QString where = contextSentence(plan(), year(), document().scenarioName(document().scenario()));
    const PoolsSection* shown = section();
    setTitle(shown ? shown->title() : tr("No pooled fund yet"),
             u"%1 %2"_s.arg(where, shown ? shown->caption() : QString()).trimmed());
}

void PoolsPage::showTab(const QString& tab)
{
    m_tab = tab;
    refresh();
}

void PoolsPage::addFund()
{
    const Id id = document().author().ids();
    const QString name = tr("New pool");
    StepBuilder builder(plan());
    builder.add(Fund::type.id, id)
        .set(Fund::type.id, id, u"name", Value(name))
        .set(Fund::type.id, id, u"kind", Value(QString(fundKind::pooled)));
    if (!document().commit(builder.step(tr("Added %1").arg(name))))
        return;
    m_tab = id.text();
    m_switch->setCurrent(Agreement);
    refresh();
    section()->showCell({QString(Fund::type.id), id, u"name"_s});
}

void PoolsPage::showCell(const PoolCell& cell)
{
    const Id owner = [&] {
        for (const EntityType* type :
             {&FundPartner::type, &FundFunction::type, &FundReport::type, &RiskTerm::type})
            if (const Id fund = plan().value(type->id, cell.id, u"fund").id(); !fund.isNull())
                return fund;
        if (const RiskTermShare* share = plan().riskTermShares.find(cell.id))
            return plan().value(RiskTerm::type.id, share->term, u"fund").id();
        if (const Scheme* scheme = plan().schemes.find(cell.id))
            return scheme->fund;
        return plan().funds.contains(cell.id) ? cell.id : Id();
    }();
    if (plan().lines.contains(cell.id)) {
        emit goTo(PageId::Schemes, {cell.id.text()});
        return;
    }
    if (owner.isNull())
        return;
    const bool isVat = cell.field == u"vatRoute";
    m_tab = isVat ? QString(vatTab) : owner.text();
    QList<int> places{Risk, Test, Agreement};
    if (plan().funds.contains(cell.id) && cell.field.isEmpty())
        places = {m_switch->current()};
    for (const int place : std::as_const(places)) {
        if (!isVat)
            m_switch->setCurrent(place);
        refresh();
        if (PoolsSection* shown = section(); shown && (shown->showCell(cell) || isVat))
            return;
    }
}

void PoolsPage::showIds(const QStringList& ids)
{
    for (const QString& text : ids) {
        const Id id(text);
        if (plan().funds.contains(id)) {
            showTab(text);
            return;
        }
        if (plan().schemes.contains(id)) {
            showCell({QString(Scheme::type.id), id, u"vatRoute"_s});
            return;
        }
        for (const EntityType* type : {&RiskTerm::type, &RiskTermShare::type, &FundPartner::type,
                                       &FundFunction::type, &FundReport::type})
            if (plan().table(type->id)->contains(id)) {
                showCell({QString(type->id), id, {}});
                return;
            }
    }
}

NavigationBadge PoolsPage::badge() const
{
    int open = 0;
    for (const FundSettlement& settlement : evaluation().risks)
        if (settlement.risk.year == year())
            open += static_cast<int>(settlement.risk.problems.size());
    return {Icon::Warning, open, tr("%n term(s) of the risk share to mend", nullptr, open)};
}

QVariantMap PoolsPage::viewState() const
{
    QVariantMap state{{u"tab"_s, m_tab}, {u"view"_s, m_viewIds.value(m_switch->current())}};
    for (qsizetype i = 0; i < m_views.size(); ++i)
        state.insert(u"in"_s + m_viewIds.at(i), m_views.at(i)->viewState());
    return state;
}

void PoolsPage::restoreViewState(const QVariantMap& state)
{
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views.at(i)->restoreViewState(state.value(u"in"_s + m_viewIds.at(i)).toMap());
    m_tab = state.value(u"tab"_s).toString();
    m_switch->setCurrent(
        static_cast<int>(qMax<qsizetype>(0, m_viewIds.indexOf(state.value(u"view"_s).toString()))));
}

void PoolsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    for (PoolsSection* view : std::as_const(m_views))
        view->setNarrow(width() < chartsBelow);
}

} // namespace placewright
