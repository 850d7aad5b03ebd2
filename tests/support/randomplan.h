#pragma once

#include "core/plan/edit.h"
#include "core/plan/plantree.h"
#include "tests/support/seeded.h"

namespace placewright {

// Plans and Steps for property tests, made from the field descriptions alone, so that a new field is tested without a
// word here. What the record of a committee says in them need not make sense. Everything else is allowed: references lead somewhere, required cells hold something, choices come from
// their lists, scenarios form a tree.

// A value the field may hold, never nothing; nothing only where there is nothing to refer to.
Value randomValue(const Plan& plan, const Field& field, Seeded& seeded);

// One place, two years, and up to `most` entities of every other type.
Plan randomPlan(Seeded& seeded, int most = 6);

// A Step that applies to the plan: cells set and emptied, entities added in any position and removed with what they own.
// `canRemove` off: nothing is removed.
Step randomStep(const Plan& plan, Seeded& seeded, bool canRemove = true);

// What goes on the record of the base: versions, outcomes, answers.
Step randomRecord(const Plan& plan, Seeded& seeded);

// A Step for a scenario: scenarios themselves, and what the base alone holds, are changed in the base only.
Step randomScenarioStep(const Plan& plan, Seeded& seeded, bool canRemove = false);

// A base with scenarios that hold Steps, people, and every text that the plans refer to.
PlanTree randomTree(Seeded& seeded, int most = 6);

// The same entities, each table in another order. The order of years is kept: it is that of time.
Plan shuffled(const Plan& plan, Seeded& seeded);

// The texts whose hashes random plans name.
QMap<QString, QByteArray> randomTexts();

} // namespace placewright
