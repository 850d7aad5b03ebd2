#include "core/exchange/mapformats.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int furthestHex = 100'000;

struct Layout
{
    bool rows =
        true; // hexes stand on a corner, and every other row is shifted; else on a side, every other column
    int shifted = 1; // the odd or the even ones, to the right or upwards
};

std::optional<Layout> layoutOf(const QString& name)
{
    if (name == "odd-r"_L1)
        return Layout{true, 1};
    if (name == "even-r"_L1)
        return Layout{true, 0};
    if (name == "odd-q"_L1)
        return Layout{false, 1};
    if (name == "even-q"_L1)
        return Layout{false, 0};
    return {};
}

// Corners are one drawing unit from the centre.
ShapeRing hexagon(const Layout& layout, int q, int r)
{
    constexpr double apart = std::numbers::sqrt3;
    const double shift = ((layout.rows ? r : q) & 1) == layout.shifted ? 0.5 : 0;
    const QPointF centre =
        layout.rows ? QPointF(apart * (q + shift), -1.5 * r) : QPointF(1.5 * q, -apart * (r + shift));
    ShapeRing ring;
    ring.reserve(6);
    for (int corner = 0; corner < 6; ++corner) {
        const double angle = (corner + (layout.rows ? 0.5 : 0)) * std::numbers::pi / 3;
        ring.push_back(centre + QPointF(std::cos(angle), std::sin(angle)));
    }
    return ring;
}

std::optional<int> placeOf(const QJsonValue& value)
{
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(std::abs(number) <= furthestHex) || std::trunc(number) != number)
        return {};
    return static_cast<int>(number);
}

} // namespace

Result<AreaShapes> readHexJson(const QJsonObject& root, const QString& codeProperty)
{
    const auto layout = layoutOf(root.value("layout"_L1).toString());
    if (!layout) {
        return Error{
            QCoreApplication::translate(
                "MapFile",
                "the layout is “%1”, where odd-r, even-r, odd-q or even-q is read; choose another map.")
                .arg(root.value("layout"_L1).toString().left(40))};
    }
    const QJsonObject hexes = root.value("hexes"_L1).toObject();
    if (hexes.isEmpty())
        return Error{QCoreApplication::translate("MapFile", "it holds no area; choose a map with areas.")};
    if (hexes.size() > mostMapAreas) {
        return Error{
            QCoreApplication::translate(
                "MapFile",
                "%1 areas are too many, where at most %2 are read; use only the areas of this place.")
                .arg(hexes.size())
                .arg(mostMapAreas)};
    }
    std::vector<AreaShape> shapes;
    shapes.reserve(static_cast<size_t>(hexes.size()));
    QHash<QPair<int, int>, QString> taken;
    QHash<QString, QString> keyOf;
    bool icbs = true;
    for (auto hex = hexes.begin(); hex != hexes.end(); ++hex) {
        const QString key = hex.key();
        const QJsonObject properties = hex.value().toObject();
        AreaShape shape;
        shape.code = codeProperty.isEmpty() ? key.trimmed() : codeText(properties.value(codeProperty));
        if (shape.code.isEmpty()) {
            return Error{
                QCoreApplication::translate(
                    "MapFile", "the hexagon “%1” has no code; name the property that holds the codes.")
                    .arg(key.left(40))};
        }
        if (keyOf.contains(shape.code)) {
            return Error{
                QCoreApplication::translate(
                    "MapFile",
                    "the hexagons “%1” and “%2” have the same code %3; name the property whose codes are all "
                    "different.")
                    .arg(keyOf.value(shape.code).left(40), key.left(40), shape.code.left(40))};
        }
        keyOf.insert(shape.code, key);
        const auto q = placeOf(properties.value("q"_L1));
        const auto r = placeOf(properties.value("r"_L1));
        if (!q || !r) {
            return Error{QCoreApplication::translate("MapFile",
                                                     "the hexagon “%1” has no whole numbers “q” and “r” for "
                                                     "its place; mend them, or fetch the "
                                                     "file again.")
                             .arg(key.left(40))};
        }
        if (const auto other = taken.constFind({*q, *r}); other != taken.constEnd()) {
            return Error{QCoreApplication::translate(
                             "MapFile",
                             "the hexagons “%1” and “%2” stand on the same place (q %3, r %4); move one, or "
                             "fetch the file again.")
                             .arg(other->left(40), key.left(40), QString::number(*q), QString::number(*r))};
        }
        taken.insert({*q, *r}, key);
        icbs = icbs && isOnsCode(shape.code) && shape.code.startsWith("E54"_L1);
        shape.name = nameOf(properties, codeProperty);
        shape.rings.push_back(hexagon(*layout, *q, *r));
        shapes.push_back(std::move(shape));
    }
    QString set = codeProperty.isEmpty() ? codeSet::other.toString() : codeSetOfProperty(codeProperty);
    if (icbs)
        set = codeSet::icb.toString();
    return AreaShapes(AreaShapes::Kind::Hexes, set, std::move(shapes));
}

} // namespace placewright
