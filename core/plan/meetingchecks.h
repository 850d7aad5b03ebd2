#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

#include <optional>

namespace placewright {

// The part of committeeRefusal() that is about meetings: who attends, the chair's actions, votes, and what has been decided
// (core/plan/decidedchecks.h).
std::optional<QString> meetingRefusal(const Plan& before, const Plan& after, const Step& step);

} // namespace placewright
