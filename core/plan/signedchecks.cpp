#include "core/plan/signedchecks.h"

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

// Whether a row that counts from one day to another leaves a day out.
template <class Row> bool leavesOut(const Row& row, const QDate& day)
{
    return (row.from.isValid() && !(day.isValid() && row.from <= day)) ||
           (row.to.isValid() && !(day.isValid() && day <= row.to));
}

// The day of the first of these that the row now leaves out and did not before; not valid: none.
template <class Row> QDate dayLost(const Row& was, const Row& now, const QList<QDate>& days)
{
    const auto lost = std::find_if(days.begin(), days.end(), [&](const QDate& day) {
        return leavesOut(now, day) && !leavesOut(was, day);
    });
    return lost == days.end() ? QDate() : *lost;
}

class SignedChecks
{
public:
    SignedChecks(const Plan& before, const Plan& after, const Step& step)
        : m_before(before)
        , m_after(after)
        , m_step(step)
    {
    }

    Refusal refusal() const
    {
        if (Refusal found = signatories())
            return found;
        if (Refusal found = members())
            return found;
        return delegations();
    }

private:
    template <class Row> TouchedRows<Row> touched(Table<Row> Plan::*table) const
    {
        return touchedRows(table, m_before, m_after, m_step);
    }

    Refusal signatories() const
    {
        for (const Signatory* row : touched(&Plan::signatories).changed) {
            const Signatory* was = m_before.signatories.find(row->id);
            const bool same = !was || (was->year == row->year && was->partner == row->partner &&
                                       was->role == row->role && was->person == row->person);
            if (same || !hasSigned(row->id))
                continue;
            const QString name = nameOf(m_before, Signatory::type.id, row->id);
            if (isGone(was->partner))
                return Words::tr("%1 has signed: %2 cannot be removed from the plan.")
                    .arg(name, nameOf(m_before, Partner::type.id, was->partner));
            return Words::tr("%1 has signed: add another signatory.").arg(name);
        }
        return std::nullopt;
    }

    bool hasSigned(const Id& signatory) const
    {
        return std::any_of(m_before.signOffs.begin(), m_before.signOffs.end(),
                           [&](const SignOff& signature) { return signature.signatory == signatory; });
    }

    bool isGone(const Id& partner) const
    {
        return m_before.partners.contains(partner) && !m_after.partners.contains(partner);
    }

    Refusal members() const
    {
        for (const BodyMember* row : touched(&Plan::bodyMembers).changed) {
            const BodyMember* was = m_before.bodyMembers.find(row->id);
            if (!was)
                continue;
            const QString name = nameOf(m_before, BodyMember::type.id, row->id);
            const bool same = was->person == row->person && was->partner == row->partner &&
                              was->role == row->role && was->withoutVote == row->withoutVote &&
                              was->body == row->body && was->chair == row->chair;
            if (!same && hasSat(row->id)) {
                if (isGone(was->partner))
                    return Words::tr("%1 has attended or voted: %2 cannot be removed from the plan.")
                        .arg(name, nameOf(m_before, Partner::type.id, was->partner));
                return Words::tr("%1 has attended or voted: end the seat and add a new one.").arg(name);
            }
            if (const QDate day = dayLost(*was, *row, votingDays(row->id)); day.isValid())
                return Words::tr("%1 voted on %2: the seat must hold on that day.")
                    .arg(name, valueToShown(Value(day)));
        }
        return std::nullopt;
    }

    // In the seat or as a substitute.
    bool hasSat(const Id& member) const
    {
        return std::any_of(m_before.votes.begin(), m_before.votes.end(),
                           [&](const Vote& vote) { return vote.member == member; }) ||
               std::any_of(m_before.attendances.begin(), m_before.attendances.end(),
                           [&](const Attendance& attendance) {
                               return attendance.member == member || attendance.substitute == member;
                           });
    }

    // The days of meetings at which the seat, or the seat in whose place a substitute came, has voted.
    QList<QDate> votingDays(const Id& member) const
    {
        QList<QDate> days;
        for (const Vote& vote : m_before.votes) {
            const AgendaItem* item = itemOfResolution(m_before, vote.resolution);
            const Meeting* meeting = item ? m_before.meetings.find(item->meeting) : nullptr;
            if (meeting && (vote.member == member || satFor(member, vote.member, meeting->id)))
                days.append(meeting->on);
        }
        return days;
    }

    bool satFor(const Id& substitute, const Id& member, const Id& meeting) const
    {
        return std::any_of(m_before.attendances.begin(), m_before.attendances.end(),
                           [&](const Attendance& attendance) {
                               return attendance.meeting == meeting && attendance.member == member &&
                                      attendance.substitute == substitute;
                           });
    }

    Refusal delegations() const
    {
        const auto rows = touched(&Plan::delegations);
        for (const Delegation* row : rows.changed + rows.removed) {
            const Delegation* was = m_before.delegations.find(row->id);
            const QList<QDate> days = was ? daysOfUse(*was) : QList<QDate>();
            if (days.isEmpty())
                continue;
            const QString body = nameOf(m_before, Body::type.id, was->body);
            const QString partner = nameOf(m_before, Partner::type.id, was->partner);
            if (!m_after.delegations.contains(row->id) || !isSameLimit(*was, *row))
                return Words::tr("%1, %2: the limit has been used: end it and add a new one.")
                    .arg(body, partner);
            if (const QDate day = dayLost(*was, *row, days); day.isValid())
                return Words::tr("%1, %2: the limit was used on %3 and must hold on that day.")
                    .arg(body, partner, valueToShown(Value(day)));
        }
        return std::nullopt;
    }

    static bool isSameLimit(const Delegation& was, const Delegation& now)
    {
        return was.body == now.body && was.partner == now.partner && was.role == now.role &&
               was.category == now.category && was.perDecision == now.perDecision &&
               was.perYear == now.perYear && was.basis == now.basis && was.population == now.population &&
               was.minute == now.minute;
    }

    // The days on which the body decided about money that the limit covers, or applied it.
    QList<QDate> daysOfUse(const Delegation& limit) const
    {
        QList<QDate> days;
        for (const ResolutionOutcome& outcome : m_before.resolutionOutcomes) {
            const bool counts = outcome.outcome == resolutionOutcome::carried ||
                                outcome.outcome == resolutionOutcome::applied;
            if (counts && !leavesOut(limit, outcome.on) && bodyOf(outcome) == limit.body &&
                movedUnder(limit, outcome.resolution))
                days.append(outcome.on);
        }
        return days;
    }

    Id bodyOf(const ResolutionOutcome& outcome) const
    {
        const AgendaItem* item = itemOfResolution(m_before, outcome.resolution);
        const Meeting* meeting = item ? m_before.meetings.find(item->meeting) : nullptr;
        return meeting ? meeting->body : Id();
    }

    bool movedUnder(const Delegation& limit, const Id& resolution) const
    {
        return std::any_of(m_before.resolutionMoneys.begin(), m_before.resolutionMoneys.end(),
                           [&](const ResolutionMoney& money) {
                               const ResolutionOutcome* outcome =
                                   m_before.resolutionOutcomes.find(money.outcome);
                               return outcome && outcome->resolution == resolution &&
                                      money.partner == limit.partner && !money.beyond &&
                                      (limit.category.isEmpty() || money.category == limit.category);
                           });
    }

    const Plan& m_before;
    const Plan& m_after;
    const Step& m_step;
};

} // namespace

std::optional<QString> signedRefusal(const Plan& before, const Plan& after, const Step& step)
{
    return SignedChecks(before, after, step).refusal();
}

} // namespace placewright
