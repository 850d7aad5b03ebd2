#pragma once

#include "core/model/field.h"

#include <optional>

namespace placewright {

// Which measure, or weighted mix of measures, the partners agreed to stand for need of one service. Until it is agreed it is a
// proposal: charts say "no agreed measure", and no money is weighed by it.
struct ServiceNeed
{
    Id id;
    QString service; // service::
    bool agreed = false;
    QString agreedBy; // who, when and in which minute
    QString note;

    static const EntityType type;
    friend bool operator==(const ServiceNeed&, const ServiceNeed&) = default;
};

// One measure of the mix. Weights are swing weights: they are scaled to add to one.
struct NeedComponent
{
    Id id;
    Id serviceNeed;
    Id dataset;      // none: the layer's own need
    QString measure; // a column of the dataset
    std::optional<Rate> weight;

    static const EntityType type;
    friend bool operator==(const NeedComponent&, const NeedComponent&) = default;
};

} // namespace placewright
