#include "core/pool/riskshare.h"

#include "core/money/apportion.h"

#include <algorithm>
#include <numeric>

namespace placewright {

namespace {

Money sumOf(const QList<Money>& amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Money());
}

// What of an amount lies on one side, above zero on both.
Money onSide(Money amount, RiskSide side)
{
    return std::max(Money(), side == RiskSide::Over ? amount : -amount);
}

// A list of rungs and what it is to settle, above zero on both sides.
struct Ladder
{
    const QList<RiskRung>& rungs;
    RiskSide side;
    int scheme; // -1: the fund's own rungs
    QList<qint64> contributions = {};
    Money left = {};
    QList<Money> schemesLeft = {}; // by scheme, before these rungs
    Money fault = {};              // of what is left
    QList<Money> overCap = {}; // by partner: what its cap kept it from paying by the last rung within caps
};

// What a rung takes, above zero on both sides.
struct Taken
{
    QList<Money> partners;
    Money fund;
};

class Settlement
{
public:
    explicit Settlement(const RiskTerms& terms);
    RiskResult result();

private:
    QList<RiskStep> settled(RiskSide side);
    Ladder climbSchemes(RiskSide side, QList<RiskStep>& steps);
    void takeFromSchemes(Ladder& fund, Money amount) const;
    Money takenFromHeld(const RiskRung& rung, Money most);
    Ladder ladderOf(int scheme, RiskSide side) const;
    void climb(Ladder& ladder, QList<RiskStep>& steps);
    Taken takenBy(const RiskRung& rung, Ladder& ladder);
    Taken takenOverCap(const RiskRung& rung, Money most, Ladder& ladder);
    QList<Money> withinCaps(const QList<Money>& parts, Ladder& ladder);
    Money paidWithinCap(int partner, Money amount);
    QList<Money> returned(Money saving, const RiskRung& rung, const QList<qint64>& contributions) const;
    QList<Money> returnedFirst(Money saving, const QList<Money>& rooms,
                               const QList<qint64>& contributions) const;
    QList<qint64> commissionedOf(const Ladder& ladder) const;
    QList<Money> ownRiskLines(RiskSide side) const;
    Taken byFund(Money amount) const { return {QList<Money>(m_partners), amount}; }
    QList<Money> byOnePartner(int partner, Money amount) const;
    QList<Money> split(Money amount, const QList<qint64>& weights) const;
    RiskStep step(RiskStep::Role role, const Taken& taken, RiskSide side) const;

    const RiskTerms& m_terms;
    const qsizetype m_partners;
    QList<int> m_ranks;
    QList<int> m_schemeOrder;           // positions by tie rank
    QList<std::optional<Money>> m_room; // below each partner's cap
    QList<Money> m_stocks;              // what is left of them
    Money m_underspends;                // that an overspend may use
    Money m_used;                       // of them
};

Settlement::Settlement(const RiskTerms& terms)
    : m_terms(terms)
    , m_partners(terms.partners.size())
    , m_schemeOrder(terms.schemes.size())
    , m_stocks(terms.stocks)
{
    for (const RiskPartner& partner : terms.partners) {
        m_ranks.append(partner.tieRank);
        m_room.append(partner.cap);
    }
    std::iota(m_schemeOrder.begin(), m_schemeOrder.end(), 0);
    std::sort(m_schemeOrder.begin(), m_schemeOrder.end(),
              [&](int a, int b) { return terms.schemes[a].tieRank < terms.schemes[b].tieRank; });
    QList<RiskStep> ofSchemes;
    m_underspends = climbSchemes(RiskSide::Under, ofSchemes).left;
}

RiskResult Settlement::result()
{
    const auto total = [](const QList<RiskStep>& steps) {
        return std::accumulate(steps.begin(), steps.end(), Money(),
                               [](Money sum, const RiskStep& one) { return sum + one.amount; });
    };
    RiskResult result;
    result.steps = settled(RiskSide::Over);
    if (result.steps.isEmpty()) {
        result.steps = settled(RiskSide::Under);
    } else {
        result.leftSteps = settled(RiskSide::Under);
        result.leftUnder = total(result.leftSteps);
    }
    result.variance = total(result.steps);
    result.partners.resize(m_partners);
    for (const RiskStep& one : std::as_const(result.steps)) {
        for (qsizetype i = 0; i < m_partners; ++i)
            result.partners[i] += one.partners[i];
        result.fund += one.fund;
        result.unresolved += one.unresolved;
    }
    return result;
}

QList<RiskStep> Settlement::settled(RiskSide side)
{
    QList<RiskStep> steps;
    if (const QList<Money> own = ownRiskLines(side); !sumOf(own).isZero())
        steps.append(step(RiskStep::Role::OwnRiskLines, {own, {}}, side));

    Ladder fund = climbSchemes(side, steps);
    if (side == RiskSide::Under) {
        takeFromSchemes(fund, m_used);
        const Money given = std::min(m_terms.given, fund.left);
        takeFromSchemes(fund, given);
        if (!given.isZero())
            steps.append(step(RiskStep::Role::GivenToOtherFund, byFund(given), side));
    }
    climb(fund, steps);
    if (fund.left.isZero())
        return steps;

    if (side == RiskSide::Under) {
        steps.append(step(RiskStep::Role::KeptByDefault, byFund(fund.left), side));
    } else {
        steps.append(step(RiskStep::Role::NotAgreed, byFund({}), side));
        steps.last().amount = steps.last().unresolved = fund.left;
    }
    return steps;
}

// The fund's ladder with what the schemes' own rungs leave.
Ladder Settlement::climbSchemes(RiskSide side, QList<RiskStep>& steps)
{
    Ladder fund = ladderOf(-1, side);
    for (const int position : std::as_const(m_schemeOrder)) {
        Ladder scheme = ladderOf(position, side);
        climb(scheme, steps);
        fund.schemesLeft[position] = scheme.left;
        fund.left += scheme.left;
        fund.fault += std::min(scheme.fault, scheme.left);
    }
    return fund;
}

// Each scheme gives of what it has left in proportion.
void Settlement::takeFromSchemes(Ladder& fund, Money amount) const
{
    if (amount.isZero())
        return;
    QList<qint64> lefts;
    QList<int> ranks;
    for (qsizetype i = 0; i < m_terms.schemes.size(); ++i) {
        lefts.append(fund.schemesLeft[i].pence());
        ranks.append(m_terms.schemes[i].tieRank);
    }
    const QList<Money> parts = apportion(amount, std::span<const qint64>(lefts), ranks);
    for (qsizetype i = 0; i < parts.size(); ++i)
        fund.schemesLeft[i] -= parts[i];
    fund.left -= amount;
}

Ladder Settlement::ladderOf(int scheme, RiskSide side) const
{
    Ladder ladder{scheme < 0 ? m_terms.rungs : m_terms.schemes[scheme].rungs, side, scheme};
    ladder.schemesLeft.resize(m_terms.schemes.size());
    ladder.overCap.resize(m_partners);
    if (scheme < 0) {
        for (const RiskPartner& partner : m_terms.partners)
            ladder.contributions.append(partner.contribution.pence());
        return ladder;
    }
    const RiskScheme& one = m_terms.schemes[scheme];
    ladder.contributions = one.contributed;
    ladder.left = onSide(one.variance, side);
    ladder.fault = one.fault;
    return ladder;
}

void Settlement::climb(Ladder& ladder, QList<RiskStep>& steps)
{
    for (int i = 0; i < ladder.rungs.size(); ++i) {
        if (ladder.rungs[i].side != ladder.side || ladder.left.isZero())
            continue;
        const Taken taken = takenBy(ladder.rungs[i], ladder);
        const Money amount = sumOf(taken.partners) + taken.fund;
        if (amount.isZero())
            continue;
        ladder.left -= amount;
        steps.append(step(RiskStep::Role::Rung, taken, ladder.side));
        steps.last().scheme = ladder.scheme;
        steps.last().rung = i;
    }
}

Taken Settlement::takenBy(const RiskRung& rung, Ladder& ladder)
{
    const Money most = std::min(ladder.left, rung.limit.value_or(ladder.left));
    switch (rung.kind) {
    case RungKind::Underspends: {
        const Money used = std::min(most, m_underspends - m_used);
        m_used += used;
        return byFund(used);
    }
    case RungKind::OtherFunds:
    case RungKind::Reserve:
    case RungKind::Amount:
        return byFund(takenFromHeld(rung, most));
    case RungKind::Keep:
        return byFund(most);
    case RungKind::Fault: {
        const Money paid = std::min(most, ladder.fault);
        ladder.fault -= paid;
        return {byOnePartner(*rung.payer, paid), {}};
    }
    case RungKind::FixedLine:
        return {byOnePartner(*rung.payer, most), {}};
    case RungKind::FirstLoss:
        return {withinCaps(byOnePartner(*rung.payer, most), ladder), {}};
    case RungKind::OverCap:
        return takenOverCap(rung, most, ladder);
    case RungKind::OwnRisk:
        return {split(most, commissionedOf(ladder)), {}};
    case RungKind::Proportional:
        return {withinCaps(split(most, ladder.contributions), ladder), {}};
    case RungKind::FixedPercent:
        return {withinCaps(apportion(most, rung.shares, m_ranks), ladder), {}};
    case RungKind::SavingPriority:
        return {returned(most, rung, ladder.contributions), {}};
    case RungKind::PerformanceFund:
        break;
    }
    return byFund({});
}

Money Settlement::takenFromHeld(const RiskRung& rung, Money most)
{
    if (rung.stock < 0)
        return std::min(most, rung.available);
    const Money taken = std::min(most, m_stocks[rung.stock]);
    m_stocks[rung.stock] -= taken;
    return taken;
}

Taken Settlement::takenOverCap(const RiskRung& rung, Money most, Ladder& ladder)
{
    const Money over = rung.overCapOf ? ladder.overCap[*rung.overCapOf] : sumOf(ladder.overCap);
    const Money paid = paidWithinCap(*rung.payer, std::min(most, over));
    if (rung.overCapOf) {
        ladder.overCap[*rung.overCapOf] -= paid;
    } else if (!over.isZero()) {
        QList<qint64> weights;
        for (const Money one : std::as_const(ladder.overCap))
            weights.append(one.pence());
        const QList<Money> parts = split(paid, weights);
        for (qsizetype i = 0; i < m_partners; ++i)
            ladder.overCap[i] -= parts[i];
    }
    return {byOnePartner(*rung.payer, paid), {}};
}

QList<Money> Settlement::withinCaps(const QList<Money>& parts, Ladder& ladder)
{
    if (ladder.side == RiskSide::Under)
        return parts;
    QList<Money> paid;
    for (int i = 0; i < m_partners; ++i) {
        paid.append(paidWithinCap(i, parts[i]));
        ladder.overCap[i] = parts[i] - paid[i];
    }
    return paid;
}

Money Settlement::paidWithinCap(int partner, Money amount)
{
    std::optional<Money>& room = m_room[partner];
    const Money paid = std::min(amount, room.value_or(amount));
    if (room)
        *room -= paid;
    return paid;
}

QList<Money> Settlement::returned(Money saving, const RiskRung& rung,
                                  const QList<qint64>& contributions) const
{
    QList<Money> rooms;
    for (const qint64 contribution : contributions)
        rooms.append(scaled(Money::fromPence(contribution), rung.firstReduction, Rounding::TowardsZero));
    rooms[*rung.payer] = Money();
    const Money first = std::min(saving, sumOf(rooms));
    QList<Money> parts = returnedFirst(first, rooms, contributions);

    QList<qint64> basis = contributions;
    if (rung.remainder == SavingRemainder::ReducedContributions) {
        for (qsizetype i = 0; i < m_partners; ++i)
            basis[i] -= parts[i].pence();
    }
    if (std::any_of(basis.begin(), basis.end(), [](qint64 weight) { return weight > 0; })) {
        const QList<Money> rest = split(saving - first, basis);
        for (qsizetype i = 0; i < m_partners; ++i)
            parts[i] += rest[i];
    }
    return parts;
}

// Shared by contribution, nobody beyond its room; what finds no room goes to those who have some.
QList<Money> Settlement::returnedFirst(Money saving, const QList<Money>& rooms,
                                       const QList<qint64>& contributions) const
{
    QList<Money> parts(m_partners);
    while (!saving.isZero()) {
        QList<qint64> weights;
        for (qsizetype i = 0; i < m_partners; ++i)
            weights.append(parts[i] < rooms[i] ? contributions[i] : 0);
        const QList<Money> wanted = split(saving, weights);
        for (qsizetype i = 0; i < m_partners; ++i) {
            const Money given = std::min(wanted[i], rooms[i] - parts[i]);
            parts[i] += given;
            saving -= given;
        }
    }
    return parts;
}

QList<qint64> Settlement::commissionedOf(const Ladder& ladder) const
{
    if (ladder.scheme >= 0)
        return m_terms.schemes[ladder.scheme].commissioned;
    QList<qint64> weights(m_partners);
    for (qsizetype scheme = 0; scheme < ladder.schemesLeft.size(); ++scheme) {
        if (ladder.schemesLeft[scheme].isZero())
            continue;
        const QList<Money> parts = split(ladder.schemesLeft[scheme], m_terms.schemes[scheme].commissioned);
        for (qsizetype i = 0; i < m_partners; ++i)
            weights[i] += parts[i].pence();
    }
    return weights;
}

QList<Money> Settlement::ownRiskLines(RiskSide side) const
{
    QList<Money> own(m_partners);
    for (const RiskScheme& scheme : m_terms.schemes) {
        for (qsizetype i = 0; i < scheme.ownVariance.size(); ++i)
            own[i] += onSide(scheme.ownVariance[i], side);
    }
    return own;
}

QList<Money> Settlement::byOnePartner(int partner, Money amount) const
{
    QList<Money> parts(m_partners);
    parts[partner] = amount;
    return parts;
}

QList<Money> Settlement::split(Money amount, const QList<qint64>& weights) const
{
    return apportion(amount, std::span<const qint64>(weights), m_ranks);
}

RiskStep Settlement::step(RiskStep::Role role, const Taken& taken, RiskSide side) const
{
    RiskStep step;
    step.role = role;
    step.partners = taken.partners;
    step.fund = taken.fund;
    if (side == RiskSide::Under) {
        for (Money& part : step.partners)
            part = -part;
        step.fund = -step.fund;
    }
    step.amount = sumOf(step.partners) + step.fund;
    return step;
}

QList<PerformancePayment> performanceOf(const QList<RiskRung>& rungs, int scheme)
{
    QList<PerformancePayment> payments;
    for (int i = 0; i < rungs.size(); ++i) {
        const RiskRung& rung = rungs[i];
        if (rung.kind != RungKind::PerformanceFund)
            continue;
        PerformancePayment payment{scheme, i, rung.payer.value_or(-1), {}, {}};
        if (rung.achieved) {
            const Ratio reached = std::clamp(*rung.achieved / rung.goal, Ratio(0), Ratio(1));
            payment.paid = scaled(rung.performanceAmount, reached, Rounding::HalfAwayFromZero);
            payment.retained = rung.performanceAmount - *payment.paid;
        }
        payments.append(payment);
    }
    return payments;
}

} // namespace

Money heldFor(const RiskTerms& terms, const RiskRung& rung)
{
    if (rung.kind != RungKind::Underspends)
        return rung.stock < 0 ? rung.available : terms.stocks.value(rung.stock);
    Money underspends;
    for (const RiskScheme& scheme : terms.schemes)
        underspends += onSide(scheme.variance, RiskSide::Under);
    return underspends;
}

RiskResult settle(const RiskTerms& terms)
{
    RiskResult result = Settlement(terms).result();
    result.performance = performanceOf(terms.rungs, -1);
    for (int i = 0; i < terms.schemes.size(); ++i)
        result.performance += performanceOf(terms.schemes[i].rungs, i);
    return result;
}

} // namespace placewright
