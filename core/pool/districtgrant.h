#pragma once

#include "core/model/field.h"

#include <QDate>

#include <optional>

namespace placewright {

// Disabled Facilities Grant of one district in a two-tier area: passed down in full, or kept by the county so far as the
// district agreed. Source: DFG determination letter 2017; section 75 note, 1.5.
struct DistrictGrant
{
    Id id;
    Id year;
    Id partner; // the district
    std::optional<Money> allocated;
    std::optional<Money> passedDown;
    std::optional<Money> retained; // kept by the upper-tier council
    QString agreement;             // the district's agreement to that: minute or letter
    QDate agreedOn;
    QDate passedOn;
    QString status;
    QString note;

    static const EntityType type;
    friend bool operator==(const DistrictGrant&, const DistrictGrant&) = default;
};

} // namespace placewright
