#include "core/plan/committeeroll.h"

#include <algorithm>

namespace placewright {

namespace {

bool holdsOn(const QDate& from, const QDate& to, const QDate& day)
{
    return (!from.isValid() || (day.isValid() && from <= day)) &&
           (!to.isValid() || (day.isValid() && day <= to));
}

bool isCouncilOrIcb(const Partner& partner)
{
    return partner.kind == partnerKind::council || partner.kind == partnerKind::icb;
}

std::optional<Ballot> ballotOf(const QString& stored)
{
    if (stored == ballot::inFavour)
        return Ballot::For;
    if (stored == ballot::against)
        return Ballot::Against;
    return stored == ballot::abstained ? std::optional(Ballot::Abstained) : std::nullopt;
}

// Reads one item of one meeting.
class Roll
{
public:
    Roll(const Plan& base, const Meeting& meeting, const Id& item, const Id& resolution)
        : m_base(base)
        , m_meeting(meeting)
        , m_item(item)
        , m_resolution(resolution)
        , m_round(roundOf(base, resolution))
    {
    }

    QList<Seat> seats()
    {
        QList<Seat> seats;
        for (const BodyMember& member : m_base.bodyMembers)
            if (member.body == m_meeting.body && member.substituteFor.isNull() &&
                holdsOn(member.from, member.to, m_meeting.on))
                seats.append(seat(member));
        return seats;
    }

private:
    Seat seat(const BodyMember& member)
    {
        Seat seat;
        seat.member = member.id;
        seat.partner = member.partner;
        seat.role = member.role;
        seat.chair = member.chair;
        seat.hasVote = !member.withoutVote;
        place(seat);
        for (const Vote& vote : m_base.votes)
            if (!m_resolution.isNull() && vote.resolution == m_resolution && vote.member == member.id &&
                vote.round.value_or(0) == m_round)
                (vote.casting ? seat.casting : seat.ballot) = ballotOf(vote.ballot);
        return seat;
    }

    // Who sits in the seat, and whether the chair's actions leave the vote to it.
    void place(Seat& seat)
    {
        const auto came = std::find_if(
            m_base.attendances.begin(), m_base.attendances.end(), [&](const Attendance& attendance) {
                return attendance.meeting == m_meeting.id && attendance.member == seat.member;
            });
        if (came == m_base.attendances.end())
            return;
        const QStringList actions = actionsOn(seat.member);
        const bool isOut = std::any_of(actions.begin(), actions.end(), [](const QString& action) {
            return action != chairAction::note && action != chairAction::substitute;
        });
        const bool byInterest = actions.contains(QString(chairAction::substitute));
        const bool bySubstitute =
            came->how == attending::substitute || (came->how == attending::present && byInterest);
        const bool canSit = bySubstitute && isSubstituteFor(seat.member, came->substitute);
        seat.present = came->how == attending::present || canSit;
        seat.excluded = seat.present && (isOut || (byInterest && !canSit));
        if (!canSit)
            return;
        seat.inPerson = false;
        seat.chair = false; // a substitute takes the vote, not the chair
        const QStringList own = actionsOn(came->substitute);
        seat.excluded = seat.excluded || std::any_of(own.begin(), own.end(), [](const QString& action) {
                            return action != chairAction::note;
                        });
    }

    bool isSubstituteFor(const Id& member, const Id& id) const
    {
        const BodyMember* substitute = m_base.bodyMembers.find(id);
        return substitute && substitute->body == m_meeting.body && substitute->substituteFor == member &&
               holdsOn(substitute->from, substitute->to, m_meeting.on);
    }

    // What the chair decided about the interests of a person who is there, under this item.
    QStringList actionsOn(const Id& member) const
    {
        QStringList actions;
        for (const ItemInterest& interest : m_base.itemInterests)
            if (!m_item.isNull() && interest.item == m_item && interest.member == member &&
                !interest.action.isEmpty())
                actions.append(interest.action);
        return actions;
    }

    const Plan& m_base;
    const Meeting& m_meeting;
    const Id& m_item;
    const Id& m_resolution;
    qint64 m_round;
};

QList<Seat> seatsOf(const Plan& base, const Meeting& meeting, const Id& item, const Id& resolution)
{
    return Roll(base, meeting, item, resolution).seats();
}

Quorum quorumOf(const Plan& base, const Meeting& meeting, const QList<Seat>& seats)
{
    const Body* body = base.bodies.find(meeting.body);
    return body ? quorumOf(quorumRuleOf(base, *body), seats) : Quorum();
}

// The body under which a resolution stands.
Id bodyOf(const Plan& base, const Resolution& resolution)
{
    const AgendaItem* item = base.agendaItems.find(resolution.item);
    const Meeting* meeting = item ? base.meetings.find(item->meeting) : nullptr;
    return meeting ? meeting->body : Id();
}

// What a body committed by one outcome, of one partner and year: areas of spend, and what makes them add to the whole, which is less
// than their sum where money moved between them.
void appendDecided(QList<DecidedMoney>& decided, const QList<MovedMoney>& moved)
{
    const Money whole = movedAmount(moved);
    Money sum;
    for (const MovedMoney& row : moved) {
        const Money amount = movedAmount({row});
        decided.append({row.partner, row.year, row.category, amount});
        sum += amount;
    }
    if (sum != whole)
        decided.append({moved.first().partner, moved.first().year, {}, whole - sum});
}

// The money of an outcome that was committed under delegation, not by its partner itself.
void appendDecidedBy(QList<DecidedMoney>& decided, const Plan& base, const Id& outcome)
{
    QList<QList<MovedMoney>> groups; // one a partner and year
    for (const ResolutionMoney& money : base.resolutionMoneys) {
        if (money.outcome != outcome || money.beyond)
            continue;
        const bool parted = money.increase || money.decrease;
        const MovedMoney row{money.partner, money.year, money.category,
                             (parted ? money.increase : money.amount).value_or(Money()),
                             money.decrease.value_or(Money())};
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const QList<MovedMoney>& group) {
            return group.first().partner == row.partner && group.first().year == row.year;
        });
        if (same == groups.end())
            groups.append({row});
        else
            same->append(row);
    }
    for (const QList<MovedMoney>& group : std::as_const(groups))
        appendDecided(decided, group);
}

} // namespace

QList<Seat> seatsAt(const Plan& base, const AgendaItem& item, const Id& resolution)
{
    const Meeting* meeting = base.meetings.find(item.meeting);
    return meeting ? seatsOf(base, *meeting, item.id, resolution) : QList<Seat>();
}

QuorumRule quorumRuleOf(const Plan& base, const Body& body)
{
    QuorumRule rule{body.quorumNumber, body.quorumShare, {}};
    for (const QuorumNeed& need : base.quorumNeeds)
        if (need.body == body.id)
            rule.needs.append({need.role, need.partner, need.least.value_or(1)});
    return rule;
}

QList<Id> partnersAsked(const Plan& base, const Body& body, const QDate& on)
{
    const bool all = body.votingRule == votingRule::dualKey;
    if (!all && body.votingRule != votingRule::blockVote && body.votingRule != votingRule::unanimousPartners)
        return {};
    QList<Id> asked;
    for (const Partner& partner : base.partners) {
        const bool hasSeat =
            std::any_of(base.bodyMembers.begin(), base.bodyMembers.end(), [&](const BodyMember& member) {
                return member.body == body.id && member.partner == partner.id && !member.withoutVote &&
                       member.substituteFor.isNull() &&
                       (!on.isValid() || holdsOn(member.from, member.to, on));
            });
        if (isCouncilOrIcb(partner) && (all || hasSeat))
            asked.append(partner.id);
    }
    return asked;
}

Quorum quorumOf(const Plan& base, const AgendaItem& item)
{
    const Meeting* meeting = base.meetings.find(item.meeting);
    return meeting ? quorumOf(base, *meeting, seatsOf(base, *meeting, item.id, {})) : Quorum();
}

Quorum quorumOf(const Plan& base, const Meeting& meeting)
{
    return quorumOf(base, meeting, seatsOf(base, meeting, {}, {}));
}

QList<DelegatedLimit> limitsOf(const Plan& base, const Id& body, const QDate& on)
{
    QList<DelegatedLimit> limits;
    for (const Delegation& delegation : base.delegations) {
        if (delegation.body != body || !holdsOn(delegation.from, delegation.to, on))
            continue;
        const bool perHead = delegation.basis == delegationBasis::perHead;
        const auto inPounds = [&](const std::optional<Money>& typed) {
            return perHead && typed ? limitForPeople(*typed, delegation.population) : typed;
        };
        const DelegatedLimit limit{delegation.id,
                                   delegation.partner,
                                   delegation.role,
                                   delegation.category,
                                   inPounds(delegation.perDecision),
                                   inPounds(delegation.perYear),
                                   delegation.minute,
                                   delegation.excessTo};
        // A limit per head that cannot be worked out is not one without a limit.
        if (limit.perDecision.has_value() == delegation.perDecision.has_value() &&
            limit.perYear.has_value() == delegation.perYear.has_value())
            limits.append(limit);
    }
    return limits;
}

QList<DecidedMoney> decidedBy(const Plan& base, const Id& body, const Id& except)
{
    QList<DecidedMoney> decided;
    for (const Resolution& resolution : base.resolutions) {
        if (resolution.id == except || bodyOf(base, resolution) != body)
            continue;
        const ResolutionOutcome* last = nullptr;
        const ResolutionOutcome* found = nullptr; // by the vote, where it has been applied since
        for (const ResolutionOutcome& outcome : base.resolutionOutcomes) {
            if (outcome.resolution != resolution.id)
                continue;
            last = &outcome;
            if (outcome.outcome != resolutionOutcome::applied)
                found = last;
        }
        if (found &&
            (last->outcome == resolutionOutcome::carried || last->outcome == resolutionOutcome::applied))
            appendDecidedBy(decided, base, found->id);
    }
    return decided;
}

qint64 roundOf(const Plan& base, const Id& resolution)
{
    return std::count_if(base.resolutionOutcomes.begin(), base.resolutionOutcomes.end(),
                         [&](const ResolutionOutcome& outcome) {
                             return outcome.resolution == resolution &&
                                    outcome.outcome == resolutionOutcome::reopened;
                         });
}

const ResolutionOutcome* lastOutcome(const Plan& base, const Id& resolution)
{
    const ResolutionOutcome* last = nullptr;
    for (const ResolutionOutcome& outcome : base.resolutionOutcomes)
        if (outcome.resolution == resolution)
            last = &outcome;
    return last;
}

const RecommendationReply* lastReply(const Plan& base, const Id& resolution, const Id& partner)
{
    const qint64 round = roundOf(base, resolution);
    const RecommendationReply* last = nullptr;
    for (const RecommendationReply& reply : base.recommendationReplies)
        if (reply.resolution == resolution && reply.partner == partner && reply.round.value_or(0) == round)
            last = &reply;
    return last;
}

bool isOpen(const Plan& base, const Id& resolution)
{
    const ResolutionOutcome* last = lastOutcome(base, resolution);
    return !last || last->outcome == resolutionOutcome::reopened;
}

const SignOff* lastSignature(const Plan& base, const Id& signatory)
{
    const SignOff* last = nullptr;
    for (const SignOff& signature : base.signOffs)
        if (signature.signatory == signatory)
            last = &signature;
    return last;
}

const FrozenVersion* latestVersion(const Plan& base, const Id& year)
{
    const FrozenVersion* last = nullptr;
    for (const FrozenVersion& version : base.frozenVersions)
        if (version.year == year && (!last || version.number.value_or(0) >= last->number.value_or(0)))
            last = &version;
    return last;
}

const Submission* submissionOf(const Plan& base, const Id& year)
{
    const auto found = std::find_if(base.submissions.begin(), base.submissions.end(),
                                    [&](const Submission& submission) { return submission.year == year; });
    return found == base.submissions.end() ? nullptr : &*found;
}

} // namespace placewright
