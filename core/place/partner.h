#pragma once

#include "core/model/field.h"

#include <QMap>

namespace placewright {

// An organisation that pays in, hosts or spends: the council, an integrated care board (ICB), a district.
struct Partner
{
    Id id;
    QString name;
    QString shortName;
    QString kind;                   // partnerKind::
    QString code;                   // ONS code of a council or district, ODS code of an ICB
    QMap<Key, Money> relevantSpend; // its whole spend on what a pool could hold, in this place
    QString relevantSpendSource;

    static const EntityType type;
    friend bool operator==(const Partner&, const Partner&) = default;
};

namespace partnerKind {
inline constexpr QLatin1StringView council("council");
inline constexpr QLatin1StringView icb("icb");
inline constexpr QLatin1StringView district("district");
inline constexpr QLatin1StringView other("other");
} // namespace partnerKind

} // namespace placewright
