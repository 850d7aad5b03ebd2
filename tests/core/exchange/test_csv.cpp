#include "core/exchange/csv.h"

#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

    struct Row
    {
        int line = 0;
        QStringList cells;
    };
    struct Read
    {
        QList<Row> rows;
        QString fault;
    };
    static Read read(const QByteArray& bytes)
    {
        Read all;
        auto scanner = CsvScanner::open(bytes, u"a.csv"_s);
        if (!scanner) {
            all.fault = scanner.error().text;
            return all;
        }
        while (scanner->next()) {
            Row row{scanner->line(), {}};
            for (const QByteArrayView cell : scanner->cells())
                row.cells.append(QString::fromUtf8(cell));
            all.rows.append(row);
        }
        if (scanner->fault())
            all.fault = scanner->fault()->text;
        return all;
    }
    static QStringList flat(const Read& all)
    {
        QStringList rows;
        for (const Row& row : all.rows)
            rows.append(QString::number(row.line) + u':' + row.cells.join(u'|'));
        return rows;
    }

private slots:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("rows");

        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QStringList{u"1:a|b"_s, u"2:1|2"_s};
        QTest::newRow("no final line break") << QByteArray("a,b\n1,2") << QStringList{u"1:a|b"_s, u"2:1|2"_s};
        QTest::newRow("CRLF and mark") << QByteArray("\xEF\xBB\xBF"
                                                     "a,b\r\n1,2\r\n")
                                       << QStringList{u"1:a|b"_s, u"2:1|2"_s};
        QTest::newRow("CR alone") << QByteArray("a,b\r1,2\r") << QStringList{u"1:a|b"_s, u"2:1|2"_s};
        QTest::newRow("empty cells") << QByteArray("a,b,\n,2,\n") << QStringList{u"1:a|b|"_s, u"2:|2|"_s};
        QTest::newRow("quotes") << QByteArray("\"a,b\",\"c \"\"d\"\"\"\n\"\",\"\"\"\"\n")
                                << QStringList{u"1:a,b|c \"d\""_s, u"2:|\""_s};
        QTest::newRow("line break in quotes")
            << QByteArray("\"a\nb\",c\nd,e\n") << QStringList{u"1:a\nb|c"_s, u"3:d|e"_s};
        QTest::newRow("quote inside plain text")
            << QByteArray("5\" pipe,b\n") << QStringList{u"1:5\" pipe|b"_s};
        QTest::newRow("blank rows") << QByteArray("a,b\n\n,\r\n1,2\n") << QStringList{u"1:a|b"_s, u"4:1|2"_s};
        QTest::newRow("beyond ASCII") << QByteArray("Ynys Môn,£5\n") << QStringList{u"1:Ynys Môn|£5"_s};
    }
    void rows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, rows);
        const Read all = read(bytes);
        QCOMPARE(all.fault, QString());
        QCOMPARE(flat(all), rows);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");

        QTest::newRow("empty") << QByteArray() << u"“a.csv” is empty."_s;
        QTest::newRow("UTF-16 little end") << QByteArray("\xFF\xFE"
                                                         "a\0",
                                                         4)
                                           << u"UTF-16"_s;
        QTest::newRow("UTF-16 big end") << QByteArray("\xFE\xFF\0a", 4) << u"UTF-16"_s;
        QTest::newRow("NUL") << QByteArray("a,b\n1,\0\n", 8) << u"line 2: a NUL byte"_s;
        QTest::newRow("Latin-1") << QByteArray("a,b\n1,2\nc,M\xF4n\n") << u"line 3: not UTF-8"_s;
        QTest::newRow("cut inside a character") << QByteArray("a,M\xC3") << u"line 1: not UTF-8"_s;
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << u"line 2: a quote is opened"_s;
        QTest::newRow("text after quote")
            << QByteArray("a,b\n\"1\"x,2\n") << u"line 2: text follows a closing quote"_s;
    }
    void faults()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const Read all = read(bytes);
        QVERIFY2(all.fault.contains(says), qPrintable(all.fault));
    }

    void wholeFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.csv"_s);
        QVERIFY(readWholeFile(path, 10).error().text.startsWith(u"There is no file"));
        QVERIFY(readWholeFile(folder.path(), 10).error().text.contains(u"is a folder"));

        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0123456789");
        file.close();
        QCOMPARE(*readWholeFile(path, 10), QByteArray("0123456789"));
        QVERIFY(readWholeFile(path, 9).error().text.contains(u"too large"));
    }

    void sparseFileIsRefusedBySize()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"huge.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(4'000'000'000));
        file.close();
        const QString text = readWholeFile(file.fileName(), largestTable).error().text;
        QVERIFY2(text.endsWith(u"is too large: 4,000 MB, where at most 200 MB are read."), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
