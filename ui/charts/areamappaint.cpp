// How the map of areas is laid out and drawn.
#include "ui/charts/areamapchart.h"
#include "ui/charts/areamappicture.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal leastBeside = 460; // width from which the legend stands beside the map
constexpr qreal sampleWidth = 30;
constexpr qreal sampleHeight = 16;
constexpr qreal rowGap = 4;
constexpr qreal leastInner = 28; // side of an area's shapes from which the lines between them are drawn
constexpr qsizetype mostPointLabels = 60;
constexpr int wrapLines = 4; // of the base under the legend's head

QTransform to(double scale)
{
    return QTransform::fromScale(scale, scale);
}

QPainterPath pathOf(const std::vector<AreaBorder::Line>& lines, double scale)
{
    QPainterPath path;
    for (const AreaBorder::Line& line : lines) {
        QPolygonF points;
        points.reserve(static_cast<qsizetype>(line.points.size()) + 1);
        for (const QPointF& point : line.points)
            points.append(point * scale);
        if (line.isClosed && !points.isEmpty())
            points.append(points.first());
        path.addPolygon(points);
    }
    return path;
}

QPainterPath fillOf(const AreaShape& shape, double scale)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const ShapeRing& ring : shape.rings) {
        QPolygonF points;
        points.reserve(static_cast<qsizetype>(ring.size()) + 1);
        for (const QPointF& point : ring)
            points.append(point * scale);
        points.append(points.first());
        path.addPolygon(points);
    }
    return path;
}

// Whether a line of text may stand there: looked at in so many places that no notch of a border slips through.
bool holds(const QPainterPath& fill, const QRectF& rect)
{
    constexpr int across = 6;
    for (const qreal y : {rect.top(), rect.center().y(), rect.bottom()}) {
        for (int i = 0; i <= across; ++i) {
            if (!fill.contains(QPointF(rect.left() + rect.width() * i / across, y)))
                return false;
        }
    }
    return true;
}

} // namespace

std::unique_ptr<MapPicture> AreaMapChart::pictureAt(double pixels) const
{
    auto picture = std::make_unique<MapPicture>();
    picture->scale = pixels;
    picture->areas.resize(m_areas.size());
    QSet<const AreaShape*> used;
    bool hasDots = false;
    for (size_t i = 0; i < m_areas.size(); ++i) {
        const Outlined& outlined = m_areas[i];
        MapPicture::Area& area = picture->areas[i];
        area.fill.setFillRule(Qt::OddEvenFill);
        for (const AreaShape* shape : outlined.shapes) {
            used.insert(shape);
            if (shape->rings.empty())
                area.dots.push_back(shape->centre * pixels);
            else
                area.fill.addPath(fillOf(*shape, pixels));
        }
        area.lines = pathOf(outlined.border.outer, pixels);
        area.isJoined = outlined.shapes.size() > 1;
        const double each =
            outlined.box.width() * outlined.box.height() / static_cast<double>(outlined.shapes.size());
        if (each * pixels * pixels > leastInner * leastInner)
            area.innerLines = pathOf(outlined.border.inner, pixels);
        area.centre = outlined.centre * pixels;
        area.box = QRectF(outlined.box.topLeft() * pixels, outlined.box.size() * pixels);
        if (!area.dots.empty()) {
            area.box.adjust(-mapDot, -mapDot, mapDot, mapDot);
            hasDots = true;
        }
        labelArea(*picture, i);
    }
    if (hasDots)
        labelPoints(*picture);
    if (m_data.shapes) {
        for (const AreaShape& shape : m_data.shapes->shapes()) {
            if (used.contains(&shape))
                continue;
            if (shape.rings.empty())
                picture->dotsBehind.push_back(shape.centre * pixels);
            else
                picture->behind.push_back({fillOf(shape, pixels), to(pixels).mapRect(shape.box)});
        }
    }
    return picture;
}

const MapPicture& AreaMapChart::picture() const
{
    const double pixels = scale();
    if (!m_picture || m_picture->scale != pixels) {
        m_picture = pictureAt(pixels);
        m_layerIsOld = true;
    }
    return *m_picture;
}

// Name over value, one of the two, or only the marks: the most that stands wholly inside the area.
void AreaMapChart::labelArea(MapPicture& picture, size_t at) const
{
    const Outlined& outlined = m_areas[at];
    const MapArea& given = areaOf(outlined);
    MapPicture::Area& area = picture.areas[at];
    area.kind = m_data.measure.kind;
    area.shade = shadeOf(outlined);
    area.mark = outlined.classAt < 0 ? Icon::None : m_classes.classes().at(outlined.classAt).mark;
    area.faded = given.faded;
    area.assumed = given.assumed;
    area.name.clear();
    area.value.clear();
    area.hasRoomForMarks = area.showsSideOnly = false;
    area.label = area.centre;
    const QFontMetricsF metrics(figureFont(TextSize::Caption));
    const qreal high = metrics.height();
    const qreal marksWide = area.markCount() * mapMarkStep;
    if (!area.dots.empty() || area.box.height() < mapMarkStep || area.box.width() < mapMarkStep)
        return;
    // At the middle, else at the nearest place of a coarse grid that is wholly inside.
    const auto fits = [&](qreal wide, qreal down) {
        const QSizeF size(wide + 4, down + 2);
        if (size.width() > area.box.width() || size.height() > area.box.height())
            return false;
        const auto fitsAt = [&](const QPointF& middle) {
            return holds(area.fill, QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size));
        };
        if (fitsAt(area.centre))
            return true;
        constexpr int cells = 6;
        qreal least = std::numeric_limits<qreal>::infinity();
        for (int column = 1; column < cells; ++column) {
            for (int row = 1; row < cells; ++row) {
                const QPointF middle(area.box.left() + area.box.width() * column / cells,
                                     area.box.top() + area.box.height() * row / cells);
                const QPointF way = middle - area.centre;
                const qreal square = QPointF::dotProduct(way, way);
                if (square < least && fitsAt(middle)) {
                    least = square;
                    area.label = middle;
                }
            }
        }
        return least < std::numeric_limits<qreal>::infinity();
    };
    if (area.box.height() >= high) {
        const QString value = given.value ? outlined.text : QString();
        const qreal nameWide = metrics.horizontalAdvance(given.name);
        const qreal valueWide = metrics.horizontalAdvance(value) + marksWide;
        const bool hasSecond = !value.isEmpty() || area.markCount() > 0;
        if (hasSecond && fits(std::max(nameWide, valueWide), 2 * high)) {
            area.name = given.name;
            area.value = value;
            area.hasRoomForMarks = area.markCount() > 0;
            return;
        }
        if (area.markCount() == 0 && fits(nameWide, high)) {
            area.name = given.name;
            return;
        }
        if (!value.isEmpty() && fits(valueWide, high)) {
            area.value = value;
            area.hasRoomForMarks = area.markCount() > 0;
            return;
        }
    }
    area.hasRoomForMarks = area.markCount() > 0 && fits(marksWide - 4, mapMarkStep - 4);
    if (!area.hasRoomForMarks && area.mark != Icon::None && fits(mapMarkStep - 4, mapMarkStep - 4))
        area.hasRoomForMarks = area.showsSideOnly = true;
}

// Beside the dot, to the right or the left, where nothing else stands.
void AreaMapChart::labelPoints(MapPicture& picture) const
{
    const QFontMetricsF metrics(figureFont(TextSize::Caption));
    std::vector<QRectF> taken;
    for (const MapPicture::Area& area : picture.areas) {
        for (const QPointF& point : area.dots)
            taken.push_back(
                QRectF(point.x() - mapDot - 1, point.y() - mapDot - 1, 2 * mapDot + 2, 2 * mapDot + 2));
    }
    const QRectF sides = to(picture.scale).mapRect(m_box).adjusted(-mapDot, 0, mapDot, 0);
    for (size_t i = 0; i < picture.areas.size() && picture.areas.size() <= mostPointLabels; ++i) {
        MapPicture::Area& area = picture.areas[i];
        if (area.dots.size() != 1)
            continue;
        const QString name = areaOf(m_areas[i]).name;
        const qreal wide = metrics.horizontalAdvance(name) + area.markCount() * mapMarkStep;
        for (const qreal side : {1.0, -1.0}) {
            const QPointF middle = area.dots.front() + QPointF(side * (mapDot + 5 + wide / 2), 0);
            const QRectF place(middle.x() - wide / 2, middle.y() - metrics.height() / 2, wide,
                               metrics.height());
            const bool isFree = std::none_of(taken.begin(), taken.end(),
                                             [&](const QRectF& other) { return other.intersects(place); });
            if (!isFree || place.left() < sides.left() || place.right() > sides.right())
                continue;
            area.value = name;
            area.hasRoomForMarks = area.markCount() > 0;
            area.label = middle;
            area.box = area.box.united(place);
            taken.push_back(place);
            break;
        }
    }
}

QList<AreaMapChart::LegendRow> AreaMapChart::legendRows() const
{
    using Sample = LegendRow::Sample;
    QList<LegendRow> rows;
    for (int i = static_cast<int>(m_classes.classes().size()) - 1; i >= 0; --i) {
        const MapClass& one = m_classes.classes().at(i);
        QString words = one.words;
        if (one.shade == 4 && one.mark == Icon::Gain && !m_data.measure.above.isEmpty())
            words = tr("%1, %2", "a range of values, and which side of the middle")
                        .arg(words, m_data.measure.above);
        if (one.shade == 0 && one.mark == Icon::Loss && !m_data.measure.below.isEmpty())
            words = tr("%1, %2", "a range of values, and which side of the middle")
                        .arg(words, m_data.measure.below);
        rows.append({Sample::Class, i, words});
    }
    const auto any = [&](auto has) { return std::any_of(m_data.areas.begin(), m_data.areas.end(), has); };
    if (any([](const MapArea& area) { return !area.value; }))
        rows.append({Sample::NotKnown, -1, tr("not known")});
    if (any([](const MapArea& area) { return area.assumed; }))
        rows.append({Sample::Assumed, -1, assumedWords()});
    if (any([](const MapArea& area) { return area.faded; }))
        rows.append({Sample::Faded, -1, fadedWords()});
    if (!m_withoutShape.isEmpty())
        rows.append(
            {Sample::None, -1, tr("Not on this map: %1", "a number of areas").arg(m_withoutShape.size())});
    return rows;
}

// Head and base first, then a cell a row: under one another beside the map, else side by side under it.
QList<QRectF> AreaMapChart::legendCells(const QRectF& rect, bool beside, qreal* height) const
{
    const QFontMetricsF caption(figureFont(TextSize::Caption));
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    const qreal line = std::max(caption.height(), sampleHeight) + rowGap;
    const auto wrapped = [&](const QFontMetricsF& metrics, const QString& text, qreal lines) {
        const QRectF room(0, 0, rect.width(), metrics.height() * lines);
        return text.isEmpty() ? 0
                              : metrics.boundingRect(room, Qt::TextWordWrap, text).intersected(room).height();
    };
    QList<QRectF> cells;
    qreal y = rect.top();
    qreal high = wrapped(strong, m_data.measure.name, 2);
    cells.append(QRectF(rect.left(), y, rect.width(), high));
    y += high;
    high = wrapped(caption, m_data.measure.base, wrapLines);
    cells.append(QRectF(rect.left(), y, rect.width(), high));
    y += high + rowGap;
    qreal x = rect.left();
    for (const LegendRow& row : legendRows()) {
        const qreal sample = row.sample == LegendRow::Sample::None ? 0 : sampleWidth + 8;
        if (beside) {
            const QRectF room(0, 0, rect.width() - sample, line * 3);
            high = caption.boundingRect(room, Qt::TextWordWrap, row.words).height();
            high = std::max(line, high + rowGap);
            cells.append(QRectF(rect.left(), y, rect.width(), high));
            y += high;
        } else {
            const qreal wide =
                std::min(rect.width(), sample + caption.horizontalAdvance(row.words) + space::between);
            if (x > rect.left() && x + wide > rect.right() + space::between) {
                x = rect.left();
                y += line;
            }
            cells.append(QRectF(x, y, wide, line));
            x += wide;
        }
    }
    *height = y + (beside || cells.size() == 2 ? 0 : line) - rect.top();
    return cells;
}

AreaMapChart::LegendPlace AreaMapChart::placeLegend(const QRectF& rect) const
{
    LegendPlace place;
    place.beside = rect.width() >= leastBeside;
    qreal height = 0;
    if (place.beside) {
        const qreal wide = std::clamp(rect.width() * 0.3, 160.0, 230.0);
        place.legend = QRectF(rect.right() - space::inside - wide, rect.top() + space::medium, wide,
                              rect.height() - 2 * space::medium);
        place.map =
            QRectF(rect.left(), rect.top(), place.legend.left() - space::medium - rect.left(), rect.height());
    } else {
        const QRectF room(rect.left() + space::inside, 0, rect.width() - 2 * space::inside, 1);
        legendCells(room, false, &height);
        height = std::min(height, rect.height() / 2);
        place.legend = QRectF(room.left(), rect.bottom() - height - space::small, room.width(), height);
        place.map = QRectF(rect.left(), rect.top(), rect.width(), place.legend.top() - rect.top());
    }
    return place;
}

void AreaMapChart::paintLegend(ChartCanvas& canvas, const QRectF& rect, bool beside) const
{
    QPainter& painter = canvas.painter;
    const Tokens& tokens = canvas.tokens;
    qreal height = 0;
    const QList<QRectF> cells = legendCells(rect, beside, &height);
    painter.save();
    painter.setClipRect(rect.adjusted(-2, -2, space::inside, 2), Qt::IntersectClip);
    const auto wrapped = [&](const QFont& font, const QColor& colour, const QRectF& room,
                             const QString& text) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(room.adjusted(0, 0, 1, 1), Qt::TextWordWrap, text);
    };
    wrapped(canvas.captionStrong, tokens.text, cells.at(0), m_data.measure.name);
    wrapped(canvas.caption, tokens.text2, cells.at(1), m_data.measure.base);
    const QList<LegendRow> rows = legendRows();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const LegendRow& row = rows.at(i);
        const QRectF cell = cells.at(i + 2);
        if (row.sample == LegendRow::Sample::None) {
            wrapped(canvas.caption, tokens.text2, cell, row.words);
            continue;
        }
        const bool isClass = row.sample == LegendRow::Sample::Class;
        const QRectF sample(cell.left() + 0.5, cell.top() + 0.5, sampleWidth, sampleHeight);
        const MapClass one = isClass ? m_classes.classes().at(row.classAt) : MapClass{};
        const MapStyle style = mapStyle(tokens, m_data.measure.kind, isClass ? one.shade : -1, false);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.border, 1));
        painter.setBrush(style.fill);
        painter.drawRect(sample);
        const QColor ground = style.plate.isValid() ? style.plate : style.fill.color();
        if (style.plate.isValid() && one.mark != Icon::None)
            painter.fillRect(QRectF(sample.center() - QPointF(7, 7), QSizeF(14, 14)), style.plate);
        paintMapMarks(painter, style.ink, ground, sample.center(), one.mark,
                      row.sample == LegendRow::Sample::Assumed, row.sample == LegendRow::Sample::Faded);
        const QRectF words(cell.left() + sampleWidth + 8, cell.top(), cell.width() - sampleWidth - 8,
                           cell.height());
        wrapped(canvas.caption, tokens.text, words, row.words);
    }
    painter.restore();
}

// Areas are drawn once into a picture of the map's size. Panning moves it and draws what came into sight; a selection or new
// values redraw only the areas that changed.
void AreaMapChart::paintLayer(const ChartCanvas& canvas, const QRectF& map) const
{
    constexpr size_t mostApart = 150; // areas redrawn one by one; beyond it, everything is
    const MapPicture& shown = picture();
    const QPointF from = offset() - map.topLeft();
    const QPoint device = (from * m_ratio).toPoint();
    const QSize size = (map.size() * m_ratio).toSize();
    QHash<QString, int> rows;
    const QStringList selectedNow = selectedIds();
    if (!selectedNow.isEmpty() || !m_layerSelected.isEmpty()) {
        for (size_t i = 0; i < m_areas.size(); ++i)
            rows.insert(areaOf(m_areas[i]).id, static_cast<int>(i));
    }
    const auto rowsOf = [&](const QStringList& ids) {
        QSet<int> found;
        for (const QString& id : ids) {
            if (const auto row = rows.constFind(id); row != rows.constEnd())
                found.insert(*row);
        }
        return found;
    };
    const QSet<int> selected = rowsOf(selectedNow);
    if (m_layerSelected != selectedNow) {
        const QSet<int> before = rowsOf(m_layerSelected);
        for (const int row : selected) {
            if (!before.contains(row))
                m_layerDirty.push_back(row);
        }
        for (const int row : before) {
            if (!selected.contains(row))
                m_layerDirty.push_back(row);
        }
        m_layerSelected = selectedNow;
    }

    QRegion dirty;
    const QRect whole(QPoint(0, 0), QSize(static_cast<int>(std::ceil(map.width())),
                                          static_cast<int>(std::ceil(map.height()))));
    if (m_layerIsOld || m_layer.size() != size || m_layerDirty.size() > mostApart) {
        if (m_layer.size() != size)
            m_layer = QPixmap(size);
        m_layer.setDevicePixelRatio(m_ratio);
        dirty = whole;
    } else {
        if (device != m_layerOffset) {
            const QPoint way = device - m_layerOffset;
            QRegion exposed;
            m_layer.scroll(way.x(), way.y(), m_layer.rect(), &exposed);
            for (const QRect& rect : exposed)
                dirty +=
                    QRectF(QPointF(rect.topLeft()) / m_ratio, QSizeF(rect.size()) / m_ratio).toAlignedRect();
        }
        for (const int row : m_layerDirty) {
            const QRectF box = shown.areas[static_cast<size_t>(row)].box.translated(from);
            dirty += box.adjusted(-5, -5, 5, 5).toAlignedRect();
        }
        dirty &= whole;
    }
    m_layerOffset = device;
    m_layerIsOld = false;
    m_layerDirty.clear();
    if (dirty.isEmpty())
        return;
    QPainter painter(&m_layer);
    shown.paint(painter, canvas.tokens, canvas.caption, from, dirty, selected);
}

void AreaMapChart::paintChart(ChartCanvas& canvas) const
{
    if (m_areas.empty() && m_data.areas.isEmpty())
        return;
    QPainter& painter = canvas.painter;
    const LegendPlace place = placeLegend(canvas.rect);
    paintLegend(canvas, place.legend, place.beside);
    if (!canvas.interactive) { // on paper or in a picture: the same view in another size
        const double pixels = fitScale(place.map.size()) * m_zoom;
        pictureAt(pixels)->paint(painter, canvas.tokens, canvas.caption,
                                 place.map.center() - m_centre * pixels, place.map.toAlignedRect(), {});
        return;
    }
    const qreal ratio = painter.deviceTransform().m11();
    if (ratio > 0 && ratio != m_ratio) {
        m_ratio = ratio;
        m_layerIsOld = true;
    }
    paintLayer(canvas, place.map);
    painter.drawPixmap(place.map.topLeft(), m_layer);

    const MapPicture& shown = picture();
    const auto count = static_cast<int>(m_areas.size());
    painter.save();
    painter.setClipRect(place.map, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(offset());
    if (hoveredMark() >= 0 && hoveredMark() < count)
        shown.paintBorder(painter, static_cast<size_t>(hoveredMark()), canvas.tokens.text, 1.6);
    if (hasFocus() && currentMark() < count) {
        const auto at = static_cast<size_t>(currentMark());
        shown.paintBorder(painter, at, canvas.tokens.accent, 7);
        shown.paintBorder(painter, at, canvas.tokens.base, 3.5);
        shown.paintBorder(painter, at,
                          isSelected(areaOf(m_areas[at]).id) ? canvas.tokens.text : canvas.tokens.border,
                          isSelected(areaOf(m_areas[at]).id) ? 2.2 : 0.7);
    }
    painter.restore();
}

} // namespace placewright
