#include "ui/charts/mapclasses.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace placewright {

namespace {

constexpr size_t mostClasses = 5;

Ratio distance(const Ratio& value, const Ratio& middle)
{
    const Ratio way = value - middle;
    return way.isNegative() ? -way : way;
}

// The largest round number (1, 2 or 5 times a power of ten) that is not above a positive value, `earlier` places down the row.
Ratio roundNumber(const Ratio& value, int earlier)
{
    constexpr std::array<qint64, 3> heads{1, 2, 5};
    constexpr int least = -9;        // powers of ten
    const auto at = [&](int place) { // place 0 is 1e-9
        qint64 scale = 1;
        for (int i = 0; i < std::abs(place / 3 + least); ++i)
            scale *= 10;
        const qint64 head = heads[static_cast<size_t>(place % 3)];
        return place / 3 + least < 0 ? Ratio(head, scale) : Ratio(head * scale);
    };
    int place = 0;
    while (place < 3 * 18 && at(place + 1) <= value)
        ++place;
    return at(std::max(0, place - earlier));
}

QString words(const MapMeasure& measure, const Ratio& value)
{
    return measure.text ? measure.text(value) : formatDecimal(value, 1, Rounding::HalfAwayFromZero);
}

QString fromTo(const QString& from, const QString& to)
{
    return from == to
               ? from
               : QCoreApplication::translate("AreaMapChart", "%1 to %2", "a range of values").arg(from, to);
}

} // namespace

MapClasses::MapClasses(const MapMeasure& measure, std::vector<Ratio> values)
{
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    if (measure.kind == MapMeasure::Kind::Distance)
        makeDistances(measure, values);
    else
        makeEqualCounts(measure, values);
}

void MapClasses::makeEqualCounts(const MapMeasure& measure, const std::vector<Ratio>& values)
{
    std::vector<Ratio> distinct = values;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const size_t wanted = std::min(mostClasses, distinct.size());
    if (distinct.size() <= mostClasses) {
        m_starts.assign(distinct.begin() + 1, distinct.end());
    } else {
        for (size_t i = 1; i < wanted; ++i) {
            const Ratio& start = values[i * values.size() / wanted];
            if (start > values.front() && (m_starts.empty() || start > m_starts.back()))
                m_starts.push_back(start);
        }
    }
    const int count = static_cast<int>(m_starts.size()) + 1;
    for (int i = 0; i < count; ++i) {
        const auto first =
            i == 0 ? values.begin()
                   : std::lower_bound(values.begin(), values.end(), m_starts[static_cast<size_t>(i - 1)]);
        const auto end =
            i + 1 == count ? values.end()
                           : std::lower_bound(values.begin(), values.end(), m_starts[static_cast<size_t>(i)]);
        m_classes.append({fromTo(words(measure, *first), words(measure, *(end - 1))), Icon::None,
                          count == 1 ? 2 : (i * 4 + (count - 1) / 2) / (count - 1)});
    }
}

void MapClasses::makeDistances(const MapMeasure& measure, const std::vector<Ratio>& values)
{
    m_isDistance = true;
    m_middle = measure.middle;
    std::vector<Ratio> ways;
    for (const Ratio& value : values) {
        const Ratio way = distance(value, m_middle);
        if (!way.isZero())
            ways.push_back(way);
    }
    std::sort(ways.begin(), ways.end());
    if (ways.empty()) {
        m_near = m_far = Ratio(1);
        m_classes.append({words(measure, m_middle), Icon::None, 2});
        return;
    }
    m_near = roundNumber(ways[ways.size() / 3], 0);
    m_far = roundNumber(ways[ways.size() * 3 / 4], 0);
    if (m_far <= m_near)
        m_near = roundNumber(m_far, 1);
    const auto at = [&](const Ratio& way) { return words(measure, m_middle + way); };
    const auto orMore = [](const QString& value) {
        return QCoreApplication::translate("AreaMapChart", "%1 or more", "a value").arg(value);
    };
    const auto orLess = [](const QString& value) {
        return QCoreApplication::translate("AreaMapChart", "%1 or less", "a value").arg(value);
    };
    m_classes = {{orLess(at(-m_far)), Icon::Loss, 0},
                 {fromTo(at(-m_far), at(-m_near)), Icon::Loss, 1},
                 {fromTo(at(-m_near), at(m_near)), Icon::None, 2},
                 {fromTo(at(m_near), at(m_far)), Icon::Gain, 3},
                 {orMore(at(m_far)), Icon::Gain, 4}};
}

int MapClasses::classOf(const Ratio& value) const
{
    if (m_classes.isEmpty())
        return -1;
    if (!m_isDistance) {
        return static_cast<int>(std::upper_bound(m_starts.begin(), m_starts.end(), value) - m_starts.begin());
    }
    if (m_classes.size() == 1)
        return 0;
    const Ratio way = distance(value, m_middle);
    if (way < m_near)
        return 2;
    const bool isBelow = value < m_middle;
    if (way < m_far)
        return isBelow ? 1 : 3;
    return isBelow ? 0 : 4;
}

} // namespace placewright
