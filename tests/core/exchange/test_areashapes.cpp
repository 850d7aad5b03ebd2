#include "core/exchange/mapfile.h"
#include "core/need/areaneighbours.h"
#include "core/place/codeset.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numbers>
#include <set>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray feature(const QByteArray& code, const QByteArray& geometry)
{
    return "{\"type\":\"Feature\",\"properties\":{\"LAD24CD\":\"" + code + "\",\"LAD24NM\":\"Area " +
           code.right(1) + "\"},\"geometry\":" + geometry + '}';
}

QByteArray collection(const QByteArray& features)
{
    return "{\"type\":\"FeatureCollection\",\n\"features\":[\n" + features + "\n]}";
}

QByteArray polygon(const QByteArray& rings)
{
    return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
}

// A square of one unit with its lower left corner at (x, y).
QByteArray square(int x, int y)
{
    const auto at = [&](int dx, int dy) {
        return '[' + QByteArray::number(x + dx) + ',' + QByteArray::number(y + dy) + ']';
    };
    return '[' + at(0, 0) + ',' + at(1, 0) + ',' + at(1, 1) + ',' + at(0, 1) + ',' + at(0, 0) + ']';
}

QByteArray twoSquares() // beside each other, in drawing units
{
    return collection(feature("E06000001", polygon(square(100, 7))) + ",\n" +
                      feature("E06000002", polygon(square(101, 7))));
}

AreaShapes read(const QByteArray& bytes)
{
    auto shapes = readShapes(bytes, u"map.json"_s);
    if (!shapes)
        qFatal("%s", qPrintable(shapes.error().text));
    return std::move(*shapes);
}

std::vector<MapSite> sitesOf(const AreaShapes& shapes)
{
    std::vector<MapSite> sites;
    for (const AreaShape& shape : shapes.shapes()) {
        MapSite site{shape.centre, {}};
        for (const ShapeRing& ring : shape.rings)
            site.rings.push_back(&ring);
        sites.push_back(site);
    }
    return sites;
}

// How many sites arrow keys reach from one.
size_t reachedFrom(const AreaNeighbours& neighbours, int start)
{
    std::set<int> seen{start};
    std::vector<int> open{start};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (const MapDirection way :
             {MapDirection::Left, MapDirection::Right, MapDirection::Up, MapDirection::Down}) {
            const int to = neighbours.step(at, way);
            if (to >= 0 && seen.insert(to).second)
                open.push_back(to);
        }
    }
    return seen.size();
}

QByteArray hexes(const QByteArray& layout, const QByteArray& inside)
{
    return "{\"layout\":\"" + layout + "\",\"hexes\":{" + inside + "}}";
}

bool close(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestAreaShapes : public QObject
{
    Q_OBJECT
private slots:
    void readsPlainDrawingUnits()
    {
        const AreaShapes map = read(twoSquares());
        QCOMPARE(map.kind(), AreaShapes::Kind::Polygons);
        QCOMPARE(map.codeSet(), codeSet::lad23);
        QCOMPARE(map.shapes().size(), size_t(2));
        const AreaShape* first = map.find(u"E06000001"_s);
        QVERIFY(first);
        QCOMPARE(first->name, u"Area 1"_s);
        QCOMPARE(first->box, QRectF(100, -8, 1, 1)); // y turned downwards
        QCOMPARE(first->centre, QPointF(100.5, -7.5));
        QCOMPARE(first->rings.size(), size_t(1));
        QCOMPARE(first->rings[0].size(), size_t(4)); // the closing position is not kept
        QCOMPARE(map.box(), QRectF(100, -8, 2, 1));
        QVERIFY(!map.find(u"E06000003"_s));
    }

    void longitudeIsNarrowed()
    {
        // Two degrees of longitude at a mean latitude of 52: 2 cos 52 degrees wide, one degree high.
        const AreaShapes map = read(
            collection(feature("E06000001", polygon("[[-2,51.5],[0,51.5],[0,52.5],[-2,52.5],[-2,51.5]]"))));
        const double narrowing = std::cos(52 * std::numbers::pi / 180);
        QVERIFY(close(map.box().width(), 2 * narrowing));
        QVERIFY(close(map.box().height(), 1));
        QVERIFY(close(map.box().top(), -52.5)); // north is up
    }

    void holesAndPartsAreKept()
    {
        const QByteArray outer = "[[0,0],[9,0],[9,9],[0,9],[0,0]]";
        const QByteArray hole = "[[3,3],[3,6],[6,6],[6,3],[3,3]]";
        const AreaShapes map =
            read(collection(feature("E06000001", "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + outer +
                                                     ',' + hole + "],[" + square(20, 0) + "]]}")));
        const AreaShape& shape = map.shapes().front();
        QCOMPARE(shape.rings.size(), size_t(3));
        QCOMPARE(shape.box, QRectF(0, -9, 21, 9));
        QVERIFY(ringHolds(shape.rings[0], shape.centre));
    }

    void labelStandsInsideACrescent()
    {
        // The centre of gravity of a U lies in its opening.
        const ShapeRing u{{0, 0}, {9, 0}, {9, 9}, {8, 9}, {8, 1}, {1, 1}, {1, 9}, {0, 9}};
        QVERIFY(ringHolds(u, labelPoint({u})));
    }

    void pointsAreRead()
    {
        const AreaShapes map =
            read(collection(feature("E06000001", "{\"type\":\"Point\",\"coordinates\":[-1.5,52.5]}") + ',' +
                            feature("E06000002", "{\"type\":\"Point\",\"coordinates\":[-1.4,52.5]}")));
        QCOMPARE(map.kind(), AreaShapes::Kind::Points);
        QVERIFY(map.shapes()[0].rings.empty());
        QVERIFY(close(map.box().width(), 0.1 * std::cos(52.5 * std::numbers::pi / 180)));
        const AreaShapes same = shapesOfPositions({{u"A"_s, {}, -1.5, 52.5}, {u"B"_s, {}, -1.4, 52.5}},
                                                  codeSet::practice.toString());
        QCOMPARE(same.find(u"B"_s)->centre, map.shapes()[1].centre);
    }

    void mostTellingCodePropertyIsTaken()
    {
        const QByteArray bytes = collection("{\"properties\":{\"LAD24CD\":\"E08000025\",\"LSOA21CD\":"
                                            "\"E01008881\",\"LSOA21NM\":\"Birmingham 067A\"},\"geometry\":" +
                                            polygon(square(0, 0)) +
                                            "},{\"properties\":{\"LAD24CD\":\"E08000025\",\"LSOA21CD\":"
                                            "\"E01008882\",\"LSOA21NM\":\"Birmingham 066A\"},\"geometry\":" +
                                            polygon(square(1, 0)) + '}');
        const AreaShapes map = read(bytes);
        QCOMPARE(map.codeSet(), codeSet::lsoa21);
        QCOMPARE(map.shapes()[1].code, u"E01008882"_s);
        QCOMPARE(map.shapes()[1].name, u"Birmingham 066A"_s);
        const auto wrong = readShapes(bytes, u"map.json"_s, u"LAD24CD"_s);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().text.contains(u"E08000025 twice (areas 1 and 2)"_s));
    }

    void callerNamesTheCodeProperty()
    {
        const QByteArray bytes =
            collection("{\"properties\":{\"locality\":\"North\",\"name\":\"The north\"},\"geometry\":" +
                       polygon(square(0, 0)) + '}');
        const auto none = readShapes(bytes, u"map.json"_s);
        QVERIFY(!none);
        QVERIFY(none.error().text.contains(u"name the property that holds the codes"_s));
        const auto named = readShapes(bytes, u"map.json"_s, u"locality"_s);
        QVERIFY(named.ok());
        QCOMPARE(named->shapes()[0].code, u"North"_s);
        QCOMPARE(named->shapes()[0].name, u"The north"_s);
        QCOMPARE(named->codeSet(), codeSet::other);
    }

    void hexLayouts_data()
    {
        // Where the hexagon q 1, r 1 stands from q 0, r 0: rows are 1.5 apart and hexes in a row the root of 3, or columns so.
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<QPointF>("way");
        const double root = std::numbers::sqrt3;
        QTest::newRow("odd rows right") << QByteArray("odd-r") << QPointF(1.5 * root, -1.5);
        QTest::newRow("even rows right") << QByteArray("even-r") << QPointF(0.5 * root, -1.5);
        QTest::newRow("odd columns up") << QByteArray("odd-q") << QPointF(1.5, -1.5 * root);
        QTest::newRow("even columns up") << QByteArray("even-q") << QPointF(1.5, -0.5 * root);
    }
    void hexLayouts()
    {
        QFETCH(QByteArray, layout);
        QFETCH(QPointF, way);
        const AreaShapes map = read(hexes(layout, "\"E06000001\":{\"n\":\"Hartlepool\",\"q\":0,\"r\":0},"
                                                  "\"E06000002\":{\"n\":\"M\",\"q\":1,\"r\":1}"));
        QCOMPARE(map.kind(), AreaShapes::Kind::Hexes);
        QCOMPARE(map.find(u"E06000001"_s)->name, u"Hartlepool"_s);
        const QPointF found = map.find(u"E06000002"_s)->centre - map.find(u"E06000001"_s)->centre;
        QVERIFY2(close(found.x(), way.x()) && close(found.y(), way.y()),
                 qPrintable(u"%1, %2"_s.arg(found.x()).arg(found.y())));
    }

    void hexesByAnotherCode()
    {
        const QByteArray bytes =
            hexes("odd-r", "\"QT6\":{\"n\":\"COR\",\"q\":1,\"r\":1,\"STP21CD\":\"E54000036\"}");
        QCOMPARE(read(bytes).shapes()[0].code, u"QT6"_s);
        const auto coded = readShapes(bytes, u"icb.hexjson"_s, u"STP21CD"_s);
        QVERIFY(coded.ok());
        QCOMPARE(coded->shapes()[0].code, u"E54000036"_s);
        QCOMPARE(coded->codeSet(), codeSet::icb);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says"); // part of the sentence
        const QByteArray good = twoSquares();
        const auto with = [](const QByteArray& geometry) {
            return collection(feature("E06000001", geometry));
        };
        const auto utf16 = [&](bool mark) {
            const QString text = QString::fromUtf8(good);
            return QByteArray(mark ? "\xFF\xFE" : "") +
                   QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
        };
        QTest::newRow("empty") << QByteArray() << u"is empty"_s;
        QTest::newRow("cut short") << good.chopped(30) << u"line 4 is not JSON"_s;
        QTest::newRow("UTF-16") << utf16(true) << u"UTF-16"_s;
        QTest::newRow("UTF-16, no mark") << utf16(false) << u"UTF-16"_s;
        QTest::newRow("not UTF-8") << QByteArray(good).replace("Area 1", "Ar\xE9") << u"not UTF-8"_s;
        QTest::newRow("another object") << QByteArray("{\"places\":[]}") << u"choose a file of a map"_s;
        QTest::newRow("an array") << QByteArray("[1]") << u"choose a file of a map"_s;
        QTest::newRow("TopoJSON") << QByteArray("{\"type\":\"Topology\",\"arcs\":[]}") << u"as GeoJSON"_s;
        QTest::newRow("no areas") << collection({}) << u"holds no area"_s;
        QTest::newRow("no hexagons") << hexes("odd-r", {}) << u"holds no area"_s;
        QTest::newRow("deep") << QByteArray("{\"features\":" + QByteArray(5'000, '[') +
                                            QByteArray(5'000, ']') + '}')
                              << u"nested too deeply"_s;
        QTest::newRow("NaN") << with(polygon("[[NaN,0],[1,0],[1,1],[NaN,0]]")) << u"not JSON"_s;
        QTest::newRow("infinite") << with(polygon("[[1e999,0],[1,0],[1,1],[1e999,0]]")) << u"map.json"_s;
        QTest::newRow("far off") << with(polygon("[[1e300,0],[1,0],[1,1],[1e300,0]]"))
                                 << u"beyond all maps"_s;
        QTest::newRow("text for a number")
            << with(polygon("[[\"1\",0],[1,0],[1,1],[\"1\",0]]")) << u"not two numbers"_s;
        QTest::newRow("one number") << with(polygon("[[1],[1,0],[1,1],[1]]")) << u"not two numbers"_s;
        QTest::newRow("not closed") << with(polygon("[[0,0],[1,0],[1,1],[0,1]]")) << u"not closed"_s;
        QTest::newRow("two corners") << with(polygon("[[0,0],[1,0],[0,0]]"))
                                     << u"fewer than four positions"_s;
        QTest::newRow("no rings") << with("{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}")
                                  << u"without a ring"_s;
        QTest::newRow("no geometry") << with("null") << u"area 1 (E06000001): it has no shape"_s;
        QTest::newRow("empty geometry") << with(polygon({})) << u"has no shape"_s;
        QTest::newRow("a line") << with("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}")
                                << u"LineString"_s;
        QTest::newRow("same code twice")
            << QByteArray(good).replace("E06000002", "E06000001") << u"E06000001 twice (areas 1 and 2)"_s;
        QTest::newRow("no code") << QByteArray(good).replace("\"E06000002\"", "null")
                                 << u"no property ending in CD"_s;
        QTest::newRow("code renamed")
            << QByteArray(good).replace("LAD24CD", "code") << u"no property ending in CD"_s;
        QTest::newRow("hexagon, same key")
            << hexes("odd-r", "\"a\":{\"q\":1,\"r\":1},\"a\":{\"q\":2,\"r\":1}")
            << u"stands here a second time"_s;
        QTest::newRow("hexagon, same place")
            << hexes("odd-r", "\"a\":{\"q\":1,\"r\":1},\"b\":{\"q\":1,\"r\":1}")
            << u"same place (q 1, r 1)"_s;
        QTest::newRow("hexagon, no place") << hexes("odd-r", "\"a\":{\"q\":1}") << u"“q” and “r”"_s;
        QTest::newRow("hexagon, half a place")
            << hexes("odd-r", "\"a\":{\"q\":1.5,\"r\":1}") << u"“q” and “r”"_s;
        QTest::newRow("hexagon, far off") << hexes("odd-r", "\"a\":{\"q\":1e18,\"r\":1}") << u"“q” and “r”"_s;
        QTest::newRow("unknown layout")
            << hexes("axial", "\"a\":{\"q\":1,\"r\":1}") << u"layout is “axial”"_s;
    }
    void faults()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto shapes = readShapes(bytes, u"map.json"_s);
        QVERIFY(!shapes.ok());
        const QString text = shapes.error().text;
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY2(text.startsWith(u"“map.json”: "_s) && text.endsWith(u'.'), qPrintable(text));
        QCOMPARE(text.count(u'\n'), 0);
    }

    void limitsAreKept()
    {
        QByteArray many;
        for (int i = 0; i <= mostMapAreas; ++i) {
            const QByteArray number = QByteArray::number(i);
            many += (i ? ",\"" : "\"") + number + "\":{\"r\":0,\"q\":" + number + '}';
        }
        const auto shapes = readShapes(hexes("odd-r", many), u"map.json"_s);
        QVERIFY(!shapes.ok());
        QVERIFY(shapes.error().text.contains(u"50001 areas are too many"_s));

        const auto heavy = readShapes(QByteArray(largestMap + 1, ' '), u"map.json"_s);
        QVERIFY(!heavy.ok());
        QVERIFY(heavy.error().text.contains(u"50,000,001 bytes are too many"_s));

        QByteArray ring = "[0,0]";
        for (int i = 0; i < mostMapPoints; ++i)
            ring += ",[0,1]";
        const auto long_ =
            readShapes(collection(feature("E06000001", polygon('[' + ring + ",[0,0]]"))), u"map.json"_s);
        QVERIFY(!long_.ok());
        QVERIFY(long_.error().text.contains(u"more than 2000000 points"_s));
    }

    void everyCutIsRefused()
    {
        const QByteArray good = twoSquares();
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(!readShapes(good.first(length), u"map.json"_s).ok());
        QVERIFY(readShapes("\xEF\xBB\xBF" + good + "\n", u"map.json"_s).ok());
    }

    // Whatever is in the file, it is read or refused with a sentence.
    void spoiltFilesAreReadOrRefused()
    {
        QRandomGenerator random(11);
        const QByteArrayList goods{twoSquares(),
                                   hexes("odd-q", "\"a\":{\"q\":1,\"r\":1},\"b\":{\"q\":2,\"r\":1}")};
        const QByteArray likely = "{}[]\",:0129.-eE \n\0";
        for (int round = 0; round < 6'000; ++round) {
            QByteArray bytes = goods.at(round % 2);
            for (int i = random.bounded(4); i >= 0; --i) {
                const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
                if (random.bounded(3) == 0)
                    bytes.remove(at, random.bounded(6));
                else
                    bytes[at] = likely.at(random.bounded(static_cast<int>(likely.size())));
            }
            const auto shapes = readShapes(bytes, u"map.json"_s);
            if (!shapes.ok()) {
                QVERIFY(shapes.error().text.startsWith(u"“map.json”: "_s));
                continue;
            }
            AreaNeighbours neighbours(sitesOf(*shapes));
            for (const AreaShape& shape : shapes->shapes())
                QVERIFY(std::isfinite(shape.centre.x()) && std::isfinite(shape.box.width()));
        }
    }

    void looksLikeAMap()
    {
        const QByteArray good = twoSquares();
        QVERIFY(looksLikeShapes(good));
        QVERIFY(looksLikeShapes("\xEF\xBB\xBF" + good));
        QVERIFY(looksLikeShapes(good.first(200)));
        QVERIFY(looksLikeShapes(hexes("odd-r", {})));
        const QString text = QString::fromUtf8(good);
        QVERIFY(looksLikeShapes("\xFF\xFE" +
                                QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2)));
        QVERIFY(!looksLikeShapes("{\"places\":[\"North\"],\"North\":{\"gps\":[]}}"));
        QVERIFY(!looksLikeShapes("LSOA21CD,Score\nE01008881,1\n"));
        QVERIFY(!looksLikeShapes({}));
    }

    void squaresTouch()
    {
        // 1 2 .
        // 3 . 4   where 2 and 3 meet in a corner and 4 touches 2 in a corner
        const AreaShapes map = read(collection(feature("E06000001", polygon(square(100, 1))) + ',' +
                                               feature("E06000002", polygon(square(101, 1))) + ',' +
                                               feature("E06000003", polygon(square(100, 0))) + ',' +
                                               feature("E06000004", polygon(square(102, 0)))));
        const AreaNeighbours neighbours(sitesOf(map));
        QCOMPARE(neighbours.touching(0), (std::vector<int>{1, 2}));
        QCOMPARE(neighbours.touching(1), (std::vector<int>{0, 2, 3}));
        QCOMPARE(neighbours.touching(3), (std::vector<int>{1}));
        QCOMPARE(neighbours.step(0, MapDirection::Right), 1);
        QCOMPARE(neighbours.step(0, MapDirection::Down), 2);
        QCOMPARE(neighbours.step(0, MapDirection::Up), -1);
        QCOMPARE(neighbours.step(2, MapDirection::Up), 0);
        QCOMPARE(neighbours.step(3, MapDirection::Left), 1);
    }

    void nearlyTheSameCornerTouches()
    {
        // Published borders are rounded: one part in a hundred thousand apart still meets, one in a hundred does not.
        const ShapeRing left{{0, 0}, {50, 0}, {50, 100}, {0, 100}};
        const ShapeRing near{{50.001, 0}, {100, 0}, {100, 100}, {50.001, 100}};
        const ShapeRing far{{51, 1}, {100, 0}, {100, 99}, {51, 99}};
        QCOMPARE(AreaNeighbours({{{25, 50}, {&left}}, {{75, 50}, {&near}}}).touching(0).size(), size_t(1));
        QCOMPARE(AreaNeighbours({{{25, 50}, {&left}}, {{75, 50}, {&far}}}).touching(0).size(), size_t(0));
    }

    void hexesTouchSix()
    {
        QByteArray inside;
        for (int q = 0; q < 3; ++q) {
            for (int r = 0; r < 3; ++r)
                inside += (inside.isEmpty() ? "\"" : ",\"") + QByteArray::number(10 * q + r) +
                          "\":{\"q\":" + QByteArray::number(q) + ",\"r\":" + QByteArray::number(r) + '}';
        }
        for (const char* layout : {"odd-r", "even-r", "odd-q", "even-q"}) {
            const AreaShapes map = read(hexes(layout, inside));
            const AreaNeighbours neighbours(sitesOf(map));
            int middle = 0;
            for (size_t i = 0; i < map.shapes().size(); ++i) {
                if (map.shapes()[i].code == u"11")
                    middle = static_cast<int>(i);
            }
            QCOMPARE(neighbours.touching(middle).size(), size_t(6));
        }
    }

    void everyPointIsReachedFromEveryOther()
    {
        QRandomGenerator random(20260304);
        for (int round = 0; round < 60; ++round) {
            std::vector<MapSite> sites;
            const int count = 2 + round * 3;
            for (int i = 0; i < count; ++i)
                sites.push_back({{random.bounded(100.0), random.bounded(100.0)}, {}});
            const AreaNeighbours neighbours(sites);
            for (int start = 0; start < count; ++start)
                QCOMPARE(reachedFrom(neighbours, start), static_cast<size_t>(count));
        }
    }

    void pointsInALineAndOnOneSpot()
    {
        const AreaNeighbours line({{{0, 0}, {}}, {{1, 0}, {}}, {{2, 0}, {}}});
        QCOMPARE(line.step(0, MapDirection::Right), 1);
        QCOMPARE(line.step(1, MapDirection::Right), 2);
        QCOMPARE(line.step(2, MapDirection::Left), 1);
        QCOMPARE(line.step(1, MapDirection::Up), -1);
        const AreaNeighbours heap({{{1, 1}, {}}, {{1, 1}, {}}});
        QCOMPARE(heap.step(0, MapDirection::Left), -1); // no direction leads to the same spot
    }
};

QTEST_GUILESS_MAIN(TestAreaShapes)
#include "test_areashapes.moc"
