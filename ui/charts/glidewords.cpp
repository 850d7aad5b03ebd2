// What the glide chart says: its twin table, its marks and their words.
#include "ui/charts/charttable.h"
#include "ui/charts/glidechart.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

Ratio magnitude(const Ratio& ratio)
{
    return ratio.isNegative() ? -ratio : ratio;
}

} // namespace

QString GlideChart::limitText(const Ratio& limit)
{
    const Ratio far = magnitude(limit);
    const bool one = Ratio((far * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero), 1000) == far;
    return formatPercent(far, one ? 1 : 2);
}

void GlideChart::rebuild()
{
    if (!(m_preview || m_move) || m_ticks.values.isEmpty()) {
        double low = 0;
        double high = 0;
        for (const GlideArea& area : std::as_const(m_data.areas)) {
            for (const std::optional<Ratio>& distance : area.distance) {
                const double value = distance ? distance->toDoubleForCharts() : 0;
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
        for (const GlideYear& year : std::as_const(m_data.years).mid(1))
            low = std::min(
                {low, year.lowest.toDoubleForCharts(), year.limit ? year.limit->toDoubleForCharts() : 0});
        m_ticks = ticksFor(low - 0.06 * (high - low), high, 6);
    }

    QList<ChartTable::Row> rows;
    const auto percent = [](const Ratio& ratio) {
        const qint64 units = (ratio * Ratio(10'000)).unitsAt(0, Rounding::HalfAwayFromZero);
        const QString text = formatPercent(ratio, 2);
        return ChartTable::Cell{units > 0 ? u'+' + text : text, units, {}, 0};
    };
    const GlideData& present = shown();
    for (int i = 1; i <= handles(); ++i) {
        const GlideYear& year = present.years.at(i);
        const int missed =
            static_cast<int>(year.infeasibleWords.isEmpty() ? Emphasis::None : Emphasis::Missed);
        const QString state = year.infeasibleWords.isEmpty() ? tr("can be done") : year.infeasibleWords;
        rows.append({year.id,
                     {{tr("Limit"), {}, {}, 0},
                      {year.name, {}, {}, 0},
                      year.limit ? percent(*year.limit) : ChartTable::Cell{tr("none"), {}, {}, 0},
                      {u"–"_s, {}, {}, 0},
                      {state, {}, {}, missed}},
                     false});
    }
    for (const GlideArea& area : present.areas) {
        for (qsizetype i = 0; i < present.years.size() && !isEmpty(); ++i) {
            const std::optional<Ratio> distance = area.distance.value(i);
            const bool isReached = i < area.amount.size(); // a way ends at the first year that cannot be
            const Money amount = area.amount.value(i);
            rows.append({area.id,
                         {{area.name, {}, {}, 0},
                          {present.years.at(i).name, {}, {}, 0},
                          distance ? percent(*distance) : ChartTable::Cell{tr("not known"), {}, {}, 0},
                          isReached ? ChartTable::Cell{formatAmount(amount), amount.pence(), {}, 0}
                                    : ChartTable::Cell{tr("not known"), {}, {}, 0},
                          {u"–"_s, {}, {}, 0}},
                         false});
        }
    }
    m_table->setRows({tr("Area"), tr("Year"), tr("From its fair share"), tr("Money £"), tr("State")}, rows);
    updateGeometry();
    dataChanged();
}

Ratio GlideChart::limitOf(int year) const
{
    const GlideYear& of = shown().years.at(year);
    if (m_move && m_move->yearId == of.id)
        return m_move->limit;
    if (of.limit)
        return *of.limit;
    Ratio worst;
    for (const GlideArea& area : shown().areas) {
        if (const std::optional<Ratio> distance = area.distance.value(year))
            worst = std::min(worst, *distance);
    }
    return worst;
}

QString GlideChart::limitWords(int year) const
{
    const GlideYear& of = shown().years.at(year);
    const bool moving = m_move && m_move->yearId == of.id;
    QString words = tr("no limit of its own, a straight line to the fair share");
    if (of.limit || moving) {
        const Ratio limit = limitOf(year);
        words = limit.isZero() ? tr("nobody below fair share")
                               : tr("nobody more than %1 below fair share").arg(limitText(limit));
    }
    return of.infeasibleWords.isEmpty() ? words : tr("%1; %2").arg(words, of.infeasibleWords);
}

QString GlideChart::areaWords(const GlideArea& area, int year) const
{
    const std::optional<Ratio> distance = area.distance.value(year);
    if (!distance)
        return tr("not known");
    const QString amount = formatMoney(area.amount.value(year));
    const QString far = formatPercent(magnitude(*distance));
    if ((*distance * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero) == 0)
        return tr("at its fair share, %1").arg(amount);
    return distance->isNegative() ? tr("%1 below its fair share, %2").arg(far, amount)
                                  : tr("%1 above its fair share, %2").arg(far, amount);
}

QList<ChartMark> GlideChart::marks() const
{
    QList<ChartMark> all;
    if (isEmpty())
        return all;
    const GlideData& present = shown();
    const Plot plot = plotIn(rect());
    constexpr qreal half = space::target / 2.0;
    const auto mark = [&](const QString& id, const QString& name, const QString& value, const QPointF& at,
                          bool adjustable) {
        const QRectF rect(at.x() - half, at.y() - half, space::target, space::target);
        all.append({id, name, value, rect, rect, adjustable});
    };
    for (int i = 1; i <= handles(); ++i) {
        const GlideYear& year = present.years.at(i);
        mark(year.id, tr("%1, limit", "a year").arg(year.name), limitWords(i),
             {plot.years.at(i), plot.y.pixel(limitOf(i).toDoubleForCharts())}, m_data.adjustable);
    }
    for (const GlideArea& area : present.areas) {
        for (int i = 0; i < present.years.size(); ++i) {
            const std::optional<Ratio> distance = area.distance.value(i);
            const qreal y = distance ? plot.y.pixel(distance->toDoubleForCharts()) : plot.rect.bottom();
            mark(area.id, tr("%1, %2", "an area, a year").arg(area.name, present.years.at(i).name),
                 areaWords(area, i), {plot.years.at(i), y}, false);
        }
    }
    return all;
}

} // namespace placewright
