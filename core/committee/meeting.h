#pragma once

#include "core/model/field.h"

#include <QDate>

#include <optional>

namespace placewright {

struct Meeting
{
    Id id;
    Id body;
    QDate on;
    QString where;
    QDate minutesApprovedOn; // not valid: the minutes are a draft
    QString note;

    static const EntityType type;
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

// Whether a member came. At most one a meeting and member; none: not there.
struct Attendance
{
    Id id;
    Id meeting;
    Id member;     // the seat
    QString how;   // attending::
    Id substitute; // the substitute member who came in the member's place

    static const EntityType type;
    friend bool operator==(const Attendance&, const Attendance&) = default;
};

namespace attending {
inline constexpr QLatin1StringView present("present");
inline constexpr QLatin1StringView substitute("substitute"); // somebody came in the member's place
inline constexpr QLatin1StringView apologies("apologies");
inline constexpr QLatin1StringView absent("absent");
} // namespace attending

struct AgendaItem
{
    Id id;
    Id meeting;
    std::optional<qint64> number;
    QString title;
    QString paper;             // reference of the paper
    QString result;            // itemResult::, of items without a resolution; empty: not reached yet
    QString note;              // for everybody
    QString closedNote;        // confidential: left out of public copies
    bool confidential = false; // the whole item
    QString reasons;
    QString alternatives; // considered and rejected
    bool keyDecision = false;
    bool calledIn = false;
    QDate callInEnds;                // last day on which scrutiny can call the decision in
    bool scrutinyConsidered = false; // whether scrutiny or consultation is needed was considered

    static const EntityType type;
    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

namespace itemResult {
inline constexpr QLatin1StringView agreed("agreed");
inline constexpr QLatin1StringView noted("noted");
inline constexpr QLatin1StringView deferred("deferred");
inline constexpr QLatin1StringView withdrawn("withdrawn");
} // namespace itemResult

// What the chair decided about a member's interest under one item.
struct ItemInterest
{
    Id id;
    Id item;
    Id member;        // the seat, or the substitute who came
    Id interest;      // of the register; null: declared at the meeting
    QString declared; // what was declared then
    QString action;   // chairAction::
    QString note;

    static const EntityType type;
    friend bool operator==(const ItemInterest&, const ItemInterest&) = default;
};

// All but `note` and `substitute` take the member's vote and place in the quorum; `substitute` hands both to the substitute named.
namespace chairAction {
inline constexpr QLatin1StringView note("note");
inline constexpr QLatin1StringView noVote("noVote"); // stays, does not vote
inline constexpr QLatin1StringView leave("leave");
inline constexpr QLatin1StringView noPapers("noPapers"); // has no papers and takes no part
inline constexpr QLatin1StringView substitute("substitute");
} // namespace chairAction

} // namespace placewright
