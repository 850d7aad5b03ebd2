// How the risk ladder is drawn.
#include "core/money/ratio.h"
#include "ui/charts/riskladderchart.h"
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

constexpr qreal handleWide = 10;
constexpr qreal handleHigh = 24;
constexpr int notAgreedColour = 3;
constexpr int xTicks = 8;
constexpr qreal yTickRoom = 40;
constexpr int stripTicks = 3;

QString shareTickText(double pounds, double whole)
{
    const double percent = pounds / whole * 100;
    const bool isWhole = std::abs(percent - std::round(percent)) < 0.01;
    if (std::abs(percent) < 0.01)
        return u"0%"_s;
    return (percent < 0 ? u'−' : u'+') + QString::number(std::abs(percent), 'f', isWhole ? 0 : 1) + u'%';
}

// High contrast has no colours to tell partners apart: fills do, as far as there are.
QBrush fillOf(const Tokens& tokens, int colour)
{
    if (tokens.kind != ThemeKind::HighContrast)
        return tokens.series[static_cast<size_t>(colour)];
    constexpr std::array<Qt::BrushStyle, 6> styles{Qt::SolidPattern, Qt::SolidPattern, Qt::Dense6Pattern,
                                                   Qt::CrossPattern, Qt::VerPattern,   Qt::HorPattern};
    return {tokens.series[static_cast<size_t>(colour)], styles[static_cast<size_t>(colour)]};
}

} // namespace

int RiskLadderChart::colourOf(int at) const
{
    constexpr std::array<int, 5> byOrder{0, 1, 2, 4, 5};
    const LadderSeries& series = shown().series.at(at);
    if (series.kind == LadderSeries::Kind::NotAgreed)
        return notAgreedColour;
    if (series.colour >= 0)
        return series.colour % 6;
    const auto partner =
        std::count_if(shown().series.begin(), shown().series.begin() + at,
                      [](const LadderSeries& other) { return other.kind == LadderSeries::Kind::Partner; });
    return byOrder[static_cast<size_t>(partner) % byOrder.size()];
}

// The kind that takes most of the way between the two.
LadderSeries::Kind RiskLadderChart::takerBetween(double from, double to) const
{
    const QList<double> start = levelsAt(from);
    const QList<double> end = levelsAt(to);
    std::array<double, 3> taken{};
    for (qsizetype i = 0; i < shown().series.size(); ++i)
        taken[static_cast<size_t>(shown().series.at(i).kind)] +=
            std::abs((end.at(i + 1) - end.at(i)) - (start.at(i + 1) - start.at(i)));
    return static_cast<LadderSeries::Kind>(std::max_element(taken.begin(), taken.end()) - taken.begin());
}

void RiskLadderChart::paintChart(ChartCanvas& canvas) const
{
    if (isEmpty()) {
        const QString words = m_data.emptyWords.isEmpty()
                                  ? tr("Give the fund its contributions and its risk share to see who pays.")
                                  : m_data.emptyWords;
        paintEmptyWords(canvas, words);
        return;
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    const Plot plot = plotIn(canvas.rect);
    paintAxes(canvas, plot);
    paintAreas(canvas, plot);
    paintStrip(canvas, plot);
    paintKinks(canvas, plot);
    paintTest(canvas, plot);
    paintLabels(canvas, plot);
    if (canvas.interactive && hasFocus())
        paintFocus(canvas, plot);
}

void RiskLadderChart::paintAxes(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const ChartTicks ticks =
        ticksFor(plot.y.low, plot.y.high, std::max(2, static_cast<int>(plot.rect.height() / yTickRoom)));
    const bool millions = std::max(plot.y.high, -plot.y.low) >= 1'000'000;
    for (const double value : ticks.values) {
        const qreal y = std::round(plot.y.pixel(value));
        if (y < plot.rect.top() - 1 || y > plot.rect.bottom() + 1)
            continue;
        painter.fillRect(QRectF(plot.rect.left(), y, plot.rect.width(), 1), tokens.line);
        const double units = std::abs(value) / (millions ? 1e6 : 1e3);
        const bool isWhole = std::abs(ticks.step / (millions ? 1e6 : 1e3) -
                                      std::round(ticks.step / (millions ? 1e6 : 1e3))) < 1e-6;
        const bool isZero = std::abs(value) < ticks.step / 2;
        const QString text = isZero ? u"£0"_s
                                    : (value < 0 ? u"−£"_s : u"£"_s) +
                                          QString::number(units, 'f', isWhole ? 0 : 1) +
                                          (millions ? u'm' : u'k');
        canvas.text(canvas.caption, tokens.text2, plot.rect.left() - space::medium, y, text, Qt::AlignRight);
    }

    const qreal axis = plot.rect.bottom();
    painter.fillRect(QRectF(plot.rect.left(), axis, plot.rect.width(), 1), tokens.border);
    const qreal middle = axis + space::medium + plot.lineHeight / 2;
    const qreal test = plot.x.pixel(variance().toDoubleForCharts());
    qreal free = 0;
    for (const double pounds : shareTicks(plot.x.low, plot.x.high, xTicks)) {
        const qreal x = plot.x.pixel(pounds);
        painter.fillRect(QRectF(std::round(x), axis, 1, space::small), tokens.border);
        const QString text = shareTickText(pounds, m_data.fundTotal.toDoubleForCharts());
        const qreal half = canvas.width(canvas.caption, text) / 2;
        const bool underHandle =
            inFocus(variance()) && std::abs(x - test) < half + handleWide / 2 + space::tiny;
        if (x - half < free || underHandle)
            continue;
        canvas.text(canvas.caption, tokens.text2, x, middle, text, Qt::AlignHCenter);
        free = x + half + space::small;
    }
    const QString unit = QFontMetricsF(canvas.caption, painter.device())
                             .elidedText(tr("of the fund"), Qt::ElideRight, plot.labelRight - plot.labelLeft);
    canvas.text(canvas.caption, tokens.text2, std::max(plot.labelLeft, free), middle, unit);
}

void RiskLadderChart::paintAreas(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const QList<QPolygonF> areas = areasIn(plot);
    painter.save();
    painter.setClipRect(plot.rect);
    for (int i = 0; i < areas.size(); ++i) {
        if (shown().series.at(i).kind == LadderSeries::Kind::Fund)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(fillOf(tokens, colourOf(i)));
        painter.drawPolygon(areas.at(i));
    }
    // A gap where two colours meet, thinner where an area is itself thin.
    for (int i = 1; i < areas.size(); ++i) {
        if (shown().series.at(i).kind == LadderSeries::Kind::Fund ||
            shown().series.at(i - 1).kind == LadderSeries::Kind::Fund)
            continue;
        const auto bends = areas.at(i).size() / 2;
        const auto thickness = [&](const QPolygonF& area, qsizetype bend) {
            return std::abs(area.at(bend).y() - area.at(area.size() - 1 - bend).y());
        };
        for (qsizetype bend = 0; bend + 1 < bends; ++bend) {
            const qreal thin =
                std::min(std::max(thickness(areas.at(i), bend), thickness(areas.at(i), bend + 1)),
                         std::max(thickness(areas.at(i - 1), bend), thickness(areas.at(i - 1), bend + 1)));
            if (thin < 0.5)
                continue;
            painter.setPen(QPen(tokens.base, thin < 8 ? 1 : 2));
            painter.drawLine(areas.at(i).at(bend), areas.at(i).at(bend + 1));
        }
    }
    if (tokens.kind == ThemeKind::HighContrast) {
        painter.setPen(QPen(tokens.text, 1));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF& area : areas)
            painter.drawPolygon(area);
    }
    paintFund(canvas, plot, areas);
    painter.restore();

    const qreal zero = std::round(plot.y.pixel(0));
    painter.fillRect(QRectF(plot.rect.left(), zero - 0.5, plot.rect.width(), 1.5), tokens.text);
}

// Money that is in the fund already: hollow, each rung with its edge.
void RiskLadderChart::paintFund(ChartCanvas& canvas, const Plot& plot, const QList<QPolygonF>& areas) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const auto isFund = [&](int i) { return shown().series.at(i).kind == LadderSeries::Kind::Fund; };
    QList<int> fund;
    for (int i = 0; i < areas.size(); ++i) {
        if (isFund(i))
            fund.append(i);
    }
    if (fund.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.head);
    for (const int i : std::as_const(fund))
        painter.drawPolygon(areas.at(i));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.text, 1));
    for (const int i : std::as_const(fund)) {
        const QPolygonF& area = areas.at(i);
        painter.drawPolyline(area.sliced(area.size() / 2)); // its far edge
    }
    // Where one rung ends and another begins.
    const QList<double> breaks = breaksIn(m_focusLeast, m_focusMost);
    const auto takes = [&](qsizetype bend, int i) {
        const QList<double> start = levelsAt(breaks.at(bend));
        const QList<double> end = levelsAt(breaks.at(bend + 1));
        return std::abs(end.at(i + 1) - end.at(i) - start.at(i + 1) + start.at(i)) > 0.005;
    };
    for (qsizetype bend = 1; bend + 1 < breaks.size(); ++bend) {
        const bool ends = std::any_of(fund.begin(), fund.end(),
                                      [&](int i) { return takes(bend - 1, i) != takes(bend, i); });
        if (!ends || breaks.at(bend) == 0)
            continue;
        const qreal x = plot.x.pixel(breaks.at(bend));
        painter.drawLine(QPointF(x, plot.y.pixel(0)),
                         QPointF(x, plot.y.pixel(levelsAt(breaks.at(bend)).at(fund.last() + 1))));
    }
}

void RiskLadderChart::paintKinks(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const qreal top = plot.kinks.isEmpty() ? plot.rect.top() : plot.kinks.first().rect.top();
    for (const LadderKink& kink : shown().kinks) {
        if (!inFocus(kink.at))
            continue;
        const qreal x = plot.x.pixel(kink.at.toDoubleForCharts());
        const qreal bottom = kink.at.isNegative() ? plot.rect.bottom() : plot.y.pixel(0) + space::small;
        for (const QPen& pen : {QPen(tokens.base, 1.25), QPen(tokens.text, 1.25, Qt::DashLine)}) {
            painter.setPen(pen); // the dashes are seen on dark areas too
            painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        }
    }
    for (const ChartLabel& label : plot.kinks) {
        painter.fillRect(label.rect, tokens.base);
        canvas.text(canvas.caption, tokens.text, label.rect.left(), label.rect.center().y(), label.text);
    }
}

void RiskLadderChart::paintLabels(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    for (const ChartLabel& label : plot.rungs) {
        painter.fillRect(label.rect, tokens.base);
        canvas.text(canvas.captionStrong, tokens.text, label.rect.left(), label.rect.center().y(),
                    label.text);
    }
    for (const ChartLabel& label : plot.ends) {
        const int series = label.id.toInt();
        const bool isFund = shown().series.at(series).kind == LadderSeries::Kind::Fund;
        const QColor ink = isFund ? tokens.text : tokens.seriesText[static_cast<size_t>(colourOf(series))];
        if (label.strong && canvas.interactive)
            painter.fillRect(label.rect.adjusted(-space::small, 0, space::small, 0), tokens.selection);
        const bool onYellow = label.strong && canvas.interactive && tokens.kind == ThemeKind::HighContrast;
        if (label.leader) {
            painter.setPen(QPen(tokens.border, 1));
            painter.drawLine(label.anchor + QPointF(1, 0),
                             QPointF(plot.labelLeft - space::tiny, label.rect.center().y()));
        }
        const qsizetype cut = label.text.lastIndexOf(label.text.contains(u'\n') ? u'\n' : u' ');
        const bool twoLines = label.text.at(cut) == u'\n';
        const QString name = label.text.left(cut);
        const qreal first = twoLines ? label.rect.top() + plot.lineHeight / 2 : label.rect.center().y();
        canvas.text(canvas.captionStrong, onYellow ? tokens.onSelection : ink, label.rect.left(), first,
                    name);
        const QString amount = label.text.mid(cut + (twoLines ? 1 : 0));
        canvas.text(canvas.caption, onYellow ? tokens.onSelection : tokens.text,
                    twoLines ? label.rect.left()
                             : label.rect.left() + canvas.width(canvas.captionStrong, name),
                    twoLines ? first + plot.lineHeight : first, amount);
    }
}

void RiskLadderChart::paintStrip(ChartCanvas& canvas, const Plot& plot) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const QRectF bar = plot.stripBar;
    QList<double> breaks = breaksIn(m_data.least, m_data.most);
    const double open = shown().notAgreedFrom ? shown().notAgreedFrom->toDoubleForCharts() : 0;
    if (shown().notAgreedFrom && open > breaks.first() && open < breaks.last())
        breaks.insert(std::lower_bound(breaks.begin(), breaks.end(), open), open);
    const auto near = [](double a, double b) { return b - a < 1; }; // the penny before and after a bend
    breaks.erase(std::unique(breaks.begin(), breaks.end(), near), breaks.end());
    const auto takerOf = [&](qsizetype piece) {
        const bool isOpen = shown().notAgreedFrom && breaks.at(piece) >= open;
        return isOpen ? LadderSeries::Kind::NotAgreed : takerBetween(breaks.at(piece), breaks.at(piece + 1));
    };
    for (qsizetype i = 0; i + 1 < breaks.size();) {
        const LadderSeries::Kind taker = takerOf(i);
        const qreal left = plot.strip.pixel(breaks.at(i));
        do
            ++i;
        while (i + 1 < breaks.size() && takerOf(i) == taker);
        const QRectF piece(left, bar.top(), plot.strip.pixel(breaks.at(i)) - left, bar.height());
        painter.fillRect(piece,
                         taker == LadderSeries::Kind::Fund
                             ? QBrush(tokens.kind == ThemeKind::HighContrast ? tokens.base : tokens.line)
                         : taker == LadderSeries::Kind::Partner ? QBrush(tokens.accent)
                                                                : fillOf(tokens, notAgreedColour));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.border, 1));
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    const auto tick = [&](double pounds, qreal beyond, qreal thick, const QColor& colour) {
        painter.fillRect(QRectF(plot.strip.pixel(pounds) - thick / 2, bar.top() - beyond, thick,
                                bar.height() + 2 * beyond),
                         colour);
    };
    if (breaks.first() < 0 && breaks.last() > 0)
        tick(0, 0, 1, tokens.text);
    const double test = variance().toDoubleForCharts();
    if (test >= breaks.first() && test <= breaks.last()) {
        tick(test, space::tiny, 4, tokens.base);
        tick(test, space::tiny, 2, tokens.text);
    }

    const bool live = canvas.interactive &&
                      (m_windowMove || (hoveredMark() >= 0 && markOf(hoveredMark()).part == Part::Window));
    const QRectF window = plot.window.adjusted(0, 0.5, 0, -0.5);
    painter.setPen(QPen(tokens.base, 4));
    painter.drawRect(window);
    painter.setPen(QPen(live ? tokens.accent : tokens.text, live ? 2.5 : 1.5));
    painter.drawRect(window);

    const qreal middle = plot.window.bottom() + space::small + plot.lineHeight / 2;
    qreal free = 0;
    for (const double pounds : shareTicks(plot.strip.low, plot.strip.high, stripTicks)) {
        const QString text = shareTickText(pounds, m_data.fundTotal.toDoubleForCharts());
        const qreal wide = canvas.width(canvas.caption, text);
        const qreal x = std::clamp(plot.strip.pixel(pounds) - wide / 2, bar.left(), bar.right() - wide);
        if (x < free)
            continue;
        canvas.text(canvas.caption, tokens.text2, x, middle, text);
        free = x + wide + space::medium;
    }
    const QStringList words = notAgreedLines();
    qreal y = bar.center().y();
    for (const QString& line : words) {
        const QString text = QFontMetricsF(canvas.captionStrong, painter.device())
                                 .elidedText(line, Qt::ElideRight, plot.labelRight - plot.labelLeft);
        canvas.text(canvas.captionStrong, tokens.missed, plot.labelLeft, y, text);
        y += plot.lineHeight;
    }
}

void RiskLadderChart::paintTest(ChartCanvas& canvas, const Plot& plot) const
{
    if (!inFocus(variance()))
        return;
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    const qreal x = std::round(plot.x.pixel(variance().toDoubleForCharts()));
    const auto handleAt = [&](qreal middle) {
        return QRectF(middle - handleWide / 2, plot.rect.bottom() - handleHigh / 2, handleWide, handleHigh);
    };
    if (canvas.interactive && m_move && m_move->variance != m_move->from && inFocus(m_move->from)) {
        const qreal ghost = plot.x.pixel(m_move->from.toDoubleForCharts());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.border, 1.5, Qt::DotLine));
        painter.drawLine(QPointF(ghost, plot.rect.top()), QPointF(ghost, plot.rect.bottom()));
        painter.drawRoundedRect(handleAt(ghost), space::controlRadius, space::controlRadius);
    }
    const qreal top = plot.rect.top() + space::small;
    painter.fillRect(QRectF(x - 2, top, 4, plot.rect.bottom() - top), tokens.base);
    painter.fillRect(QRectF(x - 1, top, 2, plot.rect.bottom() - top), tokens.text);

    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(tokens.base);
    painter.drawRect(plot.callout.adjusted(0.5, 0.5, -0.5, -0.5));
    const qreal left = plot.callout.left() + space::medium;
    qreal middle = plot.callout.top() + space::small + plot.lineHeight / 2;
    canvas.text(canvas.captionStrong, tokens.text, left, middle,
                tr("Test: %1").arg(formatChange(variance())));
    for (const QString& line : plot.calloutLines) {
        middle += plot.lineHeight;
        canvas.text(canvas.caption, tokens.text, left, middle, line);
    }

    const bool isLive = canvas.interactive && (m_move || hoveredMark() == 0);
    const bool isHandle = canvas.interactive && m_data.adjustable;
    painter.setPen(QPen(isHandle ? tokens.accent : tokens.text, isLive ? 2.5 : 2));
    painter.setBrush(isHandle ? tokens.base : tokens.text);
    if (isHandle)
        painter.drawRoundedRect(handleAt(x), space::controlRadius, space::controlRadius);
    else
        painter.drawEllipse(QPointF(x, plot.rect.bottom()), 2.5, 2.5);
}

void RiskLadderChart::paintFocus(ChartCanvas& canvas, const Plot& plot) const
{
    const QList<ChartMark> all = marks();
    if (currentMark() >= all.size())
        return;
    QRectF ring = all.at(currentMark()).rect;
    const MarkOf mark = markOf(currentMark());
    switch (mark.part) {
    case Part::Handle:
        ring = QRectF(ring.center().x() - handleWide / 2, ring.center().y() - handleHigh / 2, handleWide,
                      handleHigh)
                   .adjusted(-1, -1, 1, 1);
        break;
    case Part::Kink:
        if (!inFocus(shown().kinks.at(mark.at).at))
            ring = QRectF(ring.center() - QPointF(3, 8), QSizeF(6, 16));
        break;
    case Part::Series:
        ring = QRectF(ring.center() - QPointF(6, 6), QSizeF(12, 12));
        break;
    case Part::Window:
        ring = plot.window.adjusted(-1, -1, 1, 1);
        break;
    }
    paintFocusRing(canvas, ring);
}

} // namespace placewright
