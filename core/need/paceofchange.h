#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"

#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace placewright {

// One year's move of areas' money towards their targets: pace-of-change rule PoC-1, need-capitation note
// section 1.7.
//   a = the floor, max(opening x (1 + floor), target x (1 + limit)), each rounded up to the penny
//   A = a + (what is left) x gap / (all gaps), gap = max(0, target - a)
// to the penny by largest remainder, ties by key. Under a ceiling no area passes opening x (1 + ceiling),
// rounded down to the penny: those that would are held there and the rest is shared again among the others.
// What then remains, when every area below target stands at its target or its ceiling, goes to areas below
// their ceilings in proportion to their targets.

struct PaceArea
{
    QString key;   // ONS or ODS code, else entity id; distinct; decides ties
    Money opening; // what it has before the year
    Money target;  // the targets sum to the year's money
};

// Growths and distances are fractions: Ratio(2, 100) is 2%.
struct PaceRules
{
    Ratio floor;                  // least growth; may be negative
    std::optional<Ratio> ceiling; // greatest growth; none: any
    std::optional<Ratio> limit;   // least closing distance from target, Ratio(-5, 100); none: any
};

enum class PaceProblem {
    None,
    NoAreas,
    NegativeMoney,     // an opening amount or target is below zero
    NoMoney,           // the targets sum to zero
    FloorAboveCeiling, // the least growth is more than the greatest
    LimitAboveCeiling, // areas would need more than their ceilings to come within the limit
    FloorsAboveMoney,  // the floors add to more than there is
    CeilingsBelowMoney // all stand at their ceilings and money is left
};

enum class PaceBound { Share, GrowthFloor, Limit, Ceiling }; // what decided an area's amount

struct PaceShare
{
    Money amount;
    Money floor;                  // a, to the penny
    std::optional<Money> ceiling; // to the penny
    Money gap;                    // from the floor up to the target
    PaceBound bound = PaceBound::Share;
};

// Either an amount for every area, in the order given, or the problem and its exact size; never amounts
// scaled to fit.
struct PaceYear
{
    PaceProblem problem = PaceProblem::None;
    Money amount; // of the problem: what is missing, what is left over, or what floors exceed ceilings by
    Money money;  // to share: the sum of the targets
    Money left;   // above the floors
    QList<PaceShare> areas;

    bool ok() const { return problem == PaceProblem::None; }
};

// Throws ArithmeticError when a sum does not fit.
PaceYear paceYear(std::span<const PaceArea> areas, const PaceRules& rules);

// The greatest limit for which the year has a solution under the same floor and ceiling, to the penny: at it
// the year can be shared, just above it not. Nothing when no limit can be met. Exact, from the breakpoints of
// the sum of the floors.
std::optional<Ratio> closestFeasibleLimit(std::span<const PaceArea> areas, const PaceRules& rules);

// amount / target - 1 and amount / opening - 1; none where the divisor is zero.
std::optional<Ratio> closingDistance(const PaceArea& area, Money amount);
std::optional<Ratio> growth(const PaceArea& area, Money amount);
// (opening / all openings) / (target / all targets) - 1: each area's distance before the year, growth of the
// whole apart.
QList<std::optional<Ratio>> openingDistances(std::span<const PaceArea> areas);
// The lowest of them, without working the others: cheap enough for every frame of a drag.
std::optional<Ratio> worstOpeningDistance(std::span<const PaceArea> areas);

} // namespace placewright
