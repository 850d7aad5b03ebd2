#include "core/exchange/needimport.h"

#include "core/exchange/csv.h"
#include "core/exchange/datasetimport.h"
#include "core/exchange/figurerows.h"
#include "core/exchange/layerimport.h"
#include "core/exchange/layersummary.h"
#include "core/exchange/needfilekind.h"
#include "core/plan/plantree.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> icbPartnerCodes(const Plan& plan)
{
    QSet<QString> codes;
    for (const Partner& partner : plan.partners) {
        if (partner.kind == partnerKind::icb && !partner.code.isEmpty())
            codes.insert(partner.code);
    }
    return codes;
}

QStringList tableSummary(const Plan& plan, const PracticeFile& file, const QString& fileName)
{
    QMap<QString, QList<const Practice*>> byIcb;
    People population;
    for (const Practice& practice : file.table->practices()) {
        byIcb[practice.icb].append(&practice);
        population += practice.population;
    }
    QStringList sentences;
    sentences.append(
        QCoreApplication::translate("NeedImport", "“%1”: practices %2, ICBs %3, registered people %4.")
            .arg(fileName, shownCount(file.table->practices().size()), shownCount(byIcb.size()),
                 formatPeople(population)));
    if (!file.refused.isEmpty()) {
        sentences.append(QCoreApplication::translate("NeedImport", "Rows refused and left out: %1.")
                             .arg(shownCount(file.refused.size())));
    }
    for (const NeedMeasureName& name : needMeasureNames()) {
        if (file.absentMeasures.contains(name.id))
            continue;
        const PracticeTable::Sum sum = file.table->england(name.measure);
        const QString label = needMeasureLabel(name.measure);
        if (sum.missing > 0) {
            sentences.append(QCoreApplication::translate(
                                 "NeedImport", "%1: practices with a blank cell %2, left out of its sums.")
                                 .arg(label, shownCount(sum.missing)));
        } else if (formatPeople(sum.weighted) != formatPeople(population)) {
            sentences.append(QCoreApplication::translate(
                                 "NeedImport", "%1: weighted people %2, not the number of registered people; "
                                               "a whole England file has as many.")
                                 .arg(label, formatPeople(sum.weighted)));
        }
    }
    QStringList absent;
    for (const QString& id : file.absentMeasures)
        absent.append(needMeasureLabel(*needMeasureFromId(id)));
    if (!absent.isEmpty()) {
        sentences.append(QCoreApplication::translate("NeedImport", "The file has no column for: %1.")
                             .arg(absent.join(u", "_s)));
    }
    if (!file.lastLineIsWhole) {
        sentences.append(QCoreApplication::translate(
            "NeedImport",
            "The last line does not end in a line break: check that its last figure is whole."));
    }
    const QSet<QString> own = icbPartnerCodes(plan);
    for (auto icb = byIcb.cbegin(); icb != byIcb.cend(); ++icb) {
        if (!own.contains(icb.key()))
            continue;
        sentences.append(QCoreApplication::translate("NeedImport", "%1: practices %2; by district: %3.",
                                                     "an area, a number, districts with numbers")
                             .arg(shownPractice(icb.key(), icb->first()->icbName), shownCount(icb->size()),
                                  districtCounts(*icb)));
    }
    return sentences;
}

Result<NeedImport> importPracticeFile(const Plan& plan, const QByteArray& bytes, const QString& fileName,
                                      const ImportOptions& options, const IdSource& ids)
{
    const QString hash = sha256Hex(bytes);
    for (const NeedDataset& dataset : plan.needDatasets) {
        if (dataset.hash == hash) {
            return Error{QCoreApplication::translate("NeedImport", "“%1” is already in the plan, as “%2”.")
                             .arg(fileName, dataset.name)};
        }
    }
    const auto file = readPracticeFile(bytes, fileName);
    if (!file)
        return file.error();
    if (!file->refused.isEmpty() && (!options.skipRefused || file->table->practices().isEmpty()))
        return refusal(fileName, file->refused);

    const QString year = yearsOfFileName(fileName);
    const QString name =
        (QCoreApplication::translate("NeedImport", "Weighted populations of GP practices") + u' ' + year)
            .trimmed();
    QString source =
        QCoreApplication::translate("NeedImport", "NHS England, ICB place based allocation tool");
    if (!options.fileDate.isEmpty())
        source += u", "_s + options.fileDate;

    const Id id = ids();
    StepBuilder builder(plan);
    const auto set = [&](QLatin1StringView field, const Value& value) {
        builder.set(NeedDataset::type.id, id, field, value);
    };
    builder.add(NeedDataset::type.id, id);
    set("name"_L1, name);
    set("kind"_L1, QString(needDatasetKind::practices));
    set("hash"_L1, hash);
    set("fileName"_L1, fileName);
    set("source"_L1, source);
    set("licence"_L1, u"Open Government Licence v3.0"_s);
    set("date"_L1, QDate::fromString(options.fileDate, Qt::ISODate));
    set("base"_L1, QCoreApplication::translate("NeedImport", "England"));
    set("unit"_L1, QCoreApplication::translate("NeedImport", "weighted people"));

    NeedImport made;
    made.step = builder.step(
        QCoreApplication::translate("NeedImport", "Imported “%1” from “%2”").arg(name, fileName));
    made.blobs.insert(hash, bytes);
    made.summary = tableSummary(plan, *file, fileName);
    made.refused = file->refused;
    return made;
}

struct Matched
{
    const PracticeTable* table;
    Id dataset;
};

// The dataset that a layer's practices are matched against: the layer's own, else the plan's latest.
Result<Matched> datasetFor(const Plan& plan, const Shelf& shelf, const QString& layerName)
{
    const Layer* layer = layerNamed(plan, layerName);
    const NeedDataset* dataset = layer ? plan.needDatasets.find(layer->needDataset) : nullptr;
    if (!dataset)
        dataset = latestDataset(plan);
    if (!dataset) {
        return Error{QCoreApplication::translate("NeedImport",
                                                 "The plan has no need dataset to match practices "
                                                 "against: import NHS England's practice file first.")};
    }
    const PracticeTable* table = shelf.tableOf(*dataset);
    if (!table) {
        return Error{QCoreApplication::translate("NeedImport", "The need dataset “%1” is not in the file.")
                         .arg(dataset->name)};
    }
    return Matched{table, dataset->id};
}

LayerRequest requestFor(const QString& layerName, const QString& fileName, const ImportOptions& options)
{
    LayerRequest request;
    request.layerName = layerName;
    request.overlap = options.overlap;
    request.skipRefused = options.skipRefused;
    request.fileName = fileName;
    request.what = QCoreApplication::translate("NeedImport", "Imported the layer “%1” from “%2”")
                       .arg(layerName, fileName);
    return request;
}

QString layerNameOr(const ImportOptions& options, const QString& usual)
{
    const QString wanted = options.layerName.simplified();
    return wanted.isEmpty() ? usual : wanted;
}

Result<NeedImport> importLocalities(const Plan& plan, const Shelf& shelf, const QByteArray& bytes,
                                    const QString& fileName, const ImportOptions& options,
                                    const IdSource& ids)
{
    const auto list = readLocalityList(bytes, fileName);
    if (!list)
        return list.error();
    const QString layerName = layerNameOr(options, QCoreApplication::translate("NeedImport", "Localities"));
    const auto matched = datasetFor(plan, shelf, layerName);
    if (!matched)
        return matched.error();

    LayerRequest request = requestFor(layerName, fileName, options);
    request.kind = "locality"_L1;
    request.dataset = matched->dataset;
    request.refused = list->refused;
    for (const LocalityRow& row : list->rows)
        request.claims.append({row.line, row.practice, row.name, row.locality, {}});
    auto made = importLayer(plan, *matched->table, request, ids);
    if (made) {
        made->summary.prepend(
            QCoreApplication::translate("NeedImport", "“%1”: practices %2; branch surgeries ignored: %3.")
                .arg(fileName, shownCount(list->rows.size()), shownCount(list->branches)));
    }
    return made;
}

Result<NeedImport> importSavedPlaces(const Plan& plan, const Shelf& shelf, const QByteArray& bytes,
                                     const QString& fileName, const ImportOptions& options,
                                     const IdSource& ids)
{
    const auto places = readSavedPlaces(bytes, fileName);
    if (!places)
        return places.error();
    const QString layerName = layerNameOr(options, QCoreApplication::translate("NeedImport", "Places"));
    const auto matched = datasetFor(plan, shelf, layerName);
    if (!matched)
        return matched.error();

    LayerRequest request = requestFor(layerName, fileName, options);
    request.kind = "place"_L1;
    request.dataset = matched->dataset;
    request.keepOrder = true;
    for (const SavedPlace& place : *places) {
        for (const SavedPractice& practice : place.practices)
            request.claims.append({0, practice.code, practice.name, place.name.simplified(), {}});
    }
    auto made = importLayer(plan, *matched->table, request, ids);
    if (made) {
        made->summary.prepend(QCoreApplication::translate("NeedImport", "“%1”: saved places %2.")
                                  .arg(fileName, shownCount(places->size())));
    }
    return made;
}

Result<NeedImport> importTable(const Plan& plan, const Shelf& shelf, const DatasetSource& source,
                               const ImportOptions& options, const IdSource& ids)
{
    const QByteArray& bytes = source.bytes;
    const QString& fileName = source.fileName;
    switch (recogniseNeedFile(bytes, fileName).type) {
    case NeedFileKind::SavedPlaces:
        return importSavedPlaces(plan, shelf, bytes, fileName, options, ids);
    case NeedFileKind::PracticeFile:
        return importPracticeFile(plan, bytes, fileName, options, ids);
    case NeedFileKind::LocalityList:
        return importLocalities(plan, shelf, bytes, fileName, options, ids);
    case NeedFileKind::WardLocalityList:
        return importWardLocalities(plan, source, options, ids);
    case NeedFileKind::Lookup:
        return importLookup(plan, source, options, ids);
    case NeedFileKind::Figures:
        return importFigures(plan, source, options, ids);
    case NeedFileKind::Shapes:
        return importMap(plan, source, options, ids);
    case NeedFileKind::Workbook:
    case NeedFileKind::Unknown:
        break;
    }
    return Error{
        QCoreApplication::translate(
            "NeedImport",
            "“%1” is none of the need files that can be imported: its first line has no column of ONS or "
            "NHS codes, and it is no map (GeoJSON, HexJSON) and no JSON of saved places.")
            .arg(fileName)};
}

} // namespace

const NeedDataset* latestDataset(const Plan& plan)
{
    const NeedDataset* latest = nullptr;
    for (const NeedDataset& dataset : plan.needDatasets) {
        if (dataset.kind != needDatasetKind::practices)
            continue;
        const bool older =
            latest && latest->date.isValid() && (!dataset.date.isValid() || dataset.date < latest->date);
        if (!older)
            latest = &dataset;
    }
    return latest;
}

Result<NeedImport> importNeed(const Plan& plan, const Shelf& shelf, const QByteArray& bytes,
                              const QString& fileName, const ImportOptions& options, const IdSource& ids)
{
    const NeedFileKind::Type type = recogniseNeedFile(bytes, fileName).type;
    if (type == NeedFileKind::Workbook) {
        const Result<NeedTable> table = needTable(bytes, fileName);
        if (!table)
            return table.error();
        return importTable(plan, shelf, {table->bytes, fileName, sha256Hex(bytes), table->sheet}, options,
                           ids);
    }
    if (const auto text = CsvScanner::open(bytes, fileName); !text)
        return text.error();
    return importTable(plan, shelf, {bytes, fileName, {}, {}}, options, ids);
}

Result<NeedImport> layerByDistrict(const Plan& plan, const Shelf& shelf, const Id& dataset,
                                   const QStringList& icbs, const QString& layerName, const IdSource& ids)
{
    const NeedDataset* held = plan.needDatasets.find(dataset);
    const PracticeTable* table = held ? shelf.tableOf(*held) : nullptr;
    if (!table)
        return Error{QCoreApplication::translate("NeedImport", "The plan does not hold this need dataset.")};
    QSet<QString> wanted;
    for (const QString& icb : icbs)
        wanted.insert(icb.trimmed().toCaseFolded());
    if (icbs.isEmpty()) {
        for (const QString& code : icbPartnerCodes(plan))
            wanted.insert(code.toCaseFolded());
    }

    LayerRequest request;
    request.layerName = layerName.simplified();
    if (request.layerName.isEmpty())
        request.layerName = QCoreApplication::translate("NeedImport", "Districts");
    request.kind = "district"_L1;
    request.dataset = dataset;
    request.skipRefused = true;
    request.what = QCoreApplication::translate("NeedImport", "Made areas by district in the layer “%1”")
                       .arg(request.layerName);
    for (const Practice& practice : table->practices()) {
        if (!practice.district.isEmpty() && (wanted.contains(practice.icb.toCaseFolded()) ||
                                             wanted.contains(practice.icbName.toCaseFolded()))) {
            request.claims.append(
                {0, practice.code, practice.name,
                 practice.districtName.isEmpty() ? practice.district : practice.districtName,
                 practice.district});
        }
    }
    if (request.claims.isEmpty()) {
        return Error{QCoreApplication::translate("NeedImport",
                                                 "The need dataset holds no practice with a district in: %1.")
                         .arg(icbs.isEmpty() ? QCoreApplication::translate("NeedImport", "the plan's ICBs")
                                             : icbs.join(u", "_s))};
    }
    return importLayer(plan, *table, request, ids);
}

} // namespace placewright
