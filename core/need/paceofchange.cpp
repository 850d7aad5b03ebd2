#include "core/need/paceofchange.h"

#include "core/money/apportion.h"
#include "core/money/wideint.h"

#include <algorithm>
#include <vector>

namespace placewright {

namespace {

// What the rules ask of one area, in pence.
struct Bounds
{
    Money growthFloor;
    Money floor;
    std::optional<Money> ceiling;
};

Bounds boundsOf(const PaceArea& area, const PaceRules& rules)
{
    Bounds bounds;
    bounds.growthFloor = std::max(Money(), scaled(area.opening, Ratio(1) + rules.floor, Rounding::Up));
    bounds.floor = bounds.growthFloor;
    if (rules.limit)
        bounds.floor = std::max(bounds.floor, scaled(area.target, Ratio(1) + *rules.limit, Rounding::Up));
    if (rules.ceiling) {
        // Equal floor and ceiling must not part by the penny of their rounding.
        const Money most = scaled(area.opening, Ratio(1) + *rules.ceiling, Rounding::Down);
        bounds.ceiling = std::max(most, bounds.growthFloor);
    }
    return bounds;
}

PaceProblem problemOf(std::span<const PaceArea> areas)
{
    if (areas.empty())
        return PaceProblem::NoAreas;
    Money targets;
    for (const PaceArea& area : areas) {
        if (area.opening.isNegative() || area.target.isNegative())
            return PaceProblem::NegativeMoney;
        targets += area.target;
    }
    return targets.isZero() ? PaceProblem::NoMoney : PaceProblem::None;
}

QList<int> tieOrderOf(std::span<const PaceArea> areas)
{
    QStringList keys;
    for (const PaceArea& area : areas)
        keys.append(area.key);
    return tieRanks(keys);
}

// Shares `money` in proportion to `weights`, nobody beyond their room: who would pass it is held at it and
// the rest is shared again. The rooms of those with a weight must hold the money.
QList<Money> sharedWithin(Money money, QList<qint64> weights, const QList<Money>& rooms,
                          const QList<int>& tieOrder)
{
    QList<Money> parts(weights.size());
    for (bool someoneHeld = true; someoneHeld && !money.isZero();) {
        someoneHeld = false;
        Int128 allWeights = 0;
        for (const qint64 weight : std::as_const(weights))
            allWeights += weight;
        const Int128 toShare = money.pence();
        for (qsizetype i = 0; i < weights.size(); ++i) {
            if (weights[i] > 0 && toShare * weights[i] > allWeights * rooms[i].pence()) {
                parts[i] = rooms[i];
                money -= rooms[i];
                weights[i] = 0;
                someoneHeld = true;
            }
        }
    }
    if (money.isZero())
        return parts;
    const QList<Money> rest = apportion(money, weights, tieOrder);
    for (qsizetype i = 0; i < weights.size(); ++i)
        parts[i] += rest[i];
    return parts;
}

Money sumOf(const QList<Money>& amounts)
{
    Money sum;
    for (const Money amount : amounts)
        sum += amount;
    return sum;
}

void addTo(QList<PaceShare>& shares, const QList<Money>& parts)
{
    for (qsizetype i = 0; i < shares.size(); ++i)
        shares[i].amount += parts[i];
}

// The room below the ceiling, at most `most` where there is no ceiling.
Money roomOf(const PaceShare& share, Money most)
{
    return share.ceiling ? std::min(most, *share.ceiling - share.amount) : most;
}

// What is above the floors: to the gaps, and what they and the ceilings do not take to all, by target.
void shareWhatIsLeft(PaceYear& year, std::span<const PaceArea> areas)
{
    const QList<int> tieOrder = tieOrderOf(areas);
    QList<qint64> gaps;
    QList<qint64> targets;
    QList<Money> rooms;
    for (qsizetype i = 0; i < year.areas.size(); ++i) {
        gaps.append(year.areas[i].gap.pence());
        targets.append(areas[static_cast<size_t>(i)].target.pence());
        rooms.append(roomOf(year.areas[i], year.areas[i].gap));
    }
    const Money toGaps = std::min(year.left, sumOf(rooms));
    addTo(year.areas, sharedWithin(toGaps, gaps, rooms, tieOrder));

    Money remaining = year.left - toGaps;
    for (qsizetype i = 0; i < year.areas.size(); ++i)
        rooms[i] = roomOf(year.areas[i], remaining);
    Money room; // of areas with a target, up to what remains
    for (qsizetype i = 0; i < rooms.size() && room < remaining; ++i)
        room += targets[i] > 0 ? rooms[i] : Money();
    const Money byTarget = std::min(remaining, room);
    const QList<Money> parts = sharedWithin(byTarget, targets, rooms, tieOrder);
    addTo(year.areas, parts);
    remaining -= byTarget;
    if (remaining.isZero())
        return;
    // Only areas without a target have room: alike, by what room they have.
    QList<qint64> lastRooms;
    for (qsizetype i = 0; i < rooms.size(); ++i)
        lastRooms.append(targets[i] > 0 ? 0 : roomOf(year.areas[i], remaining).pence());
    addTo(year.areas, apportion(remaining, lastRooms, tieOrder));
}

PaceBound boundOf(const PaceShare& share, Money growthFloor)
{
    if (share.ceiling && share.amount == *share.ceiling)
        return PaceBound::Ceiling;
    if (share.amount != share.floor)
        return PaceBound::Share;
    return share.floor == growthFloor ? PaceBound::GrowthFloor : PaceBound::Limit;
}

PaceYear infeasible(PaceYear year, PaceProblem problem, Money amount)
{
    year.problem = problem;
    year.amount = amount;
    year.areas.clear();
    return year;
}

} // namespace

PaceYear paceYear(std::span<const PaceArea> areas, const PaceRules& rules)
{
    PaceYear year;
    year.problem = problemOf(areas);
    if (!year.ok())
        return year;

    Money floors;
    Money ceilings;
    Money floorsAboveCeilings;
    Money limitsAboveCeilings;
    QList<Money> growthFloors;
    for (const PaceArea& area : areas) {
        const Bounds bounds = boundsOf(area, rules);
        year.money += area.target;
        floors += bounds.floor;
        growthFloors.append(bounds.growthFloor);
        year.areas.append({bounds.floor, bounds.floor, bounds.ceiling,
                           std::max(Money(), area.target - bounds.floor), PaceBound::Share});
        if (bounds.ceiling) {
            ceilings += *bounds.ceiling;
            const Money most = scaled(area.opening, Ratio(1) + *rules.ceiling, Rounding::Down);
            floorsAboveCeilings += std::max(Money(), bounds.growthFloor - most);
            limitsAboveCeilings += std::max(Money(), bounds.floor - *bounds.ceiling);
        }
    }
    year.left = year.money - floors;
    if (rules.ceiling && rules.floor > *rules.ceiling)
        return infeasible(year, PaceProblem::FloorAboveCeiling, floorsAboveCeilings);
    if (limitsAboveCeilings > Money())
        return infeasible(year, PaceProblem::LimitAboveCeiling, limitsAboveCeilings);
    if (year.left.isNegative())
        return infeasible(year, PaceProblem::FloorsAboveMoney, -year.left);
    if (rules.ceiling && ceilings < year.money)
        return infeasible(year, PaceProblem::CeilingsBelowMoney, year.money - ceilings);

    shareWhatIsLeft(year, areas);
    for (qsizetype i = 0; i < year.areas.size(); ++i)
        year.areas[i].bound = boundOf(year.areas[i], growthFloors[i]);
    return year;
}

namespace {

// One area's part in the sum of the floors as the limit rises: `floor` pence stay enough while
// target x (1 + limit) <= floor.
struct Step
{
    qint64 floor = 0;
    qint64 target = 0; // above zero
};

bool laterStep(const Step& a, const Step& b) // of floor / target
{
    return Int128(a.floor) * b.target > Int128(b.floor) * a.target;
}

// Where the sum of max(floor, target x) is `money`, or as near below it as it starts: the bend between two
// breakpoints. The steps, at least one, come in order of floor / target; `floors` is the sum with all that
// never move.
Ratio bendBelow(const std::vector<Step>& steps, qint64 money, qint64 floors)
{
    qint64 left = money - floors; // for the targets of those that move
    qint64 moving = 0;
    const auto isBefore = [&](const Step& step) { // left / moving < floor / target
        return Int128(left) * step.target < Int128(step.floor) * moving;
    };
    for (size_t i = 0; i < steps.size(); ++i) {
        left += steps[i].floor;
        moving += steps[i].target;
        if (isBefore(steps[i])) // only the first: there is less money than the floors
            return Ratio(steps[i].floor, steps[i].target);
        if (i + 1 < steps.size() && isBefore(steps[i + 1]))
            break;
    }
    return Ratio(left, moving);
}

} // namespace

std::optional<Ratio> closestFeasibleLimit(std::span<const PaceArea> areas, const PaceRules& rules)
{
    PaceRules unlimited = rules;
    unlimited.limit = std::nullopt;
    const PaceYear year = paceYear(areas, unlimited);
    if (!year.ok())
        return {};

    std::vector<Step> steps;
    std::optional<Step> underCeilings;
    for (size_t i = 0; i < areas.size(); ++i) {
        const PaceShare& share = year.areas[static_cast<qsizetype>(i)];
        if (areas[i].target.isZero())
            continue;
        steps.push_back({share.floor.pence(), areas[i].target.pence()});
        if (share.ceiling) {
            const Step reached{share.ceiling->pence(), areas[i].target.pence()};
            underCeilings = underCeilings && !laterStep(*underCeilings, reached) ? *underCeilings : reached;
        }
    }
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return laterStep(b, a); });

    // Rounding up adds less than a penny an area: start that much below the exact bend, and take the steps
    // left one by one.
    Money spare = year.left;
    const Ratio start = bendBelow(steps, year.money.pence() - static_cast<qint64>(steps.size()),
                                  year.money.pence() - spare.pence());
    for (Step& step : steps) {
        const Money needed = scaled(Money::fromPence(step.target), start, Rounding::Up);
        const Money raised = std::max(Money::fromPence(step.floor), needed);
        spare -= raised - Money::fromPence(step.floor);
        step.floor = raised.pence();
    }
    std::make_heap(steps.begin(), steps.end(), laterStep);
    for (; spare > Money(); spare -= Money::fromPence(1)) {
        std::pop_heap(steps.begin(), steps.end(), laterStep);
        ++steps.back().floor;
        std::push_heap(steps.begin(), steps.end(), laterStep);
    }
    const Step& underMoney = steps.front();
    const Step& edge = underCeilings && laterStep(underMoney, *underCeilings) ? *underCeilings : underMoney;
    return Ratio(edge.floor, edge.target) - Ratio(1);
}

std::optional<Ratio> closingDistance(const PaceArea& area, Money amount)
{
    return area.target.isZero() ? std::optional<Ratio>() : Ratio::of(amount, area.target) - Ratio(1);
}

std::optional<Ratio> growth(const PaceArea& area, Money amount)
{
    return area.opening.isZero() ? std::optional<Ratio>() : Ratio::of(amount, area.opening) - Ratio(1);
}

QList<std::optional<Ratio>> openingDistances(std::span<const PaceArea> areas)
{
    Money openings;
    Money targets;
    for (const PaceArea& area : areas) {
        openings += area.opening;
        targets += area.target;
    }
    QList<std::optional<Ratio>> distances;
    for (const PaceArea& area : areas) {
        distances.append(openings.isZero() || area.target.isZero()
                             ? std::optional<Ratio>()
                             : Ratio::of(area.opening, openings) / Ratio::of(area.target, targets) -
                                   Ratio(1));
    }
    return distances;
}

std::optional<Ratio> worstOpeningDistance(std::span<const PaceArea> areas)
{
    Money openings;
    Money targets;
    const PaceArea* worst = nullptr;
    for (const PaceArea& area : areas) {
        openings += area.opening;
        targets += area.target;
        if (!area.target.isZero() && (!worst || Int128(area.opening.pence()) * worst->target.pence() <
                                                    Int128(worst->opening.pence()) * area.target.pence()))
            worst = &area;
    }
    if (!worst || openings.isZero())
        return {};
    return Ratio::of(worst->opening, openings) / Ratio::of(worst->target, targets) - Ratio(1);
}

} // namespace placewright
