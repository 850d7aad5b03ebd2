#include "core/need/populationgroup.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {groupKind::deprivationFifth, QT_TRANSLATE_NOOP("Field", "Deprivation fifth")},
    {groupKind::core20, QT_TRANSLATE_NOOP("Field", "Core20: the most deprived fifth")},
    {groupKind::aged65, QT_TRANSLATE_NOOP("Field", "Aged 65 and over")},
    {groupKind::aged85, QT_TRANSLATE_NOOP("Field", "Aged 85 and over")},
    {groupKind::frailty, QT_TRANSLATE_NOOP("Field", "Living with frailty")},
    {groupKind::learningDisability, QT_TRANSLATE_NOOP("Field", "Learning disability")},
    {groupKind::priority, QT_TRANSLATE_NOOP("Field", "A priority group of this place")},
};

constexpr Field fields[] = {
    required(describe<&PopulationGroup::name>("name", QT_TRANSLATE_NOOP("Field", "Group"))),
    required(choice(describe<&PopulationGroup::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind")), kinds)),
    describe<&PopulationGroup::fifth>("fifth", QT_TRANSLATE_NOOP("Field", "Fifth"),
                                      QT_TRANSLATE_NOOP("Field", "1 is the most deprived.")),
    refersTo(describe<&PopulationGroup::dataset>("dataset", QT_TRANSLATE_NOOP("Field", "Dataset"),
                                                 QT_TRANSLATE_NOOP("Field", "Where its people come from.")),
             "needDataset"),
    measureChoice(describe<&PopulationGroup::measure>("measure", QT_TRANSLATE_NOOP("Field", "Measure")),
                  "dataset"),
    describeKeyed<&PopulationGroup::people>(KeyedBy::Area, "people", QT_TRANSLATE_NOOP("Field", "People"),
                                            QT_TRANSLATE_NOOP("Field", "Typed, by area.")),
    describeKeyed<&PopulationGroup::share>(KeyedBy::Area, "share", QT_TRANSLATE_NOOP("Field", "Share %"),
                                           QT_TRANSLATE_NOOP("Field", "Percent of the area's people.")),
    describe<&PopulationGroup::needWeight>(
        "needWeight", QT_TRANSLATE_NOOP("Field", "Need of one person"),
        QT_TRANSLATE_NOOP("Field", "Against the other groups; empty: 1. The place's own figure.")),
    describe<&PopulationGroup::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
    describe<&PopulationGroup::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType PopulationGroup::type{QLatin1StringView("populationGroup"),
                                       QLatin1StringView("populationGroups"),
                                       QT_TRANSLATE_NOOP("Field", "Population group"),
                                       QT_TRANSLATE_NOOP("Field", "Population groups"),
                                       {},
                                       fields};

} // namespace placewright
