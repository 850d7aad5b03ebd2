#include "ui/models/needcomponentsmodel.h"

#include "core/evaluate/needresults.h"
#include "ui/models/serviceneedsmodel.h"

namespace placewright {

QString componentWords(const PlanDocument& document, const NeedComponent& component, const Id& layer)
{
    if (component.dataset.isNull()) {
        const LayerNeed* need = layerNeedOf(document.evaluation(), layer);
        return need ? need->measureName : NeedComponentsModel::tr("The layer's own need");
    }
    const NeedDataset* dataset = document.plan().needDatasets.find(component.dataset);
    const FigureTable* table = dataset ? document.shelf().figuresOf(*dataset) : nullptr;
    const FigureColumn* column = table ? table->column(component.measure) : nullptr;
    return column
               ? NeedComponentsModel::tr("%1 (%2)", "a measure, its dataset").arg(column->name, dataset->name)
               : component.measure;
}

Ratio weightOf(const NeedComponent& component)
{
    return component.weight ? component.weight->exact() : Ratio(1);
}

NeedComponentsModel::NeedComponentsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void NeedComponentsModel::setService(const QString& service, const Id& layer)
{
    m_service = service;
    m_layer = layer;
    rebuild();
}

QList<Id> NeedComponentsModel::components() const
{
    QList<Id> ids;
    if (const ServiceNeed* need = serviceNeedOf(plan(), m_service))
        for (const NeedComponent& component : plan().needComponents)
            if (component.serviceNeed == need->id)
                ids.append(component.id);
    return ids;
}

QList<PlanRow> NeedComponentsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Id& id : components())
        rows.append({PlanRow::Kind::Entity, NeedComponent::type.id, id, 0});
    return rows;
}

QList<PlanColumn> NeedComponentsModel::makeColumns() const
{
    PlanColumn measure;
    measure.title = tr("Measure");
    measure.stretch = true;
    measure.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        cell.text = componentWords(document(), *plan().needComponents.find(row.id), m_layer);
        cell.tooltip = cell.text;
        cell.computed = false;
        return cell;
    };
    PlanColumn weight;
    weight.title = tr("Weight");
    weight.figure = true;
    weight.fields.insert(NeedComponent::type.id, QLatin1StringView("weight"));
    PlanColumn share;
    share.title = tr("Of the mix");
    share.figure = true;
    share.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        Ratio whole;
        for (const Id& id : components())
            whole = whole + weightOf(*plan().needComponents.find(id));
        ShownCell cell;
        if (!(whole > Ratio(0))) {
            cell.text = QChar(0x2013);
            return cell;
        }
        const Ratio part = weightOf(*plan().needComponents.find(row.id)) / whole;
        cell.text = formatPercent(part);
        cell.number = part.toDoubleForCharts();
        return cell;
    };
    return {measure, weight, share};
}

} // namespace placewright
