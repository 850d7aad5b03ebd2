#include "core/contract/outcomepayment.h"

#include "core/contract/earnedpence.h"
#include "core/money/apportion.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr auto nearest = Rounding::HalfAwayFromZero;

Ratio clamped(const Ratio& part)
{
    return std::clamp(part, Ratio(0), Ratio(1));
}

bool isAtOrBeyond(const Ratio& rate, const Ratio& limit, bool higherIsBetter)
{
    return higherIsBetter ? rate >= limit : rate <= limit;
}

Ratio rateOf(const OutcomeIndicator& indicator, qint64 counted, qint64 eligible)
{
    return Ratio(indicator.per) * Ratio(counted, eligible);
}

template <class T> QList<int> ranksOf(const QList<T>& ranked)
{
    QList<int> ranks;
    ranks.reserve(ranked.size());
    for (const T& one : ranked)
        ranks.append(one.tieRank);
    return ranks;
}

Ratio qualityOf(const AreaPayment& paid)
{
    return paid.atRisk.isZero() ? Ratio(1) : Ratio::of(paid.earned, paid.atRisk);
}

// Steps 9 and 10.
void share(const GainAndLoss& terms, const OutcomeArea& area, AreaPayment& paid)
{
    const Money benchmark = area.benchmark.value_or(paid.base);
    paid.underBenchmark = benchmark - area.cost.value_or(benchmark);
    paid.corridor = scaled(benchmark, terms.corridor, nearest);
    const Money distance = paid.underBenchmark.abs();
    if (distance > paid.corridor)
        paid.shared = terms.mode == CorridorMode::First ? distance : distance - paid.corridor;
    paid.quality = qualityOf(paid);
    if (paid.quality < terms.qualityGate)
        paid.quality = Ratio(0);
    if (paid.shared.isZero())
        return;
    const auto capped = [&](Money amount, const std::optional<Ratio>& cap) {
        return cap ? std::min(amount, scaled(benchmark, *cap, nearest)) : amount;
    };
    if (paid.underBenchmark.isNegative())
        paid.loss = capped(scaled(paid.shared, terms.lossShare, nearest), terms.lossCap);
    else
        paid.gain = capped(scaled(paid.shared, terms.gainShare * paid.quality, nearest), terms.gainCap);
}

// Step 11.
void bound(const GainAndLoss& terms, AreaPayment& paid)
{
    paid.variation = -paid.unearned + paid.gain - paid.loss;
    paid.bounded = paid.variation;
    if (terms.floor)
        paid.bounded = std::max(paid.bounded, -scaled(paid.base, *terms.floor, nearest));
    if (terms.ceiling)
        paid.bounded = std::min(paid.bounded, scaled(paid.base, *terms.ceiling, nearest));
}

class Payer
{
public:
    Payer(const OutcomeTerms& terms, const OutcomeYear& year)
        : m_terms(terms)
        , m_year(year)
        , m_weights(terms.deprivationWeights)
        , m_indicatorRanks(ranksOf(terms.indicators))
    {
        for (const OutcomeIndicator& indicator : terms.indicators) {
            m_indicatorWeights.append(indicator.weight);
            m_pence.append(EarnedPence(indicator));
        }
        if (const auto whole = wholeWeights(m_indicatorWeights); whole && !whole->isEmpty())
            m_potSplit.emplace(*whole, m_indicatorRanks);
        m_result.cells.resize(year.areas.size() * terms.indicators.size() * fifthCount);
    }

    OutcomePayment pay()
    {
        m_result.areas.reserve(m_year.areas.size());
        for (qsizetype area = 0; area < m_year.areas.size(); ++area)
            addArea(area);
        returnUnearned();
        for (const AreaPayment& area : std::as_const(m_result.areas))
            m_result.total += area;
        m_result.total.quality = qualityOf(m_result.total);
        return std::move(m_result);
    }

private:
    void addArea(qsizetype position)
    {
        const OutcomeArea& area = m_year.areas.at(position);
        AreaPayment paid;
        paid.base = m_year.base.at(position);
        paid.ringFence = scaled(paid.base, m_terms.ringFence, nearest);
        paid.atRisk = scaled(paid.base - paid.ringFence, m_terms.atRisk, nearest);
        paid.fixed = paid.base - paid.ringFence - paid.atRisk;
        if (!paid.atRisk.isZero())
            paid.earned = earn(position, paid.atRisk);
        settle(m_terms, area, paid);
        paid.ringFencePaid = std::min(paid.ringFence, area.ringFenceSpent.value_or(paid.ringFence));
        paid.payment = paid.fixed + paid.atRisk + paid.ringFencePaid + paid.bounded;
        m_result.areas.append(paid);
    }

    // Steps 6 to 8.
    Money earn(qsizetype area, Money atRisk)
    {
        const qsizetype count = m_terms.indicators.size();
        QList<Money> pots(count);
        if (m_potSplit)
            m_potSplit->split(atRisk, pots);
        else
            pots = apportion(atRisk, m_indicatorWeights, m_indicatorRanks);
        OutcomeCell* cells = m_result.cells.data() + area * count * fifthCount;
        const OutcomeResult* results = m_year.results.constData() + area * count * fifthCount;
        Money earned;
        for (qsizetype i = 0; i < count; ++i, cells += fifthCount, results += fifthCount) {
            if (pots.at(i).isZero())
                continue;
            const std::span<const OutcomeResult, fifthCount> own(results, fifthCount);
            splitByFifth(pots.at(i), own, std::span<OutcomeCell, fifthCount>(cells, fifthCount));
            const bool anySmall = m_terms.smallEligible > 0 &&
                                  std::any_of(own.begin(), own.end(), [this](const OutcomeResult& result) {
                                      return result.eligible < m_terms.smallEligible;
                                  });
            const MeasuredFifths pooled = anySmall ? measured(own, m_terms.smallEligible) : MeasuredFifths();
            for (int fifth = 0; fifth < fifthCount; ++fifth) {
                const auto at = static_cast<size_t>(fifth);
                const OutcomeResult& result = anySmall ? pooled.results[at] : own[at];
                cells[fifth].earned =
                    m_pence.at(i).of(cells[fifth].pot, m_terms.indicators.at(i), fifth, result);
                earned += cells[fifth].earned;
            }
        }
        return earned;
    }

    // The pot of one area and indicator, by deprivation weight and people eligible.
    void splitByFifth(Money pot, std::span<const OutcomeResult, fifthCount> results,
                      std::span<OutcomeCell, fifthCount> cells) const
    {
        static constexpr std::array<int, fifthCount> mostDeprivedFirst{0, 1, 2, 3, 4};
        QList<Money> parts;
        std::array<qint64, fifthCount> weights{};
        if (m_weights.weigh(results, weights)) {
            parts = apportion(pot, std::span<const qint64>(weights), mostDeprivedFirst);
        } else {
            std::array<Ratio, fifthCount> exact;
            for (size_t fifth = 0; fifth < exact.size(); ++fifth)
                exact[fifth] = m_terms.deprivationWeights[fifth] * Ratio(results[fifth].eligible);
            parts = apportion(pot, std::span<const Ratio>(exact), mostDeprivedFirst);
        }
        for (size_t fifth = 0; fifth < cells.size(); ++fifth)
            cells[fifth].pot = parts.at(static_cast<qsizetype>(fifth));
    }

    // Step 13.
    void returnUnearned()
    {
        const UnearnedRule& rule = m_terms.unearned;
        if (!rule.returned)
            return;
        QList<Ratio> people;
        for (const OutcomeArea& area : m_year.areas)
            people.append(area.people[0]);
        for (const AreaPayment& area : std::as_const(m_result.areas))
            m_result.pool += (rule.afterBounds ? std::max(Money(), -area.bounded) : area.unearned) +
                             (area.ringFence - area.ringFencePaid);
        if (std::all_of(people.begin(), people.end(), [](const Ratio& one) { return one.isZero(); }))
            return;
        const QList<Money> parts = apportion(m_result.pool, people, ranksOf(m_year.areas));
        for (qsizetype i = 0; i < parts.size(); ++i)
            m_result.areas[i].returned = parts.at(i);
    }

    const OutcomeTerms& m_terms;
    const OutcomeYear& m_year;
    FifthWeights m_weights;
    QList<int> m_indicatorRanks;
    QList<Ratio> m_indicatorWeights;
    std::optional<Apportioner> m_potSplit; // for weights with few places
    QList<EarnedPence> m_pence;
    OutcomePayment m_result;
};

} // namespace

AreaPayment& AreaPayment::operator+=(const AreaPayment& other)
{
    for (Money AreaPayment::*part :
         {&AreaPayment::base, &AreaPayment::ringFence, &AreaPayment::atRisk, &AreaPayment::fixed,
          &AreaPayment::earned, &AreaPayment::unearned, &AreaPayment::underBenchmark, &AreaPayment::corridor,
          &AreaPayment::shared, &AreaPayment::gain, &AreaPayment::loss, &AreaPayment::variation,
          &AreaPayment::bounded, &AreaPayment::ringFencePaid, &AreaPayment::payment, &AreaPayment::returned})
        this->*part += other.*part;
    return *this;
}

Ratio weightedPeople(const OutcomeTerms& terms, const OutcomeArea& area)
{
    Ratio weighted;
    for (size_t fifth = 0; fifth < fifthCount; ++fifth)
        weighted = weighted + terms.needWeights[fifth] * area.people[fifth];
    return area.marketForces * weighted;
}

QList<Ratio> weightedPeople(const OutcomeTerms& terms, const QList<OutcomeArea>& areas)
{
    QList<Ratio> weighted;
    weighted.reserve(areas.size());
    for (const OutcomeArea& area : areas)
        weighted.append(weightedPeople(terms, area));
    return weighted;
}

QList<Money> splitBase(std::span<const Ratio> weighted, std::span<const int> tieRanks, Money total)
{
    return apportion(total, weighted, tieRanks);
}

QList<Money> pricedBase(std::span<const Ratio> weighted, const Ratio& price, const Ratio& part)
{
    QList<Money> base;
    for (const Ratio& people : weighted)
        base.append(Money::fromPence((price * people * part).unitsAt(2, nearest)));
    return base;
}

QList<Money> splitBase(const OutcomeTerms& terms, const QList<OutcomeArea>& areas, Money total)
{
    return splitBase(weightedPeople(terms, areas), ranksOf(areas), total);
}

QList<Money> pricedBase(const OutcomeTerms& terms, const QList<OutcomeArea>& areas, const Ratio& price,
                        const Ratio& part)
{
    return pricedBase(weightedPeople(terms, areas), price, part);
}

Attainment attainmentAt(const OutcomeIndicator& indicator, int fifth, const Ratio& rate,
                        const std::optional<Ratio>& before)
{
    const OutcomeThresholds& limits = indicator.thresholds[static_cast<size_t>(fifth)];
    Attainment attained;
    attained.rate = rate;
    attained.threshold = clamped((rate - limits.lower) / (limits.upper - limits.lower));
    if (isAtOrBeyond(rate, limits.upper, indicator.higherIsBetter))
        attained.improvement = Ratio(1);
    else if (before && !isAtOrBeyond(*before, limits.upper, indicator.higherIsBetter))
        attained.improvement = clamped((rate - *before) / (limits.upper - *before));
    attained.share = std::max(attained.threshold, indicator.improvementCredit * attained.improvement);
    return attained;
}

Attainment attainmentOf(const OutcomeIndicator& indicator, int fifth, const OutcomeResult& result)
{
    if (result.eligible <= 0)
        return {};
    const qint64 base = result.baselineEligible < 0 ? result.eligible : result.baselineEligible;
    std::optional<Ratio> before;
    if (result.baseline >= 0 && base > 0)
        before = rateOf(indicator, result.baseline, base);
    return attainmentAt(indicator, fifth, rateOf(indicator, result.counted, result.eligible), before);
}

MeasuredFifths measured(std::span<const OutcomeResult, fifthCount> results, qint64 small)
{
    MeasuredFifths whole;
    std::array<int, fifthCount> firsts{}; // of the groups, in order
    std::array<OutcomeResult, fifthCount> sums{};
    size_t groups = 0;
    // Nobody there, and nothing known of before: it leaves the baseline of the others known.
    const auto isEmpty = [](const OutcomeResult& one) { return one.eligible == 0 && one.baseline < 0; };
    const auto add = [&](OutcomeResult& sum, const OutcomeResult& more) {
        if (isEmpty(sum) || isEmpty(more)) {
            const qint64 counted = sum.counted + more.counted;
            sum = isEmpty(sum) ? more : sum;
            sum.counted = counted;
            return;
        }
        const bool known = sum.baseline >= 0 && more.baseline >= 0;
        const auto eligibleBefore = [](const OutcomeResult& one) {
            return one.baselineEligible < 0 ? one.eligible : one.baselineEligible;
        };
        const qint64 before = eligibleBefore(sum) + eligibleBefore(more);
        sum.baseline = known ? sum.baseline + more.baseline : -1;
        sum.baselineEligible = known ? before : -1;
        sum.eligible += more.eligible;
        sum.counted += more.counted;
    };
    for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
        if (groups > 0 && sums[groups - 1].eligible < small) {
            add(sums[groups - 1], results[fifth]);
        } else {
            firsts[groups] = static_cast<int>(fifth);
            sums[groups++] = results[fifth];
        }
    }
    if (groups > 1 && sums[groups - 1].eligible < small) {
        add(sums[groups - 2], sums[groups - 1]);
        --groups;
    }
    for (size_t group = 0; group < groups; ++group) {
        const size_t end = group + 1 < groups ? static_cast<size_t>(firsts[group + 1]) : fifthCount;
        for (auto fifth = static_cast<size_t>(firsts[group]); fifth < end; ++fifth) {
            whole.group[fifth] = firsts[group];
            whole.results[fifth] = sums[group];
        }
    }
    return whole;
}

void settle(const OutcomeTerms& terms, const OutcomeArea& area, AreaPayment& paid)
{
    paid.unearned = paid.atRisk - paid.earned;
    share(terms.gainAndLoss, area, paid);
    bound(terms.gainAndLoss, paid);
}

OutcomePayment payOutcomes(const OutcomeTerms& terms, const OutcomeYear& year)
{
    return Payer(terms, year).pay();
}

QList<Money> monthly(Money fixed, int months)
{
    QList<int> ranks;
    for (int month = 0; month < months; ++month)
        ranks.append(month);
    return apportion(fixed, QList<qint64>(months, 1), ranks);
}

} // namespace placewright
