#include "core/pool/riskshare.h"

#include <algorithm>

namespace placewright {

namespace {

using Kind = RiskProblem::Kind;

bool hasSide(RungKind kind, RiskSide side)
{
    switch (kind) {
    case RungKind::Underspends:
    case RungKind::OtherFunds:
    case RungKind::Reserve:
    case RungKind::Amount:
    case RungKind::Fault:
    case RungKind::FirstLoss:
    case RungKind::OverCap:
        return side == RiskSide::Over;
    case RungKind::Keep:
    case RungKind::SavingPriority:
        return side == RiskSide::Under;
    case RungKind::OwnRisk:
    case RungKind::FixedLine:
    case RungKind::Proportional:
    case RungKind::FixedPercent:
    case RungKind::PerformanceFund:
        break;
    }
    return true;
}

bool needsPayer(RungKind kind)
{
    return kind == RungKind::Fault || kind == RungKind::FirstLoss || kind == RungKind::OverCap ||
           kind == RungKind::FixedLine || kind == RungKind::SavingPriority;
}

bool isWeighed(const QList<qint64>& weights, qsizetype partners)
{
    return weights.size() == partners &&
           std::none_of(weights.begin(), weights.end(), [](qint64 weight) { return weight < 0; }) &&
           std::any_of(weights.begin(), weights.end(), [](qint64 weight) { return weight > 0; });
}

class Inspection
{
public:
    explicit Inspection(const RiskTerms& terms)
        : m_terms(terms)
        , m_partners(terms.partners.size())
    {
    }
    QList<RiskProblem> problems();

private:
    void inspect(const QList<RiskRung>& rungs, int scheme);
    void inspect(const RiskRung& rung, int scheme, int position);
    void inspectShares(const QList<Ratio>& shares, int scheme, int position);
    void inspectOverCaps(const QList<RiskRung>& rungs, int scheme);
    void inspectOwnShares();
    bool canVary(const RiskScheme& scheme) const;
    bool isPartner(std::optional<int> position) const
    {
        return position && *position >= 0 && *position < m_partners;
    }
    void add(Kind kind, int scheme, int rung, int partner = -1)
    {
        m_problems.append({kind, scheme, rung, partner});
    }

    const RiskTerms& m_terms;
    const qsizetype m_partners;
    QList<RiskProblem> m_problems;
};

QList<RiskProblem> Inspection::problems()
{
    if (m_terms.partners.isEmpty())
        return {{Kind::NoPartners}};
    for (int i = 0; i < m_partners; ++i) {
        if (m_terms.partners[i].cap && m_terms.partners[i].cap->isNegative())
            add(Kind::NegativeCap, -1, -1, i);
    }
    if (m_terms.given.isNegative())
        add(Kind::NegativeAmount, -1, -1);
    inspect(m_terms.rungs, -1);
    inspectOwnShares();
    for (int i = 0; i < m_terms.schemes.size(); ++i) {
        const RiskScheme& scheme = m_terms.schemes[i];
        if (scheme.fault.isNegative() || scheme.fault > std::max(Money(), scheme.variance))
            add(Kind::FaultAboveOverspend, i, -1);
        inspect(scheme.rungs, i);
    }
    return m_problems;
}

void Inspection::inspect(const QList<RiskRung>& rungs, int scheme)
{
    for (int i = 0; i < rungs.size(); ++i)
        inspect(rungs[i], scheme, i);
    inspectOverCaps(rungs, scheme);
}

void Inspection::inspect(const RiskRung& rung, int scheme, int position)
{
    const auto addIf = [&](bool wrong, Kind kind) {
        if (wrong)
            add(kind, scheme, position);
    };
    addIf(!hasSide(rung.kind, rung.side), Kind::WrongSide);
    addIf(rung.limit && rung.limit->isNegative(), Kind::NegativeLimit);
    addIf(needsPayer(rung.kind) && !isPartner(rung.payer), Kind::PayerMissing);

    const RiskScheme* one = scheme < 0 ? nullptr : &m_terms.schemes[scheme];
    switch (rung.kind) {
    case RungKind::OtherFunds:
    case RungKind::Reserve:
    case RungKind::Amount:
        addIf(rung.available.isNegative(), Kind::NegativeAmount);
        break;
    case RungKind::OverCap:
        addIf(isPartner(rung.payer) && rung.overCapOf == rung.payer, Kind::OverCapOfItself);
        addIf(rung.overCapOf && !isPartner(rung.overCapOf), Kind::PayerMissing);
        break;
    case RungKind::OwnRisk:
        addIf(one && canVary(*one) && !isWeighed(one->commissioned, m_partners), Kind::OwnShareUnknown);
        break;
    case RungKind::SavingPriority:
        addIf(rung.remainder == SavingRemainder::NotSaid, Kind::RemainderNotSaid);
        addIf(rung.firstReduction.isNegative() || rung.firstReduction > Ratio(1), Kind::ReductionNotAPart);
        [[fallthrough]];
    case RungKind::Proportional: {
        QList<qint64> contributions;
        for (const RiskPartner& partner : m_terms.partners)
            contributions.append(partner.contribution.pence());
        if (one)
            contributions = one->contributed;
        addIf((!one || canVary(*one)) && !isWeighed(contributions, m_partners), Kind::NoContributions);
        break;
    }
    case RungKind::FixedPercent:
        inspectShares(rung.shares, scheme, position);
        break;
    case RungKind::PerformanceFund:
        addIf(rung.performanceAmount.isNegative(), Kind::NegativeAmount);
        addIf(rung.goal <= Ratio(0), Kind::GoalNotPositive);
        break;
    case RungKind::Underspends:
    case RungKind::Fault:
    case RungKind::FirstLoss:
    case RungKind::FixedLine:
    case RungKind::Keep:
        break;
    }
}

void Inspection::inspectShares(const QList<Ratio>& shares, int scheme, int position)
{
    Ratio whole;
    for (int i = 0; i < shares.size(); ++i) {
        if (shares[i].isNegative())
            add(Kind::NegativeShare, scheme, position, i);
        whole = whole + shares[i];
    }
    if (shares.size() != m_partners || whole != Ratio(1))
        add(Kind::SharesNotWhole, scheme, position);
}

// A rung closes a loop when the partner whose cap is passed already pays, by earlier rungs, over the payer's.
void Inspection::inspectOverCaps(const QList<RiskRung>& rungs, int scheme)
{
    QList<QList<int>> paysOverCapOf(m_partners); // and, through others, over whose
    for (int i = 0; i < rungs.size(); ++i) {
        const RiskRung& rung = rungs[i];
        if (rung.kind != RungKind::OverCap || !isPartner(rung.payer) || !isPartner(rung.overCapOf) ||
            rung.payer == rung.overCapOf)
            continue;
        const QList<int> reached = paysOverCapOf[*rung.overCapOf] + QList<int>{*rung.overCapOf};
        if (reached.contains(*rung.payer)) {
            add(Kind::CapsInLoop, scheme, i);
            continue;
        }
        for (int from = 0; from < m_partners; ++from) {
            if (from == *rung.payer || paysOverCapOf[from].contains(*rung.payer))
                paysOverCapOf[from] += reached;
        }
    }
}

void Inspection::inspectOwnShares()
{
    const auto ownRisk = std::find_if(m_terms.rungs.begin(), m_terms.rungs.end(),
                                      [](const RiskRung& rung) { return rung.kind == RungKind::OwnRisk; });
    if (ownRisk == m_terms.rungs.end())
        return;
    for (int i = 0; i < m_terms.schemes.size(); ++i) {
        const RiskScheme& scheme = m_terms.schemes[i];
        if (canVary(scheme) && !isWeighed(scheme.commissioned, m_partners))
            add(Kind::OwnShareUnknown, i, -1);
    }
    if (m_terms.schemes.isEmpty())
        add(Kind::OwnShareUnknown, -1, static_cast<int>(ownRisk - m_terms.rungs.begin()));
}

// At a tested outturn of the scheme, or of the whole fund (see `atVariance`).
bool Inspection::canVary(const RiskScheme& scheme) const
{
    return !scheme.variance.isZero() || scheme.planned > Money() ||
           std::none_of(m_terms.schemes.begin(), m_terms.schemes.end(),
                        [](const RiskScheme& any) { return any.planned > Money(); });
}

} // namespace

QList<RiskProblem> problemsOf(const RiskTerms& terms)
{
    return Inspection(terms).problems();
}

} // namespace placewright
