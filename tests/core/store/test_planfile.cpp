#include "core/plan/edit.h"
#include "core/store/planfile.h"
#include "tests/support/smallplan.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Money amountOf(const Plan& plan)
{
    return plan.value("line", line1(), "amount", in2026()).money().value_or(Money());
}

Money amountIn(const PlanFile& file, const char* scenario)
{
    return amountOf(branchPlan(file.tree(), Id(QString::fromLatin1(scenario))).plan);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPlanFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QString m_path;

    std::unique_ptr<PlanFile> made(const PlanTree& tree = smallTree())
    {
        m_path = m_dir.filePath(u"%1.plan"_s.arg(++m_files));
        Result<std::unique_ptr<PlanFile>> file =
            PlanFile::create(m_path, tree, testAuthor(u"Ann"_s), u"Made the plan"_s);
        if (!file)
            qFatal("%s", qPrintable(file.error().text));
        return std::move(*file);
    }

    std::unique_ptr<PlanFile> opened(PlanFile::Mode mode = PlanFile::Mode::ReadWrite)
    {
        Result<std::unique_ptr<PlanFile>> file = PlanFile::open(m_path, mode);
        if (!file)
            qFatal("%s", qPrintable(file.error().text));
        return std::move(*file);
    }

    qint64 committed(PlanFile& file, const char* branch, const Step& step,
                     JournalEntry::Kind kind = JournalEntry::Kind::Edit, qint64 undoes = 0)
    {
        const Result<qint64> number =
            file.commit(kind, Id(QString::fromLatin1(branch)), step, testAuthor(u"Bo"_s), undoes);
        if (!number)
            qWarning("%s", qPrintable(number.error().text));
        return number ? *number : -1;
    }

    void verifyIntact()
    {
        const Result<Verification> verification = verifyPlanFile(m_path);
        QVERIFY2(verification.ok(), qPrintable(verification ? QString() : verification.error().text));
        QVERIFY2(verification->intact, qPrintable(verification->text));
        QCOMPARE(verification->firstBroken, 0);
    }

private slots:
    void whatWasMadeIsReadAgain()
    {
        const PlanTree tree = smallTree();
        QByteArray head;
        {
            const auto file = made();
            QVERIFY(!file->isReadOnly());
            QCOMPARE(file->entryCount(), 2); // the base, and the Step of scenario a
            head = file->headHash();
            QCOMPARE(head.size(), 32);
        }
        const auto file = opened();
        QVERIFY(file->tree().base == tree.base);
        QVERIFY(file->tree().steps == tree.steps);
        QVERIFY(file->tree().blobs == tree.blobs);
        QCOMPARE(file->tree().people, (QMap<Id, QString>{{Id(u"p1"_s), u"Ann"_s}}));
        QCOMPARE(file->headHash(), head);
        verifyIntact();
    }

    void journalOfANewFile()
    {
        const auto file = made();
        const Result<QList<JournalEntry>> journal = file->journal();
        QVERIFY(journal.ok());
        QCOMPARE(journal->size(), 2);
        QCOMPARE(journal->at(0).kind, JournalEntry::Kind::Import);
        QCOMPARE(journal->at(0).step.what, u"Made the plan"_s);
        QCOMPARE(journal->at(0).step.who, Id(u"p1"_s));
        QCOMPARE(journal->at(0).step.when, QDateTime(QDate(2026, 3, 4), QTime(10, 0), Qt::UTC));
        QVERIFY(apply(Plan(), journal->at(0).step).plan == smallTree().base);
        QCOMPARE(journal->at(1).branch, Id(u"a"_s));
        QCOMPARE(journal->at(1).step, smallTree().steps.value(Id(u"a"_s)).first());
        QVERIFY(journal->at(1).step.who.isNull());
    }

    void chainIsThatOfItsBodies()
    {
        QByteArray head;
        {
            const auto file = made();
            head = file->headHash();
        }
        // SHA-256 of (hash before, body), by hand from the rows as they stand.
        QByteArray hash(32, '\0');
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"chain"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            QSqlQuery rows(u"SELECT body FROM journal ORDER BY number"_s, raw);
            while (rows.next())
                hash =
                    QCryptographicHash::hash(hash + rows.value(0).toByteArray(), QCryptographicHash::Sha256);
        }
        QSqlDatabase::removeDatabase(u"chain"_s);
        QCOMPARE(hash, head);
    }

    void committedStepIsOnDisk()
    {
        auto file = made();
        QCOMPARE(committed(*file, "", amountStep(file->tree().base, line1(), 12'345)), 3);
        QCOMPARE(amountOf(file->tree().base), Money::fromPence(12'345));
        {
            const auto reader = opened(PlanFile::Mode::ReadOnly); // while it is open for writing
            QVERIFY(reader->tree() == file->tree());
            QCOMPARE(reader->headHash(), file->headHash());
        }
        const Result<QList<JournalEntry>> journal = file->journal();
        QVERIFY(journal.ok());
        QCOMPARE(file->tree().people.value(journal->last().step.who), u"Bo"_s);
        verifyIntact();
    }

    void rowsAddedMovedAndRemoved()
    {
        auto file = made();
        StepBuilder add(file->tree().base);
        add.add("line", Id(u"l0"_s), 0).set("line", Id(u"l0"_s), "scheme", Id(u"s1"_s));
        add.set("line", Id(u"l0"_s), "status", in2026(), Value(u"confirmed"_s));
        QVERIFY(committed(*file, "", add.step(u"Added"_s)) > 0);
        StepBuilder remove(file->tree().base);
        remove.remove("line", line1());
        QVERIFY(committed(*file, "", remove.step(u"Removed"_s)) > 0);
        QCOMPARE(file->tree().base.lines.size(), 2);
        QCOMPARE(file->tree().base.lines[0].id, Id(u"l0"_s));
        const PlanTree tree = file->tree();
        file.reset();
        QVERIFY(opened()->tree() == tree);
        verifyIntact();
    }

    void emptiedCellLeavesNoRow()
    {
        auto file = made();
        StepBuilder builder(file->tree().base);
        builder.set("line", line1(), "amount", in2026(), Value());
        QVERIFY(committed(*file, "", builder.step(u"Emptied"_s)) > 0);
        const PlanTree tree = file->tree();
        file.reset();
        QVERIFY(opened()->tree() == tree);
        verifyIntact();
    }

    void removalWithoutPositionComesBackToItsPlace()
    {
        auto file = made();
        Step step;
        step.changes = StepBuilder(file->tree().base).remove("line", line1()).step({}).changes;
        step.changes.last().position = -1;
        const Plan before = file->tree().base;
        const qint64 number = committed(*file, "", step);
        const Step recorded = file->journal()->last().step;
        QVERIFY(committed(*file, "", inverse(recorded), JournalEntry::Kind::Undo, number) > 0);
        QVERIFY(file->tree().base == before);
        verifyIntact();
    }

    void undoOnTheBase()
    {
        auto file = made();
        const Plan before = file->tree().base;
        const Step step = amountStep(before, line1(), 1);
        const qint64 edit = committed(*file, "", step);
        const qint64 undo = committed(*file, "", inverse(step), JournalEntry::Kind::Undo, edit);
        QVERIFY(file->tree().base == before);
        QVERIFY(committed(*file, "", step, JournalEntry::Kind::Undo, undo) > 0);
        QCOMPARE(amountOf(file->tree().base), Money::fromPence(1));
        verifyIntact();
    }

    void undoInAScenarioTakesTheStepOutAndPutsItBack()
    {
        auto file = made();
        const auto amounts = [&] {
            QList<Money> list;
            for (const Step& step : file->tree().steps.value(Id(u"a"_s)))
                list.append(*step.changes.first().to.money());
            return list;
        };
        const Plan onA = branchPlan(file->tree(), Id(u"a"_s)).plan;
        const Step first = amountStep(onA, line1(), 700);
        const qint64 firstNumber = committed(*file, "a", first);
        StepBuilder second(branchPlan(file->tree(), Id(u"a"_s)).plan);
        second.set("line", Id(u"l2"_s), "amount", in2026(), Value(Money::fromPence(800)));
        QVERIFY(committed(*file, "a", second.step(u"Second"_s)) > 0);
        QCOMPARE(amounts(),
                 (QList<Money>{Money::fromPence(50'000'000), Money::fromPence(700), Money::fromPence(800)}));
        QCOMPARE(amountIn(*file, "a"), Money::fromPence(700));
        QCOMPARE(amountIn(*file, "b"), Money::fromPence(700)); // b stands on a

        const qint64 undo = committed(*file, "a", inverse(first), JournalEntry::Kind::Undo, firstNumber);
        QCOMPARE(amounts(), (QList<Money>{Money::fromPence(50'000'000), Money::fromPence(800)}));
        const Result<qint64> again =
            file->commit(JournalEntry::Kind::Undo, Id(u"a"_s), {}, testAuthor(u"Bo"_s), firstNumber);
        QVERIFY(!again.ok());
        QVERIFY(again.error().text.contains(u"undone already"_s));

        const qint64 redo = committed(*file, "a", first, JournalEntry::Kind::Undo, undo);
        QCOMPARE(amounts(),
                 (QList<Money>{Money::fromPence(50'000'000), Money::fromPence(700), Money::fromPence(800)}));
        QVERIFY(committed(*file, "a", inverse(first), JournalEntry::Kind::Undo, redo) > 0);
        QCOMPARE(amounts(), (QList<Money>{Money::fromPence(50'000'000), Money::fromPence(800)}));
        verifyIntact();

        const PlanTree tree = file->tree();
        file.reset();
        QVERIFY(opened()->tree() == tree);
    }

    void stepsComeBackWithTheirScenario()
    {
        auto file = made();
        const PlanTree before = file->tree();
        StepBuilder builder(before.base);
        builder.remove("scenario", Id(u"a"_s));
        const Step removal = builder.step(u"Removed option A"_s);
        const qint64 number = committed(*file, "", removal);
        QVERIFY(file->tree().steps.isEmpty());
        file.reset();
        file = opened();
        QVERIFY(file->tree().steps.isEmpty());
        QVERIFY(committed(*file, "", inverse(removal), JournalEntry::Kind::Undo, number) > 0);
        QVERIFY(file->tree().base == before.base);
        QVERIFY(file->tree().steps == before.steps);
        verifyIntact();
    }

    void refusedCommitLeavesEverythingAsItWas_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"stale", "no scenario", "scenario inside", "undo of nothing", "undo elsewhere", "bad text",
              "too much money", "missing text", "false hash", "unknown person", "not a choice"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void refusedCommitLeavesEverythingAsItWas()
    {
        QFETCH(QString, what);
        auto file = made();
        const PlanTree before = file->tree();
        const QByteArray bytes = bytesOf(m_path);
        Step step = amountStep(before.base, line1(), 5);
        JournalEntry::Kind kind = JournalEntry::Kind::Edit;
        qint64 undoes = 0;
        Id branch;
        QMap<QString, QByteArray> blobs;
        QString expected;
        if (what == u"stale") {
            step.changes.first().from = Value(Money::fromPence(4));
            expected = u"600,000.00"_s;
        } else if (what == u"no scenario") {
            branch = Id(u"z"_s);
            expected = u"not in the plan"_s;
        } else if (what == u"scenario inside") {
            branch = Id(u"a"_s);
            step = StepBuilder(before.base).set("scenario", Id(u"b"_s), "name", u"Other"_s).step({});
            expected = u"in the base"_s;
        } else if (what == u"undo of nothing") {
            kind = JournalEntry::Kind::Undo;
            undoes = 99;
            expected = u"no entry 99"_s;
        } else if (what == u"undo elsewhere") {
            kind = JournalEntry::Kind::Undo;
            undoes = 2;
            expected = u"another scenario"_s;
        } else if (what == u"bad text") {
            step = StepBuilder(before.base).set("line", line1(), "name", QString(QChar(0xD800))).step({});
            expected = u"cannot be kept"_s;
        } else if (what == u"too much money") {
            step = amountStep(before.base, line1(), largestEntry.pence() + 1);
            expected = u"100,000,000,000"_s;
        } else if (what == u"missing text") {
            step = StepBuilder(before.base)
                       .set("year", Id(u"2026-27"_s), "rulebookHash", sha256Hex("other"))
                       .step({});
            expected = u"the rulebook of 2026-27"_s;
        } else if (what == u"false hash") {
            blobs.insert(sha256Hex("other"), "not that");
            expected = u"hash"_s;
        } else if (what == u"unknown person") {
            step.who = Id(u"nobody"_s);
            expected = u"person"_s;
        } else {
            step = StepBuilder(before.base).set("line", line1(), "status", in2026(), u"perhaps"_s).step({});
            expected = u"is not one of"_s;
        }
        const Result<qint64> number = file->commit(kind, branch, step, testAuthor(u"Bo"_s), undoes, blobs);
        QVERIFY(!number.ok());
        QVERIFY2(number.error().text.contains(expected), qPrintable(number.error().text));
        QVERIFY(!number.error().text.contains(u'\n'));
        QVERIFY(file->tree() == before);
        QCOMPARE(file->entryCount(), 2);
        QCOMPARE(bytesOf(m_path), bytes);
        QVERIFY(committed(*file, "", amountStep(before.base, line1(), 5)) == 3); // and goes on
        verifyIntact();
    }

    void newTextComesWithItsStep()
    {
        auto file = made();
        const QByteArray text = "\xEF\xBB\xBF"
                                "code,name\r\n\0\xFF"_ba;
        StepBuilder builder(file->tree().base);
        builder.add("needDataset", Id(u"d1"_s)).set("needDataset", Id(u"d1"_s), "name", u"Practices"_s);
        builder.set("needDataset", Id(u"d1"_s), "hash", sha256Hex(text));
        const Result<qint64> number =
            file->commit(JournalEntry::Kind::Import, {}, builder.step(u"Imported"_s), testAuthor(u"Bo"_s), 0,
                         {{sha256Hex(text), text}});
        QVERIFY2(number.ok(), qPrintable(number ? QString() : number.error().text));
        file.reset();
        QCOMPARE(opened()->tree().blobs.value(sha256Hex(text)), text);
        verifyIntact();
    }

    void commitThatCannotBeWritten()
    {
        auto file = made();
        const PlanTree before = file->tree();
        const QByteArray bytes = bytesOf(m_path);
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            QVERIFY(QSqlQuery(raw).exec(u"BEGIN IMMEDIATE"_s));
            const Result<qint64> number = file->commit(
                JournalEntry::Kind::Edit, {}, amountStep(before.base, line1(), 5), testAuthor(u"Bo"_s));
            QVERIFY(!number.ok());
            QVERIFY2(number.error().text.contains(u"another program"_s), qPrintable(number.error().text));
            QVERIFY(QSqlQuery(raw).exec(u"ROLLBACK"_s));

            // Held for reading: everything is prepared, and COMMIT itself fails.
            QSqlQuery reading(raw);
            QVERIFY(reading.exec(u"BEGIN"_s) && reading.exec(u"SELECT * FROM journal"_s) && reading.next());
            QVERIFY(!file->commit(JournalEntry::Kind::Edit, {}, amountStep(before.base, line1(), 5),
                                  testAuthor(u"Bo"_s))
                         .ok());
            reading.finish();
            QVERIFY(QSqlQuery(raw).exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"holder"_s);
        QVERIFY(file->tree() == before);
        QCOMPARE(file->entryCount(), 2);
        QCOMPARE(bytesOf(m_path), bytes);
        QCOMPARE(committed(*file, "", amountStep(before.base, line1(), 5)), 3);
        verifyIntact();
    }

    void changedByAnotherProgram()
    {
        auto file = made();
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            QVERIFY(QSqlQuery(raw).exec(u"UPDATE lines SET name = 'X' WHERE id = 'l2'"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        const Result<qint64> number = file->commit(
            JournalEntry::Kind::Edit, {}, amountStep(file->tree().base, line1(), 5), testAuthor(u"Bo"_s));
        QVERIFY(!number.ok());
        QVERIFY2(number.error().text.contains(u"changed by another program"_s),
                 qPrintable(number.error().text));
    }

    void readOnlyCommitsNothing()
    {
        made();
        const auto file = opened(PlanFile::Mode::ReadOnly);
        QVERIFY(file->isReadOnly());
        const Result<qint64> number = file->commit(
            JournalEntry::Kind::Edit, {}, amountStep(file->tree().base, line1(), 5), testAuthor(u"Bo"_s));
        QVERIFY(!number.ok());
        QVERIFY(number.error().text.contains(u"read-only"_s));
        QVERIFY(!QFile::exists(m_path + u".lock"_s));
    }

    // The second entry is refused by a check of the file itself, after the first was written into the transaction.
    void severalEntriesOrNone()
    {
        auto file = made();
        const PlanTree before = file->tree();
        const QByteArray bytes = bytesOf(m_path);
        const QByteArray head = file->headHash();
        const Author bo = testAuthor(u"Bo"_s);
        const NewEntry first{JournalEntry::Kind::Edit, {}, amountStep(before.base, line1(), 5), bo, 0, {}};
        const Plan after = apply(before.base, first.step).plan;
        NewEntry second{JournalEntry::Kind::Edit, {}, amountStep(after, line1(), 6), bo, 0, {}};
        second.blobs.insert(QString(64, u'0'), "not of that hash");
        NewEntry stale = second;
        stale.blobs.clear();
        stale.step = amountStep(before.base, line1(), 6);
        NewEntry nowhere = stale;
        nowhere.branch = Id(u"gone"_s);
        for (const NewEntry& bad : {second, stale, nowhere}) {
            QVERIFY(!file->commitAll({first, bad}).ok());
            QVERIFY(file->tree() == before);
            QCOMPARE(file->headHash(), head);
            QCOMPARE(file->entryCount(), 2);
        }
        QCOMPARE(bytesOf(m_path), bytes);

        second.blobs.clear();
        PlanTree later = before; // the Step of scenario a no longer fits there, and is held out
        later.base = apply(after, second.step).plan;
        const NewEntry third{
            JournalEntry::Kind::Edit, Id(u"b"_s), amountStep(branchPlan(later, Id(u"b"_s)).plan, line1(), 7),
            testAuthor(u"Cy"_s),      0,          {}};
        const Result<qint64> last = file->commitAll({first, second, third});
        QVERIFY2(last.ok(), qPrintable(last ? QString() : last.error().text));
        QCOMPARE(*last, 5);
        QCOMPARE(amountOf(file->tree().base), Money::fromPence(6));
        QCOMPARE(file->tree().people.size(), 3);
        const PlanTree tree = file->tree();
        file.reset();
        QVERIFY(opened()->tree() == tree);
        verifyIntact();
    }

    void twentyThousandChanges()
    {
        auto file = made();
        StepBuilder rows(file->tree().base);
        for (int i = 0; i < 10'000; ++i) {
            const Id id(u"n%1"_s.arg(i));
            rows.add("line", id, i % 1000 == 0 ? 1 : -1).set("line", id, "scheme", Id(u"s1"_s));
        }
        QCOMPARE(rows.step({}).changes.size(), 20'000);
        QVERIFY(committed(*file, "", rows.step(u"Pasted"_s)) > 0);
        QCOMPARE(file->tree().base.lines.size(), 10'002);
        const Step one = amountStep(file->tree().base, Id(u"n7"_s), 100);
        QVERIFY(committed(*file, "", one) > 0);
        const PlanTree tree = file->tree();
        file.reset();
        QVERIFY(opened()->tree() == tree);
        verifyIntact();
    }
};

QTEST_GUILESS_MAIN(TestPlanFile)
#include "test_planfile.moc"
