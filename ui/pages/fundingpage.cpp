#include "ui/pages/fundingpage.h"

#include "core/words/headlines.h"
#include "ui/charts/fundingstackchart.h"
#include "ui/models/removal.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/funding/districtssection.h"
#include "ui/pages/funding/streamssection.h"
#include "ui/pages/fundingsegments.h"
#include "ui/pages/yearspanel.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartsBelow =
    1280 - space::navigation; // width of the page under which the chart goes below the balance
constexpr int leastTable = 260;
constexpr int leastBalance = 440;

const QList<QLatin1StringView> fundFields{QLatin1StringView("name"), QLatin1StringView("kind"),
                                          QLatin1StringView("host"), QLatin1StringView("note")};

bool isPooled(const Plan& plan, const Contribution& contribution)
{
    const Fund* fund = plan.funds.find(contribution.fund);
    return !fund || fund->kind != fundKind::aligned;
}

} // namespace

FundingPage::FundingPage(PageContext context, QWidget* parent)
    : Page(context, PageId::Funding, parent)
    , m_contributions(context.document)
    , m_minimums(context.document)
    , m_funds(context.document, Fund::type, fundFields, tr("Type a new fund here"))
    , m_partners(context.document)
    , m_balance(new ShownModel(this))
    , m_stack(new QStackedWidget)
    , m_streams(new StreamsSection(context, this))
    , m_districts(new DistrictsSection(context, this))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_beside(new QSplitter(Qt::Horizontal))
    , m_years(new YearsPanel(context.document))
    , m_chart(new FundingStackChart)
{
    m_chart->setObjectName(u"fundingStack"_s);
    makeActions();

    auto* years = new QWidget;
    auto* layout = new QVBoxLayout(years);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_years);
    wire(m_years);
    connect(m_years, &YearsPanel::noticed, this, &Page::noticed);
    addSection(Section::Contributions, tr("Contributions"), "Contributions", makeContributions());
    addSection(Section::Streams, tr("Streams"), "Streams", m_streams);
    addSection(Section::Minimums, tr("Minimums"), "Minimums", makeMinimums());
    addSection(Section::Districts, tr("Districts"), "Districts", m_districts);
    addSection(Section::FundsAndPartners, tr("Funds and partners"), "Funds", makeFundsAndPartners());
    addSection(Section::Years, tr("Years"), "Years", years);
    take(m_streams);
    take(m_districts);
    connect(m_districts, &DistrictsSection::partnersRequested, this,
            [this] { m_sections->setCurrent(static_cast<int>(Section::FundsAndPartners)); });

    m_sections = new SegmentedButton(m_sectionNames);
    m_sections->setObjectName(u"fundingSections"_s);
    m_sections->setAccessibleName(tr("Part of the page"));
    body()->addWidget(m_sections, 0, Qt::AlignLeft);
    body()->addWidget(m_stack, 1);
    connect(m_sections, &SegmentedButton::currentChanged, this,
            [this](int index) { showSection(static_cast<Section>(index)); });
    showSection(Section::Contributions);
}

// In the order of the enumeration.
void FundingPage::addSection(Section section, const QString& name, const char* id, QWidget* widget)
{
    m_stack->insertWidget(static_cast<int>(section), widget);
    m_sectionNames.append(name);
    m_sectionIds.append(QLatin1StringView(id));
    auto* go = new QAction(name, this);
    go->setObjectName(u"fundingSection"_s + QLatin1StringView(id));
    connect(go, &QAction::triggered, this, [this, section] {
        emit goTo(PageId::Funding, {});
        m_sections->setCurrent(static_cast<int>(section));
    });
    QWidget::addAction(go);
}

void FundingPage::take(FundingSection* section)
{
    for (Grid* grid : section->grids())
        wire(grid);
    for (Panel* panel : section->panels())
        wire(panel);
    connect(section, &FundingSection::goTo, this, &Page::goTo);
    connect(section, &FundingSection::refused, this, &Page::refused);
    connect(section, &FundingSection::noticed, this, &Page::noticed);
}

void FundingPage::makeActions()
{
    m_addContribution = addAction(tr("Contribution"), Icon::Plus, u"addContribution"_s);
    m_addFund = addAction(tr("Fund"), Icon::Plus, u"addFund"_s);
    m_addPartner = addAction(tr("Partner"), Icon::Plus, u"addPartner"_s);
    m_addAsked = addAction(tr("Add the minimums this rulebook asks for"), Icon::Plus, u"addAskedMinimums"_s);
    m_addDistricts = addAction(tr("Add the districts"), Icon::Plus, u"addDistricts"_s);
    m_addDistricts->setToolTip(tr("A grant for each district that has none this year"));
    m_delete = addAction(tr("Delete"), Icon::Close, u"deleteFunding"_s);
    m_delete->setToolTip(tr("Delete the rows selected"));
    connect(m_addContribution, &QPushButton::clicked, this, [this] {
        startTyping(*m_contributionsGrid, m_contributions, m_contributions.addContribution());
    });
    connect(m_addFund, &QPushButton::clicked, this,
            [this] { startTyping(*m_fundsGrid, m_funds, m_funds.add(tr("New fund"))); });
    connect(m_addPartner, &QPushButton::clicked, this,
            [this] { startTyping(*m_partnersGrid, m_partners, m_partners.add(tr("New partner"))); });
    connect(m_addAsked, &QPushButton::clicked, this, [this] { m_minimums.addMissing(); });
    connect(m_addDistricts, &QPushButton::clicked, m_districts, &DistrictsSection::addMissing);
    connect(m_delete, &QPushButton::clicked, this, &FundingPage::deleteSelected);
}

Grid* FundingPage::makeGrid(PlanTableModel& model, const QString& objectName, const QString& words)
{
    auto* grid = new Grid(&model);
    grid->setObjectName(objectName);
    grid->view()->setAccessibleName(words);
    model.attach(*grid->view());
    wire(grid);
    connect(&model, &PlanTableModel::refused, this, &Page::refused);
    return grid;
}

QWidget* FundingPage::makeContributions()
{
    m_contributionsGrid = makeGrid(m_contributions, u"contributionsGrid"_s, tr("Contributions by fund"));
    m_contributionsPanel = new Panel;
    m_contributionsPanel->setObjectName(u"contributionsPanel"_s);
    m_contributionsPanel->setGrid(m_contributionsGrid);
    connect(m_contributionsGrid->view(), &GridView::idsSelected, this, [this](const QStringList& ids) {
        for (const QString& id : ids)
            m_contributions.setTarget(Id(id));
    });

    auto* chart = new Panel;
    chart->setObjectName(u"fundingChartPanel"_s);
    chart->setChart(m_chart);
    auto* balance = new Grid(m_balance);
    balance->setObjectName(u"balanceGrid"_s);
    balance->view()->setRowSelection(true);
    balance->view()->setFitsRows(true);
    balance->view()->setAccessibleName(tr("Income, spend and balance by source"));
    m_balancePanel = new Panel;
    m_balancePanel->setObjectName(u"balancePanel"_s);
    m_balancePanel->setGrid(balance);

    m_beside->setObjectName(u"fundingBeside"_s);
    m_balancePanel->setMinimumWidth(leastBalance);
    m_beside->addWidget(m_balancePanel);
    m_beside->addWidget(chart);
    m_contributionsPanel->setMinimumHeight(leastTable);
    m_splitter->setObjectName(u"fundingSplitter"_s);
    m_splitter->addWidget(m_contributionsPanel);
    m_splitter->addWidget(m_beside);
    m_splitter->setSizes({455, 230});
    m_beside->setSizes({520, 690});
    for (QSplitter* splitter : {m_splitter, m_beside}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    for (Panel* panel : {m_contributionsPanel, m_balancePanel, chart})
        wire(panel);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_splitter);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget* FundingPage::makeMinimums()
{
    m_minimumsGrid = makeGrid(m_minimums, u"minimumsGrid"_s, tr("Published minimums"));
    m_minimumsPanel = new Panel;
    m_minimumsPanel->setObjectName(u"minimumsPanel"_s);
    m_minimumsPanel->setGrid(m_minimumsGrid);
    wire(m_minimumsPanel);
    return m_minimumsPanel;
}

QWidget* FundingPage::makeFundsAndPartners()
{
    m_fundsGrid = makeGrid(m_funds, u"fundsGrid"_s, tr("Funds"));
    m_partnersGrid = makeGrid(m_partners, u"partnersGrid"_s, tr("Partners"));
    m_fundsPanel = new Panel;
    m_fundsPanel->setObjectName(u"fundsPanel"_s);
    m_fundsPanel->setGrid(m_fundsGrid);
    auto* pools = new QPushButton(themeIcon(Icon::PoolsAndRisk), tr("Pools and risk"));
    pools->setObjectName(u"goToPools"_s);
    pools->setToolTip(tr("Agreement and risk share of the fund selected"));
    m_fundsPanel->addTool(pools);
    connect(pools, &QPushButton::clicked, this, &FundingPage::goToPools);
    m_partnersPanel = new Panel;
    m_partnersPanel->setObjectName(u"partnersPanel"_s);
    m_partnersPanel->setGrid(m_partnersGrid);
    auto* both = new QSplitter(Qt::Vertical);
    both->setObjectName(u"fundsSplitter"_s);
    both->setChildrenCollapsible(false);
    both->setHandleWidth(space::between);
    for (Panel* panel : {m_fundsPanel, m_partnersPanel}) {
        wire(panel);
        both->addWidget(panel);
    }
    return both;
}

void FundingPage::showSection(Section section)
{
    m_stack->setCurrentIndex(static_cast<int>(section));
    m_addContribution->setVisible(section == Section::Contributions);
    m_addAsked->setVisible(section == Section::Minimums);
    m_addFund->setVisible(section == Section::FundsAndPartners);
    m_addPartner->setVisible(section == Section::FundsAndPartners);
    m_addDistricts->setVisible(section == Section::Districts);
    m_delete->setVisible(section != Section::Years && section != Section::Streams);
}

// To the fund selected, else the first pooled one.
void FundingPage::goToPools()
{
    QString fund;
    for (const Fund& one : plan().funds)
        if (fund.isEmpty() && one.kind != fundKind::aligned)
            fund = one.id.text();
    const QStringList selected = m_fundsGrid->view()->selectedIds();
    for (const QString& id : selected)
        if (plan().funds.contains(Id(id)))
            fund = id;
    emit goTo(PageId::PoolsAndRisk, fund.isEmpty() ? QStringList() : QStringList{fund});
}

void FundingPage::startTyping(Grid& grid, PlanTableModel& model, const Id& id)
{
    if (id.isNull())
        return;
    const QModelIndex cell = grid.view()->shownIndex(model.indexOf(id));
    grid.view()->setFocus();
    grid.view()->setCurrentIndex(cell);
    grid.view()->scrollTo(cell);
    grid.view()->edit(cell);
}

void FundingPage::deleteSelected()
{
    Grid* grid = m_contributionsGrid;
    if (m_stack->currentIndex() == static_cast<int>(Section::Minimums))
        grid = m_minimumsGrid;
    else if (m_stack->currentIndex() == static_cast<int>(Section::Districts))
        grid = m_districts->grid();
    else if (m_stack->currentIndex() == static_cast<int>(Section::FundsAndPartners))
        grid = m_partnersGrid->view()->selectedIds().isEmpty() ? m_fundsGrid : m_partnersGrid;
    const Removed removed = removeEntities(document(), grid->view()->selectedIds());
    if (removed.what.isEmpty())
        return;
    if (removed.several)
        emit noticed(removed.what);
    else
        emit said(removed.what);
}

NavigationBadge FundingPage::badge() const
{
    int indicative = 0;
    const Key key{Id(year()), {}};
    for (const Contribution& contribution : plan().contributions)
        if (isPooled(plan(), contribution) && contribution.amount.contains(key) &&
            statusFromId(contribution.status.value(key)) == Status::Indicative)
            ++indicative;
    return {Icon::Indicative, indicative, tr("%n indicative figure(s)", nullptr, indicative)};
}

void FundingPage::refresh()
{
    const QString where = contextSentence(plan(), year(), document().scenarioName(document().scenario()));
    setTitle(fundingHeadline(evaluation(), year()),
             u"%1 %2"_s.arg(where, fundingCaption(evaluation(), year())));

    refreshContributions();
    m_chart->setPartners(fundingPartners(document()));
    m_chart->setTexts(partnersHeadline(plan(), evaluation(), year()),
                      tr("Pooled contributions, %1; hatched: indicative.").arg(year()),
                      fundingSummary(document()), document().scenarioName(document().scenario()));
    refreshBalance();
    refreshMinimums();
    m_fundsPanel->setTitle(tr("%n fund(s)", nullptr, static_cast<int>(plan().funds.size())));
    m_fundsPanel->setCaption(tr("Pooled under section 75 of the NHS Act 2006, with a host; or aligned: in "
                                "view, in each partner's own accounts."));
    refreshPartners();
    m_streams->refresh();
    m_districts->refresh();
    m_years->refresh();
    for (QPushButton* button : {m_addContribution, m_addFund, m_addPartner, m_delete})
        button->setEnabled(!document().isReadOnly());
    m_addDistricts->setEnabled(m_districts->canAdd());
}

void FundingPage::refreshContributions()
{
    const YearTotal* total = yearTotal(evaluation(), year());
    const bool aligned = total && !total->aligned.amount.isZero();
    const QString pooled = tr("%1 pooled").arg(formatMoney(total ? total->income.amount : Money()));
    m_contributionsPanel->setTitle(
        aligned ? tr("%1, %2 aligned").arg(pooled, formatMoney(total->aligned.amount)) : pooled);
    QStringList caption{
        tr("Contributions in pounds, by fund. Status is of %1; hatched figures are indicative.").arg(year())};
    if (const Sum brought = m_contributions.broughtForward(); !brought.amount.isZero())
        caption.append(
            tr("%1 of it was brought forward from the year before.").arg(formatMoney(brought.amount)));
    m_contributionsPanel->setCaption(caption.join(u' '));
}

void FundingPage::refreshPartners()
{
    const QString pooled = m_partners.headline();
    m_partnersPanel->setTitle(
        pooled.isEmpty() ? tr("%n partner(s)", nullptr, static_cast<int>(plan().partners.size())) : pooled);
    m_partnersPanel->setCaption(tr("The organisations that pay in, host or spend. Relevant spend is all that "
                                   "one spends here on what a pool "
                                   "could hold, %1.")
                                    .arg(year()));
}

void FundingPage::refreshBalance()
{
    const Rulebook* rulebook = document().rulebook();
    QList<const SourceTotal*> sources;
    Money income;
    Money spend;
    bool pence = false;
    for (const SourceTotal& source : evaluation().sources) {
        if (source.year != year())
            continue;
        sources.append(&source);
        income += source.income.amount;
        spend += source.spend.amount;
        pence = pence || !source.income.amount.isWholePounds() || !source.spend.amount.isWholePounds();
    }
    const Pence shown = pence ? Pence::Always : Pence::Never;
    const auto balanceCell = [&](Money balance) {
        ShownTableCell cell = moneyCell(balance, shown);
        if (balance.isNegative())
            cell.emphasis = Emphasis::Missed;
        return cell;
    };
    QList<ShownTableRow> rows;
    for (const SourceTotal* source : std::as_const(sources)) {
        const QString label = source->source.isEmpty() ? tr("No source named")
                              : rulebook               ? rulebook->shortLabel(u"sources", source->source)
                                                       : source->source;
        ShownTableCell paid = moneyCell(source->income.amount, shown);
        if (!source->income.indicative.isZero())
            paid.tooltip = tr("%1 of it is indicative.").arg(formatMoney(source->income.indicative));
        rows.append(
            {source->source,
             false,
             false,
             {textCell(label), paid, moneyCell(source->spend.amount, shown), balanceCell(source->balance)}});
    }
    const Money left = income - spend;
    rows.append({{},
                 false,
                 true,
                 {textCell(tr("Total pooled")), moneyCell(income, shown), moneyCell(spend, shown),
                  balanceCell(left)}});
    m_balance->setTable({{tr("Source"), false, true},
                         {tr("Income £"), true},
                         {tr("Planned spend £"), true},
                         {tr("Left to plan £"), true}},
                        rows);
    const bool over = std::any_of(sources.begin(), sources.end(),
                                  [](const SourceTotal* source) { return source->balance.isNegative(); });
    m_balancePanel->setTitle(left.isNegative() ? tr("%1 is planned over income").arg(formatMoney(left.abs()))
                             : over ? tr("%1 left to plan, but a source is overspent").arg(formatMoney(left))
                                    : tr("%1 is left to plan").arg(formatMoney(left)));
    m_balancePanel->setCaption(tr("Pooled income less planned spend, by source, %1.").arg(year()));
}

void FundingPage::refreshMinimums()
{
    const qsizetype missing = m_minimums.missing().size();
    const auto ofYear = [&](const Minimum& minimum) { return minimum.year.text() == year(); };
    const auto held = std::count_if(plan().minimums.begin(), plan().minimums.end(), ofYear);
    const auto blank =
        std::count_if(plan().minimums.begin(), plan().minimums.end(),
                      [&](const Minimum& minimum) { return ofYear(minimum) && !minimum.amount; });
    const QString entered =
        tr("%n minimum(s) entered for %1", nullptr, static_cast<int>(held - blank)).arg(year());
    const qsizetype unknown = missing + blank;
    m_minimumsPanel->setTitle(unknown == 0 ? entered : tr("%1, %2 not known").arg(entered).arg(unknown));
    m_minimumsPanel->setCaption(tr("Published for each board, council or ICB, and typed here with where they "
                                   "come from. One that is not known is never met."));
    m_addAsked->setEnabled(missing > 0 && !document().isReadOnly());
}

void FundingPage::showIds(const QStringList& ids)
{
    struct Spot
    {
        Section section;
        const TableBase& table;
        Grid* grid;
    };
    for (FundingSection* section :
         {static_cast<FundingSection*>(m_streams), static_cast<FundingSection*>(m_districts)}) {
        if (!section->holds(ids))
            continue;
        m_sections->setCurrent(m_stack->indexOf(section));
        section->showIds(ids);
        return;
    }
    const Spot places[] = {{Section::Contributions, plan().contributions, m_contributionsGrid},
                           {Section::Minimums, plan().minimums, m_minimumsGrid},
                           {Section::FundsAndPartners, plan().funds, m_fundsGrid},
                           {Section::FundsAndPartners, plan().partners, m_partnersGrid}};
    for (const Spot& place : places) {
        if (std::none_of(ids.begin(), ids.end(),
                         [&](const QString& id) { return place.table.contains(Id(id)); }))
            continue;
        m_sections->setCurrent(static_cast<int>(place.section));
        place.grid->view()->selectIds({});
        place.grid->view()->selectIds(ids);
        return;
    }
    if (std::any_of(ids.begin(), ids.end(), [&](const QString& id) { return plan().years.contains(Id(id)); }))
        m_sections->setCurrent(static_cast<int>(Section::Years));
}

QVariantMap FundingPage::viewState() const
{
    return {{u"section"_s, m_sectionIds.value(m_sections->current())},
            {u"streams"_s, m_streams->viewState()},
            {u"splitter"_s, m_splitter->saveState()},
            {u"beside"_s, m_beside->saveState()},
            {u"funds"_s, findChild<QSplitter*>(u"fundsSplitter"_s)->saveState()}};
}

void FundingPage::restoreViewState(const QVariantMap& state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_beside->restoreState(state.value(u"beside"_s).toByteArray());
    m_beside->setOrientation(width() < chartsBelow ? Qt::Vertical : Qt::Horizontal);
    findChild<QSplitter*>(u"fundsSplitter"_s)->restoreState(state.value(u"funds"_s).toByteArray());
    m_streams->restoreViewState(state.value(u"streams"_s).toMap());
    const qsizetype section = m_sectionIds.indexOf(state.value(u"section"_s).toString());
    m_sections->setCurrent(static_cast<int>(std::max<qsizetype>(0, section)));
}

void FundingPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_streams->setNarrow(width() < chartsBelow);
    m_beside->setOrientation(width() < chartsBelow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
