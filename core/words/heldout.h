#pragma once

#include "core/plan/plantree.h"

namespace placewright {

// The Steps of a scenario that are held out because the plan below it has changed, one sentence each: what the Step was and
// the first thing that no longer fits.
QStringList heldOut(const PlanTree& tree, const QList<StaleStep>& stale, const Plan& plan);

} // namespace placewright
