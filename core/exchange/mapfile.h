#pragma once

#include "core/money/result.h"
#include "core/need/areashapes.h"

#include <QByteArray>

namespace placewright {

// The most that a file of a map may have; more is refused.
inline constexpr qint64 largestMap = 50'000'000; // bytes
inline constexpr int mostMapAreas = 50'000;
inline constexpr int mostMapPoints = 2'000'000;

// Whether the bytes look like GeoJSON, HexJSON or TopoJSON, also when cut short or in UTF-16: `readShapes` then says what is wrong.
bool looksLikeShapes(const QByteArray& bytes);

// GeoJSON (RFC 7946): a FeatureCollection of Polygon, MultiPolygon or Point. Coordinates that all lie about the British Isles are
// longitude and latitude and go through MapProjection; others (a cartogram, the national grid) are plain x and y, y upwards.
// HexJSON 1.0: layouts odd-r, even-r, odd-q, even-q, rows counted upwards; name in "n".
// The code of an area stands in `codeProperty`; where that is empty: in the property ending in CD whose values are all ONS codes,
// the one that tells most areas apart; in HexJSON in the key. Its name stands in the property ending in NM instead, else in
// "name". One sentence for what cannot be read: not UTF-8, cut short, TopoJSON, an area without code, shape or position, a code
// that stands twice, a ring that is not closed, a position that is not two numbers, more than the limits above.
Result<AreaShapes> readShapes(const QByteArray& bytes, const QString& fileName,
                              const QString& codeProperty = {});

} // namespace placewright
