#pragma once

#include "core/need/areashapes.h"

#include <vector>

namespace placewright {

// The borders of an area made of several shapes, as lines in drawing units: what lies between two of its own shapes is inner.
// Borders of published maps agree corner by corner; where they do not, both lines stay outer.
struct AreaBorder
{
    struct Line
    {
        ShapeRing points;
        bool isClosed = false;
    };
    std::vector<Line> outer;
    std::vector<Line> inner;
};
AreaBorder borderOf(const std::vector<const AreaShape*>& shapes);

// Where the label of such an area stands: inside the shape whose label point is nearest the middle of all.
QPointF labelPointOf(const std::vector<const AreaShape*>& shapes);

} // namespace placewright
