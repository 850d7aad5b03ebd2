#pragma once

#include "core/pool/riskshare.h"

#include <QStringList>

#include <algorithm>

namespace placewright {

// Terms of a risk share in one expression each, and results as short text.

inline Money pounds(qint64 whole, qint64 pence = 0)
{
    return Money::fromPence(whole * 100 + pence);
}

inline RiskRung over(RungKind kind, std::optional<Money> limit = {})
{
    RiskRung rung;
    rung.kind = kind;
    rung.limit = limit;
    return rung;
}

inline RiskRung under(RungKind kind, std::optional<Money> limit = {})
{
    RiskRung rung = over(kind, limit);
    rung.side = RiskSide::Under;
    return rung;
}

inline RiskRung holding(RiskRung rung, Money available)
{
    rung.available = available;
    return rung;
}

inline RiskRung paidBy(int payer, RiskRung rung)
{
    rung.payer = payer;
    return rung;
}

inline RiskRung overCapOf(std::optional<int> partner, int payer, std::optional<Money> limit = {})
{
    RiskRung rung = paidBy(payer, over(RungKind::OverCap, limit));
    rung.overCapOf = partner;
    return rung;
}

inline RiskRung percent(RiskRung rung, const QList<qint64>& percents)
{
    for (const qint64 one : percents)
        rung.shares.append(Ratio(one, 100));
    return rung;
}

inline RiskRung savingPriority(int protectedPartner, Ratio firstReduction, SavingRemainder remainder)
{
    RiskRung rung = paidBy(protectedPartner, under(RungKind::SavingPriority));
    rung.firstReduction = firstReduction;
    rung.remainder = remainder;
    return rung;
}

inline RiskRung performanceFund(Money amount, Ratio goal, std::optional<Ratio> achieved)
{
    RiskRung rung = over(RungKind::PerformanceFund);
    rung.performanceAmount = amount;
    rung.goal = goal;
    rung.achieved = achieved;
    return rung;
}

inline RiskScheme schemeAt(Money variance, const QList<RiskRung>& rungs = {})
{
    RiskScheme scheme;
    scheme.variance = variance;
    scheme.rungs = rungs;
    return scheme;
}

// Partners and schemes rank by position.
inline RiskTerms riskTerms(const QList<Money>& contributions, const QList<RiskScheme>& schemes,
                           const QList<RiskRung>& rungs)
{
    RiskTerms terms;
    for (int i = 0; i < contributions.size(); ++i)
        terms.partners.append({contributions[i], {}, i});
    terms.rungs = rungs;
    terms.schemes = schemes;
    for (int i = 0; i < terms.schemes.size(); ++i)
        terms.schemes[i].tieRank = i;
    return terms;
}

inline RiskScheme faulty(Money variance, Money fault, const QList<RiskRung>& rungs = {})
{
    RiskScheme scheme = schemeAt(variance, rungs);
    scheme.fault = fault;
    return scheme;
}

inline RiskTerms withCaps(RiskTerms terms, const QList<std::optional<Money>>& caps)
{
    for (qsizetype i = 0; i < caps.size(); ++i)
        terms.partners[i].cap = caps[i];
    return terms;
}

inline RiskTerms withRanks(RiskTerms terms, const QList<int>& ranks)
{
    for (qsizetype i = 0; i < ranks.size(); ++i)
        terms.partners[i].tieRank = ranks[i];
    return terms;
}

// Partner 0 contributes £60, partner 1 £40; one scheme.
inline RiskTerms sixtyForty(Money variance, const QList<RiskRung>& rungs)
{
    RiskTerms terms = riskTerms({pounds(60), pounds(40)}, {schemeAt(variance)}, rungs);
    terms.schemes[0].commissioned = {3, 1};
    terms.schemes[0].planned = pounds(1000);
    return terms;
}

// The Better Care pool of the sample: Ashmoor ICB, Fenwold ICB, and the council, which is the host.
inline RiskTerms calderbourne(Money homeCare, Money careHomes)
{
    RiskTerms terms =
        riskTerms({pounds(30'568'300), pounds(1'126'700), pounds(23'348'700)},
                  {schemeAt(homeCare), schemeAt(careHomes)},
                  {over(RungKind::Underspends), holding(over(RungKind::Reserve), pounds(500'000)),
                   holding(over(RungKind::Amount), pounds(60'000)), over(RungKind::Proportional),
                   overCapOf(1, 2), under(RungKind::Keep, pounds(250'000)), under(RungKind::Proportional)});
    return withRanks(withCaps(terms, {pounds(3'000'000), pounds(50'000), pounds(2'250'000)}), {1, 2, 0});
}

// "2 100.00 50.00": rung 2, by partner. "2 fund 7.00". "scheme 0 rung 2 ...". "own ...", "given fund ...",
// "kept fund ...", "nobody 9.00".
inline QString told(const RiskStep& step)
{
    QStringList words;
    switch (step.role) {
    case RiskStep::Role::Rung:
        if (step.scheme >= 0)
            words << QStringLiteral("scheme %1 rung").arg(step.scheme);
        words << QString::number(step.rung);
        break;
    case RiskStep::Role::OwnRiskLines:
        words << QStringLiteral("own");
        break;
    case RiskStep::Role::NotAgreed:
        words << QStringLiteral("nobody") << moneyToPlain(step.unresolved);
        break;
    case RiskStep::Role::GivenToOtherFund:
        words << QStringLiteral("given");
        break;
    case RiskStep::Role::KeptByDefault:
        words << QStringLiteral("kept");
        break;
    }
    const bool partners =
        std::any_of(step.partners.begin(), step.partners.end(), [](Money part) { return !part.isZero(); });
    for (const Money part : step.partners) {
        if (partners)
            words << moneyToPlain(part);
    }
    if (!step.fund.isZero())
        words << QStringLiteral("fund") << moneyToPlain(step.fund);
    return words.join(u' ');
}

inline QString told(const QList<RiskStep>& steps)
{
    QStringList lines;
    for (const RiskStep& step : steps)
        lines << told(step);
    return lines.join(QStringLiteral("; "));
}

} // namespace placewright
