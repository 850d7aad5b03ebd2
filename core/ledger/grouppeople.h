#pragma once

#include "core/ledger/areaneed.h"

namespace placewright {

// People of each population group in each area. Percentages of fifths are turned into whole people by largest remainder, so that
// the five add to the area's people; other percentages are rounded half away from zero to a whole person.
QList<GroupPeople> groupPeople(const Plan& plan, const LayerFigures& figures, const LayerNeed& need);

// Groups that are deprivation fifths, by fifth (1 to 5): positions in Plan::populationGroups, the first of each; empty unless the
// plan has all five.
QList<qsizetype> deprivationFifths(const Plan& plan);

} // namespace placewright
