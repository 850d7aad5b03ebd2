#include "core/need/distributionslopes.h"

#include "core/need/distributionsums.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <tuple>

namespace placewright {

namespace {

// One row ready for a fit: its share of the people, where it stands, and its value.
struct Point
{
    double share = 0;
    double rank = 0;
    double value = 0;
};

struct Points
{
    std::vector<Point> points;
    Refusal refusal = Refusal::None;
};

constexpr Basis localBasis{HeadWeight::People, RankBase::Local, RankOrigin::MostDeprived,
                           TieRule::MiddleRank};
constexpr Basis nationalBasis{HeadWeight::People, RankBase::National, RankOrigin::LeastDeprived,
                              TieRule::None};

double shareOf(const Int128& part, const Int128& whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

template <class Row> Refusal refusalOf(std::span<const Row> rows, double Row::*value, People& all)
{
    if (rows.empty())
        return Refusal::NoRows;
    for (const Row& row : rows) {
        if (row.people.units() < 0)
            return Refusal::NegativeFigure;
        if (!std::isfinite(row.*value))
            return Refusal::NotANumber;
        all += row.people;
    }
    return all.isZero() ? Refusal::NoPeople : Refusal::None;
}

// The most deprived first.
std::vector<const OutcomeRow*> sortedRows(std::span<const OutcomeRow> rows, Orientation orientation)
{
    std::vector<const OutcomeRow*> sorted;
    for (const OutcomeRow& row : rows)
        sorted.push_back(&row);
    std::sort(sorted.begin(), sorted.end(), [orientation](const OutcomeRow* a, const OutcomeRow* b) {
        if (a->deprivation != b->deprivation)
            return (a->deprivation < b->deprivation) == (orientation == Orientation::LowIsMore);
        if (a->key != b->key)
            return lessInBytes(a->key, b->key);
        return std::tuple(a->people.units(), a->value) < std::tuple(b->people.units(), b->value);
    });
    return sorted;
}

Points rankedPoints(std::span<const OutcomeRow> rows, Orientation orientation)
{
    People all;
    Points result;
    result.refusal = refusalOf(rows, &OutcomeRow::value, all);
    if (result.refusal == Refusal::None && orientation == Orientation::Unknown)
        result.refusal = Refusal::OrientationUnknown;
    if (result.refusal != Refusal::None)
        return result;

    const std::vector<const OutcomeRow*> sorted = sortedRows(rows, orientation);
    Int128 before = 0;
    for (size_t first = 0; first < sorted.size();) {
        size_t end = first;
        Int128 level = 0;
        for (; end < sorted.size() && sorted[end]->deprivation == sorted[first]->deprivation; ++end)
            level += sorted[end]->people.units();
        const double rank = shareOf(2 * before + level, 2 * Int128(all.units()));
        for (; first < end; ++first) {
            const qint64 people = sorted[first]->people.units();
            result.points.push_back({shareOf(people, all.units()), rank, sorted[first]->value});
        }
        before += level;
    }
    return result;
}

double meanOf(const std::vector<Point>& points, double Point::*figure)
{
    CompensatedSum sum;
    for (const Point& point : points)
        sum.add(point.share * (point.*figure));
    return sum.value();
}

struct Fit
{
    double slope = 0;
    double intercept = 0;
    double mean = 0;
};

// Least squares of value on rank, weighted by share; nothing where all stand at one rank.
std::optional<Fit> fitted(const std::vector<Point>& points)
{
    const double mean = meanOf(points, &Point::value);
    const double middle = meanOf(points, &Point::rank);
    CompensatedSum together;
    CompensatedSum square;
    for (const Point& point : points) {
        const double away = point.rank - middle;
        together.add(point.share * (point.value - mean) * away);
        square.add(point.share * away * away);
    }
    std::optional<double> rank;
    bool oneRank = true;
    for (const Point& point : points) {
        if (point.share > 0) {
            oneRank = oneRank && (!rank || *rank == point.rank);
            rank = point.rank;
        }
    }
    if (oneRank || !(square.value() > 0))
        return {};
    const double slope = together.value() / square.value();
    return Fit{slope, mean - slope * middle, mean};
}

SlopeIndex indexOf(double atMost, double atLeast, double mean)
{
    SlopeIndex index;
    index.slope = atLeast - atMost;
    index.intercept = atMost;
    index.mean = mean;
    if (atMost != 0)
        index.relative = atLeast / atMost;
    if (mean != 0)
        index.relativeSlope = index.slope / mean;
    return index;
}

bool canTransform(double value, ValueTransform transform)
{
    return transform == ValueTransform::None ||
           (value > 0 && (transform == ValueTransform::Log || value < 1));
}

double transformed(double value, ValueTransform transform)
{
    switch (transform) {
    case ValueTransform::None:
        return value;
    case ValueTransform::Log:
        return std::log(value);
    case ValueTransform::Logit:
        return std::log(value / (1 - value));
    }
    return value;
}

double turnedBack(double value, ValueTransform transform)
{
    switch (transform) {
    case ValueTransform::None:
        return value;
    case ValueTransform::Log:
        return std::exp(value);
    case ValueTransform::Logit:
        return 1 / (1 + std::exp(-value));
    }
    return value;
}

Refusal refusalOfGroups(std::span<const OutcomeRow> groups, ValueTransform transform)
{
    if (groups.size() < 5)
        return Refusal::TooFewGroups;
    if (groups.size() > 100)
        return Refusal::TooManyGroups;
    QList<qint64> levels;
    for (const OutcomeRow& group : groups) {
        if (group.people.isZero())
            return Refusal::EmptyGroup;
        if (!canTransform(group.value, transform))
            return Refusal::OutsideTransform;
        levels.append(group.deprivation);
    }
    std::sort(levels.begin(), levels.end());
    const bool repeated = std::adjacent_find(levels.begin(), levels.end()) != levels.end();
    return repeated ? Refusal::RepeatedGroup : Refusal::None;
}

} // namespace

Measured<SlopeIndex> slopeIndex(std::span<const OutcomeRow> rows, Orientation orientation)
{
    const Points ranked = rankedPoints(rows, orientation);
    if (ranked.refusal != Refusal::None)
        return {ranked.refusal, localBasis};
    const std::optional<Fit> fit = fitted(ranked.points);
    if (!fit)
        return {Refusal::OneLevel, localBasis};
    return {indexOf(fit->intercept, fit->intercept + fit->slope, fit->mean), localBasis};
}

Measured<SlopeIndex> groupSlopeIndex(std::span<const OutcomeRow> groups, Orientation orientation,
                                     ValueTransform transform, double multiplier)
{
    Points ranked = rankedPoints(groups, orientation);
    if (ranked.refusal == Refusal::None)
        ranked.refusal = refusalOfGroups(groups, transform);
    if (ranked.refusal == Refusal::None && !std::isfinite(multiplier))
        ranked.refusal = Refusal::NotANumber;
    if (ranked.refusal != Refusal::None)
        return {ranked.refusal, localBasis};

    const double mean = meanOf(ranked.points, &Point::value);
    for (Point& point : ranked.points)
        point.value = transformed(point.value, transform);
    const std::optional<Fit> fit = fitted(ranked.points);
    if (!fit)
        return {Refusal::OneLevel, localBasis};
    SlopeIndex index = indexOf(turnedBack(fit->intercept, transform),
                               turnedBack(fit->intercept + fit->slope, transform), mean);
    if (transform == ValueTransform::None)
        index.slope = fit->slope;
    index.slope *= multiplier;
    if (index.relativeSlope)
        index.relativeSlope = index.slope / mean;
    if (multiplier < 0 && index.relative) {
        const double upright = *index.relative;
        index.relative = upright == 0 ? std::optional<double>() : 1 / upright;
    }
    return {index, localBasis};
}

Measured<OutcomeConcentration> outcomeConcentration(std::span<const OutcomeRow> rows, Orientation orientation)
{
    const Points ranked = rankedPoints(rows, orientation);
    if (ranked.refusal != Refusal::None)
        return {ranked.refusal, localBasis};
    const double mean = meanOf(ranked.points, &Point::value);
    if (mean == 0)
        return {Refusal::NoMean, localBasis};
    CompensatedSum together;
    for (const Point& point : ranked.points)
        together.add(point.share * (point.value - mean) * (point.rank - 0.5));
    return {OutcomeConcentration{2 * together.value() / mean, mean}, localBasis};
}

std::optional<double> erreygersIndex(const OutcomeConcentration& concentration, double least, double most)
{
    if (!(most > least) || concentration.mean < least || concentration.mean > most)
        return {};
    return 4 * concentration.generalised() / (most - least);
}

std::optional<double> wagstaffIndex(const OutcomeConcentration& concentration)
{
    if (concentration.mean <= 0 || concentration.mean >= 1)
        return {};
    return concentration.index / (1 - concentration.mean);
}

Measured<double> attributableShare(std::span<const OutcomeRow> rows, Orientation orientation)
{
    const Points ranked = rankedPoints(rows, orientation);
    if (ranked.refusal != Refusal::None)
        return {ranked.refusal, localBasis};
    const double mean = meanOf(ranked.points, &Point::value);
    if (mean == 0)
        return {Refusal::NoMean, localBasis};
    CompensatedSum share;
    CompensatedSum total;
    for (const Point& point : ranked.points) {
        if (point.rank == ranked.points.back().rank) {
            share.add(point.share);
            total.add(point.share * point.value);
        }
    }
    if (share.value() == 0)
        return {Refusal::EmptyGroup, localBasis};
    return {(mean - total.value() / share.value()) / mean, localBasis};
}

Measured<GradientIndex> gradientIndex(std::span<const NeighbourhoodRow> rows,
                                      std::optional<double> nationalMean)
{
    People all;
    const Refusal refusal = refusalOf(rows, &NeighbourhoodRow::rate, all);
    if (refusal != Refusal::None)
        return {refusal, nationalBasis};
    if (nationalMean && (!std::isfinite(*nationalMean) || *nationalMean == 0))
        return {Refusal::NoMean, nationalBasis};

    std::bitset<5> fifths;
    std::vector<Point> points;
    for (const NeighbourhoodRow& row : rows) {
        if (!(row.nationalRank >= 0 && row.nationalRank <= 1))
            return {Refusal::OutsideBounds, nationalBasis};
        points.push_back({shareOf(row.people.units(), all.units()), row.nationalRank, row.rate});
        if (!row.people.isZero())
            fifths.set(static_cast<size_t>(std::min(4.0, std::floor(row.nationalRank * 5))));
    }
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
        return std::tie(a.rank, a.value, a.share) < std::tie(b.rank, b.value, b.share);
    });
    const std::optional<Fit> fit = fitted(points);
    if (!fit)
        return {Refusal::OneLevel, nationalBasis};
    GradientIndex index{fit->slope, fit->intercept, {}, static_cast<int>(fifths.count())};
    if (nationalMean)
        index.relative = fit->slope / *nationalMean;
    return {index, nationalBasis};
}

double nationalRank(qint64 rank, qint64 areas)
{
    return (static_cast<double>(areas - rank) + 0.5) / static_cast<double>(areas);
}

} // namespace placewright
