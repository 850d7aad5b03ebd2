#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

#include <optional>

namespace placewright {

// Why a Step on the base would leave a committee unsound, in one sentence: a quorum above the membership, a limit without a minute, a
// vote by somebody who has none, a signature by the wrong role; or would rewrite what was signed, voted on, decided or minuted. Looks
// only at what the Step touches; a quorum that was as far above the membership before is let pass. `before` and `after` are the base
// around the Step.
std::optional<QString> committeeRefusal(const Plan& before, const Plan& after, const Step& step);

} // namespace placewright
