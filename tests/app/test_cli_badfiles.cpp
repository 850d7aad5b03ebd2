// What is not a plan, or not what a command reads: one sentence, status 3, and nothing changed.
#include "core/store/planfile.h"
#include "tests/app/cliprocess.h"

#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCliBadFiles : public QObject
{
    Q_OBJECT

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    void addFiles();

    QTemporaryDir m_folder;

private slots:
    void initTestCase();
    void plans_data();
    void plans();
    void needFiles_data();
    void needFiles();
    void planJson_data();
    void planJson();
    void targets_data();
    void targets();
    void openElsewhere();
};

void TestCliBadFiles::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QCOMPARE(runCli({u"sample"_s, at(u"good.plan"_s)}).status, 0);
    QVERIFY(writeFile(at(u"steps.json"_s),
                      R"({"steps":[{"why":"x","changes":[{"op":"set","entity":"place","id":"place",
        "field":"note","from":"Fictional sample plan","to":"Changed"}]}]})"));
    QVERIFY(writeFile(at(u"practices.csv"_s), "Practice_Code,ICB,Population,Final WP\nX1,QXX,1000,1100\n"));
    addFiles();
}

void TestCliBadFiles::addFiles()
{
    const QByteArray good = fileBytes(at(u"good.plan"_s));
    QVERIFY(QDir(m_folder.path()).mkdir(u"folder.plan"_s));
    QVERIFY(writeFile(at(u"text.plan"_s), "Not a plan at all, but words.\n"));
    QVERIFY(writeFile(at(u"empty.plan"_s), {}));
    QVERIFY(writeFile(at(u"short.plan"_s), good.first(good.size() / 2)));
    QByteArray newer = good;
    newer.replace(
        60, 4, QByteArray("\x00\x00\x7f\xff", 4)); // the version that a program writes into SQLite's header
    QVERIFY(writeFile(at(u"newer.plan"_s), newer));
    QByteArray other = good;
    other.replace(68, 4, QByteArray("\x0a\x0b\x0c\x0d", 4)); // another program's file
    QVERIFY(writeFile(at(u"other.plan"_s), other));
    for (const char* name : {"sparse.plan", "sparse.csv", "sparse.json"}) {
        QFile sparse(at(QString::fromLatin1(name)));
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(qint64(4) << 30));
    }
}

void TestCliBadFiles::plans_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name : {"missing", "folder", "text", "empty", "short", "newer", "other", "sparse"})
        QTest::newRow(name) << at(QString::fromLatin1(name) + u".plan"_s);
}

void TestCliBadFiles::plans()
{
    QFETCH(QString, file);
    const QString out = at(u"out.json"_s);
    const QList<QStringList> commands{{u"check"_s, file},
                                      {u"evaluate"_s, file, u"--json"_s},
                                      {u"log"_s, file},
                                      {u"verify"_s, file},
                                      {u"convert"_s, file, out},
                                      {u"apply"_s, file, at(u"steps.json"_s), u"--who"_s, u"Ann"_s},
                                      {u"import-need"_s, file, at(u"practices.csv"_s), u"--who"_s, u"Ann"_s}};
    const bool small = QFileInfo(file).size() < 10'000'000;
    const QByteArray before = small ? fileBytes(file) : QByteArray();
    for (const QStringList& command : commands) {
        const CliRun run = runCli(command);
        QVERIFY2(run.status == 3, qPrintable(u"%1: %2"_s.arg(command.first()).arg(run.status)));
        QVERIFY2(run.saysOneLine(), run.err.constData());
        QVERIFY2(run.err.contains(QFileInfo(file).fileName().toUtf8()), run.err.constData());
        QVERIFY(run.out.isEmpty());
        QVERIFY(!QFile::exists(out));
        QVERIFY(!small || fileBytes(file) == before);
    }
}

void TestCliBadFiles::needFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("wrong header") << QByteArray("Colour,Size\nred,3\n");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeP\0r\0", 6);
    QTest::newRow("Latin-1") << QByteArray("Practice_Code,ICB,Population,Final WP\nX1,Q\xe9,1,1\n");
    QTest::newRow("cut short") << QByteArray(
        "Practice_Code,ICB,Population,Final WP\nX1,QXX,1000,1100\nX2,QXX\n");
    QTest::newRow("negative") << QByteArray("Practice_Code,ICB,Population,Final WP\nX1,QXX,-1000,1100\n");
    QTest::newRow("absurd") << QByteArray(
        "Practice_Code,ICB,Population,Final WP\nX1,QXX,999999999999,1100\n");
    QTest::newRow("open quote") << QByteArray("Practice_Code,ICB,Population,Final WP\n\"X1,QXX,1000,1100\n");
    QTest::newRow("folder") << QByteArray("folder.plan");
    QTest::newRow("missing") << QByteArray("missing.csv");
    QTest::newRow("sparse 4 GB") << QByteArray("sparse.csv");
}

void TestCliBadFiles::needFiles()
{
    QFETCH(QByteArray, bytes);
    const bool named = !bytes.isEmpty() && !bytes.contains(',') && !bytes.contains('\0');
    const QString file = named ? at(QString::fromLatin1(bytes)) : at(u"bad.csv"_s);
    if (!named)
        QVERIFY(writeFile(file, bytes));
    const QByteArray before = fileBytes(at(u"good.plan"_s));
    const CliRun run = runCli({u"import-need"_s, at(u"good.plan"_s), file, u"--who"_s, u"Ann"_s});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.saysOneLine(), run.err.constData());
    QVERIFY2(run.err.contains(QFileInfo(file).fileName().toUtf8()), run.err.constData());
    QVERIFY(fileBytes(at(u"good.plan"_s)) == before);
    const CliRun index = runCli({u"need-index"_s, file, at(u"steps.json"_s)});
    QCOMPARE(index.status, 3);
    QVERIFY2(index.saysOneLine(), index.err.constData());
}

void TestCliBadFiles::planJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{\"format\":");
    QTest::newRow("another format") << QByteArray("{\"format\":\"tune\",\"version\":1}");
    QTest::newRow("newer") << QByteArray("{\"format\":\"placewright-plan\",\"version\":99}");
    QTest::newRow("unknown rulebook") << QByteArray(R"({"format":"placewright-plan","version":1,
        "places":[{"id":"place","name":"X"}],"years":[{"id":"2026-27","rulebook":"1066-67"}]})");
    QTest::newRow("dangling") << QByteArray(R"({"format":"placewright-plan","version":1,
        "places":[{"id":"place","name":"X"}],"areas":[{"id":"a","name":"A","layer":"nowhere"}]})");
    QTest::newRow("sparse 4 GB") << QByteArray("sparse.json");
    QTest::newRow("missing") << QByteArray("missing.json");
}

void TestCliBadFiles::planJson()
{
    QFETCH(QByteArray, bytes);
    const bool named = bytes.endsWith(".json");
    const QString file = named ? at(QString::fromLatin1(bytes)) : at(u"bad.json"_s);
    if (!named)
        QVERIFY(writeFile(file, bytes));
    const QByteArray before = fileBytes(at(u"good.plan"_s));
    for (const QString& target : {at(u"out.plan"_s), at(u"good.plan"_s)}) {
        const CliRun run = runCli({u"convert"_s, file, target, u"--replace"_s});
        QCOMPARE(run.status, 3);
        QVERIFY2(run.saysOneLine(), run.err.constData());
        QVERIFY2(run.err.contains(QFileInfo(file).fileName().toUtf8()), run.err.constData());
    }
    QVERIFY(!QFile::exists(at(u"out.plan"_s)));
    QVERIFY(fileBytes(at(u"good.plan"_s)) == before);
}

void TestCliBadFiles::targets_data()
{
    QTest::addColumn<QStringList>("command");
    QVERIFY(QDir(m_folder.path()).mkpath(u"folder.json"_s));
    QTest::newRow("no such folder, JSON")
        << QStringList{u"convert"_s, at(u"good.plan"_s), at(u"none/out.json"_s)};
    QTest::newRow("a folder, JSON") << QStringList{u"convert"_s, at(u"good.plan"_s), at(u"folder.json"_s)};
    QTest::newRow("no such folder, plan") << QStringList{u"sample"_s, at(u"none/out.plan"_s)};
    QTest::newRow("a folder, plan") << QStringList{u"sample"_s, at(u"folder.plan"_s)};
}

void TestCliBadFiles::targets()
{
    QFETCH(QStringList, command);
    const QStringList before = QDir(m_folder.path()).entryList();
    const CliRun run = runCli(command);
    QCOMPARE(run.status, 3);
    QVERIFY2(run.saysOneLine(), run.err.constData());
    QCOMPARE(QDir(m_folder.path()).entryList(), before);
}

void TestCliBadFiles::openElsewhere()
{
    const QString plan = at(u"open.plan"_s);
    QVERIFY(QFile::copy(at(u"good.plan"_s), plan));
    const auto held = PlanFile::open(plan, PlanFile::Mode::ReadWrite);
    QVERIFY(held.ok());
    const QByteArray before = fileBytes(plan);
    const CliRun run = runCli({u"apply"_s, plan, at(u"steps.json"_s), u"--who"_s, u"Ann"_s});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.saysOneLine(), run.err.constData());
    QVERIFY(fileBytes(plan) == before);
    QCOMPARE(runCli({u"check"_s, plan}).status, 1); // reading is free
}

QTEST_GUILESS_MAIN(TestCliBadFiles)
#include "test_cli_badfiles.moc"
