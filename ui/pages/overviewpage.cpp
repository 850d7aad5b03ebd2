#include "ui/pages/overviewpage.h"

#include "core/evaluate/needresults.h"
#include "core/ledger/grouppeople.h"
#include "core/money/apportion.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"
#include "ui/charts/fifthschart.h"
#include "ui/charts/fundingstackchart.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/fundingsegments.h"
#include "ui/pages/needgapview.h"
#include "ui/pages/worklist.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

constexpr int chartsBelow = 1100; // of the page: narrower, charts go under tables
constexpr int twoChartsFrom =
    1200; // of the page: from here two charts stand beside each other under the need chart
constexpr int barWidth = 110;

Pence penceFor(const QList<Money>& column)
{
    const bool whole =
        std::all_of(column.begin(), column.end(), [](Money money) { return money.isWholePounds(); });
    return whole ? Pence::Never : Pence::Always;
}

// Shares of a whole in tenths of a percent that add to 100.0, in the order given.
QList<qint64> tenthsOf(const QList<Money>& amounts, Money whole)
{
    QList<qint64> tenths(amounts.size(), 0);
    if (whole.isZero() ||
        std::any_of(amounts.begin(), amounts.end(), [](Money money) { return money.isNegative(); }))
        return tenths;
    QList<Ratio> weights;
    QList<int> ranks;
    for (const Money amount : amounts) {
        ranks.append(static_cast<int>(weights.size()));
        weights.append(Ratio::of(amount, whole));
    }
    return shownShares(weights, 1, ranks);
}

Panel* gridPanel(ShownModel* model, const QString& objectName, const QString& accessibleName, QWidget* parent)
{
    auto* grid = new Grid(model, parent);
    grid->view()->setObjectName(objectName);
    grid->view()->setAccessibleName(accessibleName);
    grid->view()->setFitsRows(true);
    auto* panel = new Panel(parent);
    panel->setGrid(grid);
    return panel;
}

QWidget* columnOf(const QList<QWidget*>& panels, int stretched, QWidget* parent)
{
    auto* column = new QWidget(parent);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::between);
    for (int i = 0; i < panels.size(); ++i)
        layout->addWidget(panels.at(i), i == stretched ? 1 : 0);
    return column;
}

} // namespace

OverviewPage::OverviewPage(PageContext context, QWidget* parent)
    : Page(context, PageId::Overview, parent)
    , m_sources(new ShownModel(this))
    , m_kinds(new ShownModel(this))
    , m_worklist(new Worklist(this))
    , m_need(new NeedGapView(document(), this))
    , m_fifths(new FifthsChart(this))
    , m_partners(new FundingStackChart(this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_sourcesPanel = gridPanel(m_sources, QStringLiteral("sourcesGrid"), tr("Sources of funding"), this);
    m_kindsPanel = gridPanel(m_kinds, QStringLiteral("kindsGrid"), tr("Spend by kind of care"), this);
    auto* settle = new Panel(this);
    settle->setObjectName(QStringLiteral("worklistPanel"));
    settle->setBody(m_worklist);
    settle->setEnlargeable(false);
    m_needPanel = new Panel(this);
    m_needPanel->setObjectName(QStringLiteral("needPanel"));
    m_needPanel->setChart(m_need->chart());
    auto* noNeed = new EmptyState(
        Icon::PlaceAndNeed, tr("No need to compare with yet"),
        tr("Here the money of each area stands beside its need. Enter areas, their need, and money "
           "that reaches them."),
        tr("Go to Place and need"), tr("Go to Schemes"), this);
    m_noNeedPanel = new Panel(this);
    m_noNeedPanel->setBody(noNeed);
    m_noNeedPanel->setEnlargeable(false);
    connect(noNeed, &EmptyState::mainActionRequested, this, [this] { emit goTo(PageId::PlaceAndNeed, {}); });
    connect(noNeed, &EmptyState::otherActionRequested, this, [this] { emit goTo(PageId::Schemes, {}); });
    m_partnersPanel = new Panel(this);
    m_partnersPanel->setObjectName(QStringLiteral("partnersPanel"));
    m_partners->setObjectName(QStringLiteral("fundingStackChart"));
    m_partnersPanel->setChart(m_partners);

    m_fifthsPanel = new Panel(this);
    m_fifthsPanel->setObjectName(QStringLiteral("fifthsPanel"));
    m_fifths->setObjectName(QStringLiteral("fifthsChart"));
    m_fifthsPanel->setChart(m_fifths);
    auto* pair = new QWidget(this);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight, pair);
    m_pair->setContentsMargins(0, 0, 0, 0);
    m_pair->setSpacing(space::between);
    m_pair->addWidget(m_fifthsPanel, 1);
    m_pair->addWidget(m_partnersPanel, 1);

    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(space::between);
    m_columns->addWidget(columnOf({m_sourcesPanel, m_kindsPanel, settle}, 2, this), 43);
    m_columns->addWidget(columnOf({m_needPanel, m_noNeedPanel, pair}, 0, this), 57);
    auto* inner = new QWidget(this);
    inner->setLayout(m_columns);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(scroll, 1);

    QPushButton* paper = addAction(tr("Board paper…"), Icon::Paper, QStringLiteral("boardPaper"));
    connect(paper, &QPushButton::clicked, this, &OverviewPage::boardPaperRequested);
    connect(m_worklist, &Worklist::goTo, this, &Page::goTo);
    connect(m_need, &NeedGapView::refused, this, &Page::refused);
    for (Panel* panel : {m_sourcesPanel, m_kindsPanel, m_needPanel, m_fifthsPanel, m_partnersPanel})
        wire(panel);
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool oneColumn = width() < chartsBelow;
    m_columns->setDirection(oneColumn ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const bool roomForTwo = oneColumn || width() >= twoChartsFrom;
    m_pair->setDirection(roomForTwo ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void OverviewPage::refresh()
{
    const QString where = contextSentence(plan(), year(), document().scenarioName(document().scenario()));
    setTitle(needHeadline(plan(), evaluation(), year()),
             QStringLiteral("%1 %2").arg(where, splitSentence(plan(), evaluation(), year())));
    refreshSources();
    refreshKinds();
    refreshPartners();
    refreshFifths();
    m_need->refresh();
    const bool comparable = !shownAreas(plan(), evaluation(), needLayer(plan()), year()).isEmpty();
    m_needPanel->setVisible(comparable);
    m_noNeedPanel->setVisible(!comparable);
    const QList<ToSettle> items = toSettle(plan(), document().shelf(), evaluation(), year());
    m_worklist->setItems(items);
    findChild<Panel*>(QStringLiteral("worklistPanel"))->setTitle(worklistTitle(items.size()));
}

void OverviewPage::refreshSources()
{
    m_sourcesPanel->setTitle(fundingHeadline(evaluation(), year()));
    m_sourcesPanel->setCaption(fundingCaption(evaluation(), year()));
    QList<const SourceTotal*> sources;
    QList<Money> amounts;
    Money largest;
    for (const SourceTotal& source : evaluation().sources) {
        if (source.year != year())
            continue;
        sources.append(&source);
        amounts.append(source.income.amount);
        largest = std::max(largest, source.income.amount);
    }
    const YearTotal* total = yearTotal(evaluation(), year());
    const Money whole = total ? total->income.amount : Money();
    const Pence pence = penceFor(amounts + QList<Money>{whole});
    const QList<qint64> shares = tenthsOf(amounts, whole);
    QList<ShownTableRow> rows;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const Sum& income = sources.at(i)->income;
        const QString& code = sources.at(i)->source;
        ShownTableCell name =
            textCell(document().rulebook() ? document().rulebook()->shortLabel(u"sources", code) : code);
        ShownTableCell amount = moneyCell(income.amount, pence);
        if (!income.indicative.isZero())
            amount.tooltip = tr("%1 of it is indicative").arg(formatMoney(income.indicative));
        if (income.indicative == income.amount && !income.amount.isZero())
            amount.status = QString(statusId(Status::Indicative)); // typed figures only: all of it
        ShownTableCell share = textCell(shownShare(shares.at(i)));
        share.number = shares.at(i);
        ShownTableCell bar;
        if (!largest.isZero()) {
            bar.bar = Ratio::of(income.amount, largest).toDoubleForCharts();
            bar.barHatched =
                income.amount.isZero() ? 0 : Ratio::of(income.indicative, income.amount).toDoubleForCharts();
        }
        rows.append({code, false, false, {name, amount, share, bar}});
    }
    ShownTableCell all = textCell(tr("100.0%"));
    rows.append({QString(),
                 false,
                 true,
                 {textCell(tr("Total pooled")), moneyCell(whole, pence),
                  whole.isZero() ? textCell(QString(QChar(0x2013))) : all}});
    m_sources->setTable({{tr("Source"), false, true},
                         {tr("£"), true},
                         {tr("Share"), true},
                         {QString(), false, false, barWidth}},
                        rows);
}

void OverviewPage::refreshKinds()
{
    m_kindsPanel->setTitle(kindsHeadline(evaluation(), year()));
    const QString before = yearBefore(year());
    const bool hasBefore = yearTotal(evaluation(), before) != nullptr;
    m_kindsPanel->setCaption(
        hasBefore ? tr("Planned spend by area of spend, all sources; change in percentage points.")
                  : tr("Planned spend by area of spend, all sources."));
    QStringList kinds;
    QHash<QString, Money> now;
    QHash<QString, Money> then;
    for (const KindTotal& kind : evaluation().kinds) {
        if (kind.year != year() && kind.year != before)
            continue;
        if (!kinds.contains(kind.areaOfSpend))
            kinds.append(kind.areaOfSpend);
        (kind.year == year() ? now : then)[kind.areaOfSpend] = kind.spend.amount;
    }
    std::stable_sort(kinds.begin(), kinds.end(),
                     [&](const QString& a, const QString& b) { return now.value(a) > now.value(b); });

    QList<Money> amounts;
    QList<Money> earlier;
    for (const QString& kind : kinds) {
        amounts.append(now.value(kind));
        earlier.append(then.value(kind));
    }
    const YearTotal* total = yearTotal(evaluation(), year());
    const YearTotal* totalBefore = yearTotal(evaluation(), before);
    const Money whole = total ? total->spend.amount : Money();
    const QList<qint64> shares = tenthsOf(amounts, whole);
    const QList<qint64> sharesBefore = tenthsOf(earlier, totalBefore ? totalBefore->spend.amount : Money());
    const Pence pence = penceFor(amounts);
    QList<ShownTableRow> rows;
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const QString label = document().rulebook()
                                  ? document().rulebook()->shortLabel(u"areasOfSpend", kinds.at(i))
                                  : kinds.at(i);
        QList<ShownTableCell> cells{textCell(label), moneyCell(amounts.at(i), pence)};
        if (hasBefore)
            cells.append(textCell(shownShare(sharesBefore.at(i))));
        cells.append(textCell(shownShare(shares.at(i))));
        if (hasBefore) {
            const qint64 change = shares.at(i) - sharesBefore.at(i);
            ShownTableCell points = textCell(shownGap(change));
            points.number = change;
            if (change != 0)
                points.mark = change > 0 ? Icon::Gain : Icon::Loss; // up or down; neither is better
            cells.append(points);
        }
        rows.append({kinds.at(i), false, false, cells});
    }
    QList<ShownTableCell> totals{textCell(tr("Total planned")), moneyCell(whole, pence)};
    if (hasBefore)
        totals.append(textCell(tr("100.0%")));
    totals.append(textCell(whole.isZero() ? QString(QChar(0x2013)) : tr("100.0%")));
    rows.append({QString(), false, true, totals});
    QList<ShownTableColumn> columns{{tr("Kind of care"), false, true}, {tr("%1 £").arg(year()), true}};
    if (hasBefore)
        columns.append({before, true});
    columns.append({year(), true});
    if (hasBefore)
        columns.append({tr("Points"), true});
    m_kinds->setTable(columns, rows);
}

void OverviewPage::refreshFifths()
{
    const QList<FifthTotal> totals = fifthTotals(plan(), evaluation(), needLayer(plan()), year());
    QList<FifthBar> bars;
    const QList<qsizetype> groups = deprivationFifths(plan());
    for (const FifthTotal& total : totals)
        bars.append({plan().populationGroups[groups.at(total.fifth - 1)].id.text(), total.peopleShare,
                     total.needShare, total.moneyShare});
    m_fifths->setFifths(bars);
    m_fifthsPanel->setVisible(!bars.isEmpty());
    const QString sentence = fifthSentence(totals);
    m_fifths->setTexts(
        tr("Most deprived fifth: %1 need, %2 money").arg(m_fifths->needText(0), m_fifths->moneyText(0)),
        tr("By national deprivation fifth; shares of %1. Within areas by people and need (assumed).")
            .arg(plan().place().name),
        sentence.isEmpty() ? tr("Need or money is not known for every area.") : sentence,
        contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

void OverviewPage::refreshPartners()
{
    m_partners->setPartners(fundingPartners(document()));
    m_partnersPanel->setVisible(!fundingPartners(document()).isEmpty());
    m_partners->setTexts(partnersHeadline(plan(), evaluation(), year()),
                         tr("Contributions to pooled funds, %1; hatched: indicative.").arg(year()),
                         fundingSummary(document()),
                         contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

} // namespace placewright
