#pragma once

#include "core/evaluate/contractreview.h"
#include "core/plan/plan.h"
#include "ui/models/shownmodel.h"

namespace placewright {

// The stop/go list of a contract as rows of tables.

Icon markOf(ReviewItem::State state);
QString stateName(ReviewItem::State state); // "Stop", for what a mark says
// One row: mark and sentence, and if wanted the second sentence beside it.
ShownTableRow reviewRow(const Plan& plan, const ContractReview& review, const ReviewItem& item,
                        bool detailed);
// What the short list has: at most four items that say whether it is safe, stops and cautions before the rest.
QList<const ReviewItem*> shortReview(const ContractReview& review);

} // namespace placewright
