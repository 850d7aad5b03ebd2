#include "core/evaluate/committeereview.h"

#include "core/evaluate/resolutionsteps.h"
#include "core/evaluate/resolutionsubjects.h"
#include "core/ledger/movedmoney.h"
#include "core/money/arithmeticerror.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeReview)
};

// What a plan spends, with what has to be worked out before.
struct SpendingOf
{
    SpendingOf(const Plan& plan, const Shelf& shelf, const PaidContracts& before = {})
        : needs(layerNeeds(plan, shelf))
        , contracts(payContracts(plan, needs, before))
        , ledger(makeLedger(plan, needs, contracts))
    {
    }

    QList<LayerNeed> needs;
    PaidContracts contracts;
    Ledger ledger;
};

Result<MoneyMoves> moneyBetween(const Plan& before, const Plan& after, const Shelf& shelf)
{
    const SpendingOf was(before, shelf);
    const SpendingOf now(after, shelf, was.contracts);
    return movedMoney({before, was.ledger}, {after, now.ledger});
}

QString outcomeOf(const Tally& tally, const Body& body, const ResolutionReview& review)
{
    switch (tally.result) {
    case VoteResult::NotQuorate:
        return resolutionOutcome::notQuorate;
    case VoteResult::NotCarried:
        return resolutionOutcome::notCarried;
    case VoteResult::NoDecision:
        return resolutionOutcome::noDecision;
    case VoteResult::Carried:
        break;
    }
    const bool all = std::all_of(review.partners.begin(), review.partners.end(),
                                 [](const PartnerVerdict& partner) { return partner.isWithin(); });
    return all && review.agreements.isEmpty() && body.kind != bodyKind::forum
               ? resolutionOutcome::carried
               : resolutionOutcome::recommended;
}

QList<YearAmount> amountsByYear(const QList<MovedMoney>& moved)
{
    QStringList years;
    for (const MovedMoney& row : moved)
        if (!years.contains(row.year))
            years.append(row.year);
    std::sort(years.begin(), years.end());
    QList<YearAmount> amounts;
    for (const QString& year : std::as_const(years)) {
        QList<MovedMoney> own;
        std::copy_if(moved.begin(), moved.end(), std::back_inserter(own),
                     [&](const MovedMoney& row) { return row.year == year; });
        amounts.append({year, movedAmount(own)});
    }
    return amounts;
}

class Reviewer
{
public:
    Reviewer(const Plan& base, const Shelf& shelf, const Resolution& resolution, const QDate& on)
        : m_base(base)
        , m_shelf(shelf)
        , m_on(on)
        , m_found(lastDecisionOf(base, resolution.id))
    {
        m_review.resolution = resolution.id;
        m_review.item = resolution.item;
        m_review.open = isOpen(base, resolution.id);
    }

    ResolutionReview review()
    {
        const AgendaItem* item = m_base.agendaItems.find(m_review.item);
        const Meeting* meeting = item ? m_base.meetings.find(item->meeting) : nullptr;
        const Body* body = meeting ? m_base.bodies.find(meeting->body) : nullptr;
        if (!body) {
            m_review.unreadable = Words::tr("This resolution stands under no meeting "
                                            "of a body. Put it on the agenda "
                                            "of a meeting first.");
            return m_review;
        }
        m_review.meeting = meeting->id;
        m_review.body = body->id;
        m_review.seats = seatsAt(m_base, *item, m_review.resolution);
        m_review.tally = countVotes(body->votingRule, body->castingVote, quorumRuleOf(m_base, *body),
                                    m_review.seats, partnersAsked(m_base, *body, meeting->on));
        try {
            readMoney();
            holdMoney(*body, *meeting);
        } catch (const ArithmeticError&) {
            m_review.unreadable = Words::tr("A sum in this resolution is too large "
                                            "to be worked out exactly. Look for "
                                            "an amount far too large, and mend it.");
        }
        m_review.asked = interestsAsked(m_base, *item, *meeting, m_review.seats, m_subjects);
        m_review.outcome = outcomeOf(m_review.tally, *body, m_review);
        m_review.canApply = canApply();
        return m_review;
    }

private:
    // What the vote gave in the present round; null: nothing yet.
    static const ResolutionOutcome* lastDecisionOf(const Plan& base, const Id& resolution)
    {
        const ResolutionOutcome* found = nullptr;
        for (const ResolutionOutcome& outcome : base.resolutionOutcomes)
            if (outcome.resolution == resolution && outcome.outcome != resolutionOutcome::applied)
                found = &outcome;
        return found && found->outcome != resolutionOutcome::reopened ? found : nullptr;
    }

    bool isApplied() const
    {
        const ResolutionOutcome* last = lastOutcome(m_base, m_review.resolution);
        return last && last->outcome == resolutionOutcome::applied;
    }

    QList<MovedMoney> recorded() const
    {
        QList<MovedMoney> moved;
        for (const ResolutionMoney& money : m_base.resolutionMoneys)
            if (m_found && money.outcome == m_found->id)
                moved.append({money.partner, money.year, money.category, money.increase.value_or(Money()),
                              money.decrease.value_or(Money())});
        return moved;
    }

    void readMoney()
    {
        const Result<QList<HeldStep>> steps = heldStepsOf(m_base, m_review.resolution);
        if (!steps) {
            m_review.unreadable = steps.error().text;
            return;
        }
        const TriedSteps tried = tryOn(m_base, *steps);
        for (const HeldStep& step : *steps)
            for (const Change& change : step.held.changes)
                for (const Plan* plan : {&m_base, &tried.plan}) {
                    m_subjects.add(*plan, change);
                    addAgreement(*plan, change);
                }
        if (isApplied()) { // its Changes stand in the base, and fit it no more
            m_review.moved = recorded();
            return;
        }
        m_review.stale = tried.stale;
        m_hasSteps = !steps->isEmpty();
        if (!m_review.stale.isEmpty() || !m_hasSteps)
            return;
        const Result<MoneyMoves> moves = moneyBetween(m_base, tried.plan, m_shelf);
        if (!moves) {
            m_review.unreadable = moves.error().text;
            return;
        }
        m_review.moved = moves->moved;
        for (const Id& line : moves->lines)
            for (const Plan* plan : {&m_base, &tried.plan})
                m_subjects.addLine(plan->lines.find(line));
        m_review.moneyChanged = isDecided() && differs(m_review.moved, recorded());
    }

    // Who hosts, who pays in and who bears the risk: what the partners signed.
    void addAgreement(const Plan& plan, const Change& change)
    {
        const auto fundOf = [&](const auto& type) { return plan.value(type.id, change.id, u"fund").id(); };
        Id fund;
        if (change.entity == Fund::type.id)
            fund = change.id;
        else if (change.entity == FundPartner::type.id)
            fund = fundOf(FundPartner::type);
        else if (change.entity == FundFunction::type.id)
            fund = fundOf(FundFunction::type);
        else if (change.entity == RiskTerm::type.id)
            fund = fundOf(RiskTerm::type);
        else if (change.entity == RiskTermShare::type.id)
            if (const RiskTermShare* share = plan.riskTermShares.find(change.id))
                fund = plan.value(RiskTerm::type.id, share->term, u"fund").id();
        if (!fund.isNull() && !m_review.agreements.contains(fund))
            m_review.agreements.append(fund);
    }

    // The partners of those funds: who pays in or stands in the agreement, and the host.
    QList<Id> agreeing() const
    {
        QList<Id> partners;
        const auto add = [&](const Id& partner) {
            if (!partner.isNull() && !partners.contains(partner))
                partners.append(partner);
        };
        for (const Id& id : m_review.agreements) {
            if (const Fund* fund = m_base.funds.find(id))
                add(fund->host);
            for (const FundPartner& partner : m_base.fundPartners)
                if (partner.fund == id)
                    add(partner.partner);
            for (const Contribution& contribution : m_base.contributions)
                if (contribution.fund == id)
                    add(contribution.partner);
        }
        return partners;
    }

    bool isDecided() const
    {
        return m_found && (m_found->outcome == resolutionOutcome::carried ||
                           m_found->outcome == resolutionOutcome::recommended);
    }

    static bool differs(QList<MovedMoney> a, QList<MovedMoney> b)
    {
        const auto tied = [](const MovedMoney& row) {
            return std::tie(row.partner, row.year, row.category, row.increase, row.decrease);
        };
        for (QList<MovedMoney>* rows : {&a, &b}) {
            rows->removeIf(
                [](const MovedMoney& row) { return row.increase.isZero() && row.decrease.isZero(); });
            std::sort(rows->begin(), rows->end(), [&](const MovedMoney& one, const MovedMoney& other) {
                return tied(one) < tied(other);
            });
        }
        return !std::equal(
            a.begin(), a.end(), b.begin(), b.end(),
            [&](const MovedMoney& one, const MovedMoney& other) { return tied(one) == tied(other); });
    }

    QList<InFavour> inFavour() const
    {
        QList<InFavour> members;
        for (const Seat& seat : m_review.seats)
            if (seat.canVote() && seat.ballot == Ballot::For)
                members.append({seat.role, seat.partner});
        return members;
    }

    void holdMoney(const Body& body, const Meeting& meeting)
    {
        m_review.amount = movedAmount(m_review.moved);
        m_review.years = amountsByYear(m_review.moved);
        const QDate decidedOn = meeting.on.isValid() ? meeting.on : m_on;
        m_review.partners =
            holdAgainst(limitsOf(m_base, body.id, decidedOn), decidedBy(m_base, body.id, m_review.resolution),
                        m_review.moved, inFavour());
        const bool forum = body.kind == bodyKind::forum;
        for (const PartnerVerdict& partner : std::as_const(m_review.partners)) {
            if (partner.verdict == DelegationVerdict::PartnerUnknown)
                m_review.partnerUnknown = true;
            else if (forum || !partner.isWithin())
                m_review.recommendTo.append(partner.partner);
        }
        for (const Id& partner : agreeing())
            if (!m_review.recommendTo.contains(partner))
                m_review.recommendTo.append(partner);
        if (forum && m_review.recommendTo.isEmpty())
            m_review.recommendTo = advised(body, meeting);
    }

    // Whom a forum advises that moves no money: the partners whose agreement it
    // asks for, else every council and ICB.
    QList<Id> advised(const Body& body, const Meeting& meeting) const
    {
        const QList<Id> asked = partnersAsked(m_base, body, meeting.on);
        if (!asked.isEmpty())
            return asked;
        QList<Id> all;
        for (const Partner& partner : m_base.partners)
            if (partner.kind == partnerKind::council || partner.kind == partnerKind::icb)
                all.append(partner.id);
        return all;
    }

    bool hasAccepted(const Id& partner) const
    {
        const RecommendationReply* reply = lastReply(m_base, m_review.resolution, partner);
        return reply && reply->answer == replyAnswer::accepted;
    }

    bool canApply() const
    {
        const ResolutionOutcome* last = lastOutcome(m_base, m_review.resolution);
        if (!last || !m_hasSteps || !m_review.unreadable.isEmpty() || !m_review.stale.isEmpty() ||
            m_review.moneyChanged)
            return false;
        if (last->outcome == resolutionOutcome::carried)
            return true;
        if (last->outcome != resolutionOutcome::recommended)
            return false;
        qsizetype asked = 0;
        for (const ResolutionMoney& money : m_base.resolutionMoneys) {
            if (money.outcome != last->id || !money.beyond)
                continue;
            ++asked;
            if (!hasAccepted(money.partner))
                return false;
        }
        // What was within a limit then is committed only now.
        return asked > 0 && std::all_of(m_review.partners.begin(), m_review.partners.end(),
                                        [&](const PartnerVerdict& partner) {
                                            return partner.isWithin() || hasAccepted(partner.partner);
                                        });
    }

    const Plan& m_base;
    const Shelf& m_shelf;
    QDate m_on;
    const ResolutionOutcome* m_found;
    bool m_hasSteps = false;
    ResolutionSubjects m_subjects;
    ResolutionReview m_review;
};

} // namespace

ResolutionReview reviewResolution(const Plan& base, const Shelf& shelf, const Id& resolution, const QDate& on)
{
    if (const Resolution* found = base.resolutions.find(resolution))
        return Reviewer(base, shelf, *found, on).review();
    ResolutionReview none;
    none.resolution = resolution;
    none.unreadable = Words::tr("There is no such resolution in the plan.");
    return none;
}

} // namespace placewright
