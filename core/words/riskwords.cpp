#include "core/words/riskwords.h"

#include "core/plan/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskWords)
};

const Fund& fundOf(const Plan& plan, const FundRisk& risk)
{
    return *plan.funds.find(risk.fund);
}

// In running text the council is "the council".
QString inText(const Plan& plan, const Id& partner)
{
    const Partner* found = plan.partners.find(partner);
    if (!found || found->kind != partnerKind::council)
        return partnerShown(plan, partner);
    const bool only = std::count_if(plan.partners.begin(), plan.partners.end(), [](const Partner& other) {
                          return other.kind == partnerKind::council;
                      }) == 1;
    return only ? Words::tr("the council") : partnerShown(plan, partner);
}

const RiskTerm* termOf(const Plan& plan, const FundRisk& risk, const RiskStep& step)
{
    if (step.role != RiskStep::Role::Rung)
        return nullptr;
    const QList<Id>& ids = step.scheme < 0 ? risk.rungs : risk.schemeRungs.at(step.scheme);
    return plan.riskTerms.find(ids.value(step.rung));
}

const RiskRung* rungOf(const FundRisk& risk, const Id& term)
{
    if (const qsizetype at = risk.rungs.indexOf(term); at >= 0)
        return &risk.terms.rungs.at(at);
    for (qsizetype scheme = 0; scheme < risk.schemeRungs.size(); ++scheme)
        if (const qsizetype at = risk.schemeRungs.at(scheme).indexOf(term); at >= 0)
            return &risk.terms.schemes.at(scheme).rungs.at(at);
    return nullptr;
}

// How many partners share a rung: those that contribute, or those with a percentage.
qsizetype sharersOf(const FundRisk& risk, const RiskRung* rung)
{
    if (rung && rung->kind == RungKind::FixedPercent)
        return std::count_if(rung->shares.begin(), rung->shares.end(),
                             [](const Ratio& share) { return !share.isZero(); });
    return std::count_if(risk.terms.partners.begin(), risk.terms.partners.end(),
                         [](const RiskPartner& partner) { return !partner.contribution.isZero(); });
}

Id payerOf(const Plan& plan, const RiskTerm& term)
{
    if (!term.paidBy.isNull())
        return term.paidBy;
    const Fund* fund = plan.funds.find(term.fund);
    return fund ? fund->host : Id();
}

QString termName(const Plan& plan, const RiskTerm& term)
{
    if (!term.label.isEmpty())
        return term.label;
    if (term.kind == riskKind::reserve) {
        const Scheme* scheme = plan.schemes.find(term.reserve);
        return scheme ? Words::tr("Risk reserve, scheme %1").arg(scheme->number) : Words::tr("Risk reserve");
    }
    if (term.kind == riskKind::overCap)
        return term.overCapOf.isNull() ? Words::tr("Over a partner’s cap")
                                       : Words::tr("Over %1’s cap").arg(partnerShown(plan, term.overCapOf));
    if (term.kind == riskKind::proportional)
        return Words::tr("Shared by contribution");
    if (term.kind == riskKind::firstLoss)
        return Words::tr("First loss, %1").arg(partnerShown(plan, payerOf(plan, term)));
    return labelOfChoice(*RiskTerm::type.field(u"kind"), term.kind);
}

// What a partner adds or gets back, most first; those of nothing are left out.
QList<std::pair<Id, Money>> byAmount(const FundSettlement& settlement)
{
    QList<std::pair<Id, Money>> amounts;
    for (qsizetype i = 0; i < settlement.result->partners.size(); ++i)
        if (!settlement.result->partners.at(i).isZero())
            amounts.append({settlement.risk.partners.at(i), settlement.result->partners.at(i)});
    std::stable_sort(amounts.begin(), amounts.end(),
                     [](const auto& a, const auto& b) { return a.second.abs() > b.second.abs(); });
    return amounts;
}

QString amounts(const Plan& plan, const QList<std::pair<Id, Money>>& parts)
{
    QStringList said;
    for (const auto& [partner, money] : parts)
        said.append(Words::tr("%1 %2").arg(inText(plan, partner), formatMoney(money.abs())));
    return listed(said);
}

// The title names the council and the largest other partner, in this order.
QList<std::pair<Id, Money>> inTitle(const Plan& plan, const FundSettlement& settlement)
{
    QList<std::pair<Id, Money>> named = byAmount(settlement).mid(0, 2);
    std::stable_sort(named.begin(), named.end(), [&](const auto& a, const auto& b) {
        const auto isCouncil = [&](const Id& id) {
            const Partner* partner = plan.partners.find(id);
            return partner && partner->kind == partnerKind::council;
        };
        return isCouncil(a.first) && !isCouncil(b.first);
    });
    return named;
}

bool isFundsOwn(RungKind kind)
{
    return kind == RungKind::Underspends || kind == RungKind::OtherFunds || kind == RungKind::Reserve ||
           kind == RungKind::Amount;
}

QString thenWords(const Plan& plan, const FundRisk& risk, qsizetype rung)
{
    const RiskRung& first = risk.terms.rungs.at(rung);
    if (first.kind == RungKind::OwnRisk)
        return Words::tr("then each pays for what it commissions");
    if (first.kind == RungKind::Proportional || first.kind == RungKind::FixedPercent) {
        const qsizetype sharing = sharersOf(risk, &first);
        if (sharing > 1)
            return sharing == 2 ? Words::tr("then both partners share")
                                : Words::tr("then all %1 partners share").arg(numberWord(sharing));
    }
    const RiskTerm* term = plan.riskTerms.find(risk.rungs.at(rung));
    return first.kind == RungKind::Proportional || first.kind == RungKind::FixedPercent || !term
               ? Words::tr("then one partner pays")
               : Words::tr("then %1 pays").arg(inText(plan, payerOf(plan, *term)));
}

} // namespace

QString riskHeadline(const Plan& plan, const FundSettlement& settlement)
{
    const QString fund = fundOf(plan, settlement.risk).name;
    if (!settlement.result)
        return Words::tr("%1: who pays cannot be worked out yet").arg(fund);
    const RiskResult& result = *settlement.result;
    if (result.variance.isZero())
        return Words::tr("%1: on plan, nobody pays more").arg(fund);
    const QString size = formatMoney(result.variance.abs());
    const QList<std::pair<Id, Money>> named = inTitle(plan, settlement);
    if (result.variance.isNegative())
        return named.isEmpty()
                   ? Words::tr("A %1 underspend would stay in the fund").arg(size)
                   : Words::tr("A %1 underspend would give %2 back").arg(size, amounts(plan, named));
    if (!result.unresolved.isZero())
        return Words::tr("A %1 overspend leaves %2 that nobody has agreed to pay")
            .arg(size, formatMoney(result.unresolved));
    return named.isEmpty() ? Words::tr("A %1 overspend would be covered by the fund").arg(size)
                           : Words::tr("A %1 overspend would cost %2").arg(size, amounts(plan, named));
}

QString riskCaption(const Plan& plan, const FundSettlement& settlement)
{
    if (!settlement.result) {
        return settlement.risk.problems.isEmpty()
                   ? QString()
                   : riskProblemSentence(plan, settlement.risk.problems.first());
    }
    const RiskResult& result = *settlement.result;
    QStringList said;
    const bool over = result.variance > Money();
    if (over && !result.fund.isZero())
        said.append(Words::tr("the fund would absorb the first %1").arg(formatMoney(result.fund)));
    if (result.variance.isNegative() && !result.fund.isZero())
        said.append(Words::tr("the fund would keep %1").arg(formatMoney(result.fund.abs())));
    const QList<std::pair<Id, Money>> named = inTitle(plan, settlement);
    const bool all = over && !result.unresolved.isZero(); // the title names what is not agreed
    for (const auto& [partner, money] : byAmount(settlement))
        if (all ||
            std::none_of(named.begin(), named.end(), [&](const auto& n) { return n.first == partner; }))
            said.append((over ? Words::tr("%1 would pay %2") : Words::tr("%1 would get %2 back"))
                            .arg(inText(plan, partner), formatMoney(money.abs())));
    return said.isEmpty() ? QString() : capitalised(said.join(u"; "_s)) + u'.';
}

QString ladderTitle(const Plan& plan, const FundSettlement& settlement)
{
    if (!settlement.result)
        return Words::tr("Who pays cannot be worked out yet");
    Money absorbed;
    qsizetype first = -1; // the first rung by which partners pay whatever the overspend came from
    const RiskTerms& terms = settlement.risk.terms;
    for (qsizetype i = 0; i < terms.rungs.size() && first < 0; ++i) {
        const RiskRung& rung = terms.rungs.at(i);
        const bool beside = rung.kind == RungKind::Fault || rung.kind == RungKind::OverCap ||
                            rung.kind == RungKind::PerformanceFund;
        if (rung.side != RiskSide::Over || beside)
            continue;
        if (!isFundsOwn(rung.kind)) {
            first = i;
            continue;
        }
        const Money there = heldFor(terms, rung);
        absorbed += rung.limit ? std::min(*rung.limit, there) : there;
    }
    const QString then =
        first < 0 ? Words::tr("then nobody has agreed to pay") : thenWords(plan, settlement.risk, first);
    if (absorbed.isZero())
        return capitalised(then.mid(then.indexOf(u' ') + 1)) + Words::tr(" from the first pound");
    return Words::tr("The fund covers the first %1; %2").arg(formatMoney(absorbed), then);
}

QString rungsTitle(const Plan&, const FundRisk& risk)
{
    const auto over =
        std::count_if(risk.terms.rungs.begin(), risk.terms.rungs.end(), [](const RiskRung& rung) {
            return rung.side == RiskSide::Over && rung.kind != RungKind::PerformanceFund;
        });
    if (over == 0)
        return Words::tr("No step for an overspend has been agreed");
    return Words::tr("An overspend climbs %1 steps").arg(numberWord(over + 1));
}

QString testSentence(const Plan& plan, const FundRisk& risk)
{
    QStringList said;
    for (qsizetype i = 0; i < risk.schemes.size(); ++i) {
        Money variance = risk.terms.schemes.at(i).variance;
        for (const Money own : risk.terms.schemes.at(i).ownVariance)
            variance += own;
        if (variance.isZero())
            continue;
        const QString name = lowered(nameOf(plan, Scheme::type.id, risk.schemes.at(i)));
        said.append((variance.isNegative() ? Words::tr("%1 %2 under") : Words::tr("%1 %2 over"))
                        .arg(name, formatMoney(variance.abs())));
    }
    return said.isEmpty() ? Words::tr("No other outturn is tested: every scheme ends on plan.")
                          : Words::tr("A test, not a forecast: %1.").arg(listed(said));
}

QString riskSummary(const Plan& plan, const FundSettlement& settlement)
{
    if (!settlement.result)
        return riskCaption(plan, settlement);
    QStringList said{riskHeadline(plan, settlement) + u'.'};
    for (const RiskStep& step : settlement.result->steps)
        said.append(
            Words::tr("%1: %2.").arg(stepName(plan, settlement.risk, step), formatMoney(step.amount)));
    const QString caption = riskCaption(plan, settlement);
    if (!caption.isEmpty())
        said.append(caption);
    return said.join(u' ');
}

RungWords rungWords(const Plan& plan, const FundSettlement& settlement, const RiskTerm& term)
{
    RungWords words;
    words.name = termName(plan, term);
    words.clause = term.clause;
    words.paidBy = Words::tr("the fund");
    words.upTo = term.limit ? formatAmount(*term.limit, Pence::WhenAny) : Words::tr("no limit");

    const FundRisk& risk = settlement.risk;
    const auto atMost = [&](Money there) {
        words.upTo = formatAmount(term.limit ? std::min(*term.limit, there) : there, Pence::WhenAny);
    };
    const bool capped = std::any_of(risk.terms.partners.begin(), risk.terms.partners.end(),
                                    [](const RiskPartner& partner) { return partner.cap.has_value(); });
    const auto sharers = [&] {
        const qsizetype sharing = sharersOf(risk, rungOf(risk, term.id));
        return sharing == 1   ? Words::tr("one partner")
               : sharing == 2 ? Words::tr("both")
                              : Words::tr("all %1").arg(numberWord(sharing));
    };
    const Id payer = payerOf(plan, term);
    const auto payerWords = [&] {
        const Fund* fund = plan.funds.find(term.fund);
        return fund && payer == fund->host ? Words::tr("the host") : inText(plan, payer);
    };
    const QString& kind = term.kind;
    if (kind == riskKind::underspends || kind == riskKind::reserve || kind == riskKind::amount ||
        kind == riskKind::otherFunds) {
        if (const RiskRung* rung = rungOf(risk, term.id))
            atMost(heldFor(risk.terms, *rung));
    } else if (kind == riskKind::proportional || kind == riskKind::fixedPercent) {
        const bool over = term.side != riskSide::under;
        words.paidBy = sharers();
        if (over && capped)
            words.upTo = term.limit ? Words::tr("%1, to each cap").arg(words.upTo) : Words::tr("to each cap");
    } else if (kind == riskKind::overCap) {
        words.paidBy = payerWords();
        const qsizetype at = risk.partners.indexOf(payer);
        if (at >= 0 && risk.terms.partners.at(at).cap)
            words.upTo = Words::tr("to its cap");
    } else if (kind == riskKind::ownRisk) {
        words.paidBy = Words::tr("each commissioner");
    } else if (kind == riskKind::savingPriority) {
        words.paidBy = Words::tr("all but %1 first").arg(inText(plan, payer));
    } else if (kind == riskKind::performanceFund) {
        words.upTo = term.amount ? formatAmount(*term.amount, Pence::WhenAny) : Words::tr("not known");
        words.paidBy = inText(plan, payer);
    } else if (kind != riskKind::keep) {
        words.paidBy = payerWords();
    }
    return words;
}

RungWords leftOverWords()
{
    return {Words::tr("Anything left"), Words::tr("no limit"), Words::tr("not agreed"), {}, false};
}

QString stepName(const Plan& plan, const FundRisk& risk, const RiskStep& step)
{
    switch (step.role) {
    case RiskStep::Role::OwnRiskLines:
        return Words::tr("Lines at own risk");
    case RiskStep::Role::NotAgreed:
        return Words::tr("Not agreed");
    case RiskStep::Role::GivenToOtherFund:
        return Words::tr("To another pooled fund");
    case RiskStep::Role::KeptByDefault:
        return Words::tr("Kept in the fund, as nothing else is agreed");
    case RiskStep::Role::Rung:
        break;
    }
    const RiskTerm* term = termOf(plan, risk, step);
    if (!term)
        return {};
    return step.scheme < 0
               ? termName(plan, *term)
               : Words::tr("%1: %2").arg(nameOf(plan, Scheme::type.id, risk.schemes.at(step.scheme)),
                                         termName(plan, *term));
}

QString kinkWords(const Plan& plan, const FundRisk& risk, const RiskKink& kink)
{
    const QString at = formatShort(kink.at);
    switch (kink.kind) {
    case RiskKink::Kind::CapReached:
        return Words::tr("%1’s cap, %2").arg(partnerShown(plan, risk.partners.value(kink.partner)), at);
    case RiskKink::Kind::NotAgreedStarts:
        return Words::tr("Not agreed from %1").arg(at);
    case RiskKink::Kind::RungStarts:
        break;
    }
    const RiskTerm* term = plan.riskTerms.find(risk.rungs.value(kink.rung));
    return Words::tr("%1, from %2").arg(term ? termName(plan, *term) : QString(), at);
}

QString underspendSentence(const Plan& plan, const FundRisk& risk)
{
    QStringList said;
    bool open = true;
    for (qsizetype i = 0; i < risk.rungs.size(); ++i) {
        const RiskTerm* term = plan.riskTerms.find(risk.rungs.at(i));
        if (!term || term->side != riskSide::under || term->kind == riskKind::performanceFund)
            continue;
        const QString what = !term->limit ? (said.isEmpty() ? Words::tr("all of it") : Words::tr("the rest"))
                             : said.isEmpty() ? Words::tr("the first %1").arg(formatMoney(*term->limit))
                                              : Words::tr("up to %1 more").arg(formatMoney(*term->limit));
        open = open && term->limit.has_value();
        if (term->kind == riskKind::keep)
            said.append(Words::tr("%1 is kept in the fund").arg(what));
        else if (term->kind == riskKind::proportional)
            said.append(Words::tr("%1 goes back by contribution").arg(what));
        else if (term->kind == riskKind::fixedPercent)
            said.append(Words::tr("%1 goes back by fixed percentages").arg(what));
        else if (term->kind == riskKind::ownRisk)
            said.append(Words::tr("%1 goes back to whoever commissions").arg(what));
        else if (term->kind == riskKind::savingPriority)
            said.append(Words::tr("%1 lowers contributions, %2’s last")
                            .arg(what, inText(plan, payerOf(plan, *term))));
        else
            said.append(Words::tr("%1 goes back to %2").arg(what, inText(plan, payerOf(plan, *term))));
    }
    if (said.isEmpty())
        return Words::tr("Underspend: nothing is agreed, so it stays in the fund.");
    if (open)
        said.append(Words::tr("anything more stays in the fund, as nothing else is agreed"));
    return Words::tr("Underspend: %1.").arg(said.join(u", "_s));
}

QString riskProblemSentence(const Plan& plan, const FundRiskProblem& problem)
{
    using Kind = FundRiskProblem::Kind;
    const RiskTerm* term = plan.riskTerms.find(problem.id);
    if (const RiskTermShare* share = plan.riskTermShares.find(problem.id))
        term = plan.riskTerms.find(share->term);
    const QString step = term ? termName(plan, *term) : QString();
    switch (problem.kind) {
    case Kind::NoHost:
        return Words::tr("“%1” does not say who pays, and the fund has no host: name one.").arg(step);
    case Kind::ReserveMissing:
        return Words::tr("“%1” does not say which scheme holds the reserve: choose it.").arg(step);
    case Kind::ReserveElsewhere:
        return Words::tr("The reserve of “%1” stands in another fund: choose a scheme of this one.")
            .arg(step);
    case Kind::ReserveOverdrawn:
        return Words::tr("“%1” holds a reserve, so it cannot be tested above its plan.")
            .arg(nameOf(plan, Scheme::type.id, problem.id));
    case Kind::OffsetsInLoop:
        return Words::tr("“%1” waits for a reserve whose own step waits for it: break the loop.").arg(step);
    case Kind::BearerNotKnown:
        return Words::tr("Say at whose risk the line “%1” is: its commissioner does not tell.")
            .arg(nameOf(plan, Line::type.id, problem.id));
    case Kind::AmountMissing:
        return Words::tr("“%1” needs the amount that is held for it.").arg(step);
    case Kind::GoalMissing:
        return Words::tr("“%1” needs the goal at which it is paid in full.").arg(step);
    case Kind::StepTwice:
        return Words::tr("“%1” has the same number as the step before it: give each its own.").arg(step);
    case Kind::PartnerTwice:
        return term ? Words::tr("%1 stands twice among the shares of “%2”: keep one row.")
                          .arg(nameOf(plan, RiskTermShare::type.id, problem.id), step)
                    : Words::tr("%1 stands twice among the partners of the fund: keep one row.")
                          .arg(nameOf(plan, FundPartner::type.id, problem.id));
    case Kind::SchemeElsewhere:
        return Words::tr("“%1” is for a scheme of another fund: choose one of this fund.").arg(step);
    case Kind::StepOnReserve:
        return Words::tr("“%1” is for a scheme that holds a reserve: choose another scheme.").arg(step);
    case Kind::PayerNotKnown:
        return Words::tr("Say whose money the line “%1” is: its scheme shares by contribution.")
            .arg(nameOf(plan, Line::type.id, problem.id));
    case Kind::ReductionMissing:
        return Words::tr("“%1” needs the first reduction, in percent.").arg(step);
    case Kind::ShareMissing:
        return Words::tr("“%1”: enter the percentage of %2.")
            .arg(step, nameOf(plan, RiskTermShare::type.id, problem.id));
    case Kind::Terms:
        break;
    }
    switch (problem.terms) {
    case RiskProblem::Kind::NoPartners:
        return Words::tr("The fund has no partners yet: enter who contributes.");
    case RiskProblem::Kind::NoContributions:
        return Words::tr("“%1” shares by contribution, and nobody contributes, or somebody less than "
                         "nothing: enter the "
                         "contributions.")
            .arg(step);
    case RiskProblem::Kind::SharesNotWhole:
        return Words::tr("The shares of “%1” do not add to 100%: mend them.").arg(step);
    case RiskProblem::Kind::NegativeShare:
        return Words::tr("A share of “%1” is below 0%: enter what the partner pays.").arg(step);
    case RiskProblem::Kind::NegativeCap:
        return Words::tr("The cap of %1 cannot be below £0.00: enter the most that it adds.")
            .arg(nameOf(plan, FundPartner::type.id, problem.id));
    case RiskProblem::Kind::NegativeLimit:
        return Words::tr("“%1” cannot take less than £0.00: enter the most it takes.").arg(step);
    case RiskProblem::Kind::NegativeAmount:
        return Words::tr("“%1” cannot hold less than £0.00: enter what is held.").arg(step);
    case RiskProblem::Kind::PayerMissing:
        return Words::tr("“%1” does not say who pays: name the partner.").arg(step);
    case RiskProblem::Kind::OverCapOfItself:
        return Words::tr("“%1”: a partner cannot pay over its own cap. Name another.").arg(step);
    case RiskProblem::Kind::CapsInLoop:
        return Words::tr("“%1”: two partners each pay over the other’s cap. Keep one of the two steps.")
            .arg(step);
    case RiskProblem::Kind::RemainderNotSaid:
        return Words::tr("“%1” does not say how a saving beyond the first reduction is shared: choose it.")
            .arg(step);
    case RiskProblem::Kind::ReductionNotAPart:
        return Words::tr("The first reduction of “%1” must be from 0% to 100%.").arg(step);
    case RiskProblem::Kind::GoalNotPositive:
        return Words::tr("The goal of “%1” must be above 0.").arg(step);
    case RiskProblem::Kind::WrongSide:
        return Words::tr("“%1” is not a step for this side: move it to overspends or underspends.").arg(step);
    case RiskProblem::Kind::OwnShareUnknown:
        return Words::tr("“%1” needs to know who commissions each line: name the commissioners.").arg(step);
    case RiskProblem::Kind::FaultAboveOverspend:
        return Words::tr(
                   "What comes from breaking the agreement must be from £0.00 to the overspend of “%1”.")
            .arg(nameOf(plan, Scheme::type.id, problem.id));
    }
    return {};
}

} // namespace placewright
