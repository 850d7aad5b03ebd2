#pragma once

#include "core/evaluate/fixes.h"
#include "core/rules/finding.h"

namespace placewright {

// Findings and fixes as sentences a councillor understands, translated.
QString conditionTitle(const Finding& finding, const Plan& plan,
                       const Rulebook& rulebook); // "NHS minimum pooled: Ashmoor ICB"
QString stripTitle(const Finding& finding, const Plan& plan,
                   const Rulebook& rulebook); // "Spend within income"
QString sentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook);
QString statusWord(const Finding& finding);  // Met, Missed, Warning, Not known, Does not apply
QString marginWords(const Finding& finding); // "Missed by £212,000.00", "Met, £0.00 over", "Not known"
QString marginWords(const Finding& finding,
                    const Rulebook& rulebook); // and "3 of 5 to collect", as its rule says it
QString marginText(const Finding& finding);    // for a table: "−212,000.00", "0", "not known"
QString figureText(const Figure& figure);      // "11,512,000.00", "5", "31 March 2026", "not known"
QString figureText(const Finding& finding,
                   const Figure& figure);           // a dash for what a rule on dates does not have
QString sentence(const Fix& fix, const Plan& plan); // "Move £212,000.00 from ... to ..."
QString consequence(const Fix& fix);                // "2 lines. No other condition breaks."

} // namespace placewright
