#include "ui/pages/pools/risksection.h"

#include "core/words/headlines.h"
#include "ui/models/removal.h"
#include "ui/models/riskcells.h"
#include "ui/models/riskworking.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/pools/ladderdata.h"
#include "ui/pages/pools/ladderpanel.h"
#include "ui/pages/pools/termpanel.h"
#include "ui/panel/linklabel.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTables = 400;
constexpr int leastBeside = 460;
constexpr int leastChart = 340;
constexpr int leastWorking = 190;

Icon markOf(AgreementItem::State state)
{
    switch (state) {
    case AgreementItem::State::Met:
        return Icon::Met;
    case AgreementItem::State::NotKnown:
        return Icon::NotKnown;
    case AgreementItem::State::Open:
        break;
    }
    return Icon::Warning;
}

QScrollArea* scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

RiskSection::RiskSection(PageContext context, QWidget* parent)
    : PoolsSection(context, parent)
    , m_partners(context.document, FundPartnersModel::Part::Risk)
    , m_checklist(new ShownModel(this))
    , m_working(new ShownModel(this))
    , m_chart(new RiskLadderChart(this))
    , m_partnersPanel(new Panel(this))
    , m_checklistPanel(new Panel(this))
    , m_chartPanel(new Panel(this))
    , m_workingPanel(new Panel(this))
    , m_ladder(new LadderPanel(context.document, this))
    , m_term(new TermPanel(context.document, this))
    , m_mend(new LinkLabel(tr("Go to the field"), this))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_beside(new QSplitter(Qt::Vertical))
{
    m_left = scrolled(makeTables());
    m_left->widget()->installEventFilter(this);
    m_left->setMinimumWidth(leastTables);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(makeBeside());
    for (QSplitter* splitter : {m_splitter, m_beside}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({452, 760});
    m_beside->setStretchFactor(0, 1);
    m_beside->setStretchFactor(1, 0);
    m_beside->setSizes({430, 230});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolled(m_splitter));
}

QWidget* RiskSection::makeTables()
{
    m_partnersGrid = makeGrid(m_partners, u"poolPartnersGrid"_s, tr("Partners of the fund"));
    m_partnersGrid->view()->setFitsRows(true);
    m_partnersPanel->setObjectName(u"poolPartnersPanel"_s);
    m_partnersPanel->setBody(m_partnersGrid);

    auto* checks = new Grid(m_checklist, this);
    checks->view()->setObjectName(u"agreementItemsGrid"_s);
    checks->view()->setAccessibleName(tr("How the agreement stands"));
    checks->view()->setRowSelection(true);
    checks->view()->setFitsRows(true);
    checks->view()->horizontalHeader()->hide();
    m_checklistPanel->setObjectName(u"agreementItemsPanel"_s);
    m_checklistPanel->setBody(checks);
    const auto open = [this, view = checks->view()](const QModelIndex& shown) {
        openItem(view->sourceIndex(shown));
    };
    connect(checks->view(), &QAbstractItemView::clicked, this, open);
    connect(checks->view(), &QAbstractItemView::activated, this, open);

    wire(m_ladder->ladderGrid());
    connect(m_ladder, &LadderPanel::editRequested, this, [this](const Id& term) {
        m_term->setTerm(term);
        m_left->ensureWidgetVisible(m_term);
        m_term->showCell({QString(RiskTerm::type.id), term, {}});
    });
    connect(m_ladder, &LadderPanel::deleteRequested, this, &RiskSection::remove);
    connect(m_term, &TermPanel::deleteRequested, this, &RiskSection::remove);
    connect(m_term, &TermPanel::refused, this, &PoolsSection::refused);
    connect(m_term, &TermPanel::closed, this, [this] { m_ladder->ladderGrid()->view()->setFocus(); });

    auto* tables = new QWidget;
    auto* column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    for (Panel* panel :
         {m_partnersPanel, static_cast<Panel*>(m_ladder), static_cast<Panel*>(m_term), m_checklistPanel}) {
        column->addWidget(panel);
        panel->setEnlargeable(false);
        panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        wire(panel);
    }
    column->addStretch(1);
    return tables;
}

QWidget* RiskSection::makeBeside()
{
    m_chart->setObjectName(u"riskLadder"_s);
    m_chartPanel->setObjectName(u"riskLadderPanel"_s);
    m_chartPanel->setChart(m_chart);
    m_mend->setObjectName(u"mendTerms"_s);
    m_chartPanel->addTool(m_mend);
    m_chartPanel->setMinimumHeight(leastChart);
    m_chartPanel->setMinimumWidth(leastBeside);
    connect(m_chart, &RiskLadderChart::outturnDragging, this, &RiskSection::preview);
    connect(m_chart, &RiskLadderChart::dragEnded, this, [this] {
        refresh();
        emit findingChanged();
    });
    connect(m_chart, &RiskLadderChart::outturnRequested, this, &RiskSection::test);
    connect(m_mend, &LinkLabel::clicked, this, [this] {
        const FundSettlement* settlement = settlementOf(evaluation(), fund(), year());
        if (!settlement || settlement->risk.problems.isEmpty())
            return;
        const FundRiskProblem& problem = settlement->risk.problems.first();
        emit cellRequested({problem.entity, problem.id, problem.field});
    });

    auto* working = new Grid(m_working, this);
    working->view()->setObjectName(u"riskWorkingGrid"_s);
    working->view()->setAccessibleName(tr("The test, step by step"));
    working->view()->setRowSelection(true);
    m_workingPanel->setObjectName(u"riskWorkingPanel"_s);
    m_workingPanel->setGrid(working);
    m_workingPanel->setMinimumHeight(leastWorking);
    wire(working);
    wire(m_chartPanel);
    wire(m_workingPanel);
    m_beside->addWidget(m_chartPanel);
    m_beside->addWidget(m_workingPanel);
    return m_beside;
}

void RiskSection::remove(const Id& term)
{
    const Removed removed = removeEntities(document(), {term.text()});
    if (removed.what.isEmpty())
        return;
    if (removed.several)
        emit noticed(removed.what);
    else
        emit said(removed.what);
}

void RiskSection::refresh()
{
    const FundSettlement* settlement = settlementOf(evaluation(), fund(), year());
    m_partners.setFund(fund());
    refreshPartners();
    m_ladder->setFund(fund());
    if (const RiskTerm* term = plan().riskTerms.find(m_term->term()); !term || term->fund != fund())
        m_term->setTerm(Id());
    else
        m_term->refresh();
    refreshChecklist();
    m_mend->setVisible(settlement && !settlement->risk.problems.isEmpty());
    if (settlement) {
        showSettlement(*settlement);
        showChart(*settlement);
        return;
    }
    m_title = tr("%1: nothing is planned in %2").arg(nameOf(plan(), Fund::type.id, fund()), year());
    m_caption = tr("Enter what the partners pay in, and the schemes of the fund.");
    m_data = {};
    m_data.emptyWords = tr("Enter what the partners pay in: nobody can share without it.");
    m_chart->setData(m_data);
    m_chart->setTexts(tr("No outturn to share"), {}, {}, {});
    m_working->setTable({}, {});
    m_workingPanel->setTitle(tr("Nothing is to be paid"));
    m_workingPanel->setCaption({});
}

void RiskSection::refreshPartners()
{
    const FundTotal* total = fundTotalOf(evaluation(), fund(), year());
    const qsizetype payers = m_partners.payers();
    const QString paid = formatMoney(total ? total->income.amount : Money());
    m_partnersPanel->setTitle(payers == 0 ? tr("Nobody pays in yet")
                              : payers == 1
                                  ? tr("One partner pays in %1").arg(paid)
                                  : tr("%1 partners pay in %2").arg(capitalised(numberWord(payers)), paid));
    m_partnersPanel->setCaption(tr("Pooled, shared risk. Cap: the most a partner adds to an overspend."));
}

void RiskSection::refreshChecklist()
{
    const Fund* shown = shownFund();
    m_items = shown ? agreementItems(plan(), document().rulebook(), evaluation(), *shown, year())
                    : QList<AgreementItem>();
    QList<ShownTableRow> rows;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const AgreementItem& item = m_items.at(i);
        ShownTableCell text = textCell(item.text);
        text.mark = markOf(item.state);
        ShownTableCell detail = textCell(item.detail);
        detail.emphasis = Emphasis::Secondary;
        rows.append({u"item-"_s + QString::number(i), false, false, {text, detail}});
    }
    m_checklist->setTable({{tr("Item"), false, true}, {tr("How it stands"), true}}, rows);
    m_checklistPanel->setTitle(agreementTitle(m_items));
}

void RiskSection::showSettlement(const FundSettlement& settlement)
{
    m_title = riskHeadline(plan(), settlement);
    m_caption = riskCaption(plan(), settlement);
    const RiskWorking working = riskWorking(plan(), settlement);
    m_working->setTable(working.columns, working.rows);
    m_workingPanel->setTitle(working.title);
    m_workingPanel->setCaption(working.caption);
}

void RiskSection::showChart(const FundSettlement& settlement)
{
    m_data = ladderData(plan(), evaluation(), settlement, !document().isReadOnly());
    m_chart->setData(m_data);
    m_chart->setTexts(
        ladderTitle(plan(), settlement),
        tr("Who pays at each outturn against plan. Numbers are the steps. Lower strip: −10% to +20%."),
        riskSummary(plan(), settlement),
        contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

void RiskSection::preview(Money variance)
{
    const FundSettlement* settlement = settlementOf(evaluation(), fund(), year());
    if (!settlement || !settlement->result)
        return;
    const FundSettlement at = settledAt(*settlement, variance);
    LadderData moved = m_data;
    moveTest(moved, plan(), at);
    m_chart->setPreview(moved);
    showSettlement(at);
    emit findingChanged();
}

void RiskSection::test(Money variance)
{
    const FundSettlement* settlement = settlementOf(evaluation(), fund(), year());
    if (!settlement || !settlement->result)
        return;
    const QString name = nameOf(plan(), Fund::type.id, fund());
    const QString what = variance.isZero() ? tr("%1 tested on plan").arg(name)
                                           : tr("%1 tested at %2").arg(name, formatChange(variance));
    document().commit(testStep(plan(), evaluation(), *settlement, variance, what));
}

void RiskSection::openItem(const QModelIndex& cell)
{
    if (!cell.isValid() || cell.row() >= m_items.size())
        return;
    const AgreementItem& item = m_items.at(cell.row());
    emit cellRequested({item.entity, item.id, item.field});
}

bool RiskSection::showCell(const PoolCell& cell)
{
    if (const FundPartner* entry = plan().fundPartners.find(cell.id); entry && cell.field == u"cap") {
        m_partnersGrid->view()->setFocus();
        const int column = m_partners.columnOf(cell.field, {Id(year()), {}});
        m_partnersGrid->view()->setCurrentIndex(
            m_partnersGrid->view()->shownIndex(m_partners.indexOf(cell.id, column)));
        return true;
    }
    const RiskTermShare* share = plan().riskTermShares.find(cell.id);
    const Id term = share ? share->term : cell.id;
    if (!plan().riskTerms.contains(term))
        return false;
    m_ladder->select(term);
    if (!m_term->showCell(cell))
        return false;
    m_left->ensureWidgetVisible(m_term);
    return true;
}

QVariantMap RiskSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"beside"_s, m_beside->saveState()}};
}

void RiskSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_beside->restoreState(state.value(u"beside"_s).toByteArray());
    m_splitter->setOrientation(orientation);
}

void RiskSection::setNarrow(bool narrow)
{
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    fitTables();
}

// Above the chart the tables stand whole; beside it they scroll.
void RiskSection::fitTables()
{
    const bool isAbove = m_splitter->orientation() == Qt::Vertical;
    m_left->setVerticalScrollBarPolicy(isAbove ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_left->setMinimumHeight(isAbove ? m_left->widget()->sizeHint().height() : 0);
}

bool RiskSection::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest && m_left && watched == m_left->widget())
        QMetaObject::invokeMethod(this, &RiskSection::fitTables, Qt::QueuedConnection);
    return PoolsSection::eventFilter(watched, event);
}

} // namespace placewright
