// Need datasets on their way into a plan and its file. Figures of the small files are worked by hand.
#include "core/evaluate/evaluation.h"
#include "core/exchange/datasetimport.h"
#include "core/place/codeset.h"
#include "core/store/planfile.h"
#include "tests/support/importdesk.h"
#include "tests/support/realdata.h"
#include "tests/support/smallplan.h"

#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray rates = "LSOA21CD,Rate\nE01990001,12.5\nE01990002,30\n";
const QByteArray people = "LSOA21CD,People\nE01990001,200\nE01990002,100\n";
const QByteArray lookup = "LSOA21CD,LAD24CD\nE01990001,E07990001\nE01990002,E07990001\n";
const QByteArray map = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"LAD24CD":"E07990001","LAD24NM":"Ashmoor"},
  "geometry":{"type":"Polygon","coordinates":[[[-1.5,53.0],[-1.4,53.0],[-1.4,53.1],[-1.5,53.0]]]}}]})";

ImportOptions of(FigureKind kind, qint64 per = 1, Orientation orientation = Orientation::Unknown)
{
    ImportOptions options;
    options.hints.kind = kind;
    options.hints.per = per;
    options.hints.orientation = orientation;
    return options;
}

template <class Made> QString problem(const Result<Made>& made)
{
    return made ? u"none"_s : made.error().text;
}

// "Ashmoor 300 5500 18.3333": people, weighted, deprivation of each area.
QStringList shownNeed(const Plan& plan, const Shelf& shelf)
{
    QStringList rows;
    const Evaluation evaluation = evaluate(plan, shelf);
    for (const AreaTotal& area : evaluation.areas)
        rows.append(u"%1 %2 %3 %4"_s.arg(
            plan.areas.find(area.area)->code, area.population ? area.population->text() : u"-"_s,
            area.weighted ? area.weighted->text() : u"-"_s,
            area.deprivation ? decimalText(*area.deprivation, 4, Rounding::HalfToEven) : u"-"_s));
    return rows;
}

} // namespace

class TestDatasetImport : public QObject
{
    Q_OBJECT

private slots:
    void knownFigures();
    void anyTable();
    void theSameBytesAsOtherFigures();
    void lookupSaysWhatChanged();
    void maps();
    void duplicates();
    void workbookKeepsItsHash();
    void refusedRows();
    void reopenedPlanReadsTheSame();
    void refusedRowsStayOutWhenReopened();
    void brokenFiles_data();
    void brokenFiles();
    void allOrNothingIsWritten();
    void textThatIsGone();
};

void TestDatasetImport::knownFigures()
{
    ImportDesk desk;
    ImportOptions options;
    options.fileDate = u"2025-10-30"_s;
    const QByteArray bytes = testData(u"need/deprivation_2025.csv"_s);
    const auto made = desk.import(bytes, u"File_7.csv"_s, options);
    desk.take(made);
    const NeedDataset& dataset = desk.plan().needDatasets[0];
    QCOMPARE(dataset.kind, QString(needDatasetKind::figures));
    QCOMPARE(dataset.name, u"Indices of Deprivation 2025"_s);
    QCOMPARE(dataset.layout, QString(figureLayout::deprivation));
    QCOMPARE(dataset.codeSet, QString(codeSet::lsoa21));
    QCOMPARE(dataset.hash, sha256Hex(bytes));
    QCOMPARE(dataset.fileName, u"File_7.csv"_s);
    QCOMPARE(dataset.date, QDate(2025, 10, 30));
    QVERIFY(!dataset.source.isEmpty() && !dataset.licence.isEmpty() && !dataset.base.isEmpty());
    QVERIFY(dataset.originalHash.isEmpty() && dataset.figureKind.isEmpty());
    QCOMPARE(made->blobs, (QMap<QString, QByteArray>{{dataset.hash, bytes}}));
    QVERIFY2(made->summary.first().startsWith(
                 u"“File_7.csv”: Indices of Deprivation 2025; rows 2 (LSOAs (2021)), measures "),
             qPrintable(made->summary.first()));
    const FigureTable* table = desk.shelf.figuresOf(dataset);
    QCOMPARE(table->column(u"imd.score")->at(table->row(u"E01990001"_s)),
             std::optional<qint64>(94'223'000'000));
}

// What the person says of a table is kept, so that it reads the same again.
void TestDatasetImport::anyTable()
{
    ImportDesk desk;
    ImportOptions options = of(FigureKind::Rate, 1000, Orientation::LowIsMore);
    options.hints.unit = u"per 1,000"_s;
    desk.take(rates, u"rates.csv"_s, options);
    const NeedDataset& dataset = desk.plan().needDatasets[0];
    QCOMPARE(dataset.layout, QString(figureLayout::table));
    QCOMPARE(dataset.figureKind, u"rate"_s);
    QCOMPARE(dataset.orientation, u"lowIsMore"_s);
    QCOMPARE(dataset.per, std::optional<qint64>(1000));
    QCOMPARE(dataset.unit, u"per 1,000"_s);
    const FigureColumn* column = desk.shelf.figuresOf(dataset)->column(u"Rate");
    QCOMPARE(column->kind, FigureKind::Rate);
    QCOMPARE(column->orientation, Orientation::LowIsMore);
    QCOMPARE(column->per, 1000);
    QCOMPARE(column->at(0), std::optional<qint64>(12'500'000'000));
}

void TestDatasetImport::theSameBytesAsOtherFigures()
{
    ImportDesk desk;
    desk.take(people, u"people.csv"_s, of(FigureKind::Score));
    QVERIFY(!desk.import(people, u"people.csv"_s, of(FigureKind::Score)).ok());
    desk.take(people, u"people.csv"_s, of(FigureKind::Count)); // another reading of the same bytes
    QCOMPARE(desk.plan().needDatasets.size(), 2);
    QCOMPARE(desk.tree.blobs.size(), 1);
    QCOMPARE(desk.shelf.figuresOf(desk.plan().needDatasets[0])->column(u"People")->kind, FigureKind::Score);
    QCOMPARE(desk.shelf.figuresOf(desk.plan().needDatasets[1])->column(u"People")->kind, FigureKind::Count);
}

void TestDatasetImport::lookupSaysWhatChanged()
{
    ImportDesk desk;
    const auto made = desk.import(testData(u"need/lookup_areas.csv"_s), u"k.csv"_s);
    desk.take(made);
    const NeedDataset& dataset = desk.plan().needDatasets[0];
    QCOMPARE(dataset.kind, QString(needDatasetKind::lookup));
    QCOMPARE(dataset.codeSet, QString(codeSet::lsoa11));
    QVERIFY(desk.shelf.lookups.value(dataset.hash));
    // the second LSOA became two, the third and fourth one
    QVERIFY2(made->summary.contains(u"LSOAs (2011) to LSOAs (2021): 4 codes; split 1, made by merging 1."_s),
             qPrintable(made->summary.join(u'\n')));
}

void TestDatasetImport::maps()
{
    ImportDesk desk;
    const auto made = desk.import(map, u"districts.geojson"_s);
    desk.take(made);
    QCOMPARE(desk.plan().needDatasets[0].kind, QString(needDatasetKind::map));
    QCOMPARE(desk.plan().needDatasets[0].codeSet, QString(codeSet::lad23));
    QCOMPARE(made->blobs.first(), map);
    QCOMPARE(made->summary, QStringList{u"“districts.geojson”: shapes 1 (Districts (2023 and 2024))."_s});
    QVERIFY(!desk.import(QByteArray(map).chopped(3), u"cut.geojson"_s).ok());
}

void TestDatasetImport::duplicates()
{
    ImportDesk desk;
    desk.take(rates, u"rates.csv"_s);
    desk.take(lookup, u"lookup.csv"_s);
    desk.take(map, u"map.geojson"_s);
    const Plan before = desk.plan();
    for (const QByteArray& again : {rates, lookup, map}) {
        const auto made = desk.import(again, u"copy.csv"_s);
        QVERIFY2(problem(made).startsWith(u"“copy.csv” is already in the plan, as “"),
                 qPrintable(problem(made)));
    }
    QCOMPARE(desk.plan(), before);
}

void TestDatasetImport::workbookKeepsItsHash()
{
    ImportDesk desk;
    const QByteArray book = testData(u"need/deprivation_2019_file1.xlsx"_s);
    const QByteArray csv = testData(u"need/deprivation_2019_file1.csv"_s); // the same sheet
    desk.take(book, u"File_1.xlsx"_s);
    const NeedDataset& dataset = desk.plan().needDatasets[0];
    QCOMPARE(dataset.originalHash, sha256Hex(book));
    QCOMPARE(dataset.hash, sha256Hex(csv));
    QCOMPARE(dataset.fileName, u"File_1.xlsx, IMD2019"_s);
    QCOMPARE(desk.tree.blobs.value(dataset.hash), csv);
    QVERIFY(!desk.tree.blobs.contains(dataset.originalHash));
    QVERIFY(!desk.import(csv, u"File_1.csv"_s).ok()); // the sheet as CSV is the same dataset
}

void TestDatasetImport::refusedRows()
{
    ImportDesk desk;
    const QByteArray bytes = rates + "E01990003,many\nE01990004,1,2\n";
    const auto refused = desk.import(bytes, u"rates.csv"_s);
    QVERIFY2(problem(refused).startsWith(u"“rates.csv”, line 4: "), qPrintable(problem(refused)));
    QVERIFY2(problem(refused).endsWith(u"More rows refused: 1."), qPrintable(problem(refused)));
    ImportOptions skip;
    skip.skipRefused = true;
    const auto made = desk.import(bytes, u"rates.csv"_s, skip);
    desk.take(made);
    QCOMPARE(made->refused.size(), 2);
    QCOMPARE(made->refused.at(1).line, 5);
    QVERIFY(made->summary.contains(u"Rows refused and left out: 2."_s));
    QCOMPARE(desk.shelf.figuresOf(desk.plan().needDatasets[0])->size(), 2);
    // nothing left to import
    QVERIFY(!desk.import("LSOA21CD,Rate\nE01990003,many\n", u"none.csv"_s, skip).ok());
    const QByteArray badLookup = lookup + "E01990009,E07\n";
    QVERIFY(!desk.import(badLookup, u"k.csv"_s).ok());
    QVERIFY(desk.import(badLookup, u"k.csv"_s, skip).ok());
}

// Imported, committed, opened again: the same people, need and order. 200 x 12.5 + 100 x 30 = 5,500 of 300 people.
void TestDatasetImport::reopenedPlanReadsTheSame()
{
    QTemporaryDir folder;
    ImportDesk desk;
    const auto file =
        PlanFile::create(folder.filePath(u"p.plan"_s), desk.tree, testAuthor(u"Ann"_s), u"Made"_s);
    QVERIFY(file.ok());
    desk.take(lookup, u"lookup.csv"_s);
    desk.take(people, u"people.csv"_s, of(FigureKind::Count));
    desk.take(rates, u"rates.csv"_s, of(FigureKind::Score, 1, Orientation::HighIsMore));
    desk.take(map, u"map.geojson"_s);
    desk.take(
        layerByLookup(desk.plan(), desk.shelf, {u"Districts"_s, u"lad23"_s, u"lad23"_s, {}, {}}, desk.ids));
    desk.take(chooseMeasures(desk.plan(), desk.shelf, u"Districts"_s, {u"People"_s, u"Rate"_s, u"Rate"_s}));
    QList<NewEntry> entries;
    for (qsizetype i = 0; i < desk.steps.size(); ++i)
        entries.append(
            {JournalEntry::Kind::Edit, {}, desk.steps.at(i), testAuthor(u"Ann"_s), 0, desk.blobs.at(i)});
    QVERIFY((*file)->commitAll(entries).ok());
    QCOMPARE(shownNeed(desk.plan(), desk.shelf), QStringList{u"E07990001 300 5500 18.3333"_s});

    const QString copy = folder.filePath(u"copy.plan"_s);
    QVERIFY(copyPlanFile(folder.filePath(u"p.plan"_s), copy));
    const auto again = PlanFile::open(copy, PlanFile::Mode::ReadOnly);
    QVERIFY2(again.ok(), qPrintable(problem(again)));
    QCOMPARE((*again)->tree().base, desk.plan());
    const Result<Shelf> shelf = readShelf((*again)->tree());
    QVERIFY2(shelf.ok(), qPrintable(problem(shelf)));
    QCOMPARE(shownNeed((*again)->tree().base, *shelf), QStringList{u"E07990001 300 5500 18.3333"_s});
    QVERIFY(verifyPlanFile(copy)->intact);
}

void TestDatasetImport::refusedRowsStayOutWhenReopened()
{
    ImportDesk desk;
    ImportOptions skip;
    skip.skipRefused = true;
    desk.take(rates + "E01990003,many\n", u"rates.csv"_s, skip);
    const Result<Shelf> shelf = readShelf(desk.tree); // from the bytes alone
    QVERIFY(shelf.ok());
    QCOMPARE(shelf->figuresOf(desk.plan().needDatasets[0])->codes(),
             (QStringList{u"E01990001"_s, u"E01990002"_s}));
}

void TestDatasetImport::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray imd = testData(u"need/deprivation_2025.csv"_s);
    QTest::newRow("cut in a row") << rates.chopped(4);
    QTest::newRow("only a header") << QByteArray("LSOA21CD,Rate\n");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE\x4C\0", 4);
    QTest::newRow("Latin-1") << QByteArray(rates).replace("Rate", "R\xE4te");
    QTest::newRow("NUL") << rates + QByteArray("\0", 1);
    QTest::newRow("no codes") << QByteArray("Month,Rate\nMay,1\n");
    QTest::newRow("deprivation without its code column")
        << QByteArray(imd).replace("LSOA code (2021)", "Neighbourhood");
    QTest::newRow("a column twice") << QByteArray(rates).replace("Rate", "LSOA21CD");
    QTest::newRow("workbook cut short") << testData(u"need/deprivation_2019_file1.xlsx"_s).left(2000);
    QTest::newRow("workbook of notes") << testData(u"need/notes_only.xlsx"_s);
}

void TestDatasetImport::brokenFiles()
{
    QFETCH(QByteArray, bytes);
    ImportDesk desk;
    const Plan before = desk.plan();
    const auto made = desk.import(bytes, u"broken"_s);
    QVERIFY(!made.ok());
    QVERIFY2(made.error().text.startsWith(u"“broken”"), qPrintable(made.error().text));
    QCOMPARE(desk.plan(), before);
}

// The second Step does not fit: the first, its bytes and its journal entry are not written either.
void TestDatasetImport::allOrNothingIsWritten()
{
    QTemporaryDir folder;
    ImportDesk desk;
    const QString path = folder.filePath(u"p.plan"_s);
    auto file = PlanFile::create(path, desk.tree, testAuthor(u"Ann"_s), u"Made"_s);
    QVERIFY(file.ok());
    const PlanTree before = (*file)->tree();
    const qint64 entries = (*file)->entryCount();
    const auto good = desk.import(rates, u"rates.csv"_s);
    QVERIFY(good.ok());
    const auto author = testAuthor(u"Ann"_s);
    const NewEntry one{JournalEntry::Kind::Edit, {}, good->step, author, 0, good->blobs};
    QVERIFY(!(*file)->commitAll({one, one}).ok()); // the same dataset cannot be added twice
    QCOMPARE((*file)->tree(), before);
    QCOMPARE((*file)->entryCount(), entries);
    file->reset();
    const auto again = PlanFile::open(path, PlanFile::Mode::ReadWrite);
    QVERIFY(again.ok());
    QCOMPARE((*again)->tree(), before);
    QVERIFY((*again)->commitAll({one}).ok());
    QCOMPARE((*again)->tree().blobs.keys(), good->blobs.keys());
}

void TestDatasetImport::textThatIsGone()
{
    ImportDesk desk;
    desk.take(rates, u"rates.csv"_s);
    desk.tree.blobs.clear();
    const Result<Shelf> shelf = readShelf(desk.tree);
    QVERIFY2(
        problem(shelf).endsWith(u"which this plan refers to, cannot be read: its text is not in the file."),
        qPrintable(problem(shelf)));
}

QTEST_APPLESS_MAIN(TestDatasetImport)
#include "test_datasetimport.moc"
