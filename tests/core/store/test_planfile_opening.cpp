#include "core/plan/edit.h"
#include "core/store/planfile.h"
#include "tests/support/smallplan.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// Every way in which a file is not a plan that can be opened: one sentence, and nothing written.
class TestPlanFileOpening : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QByteArray m_sound;

    QString newPath() { return m_dir.filePath(u"p%1.plan"_s.arg(++m_files)); }

    QString written(const QByteArray& bytes)
    {
        const QString path = newPath();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    // A sound plan after one statement of SQL that no Placewright would run.
    QString altered(const QString& sql)
    {
        const QString path = written(m_sound);
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"alter"_s);
            raw.setDatabaseName(path);
            QSqlQuery query(raw.open() ? raw : QSqlDatabase());
            for (const QString& statement : sql.split(u'\n'))
                if (!query.exec(statement))
                    qFatal("cannot run %s", qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(u"alter"_s);
        return path;
    }

    void refused(const QString& path, const QString& expected)
    {
        const QFileInfo before(path);
        const qint64 size = before.size();
        const QStringList files =
            m_dir.isValid() ? QDir(m_dir.path()).entryList(QDir::AllEntries) : QStringList();
        for (const PlanFile::Mode mode : {PlanFile::Mode::ReadWrite, PlanFile::Mode::ReadOnly}) {
            const auto file = PlanFile::open(path, mode);
            QVERIFY(!file.ok());
            QVERIFY2(file.error().text.contains(expected), qPrintable(file.error().text));
            QVERIFY(file.error().text.contains(before.fileName()));
            QVERIFY(!file.error().text.contains(u'\n'));
        }
        QVERIFY(!verifyPlanFile(path).ok());
        QCOMPARE(QFileInfo(path).size(), size);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::AllEntries), files);
    }

private slots:
    void initTestCase()
    {
        const QString path = newPath();
        const auto made = PlanFile::create(path, smallTree(), testAuthor(u"Ann"_s), u"Made"_s);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sound = file.readAll();
        QCOMPARE(m_sound.mid(68, 4), "PlWr"_ba);
        QCOMPARE(m_sound.mid(60, 4), QByteArray("\0\0\0\5", 4));
        QCOMPARE(m_sound.mid(18, 2), QByteArray("\1\1", 2)); // rollback journal, not write-ahead log
    }

    void missing() { refused(newPath(), u"There is no file"_s); }
    void folder() { refused(m_dir.path(), u"is a folder"_s); }
    void empty() { refused(written({}), u"is empty"_s); }
    void tooShort() { refused(written(m_sound.first(99)), u"is not a Placewright plan"_s); }
    void text() { refused(written(QByteArray(5000, 'x')), u"is not a Placewright plan"_s); }
    void cutShort() { refused(written(m_sound.first(m_sound.size() - 4096)), u"cut short"_s); }
    void cutInsideAPage() { refused(written(m_sound.first(m_sound.size() - 1)), u"cut short"_s); }

    void anotherSqliteFile()
    {
        QByteArray bytes = m_sound;
        bytes.replace(68, 4, QByteArray(4, '\0'));
        refused(written(bytes), u"is not a Placewright plan"_s);
    }

    void newer()
    {
        QByteArray bytes = m_sound;
        bytes.replace(60, 4, QByteArray("\0\0\0\6", 4));
        refused(written(bytes), u"newer Placewright"_s);
    }

    void writeAheadLog()
    {
        QByteArray bytes = m_sound;
        bytes.replace(18, 2, QByteArray("\2\2", 2));
        refused(written(bytes), u"write-ahead"_s);
    }

    void sparse()
    {
        const QString path = newPath();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64(4) << 30));
        file.close();
        refused(path, u"is not a Placewright plan"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(m_sound);
        file.close();
        refused(path, u"2 GB"_s);
        QFile::remove(path);
    }

    void scribbledOver()
    {
        for (qsizetype page = 4096; page < m_sound.size(); page += 4096) {
            QByteArray bytes = m_sound;
            bytes.replace(page, 64, QByteArray(64, '\xAA'));
            refused(written(bytes), u"is damaged"_s);
        }
    }

    void alteredTables_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON lines BEGIN SELECT 1; END"_s
                                 << u"trigger"_s;
        QTest::newRow("view") << u"CREATE VIEW v AS SELECT * FROM lines"_s << u"view"_s;
        QTest::newRow("missing table") << u"DROP TABLE lines_by_year"_s << u"tables"_s;
        QTest::newRow("more tables") << u"CREATE TABLE extra(a)"_s << u"tables"_s;
        QTest::newRow("missing column") << u"ALTER TABLE lines DROP COLUMN note"_s << u"“lines”"_s;
        QTest::newRow("not strict")
            << u"CREATE TABLE p(id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL)\nDROP TABLE people\nALTER TABLE p RENAME TO people"_s
            << u"“people”"_s;
        QTest::newRow("dangling") << u"UPDATE lines SET scheme = 'nowhere' WHERE id = 'l1'"_s << u"refer"_s;
        QTest::newRow("not an id") << u"UPDATE lines SET scheme = 'no where' WHERE id = 'l1'"_s << u"“l1”"_s;
        QTest::newRow("flag") << u"UPDATE lines SET locked = 2 WHERE id = 'l1'"_s << u"“locked”"_s;
        QTest::newRow("money") << u"UPDATE lines_by_year SET amount = 9223372036854775807 WHERE id = 'l1'"_s
                               << u"“l1 2026-27”"_s;
        QTest::newRow("rate") << u"UPDATE lines SET nhsShare = '1e3' WHERE id = 'l1'"_s << u"“nhsShare”"_s;
        QTest::newRow("choice") << u"UPDATE lines_by_year SET status = 'perhaps' WHERE id = 'l1'"_s
                                << u"“status”"_s;
        QTest::newRow("position") << u"UPDATE lines SET position = 7 WHERE id = 'l2'"_s << u"position"_s;
        QTest::newRow("orphan") << u"INSERT INTO lines_by_year(id, year, amount) VALUES('l9', '2026-27', 1)"_s
                                << u"“l9 2026-27”"_s;
        QTest::newRow("empty text") << u"UPDATE lines SET name = '' WHERE id = 'l1'"_s << u"“name”"_s;
        QTest::newRow("scenario loop")
            << u"UPDATE scenarios SET parent = 'b' WHERE id = 'a'"_s << u"branch from itself"_s;
        QTest::newRow("same name") << u"UPDATE scenarios SET name = 'Option A' WHERE id = 'b'"_s
                                   << u"that name"_s;
        QTest::newRow("step of nothing") << u"UPDATE scenario_steps SET entry = 77"_s << u"scenario_steps"_s;
    }

    void alteredTables()
    {
        QFETCH(QString, sql);
        QFETCH(QString, expected);
        const QString path = altered(sql);
        const auto file = PlanFile::open(path, PlanFile::Mode::ReadWrite);
        QVERIFY(!file.ok());
        QVERIFY2(file.error().text.contains(u"is damaged"_s), qPrintable(file.error().text));
        QVERIFY2(file.error().text.contains(expected), qPrintable(file.error().text));
        const Result<Verification> verification = verifyPlanFile(path);
        QVERIFY(!verification.ok() || !verification->intact);
    }

    void alteredText()
    {
        const auto file =
            PlanFile::open(altered(u"UPDATE blobs SET bytes = x'00'"_s), PlanFile::Mode::ReadOnly);
        QVERIFY(!file.ok());
        QVERIFY(file.error().text.contains(u"was altered"_s));
        const auto gone = PlanFile::open(altered(u"DELETE FROM blobs"_s), PlanFile::Mode::ReadOnly);
        QVERIFY(!gone.ok());
        QVERIFY(gone.error().text.contains(u"the rulebook of 2026-27"_s));
    }

    void secondOpeningIsReadOnly()
    {
        const QString path = written(m_sound);
        {
            const auto first = PlanFile::open(path, PlanFile::Mode::ReadWrite);
            QVERIFY(first.ok());
            QVERIFY(QFile::exists(path + u".lock"_s));
            const auto second = PlanFile::open(path, PlanFile::Mode::ReadWrite);
            QVERIFY(!second.ok());
            QVERIFY2(second.error().text.contains(u"open it read-only"_s), qPrintable(second.error().text));
            QVERIFY(second.error().text.contains(QSysInfo::machineHostName()));
            QVERIFY(second.error().text.contains(QString::number(QCoreApplication::applicationPid())));
            QVERIFY(PlanFile::open(path, PlanFile::Mode::ReadOnly).ok());
            const auto over = PlanFile::create(path, smallTree(), testAuthor(u"Bo"_s), u"Over it"_s);
            QVERIFY(!over.ok());
            QCOMPARE((*first)->entryCount(), 2);
        }
        QVERIFY(!QFile::exists(path + u".lock"_s));
        QVERIFY(PlanFile::open(path, PlanFile::Mode::ReadWrite).ok());
    }

    void lockOfAStoppedProgramIsTakenOver()
    {
        const QString path = written(m_sound);
        QProcess gone; // a process id that no longer runs
        gone.start(QCoreApplication::applicationFilePath(), {u"-functions"_s});
        QVERIFY(gone.waitForStarted());
        const qint64 process = gone.processId();
        QVERIFY(gone.waitForFinished());
        QFile lock(path + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(process) + "\nplacewright\n" + QSysInfo::machineHostName().toUtf8() +
                   "\n");
        lock.close();
        const auto file = PlanFile::open(path, PlanFile::Mode::ReadWrite);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
    }

    void createReplacesOrLeavesNothing()
    {
        const QString path = written("something else");
        QVERIFY(PlanFile::create(path, smallTree(), testAuthor(u"Ann"_s), u"Made"_s).ok());
        QVERIFY(PlanFile::open(path, PlanFile::Mode::ReadWrite).ok());

        const QStringList before = QDir(m_dir.path()).entryList(QDir::AllEntries);
        PlanTree bad = smallTree();
        bad.blobs.clear();
        const QString never = newPath();
        QVERIFY(!PlanFile::create(never, bad, testAuthor(u"Ann"_s), u"Made"_s).ok());
        bad = smallTree();
        bad.steps.insert(Id(u"nowhere"_s), {Step()});
        QVERIFY(!PlanFile::create(never, bad, testAuthor(u"Ann"_s), u"Made"_s).ok());
        const QString inNoFolder = m_dir.filePath(u"no/such/folder.plan"_s);
        const auto nowhere = PlanFile::create(inNoFolder, smallTree(), testAuthor(u"Ann"_s), u"Made"_s);
        QVERIFY(!nowhere.ok());
        QVERIFY(nowhere.error().text.contains(u"There is no folder"_s));
        QDir(m_dir.path()).mkdir(u"folder.plan"_s);
        QVERIFY(
            !PlanFile::create(m_dir.filePath(u"folder.plan"_s), smallTree(), testAuthor(u"Ann"_s), u"Made"_s)
                 .ok());
        QDir(m_dir.path()).rmdir(u"folder.plan"_s);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::AllEntries), before);
    }

    void copyIsTheSamePlan()
    {
        const QString from = written(m_sound);
        const QString to = written("old");
        const auto open = PlanFile::open(from, PlanFile::Mode::ReadWrite); // also while it is being edited
        QVERIFY(open.ok());
        const Outcome copied = copyPlanFile(from, to);
        QVERIFY2(copied.ok(), qPrintable(copied ? QString() : copied.error().text));
        const auto copy = PlanFile::open(to, PlanFile::Mode::ReadWrite);
        QVERIFY2(copy.ok(), qPrintable(copy ? QString() : copy.error().text));
        QVERIFY((*copy)->tree() == (*open)->tree());
        QCOMPARE((*copy)->headHash(), (*open)->headHash());
        QVERIFY(verifyPlanFile(to, (*open)->headHash())->intact);
        QVERIFY(!copyPlanFile(from, from).ok());
        QVERIFY(!copyPlanFile(newPath(), to).ok());
    }
};

QTEST_GUILESS_MAIN(TestPlanFileOpening)
#include "test_planfile_opening.moc"
