#pragma once

#include "core/model/key.h"
#include "core/money/money.h"
#include "core/money/rate.h"
#include "core/place/place.h"

#include <QList>
#include <QMap>

#include <limits>
#include <optional>

namespace placewright {

// Figures of a contract typed for some years: a year without one has that of the last year before it.

// A financial year of a term, and how many months of it.
struct TermYear
{
    QString year;
    int months = 12;
};

inline int startOf(QStringView year) // 2026 of "2026-27"
{
    return year.left(4).toInt();
}

template <class T> struct CarriedFigure
{
    T value;
    QString year; // that it was typed for
    int yearsAgo = 0;
};

// `key.area` null: by year alone.
template <class T> std::optional<CarriedFigure<T>> carried(const QMap<Key, T>& typed, const Key& key)
{
    const QString asked = key.year.text();
    for (Id year = key.year;;) {
        if (const auto figure = typed.constFind(Key{year, key.area}); figure != typed.cend())
            return CarriedFigure<T>{*figure, year.text(), startOf(asked) - startOf(year.text())};
        auto before = typed.lowerBound(Key{year, {}});
        if (before == typed.cbegin())
            return std::nullopt;
        year = (--before).key().year;
    }
}

// A yearly amount of the provider's: as typed for the year; else carried, grown by `growth` percent for each year since, for
// the months of the year. Rounded half away from zero. Nothing: none is typed so far.
std::optional<Money> carriedAmount(const QMap<Key, Money>& typed, const QList<TermYear>& term,
                                   const QString& year, const std::optional<Rate>& growth,
                                   const Id& area = {});

// Units in a year, the same way.
std::optional<qint64> carriedCount(const QMap<Key, qint64>& typed, const QList<TermYear>& term,
                                   const QString& year);

inline constexpr qint64 noCount = std::numeric_limits<qint64>::min();

// Areas with their positions, in the order of keys. One null id: figures by year alone.
using AreaOrder = QList<std::pair<Id, qsizetype>>;
AreaOrder orderOf(const QList<Id>& areas);

// Counts of all areas at once, in one pass over what was typed. Years must be asked for in order; figures without a year
// stand for every year.
class CarriedCounts
{
public:
    CarriedCounts(const QMap<Key, qint64>& typed, const AreaOrder& areas);
    const QList<qint64>& at(const Id& year); // one an area; noCount: none so far

private:
    QMap<Key, qint64>::const_iterator m_next;
    QMap<Key, qint64>::const_iterator m_end;
    const AreaOrder& m_areas;
    QList<qint64> m_now;
};

} // namespace placewright
