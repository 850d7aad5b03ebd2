#pragma once

#include "core/model/field.h"

#include <QDate>

#include <optional>

namespace placewright {

// What is put to the vote under an agenda item. Its Steps are for the base and are applied only when it is decided.
struct Resolution
{
    Id id;
    Id item;
    QString name;   // "Adopt option B"
    QString text;   // what is resolved, in words
    QString option; // the scenario that it adopts, by name as it was

    static const EntityType type;
    friend bool operator==(const Resolution&, const Resolution&) = default;
};

// One Step of a resolution, in order.
struct ResolutionStep
{
    Id id;
    Id resolution;
    QString what;
    QString changes; // list of Changes as canonical JSON: see committee/heldsteps.h

    static const EntityType type;
    friend bool operator==(const ResolutionStep&, const ResolutionStep&) = default;
};

// Record: a member's vote. The last one of a member in the present round counts; a casting vote stands beside the chair's own.
struct Vote
{
    Id id;
    Id resolution;
    Id member;      // the seat
    QString ballot; // ballot::
    bool casting = false;
    QString dissent;             // why, of a member who is against and wants it minuted
    std::optional<qint64> round; // how often the resolution had been reopened before; nothing: never

    static const EntityType type;
    friend bool operator==(const Vote&, const Vote&) = default;
};

namespace ballot {
inline constexpr QLatin1StringView inFavour("for");
inline constexpr QLatin1StringView against("against");
inline constexpr QLatin1StringView abstained("abstained");
} // namespace ballot

// Record: what became of a resolution, with the figures as they stood. The last one counts.
struct ResolutionOutcome
{
    Id id;
    Id resolution;
    QDate on;
    QString outcome;                // resolutionOutcome::
    std::optional<qint64> inFavour; // of votes that count
    std::optional<qint64> against;
    std::optional<qint64> abstained;
    std::optional<qint64> present; // who could vote
    std::optional<qint64> needed;  // for the quorum
    std::optional<Money> amount;   // that it moves, in all years
    QString reason;                // in words, as the program said it then
    QString minute;
    std::optional<qint64> round; // as a Vote's: `reopened` stands in the round that it ends

    static const EntityType type;
    friend bool operator==(const ResolutionOutcome&, const ResolutionOutcome&) = default;
};

namespace resolutionOutcome {
inline constexpr QLatin1StringView carried("carried"); // decided within what is delegated; not applied yet
inline constexpr QLatin1StringView applied("applied"); // its Steps stand in the base
inline constexpr QLatin1StringView recommended("recommended"); // carried, and for others to decide
inline constexpr QLatin1StringView notCarried("notCarried");
inline constexpr QLatin1StringView noDecision("noDecision");
inline constexpr QLatin1StringView notQuorate("notQuorate");
inline constexpr QLatin1StringView reopened("reopened"); // to be put to the vote again
} // namespace resolutionOutcome

// Record: how much of a partner's money a resolution moved in one financial year, when it was decided. What is left of a
// yearly limit is computed from these.
struct ResolutionMoney
{
    Id id;
    Id outcome;                  // ResolutionOutcome
    Id partner;                  // null: not known
    QString year;                // name of the financial year
    QString category;            // area of spend
    std::optional<Money> amount; // the larger of both
    std::optional<Money> increase;
    std::optional<Money> decrease;
    bool beyond = false; // the partner had not delegated that much: recommended to it

    static const EntityType type;
    friend bool operator==(const ResolutionMoney&, const ResolutionMoney&) = default;
};

// Record: what a partner answered to a recommendation. The last one of a partner counts.
struct RecommendationReply
{
    Id id;
    Id resolution;
    Id partner;
    QString answer; // replyAnswer::
    QDate on;
    QString minute;
    QString note;
    std::optional<qint64> round; // as a Vote's

    static const EntityType type;
    friend bool operator==(const RecommendationReply&, const RecommendationReply&) = default;
};

namespace replyAnswer {
inline constexpr QLatin1StringView accepted("accepted");
inline constexpr QLatin1StringView refused("refused");
} // namespace replyAnswer

} // namespace placewright
