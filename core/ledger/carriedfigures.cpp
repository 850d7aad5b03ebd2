#include "core/ledger/carriedfigures.h"

#include <algorithm>

namespace placewright {

namespace {

int monthsOf(const QList<TermYear>& term, const QString& year)
{
    const auto found =
        std::find_if(term.begin(), term.end(), [&](const TermYear& one) { return one.year == year; });
    return found == term.end() ? 12 : found->months;
}

} // namespace

std::optional<Money> carriedAmount(const QMap<Key, Money>& typed, const QList<TermYear>& term,
                                   const QString& year, const std::optional<Rate>& growth, const Id& area)
{
    const auto figure = carried(typed, Key{Id(year), area});
    if (!figure)
        return std::nullopt;
    if (figure->yearsAgo == 0)
        return figure->value;
    Ratio factor(monthsOf(term, year), monthsOf(term, figure->year));
    for (int since = figure->yearsAgo; since > 0 && growth; --since)
        factor = factor * (Ratio(1) + growth->exact() / Ratio(100));
    return scaled(figure->value, factor, Rounding::HalfAwayFromZero);
}

std::optional<qint64> carriedCount(const QMap<Key, qint64>& typed, const QList<TermYear>& term,
                                   const QString& year)
{
    const auto figure = carried(typed, Key{Id(year), {}});
    if (!figure)
        return std::nullopt;
    if (figure->yearsAgo == 0)
        return figure->value;
    const Ratio part(monthsOf(term, year), monthsOf(term, figure->year));
    return (Ratio(figure->value) * part).unitsAt(0, Rounding::HalfAwayFromZero);
}

AreaOrder orderOf(const QList<Id>& areas)
{
    AreaOrder order;
    for (qsizetype i = 0; i < areas.size(); ++i)
        order.append({areas.at(i), i});
    std::sort(order.begin(), order.end());
    return order;
}

CarriedCounts::CarriedCounts(const QMap<Key, qint64>& typed, const AreaOrder& areas)
    : m_next(typed.cbegin())
    , m_end(typed.cend())
    , m_areas(areas)
    , m_now(areas.size(), noCount)
{
}

const QList<qint64>& CarriedCounts::at(const Id& year)
{
    while (m_next != m_end && m_next.key().year <= year) {
        // Keys of one year stand in the order of areas, so both lists are walked once.
        const Id typedYear = m_next.key().year;
        auto area = m_areas.cbegin();
        for (; m_next != m_end && m_next.key().year == typedYear; ++m_next) {
            const Id& typedArea = m_next.key().area;
            while (area != m_areas.cend() && area->first != typedArea && area->first < typedArea)
                ++area;
            if (area != m_areas.cend() && area->first == typedArea)
                m_now[area->second] = *m_next;
        }
    }
    return m_now;
}

} // namespace placewright
