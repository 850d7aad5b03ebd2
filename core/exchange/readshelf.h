#pragma once

#include "core/evaluate/shelf.h"
#include "core/plan/plantree.h"

namespace placewright {

// Reads the texts that the tree's base and scenarios may refer to. An unreadable or missing text is an Error naming it;
// what stands on `before` already is kept.
Result<Shelf> readShelf(const PlanTree& tree, const Shelf& before = {});

} // namespace placewright
