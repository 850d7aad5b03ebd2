// How the concentration chart is laid out and drawn.
#include "ui/charts/concentrationchart.h"
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

constexpr qreal dotRadius = 4;
constexpr qreal diamondRadius = 5;
constexpr qreal leaderDot = 2.5;
constexpr qreal leastApart = 3; // marks closer than this are left out, the line says it
constexpr int anchors = 40;     // places along a line where its label may hang
constexpr int distances = 7;    // how far off, in lines of text
constexpr int gridLines = 5;
constexpr qreal wellApart = 10; // a line this far from the next is told apart at once
constexpr QLatin1StringView diagonalId = "diagonal"_L1;

// The colour and the pattern of a line: never the colour alone.
QPen penFor(const Tokens& tokens, int overlay, bool need)
{
    if (need)
        return {tokens.kind == ThemeKind::Light ? tokens.series[4] : tokens.text, 1.5};
    if (overlay < 0)
        return {tokens.series[0], 2.5};
    const std::array<QList<qreal>, 3> dashes{QList<qreal>{5, 3}, {1.5, 2.5}, {7, 2.5, 1.5, 2.5}};
    const auto at = static_cast<size_t>(overlay);
    QPen pen(tokens.series[at + 1], 2);
    pen.setDashPattern(dashes[at]);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QColor textFor(const Tokens& tokens, const QString& id)
{
    if (id == diagonalId)
        return tokens.text2;
    bool overlaid = false;
    const int overlay = id.toInt(&overlaid);
    if (!overlaid)
        return id == u"need"_s ? tokens.text : tokens.seriesText[0];
    return tokens.seriesText[static_cast<size_t>(overlay) + 1];
}

} // namespace

ConcentrationChart::Plot ConcentrationChart::plotIn(const QRectF& rect) const
{
    const QFontMetricsF ticks(figureFont(TextSize::Caption));
    const qreal wide = ticks.horizontalAdvance(u"100%"_s);
    const qreal line = std::ceil(ticks.height());
    QRectF plot = rect.adjusted(space::inside + wide + space::medium, line + space::between,
                                -space::inside - wide / 2, -(space::target + line + space::small));
    plot.setWidth(std::max(60.0, std::floor(plot.width())));
    plot.setHeight(std::max(60.0, std::floor(plot.height())));
    plot.moveLeft(std::round(plot.left()));
    return {plot, {0, 1, plot.left(), plot.right()}, {0, 1, plot.bottom(), plot.top()}};
}

bool ConcentrationChart::crosses(const Plot& plot, const QRectF& rect) const
{
    const double left = std::clamp(plot.x.value(rect.left()), 0.0, 1.0);
    const double right = std::clamp(plot.x.value(rect.right()), 0.0, 1.0);
    const double low = plot.y.value(rect.bottom());
    const double high = plot.y.value(rect.top());
    if (left <= high && right >= low)
        return true; // the diagonal
    return std::any_of(m_lines.begin(), m_lines.end(), [&](const Line& line) {
        return valueAt(line, left) <= high && valueAt(line, right) >= low; // shares only grow
    });
}

// All lines end in the same corner, so each is labelled along its way: where its name has room beside it, above and left
// or below and right, and the fewest other lines between.
QList<ChartLabel> ConcentrationChart::labelsIn(const QRectF& rect) const
{
    const Plot plot = plotIn(rect);
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    const QFontMetricsF plain(figureFont(TextSize::Caption));
    LabelRoom room(plot.rect.adjusted(2, 2, -2, -2));
    QList<ChartLabel> labels;
    const auto place = [&](const QString& id, const QString& text, bool bold, auto valueOf) {
        const QFontMetricsF& metrics = bold ? strong : plain;
        const QString shown = metrics.elidedText(text, Qt::ElideRight, plot.rect.width() * 0.4);
        const QSizeF size(std::ceil(metrics.horizontalAdvance(shown)) + 4, std::ceil(metrics.height()));
        ChartLabel best;
        double least = 1e9;
        for (int i = anchors / 8; i <= anchors - 3; ++i) {
            const double people = i / static_cast<double>(anchors);
            const QPointF anchor(plot.x.pixel(people), plot.y.pixel(valueOf(people)));
            for (const int way : {-1, 1}) { // above and left, below and right
                for (int step = 0; step < distances; ++step) {
                    const qreal off = space::medium + step * size.height() * 0.75;
                    const QPointF corner = anchor + QPointF(way * off * 0.6, way * off);
                    const QRectF at = way < 0 ? QRectF(corner - QPointF(size.width(), size.height()), size)
                                              : QRectF(corner, size);
                    if (!room.isFree(at) || crosses(plot, at.adjusted(-3, -1, 3, 1)))
                        continue;
                    double between = 0;          // lines that the leader would run over
                    qreal alone = wellApart + 1; // from the next line
                    for (const Line& line : m_lines) {
                        const qreal apart = plot.y.pixel(valueAt(line, people)) - anchor.y();
                        between += apart * way > 1 ? 1 : 0;
                        if (line.name != text)
                            alone = std::min(alone, std::abs(apart));
                    }
                    const double cost = off + 40 * between + 30 * std::abs(people - 0.45) +
                                        3 * std::max(0.0, wellApart - alone);
                    if (cost < least) {
                        least = cost;
                        best = {id, shown, at, anchor, step > 0 || between > 0, bold};
                    }
                    break; // further out is only worse
                }
            }
        }
        if (best.text.isEmpty())
            return;
        room.take(best.rect.adjusted(-2, -2, 2, 2));
        labels.append(best);
    };
    for (const Line& line : m_lines) {
        const QString id = line.overlay >= 0 ? QString::number(line.overlay)
                           : line.need       ? u"need"_s
                                             : u"money"_s;
        place(id, line.name, true, [&](double people) { return valueAt(line, people); });
    }
    place(diagonalId, tr("equal shares"), false, [](double people) { return people; });
    return labels;
}

void ConcentrationChart::paintChart(ChartCanvas& canvas) const
{
    if (m_data.points.isEmpty()) {
        paintEmptyWords(canvas, m_data.emptyWords.isEmpty()
                                    ? tr("There is no money split by area and no measure of deprivation to "
                                         "set side by side.")
                                    : m_data.emptyWords);
        return;
    }
    QPainter& painter = canvas.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    const Plot plot = plotIn(canvas.rect);
    const Tokens& tokens = canvas.tokens;
    if (canvas.interactive && tokens.kind != ThemeKind::HighContrast) {
        for (int i = 0; i < m_data.points.size(); ++i) {
            if (isSelected(m_data.points.at(i).id)) {
                const qreal from = plot.x.pixel(i == 0 ? 0 : m_at.at(i - 1));
                painter.fillRect(QRectF(QPointF(from, plot.rect.top()),
                                        QPointF(plot.x.pixel(m_at.at(i)), plot.rect.bottom())),
                                 tokens.selection);
            }
        }
    }
    paintGrid(canvas, plot);
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i)
        paintLine(canvas, plot, m_lines.at(i));
    if (canvas.interactive) {
        if (hasFocus())
            paintGuide(canvas, plot, currentMark());
        if (hoveredMark() >= 0 && !(hasFocus() && hoveredMark() == currentMark()))
            paintGuide(canvas, plot, hoveredMark());
    }
    paintMarks(canvas, plot);
    for (const ChartLabel& label : labelsIn(canvas.rect)) {
        if (label.leader) {
            const bool above = label.rect.center().y() < label.anchor.y();
            painter.setPen(QPen(textFor(tokens, label.id), 1));
            painter.drawLine(label.anchor, above ? QPointF(label.rect.right() - 4, label.rect.bottom())
                                                 : QPointF(label.rect.left() + 4, label.rect.top()));
            painter.setPen(Qt::NoPen);
            painter.setBrush(textFor(tokens, label.id));
            painter.drawEllipse(label.anchor, leaderDot, leaderDot);
        }
        painter.fillRect(label.rect, tokens.base);
        canvas.text(label.strong ? canvas.captionStrong : canvas.caption, textFor(tokens, label.id),
                    label.rect.left() + 2, label.rect.center().y(), label.text);
    }
}

void ConcentrationChart::paintGrid(ChartCanvas& canvas, const Plot& plot) const
{
    const Tokens& tokens = canvas.tokens;
    QPainter& painter = canvas.painter;
    for (int i = 1; i <= gridLines; ++i) {
        const qreal x = std::round(plot.x.pixel(i / static_cast<double>(gridLines)));
        const qreal y = std::round(plot.y.pixel(i / static_cast<double>(gridLines)));
        painter.fillRect(QRectF(plot.rect.left(), y, plot.rect.width(), 1), tokens.line);
        painter.fillRect(QRectF(x, plot.rect.top(), 1, plot.rect.height() + space::small), tokens.line);
        const QString label = QString::number(i * 100 / gridLines) + u'%';
        canvas.text(canvas.caption, tokens.text2, plot.rect.left() - space::medium, y, label, Qt::AlignRight);
        canvas.text(canvas.caption, tokens.text2, x, plot.rect.bottom() + space::target / 2.0, label,
                    Qt::AlignHCenter);
    }
    painter.fillRect(QRectF(plot.rect.left(), plot.rect.bottom(), plot.rect.width(), 1), tokens.border);
    painter.fillRect(QRectF(plot.rect.left(), plot.rect.top(), 1, plot.rect.height()), tokens.border);
    canvas.text(canvas.caption, tokens.text2, plot.rect.left() - space::medium, plot.rect.bottom(), u"0"_s,
                Qt::AlignRight);
    painter.setPen(QPen(tokens.border, 1));
    painter.drawLine(plot.rect.bottomLeft(), plot.rect.topRight());

    const QFontMetricsF metrics(canvas.caption, painter.device());
    const qreal line = metrics.height();
    canvas.text(canvas.caption, tokens.text2, canvas.rect.left() + space::inside,
                canvas.rect.top() + space::small + line / 2, tr("Share of need and of money"));
    QStringList wordings{tr("Share of people, most deprived first"), tr("Most deprived people first")};
    if (!m_data.base.isEmpty())
        wordings.prepend(tr("Share of %1, most deprived first").arg(m_data.base));
    canvas.text(canvas.caption, tokens.text2, plot.rect.center().x(),
                plot.rect.bottom() + space::target + line / 2,
                firstThatFits(metrics, plot.rect.width(), wordings), Qt::AlignHCenter);
}

void ConcentrationChart::paintLine(ChartCanvas& canvas, const Plot& plot, const Line& line) const
{
    QPolygonF path{plot.rect.bottomLeft()};
    for (qsizetype i = 0; i < m_at.size(); ++i)
        path.append({plot.x.pixel(m_at.at(i)), plot.y.pixel(line.values.at(i))});
    QPen pen = penFor(canvas.tokens, line.overlay, line.need);
    pen.setJoinStyle(Qt::RoundJoin);
    canvas.painter.setPen(pen);
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawPolyline(path);
}

void ConcentrationChart::paintMarks(ChartCanvas& canvas, const Plot& plot) const
{
    const Tokens& tokens = canvas.tokens;
    QPainter& painter = canvas.painter;
    qreal last = -100;
    for (int i = 0; i < m_data.points.size(); ++i) {
        const qreal x = plot.x.pixel(m_at.at(i));
        const bool selected = canvas.interactive && isSelected(m_data.points.at(i).id);
        const bool focused = canvas.interactive && hasFocus() && currentMark() == i;
        if (x - last < leastApart * 2 && !selected && !focused)
            continue;
        last = x;
        const QPointF need(x, plot.y.pixel(m_lines.at(1).values.at(i)));
        const QPointF money(x, plot.y.pixel(m_lines.at(0).values.at(i)));
        painter.setPen(QPen(penFor(tokens, -1, true).color(), 1.5));
        painter.setBrush(tokens.base);
        painter.drawPolygon(QPolygonF{{need.x(), need.y() - diamondRadius},
                                      {need.x() + diamondRadius, need.y()},
                                      {need.x(), need.y() + diamondRadius},
                                      {need.x() - diamondRadius, need.y()}});
        const qreal radius = selected ? dotRadius + 2 : dotRadius;
        painter.setPen(QPen(tokens.base, 1));
        painter.setBrush(selected ? tokens.accent : tokens.series[0]);
        painter.drawEllipse(money, radius, radius);
        if (focused)
            paintFocusRing(canvas, QRectF(money.x() - 6, money.y() - 6, 12, 12));
    }
}

void ConcentrationChart::paintGuide(ChartCanvas& canvas, const Plot& plot, int mark) const
{
    if (mark < 0 || mark >= m_marks.size())
        return;
    const Tokens& tokens = canvas.tokens;
    const auto points = static_cast<int>(m_data.points.size());
    const double people =
        mark < points ? m_at.at(mark) : (mark - points + 1) / static_cast<double>(gridLines);
    const qreal x = std::round(plot.x.pixel(people));
    const qreal top =
        std::min(plot.y.pixel(valueAt(m_lines.at(0), people)), plot.y.pixel(valueAt(m_lines.at(1), people)));
    canvas.painter.fillRect(QRectF(x, top, 1, plot.rect.bottom() - top), tokens.text2);
    for (const Line& line : m_lines) {
        const QPen pen = penFor(tokens, line.overlay, line.need);
        canvas.painter.setPen(QPen(pen.color(), 2));
        canvas.painter.setBrush(tokens.base);
        canvas.painter.drawEllipse(QPointF(x, plot.y.pixel(valueAt(line, people))), 3.5, 3.5);
    }
    if (mark >= points && hasFocus() && mark == currentMark())
        paintFocusRing(canvas, m_marks.at(mark).rect.adjusted(-6, 4, 6, -4));
}

} // namespace placewright
