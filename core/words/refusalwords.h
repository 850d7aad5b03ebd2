#pragma once

#include "core/rules/moves.h"
#include "core/rules/routes.h"

namespace placewright {

// What may not be, as the cell, the drag or the move says it: one sentence, translated.

// "The NHS minimum contribution must go into a pooled fund under section 75."
QString routeSentence(const RouteProblem& problem, const Plan& plan, const Rulebook* rulebook,
                      const Contribution& contribution);

// "“Home care packages” would fall below its floor of £10,500,000.00."
QString moveSentence(const MoveRefusal& refusal, const Plan& plan, const Rulebook* rulebook);

} // namespace placewright
