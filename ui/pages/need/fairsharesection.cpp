#include "ui/pages/need/fairsharesection.h"

#include "core/place/service.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"
#include "ui/models/removal.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartBelow = 1000; // of the section: narrower, the chart goes under the tables
constexpr int leastAreas = 220;
constexpr int leastWays = 134;
constexpr int leastYears = 180;

} // namespace

FairShareSection::FairShareSection(PageContext context, QWidget* parent)
    : NeedSection(context, parent)
    , m_ways(context.document)
    , m_years(context.document)
    , m_areas(new ShownModel(this))
    , m_chart(new GlideChart(this))
    , m_areasPanel(new Panel(this))
    , m_waysPanel(new Panel(this))
    , m_yearsPanel(new Panel(this))
    , m_beside(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tables(new QSplitter(Qt::Vertical, this))
{
    m_tables->addWidget(makeAreas());
    m_tables->addWidget(makeWays());
    m_tables->addWidget(makeYears());
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_tables);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_splitter->addWidget(scroll);
    m_splitter->addWidget(makeChart());
    for (QSplitter* splitter : {m_splitter, m_tables}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_tables->setSizes({290, 140, 190});
    m_splitter->setSizes({710, 500});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

QPushButton* FairShareSection::addTool(Panel& panel, const QString& text, const QString& objectName)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(objectName);
    panel.addTool(button);
    m_edits.append(button);
    return button;
}

Grid* FairShareSection::makeGrid(PlanTableModel& model, const QString& objectName, const QString& words)
{
    auto* grid = new Grid(&model, this);
    grid->view()->setObjectName(objectName);
    grid->view()->setAccessibleName(words);
    model.attach(*grid->view());
    wire(grid);
    connect(&model, &PlanTableModel::refused, this, &NeedSection::refused);
    return grid;
}

QWidget* FairShareSection::makeAreas()
{
    auto* grid = new Grid(m_areas, this);
    grid->view()->setObjectName(u"fairShareAreasGrid"_s);
    grid->view()->setAccessibleName(tr("Areas against their fair share"));
    m_areasPanel->setGrid(grid);
    m_areasPanel->setMinimumHeight(leastAreas);
    wire(grid);
    wire(m_areasPanel);
    return m_areasPanel;
}

QWidget* FairShareSection::makeWays()
{
    m_waysGrid = makeGrid(m_ways, u"fairShareWaysGrid"_s, tr("Ways to the fair share"));
    m_waysPanel->setObjectName(u"fairShareWaysPanel"_s);
    m_waysPanel->setGrid(m_waysGrid);
    m_waysPanel->setTitle(tr("Ways to the fair share"));
    m_waysPanel->setCaption(tr("Percent a year, of the whole and of an area. All are this place's own."));
    QPushButton* add = addTool(*m_waysPanel, tr("+ Way"), u"addFairShareWay"_s);
    QPushButton* gone = addTool(*m_waysPanel, tr("Delete"), u"removeFairShareWay"_s);
    add->setToolTip(tr("All money, from the plan's first year, with the three years after it"));
    gone->setToolTip(tr("Delete the way chosen, with its years"));
    connect(add, &QPushButton::clicked, this, &FairShareSection::planWay);
    connect(gone, &QPushButton::clicked, this, [this] {
        if (way())
            remove({m_way.text()});
    });
    connect(m_waysGrid->view(), &GridView::idsSelected, this, [this](const QStringList& ids) {
        if (ids.size() == 1)
            choose(Id(ids.first()));
    });
    m_waysPanel->setMinimumHeight(leastWays);
    wire(m_waysPanel);
    return m_waysPanel;
}

QWidget* FairShareSection::makeYears()
{
    m_yearsGrid = makeGrid(m_years, u"fairShareYearsGrid"_s, tr("Years on the way to the fair share"));
    m_yearsPanel->setObjectName(u"fairShareYearsPanel"_s);
    m_yearsPanel->setGrid(m_yearsGrid);
    QPushButton* add = addTool(*m_yearsPanel, tr("+ Year"), u"addFairShareYear"_s);
    QPushButton* gone = addTool(*m_yearsPanel, tr("Delete"), u"removeFairShareYear"_s);
    gone->setToolTip(tr("Delete the years selected"));
    connect(add, &QPushButton::clicked, this, [this] { m_years.addYear(); });
    connect(gone, &QPushButton::clicked, this, [this] { remove(m_yearsGrid->view()->selectedIds()); });
    m_yearsPanel->setMinimumHeight(leastYears);
    wire(m_yearsPanel);
    return m_yearsPanel;
}

QWidget* FairShareSection::makeChart()
{
    m_chart->setObjectName(u"glideChart"_s);
    auto* chart = new Panel(this);
    chart->setObjectName(u"glidePanel"_s);
    chart->setChart(m_chart);
    wire(chart);
    auto* none = new EmptyState(
        Icon::PlaceAndNeed, tr("No way to the fair share yet"),
        tr("It says how far below the fair share anybody may be at the end of each year, and what "
           "that moves."),
        tr("Plan a way to the fair share"), {}, this);
    none->setObjectName(u"noFairShareWay"_s);
    auto* empty = new Panel(this);
    empty->setBody(none);
    empty->setEnlargeable(false);
    m_beside->addWidget(chart);
    m_beside->addWidget(empty);
    connect(none, &EmptyState::mainActionRequested, this, &FairShareSection::planWay);
    connect(m_chart, &GlideChart::limitDragging, this, &FairShareSection::preview);
    connect(m_chart, &GlideChart::limitRequested, this, &FairShareSection::setLimit);
    connect(m_chart, &GlideChart::dragEnded, this, &FairShareSection::endPreview);
    return m_beside;
}

const FairSharePlan* FairShareSection::way() const
{
    const FairSharePlan* chosen = plan().fairSharePlans.find(m_way);
    return chosen && chosen->layer == layer() ? chosen : nullptr;
}

void FairShareSection::choose(const Id& chosen)
{
    if (chosen == m_way || !m_ways.ways().contains(chosen))
        return;
    m_way = chosen;
    refresh();
    emit findingChanged();
}

void FairShareSection::planWay()
{
    if (plan().years.isEmpty()) {
        emit refused(tr("Add a financial year to the plan first."));
        return;
    }
    if (const Id made = m_ways.addWay(); !made.isNull())
        choose(made);
}

void FairShareSection::remove(const QStringList& ids)
{
    const Removed removed = removeEntities(document(), ids);
    if (removed.what.isEmpty())
        return;
    if (removed.several)
        emit noticed(removed.what);
    else
        emit said(removed.what);
}

void FairShareSection::refresh()
{
    m_ways.setLayer(layer());
    const QList<Id> ways = m_ways.ways();
    if (!ways.contains(m_way))
        m_way = ways.value(0);
    const FairSharePlan* chosen = way();
    const FairShareStart start = chosen ? fairShareStart(plan(), evaluation(), *chosen)
                                        : fairShareStart(plan(), evaluation(), layer(), year());
    std::optional<FairSharePath> path;
    if (chosen)
        path = fairSharePath(plan(), evaluation(), *chosen);
    m_years.setWay(chosen ? m_way : Id(), path.value_or(FairSharePath()));
    fillFairShareTable(*m_areas, plan(), start, path ? &*path : nullptr);
    m_yearsPanel->setVisible(chosen);
    m_beside->setCurrentIndex(chosen ? 0 : 1);
    if (path)
        showChart(start, *path);
    refreshWords(start, path ? &*path : nullptr);
    for (QPushButton* button : m_edits)
        button->setEnabled(!document().isReadOnly());
}

void FairShareSection::refreshWords(const FairShareStart& start, const FairSharePath* path)
{
    const bool known = start.fault == FairSharePath::Fault::None;
    m_title = known ? tr("%1 would have to move to give areas their fair share").arg(formatMoney(start.moves))
                    : fairShareFaultWords(start.fault);
    if (m_title.endsWith(u'.'))
        m_title.chop(1);

    const QString money = start.service.isEmpty() ? tr("All money") : serviceLabel(start.service);
    QStringList parts{
        tr("%1 of %2: %3 known, %4 assumed (split by population or need), %5 not split by area.")
            .arg(money, start.year, formatMoney(start.known), formatMoney(start.assumed),
                 formatMoney(start.notSplit))};
    if (!start.elsewhere.isZero())
        parts.append(tr("%1 is split between other areas.").arg(formatMoney(start.elsewhere)));
    if (!start.measureName.isEmpty())
        parts.append(tr("Need: %1; %2.").arg(start.measureName, populationBaseWords(start.base)));
    if (start.knownOnly)
        parts.append(
            tr("Fair shares are of the known money only: assumed money has no gap by construction."));
    m_caption = parts.join(u' ');

    m_areasPanel->setTitle(tr("Areas against their fair share, %1").arg(start.year));
    m_areasPanel->setCaption(
        start.knownOnly
            ? tr("Fair share and distance: of known money, by %1. Below is −.").arg(start.measureName)
            : tr("Fair share and distance: of known and assumed money, by %1. Below is −.")
                  .arg(start.measureName.isEmpty() ? tr("no agreed measure") : start.measureName));
    if (!path)
        return;
    const qsizetype problem = firstProblem(*path);
    m_yearsPanel->setTitle(
        path->fault != FairSharePath::Fault::None ? tr("The way cannot be worked out")
        : problem < 0 ? tr("%n year(s), all can be done", nullptr, static_cast<int>(path->years.size()))
                      : tr("%1 cannot be done").arg(path->years.at(problem)));
    m_yearsPanel->setCaption(fairShareSummary(plan(), *path));
}

void FairShareSection::showChart(const FairShareStart& start, const FairSharePath& path)
{
    const FairSharePlan& chosen = *way();
    m_chart->setData(glideData(plan(), chosen, path, !document().isReadOnly()));
    const qsizetype problem = path.fault == FairSharePath::Fault::None ? firstProblem(path) : -1;
    const QString finding =
        problem < 0 ? chosen.name : tr("%1: %2 cannot be done").arg(chosen.name, path.years.at(problem));
    m_chart->setTexts(
        finding,
        tr("By %1; %2; growth of the whole apart.").arg(start.measureName, populationBaseWords(start.base)),
        fairShareSummary(plan(), path),
        contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

void FairShareSection::preview(const QString& yearId, const Ratio& limit)
{
    const FairSharePlan* chosen = way();
    if (!chosen)
        return;
    const FairSharePath path = fairSharePath(plan(), evaluation(), *chosen, Id(yearId), limit);
    m_chart->setPreview(glideData(plan(), *chosen, path, true, Id(yearId)));
    fillFairShareTable(*m_areas, plan(), fairShareStart(plan(), evaluation(), *chosen), &path);
    emit said(fairShareSummary(plan(), path));
}

void FairShareSection::endPreview()
{
    if (way())
        refresh();
}

void FairShareSection::setLimit(const QString& yearId, const Ratio& limit)
{
    const Id id(yearId);
    const FairShareYear* of = plan().fairShareYears.find(id);
    if (!of)
        return;
    const Rate percent = limitRate(limit);
    StepBuilder builder(plan());
    builder.set(FairShareYear::type.id, id, u"limit", Value(percent));
    const QString what = percent.isZero()
                             ? tr("%1: nobody below the fair share", "a year").arg(of->year)
                             : tr("%1: nobody more than %2% below the fair share", "a year, a percentage")
                                   .arg(of->year, percent.text());
    document().commit(builder.step(what));
}

bool FairShareSection::holds(const QStringList& ids) const
{
    for (const QString& id : ids)
        if (plan().fairSharePlans.contains(Id(id)) || plan().fairShareYears.contains(Id(id)))
            return true;
    return false;
}

void FairShareSection::showIds(const QStringList& ids)
{
    for (const QString& text : ids) {
        const FairShareYear* of = plan().fairShareYears.find(Id(text));
        choose(of ? of->fairSharePlan : Id(text));
    }
    m_waysGrid->view()->selectIds(ids);
    m_yearsGrid->view()->selectIds(ids);
}

QVariantMap FairShareSection::viewState() const
{
    return {{u"way"_s, m_way.text()},
            {u"splitter"_s, m_splitter->saveState()},
            {u"tables"_s, m_tables->saveState()}};
}

void FairShareSection::restoreViewState(const QVariantMap& state)
{
    m_way = Id(state.value(u"way"_s).toString());
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_tables->restoreState(state.value(u"tables"_s).toByteArray());
}

void FairShareSection::resizeEvent(QResizeEvent* event)
{
    NeedSection::resizeEvent(event);
    m_splitter->setOrientation(width() < chartBelow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
