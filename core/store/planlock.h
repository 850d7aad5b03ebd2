#pragma once

#include "core/money/result.h"

#include <QLockFile>

#include <memory>

namespace placewright {

// The lock file beside a plan that is open for writing ("camden.plan.lock"). The lock of a program that was stopped on
// this computer is taken over; one from another computer holds until it is removed. The Error says who has the plan.
Result<std::shared_ptr<QLockFile>> lockPlan(const QString& path);

} // namespace placewright
