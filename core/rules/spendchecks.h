#pragma once

#include "core/rules/check.h"

namespace placewright {

// Checks of what money is spent on, line by line. The rules in words: bcf-s75 section 6.

// BCF-04. Lines of one source in the named areas of spend add to at least the published minimum.
QList<Finding> areaOfSpendMinimum(const YearView& view, const RulebookCheck& check);

// BCF-05. A minimum is last year's raised by the published uplift, give or take a share of last year's. Required is last
// year's figure raised, planned the minimum; worked exactly, the margin shown rounded down to the penny.
QList<Finding> minimumUplift(const YearView& view, const RulebookCheck& check);

// BCF-06. Lines of one source outside the named areas count by the NHS's share: whole when the NHS commissions, by the
// NHS percentage when joint, each line to the penny half away from zero.
QList<Finding> commissionedMinimum(const YearView& view, const RulebookCheck& check);

// BCF-08. Money of some sources is spent in full, and on the named scheme types or activities only.
QList<Finding> sourcesSpentOnTypes(const YearView& view, const RulebookCheck& check);

// BCF-09. Money of one source is of one kind (capital) and on the named scheme types or activities only. Required is
// all spend from the source, planned what of it complies.
QList<Finding> sourceKindOfSpend(const YearView& view, const RulebookCheck& check);

} // namespace placewright
