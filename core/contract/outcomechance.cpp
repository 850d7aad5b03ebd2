#include "core/contract/outcomechance.h"

#include "core/contract/earnedpence.h"

#include <algorithm>
#include <cmath>

namespace placewright {

namespace {

// How many are counted: `first`, `first + stride` and so on.
struct Counts
{
    qint64 first = 0;
    qint64 stride = 1;
    std::vector<double> probabilities{1.0};
};

constexpr double negligible = 1e-15;  // as part of the likeliest count's probability
constexpr double mostDeviation = 512; // of counts that are taken one by one

double varianceOf(const OutcomeResult& result, bool people)
{
    const auto counted = static_cast<double>(result.counted);
    if (!people)
        return counted;
    if (result.counted >= result.eligible)
        return 0;
    const auto eligible = static_cast<double>(result.eligible);
    return counted * (eligible - counted) / eligible;
}

void makeWhole(std::vector<double>& probabilities)
{
    double whole = 0;
    for (const double one : probabilities)
        whole += one;
    for (double& one : probabilities)
        one /= whole;
}

// Every count from the likely one outwards, each from its neighbour. `up(x)`: the probability of x + 1 as a multiple of that
// of x.
template <class Up> Counts outwards(qint64 likely, Up up)
{
    std::vector<double> below;
    double probability = 1;
    for (qint64 count = likely; count > 0; --count) {
        probability /= up(count - 1);
        if (probability < negligible)
            break;
        below.push_back(probability);
    }
    Counts counts;
    counts.first = likely - static_cast<qint64>(below.size());
    counts.probabilities.assign(below.rbegin(), below.rend());
    probability = 1;
    for (qint64 count = likely; probability >= negligible; ++count) {
        counts.probabilities.push_back(probability);
        probability *= up(count);
    }
    makeWhole(counts.probabilities);
    return counts;
}

Counts countsOf(const OutcomeResult& result, bool people)
{
    if (varianceOf(result, people) <= 0)
        return {.first = result.counted};
    const auto counted = static_cast<double>(result.counted);
    if (!people)
        return outwards(result.counted,
                        [counted](qint64 count) { return counted / static_cast<double>(count + 1); });
    const double odds = counted / static_cast<double>(result.eligible - result.counted);
    return outwards(result.counted, [eligible = result.eligible, odds](qint64 count) {
        return odds * static_cast<double>(eligible - count) / static_cast<double>(count + 1);
    });
}

Counts normalCounts(qint64 likely, double deviation)
{
    constexpr int stepsOfDeviation = 64;
    constexpr int steps = 8 * stepsOfDeviation;
    Counts counts;
    counts.stride = std::max<qint64>(1, static_cast<qint64>(deviation / stepsOfDeviation));
    counts.first = likely - steps * counts.stride;
    counts.probabilities.clear();
    for (int step = -steps; step <= steps; ++step) {
        const double deviations = static_cast<double>(step * counts.stride) / deviation;
        counts.probabilities.push_back(std::exp(-deviations * deviations / 2));
    }
    makeWhole(counts.probabilities);
    return counts;
}

// Of results measured together.
Counts countsOf(std::span<const OutcomeResult> results, bool people)
{
    double variance = 0;
    qint64 likely = 0;
    for (const OutcomeResult& result : results) {
        variance += varianceOf(result, people);
        likely += result.counted;
    }
    if (variance > mostDeviation * mostDeviation)
        return normalCounts(likely, std::sqrt(variance));
    if (!people)
        return countsOf(OutcomeResult{.counted = likely}, people);
    Counts sum;
    for (const OutcomeResult& result : results) {
        const Counts one = countsOf(result, people);
        sum.first += one.first;
        sum.probabilities = convolution(sum.probabilities, one.probabilities);
    }
    return sum;
}

class Chances
{
public:
    Chances(const OutcomeTerms& terms, const OutcomeYear& year, std::span<const bool> countsPeople)
        : m_terms(terms)
        , m_year(year)
        , m_countsPeople(countsPeople)
        , m_likely(payOutcomes(terms, year))
    {
        for (const OutcomeIndicator& indicator : terms.indicators)
            m_pence.append(EarnedPence(indicator));
    }

    OutcomeChance work() const
    {
        OutcomeChance chance;
        std::vector<MoneyChance> earned;
        double noFloor = 1;
        double noCeiling = 1;
        for (qsizetype area = 0; area < m_year.areas.size(); ++area) {
            chance.areas.append(ofArea(area));
            const EarnedChance& one = chance.areas.constLast();
            earned.push_back(one.earned);
            noFloor *= 1 - one.floorBinds;
            noCeiling *= 1 - one.ceilingBinds;
        }
        chance.total = described(m_likely.total, MoneyChance::sumOf(earned));
        chance.total.floorBinds = 1 - noFloor;
        chance.total.ceilingBinds = 1 - noCeiling;
        return chance;
    }

private:
    EarnedChance ofArea(qsizetype area) const
    {
        std::vector<MoneyChance> earned;
        for (qsizetype i = 0; i < m_terms.indicators.size(); ++i)
            addIndicator(area, i, earned);
        const AreaPayment& likely = m_likely.areas.at(area);
        EarnedChance chance = described(likely, MoneyChance::sumOf(earned));
        const GainAndLoss& bounds = m_terms.gainAndLoss;
        if (bounds.floor) {
            const Money enough =
                leastEarned(area, [](const AreaPayment& paid) { return paid.bounded <= paid.variation; });
            chance.floorBinds = chance.earned.below(enough);
        }
        if (bounds.ceiling) {
            const Money tooMuch =
                leastEarned(area, [](const AreaPayment& paid) { return paid.bounded < paid.variation; });
            chance.ceilingBinds = 1 - chance.earned.below(tooMuch);
        }
        return chance;
    }

    void addIndicator(qsizetype area, qsizetype position, std::vector<MoneyChance>& earned) const
    {
        const qsizetype start = (area * m_terms.indicators.size() + position) * fifthCount;
        const std::span<const OutcomeResult, fifthCount> own(m_year.results.constData() + start, fifthCount);
        const OutcomeCell* cells = m_likely.cells.constData() + start;
        const MeasuredFifths whole = measured(own, m_terms.smallEligible);
        for (size_t first = 0, end = 0; first < fifthCount; first = end) {
            while (end < fifthCount && whole.group[end] == whole.group[first])
                ++end;
            const auto earnedAt = [&](qint64 count) {
                OutcomeResult result = whole.results[first];
                result.counted = count;
                Money sum;
                for (size_t fifth = first; fifth < end; ++fifth)
                    sum += m_pence.at(position).of(cells[fifth].pot, m_terms.indicators.at(position),
                                                   static_cast<int>(fifth), result);
                return sum;
            };
            earned.push_back(earnedOver(
                countsOf(own.subspan(first, end - first), m_countsPeople[static_cast<size_t>(position)]),
                earnedAt));
        }
    }

    // Earnings rise or fall with the count, never both.
    template <class EarnedAt> static MoneyChance earnedOver(const Counts& counts, const EarnedAt& earnedAt)
    {
        const size_t size = counts.probabilities.size();
        const auto amountAt = [&](size_t at) {
            return earnedAt(counts.first + static_cast<qint64>(at) * counts.stride);
        };
        const Money atFirst = amountAt(0);
        const Money atLast = amountAt(size - 1);
        if (atFirst == atLast)
            return MoneyChance(atFirst);
        std::vector<MoneyChance::Amount> amounts;
        amounts.reserve(size);
        for (size_t i = 0; i < size; ++i) {
            const size_t at = atFirst < atLast ? i : size - 1 - i;
            amounts.push_back({amountAt(at), counts.probabilities[at]});
        }
        return MoneyChance(amounts);
    }

    // The least the area must earn for `holds`, which does not change back with more; a penny more than is at risk: never.
    template <class Holds> Money leastEarned(qsizetype area, Holds holds) const
    {
        const AreaPayment& likely = m_likely.areas.at(area);
        qint64 from = 0;
        qint64 to = likely.atRisk.pence() + 1;
        while (from < to) {
            const qint64 middle = from + (to - from) / 2;
            AreaPayment paid;
            paid.base = likely.base;
            paid.atRisk = likely.atRisk;
            paid.earned = Money::fromPence(middle);
            settle(m_terms, m_year.areas.at(area), paid);
            if (holds(paid))
                to = middle;
            else
                from = middle + 1;
        }
        return Money::fromPence(from);
    }

    static EarnedChance described(const AreaPayment& likely, MoneyChance earned)
    {
        EarnedChance chance;
        chance.atRisk = likely.atRisk;
        chance.atTrueRates = likely.earned;
        chance.mean = earned.mean();
        chance.standardDeviation = earned.standardDeviation();
        chance.low = earned.quantile(0.05);
        chance.high = earned.quantile(0.95);
        chance.distance = std::max((likely.earned - chance.low).abs(), (chance.high - likely.earned).abs());
        chance.earned = std::move(earned);
        return chance;
    }

    const OutcomeTerms& m_terms;
    const OutcomeYear& m_year;
    std::span<const bool> m_countsPeople;
    OutcomePayment m_likely;
    QList<EarnedPence> m_pence;
};

} // namespace

double EarnedChance::losesMoreThan(Money amount) const
{
    return earned.below(atTrueRates - amount);
}

double EarnedChance::gainsMoreThan(Money amount) const
{
    return 1 - earned.below(atTrueRates + amount + Money::fromPence(1));
}

OutcomeChance chanceOf(const OutcomeTerms& terms, const OutcomeYear& year, std::span<const bool> countsPeople)
{
    Q_ASSERT(std::ssize(countsPeople) == terms.indicators.size());
    return Chances(terms, year, countsPeople).work();
}

} // namespace placewright
