#pragma once

#include "core/committee/resolution.h"
#include "core/model/change.h"

namespace placewright {

// The Changes that one Step of a resolution holds, as its text: a list as canonical JSON.
QString heldChanges(const QList<Change>& changes);
// One sentence when the text is not such a list.
Result<QList<Change>> changesHeld(const ResolutionStep& step, const Schema& schema);

} // namespace placewright
