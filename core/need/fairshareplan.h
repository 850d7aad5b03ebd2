#pragma once

#include "core/model/field.h"

#include <optional>

namespace placewright {

// A way from what areas have to their fair share at a bearable pace: pace of change PoC-1 of core/need/paceofchange.h, year by
// year. All percentages are the place's own; no national pace of change is known.
struct FairSharePlan
{
    Id id;
    QString name;
    Id layer;
    QString service;             // service::; empty: all money
    Id baseline;                 // the plan's year that areas start from
    bool knownOnly = false;      // leave assumed money out: it has no gap by construction
    std::optional<Rate> growth;  // percent a year, of the whole amount; nothing: none
    std::optional<Rate> floor;   // least growth of an area, percent a year; nothing: 0
    std::optional<Rate> ceiling; // most growth of an area, percent a year; nothing: none
    QString note;

    static const EntityType type;
    friend bool operator==(const FairSharePlan&, const FairSharePlan&) = default;
};

// One year of the way, in order. What is empty is as the plan says.
struct FairShareYear
{
    Id id;
    Id fairSharePlan;
    QString year; // "2027-28", after the baseline; it need not be a year of the plan
    std::optional<Rate>
        limit; // percent below the fair share that nobody is further from at its end; nothing: a straight line to 0
    std::optional<Rate> growth;
    std::optional<Rate> floor;
    std::optional<Rate> ceiling;

    static const EntityType type;
    friend bool operator==(const FairShareYear&, const FairShareYear&) = default;
};

} // namespace placewright
