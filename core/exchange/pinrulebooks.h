#pragma once

#include "core/plan/plantree.h"

namespace placewright {

// A year of a hand-written plan may name its rulebook only by id. This keeps the text of that built-in rulebook in the
// tree and pins the year to its hash. An id that is not built in is refused, and the tree left as it was.
// `builtIn`: text by rulebook id.
Outcome pinRulebooks(PlanTree& tree, const QMap<QString, QByteArray>& builtIn);

} // namespace placewright
