#pragma once

#include "core/rules/check.h"

namespace placewright {

// Checks of Disabled Facilities Grant in a two-tier area. Districts are the partners of that kind and those that a grant of
// the year is for; without any both say NotApplicable. The rules in words: section 75 note, 1.5 and section 6.

// BCF-10. What each district is allocated is passed down, or retained with the reference of its agreement; passed down not
// later than the day that the rulebook's fact names, where the check names one. One finding a district. The margin is
// minus what the parts are off by, or minus what is passed down late if that is more.
QList<Finding> districtGrants(const YearView& view, const RulebookCheck& check);

// BCF-11. The districts' grants add up to the income from the source.
QList<Finding> districtGrantsAddUp(const YearView& view, const RulebookCheck& check);

} // namespace placewright
