#include "core/need/serviceneed.h"

#include "core/model/accessors.h"
#include "core/place/service.h"

namespace placewright {

namespace {

constexpr Field serviceFields[] = {
    required(choice(describe<&ServiceNeed::service>("service", QT_TRANSLATE_NOOP("Field", "Service")),
                    serviceChoices)),
    describe<&ServiceNeed::agreed>("agreed", QT_TRANSLATE_NOOP("Field", "Agreed"),
                                   QT_TRANSLATE_NOOP("Field", "The partners agreed this measure.")),
    describe<&ServiceNeed::agreedBy>("agreedBy", QT_TRANSLATE_NOOP("Field", "Agreed by"),
                                     QT_TRANSLATE_NOOP("Field", "Who, when and in which minute.")),
    describe<&ServiceNeed::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field componentFields[] = {
    required(
        refersTo(describe<&NeedComponent::serviceNeed>("serviceNeed", QT_TRANSLATE_NOOP("Field", "Service")),
                 "serviceNeed")),
    refersTo(describe<&NeedComponent::dataset>("dataset", QT_TRANSLATE_NOOP("Field", "Need dataset"),
                                               QT_TRANSLATE_NOOP("Field", "Empty: the layer's own need.")),
             "needDataset"),
    measureChoice(describe<&NeedComponent::measure>("measure", QT_TRANSLATE_NOOP("Field", "Measure")),
                  "dataset"),
    describe<&NeedComponent::weight>(
        "weight", QT_TRANSLATE_NOOP("Field", "Weight"),
        QT_TRANSLATE_NOOP("Field", "Weights of a mix are scaled to add to one.")),
};

} // namespace

const EntityType ServiceNeed::type{QLatin1StringView("serviceNeed"),
                                   QLatin1StringView("serviceNeeds"),
                                   QT_TRANSLATE_NOOP("Field", "Need of a service"),
                                   QT_TRANSLATE_NOOP("Field", "Needs of services"),
                                   {},
                                   serviceFields};

const EntityType NeedComponent::type{QLatin1StringView("needComponent"),
                                     QLatin1StringView("needComponents"),
                                     QT_TRANSLATE_NOOP("Field", "Measure of a service's need"),
                                     QT_TRANSLATE_NOOP("Field", "Measures of services' needs"),
                                     QLatin1StringView("serviceNeed"),
                                     componentFields};

} // namespace placewright
