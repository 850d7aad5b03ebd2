// The minutes of the meeting of design/calderbourne.md: they read as minutes, come from the record, and the public copy leaves out what
// is confidential.
#include "core/words/committeewords.h"
#include "core/words/minutes.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Plan told()
{
    Plan plan = with(committeePlan(), Resolution::type, u"optionB"_s,
                     {{u"name"_s, text(u"Adopt option B"_s)},
                      {u"text"_s, text(u"Adopt option B, Fair shift."_s)},
                      {u"option"_s, text(u"B: Fair shift"_s)}});
    plan = with(plan, Resolution::type, u"handyperson"_s,
                {{u"name"_s, text(u"Raise the handyperson service"_s)}});
    plan = with(plan, Interest::type, u"practice"_s,
                {{u"what"_s, text(u"partner in the Care Alliance, which runs urgent community response"_s)}});
    plan = with(plan, Meeting::type, u"march"_s, {{u"where"_s, text(u"Town Hall, Calderbourne"_s)}});
    plan = with(plan, AgendaItem::type, u"item5"_s,
                {{u"paper"_s, text(u"PC/26/05"_s)},
                 {u"reasons"_s, text(u"money follows need more closely"_s)},
                 {u"alternatives"_s, text(u"Option A, which cuts teams"_s)},
                 {u"keyDecision"_s, Value::flag(true)},
                 {u"callInEnds"_s, Value(QDate(2026, 3, 20))},
                 {u"closedNote"_s, text(u"A provider’s price was discussed"_s)}});
    plan = with(plan, AgendaItem::type, u"item6"_s,
                {{u"meeting"_s, ref(u"march"_s)},
                 {u"number"_s, Value::count(6)},
                 {u"title"_s, text(u"Scrutiny of step-up beds"_s)},
                 {u"result"_s, text(itemResult::deferred)}});
    return plan;
}

Plan held()
{
    Plan plan = told();
    plan = after(plan, recordVotes(plan, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"v"_s)));
    const QString reason =
        reasonInWords(plan, reviewResolution(plan, Shelf(), Id(u"optionB"_s), meetingDay()));
    return after(
        plan, recordOutcome(plan, Shelf(), Id(u"optionB"_s), meetingDay(), {}, reason, countedIds(u"o"_s)));
}

MinutesItem item(const Plan& plan, const QString& id, MinutesCopy copy = MinutesCopy::Public)
{
    for (const MinutesItem& one : minutesOf(plan, Id(u"march"_s), copy).items)
        if (one.item == Id(id))
            return one;
    return {};
}

QString whole(const Plan& plan, MinutesCopy copy)
{
    const Minutes minutes = minutesOf(plan, Id(u"march"_s), copy);
    QStringList all{minutes.title,    minutes.when,   minutes.where, minutes.status,
                    minutes.copyLine, minutes.quorum, minutes.foot};
    all += minutes.there + minutes.inAttendance + minutes.apologies + minutes.absent;
    for (const MinutesItem& one : minutes.items)
        all += QStringList{one.number, one.title} + one.paragraphs();
    return all.join(u'\n');
}

} // namespace

class TestMinutes : public QObject
{
    Q_OBJECT

private slots:
    void headAndRoll();
    void optionBReadsAsMinutes();
    void decisionWithinTheLimit();
    void everyOutcome_data();
    void everyOutcome();
    void itemsWithoutAResolution();
    void whatIsStillOpen();
    void answersAndApplication();
    void anItemVotedOnAgain();
    void publicCopyLeavesOut();
    void confidentialInterests();
    void substitutesAndGuests();
    void laterEditsChangeNothing();
    void approvedMinutes();
};

void TestMinutes::headAndRoll()
{
    const Minutes minutes = minutesOf(held(), Id(u"march"_s), MinutesCopy::Public);
    QCOMPARE(minutes.title, u"Calderbourne Place Committee: minutes"_s);
    QCOMPARE(minutes.when, u"12 March 2026"_s);
    QCOMPARE(minutes.where, u"Town Hall, Calderbourne"_s);
    QCOMPARE(minutes.status, u"DRAFT, not yet approved"_s);
    QCOMPARE(minutes.there.size(), 9);
    QCOMPARE(minutes.there.first(), u"Cllr Imran Aziz (chair), Calderbourne Council"_s);
    QCOMPARE(minutes.apologies, (QStringList{u"Peter Lund, NHS Fenwold Integrated Care Board"_s}));
    QVERIFY(minutes.absent.isEmpty() && minutes.inAttendance.isEmpty());
    QCOMPARE(
        minutes.quorum,
        u"Nine of ten voting members were there. The quorum is six, with a councillor, an NHS member and public health, and was met."_s);
    QVERIFY(minutes.foot.contains(u"Names are as entered"_s));
    QStringList numbers;
    for (const MinutesItem& one : minutes.items)
        numbers.append(one.number);
    QCOMPARE(numbers, (QStringList{u"4"_s, u"5"_s, u"6"_s}));
}

void TestMinutes::optionBReadsAsMinutes()
{
    QCOMPARE(
        item(held(), u"item5"_s).paragraphs(),
        (QStringList{
            u"The committee considered paper PC/26/05."_s,
            u"Dr Samira Nazir declared an interest: partner in the Care Alliance, which runs urgent community response (financial, actual). The member left for this item and did not vote."_s,
            u"RESOLVED to recommend to Ashmoor ICB: Adopt option B, Fair shift. The amount was £812,000.00: £692,000.00 of Ashmoor ICB’s money and £120,000.00 of the council’s money."_s,
            u"For 6, against 1, abstained 1. Eight could vote; six were needed for a quorum. £692,000.00 of it is Ashmoor ICB’s; it delegated £250,000.00 a decision (minute 14/25)."_s,
            u"Cllr Beth Lowry asked for dissent to be recorded: the discharge hub loses 13.3 % before winter."_s,
            u"ACTION: put the recommendation to Ashmoor ICB, which has not answered yet."_s,
            u"Reasons: money follows need more closely."_s,
            u"Alternatives considered and rejected: Option A, which cuts teams."_s,
            u"This was a key decision. Scrutiny could call the decision in until 20 March 2026."_s}));
}

void TestMinutes::decisionWithinTheLimit()
{
    Plan plan = told();
    plan = after(plan,
                 recordVotes(plan, Id(u"handyperson"_s), allInFavour(plan, u"item4"_s), countedIds(u"v"_s)));
    plan = after(plan, recordOutcome(plan, Shelf(), Id(u"handyperson"_s), meetingDay(), {}, u"Within"_s,
                                     countedIds(u"o"_s)));
    plan = after(plan, recordApplication(plan, Shelf(), Id(u"handyperson"_s), QDate(2026, 3, 13), {},
                                         countedIds(u"a"_s)));
    QCOMPARE(
        item(plan, u"item4"_s).paragraphs(),
        (QStringList{
            u"RESOLVED: Raise the handyperson service. The amount was £10,000.00: £10,000.00 of the council’s money."_s,
            u"For 9, against 0, abstained 0. Nine could vote; six were needed for a quorum. Within."_s,
            u"It was applied to the plan on 13 March 2026."_s}));
}

void TestMinutes::everyOutcome_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("begins");
    const QString what = u"Adopt option B, Fair shift."_s;
    QTest::newRow("carried") << QString(resolutionOutcome::carried) << u"RESOLVED: "_s + what;
    QTest::newRow("recommended") << QString(resolutionOutcome::recommended)
                                 << u"RESOLVED to recommend: "_s + what;
    QTest::newRow("not carried") << QString(resolutionOutcome::notCarried)
                                 << u"NOT CARRIED. It was proposed: "_s + what;
    QTest::newRow("no decision") << QString(resolutionOutcome::noDecision)
                                 << u"NO DECISION. It was proposed: "_s + what;
    QTest::newRow("not quorate")
        << QString(resolutionOutcome::notQuorate)
        << u"NO DECISION, because the meeting was not quorate for this item. It was proposed: "_s + what;
}

void TestMinutes::everyOutcome()
{
    QFETCH(const QString, outcome);
    QFETCH(const QString, begins);
    const Plan plan = with(told(), ResolutionOutcome::type, u"o"_s,
                           {{u"resolution"_s, ref(u"optionB"_s)}, {u"outcome"_s, Value(outcome)}});
    QCOMPARE(item(plan, u"item5"_s).resolutions.first().resolved, begins);
}

void TestMinutes::itemsWithoutAResolution()
{
    for (const auto& [result, sentence] : std::initializer_list<std::pair<QLatin1StringView, QString>>{
             {itemResult::agreed, u"The item was agreed."_s},
             {itemResult::noted, u"The committee noted the item."_s},
             {itemResult::deferred, u"The item was deferred."_s},
             {itemResult::withdrawn, u"The item was withdrawn."_s}}) {
        const Plan plan = with(told(), AgendaItem::type, u"item6"_s, {{u"result"_s, text(result)}});
        QCOMPARE(item(plan, u"item6"_s).paragraphs(), QStringList{sentence});
    }
}

void TestMinutes::whatIsStillOpen()
{
    QCOMPARE(item(told(), u"item5"_s).resolutions.first().resolved,
             u"No outcome is recorded yet. It is proposed: Adopt option B, Fair shift."_s);
    QVERIFY(minutesOf(told(), Id(u"no such meeting"_s), MinutesCopy::Public).items.isEmpty());
}

void TestMinutes::answersAndApplication()
{
    Plan plan = after(held(), recordReply(held(), Id(u"optionB"_s), Id(u"ashmoor"_s), replyAnswer::accepted,
                                          QDate(2026, 3, 26), u"7/26"_s, countedIds(u"r"_s)));
    QCOMPARE(item(plan, u"item5"_s).resolutions.first().after,
             (QStringList{u"Ashmoor ICB accepted the recommendation on 26 March 2026 (minute 7/26)."_s}));
    plan = after(
        plan, recordApplication(plan, Shelf(), Id(u"optionB"_s), QDate(2026, 3, 27), {}, countedIds(u"a"_s)));
    QCOMPARE(item(plan, u"item5"_s).resolutions.first().after,
             (QStringList{u"Ashmoor ICB accepted the recommendation on 26 March 2026 (minute 7/26)."_s,
                          u"It was applied to the plan on 27 March 2026."_s}));
}

// Dissent and votes of the first round stay with it.
void TestMinutes::anItemVotedOnAgain()
{
    Plan plan = after(held(), recordReopening(held(), Id(u"optionB"_s), QDate(2026, 3, 20),
                                              u"The discharge hub’s figure changed"_s, countedIds(u"re"_s)));
    plan =
        after(plan, recordVotes(plan, Id(u"optionB"_s), allInFavour(plan, u"item5"_s), countedIds(u"w"_s)));
    plan = after(plan, recordOutcome(plan, Shelf(), Id(u"optionB"_s), QDate(2026, 4, 9), {}, u"Again"_s,
                                     countedIds(u"p"_s)));
    const QList<MinutesResolution> rounds = item(plan, u"item5"_s).resolutions;
    QCOMPARE(rounds.size(), 2);
    QVERIFY(rounds.at(0).votes.startsWith(u"For 6, against 1, abstained 1."_s));
    QCOMPARE(rounds.at(0).dissent.size(), 1);
    QCOMPARE(rounds.at(0).after.last(),
             u"The item was reopened on 20 March 2026: The discharge hub’s figure changed."_s);
    QVERIFY(rounds.at(1).votes.startsWith(u"For 8, against 0, abstained 0."_s));
    QVERIFY(rounds.at(1).dissent.isEmpty());
    QVERIFY(rounds.at(1).after.last().startsWith(u"ACTION: "_s));
}

void TestMinutes::publicCopyLeavesOut()
{
    Plan plan = held();
    QVERIFY(!whole(plan, MinutesCopy::Public).contains(u"price"_s));
    QVERIFY(whole(plan, MinutesCopy::Confidential)
                .contains(u"Confidential: A provider’s price was discussed."_s));
    QCOMPARE(minutesOf(plan, Id(u"march"_s), MinutesCopy::Public).copyLine, u"Public copy."_s);
    plan = with(plan, AgendaItem::type, u"item5"_s, {{u"confidential"_s, Value::flag(true)}});
    const QString open = whole(plan, MinutesCopy::Public);
    QVERIFY(open.contains(u"5\nItem 5 is confidential.\n6"_s));
    QVERIFY(open.contains(u"Public copy: one confidential item is left out."_s));
    for (const QString& said : {u"PC/26/05"_s, u"812,000"_s, u"Option B"_s, u"Fair shift"_s, u"dissent"_s,
                                u"Care Alliance"_s, u"need more closely"_s, u"Option A"_s, u"20 March"_s})
        QVERIFY2(!open.contains(said, Qt::CaseInsensitive), qPrintable(said));
    const QString closed = whole(plan, MinutesCopy::Confidential);
    QVERIFY(closed.contains(u"Option B (confidential)"_s));
    QVERIFY(closed.contains(u"£812,000.00"_s));
    QVERIFY(closed.contains(u"Confidential copy: not for publication."_s));
}

void TestMinutes::confidentialInterests()
{
    const Plan plan = with(held(), Interest::type, u"practice"_s, {{u"confidential"_s, Value::flag(true)}});
    QCOMPARE(
        item(plan, u"item5"_s).interests,
        (QStringList{
            u"A member declared an interest that is confidential. The member left for this item and did not vote."_s}));
    QVERIFY(item(plan, u"item5"_s, MinutesCopy::Confidential).interests.first().contains(u"Care Alliance"_s));
}

void TestMinutes::substitutesAndGuests()
{
    Plan plan = with(told(), BodyMember::type, u"stand-in"_s,
                     {{u"body"_s, ref(u"committee"_s)},
                      {u"person"_s, ref(u"p-ackroyd"_s)},
                      {u"substituteFor"_s, ref(u"lund"_s)}});
    plan = with(plan, Attendance::type, u"at-lund"_s,
                {{u"how"_s, text(attending::substitute)}, {u"substitute"_s, ref(u"stand-in"_s)}});
    plan = with(plan, BodyMember::type, u"fairclough"_s,
                {{u"withoutVote"_s, Value::flag(true)}, {u"organisation"_s, text(u"Healthwatch"_s)}});
    plan = without(plan, Attendance::type, u"at-thwaite"_s);
    const Minutes minutes = minutesOf(plan, Id(u"march"_s), MinutesCopy::Public);
    QVERIFY(
        minutes.there.contains(u"Tom Ackroyd, in place of Peter Lund, NHS Fenwold Integrated Care Board"_s));
    QCOMPARE(minutes.inAttendance, (QStringList{u"Denise Fairclough, Healthwatch"_s}));
    QCOMPARE(minutes.absent, (QStringList{u"Martin Thwaite, NHS Ashmoor Integrated Care Board"_s}));
    QVERIFY(minutes.apologies.isEmpty());
}

// Votes, figures and the reason are those of the record, whatever the committee's terms and the plan's lines become.
void TestMinutes::laterEditsChangeNothing()
{
    const QStringList before = item(held(), u"item5"_s).paragraphs();
    Plan plan = with(held(), Delegation::type, u"limit-ashmoor"_s, {{u"perDecision"_s, pounds(900'000)}});
    plan = with(plan, Line::type, u"discharge"_s, {{u"amount 2026-27"_s, pounds(1)}});
    plan = with(plan, Body::type, u"committee"_s,
                {{u"votingRule"_s, text(votingRule::consensus)}, {u"quorumNumber"_s, Value::count(9)}});
    QCOMPARE(item(plan, u"item5"_s).paragraphs(), before);
}

void TestMinutes::approvedMinutes()
{
    const Plan plan =
        with(held(), Meeting::type, u"march"_s, {{u"minutesApprovedOn"_s, Value(QDate(2026, 4, 9))}});
    QCOMPARE(minutesOf(plan, Id(u"march"_s), MinutesCopy::Public).status, u"Approved on 9 April 2026"_s);
}

QTEST_GUILESS_MAIN(TestMinutes)
#include "test_minutes.moc"
