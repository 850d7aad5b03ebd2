#pragma once

#include "core/model/step.h"
#include "core/plan/names.h"

namespace placewright {

// A Change in words, for the audit trail: "Line “Respite”: 2026-27 £ from 580,000.00 to 600,000.00". Names come from the
// plan as it stands, else from the Change itself.
QString describe(const Change& change, const Plan& plan);

} // namespace placewright
