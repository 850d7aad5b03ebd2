#include "ui/models/groupsmodel.h"

#include "core/evaluate/needresults.h"
#include "core/words/needwords.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

ShownCell dash()
{
    ShownCell cell;
    cell.text = QChar(0x2013);
    cell.emphasis = Emphasis::Secondary;
    return cell;
}

} // namespace

GroupsModel::GroupsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void GroupsModel::setLayer(const Id& layer)
{
    m_layer = layer;
    rebuild();
}

void GroupsModel::setShown(Shown shown)
{
    m_shown = shown;
    rebuild();
}

bool GroupsModel::leavesOut() const
{
    return plan().place().smallNumberRule == smallNumbers::leaveOut;
}

const GroupPeople* GroupsModel::groupOf(const PlanRow& row) const
{
    const LayerNeed* need = layerNeedOf(document().evaluation(), m_layer);
    if (!need)
        return nullptr;
    const auto found = std::find_if(need->groups.begin(), need->groups.end(),
                                    [&](const GroupPeople& group) { return group.group == row.id; });
    return found == need->groups.end() ? nullptr : &*found;
}

GroupsModel::Cell GroupsModel::cellOf(const PlanRow& row, const Id& area) const
{
    Cell cell;
    const LayerNeed* need = layerNeedOf(document().evaluation(), m_layer);
    const GroupPeople* group = groupOf(row);
    const PopulationGroup* entity = plan().populationGroups.find(row.id);
    if (!need || !group || !entity)
        return cell;
    const qsizetype position = plan().areas.positionOf(area);
    for (qsizetype slot = 0; slot < need->areas.size(); ++slot) {
        const AreaNeed& one = need->areas.at(slot);
        if (one.area != position)
            continue;
        cell.people = group->people.at(slot);
        if (cell.people && one.population && !one.population->isZero())
            cell.share = Ratio(cell.people->units(), one.population->units());
    }
    const Key key{{}, area};
    cell.typed = entity->people.contains(key) || entity->share.contains(key);
    if (!cell.share && entity->share.contains(key))
        cell.share = entity->share.value(key).exact() / Ratio(100);
    cell.small = cell.people && isSmallNumber(plan(), *cell.people);
    return cell;
}

QString GroupsModel::words(const Cell& cell, Shown shown) const
{
    if (cell.small && leavesOut())
        return shown == Shown::People ? tr("fewer than %1").arg(*plan().place().smallNumber)
                                      : QString(QChar(0x2013));
    if (shown == Shown::People)
        return cell.people ? formatPeople(*cell.people) : tr("not known");
    return cell.share ? formatPercent(*cell.share) : tr("not known");
}

QVariant GroupsModel::areaData(const PlanRow& row, const Id& area, int role) const
{
    const Cell cell = cellOf(row, area);
    const bool hidden = cell.small && leavesOut();
    switch (role) {
    case Qt::DisplayRole:
        return words(cell, m_shown);
    case SecondaryTextRole:
        if (hidden || !cell.people || !cell.share)
            return {};
        return words(cell, m_shown == Shown::People ? Shown::Share : Shown::People);
    case NumberRole:
        if (hidden)
            return {};
        if (m_shown == Shown::Share)
            return cell.share ? QVariant(cell.share->toDoubleForCharts()) : QVariant();
        return cell.people ? QVariant(static_cast<double>(cell.people->units())) : QVariant();
    case EmphasisRole:
        return static_cast<int>(cell.small || !cell.people ? Emphasis::Secondary : Emphasis::None);
    case Qt::ToolTipRole:
        if (cell.small)
            return tr("A small number: below the threshold of %1 people.").arg(*plan().place().smallNumber);
        if (cell.typed)
            return tr("Typed.");
        if (const GroupPeople* group = groupOf(row); group && group->problem)
            return problemWords(plan(), group->problem);
        return {};
    default:
        return {};
    }
}

QVariant GroupsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (!column.key.area.isNull())
        return areaData(row, column.key.area, role);
    const QLatin1StringView field = column.fields.value(PopulationGroup::type.id);
    if (role == Qt::DisplayRole && field == QLatin1StringView("needWeight")) {
        const PopulationGroup* group = plan().populationGroups.find(row.id);
        if (group && group->kind == groupKind::deprivationFifth && !group->needWeight)
            return u"1"_s;
    }
    return {};
}

bool GroupsModel::hidesInRow(const PlanRow& row) const
{
    if (!leavesOut())
        return false;
    return std::any_of(plan().areas.begin(), plan().areas.end(),
                       [&](const Area& area) { return area.layer == m_layer && cellOf(row, area.id).small; });
}

int GroupsModel::leftOut() const
{
    int cells = 0;
    for (int i = 0; leavesOut() && i < rowCount(); ++i)
        for (const Area& area : plan().areas)
            if (area.layer == m_layer && cellOf(row(i), area.id).small)
                ++cells;
    return cells;
}

// A total beside the other areas would give a number that was left out away.
std::optional<ShownCell> GroupsModel::totalOf(const PlanRow& row) const
{
    const LayerNeed* need = layerNeedOf(document().evaluation(), m_layer);
    const GroupPeople* group = groupOf(row);
    if (!need || !group)
        return dash();
    if (hidesInRow(row)) {
        ShownCell cell = dash();
        cell.text = tr("not shown");
        cell.tooltip = tr("It would give away the number of the area that was left out.");
        return cell;
    }
    People sum;
    for (const std::optional<People>& people : group->people) {
        if (!people) {
            ShownCell cell = dash();
            cell.text = tr("not known");
            return cell;
        }
        sum += *people;
    }
    ShownCell cell;
    cell.text = formatPeople(sum);
    cell.number = static_cast<double>(sum.units());
    if (!need->population.isZero() && need->complete)
        cell.secondary = formatPercent(Ratio(sum.units(), need->population.units()));
    return cell;
}

QList<PlanRow> GroupsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const PopulationGroup& group : plan().populationGroups)
        rows.append({PlanRow::Kind::Entity, PopulationGroup::type.id, group.id, 0});
    return rows;
}

QList<PlanColumn> GroupsModel::makeColumns() const
{
    const auto typed = [](const QString& title, const char* field) {
        PlanColumn made;
        made.title = title;
        made.fields.insert(PopulationGroup::type.id, QLatin1StringView(field));
        return made;
    };
    PlanColumn name = typed(tr("Group"), "name");
    name.stretch = true;
    PlanColumn from;
    from.title = tr("From");
    from.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        const PopulationGroup* group = plan().populationGroups.find(row.id);
        ShownCell cell;
        const NeedDataset* dataset = group ? plan().needDatasets.find(group->dataset) : nullptr;
        cell.text = dataset ? dataset->name : tr("typed");
        if (dataset)
            cell.tooltip = group->measure;
        if (const GroupPeople* people = groupOf(row); people && people->problem) {
            cell.emphasis = Emphasis::Missed;
            cell.tooltip = problemWords(plan(), people->problem);
        }
        return cell;
    };
    PlanColumn need = typed(tr("Need of one person"), "needWeight");
    need.figure = true;
    need.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        const PopulationGroup* group = plan().populationGroups.find(row.id);
        if (group && group->kind == groupKind::deprivationFifth)
            return std::nullopt;
        return dash();
    };
    QList<PlanColumn> columns{name, from, need};
    for (const Area& area : plan().areas) {
        if (area.layer != m_layer)
            continue;
        PlanColumn column =
            typed(m_shown == Shown::People ? area.name : tr("%1 %", "an area; its percent").arg(area.name),
                  m_shown == Shown::People ? "people" : "share");
        column.key = Key{{}, area.id};
        column.figure = true;
        columns.append(column);
    }
    PlanColumn total;
    total.title = tr("All areas");
    total.figure = true;
    total.shown = [this](const PlanRow& row) { return totalOf(row); };
    columns.append(total);
    return columns;
}

} // namespace placewright
