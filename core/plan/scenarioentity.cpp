#include "core/plan/scenarioentity.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Field fields[] = {
    required(describe<&Scenario::name>("name", QT_TRANSLATE_NOOP("Field", "Scenario"))),
    refersTo(describe<&Scenario::parent>("parent", QT_TRANSLATE_NOOP("Field", "Branches from"),
                                         QT_TRANSLATE_NOOP("Field", "Empty: the base.")),
             "scenario"),
    describe<&Scenario::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType Scenario::type{QLatin1StringView("scenario"),
                                QLatin1StringView("scenarios"),
                                QT_TRANSLATE_NOOP("Field", "Scenario"),
                                QT_TRANSLATE_NOOP("Field", "Scenarios"),
                                {},
                                fields};

} // namespace placewright
