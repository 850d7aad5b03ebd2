#include "core/ledger/grouppeople.h"

#include "core/money/apportion.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr int fifths = 5;

std::optional<People> typedPeople(const PopulationGroup& group, const Id& area, const AreaNeed& need)
{
    const Key key{{}, area};
    if (const auto people = group.people.constFind(key); people != group.people.cend())
        return *people;
    const auto share = group.share.constFind(key);
    if (share == group.share.cend() || !need.population)
        return std::nullopt;
    return People::fromWhole(
        (need.population->exact() * share->exact() / Ratio(100)).unitsAt(0, Rounding::HalfAwayFromZero));
}

class Groups
{
public:
    Groups(const Plan& plan, const LayerFigures& figures, const LayerNeed& need)
        : m_plan(plan)
        , m_figures(figures)
        , m_need(need)
    {
    }

    QList<GroupPeople> all()
    {
        for (const PopulationGroup& group : m_plan.populationGroups)
            m_made.append(peopleOf(group));
        shareFifths();
        return m_made;
    }

private:
    GroupPeople peopleOf(const PopulationGroup& group) const
    {
        GroupPeople made;
        made.group = group.id;
        made.typed = group.dataset.isNull();
        made.people.resize(m_need.areas.size());
        for (qsizetype slot = 0; slot < m_need.areas.size(); ++slot)
            made.people[slot] = typedPeople(group, areaId(slot), m_need.areas[slot]);
        if (made.typed)
            return made;
        const bool byFifth = group.kind == groupKind::deprivationFifth || group.kind == groupKind::core20;
        const FigureColumn* column = m_figures.column(group.dataset, group.measure);
        const bool counts = column && addsUp(column->kind);
        const auto found = byFifth && !counts
                               ? m_figures.peopleInFifth(group.dataset, group.measure,
                                                         static_cast<int>(group.fifth.value_or(1)))
                               : m_figures.figures(group.dataset, group.measure, FigureUse::ToWeigh);
        made.problem = {found->fault, group.dataset, group.measure, {}};
        if (!made.problem && !addsUp(found->kind))
            made.problem.fault = AreaFigures::Fault::NotForThis;
        if (made.problem)
            return made;
        for (qsizetype slot = 0; slot < made.people.size(); ++slot) {
            const AreaFigures::One& one = found->areas.at(slot);
            if (made.people[slot])
                continue; // typed figures stand before the dataset's
            if (one.sum && one.missing == 0 && *one.sum >= 0)
                made.people[slot] = People::fromUnits(*one.sum);
            else
                made.problem.areas.append(m_plan.areas[m_need.areas[slot].area].name);
        }
        if (!made.problem.areas.isEmpty())
            made.problem.fault = AreaFigures::Fault::Incomplete;
        return made;
    }

    const Id& areaId(qsizetype slot) const { return m_plan.areas[m_need.areas[slot].area].id; }

    // Five percentages that add to 100 share the area's people out whole.
    void shareFifths()
    {
        const QList<qsizetype> groups = deprivationFifths(m_plan);
        for (qsizetype slot = 0; slot < m_need.areas.size() && !groups.isEmpty(); ++slot) {
            const std::optional<People>& people = m_need.areas[slot].population;
            if (!people || people->units() % People::unitsPerPerson != 0)
                continue;
            QList<qint64> weights;
            Ratio sum;
            for (const qsizetype group : groups) {
                const PopulationGroup& one = m_plan.populationGroups[group];
                const Key key{{}, areaId(slot)};
                if (one.people.contains(key) || !one.share.contains(key) || one.share.value(key).isNegative())
                    break;
                const Ratio share = one.share.value(key).exact();
                sum = sum + share;
                weights.append(share.unitsAt(12, Rounding::TowardsZero));
            }
            if (weights.size() != fifths || sum != Ratio(100))
                continue;
            const QList<Money> parts = apportion(Money::fromPence(people->units() / People::unitsPerPerson),
                                                 weights, QList<int>{0, 1, 2, 3, 4});
            for (int fifth = 0; fifth < fifths; ++fifth)
                m_made[groups[fifth]].people[slot] = People::fromWhole(parts[fifth].pence());
        }
    }

    const Plan& m_plan;
    const LayerFigures& m_figures;
    const LayerNeed& m_need;
    QList<GroupPeople> m_made;
};

} // namespace

QList<GroupPeople> groupPeople(const Plan& plan, const LayerFigures& figures, const LayerNeed& need)
{
    return Groups(plan, figures, need).all();
}

QList<qsizetype> deprivationFifths(const Plan& plan)
{
    QList<qsizetype> positions(fifths, -1);
    for (qsizetype i = 0; i < plan.populationGroups.size(); ++i) {
        const PopulationGroup& group = plan.populationGroups[i];
        const qint64 fifth = group.fifth.value_or(0);
        if (group.kind == groupKind::deprivationFifth && fifth >= 1 && fifth <= fifths &&
            positions[fifth - 1] < 0)
            positions[fifth - 1] = i;
    }
    return positions.contains(-1) ? QList<qsizetype>() : positions;
}

} // namespace placewright
