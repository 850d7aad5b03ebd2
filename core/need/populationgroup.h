#pragma once

#include "core/model/field.h"

#include <QMap>

#include <optional>

namespace placewright {

namespace groupKind {
inline constexpr QLatin1StringView deprivationFifth("deprivationFifth");
inline constexpr QLatin1StringView core20("core20");
inline constexpr QLatin1StringView aged65("aged65");
inline constexpr QLatin1StringView aged85("aged85");
inline constexpr QLatin1StringView frailty("frailty");
inline constexpr QLatin1StringView learningDisability("learningDisability");
inline constexpr QLatin1StringView priority("priority");
} // namespace groupKind

// People of the place that a plan looks at apart, by area: typed, a percentage of the area's people, or from a dataset.
// Deprivation fifths are national fifths, 1 the most deprived (English Indices of Deprivation); Core20 is fifth 1.
struct PopulationGroup
{
    Id id;
    QString name;
    QString kind;                // groupKind::
    std::optional<qint64> fifth; // 1 to 5, deprivation fifths only
    Id dataset;                  // a count of people, or for fifths a tenth (decile) of deprivation
    QString measure;
    QMap<Key, People> people;       // typed, by area
    QMap<Key, Rate> share;          // percent of the area's people, by area; those of fifths add to 100
    std::optional<Rate> needWeight; // need of one person of a fifth against the others'; nothing: 1
    QString source;
    QString note;

    static const EntityType type;
    friend bool operator==(const PopulationGroup&, const PopulationGroup&) = default;
};

} // namespace placewright
