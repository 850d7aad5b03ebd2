#pragma once

#include "core/rules/check.h"

namespace placewright {

// Every finding of one year, in rulebook order: one a rule and subject. A rule that the rulebook says does not apply is
// one finding of status NotApplicable. Aligned money is outside every check.
QList<Finding> runChecks(const CheckInput& input);

} // namespace placewright
