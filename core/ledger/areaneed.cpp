#include "core/ledger/areaneed.h"

#include <QCoreApplication>

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

LayerNeed layerNeed(const Plan& plan, const Layer& layer, const PracticeTables& tables,
                    const QHash<Id, QList<qsizetype>>& byArea)
{
    LayerNeed need;
    need.layer = layer.id;
    const NeedDataset* dataset = plan.needDatasets.find(layer.needDataset);
    const std::shared_ptr<const PracticeTable> table = dataset ? tables.value(dataset->hash) : nullptr;
    need.typed = !table;
    if (table)
        need.measure = needMeasureFromId(layer.needMeasure).value_or(NeedMeasure::Overall);
    need.measureName = need.measure ? needMeasureLabel(*need.measure)
                       : layer.measureName.isEmpty()
                           ? QCoreApplication::translate("AreaNeed", "Need-weighted population, typed")
                           : layer.measureName;

    need.complete = true;
    for (qsizetype i = 0; i < plan.areas.size(); ++i) {
        const Area& area = plan.areas[i];
        if (area.layer != layer.id)
            continue;
        AreaNeed one;
        one.area = i;
        if (table)
            one = sumOfPractices(plan, i, byArea.value(area.id), *table, *need.measure);
        if (area.population)
            one.population = area.population;
        if (area.weightedPopulation)
            one.weighted = area.weightedPopulation;
        if (one.population && one.weighted) {
            need.population += *one.population;
            need.weighted += *one.weighted;
        } else {
            need.complete = false;
        }
        need.areas.append(one);
    }
    need.complete =
        need.complete && !need.areas.isEmpty() && !need.population.isZero() && !need.weighted.isZero();
    return need;
}

} // namespace

QList<LayerNeed> layerNeeds(const Plan& plan, const PracticeTables& tables)
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
