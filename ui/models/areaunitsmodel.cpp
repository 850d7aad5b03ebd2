#include "ui/models/areaunitsmodel.h"

#include "core/exchange/codecolumns.h"
#include "core/place/codeset.h"

#include <algorithm>

namespace placewright {

AreaUnitsModel::AreaUnitsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void AreaUnitsModel::setArea(const Id& area)
{
    if (area == m_area)
        return;
    m_area = area;
    rebuild();
}

int AreaUnitsModel::units() const
{
    return static_cast<int>(std::count_if(plan().areaUnits.begin(), plan().areaUnits.end(),
                                          [this](const AreaUnit& unit) { return unit.area == m_area; }));
}

const Layer* AreaUnitsModel::layer() const
{
    const Area* area = plan().areas.find(m_area);
    return area ? plan().layers.find(area->layer) : nullptr;
}

bool AreaUnitsModel::addCodes(const QStringList& codes)
{
    StepBuilder builder(plan());
    for (const QString& code : codes) {
        const std::optional<PlanRow> row = addRow(builder);
        if (!row)
            return false;
        if (const Outcome taken = take(builder, row->id, code); !taken) {
            emit refused(taken.error().text);
            return false;
        }
    }
    const QString name = nameOf(plan(), Area::type.id, m_area);
    return document().commit(
        builder.step(tr("Put %n code(s) into %1", nullptr, static_cast<int>(codes.size())).arg(name)));
}

Outcome AreaUnitsModel::take(StepBuilder& builder, const Id& unit, const QString& text) const
{
    const Layer* made = layer();
    if (!made)
        return Error{tr("Choose an area first.")};
    const bool isPublished = made->unitSet != codeSet::other;
    const QString code = isPublished ? text.trimmed().toUpper() : text.trimmed();
    if (!fitsCodeSet(code, made->unitSet))
        return Error{tr("“%1” is no code of %2. Check it, or change what the layer is made of.")
                         .arg(code, codeSetLabel(made->unitSet))};
    const Plan& so = builder.plan();
    for (const AreaUnit& other : so.areaUnits) {
        if (other.id == unit || other.code != code)
            continue;
        const Area* area = so.areas.find(other.area);
        if (!area || area->layer != made->id)
            continue;
        if (other.area == m_area)
            return Error{tr("%1 is in %2 already.").arg(code, area->name)};
        return Error{tr("%1 is in %2 already: an area of “%3” has it. Take it out there first.")
                         .arg(code, area->name, made->name)};
    }
    builder.set(AreaUnit::type.id, unit, u"code", Value(code));
    return Done{};
}

QList<PlanRow> AreaUnitsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const AreaUnit& unit : plan().areaUnits)
        if (unit.area == m_area)
            rows.append({PlanRow::Kind::Entity, AreaUnit::type.id, unit.id, 0});
    if (!document().isReadOnly() && plan().areas.contains(m_area))
        rows.append({PlanRow::Kind::New, AreaUnit::type.id, Id()});
    return rows;
}

std::optional<PlanRow> AreaUnitsModel::addRow(StepBuilder& builder) const
{
    if (!plan().areas.contains(m_area))
        return std::nullopt;
    const PlanRow row{PlanRow::Kind::Entity, AreaUnit::type.id, document().author().ids()};
    builder.add(AreaUnit::type.id, row.id).set(AreaUnit::type.id, row.id, u"area", Value(m_area));
    return row;
}

QString AreaUnitsModel::nameOfUnit(const QString& code) const
{
    const Layer* made = layer();
    for (const NeedDataset& dataset : plan().needDatasets) {
        if (const auto lookup = document().shelf().lookups.value(dataset.hash); lookup && made)
            if (const Lookup::Column* column = lookup->column(made->unitSet))
                if (const QString name = column->names.value(code); !name.isEmpty())
                    return name;
        const FigureTable* table = document().shelf().figuresOf(dataset);
        if (!table || !made || table->codeSet() != made->unitSet)
            continue;
        if (const qsizetype row = table->row(code); row >= 0 && !table->names().at(row).isEmpty())
            return table->names().at(row);
    }
    return {};
}

std::optional<qint64> AreaUnitsModel::peopleOfUnit(const QString& code) const
{
    const Layer* made = layer();
    const NeedDataset* dataset = made ? plan().needDatasets.find(made->populationDataset) : nullptr;
    const FigureTable* table = dataset ? document().shelf().figuresOf(*dataset) : nullptr;
    const FigureColumn* column = table ? table->column(made->populationMeasure) : nullptr;
    const qsizetype row = column && table->codeSet() == made->unitSet ? table->row(code) : -1;
    return row < 0 ? std::nullopt : column->at(row);
}

QList<PlanColumn> AreaUnitsModel::makeColumns() const
{
    const auto codeOf = [this](const PlanRow& row) {
        const AreaUnit* unit = plan().areaUnits.find(row.id);
        return unit ? unit->code : QString();
    };
    PlanColumn code;
    code.title = tr("Code");
    code.fields.insert(AreaUnit::type.id, QLatin1StringView("code"));
    code.shown = [codeOf](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind == PlanRow::Kind::New)
            return std::nullopt;
        ShownCell cell;
        cell.text = codeOf(row);
        cell.computed = false;
        return cell;
    };
    code.typedInNewRow = [this](StepBuilder& builder, const PlanRow& row, const QString& text) {
        return take(builder, row.id, text);
    };
    PlanColumn name;
    name.title = tr("Name");
    name.stretch = true;
    name.shown = [this, codeOf](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        if (row.kind == PlanRow::Kind::Entity)
            cell.text = nameOfUnit(codeOf(row));
        return cell;
    };
    PlanColumn people;
    people.title = tr("People");
    people.figure = true;
    people.shown = [this, codeOf](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        if (row.kind != PlanRow::Kind::Entity)
            return cell;
        const std::optional<qint64> units = peopleOfUnit(codeOf(row));
        cell.text = units ? formatPeople(People::fromUnits(*units)) : tr("not known");
        if (units)
            cell.number = static_cast<double>(*units);
        return cell;
    };
    return {code, name, people};
}

QString AreaUnitsModel::pastedSentence(qsizetype newRows, qsizetype cells) const
{
    return newRows > 0 ? tr("Put %n code(s) into %1", nullptr, static_cast<int>(newRows))
                             .arg(nameOf(plan(), Area::type.id, m_area))
                       : PlanTableModel::pastedSentence(newRows, cells);
}

QVariant AreaUnitsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (row.kind != PlanRow::Kind::New || !column.typedInNewRow)
        return {};
    if (role == Qt::DisplayRole)
        return tr("Type or paste codes here");
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    return {};
}

} // namespace placewright
