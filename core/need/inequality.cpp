#include "core/need/inequality.h"

#include "core/money/wideratio.h"
#include "core/need/distributionsums.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace placewright {

using boost::multiprecision::cpp_rational;

namespace {

constexpr double greatestExponent = 700; // exp() of more does not fit in a double

Ratio exactRatio(const Int128& numerator, const Int128& denominator)
{
    return ratioOf(cpp_rational(toCppInt(numerator), toCppInt(denominator)));
}

Int128 product(qint64 a, qint64 b)
{
    return Int128(a) * Int128(b);
}

bool lessPerHead(const SeriesRow& a, const SeriesRow& b)
{
    return product(a.amount, b.weight) < product(b.amount, a.weight);
}

// Only rows with heads, the lowest amount per head first.
std::vector<SeriesRow> byAmountPerHead(const SeriesRows& series)
{
    std::vector<SeriesRow> rows;
    std::copy_if(series.rows.begin(), series.rows.end(), std::back_inserter(rows),
                 [](const SeriesRow& row) { return row.weight > 0; });
    std::sort(rows.begin(), rows.end(), lessPerHead);
    return rows;
}

// y / mu - 1, from whole numbers, so that nothing is lost where an area is near the mean.
double aboveMean(const SeriesRow& row, const SeriesRows& series)
{
    const Int128 mean = product(series.amount, row.weight);
    return static_cast<double>(product(row.amount, series.weight) - mean) / static_cast<double>(mean);
}

// The sum over rows of share-of-`counted` x f(y / mu - 1), in an order that only the figures decide.
double sumOver(const SeriesRows& series, qint64 SeriesRow::*counted, qint64 whole,
               const std::function<double(double)>& f)
{
    std::vector<SeriesRow> rows = series.rows;
    std::sort(rows.begin(), rows.end(), [](const SeriesRow& a, const SeriesRow& b) {
        return std::tie(a.weight, a.amount) < std::tie(b.weight, b.amount);
    });
    CompensatedSum sum;
    for (const SeriesRow& row : rows) {
        if (row.*counted > 0) // 0 ln 0 is 0, and who has no heads counts for nothing
            sum.add(static_cast<double>(row.*counted) / static_cast<double>(whole) *
                    f(aboveMean(row, series)));
    }
    return sum.value();
}

bool hasZeroShare(const SeriesRows& series)
{
    return std::any_of(series.rows.begin(), series.rows.end(),
                       [](const SeriesRow& row) { return row.weight > 0 && row.amount == 0; });
}

// The logarithm of the equally spread equivalent over the mean; expm1 and log1p lose nothing near equality.
double logEquivalent(const SeriesRows& series, double aversion)
{
    const auto sum = [&series](const std::function<double(double)>& f) {
        return sumOver(series, &SeriesRow::weight, series.weight, f);
    };
    if (aversion == 1)
        return sum([](double above) { return std::log1p(above); });
    const double power = 1 - aversion;
    double least = 0; // the logarithm of the lowest amount per head over the mean
    for (const SeriesRow& row : series.rows)
        least = row.weight > 0 ? std::min(least, std::log1p(aboveMean(row, series))) : least;
    if (power * least < greatestExponent)
        return std::log1p(sum([power](double above) { return std::expm1(power * std::log1p(above)); })) /
               power;
    const double scaledSum =
        sum([power, least](double above) { return std::exp(power * (std::log1p(above) - least)); });
    return least + std::log(scaledSum) / power;
}

Basis basisOf(Series series, TieRule ties = TieRule::None)
{
    return {series.weights, RankBase::None, RankOrigin::None, ties};
}

} // namespace

QList<std::optional<Ratio>> amountsPerHead(std::span<const DistributionRow> rows, Series series)
{
    QList<std::optional<Ratio>> amounts;
    for (const SeriesRow& row : seriesRows(rows, series, WithoutHead::Keep).rows) {
        amounts.append(row.weight == 0 ? std::optional<Ratio>()
                                       : inReadUnits(Ratio(row.amount, row.weight), series.quantity));
    }
    return amounts;
}

Measured<Ratio> meanPerHead(std::span<const DistributionRow> rows, Series series)
{
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Keep);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series)};
    return {inReadUnits(Ratio(taken.amount, taken.weight), series.quantity), basisOf(series)};
}

Measured<HooverIndex> hoover(std::span<const DistributionRow> rows, Series series)
{
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Keep);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series)};
    Int128 above = 0; // what is above need equals what is below it
    for (const SeriesRow& row : taken.rows) {
        const Int128 excess = product(row.amount, taken.weight) - product(taken.amount, row.weight);
        above += excess > 0 ? excess : Int128(0);
    }
    const Ratio share = exactRatio(above, product(taken.amount, taken.weight));
    const bool isMoney = series.quantity == Quantity::Money;
    const Money moves =
        isMoney ? scaled(Money::fromPence(taken.amount), share, Rounding::HalfAwayFromZero) : Money();
    return {HooverIndex{share, moves}, basisOf(series)};
}

Measured<Ratio> gini(std::span<const DistributionRow> rows, Series series)
{
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Refuse);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series)};
    // 1 - sum p (2 x money below + own money), which the order of equal amounts per head does not change.
    Int128 under = 0;
    Int128 below = 0;
    for (const SeriesRow& row : byAmountPerHead(taken)) {
        under += Int128(row.weight) * (2 * below + row.amount);
        below += row.amount;
    }
    const Int128 whole = product(taken.amount, taken.weight);
    return {exactRatio(whole - under, whole), basisOf(series)};
}

Measured<QList<CurvePoint>> lorenz(std::span<const DistributionRow> rows, Series series)
{
    const Basis basis = basisOf(series, TieRule::OneSegment);
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Refuse);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basis};
    QList<CurvePoint> points;
    CurvePoint reached;
    const std::vector<SeriesRow> sorted = byAmountPerHead(taken);
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i == 0 || lessPerHead(sorted[i - 1], sorted[i])) {
            points.append(reached);
            points.last().keys.clear();
        }
        CurvePoint& point = points.last();
        point.keys.append(sorted[i].row->key);
        point.people += sorted[i].row->people;
        point.weighted += sorted[i].row->weighted;
        point.money += sorted[i].row->money;
        reached = point;
    }
    for (CurvePoint& point : points)
        sortByBytes(point.keys);
    return {points, basis};
}

Measured<double> theil(std::span<const DistributionRow> rows, Series series)
{
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Refuse);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series)};
    const double sum =
        sumOver(taken, &SeriesRow::amount, taken.amount, [](double above) { return std::log1p(above); });
    return {std::max(0.0, sum), basisOf(series)};
}

Measured<double> meanLogDeviation(std::span<const DistributionRow> rows, Series series)
{
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Refuse);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series)};
    if (hasZeroShare(taken))
        return {Refusal::ZeroShare, basisOf(series)};
    const double sum =
        sumOver(taken, &SeriesRow::weight, taken.weight, [](double above) { return -std::log1p(above); });
    return {std::max(0.0, sum), basisOf(series)};
}

Measured<double> atkinson(std::span<const DistributionRow> rows, Series series, double aversion)
{
    const SeriesRows taken = seriesRows(rows, series, WithoutHead::Refuse);
    if (taken.refusal != Refusal::None)
        return {taken.refusal, basisOf(series)};
    if (!(aversion > 0) || !std::isfinite(aversion))
        return {Refusal::BadAversion, basisOf(series)};
    if (aversion >= 1 && hasZeroShare(taken))
        return {1.0, basisOf(series)};

    return {std::clamp(-std::expm1(logEquivalent(taken, aversion)), 0.0, 1.0), basisOf(series)};
}

} // namespace placewright
