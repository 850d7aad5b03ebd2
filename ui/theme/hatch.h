#pragma once

#include <QPainter>

namespace placewright {

// Indicative is the only use of hatching: 45 degrees on a tile of 8. Stripes are the same size at every scale because
// the tile is made at the painter's device pixel ratio; on printers and in SVG they are drawn as lines.
void paintHatch(QPainter& painter, const QRectF& rect, const QColor& stripes, qreal strokeWidth = 1.5);

QPixmap hatchTile(const QColor& stripes, qreal devicePixelRatio, qreal strokeWidth = 1.5);

} // namespace placewright
