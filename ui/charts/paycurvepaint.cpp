// How the pay curve is drawn.
#include "ui/charts/paycurvechart.h"
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

using Look = PayCurveLine::Look;

constexpr qreal dotRadius = 5;
constexpr qreal markRadius = 3; // of the low and the high result
constexpr qreal gap = 1.5;      // of base about a dot
constexpr qreal attainmentTickRoom = 60;

QColor colourOf(const Tokens& tokens, Look look)
{
    switch (look) {
    case Look::First:
        return tokens.series[0];
    case Look::Last:
        return tokens.series[3];
    case Look::Middle:
        break;
    }
    return tokens.border;
}

QColor inkOf(const Tokens& tokens, Look look)
{
    switch (look) {
    case Look::First:
        return tokens.seriesText[0];
    case Look::Last:
        return tokens.seriesText[3];
    case Look::Middle:
        break;
    }
    return tokens.text2;
}

QPen penOf(const Tokens& tokens, Look look)
{
    QPen pen(colourOf(tokens, look), look == Look::First ? 3 : look == Look::Last ? 2.5 : 1.5);
    pen.setJoinStyle(Qt::RoundJoin);
    if (look == Look::Last && tokens.kind == ThemeKind::HighContrast) { // no colours there
        pen.setDashPattern({4, 2});
        pen.setCapStyle(Qt::FlatCap);
    }
    return pen;
}

int decimalsFor(double step)
{
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

QRectF around(const QPointF& at, qreal half)
{
    return {at.x() - half, at.y() - half, 2 * half, 2 * half};
}

} // namespace

QString PayCurveChart::poundText(double pounds, const ChartTicks& ticks)
{
    if (pounds < ticks.step / 2)
        return u"£0"_s;
    const double most = ticks.values.last();
    const double unit = most >= 1e6 ? 1e6 : most >= 1e3 ? 1e3 : 1;
    const QString digits = QString::number(pounds / unit, 'f', decimalsFor(ticks.step / unit));
    return u'£' + digits + (unit >= 1e6 ? u"m"_s : unit >= 1e3 ? u"k"_s : QString());
}

// The extremes over the rest, the first on top; the current one over all.
QList<int> PayCurveChart::paintOrder() const
{
    QList<int> order;
    for (int i = 0; i < shown().lines.size(); ++i)
        order.append(i);
    const auto height = [this](int line) {
        const Look look = shown().lines.at(line).look;
        return line == currentMark() ? 3 : look == Look::First ? 2 : look == Look::Last ? 1 : 0;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return height(a) < height(b); });
    return order;
}

void PayCurveChart::paintChart(ChartCanvas& canvas) const
{
    if (isEmpty()) {
        paintEmptyWords(canvas, m_data.emptyWords.isEmpty()
                                    ? tr("Give the contract a measure with thresholds and money at risk to "
                                         "see what each result pays.")
                                    : m_data.emptyWords);
        return;
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    const Plot plot = plotIn(canvas.rect);
    const QList<int> order = paintOrder();
    paintAxes(canvas, plot);
    for (const int line : order)
        paintLine(canvas, plot, line);
    paintLabels(canvas, plot);
    for (const int line : order)
        paintDot(canvas, plot, line);
    if (canvas.interactive && m_move)
        paintMove(canvas, plot);
}

void PayCurveChart::paintAxes(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const bool atLeft = m_data.higherIsBetter;
    for (const double pounds : plot.pounds.values) {
        const qreal y = std::round(plot.y.pixel(pounds));
        painter.fillRect(QRectF(plot.rect.left(), y, plot.rect.width(), 1), tokens.line);
        canvas.text(canvas.caption, tokens.text2,
                    atLeft ? plot.rect.left() - space::between : plot.rect.right() + space::between, y,
                    poundText(pounds, plot.pounds), atLeft ? Qt::AlignRight : Qt::AlignLeft);
    }
    for (const ChartLabel& label : plot.thresholds) {
        painter.setPen(QPen(tokens.text2, 1.25, Qt::DashLine));
        const qreal x = std::round(label.anchor.x()) + 0.5;
        painter.drawLine(QPointF(x, label.rect.top()), QPointF(x, plot.rect.bottom()));
    }
    for (const ChartLabel& label : plot.thresholds) {
        painter.fillRect(label.rect, tokens.base);
        canvas.text(canvas.caption, tokens.text2, label.rect.left(), label.rect.center().y(), label.text);
    }

    const qreal axis = std::round(plot.rect.bottom());
    painter.fillRect(QRectF(plot.rect.left(), axis, plot.rect.width(), 1), tokens.border);
    const ChartTicks ticks = ticksFor(plot.x.low, plot.x.high,
                                      std::max(2, static_cast<int>(plot.rect.width() / attainmentTickRoom)));
    qreal middle = axis + space::medium + plot.lineHeight / 2;
    qreal free = plot.rect.left() - space::large;
    for (const double attainment : ticks.values) {
        const qreal x = std::round(plot.x.pixel(attainment));
        if (x < plot.rect.left() - 1 || x > plot.rect.right() + 1)
            continue;
        painter.fillRect(QRectF(x, axis, 1, space::small), tokens.border);
        const QString digits = QString::number(std::abs(attainment), 'f', decimalsFor(ticks.step));
        const QString text = (attainment < -ticks.step / 2 ? u"−"_s : QString()) + digits + m_data.unit;
        const qreal half = canvas.width(canvas.caption, text) / 2;
        if (x - half < free)
            continue;
        canvas.text(canvas.caption, tokens.text2, x, middle, text, Qt::AlignHCenter);
        free = x + half + space::medium;
    }
    if (m_data.measureName.isEmpty())
        return;
    middle += plot.lineHeight + space::tiny;
    const qreal room = canvas.rect.width() - 2 * space::inside;
    const QString name =
        QFontMetricsF(canvas.caption, painter.device()).elidedText(m_data.measureName, Qt::ElideRight, room);
    const qreal wide = canvas.width(canvas.caption, name);
    const qreal least = canvas.rect.left() + space::inside;
    const qreal x =
        std::clamp(plot.rect.center().x() - wide / 2, least, std::max(least, least + room - wide));
    canvas.text(canvas.caption, tokens.text2, x, middle, name);
}

void PayCurveChart::paintLine(ChartCanvas& canvas, const Plot& plot, int at) const
{
    QPainter& painter = canvas.painter;
    const PayCurveLine& line = shown().lines.at(at);
    if (line.points.isEmpty())
        return;
    painter.save();
    painter.setClipRect(plot.rect.adjusted(0, -2, 0, 2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(canvas.tokens, line.look));
    painter.drawPolyline(pathOf(at, plot));
    painter.restore();
    painter.setPen(QPen(colourOf(canvas.tokens, line.look), 1.5));
    painter.setBrush(canvas.tokens.base);
    for (const std::optional<Ratio>& result : {line.low, line.high}) {
        if (!result || *result < m_data.least || *result > m_data.most)
            continue;
        const double attainment = result->toDoubleForCharts();
        painter.drawEllipse(QPointF(plot.x.pixel(attainment), plot.y.pixel(levelAt(at, attainment))),
                            markRadius, markRadius);
    }
}

// The current one has a frame: what the keys and the entry row speak of.
void PayCurveChart::paintDot(ChartCanvas& canvas, const Plot& plot, int at) const
{
    const std::optional<QPointF> dot = dotOf(at, plot);
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const bool current = canvas.interactive && currentMark() == at;
    const bool focused = current && hasFocus();
    if (!dot) {
        if (!focused)
            return;
        for (const ChartLabel& label : plot.ends) {
            if (label.id == shown().lines.at(at).id)
                paintFocusRing(canvas, label.rect);
        }
        return;
    }
    const bool moving = canvas.interactive && m_move && m_move->line == at;
    const bool live = focused || moving;
    const bool held = canvas.interactive && m_data.adjustable && (current || hoveredMark() == at);
    if (held) {
        painter.setPen(QPen(live ? tokens.accent : tokens.border, live ? 2 : 1));
        painter.setBrush(tokens.base);
        painter.drawRoundedRect(around(*dot, space::target / 2.0 - 1), space::controlRadius,
                                space::controlRadius);
        QPen line = penOf(tokens, shown().lines.at(at).look);
        painter.save(); // the line goes on through the frame
        painter.setClipRect(around(*dot, space::target / 2.0 - 2) & plot.rect.adjusted(0, -2, 0, 2));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(line);
        painter.drawPolyline(pathOf(at, plot));
        painter.restore();
    } else if (focused) {
        paintFocusRing(canvas, around(*dot, dotRadius + gap));
    } else if (current) {
        painter.setPen(QPen(tokens.border, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(around(*dot, dotRadius + gap + 2), space::controlRadius,
                                space::controlRadius);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.base);
    painter.drawEllipse(*dot, dotRadius + gap, dotRadius + gap);
    painter.setBrush(colourOf(tokens, shown().lines.at(at).look));
    painter.drawEllipse(*dot, dotRadius, dotRadius);
}

void PayCurveChart::paintLabels(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const bool atRight = m_data.higherIsBetter;
    for (const ChartLabel& label : plot.ends) {
        const PayCurveLine& line = shown().lines.at(lineAt(label.id));
        const bool marked = label.strong && canvas.interactive;
        const bool onYellow = marked && tokens.kind == ThemeKind::HighContrast;
        if (marked)
            painter.fillRect(label.rect.adjusted(-space::small, 0, space::small, 0), tokens.selection);
        qreal middle = label.rect.top() + plot.lineHeight / 2;
        if (label.leader) {
            painter.setPen(QPen(tokens.border, 1));
            painter.drawLine(
                label.anchor + QPointF(atRight ? 1 : -1, 0),
                QPointF(atRight ? label.rect.left() - space::tiny : label.rect.right() + space::tiny,
                        middle));
        }
        const qreal x = atRight ? label.rect.left() : label.rect.right();
        const Qt::Alignment side = atRight ? Qt::AlignLeft : Qt::AlignRight;
        const QStringList texts = label.text.split(u'\n');
        canvas.text(line.look == Look::Middle ? canvas.caption : canvas.captionStrong,
                    onYellow ? tokens.onSelection : inkOf(tokens, line.look), x, middle, texts.first(), side);
        if (texts.size() > 1)
            canvas.text(canvas.caption, onYellow ? tokens.onSelection : tokens.text, x,
                        middle + plot.lineHeight, texts.at(1), side);
    }
}

void PayCurveChart::paintMove(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    if (m_move->attainment != m_move->from) {
        const double from = m_move->from.toDoubleForCharts();
        const QPointF ghost(std::clamp(plot.x.pixel(from), plot.rect.left(), plot.rect.right()),
                            plot.y.pixel(levelAt(m_move->line, from)));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(canvas.tokens.border, 1.5, Qt::DotLine));
        painter.drawEllipse(ghost, dotRadius, dotRadius);
    }
    const std::optional<QPointF> dot = dotOf(m_move->line, plot);
    if (!dot)
        return;
    const QString words =
        tr("%1 earns %2", "a result; an amount")
            .arg(figure(m_move->attainment), formatMoney(paysAt(m_move->line, m_move->attainment)));
    const qreal clear = space::target / 2.0 + space::small;
    const qreal high = plot.lineHeight + 2 * space::small;
    const bool above = dot->y() - clear - high >= plot.rect.top();
    const qreal wide = canvas.width(canvas.captionStrong, words) + 2 * space::medium;
    const qreal left = m_data.higherIsBetter ? dot->x() + clear - wide : dot->x() - clear; // off the line
    paintPlate(canvas, plot.rect, {left, above ? dot->y() - clear - high : dot->y() + clear}, words, {});
}

} // namespace placewright
