#pragma once

#include "core/model/field.h"

#include <QMap>

#include <optional>

namespace placewright {

// An outcome-weighted capitation contract: what a place buys from a provider or alliance for the people of its areas. Facts
// stand here, what the parties agree stands in its versions of terms (contractversion.h).
// Source: need and capitation note, section 3.6 (OWC-1); House of Lords, Patients at the centre (2023), paragraphs 93-94.
struct Contract
{
    Id id;
    QString name;
    QString provider;
    Id commissioner;
    Id scheme; // what it is bought for
    QString services;
    QDate startsOn;
    QDate endsOn;
    QDate signedOn;                // not valid: a proposal
    std::optional<qint64> version; // the terms that count; nothing: those with the highest number
    Id layer;                      // whose areas it covers
    QMap<Key, bool> covers;        // by area; none: all areas of the layer
    bool byArea = false;           // paid area by area; else the areas it covers are one
    QString peopleFrom;            // contractPeople::; empty: need
    std::optional<Rate> growth;    // percent a year, of people in years without figures of their own
    QMap<Key, Money> cost;         // the provider's expected cost: by year; by area as well below
    QMap<Key, Money> areaCost;
    QMap<Key, Money> costLow;       // at low results; nothing: as expected
    QMap<Key, Money> costHigh;      // at high results
    std::optional<Rate> costGrowth; // percent a year, in years without figures of their own
    std::optional<Rate>
        costSpread; // standard deviation of one person's yearly cost, as a multiple of its mean
    QMap<Key, Money> ringFenceSpent; // evidenced; nothing: all of it
    QMap<Key, Money> areaRingFenceSpent;
    QString vatRoute;                  // contractVat::; empty: not settled
    QMap<Key, Money> irrecoverableVat; // the provider's, on top of its cost
    QMap<Key, Money> vatFunded;        // set aside for it, on top of the payment
    QString note;

    static const EntityType type;
    friend bool operator==(const Contract&, const Contract&) = default;
};

// Where the people by deprivation fifth come from.
namespace contractPeople {
inline constexpr QLatin1StringView need("need");   // the plan's population groups of the layer
inline constexpr QLatin1StringView typed("typed"); // ContractPeople
} // namespace contractPeople

// Whose VAT rules the provider follows. Source: Better Care Fund and section 75 note, section 4.6 (HMRC VATGPB6640).
namespace contractVat {
inline constexpr QLatin1StringView council("LA_S33"); // section 33 VAT Act: recovered nearly in full
inline constexpr QLatin1StringView nhs("NHS_COS");    // contracted-out services: a limited list
inline constexpr QLatin1StringView
    provider("PROVIDER");                      // neither: what the provider cannot recover is a cost
inline constexpr QLatin1StringView none("NA"); // no VAT arises
} // namespace contractVat

// People of one deprivation fifth, typed.
struct ContractPeople
{
    Id id;
    Id contract;
    std::optional<qint64> fifth;  // 1 to 5, 1 the most deprived
    QMap<Key, People> people;     // by year
    QMap<Key, People> areaPeople; // by year and area

    static const EntityType type;
    friend bool operator==(const ContractPeople&, const ContractPeople&) = default;
};

// What is counted: of those eligible, how many people, or how many events.
struct ContractIndicator
{
    Id id;
    Id contract;
    QString name;
    QString measure;           // "People with controlled blood pressure": what the rate is of
    QString direction;         // indicatorDirection::
    QString counts;            // indicatorCounts::
    std::optional<qint64> per; // the rate is per so many eligible: 100 for a percentage, 1,000
    QString eligibleFrom;      // indicatorEligible::; empty: typed
    QString source;
    QString note;

    static const EntityType type;
    friend bool operator==(const ContractIndicator&, const ContractIndicator&) = default;
};

namespace indicatorDirection {
inline constexpr QLatin1StringView higher("higher");
inline constexpr QLatin1StringView lower("lower");
} // namespace indicatorDirection

namespace indicatorCounts {
inline constexpr QLatin1StringView people("people"); // each eligible person at most once
inline constexpr QLatin1StringView events("events");
} // namespace indicatorCounts

namespace indicatorEligible {
inline constexpr QLatin1StringView typed("typed");
inline constexpr QLatin1StringView population("population"); // everybody of the fifth
} // namespace indicatorEligible

// The results of one fifth: last measured before the contract, and expected at low, likely and high attainment. A year
// without a figure has that of the year before.
struct IndicatorResult
{
    Id id;
    Id indicator;
    std::optional<qint64> fifth; // 1 to 5
    QMap<Key, qint64> eligible;  // by year
    QMap<Key, qint64> likely;    // of those, counted
    QMap<Key, qint64> low;
    QMap<Key, qint64> high;
    std::optional<qint64> baseline;         // counted before the contract
    std::optional<qint64> baselineEligible; // nothing: as many as in the year
    QMap<Key, qint64> areaEligible;         // the same by year and area, where paid area by area
    QMap<Key, qint64> areaLikely;
    QMap<Key, qint64> areaLow;
    QMap<Key, qint64> areaHigh;
    QMap<Key, qint64> areaBaseline; // by area
    QMap<Key, qint64> areaBaselineEligible;

    static const EntityType type;
    friend bool operator==(const IndicatorResult&, const IndicatorResult&) = default;
};

} // namespace placewright
