#include "core/plan/edit.h"
#include "core/store/journal.h"
#include "core/store/planfile.h"
#include "tests/support/smallplan.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// What somebody could do to a plan file with an SQLite program, and that `verify` sees it.
class TestPlanFileVerify : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QByteArray m_sound; // a plan of five entries: import, a's Step, an edit, its undo, another edit
    QByteArray m_head;
    QList<QByteArray> m_hashes; // of the entries
    QSqlDatabase m_raw;
    QString m_path;

    // Copies the sound plan and runs `tamper` on it behind the program's back.
    template <class Tamper>
    Result<Verification> verifyAfter(Tamper tamper, const QByteArray& expectedHead = {})
    {
        m_path = m_dir.filePath(u"v%1.plan"_s.arg(++m_files));
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_sound) != m_sound.size())
            qFatal("cannot write");
        file.close();
        m_raw.setDatabaseName(m_path);
        if (!m_raw.open())
            qFatal("cannot open");
        tamper();
        m_raw.close();
        return verifyPlanFile(m_path, expectedHead);
    }

    static Step versionStep(const Plan& plan, qint64 number, const QByteArray& head)
    {
        const Id id(u"v%1"_s.arg(number));
        return StepBuilder(plan)
            .add(FrozenVersion::type.id, id)
            .set(FrozenVersion::type.id, id, u"year", Value(Id(u"2026-27"_s)))
            .set(FrozenVersion::type.id, id, u"number", Value::count(number))
            .set(FrozenVersion::type.id, id, u"head", Value(QString::fromLatin1(head.toHex())))
            .step(u"Froze a version"_s);
    }

    // The journal in place of the file's own, chained as the program would.
    void chainAgain(const QList<JournalEntry>& journal)
    {
        QByteArray hash = hashBeforeFirst();
        for (const JournalEntry& entry : journal) {
            const QByteArray body = canonicalBytes(journalBody(entry));
            hash = chainHash(hash, body);
            QSqlQuery put(m_raw);
            QVERIFY(put.prepare(u"INSERT OR REPLACE INTO journal(number, body, hash) VALUES(?, ?, ?)"_s));
            put.addBindValue(entry.number);
            put.addBindValue(body);
            put.addBindValue(hash);
            QVERIFY(put.exec());
        }
    }

    Result<Verification> verifyAfterSql(const QString& sql)
    {
        return verifyAfter([&] {
            QSqlQuery query(m_raw);
            if (!query.exec(sql) || query.numRowsAffected() == 0)
                qFatal("nothing done by %s", qPrintable(sql));
        });
    }

private slots:
    void initTestCase()
    {
        m_raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        const QString path = m_dir.filePath(u"sound.plan"_s);
        {
            const auto made = PlanFile::create(path, smallTree(), testAuthor(u"Ann"_s), u"Made"_s);
            QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
            PlanFile& file = **made;
            const Step step = amountStep(file.tree().base, line1(), 1);
            QVERIFY(file.commit(JournalEntry::Kind::Edit, {}, step, testAuthor(u"Ann"_s)).ok());
            QVERIFY(file.commit(JournalEntry::Kind::Undo, {}, inverse(step), testAuthor(u"Ann"_s), 3).ok());
            QVERIFY(file.commit(JournalEntry::Kind::Edit, {}, amountStep(file.tree().base, Id(u"l2"_s), 2),
                                testAuthor(u"Ann"_s))
                        .ok());
            m_head = file.headHash();
            const Result<QList<JournalEntry>> journal = file.journal();
            QVERIFY(journal.ok());
            for (const JournalEntry& entry : *journal)
                m_hashes.append(entry.hash);
            QCOMPARE(m_hashes.size(), 5);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sound = file.readAll();
    }

    void cleanupTestCase()
    {
        m_raw = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"raw"_s);
    }

    void soundPlanIsIntact()
    {
        const Result<Verification> verification = verifyAfter([] {}, m_head);
        QVERIFY(verification.ok());
        QVERIFY2(verification->intact, qPrintable(verification->text));
        QCOMPARE(verification->entries, 5);
        QCOMPARE(verification->headHash, m_head);
    }

    void everyByteOfEveryBody()
    {
        for (int number = 1; number <= 5; ++number) {
            QByteArray body;
            const auto untouched = verifyAfter([&] {
                QSqlQuery query(u"SELECT body FROM journal WHERE number = %1"_s.arg(number), m_raw);
                if (query.next())
                    body = query.value(0).toByteArray();
            });
            QVERIFY(untouched->intact);
            QVERIFY(body.size() > 50);
            // Every byte of short bodies; a long one in steps that share no factor with its structure.
            for (qsizetype at = 0; at<body.size(); at += body.size()> 400 ? 37 : 5) {
                const auto verification = verifyAfter([&] {
                    QByteArray flipped = body;
                    flipped[at] = static_cast<char>(flipped.at(at) ^ 1);
                    QSqlQuery query(m_raw);
                    query.prepare(u"UPDATE journal SET body = ? WHERE number = ?"_s);
                    query.addBindValue(flipped);
                    query.addBindValue(number);
                    QVERIFY(query.exec());
                });
                QVERIFY(verification.ok());
                QVERIFY(!verification->intact);
                QCOMPARE(verification->firstBroken, number);
                QFile::remove(m_path);
            }
        }
    }

    void alteredHash()
    {
        for (int number = 1; number <= 5; ++number) {
            const auto verification =
                verifyAfterSql(u"UPDATE journal SET hash = zeroblob(32) WHERE number = %1"_s.arg(number));
            QVERIFY(!verification->intact);
            QCOMPARE(verification->firstBroken, number);
        }
    }

    void missingEntry()
    {
        const auto verification = verifyAfterSql(u"DELETE FROM journal WHERE number = 3"_s);
        QVERIFY(!verification->intact);
        QCOMPARE(verification->firstBroken, 3);
        QVERIFY(!verifyAfterSql(u"DELETE FROM journal"_s)->intact);
        // The last one gone: the chain is sound, but no longer leads to the tables.
        QVERIFY(!verifyAfterSql(u"DELETE FROM journal WHERE number = 5"_s)->intact);
    }

    void tablesChangedBehindTheJournal_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        QTest::newRow("amount") << u"UPDATE lines_by_year SET amount = 60000001 WHERE id = 'l1'"_s
                                << u"Beds"_s;
        QTest::newRow("name") << u"UPDATE lines SET name = 'Bed' WHERE id = 'l1'"_s << u"Line"_s;
        QTest::newRow("row gone") << u"DELETE FROM scenarios WHERE id = 'b'"_s << u"Option B"_s;
        QTest::newRow("row more") << u"INSERT INTO partners(id, position, name) VALUES('x', 1, 'Extra')"_s
                                  << u"Extra"_s;
        QTest::newRow("order") << u"UPDATE lines SET position = 1 - position"_s << u"Beds"_s;
        QTest::newRow("scenario step") << u"DELETE FROM scenario_steps"_s << u"scenario"_s;
        QTest::newRow("text") << u"UPDATE blobs SET bytes = x'00'"_s << u"altered"_s;
        QTest::newRow("text gone") << u"DELETE FROM blobs"_s << u"the rulebook of 2026-27"_s;
    }

    void tablesChangedBehindTheJournal()
    {
        QFETCH(QString, sql);
        QFETCH(QString, expected);
        const auto verification = verifyAfterSql(sql);
        QVERIFY2(verification.ok(), qPrintable(verification ? QString() : verification.error().text));
        QVERIFY(!verification->intact);
        QCOMPARE(verification->firstBroken, 0);
        QVERIFY2(verification->text.contains(expected), qPrintable(verification->text));
        QVERIFY(!verification->text.contains(u'\n'));
    }

    void nameOfAPersonMayBeErased()
    {
        const auto verification = verifyAfterSql(u"UPDATE people SET name = ''"_s);
        QVERIFY(verification->intact);
        QCOMPARE(verification->headHash, m_head);
        QVERIFY(PlanFile::open(m_path, PlanFile::Mode::ReadWrite).ok());
    }

    void expectedHead()
    {
        QVERIFY(!verifyAfter([] {}, QByteArray(32, 'x'))->intact);

        // Cut back with the tables to match: sound in itself, and seen only by the head kept elsewhere.
        const auto cutBack = [this] {
            QSqlQuery query(m_raw);
            QVERIFY(query.exec(u"DELETE FROM journal WHERE number = 5"_s));
            QVERIFY(query.exec(u"UPDATE lines_by_year SET amount = 18000050 WHERE id = 'l2'"_s));
        };
        QVERIFY(verifyAfter(cutBack)->intact);
        const auto verification = verifyAfter(cutBack, m_head);
        QVERIFY(!verification->intact);
        QCOMPARE(verification->firstBroken, 0);
    }

    // A version keeps the hash of the entry before it, so a journal that was written anew shows in itself.
    void versionUnderAnotherJournal()
    {
        const QByteArray sound = m_sound;
        const QString path = m_dir.filePath(u"versions.plan"_s);
        QList<JournalEntry> journal;
        {
            const auto made = PlanFile::create(path, smallTree(), testAuthor(u"Ann"_s), u"Made"_s);
            QVERIFY(made.ok());
            PlanFile& file = **made;
            const auto commit = [&](JournalEntry::Kind kind, const Step& step) {
                const auto number = file.commit(kind, {}, step, testAuthor(u"Ann"_s));
                QVERIFY2(number.ok(), qPrintable(number ? QString() : number.error().text));
            };
            commit(JournalEntry::Kind::Edit, amountStep(file.tree().base, line1(), 1));
            commit(JournalEntry::Kind::OnRecord, versionStep(file.tree().base, 1, file.headHash()));
            commit(JournalEntry::Kind::Edit, amountStep(file.tree().base, line1(), 2));
            commit(JournalEntry::Kind::OnRecord, versionStep(file.tree().base, 2, file.headHash()));
            journal = *file.journal();
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sound = file.readAll();
        QCOMPARE(journal.size(), 6); // the import and a's Step before them
        QCOMPARE(journal.at(3).kind, JournalEntry::Kind::OnRecord);
        QVERIFY(verifyAfter([&] { chainAgain(journal); }, journal.last().hash)->intact);

        // Words of an entry before the first, between the two, and after both of them.
        const auto altered = [&](qsizetype at) {
            QList<JournalEntry> other = journal;
            other[at].step.what = u"Something else"_s;
            return verifyAfter([&] { chainAgain(other); });
        };
        for (const qsizetype at : {0, 1, 2}) {
            const auto early = altered(at);
            QVERIFY(!early->intact);
            QCOMPARE(early->firstBroken, 4);
            QCOMPARE(
                early->text,
                u"The journal is broken at entry 4: version 1 of 2026-27 was frozen under another journal."_s);
        }
        for (const qsizetype at : {3, 4}) {
            const auto between = altered(at);
            QCOMPARE(between->firstBroken, 6);
            QVERIFY2(between->text.contains(u"version 2 of 2026-27 was frozen"_s), qPrintable(between->text));
        }
        QVERIFY(altered(5)->intact);

        // No hash at all, or the same in capitals, is none that the program writes.
        for (const QString& head : {QString(), QString::fromLatin1(journal.at(2).hash.toHex()).toUpper()}) {
            QList<JournalEntry> other = journal;
            for (Change& change : other[3].step.changes) {
                if (change.field == u"head")
                    change.to = Value(head);
                for (Cell& cell : change.record)
                    if (cell.field == u"head")
                        cell.value = Value(head);
            }
            QCOMPARE(verifyAfter([&] { chainAgain(other); })->firstBroken, 4);
        }
        m_sound = sound;

        // One that came with an import was frozen under the journal of the plan that it came from.
        const QString copy = m_dir.filePath(u"imported.plan"_s);
        PlanTree tree = smallTree();
        tree.base = apply(tree.base, versionStep(tree.base, 1, QByteArray(32, 'x'))).plan;
        QVERIFY(PlanFile::create(copy, tree, testAuthor(u"Ann"_s), u"Made"_s).ok());
        QVERIFY(verifyPlanFile(copy)->intact);
    }

    // A paper prints the head of its day: later entries do not make it wrong, a cut before it does.
    void expectedHeadOfAnEarlierDay()
    {
        const QByteArray third = m_hashes.at(2);
        const auto held = verifyAfter([] {}, third);
        QVERIFY2(held->intact, qPrintable(held->text));
        QVERIFY2(held->text.contains(u"line 3"_s), qPrintable(held->text));
        QCOMPARE(held->headHash, m_head);
        QVERIFY(verifyAfter([] {}, m_hashes.at(0))->text.contains(u"line 1"_s));
        QVERIFY(verifyAfter([] {}, m_head)->text.contains(u"line 5"_s));

        const QByteArray fifth = m_hashes.at(4);
        const auto cutBack = [this] {
            QSqlQuery query(m_raw);
            QVERIFY(query.exec(u"DELETE FROM journal WHERE number = 5"_s));
            QVERIFY(query.exec(u"UPDATE lines_by_year SET amount = 18000050 WHERE id = 'l2'"_s));
        };
        QVERIFY(verifyAfter(cutBack, third)->intact);
        QVERIFY(!verifyAfter(cutBack, fifth)->intact);
    }
};

QTEST_GUILESS_MAIN(TestPlanFileVerify)
#include "test_planfile_verify.moc"
