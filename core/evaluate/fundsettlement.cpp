#include "core/evaluate/fundsettlement.h"

#include <algorithm>

namespace placewright {

namespace {

bool drawsOnOthers(const RiskRung& rung)
{
    return rung.kind == RungKind::OtherFunds;
}

Money takenByOtherFunds(const FundSettlement& settlement)
{
    Money taken;
    for (const RiskStep& step : settlement.result->steps) {
        if (step.role != RiskStep::Role::Rung)
            continue;
        const RiskTerms& terms = settlement.risk.terms;
        const QList<RiskRung>& rungs = step.scheme < 0 ? terms.rungs : terms.schemes.at(step.scheme).rungs;
        if (drawsOnOthers(rungs.at(step.rung)))
            taken += step.amount;
    }
    return taken;
}

// What the fund's own need and its schemes' own rungs leave of its underspends, less what others took. Lines at own risk
// have nothing to give.
Money leftOf(const FundSettlement& settlement)
{
    Money left;
    const RiskResult& result = *settlement.result;
    for (const RiskStep& step : result.variance.isNegative() ? result.steps : result.leftSteps) {
        const bool ofFund = step.role == RiskStep::Role::Rung && step.scheme < 0;
        if (ofFund || step.role == RiskStep::Role::GivenToOtherFund ||
            step.role == RiskStep::Role::KeptByDefault)
            left -= step.amount;
    }
    return left - settlement.risk.terms.given;
}

// The position of the stock that all its rungs for other funds' underspends draw on; -1: it has none.
int stockOfOthers(const RiskTerms& terms)
{
    const auto in = [](const QList<RiskRung>& rungs) {
        const auto rung = std::find_if(rungs.begin(), rungs.end(), drawsOnOthers);
        return rung == rungs.end() ? -1 : rung->stock;
    };
    int stock = in(terms.rungs);
    for (const RiskScheme& scheme : terms.schemes)
        stock = std::max(stock, in(scheme.rungs));
    return stock;
}

// Funds of one year in the order of their ids: what one takes is not there for the next, nor to be sent back.
void drawOnOthers(const QList<FundSettlement*>& funds)
{
    for (FundSettlement* taker : funds) {
        const int stock = stockOfOthers(taker->risk.terms);
        if (stock < 0)
            continue;
        Money there;
        for (const FundSettlement* other : funds)
            if (other != taker)
                there += leftOf(*other);
        taker->risk.terms.stocks[stock] = there;
        taker->result = settle(taker->risk.terms);
        Money taken = takenByOtherFunds(*taker);
        for (FundSettlement* other : funds) {
            if (other == taker || taken.isZero())
                continue;
            const Money part = std::min(taken, leftOf(*other));
            if (part.isZero())
                continue;
            other->risk.terms.given += part;
            other->result = settle(other->risk.terms);
            taken -= part;
        }
    }
}

} // namespace

QList<FundSettlement> settleFunds(const Plan& plan, const Ledger& ledger)
{
    QList<FundSettlement> settlements;
    for (const FundRisk& risk : fundRisks(plan, ledger)) {
        settlements.append({risk, {}});
        if (risk.problems.isEmpty())
            settlements.last().result = settle(risk.terms);
    }
    for (const FinancialYear& year : plan.years) {
        QList<FundSettlement*> funds;
        for (FundSettlement& settlement : settlements)
            if (settlement.risk.year == year.id.text() && settlement.result)
                funds.append(&settlement);
        std::sort(funds.begin(), funds.end(), [](const FundSettlement* a, const FundSettlement* b) {
            return a->risk.fund < b->risk.fund;
        });
        drawOnOthers(funds);
    }
    return settlements;
}

QList<PooledShare> pooledShares(const Plan& plan)
{
    QList<PooledShare> shares;
    for (const Partner& partner : plan.partners) {
        for (const FinancialYear& year : plan.years) {
            const Key key{year.id, {}};
            PooledShare share{partner.id, year.id.text(), {}, {}, {}};
            bool contributes = false;
            for (const Contribution& contribution : plan.contributions) {
                const Fund* fund = plan.funds.find(contribution.fund);
                if (contribution.partner != partner.id || !contribution.amount.contains(key) ||
                    !isSection75(contribution) || (fund && fund->kind == fundKind::aligned))
                    continue;
                contributes = true;
                share.pooled.add(contribution.amount.value(key),
                                 statusFromId(contribution.status.value(key)));
            }
            const auto relevant = partner.relevantSpend.constFind(key);
            if (relevant != partner.relevantSpend.constEnd())
                share.relevantSpend = *relevant;
            if (!contributes && !share.relevantSpend)
                continue;
            if (share.relevantSpend && *share.relevantSpend > Money())
                share.share = Ratio::of(share.pooled.amount, *share.relevantSpend);
            shares.append(share);
        }
    }
    return shares;
}

} // namespace placewright
