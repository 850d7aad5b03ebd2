#pragma once

#include "core/plan/plantree.h"

namespace placewright {

// The base as a frozen version keeps it: plan JSON without the scenarios' Steps, without the names of people, which can be erased,
// and without the texts that it refers to. The plan file keeps those under the same hashes, for good.
QByteArray planToKeep(const PlanTree& tree);

// The base back from it. One sentence when it is not such a text, or altered.
Result<Plan> planKept(const QByteArray& bytes);
// The same for a version of the plan; names of people as the tree knows them now.
Result<Plan> planOfVersion(const PlanTree& tree, const FrozenVersion& version);

} // namespace placewright
