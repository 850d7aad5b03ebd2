#include "ui/charts/areamappicture.h"

#include "ui/theme/tokens.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace placewright {

namespace {

constexpr qreal hitRadius = 12;     // half of the smallest thing to be hit
constexpr qreal leastWithGaps = 26; // side of the mean area from which there is a gap between areas
constexpr qreal reach = 5;          // of borders and rings beyond an area's box

QColor mixed(const QColor& ground, const QColor& colour, double share)
{
    const auto of = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(of(ground.redF(), colour.redF()), of(ground.greenF(), colour.greenF()),
                            of(ground.blueF(), colour.blueF()));
}

// High contrast has no tints: more is denser, and below and above the middle differ by the way lines run.
MapStyle patternStyle(const Tokens& tokens, MapMeasure::Kind kind, int shade)
{
    constexpr std::array<Qt::BrushStyle, 5> more{Qt::Dense7Pattern, Qt::HorPattern, Qt::CrossPattern,
                                                 Qt::Dense3Pattern, Qt::SolidPattern};
    constexpr std::array<Qt::BrushStyle, 5> sides{Qt::SolidPattern, Qt::HorPattern, Qt::Dense7Pattern,
                                                  Qt::VerPattern, Qt::SolidPattern};
    const bool isDistance = kind == MapMeasure::Kind::Distance;
    const Qt::BrushStyle brush = (isDistance ? sides : more)[static_cast<size_t>(shade)];
    const QColor colour = isDistance && shade > 2 ? tokens.accent : tokens.text;
    return {QBrush(colour, brush), tokens.text, tokens.base};
}

// A point has no room for a mark: it is the mark.
QPainterPath dot(const QPointF& at, Icon mark)
{
    QPainterPath path;
    if (mark == Icon::None) {
        path.addEllipse(at, mapDot, mapDot);
        return path;
    }
    const qreal tip = mark == Icon::Gain ? -1 : 1;
    path.addPolygon(QPolygonF{at + QPointF(0, tip * 1.4 * mapDot),
                              at + QPointF(1.3 * mapDot, -tip * 0.9 * mapDot),
                              at + QPointF(-1.3 * mapDot, -tip * 0.9 * mapDot)});
    path.closeSubpath();
    return path;
}

bool drawsPatterns(const QPainter& painter)
{
    return painter.paintEngine()->type() != QPaintEngine::SVG;
}

} // namespace

MapStyle mapStyle(const Tokens& tokens, MapMeasure::Kind kind, int shade, bool faded)
{
    if (shade < 0)
        return {QBrush(tokens.base), tokens.text, {}};
    if (tokens.kind == ThemeKind::HighContrast)
        return patternStyle(tokens, kind, shade);
    constexpr std::array<double, 5> more{0.14, 0.32, 0.52, 0.76, 1};
    QColor fill;
    if (kind != MapMeasure::Kind::Distance)
        fill = mixed(tokens.base, tokens.series[0], more[static_cast<size_t>(shade)]);
    else if (shade == 2)
        fill = mixed(tokens.base, tokens.border, 0.18);
    else if (shade < 2)
        fill = mixed(tokens.base, tokens.lossMark(), shade == 0 ? 1 : 0.42);
    else
        fill = mixed(tokens.base, tokens.gain(), shade == 4 ? 1 : 0.42);
    if (faded)
        fill = mixed(fill, tokens.base, 0.45);
    QColor ink = tokens.text;
    for (const QColor& other : {tokens.base, tokens.onSeries[1]}) {
        if (contrastRatio(other, fill) > contrastRatio(ink, fill))
            ink = other;
    }
    return {QBrush(fill), ink, {}};
}

void paintMapMarks(QPainter& painter, const QColor& ink, const QColor& ground, const QPointF& middle,
                   Icon mark, bool assumed, bool faded)
{
    const int count = (mark != Icon::None) + assumed + faded;
    qreal x = middle.x() - (count - 1) * mapMarkStep / 2;
    if (mark != Icon::None) {
        paintIcon(painter, mark, QRectF(x - 5.5, middle.y() - 5.5, 11, 11), ink, ground);
        x += mapMarkStep;
    }
    if (assumed) {
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, middle.y()), 3.2, 3.2);
        x += mapMarkStep;
    }
    if (faded) {
        QPainterPath wave(QPointF(x - 4.5, middle.y() + 1));
        wave.cubicTo(x - 2.5, middle.y() - 4, x - 0.5, middle.y() - 1.5, x, middle.y());
        wave.cubicTo(x + 0.5, middle.y() + 1.5, x + 2.5, middle.y() + 4, x + 4.5, middle.y() - 1);
        painter.strokePath(wave, QPen(ink, 1.5));
    }
}

int MapPicture::areaAt(const QPointF& at) const
{
    int nearest = -1;
    double least = hitRadius * hitRadius;
    const auto offer = [&](size_t area, const QPointF& point) {
        const QPointF way = point - at;
        const double square = QPointF::dotProduct(way, way);
        if (square <= least) {
            least = square;
            nearest = static_cast<int>(area);
        }
    };
    for (size_t i = 0; i < areas.size(); ++i) {
        const Area& area = areas[i];
        if (!area.box.adjusted(-hitRadius, -hitRadius, hitRadius, hitRadius).contains(at))
            continue;
        if (area.dots.empty() && area.fill.contains(at))
            return static_cast<int>(i);
        for (const QPointF& point : area.dots)
            offer(i, point);
        if (area.box.width() < 2 * hitRadius && area.box.height() < 2 * hitRadius)
            offer(i, area.centre);
    }
    return nearest;
}

void MapPicture::paint(QPainter& painter, const Tokens& tokens, const QFont& caption, const QPointF& offset,
                       const QRegion& region, const QSet<int>& selected) const
{
    const QRectF seen = QRectF(region.boundingRect()).translated(-offset);
    const auto meets = [&](const QRectF& box) {
        const QRectF grown = box.adjusted(-reach, -reach, reach, reach);
        return grown.intersects(seen) &&
               (region.rectCount() == 1 || region.intersects(grown.translated(offset).toAlignedRect()));
    };
    painter.save();
    painter.setClipRegion(region, Qt::IntersectClip);
    painter.fillRect(region.boundingRect(), tokens.base);
    painter.translate(offset);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.line2, 0.7));
    for (const Shape& shape : behind) {
        if (meets(shape.box))
            painter.drawPath(shape.fill);
    }
    for (const QPointF& point : dotsBehind) {
        if (meets(QRectF(point, QSizeF(0, 0))))
            painter.drawEllipse(point, 2, 2);
    }
    std::vector<const Area*> shown;
    for (const Area& area : areas) {
        if (meets(area.box))
            shown.push_back(&area);
    }
    std::array<std::array<MapStyle, 6>, 2> styles; // of each shade from -1 on, faded or not
    const MapMeasure::Kind kind = areas.empty() ? MapMeasure::Kind::Rate : areas.front().kind;
    for (int shade = -1; shade < 5; ++shade) {
        for (const bool isFaded : {false, true})
            styles[isFaded][static_cast<size_t>(shade + 1)] = mapStyle(tokens, kind, shade, isFaded);
    }
    const auto styleOf = [&](const Area& area) -> const MapStyle& {
        return styles[area.faded][static_cast<size_t>(area.shade + 1)];
    };
    for (const Area* area : shown)
        paintArea(painter, tokens, styleOf(*area), *area);
    for (const Area* area : shown) {
        if (!area->innerLines.isEmpty() && tokens.kind != ThemeKind::HighContrast)
            painter.strokePath(area->innerLines, QPen(tokens.line2, 0.5));
    }
    // A hairline on a gap of base, where there is room for one, stands out from every fill.
    qreal covered = 0;
    for (const Area& area : areas)
        covered += area.box.width() * area.box.height();
    if (covered > leastWithGaps * leastWithGaps * static_cast<qreal>(areas.size())) {
        for (const Area* area : shown)
            painter.strokePath(area->lines, QPen(tokens.base, 2));
    }
    for (const Area* area : shown)
        painter.strokePath(area->lines, QPen(tokens.border, area->isJoined ? 1.2 : 0.7));
    for (const int area : selected) {
        if (meets(areas[static_cast<size_t>(area)].box)) {
            paintBorder(painter, static_cast<size_t>(area), tokens.base, 5);
            paintBorder(painter, static_cast<size_t>(area), tokens.text, 2.2);
        }
    }
    for (const Area* area : shown)
        paintWriting(painter, tokens, styleOf(*area), caption, *area);
    painter.restore();
}

void MapPicture::paintArea(QPainter& painter, const Tokens& tokens, MapStyle style, const Area& area) const
{
    if (style.plate.isValid() && !drawsPatterns(painter))
        style.fill = QBrush(mixed(tokens.base, tokens.text, 0.15 + 0.15 * area.shade));
    painter.fillPath(area.fill, style.fill);
    painter.setPen(QPen(area.shade < 0 ? tokens.border : tokens.text, 1));
    painter.setBrush(style.fill);
    for (const QPointF& point : area.dots)
        painter.drawPath(dot(point, area.mark));
    painter.setBrush(Qt::NoBrush);
}

void MapPicture::paintWriting(QPainter& painter, const Tokens& tokens, const MapStyle& style,
                              const QFont& caption, const Area& area) const
{
    const bool isBeside = !area.dots.empty();
    const QColor ink = isBeside ? tokens.text : style.ink;
    const QFontMetricsF metrics(caption);
    const int lines = !area.name.isEmpty() + (!area.value.isEmpty() || area.hasRoomForMarks);
    if (lines == 0)
        return;
    const qreal high = metrics.height();
    qreal middle = area.label.y() - (lines - 1) * high / 2;
    const auto write = [&](qreal left, const QString& text) {
        painter.setFont(caption);
        painter.setPen(ink);
        painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), text);
    };
    const qreal marksWide = area.hasRoomForMarks ? area.markCount() * mapMarkStep : 0;
    const qreal nameWide = metrics.horizontalAdvance(area.name);
    const qreal valueWide = metrics.horizontalAdvance(area.value) + marksWide;
    if (style.plate.isValid() && !isBeside) {
        const qreal wide = std::max(nameWide, valueWide) + 6;
        painter.fillRect(
            QRectF(area.label.x() - wide / 2, area.label.y() - lines * high / 2, wide, lines * high),
            style.plate);
    }
    if (!area.name.isEmpty()) {
        write(area.label.x() - nameWide / 2, area.name);
        middle += high;
    }
    const qreal left = area.label.x() - valueWide / 2;
    if (area.hasRoomForMarks) {
        const QColor ground = style.plate.isValid() ? style.plate : style.fill.color();
        paintMapMarks(painter, ink, ground, {left + marksWide / 2, middle}, isBeside ? Icon::None : area.mark,
                      area.assumed && !area.showsSideOnly, area.faded && !area.showsSideOnly);
    }
    if (!area.value.isEmpty())
        write(left + marksWide, area.value);
}

void MapPicture::paintBorder(QPainter& painter, size_t at, const QColor& colour, qreal width) const
{
    const Area& area = areas[at];
    const QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.strokePath(area.lines, pen);
    for (const QPointF& point : area.dots)
        painter.strokePath(dot(point, area.mark), pen);
}

} // namespace placewright
