#include "core/exchange/needindex.h"
#include "tests/support/realdata.h"

#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const PracticeTable> tableOf(const QByteArray& bytes)
{
    return readPracticeFile(bytes, u"practices.csv"_s)->table;
}

SavedPlace place(const QString& icb, const QStringList& codes)
{
    SavedPlace made{u"Place"_s, icb, {}};
    for (const QString& code : codes)
        made.practices.append({code, {}});
    return made;
}

QString indexText(const PlaceIndex& index, NeedMeasure measure, int places = 9)
{
    const auto& ratio = index.index[static_cast<size_t>(measure)];
    return ratio ? decimalText(*ratio, places, Rounding::HalfAwayFromZero) : u"none"_s;
}

} // namespace

class TestNeedIndex : public QObject
{
    Q_OBJECT

private slots:
    // 3,700 weighted of 3,000 people, where the ICB's 10,000 have 10,000: 1.2333...
    void relativeToTheIcb()
    {
        const auto table = tableOf(testData(u"need/practices_2025_26.csv"_s));
        const auto indices = needIndices(*table, *readSavedPlaces(testData(u"need/places.json"_s), u"p"_s),
                                         IndexRounding::Exact);
        QCOMPARE(indices.size(), 2);
        const PlaceIndex& town = indices[1];
        QCOMPARE(town.place, u"Calderbourne town"_s);
        QCOMPARE(town.icb, u"QZA"_s);
        QCOMPARE(town.icbName, u"NHS Ashmoor ICB"_s);
        QCOMPARE(town.practices, 2);
        QCOMPARE(town.population, People::fromWhole(3000));
        QCOMPARE(town.weighted[0], std::optional(People::fromWhole(3700)));
        QCOMPARE(*town.index[0], Ratio(37, 30));
        QCOMPARE(indexText(town, NeedMeasure::Overall), u"1.233333333"_s);

        // 650.125000001 of 500.25, where the ICB's 2,000 have 2,000.
        const PlaceIndex& edge = indices[0];
        QCOMPARE(indexText(edge, NeedMeasure::Overall), u"1.299600200"_s);
        QCOMPARE(edge.practices, 1);
        QCOMPARE(edge.unmatched, QStringList{u"Z99999"_s});
    }

    void blankIsMissingAndZeroIsZero()
    {
        const auto table = tableOf(testData(u"need/practices_2025_26.csv"_s));
        const auto indices = needIndices(*table,
                                         {place(u"QZA"_s, {u"Z10001"_s, u"Z10002"_s}),
                                          place(u"QZA"_s, {u"Z10002"_s}), place(u"QZA"_s, {u"Z10003"_s})},
                                         IndexRounding::Exact);
        const auto maternity = static_cast<size_t>(NeedMeasure::Maternity);
        QCOMPARE(*indices[0].index[maternity], Ratio(0));
        QCOMPARE(indices[0].missing[maternity], 1);
        QVERIFY(!indices[1].index[maternity]);
        QVERIFY(!indices[1].weighted[maternity]);
        QCOMPARE(*indices[2].index[maternity],
                 Ratio(7, 6)); // 3,500 of 3,000; the ICB's 8,000 that have it, 8,000

        const QJsonArray json = needIndicesToJson(indices);
        QCOMPARE(json[0][u"index"][u"maternity"], QJsonValue(u"0.000000000"_s));
        QCOMPARE(json[0][u"missing"][u"maternity"], QJsonValue(1));
        QVERIFY(json[1][u"index"][u"maternity"].isNull());
        QVERIFY(json[1][u"weighted"][u"maternity"].isNull());
    }

    void unknownIcbAndEmptyPlace()
    {
        const auto table = tableOf(testData(u"need/practices_2025_26.csv"_s));
        const auto indices =
            needIndices(*table,
                        {place(u"NHS Elsewhere ICB"_s, {u"Z10001"_s}), place({}, {u"Z10001"_s}),
                         place(u"nhs ashmoor icb"_s, {}), place({}, {u"Z10001"_s, u"Z10005"_s})},
                        IndexRounding::Exact);
        QCOMPARE(indices[0].icb, u"NHS Elsewhere ICB"_s);
        QCOMPARE(indexText(indices[0], NeedMeasure::Overall), u"none"_s);
        QCOMPARE(indices[1].icb, u"QZA"_s); // the ICB of all its practices
        QCOMPARE(indexText(indices[1], NeedMeasure::Overall), u"1.100000000"_s);
        QCOMPARE(indices[2].icb, u"QZA"_s);
        QCOMPARE(indexText(indices[2], NeedMeasure::Overall), u"none"_s);
        QCOMPARE(indices[3].icb, QString());
    }

    void json()
    {
        const auto table = tableOf(testData(u"need/practices_2025_26.csv"_s));
        const QJsonArray json =
            needIndicesToJson(needIndices(*table, {place(u"QZB"_s, {u"Z10005"_s})}, IndexRounding::Exact));
        const QJsonObject one = json.first().toObject();
        QCOMPARE(one[u"place"], QJsonValue(u"Place"_s));
        QCOMPARE(one[u"icb"], QJsonValue(u"QZB"_s));
        QCOMPARE(one[u"practices"], QJsonValue(1));
        QCOMPARE(one[u"population"], QJsonValue(500.25));
        QCOMPARE(one[u"weighted"][u"overall"], QJsonValue(650.125000001));
        QCOMPARE(one[u"index"][u"overall"], QJsonValue(u"1.299600200"_s));
        QStringList keys{u"community"_s,   u"generalAndAcute"_s,    u"healthInequalities"_s,
                         u"maternity"_s,   u"mentalHealth"_s,       u"overall"_s,
                         u"prescribing"_s, u"primaryMedicalCare"_s, u"primaryMedicalCareNeed"_s};
        QCOMPARE(one[u"index"].toObject().keys(), keys);
        QCOMPARE(one[u"weighted"].toObject().keys(), keys);
    }

    // NHS England's own default place, 2024/25, as printed in the need note, section 1.5. The four practices are as published.
    // Three rows stand for the 285 others: the ICB's sums as printed (people and overall need to nine decimals as printed
    // in section 1.6, the rest to whole people) less the four, in thirds. So the official figures must come out as
    // printed; the exact ones were worked from the same sums with Python's fractions.
    void westYorkshire_data()
    {
        QTest::addColumn<int>("measure");
        QTest::addColumn<qint64>("placeSum");
        QTest::addColumn<qint64>("icbSum");
        QTest::addColumn<QString>("icbIndex");
        QTest::addColumn<QString>("official");
        QTest::addColumn<QString>("exact");

        const auto add = [](const char* name, NeedMeasure measure, qint64 placeSum, qint64 icbSum,
                            const char* icbIndex, const char* official, const char* exact) {
            QTest::newRow(name) << static_cast<int>(measure) << placeSum << icbSum
                                << QString::fromLatin1(icbIndex) << QString::fromLatin1(official)
                                << QString::fromLatin1(exact);
        };
        add("G&A", NeedMeasure::GeneralAndAcute, 34800, 2646657, "1.003", "1.080", "1.079648841");
        add("CS", NeedMeasure::Community, 33441, 2576924, "0.977", "1.066", "1.065555295");
        add("MH", NeedMeasure::MentalHealth, 22807, 2831732, "1.073", "0.661", "0.661337484");
        add("Mat", NeedMeasure::Maternity, 21362, 2967751, "1.125", "0.591", "0.591040109");
        add("Prescr", NeedMeasure::Prescribing, 33790, 2656370, "1.007", "1.044", "1.044481935");
        add("Final", NeedMeasure::Overall, 30677, 2666706, "1.011", "0.945", "0.944576336");
        add("Final PMC", NeedMeasure::PrimaryMedicalCare, 29702, 2698761, "1.023", "0.904", "0.903690393");
        add("PMC need", NeedMeasure::PrimaryMedicalCareNeed, 31043, 2589192, "0.982", "0.984", "0.984447508");
        add("HI", NeedMeasure::HealthInequalities, 22105, 3319652, "1.258", "0.547", "0.546762770");
    }
    void westYorkshire()
    {
        QFETCH(int, measure);
        QFETCH(qint64, placeSum);
        QFETCH(qint64, icbSum);
        QFETCH(QString, icbIndex);
        QFETCH(QString, official);
        QFETCH(QString, exact);
        const auto table = tableOf(testData(u"need/west_yorkshire_2024_25.csv"_s));
        const SavedPlace saved =
            place(u"NHS West Yorkshire ICB"_s, {u"B85005"_s, u"B85022"_s, u"B85061"_s, u"B85026"_s});
        const auto which = static_cast<NeedMeasure>(measure);

        const PlaceIndex rounded = needIndices(*table, {saved}, IndexRounding::Official).first();
        QCOMPARE(rounded.population, People::fromWhole(32127));
        QCOMPARE(rounded.weighted[static_cast<size_t>(measure)], std::optional(People::fromWhole(placeSum)));
        QCOMPARE(indexText(rounded, which, 3), official);

        const PlaceIndex unrounded = needIndices(*table, {saved}, IndexRounding::Exact).first();
        QCOMPARE(indexText(unrounded, which), exact);

        const PracticeTable::Sum icb = table->icb(u"QWO"_s, which);
        const qint64 icbWeighted = icb.weighted.exact().unitsAt(0, Rounding::HalfToEven);
        const qint64 icbPeople = icb.population.exact().unitsAt(0, Rounding::HalfToEven);
        QCOMPARE(icbWeighted, icbSum);
        QCOMPARE(icbPeople, 2637943);
        QCOMPARE(decimalText(Ratio(icbWeighted, icbPeople), 3, Rounding::HalfAwayFromZero), icbIndex);
    }

    // The same place in 2023/24, section 1.5: from the printed whole sums the core index is 0.942716 to six places.
    void westYorkshire2023()
    {
        const auto table = tableOf("Practice_Code,ICB,Population,Final WP,Health Ineq WP\n"
                                   "PLACE,QWO,31998,30525,22009\n"
                                   "REST1,QWO,900000,900000,1000000\nREST2,QWO,900000,900000,1000000\n"
                                   "REST3,QWO,797903,830761,1287428\n");
        const PlaceIndex index =
            needIndices(*table, {place(u"QWO"_s, {u"PLACE"_s})}, IndexRounding::Official).first();
        QCOMPARE(table->icb(u"QWO"_s, NeedMeasure::Overall).population, People::fromWhole(2629901));
        QCOMPARE(table->icb(u"QWO"_s, NeedMeasure::Overall).weighted, People::fromWhole(2661286));
        QCOMPARE(table->icb(u"QWO"_s, NeedMeasure::HealthInequalities).weighted, People::fromWhole(3309437));
        QCOMPARE(indexText(index, NeedMeasure::Overall, 6), u"0.942716"_s);
        QCOMPARE(indexText(index, NeedMeasure::HealthInequalities, 3), u"0.547"_s);
    }

    void officialSumsAreHalfToEven()
    {
        const auto table = tableOf("Practice_Code,ICB,Population,Final WP\nZ1,Q,2.5,3.5\nZ2,Q,1,1\n");
        const PlaceIndex index =
            needIndices(*table, {place(u"Q"_s, {u"Z1"_s})}, IndexRounding::Official).first();
        QCOMPARE(index.population, People::fromWhole(2));
        QCOMPARE(*index.weighted[0], People::fromWhole(4));
        // ICB: 3.5 people is 4, 4.5 weighted is 4.
        QCOMPARE(*index.index[0], Ratio(2));
    }

    void rowOrderNeverMatters()
    {
        QList<QByteArray> lines = testData(u"need/practices_2025_26.csv"_s).trimmed().split('\n');
        const auto places = *readSavedPlaces(testData(u"need/places.json"_s), u"p"_s);
        const QJsonArray first =
            needIndicesToJson(needIndices(*tableOf(lines.join('\n')), places, IndexRounding::Exact));
        std::reverse(lines.begin() + 1, lines.end());
        QCOMPARE(needIndicesToJson(needIndices(*tableOf(lines.join('\n')), places, IndexRounding::Exact)),
                 first);
    }
};

QTEST_GUILESS_MAIN(TestNeedIndex)
#include "test_needindex.moc"
