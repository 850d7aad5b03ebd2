#pragma once

#include "core/need/distribution.h"

namespace placewright {

// How money (or need) lies along deprivation: need-capitation note section 5.1. Every area stands at its
// fractional rank
//   R = (heads strictly more deprived + 1/2 heads at the same level) / all heads       (van Ourti, 2004)
// from 0, the most deprived, to 1; areas at one level tie and share the middle rank, so that no order of rows
// matters and the mean of R is 1/2 exactly. `orientation` says which end of DistributionRow::deprivation is
// the most deprived; Unknown is refused. All results are exact. Throws ArithmeticError when a sum does not
// fit in 64 bits.

// The rank of each row as given.
Measured<QList<Ratio>> fractionalRanks(std::span<const DistributionRow> rows, HeadWeight weights,
                                       Orientation orientation);

// The concentration index 2 sum p (y - mu)(R - 1/2) / mu, from -1 to 1; below zero: y is concentrated in
// deprived areas.
Measured<Ratio> concentrationIndex(std::span<const DistributionRow> rows, Series series,
                                   Orientation orientation);

// Horizontal inequity of spend: the concentration of money less that of need, both per head of people at the
// same ranks. Below zero: money leans to deprived areas more than need does.
Measured<Ratio> horizontalInequity(std::span<const DistributionRow> rows, Orientation orientation);

// The line fitted to amounts per head against rank, weighted by heads. Source: the slope index of inequality
// as OHID (PHE) works it, Low and Low 2004. In pounds, or weighted people, per (weighted) head.
struct Gradient
{
    Ratio mean;
    Ratio rankVariance; // sum p (R - 1/2)^2: of the whole population, not of a sample
    Ratio slope;        // SII: least deprived less most deprived
    Ratio intercept;    // fitted at the most deprived
    std::optional<Ratio>
        relative;        // RII (PHE): fitted at the least deprived / at the most; none where that is zero
    Ratio relativeSlope; // slope / mean
    Ratio concentration; // 2 x rankVariance x slope / mean
    Ratio generalisedConcentration; // mean x concentration
};
Measured<Gradient> gradient(std::span<const DistributionRow> rows, Series series, Orientation orientation);

// The concentration curve: people, need and money added up from the most deprived, one point after each
// level.
Measured<QList<CurvePoint>> concentrationCurve(std::span<const DistributionRow> rows,
                                               Orientation orientation);

} // namespace placewright
