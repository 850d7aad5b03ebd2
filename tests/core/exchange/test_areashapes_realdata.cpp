#include "core/exchange/csv.h"
#include "core/exchange/mapfile.h"
#include "core/need/areaneighbours.h"
#include "core/place/codeset.h"
#include "tests/support/realdata.h"

#include <QTest>

#include <set>

using namespace placewright;
using namespace Qt::StringLiterals;

// The published maps. Counts of areas and points were made from the same files with Python's json module.
class TestAreaShapesRealData : public QObject
{
    Q_OBJECT

    static QByteArray bytesOf(const QString& file)
    {
        return *readWholeFile(realDataPath(u"geo/"_s + file), largestMap);
    }

private slots:
    void maps_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("codeProperty"); // as the file calls it; empty: the key
        QTest::addColumn<int>("areas");
        QTest::addColumn<int>("points"); // positions less one a ring
        QTest::addColumn<QString>("codeSetId");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        using S = QString;
        QTest::newRow("districts") << u"lad24_england_simplified.geojson"_s << u"LAD24CD"_s << 296
                                   << 15159 - 367 << S(codeSet::lad23) << u"E06000001"_s << u"Hartlepool"_s;
        QTest::newRow("upper tier") << u"utla23_england_simplified.geojson"_s << u"UTLA23CD"_s << 153
                                    << 10539 - 211 << S(codeSet::utla23) << u"E08000025"_s << u"Birmingham"_s;
        QTest::newRow("ICBs") << u"icb22_england_simplified.geojson"_s << u"ICB22CD"_s << 42 << 661 - 43
                              << S(codeSet::icb) << u"E54000008"_s
                              << u"NHS Cheshire and Merseyside Integrated Care Board"_s;
        QTest::newRow("LSOAs") << u"birmingham_solihull_lsoa21_simplified.geojson"_s << u"LSOA21CD"_s << 793
                               << 6671 - 793 << S(codeSet::lsoa21) << u"E01008881"_s << u"Birmingham 067A"_s;
        QTest::newRow("cartogram") << u"hoc_utla23_hex_cartogram.geojson"_s << u"UTLA23CD"_s << 153
                                   << 10572 - 154 << S(codeSet::utla23) << u"E06000001"_s << u"Hartlepool"_s;
        QTest::newRow("upper tier hexes")
            << u"uk-upper-tier-local-authorities.hexjson"_s << u""_s << 151 << 151 * 6 << S(codeSet::other)
            << u"E08000025"_s << u"Birmingham"_s;
        QTest::newRow("district hexes") << u"uk-local-authority-districts-2023.hexjson"_s << u""_s << 361
                                        << 361 * 6 << S(codeSet::other) << u"E06000001"_s << u"Hartlepool"_s;
        QTest::newRow("ICB hexes") << u"nhs-icb-2022.hexjson"_s << u""_s << 42 << 42 * 6 << S(codeSet::other)
                                   << u"QT6"_s << u"COR"_s;
    }
    void maps()
    {
        QFETCH(QString, file);
        QFETCH(QString, codeProperty);
        QFETCH(int, areas);
        QFETCH(int, points);
        QFETCH(QString, codeSetId);
        QFETCH(QString, code);
        QFETCH(QString, name);
        PLACEWRIGHT_NEED_DATA(realDataPath(u"geo/"_s + file));
        const QByteArray bytes = bytesOf(file);
        QVERIFY(looksLikeShapes(bytes));
        const auto map = readShapes(bytes, file);
        QVERIFY2(map.ok(), qPrintable(map ? QString() : map.error().text));
        QCOMPARE(map->shapes().size(), static_cast<size_t>(areas));
        QCOMPARE(map->codeSet(), codeSetId);
        QVERIFY(map->find(code));
        QCOMPARE(map->find(code)->name, name);
        size_t corners = 0;
        std::vector<MapSite> sites;
        for (const AreaShape& shape : map->shapes()) {
            MapSite site{shape.centre, {}};
            for (const ShapeRing& ring : shape.rings) {
                corners += ring.size();
                site.rings.push_back(&ring);
            }
            sites.push_back(site);
            QVERIFY(shape.box.contains(shape.centre));
        }
        QCOMPARE(corners, static_cast<size_t>(points));

        // From every area, arrow keys lead to every other.
        const AreaNeighbours neighbours(sites);
        for (const int start : {0, areas / 2, areas - 1}) {
            std::set<int> seen{start};
            std::vector<int> open{start};
            while (!open.empty()) {
                const int at = open.back();
                open.pop_back();
                for (const auto way :
                     {MapDirection::Left, MapDirection::Right, MapDirection::Up, MapDirection::Down}) {
                    const int to = neighbours.step(at, way);
                    if (to >= 0 && seen.insert(to).second)
                        open.push_back(to);
                }
            }
            QCOMPARE(seen.size(), static_cast<size_t>(areas));
        }

        const auto refusal = [&](const QByteArray& spoilt) {
            const auto read = readShapes(spoilt, file);
            return read ? QString() : read.error().text;
        };
        for (const qsizetype part : {1, 5, 50, 99}) {
            const QString why = refusal(bytes.first(bytes.size() * part / 100));
            QVERIFY2(why.contains(u"cut short"_s), qPrintable(why));
        }
        const QString text = QString::fromUtf8(bytes);
        const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
        QVERIFY(looksLikeShapes("\xFF\xFE" + wide));
        QVERIFY(refusal("\xFF\xFE" + wide).contains(u"UTF-16"_s));
        QVERIFY(refusal(wide).contains(u"UTF-16"_s));
        if (!codeProperty.isEmpty()) {
            const QString why = refusal(QByteArray(bytes).replace(codeProperty.toUtf8(), "wrong"));
            QVERIFY2(why.contains(u"name the property"_s), qPrintable(why));
        } else {
            QVERIFY(refusal(QByteArray(bytes).replace("\"q\":", "\"wrong\":")).contains(u"“q” and “r”"_s));
        }
    }

    // Wirral, Sefton and Liverpool: a border on both sides, and the river between.
    void knownNeighbours()
    {
        const QString file = u"utla23_england_simplified.geojson"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(u"geo/"_s + file));
        const auto map = readShapes(bytesOf(file), file);
        std::vector<MapSite> sites;
        QHash<QString, int> at;
        for (const AreaShape& shape : map->shapes()) {
            at.insert(shape.name, static_cast<int>(sites.size()));
            sites.push_back({shape.centre, {}});
            for (const ShapeRing& ring : shape.rings)
                sites.back().rings.push_back(&ring);
        }
        const AreaNeighbours neighbours(sites);
        const auto touch = [&](const QString& a, const QString& b) {
            const std::vector<int>& of = neighbours.touching(at.value(a));
            return std::find(of.begin(), of.end(), at.value(b)) != of.end();
        };
        QVERIFY(touch(u"Liverpool"_s, u"Sefton"_s));
        QVERIFY(touch(u"Sefton"_s, u"Liverpool"_s));
        QVERIFY(touch(u"Birmingham"_s, u"Solihull"_s));
        QVERIFY(!touch(u"Birmingham"_s, u"Liverpool"_s));
        QVERIFY(!touch(u"Isle of Wight"_s, u"Hampshire"_s));
    }

    void topoJsonIsRefused()
    {
        const QString file = u"utla23_england_simplified.topojson"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(u"geo/"_s + file));
        QVERIFY(looksLikeShapes(bytesOf(file)));
        const auto map = readShapes(bytesOf(file), file);
        QVERIFY(!map.ok());
        QCOMPARE(
            map.error().text,
            u"“utla23_england_simplified.topojson”: TopoJSON is not read; use the same map as GeoJSON."_s);
    }
};

QTEST_GUILESS_MAIN(TestAreaShapesRealData)
#include "test_areashapes_realdata.moc"
