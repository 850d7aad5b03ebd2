#include "core/ledger/servicemeasures.h"

#include "core/place/service.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ServiceMeasure)
};

// A component's weights, or the layer's own need where it names no dataset.
AreaWeights weightsOf(const LayerFigures& figures, const LayerNeed& need, const NeedComponent& component)
{
    if (!component.dataset.isNull())
        return figures.weights(component.dataset, component.measure);
    AreaWeights own;
    if (!need.complete) {
        own.problem.fault = AreaFigures::Fault::Incomplete;
        return own;
    }
    for (const AreaNeed& area : need.areas)
        own.weights.append(*area.weighted);
    return own;
}

QString mixName(const Plan& plan, const LayerFigures& figures, const LayerNeed& need,
                const QList<const NeedComponent*>& components, const QList<Ratio>& weights,
                const Ratio& whole)
{
    QStringList names;
    for (qsizetype i = 0; i < components.size(); ++i) {
        const NeedComponent& component = *components[i];
        const QString name = component.dataset.isNull()
                                 ? need.measureName
                                 : measureWords(plan, figures, component.dataset, component.measure);
        names.append(components.size() == 1 ? name : name + u' ' + formatPercent(weights[i] / whole, 0));
    }
    return names.join(u", "_s);
}

QList<const NeedComponent*> componentsOf(const Plan& plan, const Id& service)
{
    QList<const NeedComponent*> components;
    for (const NeedComponent& component : plan.needComponents)
        if (component.serviceNeed == service)
            components.append(&component);
    return components;
}

} // namespace

QString measureWords(const Plan& plan, const LayerFigures& figures, const Id& dataset, const QString& measure)
{
    const NeedDataset* held = plan.needDatasets.find(dataset);
    const FigureColumn* column = figures.column(dataset, measure);
    if (!held || !column)
        return measure.isEmpty() ? Words::tr("measure not chosen") : measure;
    return Words::tr("%1 (%2)", "a measure, its dataset").arg(column->name, held->name);
}

ServiceMeasure serviceMeasure(const Plan& plan, const LayerFigures& figures, const LayerNeed& need,
                              const ServiceNeed& service, const QList<Ratio>& weights)
{
    ServiceMeasure made;
    made.service = service.service;
    const QList<const NeedComponent*> components = componentsOf(plan, service.id);
    Ratio whole;
    for (const Ratio& weight : weights)
        whole = whole + weight;
    const bool weighed =
        !components.isEmpty() && components.size() == weights.size() && whole > Ratio(0) &&
        std::none_of(weights.begin(), weights.end(), [](const Ratio& w) { return w.isNegative(); });
    if (!weighed) {
        made.state =
            components.isEmpty() ? ServiceMeasure::State::NoMeasure : ServiceMeasure::State::Unusable;
        made.problem.fault = components.isEmpty() ? AreaFigures::Fault::None : AreaFigures::Fault::NoMeasure;
        return made;
    }
    made.state = service.agreed ? ServiceMeasure::State::Agreed : ServiceMeasure::State::Proposed;
    made.measureName = mixName(plan, figures, need, components, weights, whole);

    QList<Ratio> mix(figures.areas().size());
    for (qsizetype i = 0; i < components.size(); ++i) {
        if (weights[i].isZero())
            continue;
        const AreaWeights own = weightsOf(figures, need, *components[i]);
        People sum;
        for (const People& weight : own.weights)
            sum += weight;
        made.estimated = made.estimated || own.estimated;
        if (own.problem || sum.isZero()) {
            made.state = ServiceMeasure::State::Unusable;
            made.problem = own.problem;
            if (!made.problem)
                made.problem = {
                    AreaFigures::Fault::Incomplete, components[i]->dataset, components[i]->measure, {}};
            return made;
        }
        for (qsizetype slot = 0; slot < mix.size(); ++slot)
            mix[slot] = mix[slot] + weights[i] / whole * Ratio(own.weights[slot].units(), sum.units());
    }
    const People people = need.population.isZero() ? People::fromWhole(1'000'000) : need.population;
    for (const Ratio& share : mix)
        made.weights.append(People::fromUnits((share * people.exact()).unitsAt(9, Rounding::HalfToEven)));
    return made;
}

QList<ServiceMeasure> serviceMeasures(const Plan& plan, const LayerFigures& figures, const LayerNeed& need)
{
    QList<ServiceMeasure> made;
    for (const Choice& choice : serviceChoices) {
        ServiceMeasure measure;
        measure.service = choice.value;
        for (const ServiceNeed& service : plan.serviceNeeds) {
            if (service.service != choice.value)
                continue;
            QList<Ratio> weights;
            for (const NeedComponent* component : componentsOf(plan, service.id))
                weights.append(component->weight ? component->weight->exact() : Ratio(1));
            measure = serviceMeasure(plan, figures, need, service, weights);
            break;
        }
        made.append(measure);
    }
    return made;
}

} // namespace placewright
