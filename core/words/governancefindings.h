#pragma once

#include "core/plan/plan.h"
#include "core/rules/finding.h"

namespace placewright {

// Findings on sign-off and on the committee's record as sentences, by the name of their check: parts of
// core/words/findingwords.h. All are empty for other checks.

bool isGovernance(const QString& function);

// Met or missed: "Signed by 2 of 5. Still to sign: Calderbourne Council, section 151 officer; Ashmoor ICB, chief executive."
QString governanceSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook,
                           const QString& function);
// Why it does not apply, where the rulebook does not say.
QString whyNoGovernance(const QString& function);
// What is absent, one name each.
QStringList governanceAbsent(const Finding& finding, const Plan& plan, const QString& function);
// What follows the title in the strip: ", due 31 March".
QString governanceDay(const Rulebook& rulebook, const QString& function);
// "3 of 5 to collect", "1 of 5 late", "Expected 19 March 2026", of what is met or missed.
QString governanceMargin(const Finding& finding, const QString& function);
// What to do: "Collect 3 of 5 signatures, due 31 March".
QString governanceToDo(const Finding& finding, const Rulebook& rulebook, const QString& function);

} // namespace placewright
