#pragma once

#include <QHash>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace placewright {

using ShapeRing = std::vector<QPointF>; // three points or more; the last joins the first

// The shape of one area in drawing units, x to the right and y downwards. Rings are outlines and holes in any order and turn:
// inside is what an odd number of them encloses. An area of which only the position is known has no ring.
struct AreaShape
{
    QString code;
    QString name; // empty where not published
    std::vector<ShapeRing> rings;
    QPointF centre; // where its label stands: inside its largest ring, or the position itself
    QRectF box;
};

// The shapes of a map that a person brought in, read once and never changed. Drawing units mean nothing by themselves.
class AreaShapes
{
public:
    enum class Kind { Polygons, Hexes, Points }; // Polygons where a file holds several kinds

    // Codes must be distinct. `centre` and `box` are worked out here from the rings, or from `centre` where there is no ring.
    AreaShapes(Kind kind, QString codeSet, std::vector<AreaShape> shapes);

    Kind kind() const { return m_kind; }
    const QString& codeSet() const { return m_codeSet; } // codeSet::, `other` where the file does not tell
    const std::vector<AreaShape>& shapes() const { return m_shapes; } // in the order of the file
    const AreaShape* find(const QString& code) const;
    const QRectF& box() const { return m_box; }

private:
    Kind m_kind;
    QString m_codeSet;
    std::vector<AreaShape> m_shapes;
    QHash<QString, qsizetype> m_rows;
    QRectF m_box;
};

// Degrees of longitude and latitude on a plane that looks right for a country the size of England: equirectangular, longitude
// narrowed by the cosine of the mean latitude, in degrees of latitude.
class MapProjection
{
public:
    explicit MapProjection(double meanLatitude);
    QPointF operator()(double longitude, double latitude) const;

private:
    double m_narrowing;
};

// Practices and the like of which only the position is known.
struct GeoPosition
{
    QString code;
    QString name;
    double longitude = 0;
    double latitude = 0;
};
AreaShapes shapesOfPositions(const std::vector<GeoPosition>& positions, const QString& codeSet);

QRectF ringBox(const ShapeRing& ring);
bool ringHolds(const ShapeRing& ring, const QPointF& point);
// A point inside the largest ring, near its centre of gravity; the middle of its widest stretch at that height if the centre
// lies outside. The null point when there is no ring.
QPointF labelPoint(const std::vector<ShapeRing>& rings);

} // namespace placewright
