#pragma once

#include "core/evaluate/evaluation.h"
#include "core/evaluate/shelf.h"

namespace placewright {

// What a person must know of a layer before its figures are used: what its areas are made of, how they lie in other layers, and
// where they do not. One sentence each.
struct LayerNotices
{
    QStringList facts;
    QStringList warnings;
};

// What follows from the areas and the lookups alone: slow for a layer of all England's LSOAs, and the same after an edit of money.
LayerNotices borderNotices(const Plan& plan, const Shelf& shelf, const Id& layer);
// What follows from the datasets chosen: unlike counts of people, measures that cannot be used, codes that were split.
LayerNotices figureNotices(const Plan& plan, const LayerNeed& need);

} // namespace placewright
