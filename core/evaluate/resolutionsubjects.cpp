#include "core/evaluate/resolutionsubjects.h"

#include <algorithm>

namespace placewright {

namespace {

// The contract that an entity belongs to, by its chain of owners.
std::optional<Id> contractOf(const Plan& plan, const QString& entity, const Id& id)
{
    const EntityType* type = Plan::schema().type(entity);
    if (!type || id.isNull())
        return std::nullopt;
    if (type->id == Contract::type.id)
        return id;
    if (type->owner.isEmpty())
        return std::nullopt;
    return contractOf(plan, type->field(type->owner)->references, plan.value(type->id, id, type->owner).id());
}

bool holdsOn(const Interest& interest, const QDate& day)
{
    return !interest.ended.isValid() || (day.isValid() && day <= interest.ended);
}

bool isAbout(const Plan& base, const Interest& interest, const ResolutionSubjects& subjects)
{
    return std::any_of(base.interestLinks.begin(), base.interestLinks.end(), [&](const InterestLink& link) {
        return link.interest == interest.id && subjects.contains(link);
    });
}

// Who sits in the seats: their own members, or substitutes.
QSet<Id> sittersOf(const Plan& base, const Id& meeting, const QList<Seat>& seats)
{
    QHash<Id, Id> substitutes;
    for (const Attendance& attendance : base.attendances)
        if (attendance.meeting == meeting)
            substitutes.insert(attendance.member, attendance.substitute);
    QSet<Id> sitters;
    for (const Seat& seat : seats)
        if (seat.present)
            sitters.insert(seat.inPerson ? seat.member : substitutes.value(seat.member));
    return sitters;
}

// Whether the chair has acted on that interest under the item, or sent the member out for another.
bool isActedOn(const Plan& base, const Id& item, const Interest& interest)
{
    return std::any_of(base.itemInterests.begin(), base.itemInterests.end(), [&](const ItemInterest& acted) {
        return acted.item == item && acted.member == interest.member && !acted.action.isEmpty() &&
               (acted.interest == interest.id || acted.action != chairAction::note);
    });
}

} // namespace

void ResolutionSubjects::add(const Plan& plan, const Change& change)
{
    if (change.entity == Scheme::type.id) {
        m_schemes.insert(change.id);
        for (const Line& line : plan.lines)
            if (line.scheme == change.id)
                addLine(&line);
    }
    if (change.entity == Line::type.id)
        addLine(plan.lines.find(change.id));
    if (const std::optional<Id> contract = contractOf(plan, change.entity, change.id))
        addContract(plan, *contract);
}

void ResolutionSubjects::addLine(const Line* line)
{
    if (!line)
        return;
    m_schemes.insert(line->scheme);
    m_contracts.insert(line->contract);
    m_providers.insert(line->provider);
}

void ResolutionSubjects::addContract(const Plan& plan, const Id& id)
{
    m_contracts.insert(id);
    if (const Contract* contract = plan.contracts.find(id))
        m_schemes.insert(contract->scheme);
    for (const Line& line : plan.lines)
        if (line.contract == id)
            addLine(&line);
}

bool ResolutionSubjects::contains(const InterestLink& link) const
{
    return (!link.scheme.isNull() && m_schemes.contains(link.scheme)) ||
           (!link.contract.isNull() && m_contracts.contains(link.contract)) ||
           (!link.provider.isEmpty() && m_providers.contains(link.provider));
}

QList<InterestAsked> interestsAsked(const Plan& base, const AgendaItem& item, const Meeting& meeting,
                                    const QList<Seat>& seats, const ResolutionSubjects& subjects)
{
    const QSet<Id> sitters = sittersOf(base, meeting.id, seats);
    QList<InterestAsked> asked;
    for (const Interest& interest : base.interests)
        if (sitters.contains(interest.member) && holdsOn(interest, meeting.on) &&
            isAbout(base, interest, subjects) && !isActedOn(base, item.id, interest))
            asked.append({interest.member, interest.id});
    return asked;
}

} // namespace placewright
