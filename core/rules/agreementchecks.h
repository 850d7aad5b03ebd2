#pragma once

#include "core/rules/check.h"

#include <span>

namespace placewright {

// Checks of the section 75 agreements of the pooled funds that spend or are paid into in the year; without one they say
// NotApplicable. One finding a year. The rules in words: section 75 note, 4.3 and section 6.

// The fields of a fund where regulation 7's seven contents stand, in its order (a) to (g).
std::span<const QLatin1StringView> agreementContentFields();

// S75-01. Each of the seven contents has its page or clause. Required is how many there must be, planned how many there are.
QList<Finding> agreementContents(const YearView& view, const RulebookCheck& check);

// S75-02. Each fund has a host, which is a partner of the plan, and a pool manager: counted as two a fund.
QList<Finding> hostAndManager(const YearView& view, const RulebookCheck& check);

// S75-03. What each partner pays into each fund under section 75 is what the agreement says, and every contribution of the
// year moves by a route that may hold it. Required is what is agreed, planned what is paid; the margin is minus the largest
// difference, or amount on a wrong route. What is at fault, or not known, is named "fund:partner".
QList<Finding> contributionsAgreed(const YearView& view, const RulebookCheck& check);

// S75-04. The terms of each fund with money at shared risk can be worked out, and each such scheme has a step by which
// partners pay an overspend. Counts funds. What is at fault is named "fund", or "fund:scheme" where no partner pays.
QList<Finding> riskShareWhole(const YearView& view, const RulebookCheck& check);

// S75-05. No function in scope is one that the rulebook's list marks as excluded. A function that the list does not hold,
// and a fund that names none, are not known.
QList<Finding> functionsInScope(const YearView& view, const RulebookCheck& check);

// S75-06. Each fund's consultation was before its start. The dates shown are those of the fund with the least time between.
QList<Finding> consultedBeforeStart(const YearView& view, const RulebookCheck& check);

// S75-07. Each agreement was signed by the date that the rulebook's fact holds. The date shown is the last signature.
QList<Finding> agreementsSigned(const YearView& view, const RulebookCheck& check);

// S75-08. Of the year's quarters within a fund's term, those whose report is overdue today have been reported. What is
// overdue is named "fund:quarter".
QList<Finding> reportsSent(const YearView& view, const RulebookCheck& check);

// S75-09. Every scheme's VAT route is settled: see schemevat.h. Required is all spend, planned what is settled of it; the
// margin is minus the VAT at risk. Where none of the council's money is in the schemes at fault no pound is at risk for it,
// and the figures count schemes instead.
QList<Finding> vatRoutes(const YearView& view, const RulebookCheck& check);

} // namespace placewright
