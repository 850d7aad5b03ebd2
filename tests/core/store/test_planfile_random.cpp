#include "core/exchange/planjson.h"
#include "core/plan/edit.h"
#include "core/store/planfile.h"
#include "tests/support/randomplan.h"
#include "tests/support/smallplan.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// Random plans under random Steps, in the base and in scenarios: saving and loading, replay, undoing everything, and JSON
// and back are identities. What is on the record stays there whatever is done.
class TestPlanFileRandom : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;

    QString newPath() { return m_dir.filePath(u"r%1.plan"_s.arg(++m_files)); }

    std::unique_ptr<PlanFile> made(const PlanTree& tree)
    {
        auto file = PlanFile::create(newPath(), tree, testAuthor(u"Ann"_s), u"Made"_s);
        if (!file)
            qFatal("%s", qPrintable(file.error().text));
        return std::move(*file);
    }

    // What is on the record in `before` stands in `after` as it was.
    static bool keepsRecord(const Plan& before, const Plan& after)
    {
        for (const EntityType* type : Plan::schema().types) {
            const TableBase& old = *before.table(type->id);
            const TableBase& now = *after.table(type->id);
            for (qsizetype i = 0; type->keeping == Keeping::OnRecord && i < old.size(); ++i) {
                const qsizetype at = now.positionOf(old.idAt(i));
                if (at < 0 || recordOf(*type, old.at(i)) != recordOf(*type, now.at(at)))
                    return false;
            }
        }
        return true;
    }

    // A version tells the hash of the entry before it.
    static void frozenUnder(Step& step, const QByteArray& head)
    {
        QList<Id> versions;
        for (const Change& change : step.changes)
            if (change.entity == FrozenVersion::type.id && change.op == Change::Op::Add)
                versions.append(change.id);
        step.changes.removeIf([](const Change& change) {
            return change.entity == FrozenVersion::type.id && change.field == u"head";
        });
        for (const Id& version : std::as_const(versions))
            step.changes.append(Change::set(FrozenVersion::type.id, version, QLatin1StringView("head"), {},
                                            {}, Value(QString::fromLatin1(head.toHex()))));
    }

    // Puts something on the record, which cannot be taken back.
    static void record(PlanFile& file, Seeded& seeded)
    {
        Step step = randomRecord(file.tree().base, seeded);
        if (step.changes.isEmpty())
            return;
        frozenUnder(step, file.headHash());
        const auto number = file.commit(JournalEntry::Kind::OnRecord, {}, step, testAuthor(u"Bo"_s));
        if (!number)
            qFatal("%s", qPrintable(number.error().text));
        if (file.commit(JournalEntry::Kind::Undo, {}, inverse(step), testAuthor(u"Bo"_s), *number))
            qFatal("the record was undone");
    }

    // Commits `count` random Steps, here and there undoing one; returns what was committed to the base.
    static QList<std::pair<qint64, Step>> edit(PlanFile& file, Seeded& seeded, int count)
    {
        QList<std::pair<qint64, Step>> onBase;
        for (int i = 0; i < count; ++i) {
            const auto& scenarios = file.tree().base.scenarios;
            const qint64 pick = seeded.between(-2, scenarios.size() - 1);
            const Id branch = pick < 0 ? Id() : scenarios[pick].id;
            const Plan plan = branchPlan(file.tree(), branch).plan;
            const Step step =
                branch.isNull() ? randomStep(plan, seeded) : randomScenarioStep(plan, seeded, true);
            const Plan before = file.tree().base;
            const Result<qint64> number =
                file.commit(JournalEntry::Kind::Edit, branch, step, testAuthor(u"Bo"_s));
            if (!number)
                qFatal("%s", qPrintable(number.error().text));
            if (seeded.between(0, 4) == 0)
                record(file, seeded);
            if (!keepsRecord(before, file.tree().base))
                qFatal("the record was changed");
            if (branch.isNull())
                onBase.append({*number, step});
            else if (seeded.between(0, 3) == 0 && !file.commit(JournalEntry::Kind::Undo, branch,
                                                               inverse(step), testAuthor(u"Bo"_s), *number))
                qFatal("undo refused");
        }
        return onBase;
    }

private slots:
    void saveLoadReplay_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    void saveLoadReplay()
    {
        QFETCH(quint64, seed);
        Seeded seeded(seed);
        auto file = made(randomTree(seeded));
        edit(*file, seeded, 40);
        const PlanTree tree = file->tree();
        const QByteArray head = file->headHash();
        const QString path = file->path();
        file.reset();

        const Result<Verification> verification = verifyPlanFile(path, head); // replays from nothing
        QVERIFY(verification.ok());
        QVERIFY2(verification->intact, qPrintable(verification->text));
        const auto again = PlanFile::open(path, PlanFile::Mode::ReadWrite);
        QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().text));
        QVERIFY((*again)->tree() == tree);
    }

    void undoToTheStart_data() { saveLoadReplay_data(); }

    void undoToTheStart()
    {
        QFETCH(quint64, seed);
        Seeded seeded(100 + seed);
        PlanTree start;
        start.base = randomPlan(seeded);
        start.blobs = randomTexts();
        auto file = made(start);
        QList<std::pair<qint64, Step>> done;
        for (int i = 0; i < 30; ++i) {
            const Step step = randomStep(file->tree().base, seeded);
            const Result<qint64> number =
                file->commit(JournalEntry::Kind::Edit, {}, step, testAuthor(u"Bo"_s));
            QVERIFY2(number.ok(), qPrintable(number ? QString() : number.error().text));
            done.append({*number, step});
        }
        for (auto last = done.rbegin(); last != done.rend(); ++last) {
            const Result<qint64> undone = file->commit(JournalEntry::Kind::Undo, {}, inverse(last->second),
                                                       testAuthor(u"Bo"_s), last->first);
            QVERIFY2(undone.ok(), qPrintable(undone ? QString() : undone.error().text));
        }
        QVERIFY(file->tree().base == start.base);
        const QString path = file->path();
        file.reset();
        QVERIFY((*PlanFile::open(path, PlanFile::Mode::ReadOnly))->tree().base == start.base);
        QVERIFY(verifyPlanFile(path)->intact);
    }

    void jsonAndBack_data() { saveLoadReplay_data(); }

    void jsonAndBack()
    {
        QFETCH(quint64, seed);
        Seeded seeded(200 + seed);
        auto file = made(randomTree(seeded));
        edit(*file, seeded, 20);

        // Without the journal: the same plan and scenarios, and the same text again.
        const QByteArray text = planToJson(file->tree());
        const Result<PlanJson> read = readPlanJson(text);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        QVERIFY(read->journal.isEmpty());
        QVERIFY(read->tree.base == file->tree().base);
        QVERIFY(read->tree.steps == file->tree().steps);
        QVERIFY(read->tree.blobs == file->tree().blobs);
        const auto made2 = made(read->tree);
        QVERIFY(made2->tree().base == file->tree().base);
        QVERIFY(made2->tree().steps == file->tree().steps);
        QCOMPARE(planToJson(made2->tree()), text);

        // With it: the same chain.
        const Result<QList<JournalEntry>> journal = file->journal();
        QVERIFY(journal.ok());
        const QByteArray whole = planToJson(file->tree(), &*journal);
        const Result<PlanJson> readWhole = readPlanJson(whole);
        QVERIFY2(readWhole.ok(), qPrintable(readWhole ? QString() : readWhole.error().text));
        QVERIFY(readWhole->tree == file->tree());
        const auto same = PlanFile::createFromJournal(newPath(), readWhole->tree, readWhole->journal);
        QVERIFY2(same.ok(), qPrintable(same ? QString() : same.error().text));
        QCOMPARE((*same)->headHash(), file->headHash());
        QVERIFY((*same)->tree() == file->tree());
        QVERIFY(verifyPlanFile((*same)->path(), file->headHash())->intact);
        const Result<QList<JournalEntry>> journalAgain = (*same)->journal();
        QVERIFY(journalAgain.ok());
        QCOMPARE(planToJson((*same)->tree(), &*journalAgain), whole);
    }
};

QTEST_GUILESS_MAIN(TestPlanFileRandom)
#include "test_planfile_random.moc"
