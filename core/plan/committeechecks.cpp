#include "core/plan/committeechecks.h"

#include "core/committee/voting.h"
#include "core/plan/meetingchecks.h"
#include "core/plan/names.h"
#include "core/plan/signedchecks.h"
#include "core/plan/touchedrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeChecks)
};

using Refusal = std::optional<QString>;

// Seats with a vote that are like `need`, whatever their dates.
qint64 votingSeats(const Plan& plan, const Id& body, const QuorumNeed& need = {})
{
    return std::count_if(plan.bodyMembers.begin(), plan.bodyMembers.end(), [&](const BodyMember& member) {
        return member.body == body && member.substituteFor.isNull() && !member.withoutVote &&
               (need.role.isEmpty() || countsAs(member.role, need.role)) &&
               (need.partner.isNull() || member.partner == need.partner);
    });
}

// How many members the quorum asks for more than there are.
qint64 quorumExcess(const Plan& plan, const Id& body)
{
    const Body* found = plan.bodies.find(body);
    return found && found->quorumNumber ? std::max<qint64>(0, *found->quorumNumber - votingSeats(plan, body))
                                        : 0;
}

// How many members of a role the quorum asks for more than there are.
qint64 excessOf(const Plan& plan, const QuorumNeed& need)
{
    return std::max<qint64>(0, need.least.value_or(1) - votingSeats(plan, need.body, need));
}

bool overlap(const BodyMember& a, const BodyMember& b)
{
    const auto before = [](const QDate& to, const QDate& from) {
        return to.isValid() && from.isValid() && to < from;
    };
    return !before(a.to, b.from) && !before(b.to, a.from);
}

class CommitteeChecks
{
public:
    CommitteeChecks(const Plan& before, const Plan& after, const Step& step)
        : m_before(before)
        , m_after(after)
        , m_step(step)
    {
    }

    Refusal refusal() const
    {
        if (Refusal found = bodies())
            return found;
        if (Refusal found = quorums())
            return found;
        if (Refusal found = members())
            return found;
        if (Refusal found = delegations())
            return found;
        if (Refusal found = signatures())
            return found;
        return onceEach();
    }

private:
    template <class Row> TouchedRows<Row> touched(Table<Row> Plan::*table) const
    {
        return touchedRows(table, m_before, m_after, m_step);
    }

    // Bodies whose terms or members the Step touches.
    QList<Id> bodiesTouched() const
    {
        QList<Id> bodies;
        const auto add = [&](const Id& body) {
            if (!bodies.contains(body) && m_after.bodies.contains(body))
                bodies.append(body);
        };
        for (const Body* body : touched(&Plan::bodies).changed)
            add(body->id);
        const auto members = touched(&Plan::bodyMembers);
        for (const BodyMember* member : members.changed + members.removed)
            for (const BodyMember* was : {member, m_before.bodyMembers.find(member->id)})
                if (was)
                    add(was->body);
        for (const QuorumNeed* need : touched(&Plan::quorumNeeds).changed)
            add(need->body);
        return bodies;
    }

    Refusal needs(const Id& body) const
    {
        for (const QuorumNeed& need : m_after.quorumNeeds) {
            const QuorumNeed* was = m_before.quorumNeeds.find(need.id);
            const qint64 excess = need.body == body ? excessOf(m_after, need) : 0;
            if (excess > 0 && excess > (was ? excessOf(m_before, *was) : 0))
                return Words::tr("%1: its quorum needs at least %2 of a role or partner, and %n member(s) "
                                 "with a vote can be one.",
                                 nullptr, static_cast<int>(votingSeats(m_after, body, need)))
                    .arg(nameOf(m_after, Body::type.id, body))
                    .arg(need.least.value_or(1));
        }
        return std::nullopt;
    }

    Refusal quorums() const
    {
        for (const Id& body : bodiesTouched())
            if (const qint64 excess = quorumExcess(m_after, body);
                excess > 0 && excess > quorumExcess(m_before, body))
                return Words::tr("%1: a quorum of %2 is above the %n member(s) with a vote.", nullptr,
                                 static_cast<int>(votingSeats(m_after, body)))
                    .arg(nameOf(m_after, Body::type.id, body))
                    .arg(*m_after.bodies.find(body)->quorumNumber);
        for (const Body* body : touched(&Plan::bodies).changed) {
            const std::optional<Rate>& share = body->quorumShare;
            if (share && (share->isNegative() || share->isZero() || share->exact() > Ratio(100)))
                return Words::tr("%1: a quorum of %2 % is not above 0 and at most 100.")
                    .arg(body->name, share->text());
            if (body->quorumNumber.value_or(1) < 1)
                return Words::tr("%1: a quorum is at least 1 member.").arg(body->name);
        }
        for (const QuorumNeed* need : touched(&Plan::quorumNeeds).changed)
            if (need->least.value_or(1) < 1)
                return Words::tr("%1: a quorum needs at least 1 member of a role, not %2.")
                    .arg(nameOf(m_after, Body::type.id, need->body))
                    .arg(*need->least);
        for (const Id& body : bodiesTouched())
            if (Refusal found = needs(body))
                return found;
        return std::nullopt;
    }

    Refusal bodies() const
    {
        for (const Body* body : touched(&Plan::bodies).changed) {
            const Body* was = m_before.bodies.find(body->id);
            if (body->name.trimmed().isEmpty() && (!was || was->name != body->name))
                return Words::tr("A body needs a name.");
            if ((!was || was->answersTo != body->answersTo) && answersToItself(*body))
                return Words::tr("%1 would answer to itself: choose another body.").arg(body->name);
        }
        return std::nullopt;
    }

    // At once or by way of others.
    bool answersToItself(const Body& body) const
    {
        QList<Id> met;
        for (const Body* above = m_after.bodies.find(body.answersTo); above && !met.contains(above->id);
             above = m_after.bodies.find(above->answersTo)) {
            if (above->id == body.id)
                return true;
            met.append(above->id);
        }
        return false;
    }

    // Why a row ends before it begins, where the Step made it so.
    template <class Row> Refusal backwards(Table<Row> Plan::*table, const Row& row) const
    {
        const Row* was = (m_before.*table).find(row.id);
        const bool same = was && was->from == row.from && was->to == row.to;
        if (same || !row.from.isValid() || !row.to.isValid() || row.from <= row.to)
            return std::nullopt;
        return Words::tr("%1 cannot end on %2, before it begins on %3.")
            .arg(nameOf(m_after, Row::type.id, row.id), valueToShown(Value(row.to)),
                 valueToShown(Value(row.from)));
    }

    Refusal members() const
    {
        const auto rows = touched(&Plan::bodyMembers).changed;
        for (const BodyMember* member : rows) {
            if (Refusal found = orphan(*member))
                return found;
            if (Refusal found = backwards(&Plan::bodyMembers, *member))
                return found;
            if (Refusal found = secondOf(*member))
                return found;
            if (Refusal found = substitute(*member))
                return found;
            for (const BodyMember& other : m_after.bodyMembers)
                if (other.substituteFor == member->id)
                    if (Refusal found = substitute(other))
                        return found;
        }
        return std::nullopt;
    }

    Refusal secondOf(const BodyMember& member) const
    {
        for (const BodyMember& other : m_after.bodyMembers) {
            if (other.id == member.id || other.body != member.body || !overlap(member, other))
                continue;
            const QString body = nameOf(m_after, Body::type.id, member.body);
            const QString name = nameOf(m_after, BodyMember::type.id, other.id);
            if (member.accountable && other.accountable)
                return Words::tr("%1 has its accountable officer already: %2.").arg(body, name);
            if (member.chair && other.chair)
                return Words::tr("%1 has its chair already: %2.").arg(body, name);
        }
        return std::nullopt;
    }

    // Who loses the member whose place it takes would have a seat and a vote of its own.
    Refusal orphan(const BodyMember& member) const
    {
        const BodyMember* was = m_before.bodyMembers.find(member.id);
        if (!was || was->substituteFor.isNull() || m_after.bodyMembers.contains(was->substituteFor))
            return std::nullopt;
        return Words::tr("%1 is the substitute for %2: remove the substitute first.")
            .arg(nameOf(m_before, BodyMember::type.id, was->id),
                 nameOf(m_before, BodyMember::type.id, was->substituteFor));
    }

    Refusal substitute(const BodyMember& member) const
    {
        if (member.substituteFor.isNull())
            return std::nullopt;
        const QString name = nameOf(m_after, BodyMember::type.id, member.id);
        if (member.substituteFor == member.id)
            return Words::tr("%1 cannot be their own substitute.").arg(name);
        const BodyMember* seat = m_after.bodyMembers.find(member.substituteFor);
        if (!seat)
            return std::nullopt;
        const QString other = nameOf(m_after, BodyMember::type.id, seat->id);
        if (!seat->substituteFor.isNull())
            return Words::tr("%1 cannot stand in for %2, who is a substitute.").arg(name, other);
        if (seat->body != member.body)
            return Words::tr("%1 cannot stand in for %2, who is a member of another body.").arg(name, other);
        return std::nullopt;
    }

    Refusal delegations() const
    {
        for (const Delegation* row : touched(&Plan::delegations).changed) {
            const QString body = nameOf(m_after, Body::type.id, row->body);
            const QString partner = nameOf(m_after, Partner::type.id, row->partner);
            if (Refusal found = backwards(&Plan::delegations, *row))
                return found;
            if (!row->excessTo.isNull() && row->excessTo == row->body)
                return Words::tr("%1, %2: what is above the limit is for another body to decide.")
                    .arg(body, partner);
            for (const std::optional<Money>& limit : {row->perDecision, row->perYear})
                if (limit && *limit < Money())
                    return Words::tr("%1, %2: a limit cannot be below £0.00.").arg(body, partner);
            if ((row->perDecision || row->perYear) && row->minute.trimmed().isEmpty())
                return Words::tr("%1, %2: a limit needs the minute that granted it.").arg(body, partner);
            if (row->basis == delegationBasis::perHead && row->population.value_or(0) < 1)
                return Words::tr("%1, %2: a limit per 100,000 people needs the number of people.")
                    .arg(body, partner);
        }
        return std::nullopt;
    }

    Refusal signatures() const
    {
        for (const SignOff* row : touched(&Plan::signOffs).changed) {
            const Signatory* signatory = m_after.signatories.find(row->signatory);
            const FrozenVersion* version = m_after.frozenVersions.find(row->version);
            if (!signatory || !version)
                continue; // apply() says what is missing
            const QString wanted = nameOf(m_after, Signatory::type.id, signatory->id);
            if (row->capacity != signatory->role)
                return Words::tr("The signature is that of %1: “%2” cannot give it.")
                    .arg(wanted, labelOfChoice(*SignOff::type.field(u"capacity"), row->capacity));
            if (version->year != signatory->year)
                return Words::tr("%1 signs for %2: this version is of %3.")
                    .arg(wanted, signatory->year.text(), version->year.text());
            if (row->on.isValid() && version->on.isValid() && row->on < version->on)
                return Words::tr("%1 cannot sign on %2: the version was frozen on %3.")
                    .arg(wanted, valueToShown(Value(row->on)), valueToShown(Value(version->on)));
        }
        return std::nullopt;
    }

    Refusal onceEach() const
    {
        for (const IndexDomain* row : touched(&Plan::indexDomains).changed)
            for (const IndexDomain& other : m_after.indexDomains)
                if (other.id != row->id && other.domain == row->domain && !row->domain.isEmpty())
                    return Words::tr("“%1” is among the domains of the index already.")
                        .arg(nameOf(m_after, IndexDomain::type.id, row->id));
        for (const Submission* row : touched(&Plan::submissions).changed)
            for (const Submission& other : m_after.submissions)
                if (other.id != row->id && other.year == row->year)
                    return Words::tr("%1 has its submission already: change that one.").arg(row->year.text());
        return std::nullopt;
    }

    const Plan& m_before;
    const Plan& m_after;
    const Step& m_step;
};

} // namespace

std::optional<QString> committeeRefusal(const Plan& before, const Plan& after, const Step& step)
{
    const auto isCommittees = [](const Change& change) {
        const EntityType* type = Plan::schema().type(change.entity);
        return type && type->keeping != Keeping::Anywhere;
    };
    if (std::none_of(step.changes.begin(), step.changes.end(), isCommittees))
        return std::nullopt;
    if (Refusal found = CommitteeChecks(before, after, step).refusal())
        return found;
    if (Refusal found = signedRefusal(before, after, step))
        return found;
    return meetingRefusal(before, after, step);
}

} // namespace placewright
