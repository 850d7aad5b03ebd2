#include "core/exchange/practicefile.h"
#include "tests/support/realdata.h"

#include <QStringEncoder>
#include <QTest>

#include <algorithm>
#include <random>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString file = u"practices.csv"_s;

QByteArray small(const QByteArray& row)
{
    return "Practice_Code,ICB,Population,Final WP\nZ10001,QZA,1000,1100\n" + row;
}

QByteArray practices()
{
    return testData(u"need/practices_2025_26.csv"_s);
}

// Code, population and overall weighted population of each practice, by code.
QStringList figures(const PracticeTable& table)
{
    QStringList all;
    for (const Practice& practice : table.practices()) {
        const auto overall = practice.weightedFor(NeedMeasure::Overall);
        all.append(practice.code + u' ' + practice.population.text() + u' ' +
                   (overall ? overall->text() : u"none"_s));
    }
    all.sort();
    return all;
}

} // namespace

class TestPracticeFile : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        QVERIFY(looksLikePracticeFile(practices()));
        const auto read = readPracticeFile(practices(), file);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(read->refused.size(), 0);
        QVERIFY(read->absentMeasures.isEmpty());
        QVERIFY(read->lastLineIsWhole);
        QCOMPARE(figures(*read->table),
                 (QStringList{u"Z10001 1000 1100"_s, u"Z10002 2000 2600"_s, u"Z10003 3000 2700"_s,
                              u"Z10004 4000 3600"_s, u"Z10005 500.25 650.125000001"_s,
                              u"Z10006 1499.75 1349.874999999"_s}));

        const Practice* birch = read->table->find(u"Z10002"_s);
        QVERIFY(birch);
        QCOMPARE(birch->name, u"BIRCH, OAK AND PARTNERS"_s);
        QCOMPARE(birch->icb, u"QZA"_s);
        QCOMPARE(birch->icbName, u"NHS Ashmoor ICB"_s);
        QCOMPARE(birch->district, u"E99000001"_s);
        QCOMPARE(birch->districtName, u"Calderbourne"_s);
        QVERIFY(!birch->weightedFor(NeedMeasure::Maternity)); // blank
        QVERIFY(read->table->find(u"Z10001"_s)->weightedFor(NeedMeasure::Maternity)->isZero());
        QCOMPARE(read->table->find(u"Z10004"_s)->name, u"THE \"DELL\" PRACTICE"_s);
        QCOMPARE(read->table->find(u"Z10007"_s), nullptr);
    }

    void namesOf2022()
    {
        const auto read = readPracticeFile(
            "practice_code,ICS22,ICS22name,LAD21,LTLA21,Patients,\"pop 2022/23\",Final WP,CS WP\n"
            " z10001 ,QZA,NHS Ashmoor ICB,E99000001,Calderbourne,,\"1,000.5\",1100,\n",
            file);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        const Practice& practice = read->table->practices().first();
        QCOMPARE(practice.code, u"Z10001"_s);
        QCOMPARE(practice.icbName, u"NHS Ashmoor ICB"_s);
        QCOMPARE(practice.district, u"E99000001"_s);
        QCOMPARE(practice.population.text(), u"1000.5"_s);
        QVERIFY(!practice.weightedFor(NeedMeasure::Community));
        QCOMPARE(read->absentMeasures, (QStringList{u"generalAndAcute"_s, u"mentalHealth"_s, u"maternity"_s,
                                                    u"healthInequalities"_s, u"prescribing"_s,
                                                    u"primaryMedicalCareNeed"_s, u"primaryMedicalCare"_s}));
    }

    void headersInAnyOrderAndCase()
    {
        const auto read =
            readPracticeFile("FINAL wp,\"population\",Mat WP,icb,PRACTICE CODE\r\n7,5,,QZA,Z1\r\n", file);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(figures(*read->table), QStringList{u"Z1 5 7"_s});
    }

    void refusedRows_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("says");

        QTest::newRow("code blank") << QByteArray(" ,QZA,1,1\n") << u"the practice code is blank."_s;
        QTest::newRow("ICB blank") << QByteArray("Z2,,1,1\n") << u"practice Z2: its ICB is blank."_s;
        QTest::newRow("population blank")
            << QByteArray("Z2,QZA,,1\n") << u"practice Z2: its population is blank."_s;
        QTest::newRow("not a number")
            << QByteArray("Z2,QZA,1,n/a\n") << u"practice Z2: Final WP “n/a” is not a number."_s;
        QTest::newRow("exponent") << QByteArray("Z2,QZA,1e3,1\n")
                                  << u"practice Z2: Population “1e3” is not a number."_s;
        QTest::newRow("NaN") << QByteArray("Z2,QZA,NaN,1\n")
                             << u"practice Z2: Population “NaN” is not a number."_s;
        QTest::newRow("two points") << QByteArray("Z2,QZA,1.2.3,1\n")
                                    << u"practice Z2: Population “1.2.3” is not a number."_s;
        QTest::newRow("point alone") << QByteArray("Z2,QZA,.,1\n")
                                     << u"practice Z2: Population “.” is not a number."_s;
        QTest::newRow("point at the end")
            << QByteArray("Z2,QZA,1.,1\n") << u"practice Z2: Population “1.” is not a number."_s;
        QTest::newRow("negative") << QByteArray("Z2,QZA,-5,1\n")
                                  << u"practice Z2: Population “-5” is negative."_s;
        QTest::newRow("negative weight")
            << QByteArray("Z2,QZA,5,-0.1\n") << u"practice Z2: Final WP “-0.1” is negative."_s;
        QTest::newRow("most people") << QByteArray("Z2,QZA,1000000,10000000\n") << QString();
        QTest::newRow("absurd people")
            << QByteArray("Z2,QZA,1000000.000000001,1\n")
            << u"practice Z2: Population “1000000.000000001” is absurd: more than 1,000,000."_s;
        QTest::newRow("absurd weight")
            << QByteArray("Z2,QZA,1,10000001\n")
            << u"practice Z2: Final WP “10000001” is absurd: more than 10,000,000."_s;
        QTest::newRow("beyond 64 bits")
            << QByteArray("Z2,QZA,99999999999999999999999,1\n")
            << u"practice Z2: Population “99999999999999999999999” is absurd: more than 1,000,000."_s;
        QTest::newRow("too few cells") << QByteArray("Z2,QZA,1\n") << u"3 cells, where the header has 4."_s;
        QTest::newRow("too many cells")
            << QByteArray("Z2,QZA,1,1,1\n") << u"5 cells, where the header has 4."_s;
        QTest::newRow("cut short") << QByteArray("Z2,QZA,1")
                                   << u"the file is cut short here: 3 cells, where the header has 4."_s;
    }
    void refusedRows()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, says);
        const auto read = readPracticeFile(small(row), file);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(read->refused.size(), says.isEmpty() ? 0 : 1);
        QCOMPARE(read->table->practices().size(), says.isEmpty() ? 2 : 1);
        if (!says.isEmpty()) {
            QCOMPARE(read->refused.first().line, 3);
            QCOMPARE(read->refused.first().reason, says);
        }
    }

    void decimalsBeyondNineAreSettledHalfToEven()
    {
        const auto read = readPracticeFile(small("Z2,QZA,0.0000000005,0.0000000015\n"), file);
        QVERIFY(read.ok());
        const Practice* practice = read->table->find(u"Z2"_s);
        QCOMPARE(practice->population.units(), 0);
        QCOMPARE(practice->weightedFor(NeedMeasure::Overall)->units(), 2);
    }

    void aPracticeListedTwiceIsTakenFromNeitherRow()
    {
        for (const QByteArray& rows :
             {QByteArray("Z2,QZA,1,1\nz10001,QZA,9,9\n"), QByteArray("z10001,QZA,9,9\nZ2,QZA,1,1\n")}) {
            const auto read = readPracticeFile(small(rows), file);
            QVERIFY(read.ok());
            QCOMPARE(figures(*read->table), QStringList{u"Z2 1 1"_s});
            QCOMPARE(read->refused.size(), 2);
            const int other = rows.startsWith("Z2") ? 4 : 3;
            QCOMPARE(read->refused[0].line, 2);
            QCOMPARE(read->refused[0].reason,
                     u"practice Z10001 is listed twice, also on line %1."_s.arg(other));
            QCOMPARE(read->refused[1].line, other);
            QCOMPARE(read->refused[1].reason, u"practice Z10001 is listed twice, also on line 2."_s);
        }
    }

    void wholeFileRefusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");

        const QByteArray whole = practices();
        const auto renamed = [&whole](const char* from, const char* to) {
            return QByteArray(whole).replace(from, to);
        };
        QTest::newRow("no code") << renamed("Practice_Code", "Surgery")
                                 << u"“practices.csv”, line 1: the header has no column “Practice_Code”."_s;
        QTest::newRow("no population")
            << renamed("Population", "List size")
            << u"“practices.csv”, line 1: the header has no column “Population”."_s;
        QTest::newRow("no ICB") << renamed(",ICB,", ",Board,")
                                << u"“practices.csv”, line 1: the header has no column “ICB”."_s;
        QTest::newRow("no weights")
            << renamed(" WP", " weight")
            << u"“practices.csv”, line 1: the header has no column of weighted populations, such as “Final WP”."_s;
        QTest::newRow("column twice")
            << renamed("CS WP", "G&A WP")
            << u"“practices.csv”, line 1: the header names the column “G&A WP” twice."_s;
        QTest::newRow("header alone") << whole.first(whole.indexOf('\n') + 1)
                                      << u"“practices.csv” holds no practice below its header."_s;
        QTest::newRow("empty") << QByteArray() << u"“practices.csv” is empty."_s;
        QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << u"has no column “Practice_Code”"_s;
        QTest::newRow("UTF-16") << QByteArray(
                                       QStringEncoder(QStringEncoder::Utf16, QStringEncoder::Flag::WriteBom)(
                                           QString::fromUtf8(whole)))
                                << u"UTF-16"_s;
        QTest::newRow("UTF-16 without mark")
            << QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(QString::fromUtf8(whole))) << u"NUL"_s;
        QTest::newRow("Latin-1") << renamed("CEDAR HOUSE", "C\xC8"
                                                           "DAR HOUSE")
                                 << u"line 4: not UTF-8"_s;
        QTest::newRow("NUL") << QByteArray(whole).replace(whole.size() - 10, 1, QByteArray(1, '\0'))
                             << u"line 7: a NUL byte"_s;
    }
    void wholeFileRefusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto read = readPracticeFile(bytes, file);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
    }

    // Cut anywhere, a file is an error, or has a refused last row, or holds its first rows as they are; only the last figure of
    // a last line without line break cannot be told from a whole one, and that is said.
    void cutAnywhere()
    {
        const QByteArray whole = practices();
        const QStringList all = figures(*readPracticeFile(whole, file)->table);
        int errors = 0;
        int refused = 0;
        int shorter = 0;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = readPracticeFile(whole.first(size), file);
            if (!read) {
                QVERIFY(!read.error().text.isEmpty());
                ++errors;
                continue;
            }
            refused += static_cast<int>(read->refused.size());
            QVERIFY(read->refused.size() <= 1);
            const QStringList some = figures(*read->table);
            QVERIFY(some.size() <= all.size());
            for (const QString& practice : some)
                QVERIFY2(all.contains(practice), qPrintable(practice));
            const bool endsInRow = whole[size - 1] != '\n' && whole[size - 1] != '\r';
            if (endsInRow && read->refused.isEmpty()) {
                QVERIFY(!read->lastLineIsWhole);
                ++shorter;
            }
        }
        QVERIFY(errors > 0 && refused > 0);
        QVERIFY2(shorter <= 6 * 5, qPrintable(QString::number(shorter)));
    }

    void rowOrderNeverMatters()
    {
        QList<QByteArray> lines = practices().trimmed().split('\n');
        const QByteArray header = lines.takeFirst();
        const auto first = readPracticeFile(practices(), file);
        std::mt19937 random(7);
        for (int i = 0; i < 20; ++i) {
            std::shuffle(lines.begin(), lines.end(), random);
            const auto read = readPracticeFile(header + '\n' + lines.join('\n') + '\n', file);
            QVERIFY(read.ok());
            QCOMPARE(figures(*read->table), figures(*first->table));
            QCOMPARE(read->table->england(NeedMeasure::Overall).weighted, People::fromWhole(12000));
        }
    }

    void sums()
    {
        const auto read = readPracticeFile(practices(), file);
        const PracticeTable& table = *read->table;
        const PracticeTable::Sum england = table.england(NeedMeasure::Overall);
        QCOMPARE(england.population, People::fromWhole(12000));
        QCOMPARE(england.weighted, People::fromWhole(12000));
        QCOMPARE(england.practices, 6);
        QCOMPARE(england.missing, 0);

        const PracticeTable::Sum maternity = table.icb(u"QZA"_s, NeedMeasure::Maternity);
        QCOMPARE(maternity.population, People::fromWhole(8000)); // without Z10002, whose cell is blank
        QCOMPARE(maternity.weighted, People::fromWhole(8000));
        QCOMPARE(maternity.practices, 3);
        QCOMPARE(maternity.missing, 1);
        QCOMPARE(table.icb(u"QZX"_s, NeedMeasure::Overall).practices, 0);
    }

    void measures()
    {
        QCOMPARE(needMeasureNames().size(), size_t(needMeasureCount));
        for (const NeedMeasureName& name : needMeasureNames()) {
            QCOMPARE(needMeasureId(name.measure), name.id);
            QCOMPARE(needMeasureFromId(QString(name.id)), std::optional(name.measure));
            QVERIFY(!needMeasureLabel(name.measure).isEmpty());
        }
        QCOMPARE(needMeasureFromId(u"age"), std::optional<NeedMeasure>());
    }

    void localityList()
    {
        const QByteArray bytes = testData(u"need/localities.csv"_s);
        QVERIFY(looksLikeLocalityList(bytes));
        QVERIFY(!looksLikePracticeFile(bytes));
        QVERIFY(!looksLikeLocalityList(practices()));
        const auto list = readLocalityList(bytes, file);
        QVERIFY(list.ok());
        QCOMPARE(list->rows.size(), 5);
        QCOMPARE(list->branches, 1);
        QCOMPARE(list->refused.size(), 0);
        QCOMPARE(list->rows[1].line, 4);
        QCOMPARE(list->rows[1].locality, u"South, Lower"_s);
        QCOMPARE(list->rows[1].practice, u"Z10002"_s);
        QCOMPARE(list->rows[1].name, u"Birch Oak and Partners"_s);
    }

    void localityRefusals()
    {
        const auto list = readLocalityList("code,LOCALITY\nZ1,North\n,North\nZ2,\nZ3,South,x\nZ4", file);
        QVERIFY(list.ok());
        QCOMPARE(list->rows.size(), 1);
        QCOMPARE(list->refused.size(), 4);
        QCOMPARE(list->refused[0].reason, u"the practice code is blank."_s);
        QCOMPARE(list->refused[1].reason, u"practice Z2: its locality is blank."_s);
        QCOMPARE(list->refused[2].reason, u"3 cells, where the header has 2."_s);
        QCOMPARE(list->refused[3].reason, u"the file is cut short here: 1 cells, where the header has 2."_s);
        QCOMPARE(list->refused[3].line, 6);

        QCOMPARE(readLocalityList("Area,Type,Practice.Code\nNorth,Main,Z1\n", file).error().text,
                 u"“practices.csv”, line 1: the header has no column “Locality”."_s);
        QCOMPARE(readLocalityList("Locality,Type\nNorth,Main\n", file).error().text,
                 u"“practices.csv”, line 1: the header has no column “Practice.Code”."_s);
        QCOMPARE(readLocalityList("Locality,Code\n", file).error().text,
                 u"“practices.csv” holds no practice below its header."_s);
    }

    void savedPlaces()
    {
        const QByteArray bytes = testData(u"need/places.json"_s);
        QVERIFY(looksLikeSavedPlaces(bytes));
        QVERIFY(!looksLikeSavedPlaces(practices()));
        const auto places = readSavedPlaces(bytes, u"places.json"_s);
        QVERIFY(places.ok());
        QCOMPARE(places->size(), 2);
        QCOMPARE(places->at(0).name, u"Fenwold edge"_s);
        QCOMPARE(places->at(1).icb, u"NHS Ashmoor ICB"_s);
        QCOMPARE(places->at(1).practices.size(), 2);
        QCOMPARE(places->at(1).practices[1].code, u"Z10002"_s);
        QCOMPARE(places->at(1).practices[1].name, u"BIRCH, OAK AND PARTNERS"_s);
    }

    void savedPlacesRefusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");

        QTest::newRow("cut short") << testData(u"need/places.json"_s).first(200)
                                   << u"“p.json”, line 9: not JSON"_s;
        QTest::newRow("no list") << QByteArray("{\"A\":{\"gps\":[]}}") << u"no list “places”"_s;
        QTest::newRow("place absent")
            << QByteArray("{\"places\":[\"A\"]}") << u"the place “A” has no list “gps”"_s;
        QTest::newRow("no code") << QByteArray("{\"A\":{\"gps\":[\": X\"]},\"places\":[\"A\"]}")
                                 << u"the place “A” lists a practice without a code."_s;
        QTest::newRow("not text") << QByteArray("{\"A\":{\"gps\":[7]},\"places\":[\"A\"]}")
                                  << u"the place “A” lists a practice without a code."_s;
        QTest::newRow("twice") << QByteArray("{\"A\":{\"gps\":[]},\"places\":[\"A\",\"A\"]}")
                               << u"the place “A” is listed twice."_s;
        QTest::newRow("none") << QByteArray("{\"places\":[]}") << u"it holds no place."_s;
        QTest::newRow("an array") << QByteArray("[]") << u"no list “places”"_s;
        QTest::newRow("not UTF-8") << QByteArray("{\"\xF4\"}") << u"line 1: not UTF-8"_s;
    }
    void savedPlacesRefusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto places = readSavedPlaces(bytes, u"p.json"_s);
        QVERIFY(!places.ok());
        QVERIFY2(places.error().text.contains(says), qPrintable(places.error().text));
    }
};

QTEST_GUILESS_MAIN(TestPracticeFile)
#include "test_practicefile.moc"
