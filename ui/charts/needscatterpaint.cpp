// How the need scatter is laid out and drawn: the points once into a pixmap, what changes under the mouse over it.
#include "ui/charts/needscatterchart.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal stampHalf = 10;

QString tickText(double value, double step)
{
    return QString::number(value, 'f', step < 0.1 - 1e-9 ? 2 : 1);
}

QString poundTick(double value, double step)
{
    const int places = step < 1 - 1e-9 ? 2 : 0;
    const qint64 units = std::llround(value * (places == 0 ? 1 : 100));
    const QString text =
        formatDecimal(Ratio(std::abs(units), places == 0 ? 1 : 100), places, Rounding::HalfAwayFromZero);
    return (units < 0 ? u"−£"_s : u"£"_s) + text;
}

} // namespace

NeedScatterChart::Plot NeedScatterChart::plotIn(const QRectF& rect) const
{
    const QFontMetricsF ticks(figureFont(TextSize::Caption));
    const qreal line = std::ceil(ticks.height());
    qreal wide = 0;
    for (const double value : m_yTicks.values)
        wide = std::max(wide, ticks.horizontalAdvance(poundTick(value, m_yTicks.step)));
    QRectF plot = rect.adjusted(space::inside + std::ceil(wide) + space::medium, line + space::between,
                                -space::page, -(space::target + line + space::small));
    plot.setWidth(std::max(60.0, std::floor(plot.width())));
    plot.setHeight(std::max(60.0, std::floor(plot.height())));
    Plot made{plot, {}, {}};
    if (!m_xTicks.values.isEmpty()) {
        made.x = {m_xTicks.values.first(), m_xTicks.values.last(), plot.left(), plot.right()};
        made.y = {m_yTicks.values.first(), m_yTicks.values.last(), plot.bottom(), plot.top()};
    }
    return made;
}

QList<QPointF> NeedScatterChart::positionsIn(const Plot& plot) const
{
    QList<QPointF> at;
    at.reserve(m_data.points.size());
    for (const NeedScatterPoint& point : m_data.points)
        at.append({plot.x.pixel(point.needIndex.toDoubleForCharts()),
                   plot.y.pixel(point.perWeightedHead.toDoubleForCharts())});
    return at;
}

void NeedScatterChart::paintChart(ChartCanvas& canvas) const
{
    if (m_data.points.isEmpty()) {
        paintEmptyWords(canvas, m_data.emptyWords.isEmpty()
                                    ? tr("There is no area with both a need and money to set side by side.")
                                    : m_data.emptyWords);
        return;
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    const Plot plot = plotIn(canvas.rect);
    if (!canvas.interactive) {
        const QList<QPointF> at = positionsIn(plot);
        const QList<Corner> corners = cornersIn(plot, at, figureFont(TextSize::Caption));
        paintGround(canvas, plot, corners);
        for (qsizetype i = 0; i < at.size(); ++i)
            paintPoint(canvas.painter, canvas.tokens, at.at(i), m_data.points.at(i).known, false, false);
        paintLabels(canvas, labelsIn(plot, at, corners, false), false);
        return;
    }

    const qreal ratio = canvas.painter.device()->devicePixelRatio();
    const bool quiet = isBrushing() || chosen().contains(true);
    Static& still = m_static[quiet ? 1 : 0];
    if (still.size != size() || still.ratio != ratio || still.tokens != &canvas.tokens) {
        const QList<QPointF>& at = positions();
        still = {QPixmap(size() * ratio), size(), ratio, &canvas.tokens};
        still.pixmap.setDevicePixelRatio(ratio);
        still.pixmap.fill(canvas.tokens.base);
        QPainter painter(&still.pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        ChartCanvas below{painter,       canvas.tokens,  canvas.rect,          canvas.body,
                          canvas.strong, canvas.caption, canvas.captionStrong, true};
        paintGround(below, plot, m_corners);
        for (qsizetype i = 0; i < at.size(); ++i)
            paintPoint(painter, canvas.tokens, at.at(i), m_data.points.at(i).known, false, quiet);
    }
    canvas.painter.drawPixmap(QPointF(), still.pixmap);
    paintLive(canvas, plot);
}

void NeedScatterChart::paintGround(ChartCanvas& canvas, const Plot& plot, const QList<Corner>& corners) const
{
    const Tokens& tokens = canvas.tokens;
    QPainter& painter = canvas.painter;
    const QFontMetricsF metrics(canvas.caption, painter.device());
    const qreal line = metrics.height();
    qreal free = plot.rect.left() - space::large;
    for (const double value : m_xTicks.values) {
        const qreal x = std::round(plot.x.pixel(value));
        painter.fillRect(QRectF(x, plot.rect.top(), 1, plot.rect.height() + space::small), tokens.line);
        const QString label = tickText(value, m_xTicks.step);
        const qreal half = metrics.horizontalAdvance(label) / 2;
        if (x - half < free)
            continue;
        canvas.text(canvas.caption, tokens.text2, x, plot.rect.bottom() + space::target / 2.0, label,
                    Qt::AlignHCenter);
        free = x + half + space::medium;
    }
    free = plot.rect.bottom() + line;
    for (const double value : m_yTicks.values) {
        const qreal y = std::round(plot.y.pixel(value));
        painter.fillRect(QRectF(plot.rect.left(), y, plot.rect.width(), 1), tokens.line);
        if (y + line / 2 > free)
            continue;
        canvas.text(canvas.caption, tokens.text2, plot.rect.left() - space::medium, y,
                    poundTick(value, m_yTicks.step), Qt::AlignRight);
        free = y - line / 2;
    }
    const QPointF cross(std::round(plot.x.pixel(1)),
                        std::round(plot.y.pixel(m_data.mean.toDoubleForCharts())));
    const qreal thick = tokens.kind == ThemeKind::HighContrast ? 2 : 1; // hairlines are as bright there
    painter.fillRect(QRectF(cross.x(), plot.rect.top(), thick, plot.rect.height()), tokens.border);
    painter.fillRect(QRectF(plot.rect.left(), cross.y(), plot.rect.width(), thick), tokens.border);
    for (const Corner& corner : corners) {
        if (tokens.kind == ThemeKind::HighContrast)
            painter.fillRect(corner.rect, tokens.base);
        painter.setFont(canvas.caption);
        painter.setPen(tokens.text2);
        const bool right = corner.rect.center().x() > plot.rect.center().x();
        painter.drawText(corner.rect.adjusted(-2, 0, 2, 0),
                         Qt::AlignVCenter | Qt::TextDontClip | (right ? Qt::AlignRight : Qt::AlignLeft),
                         corner.words);
    }
    const qreal top = canvas.rect.top() + space::small + line / 2;
    const QString money = tr("£ a weighted head");
    const QString one = tr("need 1.000");
    const qreal left = canvas.rect.left() + space::inside;
    canvas.text(canvas.caption, tokens.text2, left, top, money);
    if (cross.x() - metrics.horizontalAdvance(one) / 2 >
        left + metrics.horizontalAdvance(money) + space::medium)
        canvas.text(canvas.caption, tokens.text2, cross.x(), top, one, Qt::AlignHCenter);
    const bool hollow = std::any_of(m_data.points.begin(), m_data.points.end(),
                                    [](const NeedScatterPoint& point) { return !point.known; });
    QStringList wordings{tr("Need index (the place = 1.000)"), tr("Need index")};
    if (hollow) {
        wordings.prepend(tr("Need index; hollow: on assumed money"));
        wordings.prepend(tr("Need index (the place = 1.000); hollow: on assumed money"));
    }
    canvas.text(canvas.caption, tokens.text2, plot.rect.center().x(),
                plot.rect.bottom() + space::target + line / 2,
                firstThatFits(metrics, plot.rect.width(), wordings), Qt::AlignHCenter);
}

void NeedScatterChart::paintPoint(QPainter& painter, const Tokens& tokens, const QPointF& at, bool known,
                                  bool chosen, bool quiet) const
{
    const qreal wide = radius() + (chosen ? 1 : 0);
    const QColor colour = chosen ? tokens.accent : quiet ? tokens.border : tokens.series[0];
    if (known) {
        painter.setPen(QPen(tokens.base, 1));
        painter.setBrush(colour);
        painter.drawEllipse(at, wide, wide);
    } else {
        painter.setPen(QPen(colour, 1.8));
        painter.setBrush(tokens.base);
        painter.drawEllipse(at, wide - 0.9, wide - 0.9);
    }
}

void NeedScatterChart::paintLive(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const QList<QPointF>& at = positions();
    QList<bool> shown = isBrushing() && !m_brush->extends ? QList<bool>(at.size(), false) : chosen();
    if (isBrushing()) {
        for (const int mark : marksIn(m_brush->rect()))
            shown[mark] = true;
    }
    std::array<QPixmap, 2> stamps; // hollow, filled: a chosen point is drawn once and set down often
    for (const bool known : {false, true}) {
        QPixmap& stamp = stamps[known ? 1 : 0];
        const qreal ratio = painter.device()->devicePixelRatio();
        stamp = QPixmap((QSizeF(2 * stampHalf, 2 * stampHalf) * ratio).toSize());
        stamp.setDevicePixelRatio(ratio);
        stamp.fill(Qt::transparent);
        QPainter on(&stamp);
        on.setRenderHint(QPainter::Antialiasing);
        paintPoint(on, tokens, QPointF(stampHalf, stampHalf), known, true, false);
    }
    for (qsizetype i = 0; i < at.size(); ++i) {
        if (shown.at(i))
            painter.drawPixmap(at.at(i) - QPointF(stampHalf, stampHalf),
                               stamps[m_data.points.at(i).known ? 1 : 0]);
    }
    const int hovered = isBrushing() ? -1 : hoveredMark();
    if (hovered >= 0 && hovered < at.size()) {
        painter.setPen(QPen(tokens.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at.at(hovered), 8, 8);
    }
    paintLabels(canvas, cachedLabels(), isBrushing() || shown.contains(true));
    if (hasFocus() && currentMark() < at.size() && !isBrushing())
        paintFocusRing(canvas, QRectF(at.at(currentMark()) - QPointF(6, 6), QSizeF(12, 12)));
    if (isBrushing()) {
        const QRectF box = m_brush->rect().intersected(plot.rect.adjusted(-8, -8, 8, 8));
        painter.setPen(QPen(tokens.accent, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    }
}

} // namespace placewright
