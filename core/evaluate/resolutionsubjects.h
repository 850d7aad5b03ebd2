#pragma once

#include "core/evaluate/committeereview.h"

#include <QSet>

namespace placewright {

// Schemes, contracts and kinds of provider that a resolution is about: what its Changes name, and the lines whose money they move.
class ResolutionSubjects
{
public:
    void add(const Plan& plan, const Change& change);
    void addLine(const Line* line);

    bool contains(const InterestLink& link) const;

private:
    void addContract(const Plan& plan, const Id& id);

    QSet<Id> m_schemes;
    QSet<Id> m_contracts;
    QSet<QString> m_providers;
};

// Registered interests, in what the resolution is about, of those who sit in the seats under an item, as long as the chair has neither
// acted on them nor sent the member out for another.
QList<InterestAsked> interestsAsked(const Plan& base, const AgendaItem& item, const Meeting& meeting,
                                    const QList<Seat>& seats, const ResolutionSubjects& subjects);

} // namespace placewright
