#include "ui/theme/hatch.h"

#include <QPaintEngine>
#include <QPixmapCache>

#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int tileSize = 8;

// One stripe from corner to corner and the two corners of its neighbours, so that tiles join.
void drawStripes(QPainter& painter, qreal strokeWidth, const QColor& stripes)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stripes, strokeWidth, Qt::SolidLine, Qt::FlatCap));
    for (const int shift : {-tileSize, 0, tileSize}) {
        painter.drawLine(QPointF(shift - tileSize, 2 * tileSize), QPointF(shift + 2 * tileSize, -tileSize));
    }
}

bool drawsVectors(const QPainter& painter)
{
    const QPaintEngine::Type type = painter.paintEngine()->type();
    return type == QPaintEngine::SVG || type == QPaintEngine::Pdf || type == QPaintEngine::Picture;
}

void drawLines(QPainter& painter, const QRectF& rect, const QColor& stripes, qreal strokeWidth)
{
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(stripes, strokeWidth, Qt::SolidLine, Qt::FlatCap));
    const qreal height = rect.height();
    const qreal first = std::floor((rect.left() - height) / tileSize) * tileSize;
    for (qreal x = first; x < rect.right(); x += tileSize)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()));
}

} // namespace

QPixmap hatchTile(const QColor& stripes, qreal devicePixelRatio, qreal strokeWidth)
{
    const QString key =
        u"placewright-hatch-%1-%2-%3"_s.arg(stripes.rgba()).arg(devicePixelRatio).arg(strokeWidth);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    const int side = static_cast<int>(std::lround(tileSize * devicePixelRatio));
    tile = QPixmap(side, side);
    tile.setDevicePixelRatio(side / static_cast<qreal>(tileSize));
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    drawStripes(painter, strokeWidth, stripes);
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

void paintHatch(QPainter& painter, const QRectF& rect, const QColor& stripes, qreal strokeWidth)
{
    if (rect.isEmpty())
        return;
    painter.save();
    if (drawsVectors(painter)) {
        drawLines(painter, rect, stripes, strokeWidth);
    } else {
        const QPixmap tile = hatchTile(stripes, painter.device()->devicePixelRatioF(), strokeWidth);
        painter.drawTiledPixmap(rect, tile,
                                QPointF(std::fmod(rect.left(), tileSize), std::fmod(rect.top(), tileSize)));
    }
    painter.restore();
}

} // namespace placewright
