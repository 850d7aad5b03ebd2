#include "core/money/apportion.h"
#include "core/pool/riskshare.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace placewright {

namespace {

bool hasWeight(const QList<qint64>& weights)
{
    return std::any_of(weights.begin(), weights.end(), [](qint64 weight) { return weight > 0; });
}

Money wholeVariance(const RiskScheme& scheme)
{
    Money whole = scheme.variance;
    for (const Money own : scheme.ownVariance)
        whole += own;
    return whole;
}

bool holdsWithinCap(RungKind kind)
{
    return kind == RungKind::FirstLoss || kind == RungKind::Proportional || kind == RungKind::FixedPercent ||
           kind == RungKind::OverCap;
}

// Something a settlement shows, in pence above zero.
using Measure = std::function<qint64(const RiskResult&)>;

Measure takenBy(int rung)
{
    return [rung](const RiskResult& result) {
        const auto step = std::find_if(result.steps.begin(), result.steps.end(), [&](const RiskStep& one) {
            return one.role == RiskStep::Role::Rung && one.scheme < 0 && one.rung == rung;
        });
        return step == result.steps.end() ? 0 : step->amount.abs().pence();
    };
}

Measure notAgreed()
{
    return [](const RiskResult& result) { return result.unresolved.pence(); };
}

Measure paidWithinCap(const RiskTerms& terms, int partner)
{
    return [&terms, partner](const RiskResult& result) {
        Money paid;
        for (const RiskStep& step : result.steps) {
            if (step.role != RiskStep::Role::Rung)
                continue;
            const auto& rungs = step.scheme < 0 ? terms.rungs : terms.schemes[step.scheme].rungs;
            if (holdsWithinCap(rungs[step.rung].kind))
                paid += step.partners[partner];
        }
        return paid.pence();
    };
}

// Settles the same terms at many sizes of over- or underspend, in pence above zero, and finds where a measure first
// comes to a threshold. A measure is monotone between sizes probed before, but for the rounding of parts to the penny.
class Outturns
{
public:
    Outturns(const RiskTerms& terms, RiskSide side, qint64 most);
    std::optional<qint64> first(const Measure& measure, qint64 threshold) const;
    void probeAround(QList<qint64> sizes);

private:
    struct Probe
    {
        qint64 size;
        RiskResult result;
    };
    RiskResult at(qint64 size) const;
    qint64 beforeRounding(const Measure& measure, qint64 threshold, qint64 found) const;
    void probe(qint64 size);

    const RiskTerms& m_terms;
    const qint64 m_sign;
    const qint64 m_most;
    const qint64 m_pennies;      // more than rounding adds to a measure or takes from it
    std::vector<Probe> m_probes; // by size
};

Outturns::Outturns(const RiskTerms& terms, RiskSide side, qint64 most)
    : m_terms(terms)
    , m_sign(side == RiskSide::Over ? 1 : -1)
    , m_most(most)
    , m_pennies(3 + 2 * std::count_if(terms.schemes.begin(), terms.schemes.end(),
                                      [](const RiskScheme& scheme) { return !scheme.rungs.isEmpty(); }))
{
    constexpr qint64 evenly = 64;
    for (qint64 i = 1; i <= evenly; ++i)
        probe(most / evenly * i);
    for (qint64 size = 1; size < most; size *= 2)
        probe(size);
    probe(most);
}

// A rung that shares a cap with others may take something between two sizes only, and all of these end where a cap is
// reached.
void Outturns::probeAround(QList<qint64> sizes)
{
    std::sort(sizes.begin(), sizes.end());
    qint64 last = 0;
    for (const qint64 size : std::as_const(sizes)) {
        for (const qint64 one : {last + (size - last) / 2, size - 1, size, size + 1})
            probe(one);
        last = size;
    }
}

void Outturns::probe(qint64 size)
{
    const auto place = std::lower_bound(m_probes.begin(), m_probes.end(), size,
                                        [](const Probe& one, qint64 other) { return one.size < other; });
    if (size < 1 || size > m_most || (place != m_probes.end() && place->size == size))
        return;
    m_probes.insert(place, {size, at(size)});
}

RiskResult Outturns::at(qint64 size) const
{
    return settle(atVariance(m_terms, Money::fromPence(m_sign * size)));
}

std::optional<qint64> Outturns::first(const Measure& measure, qint64 threshold) const
{
    const auto probe = std::find_if(m_probes.begin(), m_probes.end(),
                                    [&](const Probe& one) { return measure(one.result) >= threshold; });
    if (probe == m_probes.end())
        return {};
    qint64 below = probe == m_probes.begin() ? 0 : std::prev(probe)->size;
    qint64 found = probe->size;
    while (found - below > 1) {
        const qint64 middle = below + (found - below) / 2;
        (measure(at(middle)) >= threshold ? found : below) = middle;
    }
    return beforeRounding(measure, threshold, found);
}

// By largest remainder a part may lose a penny as the whole gains one. So the first size may lie before the one found,
// as far as the measure takes to move by more pennies than rounding does.
qint64 Outturns::beforeRounding(const Measure& measure, qint64 threshold, qint64 found) const
{
    constexpr qint64 widest = 1 << 13;
    qint64 width = 1;
    while (width < found && measure(at(found + width)) < threshold + m_pennies &&
           measure(at(found - width)) > threshold - m_pennies) {
        width *= 2;
        if (width > widest)
            return found;
    }
    for (qint64 size = std::max(qint64(1), found - width); size < found; ++size) {
        if (measure(at(size)) >= threshold)
            return size;
    }
    return found;
}

QList<RiskKink> kinksOver(const RiskTerms& terms, qint64 most)
{
    Outturns outturns(terms, RiskSide::Over, most);
    QList<RiskKink> kinks;
    QList<qint64> capsReached;
    const auto add = [&](RiskKink::Kind kind, std::optional<qint64> at, int rung, int partner) {
        if (at)
            kinks.append({kind, Money::fromPence(*at), rung, partner});
    };
    for (int i = 0; i < terms.partners.size(); ++i) {
        const std::optional<Money> cap = terms.partners[i].cap;
        if (!cap || cap->isZero())
            continue;
        const auto reached = outturns.first(paidWithinCap(terms, i), cap->pence());
        add(RiskKink::Kind::CapReached, reached, -1, i);
        if (reached)
            capsReached.append(*reached);
    }
    outturns.probeAround(capsReached);
    for (int i = 0; i < terms.rungs.size(); ++i) {
        if (terms.rungs[i].side == RiskSide::Over)
            add(RiskKink::Kind::RungStarts, outturns.first(takenBy(i), 1), i, -1);
    }
    add(RiskKink::Kind::NotAgreedStarts, outturns.first(notAgreed(), 1), -1, -1);
    return kinks;
}

QList<RiskKink> kinksUnder(const RiskTerms& terms, qint64 most)
{
    const Outturns outturns(terms, RiskSide::Under, most);
    QList<RiskKink> kinks;
    for (int i = 0; i < terms.rungs.size(); ++i) {
        if (terms.rungs[i].side != RiskSide::Under)
            continue;
        if (const auto at = outturns.first(takenBy(i), 1))
            kinks.append({RiskKink::Kind::RungStarts, Money::fromPence(-*at), i, -1});
    }
    return kinks;
}

} // namespace

void testAt(RiskScheme& scheme, const QList<RiskPartner>& partners, Money variance)
{
    QList<qint64> weights{std::max<qint64>(0, scheme.planned.pence())};
    QList<int> ranks{-1};
    for (qsizetype i = 0; i < scheme.ownPlanned.size(); ++i) {
        weights.append(std::max<qint64>(0, scheme.ownPlanned[i]));
        ranks.append(partners[i].tieRank);
    }
    scheme.variance = variance;
    scheme.ownVariance.clear();
    if (scheme.ownPlanned.isEmpty() || !hasWeight(weights))
        return;
    const QList<Money> parts = apportion(variance, std::span<const qint64>(weights), ranks);
    scheme.variance = parts.first();
    scheme.ownVariance = parts.mid(1);
}

RiskTerms atVariance(const RiskTerms& terms, Money variance)
{
    RiskTerms tested = terms;
    if (tested.schemes.isEmpty())
        tested.schemes.append(RiskScheme());
    const auto goesAlong = [&](Money other) {
        return variance.isNegative() ? other.isNegative() : other > Money();
    };
    QList<qint64> now;
    QList<qint64> planned;
    QList<int> ranks;
    for (const RiskScheme& scheme : std::as_const(tested.schemes)) {
        const Money whole = wholeVariance(scheme);
        now.append(goesAlong(whole) ? whole.abs().pence() : 0);
        qint64 plannedOf = std::max<qint64>(0, scheme.planned.pence());
        for (const qint64 own : scheme.ownPlanned)
            plannedOf += std::max<qint64>(0, own);
        planned.append(plannedOf);
        ranks.append(scheme.tieRank);
    }
    const QList<qint64> evenly(tested.schemes.size(), 1);
    const QList<qint64>& weights = hasWeight(now) ? now : hasWeight(planned) ? planned : evenly;
    const QList<Money> parts = apportion(variance, std::span<const qint64>(weights), ranks);
    const bool underspendsStay = variance > Money() && hasWeight(now);
    for (qsizetype i = 0; i < tested.schemes.size(); ++i) {
        RiskScheme& scheme = tested.schemes[i];
        const Money present = wholeVariance(scheme);
        testAt(scheme, tested.partners, underspendsStay && present.isNegative() ? present : parts[i]);
        scheme.fault = Money();
    }
    return tested;
}

QList<RiskKink> kinksBetween(const RiskTerms& terms, Money least, Money most)
{
    QList<RiskKink> kinks;
    if (most > Money())
        kinks += kinksOver(terms, most.pence());
    if (least.isNegative())
        kinks += kinksUnder(terms, (-least).pence());
    erase_if(kinks, [&](const RiskKink& kink) { return kink.at < least || kink.at > most; });
    std::sort(kinks.begin(), kinks.end(), [](const RiskKink& a, const RiskKink& b) {
        return std::tuple(a.at, a.kind, a.rung, a.partner) < std::tuple(b.at, b.kind, b.rung, b.partner);
    });
    return kinks;
}

} // namespace placewright
