#include "ui/charts/areamapgeometry.h"

#include <QHash>

#include <limits>

namespace placewright {

namespace {

struct Edge
{
    double x1, y1, x2, y2;
    friend bool operator==(const Edge&, const Edge&) = default;
};

size_t qHash(const Edge& edge, size_t seed)
{
    return qHashMulti(seed, edge.x1, edge.y1, edge.x2, edge.y2);
}

Edge edgeOf(const QPointF& a, const QPointF& b) // the same from both sides
{
    const bool turn = a.x() > b.x() || (a.x() == b.x() && a.y() > b.y());
    const QPointF& from = turn ? b : a;
    const QPointF& to = turn ? a : b;
    return {from.x(), from.y(), to.x(), to.y()};
}

// Takes one edge after the other and joins those of a kind.
class LineMaker
{
public:
    explicit LineMaker(AreaBorder& border)
        : m_border(border)
    {
    }
    void add(const QPointF& from, const QPointF& to, bool isInner)
    {
        if (m_line.empty() || isInner != m_isInner) {
            finish();
            m_isInner = isInner;
            m_line.push_back(from);
        }
        m_line.push_back(to);
    }
    void finish()
    {
        if (!m_line.empty())
            (m_isInner ? m_border.inner : m_border.outer).push_back({std::move(m_line), false});
        m_line.clear();
    }

private:
    AreaBorder& m_border;
    ShapeRing m_line;
    bool m_isInner = false;
};

} // namespace

AreaBorder borderOf(const std::vector<const AreaShape*>& shapes)
{
    AreaBorder border;
    if (shapes.size() == 1) {
        for (const ShapeRing& ring : shapes.front()->rings)
            border.outer.push_back({ring, true});
        return border;
    }
    QHash<Edge, int> sides;
    const auto eachEdge = [](const ShapeRing& ring, auto&& use) {
        for (size_t i = 0; i < ring.size(); ++i)
            use(ring[i], ring[(i + 1) % ring.size()]);
    };
    for (const AreaShape* shape : shapes) {
        for (const ShapeRing& ring : shape->rings)
            eachEdge(ring, [&](const QPointF& a, const QPointF& b) { ++sides[edgeOf(a, b)]; });
    }
    for (const AreaShape* shape : shapes) {
        for (const ShapeRing& ring : shape->rings) {
            LineMaker lines(border);
            eachEdge(ring, [&](const QPointF& a, const QPointF& b) {
                lines.add(a, b, sides.value(edgeOf(a, b)) > 1);
            });
            lines.finish();
        }
    }
    return border;
}

QPointF labelPointOf(const std::vector<const AreaShape*>& shapes)
{
    QPointF sum;
    double weights = 0;
    for (const AreaShape* shape : shapes) {
        const double weight = std::max(shape->box.width() * shape->box.height(), 1e-12);
        sum += shape->centre * weight;
        weights += weight;
    }
    const QPointF middle = sum / weights;
    for (const AreaShape* shape : shapes) {
        for (const ShapeRing& ring : shape->rings) {
            if (ringHolds(ring, middle))
                return middle;
        }
    }
    QPointF best;
    double least = std::numeric_limits<double>::infinity();
    for (const AreaShape* shape : shapes) {
        const QPointF way = shape->centre - middle;
        const double square = QPointF::dotProduct(way, way);
        if (square < least) {
            least = square;
            best = shape->centre;
        }
    }
    return best;
}

} // namespace placewright
