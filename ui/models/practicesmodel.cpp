#include "ui/models/practicesmodel.h"

namespace placewright {

PracticesModel::PracticesModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void PracticesModel::setArea(const Id& area)
{
    m_area = area;
    rebuild();
}

QList<PlanRow> PracticesModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const PracticeMembership& practice : plan().practices)
        if (practice.area == m_area)
            rows.append({PlanRow::Kind::Entity, PracticeMembership::type.id, practice.id, 0});
    return rows;
}

const Practice* PracticesModel::practiceOf(const PlanRow& row) const
{
    const PracticeMembership* membership = plan().practices.find(row.id);
    const Area* area = membership ? plan().areas.find(membership->area) : nullptr;
    const Layer* layer = area ? plan().layers.find(area->layer) : nullptr;
    const NeedDataset* dataset = layer ? plan().needDatasets.find(layer->needDataset) : nullptr;
    const PracticeTable* table = dataset ? document().shelf().tableOf(*dataset) : nullptr;
    return table ? table->find(membership->practice) : nullptr;
}

QList<PlanColumn> PracticesModel::makeColumns() const
{
    PlanColumn code;
    code.title = tr("Practice");
    code.fields.insert(PracticeMembership::type.id, QLatin1StringView("practice"));
    PlanColumn name;
    name.title = tr("Name");
    name.stretch = true;
    name.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        const Practice* practice = practiceOf(row);
        cell.text = practice ? practice->name : tr("not in the dataset");
        cell.emphasis = practice ? Emphasis::None : Emphasis::Missed;
        return cell;
    };
    PlanColumn people;
    people.title = tr("People");
    people.figure = true;
    people.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        const Practice* practice = practiceOf(row);
        cell.text = practice ? formatPeople(practice->population) : tr("not known");
        if (practice)
            cell.number = practice->population.units();
        return cell;
    };
    PlanColumn share;
    share.title = tr("Share %");
    share.fields.insert(PracticeMembership::type.id, QLatin1StringView("share"));
    share.figure = true;
    return {code, name, people, share};
}

} // namespace placewright
