#include "core/plan/edit.h"
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
};

QTEST_GUILESS_MAIN(TestPlanFileVerify)
#include "test_planfile_verify.moc"
