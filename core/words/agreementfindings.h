#pragma once

#include "core/plan/plan.h"
#include "core/rules/finding.h"

namespace placewright {

// Findings on districts' grants, section 75 agreements, risk shares and VAT as sentences, by the name of their check. Parts
// of core/words/findingwords.h. All are empty for other checks.

// Met or missed.
QString agreementSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook,
                          const QString& function);
// Why it does not apply, where the rulebook does not say.
QString whyNotApplicable(const QString& function);
// What is absent, one name each; what only a general sentence can name is left out.
QStringList agreementAbsent(const Finding& finding, const Plan& plan, const QString& function);
// Whether agreementAbsent names this cell.
bool isNamedThere(const CellRef& cell, const QString& function);

} // namespace placewright
