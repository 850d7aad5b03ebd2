#pragma once

#include "core/store/planfile.h"

namespace placewright {

// Who edits, as this computer says, and its clock.
Author systemAuthor();

} // namespace placewright
