#pragma once

#include "core/model/field.h"

#include <QMap>

#include <optional>

namespace placewright {

// One of the five domains of the place's integration index, with the evidence of each year. Domains: House of Lords, Patients at
// the centre (2025), recommendation 8; formula: core/committee/integrationindex.h.
struct IndexDomain
{
    Id id;
    QString domain;           // indexDomain::, at most one each
    QString measure;          // what is measured
    std::optional<Rate> low;  // fixed reference points: scores 0
    std::optional<Rate> high; // scores 1
    bool lowIsGood = false;
    std::optional<Rate> weight;  // nothing: as much as each other
    QMap<Key, Rate> figure;      // by year; training: how often
    QMap<Key, Rate> quality;     // by year, training only: how good, on the same reference points
    QMap<Key, Rate> deprivation; // by year, outcomes only: average deprivation score of the place
    std::optional<Rate> alpha;   // outcomes: what is expected at a deprivation of zero
    std::optional<Rate> beta;    // outcomes: more for each point of deprivation
    QString source;
    QString note;

    static const EntityType type;
    friend bool operator==(const IndexDomain&, const IndexDomain&) = default;
};

namespace indexDomain {
inline constexpr QLatin1StringView activity("activity");
inline constexpr QLatin1StringView pathways("pathways");
inline constexpr QLatin1StringView outcomes("outcomes");
inline constexpr QLatin1StringView structures("structures");
inline constexpr QLatin1StringView training("training");
} // namespace indexDomain

} // namespace placewright
