// The journal in words and its filters: by person, by day, by scheme, also of what was removed later.
#include "core/words/journalwords.h"
#include "core/words/oneline.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// A journal that is written as the program would, entry by entry, with its tree.
class Written
{
public:
    Written()
    {
        m_tree.people = {
            {Id(u"priya"_s), u"Priya Shah"_s}, {Id(u"tom"_s), u"Tom Reid"_s}, {Id(u"gone"_s), {}}};
        m_tree.people.insert(committeePlan().people);
        Step import = difference(Plan(), committeePlan());
        import.what = u"Made from the sample"_s;
        add(JournalEntry::Kind::Import, import, u"priya"_s, QDateTime({2026, 2, 1}, {9, 0}, Qt::UTC));
    }

    qint64 add(JournalEntry::Kind kind, Step step, const QString& who, const QDateTime& when,
               const Id& branch = {}, qint64 undoes = 0)
    {
        step.who = Id(who);
        step.when = when;
        JournalEntry entry;
        entry.number = m_journal.size() + 1;
        entry.kind = kind;
        entry.branch = branch;
        entry.undoes = undoes;
        entry.step = step;
        entry.hash = QByteArray(32, static_cast<char>(entry.number));
        if (branch.isNull()) {
            const Applied applied = apply(m_tree.base, step);
            if (!applied.ok())
                qFatal("%s", qPrintable(describe(applied.conflicts.first(), step, m_tree.base)));
            m_tree.base = applied.plan;
        } else if (undoes == 0) {
            m_tree.steps[branch].append(step);
        }
        m_journal.append(entry);
        return entry.number;
    }

    qint64 edit(const Step& step, const QString& who = u"tom"_s,
                const QDateTime& when = QDateTime({2026, 3, 4}, {11, 15}, Qt::UTC), const Id& branch = {})
    {
        return add(JournalEntry::Kind::Edit, step, who, when, branch);
    }

    qint64 undo(qint64 entry)
    {
        const JournalEntry& before = m_journal.at(entry - 1);
        Step step = before.branch.isNull() ? inverse(before.step) : Step();
        step.what = u"Undid: "_s + before.step.what;
        return add(JournalEntry::Kind::Undo, step, u"tom"_s, QDateTime({2026, 3, 5}, {8, 0}, Qt::UTC),
                   before.branch, entry);
    }

    StepBuilder builder() const { return StepBuilder(m_tree.base); }
    const PlanTree& tree() const { return m_tree; }
    QMap<Id, QString>& people() { return m_tree.people; }
    const QList<JournalEntry>& journal() const { return m_journal; }

    QList<JournalWords> words(const JournalFilter& filter = {}) const
    {
        return journalInWords(m_journal, m_tree, filter, QTimeZone::utc());
    }
    QList<qint64> numbers(const JournalFilter& filter) const
    {
        QList<qint64> numbers;
        for (const JournalWords& entry : words(filter))
            numbers.append(entry.number);
        return numbers;
    }
    QList<qint64> about(const QString& scheme) const
    {
        JournalFilter filter;
        filter.scheme = Id(scheme);
        return numbers(filter);
    }

private:
    PlanTree m_tree;
    QList<JournalEntry> m_journal;
};

const Key year{Id(u"2026-27"_s), {}};

Step setAmount(const Written& file, const QString& line, qint64 amount)
{
    return file.builder()
        .set(u"line", Id(line), u"amount", year, Value(Money::fromPounds(amount)))
        .step(u"Set "_s + line);
}

} // namespace

class TestJournalWords : public QObject
{
    Q_OBJECT

private slots:
    void tellsAnEntry();
    void kinds();
    void importIsCounted();
    void theRecord();
    void byPersonAndDay();
    void dayIsThatOfTheZone();
    void byScheme();
    void aLineThatMoved();
    void whatWasRemovedLater();
    void scenarios();
    void namesErased();
    void choices();
    void inOneLine_data();
    void inOneLine();
    void nothingPassesForSeveralLines();
};

void TestJournalWords::tellsAnEntry()
{
    Written file;
    Step step = setAmount(file, u"handy"_s, 160'000);
    step.why = u"More calls than last year."_s;
    file.edit(step);
    const JournalWords told = file.words().last();
    QCOMPARE(told.number, 2);
    QCOMPARE(told.when, u"4 March 2026, 11:15"_s);
    QCOMPARE(told.who, u"Tom Reid"_s);
    QCOMPARE(told.what, u"Set handy"_s);
    QCOMPARE(told.why, u"More calls than last year."_s);
    QCOMPARE(told.kind, u"Edit"_s);
    QCOMPARE(told.branch, u"Base"_s);
    QVERIFY(!told.undone);
    QCOMPARE(told.changes,
             (QStringList{u"Line “Handyperson service”: 2026-27 £ from 150,000.00 to 160,000.00"_s}));
    QCOMPARE(told.hash, QByteArray(32, 2));
}

void TestJournalWords::kinds()
{
    Written file;
    const qint64 edit = file.edit(setAmount(file, u"handy"_s, 160'000));
    const qint64 undo = file.undo(edit);
    QCOMPARE(file.words().at(1).undoneBy, u"Undone by entry 3"_s);
    QCOMPARE(file.words().at(2).kind, u"Undo of entry 2"_s);
    file.undo(undo);
    const QList<JournalWords> told = file.words();
    QVERIFY(!told.at(1).undone);
    QVERIFY(told.at(2).undone);
    QCOMPARE(told.at(3).kind, u"Redo of entry 2"_s);
    QVERIFY(!told.at(3).undone);
    QCOMPARE(told.at(0).kind, u"Import"_s);
}

void TestJournalWords::importIsCounted()
{
    const Written file;
    const QStringList changes = file.words().first().changes;
    QVERIFY(changes.contains(u"Lines: 9 added"_s));
    QVERIFY(changes.contains(u"Schemes: 9 added"_s));
    QVERIFY(changes.contains(u"Members: 10 added"_s));
    JournalFilter filter;
    filter.scheme = Id(u"s-handy"_s);
    QStringList about = file.words(filter).first().changes;
    QCOMPARE(about,
             (QStringList{u"Scheme “Handyperson service” added"_s, u"Line “Handyperson service” added"_s}));
}

void TestJournalWords::theRecord()
{
    Written file;
    const Result<Step> votes =
        recordVotes(file.tree().base, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"v"_s));
    file.add(JournalEntry::Kind::OnRecord, *votes, u"tom"_s, QDateTime({2026, 3, 12}, {15, 7}, Qt::UTC));
    const JournalWords told = file.words().last();
    QCOMPARE(told.kind, u"On the record"_s);
    QCOMPARE(told.when, u"12 March 2026, 15:07"_s);
    QCOMPARE(told.changes.size(), 8);
    QVERIFY2(
        told.changes.contains(
            u"Vote “Cllr Beth Lowry” recorded: vote Against; dissent the discharge hub loses 13.3 % before winter"_s),
        qPrintable(told.changes.join(u'\n')));
}

void TestJournalWords::byPersonAndDay()
{
    Written file;
    file.edit(setAmount(file, u"handy"_s, 1), u"tom"_s, QDateTime({2026, 3, 4}, {11, 15}, Qt::UTC));
    file.edit(setAmount(file, u"handy"_s, 2), u"priya"_s, QDateTime({2026, 3, 5}, {11, 15}, Qt::UTC));
    file.edit(setAmount(file, u"handy"_s, 3), u"tom"_s, QDateTime({2026, 3, 6}, {11, 15}, Qt::UTC));
    JournalFilter filter;
    filter.person = Id(u"tom"_s);
    QCOMPARE(file.numbers(filter), (QList<qint64>{2, 4}));
    filter.from = QDate(2026, 3, 5);
    QCOMPARE(file.numbers(filter), (QList<qint64>{4}));
    filter = {};
    filter.from = QDate(2026, 3, 4);
    filter.to = QDate(2026, 3, 5);
    QCOMPARE(file.numbers(filter), (QList<qint64>{2, 3}));
    filter.scheme = Id(u"s-beds"_s);
    QVERIFY(file.numbers(filter).isEmpty());
}

// Half past midnight in summer time is still the day before in UTC.
void TestJournalWords::dayIsThatOfTheZone()
{
    Written file;
    file.edit(setAmount(file, u"handy"_s, 1), u"tom"_s, QDateTime({2026, 6, 1}, {23, 30}, Qt::UTC));
    JournalFilter filter;
    filter.from = QDate(2026, 6, 2);
    QVERIFY(file.numbers(filter).isEmpty());
    const QTimeZone britain("Europe/London");
    const QList<JournalWords> told = journalInWords(file.journal(), file.tree(), filter, britain);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().when, u"2 June 2026, 00:30"_s);
}

void TestJournalWords::byScheme()
{
    Written file;
    const qint64 line = file.edit(setAmount(file, u"handy"_s, 160'000));
    const qint64 scheme = file.edit(
        file.builder().set(u"scheme", Id(u"s-handy"_s), u"name", Value(u"Handyperson"_s)).step(u"Named"_s));
    const qint64 other = file.edit(setAmount(file, u"beds"_s, 5));
    const qint64 link =
        file.edit(file.builder()
                      .add(u"interestLink", Id(u"new-link"_s))
                      .set(u"interestLink", Id(u"new-link"_s), u"interest", Value(Id(u"practice"_s)))
                      .set(u"interestLink", Id(u"new-link"_s), u"scheme", Value(Id(u"s-handy"_s)))
                      .step(u"Linked"_s));
    const qint64 undo = file.undo(line);
    QCOMPARE(file.about(u"s-handy"_s), (QList<qint64>{1, line, scheme, link, undo}));
    QCOMPARE(file.about(u"s-beds"_s), (QList<qint64>{1, other}));
    QVERIFY(file.about(u"no-such-scheme"_s).isEmpty());
}

// An edit belongs to the scheme in which the line stood then; the move itself to both.
void TestJournalWords::aLineThatMoved()
{
    Written file;
    const qint64 before = file.edit(setAmount(file, u"handy"_s, 160'000));
    const qint64 move = file.edit(
        file.builder().set(u"line", Id(u"handy"_s), u"scheme", Value(Id(u"s-beds"_s))).step(u"Moved"_s));
    const qint64 later = file.edit(setAmount(file, u"handy"_s, 170'000));
    QCOMPARE(file.about(u"s-handy"_s), (QList<qint64>{1, before, move}));
    QCOMPARE(file.about(u"s-beds"_s), (QList<qint64>{1, move, later}));
}

void TestJournalWords::whatWasRemovedLater()
{
    Written file;
    const qint64 line = file.edit(setAmount(file, u"handy"_s, 160'000));
    const qint64 removal = file.edit(file.builder().remove(u"scheme", Id(u"s-handy"_s)).step(u"Removed"_s));
    QVERIFY(!file.tree().base.schemes.contains(Id(u"s-handy"_s)));
    QCOMPARE(file.about(u"s-handy"_s), (QList<qint64>{1, line, removal}));
    QCOMPARE(file.words().at(1).changes,
             (QStringList{u"Line “Handyperson service”: 2026-27 £ from 150,000.00 to 160,000.00"_s}));
    QVERIFY(file.words().at(2).changes.contains(u"Scheme “Handyperson service” removed"_s));
    // Brought back, its line is about it again.
    file.undo(removal);
    const qint64 again = file.edit(setAmount(file, u"handy"_s, 1));
    QVERIFY(file.about(u"s-handy"_s).endsWith(again));
}

void TestJournalWords::scenarios()
{
    Written file;
    file.edit(file.builder()
                  .add(u"scenario", Id(u"b"_s))
                  .set(u"scenario", Id(u"b"_s), u"name", Value(u"B: Fair shift"_s))
                  .step(u"Made option B"_s));
    const Id branch(u"b"_s);
    const QDateTime when({2026, 3, 4}, {12, 0}, Qt::UTC);
    const qint64 moved = file.edit(
        file.builder().set(u"line", Id(u"handy"_s), u"scheme", Value(Id(u"s-beds"_s))).step(u"Moved"_s),
        u"tom"_s, when, branch);
    const qint64 there = file.edit(setAmount(file, u"handy"_s, 7), u"tom"_s, when, branch);
    const qint64 here = file.edit(setAmount(file, u"handy"_s, 8));
    const qint64 undone = file.undo(there);
    QCOMPARE(file.about(u"s-beds"_s), (QList<qint64>{1, moved, there, undone}));
    QCOMPARE(file.about(u"s-handy"_s), (QList<qint64>{1, moved, here}));
    QCOMPARE(file.words().at(moved - 1).branch, u"B: Fair shift"_s);
    QCOMPARE(file.words().at(there - 1).undoneBy, u"Undone by entry %1"_s.arg(undone));
}

void TestJournalWords::namesErased()
{
    Written file;
    file.edit(setAmount(file, u"handy"_s, 1), u"gone"_s);
    file.edit(setAmount(file, u"handy"_s, 2), u"never-named"_s);
    QCOMPARE(file.words().at(1).who, u"Name erased"_s);
    QCOMPARE(file.words().at(2).who, u"never-named"_s);
}

void TestJournalWords::choices()
{
    Written file;
    file.edit(file.builder().remove(u"scheme", Id(u"s-handy"_s)).step(u"Removed"_s));
    QStringList people;
    for (const JournalChoice& choice : peopleOf(file.journal(), file.tree()))
        people.append(choice.name);
    QCOMPARE(people, (QStringList{u"Priya Shah"_s, u"Tom Reid"_s}));
    QStringList schemes;
    for (const JournalChoice& choice : schemesOf(file.journal(), file.tree()))
        schemes.append(choice.name);
    QCOMPARE(schemes.size(), 9);
    QVERIFY(schemes.contains(u"Rehabilitation beds"_s));
    QVERIFY(schemes.contains(u"Handyperson service (not in the base)"_s));
}

void TestJournalWords::inOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const QString& text, const QString& line) {
        QTest::newRow(name) << text << line;
    };
    row("as it is", u"£1,234.50 – for “Nia”, 𝔸"_s, u"£1,234.50 – for “Nia”, 𝔸"_s);
    row("nothing", {}, {});
    row("line breaks", u"one\r\ntwo\nthree\u2028four\u2029five\vsix\u0085seven"_s,
        u"one two three four five six seven"_s);
    row("spaces that would fill a line", u"one"_s + QString(200, u' ') + u"two\t "_s, u"one two"_s);
    row("terminal", u"a\u001b[2Jb\u009b1mc\bd"_s, u"a[2Jb1mcd"_s);
    row("reading order", u"a\u202eb\u2066c\u2069d\u200ee\u061cf"_s, u"abcdef"_s);
    row("unseen", u"a\u200bb\u00adc\ufeffd\U000e0041e"_s, u"abcde"_s);
    row("joiners stay", u"نمی\u200cخواهم"_s, u"نمی\u200cخواهم"_s);
}

void TestJournalWords::inOneLine()
{
    QFETCH(QString, text);
    QTEST(placewright::inOneLine(text), "line");
}

void TestJournalWords::nothingPassesForSeveralLines()
{
    const QString forged = u"Set\n   9  Priya Shah: Signed version 1\u202e"_s;
    Written file;
    file.people().insert(Id(u"tom"_s), u"Tom\r\nReid"_s);
    file.edit(file.builder()
                  .add(u"scenario", Id(u"n"_s))
                  .set(u"scenario", Id(u"n"_s), u"name", Value(u"N\u2028M"_s))
                  .step({}));
    Step step = file.builder().set(u"line", Id(u"handy"_s), u"note", Value(forged)).step(forged);
    step.why = forged;
    file.edit(step, u"tom"_s, QDateTime({2026, 3, 4}, {11, 15}, Qt::UTC), Id(u"n"_s));
    const JournalWords told = file.words().last();
    const QString line = u"Set 9 Priya Shah: Signed version 1"_s;
    QCOMPARE(told.what, line);
    QCOMPARE(told.why, line);
    QCOMPARE(told.who, u"Tom Reid"_s);
    QCOMPARE(told.branch, u"N M"_s);
    QCOMPARE(told.changes.size(), 1);
    QVERIFY2(told.changes.first().endsWith(u"to "_s + line), qPrintable(told.changes.first()));
    const QList<JournalChoice> people = peopleOf(file.journal(), file.tree());
    QVERIFY(std::any_of(people.begin(), people.end(),
                        [](const JournalChoice& choice) { return choice.name == u"Tom Reid"; }));
}

QTEST_GUILESS_MAIN(TestJournalWords)
#include "test_journalwords.moc"
