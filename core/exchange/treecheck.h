#pragma once

#include "core/plan/plantree.h"

namespace placewright {

// Refuses a tree with a branch whose figures cannot be computed (they grow beyond what money and people may be), so that no
// such plan is written. A branch that was beyond computing in `before` already is let pass: it may be mended in parts.
Outcome checkEvaluates(const PlanTree& tree, const PlanTree& before = {});

// Refuses a plan from elsewhere whose committee is unsound, as committeeRefusal() would if all of it were entered at once: a quorum
// above the membership, a limit without a minute, a vote by a non-member, a signature by the wrong role. A vote of a member who was
// sent out or left only after it was cast is let pass, since it stands on the record and never counts.
Outcome checkCommittees(const Plan& base);

} // namespace placewright
