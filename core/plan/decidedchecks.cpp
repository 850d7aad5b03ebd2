#include "core/plan/decidedchecks.h"

#include "core/plan/committeeroll.h"
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

bool isClosed(const Plan& before, const Plan& after, const Id& resolution)
{
    return before.resolutions.contains(resolution) && !isOpen(before, resolution) &&
           !isOpen(after, resolution);
}

// An item as it was, but for what scrutiny does with it afterwards.
AgendaItem apartFromCallIn(AgendaItem item, const AgendaItem& was)
{
    item.calledIn = was.calledIn;
    item.callInEnds = was.callInEnds;
    return item;
}

class DecidedChecks
{
public:
    DecidedChecks(const Plan& before, const Plan& after, const Step& step)
        : m_before(before)
        , m_after(after)
        , m_step(step)
    {
    }

    Refusal refusal() const
    {
        if (Refusal found = meetings())
            return found;
        if (Refusal found = approvedMinutes())
            return found;
        if (Refusal found = registered())
            return found;
        if (Refusal found = resolutions())
            return found;
        return agenda();
    }

private:
    template <class Row> TouchedRows<Row> touched(Table<Row> Plan::*table) const
    {
        return touchedRows(table, m_before, m_after, m_step);
    }

    // Looks at each touched row as it is and as it was.
    template <class Row, class Look> Refusal eachWay(Table<Row> Plan::*table, Look look) const
    {
        const auto rows = touched(table);
        for (const Row* row : rows.changed + rows.removed)
            for (const Row* was : {row, (m_before.*table).find(row->id)})
                if (Refusal found = was ? look(*was) : std::nullopt)
                    return found;
        return std::nullopt;
    }

    Refusal closedItem(const Id& item) const
    {
        for (const Resolution& resolution : m_before.resolutions)
            if (resolution.item == item)
                if (Refusal found = closedRefusal(m_before, m_after, resolution.id))
                    return found;
        return std::nullopt;
    }

    // Votes of the present round stand, and the Step does not end that round.
    Refusal votedOn(const Id& resolution) const
    {
        const AgendaItem* item = itemOfResolution(m_before, resolution);
        if (!item || !hasVotes(m_before, resolution) ||
            roundOf(m_after, resolution) != roundOf(m_before, resolution))
            return std::nullopt;
        return Words::tr("%1 has been voted on: reopen it first.").arg(itemInWords(*item));
    }

    Refusal settled(const Id& resolution) const
    {
        Refusal closed = closedRefusal(m_before, m_after, resolution);
        return closed ? closed : votedOn(resolution);
    }

    Refusal settledItem(const Id& item) const
    {
        for (const Resolution& resolution : m_before.resolutions)
            if (resolution.item == item)
                if (Refusal found = settled(resolution.id))
                    return found;
        return std::nullopt;
    }

    Refusal meetings() const
    {
        for (const Meeting* row : touched(&Plan::meetings).changed) {
            const Meeting* was = m_before.meetings.find(row->id);
            const bool same = was && was->on == row->on && was->minutesApprovedOn == row->minutesApprovedOn;
            if (!same && row->minutesApprovedOn.isValid() && row->minutesApprovedOn < row->on)
                return Words::tr("%1: its minutes cannot be approved on %2, before the meeting.")
                    .arg(nameOf(m_after, Meeting::type.id, row->id),
                         valueToShown(Value(row->minutesApprovedOn)));
            if (!was || (was->on == row->on && was->body == row->body))
                continue;
            for (const AgendaItem& item : m_before.agendaItems)
                if (item.meeting == row->id)
                    if (Refusal found = settledItem(item.id))
                        return found;
        }
        return std::nullopt;
    }

    Refusal approved(const Id& meeting) const
    {
        const Meeting* was = m_before.meetings.find(meeting);
        const Meeting* now = m_after.meetings.find(meeting);
        if (!was || !was->minutesApprovedOn.isValid() || (now && !now->minutesApprovedOn.isValid()))
            return std::nullopt;
        return Words::tr("The minutes of %1 are approved: clear the day of approval first.")
            .arg(nameOf(m_before, Meeting::type.id, meeting));
    }

    Refusal approvedItem(const Id& item) const
    {
        for (const Plan* plan : {&m_before, &m_after})
            if (const AgendaItem* found = plan->agendaItems.find(item))
                if (Refusal refused = approved(found->meeting))
                    return refused;
        return std::nullopt;
    }

    Refusal approvedResolution(const Id& resolution) const
    {
        for (const Plan* plan : {&m_before, &m_after})
            if (const AgendaItem* item = itemOfResolution(*plan, resolution))
                if (Refusal refused = approved(item->meeting))
                    return refused;
        return std::nullopt;
    }

    // What approved minutes say stays; votes, outcomes and answers are on the record and are no matter of these.
    Refusal approvedMinutes() const
    {
        const auto meetings = touched(&Plan::meetings);
        for (const Meeting* row : meetings.changed + meetings.removed) {
            const Meeting* now = m_after.meetings.find(row->id);
            const Meeting* was = m_before.meetings.find(row->id);
            if (was && now && was->on == now->on && was->body == now->body && was->where == now->where)
                continue;
            if (Refusal found = approved(row->id))
                return found;
        }
        const auto items = touched(&Plan::agendaItems);
        for (const AgendaItem* row : items.changed + items.removed) {
            const AgendaItem* was = m_before.agendaItems.find(row->id);
            if (was && m_after.agendaItems.contains(row->id) && apartFromCallIn(*row, *was) == *was)
                continue;
            if (Refusal found = approvedItem(row->id))
                return found;
        }
        if (Refusal found =
                eachWay(&Plan::attendances, [this](const Attendance& row) { return approved(row.meeting); }))
            return found;
        if (Refusal found = eachWay(&Plan::itemInterests,
                                    [this](const ItemInterest& row) { return approvedItem(row.item); }))
            return found;
        if (Refusal found =
                eachWay(&Plan::resolutions, [this](const Resolution& row) { return approvedItem(row.item); }))
            return found;
        return eachWay(&Plan::resolutionSteps,
                       [this](const ResolutionStep& row) { return approvedResolution(row.resolution); });
    }

    // The register of interests, as far as a closed item stands on it.
    Refusal registered() const
    {
        const auto rows = touched(&Plan::interests);
        for (const Interest* row : rows.changed + rows.removed) {
            const Interest* was = m_before.interests.find(row->id);
            const Interest* now = m_after.interests.find(row->id);
            const bool same = was && now && was->member == now->member && was->what == now->what &&
                              was->kind == now->kind && was->degree == now->degree;
            if (!was || same)
                continue;
            for (const ItemInterest& named : m_before.itemInterests)
                if (named.interest == row->id && closedItem(named.item))
                    return Words::tr("The interest of %1 stands in %2, which is closed: end it and declare a "
                                     "new one.")
                        .arg(nameOf(m_before, BodyMember::type.id, was->member),
                             itemInWords(*m_before.agendaItems.find(named.item)));
        }
        return std::nullopt;
    }

    // Its interests could no longer change for the sake of a resolution that comes late.
    Refusal besideClosed(const Id& item) const
    {
        if (!closedItem(item))
            return std::nullopt;
        return Words::tr("%1 has a closed resolution: add an item of its own.")
            .arg(itemInWords(*m_before.agendaItems.find(item)));
    }

    Refusal resolutions() const
    {
        for (const Resolution* row : touched(&Plan::resolutions).changed) {
            if (Refusal found = settled(row->id))
                return found;
            const Resolution* was = m_before.resolutions.find(row->id);
            if (Refusal found = !was || was->item != row->item ? besideClosed(row->item) : std::nullopt)
                return found;
        }
        return eachWay(&Plan::resolutionSteps,
                       [this](const ResolutionStep& row) { return settled(row.resolution); });
    }

    Refusal agenda() const
    {
        for (const AgendaItem* row : touched(&Plan::agendaItems).changed) {
            const AgendaItem* was = m_before.agendaItems.find(row->id);
            if (was && was->meeting != row->meeting)
                if (Refusal found = settledItem(row->id))
                    return found;
            if (was && (was->number != row->number || was->title != row->title))
                if (Refusal found = closedItem(row->id))
                    return found;
        }
        if (Refusal found = eachWay(&Plan::itemInterests, [this](const ItemInterest& row) {
                return isForAnother(row) ? std::nullopt : closedItem(row.item);
            }))
            return found;
        return eachWay(&Plan::attendances, [this](const Attendance& row) { return votedIn(row); });
    }

    // Whether an interest is new and tells of a resolution that is still open, and not of a vote that was counted.
    bool isForAnother(const ItemInterest& interest) const
    {
        bool another = false;
        for (const Resolution& resolution : m_before.resolutions) {
            if (resolution.item != interest.item)
                continue;
            another = another || isOpen(m_before, resolution.id);
            if (!isOpen(m_before, resolution.id) && hasVoted(interest, resolution.id))
                return false;
        }
        return another && !m_before.itemInterests.contains(interest.id);
    }

    // In the seat, or as the substitute who came in its place.
    bool hasVoted(const ItemInterest& interest, const Id& resolution) const
    {
        const Id& meeting = m_before.agendaItems.find(interest.item)->meeting;
        return std::any_of(m_before.votes.begin(), m_before.votes.end(), [&](const Vote& vote) {
            return vote.resolution == resolution &&
                   (vote.member == interest.member ||
                    std::any_of(m_before.attendances.begin(), m_before.attendances.end(),
                                [&](const Attendance& attendance) {
                                    return attendance.meeting == meeting &&
                                           attendance.member == vote.member &&
                                           attendance.substitute == interest.member;
                                }));
        });
    }

    // Who comes or leaves after a decision can be noted; who voted on it was there.
    Refusal votedIn(const Attendance& attendance) const
    {
        for (const Vote& vote : m_before.votes) {
            const AgendaItem* item =
                vote.member == attendance.member ? itemOfResolution(m_before, vote.resolution) : nullptr;
            if (item && item->meeting == attendance.meeting && isClosed(m_before, m_after, vote.resolution))
                return Words::tr("%1 voted under %2, which is closed: that attendance stays as it is.")
                    .arg(nameOf(m_before, BodyMember::type.id, vote.member), itemInWords(*item));
        }
        return std::nullopt;
    }

    const Plan& m_before;
    const Plan& m_after;
    const Step& m_step;
};

} // namespace

std::optional<QString> decidedRefusal(const Plan& before, const Plan& after, const Step& step)
{
    return DecidedChecks(before, after, step).refusal();
}

std::optional<QString> closedRefusal(const Plan& before, const Plan& after, const Id& resolution)
{
    const AgendaItem* item =
        isClosed(before, after, resolution) ? itemOfResolution(before, resolution) : nullptr;
    if (!item)
        return std::nullopt;
    if (lastOutcome(before, resolution)->outcome == resolutionOutcome::applied)
        return Words::tr("%1 is closed and applied: add a new item for what is to change.")
            .arg(itemInWords(*item));
    return Words::tr("%1 is closed: reopen it first.").arg(itemInWords(*item));
}

bool hasVotes(const Plan& plan, const Id& resolution)
{
    const qint64 round = roundOf(plan, resolution);
    return std::any_of(plan.votes.begin(), plan.votes.end(), [&](const Vote& vote) {
        return vote.resolution == resolution && vote.round.value_or(0) == round;
    });
}

QString itemInWords(const AgendaItem& item)
{
    return item.number ? Words::tr("Item %1").arg(*item.number) : u'“' + item.title + u'”';
}

const AgendaItem* itemOfResolution(const Plan& plan, const Id& resolution)
{
    const Resolution* found = plan.resolutions.find(resolution);
    return found ? plan.agendaItems.find(found->item) : nullptr;
}

} // namespace placewright
