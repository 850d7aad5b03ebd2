#include "core/exchange/lookupfile.h"
#include "core/place/codeset.h"
#include "tests/support/realdata.h"

#include <QStringEncoder>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"lookup.csv"_s;

QByteArray areas()
{
    return testData(u"need/lookup_areas.csv"_s);
}

} // namespace

class TestLookupFile : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        QVERIFY(looksLikeLookup(areas()));
        QVERIFY(!looksLikeWardLocalityList(areas()));
        const auto file = readLookupFile(areas(), name);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE(file->layout, QString(lookupLayout::codes));
        QCOMPARE(file->refused.size(), 0);
        QStringList sets;
        QStringList headers;
        for (const Lookup::Column& column : file->lookup->columns()) {
            sets.append(column.codeSet);
            headers.append(column.header);
        }
        QCOMPARE(headers, (QStringList{u"LSOA11CD"_s, u"LSOA21CD"_s, u"LAD22CD"_s, u"ICB22CD"_s}));
        QCOMPARE(sets, (QStringList{codeSet::lsoa11, codeSet::lsoa21, codeSet::lad22, codeSet::icb}));
        QCOMPARE(file->lookup->column(QString(codeSet::lad22))->names.value(u"E07990001"_s), u"Ashmoor"_s);
        QCOMPARE(file->nhsCodes.value(codeSet::icb).value(u"E54990001"_s), u"QZA"_s);
        QCOMPARE(file->changes, (QMap<QString, int>{{u"U"_s, 1}, {u"S"_s, 2}, {u"M"_s, 2}}));
        // The Welsh row stays; its blank ICB is no code.
        QCOMPARE(file->lookup->column(QString(codeSet::lad22))->codes.last(), u"W06990001"_s);
        QCOMPARE(file->lookup->column(QString(codeSet::icb))->codes.last(), QString());
        QVERIFY(file->notes.contains(u"ICB22CD: 1 codes of Integrated care boards."_s));
        const Recode made = recode(*file->lookup, QString(codeSet::lsoa11), QString(codeSet::lsoa21));
        QCOMPARE(made.split, QStringList{u"E01990002"_s});
        QCOMPARE(made.merged, QStringList{u"E01990013"_s});
    }

    void localities()
    {
        const QByteArray bytes = testData(u"need/ward_localities.csv"_s);
        QVERIFY(looksLikeWardLocalityList(bytes));
        const auto file = readLookupFile(bytes, name);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE(file->layout, QString(lookupLayout::locality));
        const Lookup::Column* wards = file->lookup->column(QString(codeSet::ward24));
        const Lookup::Column* localities = file->lookup->column(QString(codeSet::other));
        QVERIFY(wards && localities && file->lookup->column(QString(codeSet::lad23)));
        QCOMPARE(wards->names.value(u"E05990002"_s), u"Acorn"_s);
        QCOMPARE(localities->header, u"Locality"_s);
        QCOMPARE(localities->codes, (QStringList{u"Solihull"_s, u"North, Upper"_s}));
        QCOMPARE(recode(*file->lookup, QString(codeSet::ward24), QString(codeSet::other))
                     .targets.value(u"E05990002"_s),
                 QStringList{u"North, Upper"_s});
    }

    void headersOfManyYears()
    {
        const auto file =
            readLookupFile("WD25CD,WD24CD,LTLA23CD,UTLA23CD,SICBL24CDH,RGN24CD,MSOA21CD,LAD19CD\n"
                           "E05000001,E05000002,E06000001,E06000001,02P,E12000001,E02000001,E06000001\n",
                           name);
        QVERIFY(file.ok());
        QStringList sets;
        for (const Lookup::Column& column : file->lookup->columns())
            sets.append(column.codeSet);
        QCOMPARE(sets, (QStringList{codeSet::other, codeSet::ward24, codeSet::lad23, codeSet::utla23,
                                    codeSet::subIcb, codeSet::region, codeSet::msoa21, codeSet::lad19}));
        QCOMPARE(file->lookup->column(QString(codeSet::subIcb))->codes, QStringList{u"02P"_s});
    }

    void refuses()
    {
        const auto file = readLookupFile(areas() + ",E01990001,U,E07990001,a,,,6\nE01990009,E0199,U,,,,,7\n"
                                                   "E01990010,E01990010,U\nE01990011",
                                         name);
        QVERIFY(file.ok());
        QStringList refused;
        for (const RefusedRow& row : file->refused)
            refused.append(QString::number(row.line) + u' ' + row.reason);
        QCOMPARE(
            refused,
            (QStringList{u"7 LSOA11CD is blank."_s, u"8 LSOA21CD “E0199” is no code of nine characters."_s,
                         u"9 3 cells, where the header has 8."_s,
                         u"10 the file is cut short here: 1 cells, where the header has 8."_s}));
        QVERIFY(!file->lastLineIsWhole);
        QCOMPARE(file->lookup->columns().first().codes.size(), 5);
    }

    void isNoLookup()
    {
        const auto lost = readLookupFile("LSOA_2021,WD24CD,LAD24CD\nE01000001,E05000001,E09000001\n", name);
        QVERIFY(!lost.ok());
        QVERIFY2(lost.error().text.contains(u"“LSOA_2021” holds codes"), qPrintable(lost.error().text));
        const QByteArray renamed = "Area,LAD24CD\nE01000001,E09000001\n";
        QVERIFY(!looksLikeLookup(renamed));
        const auto one = readLookupFile(renamed, name);
        QVERIFY(!one.ok());
        QVERIFY2(one.error().text.contains(u"two columns of codes"_s), qPrintable(one.error().text));
        QVERIFY(!readLookupFile("LSOA21CD,LAD24CD\n", name).ok());
        QVERIFY(!readLookupFile("LSOA21CD,LAD24CD,LAD24CD\nE01000001,E09000001,E09000001\n", name).ok());
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const auto wide = readLookupFile(encoder(QString::fromUtf8(areas())), name);
        QVERIFY(!wide.ok());
        QVERIFY(wide.error().text.contains(u"UTF-16"_s));
    }
};

QTEST_GUILESS_MAIN(TestLookupFile)
#include "test_lookupfile.moc"
