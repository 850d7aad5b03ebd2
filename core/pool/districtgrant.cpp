#include "core/pool/districtgrant.h"

#include "core/model/accessors.h"
#include "core/pool/status.h"

namespace placewright {

namespace {

constexpr Field fields[] = {
    required(refersTo(describe<&DistrictGrant::year>("year", QT_TRANSLATE_NOOP("Field", "Year")), "year")),
    required(refersTo(describe<&DistrictGrant::partner>("partner", QT_TRANSLATE_NOOP("Field", "District")),
                      "partner")),
    describe<&DistrictGrant::allocated>(
        "allocated", QT_TRANSLATE_NOOP("Field", "Allocated £"),
        QT_TRANSLATE_NOOP("Field", "Its part of the Disabled Facilities Grant; empty: not known.")),
    describe<&DistrictGrant::passedDown>("passedDown", QT_TRANSLATE_NOOP("Field", "Passed down £")),
    describe<&DistrictGrant::retained>(
        "retained", QT_TRANSLATE_NOOP("Field", "Retained by agreement £"),
        QT_TRANSLATE_NOOP("Field", "What the upper-tier council keeps; it needs the district’s agreement.")),
    describe<&DistrictGrant::agreement>("agreement", QT_TRANSLATE_NOOP("Field", "Agreement reference"),
                                        QT_TRANSLATE_NOOP("Field", "The district’s minute or letter.")),
    describe<&DistrictGrant::agreedOn>("agreedOn", QT_TRANSLATE_NOOP("Field", "Agreed on")),
    describe<&DistrictGrant::passedOn>("passedOn", QT_TRANSLATE_NOOP("Field", "Passed down on")),
    choice(describe<&DistrictGrant::status>("status", QT_TRANSLATE_NOOP("Field", "Status")), statusChoices),
    describe<&DistrictGrant::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType DistrictGrant::type{QLatin1StringView("districtGrant"),
                                     QLatin1StringView("districtGrants"),
                                     QT_TRANSLATE_NOOP("Field", "Grant to a district"),
                                     QT_TRANSLATE_NOOP("Field", "Grants to districts"),
                                     QLatin1StringView("year"),
                                     fields};

} // namespace placewright
