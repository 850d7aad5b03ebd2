#pragma once

#include "core/need/distribution.h"

namespace placewright {

// Slopes and concentrations of published outcomes (rates, proportions, life expectancy) along deprivation:
// need-capitation note section 5.1. Outcomes are estimates, so these are double; ranks are exact before they
// become double, ties share the middle rank, rank 0 is the most deprived, weights are people, and sums run in
// an order of their own (by level, key and figures), so that shuffled rows give the same bits. Throws
// ArithmeticError when people do not fit in 64 bits.
struct OutcomeRow
{
    QString key;
    People people;
    double value = 0;
    qint64 deprivation = 0; // score, rank or group; equal levels tie
};

struct SlopeIndex
{
    double slope = 0;     // SII, in the unit of the values
    double intercept = 0; // fitted at the most deprived
    double mean = 0;      // of the values, weighted by people
    std::optional<double>
        relative; // RII (PHE): (intercept + slope) / intercept; none where the intercept is zero
    std::optional<double> relativeSlope; // slope / mean; none where the mean is zero
};

enum class ValueTransform { None, Log, Logit };

// A slope over any areas.
Measured<SlopeIndex> slopeIndex(std::span<const OutcomeRow> rows, Orientation orientation);

// OHID's slope and relative index of inequality over deprivation groups, one row a group, 5 to 100 of them,
// none without people: PHEindicatormethods phe_sii; Low and Low 2004. Under a transform the line is fitted to
// the transformed values and its two ends are turned back: slope and relative are those of the ends.
// `multiplier` multiplies the slope alone (a negative one also inverts the relative index, as phe_sii does);
// intercept and mean stay in the unit of the values. The published confidence limits of this method are
// simulated (Monte Carlo) and not worked here.
Measured<SlopeIndex> groupSlopeIndex(std::span<const OutcomeRow> groups, Orientation orientation,
                                     ValueTransform transform = ValueTransform::None, double multiplier = 1);

struct OutcomeConcentration
{
    double index = 0; // C
    double mean = 0;
    double generalised() const { return mean * index; }
};
Measured<OutcomeConcentration> outcomeConcentration(std::span<const OutcomeRow> rows,
                                                    Orientation orientation);
// Erreygers 2009: 4 mu C / (most - least), for an outcome that can lie only between them; Wagstaff 2005: C /
// (1 - mu), for one from 0 to 1. Nothing where the mean lies outside.
std::optional<double> erreygersIndex(const OutcomeConcentration& concentration, double least, double most);
std::optional<double> wagstaffIndex(const OutcomeConcentration& concentration);

// The population attributable share, (mu - y of the least deprived level) / mu: what would go if all fared as
// they do.
Measured<double> attributableShare(std::span<const OutcomeRow> rows, Orientation orientation);

// York's absolute gradient index: the slope of neighbourhood rates within an area on their national rank of
// deprivation, weighted by people; the relative index divides by the national mean. Rank 0 is the LEAST
// deprived here, so higher is more unequal. Source: Cookson and others, CCG equity indicators; unreliable
// where fewer than 3 national fifths are present.
struct NeighbourhoodRow
{
    QString key;
    People people;
    double rate = 0;
    double nationalRank = 0; // 0 least deprived nationally, 1 most
};
struct GradientIndex
{
    double absolute = 0;            // AGI, in the unit of the rates
    double intercept = 0;           // fitted at the nationally least deprived
    std::optional<double> relative; // RGI
    int nationalFifths = 0;         // how many of the five are present
};
Measured<GradientIndex> gradientIndex(std::span<const NeighbourhoodRow> rows,
                                      std::optional<double> nationalMean);
// The middle of a published rank (1 = most deprived of `areas`) from 0, least deprived, to 1.
double nationalRank(qint64 rank, qint64 areas);

} // namespace placewright
