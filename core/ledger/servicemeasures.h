#pragma once

#include "core/ledger/areaneed.h"

namespace placewright {

// The need mix of each service over a layer: each measure's shares, weighted by swing weights scaled to one, times the layer's
// people, settled half to even to 1e-9 once. `need` has the areas' own figures.
QList<ServiceMeasure> serviceMeasures(const Plan& plan, const LayerFigures& figures, const LayerNeed& need);

// The same with other swing weights, one a component of the service in plan order: what moving one weight does.
ServiceMeasure serviceMeasure(const Plan& plan, const LayerFigures& figures, const LayerNeed& need,
                              const ServiceNeed& service, const QList<Ratio>& weights);

// A measure of a dataset in words: "Score, English Indices of Deprivation 2025".
QString measureWords(const Plan& plan, const LayerFigures& figures, const Id& dataset,
                     const QString& measure);

} // namespace placewright
