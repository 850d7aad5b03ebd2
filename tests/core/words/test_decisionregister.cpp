// The register of decisions, from the record of the meeting of design/calderbourne.md.
#include "core/words/committeewords.h"
#include "core/words/decisionregister.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Plan voted(Plan plan, const QString& resolution, const QList<VoteCast>& votes, const QDate& on)
{
    plan = after(plan, recordVotes(plan, Id(resolution), votes, countedIds(u"v-"_s + resolution)));
    const QString reason = reasonInWords(plan, reviewResolution(plan, Shelf(), Id(resolution), on));
    return after(
        plan, recordOutcome(plan, Shelf(), Id(resolution), on, {}, reason, countedIds(u"o-"_s + resolution)));
}

// Option B recommended, and the handyperson decided and applied a day later.
Plan decided()
{
    Plan plan = with(committeePlan(), Resolution::type, u"optionB"_s,
                     {{u"name"_s, text(u"Adopt option B"_s)}, {u"option"_s, text(u"B: Fair shift"_s)}});
    plan = with(plan, AgendaItem::type, u"item5"_s,
                {{u"reasons"_s, text(u"Money follows need, \"more closely\""_s)},
                 {u"alternatives"_s, text(u"=Option A"_s)},
                 {u"keyDecision"_s, Value::flag(true)},
                 {u"callInEnds"_s, Value(QDate(2026, 3, 20))}});
    plan = voted(plan, u"optionB"_s, votesOnOptionB(), meetingDay());
    plan = voted(plan, u"handyperson"_s, allInFavour(plan, u"item4"_s), meetingDay());
    return after(plan, recordApplication(plan, Shelf(), Id(u"handyperson"_s), QDate(2026, 3, 13), {},
                                         countedIds(u"a"_s)));
}

DecisionEntry entryOf(const Plan& plan, const QString& resolution, MinutesCopy copy = MinutesCopy::Public,
                      const QList<JournalEntry>& journal = {})
{
    for (const DecisionEntry& entry : decisionRegister(plan, copy, journal))
        if (entry.resolution == Id(resolution))
            return entry;
    return {};
}

Plan frozen(const Plan& plan, const QString& id, qint64 number, const QDate& on, const QByteArray& head = {})
{
    return with(plan, FrozenVersion::type, id,
                {{u"year"_s, ref(u"2026-27"_s)},
                 {u"number"_s, Value::count(number)},
                 {u"on"_s, Value(on)},
                 {u"head"_s, Value(QString::fromLatin1(head.toHex()))}});
}

qsizetype found(const Plan& plan, const DecisionFilter& filter)
{
    return filtered(decisionRegister(plan, MinutesCopy::Public), filter, plan).size();
}

} // namespace

class TestDecisionRegister : public QObject
{
    Q_OBJECT

private slots:
    void statesBothDecisions();
    void onlyWhatIsRecorded();
    void versions();
    void versionsByTheJournal();
    void delegatedBy();
    void filters();
    void confidentialItems();
    void csv();
    void answersAndReopening();
};

void TestDecisionRegister::statesBothDecisions()
{
    const QList<DecisionEntry> entries = decisionRegister(decided(), MinutesCopy::Public);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(decisionCells(entries.at(0)),
             (QStringList{
                 u"12 March 2026"_s, u"Calderbourne Place Committee"_s, u"5"_s, u"Adopt option B"_s,
                 u"812,000.00"_s, u"Ashmoor ICB £692,000.00; the council £120,000.00"_s,
                 u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."_s,
                 u"£692,000.00 of it is Ashmoor ICB’s; it delegated £250,000.00 a decision (minute 14/25)."_s,
                 u"Money follows need, \"more closely\""_s, u"=Option A"_s,
                 u"Dr Samira Nazir left: partner in the Care Alliance (financial, actual)."_s, u"14/25"_s,
                 u"Yes"_s, u"Until 20 March 2026"_s, QString()}));
    const DecisionEntry& handyperson = entries.at(1);
    QCOMPARE(handyperson.on, QDate(2026, 3, 13));
    QCOMPARE(handyperson.outcome, u"Carried, 9 to 0. Applied on 13 March 2026."_s);
    QCOMPARE(handyperson.outcomeId, QString(resolutionOutcome::applied));
    QCOMPARE(*handyperson.amount, Money::fromPounds(10'000));
    QCOMPARE(handyperson.whose, u"the council £10,000.00"_s);
    QCOMPARE(handyperson.keyDecision, u"No"_s);
    QCOMPARE(decisionColumns().size(), decisionCells(handyperson).size());
}

void TestDecisionRegister::onlyWhatIsRecorded()
{
    QVERIFY(decisionRegister(committeePlan(), MinutesCopy::Public).isEmpty());
}

void TestDecisionRegister::versions()
{
    Plan plan = frozen(decided(), u"early"_s, 1, QDate(2026, 2, 27));
    plan = frozen(plan, u"same-day"_s, 2, QDate(2026, 3, 13));
    plan = frozen(plan, u"late"_s, 3, QDate(2026, 3, 20));
    plan = frozen(plan, u"latest"_s, 4, QDate(2026, 3, 31));
    // Without the journal a version of the same day may hold the decision or not.
    QCOMPARE(entryOf(plan, u"handyperson"_s).version, Id(u"late"_s));
    QCOMPARE(entryOf(plan, u"handyperson"_s).versionName, u"Version 3, 20 March 2026"_s);
    QCOMPARE(entryOf(plan, u"optionB"_s).version, Id(u"same-day"_s));
}

void TestDecisionRegister::versionsByTheJournal()
{
    const QByteArray before(32, 'b');
    const QByteArray with(32, 'w');
    Plan plan = frozen(decided(), u"before"_s, 1, QDate(2026, 3, 13), before);
    plan = frozen(plan, u"with"_s, 2, QDate(2026, 3, 13), with);
    Change recorded;
    recorded.op = Change::Op::Add;
    recorded.entity = ResolutionOutcome::type.id;
    recorded.id = lastOutcome(plan, Id(u"handyperson"_s))->id;
    QList<JournalEntry> journal(2);
    journal[0].number = 1;
    journal[0].hash = before;
    journal[1].number = 2;
    journal[1].hash = with;
    journal[1].step.changes = {recorded};
    QCOMPARE(entryOf(plan, u"handyperson"_s, MinutesCopy::Public, journal).version, Id(u"with"_s));
    QVERIFY(entryOf(plan, u"handyperson"_s).version.isNull());
}

// What let the body decide on the day of its meeting, for the money that it decided; and of that what the reason named.
void TestDecisionRegister::delegatedBy()
{
    const auto limit = [](const Plan& plan, const QString& id, const QString& partner, const QString& minute,
                          const ExamplePlan::Cells& more = {}) {
        ExamplePlan::Cells cells{{u"body"_s, ref(u"committee"_s)},
                                 {u"partner"_s, ref(partner)},
                                 {u"perDecision"_s, pounds(1)},
                                 {u"minute"_s, text(minute)}};
        return with(plan, Delegation::type, id, cells + more);
    };
    Plan plan = limit(decided(), u"other-partner"_s, u"fenwold"_s, u"F 1"_s);
    plan = limit(plan, u"other-area"_s, u"council"_s, u"C 1"_s, {{u"category"_s, text(u"Acute"_s)}});
    plan = limit(plan, u"ended"_s, u"council"_s, u"C 2"_s, {{u"to"_s, Value(meetingDay().addDays(-1))}});
    plan = limit(plan, u"later"_s, u"council"_s, u"C 3"_s, {{u"from"_s, Value(meetingDay().addDays(1))}});
    plan = limit(plan, u"ashmoor-too"_s, u"ashmoor"_s, u"A 2"_s);
    const QString old = plan.delegations.find(Id(u"limit-council"_s))->minute;
    QCOMPARE(entryOf(plan, u"handyperson"_s).minutes, old);
    plan = limit(plan, u"same-area"_s, u"council"_s, u"C 4"_s, {{u"category"_s, text(u"Social Care"_s)}});
    QCOMPARE(entryOf(plan, u"handyperson"_s).minutes, old); // the reason names it
    // The reason of option B names Ashmoor ICB’s first limit; “Other” and “Social Care” are the council’s.
    QVERIFY(entryOf(plan, u"optionB"_s).why.contains(u"(minute 14/25)"_s));
    plan = limit(plan, u"limit-council"_s, u"council"_s, u"C 5"_s);
    QCOMPARE(entryOf(plan, u"optionB"_s).minutes, u"14/25; C 5; C 4"_s);
}

void TestDecisionRegister::filters()
{
    const Plan plan = decided();
    QCOMPARE(found(plan, {}), 2);
    DecisionFilter filter;
    filter.body = Id(u"hwb"_s);
    QCOMPARE(found(plan, filter), 0);
    filter.body = Id(u"committee"_s);
    QCOMPARE(found(plan, filter), 2);
    filter.from = QDate(2026, 3, 13);
    QCOMPARE(found(plan, filter), 1);
    filter = {};
    filter.to = QDate(2026, 3, 12);
    QCOMPARE(found(plan, filter), 1);
    filter.to = QDate(2026, 3, 11);
    QCOMPARE(found(plan, filter), 0);
    filter = {};
    filter.outcome = resolutionOutcome::recommended;
    QCOMPARE(found(plan, filter), 1);
    filter = {};
    filter.partner = Id(u"council"_s);
    QCOMPARE(found(plan, filter), 2);
    filter.partner = Id(u"ashmoor"_s);
    QCOMPARE(found(plan, filter), 1);
    filter.partner = Id(u"fenwold"_s);
    QCOMPARE(found(plan, filter), 0);
    filter = {};
    filter.words = u" OPTION a "_s;
    QCOMPARE(found(plan, filter), 1);
    filter.words = u"no such words"_s;
    QCOMPARE(found(plan, filter), 0);
}

void TestDecisionRegister::confidentialItems()
{
    const Plan plan = with(decided(), AgendaItem::type, u"item5"_s, {{u"confidential"_s, Value::flag(true)}});
    const QString open = decisionCsv(decisionRegister(plan, MinutesCopy::Public));
    QVERIFY(entryOf(plan, u"optionB"_s).leftOut);
    QVERIFY(open.contains(u"12 March 2026,Calderbourne Place Committee,5,Confidential,,"_s));
    for (const QString& said : {u"option"_s, u"812,000"_s, u"Ashmoor"_s, u"Nazir"_s, u"need"_s})
        QVERIFY2(!open.contains(said, Qt::CaseInsensitive), qPrintable(said));
    QVERIFY(decisionCsv(decisionRegister(plan, MinutesCopy::Confidential)).contains(u"812,000"_s));
    DecisionFilter filter;
    filter.partner =
        Id(u"ashmoor"_s); // who asks whether a confidential item is about Ashmoor is told nothing
    QCOMPARE(found(plan, filter), 0);
    filter = {};
    filter.outcome = resolutionOutcome::recommended;
    QCOMPARE(found(plan, filter), 0);

    const Plan quiet =
        with(decided(), Interest::type, u"practice"_s, {{u"confidential"_s, Value::flag(true)}});
    QCOMPARE(entryOf(quiet, u"optionB"_s).interests, u"One interest is confidential."_s);
    QVERIFY(entryOf(quiet, u"optionB"_s, MinutesCopy::Confidential).interests.contains(u"Nazir"_s));
}

void TestDecisionRegister::csv()
{
    const QString csv = decisionCsv(decisionRegister(decided(), MinutesCopy::Public));
    const QStringList rows = csv.split(u"\r\n"_s);
    QCOMPARE(rows.size(), 4); // head, two decisions, and nothing after the last line break
    QVERIFY(rows.last().isEmpty());
    QVERIFY(rows.first().startsWith(u"Date,Body,Item,Decision,Amount £,Whose money,"_s));
    QVERIFY(csv.contains(u",\"812,000.00\","_s));
    QVERIFY(csv.contains(u",\"Money follows need, \"\"more closely\"\"\","_s));
    QVERIFY(csv.contains(u",'=Option A,"_s)); // no formula for a spreadsheet
}

void TestDecisionRegister::answersAndReopening()
{
    Plan plan = decided();
    plan = after(plan, recordReply(plan, Id(u"optionB"_s), Id(u"ashmoor"_s), replyAnswer::refused,
                                   QDate(2026, 3, 26), u"7/26"_s, countedIds(u"r"_s)));
    QCOMPARE(
        entryOf(plan, u"optionB"_s).outcome,
        u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB. Ashmoor ICB refused it on 26 March 2026 (minute 7/26)."_s);
    plan = after(
        plan, recordReopening(plan, Id(u"optionB"_s), QDate(2026, 4, 2), u"Refused"_s, countedIds(u"re"_s)));
    QCOMPARE(entryOf(plan, u"optionB"_s).outcome,
             u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB. Reopened on 2 April 2026."_s);
}

QTEST_GUILESS_MAIN(TestDecisionRegister)
#include "test_decisionregister.moc"
