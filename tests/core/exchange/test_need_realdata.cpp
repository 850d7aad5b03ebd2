#include "core/exchange/csv.h"
#include "core/exchange/needimport.h"
#include "core/exchange/needindex.h"
#include "core/plan/apply.h"
#include "tests/support/realdata.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// NHS England's practice file of 2025/26 and Birmingham and Solihull's list of practices and localities. Expected figures were
// worked from the same files with Python's csv and decimal modules.
class TestNeedRealData : public QObject
{
    Q_OBJECT

    const QString m_practices = realDataPath(u"gp/icb_place_tool_weighted_populations_2025_26.csv"_s);
    const QString m_localities = realDataPath(u"gp/bsol_gp_list_locality_pcn_2024-07-15.csv"_s);

    Result<PracticeFile> practices() const
    {
        return readPracticeFile(*readWholeFile(m_practices, largestTable), u"icb_place_tool_2025_26.csv"_s);
    }
    static SavedPlace district(const PracticeTable& table, const QString& code)
    {
        SavedPlace place{code, u"QHL"_s, {}};
        for (const Practice& practice : table.practices()) {
            if (practice.icb == u"QHL" && practice.district == code)
                place.practices.append({practice.code, practice.name});
        }
        return place;
    }

private slots:
    void practiceFile()
    {
        PLACEWRIGHT_NEED_DATA(m_practices);
        const auto file = practices();
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE(file->table->practices().size(), 6348);
        QCOMPARE(file->refused.size(), 0);
        QVERIFY(file->absentMeasures.isEmpty());
        const Practice* densham = file->table->find(u"A81001"_s);
        QVERIFY(densham);
        QCOMPARE(densham->population.text(), u"3928.020356"_s);
        QCOMPARE(densham->weightedFor(NeedMeasure::PrimaryMedicalCare)->text(), u"4782.681789"_s);
    }

    void everyColumnSumsToPopulation_data()
    {
        QTest::addColumn<int>("measure");
        QTest::addColumn<QString>("sum");
        QTest::newRow("overall") << 0 << u"63849324.211281995"_s;
        QTest::newRow("generalAndAcute") << 1 << u"63849324.21159026"_s;
        QTest::newRow("community") << 2 << u"63849324.211475263"_s;
        QTest::newRow("mentalHealth") << 3 << u"63849324.211417451"_s;
        QTest::newRow("maternity") << 4 << u"63849324.211735288"_s;
        QTest::newRow("healthInequalities") << 5 << u"63849324.211273072"_s;
        QTest::newRow("prescribing") << 6 << u"63849324.211527869"_s;
        QTest::newRow("primaryMedicalCareNeed") << 7 << u"63849324.21166482"_s;
        QTest::newRow("primaryMedicalCare") << 8 << u"63849324.21122359"_s;
    }
    void everyColumnSumsToPopulation()
    {
        PLACEWRIGHT_NEED_DATA(m_practices);
        QFETCH(int, measure);
        QFETCH(QString, sum);
        const auto file = practices();
        const auto england = file->table->england(static_cast<NeedMeasure>(measure));
        QCOMPARE(england.weighted.text(), sum);
        QCOMPARE(england.population.text(), u"63849324.211232507"_s);
        QCOMPARE(formatPeople(england.weighted), u"63,849,324"_s);
        QCOMPARE(england.practices, 6348);
    }

    void birminghamAndSolihull()
    {
        PLACEWRIGHT_NEED_DATA(m_practices);
        const auto file = practices();
        const PracticeTable& table = *file->table;
        const auto indices = needIndices(table,
                                         {district(table, u"E08000025"_s), district(table, u"E08000029"_s),
                                          district(table, u"E08000030"_s)},
                                         IndexRounding::Exact);
        const auto overall = [&](qsizetype i) {
            return decimalText(*indices[i].index[0], 9, Rounding::HalfAwayFromZero);
        };
        QCOMPARE(indices[0].practices, 162);
        QCOMPARE(indices[0].population.text(), u"1401950.436531821"_s);
        QCOMPARE(indices[0].weighted[0]->text(), u"1455251.71690509"_s);
        QCOMPARE(overall(0), u"0.999666710"_s);
        QCOMPARE(indices[1].practices, 19);
        QCOMPARE(overall(1), u"1.002653029"_s);
        QCOMPARE(indices[2].practices, 1);
        QCOMPARE(overall(2), u"0.897845398"_s);
    }

    void localitiesAreNotTheDistrict()
    {
        PLACEWRIGHT_NEED_DATA(m_practices);
        PLACEWRIGHT_NEED_DATA(m_localities);
        StepBuilder builder{Plan()};
        const auto partner = [&](const QString& id, QLatin1StringView kind, const QString& code) {
            builder.add(Partner::type.id, Id(id));
            builder.set(Partner::type.id, Id(id), "name", id);
            builder.set(Partner::type.id, Id(id), "kind", QString(kind));
            builder.set(Partner::type.id, Id(id), "code", code);
        };
        partner(u"birmingham"_s, partnerKind::council, u"E08000025"_s);
        partner(u"bsol"_s, partnerKind::icb, u"QHL"_s);
        Plan plan = builder.plan();
        int next = 0;
        const IdSource ids = [&next] { return Id(u"n%1"_s.arg(++next)); };
        Shelf shelf;

        const auto dataset = importNeed(plan, shelf, *readWholeFile(m_practices, largestTable),
                                        u"practices_2025_26.csv"_s, {}, ids);
        QVERIFY2(dataset.ok(), qPrintable(dataset ? QString() : dataset.error().text));
        QVERIFY(dataset->summary.contains(
            u"“practices_2025_26.csv”: practices 6,348, ICBs 42, registered people 63,849,324."_s));
        QVERIFY(dataset->summary.contains(u"QHL NHS Birmingham and Solihull ICB: practices 182; by district: "
                                          u"E08000025 Birmingham 162, E08000029 Solihull 19, "
                                          u"E08000030 Walsall 1."_s));
        QCOMPARE(dataset->summary.size(), 2);
        plan = apply(plan, dataset->step).plan;
        shelf.practices.insert(dataset->blobs.firstKey(), practices()->table);

        const auto layer =
            importNeed(plan, shelf, *readWholeFile(m_localities, largestTable), u"bsol.csv"_s, {}, ids);
        QVERIFY2(layer.ok(), qPrintable(layer ? QString() : layer.error().text));
        const Applied applied = apply(plan, layer->step);
        QVERIFY(applied.ok());
        QCOMPARE(applied.plan.areas.size(), 6);
        QCOMPARE(applied.plan.practices.size(), 180);
        QCOMPARE(layer->unmatched, QStringList());
        QCOMPARE(layer->overlapping, QStringList());
        // M85008 stands in the list, but only as a branch; M88015 stands in Birmingham and belongs to another ICB.
        QCOMPARE(layer->notInAnyArea, (QStringList{u"M85008 THE POOLWAY MEDICAL CENTRE (E08000025)"_s,
                                                   m_greatBarr, u"Y08124 OMNIA MVP PILOT (E08000025)"_s}));
        QCOMPARE(layer->summary.first(), u"“bsol.csv”: practices 180; branch surgeries ignored: 58."_s);
        for (
            const QString& sentence :
            {u"Central: practices 35; by district: E08000025 Birmingham 33, E08000029 Solihull 2."_s,
             u"East: practices 39; by district: E08000025 Birmingham 39."_s,
             u"Solihull: practices 20; by district: E08000029 Solihull 17, E08000025 Birmingham 3."_s,
             u"West: practices 32; by district: E08000025 Birmingham 31, E08000030 Walsall 1."_s,
             u"Practices in these areas outside the plan's own districts: 20 (E08000029 Solihull 19, E08000030 Walsall 1)."_s}) {
            QVERIFY2(layer->summary.contains(sentence), qPrintable(layer->summary.join(u'\n')));
        }
    }

private:
    const QString m_greatBarr = u"M88015 GREAT BARR PRACTICE (E08000025)"_s;
};

QTEST_GUILESS_MAIN(TestNeedRealData)
#include "test_need_realdata.moc"
