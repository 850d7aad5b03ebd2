#include "core/need/dataset.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {needDatasetKind::practices, QT_TRANSLATE_NOOP("Field", "GP practices with weighted populations")},
};

constexpr Field fields[] = {
    required(describe<&NeedDataset::name>("name", QT_TRANSLATE_NOOP("Field", "Name"))),
    required(choice(describe<&NeedDataset::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind")), kinds)),
    required(describe<&NeedDataset::hash>("hash", QT_TRANSLATE_NOOP("Field", "Hash"),
                                          QT_TRANSLATE_NOOP("Field", "SHA-256 of the file as published."))),
    describe<&NeedDataset::fileName>("fileName", QT_TRANSLATE_NOOP("Field", "File")),
    describe<&NeedDataset::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
    describe<&NeedDataset::licence>("licence", QT_TRANSLATE_NOOP("Field", "Licence")),
    describe<&NeedDataset::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
    describe<&NeedDataset::base>("base", QT_TRANSLATE_NOOP("Field", "Base"),
                                 QT_TRANSLATE_NOOP("Field", "What the figures are relative to.")),
    describe<&NeedDataset::unit>("unit", QT_TRANSLATE_NOOP("Field", "Unit")),
};

} // namespace

const EntityType NeedDataset::type{QLatin1StringView("needDataset"),
                                   QLatin1StringView("needDatasets"),
                                   QT_TRANSLATE_NOOP("Field", "Need dataset"),
                                   QT_TRANSLATE_NOOP("Field", "Need datasets"),
                                   {},
                                   fields};

} // namespace placewright
