#pragma once

#include "core/model/field.h"

#include <QMap>

#include <optional>

namespace placewright {

// One rung of the risk share as the agreement states it, of a fund or of one scheme in its place. What each kind means
// stands in core/pool/riskshare.h.
struct RiskTerm
{
    Id id;
    Id fund;
    Id scheme;                   // the scheme whose own rung it is, before the fund's; null: the fund's
    QString side;                // riskSide::
    std::optional<qint64> step;  // order within the side, from 1
    QString kind;                // riskKind::
    QString label;               // the agreement's own name for it; empty: the kind's
    std::optional<Money> limit;  // the most it takes; nothing: no limit
    std::optional<Money> amount; // kinds amount and performanceFund
    Id reserve;                  // kind reserve: the scheme that holds it
    Id paidBy;                   // who pays, or is protected; null: the host
    Id overCapOf;                // kind overCap; null: any partner's
    std::optional<Rate> firstReduction; // savingPriority: percent of the others' contributions
    QString remainder;                  // savingPriority: savingRemainder::
    std::optional<Rate> goal;           // performanceFund
    QMap<Key, Rate> achieved;           // performanceFund
    QString clause;                     // of the agreement
    QString note;

    static const EntityType type;
    friend bool operator==(const RiskTerm&, const RiskTerm&) = default;
};

// A partner's percentage under a rung of kind fixedPercent.
struct RiskTermShare
{
    Id id;
    Id term;
    Id partner;
    std::optional<Rate> percent;

    static const EntityType type;
    friend bool operator==(const RiskTermShare&, const RiskTermShare&) = default;
};

namespace riskSide {
inline constexpr QLatin1StringView over("over");
inline constexpr QLatin1StringView under("under");
} // namespace riskSide

namespace riskKind {
inline constexpr QLatin1StringView underspends("underspends");
inline constexpr QLatin1StringView otherFunds("otherFunds");
inline constexpr QLatin1StringView reserve("reserve");
inline constexpr QLatin1StringView amount("amount");
inline constexpr QLatin1StringView fault("fault");
inline constexpr QLatin1StringView firstLoss("firstLoss");
inline constexpr QLatin1StringView ownRisk("ownRisk");
inline constexpr QLatin1StringView fixedLine("fixedLine");
inline constexpr QLatin1StringView proportional("proportional");
inline constexpr QLatin1StringView fixedPercent("fixedPercent");
inline constexpr QLatin1StringView overCap("overCap");
inline constexpr QLatin1StringView keep("keep");
inline constexpr QLatin1StringView savingPriority("savingPriority");
inline constexpr QLatin1StringView performanceFund("performanceFund");
} // namespace riskKind

namespace savingRemainder {
inline constexpr QLatin1StringView original("original");
inline constexpr QLatin1StringView reduced("reduced");
} // namespace savingRemainder

} // namespace placewright
