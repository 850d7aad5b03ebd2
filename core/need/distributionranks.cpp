#include "core/need/distributionranks.h"

#include "core/money/wideratio.h"
#include "core/need/distributionsums.h"

#include <algorithm>

namespace placewright {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

// All rows at one level of deprivation.
struct Level
{
    qint64 deprivation = 0;
    qint64 weight = 0;
    qint64 amount = 0;
    qint64 before = 0; // heads strictly more deprived

    // 2 x before + weight: the rank is this over twice all heads.
    Int128 twiceMiddle() const { return 2 * Int128(before) + weight; }
};

bool moreDeprived(qint64 a, qint64 b, Orientation orientation)
{
    return orientation == Orientation::HighIsMore ? a > b : a < b;
}

// The most deprived first.
std::vector<Level> levelsOf(const SeriesRows& series, Orientation orientation)
{
    std::vector<SeriesRow> rows = series.rows;
    std::sort(rows.begin(), rows.end(), [orientation](const SeriesRow& a, const SeriesRow& b) {
        return moreDeprived(a.row->deprivation, b.row->deprivation, orientation);
    });
    std::vector<Level> levels;
    qint64 before = 0;
    for (const SeriesRow& row : rows) {
        if (levels.empty() || levels.back().deprivation != row.row->deprivation)
            levels.push_back({row.row->deprivation, 0, 0, before});
        levels.back().weight += row.weight;
        levels.back().amount += row.amount;
        before += row.weight;
    }
    return levels;
}

// What a concentration needs: the sums over levels of amount x u and weight x u^2, where u = 2 x all heads x
// (R - 1/2).
struct Moments
{
    Int128 amount = 0;
    cpp_int square = 0;
};

Moments momentsOf(const SeriesRows& series, Orientation orientation)
{
    Moments moments;
    for (const Level& level : levelsOf(series, orientation)) {
        const Int128 u = level.twiceMiddle() - series.weight;
        moments.amount += u * level.amount;
        const cpp_int wide = toCppInt(u);
        moments.square += wide * wide * level.weight;
    }
    return moments;
}

Basis basisOf(HeadWeight weights, TieRule ties = TieRule::MiddleRank)
{
    return {weights, RankBase::Local, RankOrigin::MostDeprived, ties};
}

// The rows of a series, or why it cannot be ranked.
SeriesRows rankable(std::span<const DistributionRow> rows, Series series, Orientation orientation)
{
    SeriesRows taken = seriesRows(rows, series, WithoutHead::Refuse);
    if (taken.refusal == Refusal::None && orientation == Orientation::Unknown)
        taken.refusal = Refusal::OrientationUnknown;
    return taken;
}

Ratio exactRatio(const cpp_int& numerator, const cpp_int& denominator)
{
    return ratioOf(cpp_rational(numerator, denominator));
}

} // namespace

Measured<QList<Ratio>> fractionalRanks(std::span<const DistributionRow> rows, HeadWeight weights,
                                       Orientation orientation)
{
    // The amounts do not matter to a rank: measure the need itself, and forgive that it may be nothing.
    SeriesRows taken = seriesRows(rows, {Quantity::WeightedPeople, weights}, WithoutHead::Keep);
    if (taken.refusal == Refusal::NoAmount)
        taken.refusal = Refusal::None;
    if (taken.refusal == Refusal::None && orientation == Orientation::Unknown)
        taken.refusal = Refusal::OrientationUnknown;
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(weights)};

    const std::vector<Level> levels = levelsOf(taken, orientation);
    QList<Ratio> ranks;
    ranks.reserve(static_cast<qsizetype>(taken.rows.size()));
    for (const SeriesRow& row : taken.rows) {
        const auto level =
            std::lower_bound(levels.begin(), levels.end(), row.row->deprivation,
                             [orientation](const Level& one, qint64 deprivation) {
                                 return moreDeprived(one.deprivation, deprivation, orientation);
                             });
        ranks.append(exactRatio(toCppInt(level->twiceMiddle()), cpp_int(taken.weight) * 2));
    }
    return {ranks, basisOf(weights)};
}

Measured<Ratio> concentrationIndex(std::span<const DistributionRow> rows, Series series,
                                   Orientation orientation)
{
    const SeriesRows taken = rankable(rows, series, orientation);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series.weights)};
    const Moments moments = momentsOf(taken, orientation);
    return {exactRatio(toCppInt(moments.amount), cpp_int(taken.weight) * taken.amount),
            basisOf(series.weights)};
}

Measured<Ratio> horizontalInequity(std::span<const DistributionRow> rows, Orientation orientation)
{
    const auto money = concentrationIndex(rows, {Quantity::Money, HeadWeight::People}, orientation);
    const auto need = concentrationIndex(rows, {Quantity::WeightedPeople, HeadWeight::People}, orientation);
    if (!money.ok() || !need.ok())
        return {money.ok() ? need.refusal() : money.refusal(), money.basis()};
    return {*money - *need, money.basis()};
}

Measured<Gradient> gradient(std::span<const DistributionRow> rows, Series series, Orientation orientation)
{
    const SeriesRows taken = rankable(rows, series, orientation);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series.weights)};
    const Moments moments = momentsOf(taken, orientation);
    if (moments.square == 0)
        return {Refusal::OneLevel, basisOf(series.weights)};

    const cpp_int amount = toCppInt(moments.amount);
    const cpp_int weight = taken.weight;
    Gradient line;
    line.mean = inReadUnits(Ratio(taken.amount, taken.weight), series.quantity);
    line.rankVariance = exactRatio(moments.square, 4 * weight * weight * weight);
    line.slope = inReadUnits(exactRatio(2 * weight * amount, moments.square), series.quantity);
    line.intercept = line.mean - line.slope * Ratio(1, 2);
    if (!line.intercept.isZero())
        line.relative = (line.intercept + line.slope) / line.intercept;
    line.relativeSlope = line.slope / line.mean;
    line.concentration = exactRatio(amount, weight * taken.amount);
    line.generalisedConcentration = line.mean * line.concentration;
    return {line, basisOf(series.weights)};
}

Measured<QList<CurvePoint>> concentrationCurve(std::span<const DistributionRow> rows, Orientation orientation)
{
    const Basis basis = basisOf(HeadWeight::People, TieRule::OneSegment);
    for (const HeadWeight weights : {HeadWeight::People, HeadWeight::WeightedPeople}) {
        const SeriesRows taken = seriesRows(rows, {Quantity::Money, weights}, WithoutHead::Keep);
        if (taken.refusal != Refusal::None)
            return {taken.refusal, basis};
    }
    if (orientation == Orientation::Unknown)
        return {Refusal::OrientationUnknown, basis};

    std::vector<const DistributionRow*> sorted;
    for (const DistributionRow& row : rows)
        sorted.push_back(&row);
    std::sort(sorted.begin(), sorted.end(), [orientation](const auto* a, const auto* b) {
        return moreDeprived(a->deprivation, b->deprivation, orientation);
    });
    QList<CurvePoint> points;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i == 0 || sorted[i]->deprivation != sorted[i - 1]->deprivation) {
            points.append(points.isEmpty() ? CurvePoint() : points.last());
            points.last().keys.clear();
        }
        CurvePoint& point = points.last();
        point.keys.append(sorted[i]->key);
        point.people += sorted[i]->people;
        point.weighted += sorted[i]->weighted;
        point.money += sorted[i]->money;
    }
    for (CurvePoint& point : points)
        sortByBytes(point.keys);
    return {points, basis};
}

} // namespace placewright
