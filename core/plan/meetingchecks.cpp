#include "core/plan/meetingchecks.h"

#include "core/committee/heldsteps.h"
#include "core/plan/committeeroll.h"
#include "core/plan/decidedchecks.h"
#include "core/plan/names.h"
#include "core/plan/touchedrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeChecks)
};

using Refusal = std::optional<QString>;

QString nameOfMember(const Plan& plan, const Id& member)
{
    return nameOf(plan, BodyMember::type.id, member);
}

Id bodyOfItem(const Plan& plan, const Id& item)
{
    const AgendaItem* found = plan.agendaItems.find(item);
    const Meeting* meeting = found ? plan.meetings.find(found->meeting) : nullptr;
    return meeting ? meeting->body : Id();
}

Refusal notOfBody(const Plan& plan, const Id& member, const Id& body)
{
    const BodyMember* found = plan.bodyMembers.find(member);
    if (!found || found->body == body)
        return std::nullopt;
    return Words::tr("%1 is not a member of %2.")
        .arg(nameOfMember(plan, member), nameOf(plan, Body::type.id, body));
}

// Whether a row belongs to a meeting of the body that its member is of.
Refusal strangerIn(const Plan& plan, const Attendance& attendance)
{
    const Meeting* meeting = plan.meetings.find(attendance.meeting);
    return meeting ? notOfBody(plan, attendance.member, meeting->body) : std::nullopt;
}

Refusal strangerIn(const Plan& plan, const ItemInterest& interest)
{
    return notOfBody(plan, interest.member, bodyOfItem(plan, interest.item));
}

Refusal strangerIn(const Plan& plan, const Vote& vote)
{
    const AgendaItem* item = itemOfResolution(plan, vote.resolution);
    return item ? notOfBody(plan, vote.member, bodyOfItem(plan, item->id)) : std::nullopt;
}

// A substitute who came stands in for the very member in whose place it came.
Refusal wrongSubstitute(const Plan& plan, const Attendance& attendance)
{
    const BodyMember* member = plan.bodyMembers.find(attendance.member);
    if (member && !member->substituteFor.isNull())
        return Words::tr("%1 is a substitute: say beside %2 who came in that place.")
            .arg(nameOfMember(plan, member->id), nameOfMember(plan, member->substituteFor));
    const BodyMember* substitute = plan.bodyMembers.find(attendance.substitute);
    if (!substitute || substitute->substituteFor == attendance.member)
        return std::nullopt;
    return Words::tr("%1 is not a substitute for %2.")
        .arg(nameOfMember(plan, substitute->id), nameOfMember(plan, attendance.member));
}

// What a Step makes wrong by moving a meeting, an item, a resolution or a member to another place, in rows that it does not touch.
template <class Row, class Fault>
Refusal newFault(Table<Row> Plan::*table, const Plan& before, const Plan& after, Fault fault)
{
    for (const Row& row : after.*table) {
        const Refusal found = fault(after, row);
        const Row* was = found ? (before.*table).find(row.id) : nullptr;
        if (found && !(was && *was == row && fault(before, *was)))
            return found;
    }
    return std::nullopt;
}

// Why a resolution can never do what a Change of one of its Steps asks.
Refusal beyondResolutions(const Change& change, const QString& what)
{
    const EntityType* type = Plan::schema().type(change.entity);
    if (type && type->keeping == Keeping::OnRecord)
        return Words::tr("“%1” would change what is on the record: no resolution can.").arg(what);
    if (type && type->keeping != Keeping::Anywhere)
        return Words::tr("“%1” would change what the committee keeps about itself: no resolution can.")
            .arg(what);
    if (change.entity == Scenario::type.id)
        return Words::tr("“%1” would change a scenario: a resolution is about the base.").arg(what);
    return std::nullopt;
}

class MeetingChecks
{
public:
    MeetingChecks(const Plan& before, const Plan& after, const Step& step)
        : m_before(before)
        , m_after(after)
        , m_step(step)
    {
    }

    Refusal refusal() const
    {
        if (Refusal found = attendance())
            return found;
        if (Refusal found = decidedRefusal(m_before, m_after, m_step))
            return found;
        if (Refusal found = heldSteps())
            return found;
        if (Refusal found = interests())
            return found;
        if (Refusal found = votes())
            return found;
        return movesRows() ? moved() : std::nullopt;
    }

private:
    template <class Row> TouchedRows<Row> touched(Table<Row> Plan::*table) const
    {
        return touchedRows(table, m_before, m_after, m_step);
    }

    // By id, so that what is removed and added again is seen too.
    template <class Row, class Owner> bool moves(Table<Row> Plan::*table, Owner Row::*owner) const
    {
        const auto rows = touched(table).changed;
        return std::any_of(rows.begin(), rows.end(), [&](const Row* row) {
            const Row* was = (m_before.*table).find(row->id);
            return was && was->*owner != row->*owner;
        });
    }

    bool movesRows() const
    {
        return moves(&Plan::bodyMembers, &BodyMember::body) ||
               moves(&Plan::bodyMembers, &BodyMember::substituteFor) ||
               moves(&Plan::meetings, &Meeting::body) || moves(&Plan::agendaItems, &AgendaItem::meeting) ||
               moves(&Plan::resolutions, &Resolution::item);
    }

    Refusal attendance() const
    {
        for (const Attendance* row : touched(&Plan::attendances).changed) {
            if (Refusal stranger = strangerIn(m_after, *row))
                return stranger;
            if (Refusal wrong = wrongSubstitute(m_after, *row))
                return wrong;
            const auto isOther = [&](const Attendance& other) {
                return other.id != row->id && other.meeting == row->meeting && other.member == row->member;
            };
            if (std::any_of(m_after.attendances.begin(), m_after.attendances.end(), isOther))
                return Words::tr("%1 stands in the attendance of this meeting already.")
                    .arg(nameOfMember(m_after, row->member));
        }
        return std::nullopt;
    }

    Refusal heldSteps() const
    {
        for (const ResolutionStep* row : touched(&Plan::resolutionSteps).changed) {
            const Result<QList<Change>> held = changesHeld(*row, Plan::schema());
            if (!held)
                return held.error().text;
            for (const Change& change : *held) {
                if (Refusal found = beyondResolutions(change, row->what))
                    return found;
            }
        }
        return std::nullopt;
    }

    Refusal interests() const
    {
        for (const ItemInterest* row : touched(&Plan::itemInterests).changed)
            if (Refusal stranger = strangerIn(m_after, *row))
                return stranger;
        return std::nullopt;
    }

    Refusal votes() const
    {
        for (const Vote* vote : touched(&Plan::votes).changed)
            if (Refusal refused = voteRefusal(*vote))
                return refused;
        return std::nullopt;
    }

    Refusal voteRefusal(const Vote& vote) const
    {
        if (Refusal found = closedRefusal(m_before, m_after, vote.resolution))
            return found;
        if (Refusal stranger = strangerIn(m_after, vote))
            return stranger;
        const AgendaItem* item = itemOfResolution(m_after, vote.resolution);
        if (!item)
            return std::nullopt; // apply() says what is missing
        const QString member = nameOfMember(m_after, vote.member);
        const QList<Seat> seats = seatsAt(m_after, *item, vote.resolution);
        const auto seat =
            std::find_if(seats.begin(), seats.end(), [&](const Seat& s) { return s.member == vote.member; });
        if (seat == seats.end() || !seat->hasVote)
            return Words::tr("%1 has no vote.").arg(member);
        if (!seat->present)
            return Words::tr("%1 is not at the meeting and cannot vote.").arg(member);
        if (seat->excluded)
            return Words::tr("%1 has no vote under %2: the chair decided so on an interest.")
                .arg(member, itemInWords(*item));
        if (vote.ballot.isEmpty())
            return Words::tr("The vote of %1 says nothing: for, against or abstained.").arg(member);
        return vote.casting ? castingRefusal(*item, *seat, member) : std::nullopt;
    }

    Refusal castingRefusal(const AgendaItem& item, const Seat& seat, const QString& member) const
    {
        const Body* body = m_after.bodies.find(bodyOfItem(m_after, item.id));
        if (!body || !body->castingVote || body->votingRule != votingRule::simpleMajority)
            return Words::tr("%1 has no casting vote in its terms of reference.")
                .arg(body ? body->name : QString());
        if (!seat.chair)
            return Words::tr("The casting vote is the chair’s: %1 has none.").arg(member);
        return std::nullopt;
    }

    Refusal moved() const
    {
        const auto stranger = [](const Plan& plan, const auto& row) { return strangerIn(plan, row); };
        if (Refusal found = newFault(&Plan::attendances, m_before, m_after, stranger))
            return found;
        if (Refusal found = newFault(&Plan::attendances, m_before, m_after, wrongSubstitute))
            return found;
        if (Refusal found = newFault(&Plan::itemInterests, m_before, m_after, stranger))
            return found;
        return newFault(&Plan::votes, m_before, m_after, stranger);
    }

    const Plan& m_before;
    const Plan& m_after;
    const Step& m_step;
};

} // namespace

std::optional<QString> meetingRefusal(const Plan& before, const Plan& after, const Step& step)
{
    return MeetingChecks(before, after, step).refusal();
}

} // namespace placewright
