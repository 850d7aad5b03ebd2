#pragma once

#include "core/plan/plantree.h"

namespace placewright {

// Refuses a tree with a branch whose figures cannot be computed (they grow beyond what money and people may be), so that no
// such plan is written. A branch that was beyond computing in `before` already is let pass: it may be mended in parts.
Outcome checkEvaluates(const PlanTree& tree, const PlanTree& before = {});

} // namespace placewright
