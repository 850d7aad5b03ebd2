#include "core/exchange/mapformats.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestCoordinate = 1e9;

struct BritishIsles // and the sea around them, in degrees
{
    static constexpr double west = -14;
    static constexpr double east = 4;
    static constexpr double south = 49;
    static constexpr double north = 62;
};

// Reads shapes as published, y upwards, and counts points against the limit.
class GeometryReader
{
public:
    Outcome read(const QJsonValue& value, AreaShape& shape)
    {
        const QJsonObject geometry = value.toObject();
        const QString type = geometry.value("type"_L1).toString();
        const QJsonValue coordinates = geometry.value("coordinates"_L1);
        if (!value.isObject() || !coordinates.isArray() || coordinates.toArray().isEmpty())
            return Error{QCoreApplication::translate(
                "MapFile", "it has no shape; take the area out of the file, or fetch the file again.")};
        if (type == "Point"_L1)
            return readPosition(coordinates, shape.centre);
        if (type == "Polygon"_L1)
            return readPolygon(coordinates, shape);
        if (type == "MultiPolygon"_L1) {
            const QJsonArray parts = coordinates.toArray();
            for (const QJsonValue part : parts) {
                if (Outcome read = readPolygon(part, shape); !read)
                    return read;
            }
            return Done{};
        }
        return Error{
            QCoreApplication::translate(
                "MapFile",
                "its shape is “%1”, where Polygon, MultiPolygon or Point is read; choose a map of areas.")
                .arg(type.left(40))};
    }

    bool isGeographic() const { return m_isGeographic; }

private:
    Outcome readPolygon(const QJsonValue& value, AreaShape& shape)
    {
        const QJsonArray rings = value.toArray();
        if (rings.isEmpty())
            return Error{QCoreApplication::translate("MapFile",
                                                     "it has a part without a ring; fetch the file again.")};
        for (const QJsonValue ring : rings) {
            ShapeRing points;
            const QJsonArray positions = ring.toArray();
            points.reserve(static_cast<size_t>(positions.size()));
            for (const QJsonValue position : positions) {
                if (Outcome read = readPosition(position, points.emplace_back()); !read)
                    return read;
            }
            if (points.size() < 4)
                return Error{QCoreApplication::translate(
                    "MapFile", "it has a ring of fewer than four positions; fetch the file again.")};
            if (points.front() != points.back())
                return Error{QCoreApplication::translate(
                    "MapFile",
                    "it has a ring that is not closed: its last position is not its first; close it, or "
                    "fetch the file again.")};
            points.pop_back();
            shape.rings.push_back(std::move(points));
        }
        return Done{};
    }

    Outcome readPosition(const QJsonValue& value, QPointF& point)
    {
        const QJsonArray numbers = value.toArray();
        if (numbers.size() < 2 || !numbers.at(0).isDouble() || !numbers.at(1).isDouble())
            return Error{QCoreApplication::translate(
                "MapFile", "it has a position that is not two numbers; fetch the file again.")};
        const double x = numbers.at(0).toDouble();
        const double y = numbers.at(1).toDouble();
        if (!(std::abs(x) <= largestCoordinate && std::abs(y) <= largestCoordinate))
            return Error{QCoreApplication::translate(
                "MapFile", "it has a position beyond all maps; fetch the file again.")};
        if (++m_points > mostMapPoints) {
            return Error{QCoreApplication::translate(
                             "MapFile", "with it the map has more than %1 points; use a simplified map.")
                             .arg(QString::number(mostMapPoints))};
        }
        m_isGeographic = m_isGeographic && x >= BritishIsles::west && x <= BritishIsles::east &&
                         y >= BritishIsles::south && y <= BritishIsles::north;
        point = QPointF(x, y);
        return Done{};
    }

    int m_points = 0;
    bool m_isGeographic = true;
};

// The property whose values are ONS codes in every feature and tell most of them apart. Empty: there is none.
QString codePropertyOf(const QJsonArray& features)
{
    QString best;
    qsizetype most = 0;
    const QStringList keys = features.first().toObject().value("properties"_L1).toObject().keys();
    for (const QString& key : keys) {
        if (!key.endsWith("CD"_L1, Qt::CaseInsensitive))
            continue;
        QSet<QString> codes;
        const bool all = std::all_of(features.begin(), features.end(), [&](const QJsonValue& feature) {
            const QString code = codeText(feature.toObject().value("properties"_L1).toObject().value(key));
            codes.insert(code);
            return isOnsCode(code);
        });
        if (all && codes.size() > most) {
            most = codes.size();
            best = key;
        }
    }
    return best;
}

void project(std::vector<AreaShape>& shapes, bool isGeographic)
{
    double south = 90;
    double north = -90;
    for (const AreaShape& shape : shapes) {
        for (const ShapeRing& ring : shape.rings) {
            for (const QPointF& point : ring) {
                south = std::min(south, point.y());
                north = std::max(north, point.y());
            }
        }
        if (shape.rings.empty()) {
            south = std::min(south, shape.centre.y());
            north = std::max(north, shape.centre.y());
        }
    }
    const MapProjection onPlane((south + north) / 2);
    const auto turn = [&](QPointF& point) {
        point = isGeographic ? onPlane(point.x(), point.y()) : QPointF(point.x(), -point.y());
    };
    for (AreaShape& shape : shapes) {
        turn(shape.centre);
        for (ShapeRing& ring : shape.rings)
            std::for_each(ring.begin(), ring.end(), turn);
    }
}

} // namespace

Result<AreaShapes> readGeoJson(const QJsonObject& root, const QString& codeProperty)
{
    const QJsonArray features = root.value("features"_L1).toArray();
    if (features.isEmpty())
        return Error{QCoreApplication::translate("MapFile", "it holds no area; choose a map with areas.")};
    if (features.size() > mostMapAreas) {
        return Error{
            QCoreApplication::translate(
                "MapFile",
                "%1 areas are too many, where at most %2 are read; use only the areas of this place.")
                .arg(features.size())
                .arg(mostMapAreas)};
    }
    const QString codeKey = codeProperty.isEmpty() ? codePropertyOf(features) : codeProperty;
    if (codeKey.isEmpty()) {
        return Error{QCoreApplication::translate(
            "MapFile",
            "no property ending in CD holds an ONS code for every area; name the property that holds "
            "the codes.")};
    }

    std::vector<AreaShape> shapes;
    shapes.reserve(static_cast<size_t>(features.size()));
    QHash<QString, qsizetype> seen;
    GeometryReader geometry;
    bool anyRing = false;
    for (qsizetype i = 0; i < features.size(); ++i) {
        const QJsonObject feature = features.at(i).toObject();
        const QJsonObject properties = feature.value("properties"_L1).toObject();
        AreaShape shape;
        shape.code = codeText(properties.value(codeKey));
        if (shape.code.isEmpty()) {
            return Error{
                QCoreApplication::translate(
                    "MapFile",
                    "area %1 has no code in the property “%2”; name the property that holds the codes.")
                    .arg(QString::number(i + 1), codeKey)};
        }
        if (const auto first = seen.constFind(shape.code); first != seen.constEnd()) {
            return Error{
                QCoreApplication::translate(
                    "MapFile",
                    "“%1” holds the code %2 twice (areas %3 and %4); name the property whose codes are all "
                    "different, or join the two.")
                    .arg(codeKey, shape.code.left(40), QString::number(*first + 1), QString::number(i + 1))};
        }
        seen.insert(shape.code, i);
        if (const Outcome read = geometry.read(feature.value("geometry"_L1), shape); !read) {
            return Error{
                QCoreApplication::translate("MapFile", "area %1 (%2): %3", "number, code, what is wrong")
                    .arg(QString::number(i + 1), shape.code.left(40), read.error().text)};
        }
        shape.name = nameOf(properties, codeKey);
        anyRing = anyRing || !shape.rings.empty();
        shapes.push_back(std::move(shape));
    }
    project(shapes, geometry.isGeographic());
    return AreaShapes(anyRing ? AreaShapes::Kind::Polygons : AreaShapes::Kind::Points,
                      codeSetOfProperty(codeKey), std::move(shapes));
}

} // namespace placewright
