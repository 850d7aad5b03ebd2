#include "core/contract/outcomechance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace placewright {

namespace {

double normalBelow(double deviations)
{
    return 0.5 * std::erfc(-deviations / std::numbers::sqrt2);
}

// Cost as part of the benchmark.
struct CostSpread
{
    double expected = 1;
    double deviation = 0;

    double below(double part) const
    {
        if (deviation > 0)
            return normalBelow((part - expected) / deviation);
        return expected < part ? 1 : 0;
    }
    double above(double part) const
    {
        if (deviation > 0)
            return normalBelow((expected - part) / deviation);
        return expected > part ? 1 : 0;
    }
    double outside(double width) const { return below(1 - width) + above(1 + width); }

    // The narrowest corridor that is left so often at most.
    double widthFor(double often) const
    {
        double narrow = 0;
        double wide = std::abs(expected - 1) + 10 * deviation;
        for (int i = 0; i < 100; ++i) {
            const double middle = (narrow + wide) / 2;
            (outside(middle) > often ? narrow : wide) = middle;
        }
        return wide;
    }
};

constexpr std::array<ReferenceRate, 10> minimumSavingsRates{{
    {0.036, 0.039, 5'000, 5'999},
    {0.034, 0.036, 6'000, 6'999},
    {0.032, 0.034, 7'000, 7'999},
    {0.031, 0.032, 8'000, 8'999},
    {0.030, 0.031, 9'000, 9'999},
    {0.027, 0.030, 10'000, 14'999},
    {0.025, 0.027, 15'000, 19'999},
    {0.022, 0.025, 20'000, 49'999},
    {0.020, 0.022, 50'000, 59'999},
    {0.020, 0.020, 60'000, -1},
}};

} // namespace

std::optional<CorridorChance> corridorChanceOf(const Ratio& people, const std::optional<Ratio>& spread,
                                               const Ratio& corridor, const Ratio& expected)
{
    if (!spread || spread->isNegative() || expected.isNegative() || people <= Ratio(0))
        return std::nullopt;
    CostSpread cost;
    cost.expected = expected.toDoubleForCharts();
    cost.deviation = spread->toDoubleForCharts() * cost.expected / std::sqrt(people.toDoubleForCharts());
    const double width = corridor.toDoubleForCharts();
    CorridorChance chance;
    chance.standardDeviation = cost.deviation;
    chance.gainSide = cost.below(1 - width);
    chance.lossSide = cost.above(1 + width);
    chance.oneYearInTen = cost.widthFor(0.10);
    chance.oneYearInTwenty = cost.widthFor(0.05);
    return chance;
}

std::optional<ReferenceRate> medicareMinimumSavingsRate(qint64 lives)
{
    const auto band = std::find_if(minimumSavingsRates.begin(), minimumSavingsRates.end(),
                                   [lives](const ReferenceRate& rate) {
                                       return lives >= rate.from && (rate.to < 0 || lives <= rate.to);
                                   });
    return band == minimumSavingsRates.end() ? std::nullopt : std::optional(*band);
}

} // namespace placewright
