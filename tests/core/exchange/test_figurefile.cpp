#include "core/exchange/figurecell.h"
#include "core/exchange/figurefile.h"
#include "core/exchange/needfilekind.h"
#include "core/place/codeset.h"
#include "tests/support/realdata.h"

#include <QStringEncoder>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Result<FigureFile> readTable(const QByteArray& bytes, const FigureHints& hints = {},
                             const QString& name = u"table.csv"_s)
{
    return readFigureFile(bytes, name, hints);
}

Result<FigureFile> readTestFile(const QString& name, const FigureHints& hints = {})
{
    return readFigureFile(testData(u"need/"_s + name), name, hints);
}

// The figure as "12.5", or "none".
QString figure(const FigureFile& file, const QString& column, const QString& code)
{
    const FigureColumn* held = file.table->column(column);
    const qsizetype row = file.table->row(code);
    if (!held || row < 0)
        return u"absent"_s;
    const auto units = held->at(row);
    return units ? QString::number(static_cast<double>(*units) / 1e9, 'g', 12) : u"none"_s;
}

QStringList columnIds(const FigureFile& file)
{
    QStringList ids;
    for (const FigureColumn& column : file.table->columns())
        ids.append(column.id);
    return ids;
}

QStringList refusals(const FigureFile& file)
{
    QStringList all;
    for (const RefusedRow& row : file.refused)
        all.append(QString::number(row.line) + u' ' + row.reason);
    return all;
}

QByteArray changed(QByteArray bytes, const QByteArray& from, const QByteArray& to)
{
    return bytes.replace(from, to);
}

} // namespace

class TestFigureFile : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<qint64>("units");
        QTest::newRow("whole") << QByteArray("29199") << qint64(29'199'000'000'000);
        QTest::newRow("decimal") << QByteArray("-1.771") << qint64(-1'771'000'000);
        QTest::newRow("minus sign") << QByteArray("\u22122.5") << qint64(-2'500'000'000);
        QTest::newRow("nine decimals") << QByteArray("0.123456789") << qint64(123'456'789);
        QTest::newRow("settled to even") << QByteArray("0.0000000025") << qint64(2);
        QTest::newRow("settled up") << QByteArray("0.454920942252378") << qint64(454'920'942);
        QTest::newRow("negative settled") << QByteArray("-0.0000000015") << qint64(-2);
        QTest::newRow("thousands") << QByteArray("74,588") << qint64(74'588'000'000'000);
        QTest::newRow("exponent") << QByteArray("1e+05") << qint64(100'000'000'000'000);
        QTest::newRow("small exponent") << QByteArray("4.2e-05") << qint64(42'000);
        QTest::newRow("minus zero") << QByteArray("-0") << qint64(0);
        QTest::newRow("ten digits") << QByteArray("1234567890") << qint64(1'234'567'890'000'000'000);
        for (const char* bad : {"", " ", "x1", "1.2.3", "1.", ".", "-", "--1", "1e", "e5", "1e99",
                                "99999999999", "1,23", "1 000", "NaN", "12%", "- 5"})
            QTest::newRow(bad) << QByteArray(bad) << qint64(noFigure);
    }
    void numbers()
    {
        QFETCH(QByteArray, cell);
        QFETCH(qint64, units);
        QCOMPARE(figureOf(cell).value_or(noFigure), units);
    }

    void layouts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("layout");
        QTest::newRow("2019") << u"deprivation_2019_file1.csv"_s << u"deprivation"_s;
        QTest::newRow("2025") << u"deprivation_2025.csv"_s << u"deprivation"_s;
        QTest::newRow("districts") << u"ages_districts.csv"_s << u"ages"_s;
        QTest::newRow("LSOAs") << u"ages_lsoa.csv"_s << u"ages"_s;
        QTest::newRow("census") << u"census_ages.csv"_s << u"ages"_s;
        QTest::newRow("practices") << u"practice_deprivation.csv"_s << u"fingertipsShort"_s;
        QTest::newRow("Fingertips") << u"fingertips.csv"_s << u"fingertips"_s;
        QTest::newRow("AreaName") << u"fingertips_other_spelling.csv"_s << u"fingertips"_s;
        QTest::newRow("payments") << u"payments.csv"_s << u"payments"_s;
        QTest::newRow("list sizes") << u"list_sizes.csv"_s << u"listSizes"_s;
        QTest::newRow("oflog") << u"oflog.csv"_s << u"oflog"_s;
        QTest::newRow("long") << u"long_table.csv"_s << u"longTable"_s;
    }
    void layouts()
    {
        QFETCH(QString, name);
        QFETCH(QString, layout);
        const QByteArray bytes = testData(u"need/"_s + name);
        QVERIFY(!bytes.isEmpty());
        QCOMPARE(figureLayoutOf(bytes), layout);
        QVERIFY(looksLikeFigureFile(bytes));
        const NeedFileKind kind{NeedFileKind::Figures, layout};
        QCOMPARE(recogniseNeedFile(bytes, name), kind);
        const auto file = readFigureFile(bytes, name, {});
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE(file->layout, layout);
        QCOMPARE(refusals(*file), QStringList());
        QVERIFY(file->lastLineIsWhole);
    }

    void layouts_cutShort_data() { layouts_data(); }
    void layouts_cutShort()
    {
        QFETCH(QString, name);
        const QByteArray bytes = testData(u"need/"_s + name);
        const qsizetype lastRow = bytes.lastIndexOf('\n', -2) + 1;
        // Cut after the first comma of the last row: the row is refused, or its quote is left open.
        const auto file = readFigureFile(bytes.first(bytes.indexOf(',', lastRow) + 1), name, {});
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QVERIFY(!file->lastLineIsWhole);
        QCOMPARE(file->refused.size(), 1);
        QVERIFY2(file->refused.first().reason.contains(u"the file is cut short here"_s),
                 qPrintable(file->refused.first().reason));
        // At every length: an error of one sentence or a table, never anything else.
        for (qsizetype size = 0; size < bytes.size(); size += 7) {
            const auto part = readFigureFile(bytes.first(size), name, {});
            QVERIFY(part.ok() ? part->table != nullptr : !part.error().text.isEmpty());
        }
    }
    void layouts_utf16_data() { layouts_data(); }
    void layouts_utf16()
    {
        QFETCH(QString, name);
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const QByteArray bytes = encoder(QString::fromUtf8(testData(u"need/"_s + name)));
        QCOMPARE(figureLayoutOf(bytes), QString());
        const auto file = readFigureFile(bytes, name, {});
        QVERIFY(!file.ok());
        QVERIFY2(file.error().text.contains(u"UTF-16"_s), qPrintable(file.error().text));
    }

    // Known layouts say which column is missing; a table of no known layout is read by its codes.
    void renamedColumn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* column, const QString& says) {
            QTest::newRow(column) << QString::fromLatin1(name) + u".csv"_s << QByteArray(column) << says;
        };
        row("deprivation_2019_file1", "LSOA code (2011)", u"has no column “LSOA code (2021)”"_s);
        row("deprivation_2025", "LSOA code (2021)", u"has no column “LSOA code (2021)”"_s);
        row("ages_districts", "Code", u"has no column “Code”"_s);
        row("ages_districts", "All ages", u"has no column “All ages”"_s);
        row("ages_lsoa", "5-9", u"there is no column of people aged 5."_s);
        row("ages_lsoa", "90+", u"there is no column of people aged 90 and over."_s);
        row("census_ages", "Total", u"has no column “All ages”"_s);
        row("practice_deprivation", "AreaCode", u"has no column “AreaCode”"_s);
        row("practice_deprivation", "Value", u"has no column “Value”"_s);
        row("fingertips", "Area Code", u"has no column “Area Code”"_s);
        row("fingertips", "Time period", u"has no column “Time period”"_s);
        row("payments", "Practice Code", u"has no column “Practice Code”"_s);
        row("payments", "Number of Weighted Patients",
            u"has no column “Number of Weighted Patients (Last Known Figure)”"_s);
        row("oflog", "Local authority code", u"has no column “Local authority code”"_s);
        row("long_table", "area_code", u"has no column “area_code”"_s);
        row("long_table", "period", u"has no column “period”"_s);
    }
    void renamedColumn()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, column);
        QFETCH(QString, says);
        QByteArray bytes = testData(u"need/"_s + name);
        const qsizetype headerEnd = bytes.indexOf('\n');
        const qsizetype at = bytes.indexOf(column);
        QVERIFY(at >= 0 && at < headerEnd);
        const auto file = readFigureFile(bytes.replace(at, column.size(), "Something else"), name, {});
        QVERIFY(!file.ok());
        QVERIFY2(file.error().text.contains(says), qPrintable(file.error().text));
        QVERIFY(file.error().text.contains(name));
    }
    void renamedColumnFallsBack()
    {
        // Either column of a list of sizes makes it a table of no known layout, read by its codes.
        for (const char* column : {"Practice.Code", "total_pop"}) {
            const auto file = readTable(changed(testData(u"need/list_sizes.csv"_s), column, "Something"));
            QVERIFY(file.ok());
            QCOMPARE(file->layout, u"table"_s);
            QCOMPARE(file->table->codeSet(), QString(codeSet::practice));
            QCOMPARE(file->table->columns().size(), 1);
        }
        // A measure under another name is a column that is not taken, and is said to be.
        const auto file =
            readTable(changed(testData(u"need/deprivation_2019_file1.csv"_s), "(IMD) Rank", "(IMD) Order"));
        QVERIFY(file.ok());
        QCOMPARE(columnIds(*file), QStringList{u"imd.decile"_s});
        QVERIFY(file->notes.contains(u"Columns not taken: “Index of Multiple Deprivation (IMD) Order”."_s));
    }

    void deprivation2019()
    {
        const auto file = readTestFile(u"deprivation_2019_file1.csv"_s);
        QCOMPARE(file->name, u"Indices of Deprivation 2019"_s);
        QCOMPARE(file->licence, u"Open Government Licence v3.0"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lsoa11));
        QCOMPARE(columnIds(*file), (QStringList{u"imd.rank"_s, u"imd.decile"_s}));
        const FigureColumn* rank = file->table->column(u"imd.rank");
        QVERIFY(rank->kind == FigureKind::Rank && rank->orientation == Orientation::LowIsMore);
        // Two LSOAs share a rank.
        QCOMPARE(figure(*file, u"imd.rank"_s, u"E01990001"_s), u"120"_s);
        QCOMPARE(figure(*file, u"imd.rank"_s, u"E01990002"_s), u"120"_s);
        QCOMPARE(file->table->names().at(2), u"Dell, Upper 002A"_s);
        QVERIFY(file->notes.contains(u"4 of England's 32,844 LSOAs stand in the file."_s));
    }

    void deprivation2025()
    {
        const auto file = readTestFile(u"deprivation_2025.csv"_s);
        QCOMPARE(file->name, u"Indices of Deprivation 2025"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lsoa21));
        QCOMPARE(
            columnIds(*file),
            (QStringList{u"imd.score"_s, u"imd.rank"_s, u"imd.decile"_s, u"income.score"_s,
                         u"education.score"_s, u"education.rank"_s, u"health.score"_s, u"crime.score"_s,
                         u"idaci.score"_s, u"idaopi.score"_s, u"children.score"_s, u"widerBarriers.decile"_s,
                         u"people.all"_s, u"people.0-15"_s, u"people.workingAge"_s}));
        QCOMPARE(figure(*file, u"imd.score"_s, u"E01990001"_s), u"94.223"_s);
        QCOMPARE(figure(*file, u"crime.score"_s, u"E01990001"_s), u"-1.771"_s);
        QCOMPARE(figure(*file, u"health.score"_s, u"E01990002"_s), u"-2.25"_s);
        QCOMPARE(figure(*file, u"idaci.score"_s, u"E01990002"_s), u"none"_s);
        QVERIFY(file->table->column(u"people.all")->kind == FigureKind::Count);
        QVERIFY(file->table->column(u"imd.score")->orientation == Orientation::HighIsMore);
        QCOMPARE(file->table->names().first(), u"Ashmoor 001A"_s);
        QVERIFY(file->notes.contains(u"Columns not taken: “A column of next year”."_s));
    }

    void deprivationRefuses_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("says");
        const QString rank = u"E01990009: Index of Multiple Deprivation (IMD) Rank: "_s;
        const QString decile = u"E01990009: Index of Multiple Deprivation (IMD) Decile: "_s;
        QTest::newRow("rank 0") << QByteArray("E01990009,n,d,d,0,1") << rank + u"“0” is less than 1."_s;
        QTest::newRow("rank too high")
            << QByteArray("E01990009,n,d,d,32845,1") << rank + u"“32845” is more than 32844."_s;
        QTest::newRow("rank of a half")
            << QByteArray("E01990009,n,d,d,1.5,1") << rank + u"“1.5” is not a whole number."_s;
        QTest::newRow("rank in words")
            << QByteArray("E01990009,n,d,d,first,1") << rank + u"“first” is not a number."_s;
        QTest::newRow("decile 0") << QByteArray("E01990009,n,d,d,1,0") << decile + u"“0” is less than 1."_s;
        QTest::newRow("decile 11") << QByteArray("E01990009,n,d,d,1,11")
                                   << decile + u"“11” is more than 10."_s;
        QTest::newRow("no code") << QByteArray(",n,d,d,1,1") << u"the code is blank."_s;
        QTest::newRow("district's code")
            << QByteArray("E08000025,n,d,d,1,1") << u"“E08000025” is no code of this set: LSOAs (2011)."_s;
        QTest::newRow("short") << QByteArray("E01990009,n,d,d,1") << u"5 cells, where the header has 6."_s;
        QTest::newRow("blank figure") << QByteArray("E01990009,n,d,d,,1") << QString();
    }
    void deprivationRefuses()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, says);
        const auto file = readTable(testData(u"need/deprivation_2019_file1.csv"_s) + row + '\n');
        QVERIFY(file.ok());
        QCOMPARE(refusals(*file), says.isEmpty() ? QStringList() : QStringList{u"6 "_s + says});
        QCOMPARE(file->table->size(), says.isEmpty() ? 5 : 4);
    }

    void rowsGivenTwiceAreTakenFromNeither()
    {
        const auto file =
            readTable(testData(u"need/deprivation_2019_file1.csv"_s) + "e01990001 ,n,d,d,9,1\n");
        QCOMPARE(refusals(*file), (QStringList{u"2 E01990001 is listed twice, also on line 6."_s,
                                               u"6 E01990001 is listed twice, also on line 2."_s}));
        QCOMPARE(file->table->codes(), (QStringList{u"E01990002"_s, u"E01990003"_s, u"E01990004"_s}));
        QCOMPARE(figure(*file, u"imd.decile"_s, u"E01990003"_s), u"5"_s);
        const auto twice =
            readTable("LSOA21CD,IMD,Index of Multiple Deprivation (IMD) Rank,Index of Multiple "
                      "Deprivation (IMD) Rank (where 1 is most deprived)\nE01990001,1,1,1\n");
        QVERIFY(!twice.ok());
        QVERIFY(twice.error().text.contains(u"names the column"_s));
    }

    void agesOfDistricts()
    {
        const auto file = readTestFile(u"ages_districts.csv"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lad23));
        QCOMPARE(file->table->codes(), (QStringList{u"E06990001"_s, u"E07990001"_s, u"E07990002"_s}));
        QCOMPARE(file->table->columns().size(), 92 + 5); // 90+ is published
        QVERIFY(file->notes.contains(
            u"Rows of other areas left out: 3 (wanted here: Districts (2023 and 2024))."_s));
        // 4 people of each age and 20 of 90 and over.
        for (const auto& [column, people] :
             {std::pair(u"people.all"_s, 380), std::pair(u"people.0-17"_s, 72),
              std::pair(u"people.18-64"_s, 188), std::pair(u"people.65+"_s, 120),
              std::pair(u"people.75+"_s, 80), std::pair(u"people.85+"_s, 40), std::pair(u"people.90+"_s, 20),
              std::pair(u"people.0"_s, 4), std::pair(u"people.89"_s, 4)})
            QCOMPARE(figure(*file, column, u"E07990001"_s), QString::number(people));
        QVERIFY(file->table->column(u"people.65+")->kind == FigureKind::Count);
    }
    void agesOfUpperTier()
    {
        FigureHints hints;
        hints.codeSet = codeSet::utla23;
        const auto file = readTestFile(u"ages_districts.csv"_s, hints);
        QCOMPARE(file->table->codeSet(), QString(codeSet::utla23));
        QCOMPARE(file->table->codes(), (QStringList{u"E06990001"_s, u"E10990001"_s}));
    }
    void agesOfDistrictsOfAnotherYear()
    {
        const QByteArray bytes = testData(u"need/ages_districts.csv"_s);
        const auto setOf = [&](const QByteArray& code) {
            return readTable(changed(bytes, "E07990001", code))->table->codeSet();
        };
        QCOMPARE(setOf("E07000026"), QString(codeSet::lad22)); // Allerdale, to 2023
        QCOMPARE(setOf("E07000150"), QString(codeSet::other)); // Corby, to 2021
        QCOMPARE(setOf("E07000004"), QString(codeSet::lad19)); // Aylesbury Vale, to 2020
        QCOMPARE(setOf("E06000028"), QString(codeSet::other)); // Bournemouth, to 2019
    }
    void agesInBands()
    {
        const auto file = readTestFile(u"ages_lsoa.csv"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lsoa11));
        const QStringList ids = columnIds(*file);
        QCOMPARE(ids.first(), u"people.all"_s);
        QVERIFY(ids.contains(u"people.15-19"_s));
        // No band ends at 17, so neither 0-17 nor 18-64 can be made.
        QCOMPARE(ids.mid(20), (QStringList{u"people.65+"_s, u"people.75+"_s, u"people.85+"_s}));
        QCOMPARE(figure(*file, u"people.75+"_s, u"E01990001"_s), u"40"_s);
        QCOMPARE(figure(*file, u"people.90+"_s, u"E01990001"_s), u"10"_s);
    }
    void agesOfTheCensus()
    {
        const auto file = readTestFile(u"census_ages.csv"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lsoa21));
        QCOMPARE(columnIds(*file),
                 (QStringList{u"people.all"_s, u"people.0-15"_s, u"people.16-24"_s, u"people.25-34"_s,
                              u"people.35-49"_s, u"people.50-64"_s, u"people.65+"_s}));
        QCOMPARE(figure(*file, u"people.65+"_s, u"E01990001"_s), u"200"_s);
        // The second area's bands miss its total by two people, within one a band.
        QCOMPARE(file->notes.filter(u"changes small counts"_s).size(), 1);
        const auto off = readTable(changed(testData(u"need/census_ages.csv"_s), ",20,72", ",20,77"));
        QCOMPARE(refusals(*off), QStringList{u"3 E01990002: its ages add up to 70, not to 77."_s});
    }
    void agesMustAddUp()
    {
        const QByteArray bytes = testData(u"need/ages_lsoa.csv"_s);
        QCOMPARE(refusals(*readTable(changed(bytes, "E01990002,19,", "E01990002,20,"))),
                 QStringList{u"3 E01990002: its ages add up to 19, not to 20."_s});
        QCOMPARE(refusals(*readTable(changed(bytes, "E01990002,19,1,1,", "E01990002,19,1,,"))),
                 QStringList{u"3 E01990002: a number of people is missing."_s});
        QCOMPARE(refusals(*readTable(changed(bytes, "E01990002,19,1,1,", "E01990002,19,1,1.5,"))),
                 QStringList{u"3 E01990002: 5-9: “1.5” is not a whole number."_s});
        QCOMPARE(refusals(*readTable(changed(bytes, "E01990002,19,1,1,", "E01990002,19,1,-1,"))),
                 QStringList{u"3 E01990002: 5-9: “-1” is less than 0."_s});
    }

    void practiceDeprivation()
    {
        const auto file = readTestFile(u"practice_deprivation.csv"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::practice));
        QCOMPARE(columnIds(*file), (QStringList{u"imd.2010"_s, u"imd.2015"_s, u"imd.2019"_s}));
        QCOMPARE(figure(*file, u"imd.2010"_s, u"Z10001"_s), u"25.07512244"_s);
        QCOMPARE(figure(*file, u"imd.2019"_s, u"Z10002"_s), u"none"_s); // closed by then, and kept
        QVERIFY(file->notes.contains(u"Areas or practices that have closed since, kept: 1."_s));
    }

    void fingertips_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Area Name") << u"fingertips.csv"_s;
        QTest::newRow("AreaName") << u"fingertips_other_spelling.csv"_s;
    }
    void fingertips()
    {
        QFETCH(QString, name);
        const auto file = readTestFile(name);
        const QString persons = u"900|Persons|65+ yrs|2022/23"_s;
        QCOMPARE(file->table->codeSet(), QString(codeSet::utla23));
        QCOMPARE(file->table->codes(), (QStringList{u"E08000025"_s, u"E08000029"_s, u"E10000030"_s}));
        QCOMPARE(file->table->names(), (QStringList{u"Birmingham"_s, u"Solihull"_s, u"Surrey"_s}));
        QCOMPARE(columnIds(*file), (QStringList{persons, u"900|Male|65+ yrs|2022/23"_s}));
        const FigureColumn* column = file->table->column(persons);
        QCOMPARE(column->name, u"Falls, aged 65+ (Persons, 65+ yrs), 2022/23"_s);
        QVERIFY(column->kind == FigureKind::Rate);
        QCOMPARE(column->per, 1000); // 20,000 of 1,000,000 are 20
        QCOMPARE(column->values, (std::vector<qint64>{10'500'000'000, noFigure, 25'000'000'000}));
        QCOMPARE(column->lower, (std::vector<qint64>{9'250'000'000, noFigure, 20'000'000'000}));
        QCOMPARE(column->upper, (std::vector<qint64>{11'750'000'000, noFigure, 30'000'000'000}));
        QCOMPARE(column->counts, (std::vector<qint64>{210'000'000'000, noFigure, 1'250'000'000'000}));
        QCOMPARE(file->england.value(persons), 20'000'000'000); // given twice, and equal
        QVERIFY(file->notes.contains(u"Areas of another type left out: “Regions”, 1."_s));
        QVERIFY(file->notes.contains(u"* Two hospitals missing"_s));
    }
    void fingertipsRefusesWhatDiffers()
    {
        const QByteArray england = "900,\"Falls, aged 65+\",E92000001,,E92000001,England,England,Persons,65+ "
                                   "yrs,,,2022/23,20,";
        QByteArray bytes = testData(u"need/fingertips.csv"_s);
        QVERIFY(bytes.contains(england));
        const auto file = readTable(changed(bytes, england, england.chopped(3) + "21,"));
        const QString column = u"Falls, aged 65+ (Persons, 65+ yrs), 2022/23"_s;
        QCOMPARE(refusals(*file),
                 (QStringList{u"2 E92000001 has another figure for “%1” on line 3."_s.arg(column),
                              u"3 E92000001 has another figure for “%1” on line 2."_s.arg(column)}));
        QVERIFY(file->england.isEmpty());
        QCOMPARE(file->table->size(), 3);
    }
    void fingertipsOfTheAreasAskedFor()
    {
        FigureHints hints;
        hints.codeSet = codeSet::region;
        const auto file = readTestFile(u"fingertips.csv"_s, hints);
        QCOMPARE(file->table->codeSet(), QString(codeSet::region));
        QCOMPARE(file->table->codes(), QStringList{u"E12000001"_s});
        QCOMPARE(file->england.size(), 1);
    }

    void payments()
    {
        const auto file = readTestFile(u"payments.csv"_s);
        QCOMPARE(columnIds(*file), (QStringList{u"patients.registered"_s, u"patients.weighted"_s}));
        QCOMPARE(file->table->codes(), (QStringList{u"Z10001"_s, u"Z10002"_s, u"Z10003"_s}));
        QCOMPARE(figure(*file, u"patients.registered"_s, u"Z10001"_s), u"4029.25"_s);
        QCOMPARE(figure(*file, u"patients.weighted"_s, u"Z10002"_s), u"20930.12"_s);
        QCOMPARE(figure(*file, u"patients.weighted"_s, u"Z10003"_s), u"none"_s);
        QVERIFY(file->table->column(u"patients.weighted")->kind == FigureKind::WeightedPeople);
        QVERIFY(file->table->column(u"patients.registered")->kind == FigureKind::Count);
        QCOMPARE(readFigureFile(testData(u"need/payments.csv"_s), u"payments_2022_23.csv"_s, {})->name,
                 u"Registered and weighted patients of GP practices 2022/23"_s);
    }
    void listSizes()
    {
        const auto file = readTestFile(u"list_sizes.csv"_s);
        QCOMPARE(figure(*file, u"patients.registered"_s, u"Z10001"_s), u"12408"_s);
        QCOMPARE(figure(*file, u"patients.registered"_s, u"Z10002"_s), u"none"_s);
    }

    void oflog()
    {
        const auto file = readTestFile(u"oflog.csv"_s);
        QCOMPARE(columnIds(*file), (QStringList{u"ASC1|2021-22"_s, u"ASC1|2022-23"_s}));
        QCOMPARE(file->table->column(u"ASC1|2022-23")->name, u"Outcome, Carers, 2022-23"_s);
        QCOMPARE(figure(*file, u"ASC1|2022-23"_s, u"E06000005"_s), u"7.4"_s);
        QCOMPARE(figure(*file, u"ASC1|2022-23"_s, u"E10000030"_s), u"none"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::utla23));
        QVERIFY(file->notes.contains(u"Figures missing in the file: 1."_s));
    }
    void longTable()
    {
        const auto file = readTestFile(u"long_table.csv"_s);
        const QString id = u"Falls|Age standardised rate per 100,000|Male|2017/18"_s;
        QCOMPARE(columnIds(*file), QStringList{id});
        const FigureColumn* column = file->table->column(id);
        QVERIFY(column->kind == FigureKind::Rate);
        QCOMPARE(column->per, 100'000);
        QCOMPARE(column->unit, u"per 100,000"_s);
        QCOMPARE(file->table->codes(),
                 (QStringList{u"E08000001"_s, u"E08000002"_s})); // no combined authority
        QCOMPARE(figure(*file, id, u"E08000001"_s), u"2100.5"_s);
        QCOMPARE(figure(*file, id, u"E08000002"_s), u"none"_s); // NA
        QCOMPARE(file->england.value(id), 2'170'000'000'000);
        QVERIFY(file->notes.contains(
            u"Areas of another kind left out: 1 (wanted here: Districts (2023 and 2024))."_s));
    }

    void anyTable()
    {
        FigureHints hints;
        hints.kind = FigureKind::Rate;
        hints.per = 1000;
        hints.unit = u"per 1,000 people"_s;
        hints.orientation = Orientation::HighIsMore;
        const QByteArray bytes = "\"Notes\",\"Where\",\"Rate of things\",\"Other, rate\"\r\n"
                                 "\"first\",\"E08000025\",12.5,NA\r\n\r\n\"second\",\"E08000029\",,1e-05\r\n";
        QCOMPARE(figureLayoutOf(bytes), QString(figureLayout::table));
        const auto file = readTable(bytes, hints);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE(file->table->codeSet(), QString(codeSet::lad23));
        QCOMPARE(columnIds(*file), (QStringList{u"Rate of things"_s, u"Other, rate"_s}));
        QCOMPARE(figure(*file, u"Rate of things"_s, u"E08000025"_s), u"12.5"_s);
        QCOMPARE(figure(*file, u"Rate of things"_s, u"E08000029"_s), u"none"_s);
        QCOMPARE(figure(*file, u"Other, rate"_s, u"E08000029"_s), u"1e-05"_s);
        const FigureColumn* column = file->table->column(u"Rate of things");
        QVERIFY(column->kind == FigureKind::Rate && column->orientation == Orientation::HighIsMore);
        QCOMPARE(column->per, 1000);
        QCOMPARE(column->unit, u"per 1,000 people"_s);
        QVERIFY(file->notes.contains(u"Columns not taken: “Notes”."_s));
    }
    void anyTableByHeader()
    {
        // The header tells the year of the codes; a hint goes before it.
        const QByteArray bytes = "LAD22CD,LAD22NM,Homes\nE07000026,Allerdale,1\nE92000001,England,9\n";
        QCOMPARE(readTable(bytes)->table->codeSet(), QString(codeSet::lad22));
        QCOMPARE(readTable(bytes)->table->codes(), QStringList{u"E07000026"_s});
        QCOMPARE(readTable("ltla21_code,Score\nE07000026,1\n")->table->codeSet(), QString(codeSet::other));
        FigureHints hints;
        hints.codeSet = codeSet::lad22;
        QCOMPARE(readTable("ltla21_code,Score\nE07000026,1\n", hints)->table->codeSet(),
                 QString(codeSet::lad22));
        hints.kind = FigureKind::Count;
        QCOMPARE(refusals(*readTable(changed(bytes, ",1\n", ",-1\n"), hints)),
                 QStringList{u"2 E07000026: Homes: “-1” is less than 0."_s});
    }
    void anyTableByPeriod()
    {
        const auto file =
            readTable("icb22_code,date,patients\nE54000008,2025-01-01,5\nE54000008,2025-01-02,6\n"
                      "E54000010,2025-01-01,7\n");
        QCOMPARE(columnIds(*file), (QStringList{u"patients|2025-01-01"_s, u"patients|2025-01-02"_s}));
        QCOMPARE(figure(*file, u"patients|2025-01-02"_s, u"E54000008"_s), u"6"_s);
        QCOMPARE(figure(*file, u"patients|2025-01-02"_s, u"E54000010"_s), u"none"_s);
        QCOMPARE(file->table->codeSet(), QString(codeSet::icb));
    }
    void noTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"is empty"_s;
        QTest::newRow("blank lines") << QByteArray("\n\n") << u"no header"_s;
        QTest::newRow("no codes") << QByteArray("a,b\n1,2\n") << u"no column holds codes"_s;
        QTest::newRow("no figures") << QByteArray("LAD24CD,Colour\nE08000025,red\n")
                                    << u"no column holds figures beside the codes in “LAD24CD”"_s;
        QTest::newRow("header alone")
            << QByteArray("LSOA code (2011),Index of Multiple Deprivation (IMD) Rank\n")
            << u"holds no area or practice"_s;
        QTest::newRow("column twice")
            << QByteArray("LAD24CD,Rate,Rate\nE08000025,1,2\n") << u"names the column “Rate” twice"_s;
        QTest::newRow("open quote") << QByteArray("LAD24CD,Rate\n\"E08000025,1\n") << u"never closed"_s;
        QTest::newRow("not UTF-8") << QByteArray("LAD24CD,Rate\nE08000025,\xE9\n") << u"not UTF-8"_s;
    }
    void noTable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto file = readTable(bytes);
        QVERIFY(!file.ok());
        QVERIFY2(file.error().text.contains(says), qPrintable(file.error().text));
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("type");
        const auto row = [](const char* name, const QByteArray& bytes, NeedFileKind::Type type) {
            QTest::newRow(name) << bytes << static_cast<int>(type);
        };
        row("practice file", testData(u"need/practices_2025_26.csv"_s), NeedFileKind::PracticeFile);
        row("practice file of 2024/25", testData(u"need/west_yorkshire_2024_25.csv"_s),
            NeedFileKind::PracticeFile);
        row("locality list", testData(u"need/localities.csv"_s), NeedFileKind::LocalityList);
        row("saved places", testData(u"need/places.json"_s), NeedFileKind::SavedPlaces);
        row("ward localities", testData(u"need/ward_localities.csv"_s), NeedFileKind::WardLocalityList);
        row("lookup", testData(u"need/lookup_areas.csv"_s), NeedFileKind::Lookup);
        row("workbook", testData(u"need/deprivation_2019_file1.xlsx"_s), NeedFileKind::Workbook);
        row("OpenDocument", testData(u"need/deprivation_2019_file1.ods"_s), NeedFileKind::Workbook);
        row("GeoJSON", " {\"type\": \"FeatureCollection\", \"features\": []}", NeedFileKind::Shapes);
        row("HexJSON", "{\"layout\":\"odd-r\",\"hexes\":{}}", NeedFileKind::Shapes);
        row("two code columns with figures", "LSOA21CD,LAD24CD,Rate\nE01000001,E09000001,1.5\n",
            NeedFileKind::Figures);
        row("text", "Dear all,\nplease find\n", NeedFileKind::Unknown);
        row("nothing", "", NeedFileKind::Unknown);
    }
    void kinds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, type);
        QCOMPARE(static_cast<int>(recogniseNeedFile(bytes, u"file"_s).type), type);
    }
};

QTEST_GUILESS_MAIN(TestFigureFile)
#include "test_figurefile.moc"
