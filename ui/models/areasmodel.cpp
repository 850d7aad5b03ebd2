#include "ui/models/areasmodel.h"

#include "core/words/headlines.h"

#include <algorithm>

namespace placewright {

namespace {

const AreaTotal* totalOf(const Evaluation& evaluation, const Id& area, const QString& year)
{
    const auto found =
        std::find_if(evaluation.areas.begin(), evaluation.areas.end(),
                     [&](const AreaTotal& total) { return total.area == area && total.year == year; });
    return found == evaluation.areas.end() ? nullptr : &*found;
}

ShownCell figureCell(const QString& text, qint64 number)
{
    ShownCell cell;
    cell.text = text;
    cell.number = static_cast<double>(number); // no amount: the status bar sums those alone
    return cell;
}

ShownCell notKnown()
{
    ShownCell cell;
    cell.text = AreasModel::tr("not known");
    cell.emphasis = Emphasis::Secondary;
    return cell;
}

} // namespace

std::optional<Ratio> needIndexUnder(const PlanDocument& document, const Id& layer, const Id& area,
                                    NeedBase base)
{
    const AreaTotal* total = totalOf(document.evaluation(), area, document.year());
    const LayerNeed* need = needOf(document.evaluation(), layer);
    if (!total || !need || !total->population || !total->weighted || total->population->isZero())
        return std::nullopt;
    if (base == NeedBase::Place)
        return total->needIndex;
    const Plan& plan = document.plan();
    const Layer* entity = plan.layers.find(layer);
    const NeedDataset* dataset = entity ? plan.needDatasets.find(entity->needDataset) : nullptr;
    const PracticeTable* table = dataset ? document.shelf().tableOf(*dataset) : nullptr;
    if (!table || !need->measure)
        return std::nullopt;
    PracticeTable::Sum whole = table->england(*need->measure);
    if (base == NeedBase::Icb) {
        const Partner* icb = plan.partners.find(plan.areas.find(area)->icb);
        if (!icb)
            return std::nullopt;
        whole = table->icb(icb->code, *need->measure);
    }
    if (whole.population.isZero() || whole.weighted.isZero())
        return std::nullopt;
    return (total->weighted->exact() / total->population->exact()) /
           (whole.weighted.exact() / whole.population.exact());
}

AreasModel::AreasModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void AreasModel::setLayer(const Id& layer)
{
    m_layer = layer;
    rebuild();
}

void AreasModel::setBase(NeedBase base)
{
    m_base = base;
    rebuild();
}

QList<PlanRow> AreasModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Area& area : plan().areas)
        if (area.layer == m_layer)
            rows.append({PlanRow::Kind::Entity, Area::type.id, area.id, 0});
    if (!rows.isEmpty())
        rows.append({PlanRow::Kind::Total, Area::type.id, Id(), 0});
    return rows;
}

QList<PlanColumn> AreasModel::makeColumns() const
{
    const auto column = [](const QString& title, QLatin1StringView field, bool figure = false) {
        PlanColumn made;
        made.title = title;
        made.fields.insert(Area::type.id, field);
        made.figure = figure;
        return made;
    };
    const auto worked = [](const QString& title,
                           std::function<std::optional<ShownCell>(const PlanRow&)> shown) {
        PlanColumn made;
        made.title = title;
        made.figure = true;
        made.shown = std::move(shown);
        return made;
    };
    PlanColumn name = column(tr("Area"), QLatin1StringView("name"));
    name.stretch = true;
    name.shown = [](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind != PlanRow::Kind::Total)
            return std::nullopt;
        ShownCell cell;
        cell.text = tr("Total");
        return cell;
    };
    PlanColumn population = column(tr("Population"), QLatin1StringView("population"), true);
    population.shown = [this](const PlanRow& row) { return peopleCell(row, false); };
    PlanColumn weighted = column(tr("Need-weighted"), QLatin1StringView("weightedPopulation"), true);
    weighted.shown = [this](const PlanRow& row) { return peopleCell(row, true); };
    PlanColumn deprivation = column(tr("Deprivation"), QLatin1StringView("deprivation"), true);
    deprivation.shown = [this](const PlanRow& row) { return deprivationCell(row); };
    const QString base = m_base == NeedBase::Place ? plan().place().name
                         : m_base == NeedBase::Icb ? tr("ICB")
                                                   : tr("England");
    return {name,
            population,
            weighted,
            worked(tr("Index, %1 = 1").arg(base), [this](const PlanRow& row) { return indexCell(row); }),
            worked(tr("Share of need"), [this](const PlanRow& row) { return shareCell(row); }),
            deprivation,
            column(tr("ICB"), QLatin1StringView("icb")),
            column(tr("Code"), QLatin1StringView("code"))};
}

// Typed figures stay editable; those that come from practices are worked out, and so are totals.
std::optional<ShownCell> AreasModel::peopleCell(const PlanRow& row, bool weighted) const
{
    const LayerNeed* need = needOf(document().evaluation(), m_layer);
    if (row.kind == PlanRow::Kind::Total) {
        if (!need || !need->complete)
            return notKnown();
        const People sum = weighted ? need->weighted : need->population;
        return figureCell(formatPeople(sum, weighted ? 1 : 0), sum.units());
    }
    const Area* area = plan().areas.find(row.id);
    const bool typed = weighted ? area->weightedPopulation.has_value() : area->population.has_value();
    const AreaNeed* found = areaOf(row);
    if (typed || !need || !found)
        return std::nullopt;
    const Layer* layer = plan().layers.find(m_layer);
    const bool fromTyping = weighted ? need->typed : need->typed && layer->populationDataset.isNull();
    const std::optional<People>& people = weighted ? found->weighted : found->population;
    if (!people)
        return fromTyping ? std::nullopt : std::optional(notKnown());
    return figureCell(formatPeople(*people, weighted ? 1 : 0), people->units());
}

const AreaNeed* AreasModel::areaOf(const PlanRow& row) const
{
    const LayerNeed* need = needOf(document().evaluation(), m_layer);
    if (!need)
        return nullptr;
    const qsizetype position = plan().areas.positionOf(row.id);
    const auto found = std::find_if(need->areas.begin(), need->areas.end(),
                                    [position](const AreaNeed& one) { return one.area == position; });
    return found == need->areas.end() ? nullptr : &*found;
}

// A typed score stays editable; that of a dataset is shown as published, whichever end is more deprived.
std::optional<ShownCell> AreasModel::deprivationCell(const PlanRow& row) const
{
    if (row.kind == PlanRow::Kind::Total)
        return ShownCell();
    const LayerNeed* need = needOf(document().evaluation(), m_layer);
    const AreaNeed* found = areaOf(row);
    const Layer* layer = plan().layers.find(m_layer);
    if (!need || !found || plan().areas.find(row.id)->deprivation)
        return std::nullopt;
    if (!found->deprivation)
        return layer->deprivationDataset.isNull() ? std::nullopt : std::optional(notKnown());
    if (need->rankedByFifth) {
        ShownCell cell = figureCell(formatPercent(*found->deprivation), 0);
        cell.number = found->deprivation->toDoubleForCharts();
        return cell;
    }
    const NeedDataset* dataset = plan().needDatasets.find(layer->deprivationDataset);
    const FigureTable* table = dataset ? document().shelf().figuresOf(*dataset) : nullptr;
    const FigureColumn* column = table ? table->column(layer->deprivationMeasure) : nullptr;
    const bool lowIsMore = column && column->orientation == Orientation::LowIsMore;
    const Ratio shown = lowIsMore ? -*found->deprivation : *found->deprivation;
    ShownCell cell = figureCell(formatDecimal(shown, 2, Rounding::HalfAwayFromZero), 0);
    cell.number = shown.toDoubleForCharts();
    cell.tooltip = need->deprivationName;
    return cell;
}

std::optional<ShownCell> AreasModel::indexCell(const PlanRow& row) const
{
    if (row.kind == PlanRow::Kind::Total)
        return m_base == NeedBase::Place
                   ? figureCell(formatDecimal(Ratio(1), 3, Rounding::HalfAwayFromZero), 0)
                   : ShownCell();
    const std::optional<Ratio> index = needIndexUnder(document(), m_layer, row.id, m_base);
    if (!index)
        return notKnown();
    ShownCell cell = figureCell(formatDecimal(*index, 3, Rounding::HalfAwayFromZero),
                                index->unitsAt(9, Rounding::HalfAwayFromZero));
    cell.tooltip = decimalText(*index, 9, Rounding::HalfAwayFromZero);
    return cell;
}

std::optional<ShownCell> AreasModel::shareCell(const PlanRow& row) const
{
    if (row.kind == PlanRow::Kind::Total)
        return figureCell(tr("100.0%"), 1000);
    for (const ShownArea& area : shownAreas(plan(), document().evaluation(), m_layer, document().year()))
        if (area.total->area == row.id)
            return figureCell(shownShare(area.need), area.need);
    const AreaTotal* total = totalOf(document().evaluation(), row.id, document().year());
    if (total && total->needShare)
        return figureCell(formatPercent(*total->needShare),
                          total->needShare->unitsAt(9, Rounding::HalfAwayFromZero));
    return notKnown();
}

std::optional<PlanRow> AreasModel::addRow(StepBuilder& builder) const
{
    if (m_layer.isNull())
        return std::nullopt;
    const Id id = randomIds()();
    builder.add(Area::type.id, id).set(Area::type.id, id, u"layer", Value(m_layer));
    return PlanRow{PlanRow::Kind::Entity, Area::type.id, id, 0};
}

// Typed weighted people all show one decimal, so that the column lines up.
QVariant AreasModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(Area::type.id);
    const Area* area = plan().areas.find(row.id);
    if (role != Qt::DisplayRole || field != QLatin1StringView("weightedPopulation") || !area ||
        !area->weightedPopulation)
        return {};
    return formatPeople(*area->weightedPopulation, 1);
}

QString AreasModel::pastedSentence(qsizetype newRows, qsizetype cells) const
{
    return newRows > 0 ? tr("Pasted %n area(s)", nullptr, static_cast<int>(newRows))
                       : PlanTableModel::pastedSentence(newRows, cells);
}

} // namespace placewright
