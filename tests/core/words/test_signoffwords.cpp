// Who has signed and what changed since, in words, against design/calderbourne.md and the mockup of the page Committee.
#include "core/words/signoffwords.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head(32, '\x9f');

Plan named(const Plan& plan)
{
    return with(plan, Scheme::type, u"s-handy"_s, {{u"name"_s, text(u"Handyperson and home safety"_s)}});
}

// With the minimum at 11,250,000, and frozen on 27 February.
Plan frozen()
{
    Plan plan = with(named(committeePlan()), Minimum::type, u"care"_s,
                     {{u"year"_s, ref(u"2026-27"_s)},
                      {u"kind"_s, text(u"ASC_SPEND"_s)},
                      {u"amount"_s, pounds(11'250'000)}});
    plan = with(plan, Signatory::type, u"sign-hwb"_s, {{u"expectedOn"_s, Value(QDate(2026, 3, 19))}});
    return with(plan, FrozenVersion::type, u"one"_s,
                {{u"year"_s, ref(u"2026-27"_s)},
                 {u"number"_s, Value::count(1)},
                 {u"on"_s, Value(QDate(2026, 2, 27))},
                 {u"head"_s, Value(QString::fromLatin1(head.toHex()))}});
}

Plan withSignature(const Plan& plan, const QString& signatory, const QDate& on)
{
    return with(plan, SignOff::type, u"by-"_s + signatory,
                {{u"signatory"_s, ref(signatory)}, {u"version"_s, ref(u"one"_s)}, {u"on"_s, Value(on)}});
}

// The council's chief executive on the 2nd, Fenwold's on the 3rd; the minimum raised on the 4th, the handyperson on the 12th.
Plan signedPlan()
{
    Plan plan = withSignature(frozen(), u"sign-council"_s, QDate(2026, 3, 2));
    return withSignature(plan, u"sign-fenwold"_s, QDate(2026, 3, 3));
}

Plan now()
{
    const Plan plan = with(signedPlan(), Minimum::type, u"care"_s, {{u"amount"_s, pounds(11'512'000)}});
    return with(plan, Line::type, u"handy"_s, {{u"amount 2026-27"_s, pounds(160'000)}});
}

SinceVersions since(const Plan& plan)
{
    return {{Id(u"one"_s), changedSince(frozen(), plan, Shelf())}};
}

JournalEntry entry(qint64 number, const QDate& day, const QByteArray& hash, const QList<Change>& changes = {})
{
    JournalEntry entry;
    entry.number = number;
    entry.step.when = QDateTime(day, QTime(12, 0), Qt::UTC);
    entry.step.changes = changes;
    entry.hash = hash;
    return entry;
}

Change minimumSet(const char* field = "amount")
{
    return Change::set(Minimum::type.id, Id(u"care"_s), QLatin1StringView(field), {}, {}, {});
}

QList<JournalEntry> journal()
{
    return {entry(1, {2026, 2, 1}, QByteArray(32, 1), {minimumSet()}), entry(2, {2026, 2, 26}, head),
            entry(3, {2026, 3, 3}, QByteArray(32, 3), {minimumSet("source")}),
            entry(4, {2026, 3, 4}, QByteArray(32, 4), {minimumSet()})};
}

QString headline(const Plan& plan, const QList<JournalEntry>& entries = journal())
{
    return signOffHeadline(signOffsOf(plan, Shelf(), Id(u"2026-27"_s)), since(plan), entries);
}

QList<SignOffWords> table(const Plan& plan)
{
    QList<SignOffWords> words;
    for (const SignOffState& state : signOffsOf(plan, Shelf(), Id(u"2026-27"_s)))
        words.append(signOffInWords(plan, Shelf(), state, since(plan)));
    return words;
}

} // namespace

class TestSignOffWords : public QObject
{
    Q_OBJECT

private slots:
    void headlineOfTheMockup();
    void headlineWithoutItsSecondHalf();
    void countsInWords();
    void tableOfTheMockup();
    void captions();
    void shortForms();
    void movedMoneyIsTold();
    void whatElseIsCountedOnce();
    void rowsAddToTheTotals();
    void delegatedSignature();
    void versionLineHasTheWholeHash();
};

void TestSignOffWords::headlineOfTheMockup()
{
    QCOMPARE(headline(now()),
             u"Two of five have signed; both signed before the minimum was raised on 4 March 2026"_s);
    const Plan lower = with(now(), Minimum::type, u"care"_s, {{u"amount"_s, pounds(11'000'000)}});
    QCOMPARE(headline(lower),
             u"Two of five have signed; both signed before the minimum was lowered on 4 March 2026"_s);
}

void TestSignOffWords::headlineWithoutItsSecondHalf()
{
    const QString plain = u"Two of five have signed"_s;
    QCOMPARE(headline(now(), {}), plain);
    QCOMPARE(headline(signedPlan()), plain); // no minimum moved
    QList<JournalEntry> twice = journal();
    twice.append(entry(5, {2026, 3, 5}, QByteArray(32, 5), {minimumSet()}));
    QCOMPARE(headline(now(), twice), plain);
    QCOMPARE(headline(withSignature(now(), u"sign-fenwold"_s, QDate(2026, 3, 4))), plain);
    const Plan two =
        with(now(), Minimum::type, u"other"_s, {{u"year"_s, ref(u"2026-27"_s)}, {u"amount"_s, pounds(5)}});
    QCOMPARE(headline(two), plain);
}

void TestSignOffWords::countsInWords()
{
    QCOMPARE(headline(frozen()), u"None of five has signed"_s);
    Plan plan = frozen();
    for (const QString& id : {u"sign-council"_s, u"sign-151"_s, u"sign-ashmoor"_s, u"sign-fenwold"_s})
        plan = withSignature(plan, id, QDate(2026, 3, 2));
    QCOMPARE(headline(plan), u"Four of five have signed"_s);
    QCOMPARE(headline(withSignature(plan, u"sign-hwb"_s, QDate(2026, 3, 19))), u"All five have signed"_s);
    QCOMPARE(headline(withSignature(frozen(), u"sign-151"_s, QDate(2026, 3, 2))),
             u"One of five has signed"_s);
    QCOMPARE(signOffHeadline({}, {}, {}), u"Nobody is named to sign this plan"_s);
}

void TestSignOffWords::tableOfTheMockup()
{
    const QList<SignOffWords> rows = table(now());
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(0).organisation, u"Calderbourne Council"_s);
    QCOMPARE(rows.at(0).role, u"Chief executive"_s);
    QCOMPARE(rows.at(0).name, u"Amara Doyle"_s);
    QVERIFY(rows.at(0).isSigned);
    QCOMPARE(rows.at(0).signedOn, u"2 March 2026, version 1"_s);
    QCOMPARE(rows.at(0).since, u"Minimum +£262,000.00; handyperson +£10,000.00"_s);
    QCOMPARE(rows.at(1).signedOn, u"Not yet signed"_s);
    QCOMPARE(rows.at(1).since, u"–"_s);
    QCOMPARE(rows.at(3).signedOn, u"3 March 2026, version 1"_s);
    QCOMPARE(rows.at(3).organisation, u"Fenwold ICB"_s);
    QCOMPARE(rows.at(4).organisation, u"Calderbourne Health and Wellbeing Board"_s);
    QCOMPARE(rows.at(4).since, u"Meets 19 March 2026"_s);
    QCOMPARE(table(signedPlan()).at(0).since, u"Nothing has changed"_s);
    const QList<SignOffState> states = signOffsOf(now(), Shelf(), Id(u"2026-27"_s));
    QCOMPARE(signOffInWords(now(), Shelf(), states.first(), {}).since, u"Not known"_s);
}

void TestSignOffWords::captions()
{
    QList<SignOffState> states(5);
    QCOMPARE(
        signOffCaption(states, u"2026-27"_s, QDate(2026, 3, 31)),
        u"Sign-off of the 2026-27 plan, due 31 March 2026. Not delegable. A signed version never changes; later edits make a new one."_s);
    states[0].mayDelegate = true;
    QVERIFY(signOffCaption(states, u"2026-27"_s, {})
                .startsWith(u"Sign-off of the 2026-27 plan. Somebody else may sign for one of them"_s));
}

void TestSignOffWords::shortForms()
{
    // Another scheme of the same first word: the names are told in full.
    Plan twin = with(now(), Scheme::type, u"s-beds"_s, {{u"name"_s, text(u"Handyperson and repairs"_s)}});
    QVERIFY(sinceSignedShort(twin, changedSince(frozen(), twin, Shelf()))
                .contains(u"handyperson and home safety +£10,000.00"_s));
    Plan many = now();
    for (const auto& [line, amount] : std::initializer_list<std::pair<QString, qint64>>{
             {u"beds"_s, 1}, {u"response"_s, 2}, {u"record"_s, 3}})
        many = with(many, Line::type, line, {{u"amount 2026-27"_s, pounds(amount)}});
    const QString words = sinceSignedShort(many, changedSince(frozen(), many, Shelf()));
    QCOMPARE(words.count(u"£"_s), 3); // two lines and the minimum; the others are counted
    QVERIFY2(words.endsWith(u"; 2 more"_s), qPrintable(words));
    // A minimum's source goes with its amount; a line's note is counted.
    const Plan sourced = with(now(), Minimum::type, u"care"_s, {{u"source"_s, text(u"A letter"_s)}});
    QCOMPARE(sinceSignedShort(sourced, changedSince(frozen(), sourced, Shelf())),
             u"Minimum +£262,000.00; handyperson +£10,000.00"_s);
    const Plan note = with(frozen(), Line::type, u"beds"_s, {{u"note"_s, text(u"Seen"_s)}});
    QVERIFY(sinceSignedShort(note, changedSince(frozen(), note, Shelf())).startsWith(u"1 change"_s));
}

// £1,000,000.00 from the NHS minimum to the council's grant in one scheme, and from Ashmoor to the council in one fund.
void TestSignOffWords::movedMoneyIsTold()
{
    const Plan before = with(frozen(), Line::type, u"beds-council"_s,
                             {{u"scheme"_s, ref(u"s-beds"_s)},
                              {u"name"_s, text(u"Council beds"_s)},
                              {u"source"_s, text(u"LA_ADD"_s)},
                              {u"amount 2026-27"_s, pounds(500'000)}});
    Plan plan = with(before, Line::type, u"beds"_s, {{u"amount 2026-27"_s, pounds(1'375'000)}});
    plan = with(plan, Line::type, u"beds-council"_s, {{u"amount 2026-27"_s, pounds(1'500'000)}});
    const ChangedSince within = changedSince(before, plan, Shelf());
    QCOMPARE(sinceSignedShort(plan, within), u"£1,000,000.00 moved within rehabilitation beds"_s);
    QStringList shown;
    for (const SinceSignedRow& row : sinceSignedRows(plan, within))
        shown.append((row.within ? u"- "_s : QString()) + row.what + u' ' + formatChange(row.difference));
    QCOMPARE(shown,
             (QStringList{u"Rehabilitation beds £0.00"_s, u"- Rehabilitation beds, NHS_MIN −£1,000,000.00"_s,
                          u"- Council beds, LA_ADD +£1,000,000.00"_s, u"Spend that differs £0.00"_s}));
    // £5.00 more on the one side than went from the other.
    const Plan more = with(plan, Line::type, u"beds-council"_s, {{u"amount 2026-27"_s, pounds(1'500'005)}});
    QCOMPARE(sinceSignedShort(more, changedSince(before, more, Shelf())),
             u"Rehabilitation beds +£5.00, with £1,000,000.00 moved within it"_s);
    Plan paid =
        with(before, Contribution::type, u"in-ashmoor"_s, {{u"amount 2026-27"_s, pounds(10'000'000)}});
    paid = with(paid, Contribution::type, u"in-council"_s, {{u"amount 2026-27"_s, pounds(2'000'000)}});
    QCOMPARE(
        sinceSignedShort(paid, changedSince(before, paid, Shelf())),
        u"Ashmoor ICB (NHS_MIN) to Calderbourne pooled fund −£1,000,000.00; the council (LA_ADD) to Calderbourne pooled fund +£1,000,000.00"_s);
}

void TestSignOffWords::whatElseIsCountedOnce()
{
    const auto said = [](const Plan& plan) {
        return sinceSignedShort(plan, changedSince(frozen(), plan, Shelf()));
    };
    // A line that came or went is told by its pounds.
    const Plan added = with(frozen(), Line::type, u"new"_s,
                            {{u"scheme"_s, ref(u"s-beds"_s)}, {u"amount 2026-27"_s, pounds(5)}});
    QCOMPARE(said(added), u"Rehabilitation beds +£5.00"_s);
    const Plan removed = without(frozen(), Line::type, u"beds"_s);
    QCOMPARE(said(removed), u"Rehabilitation beds −£2,375,000.00"_s);
    // Without pounds it is counted, and so is another source, payer or area of spend.
    QCOMPARE(said(with(frozen(), Line::type, u"new"_s, {{u"scheme"_s, ref(u"s-beds"_s)}})),
             u"1 change(s), none in pounds"_s);
    const Plan cells = with(now(), Line::type, u"beds"_s,
                            {{u"source"_s, text(u"LA_ADD"_s)},
                             {u"payer"_s, ref(u"council"_s)},
                             {u"areaOfSpend"_s, text(u"Social Care"_s)}});
    QCOMPARE(said(cells), u"Minimum +£262,000.00; handyperson +£10,000.00; 3 more"_s);
    // Lines and contributions that went elsewhere with their pounds.
    QCOMPARE(said(with(frozen(), Line::type, u"beds"_s, {{u"scheme"_s, ref(u"s-handy"_s)}})),
             u"Rehabilitation beds −£2,375,000.00; handyperson +£2,375,000.00"_s);
    QCOMPARE(
        said(with(frozen(), Contribution::type, u"in-beside"_s, {{u"fund"_s, ref(u"pool"_s)}})),
        u"The council (LA_ADD) to Calderbourne pooled fund +£300,000.00; the council (LA_ADD) to Beside the pool −£300,000.00"_s);
    // Only another order.
    const Plan plan = frozen();
    ChangedSince order;
    order.reordered.append(Line::type.id);
    QCOMPARE(sinceSignedShort(plan, order), u"1 change(s), none in pounds"_s);
    QCOMPARE(sinceSignedOthers(plan, order), QStringList{u"Lines: in another order."_s});
}

void TestSignOffWords::rowsAddToTheTotals()
{
    Plan plan = now();
    plan = with(plan, Line::type, u"beds"_s, {{u"amount 2026-27"_s, pounds(2'375'000 - 40'000)}});
    plan = with(plan, Contribution::type, u"in-council"_s, {{u"amount 2026-27"_s, pounds(1'010'000)}});
    const ChangedSince changed = changedSince(frozen(), plan, Shelf());
    const QList<SinceSignedRow> rows = sinceSignedRows(plan, changed);
    QStringList shown;
    for (const SinceSignedRow& row : rows)
        shown.append(QStringList{row.what, row.year, formatAmount(row.before), formatAmount(row.after),
                                 formatChange(row.difference)}
                         .join(u" | "_s));
    QCOMPARE(
        shown,
        (QStringList{
            u"Rehabilitation beds | 2026-27 | 2,375,000.00 | 2,335,000.00 | −£40,000.00"_s,
            u"Handyperson and home safety | 2026-27 | 150,000.00 | 160,000.00 | +£10,000.00"_s,
            u"Spend that differs |  | 2,525,000.00 | 2,495,000.00 | −£30,000.00"_s,
            u"The council (LA_ADD) to Calderbourne pooled fund | 2026-27 | 1,000,000.00 | 1,010,000.00 | +£10,000.00"_s,
            u"Contributions that differ |  | 1,000,000.00 | 1,010,000.00 | +£10,000.00"_s,
            u"ASC_SPEND | 2026-27 | 11,250,000.00 | 11,512,000.00 | +£262,000.00"_s,
            u"Minimums that differ |  | 11,250,000.00 | 11,512,000.00 | +£262,000.00"_s}));
    QCOMPARE(
        sinceSignedSummary(*plan.frozenVersions.find(Id(u"one"_s)), changed),
        u"Since version 1, spend has changed by −£30,000.00, contributions by +£10,000.00 and minimums by +£262,000.00."_s);
    const Plan note = with(plan, Line::type, u"beds"_s, {{u"note"_s, text(u"Seen"_s)}});
    QCOMPARE(sinceSignedOthers(note, changedSince(frozen(), note, Shelf())),
             (QStringList{u"Line “Rehabilitation beds”: Note from nothing to Seen."_s}));
}

void TestSignOffWords::delegatedSignature()
{
    const Plan plan = with(now(), SignOff::type, u"by-sign-council"_s,
                           {{u"person"_s, ref(u"p-sign-151"_s)}, {u"delegatedBy"_s, text(u"minute 3/26"_s)}});
    QCOMPARE(table(plan).at(0).name, u"Neil Hargreave"_s);
    QCOMPARE(table(plan).at(0).signedOn, u"2 March 2026, version 1, for the role (minute 3/26)"_s);
}

void TestSignOffWords::versionLineHasTheWholeHash()
{
    const QString line = versionLine(1, QDate(2026, 2, 27), head);
    QVERIFY(line.startsWith(u"Version 1, frozen 27 February 2026. Journal: 9f9f9f9f 9f9f9f9f "_s));
    QCOMPARE(line.section(u": "_s, 1).remove(u' '), QString::fromLatin1(head.toHex()));
}

QTEST_GUILESS_MAIN(TestSignOffWords)
#include "test_signoffwords.moc"
