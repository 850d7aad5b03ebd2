#include "ui/pages/need/mapareas.h"

#include "core/place/codeset.h"
#include "core/words/needwords.h"
#include "ui/models/fairsharetable.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MapAreas)
};

QList<const Lookup*> lookupsOf(const Plan& plan, const NeedTables& tables)
{
    QList<const Lookup*> found;
    for (const NeedDataset& dataset : plan.needDatasets)
        if (dataset.kind == needDatasetKind::lookup)
            if (const auto lookup = tables.lookups.value(dataset.hash))
                found.append(lookup.get());
    return found;
}

// From one code set to another through one lookup of the plan, or two; nothing when none leads there.
std::optional<Recode> route(const QList<const Lookup*>& lookups, const QString& from, const QString& to)
{
    for (const Lookup* lookup : lookups)
        if (lookup->joins(from, to))
            return recode(*lookup, from, to);
    for (const Lookup* first : lookups)
        for (const Lookup::Column& middle : first->columns())
            for (const Lookup* second : lookups)
                if (second != first && first->joins(from, middle.codeSet) &&
                    second->joins(middle.codeSet, to))
                    return chained(recode(*first, from, middle.codeSet), recode(*second, middle.codeSet, to));
    return std::nullopt;
}

// Practices of the layer's areas: one that is shared between areas stands in the first.
QHash<QString, qsizetype> practiceSlots(const Plan& plan, const LayerFigures& figures)
{
    QHash<Id, qsizetype> slotOf;
    for (qsizetype slot = 0; slot < figures.areas().size(); ++slot)
        slotOf.insert(plan.areas[figures.areas().at(slot)].id, slot);
    QHash<QString, qsizetype> found;
    for (const PracticeMembership& membership : plan.practices)
        if (slotOf.contains(membership.area) && !found.contains(membership.practice))
            found.insert(membership.practice, slotOf.value(membership.area));
    return found;
}

QString signedPercent(const Ratio& distance)
{
    const QString text = formatPercent(distance);
    return (distance * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero) > 0 ? u'+' + text : text;
}

QString pounds(const Ratio& amount)
{
    const QString text = formatDecimal(amount.isNegative() ? -amount : amount, 2, Rounding::HalfAwayFromZero);
    return (amount.isNegative() ? QString(QChar(0x2212)) : QString()) + u'£' + text;
}

std::optional<Ratio> poundsOf(const std::optional<Money>& money)
{
    return money ? std::optional(Ratio(money->pence(), 100)) : std::nullopt;
}

MapMeasure measureOf(const Plan& plan, const LayerNeed& need, MapFigure figure)
{
    MapMeasure measure;
    measure.name = mapFigureName(figure);
    measure.assumedWords = Words::tr("more than half of its money is assumed");
    if (const std::optional<qint64> small = plan.place().smallNumber)
        measure.fadedWords = Words::tr("fewer than %1 people").arg(*small);
    const auto decimals = [](int places) {
        return
            [places](const Ratio& value) { return formatDecimal(value, places, Rounding::HalfAwayFromZero); };
    };
    const QString needName = need.measureName.isEmpty() ? Words::tr("no agreed measure") : need.measureName;
    switch (figure) {
    case MapFigure::NeedIndex:
        measure.kind = MapMeasure::Kind::Score;
        measure.base = Words::tr("%1 = 1; %2").arg(plan.place().name, needName);
        measure.text = decimals(3);
        break;
    case MapFigure::PerHead:
        measure.kind = MapMeasure::Kind::PerHead;
        measure.base = populationBaseWords(need.base);
        measure.text = pounds;
        break;
    case MapFigure::PerWeightedHead:
        measure.kind = MapMeasure::Kind::PerHead;
        measure.base = Words::tr("%1; weighted by %2").arg(populationBaseWords(need.base), needName);
        measure.text = pounds;
        break;
    case MapFigure::Distance:
        measure.kind = MapMeasure::Kind::Distance;
        measure.base = Words::tr("percent of the fair share by %1").arg(needName);
        measure.text = signedPercent;
        measure.above = Words::tr("above its fair share");
        measure.below = Words::tr("below its fair share");
        break;
    case MapFigure::Deprivation:
        measure.kind = need.rankedByFifth ? MapMeasure::Kind::Share : MapMeasure::Kind::Score;
        measure.base = need.deprivationName;
        measure.text =
            need.rankedByFifth
                ? std::function<QString(const Ratio&)>([](const Ratio& r) { return formatPercent(r); })
                : decimals(1);
        break;
    }
    return measure;
}

} // namespace

QString mapFigureId(MapFigure figure)
{
    switch (figure) {
    case MapFigure::NeedIndex:
        return u"needIndex"_s;
    case MapFigure::PerHead:
        return u"perHead"_s;
    case MapFigure::PerWeightedHead:
        return u"perWeightedHead"_s;
    case MapFigure::Distance:
        return u"distance"_s;
    case MapFigure::Deprivation:
        break;
    }
    return u"deprivation"_s;
}

QString mapFigureName(MapFigure figure)
{
    switch (figure) {
    case MapFigure::NeedIndex:
        return Words::tr("Need index");
    case MapFigure::PerHead:
        return Words::tr("£ a head");
    case MapFigure::PerWeightedHead:
        return Words::tr("£ a weighted head");
    case MapFigure::Distance:
        return Words::tr("Distance from fair share");
    case MapFigure::Deprivation:
        break;
    }
    return Words::tr("Deprivation");
}

AreaShapeCodes shapeCodes(const Plan& plan, const Layer& layer, const NeedTables& tables,
                          const AreaShapes& shapes)
{
    const LayerFigures figures(plan, layer, tables);
    AreaShapeCodes found;
    found.codes.resize(figures.areas().size());
    QList<bool> own(figures.areas().size(), false);
    for (qsizetype slot = 0; slot < figures.areas().size(); ++slot) {
        const QString& code = plan.areas[figures.areas().at(slot)].code;
        if (!code.isEmpty() && shapes.find(code)) {
            found.codes[slot] = {code};
            own[slot] = true;
        }
    }
    const QHash<QString, qsizetype> units =
        figures.isMadeOfPractices() ? practiceSlots(plan, figures) : figures.units().slotOf;
    const QString unitSet = figures.units().codeSet;
    // A map that does not tell its code set is taken to be of the layer's units.
    const bool same = shapes.codeSet() == unitSet || shapes.codeSet() == codeSet::other;
    std::optional<Recode> recoded;
    if (!same)
        recoded = route(lookupsOf(plan, tables), shapes.codeSet(), unitSet);
    for (const AreaShape& shape : shapes.shapes()) {
        const QStringList targets = same      ? QStringList{shape.code}
                                    : recoded ? recoded->targets.value(shape.code)
                                              : QStringList();
        QSet<qsizetype> areas;
        for (const QString& target : targets)
            if (const auto slot = units.constFind(target); slot != units.cend())
                areas.insert(*slot);
        if (areas.size() > 1)
            found.shared.append(shape.code);
        else if (areas.size() == 1 && !own.at(*areas.cbegin()))
            found.codes[*areas.cbegin()].append(shape.code);
    }
    return found;
}

MappedAreas mappedAreas(const Plan& plan, const Evaluation& evaluation, const Id& layer, const QString& year,
                        MapFigure figure)
{
    MappedAreas mapped;
    const LayerNeed* need = layerNeedOf(evaluation, layer);
    if (!need)
        return mapped;
    mapped.measure = measureOf(plan, *need, figure);
    const FairShareStart start = fairShareStart(plan, evaluation, layer, year);
    const bool ofMoney = figure != MapFigure::NeedIndex && figure != MapFigure::Deprivation;
    const bool leavesOut = plan.place().smallNumberRule == smallNumbers::leaveOut;
    for (const AreaTotal& total : evaluation.areas) {
        if (total.layer != layer || total.year != year)
            continue;
        MapArea area;
        area.id = total.area.text();
        area.name = nameOf(plan, Area::type.id, total.area);
        switch (figure) {
        case MapFigure::NeedIndex:
            area.value = total.needIndex;
            break;
        case MapFigure::PerHead:
            area.value = poundsOf(total.perHead);
            break;
        case MapFigure::PerWeightedHead:
            area.value = poundsOf(total.perWeightedHead);
            break;
        case MapFigure::Distance:
            for (const FairShareStart::One& one : start.areas)
                if (one.area == total.area && start.fault == FairSharePath::Fault::None)
                    area.value = one.relative;
            break;
        case MapFigure::Deprivation:
            area.value = total.deprivation;
            break;
        }
        area.assumed = ofMoney && total.assumed > total.allocated - total.assumed;
        area.faded = total.population && isSmallNumber(plan, *total.population);
        if (area.faded && leavesOut) {
            area.value.reset();
            area.faded = false;
            mapped.leftOut.append(area.name);
        }
        if (area.value) {
            const QString value = mapped.measure.text(*area.value);
            area.valueWords =
                figure != MapFigure::Distance || area.value->isZero()
                    ? Words::tr("%1 %2", "a measure, its value").arg(mapped.measure.name.toLower(), value)
                    : Words::tr("%1, %2", "a distance, on which side of the fair share")
                          .arg(value, area.value->isNegative() ? mapped.measure.below : mapped.measure.above);
        }
        mapped.areas.append(area);
    }
    return mapped;
}

std::shared_ptr<const AreaShapes> practicePoints(const Plan& plan, const Layer& layer, const Shelf& shelf)
{
    const auto pointsOf = [&](const NeedDataset& dataset) -> std::shared_ptr<const AreaShapes> {
        const PracticeTable* table = shelf.tableOf(dataset);
        std::vector<GeoPosition> positions;
        for (const Practice& practice : table ? table->practices() : QList<Practice>())
            if (practice.latitude && practice.longitude)
                positions.push_back({practice.code, practice.name, *practice.longitude, *practice.latitude});
        if (positions.empty())
            return nullptr;
        return std::make_shared<const AreaShapes>(shapesOfPositions(positions, QString(codeSet::practice)));
    };
    const NeedDataset* own = plan.needDatasets.find(layer.needDataset);
    if (auto points = own ? pointsOf(*own) : nullptr)
        return points;
    for (const NeedDataset& dataset : plan.needDatasets)
        if (auto points = pointsOf(dataset))
            return points;
    return nullptr;
}

} // namespace placewright
