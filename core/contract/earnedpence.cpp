#include "core/contract/earnedpence.h"

#include "core/money/wideint.h"

#include <algorithm>
#include <bit>

namespace placewright {

namespace {

constexpr int mostPlaces = 6; // more, and the exact way is taken
constexpr int mostBits = 125; // of a product, sign and rounding left out

int bitsOf(qint64 number)
{
    return static_cast<int>(std::bit_width(static_cast<quint64>(number < 0 ? -number : number)));
}

// The fewest decimals at which all the numbers are whole; -1: more than mostPlaces, or beyond 64 bits.
int commonPlaces(std::span<const Ratio> numbers)
{
    int places = 0;
    for (const Ratio& number : numbers) {
        if (number.isNegative() || number > Ratio(1'000'000'000))
            return -1;
        while (places <= mostPlaces &&
               Ratio(number.unitsAt(places, Rounding::Down), powerOfTen(places)) != number)
            ++places;
    }
    return places <= mostPlaces ? places : -1;
}

Money partOf(Money pot, const Int128& part, const Int128& whole)
{
    if (part <= 0)
        return Money();
    if (part >= whole)
        return pot;
    return Money::fromPence(
        toInt64(settledQuotient(Int128(pot.pence()) * part, whole, Rounding::HalfAwayFromZero)));
}

} // namespace

EarnedPence::EarnedPence(const OutcomeIndicator& indicator)
{
    std::array<Ratio, 2 * size_t(fifthCount)> limits;
    for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
        limits[2 * fifth] = indicator.thresholds[fifth].lower;
        limits[2 * fifth + 1] = indicator.thresholds[fifth].upper;
    }
    const int places = commonPlaces(limits);
    const int creditPlaces = commonPlaces(std::span(&indicator.improvementCredit, 1));
    if (places < 0 || creditPlaces < 0 || indicator.per > powerOfTen(9))
        return;
    m_whole = true;
    m_per = indicator.per * powerOfTen(places);
    m_creditOf = powerOfTen(creditPlaces);
    m_credit = indicator.improvementCredit.unitsAt(creditPlaces, Rounding::Down);
    qint64 largest = m_per;
    for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
        m_limits[fifth].lower = limits[2 * fifth].unitsAt(places, Rounding::Down);
        m_limits[fifth].upper = limits[2 * fifth + 1].unitsAt(places, Rounding::Down);
        largest = std::max({largest, m_limits[fifth].lower, m_limits[fifth].upper});
    }
    m_termBits = bitsOf(largest) + bitsOf(m_creditOf) + 2; // a difference of two products, with its sign
}

Money EarnedPence::of(Money pot, const OutcomeIndicator& indicator, int fifth,
                      const OutcomeResult& result) const
{
    if (pot.isZero() || result.eligible <= 0)
        return Money();
    const qint64 before = result.baselineEligible < 0 ? result.eligible : result.baselineEligible;
    const bool credited = m_credit > 0 && result.baseline >= 0 && before > 0;
    const qint64 largest = std::max(result.eligible, result.counted);
    const int width = bitsOf(pot.pence()) + m_termBits +
                      (credited ? 2 * bitsOf(std::max({largest, result.baseline, before})) : bitsOf(largest));
    if (!m_whole || width > mostBits)
        return scaled(pot, attainmentOf(indicator, fifth, result).share, Rounding::HalfAwayFromZero);

    // Both directions as one: distances from the lower threshold towards the upper.
    const Limits& limits = m_limits[static_cast<size_t>(fifth)];
    const qint64 sign = indicator.higherIsBetter ? 1 : -1;
    const Int128 counted = Int128(m_per) * result.counted;
    const Int128 full = Int128(sign * (limits.upper - limits.lower)) * result.eligible;
    const Int128 reached = sign * (counted - Int128(limits.lower) * result.eligible);
    const Money byThreshold = partOf(pot, reached, full);
    if (!credited || reached >= full)
        return byThreshold;
    const Int128 baseline = Int128(m_per) * result.baseline;
    const Int128 toUpper = sign * (Int128(limits.upper) * before - baseline);
    if (toUpper <= 0) // the baseline is beyond the upper threshold already
        return byThreshold;
    const Int128 gained = sign * (counted * before - baseline * result.eligible);
    // Rounding keeps order, so the larger share earns the larger amount.
    return std::max(byThreshold, partOf(pot, gained * m_credit, toUpper * result.eligible * m_creditOf));
}

std::optional<QList<qint64>> wholeWeights(std::span<const Ratio> weights)
{
    const int places = commonPlaces(weights);
    if (places < 0)
        return std::nullopt;
    QList<qint64> whole;
    for (const Ratio& weight : weights)
        whole.append(weight.unitsAt(places, Rounding::Down));
    return whole;
}

FifthWeights::FifthWeights(const ByFifth<Ratio>& weights)
{
    const std::optional<QList<qint64>> whole = wholeWeights(weights);
    m_whole = whole.has_value();
    if (m_whole)
        std::copy(whole->begin(), whole->end(), m_weights.begin());
}

bool FifthWeights::weigh(std::span<const OutcomeResult, fifthCount> results,
                         std::span<qint64, fifthCount> to) const
{
    for (size_t fifth = 0; m_whole && fifth < fifthCount; ++fifth) {
        if (bitsOf(m_weights[fifth]) + bitsOf(results[fifth].eligible) > 60)
            return false;
        to[fifth] = m_weights[fifth] * results[fifth].eligible;
    }
    return m_whole;
}

} // namespace placewright
