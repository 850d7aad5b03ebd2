#include "core/need/dataset.h"

#include "core/model/accessors.h"
#include "core/place/codeset.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {needDatasetKind::practices, QT_TRANSLATE_NOOP("Field", "GP practices with weighted populations")},
    {needDatasetKind::figures, QT_TRANSLATE_NOOP("Field", "Figures by area or practice")},
    {needDatasetKind::lookup, QT_TRANSLATE_NOOP("Field", "Which area lies in which")},
    {needDatasetKind::map, QT_TRANSLATE_NOOP("Field", "Map")},
};

constexpr Choice figureKinds[] = {
    {figureKind::count, QT_TRANSLATE_NOOP("Field", "Counts of people")},
    {figureKind::weightedPeople, QT_TRANSLATE_NOOP("Field", "Weighted people")},
    {figureKind::score, QT_TRANSLATE_NOOP("Field", "Scores")},
    {figureKind::rate, QT_TRANSLATE_NOOP("Field", "Rates")},
    {figureKind::rank, QT_TRANSLATE_NOOP("Field", "Ranks")},
    {figureKind::decile, QT_TRANSLATE_NOOP("Field", "Tenths (deciles)")},
};

constexpr Choice orientations[] = {
    {orientation::highIsMore, QT_TRANSLATE_NOOP("Field", "High is more need")},
    {orientation::lowIsMore, QT_TRANSLATE_NOOP("Field", "Low is more need")},
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
    describe<&NeedDataset::layout>("layout", QT_TRANSLATE_NOOP("Field", "Kind of file"),
                                   QT_TRANSLATE_NOOP("Field", "Recognised by its header.")),
    choice(describe<&NeedDataset::codeSet>("codeSet", QT_TRANSLATE_NOOP("Field", "Rows are")),
           codeSetChoices),
    choice(describe<&NeedDataset::figureKind>(
               "figureKind", QT_TRANSLATE_NOOP("Field", "Figures are"),
               QT_TRANSLATE_NOOP("Field", "Where the file itself does not say it.")),
           figureKinds),
    choice(describe<&NeedDataset::orientation>("orientation",
                                               QT_TRANSLATE_NOOP("Field", "Which end is more need")),
           orientations),
    describe<&NeedDataset::per>("per", QT_TRANSLATE_NOOP("Field", "Per how many people")),
    describe<&NeedDataset::originalHash>("originalHash", QT_TRANSLATE_NOOP("Field", "Hash of the workbook"),
                                         QT_TRANSLATE_NOOP("Field", "SHA-256 of the workbook as published.")),
};

} // namespace

QString tableKey(const NeedDataset& dataset)
{
    return QStringList{dataset.hash,       dataset.layout,      dataset.codeSet,
                       dataset.figureKind, dataset.orientation, QString::number(dataset.per.value_or(0))}
        .join(u'/');
}

const EntityType NeedDataset::type{QLatin1StringView("needDataset"),
                                   QLatin1StringView("needDatasets"),
                                   QT_TRANSLATE_NOOP("Field", "Need dataset"),
                                   QT_TRANSLATE_NOOP("Field", "Need datasets"),
                                   {},
                                   fields};

} // namespace placewright
