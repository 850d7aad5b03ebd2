// Where everything of the risk ladder stands.
#include "core/money/ratio.h"
#include "ui/charts/riskladderchart.h"
#include "ui/theme/space.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal barHigh = 12;
constexpr int mostKinkRows = 3;
constexpr qreal leaderRoom = 10;
constexpr qreal mostLabels = 0.3; // of the width, for the names at the right

// Broken where the longer of two lines is shortest.
QStringList inTwoLines(const QFontMetricsF& metrics, const QString& text)
{
    QStringList best{text};
    qreal widest = metrics.horizontalAdvance(text);
    for (qsizetype at = text.indexOf(u' '); at >= 0; at = text.indexOf(u' ', at + 1)) {
        const QString first = text.left(at);
        const QString second = text.mid(at + 1);
        const qreal wide = std::max(metrics.horizontalAdvance(first), metrics.horizontalAdvance(second));
        if (wide < widest) {
            widest = wide;
            best = {first, second};
        }
    }
    return best;
}

QStringList wrapped(const QFontMetricsF& metrics, const QString& text, qreal room)
{
    QStringList lines;
    for (const QString& word : text.split(u' ')) {
        const QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= room)
            lines.last() = longer;
        else
            lines.append(word);
    }
    return lines;
}

QRectF besideLine(const QFontMetricsF& metrics, const QString& text, qreal x, qreal top, qreal high,
                  const QRectF& plot)
{
    const qreal wide = std::ceil(metrics.horizontalAdvance(text));
    const bool before = x - space::small - wide >= plot.left() || x + space::small + wide > plot.right();
    return {before ? x - space::small - wide : x + space::small, top, wide, high};
}

} // namespace

QString RiskLadderChart::amountText(Money amount) const
{
    const Money largest = std::max(m_focusLeast.abs(), m_focusMost.abs());
    if (largest < Money::fromPounds(10'000))
        return formatMoney(amount);
    const bool millions = largest >= Money::fromPounds(1'000'000);
    const Ratio units(amount.abs().pence(), millions ? 100'000'000 : 100'000);
    const QString digits = formatDecimal(units, millions ? 2 : 0, Rounding::HalfAwayFromZero);
    return (amount.isNegative() ? u"−£"_s : u"£"_s) + digits + (millions ? u'm' : u'k');
}

QStringList RiskLadderChart::notAgreedLines() const
{
    if (!shown().notAgreedFrom || *shown().notAgreedFrom >= m_data.most)
        return {};
    return inTwoLines(QFontMetricsF(figureFont(TextSize::Caption, TextWeight::Strong)),
                      tr("over %1, nobody has agreed to pay").arg(formatShort(*shown().notAgreedFrom)));
}

QList<double> RiskLadderChart::breaksIn(Money least, Money most) const
{
    const double low = least.toDoubleForCharts();
    const double high = most.toDoubleForCharts();
    QList<double> breaks{low};
    const auto add = [&](double pounds) {
        if (pounds > low && pounds < high)
            breaks.append(pounds);
    };
    add(0);
    for (const LadderPoint& point : shown().points)
        add(point.variance.toDoubleForCharts());
    breaks.append(high);
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    return breaks;
}

QList<double> RiskLadderChart::levelsAt(double pounds) const
{
    const QList<LadderPoint>& points = shown().points;
    const auto above =
        std::lower_bound(points.begin(), points.end(), pounds, [](const LadderPoint& point, double value) {
            return point.variance.toDoubleForCharts() < value;
        });
    const LadderPoint& right = above == points.end() ? points.last() : *above;
    const LadderPoint& left = above == points.begin() || above == points.end() ? right : *(above - 1);
    const double from = left.variance.toDoubleForCharts();
    const double way = right.variance.toDoubleForCharts() - from;
    const double part = way > 0 ? (pounds - from) / way : 0;
    QList<double> levels{0};
    for (qsizetype i = 0; i < shown().series.size(); ++i) {
        const double start = left.parts.value(i).toDoubleForCharts();
        const double end = right.parts.value(i).toDoubleForCharts();
        levels.append(levels.last() + start + part * (end - start));
    }
    return levels;
}

QList<double> RiskLadderChart::shareTicks(double least, double most, int wanted) const
{
    const double whole = m_data.fundTotal.toDoubleForCharts();
    QList<double> pounds;
    for (const double share : ticksFor(least / whole, most / whole, wanted).values) {
        if (share * whole > least - 1 && share * whole < most + 1) // a pound: what the ends were rounded by
            pounds.append(share * whole);
    }
    return pounds;
}

// Tall enough for what the window shows, with room beside the zero line for the numbers of the rungs.
ChartScale RiskLadderChart::moneyScale(const Plot& plot) const
{
    double low = 0;
    double high = 0;
    for (const double at : breaksIn(m_focusLeast, m_focusMost)) {
        for (const double level : levelsAt(at)) {
            low = std::min(low, level);
            high = std::max(high, level);
        }
    }
    if (!(high > low))
        high = low + 1;
    const double room = std::min(0.3, (plot.lineHeight + space::medium) / plot.rect.height());
    low = std::min(low, -room / (1 - room) * high);
    high = std::max(high, room / (1 - room) * -low);
    return {low, high, plot.rect.bottom() - space::tiny, plot.rect.top()};
}

QList<ChartLabel> RiskLadderChart::kinkLabels(const QRectF& plot, const ChartScale& x) const
{
    const QFontMetricsF metrics(figureFont(TextSize::Caption));
    const qreal high = std::ceil(metrics.height());
    QList<ChartLabel> labels;
    for (qsizetype i = 0; i < shown().kinks.size(); ++i) {
        const LadderKink& kink = shown().kinks.at(i);
        if (!inFocus(kink.at) || kink.label.isEmpty())
            continue;
        const qreal at = x.pixel(kink.at.toDoubleForCharts());
        const QString text = metrics.elidedText(kink.label, Qt::ElideRight, plot.width() / 2);
        for (int row = 0; row < mostKinkRows; ++row) {
            const QRectF rect = besideLine(metrics, text, at, plot.top() + row * high, high, plot);
            const bool taken = std::any_of(labels.begin(), labels.end(), [&](const ChartLabel& other) {
                return other.rect.adjusted(-space::medium, 0, space::medium, -0.5).intersects(rect);
            });
            if (taken)
                continue;
            labels.append({QString::number(i), text, rect, {at, rect.bottom()}, false, false});
            break;
        }
    }
    return labels;
}

// At the right end who pays how much there, the fund as one; two lines where the area is tall enough.
QList<ChartLabel> RiskLadderChart::endLabels(const Plot& plot) const
{
    struct End
    {
        int series;
        QString name;
        Money part;
        qreal from;
        qreal to;
    };
    QList<End> ends;
    const QList<double> levels = levelsAt(m_focusMost.toDoubleForCharts());
    const QList<Money> parts = partsAt(m_focusMost);
    for (int i = 0; i < shown().series.size(); ++i) {
        const LadderSeries& series = shown().series.at(i);
        const qreal from = plot.y.pixel(levels.at(i));
        const qreal to = plot.y.pixel(levels.at(i + 1));
        const bool isFund = series.kind == LadderSeries::Kind::Fund;
        if (isFund && !ends.isEmpty() &&
            shown().series.at(ends.last().series).kind == LadderSeries::Kind::Fund) {
            ends.last().part += parts.at(i);
            ends.last().to = to;
            continue;
        }
        ends.append({i, isFund ? tr("The fund") : series.name, parts.at(i), from, to});
    }
    ends.removeIf([](const End& end) { return end.part.isZero(); });
    std::sort(ends.begin(), ends.end(),
              [](const End& a, const End& b) { return a.from + a.to < b.from + b.to; });

    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    const QFontMetricsF plain(figureFont(TextSize::Caption));
    const qreal room = plot.labelRight - plot.labelLeft;
    QList<qreal> middles;
    QList<qreal> heights;
    for (const End& end : std::as_const(ends)) {
        middles.append((end.from + end.to) / 2);
        heights.append(std::abs(end.to - end.from) >= 1.8 * plot.lineHeight ? 2 * plot.lineHeight
                                                                            : plot.lineHeight);
    }
    middles = spreadMiddles(middles, heights, plot.rect.top(), plot.rect.bottom());
    QList<ChartLabel> labels;
    for (qsizetype i = 0; i < ends.size(); ++i) {
        const End& end = ends.at(i);
        const bool twoLines = heights.at(i) > plot.lineHeight;
        const QString amount = amountText(end.part);
        const qreal forName = twoLines ? room : room - plain.horizontalAdvance(u' ' + amount);
        const QString name = strong.elidedText(end.name, Qt::ElideRight, forName);
        const QRectF rect(plot.labelLeft, middles.at(i) - heights.at(i) / 2, room, heights.at(i));
        const qreal anchor = (end.from + end.to) / 2;
        const bool leader = std::abs(anchor - middles.at(i)) > plot.lineHeight / 2;
        labels.append({QString::number(end.series),
                       name + (twoLines ? u'\n' : u' ') + amount,
                       rect,
                       {plot.rect.right(), anchor},
                       leader,
                       isSelected(shown().series.at(end.series).id)});
    }
    return labels;
}

// Under the zero line for an overspend, over it for an underspend: where no area is.
QList<ChartLabel> RiskLadderChart::rungLabels(const Plot& plot) const
{
    const QFontMetricsF metrics(figureFont(TextSize::Caption, TextWeight::Strong));
    const qreal zero = plot.y.pixel(0);
    QList<ChartLabel> labels;
    for (qsizetype i = 0; i < shown().rungs.size(); ++i) {
        const LadderRung& rung = shown().rungs.at(i);
        const Money from = std::max(rung.from, m_focusLeast);
        const Money to = std::min(rung.to, m_focusMost);
        if (from >= to)
            continue;
        const qreal left = plot.x.pixel(from.toDoubleForCharts());
        const qreal right = plot.x.pixel(to.toDoubleForCharts());
        const QString whole = rung.number + u' ' + rung.label;
        const bool fits =
            !rung.label.isEmpty() && metrics.horizontalAdvance(whole) <= right - left - 2 * space::medium;
        const QString text = fits ? whole : rung.number;
        const qreal wide = std::ceil(metrics.horizontalAdvance(text));
        const qreal x = std::clamp((left + right - wide) / 2, plot.rect.left(), plot.rect.right() - wide);
        const bool isOver = rung.to > Money();
        const qreal y = isOver ? zero + space::small : zero - space::small - plot.lineHeight;
        const QRectF rect(x, y, wide, plot.lineHeight);
        const bool taken = std::any_of(labels.begin(), labels.end(), [&](const ChartLabel& other) {
            return other.rect.adjusted(-space::tiny, 0, space::tiny, 0).intersects(rect);
        });
        if (!taken)
            labels.append({QString::number(i), text, rect, {(left + right) / 2, zero}, false, fits});
    }
    return labels;
}

// Beside the line of the test where nothing is covered: to the left, else to the right, else below the zero line, else
// narrower beside it.
void RiskLadderChart::placeCallout(Plot& plot) const
{
    if (!inFocus(variance()))
        return;
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    const QFontMetricsF plain(figureFont(TextSize::Caption));
    const qreal title = strong.horizontalAdvance(tr("Test: %1").arg(formatChange(variance())));
    const auto sizeOf = [&](const QStringList& lines) {
        qreal wide = title;
        for (const QString& line : lines)
            wide = std::max(wide, plain.horizontalAdvance(line));
        return QSizeF(std::ceil(wide) + 2 * space::medium,
                      plot.lineHeight * static_cast<qreal>(lines.size() + 1) + 2 * space::small);
    };
    const auto levelAt = [&](qreal x) { return plot.y.pixel(levelsAt(plot.x.value(x)).last()); };
    const qreal zero = plot.y.pixel(0);
    const auto covers = [&](const QRectF& rect) {
        const qreal left = levelAt(std::max(rect.left(), plot.rect.left()));
        const qreal right = levelAt(std::min(rect.right(), plot.rect.right()));
        const qreal top = std::min({zero - plot.lineHeight, left, right}) - space::tiny;
        const qreal bottom = std::max({zero + plot.lineHeight + space::small, left, right}) + space::tiny;
        return rect.bottom() > top && rect.top() < bottom;
    };
    const qreal x = plot.x.pixel(variance().toDoubleForCharts());
    const qreal top = plot.rect.top() + space::small;
    const qreal before = x - space::medium; // its right edge
    const qreal after = x + space::medium;  // its left edge
    const auto place = [&](const QStringList& lines, QPointF at) {
        plot.callout = QRectF(at, sizeOf(lines));
        plot.calloutLines = lines;
        return plot.callout.left() >= plot.rect.left() && plot.callout.right() <= plot.rect.right() &&
               plot.callout.bottom() <= plot.rect.bottom() && !covers(plot.callout);
    };
    const auto fits = [&](const QStringList& lines) {
        const QSizeF size = sizeOf(lines);
        const qreal low = plot.rect.bottom() - space::target / 2.0 - space::small - size.height();
        const qreal far = plot.rect.left() + space::tiny; // where areas are lowest
        return place(lines, {before - size.width(), top}) || place(lines, {after, top}) ||
               place(lines, {after, low}) || place(lines, {before - size.width(), low}) ||
               (far + size.width() < before && place(lines, {far, top}));
    };
    const QStringList lines = calloutLines();
    if (fits(lines))
        return;
    for (const qreal room : {before - plot.rect.left(), plot.rect.right() - after}) {
        const qreal forText = room - 2 * space::medium;
        if (forText >= title && fits(wrapped(plain, lines.join(u' '), forText)))
            return;
    }
    // Over an area then, whole where there is much room.
    const QSizeF whole = sizeOf(lines);
    const bool isLarge = whole.width() < 0.6 * plot.rect.width() && whole.height() < 0.4 * plot.rect.height();
    if (!isLarge && fits({}))
        return;
    const QStringList said = isLarge ? lines : QStringList();
    const qreal wide = sizeOf(said).width();
    const bool isBefore = before - wide >= plot.rect.left();
    const qreal most = std::max(plot.rect.left(), plot.rect.right() - wide);
    place(said, {std::clamp(isBefore ? before - wide : after, plot.rect.left(), most), top});
}

QList<QPolygonF> RiskLadderChart::areasIn(const Plot& plot) const
{
    const QList<double> breaks = breaksIn(m_focusLeast, m_focusMost);
    QList<QPolygonF> lines(shown().series.size() + 1);
    for (const double at : breaks) {
        const QList<double> levels = levelsAt(at);
        for (qsizetype i = 0; i < levels.size(); ++i)
            lines[i].append(QPointF(plot.x.pixel(at), plot.y.pixel(levels.at(i))));
    }
    QList<QPolygonF> areas;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        QPolygonF area = lines.at(i);
        for (qsizetype j = lines.at(i + 1).size(); j > 0; --j)
            area.append(lines.at(i + 1).at(j - 1));
        areas.append(area);
    }
    return areas;
}

RiskLadderChart::Plot RiskLadderChart::plotIn(const QRectF& rect) const
{
    const QFontMetricsF plain(figureFont(TextSize::Caption));
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    Plot plot;
    plot.lineHeight = std::ceil(strong.height());
    plot.labelRight = rect.right() - space::inside;
    qreal names = strong.horizontalAdvance(tr("The fund"));
    const QList<Money> parts = partsAt(m_focusMost);
    for (qsizetype i = 0; i < shown().series.size(); ++i) {
        const LadderSeries& series = shown().series.at(i);
        if (series.kind != LadderSeries::Kind::Fund && !parts.at(i).isZero())
            names = std::max(names, strong.horizontalAdvance(series.name) +
                                        plain.horizontalAdvance(u' ' + amountText(parts.at(i))));
    }
    for (const QString& line : notAgreedLines())
        names = std::max(names, strong.horizontalAdvance(line));
    plot.labelLeft = plot.labelRight - std::min(std::ceil(names), rect.width() * mostLabels);

    const qreal ticks = plain.horizontalAdvance(u"−£1.5m"_s);
    const qreal left = rect.left() + space::inside + std::ceil(ticks) + space::medium;
    const qreal right = std::max(left + 80, plot.labelLeft - leaderRoom);
    const qreal stripTicks = rect.bottom() - space::small - plot.lineHeight;
    plot.stripBar =
        QRectF(left, stripTicks - space::tiny - (space::target + barHigh) / 2.0, right - left, barHigh);
    const qreal bottom =
        plot.stripBar.center().y() - space::target / 2.0 - space::small - plot.lineHeight - space::medium;
    plot.x = {m_focusLeast.toDoubleForCharts(), m_focusMost.toDoubleForCharts(), left, right};
    plot.strip = {m_data.least.toDoubleForCharts(), m_data.most.toDoubleForCharts(), left, right};
    plot.window = QRectF(QPointF(plot.strip.pixel(plot.x.low), plot.stripBar.top() - space::small),
                         QPointF(plot.strip.pixel(plot.x.high), plot.stripBar.bottom() + space::small));

    plot.rect = QRectF(left, rect.top() + space::small, right - left, 1);
    plot.kinks = kinkLabels(plot.rect, plot.x);
    qreal top = plot.rect.top() + plot.lineHeight;
    for (const ChartLabel& label : std::as_const(plot.kinks))
        top = std::max(top, label.rect.bottom());
    plot.rect = QRectF(left, top + space::tiny, right - left, std::max(60.0, bottom - top - space::tiny));
    plot.y = moneyScale(plot);
    plot.ends = endLabels(plot);
    plot.rungs = rungLabels(plot);
    placeCallout(plot);
    return plot;
}

QList<ChartLabel> RiskLadderChart::labels() const
{
    if (isEmpty())
        return {};
    const Plot plot = plotIn(rect());
    QList<ChartLabel> all = plot.kinks + plot.ends + plot.rungs;
    if (!plot.callout.isEmpty())
        all.append({u"test"_s, plot.calloutLines.join(u'\n'), plot.callout, {}, false, false});
    return all;
}

} // namespace placewright
