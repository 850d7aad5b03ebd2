// How the glide chart is laid out and drawn.
#include "ui/charts/glidechart.h"
#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal handleWide = 24; // 10 x 24 of visual.md, lying, since it goes up and down
constexpr qreal handleHigh = 10;
constexpr qreal foot = 5;
constexpr qreal dotRadius = 3;
constexpr qreal mostHalf = 24; // of a floor
constexpr qreal endGap = 34;   // from the last year to the names at the line ends: its floor and a leader
constexpr qreal iconSize = 12; // beside the words of a year that cannot be done

QString signedPercent(const Ratio& ratio)
{
    const QString text = formatPercent(ratio);
    return ratio > Ratio(0) ? u'+' + text : text;
}

QString tickText(double value, double step)
{
    const QString text = QString::number(std::abs(value) * 100, 'f', step < 0.01 - 1e-9 ? 1 : 0) + u'%';
    return (value < 0 ? u'−' : u'+') + text;
}

bool isZeroTick(double value, double step)
{
    return std::abs(value) < step / 2;
}

// A floor with its feet up, a ceiling with its feet down.
void paintLyingBracket(QPainter& painter, qreal left, qreal right, qreal y, bool floor)
{
    const qreal end = y + (floor ? -foot : foot);
    painter.drawPolyline(QPolygonF{{left, end}, {left, y}, {right, y}, {right, end}});
}

} // namespace

QString GlideChart::endText(const GlideArea& area) const
{
    const std::optional<Ratio> last = area.distance.value(shown().years.size() - 1);
    return area.name + u' ' + (last ? signedPercent(*last) : tr("not known"));
}

// Words of years that cannot be done stand above their year, in as many rows as they need.
QList<GlideChart::Notice> GlideChart::noticesIn(const QRectF& rect, const QList<qreal>& years,
                                                qreal lineHeight) const
{
    QList<Notice> notices;
    const QFontMetricsF metrics(figureFont(TextSize::Caption, TextWeight::Strong));
    const qreal top = rect.top() + space::small + lineHeight + space::small;
    const qreal high = lineHeight + space::tiny;
    for (int year = 1; year < shown().years.size(); ++year) {
        const QString& words = shown().years.at(year).infeasibleWords;
        if (words.isEmpty())
            continue;
        const qreal wide = std::ceil(metrics.horizontalAdvance(words)) + iconSize + 3 * space::small;
        const qreal left =
            std::clamp(years.at(year) - wide / 2, rect.left() + space::small,
                       std::max(rect.left() + space::small, rect.right() - space::small - wide));
        QRectF at(left, top, wide, high);
        const auto covered = [&] {
            return std::any_of(notices.begin(), notices.end(), [&](const Notice& other) {
                return other.rect.adjusted(-space::small, 0, space::small, 0).intersects(at);
            });
        };
        while (covered())
            at.translate(0, high + space::tiny);
        notices.append({year, at});
    }
    return notices;
}

GlideChart::Plot GlideChart::plotIn(const QRectF& rect) const
{
    const QFontMetricsF plain(figureFont(TextSize::Caption));
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    Plot plot;
    plot.lineHeight = std::ceil(strong.height());
    qreal ticks = strong.horizontalAdvance(tr("fair share"));
    for (const double value : m_ticks.values)
        ticks = std::max(ticks, plain.horizontalAdvance(tickText(value, m_ticks.step)));
    qreal names = 0;
    for (const GlideArea& area : shown().areas)
        names = std::max(names, strong.horizontalAdvance(endText(area)));
    plot.labelRight = rect.right() - space::inside;
    plot.labelLeft = plot.labelRight - std::min(std::ceil(names), rect.width() * 0.36);

    const qreal left = rect.left() + space::inside + std::ceil(ticks) + space::medium;
    const qreal right = std::max(left + 80, plot.labelLeft - endGap + handleWide / 2 + space::small);
    const auto years = static_cast<int>(shown().years.size());
    const qreal pad = handleWide / 2 + space::small;
    const qreal step = years > 1 ? (right - left - 2 * pad) / (years - 1) : 0;
    for (int i = 0; i < years; ++i)
        plot.years.append(std::round(left + pad + i * step));
    plot.band = years > 1 ? step : right - left;

    qreal top = rect.top() + space::small + plot.lineHeight + space::medium;
    plot.notices = noticesIn(rect, plot.years, plot.lineHeight);
    for (const Notice& notice : std::as_const(plot.notices))
        top = std::max(top, notice.rect.bottom() + space::small);
    plot.rect = QRectF(left, top, right - left, std::max(60.0, rect.bottom() - space::target - top));
    if (!m_ticks.values.isEmpty())
        plot.y = {m_ticks.values.first(), m_ticks.values.last(), plot.rect.bottom(), plot.rect.top()};
    return plot;
}

bool GlideChart::stands(const GlideArea& area, bool interactive) const
{
    if (!interactive)
        return false;
    const auto isArea = [&](int mark) {
        return mark >= handles() && areaOf(mark) < shown().areas.size() &&
               shown().areas.at(areaOf(mark)).id == area.id;
    };
    return isSelected(area.id) || (hasFocus() && isArea(currentMark())) || isArea(hoveredMark());
}

// At the end of each line its name and where it ends. Where there is no room for all: those that stand out, then from
// the outside in.
QList<ChartLabel> GlideChart::labelsIn(const Plot& plot, bool interactive) const
{
    struct End
    {
        int area;
        qreal y;
        bool strong;
    };
    QList<End> ends;
    const qreal zero = plot.y.pixel(0);
    for (int i = 0; i < shown().areas.size(); ++i) {
        const GlideArea& area = shown().areas.at(i);
        std::optional<Ratio> last;
        for (qsizetype year = shown().years.size() - 1; year >= 0 && !last; --year)
            last = area.distance.value(year);
        ends.append({i, last ? plot.y.pixel(last->toDoubleForCharts()) : zero, stands(area, interactive)});
    }
    const auto byHeight = [](const End& a, const End& b) { return a.y < b.y; };
    std::stable_sort(ends.begin(), ends.end(), byHeight);
    const qreal top = plot.rect.top() - plot.lineHeight / 2;
    const qreal bottom = plot.rect.bottom() + plot.lineHeight / 2;
    const auto fits = static_cast<qsizetype>(std::max(1.0, std::floor((bottom - top) / plot.lineHeight)));
    if (ends.size() > fits) {
        QList<std::pair<qsizetype, qsizetype>> ranks;
        for (qsizetype i = 0; i < ends.size(); ++i)
            ranks.append({ends.at(i).strong ? -1 : std::min(i, ends.size() - 1 - i), i});
        std::stable_sort(ranks.begin(), ranks.end());
        QList<End> kept;
        for (qsizetype i = 0; i < fits; ++i)
            kept.append(ends.at(ranks.at(i).second));
        ends = kept;
        std::stable_sort(ends.begin(), ends.end(), byHeight);
    }
    QList<qreal> wanted;
    for (const End& end : std::as_const(ends))
        wanted.append(end.y);
    const QList<qreal> middles = spreadMiddles(wanted, plot.lineHeight, top, bottom);
    QList<ChartLabel> labels;
    const qreal room = plot.labelRight - plot.labelLeft;
    for (qsizetype i = 0; i < ends.size(); ++i) {
        const End& end = ends.at(i);
        const GlideArea& area = shown().areas.at(end.area);
        const QFontMetricsF metrics(
            figureFont(TextSize::Caption, end.strong ? TextWeight::Strong : TextWeight::Normal));
        QString text = endText(area);
        if (metrics.horizontalAdvance(text) > room) { // the name gives way, the figure never
            const QString figure = text.mid(area.name.size());
            text = metrics.elidedText(area.name, Qt::ElideRight, room - metrics.horizontalAdvance(figure)) +
                   figure;
        }
        const QRectF rect(plot.labelLeft, middles.at(i) - plot.lineHeight / 2, room, plot.lineHeight);
        labels.append({area.id, text, rect, QPointF(plot.years.last(), end.y),
                       std::abs(middles.at(i) - end.y) > 2, end.strong});
    }
    return labels;
}

void GlideChart::paintChart(ChartCanvas& canvas) const
{
    if (isEmpty()) {
        paintEmptyWords(canvas, m_data.emptyWords.isEmpty()
                                    ? tr("There is no way to a fair share yet: it needs areas with money and "
                                         "need, and years to get there.")
                                    : m_data.emptyWords);
        return;
    }
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    painter.setRenderHint(QPainter::Antialiasing);
    const Plot plot = plotIn(canvas.rect);
    paintAxes(canvas, plot);

    QList<int> standing;
    for (int i = 0; i < shown().areas.size(); ++i) {
        if (stands(shown().areas.at(i), canvas.interactive))
            standing.append(i);
    }
    const bool quiet = !standing.isEmpty();
    for (int i = 0; i < shown().areas.size(); ++i) {
        if (!standing.contains(i))
            paintArea(canvas, plot, i, false, quiet);
    }
    for (const int area : std::as_const(standing))
        paintArea(canvas, plot, area, true, false);
    for (const ChartLabel& label : labelsIn(plot, canvas.interactive)) {
        const qreal y = label.rect.center().y();
        if (label.leader) {
            painter.setPen(QPen(label.strong ? tokens.accent : tokens.line2, 1));
            painter.drawLine(label.anchor + QPointF(dotRadius + 1, 0), QPointF(label.rect.left() - 3, y));
        }
        canvas.text(label.strong ? canvas.captionStrong : canvas.caption,
                    label.strong ? tokens.accent
                    : quiet      ? tokens.text2
                                 : tokens.text,
                    label.rect.left(), y, label.text);
    }
    for (int year = 1; year < shown().years.size(); ++year)
        paintLimit(canvas, plot, year);
    if (canvas.interactive && hasFocus() && currentMark() >= handles()) {
        const QList<ChartMark> all = marks();
        if (currentMark() < all.size()) {
            const QPointF at = all.at(currentMark()).rect.center();
            paintFocusRing(canvas, QRectF(at - QPointF(5, 5), QSizeF(10, 10)));
        }
    }
    if (canvas.interactive && m_move)
        paintMove(canvas, plot);
}

void GlideChart::paintAxes(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    for (const Notice& notice : plot.notices) {
        const qreal half = std::max(plot.band, handleWide) / 2;
        const qreal x = plot.years.at(notice.year);
        const QRectF band(QPointF(std::max(plot.rect.left(), x - half), plot.rect.top()),
                          QPointF(std::min(plot.rect.right(), x + half), plot.rect.bottom()));
        painter.fillRect(band, tokens.missedTint);
        painter.fillRect(notice.rect, tokens.missedTint);
        if (tokens.kind == ThemeKind::HighContrast) { // no tints there
            painter.setPen(QPen(tokens.text, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(band);
        }
        const qreal middle = notice.rect.center().y();
        paintIcon(painter, Icon::Missed,
                  {notice.rect.left() + space::small, middle - iconSize / 2, iconSize, iconSize},
                  tokens.missed, tokens.missedTint);
        canvas.text(canvas.captionStrong, tokens.missed, notice.rect.left() + iconSize + 2 * space::small,
                    middle, shown().years.at(notice.year).infeasibleWords);
    }
    const QStringList wordings{
        tr("Distance from fair share at the end of each year; floors: nobody further below"),
        tr("Distance from fair share; floors: nobody further below"), tr("Distance from fair share")};
    canvas.text(canvas.caption, tokens.text2, canvas.rect.left() + space::inside,
                canvas.rect.top() + space::small + plot.lineHeight / 2,
                firstThatFits(QFontMetricsF(canvas.caption, painter.device()),
                              canvas.rect.width() - 2 * space::inside, wordings));
    const qreal ticksRight = plot.rect.left() - space::medium;
    for (const double value : m_ticks.values) {
        const bool zero = isZeroTick(value, m_ticks.step);
        const qreal y = std::round(plot.y.pixel(value));
        painter.fillRect(QRectF(plot.rect.left(), zero ? y - 1 : y, plot.rect.width(), zero ? 2 : 1),
                         zero ? tokens.text : tokens.line);
        const QString label = zero ? tr("fair share") : tickText(value, m_ticks.step);
        const bool near = !zero && std::abs(y - plot.y.pixel(0)) < plot.lineHeight;
        if (!near)
            canvas.text(zero ? canvas.captionStrong : canvas.caption, zero ? tokens.text : tokens.text2,
                        ticksRight, y, label, Qt::AlignRight);
    }
    qreal free = 0;
    for (int i = 0; i < plot.years.size(); ++i) {
        const qreal x = plot.years.at(i);
        painter.fillRect(QRectF(x, plot.rect.top(), 1, plot.rect.height() + space::small), tokens.line);
        const QString name = shown().years.at(i).name;
        const qreal half = canvas.width(canvas.caption, name) / 2;
        if (x - half < free)
            continue;
        canvas.text(canvas.caption, tokens.text2, x, plot.rect.bottom() + space::target / 2.0, name,
                    Qt::AlignHCenter);
        free = x + half + space::small;
    }
}

void GlideChart::paintArea(ChartCanvas& canvas, const Plot& plot, int at, bool strong, bool quiet) const
{
    const GlideArea& area = shown().areas.at(at);
    QPainter& painter = canvas.painter;
    const QColor colour = strong  ? canvas.tokens.accent
                          : quiet ? canvas.tokens.border
                                  : canvas.tokens.series[0];
    std::optional<QPointF> before;
    for (int year = 0; year < plot.years.size(); ++year) {
        const std::optional<Ratio> distance = area.distance.value(year);
        if (!distance) {
            before.reset();
            continue;
        }
        const QPointF here(plot.years.at(year), plot.y.pixel(distance->toDoubleForCharts()));
        if (before) {
            painter.setPen(QPen(colour, strong ? 3 : 1.5));
            painter.drawLine(*before, here);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(here, dotRadius, dotRadius);
        before = here;
    }
}

void GlideChart::paintLimit(ChartCanvas& canvas, const Plot& plot, int at) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const GlideYear& year = shown().years.at(at);
    const int mark = at - 1;
    const bool moving = canvas.interactive && m_move && m_move->yearId == year.id;
    const bool focused = canvas.interactive && hasFocus() && currentMark() == mark;
    const bool live = moving || focused || (canvas.interactive && hoveredMark() == mark);
    const qreal x = plot.years.at(at) + 0.5;
    const qreal y = plot.y.pixel(limitOf(at).toDoubleForCharts());
    const qreal half = std::clamp(plot.band * 0.4, handleWide / 2 + 2, mostHalf);
    painter.setBrush(Qt::NoBrush);
    if (live && m_data.adjustable) { // how far it may go
        const qreal low = plot.y.pixel(year.lowest.toDoubleForCharts());
        const qreal high = plot.y.pixel(year.highest.toDoubleForCharts());
        painter.setPen(QPen(tokens.text2, 1));
        painter.drawLine(QPointF(x, low), QPointF(x, high));
        paintLyingBracket(painter, x - half * 0.7, x + half * 0.7, low, true);
        paintLyingBracket(painter, x - half * 0.7, x + half * 0.7, high, false);
    }
    const bool set = year.limit || moving;
    painter.setPen(QPen(year.infeasibleWords.isEmpty() ? tokens.text : tokens.missed, 2,
                        set ? Qt::SolidLine : Qt::DotLine));
    paintLyingBracket(painter, x - half, x + half, y, true);
    if (canvas.interactive && m_data.adjustable) {
        const QRectF handle(x - handleWide / 2, y - handleHigh / 2, handleWide, handleHigh);
        painter.setPen(QPen(tokens.accent, live ? 2 : 1));
        painter.setBrush(tokens.base);
        painter.drawRoundedRect(handle, space::controlRadius, space::controlRadius);
        painter.setPen(QPen(tokens.accent, 1));
        painter.drawLine(QPointF(x - 5, y), QPointF(x + 5, y));
        if (focused)
            paintFocusRing(canvas, handle.adjusted(-1, -1, 1, 1));
    }
    if (!set || moving)
        return;
    const QString text = (limitOf(at).isZero() ? QString() : u"−"_s) + limitText(limitOf(at));
    const qreal wide = canvas.width(canvas.captionStrong, text) + 2 * space::tiny;
    if (wide > plot.band && !live)
        return;
    const qreal high = plot.lineHeight;
    const QRectF plate(x - wide / 2, y + handleHigh / 2 + space::tiny, wide, high);
    if (plate.bottom() > plot.rect.bottom() + space::small)
        return;
    painter.fillRect(plate, year.infeasibleWords.isEmpty() ? tokens.base : tokens.missedTint);
    canvas.text(canvas.captionStrong, year.infeasibleWords.isEmpty() ? tokens.text : tokens.missed, x,
                plate.center().y(), text, Qt::AlignHCenter);
}

void GlideChart::paintMove(ChartCanvas& canvas, const Plot& plot) const
{
    const int at = yearAt(m_move->yearId);
    if (at < 1)
        return;
    const qreal x = plot.years.at(at) + 0.5;
    const qreal ghost = plot.y.pixel(m_move->from.toDoubleForCharts());
    const qreal now = plot.y.pixel(m_move->limit.toDoubleForCharts());
    canvas.painter.setBrush(Qt::NoBrush);
    if (m_move->limit != m_move->from) {
        canvas.painter.setPen(QPen(canvas.tokens.border, 1.5, Qt::DotLine));
        canvas.painter.drawRoundedRect(
            QRectF(x - handleWide / 2, ghost - handleHigh / 2, handleWide, handleHigh), space::controlRadius,
            space::controlRadius);
    }
    const QString words = m_move->limit.isZero()
                              ? tr("nobody below fair share")
                              : tr("nobody more than %1 below").arg(limitText(m_move->limit));
    paintPlate(
        canvas, canvas.rect.adjusted(space::small, space::small, -space::small, -space::small),
        {x - canvas.width(canvas.captionStrong, words) / 2 - space::medium, now + handleHigh + space::tiny},
        words, m_move->stopped);
}

} // namespace placewright
