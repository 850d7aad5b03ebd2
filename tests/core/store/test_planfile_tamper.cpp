// Every byte of every journal entry and of every hash, altered behind the program's back, is found, and the first broken entry is
// named. A journal cut short as a whole is sound in itself, and shows only against a head hash kept elsewhere.
#include "core/plan/edit.h"
#include "core/store/planfile.h"
#include "core/store/replay.h"
#include "tests/support/seeded.h"
#include "tests/support/smallplan.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

using Kind = JournalEntry::Kind;

namespace {

struct Row
{
    QByteArray body;
    QByteArray hash;
};

// A plan as small as one with a record can be, so that the test is fast.
PlanTree smallestTree()
{
    StepBuilder plan{Plan()};
    plan.add("year", Id(u"2026-27"_s));
    plan.add("scenario", Id(u"a"_s)).set("scenario", Id(u"a"_s), "name", Value(u"A"_s));
    PlanTree tree;
    tree.base = plan.plan();
    return tree;
}

Step duty(const Plan& plan, const QString& name)
{
    StepBuilder builder(plan);
    if (!plan.duties.contains(Id(u"d"_s)))
        builder.add("duty", Id(u"d"_s));
    return builder.set("duty", Id(u"d"_s), "name", Value(name)).step(u"Named the duty"_s);
}

Step version(const Plan& plan, qint64 number, const QByteArray& head)
{
    const Id id(u"v%1"_s.arg(number));
    return StepBuilder(plan)
        .add("frozenVersion", id)
        .set("frozenVersion", id, "year", Value(Id(u"2026-27"_s)))
        .set("frozenVersion", id, "number", Value::count(number))
        .set("frozenVersion", id, "head", Value(QString::fromLatin1(head.toHex())))
        .step(u"Froze a version"_s);
}

} // namespace

class TestPlanFileTamper : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_path;
    QList<Row> m_rows; // of entries 1, 2, ...
    QSqlDatabase m_raw;

    void put(const char* column, qint64 number, const QByteArray& bytes)
    {
        QSqlQuery query(m_raw);
        if (!query.prepare(u"UPDATE journal SET %1 = ? WHERE number = ?"_s.arg(QString::fromLatin1(column))))
            qFatal("cannot prepare");
        query.addBindValue(bytes);
        query.addBindValue(number);
        if (!query.exec() || query.numRowsAffected() != 1)
            qFatal("cannot alter");
    }

    // Nothing when the alteration is found in that very entry.
    QString missed(const char* column, qint64 number, const QByteArray& sound, const QByteArray& altered)
    {
        put(column, number, altered);
        const Result<Verification> found = verifyPlanFile(m_path);
        put(column, number, sound);
        const QString what = u"%1 of entry %2: %3"_s.arg(QString::fromLatin1(column), QString::number(number),
                                                         QString::fromLatin1(altered.toPercentEncoding()));
        if (!found)
            return what + u": "_s + found.error().text;
        if (found->intact || found->firstBroken != number)
            return what + u": first broken "_s + QString::number(found->firstBroken);
        return found->text.contains(u"broken at entry %1:"_s.arg(number)) ? QString() : found->text;
    }

private slots:
    void initTestCase()
    {
        m_path = m_dir.filePath(u"small.plan"_s);
        {
            auto made = PlanFile::create(m_path, smallestTree(), testAuthor(u"Ann"_s), u"Made"_s);
            QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
            PlanFile& file = **made;
            const auto commit = [&](Kind kind, const char* branch, const Step& step, qint64 undoes = 0) {
                const auto number =
                    file.commit(kind, Id(QString::fromLatin1(branch)), step, testAuthor(u"Bo"_s), undoes);
                QVERIFY2(number.ok(), qPrintable(number ? QString() : number.error().text));
            };
            commit(Kind::OnRecord, "", version(file.tree().base, 1, file.headHash()));
            const Step edit = duty(file.tree().base, u"Report"_s);
            commit(Kind::Edit, "", edit);
            Step back = inverse(edit);
            back.what = u"Undo"_s;
            commit(Kind::Undo, "", back, 3);
            const Step scenario = StepBuilder(file.tree().base)
                                      .add("partner", Id(u"p"_s))
                                      .set("partner", Id(u"p"_s), "name", Value(u"½"_s))
                                      .step(u"Added a partner"_s);
            commit(Kind::Edit, "a", scenario);
            commit(Kind::OnRecord, "", version(file.tree().base, 2, file.headHash()));
        }
        m_raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        m_raw.setDatabaseName(m_path);
        QVERIFY(m_raw.open());
        QVERIFY(QSqlQuery(m_raw).exec(u"PRAGMA synchronous = OFF"_s)); // it is only a test's file
        QVERIFY(QSqlQuery(m_raw).exec(u"PRAGMA journal_mode = MEMORY"_s));
        QSqlQuery rows(u"SELECT body, hash FROM journal ORDER BY number"_s, m_raw);
        while (rows.next())
            m_rows.append({rows.value(0).toByteArray(), rows.value(1).toByteArray()});
        QCOMPARE(m_rows.size(), 6);
        QVERIFY(m_rows.at(1).body.contains("\"kind\":\"record\""));
        rows.finish();
        QVERIFY(verifyPlanFile(m_path, m_rows.last().hash)->intact);
    }

    void cleanupTestCase()
    {
        m_raw = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"raw"_s);
    }

    void everyByteOfEveryBody_data()
    {
        QTest::addColumn<qint64>("number");
        for (qint64 number = 1; number <= m_rows.size(); ++number)
            QTest::addRow("entry %d", int(number)) << number;
    }
    void everyByteOfEveryBody()
    {
        QFETCH(qint64, number);
        const QByteArray body = m_rows.at(number - 1).body;
        Seeded seeded(static_cast<quint64>(number)); // printed with the entry
        for (qsizetype at = 0; at < body.size(); ++at) {
            QByteArray altered = body;
            switch (at % 5) {
            case 0:
                altered.remove(at, 1);
                break;
            case 1:
                altered.insert(at, ' ');
                break;
            case 2:
                altered.truncate(at);
                break;
            case 3: // another byte
                altered[at] = static_cast<char>(body.at(at) + seeded.between(1, 255));
                break;
            default: // one bit
                altered[at] = static_cast<char>(body.at(at) ^ (1 << seeded.between(0, 7)));
            }
            QCOMPARE(missed("body", number, body, altered), QString());
        }
        QVERIFY(verifyPlanFile(m_path, m_rows.last().hash)->intact);
    }

    void everyByteOfEveryHash()
    {
        for (qint64 number = 1; number <= m_rows.size(); ++number) {
            const QByteArray hash = m_rows.at(number - 1).hash;
            QCOMPARE(hash.size(), 32);
            for (qsizetype at = 0; at < hash.size(); ++at) {
                QByteArray flipped = hash;
                flipped[at] = static_cast<char>(hash.at(at) ^ (1 << (at % 8)));
                QCOMPARE(missed("hash", number, hash, flipped), QString());
            }
            for (const QByteArray& other :
                 {QByteArray(""), hash.left(31), QByteArray(hash + '\0'), hash.toHex()})
                QCOMPARE(missed("hash", number, hash, other), QString());
        }
    }

    // Who alters a body and chains everything after it again is found by the next version that was frozen, which keeps the
    // head of its day, else by the tables where they hold what it says. Words after the last version show only against the head.
    void chainedAgain_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("intact");
        QTest::addColumn<qint64>("broken");
        const auto row = [](qint64 number, const char* from, const char* to, bool intact, qint64 broken) {
            QTest::addRow("entry %d, %s", int(number), to)
                << number << QByteArray(from) << QByteArray(to) << intact << broken;
        };
        row(1, R"("A")", R"("B")", false, 2);
        row(2, R"("to":1)", R"("to":8)", false, 6);
        row(2, R"("record")", R"("edit")", false, 2);
        row(3, R"("Report")", R"("Other")", false, 4);
        row(5, R"("partner","id":"p")", R"("partner","id":"q")", false, 6);
        row(6, R"("to":2)", R"("to":1)", false, 0);
        for (qint64 number = 1; number <= 6; ++number)
            row(number, R"("what":")", R"("what":"Not: )", number == 6,
                number == 1   ? 2
                : number == 6 ? 0
                              : 6);
    }
    void chainedAgain()
    {
        QFETCH(qint64, number);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, intact);
        QFETCH(qint64, broken);
        QByteArray hash = number == 1 ? hashBeforeFirst() : m_rows.at(number - 2).hash;
        for (qint64 next = number; next <= m_rows.size(); ++next) {
            QByteArray body = m_rows.at(next - 1).body;
            if (next == number)
                body.replace(from, to);
            QCOMPARE(body != m_rows.at(next - 1).body, next == number);
            hash = chainHash(hash, body);
            put("body", next, body);
            put("hash", next, hash);
        }
        const Result<Verification> found = verifyPlanFile(m_path);
        const Result<Verification> against = verifyPlanFile(m_path, m_rows.last().hash);
        for (qint64 next = number; next <= m_rows.size(); ++next) {
            put("body", next, m_rows.at(next - 1).body);
            put("hash", next, m_rows.at(next - 1).hash);
        }
        QVERIFY(found.ok() && against.ok());
        QVERIFY2(found->intact == intact, qPrintable(found->text));
        QCOMPARE(found->firstBroken, broken);
        QVERIFY(!against->intact);
    }

    // The last entries cut off, and everything else made to fit by replaying the rest.
    void cutShort()
    {
        const auto opened = PlanFile::open(m_path, PlanFile::Mode::ReadOnly);
        QVERIFY(opened.ok());
        const PlanFile& file = **opened;
        const QList<JournalEntry> journal = *file.journal();
        for (qsizetype kept = 1; kept <= journal.size(); ++kept) {
            Replay replay;
            for (const JournalEntry& entry : journal.first(kept))
                QVERIFY(replay.take(entry).ok());
            const PlanTree tree{
                replay.base(), stepsOf(replay.base(), replay.steps()), file.tree().people, {}};
            const QString path = m_dir.filePath(u"cut-%1.plan"_s.arg(kept));
            const auto cut = PlanFile::createFromJournal(path, tree, journal.first(kept));
            QVERIFY2(cut.ok(), qPrintable(cut ? QString() : cut.error().text));
            const Result<Verification> itself = verifyPlanFile(path);
            QVERIFY2(itself->intact, qPrintable(itself->text));
            QCOMPARE(itself->entries, kept);
            QVERIFY(verifyPlanFile(path, m_rows.at(kept - 1).hash)->intact);
            const Result<Verification> against = verifyPlanFile(path, m_rows.last().hash);
            QCOMPARE(against->intact, kept == journal.size());
            QCOMPARE(against->firstBroken, 0);
            if (kept < journal.size())
                QVERIFY2(against->text.contains(u"does not hold the hash given"_s),
                         qPrintable(against->text));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanFileTamper)
#include "test_planfile_tamper.moc"
