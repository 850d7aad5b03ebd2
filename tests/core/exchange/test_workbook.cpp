#include "core/exchange/needfilekind.h"
#include "core/exchange/sheettext.h"
#include "core/exchange/workbook.h"
#include "tests/support/realdata.h"

#include <QTest>

#include <random>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray book(const QString& name = u"deprivation_2019_file1.xlsx"_s)
{
    return testData(u"need/"_s + name);
}

} // namespace

class TestWorkbook : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("whole") << QByteArray("29199") << QByteArray("29199");
        QTest::newRow("binary fraction") << QByteArray("0.28999999999999998") << QByteArray("0.29");
        QTest::newRow("sum") << QByteArray("0.30000000000000004") << QByteArray("0.3");
        QTest::newRow("large") << QByteArray("1234567.0999999999") << QByteArray("1234567.1");
        QTest::newRow("exponent") << QByteArray("1E-3") << QByteArray("0.001");
        QTest::newRow("large exponent") << QByteArray("1.5E+6") << QByteArray("1500000");
        QTest::newRow("negative") << QByteArray("-1.7709999999999999") << QByteArray("-1.771");
        QTest::newRow("text") << QByteArray("E") << QByteArray("E");
    }
    void numbers()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, shown);
        QCOMPARE(shownNumber(stored), shown);
    }

    // The second sheet of each holds the same table as the CSV.
    void sheets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Excel") << u"deprivation_2019_file1.xlsx"_s;
        QTest::newRow("OpenDocument") << u"deprivation_2019_file1.ods"_s;
    }
    void sheets()
    {
        QFETCH(QString, name);
        const auto table = needTable(book(name), name);
        QVERIFY2(table.ok(), qPrintable(table ? QString() : table.error().text));
        QCOMPARE(table->sheet, u"IMD2019"_s);
        QCOMPARE(table->bytes, testData(u"need/deprivation_2019_file1.csv"_s));
    }

    void tableBelowItsTitle()
    {
        const auto table = needTable(book(u"table_below_title.xlsx"_s), u"rates.xlsx"_s);
        QVERIFY2(table.ok(), qPrintable(table ? QString() : table.error().text));
        QCOMPARE(table->sheet, u"Rates"_s);
        QCOMPARE(table->bytes, QByteArray("\n\n\nLAD24CD,Name,Rate\nE08000025,Birmingham,0.29\n"
                                          "E08000029,Solihull,0.001\nE08000030,Walsall,1234567.1\n"));
        const auto refused = readFigureFile(table->bytes + "E08000031,x\n", u"rates.xlsx"_s, {});
        QCOMPARE(refused->refused.first().line, 8); // as the sheet counts its rows
    }

    void aTableIsItself()
    {
        const QByteArray csv = testData(u"need/oflog.csv"_s);
        QCOMPARE(needTable(csv, u"oflog.csv"_s)->bytes, csv);
        QVERIFY(needTable(csv, u"oflog.csv"_s)->sheet.isEmpty());
    }

    void isNoWorkbook_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const QByteArray whole = book();
        QTest::newRow("cut short") << whole.first(whole.size() / 2)
                                   << u"damaged workbook, or one that is cut short"_s;
        QTest::newRow("password") << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(600, 'x')
                                  << u"locked by a password"_s;
        QTest::newRow("another archive") << QByteArray(whole).replace("xl/workbook.xml", "xl/workbook.xyz")
                                         << u"an archive but no workbook"_s;
        QTest::newRow("nothing known") << book(u"notes_only.xlsx"_s) << u"no sheet holds a table"_s;
        QTest::newRow("zip of nothing") << QByteArray("PK\x03\x04") << u"damaged"_s;
        QByteArray encrypted = whole;
        const qsizetype entry = encrypted.lastIndexOf("xl/workbook.xml") - 46;
        encrypted[entry + 8] = 1;
        QTest::newRow("encrypted parts") << encrypted << u"locked by a password"_s;
        QByteArray flipped = whole;
        const qsizetype data = flipped.indexOf("xl/sharedStrings.xml") + 60;
        flipped[data] = static_cast<char>(flipped[data] ^ 0x55);
        QTest::newRow("flipped bits") << flipped << u"damaged workbook"_s;
        QByteArray bomb = whole; // promises four thousand million bytes
        const qsizetype promise = bomb.lastIndexOf("xl/worksheets/sheet2.xml") - 46 + 24;
        bomb.replace(promise, 4, "\xFF\xFF\xFF\xEF");
        QTest::newRow("too large") << bomb << u"damaged workbook"_s;
    }
    void isNoWorkbook()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        QVERIFY(looksLikeWorkbook(bytes));
        const auto table = needTable(bytes, u"book.xlsx"_s);
        QVERIFY(!table.ok());
        QVERIFY2(table.error().text.contains(says), qPrintable(table.error().text));
        QVERIFY(table.error().text.contains(u"“book.xlsx”"_s));
    }
    void isNoWorkbookAtAll()
    {
        QVERIFY(!looksLikeWorkbook("LSOA21CD,Rate\n"));
        const auto none =
            readWorkbook("LSOA21CD,Rate\n", u"a.csv"_s, [](const QByteArray&) { return SheetUse::Wanted; });
        QVERIFY(!none.ok());
        QVERIFY(none.error().text.contains(u"is no workbook"_s));
    }

    void everyLengthIsAnError_data() { sheets_data(); }
    void everyLengthIsAnError()
    {
        QFETCH(QString, name);
        const QByteArray whole = book(name);
        for (qsizetype size = 4; size < whole.size(); ++size)
            QVERIFY2(!needTable(whole.first(size), name).ok(), qPrintable(QString::number(size)));
    }

    // Whatever the bytes: a table or a sentence.
    void randomDamage_data() { sheets_data(); }
    void randomDamage()
    {
        QFETCH(QString, name);
        const QByteArray whole = book(name);
        std::mt19937 random(20251123);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = whole;
            const auto changes = 1 + random() % 8;
            for (unsigned i = 0; i < changes; ++i)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random());
            if (!looksLikeWorkbook(bytes))
                continue;
            const auto table = needTable(bytes, name);
            QVERIFY(table.ok() ? !table->bytes.isEmpty() : !table.error().text.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkbook)
#include "test_workbook.moc"
