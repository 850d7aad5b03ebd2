#pragma once

#include "core/model/id.h"
#include "core/money/money.h"
#include "core/money/result.h"

#include <QDate>
#include <QList>

#include <optional>

namespace placewright {

// Money that a resolution moves: of one partner, year and area of spend. Increases and decreases of lines are both positive.
struct MovedMoney
{
    Id partner; // null: nobody can tell whose
    QString year;
    QString category; // area of spend
    Money increase;
    Money decrease;
};

// The larger of all increases and all decreases: moving £500,000 from one scheme to another is £500,000.
Money movedAmount(const QList<MovedMoney>& moved);

// What one partner delegated, in pounds.
struct DelegatedLimit
{
    Id delegation;
    Id partner;
    QString role;     // the partner's own member of that role must be in favour; empty: the body as such
    QString category; // empty: any
    std::optional<Money> perDecision;
    std::optional<Money> perYear;
    QString minute; // empty: the limit does not count
    Id excessTo;
};

// A limit in pounds from one in pounds per 100,000 people, rounded down to the penny. Nothing when the people are not known or the
// product is beyond what money may be. Source: North Yorkshire CCG's scheme of delegation; section 75 note, 5.4.
std::optional<Money> limitForPeople(Money per100000, std::optional<qint64> people);

// What a body has decided already under delegation, of one partner's money of one year and area of spend.
struct DecidedMoney
{
    Id partner;
    QString year;
    QString category;
    Money amount;
};

enum class DelegationVerdict {
    Within,
    PartnerUnknown,   // nobody can tell whose money it is
    NothingDelegated, // or not for this area of spend
    NoMinute,         // a limit without the minute that granted it
    RoleNotInFavour,  // it was delegated to a role, and no member of the partner with that role is in favour
    AboveDecision,
    AboveYear,
};

struct YearHeadroom
{
    QString year;
    Money limit;
    Money used; // before this resolution
    Money left; // after it; below zero: above the limit
};

// One partner's money in a resolution, held against what it delegated.
struct PartnerVerdict
{
    Id partner;
    Money amount; // in all years
    DelegationVerdict verdict = DelegationVerdict::NothingDelegated;
    Id delegation;              // the one that decided the verdict; null: there is none
    std::optional<Money> limit; // a decision, or of the year that is above
    Money above;                // beyond that limit
    QString year;               // AboveYear: which
    QList<YearHeadroom> years;  // under `delegation`, where it has a yearly limit

    bool isWithin() const { return verdict == DelegationVerdict::Within; }
};

// A member who voted for it. One of no partner speaks for no partner's money.
struct InFavour
{
    QString role; // memberRole::
    Id partner;
};

// One verdict for each partner whose money moves, in the order of first mention. The whole of a partner's amount must stand within a
// limit for any area of spend, or each area's within one for that area.
QList<PartnerVerdict> holdAgainst(const QList<DelegatedLimit>& limits, const QList<DecidedMoney>& decided,
                                  const QList<MovedMoney>& moved, const QList<InFavour>& inFavour);

} // namespace placewright
