#pragma once

#include "core/words/minutes.h"

namespace placewright {

// A resolution as minutes tell it, once for each time that an outcome was recorded; once without, while none is.
QList<MinutesResolution> resolutionTold(const Plan& base, const Resolution& resolution);

} // namespace placewright
