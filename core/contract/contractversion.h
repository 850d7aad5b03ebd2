#pragma once

#include "core/model/field.h"

#include <QMap>

#include <array>
#include <optional>

namespace placewright {

// One version of a contract's terms. No public default exists for any of these figures: they are the parties' own.
// Source: need and capitation note, section 3.6 (OWC-1).
struct ContractVersion
{
    Id id;
    Id contract;
    std::optional<qint64> number;                   // distinct within the contract
    QString name;                                   // "after the board of 12 February"
    QString baseKind;                               // contractBase::; empty: total
    std::optional<Money> base;                      // total: for the first year of the term
    std::optional<Rate> price;                      // perHead: pounds a weighted person in the first year
    std::optional<Rate> uplift;                     // percent a year
    QMap<Key, Rate> yearUplift;                     // on the year before, in place of it
    std::array<std::optional<Rate>, 5> needWeights; // of one person, by fifth
    std::array<std::optional<Rate>, 5>
        deprivationWeights;           // of outcome money for one eligible person, by fifth
    std::optional<Rate> marketForces; // market forces factor; nothing: 1
    QMap<Key, Rate> areaMarketForces; // by area, in place of it
    std::optional<Rate> ringFence;    // percent of the base, for teams and training
    std::optional<Rate> atRisk;       // percent of the rest
    std::optional<Rate> corridor;     // percent of the cost benchmark either side that nobody shares
    QString corridorMode;             // corridorMode::
    std::optional<Rate> gainShare;    // percent to the provider
    std::optional<Rate> gainCap;      // percent of the cost benchmark; nothing: no cap
    std::optional<Rate> lossShare;    // percent borne by the provider
    std::optional<Rate> lossCap;
    std::optional<Rate> qualityGate; // percent of the outcome money to be earned before any gain is shared
    std::optional<Rate> floor;       // percent of the base: outcomes and sharing take at most so much
    std::optional<Rate> ceiling;     // percent of the base: they add at most so much
    QMap<Key, Money> benchmark;      // cost benchmark by year; nothing: the base
    QMap<Key, Money> areaBenchmark;  // by year and area
    QString unearned;                // unearnedMoney::; empty: back to the areas
    QString unearnedCounts;          // unearnedCounts::; empty: before
    std::optional<qint64>
        smallEligible; // fewer than so many eligible: the fifth is measured with its neighbour
    QString note;

    static const EntityType type;
    friend bool operator==(const ContractVersion&, const ContractVersion&) = default;
};

namespace contractBase {
inline constexpr QLatin1StringView total("total");     // split over the areas by weighted population
inline constexpr QLatin1StringView perHead("perHead"); // a price for each weighted person
} // namespace contractBase

namespace corridorMode {
inline constexpr QLatin1StringView first("first");   // beyond the corridor the whole difference is shared
inline constexpr QLatin1StringView excess("excess"); // only what is beyond it
} // namespace corridorMode

// Where unearned money goes.
namespace unearnedMoney {
inline constexpr QLatin1StringView core20("core20");             // back to the areas, by people of fifth 1
inline constexpr QLatin1StringView commissioner("commissioner"); // it keeps what it does not pay
} // namespace unearnedMoney

// What counts as unearned: what outcomes did not earn, or what floor, ceiling and sharing left of it.
namespace unearnedCounts {
inline constexpr QLatin1StringView before("before");
inline constexpr QLatin1StringView after("after");
} // namespace unearnedCounts

// What a version pays for one indicator.
struct IndicatorTerms
{
    Id id;
    Id version;
    Id indicator;
    std::optional<Rate> weight;                    // percent; those of a version add to 100
    std::optional<Rate> lower;                     // the rate that earns nothing ...
    std::optional<Rate> upper;                     // ... and the one that earns all, in the indicator's unit
    std::array<std::optional<Rate>, 5> fifthLower; // in their place, by fifth
    std::array<std::optional<Rate>, 5> fifthUpper;
    std::optional<Rate> improvementCredit; // 0 to 1; nothing: none

    static const EntityType type;
    friend bool operator==(const IndicatorTerms&, const IndicatorTerms&) = default;
};

// A service paid by activity, beside the capitation.
struct ContractActivity
{
    Id id;
    Id version;
    QString name;
    QString unit;
    std::optional<Rate> price;        // pounds a unit
    std::optional<Rate> marginalRate; // percent of the price for units above or below the plan; nothing: 100
    bool planInBase = false;          // the planned units are paid by the base
    QMap<Key, qint64> planned;        // units, by year
    QMap<Key, qint64> likely;         // nothing: as planned
    QMap<Key, qint64> low;
    QMap<Key, qint64> high;

    static const EntityType type;
    friend bool operator==(const ContractActivity&, const ContractActivity&) = default;
};

} // namespace placewright
