#pragma once

#include "core/evaluate/evaluation.h"
#include "core/plan/apply.h"
#include "core/plan/committeeroll.h"

namespace placewright {

// A registered interest of a member who is there, in something that the resolution moves money of, and no action of the chair yet.
struct InterestAsked
{
    Id member;
    Id interest;
};

// Changes of a resolution that no longer fit the base.
struct StaleResolutionStep
{
    Id step; // ResolutionStep
    QList<Conflict> conflicts;
};

struct YearAmount
{
    QString year;
    Money amount;
};

struct ResolutionReview
{
    Id resolution;
    Id item;
    Id meeting;
    Id body;
    QList<Seat> seats;
    Tally tally;

    QList<MovedMoney> moved; // as the base stands; empty when stale
    Money amount;            // in all years
    QList<YearAmount> years;
    QList<PartnerVerdict> partners;
    QList<Id>
        recommendTo; // partners that have not delegated that much; of the body's own when it decides nothing
    QList<Id>
        agreements; // funds whose section 75 agreement it changes: that is for their partners, whatever was delegated
    bool partnerUnknown = false;
    QString unreadable; // one sentence: its Steps cannot be read, or their sums are too large
    QList<StaleResolutionStep> stale;
    QList<InterestAsked> asked;

    QString outcome;           // resolutionOutcome:: that recording it now would give
    bool open = true;          // see isOpen
    bool moneyChanged = false; // closed, and it now moves other money than was recorded: to be reopened
    bool canApply = false;     // carried, or recommended and accepted by all; not applied; its Steps fit
};

// What a resolution moves, who can decide it and what the votes say, under the limits in force on the day of its meeting: `on` stands
// for that day where the meeting has none. The base's own plan, never a scenario's.
ResolutionReview reviewResolution(const Plan& base, const Shelf& shelf, const Id& resolution,
                                  const QDate& on);

// All Changes of the resolution's Steps, in order. One sentence when they cannot be read, or are not for a resolution to make.
Result<QList<Change>> changesOf(const Plan& base, const Id& resolution);
// The plan after the resolution's Steps; nothing when they do not fit.
std::optional<Plan> planAfter(const Plan& base, const Id& resolution);

} // namespace placewright
