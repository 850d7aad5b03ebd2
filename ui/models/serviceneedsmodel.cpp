#include "ui/models/serviceneedsmodel.h"

#include "core/place/service.h"
#include "core/words/needwords.h"

#include <algorithm>

namespace placewright {

namespace {

QString serviceOf(const Plan& plan, const PlanRow& row)
{
    const ServiceNeed* need = plan.serviceNeeds.find(row.id);
    return need ? need->service : row.id.text();
}

Emphasis emphasisOf(const ServiceMeasure* measure)
{
    if (!measure || measure->state == ServiceMeasure::State::NoMeasure)
        return Emphasis::Secondary;
    if (measure->state == ServiceMeasure::State::Unusable)
        return Emphasis::Missed;
    return measure->state == ServiceMeasure::State::Agreed ? Emphasis::Met : Emphasis::None;
}

// The state alone: the measure has a column of its own.
QString stateWords(const ServiceMeasure* measure)
{
    if (measure && measure->state == ServiceMeasure::State::Agreed)
        return ServiceNeedsModel::tr("agreed");
    if (measure && measure->state == ServiceMeasure::State::Proposed)
        return ServiceNeedsModel::tr("proposed, not agreed");
    if (measure && measure->state == ServiceMeasure::State::Unusable)
        return ServiceNeedsModel::tr("cannot be worked out");
    return ServiceNeedsModel::tr("no agreed measure");
}

} // namespace

const ServiceNeed* serviceNeedOf(const Plan& plan, QStringView service)
{
    const auto found = std::find_if(plan.serviceNeeds.begin(), plan.serviceNeeds.end(),
                                    [service](const ServiceNeed& one) { return one.service == service; });
    return found == plan.serviceNeeds.end() ? nullptr : &*found;
}

ServiceNeedsModel::ServiceNeedsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void ServiceNeedsModel::setLayer(const Id& layer)
{
    m_layer = layer;
    rebuild();
}

int ServiceNeedsModel::rowOfService(const QString& service) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (serviceAt(i) == service)
            return i;
    return -1;
}

QString ServiceNeedsModel::serviceAt(int position) const
{
    return serviceOf(plan(), row(position));
}

QList<PlanRow> ServiceNeedsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Choice& choice : serviceChoices) {
        const ServiceNeed* need = serviceNeedOf(plan(), QString(choice.value));
        rows.append(
            {PlanRow::Kind::Entity, ServiceNeed::type.id, need ? need->id : Id(QString(choice.value)), 0});
    }
    return rows;
}

const ServiceMeasure* ServiceNeedsModel::measureOf(const PlanRow& row) const
{
    const LayerNeed* need = layerNeedOf(document().evaluation(), m_layer);
    return need ? need->measureOf(serviceOf(plan(), row)) : nullptr;
}

QList<PlanColumn> ServiceNeedsModel::makeColumns() const
{
    const auto worked = [](const QString& title,
                           std::function<std::optional<ShownCell>(const PlanRow&)> shown) {
        PlanColumn made;
        made.title = title;
        made.shown = std::move(shown);
        return made;
    };
    // Cells of a service that has an entity; the others show a dash.
    const auto typed = [this](const QString& title, QLatin1StringView field) {
        PlanColumn made;
        made.title = title;
        made.fields.insert(ServiceNeed::type.id, field);
        made.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
            if (plan().serviceNeeds.contains(row.id))
                return std::nullopt;
            ShownCell cell;
            cell.text = QChar(0x2013);
            cell.emphasis = Emphasis::Secondary;
            return cell;
        };
        return made;
    };
    PlanColumn measure = worked(tr("Measure of need"), [this](const PlanRow& row) {
        ShownCell cell;
        const ServiceMeasure* found = measureOf(row);
        const bool none = !found || found->state == ServiceMeasure::State::NoMeasure;
        cell.text = none ? QString(QChar(0x2013)) : found->measureName;
        if (found && found->problem)
            cell.tooltip = problemWords(plan(), found->problem);
        else if (found && found->estimated)
            cell.tooltip = tr("Some codes were split by a boundary change: its shares are estimates.");
        return std::optional(cell);
    });
    measure.stretch = true;
    return {worked(tr("Service"),
                   [this](const PlanRow& row) {
                       ShownCell cell;
                       cell.text = serviceLabel(serviceOf(plan(), row));
                       cell.computed = false;
                       return std::optional(cell);
                   }),
            worked(tr("State"),
                   [this](const PlanRow& row) {
                       ShownCell cell;
                       const ServiceMeasure* found = measureOf(row);
                       cell.text = stateWords(found);
                       cell.emphasis = emphasisOf(found);
                       if (found && found->problem)
                           cell.tooltip = problemWords(plan(), found->problem);
                       return std::optional(cell);
                   }),
            measure, typed(tr("Agreed by"), QLatin1StringView("agreedBy")),
            typed(tr("Note"), QLatin1StringView("note"))};
}

} // namespace placewright
