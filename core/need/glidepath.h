#pragma once

#include "core/need/paceofchange.h"

namespace placewright {

// A path of several years towards fair shares: each year is a paceYear() that starts from the amounts of the
// year before.

struct PathArea
{
    QString key;     // distinct; decides ties
    Money opening;   // before the first year
    qint64 need = 0; // weighted people in any one unit; targets are shared by it
};

struct PathYear
{
    std::optional<Money> money; // to share in the year
    Ratio growth; // of the year before, where `money` is not given; half away from zero to the penny
    PaceRules rules;
    QList<qint64> need; // of this year, in the order of the areas; empty: that of the areas
};

struct PathStep
{
    QList<PaceArea> areas; // opening and target of each, as the year began
    PaceYear year;
};

// The steps year by year, up to and with the first that has no solution: nothing can be said of the years
// after it. Throws ArithmeticError as apportion() does, for need that is negative or zero everywhere.
QList<PathStep> glidePath(std::span<const PathArea> areas, std::span<const PathYear> years);

// The areas of the first year with their targets, for example for openingDistances().
QList<PaceArea> firstYearAreas(std::span<const PathArea> areas, const PathYear& year);

// Limits in a straight line from the worst opening distance, which is not itself among them, to `last`, one a
// year. All are `last` where no area is further below.
QList<Ratio> straightLineLimits(std::span<const PaceArea> areas, const Ratio& last, int years);

} // namespace placewright
