#include "core/need/areashapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace placewright {

namespace {

struct Middle
{
    double area = 0; // twice, of either sign
    QPointF at;
};

// Worked from the ring's first point, so that a small ring far from the origin loses nothing.
Middle centreOfGravity(const ShapeRing& ring)
{
    Middle middle;
    if (ring.empty())
        return middle;
    const QPointF origin = ring.front();
    QPointF sum;
    for (size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i] - origin;
        const QPointF b = ring[(i + 1) % ring.size()] - origin;
        const double cross = a.x() * b.y() - b.x() * a.y();
        middle.area += cross;
        sum += (a + b) * cross;
    }
    middle.at = std::abs(middle.area) > 0 ? origin + sum / (3 * middle.area) : ringBox(ring).center();
    return middle;
}

// The middle of the widest stretch of the ring at a height.
QPointF widestStretch(const ShapeRing& ring, double y)
{
    std::vector<double> crossings;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[j];
        if ((a.y() > y) != (b.y() > y))
            crossings.push_back(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
    }
    std::sort(crossings.begin(), crossings.end());
    double width = 0;
    QPointF best(ringBox(ring).center().x(), y);
    for (size_t i = 0; i + 1 < crossings.size(); i += 2) {
        if (crossings[i + 1] - crossings[i] > width) {
            width = crossings[i + 1] - crossings[i];
            best.setX((crossings[i] + crossings[i + 1]) / 2);
        }
    }
    return best;
}

} // namespace

QRectF ringBox(const ShapeRing& ring)
{
    if (ring.empty())
        return {};
    double left = ring.front().x();
    double right = left;
    double top = ring.front().y();
    double bottom = top;
    for (const QPointF& point : ring) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return {left, top, right - left, bottom - top};
}

bool ringHolds(const ShapeRing& ring, const QPointF& point)
{
    bool inside = false;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[j];
        if ((a.y() > point.y()) != (b.y() > point.y()) &&
            point.x() < a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
            inside = !inside;
    }
    return inside;
}

QPointF labelPoint(const std::vector<ShapeRing>& rings)
{
    const ShapeRing* largest = nullptr;
    Middle middle;
    for (const ShapeRing& ring : rings) {
        const Middle own = centreOfGravity(ring);
        if (!largest || std::abs(own.area) > std::abs(middle.area)) {
            largest = &ring;
            middle = own;
        }
    }
    if (!largest)
        return {};
    return ringHolds(*largest, middle.at) ? middle.at : widestStretch(*largest, middle.at.y());
}

AreaShapes::AreaShapes(Kind kind, QString codeSet, std::vector<AreaShape> shapes)
    : m_kind(kind)
    , m_codeSet(std::move(codeSet))
    , m_shapes(std::move(shapes))
{
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    const auto stretch = [](double& least, double& most, double from, double to, bool first) {
        least = first ? from : std::min(least, from);
        most = first ? to : std::max(most, to);
    };
    m_rows.reserve(static_cast<qsizetype>(m_shapes.size()));
    for (size_t i = 0; i < m_shapes.size(); ++i) {
        AreaShape& shape = m_shapes[i];
        m_rows.insert(shape.code, static_cast<qsizetype>(i));
        if (shape.rings.empty()) {
            shape.box = QRectF(shape.centre, QSizeF(0, 0));
        } else {
            shape.centre = labelPoint(shape.rings);
            double l = 0;
            double r = 0;
            double t = 0;
            double b = 0;
            for (const ShapeRing& ring : shape.rings) {
                const QRectF own = ringBox(ring);
                const bool first = &ring == &shape.rings.front();
                stretch(l, r, own.left(), own.right(), first);
                stretch(t, b, own.top(), own.bottom(), first);
            }
            shape.box = QRectF(l, t, r - l, b - t);
        }
        stretch(left, right, shape.box.left(), shape.box.right(), i == 0);
        stretch(top, bottom, shape.box.top(), shape.box.bottom(), i == 0);
    }
    m_box = QRectF(left, top, right - left, bottom - top);
}

const AreaShape* AreaShapes::find(const QString& code) const
{
    const auto found = m_rows.constFind(code);
    return found == m_rows.constEnd() ? nullptr : &m_shapes[static_cast<size_t>(*found)];
}

MapProjection::MapProjection(double meanLatitude)
    : m_narrowing(std::cos(meanLatitude * std::numbers::pi / 180))
{
}

QPointF MapProjection::operator()(double longitude, double latitude) const
{
    return {longitude * m_narrowing, -latitude};
}

AreaShapes shapesOfPositions(const std::vector<GeoPosition>& positions, const QString& codeSet)
{
    double south = 90;
    double north = -90;
    for (const GeoPosition& position : positions) {
        south = std::min(south, position.latitude);
        north = std::max(north, position.latitude);
    }
    const MapProjection project((south + north) / 2);
    std::vector<AreaShape> shapes;
    shapes.reserve(positions.size());
    for (const GeoPosition& position : positions)
        shapes.push_back(
            {position.code, position.name, {}, project(position.longitude, position.latitude), {}});
    return AreaShapes(AreaShapes::Kind::Points, codeSet, std::move(shapes));
}

} // namespace placewright
