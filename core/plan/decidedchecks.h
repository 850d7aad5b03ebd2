#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

#include <optional>

namespace placewright {

// The part of committeeRefusal() that keeps what was decided as it was: a resolution that is closed or has votes, who attended, the
// interests that stood before the item, and minutes that are approved.
std::optional<QString> decidedRefusal(const Plan& before, const Plan& after, const Step& step);

// Why a resolution that has its outcome, and is not reopened by the Step either, cannot change.
std::optional<QString> closedRefusal(const Plan& before, const Plan& after, const Id& resolution);

// Whether votes of the present round of a resolution stand.
bool hasVotes(const Plan& plan, const Id& resolution);

// "Item 5", or the subject of an item without a number.
QString itemInWords(const AgendaItem& item);
// The agenda item of a resolution; null: none.
const AgendaItem* itemOfResolution(const Plan& plan, const Id& resolution);

} // namespace placewright
