#include "core/store/fileheader.h"
#include "core/store/planfile.h"
#include "tests/support/realdata.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// tests/data/plans/version-N.plan was written by the program of file version N: the sample of Calderbourne as it was then, with eight
// journal entries. Its head hash was printed by that program's `verify`.
class TestMigration : public QObject
{
    Q_OBJECT

    static constexpr qint64 entriesBefore = 8;
    static QByteArray headBefore(int version = 1)
    {
        static const QMap<int, QByteArray> heads{
            {1, "9344090fae9843629b67e161dfcb75915d87e632404ba1a208c085ab68bb9b22"_ba},
            {2, "c2a7f68edd5c085fce165e198dbd199af1db8710bbaafef537e56a84731f0e97"_ba},
            {3, "05f8dfb2eac759f9f4e6529b4e6be3fd26734268483645657bf2642136d301d5"_ba},
            {4, "84d577670af97220656c2f80509a72e9cec36f1e1f83a94c2427cdacc250dabf"_ba},
        };
        return QByteArray::fromHex(heads.value(version));
    }

    QTemporaryDir m_dir;
    int m_number = 0;

    QString copyOf(int version)
    {
        const QString path = m_dir.filePath(u"%1.plan"_s.arg(++m_number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(testData(u"plans/version-%1.plan"_s.arg(version))) < 1)
            return {};
        return path;
    }
    QString copyOfVersion1() { return copyOf(1); }

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static Author author()
    {
        return {u"Ann"_s, [] { return QDateTime({2026, 4, 1}, {9, 0}, Qt::UTC); }};
    }

private slots:
    void readOnlyLeavesTheFileAlone()
    {
        const QString path = copyOfVersion1();
        const QByteArray before = bytesOf(path);
        const auto file = PlanFile::open(path, PlanFile::Mode::ReadOnly);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE((*file)->tree().base.lines.size(), 42);
        QCOMPARE((*file)->entryCount(), entriesBefore);
        QCOMPARE((*file)->headHash(), headBefore());
        const auto checked = verifyPlanFile(path, headBefore());
        QVERIFY(checked.ok());
        QVERIFY2(checked->intact, qPrintable(checked->text));
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(QDir(m_dir.path()).entryList({QFileInfo(path).completeBaseName() + u" (*"_s}),
                 QStringList());
    }

    void writingMigratesAndKeepsACopy()
    {
        const QString path = copyOfVersion1();
        const QByteArray before = bytesOf(path);
        Plan plan;
        {
            const auto file = PlanFile::open(path, PlanFile::Mode::ReadWrite, author());
            QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
            plan = (*file)->tree().base;
            const auto journal = (*file)->journal();
            QVERIFY(journal.ok());
            QCOMPARE(journal->size(), entriesBefore + 1);
            QCOMPARE(journal->at(entriesBefore - 1).hash, headBefore());
            const JournalEntry& entry = journal->last();
            QCOMPARE(entry.kind, JournalEntry::Kind::Migrated);
            QVERIFY(entry.step.changes.isEmpty());
            QVERIFY(entry.step.why.startsWith(u"state "));
            QCOMPARE(entry.step.why.size(), qsizetype(6 + 64));
            QCOMPARE((*file)->tree().people.value(entry.step.who), u"Ann"_s);
        }
        QCOMPARE(bytesOf(path).mid(60, 4), QByteArray("\0\0\0\5", 4));
        const auto checked = verifyPlanFile(path, {});
        QVERIFY(checked.ok() && checked->intact);

        const QString backup =
            m_dir.filePath(QFileInfo(path).completeBaseName() + u" (file version 1).plan"_s);
        QCOMPARE(bytesOf(backup).mid(60, 4), QByteArray("\0\0\0\1", 4));
        const auto kept = verifyPlanFile(backup, headBefore());
        QVERIFY(kept.ok() && kept->intact);
        const auto old = PlanFile::open(backup, PlanFile::Mode::ReadOnly);
        QVERIFY(old.ok());
        QVERIFY((*old)->tree().base == plan); // nothing that was entered is changed
        QVERIFY(before != bytesOf(path));
    }

    void everyOlderVersionOpens_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
        QTest::newRow("3") << 3;
        QTest::newRow("4") << 4;
    }
    void everyOlderVersionOpens()
    {
        QFETCH(int, version);
        const QString path = copyOf(version);
        const auto read = PlanFile::open(path, PlanFile::Mode::ReadOnly);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        const Plan before = (*read)->tree().base;
        QCOMPARE((*read)->headHash(), headBefore(version));
        const auto file = PlanFile::open(path, PlanFile::Mode::ReadWrite, author());
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QVERIFY((*file)->tree().base == before);
        QCOMPARE((*file)->entryCount(), entriesBefore + 1);
        const auto checked = verifyPlanFile(path, {});
        QVERIFY(checked.ok() && checked->intact);
    }

    void onceIsEnough()
    {
        const QString path = copyOfVersion1();
        QVERIFY(PlanFile::open(path, PlanFile::Mode::ReadWrite, author()).ok());
        const QByteArray migrated = bytesOf(path);
        QVERIFY(PlanFile::open(path, PlanFile::Mode::ReadWrite, author()).ok());
        QCOMPARE(bytesOf(path), migrated);
    }

    void aCopyIsNeverOverwritten()
    {
        const QString path = copyOfVersion1();
        const QString taken =
            m_dir.filePath(QFileInfo(path).completeBaseName() + u" (file version 1).plan"_s);
        QFile mine(taken);
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
        mine.close();
        QVERIFY(PlanFile::open(path, PlanFile::Mode::ReadWrite, author()).ok());
        QCOMPARE(bytesOf(taken), "mine"_ba);
        const QString second =
            m_dir.filePath(QFileInfo(path).completeBaseName() + u" (file version 1) 2.plan"_s);
        QVERIFY(verifyPlanFile(second, headBefore())->intact);
    }

    // The tables that a migration leads to are those that a new file has: column by column, by SQLite's own account.
    void tablesAreThoseOfANewFile_data() { everyOlderVersionOpens_data(); }
    void tablesAreThoseOfANewFile()
    {
        QFETCH(int, version);
        const QString migrated = copyOf(version);
        QVERIFY(PlanFile::open(migrated, PlanFile::Mode::ReadWrite, author()).ok());
        const QString fresh = m_dir.filePath(u"fresh-%1.plan"_s.arg(version));
        {
            const auto source = PlanFile::open(migrated, PlanFile::Mode::ReadOnly);
            QVERIFY(PlanFile::create(fresh, (*source)->tree(), author(), u"Made"_s).ok());
        }
        const auto columns = [](const QString& path) {
            QStringList found;
            {
                QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"columns"_s);
                database.setDatabaseName(path);
                database.open();
                QSqlQuery query(
                    u"SELECT t.name, t.strict, c.name, c.type, c.\"notnull\", c.pk FROM pragma_table_list t, "
                    "pragma_table_info(t.name) c WHERE t.schema = 'main' ORDER BY t.name, c.name"_s,
                    database);
                while (query.next())
                    for (int i = 0; i < 6; ++i)
                        found.append(query.value(i).toString());
            }
            QSqlDatabase::removeDatabase(u"columns"_s);
            return found;
        };
        QVERIFY(columns(fresh).size() > 100);
        QCOMPARE(columns(migrated), columns(fresh));
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "test_migration.moc"
