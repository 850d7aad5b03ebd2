#include "core/exchange/layerimport.h"
#include "core/exchange/needimport.h"
#include "core/plan/apply.h"
#include "core/plan/plantree.h"
#include "tests/support/realdata.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

IdSource counter()
{
    return [next = 0]() mutable { return Id(u"n%1"_s.arg(++next, 4, 10, QChar(u'0'))); };
}

QByteArray practices()
{
    return testData(u"need/practices_2025_26.csv"_s);
}

QByteArray localities()
{
    return testData(u"need/localities.csv"_s);
}

Plan emptyPlan()
{
    StepBuilder builder{Plan()};
    builder.add(Place::type.id, Id(u"place"_s));
    builder.set(Place::type.id, Id(u"place"_s), "name", u"Calderbourne"_s);
    const auto partner = [&](const QString& id, const QString& name, QLatin1StringView kind,
                             const QString& code) {
        builder.add(Partner::type.id, Id(id));
        builder.set(Partner::type.id, Id(id), "name", name);
        builder.set(Partner::type.id, Id(id), "kind", QString(kind));
        builder.set(Partner::type.id, Id(id), "code", code);
    };
    partner(u"council"_s, u"Calderbourne Council"_s, partnerKind::council, u"E99000001"_s);
    partner(u"ashmoor"_s, u"NHS Ashmoor ICB"_s, partnerKind::icb, u"QZA"_s);
    return builder.plan();
}

// A plan being imported into, with its shelf.
struct Desk
{
    Plan plan = emptyPlan();
    Shelf shelf;
    IdSource ids = counter();

    Result<NeedImport> import(const QByteArray& bytes, const QString& fileName,
                              const ImportOptions& options = {})
    {
        return importNeed(plan, shelf, bytes, fileName, options, ids);
    }
    void commit(const Step& step)
    {
        const Applied applied = apply(plan, step);
        QVERIFY(applied.ok());
        plan = applied.plan;
    }
    void take(const QByteArray& bytes, const QString& fileName, const ImportOptions& options = {})
    {
        const auto made = import(bytes, fileName, options);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        commit(made->step);
        for (auto blob = made->blobs.cbegin(); blob != made->blobs.cend(); ++blob)
            shelf.practices.insert(blob.key(), readPracticeFile(*blob, fileName)->table);
    }

    // "Layer/Area/CODE/share" for each membership, sorted.
    QStringList memberships() const
    {
        QStringList all;
        for (const PracticeMembership& membership : plan.practices) {
            const Area* area = plan.areas.find(membership.area);
            const Layer* layer = plan.layers.find(area->layer);
            all.append(layer->name + u'/' + area->name + u'/' + membership.practice +
                       (membership.share ? u'/' + membership.share->text() : QString()));
        }
        all.sort();
        return all;
    }
    Id area(const QString& name) const
    {
        for (const Area& one : plan.areas) {
            if (one.name == name)
                return one.id;
        }
        return {};
    }
};

Desk withDataset()
{
    Desk desk;
    desk.take(practices(), u"practices_2025_26.csv"_s);
    return desk;
}

} // namespace

class TestNeedImport : public QObject
{
    Q_OBJECT

private slots:
    void practiceFile()
    {
        Desk desk;
        ImportOptions options;
        options.fileDate = u"2025-01-30"_s;
        const auto made = desk.import(practices(), u"practices_2025_26.csv"_s, options);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        desk.commit(made->step);

        QCOMPARE(desk.plan.needDatasets.size(), 1);
        const NeedDataset& dataset = desk.plan.needDatasets[0];
        QCOMPARE(dataset.name, u"Weighted populations of GP practices 2025/26"_s);
        QCOMPARE(dataset.kind, QString(needDatasetKind::practices));
        QCOMPARE(dataset.hash, sha256Hex(practices()));
        QCOMPARE(dataset.fileName, u"practices_2025_26.csv"_s);
        QCOMPARE(dataset.source, u"NHS England, ICB place based allocation tool, 2025-01-30"_s);
        QCOMPARE(dataset.date, QDate(2025, 1, 30));
        QCOMPARE(dataset.base, u"England"_s);
        QCOMPARE(dataset.unit, u"weighted people"_s);
        QCOMPARE(made->blobs.keys(), QStringList{dataset.hash});
        QCOMPARE(made->blobs.first(), practices());
        QVERIFY(made->summary.contains(
            u"“practices_2025_26.csv”: practices 6, ICBs 2, registered people 12,000."_s));
        QVERIFY(made->summary.contains(u"Maternity: practices with a blank cell 1, left out of its sums."_s));
        QVERIFY(made->summary.contains(
            u"QZA NHS Ashmoor ICB: practices 4; by district: E99000001 Calderbourne 2, E99000002 Upper Dale 2."_s));
    }

    void theSameFileTwice()
    {
        Desk desk = withDataset();
        const auto again = desk.import(practices(), u"copy.csv"_s);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().text,
                 u"“copy.csv” is already in the plan, as “Weighted populations of GP practices 2025/26”."_s);
    }

    void refusedRowsRefuseTheFileUnlessSkipped()
    {
        const QByteArray bytes =
            practices().replace("1000,1010", "-1000,1010").replace("2000,2020", "x,2020");
        Desk desk;
        const auto refused = desk.import(bytes, u"p.csv"_s);
        QVERIFY(!refused.ok());
        QCOMPARE(
            refused.error().text,
            u"“p.csv”, line 2: practice Z10001: Population “-1000” is negative. More rows refused: 1."_s);

        ImportOptions options;
        options.skipRefused = true;
        const auto made = desk.import(bytes, u"p.csv"_s, options);
        QVERIFY(made.ok());
        QCOMPARE(made->refused.size(), 2);
        QCOMPARE(made->refused[1].line, 3);
        desk.commit(made->step);
    }

    void cutInMidRowIsRefused()
    {
        Desk desk;
        const auto made = desk.import(practices().chopped(60), u"p.csv"_s);
        QVERIFY(!made.ok());
        QVERIFY2(made.error().text.startsWith(u"“p.csv”, line 7: the file is cut short here"),
                 qPrintable(made.error().text));
    }

    void unknownFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("another table")
            << QByteArray("Month,Payments\nMay,1\n") << u"none of the need files"_s;
        QTest::newRow("empty") << QByteArray() << u"is empty"_s;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0",
                                              6)
                                << u"NUL"_s;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEP\0", 4) << u"UTF-16"_s;
        QTest::newRow("Latin-1") << QByteArray("Locality,Code\nM\xF4n,Z1\n") << u"line 2: not UTF-8"_s;
        QTest::newRow("other JSON") << QByteArray("{\"format\":\"placewright-plan\"}")
                                    << u"no list “places”"_s;
        QTest::newRow("practice file without code") << practices().replace("Practice_Code", "Surgery")
                                                    << u"the header has no column “Practice_Code”"_s;
    }
    void unknownFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        Desk desk = withDataset();
        const auto made = desk.import(bytes, u"f"_s);
        QVERIFY(!made.ok());
        QVERIFY2(made.error().text.contains(says), qPrintable(made.error().text));
    }

    void localityListMakesALayer()
    {
        Desk desk = withDataset();
        const auto made = desk.import(localities(), u"localities.csv"_s);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        desk.commit(made->step);

        QCOMPARE(desk.memberships(),
                 (QStringList{u"Localities/North/Z10001"_s, u"Localities/South, Lower/Z10002"_s,
                              u"Localities/South, Lower/Z10003"_s, u"Localities/West/Z10005"_s,
                              u"Localities/West/Z99999"_s}));
        const Layer& layer = desk.plan.layers[0];
        QCOMPARE(layer.kind, u"locality"_s);
        QCOMPARE(layer.needDataset, desk.plan.needDatasets[0].id);
        QCOMPARE(layer.needMeasure, u"overall"_s);
        QCOMPARE(desk.plan.place().needLayer, layer.id);
        QCOMPARE(desk.plan.areas.find(desk.area(u"North"_s))->icb, Id(u"ashmoor"_s));
        QVERIFY(desk.plan.areas.find(desk.area(u"West"_s))->icb.isNull()); // the plan has no such partner

        QCOMPARE(made->unmatched, QStringList{u"Z99999 Closed Surgery"_s});
        QCOMPARE(made->notInAnyArea, QStringList{u"Z10004 THE \"DELL\" PRACTICE (E99000002)"_s});
        QVERIFY(made->overlapping.isEmpty());
        QCOMPARE(
            made->summary,
            (QStringList{
                u"“localities.csv”: practices 5; branch surgeries ignored: 1."_s,
                u"Layer “Localities”: areas 3; need from “Weighted populations of GP practices 2025/26”."_s,
                u"North: practices 1; by district: E99000001 Calderbourne 1."_s,
                u"South, Lower: practices 2; by district: E99000001 Calderbourne 1, E99000002 Upper Dale 1."_s,
                u"West: practices 1; by district: E99000001 Calderbourne 1."_s,
                u"Practices in these areas outside the plan's own districts: 1 (E99000002 Upper Dale 1)."_s,
                u"Practices that the need dataset does not hold: 1."_s,
                u"Practices of the plan's ICBs and districts in no area: 1."_s}));
    }

    void listBeforeDatasetIsRefused()
    {
        Desk desk;
        QVERIFY(desk.import(localities(), u"l.csv"_s)
                    .error()
                    .text.contains(u"import NHS England's practice file first"));
    }

    void theSameListTwiceAddsNothing()
    {
        Desk desk = withDataset();
        desk.take(localities(), u"l.csv"_s);
        QCOMPARE(desk.import(localities(), u"l.csv"_s).error().text,
                 u"Nothing to add: the layer “Localities” stands as it is."_s);
    }

    void extendsALayer()
    {
        Desk desk = withDataset();
        desk.take(localities(), u"l.csv"_s);
        desk.take("Locality,Code\nnorth,Z10004\nFar North,Z10006\nNorth,Z10001\n", u"more.csv"_s);
        QCOMPARE(desk.plan.layers.size(), 1);
        QCOMPARE(desk.plan.areas.size(), 4);
        QVERIFY(desk.memberships().contains(u"Localities/North/Z10004"_s));
        QVERIFY(desk.memberships().contains(u"Localities/Far North/Z10006"_s));
        QCOMPARE(desk.plan.practices.size(), 7);

        ImportOptions options;
        options.layerName = u"Teams"_s;
        desk.take(localities(), u"l.csv"_s, options);
        QCOMPARE(desk.plan.layers.size(), 2);
        QCOMPARE(desk.plan.place().needLayer, desk.plan.layers[0].id);
    }

    void typedLayerIsLeftAlone()
    {
        Desk desk = withDataset();
        StepBuilder builder(desk.plan);
        builder.add(Layer::type.id, Id(u"typed"_s));
        builder.set(Layer::type.id, Id(u"typed"_s), "name", u"Localities"_s);
        builder.add(Area::type.id, Id(u"t1"_s));
        builder.set(Area::type.id, Id(u"t1"_s), "layer", Id(u"typed"_s));
        builder.set(Area::type.id, Id(u"t1"_s), "name", u"North"_s);
        builder.set(Area::type.id, Id(u"t1"_s), "population", People::fromWhole(10));
        desk.plan = builder.plan();
        QVERIFY(desk.import(localities(), u"l.csv"_s).error().text.contains(u"has typed populations"));
    }

    void overlapInTheFile()
    {
        const QByteArray list = "Locality,Code\nNorth,Z10001\nSouth,Z10001\nNorth,Z10002\n";
        Desk desk = withDataset();
        QCOMPARE(desk.import(list, u"l.csv"_s).error().text,
                 u"“l.csv”, line 2: practice Z10001 would stand in more than one area of the layer: North, "
                 u"South. More rows "
                 u"refused: 1."_s);

        ImportOptions skip;
        skip.skipRefused = true;
        const auto skipped = desk.import(list, u"l.csv"_s, skip);
        QCOMPARE(skipped->refused.size(), 2);
        QCOMPARE(skipped->overlapping, QStringList{u"Z10001: North, South"_s});
        Desk other = desk;
        other.commit(skipped->step);
        QCOMPARE(other.memberships(), QStringList{u"Localities/North/Z10002"_s});

        ImportOptions split;
        split.overlap = Overlap::SplitEqually;
        desk.take(list, u"l.csv"_s, split);
        QCOMPARE(desk.memberships(),
                 (QStringList{u"Localities/North/Z10001/50"_s, u"Localities/North/Z10002"_s,
                              u"Localities/South/Z10001/50"_s}));

        desk.take("Locality,Code\nEast,Z10001\n", u"m.csv"_s, split);
        QCOMPARE(desk.memberships(),
                 (QStringList{u"Localities/East/Z10001/33.333333333334"_s,
                              u"Localities/North/Z10001/33.333333333333"_s, u"Localities/North/Z10002"_s,
                              u"Localities/South/Z10001/33.333333333333"_s}));
    }

    void overlapWithThePlan()
    {
        Desk desk = withDataset();
        desk.take(localities(), u"l.csv"_s);
        QCOMPARE(
            desk.import("Locality,Code\nWest,Z10001\n", u"m.csv"_s).error().text,
            u"“m.csv”, line 2: practice Z10001 would stand in more than one area of the layer: North, West."_s);
    }

    void rowOrderNeverMatters()
    {
        QList<QByteArray> lines = localities().trimmed().split('\n');
        lines.append("North,Main,Z10002,Birch Oak and Partners,,");
        const QByteArray header = lines.takeFirst();
        ImportOptions options;
        options.overlap = Overlap::SplitEqually;
        Desk first = withDataset();
        first.take(header + '\n' + lines.join('\n'), u"l.csv"_s, options);
        std::mt19937 random(3);
        for (int i = 0; i < 10; ++i) {
            std::shuffle(lines.begin(), lines.end(), random);
            Desk desk = withDataset();
            desk.take(header + '\n' + lines.join('\n'), u"l.csv"_s, options);
            QVERIFY(desk.plan == first.plan);
        }
    }

    void sharesAddToOneHundred()
    {
        for (qsizetype areas = 1; areas <= 60; ++areas) {
            Ratio sum;
            const QList<Rate> shares = equalShares(areas);
            for (const Rate& share : shares)
                sum = sum + share.exact();
            QCOMPARE(sum, Ratio(100));
            QVERIFY(shares.first().exact() - shares.last().exact() <= Ratio(1, 1'000'000'000'000));
        }
        QCOMPARE(equalShares(3).first().text(), u"33.333333333334"_s);
        QCOMPARE(equalShares(1).first().text(), u"100"_s);
    }

    void savedPlaces()
    {
        Desk desk = withDataset();
        const auto made = desk.import(testData(u"need/places.json"_s), u"places.json"_s);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        desk.commit(made->step);
        QCOMPARE(desk.memberships(),
                 (QStringList{u"Places/Calderbourne town/Z10001"_s, u"Places/Calderbourne town/Z10002"_s,
                              u"Places/Fenwold edge/Z10005"_s, u"Places/Fenwold edge/Z99999"_s}));
        QCOMPARE(desk.plan.areas[0].name, u"Fenwold edge"_s); // in the file's order
        QCOMPARE(desk.plan.layers[0].kind, u"place"_s);
        QCOMPARE(made->unmatched, QStringList{u"Z99999 CLOSED SURGERY"_s});
        QCOMPARE(made->summary.first(), u"“places.json”: saved places 2."_s);
    }

    void latestDatasetIsMatched()
    {
        Desk desk = withDataset();
        ImportOptions older;
        older.fileDate = u"2024-01-30"_s;
        desk.take("Practice_Code,ICB,Population,Final WP\nZ10001,QZA,1,1\n", u"old_2024_25.csv"_s, older);
        StepBuilder builder(desk.plan);
        builder.set(NeedDataset::type.id, desk.plan.needDatasets[0].id, "date", QDate(2025, 1, 30));
        desk.plan = builder.plan();
        desk.take(localities(), u"l.csv"_s);
        QCOMPARE(desk.plan.layers[0].needDataset, desk.plan.needDatasets[0].id);
    }

    void byDistrict()
    {
        Desk desk = withDataset();
        const Id dataset = desk.plan.needDatasets[0].id;
        const auto made = layerByDistrict(desk.plan, desk.shelf, dataset, {u"QZA"_s, u"NHS Fenwold ICB"_s},
                                          u"By district"_s, desk.ids);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        desk.commit(made->step);
        QCOMPARE(desk.memberships(),
                 (QStringList{u"By district/Calderbourne/Z10001"_s, u"By district/Calderbourne/Z10002"_s,
                              u"By district/Calderbourne/Z10005"_s, u"By district/Fenwold/Z10006"_s,
                              u"By district/Upper Dale/Z10003"_s, u"By district/Upper Dale/Z10004"_s}));
        QCOMPARE(desk.plan.areas[0].code, u"E99000001"_s);
        QCOMPARE(desk.plan.layers[0].kind, u"district"_s);
        QVERIFY(made->notInAnyArea.isEmpty());

        Desk own = withDataset();
        const auto plain = layerByDistrict(own.plan, own.shelf, dataset, {}, {}, own.ids);
        QVERIFY(plain.ok());
        own.commit(plain->step);
        QCOMPARE(own.plan.practices.size(), 4);
        QCOMPARE(plain->notInAnyArea, QStringList{u"Z10005 ELM ROAD (E99000001)"_s});
        QVERIFY(!layerByDistrict(own.plan, own.shelf, dataset, {u"QZX"_s}, {}, own.ids).ok());
        QVERIFY(!layerByDistrict(own.plan, own.shelf, Id(u"none"_s), {}, {}, own.ids).ok());
    }

    void assignsByHand()
    {
        Desk desk = withDataset();
        desk.take(localities(), u"l.csv"_s);
        const Id north = desk.area(u"North"_s);
        const Id west = desk.area(u"West"_s);

        auto step =
            assignPractices(desk.plan, west, {u"z10001 "_s, u"Z10004"_s}, Overlap::SplitEqually, desk.ids);
        QVERIFY(step.ok());
        desk.commit(*step);
        QVERIFY(desk.memberships().contains(u"Localities/North/Z10001/50"_s));
        QVERIFY(desk.memberships().contains(u"Localities/West/Z10001/50"_s));
        QVERIFY(desk.memberships().contains(u"Localities/West/Z10004"_s));
        QVERIFY(!assignPractices(desk.plan, west, {u"Z10001"_s}, Overlap::SplitEqually, desk.ids).ok());

        step = assignPractices(desk.plan, north, {u"Z10001"_s, u"Z10003"_s}, Overlap::Refuse, desk.ids);
        QVERIFY(step.ok());
        const Plan before = desk.plan;
        desk.commit(*step);
        QCOMPARE(desk.memberships(),
                 (QStringList{u"Localities/North/Z10001"_s, u"Localities/North/Z10003"_s,
                              u"Localities/South, Lower/Z10002"_s, u"Localities/West/Z10004"_s,
                              u"Localities/West/Z10005"_s, u"Localities/West/Z99999"_s}));
        QVERIFY(apply(desk.plan, inverse(*step)).plan == before);

        QVERIFY(!assignPractices(desk.plan, north, {u"Z10001"_s}, Overlap::Refuse, desk.ids).ok());
        QVERIFY(!assignPractices(desk.plan, Id(u"none"_s), {u"Z10001"_s}, Overlap::Refuse, desk.ids).ok());
        QVERIFY(!assignPractices(desk.plan, north, {u" "_s}, Overlap::Refuse, desk.ids).ok());
    }
};

QTEST_GUILESS_MAIN(TestNeedImport)
#include "test_needimport.moc"
