#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

#include <optional>

namespace placewright {

// The part of committeeRefusal() that keeps who it was: a signatory that has signed, a seat that has attended or voted, a limit under
// which money was decided.
std::optional<QString> signedRefusal(const Plan& before, const Plan& after, const Step& step);

} // namespace placewright
