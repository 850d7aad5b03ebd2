#pragma once

#include "core/need/areashapes.h"

#include <array>
#include <vector>

namespace placewright {

enum class MapDirection { Left, Right, Up, Down };

// One area as arrow keys see it: where its label stands, and its borders (none for a point).
struct MapSite
{
    QPointF centre;
    std::vector<const ShapeRing*> rings;
};

// Which areas touch, and where arrow keys lead. Areas touch when they share a corner of their borders, to within a
// ten-thousandth of the map (published borders are rounded). A key leads to the touching area whose centre lies best that way;
// where none does, to the nearest centre on that side. Some keys are then changed so that from every area every other one can
// be reached.
class AreaNeighbours
{
public:
    explicit AreaNeighbours(const std::vector<MapSite>& sites);

    const std::vector<int>& touching(int site) const { return m_touching[static_cast<size_t>(site)]; }
    int step(int from, MapDirection direction) const; // -1: nothing lies on that side

private:
    using Steps = std::array<int, 4>;

    void findTouching(const std::vector<MapSite>& sites);
    void chooseSteps(const std::vector<MapSite>& sites);
    void joinUp(const std::vector<MapSite>& sites);
    std::vector<bool> reached(bool backwards) const;

    std::vector<std::vector<int>> m_touching;
    std::vector<Steps> m_steps;
};

} // namespace placewright
