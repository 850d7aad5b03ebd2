#include "ui/pages/contracts/termssection.h"

#include "core/words/headlines.h"
#include "ui/models/contractcells.h"
#include "ui/models/shownmodel.h"
#include "ui/models/workingtable.h"
#include "ui/pages/contracts/contractedits.h"
#include "ui/pages/contracts/curvewords.h"
#include "ui/pages/contracts/factspanel.h"
#include "ui/pages/contracts/fairnesspanel.h"
#include "ui/pages/contracts/termspanel.h"
#include "ui/panel/linklabel.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastForms = 440;
constexpr int leastBeside = 480;
constexpr int leastChart = 300;
constexpr int leastBelow = 240;
constexpr int leastFairness = 324;
constexpr int besideEachOther = 700; // narrower, working and fairness stand one above the other

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

TermsSection::TermsSection(const ContractsContext& context, QWidget* parent)
    : ContractsSection(context, parent)
    , m_terms(new TermsPanel(context.page.document, context.shown, this))
    , m_indicator(new IndicatorPanel(context.page.document, context.shown, this))
    , m_facts(new FactsPanel(context.page.document, context.shown, this))
    , m_chart(new PayCurveChart(this))
    , m_chartPanel(new Panel(this))
    , m_area(new QComboBox(this))
    , m_mend(new LinkLabel(tr("Go to the field"), this))
    , m_working(new ShownModel(this))
    , m_workingPanel(new Panel(this))
    , m_fairness(new FairnessPanel(context.page.document, context.shown, this))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_beside(new QSplitter(Qt::Vertical))
    , m_below(new QSplitter(Qt::Horizontal))
{
    m_left = scrolled(makeForms());
    m_left->widget()->installEventFilter(this);
    m_left->setMinimumWidth(leastForms);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(makeBeside());
    for (QSplitter* splitter : {m_splitter, m_beside, m_below}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({leastForms, 770});
    m_beside->setStretchFactor(0, 1);
    m_beside->setStretchFactor(1, 0);
    m_beside->setSizes({leastChart, leastFairness});
    m_below->setStretchFactor(0, 1);
    m_below->setStretchFactor(1, 1);
    m_below->setSizes({430, 380});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolled(m_splitter));
}

QWidget* TermsSection::makeForms()
{
    wire(m_terms->indicatorsGrid());
    wire(m_facts->areasGrid());
    connect(m_terms, &TermsPanel::indicatorChosen, this, &ContractsSection::indicatorChosen);
    connect(m_terms, &TermsPanel::refused, this, &ContractsSection::refused);
    connect(m_facts, &FactsPanel::refused, this, &ContractsSection::refused);
    auto* forms = new QWidget;
    auto* column = new QVBoxLayout(forms);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    for (Panel* panel :
         {static_cast<Panel*>(m_terms), static_cast<Panel*>(m_indicator), static_cast<Panel*>(m_facts)}) {
        column->addWidget(panel);
        wire(panel);
    }
    column->addStretch(1);
    return forms;
}

QWidget* TermsSection::makeBeside()
{
    m_chart->setObjectName(u"payCurve"_s);
    m_chartPanel->setObjectName(u"payCurvePanel"_s);
    m_chartPanel->setChart(m_chart);
    m_mend->setObjectName(u"mendContract"_s);
    m_area->setObjectName(u"curveArea"_s);
    m_area->setAccessibleName(tr("Area of the chart"));
    m_chartPanel->addTool(m_mend);
    m_chartPanel->addTool(m_area);
    m_chartPanel->setMinimumSize(leastBeside, leastChart);
    connect(m_area, &QComboBox::activated, this, &TermsSection::showChart);
    connect(m_chart, &PayCurveChart::attainmentDragging, this, &TermsSection::preview);
    connect(m_chart, &PayCurveChart::attainmentRequested, this, &TermsSection::apply);
    connect(m_chart, &PayCurveChart::dragEnded, this, [this] {
        refresh();
        emit findingChanged();
    });
    connect(m_mend, &LinkLabel::clicked, this, [this] {
        const ContractPayment* payment = shown().payment();
        if (!payment || payment->terms.problems.isEmpty())
            return;
        const ContractProblem& problem = payment->terms.problems.first();
        emit cellRequested({problem.entity, problem.id, problem.field, problem.key});
    });

    Grid* working =
        makeShownGrid(*m_working, u"contractWorkingGrid"_s, tr("How the payment comes about, line by line"));
    m_workingPanel->setObjectName(u"contractWorkingPanel"_s);
    m_workingPanel->setGrid(working);
    onRow(working, [this](int row) { openLine(row); });
    wire(m_fairness->moneyGrid());
    wire(m_fairness->reviewGrid());
    connect(m_fairness, &FairnessPanel::reviewRequested, this, &TermsSection::reviewRequested);
    connect(m_fairness, &FairnessPanel::said, this, &ContractsSection::said);
    onRow(m_fairness->reviewGrid(), [this](int) { emit reviewRequested(); });
    for (Panel* panel : {m_chartPanel, m_workingPanel, static_cast<Panel*>(m_fairness)})
        wire(panel);
    m_workingPanel->setMinimumHeight(leastBelow);
    m_fairness->setMinimumHeight(leastFairness);
    m_below->installEventFilter(this);
    m_below->addWidget(m_workingPanel);
    m_below->addWidget(m_fairness);
    m_beside->addWidget(m_chartPanel);
    m_beside->addWidget(m_below);
    return m_beside;
}

void TermsSection::refresh()
{
    m_terms->refresh();
    m_indicator->refresh();
    m_facts->refresh();
    refreshAreas();
    const ContractPayment* payment = shown().payment();
    m_mend->setVisible(payment && !payment->terms.problems.isEmpty());
    m_fairness->refresh();
    if (payment && payment->isPaid())
        showPayment(*payment);
    else
        showNothing();
    showChart();
}

void TermsSection::refreshAreas()
{
    const QSignalBlocker quiet(m_area);
    const QVariant chosen = m_area->currentData();
    m_area->clear();
    const QList<Id> areas = shown().areas();
    for (const Id& area : areas)
        m_area->addItem(nameOf(plan(), Area::type.id, area), area.text());
    m_area->setCurrentIndex(qMax(0, m_area->findData(chosen)));
    m_area->setVisible(!areas.isEmpty());
}

std::optional<CurvePlace> TermsSection::place() const
{
    const ContractPayment* payment = shown().payment();
    if (!payment || !payment->isPaid())
        return std::nullopt;
    const CurvePlace place{payment->positionOf(shown().year()), qMax(0, m_area->currentIndex()),
                           payment->terms.indicators.indexOf(shown().indicatorId())};
    return place.year < 0 || place.indicator < 0 ? std::nullopt : std::optional(place);
}

void TermsSection::showPayment(const ContractPayment& payment)
{
    m_title = contractHeadline(plan(), payment, shown().year());
    m_caption = contractCaption(plan(), payment);
    m_lines = contractWorking(plan(), payment, shown().year());
    showWorking(*m_working, m_lines, {tr("Line"), true, false});
    m_workingPanel->setTitle(workingTitle(payment, shown().year()));
    m_workingPanel->setCaption(tr("Select a line to see its inputs."));
}

void TermsSection::showNothing()
{
    const Contract* contract = shown().contract();
    const ContractPayment* payment = shown().payment();
    m_lines.clear();
    m_working->setTable({}, {});
    m_workingPanel->setTitle(tr("The payment cannot be worked out yet"));
    m_title = contract ? tr("%1: its terms do not pay yet").arg(contract->name) : QString();
    m_caption = payment    ? contractCaption(plan(), *payment)
                : contract ? noVersionSentence(plan(), *contract)
                           : QString();
    m_workingPanel->setCaption(m_caption);
}

void TermsSection::showChart()
{
    const std::optional<CurvePlace> at = place();
    if (!at) {
        PayCurveData nothing;
        const ContractPayment* payment = shown().payment();
        nothing.emptyWords = payment && !payment->isPaid() && !payment->terms.problems.isEmpty()
                                 ? contractProblemSentence(plan(), payment->terms.problems.first())
                                 : tr("Add an indicator: outcome money is earned by what it counts.");
        m_chart->setData(nothing);
        m_chart->setTexts(tr("What each result earns is not known yet"), {}, {}, {});
        return;
    }
    const ContractPayment& payment = *shown().payment();
    const auto low = shown().paymentAt(ResultsAt::Low);
    const auto high = shown().paymentAt(ResultsAt::High);
    const bool canTry = !document().isReadOnly() && plan().years.contains(Id(shown().year()));
    m_data = payCurveData(plan(), payment, *at, {low.get(), high.get()}, canTry);
    const ContractIndicator& indicator = *plan().contractIndicators.find(shown().indicatorId());
    m_chart->setData(m_data);
    m_chart->setTexts(
        curveTitle(indicator, payment, *at), curveCaption(plan(), indicator, payment, *at),
        curveSummary(indicator, m_data),
        contextSentence(plan(), shown().year(), document().scenarioName(document().scenario())));
}

void TermsSection::preview(const QString& line, const Ratio& attainment)
{
    const std::optional<CurvePlace> at = place();
    const int fifth = fifthOf(line);
    if (!at || fifth < 0)
        return;
    const ContractPayment tried =
        withCount(*shown().payment(), *at, fifth, countAt(*shown().payment(), *at, fifth, attainment));
    PayCurveData moved = payCurveData(plan(), tried, *at, {}, true);
    for (qsizetype i = 0; i < moved.lines.size(); ++i) {
        moved.lines[i].low = m_data.lines.at(i).low;
        moved.lines[i].high = m_data.lines.at(i).high;
    }
    m_chart->setPreview(moved);
    showPayment(tried);
    m_fairness->showMoney(tried);
    emit findingChanged();
}

void TermsSection::apply(const QString& line, const Ratio& attainment)
{
    const std::optional<CurvePlace> at = place();
    const int fifth = fifthOf(line);
    if (!at || fifth < 0)
        return;
    const ContractPayment& payment = *shown().payment();
    setExpected(document(), shown().indicatorId(), fifth,
                {Id(shown().year()), payment.terms.areas.value(at->area)},
                countAt(payment, *at, fifth, attainment));
}

void TermsSection::openLine(int row)
{
    if (row < 0 || row >= m_lines.size() || m_lines.at(row).inputs.isEmpty())
        return;
    emit cellRequested(m_lines.at(row).inputs.first());
}

bool TermsSection::showCell(const CellRef& cell)
{
    if (cell.entity == ContractIndicator::type.id && plan().contractIndicators.contains(cell.id) &&
        cell.id != shown().indicatorId())
        emit indicatorChosen(cell.id);
    if (!m_terms->showCell(cell) && !m_indicator->showCell(cell) && !m_facts->showCell(cell))
        return false;
    if (QWidget* now = focusWidget(); now && m_left->isAncestorOf(now))
        m_left->ensureWidgetVisible(now);
    return true;
}

QVariantMap TermsSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()},
            {u"beside"_s, m_beside->saveState()},
            {u"below"_s, m_below->saveState()}};
}

void TermsSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_beside->restoreState(state.value(u"beside"_s).toByteArray());
    m_below->restoreState(state.value(u"below"_s).toByteArray());
    m_splitter->setOrientation(orientation);
}

void TermsSection::setNarrow(bool narrow)
{
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    fitForms();
}

// Above the chart the forms stand whole; beside it they scroll.
void TermsSection::fitForms()
{
    // The forms are never cut at the right: they scroll down only.
    const int forms = m_left->widget()->minimumSizeHint().width();
    m_left->setMinimumWidth(std::max(leastForms, forms + m_left->verticalScrollBar()->sizeHint().width()));
    const bool isAbove = m_splitter->orientation() == Qt::Vertical;
    m_left->setVerticalScrollBarPolicy(isAbove ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_left->setMinimumHeight(isAbove ? m_left->widget()->sizeHint().height() : 0);
}

void TermsSection::fitBelow()
{
    m_below->setOrientation(m_below->width() < besideEachOther ? Qt::Vertical : Qt::Horizontal);
}

bool TermsSection::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest && m_left && watched == m_left->widget())
        QMetaObject::invokeMethod(this, &TermsSection::fitForms, Qt::QueuedConnection);
    if (event->type() == QEvent::Resize && watched == m_below)
        QMetaObject::invokeMethod(this, &TermsSection::fitBelow, Qt::QueuedConnection);
    return ContractsSection::eventFilter(watched, event);
}

} // namespace placewright
