// What the open document puts on the record is not on its undo stack, and names of people are outside its journal.
#include "core/plan/names.h"
#include "tests/support/committeeplan.h"
#include "ui/document/plandocument.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestRecordedDocument : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    QString m_path;

    static Author author(const QString& name = u"A. Tester"_s)
    {
        return {name, [] { return QDateTime(QDate(2026, 3, 12), QTime(14, 32), Qt::UTC); },
                countedIds(u"new-"_s)};
    }

    std::unique_ptr<PlanDocument> open(PlanFile::Mode mode = PlanFile::Mode::ReadWrite) const
    {
        Result<std::unique_ptr<PlanDocument>> opened = PlanDocument::open(m_path, mode, author());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(*opened);
    }

    std::unique_ptr<PlanDocument> made()
    {
        m_path = m_folder.filePath(u"%1.plan"_s.arg(++m_files));
        PlanTree tree;
        tree.base = with(committeePlan(), Scenario::type, u"a"_s, {{u"name"_s, text(u"Option A"_s)}});
        if (const auto file = PlanFile::create(m_path, tree, author(u"Ann"_s), u"Made"_s); !file)
            qFatal("%s", qPrintable(file.error().text));
        return open();
    }

    static Step renamed(const Plan& plan, const QString& name)
    {
        return StepBuilder(plan).set(Line::type.id, Id(u"handy"_s), u"name", text(name)).step(u"Renamed"_s);
    }
    static QString nameIn(const PlanDocument& document)
    {
        return document.base().lines.find(Id(u"handy"_s))->name;
    }
    static Step voteStep(const Plan& plan, const QString& member)
    {
        const Result<Step> step =
            recordVotes(plan, Id(u"optionB"_s), {{Id(member), ballot::inFavour, false, {}}},
                        countedIds(u"vote-"_s + member));
        if (!step)
            qFatal("%s", qPrintable(step.error().text));
        return *step;
    }

private slots:
    void undoSkipsTheRecord()
    {
        const auto document = made();
        const QString before = nameIn(*document);
        QVERIFY(document->commit(renamed(document->plan(), u"Handy"_s)));
        QSignalSpy changed(document.get(), &PlanDocument::changed);
        QVERIFY2(document->record(voteStep(document->base(), u"aziz"_s)),
                 qPrintable(document->lastRefusal()));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(document->undoStack().count(), 1);
        QCOMPARE(document->journal().last().kind, JournalEntry::Kind::OnRecord);
        QCOMPARE(document->base().votes.size(), 1);

        QVERIFY(document->undo()); // of the name, not of the vote
        QCOMPARE(nameIn(*document), before);
        QCOMPARE(document->base().votes.size(), 1);
        QVERIFY(!document->canUndo());
        QVERIFY(!document->undo());
        QVERIFY(document->redo());
        QCOMPARE(nameIn(*document), u"Handy"_s);
        QCOMPARE(document->base().votes.size(), 1);
    }

    void onlyARecordIsNothingToUndo()
    {
        const auto document = made();
        QVERIFY(document->record(voteStep(document->base(), u"aziz"_s)));
        QVERIFY(!document->canUndo() && !document->canRedo());
        QVERIFY(!document->undo() && !document->redo());
        QCOMPARE(document->base().votes.size(), 1);
    }

    void theRecordStandsOnTheBase()
    {
        const auto document = made();
        document->showScenario(Id(u"a"_s));
        QVERIFY(document->record(voteStep(document->base(), u"aziz"_s)));
        QVERIFY(document->journal().last().branch.isNull());
        QCOMPARE(document->scenario(), Id(u"a"_s));
        QVERIFY(!document->commit(voteStep(document->plan(), u"lowry"_s)));
        QVERIFY(document->lastRefusal().contains(u"not in a scenario"_s));
        QVERIFY(!document->commitToBase(voteStep(document->base(), u"lowry"_s)));
        QVERIFY(document->lastRefusal().contains(u"goes on the record"_s));
        QCOMPARE(document->base().votes.size(), 1);
    }

    void whatIsRefused()
    {
        auto document = made();
        QSignalSpy changed(document.get(), &PlanDocument::changed);
        Step step = voteStep(document->base(), u"aziz"_s);
        for (Change& change : step.changes)
            for (Cell& cell : change.record)
                if (cell.field == u"member")
                    cell.value = ref(u"lund"_s);
        QVERIFY(!document->record(step));
        QCOMPARE(document->lastRefusal(), u"Peter Lund is not at the meeting and cannot vote."_s);
        QVERIFY(!document->record(renamed(document->base(), u"Handy"_s)));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(document->journal().size(), 1);

        const Step vote = voteStep(document->base(), u"aziz"_s);
        document.reset();
        document = open(PlanFile::Mode::ReadOnly);
        QVERIFY(!document->record(vote));
        QVERIFY(!document->renamePerson(Id(u"p-lund"_s), u"Peter"_s));
        QVERIFY(document->lastRefusal().contains(u"read only"_s));
    }

    void personsByName()
    {
        const auto document = made();
        QMap<Id, QString> people;
        QCOMPARE(document->personNamed(u"Peter Lund"_s, people), Id(u"p-lund"_s));
        QCOMPARE(document->personNamed(u"  Peter   Lund "_s, people), Id(u"p-lund"_s));
        QVERIFY(document->personNamed(u" "_s, people).isNull());
        QVERIFY(people.isEmpty());
        const Id joan = document->personNamed(u"Joan Finch"_s, people);
        QVERIFY(!joan.isNull() && !document->base().people.contains(joan));
        QCOMPARE(document->personNamed(u"Joan Finch"_s, people), joan);
        QVERIFY(document->personNamed(u"Joan Finsh"_s, people) != joan);
        QCOMPARE(people.size(), 2);

        const Step step = StepBuilder(document->base())
                              .set(Signatory::type.id, Id(u"sign-151"_s), u"person", Value(joan))
                              .step(u"Another section 151 officer"_s);
        QVERIFY(!document->commitToBase(step));
        QVERIFY2(document->commitToBase(step, {}, people), qPrintable(document->lastRefusal()));
        QCOMPARE(personName(document->base(), document->base().signatories.find(Id(u"sign-151"_s))->person),
                 u"Joan Finch"_s);
        QCOMPARE(document->base().people.size(), 18); // 15, Ann, the tester, Joan Finch
    }

    void aNameIsCorrectedAndErased()
    {
        const auto document = made();
        document->showScenario(Id(u"a"_s));
        QSignalSpy changed(document.get(), &PlanDocument::changed);
        QVERIFY(document->renamePerson(Id(u"p-lund"_s), u" Peter  J. Lund "_s));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(document->personName(Id(u"p-lund"_s)), u"Peter J. Lund"_s);
        QCOMPARE(nameOf(document->plan(), BodyMember::type.id, Id(u"lund"_s)), u"Peter J. Lund"_s);
        QVERIFY(document->renamePerson(Id(u"p-lund"_s), {}));
        QCOMPARE(document->personName(Id(u"p-lund"_s)), u"Name erased"_s);
        QCOMPARE(nameOf(document->plan(), BodyMember::type.id, Id(u"lund"_s)), u"Name erased"_s);
        QCOMPARE(document->journal().size(), 1);
        QVERIFY(!document->canUndo());
        QVERIFY(!document->renamePerson(Id(u"nobody"_s), u"X"_s));
        QCOMPARE(document->personName(Id(u"nobody"_s)), u"somebody"_s);
    }
};

QTEST_MAIN(TestRecordedDocument)
#include "test_recordeddocument.moc"
