#pragma once

#include "core/model/field.h"

namespace placewright {

// A named set of Steps on a parent branch; the Steps stand in PlanTree. Unique names; a tree, never a loop.
struct Scenario
{
    Id id;
    QString name;
    Id parent; // another scenario; none: the base
    QString note;

    static const EntityType type;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

} // namespace placewright
