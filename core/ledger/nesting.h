#pragma once

#include "core/need/needtables.h"
#include "core/plan/plan.h"

namespace placewright {

// How the areas of one layer lie in those of another: exactly, or where not.
struct Nesting
{
    enum class Kind { Exact, Crossing, Unknown }; // Unknown: their units have no codes in common

    Kind kind = Kind::Unknown;
    QHash<qsizetype, qsizetype> parentOf; // positions in Plan::areas; whole only when exact
    QList<qsizetype>
        crossing; // areas of the finer layer with units in several coarser areas, or outside them all
    bool nests() const { return kind == Kind::Exact; }
};

// Exact: every unit of every area of `child` lies in one area of `parent`, the same for all units of the area. Units of different
// code sets are compared through the plan's lookups, and only where a child's unit lies whole in one of the parent's.
Nesting nestingOf(const Plan& plan, const Layer& child, const Layer& parent, const NeedTables& tables);

// A layer against the lookups of the plan: units of the districts it touches that none of its areas has.
struct Coverage
{
    QStringList shared;    // units that two areas claim
    QStringList uncovered; // units of the same districts that no area has
    bool isPartition() const { return shared.isEmpty() && uncovered.isEmpty(); }
};
Coverage coverageOf(const Plan& plan, const Layer& layer, const NeedTables& tables);

} // namespace placewright
