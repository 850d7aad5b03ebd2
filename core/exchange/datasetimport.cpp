#include "core/exchange/datasetimport.h"

#include "core/exchange/layerimport.h"
#include "core/exchange/layersummary.h"
#include "core/exchange/lookupfile.h"
#include "core/exchange/mapfile.h"
#include "core/exchange/readdataset.h"
#include "core/place/codeset.h"
#include "core/plan/plantree.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NeedImport)
};

// The Step that adds a dataset, unless the plan has this reading of these bytes.
Result<NeedImport> addDataset(const Plan& plan, NeedDataset dataset, const DatasetSource& source,
                              const ImportOptions& options, const IdSource& ids)
{
    dataset.hash = sha256Hex(source.bytes);
    dataset.originalHash = source.workbookHash;
    dataset.fileName = source.sheet.isEmpty() ? source.fileName : source.fileName + u", "_s + source.sheet;
    if (const QDate date = QDate::fromString(options.fileDate, Qt::ISODate); date.isValid())
        dataset.date = date;
    for (const NeedDataset& held : plan.needDatasets)
        if (held.kind == dataset.kind && tableKey(held) == tableKey(dataset))
            return Error{Words::tr("“%1” is already in the plan, as “%2”.").arg(source.fileName, held.name)};
    dataset.id = ids();
    StepBuilder builder(plan);
    builder.add(NeedDataset::type.id, dataset.id);
    for (const Field& field : NeedDataset::type.fields)
        if (const Value value = field.get(&dataset, Key()); !value.isNull())
            builder.set(NeedDataset::type.id, dataset.id, field.id, value);
    NeedImport made;
    made.step = builder.step(Words::tr("Imported “%1” from “%2”").arg(dataset.name, source.fileName));
    made.blobs.insert(dataset.hash, source.bytes);
    return made;
}

void warnOfLastLine(QStringList& summary, bool whole)
{
    if (!whole)
        summary.append(
            Words::tr("The last line does not end in a line break: check that its last figure is whole."));
}

QString measuresOf(const FigureTable& table)
{
    constexpr qsizetype most = 8;
    QStringList names;
    for (const FigureColumn& column : table.columns())
        names.append(column.name);
    if (names.size() > most)
        return Words::tr("%1 and %2 more", "measures, a number")
            .arg(names.first(most).join(u"; "_s), shownCount(names.size() - most));
    return names.join(u"; "_s);
}

QStringList changesOf(const Lookup& lookup)
{
    QStringList sentences;
    for (const Lookup::Column& from : lookup.columns()) {
        for (const Lookup::Column& to : lookup.columns()) {
            const bool boundaryChange =
                from.codeSet != to.codeSet && from.codeSet.first(3) == to.codeSet.first(3);
            if (!boundaryChange || from.codeSet > to.codeSet)
                continue;
            const Recode made = recode(lookup, from.codeSet, to.codeSet);
            sentences.append(Words::tr("%1 to %2: %3 codes; split %4, made by merging %5.")
                                 .arg(codeSetLabel(from.codeSet), codeSetLabel(to.codeSet),
                                      shownCount(made.targets.size()), shownCount(made.split.size()),
                                      shownCount(made.merged.size())));
        }
    }
    return sentences;
}

} // namespace

Result<NeedImport> importFigures(const Plan& plan, const DatasetSource& source, const ImportOptions& options,
                                 const IdSource& ids)
{
    const Result<FigureFile> file = readFigureFile(source.bytes, source.fileName, options.hints);
    if (!file)
        return file.error();
    if (!file->refused.isEmpty() && (!options.skipRefused || file->table->size() == 0))
        return refusal(source.fileName, file->refused);
    QString kindTaken; // of a table that does not say itself
    NeedDataset dataset;
    dataset.name = file->name;
    dataset.kind = needDatasetKind::figures;
    dataset.source = file->source;
    dataset.licence = file->licence;
    dataset.date = file->date;
    dataset.base = file->base;
    dataset.unit = file->unit.isEmpty() ? options.hints.unit : file->unit;
    dataset.layout = file->layout;
    dataset.codeSet = file->table->codeSet();
    if (file->layout == figureLayout::table) {
        dataset.figureKind = figureKindId(options.hints.kind);
        dataset.orientation = orientationId(options.hints.orientation);
        if (options.hints.per > 1)
            dataset.per = options.hints.per;
        kindTaken = labelOfChoice(*NeedDataset::type.field(u"figureKind"), dataset.figureKind);
    }
    auto made = addDataset(plan, dataset, source, options, ids);
    if (!made)
        return made;
    made->refused = file->refused;
    if (!kindTaken.isEmpty())
        made->summary.append(
            Words::tr("Its figures are taken as: %1. Say so if they are something else.").arg(kindTaken));
    made->summary.append(Words::tr("“%1”: %2; rows %3 (%4), measures %5: %6.")
                             .arg(source.fileName, dataset.name, shownCount(file->table->size()),
                                  codeSetLabel(dataset.codeSet), shownCount(file->table->columns().size()),
                                  measuresOf(*file->table)));
    if (!file->refused.isEmpty())
        made->summary.append(
            Words::tr("Rows refused and left out: %1.").arg(shownCount(file->refused.size())));
    made->summary += file->notes;
    warnOfLastLine(made->summary, file->lastLineIsWhole);
    return made;
}

Result<NeedImport> importLookup(const Plan& plan, const DatasetSource& source, const ImportOptions& options,
                                const IdSource& ids)
{
    const Result<LookupFile> file = readLookupFile(source.bytes, source.fileName);
    if (!file)
        return file.error();
    if (!file->refused.isEmpty() && !options.skipRefused)
        return refusal(source.fileName, file->refused);
    NeedDataset dataset;
    dataset.name = file->name;
    dataset.kind = needDatasetKind::lookup;
    dataset.source = file->source;
    dataset.licence = file->licence;
    dataset.layout = file->layout;
    dataset.codeSet = file->lookup->columns().first().codeSet;
    auto made = addDataset(plan, dataset, source, options, ids);
    if (!made)
        return made;
    made->refused = file->refused;
    QStringList sets;
    for (const Lookup::Column& column : file->lookup->columns())
        sets.append(codeSetLabel(column.codeSet));
    made->summary.append(Words::tr("“%1”: rows %2; which lies in which: %3.")
                             .arg(source.fileName, shownCount(file->lookup->columns().first().codes.size()),
                                  sets.join(u", "_s)));
    made->summary += changesOf(*file->lookup);
    made->summary += file->notes;
    warnOfLastLine(made->summary, file->lastLineIsWhole);
    return made;
}

Result<NeedImport> importMap(const Plan& plan, const DatasetSource& source, const ImportOptions& options,
                             const IdSource& ids)
{
    const Result<AreaShapes> shapes = readShapes(source.bytes, source.fileName);
    if (!shapes)
        return shapes.error();
    NeedDataset dataset;
    dataset.name = Words::tr("Map “%1”").arg(source.fileName);
    dataset.kind = needDatasetKind::map;
    dataset.codeSet = shapes->codeSet();
    auto made = addDataset(plan, dataset, source, options, ids);
    if (made)
        made->summary.append(Words::tr("“%1”: shapes %2 (%3).")
                                 .arg(source.fileName,
                                      shownCount(static_cast<qsizetype>(shapes->shapes().size())),
                                      codeSetLabel(shapes->codeSet())));
    return made;
}

} // namespace placewright
