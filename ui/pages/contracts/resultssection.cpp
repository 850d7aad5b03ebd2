#include "ui/pages/contracts/resultssection.h"

#include "core/words/contractwords.h"
#include "core/words/phrases.h"
#include "ui/models/contractcells.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView field(const char* id)
{
    return QLatin1StringView(id);
}

} // namespace

ResultsSection::ResultsSection(const ContractsContext& context, QWidget* parent)
    : ContractsSection(context, parent)
    , m_results(context.page.document)
    , m_people(context.page.document)
    , m_costs(context.page.document, Contract::type,
              {field("cost"), field("costLow"), field("costHigh"), field("irrecoverableVat"),
               field("vatFunded"), field("ringFenceSpent")},
              tr("Year"))
    , m_areaCosts(context.page.document, Contract::type, {field("areaCost"), field("areaRingFenceSpent")},
                  tr("Year and area"))
    , m_termYears(context.page.document, ContractVersion::type, {field("yearUplift"), field("benchmark")},
                  tr("Year"))
    , m_areaTerms(context.page.document, ContractVersion::type, {field("areaBenchmark")}, tr("Year and area"))
    , m_factors(context.page.document, ContractVersion::type, {field("areaMarketForces")}, tr("Area"))
    , m_activities(context.page.document)
    , m_indicator(new QComboBox(this))
{
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    m_resultsGrid = makeGrid(m_results, u"contractResultsGrid"_s, tr("Results by year and fifth"));
    m_resultsGrid->view()->setFitsRows(true);
    m_peopleGrid = makeGrid(m_people, u"contractPeopleGrid"_s, tr("People by fifth"));
    m_peopleGrid->view()->setFitsRows(true);
    m_costsGrid = addYears(m_costs, "contractCostsGrid", tr("Cost, VAT, teams and training by year"));
    m_areaCostsGrid = addYears(m_areaCosts, "contractAreaCostsGrid", tr("Cost by year and area"));
    m_termYearsGrid = addYears(m_termYears, "contractTermYearsGrid", tr("Uplift and benchmark by year"));
    m_areaTermsGrid = addYears(m_areaTerms, "contractAreaTermsGrid", tr("Benchmark by year and area"));
    m_factorsGrid = addYears(m_factors, "contractFactorsGrid", tr("Market forces factor by area"));
    m_activitiesGrid = makeGrid(m_activities, u"contractActivitiesGrid"_s, tr("Paid by activity"));
    m_activitiesGrid->view()->setFitsRows(true);

    m_indicator->setObjectName(u"resultsIndicator"_s);
    m_indicator->setAccessibleName(tr("Indicator"));
    connect(m_indicator, &QComboBox::activated, this,
            [this] { emit indicatorChosen(Id(m_indicator->currentData().toString())); });
    addPanel(m_resultsGrid, "contractResultsPanel")->addTool(m_indicator);
    addPanel(m_peopleGrid, "contractPeoplePanel");
    addPanel(m_costsGrid, "contractCostsPanel");
    addPanel(m_areaCostsGrid, "contractAreaCostsPanel");
    addPanel(m_termYearsGrid, "contractTermYearsPanel");
    addPanel(m_areaTermsGrid, "contractAreaTermsPanel");
    addPanel(m_factorsGrid, "contractFactorsPanel");
    addPanel(m_activitiesGrid, "contractActivitiesPanel");
    for (Grid* grid : {m_resultsGrid, m_peopleGrid, m_costsGrid, m_areaCostsGrid, m_termYearsGrid,
                       m_areaTermsGrid, m_factorsGrid, m_activitiesGrid})
        column->addWidget(m_panelOf.value(grid));
    column->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(all);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

Grid* ResultsSection::addYears(KeyedRowsModel& model, const char* name, const QString& words)
{
    Grid* grid = makeGrid(model, QLatin1StringView(name), words);
    grid->view()->setFitsRows(true);
    const EntityType& type =
        &model == &m_costs || &model == &m_areaCosts ? Contract::type : ContractVersion::type;
    const auto idOf = [this, &type] {
        return &type == &Contract::type ? shown().contractId() : shown().versionId();
    };
    model.setRefusal([this, &type, idOf](const Field& field, const Key& key, const Value& value) {
        return shown().refusalOf({QString(type.id), idOf(), QString(field.id), key}, field, value);
    });
    model.setProblem([this, &type, idOf](QLatin1StringView field, const Key& key) {
        return shown().problemAt(type.id, idOf(), field, key);
    });
    return grid;
}

Panel* ResultsSection::addPanel(Grid* grid, const char* name)
{
    auto* panel = new Panel(this);
    panel->setObjectName(QLatin1StringView(name));
    panel->setGrid(grid);
    panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    wire(panel);
    m_panelOf.insert(grid, panel);
    return panel;
}

const ContractYear* ResultsSection::figuresOf(const Id& year) const
{
    const ContractPayment* payment = shown().payment();
    if (payment && payment->isPaid())
        for (const ContractYear& one : payment->terms.years)
            if (one.year == year.text())
                return &one;
    return nullptr;
}

std::optional<OutcomeResult> ResultsSection::resultAt(const Key& key, int fifth) const
{
    const ContractYear* year = figuresOf(key.year);
    if (!year)
        return std::nullopt;
    const ContractTerms& terms = shown().payment()->terms;
    const qsizetype indicator = terms.indicators.indexOf(shown().indicatorId());
    const qsizetype area = key.area.isNull() ? 0 : terms.areas.indexOf(key.area);
    if (indicator < 0 || area < 0)
        return std::nullopt;
    return year->figures.result(area, indicator, terms.indicators.size(), fifth);
}

std::optional<Ratio> ResultsSection::peopleAt(const Key& key, int fifth) const
{
    const ContractYear* year = figuresOf(key.year);
    const qsizetype area = !year || key.area.isNull() ? 0 : shown().payment()->terms.areas.indexOf(key.area);
    if (!year || area < 0)
        return std::nullopt;
    return year->figures.areas.at(area).people[static_cast<size_t>(fifth)];
}

QList<KeyedRowsModel::Row> ResultsSection::rows(bool byArea) const
{
    QList<KeyedRowsModel::Row> rows;
    for (const QString& year : shown().typedYears()) {
        if (!byArea)
            rows.append({Id(year), Id(), year});
        else
            for (const Id& area : shown().areas())
                rows.append({Id(year), area,
                             tr("%1, %2", "year, area").arg(year, nameOf(plan(), Area::type.id, area))});
    }
    return rows;
}

void ResultsSection::refreshIndicators()
{
    const QSignalBlocker quiet(m_indicator);
    m_indicator->clear();
    for (const Id& id : shown().indicators())
        m_indicator->addItem(nameOf(plan(), ContractIndicator::type.id, id), id.text());
    m_indicator->setCurrentIndex(m_indicator->findData(shown().indicatorId().text()));
    m_indicator->setVisible(m_indicator->count() > 1);
}

void ResultsSection::refresh()
{
    QList<Id> years;
    for (const QString& year : shown().typedYears())
        years.append(Id(year));
    refreshIndicators();
    refreshResults(years);
    refreshPeople(years);
    refreshYears();
    m_activities.show(shown().versionId(), years,
                      [this](const Id& activity, QAnyStringView field, const Key& key) {
                          return shown().problemAt(ContractActivity::type.id, activity, field, key);
                      });
    m_panelOf.value(m_activitiesGrid)->setTitle(tr("Paid by activity, beside the capitation"));
    m_panelOf.value(m_activitiesGrid)
        ->setCaption(tr("Units above or below the plan are paid at the marginal rate."));

    const Contract* contract = shown().contract();
    const ContractPayment* payment = shown().payment();
    const bool isPaid = payment && payment->isPaid();
    m_title = isPaid     ? contractHeadline(plan(), *payment, shown().year())
              : contract ? tr("%1: figures are missing").arg(contract->name)
                         : QString();
    QStringList said;
    if (payment && !payment->terms.problems.isEmpty())
        said.append(contractProblemSentence(plan(), payment->terms.problems.first()));
    QStringList beyond = shown().termYears();
    beyond.removeIf([&](const QString& year) { return years.contains(Id(year)); });
    if (!beyond.isEmpty())
        said.append(
            tr("%1: not in this plan; such a year has the figures of the year before.").arg(listed(beyond)));
    m_caption = said.join(u' ');
}

void ResultsSection::refreshResults(const QList<Id>& years)
{
    ContractResultsModel::Shown results;
    results.indicator = shown().indicatorId();
    results.years = years;
    results.areas = shown().areas();
    results.figures = [this](const Key& key, int fifth) { return resultAt(key, fifth); };
    results.problem = [this](const Id& id, QAnyStringView field, const Key& key) {
        return shown().problemAt(IndicatorResult::type.id, id, field, key);
    };
    m_results.show(results);
    Panel* panel = m_panelOf.value(m_resultsGrid);
    const ContractIndicator* indicator = plan().contractIndicators.find(shown().indicatorId());
    panel->setVisible(indicator);
    if (!indicator)
        return;
    panel->setTitle(tr("%1 by fifth").arg(indicator->name));
    QString caption = indicator->measure.isEmpty() ? QString() : tr("%1.").arg(indicator->measure);
    if (!indicator->source.isEmpty())
        caption += u' ' + tr("Source: %1.").arg(indicator->source);
    caption += u' ' + tr("A grey figure is that of the year before.");
    panel->setCaption(caption.trimmed());
}

void ResultsSection::refreshPeople(const QList<Id>& years)
{
    ContractPeopleModel::Shown people;
    people.contract = shown().contractId();
    people.years = years;
    people.areas = shown().areas();
    people.people = [this](const Key& key, int fifth) { return peopleAt(key, fifth); };
    people.problem = [this](const Id& id, QAnyStringView field, const Key& key) {
        return shown().problemAt(ContractPeople::type.id, id, field, key);
    };
    m_people.show(people);
    const Contract* contract = shown().contract();
    Panel* panel = m_panelOf.value(m_peopleGrid);
    panel->setVisible(contract && contract->peopleFrom == contractPeople::typed);
    panel->setTitle(tr("People covered, by fifth"));
    panel->setCaption(tr("Typed here, as the contract says."));
}

void ResultsSection::refreshYears()
{
    const bool byArea = !shown().areas().isEmpty();
    const QList<KeyedRowsModel::Row> years = rows(false);
    const QList<KeyedRowsModel::Row> areas = byArea ? rows(true) : QList<KeyedRowsModel::Row>();
    m_costs.setEntity(shown().contractId(), years);
    m_areaCosts.setEntity(shown().contractId(), areas);
    m_termYears.setEntity(shown().versionId(), years);
    m_areaTerms.setEntity(shown().versionId(), areas);
    QList<KeyedRowsModel::Row> places;
    if (byArea)
        for (const Id& area : shown().areas())
            places.append({Id(), area, nameOf(plan(), Area::type.id, area)});
    m_factors.setEntity(shown().versionId(), places);
    for (Grid* grid : {m_areaCostsGrid, m_areaTermsGrid, m_factorsGrid})
        m_panelOf.value(grid)->setVisible(byArea);
    const auto name = [this](Grid* grid, const QString& title, const QString& caption) {
        m_panelOf.value(grid)->setTitle(title);
        m_panelOf.value(grid)->setCaption(caption);
    };
    name(m_costsGrid, tr("What it costs the provider, by year"),
         tr("Teams and training: what was evidenced; empty: all of it. VAT: on top of cost."));
    name(m_areaCostsGrid, tr("What each area costs the provider"), {});
    name(m_termYearsGrid, tr("Uplift and cost benchmark, by year"),
         tr("Of the version of terms shown. An empty benchmark is the base."));
    name(m_areaTermsGrid, tr("Cost benchmark of each area"), {});
    name(m_factorsGrid, tr("Market forces factor of each area"), tr("Empty: that of the whole contract."));
}

bool ResultsSection::showIn(Grid* grid, const QModelIndex& at)
{
    if (!at.isValid() || m_panelOf.value(grid)->isHidden())
        return false;
    grid->view()->setFocus();
    grid->view()->setCurrentIndex(grid->view()->shownIndex(at));
    m_scroll->ensureWidgetVisible(m_panelOf.value(grid));
    return true;
}

bool ResultsSection::showCell(const CellRef& cell)
{
    if (const IndicatorResult* result = plan().indicatorResults.find(cell.id)) {
        if (result->indicator != shown().indicatorId())
            emit indicatorChosen(result->indicator);
        return showIn(m_resultsGrid, m_results.indexOfCell(cell));
    }
    if (plan().contractPeople.contains(cell.id))
        return showIn(m_peopleGrid, m_people.indexOfCell(cell));
    if (plan().contractActivities.contains(cell.id))
        return showIn(m_activitiesGrid, m_activities.indexOfCell(cell));
    if (cell.entity == ContractIndicator::type.id && cell.id == shown().indicatorId())
        return showIn(m_resultsGrid, m_results.index(0, 0));
    const bool isContract = cell.entity == Contract::type.id;
    for (const auto& [grid, model] :
         {std::pair(m_costsGrid, &m_costs), std::pair(m_areaCostsGrid, &m_areaCosts),
          std::pair(m_termYearsGrid, &m_termYears), std::pair(m_areaTermsGrid, &m_areaTerms),
          std::pair(m_factorsGrid, &m_factors)}) {
        const bool isOfContract = model == &m_costs || model == &m_areaCosts;
        if (isOfContract == isContract && showIn(grid, model->indexOfCell(cell.field, cell.key)))
            return true;
    }
    return false;
}

} // namespace placewright
