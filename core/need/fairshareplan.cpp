#include "core/need/fairshareplan.h"

#include "core/model/accessors.h"
#include "core/place/service.h"

namespace placewright {

namespace {

constexpr Field planFields[] = {
    required(describe<&FairSharePlan::name>("name", QT_TRANSLATE_NOOP("Field", "Name"))),
    required(
        refersTo(describe<&FairSharePlan::layer>("layer", QT_TRANSLATE_NOOP("Field", "Areas of")), "layer")),
    choice(describe<&FairSharePlan::service>("service", QT_TRANSLATE_NOOP("Field", "Service"),
                                             QT_TRANSLATE_NOOP("Field", "Empty: all money.")),
           serviceChoices),
    required(refersTo(
        describe<&FairSharePlan::baseline>("baseline", QT_TRANSLATE_NOOP("Field", "Starts from"),
                                           QT_TRANSLATE_NOOP("Field", "The year of what areas have.")),
        "year")),
    describe<&FairSharePlan::knownOnly>(
        "knownOnly", QT_TRANSLATE_NOOP("Field", "Known money only"),
        QT_TRANSLATE_NOOP("Field", "Leave out money split by population or need.")),
    describe<&FairSharePlan::growth>("growth", QT_TRANSLATE_NOOP("Field", "Growth of the whole %"),
                                     QT_TRANSLATE_NOOP("Field", "Percent a year; empty: none.")),
    describe<&FairSharePlan::floor>("floor", QT_TRANSLATE_NOOP("Field", "Least growth of an area %"),
                                    QT_TRANSLATE_NOOP("Field", "Percent a year; empty: 0.")),
    describe<&FairSharePlan::ceiling>("ceiling", QT_TRANSLATE_NOOP("Field", "Most growth of an area %"),
                                      QT_TRANSLATE_NOOP("Field", "Percent a year; empty: no limit.")),
    describe<&FairSharePlan::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field yearFields[] = {
    required(refersTo(describe<&FairShareYear::fairSharePlan>(
                          "fairSharePlan", QT_TRANSLATE_NOOP("Field", "Way to the fair share")),
                      "fairSharePlan")),
    required(describe<&FairShareYear::year>("year", QT_TRANSLATE_NOOP("Field", "Year"))),
    describe<&FairShareYear::limit>(
        "limit", QT_TRANSLATE_NOOP("Field", "Nobody further below %"),
        QT_TRANSLATE_NOOP("Field", "Percent below the fair share; empty: on a straight line to 0.")),
    describe<&FairShareYear::growth>("growth", QT_TRANSLATE_NOOP("Field", "Growth of the whole %")),
    describe<&FairShareYear::floor>("floor", QT_TRANSLATE_NOOP("Field", "Least growth of an area %")),
    describe<&FairShareYear::ceiling>("ceiling", QT_TRANSLATE_NOOP("Field", "Most growth of an area %")),
};

} // namespace

const EntityType FairSharePlan::type{QLatin1StringView("fairSharePlan"),
                                     QLatin1StringView("fairSharePlans"),
                                     QT_TRANSLATE_NOOP("Field", "Way to the fair share"),
                                     QT_TRANSLATE_NOOP("Field", "Ways to the fair share"),
                                     {},
                                     planFields};

const EntityType FairShareYear::type{QLatin1StringView("fairShareYear"),
                                     QLatin1StringView("fairShareYears"),
                                     QT_TRANSLATE_NOOP("Field", "Year on the way to the fair share"),
                                     QT_TRANSLATE_NOOP("Field", "Years on the way to the fair share"),
                                     QLatin1StringView("fairSharePlan"),
                                     yearFields};

} // namespace placewright
