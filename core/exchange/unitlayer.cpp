#include "core/exchange/datasetimport.h"
#include "core/exchange/layerimport.h"
#include "core/exchange/layersummary.h"
#include "core/exchange/lookupfile.h"
#include "core/ledger/layerfigures.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NeedImport)
};

// One area and the codes it is made of; no codes: the unit of its own code.
struct AreaOfUnits
{
    QString name;
    QString code;
    QStringList units;
};

struct UnitLayer
{
    QString name;
    QString kind;
    QString unitSet;
    QList<AreaOfUnits> areas;
};

// Makes the layer, or adds what it does not have yet. A unit that another area has is a refused row.
class UnitLayerBuilder
{
public:
    UnitLayerBuilder(const Plan& plan, const UnitLayer& wanted, const IdSource& ids)
        : m_builder(plan)
        , m_wanted(wanted)
        , m_ids(ids)
    {
    }

    std::optional<Error> build()
    {
        const Layer* known = layerNamed(m_builder.plan(), m_wanted.name);
        if (known && known->unitSet != m_wanted.unitSet) {
            return Error{Words::tr("The layer “%1” is made of %2, not of %3: name another layer.")
                             .arg(known->name,
                                  known->unitSet.isEmpty() ? codeSetLabel(codeSet::practice)
                                                           : codeSetLabel(known->unitSet),
                                  codeSetLabel(m_wanted.unitSet))};
        }
        m_layer = known ? known->id : makeLayer();
        readHeld();
        for (const AreaOfUnits& area : m_wanted.areas)
            addArea(area);
        return std::nullopt;
    }

    // Why the Step cannot be taken: rows are refused, or there is nothing in it.
    std::optional<Error> fault(const QString& fileName, bool skipRefused) const
    {
        if (!m_refused.isEmpty() && !skipRefused)
            return refusal(fileName, m_refused);
        if (m_builder.isEmpty())
            return Error{Words::tr("Nothing to add: the layer “%1” stands as it is.").arg(m_wanted.name)};
        return std::nullopt;
    }

    const QList<RefusedRow>& refused() const { return m_refused; }
    Step step(const QString& what) const { return m_builder.step(what); }
    QString summary() const
    {
        return Words::tr("Layer “%1”: areas %2, made of %3: %4.")
            .arg(m_wanted.name, shownCount(m_touched.size()), codeSetLabel(m_wanted.unitSet),
                 shownCount(m_unitsHeld.size()));
    }

private:
    Id makeLayer()
    {
        const Id layer = m_ids();
        m_builder.add(Layer::type.id, layer);
        m_builder.set(Layer::type.id, layer, "name"_L1, m_wanted.name);
        m_builder.set(Layer::type.id, layer, "kind"_L1, m_wanted.kind);
        m_builder.set(Layer::type.id, layer, "unitSet"_L1, m_wanted.unitSet);
        const Place& place = m_builder.plan().place();
        if (!place.id.isNull() && place.needLayer.isNull())
            m_builder.set(Place::type.id, place.id, "needLayer"_L1, layer);
        return layer;
    }

    void readHeld()
    {
        QSet<Id> own;
        for (const Area& area : m_builder.plan().areas) {
            if (area.layer != m_layer)
                continue;
            own.insert(area.id);
            note(area.id, area.name, area.code);
        }
        for (const AreaUnit& unit : m_builder.plan().areaUnits)
            if (own.contains(unit.area))
                m_unitsHeld.insert(unit.code, unit.area);
    }

    void note(const Id& area, const QString& name, const QString& code)
    {
        if (!code.isEmpty())
            m_areasByCode.insert(code, area);
        m_areasByName.insert(name.toCaseFolded(), area);
    }

    // By its code where it has one: wards of several towns have one name. By name only an area without a code.
    Id areaOf(const AreaOfUnits& wanted) const
    {
        if (wanted.code.isEmpty())
            return m_areasByName.value(wanted.name.toCaseFolded());
        if (const Id known = m_areasByCode.value(wanted.code); !known.isNull())
            return known;
        const Id named = m_areasByName.value(wanted.name.toCaseFolded());
        const Area* area = m_builder.plan().areas.find(named);
        return area && area->code.isEmpty() ? named : Id();
    }

    void addArea(const AreaOfUnits& wanted)
    {
        Id area = areaOf(wanted);
        if (area.isNull()) {
            area = m_ids();
            const bool taken = m_areasByName.contains(wanted.name.toCaseFolded());
            const QString name = taken ? u"%1 (%2)"_s.arg(wanted.name, wanted.code) : wanted.name;
            note(area, name, wanted.code);
            m_builder.add(Area::type.id, area);
            m_builder.set(Area::type.id, area, "layer"_L1, m_layer);
            m_builder.set(Area::type.id, area, "name"_L1, name);
            if (!wanted.code.isEmpty())
                m_builder.set(Area::type.id, area, "code"_L1, wanted.code);
        }
        if (wanted.units.isEmpty())
            m_unitsHeld.insert(wanted.code, area);
        for (const QString& unit : wanted.units)
            addUnit(area, unit);
        m_touched.insert(area);
    }

    void addUnit(const Id& area, const QString& unit)
    {
        if (const auto held = m_unitsHeld.constFind(unit); held != m_unitsHeld.cend()) {
            if (*held != area)
                m_refused.append(
                    {0,
                     Words::tr("%1 stands in “%2” already and cannot stand in “%3” too: take it out of one.")
                         .arg(unit, m_builder.plan().areas.find(*held)->name,
                              m_builder.plan().areas.find(area)->name)});
            return;
        }
        m_unitsHeld.insert(unit, area);
        const Id id = m_ids();
        m_builder.add(AreaUnit::type.id, id);
        m_builder.set(AreaUnit::type.id, id, "area"_L1, area);
        m_builder.set(AreaUnit::type.id, id, "code"_L1, unit);
    }

    StepBuilder m_builder;
    const UnitLayer& m_wanted;
    const IdSource& m_ids;
    Id m_layer;
    QHash<QString, Id> m_areasByCode;
    QHash<QString, Id> m_areasByName; // case folded
    QHash<QString, Id> m_unitsHeld;   // code, its area
    QSet<Id> m_touched;
    QList<RefusedRow> m_refused;
};

Result<NeedImport> makeUnitLayer(const Plan& plan, const UnitLayer& wanted, const QString& what,
                                 const QString& fileName, bool skipRefused, const IdSource& ids)
{
    UnitLayerBuilder builder(plan, wanted, ids);
    if (const std::optional<Error> fault = builder.build())
        return *fault;
    if (const std::optional<Error> fault = builder.fault(fileName, skipRefused))
        return *fault;
    NeedImport made;
    made.step = builder.step(what);
    made.refused = builder.refused();
    made.summary.append(builder.summary());
    return made;
}

QString kindOf(const QString& areaSet)
{
    return areaSet == codeSet::lad22 || areaSet == codeSet::lad23 ? u"district"_s
           : areaSet == codeSet::ward24                           ? u"neighbourhood"_s
           : areaSet == codeSet::utla23                           ? u"place"_s
                                                                  : u"other"_s;
}

// A lookup of the plan with all of the sets; null when there is none.
std::shared_ptr<const Lookup> lookupWith(const Plan& plan, const Shelf& shelf, const QStringList& sets)
{
    for (const NeedDataset& dataset : plan.needDatasets) {
        const auto lookup = shelf.lookups.value(dataset.hash);
        if (lookup &&
            std::all_of(sets.begin(), sets.end(), [&](const QString& set) { return lookup->column(set); }))
            return lookup;
    }
    return nullptr;
}

// Names of a set's codes: as the lookup has them, else as the plan's others do.
QMap<QString, QString> publishedNames(const Plan& plan, const Shelf& shelf, const Lookup& lookup,
                                      const QString& set)
{
    QMap<QString, QString> names = lookup.column(set)->names;
    for (const NeedDataset& dataset : plan.needDatasets) {
        const auto other = shelf.lookups.value(dataset.hash);
        const Lookup::Column* column = other ? other->column(set) : nullptr;
        if (!column)
            continue;
        for (auto name = column->names.cbegin(); name != column->names.cend(); ++name)
            if (!names.contains(name.key()))
                names.insert(name.key(), name.value());
    }
    return names;
}

// The codes of lookup rows that lie within the limit, area by area in byte order.
QMap<QString, QSet<QString>> unitsByArea(const Lookup& lookup, const LookupLayer& wanted)
{
    const QStringList& areas = lookup.column(wanted.areas)->codes;
    const QStringList& units = lookup.column(wanted.units)->codes;
    const Lookup::Column* within = wanted.within.isEmpty() ? nullptr : lookup.column(wanted.within);
    const QSet<QString> limit(wanted.withinCodes.begin(), wanted.withinCodes.end());
    QMap<QString, QSet<QString>> found;
    for (qsizetype row = 0; row < areas.size(); ++row)
        if (!areas.at(row).isEmpty() && !units.at(row).isEmpty() &&
            (!within || limit.contains(within->codes.at(row))))
            found[areas.at(row)].insert(units.at(row));
    return found;
}

QStringList codesNotIn(const Lookup& lookup, const LookupLayer& wanted)
{
    QStringList unknown;
    if (const Lookup::Column* within = wanted.within.isEmpty() ? nullptr : lookup.column(wanted.within)) {
        const QSet<QString> held(within->codes.begin(), within->codes.end());
        for (const QString& code : wanted.withinCodes)
            if (!held.contains(code))
                unknown.append(code);
    }
    return unknown;
}

} // namespace

Result<NeedImport> importWardLocalities(const Plan& plan, const DatasetSource& source,
                                        const ImportOptions& options, const IdSource& ids)
{
    const Result<LookupFile> file = readLookupFile(source.bytes, source.fileName);
    if (!file)
        return file.error();
    const Lookup::Column& units = file->lookup->columns().first();
    const Lookup::Column* localities = file->lookup->column(codeSet::other);
    QMap<QString, QStringList> byLocality;
    QList<RefusedRow> refused = file->refused;
    for (qsizetype row = 0; localities && row < units.codes.size(); ++row) {
        if (localities->codes.at(row).isEmpty())
            refused.append(
                {0,
                 Words::tr("%1 has no locality: fill it in, or take the row out.").arg(units.codes.at(row))});
        else
            byLocality[localities->codes.at(row)].append(units.codes.at(row));
    }
    if (!refused.isEmpty() && !options.skipRefused)
        return refusal(source.fileName, refused);
    UnitLayer wanted;
    wanted.name = options.layerName.simplified();
    if (wanted.name.isEmpty())
        wanted.name = Words::tr("Localities");
    wanted.kind = u"locality"_s;
    wanted.unitSet = units.codeSet;
    for (auto locality = byLocality.cbegin(); locality != byLocality.cend(); ++locality)
        wanted.areas.append({locality.key(), {}, locality.value()});
    auto made = makeUnitLayer(
        plan, wanted, Words::tr("Imported the layer “%1” from “%2”").arg(wanted.name, source.fileName),
        source.fileName, options.skipRefused, ids);
    if (made)
        made->refused = refused + made->refused;
    return made;
}

Result<NeedImport> layerByLookup(const Plan& plan, const Shelf& shelf, const LookupLayer& wanted,
                                 const IdSource& ids)
{
    QStringList sets{wanted.areas, wanted.units};
    if (!wanted.within.isEmpty())
        sets.append(wanted.within);
    const std::shared_ptr<const Lookup> lookup = lookupWith(plan, shelf, sets);
    if (!lookup) {
        QStringList labels;
        for (const QString& set : std::as_const(sets))
            if (!labels.contains(codeSetLabel(set)))
                labels.append(codeSetLabel(set));
        return Error{Words::tr("No lookup of the plan holds all of: %1. Import one that does.")
                         .arg(labels.join(u", "_s))};
    }
    UnitLayer layer;
    layer.name = wanted.layerName.simplified();
    if (layer.name.isEmpty())
        layer.name = codeSetLabel(wanted.areas);
    layer.kind = kindOf(wanted.areas);
    layer.unitSet = wanted.units;
    const QMap<QString, QString> names = publishedNames(plan, shelf, *lookup, wanted.areas);
    const QMap<QString, QSet<QString>> found = unitsByArea(*lookup, wanted);
    for (auto area = found.cbegin(); area != found.cend(); ++area) {
        QStringList units;
        if (wanted.units != wanted.areas)
            units = QStringList(area->cbegin(), area->cend());
        units.sort();
        layer.areas.append({names.value(area.key(), area.key()), area.key(), units});
    }
    if (const QStringList unknown = codesNotIn(*lookup, wanted); !unknown.isEmpty()) {
        return Error{
            Words::tr("The lookup has no %1: %2.").arg(codeSetLabel(wanted.within), unknown.join(u", "_s))};
    }
    if (layer.areas.isEmpty())
        return Error{
            Words::tr("No unit of the lookup lies within %1.").arg(wanted.withinCodes.join(u", "_s))};
    return makeUnitLayer(plan, layer, Words::tr("Made the layer “%1” from a lookup").arg(layer.name), {},
                         false, ids);
}

namespace {

struct NamedMeasure
{
    const NeedDataset* dataset = nullptr;
    QString measure;
    const FigureColumn* column = nullptr;
};

// "people.all", or "NAME OF DATASET: people.all"; the dataset added last counts.
Result<NamedMeasure> measureNamed(const Plan& plan, const Shelf& shelf, const QString& asked)
{
    NamedMeasure chosen;
    for (const NeedDataset& dataset : plan.needDatasets) {
        const FigureTable* table = shelf.figuresOf(dataset);
        const QString named = dataset.name + u": "_s;
        const QString id = asked.startsWith(named) ? asked.sliced(named.size()) : asked;
        if (const FigureColumn* column = table ? table->column(id) : nullptr)
            chosen = {&dataset, id, column};
    }
    if (!chosen.dataset)
        return Error{
            Words::tr("No dataset of the plan has a measure “%1”. A measure is named like people.all or "
                      "imd.score, or like its column.")
                .arg(asked)};
    return chosen;
}

} // namespace

Result<Step> chooseMeasures(const Plan& plan, const Shelf& shelf, const QString& layerName,
                            const LayerMeasures& measures)
{
    const Layer* layer = layerNamed(plan, layerName);
    if (!layer)
        return Error{Words::tr("The plan has no layer “%1”.").arg(layerName)};
    StepBuilder builder(plan);
    QStringList said;
    const auto choose = [&](const QString& asked, QLatin1StringView datasetField,
                            QLatin1StringView measureField, auto mayBe) -> std::optional<Error> {
        if (asked.isEmpty())
            return std::nullopt;
        const Result<NamedMeasure> chosen = measureNamed(plan, shelf, asked);
        if (!chosen)
            return chosen.error();
        if (!mayBe(chosen->column->kind)) {
            return Error{
                Words::tr("“%1” of “%2” cannot be used so: people are counts, and need is weighed by counts, "
                          "scores or rates, never by ranks or tenths.")
                    .arg(chosen->measure, chosen->dataset->name)};
        }
        said.append(chosen->dataset->name + u", "_s + chosen->measure);
        builder.set(Layer::type.id, layer->id, datasetField, chosen->dataset->id);
        builder.set(Layer::type.id, layer->id, measureField, chosen->measure);
        return std::nullopt;
    };
    if (const auto fault =
            choose(measures.population, "populationDataset"_L1, "populationMeasure"_L1, addsUp))
        return *fault;
    if (const auto fault = choose(measures.need, "needDataset"_L1, "needMeasure"_L1,
                                  [](FigureKind kind) { return addsUp(kind) || averages(kind); }))
        return *fault;
    if (const auto fault = choose(measures.deprivation, "deprivationDataset"_L1, "deprivationMeasure"_L1,
                                  [](FigureKind) { return true; }))
        return *fault;
    if (builder.isEmpty())
        return Error{Words::tr("Nothing to change: the layer “%1” is measured so already.").arg(layer->name)};
    return builder.step(
        Words::tr("Chose what the layer “%1” is measured by: %2").arg(layer->name, said.join(u"; "_s)));
}

Result<Step> chooseFifths(const Plan& plan, const Shelf& shelf, const QString& measure, const IdSource& ids)
{
    const Result<NamedMeasure> chosen = measureNamed(plan, shelf, measure);
    if (!chosen)
        return chosen.error();
    if (chosen->column->kind != FigureKind::Decile && chosen->column->kind != FigureKind::Rank)
        return Error{Words::tr("Fifths come from tenths or ranks; “%1” is neither.").arg(measure)};
    const QStringList names{Words::tr("Fifth 1, most deprived"), Words::tr("Fifth 2"), Words::tr("Fifth 3"),
                            Words::tr("Fifth 4"), Words::tr("Fifth 5, least deprived")};
    StepBuilder builder(plan);
    for (qsizetype fifth = 1; fifth <= names.size(); ++fifth) {
        Id id;
        for (const PopulationGroup& group : plan.populationGroups)
            if (id.isNull() && group.kind == groupKind::deprivationFifth && group.fifth == fifth)
                id = group.id;
        const auto set = [&](QLatin1StringView field, const Value& value) {
            builder.set(PopulationGroup::type.id, id, field, value);
        };
        if (id.isNull()) {
            id = ids();
            builder.add(PopulationGroup::type.id, id);
            set("name"_L1, names.at(fifth - 1));
            set("kind"_L1, QString(groupKind::deprivationFifth));
            set("fifth"_L1, Value::count(fifth));
        }
        set("dataset"_L1, chosen->dataset->id);
        set("measure"_L1, chosen->measure);
    }
    if (builder.isEmpty())
        return Error{Words::tr("Nothing to change: the deprivation fifths come from there already.")};
    return builder.step(
        Words::tr("Chose where the deprivation fifths come from: %1").arg(chosen->column->name));
}

Result<Step> assignUnits(const Plan& plan, const Id& area, const QStringList& codes, const IdSource& ids)
{
    const Area* held = plan.areas.find(area);
    const Layer* layer = held ? plan.layers.find(held->layer) : nullptr;
    if (!layer || layer->unitSet.isEmpty() || layer->unitSet == codeSet::practice)
        return Error{Words::tr("Say first what the areas of this layer are made of.")};
    UnitLayer wanted;
    wanted.name = layer->name;
    wanted.unitSet = layer->unitSet;
    AreaOfUnits one{held->name, held->code, {}};
    for (const QString& code : codes)
        if (const QString trimmed = code.trimmed(); !trimmed.isEmpty())
            one.units.append(trimmed);
    if (one.units.isEmpty())
        return Error{Words::tr("Name at least one code.")};
    wanted.areas.append(one);
    UnitLayerBuilder builder(plan, wanted, ids);
    if (const std::optional<Error> fault = builder.build())
        return *fault;
    if (const std::optional<Error> fault = builder.fault({}, false))
        return *fault;
    return builder.step(Words::tr("Added parts to “%1”").arg(held->name));
}

} // namespace placewright
