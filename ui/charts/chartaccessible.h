#pragma once

namespace placewright {

// Makes charts known to QAccessible: a chart is a widget with one child per mark, which has its name and value. Called by
// Chart; calling it again does nothing.
void installChartAccessibility();

} // namespace placewright
