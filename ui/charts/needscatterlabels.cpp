// Where the words of the need scatter stand: of the quarters, of the mean, of the points.
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

constexpr qreal fewRadius = 4.5;
constexpr qreal manyRadius = 3;
constexpr qsizetype many = 300;
constexpr qsizetype few = 40;    // every one is named, with a leader where need be
constexpr qreal focusRadius = 9; // of the ring about the focused point
constexpr int mostForced = 60;   // more selected than this are labelled where there is room, as all others

QPointF leaderEnd(const ChartLabel& label)
{
    return {std::clamp(label.anchor.x(), label.rect.left(), label.rect.right()),
            std::clamp(label.anchor.y(), label.rect.top(), label.rect.bottom())};
}

} // namespace

qreal NeedScatterChart::radius() const
{
    return m_data.points.size() > many ? manyRadius : fewRadius;
}

// The words of the quarters stand in the corners, in two lines where a quarter is narrow, or where the points of the
// quarter leave room for them; then the mean at its line.
QList<NeedScatterChart::Corner> NeedScatterChart::cornersIn(const Plot& plot, const QList<QPointF>& at,
                                                            const QFont& font) const
{
    const QFontMetricsF metrics(font);
    const qreal line = std::ceil(metrics.height());
    const QRectF room = plot.rect.adjusted(space::small, space::tiny, -space::small, -space::tiny);
    const QPointF cross(plot.x.pixel(1), plot.y.pixel(m_data.mean.toDoubleForCharts()));
    LabelRoom free(plot.rect);
    for (qsizetype i = 0; i < at.size(); ++i) {
        // Few points keep room for their names, too.
        const qreal name =
            at.size() > few ? 0 : space::small + metrics.horizontalAdvance(m_data.points.at(i).name);
        const qreal half = at.size() > few ? radius() : line / 2;
        free.take({at.at(i).x() - radius(), at.at(i).y() - half, 2 * radius() + name, 2 * half});
    }
    QList<Corner> corners;
    const auto add = [&](const QString& first, const QString& second, bool right, bool bottom) {
        const qreal across = right ? room.right() - cross.x() : cross.x() - room.left();
        const qreal down = bottom ? room.bottom() - cross.y() : cross.y() - room.top();
        Corner best;
        for (const QString& words : {first + u' ' + second, first + u'\n' + second}) {
            const QSizeF size = metrics.size(0, words);
            const qreal wide = std::ceil(size.width());
            const qreal high = std::ceil(size.height());
            const QRectF corner(right ? room.right() - wide : room.left(),
                                bottom ? room.bottom() - high : room.top(), wide, high);
            best = {words, corner}; // even where nothing is free
            qreal least = 1e9;
            for (qreal x = 0; x <= across - wide - space::small; x += space::medium) {
                for (qreal y = 0; y <= down - high - space::small; y += line) {
                    const QRectF rect = corner.translated(right ? -x : x, bottom ? -y : y);
                    if (x + y < least && free.isFree(rect)) {
                        least = x + y;
                        best.rect = rect;
                    }
                }
            }
            if (least < 1e9)
                break;
        }
        corners.append(best);
    };
    add(tr("less need,"), tr("more money"), false, false);
    add(tr("more need,"), tr("more money"), true, false);
    add(tr("less need,"), tr("less money"), false, true);
    add(tr("more need,"), tr("less money"), true, true);

    const QString mean = tr("mean %1").arg(formatMoney(m_data.mean));
    const qreal wide = std::ceil(metrics.horizontalAdvance(mean));
    const qreal y = cross.y();
    for (const bool right : {true, false}) {
        for (const bool above : {true, false}) {
            const QRectF rect(right ? room.right() - wide : room.left(), above ? y - line - 1 : y + 1, wide,
                              line);
            const bool covers = std::any_of(corners.begin(), corners.end(), [&](const Corner& corner) {
                return corner.rect.intersects(rect);
            });
            if (!covers && room.contains(rect) && (free.isFree(rect) || (!right && !above))) {
                corners.append({mean, rect});
                return corners;
            }
        }
    }
    return corners;
}

QList<ChartLabel> NeedScatterChart::labelsIn(const Plot& plot, const QList<QPointF>& at,
                                             const QList<Corner>& corners, bool interactive) const
{
    const QFontMetricsF plain(figureFont(TextSize::Caption));
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    const qreal high = std::ceil(plain.height());
    const QRectF bounds = plot.rect.adjusted(0, -space::small, space::page, space::small);
    LabelRoom words(bounds);
    LabelRoom all(bounds);
    const auto take = [&](const QRectF& rect) {
        words.take(rect);
        all.take(rect);
    };
    for (const Corner& corner : corners)
        take(corner.rect);
    for (const QPointF& point : at)
        all.take({point.x() - radius(), point.y() - radius(), 2 * radius(), 2 * radius()});
    const QPointF cross(plot.x.pixel(1), plot.y.pixel(m_data.mean.toDoubleForCharts()));
    const auto onLine = [&](const QRectF& rect) {
        return (rect.left() <= cross.x() && rect.right() >= cross.x()) ||
               (rect.top() <= cross.y() && rect.bottom() >= cross.y());
    };

    // Focused and selected first; then what stands furthest from the cross.
    const int focused = interactive && hasFocus() ? currentMark() : -1;
    const QList<bool> selected = interactive ? chosen() : QList<bool>(at.size(), false);
    const bool forces = selected.count(true) <= mostForced;
    QList<std::pair<qreal, int>> order;
    for (int i = 0; i < at.size(); ++i) {
        const QPointF way = at.at(i) - cross;
        const qreal far = std::hypot(way.x() / plot.rect.width(), way.y() / plot.rect.height());
        const qreal rank = i == focused ? 100 : selected.at(i) ? 50 : 0;
        order.append({-(far + rank), i});
    }
    std::sort(order.begin(), order.end());

    QList<ChartLabel> labels;
    for (const auto& [rank, i] : std::as_const(order)) {
        const NeedScatterPoint& point = m_data.points.at(i);
        const bool bold = i == focused || selected.at(i);
        const bool forced = i == focused || (forces && selected.at(i));
        const QFontMetricsF& metrics = bold ? strong : plain;
        const QString text = metrics.elidedText(point.name, Qt::ElideRight, plot.rect.width() * 0.4);
        const QSizeF size(std::ceil(metrics.horizontalAdvance(text)), high);
        std::optional<ChartLabel> found;
        int badness = 4; // 0: free of everything; 1: over a line; 2: away, with a leader; 3: over points
        const int rings = forced || at.size() <= few ? 4 : 1;
        for (int ring = 0; ring < rings && badness > 0; ++ring) {
            const qreal off = (i == focused ? focusRadius : radius()) + 3 + ring * high;
            const std::array<QPointF, 8> middles{QPointF(off + size.width() / 2, 0),
                                                 {-off - size.width() / 2, 0},
                                                 {0, -off - high / 2},
                                                 {0, off + high / 2},
                                                 {off * 0.6 + size.width() / 2, -off * 0.6 - high / 3},
                                                 {off * 0.6 + size.width() / 2, off * 0.6 + high / 3},
                                                 {-off * 0.6 - size.width() / 2, -off * 0.6 - high / 3},
                                                 {-off * 0.6 - size.width() / 2, off * 0.6 + high / 3}};
            for (const QPointF& middle : middles) {
                const QPointF centre = at.at(i) + middle;
                const QRectF rect(centre.x() - size.width() / 2, centre.y() - high / 2, size.width(), high);
                int bad = 4;
                if (all.isFree(rect))
                    bad = ring > 0 ? 2 : onLine(rect) ? 1 : 0;
                else if (forced && words.isFree(rect))
                    bad = 3;
                if (bad < badness) {
                    badness = bad;
                    found = ChartLabel{point.id, text, rect, at.at(i), ring > 0, bold};
                }
            }
        }
        if (!found)
            continue;
        take(found->rect.adjusted(-3, 0, 3, 0));
        if (found->leader)
            take(QRectF(found->anchor, leaderEnd(*found)).normalized().adjusted(-1, -1, 1, 1));
        labels.append(*found);
    }
    return labels;
}

QList<ChartLabel> NeedScatterChart::labels() const
{
    return cachedLabels();
}

const QList<ChartLabel>& NeedScatterChart::cachedLabels() const
{
    if (isBrushing())
        return m_labels; // nothing jumps under the box
    const Plot plot = plotIn(rect());
    const LabelKey key{plot.rect, selectedIds(), hasFocus() ? currentMark() : -1};
    if (m_labelsFor != key) {
        const QList<QPointF>& at = positions(); // the corners with them
        m_labels = labelsIn(plot, at, m_corners, true);
        m_labelsFor = key;
    }
    return m_labels;
}

void NeedScatterChart::paintLabels(ChartCanvas& canvas, const QList<ChartLabel>& labels, bool quiet) const
{
    for (const ChartLabel& label : labels) {
        if (label.leader) {
            canvas.painter.setPen(QPen(canvas.tokens.text2, 1));
            canvas.painter.drawLine(label.anchor, leaderEnd(label));
        }
        if (canvas.tokens.kind == ThemeKind::HighContrast)
            canvas.painter.fillRect(label.rect, canvas.tokens.base);
        canvas.text(label.strong ? canvas.captionStrong : canvas.caption,
                    label.strong || !quiet ? canvas.tokens.text : canvas.tokens.text2, label.rect.left(),
                    label.rect.center().y(), label.text);
    }
}

} // namespace placewright
