#pragma once

#include "core/plan/apply.h"

namespace placewright {

// One Change applied in place, without looking at what refers to what: the inner part of `apply` and of StepBuilder.
// A conflict leaves the plan as it was.
std::optional<Conflict> applyChange(Plan& plan, const Change& change);

} // namespace placewright
