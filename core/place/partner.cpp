#include "core/place/partner.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {partnerKind::council, QT_TRANSLATE_NOOP("Field", "Council")},
    {partnerKind::icb, QT_TRANSLATE_NOOP("Field", "Integrated care board (ICB)")},
    {partnerKind::district, QT_TRANSLATE_NOOP("Field", "District council")},
    {partnerKind::other, QT_TRANSLATE_NOOP("Field", "Other organisation")},
};

constexpr Field fields[] = {
    required(describe<&Partner::name>("name", QT_TRANSLATE_NOOP("Field", "Name"))),
    describe<&Partner::shortName>("shortName", QT_TRANSLATE_NOOP("Field", "Short name"),
                                  QT_TRANSLATE_NOOP("Field", "For charts and narrow columns.")),
    required(choice(describe<&Partner::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind")), kinds)),
    describe<&Partner::code>("code", QT_TRANSLATE_NOOP("Field", "Code"),
                             QT_TRANSLATE_NOOP("Field", "ONS code of a council, ODS code of an ICB.")),
    describeKeyed<&Partner::relevantSpend>(
        KeyedBy::Year, "relevantSpend", QT_TRANSLATE_NOOP("Field", "Relevant spend £"),
        QT_TRANSLATE_NOOP("Field",
                          "All it spends here on what a pool could hold; the pooled share is of it.")),
    describe<&Partner::relevantSpendSource>("relevantSpendSource",
                                            QT_TRANSLATE_NOOP("Field", "Source of the relevant spend")),
};

} // namespace

const EntityType Partner::type{QLatin1StringView("partner"),
                               QLatin1StringView("partners"),
                               QT_TRANSLATE_NOOP("Field", "Partner"),
                               QT_TRANSLATE_NOOP("Field", "Partners"),
                               {},
                               fields};

} // namespace placewright
