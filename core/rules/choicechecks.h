#pragma once

#include "core/rules/check.h"

namespace placewright {

// Checks that count rows: required is how many were looked at, planned how many are right, the margin their difference.
// A row of no money in the year is not looked at.

// BCF-12. NHS and council percentages of a jointly commissioned line add to exactly 100; other lines have none.
QList<Finding> jointPercentages(const YearView& view, const RulebookCheck& check);

// BCF-13. What lines, their schemes and contributions of the year say stands in the year's lists, and a sub type belongs
// to its scheme type. Rows are the year's lines and contributions; a scheme's fault is a fault of each of its lines.
QList<Finding> choicesInLists(const YearView& view, const RulebookCheck& check);

} // namespace placewright
