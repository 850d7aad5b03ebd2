#include "ui/table/clipboard.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// What Excel writes was noted down by hand from its own clipboard format: CR LF between rows, quotes round a cell that
// holds a line end, tab or quote, and quotes inside doubled.
class TestClipboard : public QObject
{
    Q_OBJECT
private slots:
    void readsRows()
    {
        const QList<QStringList> rows = parseClipboard(u"a\tb\r\n1\t2\r\n"_s);
        QCOMPARE(rows, (QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}));
    }

    void readsWithoutLastLineEnd()
    {
        QCOMPARE(parseClipboard(u"3,850,000"_s), (QList<QStringList>{{u"3,850,000"_s}}));
    }

    void keepsEmptyCells()
    {
        QCOMPARE(parseClipboard(u"\tb\t\n\n"_s),
                 (QList<QStringList>{{QString(), u"b"_s, QString()}, {QString()}}));
        QVERIFY(parseClipboard(QString()).isEmpty());
    }

    void readsQuotedCells()
    {
        const QString excel = u"\"two\nlines\"\t\"say \"\"yes\"\"\"\r\n\"a\tb\"\tplain\r\n"_s;
        QCOMPARE(parseClipboard(excel),
                 (QList<QStringList>{{u"two\nlines"_s, u"say \"yes\""_s}, {u"a\tb"_s, u"plain"_s}}));
    }

    void readsAQuotedEmptyCell()
    {
        QCOMPARE(parseClipboard(u"\"\"\tx\n"_s), (QList<QStringList>{{QString(), u"x"_s}}));
    }

    void leavesQuotesThatQuoteNothing()
    {
        QCOMPARE(parseClipboard(u"5\" pipe\t\"half\n"_s), (QList<QStringList>{{u"5\" pipe"_s, u"\"half"_s}}));
        QCOMPARE(parseClipboard(u"\"A\" wing\tx"_s), (QList<QStringList>{{u"\"A\" wing"_s, u"x"_s}}));
    }

    void readsWhatItWrites()
    {
        const QList<QStringList> rows{{u"plain"_s, u"with\ttab"_s, u"\"quoted\""_s},
                                      {u"line\nend"_s, QString(), u"5\" pipe"_s},
                                      {QString(), u"−212,000.00"_s, QString()}};
        QCOMPARE(parseClipboard(clipboardText(rows)), rows);
    }

    void escapesHtml()
    {
        QCOMPARE(clipboardHtml({{u"a<b"_s, u"c\nd"_s}}, {u"X & Y"_s}),
                 u"<table><tr><th>X &amp; Y</th></tr><tr><td>a&lt;b</td><td>c<br>d</td></tr></table>"_s);
    }
};

QTEST_GUILESS_MAIN(TestClipboard)
#include "test_clipboard.moc"
