#pragma once

#include "core/need/distribution.h"

namespace placewright {

// How unequally money (or need) is spread over heads, whatever the deprivation: need-capitation note section
// 5.1. With p an area's share of the heads, q its share of the money and y its money per head, mean mu:
//   Hoover   1/2 sum |q - p|            the share of the money that would have to move
//   Gini     sum sum p p' |y - y'| / (2 mu)
//   Theil T  sum q ln(q / p);  mean log deviation  sum p ln(p / q)
//   Atkinson 1 - [sum p (y / mu)^(1-e)]^(1/(1-e)); e = 1: 1 - exp(sum p ln(y / mu))   (Atkinson, 1970)
// All lie from 0 (equal) up; all but Theil and the mean log deviation end at 1. Hoover and Gini are exact;
// the others are double, summed in an order of their own, so that shuffled rows give the same bits. Areas
// with neither heads nor money count for nothing. Throws ArithmeticError when a sum does not fit in 64 bits.

// Pounds per (weighted) head, or weighted people per head, of each row as given; nothing where a row has no
// heads.
QList<std::optional<Ratio>> amountsPerHead(std::span<const DistributionRow> rows, Series series);
Measured<Ratio> meanPerHead(std::span<const DistributionRow> rows, Series series);

struct HooverIndex
{
    Ratio share;
    // share x all money, rounded half away from zero. The movements of fairShares(), which settles every
    // target to the penny, can differ from it by less than a penny an area.
    Money moves; // zero for a series of weighted people
};
Measured<HooverIndex> hoover(std::span<const DistributionRow> rows, Series series);

Measured<Ratio> gini(std::span<const DistributionRow> rows, Series series);
// The Lorenz curve: the lowest amount per head first, equal ones in one segment.
Measured<QList<CurvePoint>> lorenz(std::span<const DistributionRow> rows, Series series);

Measured<double> theil(std::span<const DistributionRow> rows, Series series);
Measured<double> meanLogDeviation(std::span<const DistributionRow> rows, Series series);
// `aversion` is e, any number above zero; from 1 upwards an area with heads and no money makes the index 1.
Measured<double> atkinson(std::span<const DistributionRow> rows, Series series, double aversion);

} // namespace placewright
