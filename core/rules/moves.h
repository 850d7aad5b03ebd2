#pragma once

#include "core/plan/plan.h"
#include "core/rules/rulebook.h"

#include <span>

namespace placewright {

// Why money may not go from one line to another, or a line not hold another amount.
struct MoveRefusal
{
    enum class Kind {
        NoSuchLine,
        PaysContract, // the contract says what it spends
        LineLocked,
        SchemeLocked,
        OtherSource,  // money stays with its source ...
        OtherPayer,   // ... and with the partner whose it is
        OutOfThePool, // between pooled and aligned money
        BelowNought,
        BelowFloor, // of the scheme, in the year: `limit`
        AboveCeiling,
        KindOfSpend,   // a grant for capital on a line of revenue: `rule`
        TypeNotAllowed // a ring-fenced grant on another type of scheme or activity: `rule`
    };

    Kind kind = Kind::NoSuchLine;
    Id line; // the line that will not give or take it
    Money limit;
    QString rule; // of the rulebook: "BCF-09"

    friend bool operator==(const MoveRefusal&, const MoveRefusal&) = default;
};

// One line's part in a move: above zero it gets money.
struct LineChange
{
    Id line;
    Money by;
};

// Whether the lines may hold that much more or less in the year, all at once: locks, floors and ceilings of their
// schemes (a year's lines with their irrecoverable VAT), no amount below zero, and the ring-fences that the rulebook's
// checks sourceKindOfSpend and sourcesSpentOnTypes state. Nothing: they may. A limit that is passed already refuses only
// what goes further beyond it. Without a rulebook there are no ring-fences.
std::optional<MoveRefusal> refusedChange(const Plan& plan, const Rulebook* rulebook, const Id& year,
                                         std::span<const LineChange> changes);

// The same for pounds that go from one line to the other, which must be the same partner's money from the same source.
std::optional<MoveRefusal> refusedMove(const Plan& plan, const Rulebook* rulebook, const Id& year,
                                       const Id& from, const Id& to, Money amount);

// The partners that pay into pooled funds from a source, in plan order.
QList<Id> payersOf(const Plan& plan, const QString& source);
// Whose money a line spends: the partner it names, else the only one that pays from its source; null: not known.
Id payerOf(const Plan& plan, const Line& line);

} // namespace placewright
