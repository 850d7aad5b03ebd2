// What the base alone holds, what goes on the record, and names of people: what a plan file takes, and what it refuses.
#include "core/plan/names.h"
#include "core/store/journal.h"
#include "core/store/planfile.h"
#include "tests/support/committeeplan.h"
#include "tests/support/smallplan.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

using Kind = JournalEntry::Kind;

namespace {

const QString notInScenario = u"Who decides and what was said stands in the base, not in a scenario."_s;

Step adding(const EntityType& type, const QString& id, const Record& record = {})
{
    Change change;
    change.op = Change::Op::Add;
    change.entity = type.id;
    change.id = Id(id);
    change.record = record;
    Step step;
    step.what = u"Added"_s;
    step.changes = {change};
    return step;
}

// `head`: of the journal when it is frozen; verify holds the version to it.
Step versionStep(const Plan& plan, const QString& id = u"version1"_s, const QByteArray& head = {})
{
    return StepBuilder(plan)
        .add(FrozenVersion::type.id, Id(id))
        .set(FrozenVersion::type.id, Id(id), u"year", ref(u"2026-27"_s))
        .set(FrozenVersion::type.id, Id(id), u"on", Value(QDate(2026, 2, 27)))
        .set(FrozenVersion::type.id, Id(id), u"head", text(QString::fromLatin1(head.toHex())))
        .step(u"Froze version 1"_s);
}

Step voteStep(const Plan& plan, const QString& member, const QString& id = u"vote"_s)
{
    return StepBuilder(plan)
        .add(Vote::type.id, Id(id))
        .set(Vote::type.id, Id(id), u"resolution", ref(u"optionB"_s))
        .set(Vote::type.id, Id(id), u"member", ref(member))
        .set(Vote::type.id, Id(id), u"ballot", text(u"for"_s))
        .step(u"Recorded a vote"_s);
}

Step renamed(const Plan& plan, const QString& name)
{
    return StepBuilder(plan).set(Line::type.id, Id(u"handy"_s), u"name", text(name)).step(u"Renamed"_s);
}

QList<const EntityType*> typesKept(Keeping keeping)
{
    QList<const EntityType*> types;
    for (const EntityType* type : Plan::schema().types)
        if (type->keeping == keeping)
            types.append(type);
    return types;
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QString m_path;

    QString newPath() { return m_path = m_dir.filePath(u"%1.plan"_s.arg(++m_files)); }

    // The committee's plan with a scenario "a".
    std::unique_ptr<PlanFile> made(const std::function<void(PlanTree&)>& more = {})
    {
        PlanTree tree;
        tree.base = with(committeePlan(), Scenario::type, u"a"_s, {{u"name"_s, text(u"Option A"_s)}});
        if (more)
            more(tree);
        auto file = PlanFile::create(newPath(), tree, testAuthor(u"Ann"_s), u"Made"_s);
        if (!file)
            qFatal("%s", qPrintable(file.error().text));
        return std::move(*file);
    }

    static Result<qint64> commit(PlanFile& file, Kind kind, const Step& step, const QString& branch = {},
                                 qint64 undoes = 0)
    {
        return file.commit(kind, Id(branch), step, testAuthor(u"Bo"_s), undoes);
    }

    static QString refusal(PlanFile& file, Kind kind, const Step& step, const QString& branch = {},
                           qint64 undoes = 0)
    {
        const PlanTree before = file.tree();
        const qint64 entries = file.entryCount();
        const Result<qint64> number = commit(file, kind, step, branch, undoes);
        if (number || file.tree() != before || file.entryCount() != entries)
            return {};
        return number.error().text;
    }

    static Step versionOf(const PlanFile& file, const QString& id = u"version1"_s)
    {
        return versionStep(file.tree().base, id, file.headHash());
    }

    // What an SQLite program does to the file last made.
    template <class Alter> void behindItsBack(Alter alter)
    {
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            alter(raw);
        }
        QSqlDatabase::removeDatabase(u"behind"_s);
    }

    void verifyIntact(const QByteArray& head = {})
    {
        const Result<Verification> verification = verifyPlanFile(m_path, head);
        QVERIFY2(verification.ok(), qPrintable(verification ? QString() : verification.error().text));
        QVERIFY2(verification->intact, qPrintable(verification->text));
    }

    static Step inScenario(const PlanFile& file, const std::function<void(StepBuilder&)>& edit)
    {
        StepBuilder builder(branchPlan(file.tree(), Id(u"a"_s)).plan);
        edit(builder);
        return builder.step(u"In the scenario"_s);
    }

private slots:
    void everyTypeInAScenario()
    {
        auto file = made();
        QCOMPARE(typesKept(Keeping::OnRecord).size(), 6);
        QCOMPARE(typesKept(Keeping::BaseOnly).size(), 17);
        for (const EntityType* type : typesKept(Keeping::BaseOnly) + typesKept(Keeping::OnRecord))
            for (const Kind kind : {Kind::Edit, Kind::Import, Kind::OnRecord})
                QCOMPARE(refusal(*file, kind, adding(*type, u"new"_s), u"a"_s), notInScenario);
        const Step set = StepBuilder(file->tree().base)
                             .set(Body::type.id, Id(u"committee"_s), u"quorumNumber", Value::count(1))
                             .step({});
        QCOMPARE(refusal(*file, Kind::Edit, set, u"a"_s), notInScenario);
        const Step removal =
            StepBuilder(file->tree().base).remove(Delegation::type.id, Id(u"limit-council"_s)).step({});
        QCOMPARE(refusal(*file, Kind::Edit, removal, u"a"_s), notInScenario);
        QVERIFY(commit(*file, Kind::Edit, set).ok());
        QVERIFY(commit(*file, Kind::Edit, removal).ok());
    }

    // A scheme may be given up in a scenario though an interest names it.
    void whatGoesWithARemovalInAScenario()
    {
        auto file = made();
        const PlanTree before = file->tree();
        const Step removal =
            inScenario(*file, [](StepBuilder& plan) { plan.remove(Scheme::type.id, Id(u"s-response"_s)); });
        QVERIFY(std::any_of(removal.changes.begin(), removal.changes.end(),
                            [](const Change& change) { return change.entity == InterestLink::type.id; }));
        const Result<qint64> number = commit(*file, Kind::Edit, removal, u"a"_s);
        QVERIFY2(number.ok(), qPrintable(number ? QString() : number.error().text));
        QVERIFY(!branchPlan(file->tree(), Id(u"a"_s)).plan.schemes.contains(Id(u"s-response"_s)));
        QVERIFY(file->tree().base == before.base);
        QVERIFY(commit(*file, Kind::Undo, inverse(removal), u"a"_s, *number).ok());
        QVERIFY(commit(*file, Kind::Undo, removal, u"a"_s, *number + 1).ok());
        verifyIntact();

        file = made();
        const Step year = inScenario(*file, [](StepBuilder& plan) { // with its five signatories
            plan.remove(FinancialYear::type.id, Id(u"2026-27"_s));
        });
        QVERIFY(commit(*file, Kind::Edit, year, u"a"_s).ok());
    }

    void whatOnlyLooksLikeARemoval()
    {
        auto file = made();
        const Step cleared = inScenario(*file, [](StepBuilder& plan) {
            plan.set(InterestLink::type.id, Id(u"practice-response"_s), u"scheme", Value());
        });
        QCOMPARE(refusal(*file, Kind::Edit, cleared, u"a"_s), notInScenario);
        Step back =
            inScenario(*file, [](StepBuilder& plan) { plan.remove(Scheme::type.id, Id(u"s-response"_s)); });
        for (const Change& change : inverse(back).changes)
            if (change.entity != InterestLink::type.id)
                back.changes.append(change); // all comes back but the link
        QCOMPARE(refusal(*file, Kind::Edit, back, u"a"_s), notInScenario);
        const Step member = inScenario(*file, [](StepBuilder& plan) {
            plan.remove(Scheme::type.id, Id(u"s-response"_s));
            plan.remove(BodyMember::type.id, Id(u"lund"_s));
        });
        QCOMPARE(refusal(*file, Kind::Edit, member, u"a"_s), notInScenario);
    }

    void theRecordIsOnlyAdded()
    {
        auto file = made();
        const Result<qint64> number = commit(*file, Kind::OnRecord, versionOf(*file));
        QVERIFY2(number.ok(), qPrintable(number ? QString() : number.error().text));
        const Plan& base = file->tree().base;
        const Step set = StepBuilder(base)
                             .set(FrozenVersion::type.id, Id(u"version1"_s), u"number", Value::count(2))
                             .step({});
        const Step removal = StepBuilder(base).remove(FrozenVersion::type.id, Id(u"version1"_s)).step({});
        const Step year = StepBuilder(base).remove(FinancialYear::type.id, Id(u"2026-27"_s)).step({});
        for (const Step& step : {set, removal, year})
            for (const Kind kind : {Kind::Edit, Kind::Import, Kind::OnRecord, Kind::Undo}) {
                const QString said = refusal(*file, kind, step, {}, kind == Kind::Undo ? 1 : 0);
                QVERIFY2(said.startsWith(u"Frozen version “") &&
                             said.endsWith(u"” is on the record: it can be superseded, not changed."),
                         qPrintable(said));
            }
        const Step inTheScenario = inScenario(
            *file, [](StepBuilder& plan) { plan.remove(FinancialYear::type.id, Id(u"2026-27"_s)); });
        QCOMPARE(refusal(*file, Kind::Edit, inTheScenario, u"a"_s), notInScenario);
        for (const EntityType* type : typesKept(Keeping::OnRecord)) {
            const QString said = labelOf(*type) + u": this goes on the record, so an edit cannot add it."_s;
            QCOMPARE(refusal(*file, Kind::Edit, adding(*type, u"new"_s)), said);
            QCOMPARE(refusal(*file, Kind::Undo, adding(*type, u"new"_s), {}, 1), said);
            QCOMPARE(refusal(*file, Kind::Migrated, adding(*type, u"new"_s)), said);
        }
        QVERIFY(commit(*file, Kind::Import, versionStep(base, u"version2"_s)).ok());
        QVERIFY(refusal(*file, Kind::OnRecord, renamed(base, u"Handy"_s))
                    .contains(u"nothing that goes on the record"_s));
        QVERIFY(refusal(*file, Kind::OnRecord, Step()).contains(u"nothing that goes on the record"_s));
        verifyIntact();
    }

    void aRecordIsNeverTakenBack()
    {
        auto file = made();
        // An outcome that is applied changes the plan with it, and none of it can be undone.
        Step step = versionOf(*file);
        step.changes += renamed(file->tree().base, u"Handy"_s).changes;
        const Result<qint64> number = commit(*file, Kind::OnRecord, step);
        QVERIFY(number.ok());
        QCOMPARE(file->tree().base.lines.find(Id(u"handy"_s))->name, u"Handy"_s);
        const Step back = renamed(file->tree().base, u"As it was"_s);
        const QString said =
            u"Entry %1 is on the record: it can be superseded, not taken back."_s.arg(*number);
        QCOMPARE(refusal(*file, Kind::Undo, back, {}, *number), said);
        QVERIFY(!refusal(*file, Kind::Undo, inverse(step), {}, *number).isEmpty());
        QVERIFY(
            !refusal(*file, Kind::OnRecord, versionStep(file->tree().base, u"v2"_s), {}, *number).isEmpty());
        // Edits before and after it can.
        const Result<qint64> edit = commit(*file, Kind::Edit, back);
        QVERIFY(edit.ok());
        QVERIFY(commit(*file, Kind::Undo, inverse(back), {}, *edit).ok());
        const Result<QList<JournalEntry>> journal = file->journal();
        QVERIFY(journal.ok());
        QCOMPARE(journal->at(*number - 1).kind, Kind::OnRecord);
        QVERIFY(canonicalBytes(journalBody(journal->at(*number - 1))).contains("\"kind\":\"record\""));
        verifyIntact(file->headHash());
    }

    void theCommitteesRulesHold()
    {
        auto file = made();
        const QString said = u"Peter Lund is not at the meeting and cannot vote."_s;
        QCOMPARE(refusal(*file, Kind::OnRecord, voteStep(file->tree().base, u"lund"_s)), said);
        const Step quorum = StepBuilder(file->tree().base)
                                .set(Body::type.id, Id(u"committee"_s), u"quorumNumber", Value::count(11))
                                .step({});
        QVERIFY(refusal(*file, Kind::Edit, quorum).contains(u"above the 10 member(s)"_s));
        QVERIFY(commit(*file, Kind::OnRecord, voteStep(file->tree().base, u"aziz"_s)).ok());
        QVERIFY(commit(*file, Kind::Import, voteStep(file->tree().base, u"lund"_s, u"vote2"_s)).ok());
        // Nor is an undo let pass that would leave the quorum above the membership.
        file = made();
        const Step member = StepBuilder(file->tree().base)
                                .add(BodyMember::type.id, Id(u"new"_s))
                                .set(BodyMember::type.id, Id(u"new"_s), u"body", ref(u"committee"_s))
                                .step({});
        const Result<qint64> number = commit(*file, Kind::Edit, member);
        QVERIFY(number.ok());
        QVERIFY(commit(*file, Kind::Edit, quorum).ok());
        QVERIFY(refusal(*file, Kind::Undo, inverse(member), {}, *number).contains(u"above the 10"_s));
        verifyIntact();
    }

    // A journal that somebody wrote by hand and chained again.
    void forgedJournals_data()
    {
        QTest::addColumn<QString>("forgery");
        QTest::addColumn<QString>("said");
        QTest::newRow("sound") << u"none"_s << QString();
        QTest::newRow("edited in") << u"edit"_s
                                   << u"Journal entry 2: Frozen version: this goes on the record"_s;
        QTest::newRow("changed") << u"set"_s << u"Journal entry 3: Frozen version “"_s;
        QTest::newRow("undone") << u"undo"_s << u"Journal entry 3: Entry 2 is on the record"_s;
        QTest::newRow("in a scenario") << u"scenario"_s << u"Journal entry 2: "_s + notInScenario;
        QTest::newRow("nothing in it") << u"empty"_s << u"Journal entry 3: This step holds nothing"_s;
    }
    void forgedJournals()
    {
        QFETCH(QString, forgery);
        QFETCH(QString, said);
        auto file = made();
        QVERIFY(commit(*file, Kind::OnRecord, versionOf(*file)).ok());
        PlanTree tree = file->tree();
        QList<JournalEntry> journal = *file->journal();
        JournalEntry next;
        next.number = 3;
        if (forgery == u"edit")
            journal[1].kind = Kind::Edit;
        if (forgery == u"scenario")
            journal[1].branch = Id(u"a"_s);
        if (forgery == u"set")
            next.step = StepBuilder(tree.base)
                            .set(FrozenVersion::type.id, Id(u"version1"_s), u"number", Value::count(9))
                            .step({});
        if (forgery == u"undo") {
            next.kind = Kind::Undo;
            next.undoes = 2;
        }
        if (forgery == u"empty")
            next.kind = Kind::OnRecord;
        if (QStringList{u"set"_s, u"undo"_s, u"empty"_s}.contains(forgery)) {
            journal.append(next);
            tree.base = apply(tree.base, next.step).plan;
        }
        file.reset();
        const QString path = m_path;
        const auto copy = PlanFile::createFromJournal(newPath(), tree, journal);
        QCOMPARE(copy.ok(), said.isEmpty());
        QVERIFY2(copy.ok() || copy.error().text.startsWith(said),
                 qPrintable(copy ? QString() : copy.error().text));

        // The same put into the file itself: the chain is whole, and still it is found.
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forge"_s);
            raw.setDatabaseName(path);
            QVERIFY(raw.open());
            QByteArray hash = hashBeforeFirst();
            for (const JournalEntry& entry : journal) {
                const QByteArray body = canonicalBytes(journalBody(entry));
                hash = chainHash(hash, body);
                QSqlQuery put(raw);
                QVERIFY(put.prepare(u"INSERT OR REPLACE INTO journal(number, body, hash) VALUES(?, ?, ?)"_s));
                put.addBindValue(entry.number);
                put.addBindValue(body);
                put.addBindValue(hash);
                QVERIFY(put.exec());
            }
        }
        QSqlDatabase::removeDatabase(u"forge"_s);
        const Result<Verification> verification = verifyPlanFile(path);
        QVERIFY(verification.ok());
        QCOMPARE(verification->intact, said.isEmpty());
        QVERIFY2(!verification->text.contains(u".."_s), qPrintable(verification->text));
        if (!said.isEmpty())
            QCOMPARE(verification->firstBroken, said.section(u' ', 2, 2).chopped(1).toLongLong());
    }

    // Who it is about stands in the sentence by name, as on the page.
    void verifyNamesWhoVoted()
    {
        auto file = made();
        QVERIFY(commit(*file, Kind::OnRecord, voteStep(file->tree().base, u"aziz"_s)).ok());
        file.reset();
        behindItsBack([](QSqlDatabase& raw) {
            QSqlQuery query(raw);
            QVERIFY(query.exec(u"UPDATE votes SET ballot = 'against'"_s) && query.numRowsAffected() == 1);
        });
        QCOMPARE(verifyPlanFile(m_path)->text,
                 u"The tables were changed behind the journal's back: Vote “Cllr Imran Aziz”, Vote is not "
                 u"what the journal says."_s);
        behindItsBack([](QSqlDatabase& raw) {
            QVERIFY(QSqlQuery(raw).exec(u"UPDATE votes SET ballot = 'for'"_s));
            QVERIFY(QSqlQuery(raw).exec(u"INSERT INTO votes(id, position, resolution, member, ballot) "
                                        "VALUES('more', 1, 'optionB', 'lund', 'for')"_s));
        });
        QCOMPARE(verifyPlanFile(m_path)->text,
                 u"The tables were changed behind the journal's back: Vote “Peter Lund” is not what the "
                 u"journal says."_s);
        behindItsBack([](QSqlDatabase& raw) {
            QVERIFY(QSqlQuery(raw).exec(u"DELETE FROM votes WHERE id = 'more'"_s));
            Step step;
            step.changes = {Change::set(Vote::type.id, Id(u"vote"_s), "ballot"_L1, {}, text(u"for"_s),
                                        text(u"against"_s))};
            JournalEntry entry;
            entry.number = 3;
            entry.step = step;
            QByteArray head;
            QSqlQuery last(u"SELECT hash FROM journal WHERE number = 2"_s, raw);
            if (last.next())
                head = last.value(0).toByteArray();
            last.finish();
            const QByteArray body = canonicalBytes(journalBody(entry));
            QSqlQuery put(raw);
            QVERIFY(put.prepare(u"INSERT INTO journal(number, body, hash) VALUES(3, ?, ?)"_s));
            put.addBindValue(body);
            put.addBindValue(chainHash(head, body));
            QVERIFY(put.exec());
        });
        QCOMPARE(verifyPlanFile(m_path)->text,
                 u"The journal is broken at entry 3: Vote “Cllr Imran Aziz” is on the record: it can be "
                 u"superseded, not changed."_s);
    }

    void scenarioStepsThatCameAlong()
    {
        PlanTree tree;
        tree.base = with(committeePlan(), Scenario::type, u"a"_s, {{u"name"_s, text(u"Option A"_s)}});
        tree.steps[Id(u"a"_s)].append(
            StepBuilder(tree.base).remove(Delegation::type.id, Id(u"limit-council"_s)).step({}));
        const auto file = PlanFile::create(newPath(), tree, testAuthor(u"Ann"_s), u"Made"_s);
        QVERIFY(!file.ok());
        QCOMPARE(file.error().text, notInScenario);
        QVERIFY(!QFile::exists(m_path));
    }

    void namesOfPeople()
    {
        auto file = made();
        QCOMPARE(file->tree().base.people, file->tree().people);
        QCOMPARE(personName(file->tree().base, Id(u"p-lund"_s)), u"Peter Lund"_s);
        QCOMPARE(branchPlan(file->tree(), Id(u"a"_s)).plan.people, file->tree().people);
        const qsizetype known = file->tree().people.size(); // 15, and Ann
        QCOMPARE(known, 16);

        const Step step = StepBuilder(file->tree().base)
                              .add(BodyMember::type.id, Id(u"new"_s))
                              .set(BodyMember::type.id, Id(u"new"_s), u"body", ref(u"committee"_s))
                              .set(BodyMember::type.id, Id(u"new"_s), u"person", ref(u"p-new"_s))
                              .step(u"Another member"_s);
        const QString said = u"The step names a person whom the file does not know."_s;
        QCOMPARE(refusal(*file, Kind::Edit, step), said);
        NewEntry entry{Kind::Edit, {}, step, testAuthor(u"Ann"_s), 0, {}};
        entry.people = {{Id(u"p-other"_s), u"Nobody asked"_s}};
        QVERIFY(!file->commitAll({entry}).ok());
        entry.people.insert(Id(u"p-new"_s), u"Joan Finch"_s);
        entry.people.insert(Id(u"p-aziz"_s), u"Not he"_s); // known already
        const auto joined = file->commitAll({entry});
        QVERIFY2(joined.ok(), qPrintable(joined ? QString() : joined.error().text));
        QCOMPARE(file->tree().people.size(), known + 1);
        QCOMPARE(file->tree().people.value(Id(u"p-new"_s)), u"Joan Finch"_s);
        QCOMPARE(file->tree().people.value(Id(u"p-aziz"_s)), u"Cllr Imran Aziz"_s);
        QCOMPARE(file->tree().base.people, file->tree().people);
        const PlanTree tree = file->tree();
        file.reset();
        const auto again = PlanFile::open(m_path, PlanFile::Mode::ReadOnly);
        QVERIFY((*again)->tree() == tree);
        QCOMPARE((*again)->tree().base.people, tree.people);
        verifyIntact();
        const auto nobody = [&] {
            PlanTree lost = tree;
            lost.people.remove(Id(u"p-lund"_s));
            lost.base.people.remove(Id(u"p-lund"_s));
            lost.people.remove(Id(u"p-new"_s));
            lost.base.people.remove(Id(u"p-new"_s));
            return PlanFile::create(newPath(), lost, testAuthor(u"Ann"_s), u"Made"_s);
        }();
        QVERIFY(!nobody.ok());
        QCOMPARE(nobody.error().text, said);
    }

    void badPeopleAreRefused()
    {
        auto file = made();
        NewEntry entry{Kind::Edit, {}, renamed(file->tree().base, u"Handy"_s), testAuthor(u"Ann"_s), 0, {}};
        for (const auto& [id, name] : {std::pair(u"not an id"_s, u"Name"_s), std::pair(u"p"_s, u"\0x"_s)}) {
            entry.people = {{Id(id), name}};
            QVERIFY(!file->commitAll({entry}).ok());
        }
        QCOMPARE(file->entryCount(), 1);
    }

    void namesThatSpoilALine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown"); // null: the name may be kept
        QTest::newRow("line break") << u"Ann\nBo"_s << u"AnnBo"_s;
        QTest::newRow("tab") << u"Ann\tBo"_s << u"AnnBo"_s;
        QTest::newRow("line separator") << u"Ann\u2028Bo"_s << u"AnnBo"_s;
        QTest::newRow("terminal") << u"Ann\u001b[2JBo"_s << u"Ann[2JBo"_s;
        QTest::newRow("C1") << u"Ann\u009bBo"_s << u"AnnBo"_s;
        QTest::newRow("turned round") << u"Ann\u202eoB"_s << u"AnnoB"_s;
        QTest::newRow("isolated") << u"Ann\u2066Bo"_s << u"AnnBo"_s;
        QTest::newRow("201 long") << QString(201, u'x') << QString(40, u'x');
        QTest::newRow("200 long") << QString(200, u'x') << QString();
        QTest::newRow("plain") << u"Zoë O’Neill-Łukasz, 王"_s << QString();
    }
    void namesThatSpoilALine()
    {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        const QString said = shown.isNull()
                                 ? QString()
                                 : u"The name “%1” cannot be kept: a person's name is one line of at "
                                   "most 200 characters, without control characters."_s.arg(shown);
        auto file = made();
        const Step step = renamed(file->tree().base, u"Handy"_s);
        const auto byThem = file->commit(Kind::Edit, {}, step, testAuthor(name));
        QCOMPARE(byThem ? QString() : byThem.error().text, said);
        const Outcome corrected = file->renamePerson(Id(u"p-lund"_s), name);
        QCOMPARE(corrected ? QString() : corrected.error().text, said);
        NewEntry entry{Kind::Edit, {}, renamed(file->tree().base, u"Other"_s), testAuthor(u"Bo"_s), 0, {}};
        entry.people = {{Id(u"p-new"_s), name}};
        const auto with = file->commitAll({entry});
        QCOMPARE(with ? QString() : with.error().text, said);
        QCOMPARE(file->entryCount(), shown.isNull() ? 3 : 1);
        file.reset();

        // A file that holds such a name from before is opened, is intact, and goes on in that name.
        behindItsBack([&](QSqlDatabase& raw) {
            QSqlQuery query(raw);
            QVERIFY(query.prepare(u"UPDATE people SET name = ? WHERE name = 'Ann'"_s));
            query.addBindValue(name);
            QVERIFY(query.exec() && query.numRowsAffected() == 1);
        });
        auto again = PlanFile::open(m_path, PlanFile::Mode::ReadWrite);
        QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().text));
        const auto more =
            (*again)->commit(Kind::Edit, {}, renamed((*again)->tree().base, u"Third"_s), testAuthor(name));
        QVERIFY2(more.ok(), qPrintable(more ? QString() : more.error().text));
        again->reset();
        verifyIntact();
    }

    void aNameIsErased()
    {
        auto file = made();
        const QByteArray head = file->headHash();
        const Id person(u"p-lund"_s);
        const auto inFile = [this](const char* words) {
            QFile raw(m_path);
            return raw.open(QIODevice::ReadOnly) && raw.readAll().contains(words);
        };
        QVERIFY(inFile("Peter Lund"));
        QVERIFY(file->renamePerson(person, u"Peter J. Lund"_s).ok());
        QCOMPARE(personName(file->tree().base, person), u"Peter J. Lund"_s);
        QVERIFY(inFile("Peter J. Lund"));
        QVERIFY(file->renamePerson(person, {}).ok());
        QCOMPARE(file->tree().people.value(person), QString());
        QVERIFY(file->tree().people.contains(person));
        QCOMPARE(file->tree().base.people, file->tree().people);
        QCOMPARE(personName(file->tree().base, person), u"Name erased"_s);
        QCOMPARE(nameOf(file->tree().base, BodyMember::type.id, Id(u"lund"_s)), u"Name erased"_s);
        QVERIFY(!inFile("Lund"));
        QCOMPARE(file->headHash(), head);
        QCOMPARE(file->entryCount(), 1);
        verifyIntact(head);
        QVERIFY(commit(*file, Kind::Edit, renamed(file->tree().base, u"Handy"_s)).ok()); // and goes on
        file.reset();
        const auto again = PlanFile::open(m_path, PlanFile::Mode::ReadOnly);
        QVERIFY(again.ok());
        QCOMPARE(personName((*again)->tree().base, person), u"Name erased"_s);
        QVERIFY((*again)->renamePerson(person, u"Peter"_s).error().text.contains(u"read-only"_s));
    }

    void whatIsNoName()
    {
        auto file = made();
        QCOMPARE(file->renamePerson(Id(u"nobody"_s), u"X"_s).error().text,
                 u"That person is not in the plan."_s);
        QVERIFY(!file->renamePerson(Id(u"p-lund"_s), QString(QChar(0xD800))).ok());
        QCOMPARE(file->tree().people.value(Id(u"p-lund"_s)), u"Peter Lund"_s);
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            QVERIFY(QSqlQuery(raw).exec(u"UPDATE people SET name = 'X'"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        const Outcome late = file->renamePerson(Id(u"p-lund"_s), u"Peter"_s);
        QVERIFY(!late.ok());
        QVERIFY(late.error().text.contains(u"changed by another program"_s));
    }

    void textsOfAVersionAreKept()
    {
        auto file = made();
        const QByteArray paper("%PDF-1.7 \0\xFF", 11);
        for (const char* field : {"planHash", "evaluationHash", "paperHash"}) {
            const QString id = QString::fromLatin1(field);
            Step step = versionOf(*file, id);
            step.changes.append(Change::set(FrozenVersion::type.id, Id(id), QLatin1StringView(field), {},
                                            Value(), text(sha256Hex(paper + field))));
            NewEntry entry{Kind::OnRecord, {}, step, testAuthor(u"Ann"_s), 0, {}};
            const Result<qint64> without = file->commitAll({entry});
            QVERIFY(!without.ok());
            QCOMPARE(without.error().text,
                     u"The text of the frozen version 0 of 2026-27 must be given with it."_s);
            entry.blobs.insert(sha256Hex(paper + field), paper + field);
            QVERIFY(file->commitAll({entry}).ok());
        }
        QCOMPARE(file->tree().blobs.size(), 3);
        file.reset();
        verifyIntact();
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"lost"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            QSqlQuery gone(raw);
            QVERIFY(gone.exec(u"DELETE FROM blobs WHERE hash = '%1'"_s.arg(sha256Hex(paper + "paperHash"))));
        }
        QSqlDatabase::removeDatabase(u"lost"_s);
        const auto open = PlanFile::open(m_path, PlanFile::Mode::ReadOnly);
        QVERIFY(!open.ok());
        QVERIFY2(open.error().text.contains(u"frozen version"_s), qPrintable(open.error().text));
        QVERIFY(!verifyPlanFile(m_path)->intact);
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "test_record.moc"
