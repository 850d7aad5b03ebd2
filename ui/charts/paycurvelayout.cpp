// Where everything of the pay curve stands.
#include "ui/charts/paycurvechart.h"
#include "ui/theme/space.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal leaderRoom = 10;
constexpr qreal mostNames = 0.3; // of the width
constexpr qreal poundTickRoom = 34;
constexpr double headroom = 1.08;        // over what is paid at most
constexpr qreal tickGap = space::inside; // clear of the frame of a dot at the end
constexpr qreal leastHigh = 60;
constexpr int thresholdRows = 2;

QFontMetricsF plainMetrics()
{
    return QFontMetricsF(figureFont(TextSize::Caption));
}

QFontMetricsF strongMetrics()
{
    return QFontMetricsF(figureFont(TextSize::Caption, TextWeight::Strong));
}

QFontMetricsF nameMetrics(const PayCurveLine& line)
{
    return line.look == PayCurveLine::Look::Middle ? plainMetrics() : strongMetrics();
}

} // namespace

// The most that is paid, in pounds.
double PayCurveChart::mostPounds() const
{
    Money most;
    for (const PayCurveLine& line : m_data.lines) {
        most = std::max({most, line.full, line.paysNow});
        for (const PayPoint& point : line.points)
            most = std::max(most, point.pays);
    }
    return most > Money() ? most.toDoubleForCharts() : 1;
}

double PayCurveChart::levelAt(int line, double attainment) const
{
    const QList<PayPoint>& points = shown().lines.at(line).points;
    if (points.isEmpty())
        return 0;
    const auto above =
        std::lower_bound(points.begin(), points.end(), attainment, [](const PayPoint& point, double value) {
            return point.attainment.toDoubleForCharts() < value;
        });
    if (above == points.end())
        return points.last().pays.toDoubleForCharts();
    const double to = above->pays.toDoubleForCharts();
    if (above == points.begin())
        return to;
    const double start = (above - 1)->attainment.toDoubleForCharts();
    const double from = (above - 1)->pays.toDoubleForCharts();
    const double way = above->attainment.toDoubleForCharts() - start;
    return from + (attainment - start) / way * (to - from);
}

QPolygonF PayCurveChart::pathOf(int line, const Plot& plot) const
{
    QPolygonF path;
    const auto add = [&](double attainment) {
        path.append({plot.x.pixel(attainment), plot.y.pixel(levelAt(line, attainment))});
    };
    add(plot.x.low);
    for (const PayPoint& point : shown().lines.at(line).points) {
        const double attainment = point.attainment.toDoubleForCharts();
        if (attainment > plot.x.low && attainment < plot.x.high)
            add(attainment);
    }
    add(plot.x.high);
    return path;
}

std::optional<QPointF> PayCurveChart::dotOf(int line, const Plot& plot) const
{
    const std::optional<Ratio> attainment = attainmentOf(line);
    if (!attainment)
        return {};
    const qreal x = plot.x.pixel(attainment->toDoubleForCharts());
    const qreal y = plot.y.pixel(paysAt(line, *attainment).toDoubleForCharts());
    return QPointF(std::clamp(x, plot.rect.left(), plot.rect.right()),
                   std::clamp(y, plot.rect.top(), plot.rect.bottom()));
}

// The name, and for the first line what it pays in full; a figure is whole or not there at all.
QStringList PayCurveChart::endTexts(const PayCurveLine& line, qreal room) const
{
    QStringList names{line.name};
    if (!line.shortName.isEmpty())
        names.append(line.shortName);
    QStringList texts{firstThatFits(nameMetrics(line), room, names)};
    if (line.look != PayCurveLine::Look::First)
        return texts;
    const QString full = formatMoney(line.full);
    for (const QString& words : {tr("%1 at full", "an amount").arg(full), full}) {
        if (plainMetrics().horizontalAdvance(words) <= room)
            return texts << words;
    }
    return texts;
}

// Beside the ends at full pay. Where there is no room for all: the amount gives way, then the lines between the extremes.
QList<ChartLabel> PayCurveChart::endLabels(const Plot& plot) const
{
    struct End
    {
        int line;
        qreal y;
        QStringList texts;
    };
    QList<End> ends;
    const double at = m_data.higherIsBetter ? plot.x.high : plot.x.low;
    const qreal wide = plot.labelRight - plot.labelLeft;
    for (int i = 0; i < shown().lines.size(); ++i) {
        const qreal y = std::clamp(plot.y.pixel(levelAt(i, at)), plot.rect.top(), plot.rect.bottom());
        ends.append({i, y, endTexts(shown().lines.at(i), wide)});
    }
    const qreal top = plot.rect.top() - space::small;
    const qreal bottom = plot.rect.bottom() + plot.lineHeight / 2;
    const auto rows = static_cast<qsizetype>(std::max(1.0, std::floor((bottom - top) / plot.lineHeight)));
    qsizetype taken = 0;
    for (const End& end : std::as_const(ends))
        taken += end.texts.size();
    for (End& end : ends) {
        if (taken > rows && end.texts.size() > 1) {
            end.texts.removeLast();
            --taken;
        }
    }
    const auto rank = [&](const End& end) {
        const PayCurveLine& line = shown().lines.at(end.line);
        if (isSelected(line.id) || end.line == currentMark())
            return 0;
        return line.look == PayCurveLine::Look::Middle ? 2 : 1;
    };
    if (ends.size() > rows) {
        std::stable_sort(ends.begin(), ends.end(),
                         [&](const End& a, const End& b) { return rank(a) < rank(b); });
        ends.resize(rows);
    }
    std::stable_sort(ends.begin(), ends.end(),
                     [](const End& a, const End& b) { return a.y != b.y ? a.y < b.y : a.line < b.line; });

    QList<qreal> wanted;
    QList<qreal> heights;
    for (const End& end : std::as_const(ends)) {
        heights.append(static_cast<qreal>(end.texts.size()) * plot.lineHeight);
        wanted.append(end.y + (heights.last() - plot.lineHeight) / 2); // the name beside its line
    }
    const QList<qreal> middles = spreadMiddles(wanted, heights, top, bottom);
    QList<ChartLabel> labels;
    for (qsizetype i = 0; i < ends.size(); ++i) {
        const End& end = ends.at(i);
        const PayCurveLine& line = shown().lines.at(end.line);
        const QRectF rect(plot.labelLeft, middles.at(i) - heights.at(i) / 2, wide, heights.at(i));
        const bool leader = std::abs(rect.top() + plot.lineHeight / 2 - end.y) > plot.lineHeight / 2;
        labels.append({line.id,
                       end.texts.join(u'\n'),
                       rect,
                       {m_data.higherIsBetter ? plot.rect.right() : plot.rect.left(), end.y},
                       leader,
                       isSelected(line.id)});
    }
    return labels;
}

// Each beside its line, the lower one where nothing is paid, the upper one where all is; or else on the other side,
// in fewer words, in a second row, over the line of the other. Where nothing fits it has no words.
QList<ChartLabel> PayCurveChart::thresholdLabels(const Plot& plot, const QRectF& room) const
{
    struct Threshold
    {
        QString id;
        std::optional<Ratio> at;
        QStringList wordings;
        bool before; // stands left of its line
    };
    const PayCurveData& present = shown();
    const bool higher = m_data.higherIsBetter;
    const QString lower = present.lower ? plainFigure(*present.lower) : QString();
    const QString upper = present.upper ? plainFigure(*present.upper) : QString();
    const QStringList upperWords =
        higher ? QStringList{tr("upper, full pay from %1").arg(upper), tr("full pay from %1").arg(upper)}
               : QStringList{tr("full pay up to %1").arg(upper)};
    QList<Threshold> all{
        {u"lower"_s, present.lower, {tr("lower threshold %1").arg(lower), tr("lower %1").arg(lower)}, higher},
        {u"upper"_s, present.upper, upperWords, !higher}};
    all.removeIf(
        [&](const Threshold& one) { return !one.at || *one.at < m_data.least || *one.at > m_data.most; });
    const auto pixelOf = [&](const Threshold& one) { return plot.x.pixel(one.at->toDoubleForCharts()); };

    const QFontMetricsF metrics = plainMetrics();
    QList<ChartLabel> labels;
    const auto isFree = [&](const QRectF& rect, bool over) {
        const QRectF wider = rect.adjusted(-space::small + 0.5, 0.5, space::small - 0.5, -0.5);
        const bool crossed = std::any_of(all.begin(), all.end(), [&](const Threshold& other) {
            return pixelOf(other) > wider.left() && pixelOf(other) < wider.right();
        });
        return (over || !crossed) && rect.left() >= room.left() && rect.right() <= room.right() &&
               std::none_of(labels.begin(), labels.end(),
                            [&](const ChartLabel& label) { return label.rect.intersects(wider); });
    };
    for (const Threshold& one : std::as_const(all)) {
        const qreal x = pixelOf(one);
        ChartLabel best{one.id, {}, {x, room.top(), 0, plot.lineHeight}, {x, room.top()}, false, false};
        for (const bool over : {false, true}) {
            for (int row = 0; row < thresholdRows; ++row) {
                const qreal top = room.top() + row * plot.lineHeight;
                for (const QString& words : one.wordings) {
                    const qreal wide = std::ceil(metrics.horizontalAdvance(words));
                    for (const bool before : {one.before, !one.before}) {
                        const QRectF rect(before ? x - space::small - wide : x + space::small, top, wide,
                                          plot.lineHeight);
                        if (best.text.isEmpty() && isFree(rect, over))
                            best = {one.id, words, rect, {x, top}, false, false};
                    }
                }
            }
        }
        labels.append(best);
    }
    return labels;
}

PayCurveChart::Plot PayCurveChart::plotIn(const QRectF& rect) const
{
    Plot plot;
    plot.lineHeight = std::ceil(strongMetrics().height());
    const qreal firstRow = rect.top() + space::small;
    qreal top = firstRow + plot.lineHeight + space::small;
    const qreal bottom = rect.bottom() - space::small - plot.lineHeight - space::medium -
                         (m_data.measureName.isEmpty() ? 0 : plot.lineHeight + space::tiny);
    const double most = headroom * mostPounds();
    plot.pounds = ticksFor(0, mostPounds(), std::max(2, static_cast<int>((bottom - top) / poundTickRoom)));
    if (plot.pounds.values.size() > 2 && plot.pounds.values.last() > most)
        plot.pounds.values.removeLast();
    qreal ticks = 0;
    for (const double pounds : plot.pounds.values)
        ticks = std::max(ticks, plainMetrics().horizontalAdvance(poundText(pounds, plot.pounds)));
    qreal names = 0;
    for (const PayCurveLine& line : shown().lines) {
        const QStringList texts = endTexts(line, rect.width() * mostNames);
        names = std::max({names, nameMetrics(line).horizontalAdvance(texts.first()),
                          plainMetrics().horizontalAdvance(texts.value(1))});
    }
    const qreal forTicks = space::inside + std::ceil(ticks) + tickGap;
    const qreal forNames = space::inside + std::ceil(names) + leaderRoom;
    const qreal left = rect.left() + (m_data.higherIsBetter ? forTicks : forNames);
    const qreal right =
        std::max(left + leastHigh, rect.right() - (m_data.higherIsBetter ? forNames : forTicks));
    plot.labelLeft = m_data.higherIsBetter ? right + leaderRoom : rect.left() + space::inside;
    plot.labelRight = plot.labelLeft + std::ceil(names);
    plot.x = {m_data.least.toDoubleForCharts(), m_data.most.toDoubleForCharts(), left, right};

    const QRectF room(QPointF(m_data.higherIsBetter ? left : plot.labelLeft, firstRow),
                      QPointF(m_data.higherIsBetter ? plot.labelRight : right, top));
    plot.thresholds = thresholdLabels(plot, room);
    for (const ChartLabel& label : std::as_const(plot.thresholds))
        top = std::max(top, label.rect.bottom() + space::small);
    plot.rect = QRectF(left, top, right - left, std::max(leastHigh, bottom - top));
    plot.y = {0, std::max(most, plot.pounds.values.last()), plot.rect.bottom(), plot.rect.top()};
    plot.ends = endLabels(plot);
    return plot;
}

QList<ChartLabel> PayCurveChart::labels() const
{
    return isEmpty() ? QList<ChartLabel>() : plotIn(rect()).ends;
}

QList<ChartLabel> PayCurveChart::thresholds() const
{
    return isEmpty() ? QList<ChartLabel>() : plotIn(rect()).thresholds;
}

} // namespace placewright
