#include "core/place/area.h"

#include "core/model/accessors.h"
#include "core/place/codeset.h"

namespace placewright {

namespace {

constexpr Choice layerKinds[] = {
    {QLatin1StringView("neighbourhood"), QT_TRANSLATE_NOOP("Field", "Neighbourhoods")},
    {QLatin1StringView("pcn"), QT_TRANSLATE_NOOP("Field", "Primary care networks")},
    {QLatin1StringView("locality"), QT_TRANSLATE_NOOP("Field", "Localities")},
    {QLatin1StringView("district"), QT_TRANSLATE_NOOP("Field", "Districts")},
    {QLatin1StringView("place"), QT_TRANSLATE_NOOP("Field", "Places")},
    {QLatin1StringView("other"), QT_TRANSLATE_NOOP("Field", "Other")},
};

constexpr Field layerFields[] = {
    required(describe<&Layer::name>("name", QT_TRANSLATE_NOOP("Field", "Name"))),
    choice(describe<&Layer::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind")), layerKinds),
    refersTo(describe<&Layer::needDataset>(
                 "needDataset", QT_TRANSLATE_NOOP("Field", "Need dataset"),
                 QT_TRANSLATE_NOOP("Field", "Where need comes from; none: typed figures.")),
             "needDataset"),
    measureChoice(describe<&Layer::needMeasure>(
                      "needMeasure", QT_TRANSLATE_NOOP("Field", "Need measure"),
                      QT_TRANSLATE_NOOP("Field", "Which measure of the dataset weighs need.")),
                  "needDataset"),
    describe<&Layer::measureName>(
        "measureName", QT_TRANSLATE_NOOP("Field", "What typed need is"),
        QT_TRANSLATE_NOOP("Field", "Name and source of typed weighted populations.")),
    choice(describe<&Layer::unitSet>(
               "unitSet", QT_TRANSLATE_NOOP("Field", "Made of"),
               QT_TRANSLATE_NOOP("Field", "What its areas are made of; empty: GP practices.")),
           codeSetChoices),
    refersTo(
        describe<&Layer::populationDataset>(
            "populationDataset", QT_TRANSLATE_NOOP("Field", "Population dataset"),
            QT_TRANSLATE_NOOP("Field", "Residents; empty: typed, or people registered with the practices.")),
        "needDataset"),
    measureChoice(describe<&Layer::populationMeasure>("populationMeasure",
                                                      QT_TRANSLATE_NOOP("Field", "Population measure")),
                  "populationDataset"),
    refersTo(describe<&Layer::deprivationDataset>(
                 "deprivationDataset", QT_TRANSLATE_NOOP("Field", "Deprivation dataset"),
                 QT_TRANSLATE_NOOP("Field", "What orders areas from most to least deprived.")),
             "needDataset"),
    measureChoice(describe<&Layer::deprivationMeasure>("deprivationMeasure",
                                                       QT_TRANSLATE_NOOP("Field", "Deprivation measure")),
                  "deprivationDataset"),
};

constexpr Field areaFields[] = {
    required(refersTo(describe<&Area::layer>("layer", QT_TRANSLATE_NOOP("Field", "Layer")), "layer")),
    required(describe<&Area::name>("name", QT_TRANSLATE_NOOP("Field", "Area"))),
    describe<&Area::code>("code", QT_TRANSLATE_NOOP("Field", "Code"),
                          QT_TRANSLATE_NOOP("Field", "ONS or ODS code.")),
    refersTo(describe<&Area::icb>("icb", QT_TRANSLATE_NOOP("Field", "ICB"),
                                  QT_TRANSLATE_NOOP("Field", "The integrated care board of its people.")),
             "partner"),
    describe<&Area::population>(
        "population", QT_TRANSLATE_NOOP("Field", "Population"),
        QT_TRANSLATE_NOOP("Field", "People; left empty, the sum of its GP practices.")),
    describe<&Area::weightedPopulation>(
        "weightedPopulation", QT_TRANSLATE_NOOP("Field", "Need-weighted population"),
        QT_TRANSLATE_NOOP("Field",
                          "Weighted people, used as they stand; left empty, from its GP practices.")),
    describe<&Area::deprivation>("deprivation", QT_TRANSLATE_NOOP("Field", "Deprivation score"),
                                 QT_TRANSLATE_NOOP("Field", "Typed; a higher score is more deprived.")),
};

constexpr Field unitFields[] = {
    required(refersTo(describe<&AreaUnit::area>("area", QT_TRANSLATE_NOOP("Field", "Area")), "area")),
    required(describe<&AreaUnit::code>("code", QT_TRANSLATE_NOOP("Field", "Code"),
                                       QT_TRANSLATE_NOOP("Field", "ONS code of what the area is made of."))),
};

constexpr Field practiceFields[] = {
    required(
        refersTo(describe<&PracticeMembership::area>("area", QT_TRANSLATE_NOOP("Field", "Area")), "area")),
    required(
        describe<&PracticeMembership::practice>("practice", QT_TRANSLATE_NOOP("Field", "GP practice"),
                                                QT_TRANSLATE_NOOP("Field", "ODS code of the practice."))),
    describe<&PracticeMembership::share>(
        "share", QT_TRANSLATE_NOOP("Field", "Share %"),
        QT_TRANSLATE_NOOP("Field", "Percent of its people; empty: all of them.")),
};

} // namespace

QString tieKey(const Area& area)
{
    return (area.code.isEmpty() ? area.id.text() : area.code) + QChar(u'\n') + area.id.text();
}

const EntityType Layer::type{QLatin1StringView("layer"),
                             QLatin1StringView("layers"),
                             QT_TRANSLATE_NOOP("Field", "Layer of areas"),
                             QT_TRANSLATE_NOOP("Field", "Layers of areas"),
                             {},
                             layerFields};

const EntityType Area::type{QLatin1StringView("area"),          QLatin1StringView("areas"),
                            QT_TRANSLATE_NOOP("Field", "Area"), QT_TRANSLATE_NOOP("Field", "Areas"),
                            QLatin1StringView("layer"),         areaFields};

const EntityType AreaUnit::type{QLatin1StringView("areaUnit"),
                                QLatin1StringView("areaUnits"),
                                QT_TRANSLATE_NOOP("Field", "Part of an area"),
                                QT_TRANSLATE_NOOP("Field", "Parts of areas"),
                                QLatin1StringView("area"),
                                unitFields};

const EntityType PracticeMembership::type{QLatin1StringView("practice"),
                                          QLatin1StringView("practices"),
                                          QT_TRANSLATE_NOOP("Field", "GP practice of an area"),
                                          QT_TRANSLATE_NOOP("Field", "GP practices of areas"),
                                          QLatin1StringView("area"),
                                          practiceFields};

} // namespace placewright
