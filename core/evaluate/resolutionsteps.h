#pragma once

#include "core/evaluate/committeereview.h"

namespace placewright {

// One Step of a resolution, read.
struct HeldStep
{
    Id step; // ResolutionStep
    Step held;
};

// In order. One sentence when one cannot be read, or changes what is not for a resolution to change: the committee's own terms and
// record, and scenarios.
Result<QList<HeldStep>> heldStepsOf(const Plan& base, const Id& resolution);

// The plan after those that fit, and those that do not.
struct TriedSteps
{
    Plan plan;
    QList<StaleResolutionStep> stale;
};

TriedSteps tryOn(const Plan& base, const QList<HeldStep>& steps);

} // namespace placewright
