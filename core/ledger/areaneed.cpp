#include "core/ledger/areaneed.h"

#include "core/ledger/grouppeople.h"
#include "core/ledger/servicemeasures.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

// A share of a practice's people, settled to 1e-9 person half to even.
People shareOf(People people, const std::optional<Rate>& percent)
{
    if (!percent)
        return people;
    return People::fromUnits(
        (people.exact() * percent->exact() / Ratio(100)).unitsAt(9, Rounding::HalfToEven));
}

// Practices of each area, by position in Plan::practices.
QHash<Id, QList<qsizetype>> practicesByArea(const Plan& plan)
{
    QHash<Id, QList<qsizetype>> byArea;
    for (qsizetype i = 0; i < plan.practices.size(); ++i)
        byArea[plan.practices[i].area].append(i);
    return byArea;
}

AreaNeed sumOfPractices(const Plan& plan, qsizetype area, const QList<qsizetype>& memberships,
                        const PracticeTable& table, NeedMeasure measure)
{
    AreaNeed need;
    need.area = area;
    People population;
    People weighted;
    bool measured = true;
    for (const qsizetype i : memberships) {
        const PracticeMembership& membership = plan.practices[i];
        const Practice* practice = table.find(membership.practice);
        if (!practice) {
            need.unmatched.append(membership.practice);
            continue;
        }
        ++need.practices;
        population += shareOf(practice->population, membership.share);
        if (const std::optional<People>& people = practice->weightedFor(measure))
            weighted += shareOf(*people, membership.share);
        else
            measured = false;
    }
    if (need.practices > 0) {
        need.population = population;
        if (measured)
            need.weighted = weighted;
    }
    return need;
}

// Registered people come from practices, residents from a population dataset, typed ones from neither.
void notePopulationBase(LayerNeed& need, PopulationBase base, bool& first)
{
    need.base = first || need.base == base ? base : PopulationBase::Mixed;
    first = false;
}

std::optional<People> peopleOf(const AreaFigures& figures, qsizetype slot)
{
    const AreaFigures::One& one = figures.areas.at(slot);
    if (figures.fault != AreaFigures::Fault::None || !addsUp(figures.kind) || !one.sum || one.missing > 0 ||
        *one.sum < 0)
        return std::nullopt;
    return People::fromUnits(*one.sum);
}

QStringList namesOf(const Plan& plan, const LayerNeed& need, std::optional<People> AreaNeed::*figure)
{
    QStringList names;
    for (const AreaNeed& area : need.areas)
        if (!(area.*figure))
            names.append(plan.areas[area.area].name);
    return names;
}

void addPopulation(const Plan& plan, const LayerFigures& figures, LayerNeed& need)
{
    const Layer& layer = figures.layer();
    const bool hasDataset = !layer.populationDataset.isNull();
    const auto residents =
        figures.figures(layer.populationDataset, layer.populationMeasure, FigureUse::ToWeigh);
    const bool registers = hasDataset && figures.isMadeOfPractices();
    bool first = true;
    for (qsizetype slot = 0; slot < need.areas.size(); ++slot) {
        AreaNeed& area = need.areas[slot];
        const std::optional<People>& typed = plan.areas[area.area].population;
        if (typed) {
            area.population = typed;
            notePopulationBase(need, PopulationBase::Typed, first);
        } else if (hasDataset) {
            area.population = peopleOf(*residents, slot);
            notePopulationBase(need, registers ? PopulationBase::Registered : PopulationBase::Resident,
                               first);
        } else if (area.population) {
            notePopulationBase(need, PopulationBase::Registered, first);
        }
    }
    if (!hasDataset)
        return;
    need.populationProblem = {residents->fault, layer.populationDataset, layer.populationMeasure, {}};
    if (need.populationProblem)
        return;
    if (!addsUp(residents->kind))
        need.populationProblem.fault = AreaFigures::Fault::NotForThis;
    need.splitUnits = residents->split;
    need.populationProblem.areas = namesOf(plan, need, &AreaNeed::population);
    if (!need.populationProblem && !need.populationProblem.areas.isEmpty())
        need.populationProblem.fault = AreaFigures::Fault::Incomplete;
}

void addWeights(const Plan& plan, const LayerFigures& figures, LayerNeed& need)
{
    const Layer& layer = figures.layer();
    if (!need.typed && !need.measure) {
        const AreaWeights found = figures.weights(layer.needDataset, layer.needMeasure);
        need.problem = found.problem;
        for (qsizetype slot = 0; slot < found.weights.size(); ++slot)
            need.areas[slot].weighted = found.weights[slot];
        if (found.estimated)
            need.splitUnits =
                figures.figures(layer.needDataset, layer.needMeasure, FigureUse::ToWeigh)->split;
    }
    for (AreaNeed& area : need.areas)
        if (const std::optional<People>& typed = plan.areas[area.area].weightedPopulation)
            area.weighted = typed;
}

void addDeprivation(const Plan& plan, const LayerFigures& figures, LayerNeed& need)
{
    const Layer& layer = figures.layer();
    std::shared_ptr<const AreaFigures> found;
    bool lowIsMore = false;
    if (!layer.deprivationDataset.isNull()) {
        found = figures.figures(layer.deprivationDataset, layer.deprivationMeasure, FigureUse::ToOrder);
        if (const FigureColumn* column = figures.column(layer.deprivationDataset, layer.deprivationMeasure))
            lowIsMore = column->orientation == Orientation::LowIsMore;
        need.deprivationName =
            measureWords(plan, figures, layer.deprivationDataset, layer.deprivationMeasure);
    }
    bool typed = false;
    for (qsizetype slot = 0; slot < need.areas.size(); ++slot) {
        AreaNeed& area = need.areas[slot];
        if (const std::optional<Rate>& score = plan.areas[area.area].deprivation) {
            area.deprivation = score->exact();
            typed = true;
        } else if (found && found->fault == AreaFigures::Fault::None) {
            if (const std::optional<Ratio> mean = found->mean(slot))
                area.deprivation = lowIsMore ? -*mean : *mean;
        }
    }
    if (need.deprivationName.isEmpty() && typed)
        need.deprivationName = QCoreApplication::translate("AreaNeed", "Deprivation score, typed");
}

// Without a score, the share of an area's people in the most deprived fifth orders the areas.
void orderByFifth(const Plan& plan, LayerNeed& need)
{
    const QList<qsizetype> fifths = deprivationFifths(plan);
    const auto has = [](const AreaNeed& area) { return area.deprivation.has_value(); };
    if (fifths.isEmpty() || std::any_of(need.areas.begin(), need.areas.end(), has))
        return;
    const GroupPeople& first = need.groups.at(fifths.first());
    for (qsizetype slot = 0; slot < need.areas.size(); ++slot) {
        AreaNeed& area = need.areas[slot];
        People whole; // of the fifths: the layer's own people may be counted otherwise
        for (const qsizetype fifth : fifths)
            whole += need.groups.at(fifth).people.at(slot).value_or(People());
        if (first.people.at(slot) && !whole.isZero())
            area.deprivation = Ratio(first.people.at(slot)->units(), whole.units());
    }
    need.rankedByFifth = true;
    need.deprivationName =
        QCoreApplication::translate("AreaNeed", "Share of people in the most deprived fifth");
}

LayerNeed layerNeed(const Plan& plan, const Layer& layer, const NeedTables& tables,
                    const QHash<Id, QList<qsizetype>>& byArea)
{
    LayerNeed need;
    need.layer = layer.id;
    const LayerFigures figures(plan, layer, tables);
    need.sharedUnits = figures.units().shared;
    const NeedDataset* dataset = plan.needDatasets.find(layer.needDataset);
    const std::shared_ptr<const PracticeTable> table =
        dataset ? tables.practices.value(dataset->hash) : nullptr;
    const bool ofPractices = table && figures.isMadeOfPractices();
    need.typed = !ofPractices && layer.needDataset.isNull();
    if (ofPractices)
        need.measure = needMeasureFromId(layer.needMeasure).value_or(NeedMeasure::Overall);
    need.measureId = need.measure ? QString(needMeasureId(*need.measure))
                     : need.typed ? QStringLiteral("typed")
                                  : layer.needMeasure;
    need.measureName = need.measure  ? needMeasureLabel(*need.measure)
                       : !need.typed ? measureWords(plan, figures, layer.needDataset, layer.needMeasure)
                       : layer.measureName.isEmpty()
                           ? QCoreApplication::translate("AreaNeed", "Need-weighted population, typed")
                           : layer.measureName;

    for (const qsizetype position : figures.areas()) {
        AreaNeed one;
        one.area = position;
        if (ofPractices)
            one =
                sumOfPractices(plan, position, byArea.value(plan.areas[position].id), *table, *need.measure);
        need.areas.append(one);
    }
    addPopulation(plan, figures, need);
    addWeights(plan, figures, need);
    need.complete = true;
    for (const AreaNeed& one : std::as_const(need.areas)) {
        if (one.population && one.weighted) {
            need.population += *one.population;
            need.weighted += *one.weighted;
        } else {
            need.complete = false;
        }
    }
    need.complete =
        need.complete && !need.areas.isEmpty() && !need.population.isZero() && !need.weighted.isZero();
    addDeprivation(plan, figures, need);
    need.groups = groupPeople(plan, figures, need);
    orderByFifth(plan, need);
    need.services = serviceMeasures(plan, figures, need);
    return need;
}

} // namespace

const ServiceMeasure* LayerNeed::measureOf(QStringView service) const
{
    const auto found = std::find_if(services.begin(), services.end(),
                                    [service](const ServiceMeasure& one) { return one.service == service; });
    return found == services.end() ? nullptr : &*found;
}

QList<LayerNeed> layerNeeds(const Plan& plan, const NeedTables& tables)
{
    const QHash<Id, QList<qsizetype>> byArea = practicesByArea(plan);
    QList<LayerNeed> needs;
    for (const Layer& layer : plan.layers)
        needs.append(layerNeed(plan, layer, tables, byArea));
    return needs;
}

AreaNeed areaNeed(const Plan& plan, qsizetype area, const PracticeTable& table, NeedMeasure measure)
{
    return sumOfPractices(plan, area, practicesByArea(plan).value(plan.areas[area].id), table, measure);
}

} // namespace placewright
