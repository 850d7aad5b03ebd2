#include "core/need/areaneighbours.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace placewright {

namespace {

constexpr std::array<MapDirection, 4> directions{MapDirection::Left, MapDirection::Right, MapDirection::Up,
                                                 MapDirection::Down};
constexpr double cellsAcross = 10'000;
constexpr size_t mostAtCorner = 16; // a file may heap any number of areas on one spot
constexpr double never = std::numeric_limits<double>::infinity();

QPointF turned(const QPointF& way, MapDirection direction) // so that x is ahead
{
    switch (direction) {
    case MapDirection::Left:
        return {-way.x(), way.y()};
    case MapDirection::Right:
        return way;
    case MapDirection::Up:
        return {-way.y(), way.x()};
    case MapDirection::Down:
        break;
    }
    return {way.y(), way.x()};
}

// How badly a way serves a key; less is better. Turning aside counts as much as distance.
double badness(const QPointF& way, MapDirection direction)
{
    const QPointF to = turned(way, direction);
    if (!(to.x() > 0))
        return never;
    return std::hypot(to.x(), to.y()) * (1 + 2 * std::abs(to.y()) / (to.x() + std::abs(to.y())));
}

bool isAhead(const QPointF& way, MapDirection direction)
{
    const QPointF to = turned(way, direction);
    return to.x() > 0 && std::abs(to.y()) <= 1.2 * to.x();
}

} // namespace

AreaNeighbours::AreaNeighbours(const std::vector<MapSite>& sites)
    : m_touching(sites.size())
    , m_steps(sites.size())
{
    findTouching(sites);
    chooseSteps(sites);
    joinUp(sites);
}

int AreaNeighbours::step(int from, MapDirection direction) const
{
    return m_steps[static_cast<size_t>(from)][static_cast<size_t>(direction)];
}

void AreaNeighbours::findTouching(const std::vector<MapSite>& sites)
{
    double extent = 0;
    QPointF origin;
    size_t corners = 0;
    bool first = true;
    for (const MapSite& site : sites) {
        for (const ShapeRing* ring : site.rings) {
            corners += ring->size();
            if (first && !ring->empty()) {
                origin = ring->front();
                first = false;
            }
            for (const QPointF& point : *ring)
                extent =
                    std::max({extent, std::abs(point.x() - origin.x()), std::abs(point.y() - origin.y())});
        }
    }
    if (!(extent > 0))
        return;

    // A corner marks the four half-cells about it; corners within half a cell of each other share at least one.
    const double half = extent / cellsAcross;
    std::vector<std::pair<quint64, int>> marks;
    marks.reserve(corners * 4);
    for (size_t s = 0; s < sites.size(); ++s) {
        for (const ShapeRing* ring : sites[s].rings) {
            for (const QPointF& point : *ring) {
                const auto column = static_cast<qint64>(std::floor((point.x() - origin.x()) / half - 0.5));
                const auto row = static_cast<qint64>(std::floor((point.y() - origin.y()) / half - 0.5));
                for (const qint64 x : {column, column + 1}) {
                    for (const qint64 y : {row, row + 1}) {
                        const quint64 cell =
                            static_cast<quint64>(x) << 32 ^ (static_cast<quint64>(y) & 0xFFFFFFFFU);
                        marks.emplace_back(cell, static_cast<int>(s));
                    }
                }
            }
        }
    }
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    for (size_t from = 0; from < marks.size(); ++from) {
        for (size_t to = from + 1;
             to < marks.size() && to <= from + mostAtCorner && marks[to].first == marks[from].first; ++to) {
            m_touching[static_cast<size_t>(marks[from].second)].push_back(marks[to].second);
            m_touching[static_cast<size_t>(marks[to].second)].push_back(marks[from].second);
        }
    }
    for (std::vector<int>& own : m_touching) {
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
}

void AreaNeighbours::chooseSteps(const std::vector<MapSite>& sites)
{
    // By x for Left and Right, by y for Up and Down: a way is no better than it is long in its direction.
    std::array<std::vector<int>, 2> sorted;
    std::array<std::vector<size_t>, 2> placeOf;
    for (const size_t axis : {size_t(0), size_t(1)}) {
        const auto along = [&](int site) {
            const QPointF& centre = sites[static_cast<size_t>(site)].centre;
            return axis == 0 ? centre.x() : centre.y();
        };
        sorted[axis].resize(sites.size());
        std::iota(sorted[axis].begin(), sorted[axis].end(), 0);
        std::stable_sort(sorted[axis].begin(), sorted[axis].end(),
                         [&](int a, int b) { return along(a) < along(b); });
        placeOf[axis].resize(sites.size());
        for (size_t place = 0; place < sites.size(); ++place)
            placeOf[axis][static_cast<size_t>(sorted[axis][place])] = place;
    }
    for (size_t from = 0; from < sites.size(); ++from) {
        for (const MapDirection direction : directions) {
            int best = -1;
            double least = never;
            const auto wayTo = [&](int to) {
                return sites[static_cast<size_t>(to)].centre - sites[from].centre;
            };
            const auto offer = [&](int to) {
                const double bad = badness(wayTo(to), direction);
                if (bad < least) {
                    least = bad;
                    best = to;
                }
            };
            for (const int to : m_touching[from]) {
                if (isAhead(wayTo(to), direction))
                    offer(to);
            }
            if (best < 0) {
                const size_t axis =
                    direction == MapDirection::Left || direction == MapDirection::Right ? 0 : 1;
                const bool isForward = direction == MapDirection::Right || direction == MapDirection::Down;
                const std::vector<int>& line = sorted[axis];
                for (size_t place = placeOf[axis][from]; isForward ? ++place < line.size() : place-- > 0;) {
                    if (turned(wayTo(line[place]), direction).x() > least)
                        break;
                    offer(line[place]);
                }
            }
            m_steps[from][static_cast<size_t>(direction)] = best;
        }
    }
}

// The sites that arrow keys lead to from the first, or that lead to it.
std::vector<bool> AreaNeighbours::reached(bool backwards) const
{
    std::vector<size_t> start; // of each site's ways back in `back`
    std::vector<int> back;
    if (backwards) {
        start.assign(m_steps.size() + 1, 0);
        for (const Steps& steps : m_steps) {
            for (const int to : steps) {
                if (to >= 0)
                    ++start[static_cast<size_t>(to) + 1];
            }
        }
        std::partial_sum(start.begin(), start.end(), start.begin());
        back.resize(start.back());
        std::vector<size_t> free(start.begin(), start.end() - 1);
        for (size_t from = 0; from < m_steps.size(); ++from) {
            for (const int to : m_steps[from]) {
                if (to >= 0)
                    back[free[static_cast<size_t>(to)]++] = static_cast<int>(from);
            }
        }
    }
    std::vector<bool> seen(m_steps.size());
    std::vector<size_t> open;
    if (!m_steps.empty()) {
        seen[0] = true;
        open.push_back(0);
    }
    while (!open.empty()) {
        const size_t at = open.back();
        open.pop_back();
        const auto visit = [&](int to) {
            if (to >= 0 && !seen[static_cast<size_t>(to)]) {
                seen[static_cast<size_t>(to)] = true;
                open.push_back(static_cast<size_t>(to));
            }
        };
        if (backwards) {
            for (size_t i = start[at]; i < start[at + 1]; ++i)
                visit(back[i]);
        } else {
            std::for_each(m_steps[at].begin(), m_steps[at].end(), visit);
        }
    }
    return seen;
}

// A site that no key leads to (or whose keys do not lead back) gets a key of the nearest site that has one to spare: that is
// where the change leaves more sites joined up than before.
void AreaNeighbours::joinUp(const std::vector<MapSite>& sites)
{
    const auto joined = [&] {
        const std::vector<bool> out = reached(false);
        const std::vector<bool> home = reached(true);
        return std::count(out.begin(), out.end(), true) + std::count(home.begin(), home.end(), true);
    };
    auto now = joined();
    const auto whole = 2 * static_cast<decltype(now)>(sites.size());
    const auto join = [&](size_t lost, bool backwards, const std::vector<bool>& seen, size_t mostOthers) {
        struct Change
        {
            double bad;
            size_t from;
            size_t direction;
            int to;
        };
        std::vector<std::pair<double, size_t>> others;
        for (size_t other = 0; other < sites.size(); ++other) {
            if (seen[other]) {
                const QPointF way = sites[other].centre - sites[lost].centre;
                others.emplace_back(QPointF::dotProduct(way, way), other);
            }
        }
        if (others.size() > mostOthers) {
            std::nth_element(others.begin(), others.begin() + static_cast<qsizetype>(mostOthers),
                             others.end());
            others.resize(mostOthers);
        }
        std::vector<Change> changes;
        for (const auto& [square, other] : others) {
            const size_t from = backwards ? lost : other;
            const size_t to = backwards ? other : lost;
            for (const MapDirection direction : directions) {
                const double bad = badness(sites[to].centre - sites[from].centre, direction);
                if (bad < never)
                    changes.push_back({bad, from, static_cast<size_t>(direction), static_cast<int>(to)});
            }
        }
        std::sort(changes.begin(), changes.end(),
                  [](const Change& a, const Change& b) { return a.bad < b.bad; });
        for (const Change& change : changes) {
            int& key = m_steps[change.from][change.direction];
            const int was = std::exchange(key, change.to);
            const auto then = joined();
            if (then > now) {
                now = then;
                return true;
            }
            key = was;
        }
        return false;
    };
    for (bool better = true; better && now < whole;) {
        better = false;
        for (const bool backwards : {false, true}) {
            std::vector<bool> seen = reached(backwards);
            for (size_t lost = 0; lost < sites.size() && now < whole; ++lost) {
                if (seen[lost] || !(join(lost, backwards, seen, 12) || join(lost, backwards, seen, 100)))
                    continue;
                better = true;
                seen = reached(backwards);
            }
        }
    }
}

} // namespace placewright
