#pragma once

#include "core/store/planfile.h"

namespace placewright {

class Theme;

// Writes every page of a plan as PNG into a folder: 1440 x 900 light and dark, 1280 x 720, and 200 %, and the charts alone
// as PNG and SVG. Nothing is shown.
Outcome takeShots(Theme& theme, const QString& plan, const QString& folder, const Author& author);

} // namespace placewright
