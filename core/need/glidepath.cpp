#include "core/need/glidepath.h"

#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"

#include <algorithm>

namespace placewright {

namespace {

QList<PaceArea> yearAreas(std::span<const PathArea> areas, const QList<Money>& openings, const PathYear& year)
{
    QStringList keys;
    QList<qint64> need;
    Money before;
    for (qsizetype i = 0; i < openings.size(); ++i) {
        keys.append(areas[static_cast<size_t>(i)].key);
        need.append(areas[static_cast<size_t>(i)].need);
        before += openings[i];
    }
    if (!year.need.isEmpty())
        need = year.need;
    const Money money =
        year.money ? *year.money : scaled(before, Ratio(1) + year.growth, Rounding::HalfAwayFromZero);
    const QList<Money> targets = apportion(money, need, tieRanks(keys));

    QList<PaceArea> result;
    for (qsizetype i = 0; i < openings.size(); ++i)
        result.append({keys[i], openings[i], targets[i]});
    return result;
}

QList<Money> openingsOf(std::span<const PathArea> areas)
{
    QList<Money> openings;
    for (const PathArea& area : areas)
        openings.append(area.opening);
    return openings;
}

} // namespace

QList<PathStep> glidePath(std::span<const PathArea> areas, std::span<const PathYear> years)
{
    QList<PathStep> steps;
    QList<Money> openings = openingsOf(areas);
    for (const PathYear& year : years) {
        const QList<PaceArea> started = yearAreas(areas, openings, year);
        steps.append({started, paceYear(started, year.rules)});
        if (!steps.last().year.ok())
            break;
        for (qsizetype i = 0; i < openings.size(); ++i)
            openings[i] = steps.last().year.areas[i].amount;
    }
    return steps;
}

QList<PaceArea> firstYearAreas(std::span<const PathArea> areas, const PathYear& year)
{
    return yearAreas(areas, openingsOf(areas), year);
}

QList<Ratio> straightLineLimits(std::span<const PaceArea> areas, const Ratio& last, int years)
{
    const Ratio worst = std::min(last, worstOpeningDistance(areas).value_or(last));
    QList<Ratio> limits;
    for (int year = 1; year <= years; ++year)
        limits.append(worst + (last - worst) * Ratio(year, years));
    return limits;
}

} // namespace placewright
