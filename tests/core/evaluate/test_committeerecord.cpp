// The Steps that go on the record: what each adds, and every refusal with its sentence.
#include "core/evaluate/committeerecord.h"
#include "core/plan/committeechecks.h"
#include "core/plan/decidedchecks.h"
#include "core/plan/plantree.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCommitteeRecord : public QObject
{
    Q_OBJECT

    static Value choice(QLatin1StringView value) { return Value(QString(value)); }
    template <class T> static QString refusal(const Result<T>& made)
    {
        return made.ok() ? u"made"_s : made.error().text;
    }
    static Result<Step> votes(const Plan& plan, const QList<VoteCast>& cast,
                              const QString& resolution = u"optionB"_s)
    {
        return recordVotes(plan, Id(resolution), cast, countedIds(u"vote-"_s));
    }
    static Result<Step> outcome(const Plan& plan, const QString& resolution = u"optionB"_s,
                                const QString& ids = u"outcome-"_s, const QDate& on = meetingDay())
    {
        return recordOutcome(plan, {}, Id(resolution), on, u"minute 5"_s, u"Because."_s, countedIds(ids));
    }
    static Result<Step> reply(const Plan& plan, const QString& partner, const QString& answer,
                              const QString& minute, const QString& ids = u"reply-"_s,
                              const QDate& on = QDate(2026, 3, 20))
    {
        return recordReply(plan, Id(u"optionB"_s), Id(partner), answer, on, minute, countedIds(ids));
    }
    static Result<Step> application(const Plan& plan, const QString& resolution = u"optionB"_s,
                                    const QDate& on = QDate(2026, 3, 21))
    {
        return recordApplication(plan, {}, Id(resolution), on, u"Accepted."_s, countedIds(u"application-"_s));
    }
    static Result<Step> reopening(const Plan& plan, const QDate& on)
    {
        return recordReopening(plan, Id(u"optionB"_s), on, u"Again."_s, countedIds(u"again-"_s));
    }
    static Plan recommended()
    {
        const Plan plan = after(committeePlan(), votes(committeePlan(), votesOnOptionB()));
        return after(plan, outcome(plan));
    }
    static Plan accepted()
    {
        const Plan plan = recommended();
        return after(plan, reply(plan, u"ashmoor"_s, replyAnswer::accepted, u"ICB 7/26"_s));
    }
    static Plan carried()
    {
        const Plan plan =
            after(committeePlan(),
                  votes(committeePlan(), allInFavour(committeePlan(), u"item4"_s), u"handyperson"_s));
        return after(plan, outcome(plan, u"handyperson"_s));
    }
    static Plan reopened(const Plan& plan, const QString& resolution, const QString& ids)
    {
        return after(plan,
                     recordReopening(plan, Id(resolution), QDate(2026, 4, 9), u"Again."_s, countedIds(ids)));
    }
    static QList<VoteCast> one(const QString& member, const QString& how, bool casting = false)
    {
        return {{Id(member), how, casting, {}}};
    }
    // Nothing but additions, of types that are on the record.
    static bool addsToTheRecord(const Step& step)
    {
        return std::all_of(step.changes.begin(), step.changes.end(), [](const Change& change) {
            return change.op == Change::Op::Add &&
                   Plan::schema().type(change.entity)->keeping == Keeping::OnRecord;
        });
    }
    static Plan frozen(const Plan& plan)
    {
        return after(plan, recordVersion(plan, Id(u"2026-27"_s), QDate(2026, 2, 27), QByteArray(32, '\x0f'),
                                         {"plan", "evaluation", "paper"}, {}, countedIds(u"version-"_s)));
    }
    static Signature signature(const QString& signatory, QLatin1StringView capacity)
    {
        return {Id(signatory), Id(u"version-1"_s), QDate(2026, 3, 2), {}, capacity, {}, {}};
    }
    static Result<Step> sign(const Plan& plan, const Signature& signature)
    {
        return recordSignature(plan, {}, signature, countedIds(u"signature-"_s));
    }

private slots:
    void votesOfTheSample();
    void votesRefused_data();
    void votesRefused();
    void castingVote();
    void outcomeOfTheSample();
    void outcomeWithinALimit();
    void outcomeOfALostVote();
    void outcomesRefused();
    void interestAskedFirst();
    void reopenings();
    void daysInOrder();
    void votesWithoutAnOutcome();
    void reasonsToReopen();
    void repliesRefused_data();
    void repliesRefused();
    void replies();
    void applications();
    void applicationsRefused();
    void staleApplicationReopensTheItem();
    void forumThatMovesNoMoney();
    void versions();
    void signatures();
    void signaturesRefused_data();
    void signaturesRefused();
    void delegatedSignatures();
};

void TestCommitteeRecord::votesOfTheSample()
{
    const Result<Step> step = votes(committeePlan(), votesOnOptionB());
    QVERIFY2(step.ok(), qPrintable(refusal(step)));
    QCOMPARE(step->what, u"Recorded votes on “optionB”"_s);
    QCOMPARE(step->changes.size(), 8);
    QVERIFY(addsToTheRecord(*step));
    const Plan plan = after(committeePlan(), step);
    const Vote* dissent = nullptr;
    for (const Vote& vote : plan.votes) {
        QVERIFY(!vote.round);
        if (vote.member == Id(u"lowry"_s))
            dissent = &vote;
    }
    QCOMPARE(dissent->ballot, QString(ballot::against));
    QCOMPARE(dissent->dissent, u"the discharge hub loses 13.3 % before winter"_s);
}

void TestCommitteeRecord::votesRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("ballot");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QString& member, const QString& ballot,
                        const QString& sentence) { QTest::newRow(name) << member << ballot << sentence; };
    row("member of another body", u"guest"_s, ballot::inFavour,
        u"Gail Guest has no seat on Calderbourne Place Committee on 12 March 2026 and cannot vote."_s);
    row("a substitute who sits in no seat", u"booth"_s, ballot::inFavour,
        u"Chris Booth has no seat on Calderbourne Place Committee on 12 March 2026 and cannot vote."_s);
    row("nobody", u"nobody"_s, ballot::inFavour,
        u"nobody has no seat on Calderbourne Place Committee on 12 March 2026 and cannot vote."_s);
    row("not there", u"lund"_s, ballot::inFavour,
        u"Peter Lund is not there, and nobody came in that place, so no vote can be recorded."_s);
    row("excluded", u"nazir"_s, ballot::against,
        u"Dr Samira Nazir is excluded from this item by the chair’s action on an interest, so no vote can be "
        "recorded."_s);
    row("without a vote", u"thwaite"_s, ballot::inFavour, u"Martin Thwaite attends without a vote."_s);
    row("no ballot", u"osei"_s, {}, u"Janet Osei: a vote is for, against or abstained."_s);
    row("another word", u"osei"_s, u"maybe"_s, u"Janet Osei: a vote is for, against or abstained."_s);
    row("a good one", u"osei"_s, ballot::abstained, u"made"_s);
}

void TestCommitteeRecord::votesRefused()
{
    QFETCH(QString, member);
    QFETCH(QString, ballot);
    Plan plan = with(committeePlan(), BodyMember::type, u"guest"_s,
                     {{u"body"_s, ref(u"hwb"_s)}, {u"person"_s, ref(u"p-guest"_s)}});
    plan = with(plan, BodyMember::type, u"booth"_s,
                {{u"body"_s, ref(u"committee"_s)},
                 {u"person"_s, ref(u"p-booth"_s)},
                 {u"substituteFor"_s, ref(u"lund"_s)}});
    plan = with(plan, BodyMember::type, u"thwaite"_s, {{u"withoutVote"_s, Value::flag(true)}});
    plan.people.insert(Id(u"p-guest"_s), u"Gail Guest"_s);
    plan.people.insert(Id(u"p-booth"_s), u"Chris Booth"_s);
    QTEST(refusal(votes(plan, one(member, ballot))), "sentence");
    // One that cannot stand refuses them all.
    if (refusal(votes(plan, one(member, ballot))) != u"made")
        QVERIFY(!votes(plan, one(u"aziz"_s, ballot::inFavour) + one(member, ballot)).ok());
}

void TestCommitteeRecord::castingVote()
{
    const Plan plan = committeePlan();
    QCOMPARE(refusal(votes(plan, one(u"lowry"_s, ballot::against, true))),
             u"Cllr Beth Lowry is not in the chair, and only the chair has a casting vote."_s);
    const QString none = u"The terms of Calderbourne Place Committee give the chair no casting vote."_s;
    QCOMPARE(refusal(votes(with(plan, Body::type, u"committee"_s, {{u"castingVote"_s, Value()}}),
                           one(u"aziz"_s, ballot::against, true))),
             none);
    QCOMPARE(refusal(votes(
                 with(plan, Body::type, u"committee"_s, {{u"votingRule"_s, choice(votingRule::consensus)}}),
                 one(u"aziz"_s, ballot::against, true))),
             none);
    const Plan equal =
        after(plan, votes(plan, one(u"aziz"_s, ballot::against) + one(u"osei"_s, ballot::inFavour) +
                                    one(u"aziz"_s, ballot::inFavour, true)));
    QCOMPARE(reviewResolution(equal, {}, Id(u"optionB"_s), meetingDay()).tally.reason,
             VoteReason::CastingVote);
}

void TestCommitteeRecord::outcomeOfTheSample()
{
    const Plan plan = after(committeePlan(), votes(committeePlan(), votesOnOptionB()));
    const Result<Step> step = outcome(plan);
    QVERIFY2(step.ok(), qPrintable(refusal(step)));
    QVERIFY(addsToTheRecord(*step));
    const Plan recorded = after(plan, step);
    const ResolutionOutcome& row = *lastOutcome(recorded, Id(u"optionB"_s));
    QCOMPARE(row.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(row.inFavour, std::optional<qint64>(6));
    QCOMPARE(row.against, std::optional<qint64>(1));
    QCOMPARE(row.abstained, std::optional<qint64>(1));
    QCOMPARE(row.present, std::optional<qint64>(8));
    QCOMPARE(row.needed, std::optional<qint64>(6));
    QCOMPARE(formatMoney(*row.amount), u"£812,000.00"_s);
    QCOMPARE(row.reason, u"Because."_s);
    QCOMPARE(row.minute, u"minute 5"_s);
    QCOMPARE(row.on, meetingDay());
    QStringList money;
    for (const ResolutionMoney& one : recorded.resolutionMoneys) {
        QCOMPARE(one.outcome, row.id);
        QCOMPARE(one.year, u"2026-27"_s);
        money.append(one.partner.text() + u' ' + one.category + u' ' + formatAmount(*one.amount) + u' ' +
                     formatAmount(*one.increase) + u' ' + formatAmount(*one.decrease) +
                     (one.beyond ? u" beyond"_s : QString()));
    }
    QCOMPARE(money, (QStringList{u"ashmoor Acute 500,000.00 0.00 500,000.00 beyond"_s,
                                 u"ashmoor Community Health 692,000.00 692,000.00 192,000.00 beyond"_s,
                                 u"council Other 120,000.00 0.00 120,000.00"_s,
                                 u"council Social Care 120,000.00 120,000.00 0.00"_s}));
    QVERIFY(decidedBy(recorded, Id(u"committee"_s)).isEmpty());
    QCOMPARE(recorded.lines, committeePlan().lines);
}

void TestCommitteeRecord::outcomeWithinALimit()
{
    const Plan plan = carried();
    QCOMPARE(lastOutcome(plan, Id(u"handyperson"_s))->outcome, QString(resolutionOutcome::carried));
    QCOMPARE(plan.resolutionMoneys.size(), 1);
    QVERIFY(!plan.resolutionMoneys[0].beyond);
    QCOMPARE(decidedBy(plan, Id(u"committee"_s)).size(), 1);
}

void TestCommitteeRecord::outcomeOfALostVote()
{
    const Plan plan = after(committeePlan(), votes(committeePlan(), one(u"aziz"_s, ballot::against)));
    const Plan lost = after(plan, outcome(plan));
    QCOMPARE(lastOutcome(lost, Id(u"optionB"_s))->outcome, QString(resolutionOutcome::notCarried));
    QCOMPARE(formatMoney(*lastOutcome(lost, Id(u"optionB"_s))->amount), u"£812,000.00"_s);
    QVERIFY(lost.resolutionMoneys.isEmpty());
    QCOMPARE(refusal(application(lost)), u"“optionB” was not carried, so it cannot be applied."_s);
    QCOMPARE(refusal(reply(lost, u"ashmoor"_s, replyAnswer::accepted, u"m"_s)),
             u"“optionB” is not recommended to anybody now."_s);
}

void TestCommitteeRecord::outcomesRefused()
{
    QCOMPARE(refusal(outcome(committeePlan(), u"nothing"_s)), u"There is no such resolution in the plan."_s);
    const Plan plan = recommended();
    const QString closed = u"“optionB” has its outcome already. Reopen it first."_s;
    QCOMPARE(refusal(outcome(plan)), closed);
    QCOMPARE(refusal(votes(plan, one(u"osei"_s, ballot::against))), closed);
    const Plan stale =
        with(committeePlan(), Line::type, u"beds"_s, {{u"amount 2026-27"_s, pounds(2'400'000)}});
    QCOMPARE(refusal(outcome(stale)), u"“optionB” no longer fits the plan, so the item has to be looked at "
                                      u"again. Line “Rehabilitation beds”: "
                                      "2026-27 £ is 2,400,000.00, not 2,375,000.00 as this step expects."_s);
}

void TestCommitteeRecord::interestAskedFirst()
{
    const Plan silent = with(committeePlan(), ItemInterest::type, u"left"_s, {{u"action"_s, Value()}});
    const Plan plan = after(silent, votes(silent, votesOnOptionB()));
    QCOMPARE(refusal(outcome(plan)),
             u"Dr Samira Nazir has an interest in this resolution (partner in the Care "
             "Alliance): say first what the chair decided."_s);
    QVERIFY(
        outcome(with(plan, ItemInterest::type, u"left"_s, {{u"action"_s, choice(chairAction::note)}})).ok());
}

void TestCommitteeRecord::reopenings()
{
    QCOMPARE(
        refusal(recordReopening(committeePlan(), Id(u"optionB"_s), meetingDay(), {}, countedIds(u"x"_s))),
        u"“optionB” has neither votes nor an outcome yet, so there is nothing to reopen."_s);
    const Plan plan = reopened(accepted(), u"optionB"_s, u"again-"_s);
    QVERIFY(isOpen(plan, Id(u"optionB"_s)));
    // The votes and the answer of the first round count no more.
    QCOMPARE(reviewResolution(plan, {}, Id(u"optionB"_s), meetingDay()).outcome,
             QString(resolutionOutcome::noDecision));
    const Plan second =
        after(plan, recordVotes(plan, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"second-"_s)));
    QCOMPARE(second.votes[8].round, std::optional<qint64>(1));
    const QDate later(2026, 4, 10);
    const Plan again = after(second, outcome(second, u"optionB"_s, u"second-outcome-"_s, later));
    QCOMPARE(lastOutcome(again, Id(u"optionB"_s))->outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(lastOutcome(again, Id(u"optionB"_s))->round, std::optional<qint64>(1));
    QVERIFY(!application(again).ok());
    const Plan yes = after(
        again, reply(again, u"ashmoor"_s, replyAnswer::accepted, u"ICB 9/26"_s, u"second-reply-"_s, later));
    const Plan applied = after(yes, application(yes, u"optionB"_s, later));
    QCOMPARE(refusal(recordReopening(applied, Id(u"optionB"_s), meetingDay(), {}, countedIds(u"y"_s))),
             u"“optionB” is applied already. To change the plan again, put a new resolution."_s);
}

// What was voted on and no longer fits is not stuck: it is reopened, and then its Steps can change.
void TestCommitteeRecord::votesWithoutAnOutcome()
{
    const Plan voted = after(committeePlan(), votes(committeePlan(), votesOnOptionB()));
    const Plan stale = without(voted, Line::type, u"record"_s);
    QVERIFY(!outcome(stale).ok());
    QCOMPARE(
        refusal(reopening(stale, QDate(2026, 3, 11))),
        u"“optionB” is put to the meeting of 12 March 2026, so 11 March 2026 is too early. Enter that day "
        u"or a later one."_s);
    const Plan again = after(stale, reopening(stale, QDate(2026, 4, 9)));
    QVERIFY(isOpen(again, Id(u"optionB"_s)));
    QVERIFY(!hasVotes(again, Id(u"optionB"_s)));
    QCOMPARE(lastOutcome(again, Id(u"optionB"_s))->round, std::optional<qint64>());
    QCOMPARE(reviewResolution(again, {}, Id(u"optionB"_s), meetingDay()).outcome,
             QString(resolutionOutcome::noDecision));
    // Once: the new round has no votes yet.
    QVERIFY(!recordReopening(again, Id(u"optionB"_s), QDate(2026, 4, 9), {}, countedIds(u"x"_s)).ok());
    StepBuilder builder(again);
    builder.set(ResolutionStep::type.id, Id(u"optionB-step"_s), u"changes",
                text(heldAmounts(again, {{u"discharge"_s, 1'570'000}})));
    const Step step = builder.step({});
    const Plan rewritten = after(again, step);
    QVERIFY(!committeeRefusal(again, rewritten, step));
    const Plan second = after(
        rewritten, recordVotes(rewritten, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"second-"_s)));
    QVERIFY(outcome(second, u"optionB"_s, u"second-outcome-"_s, QDate(2026, 4, 9)).ok());
}

// Meeting, outcome, answer, application or reopening, outcome again: none before the one that it follows.
void TestCommitteeRecord::daysInOrder()
{
    const QDate early(2026, 3, 11);
    const Plan decided = after(committeePlan(), votes(committeePlan(), votesOnOptionB()));
    QCOMPARE(
        refusal(outcome(decided, u"optionB"_s, u"outcome-"_s, early)),
        u"“optionB” is put to the meeting of 12 March 2026, so 11 March 2026 is too early. Enter that day "
        u"or a later one."_s);
    QCOMPARE(refusal(outcome(decided, u"optionB"_s, u"outcome-"_s, QDate())), u"“optionB”: enter the day."_s);
    const Plan recorded = after(decided, outcome(decided, u"optionB"_s, u"outcome-"_s, QDate(2026, 3, 16)));
    const QString before = u"The outcome of “optionB” is of 16 March 2026, so 15 March 2026 is too early. "
                           u"Enter that day or a later one."_s;
    const QDate dayBefore(2026, 3, 15);
    const auto yes = [&](const QDate& on) {
        return reply(recorded, u"ashmoor"_s, replyAnswer::accepted, u"ICB 7/26"_s, u"reply-"_s, on);
    };
    QCOMPARE(refusal(yes(dayBefore)), before);
    QCOMPARE(refusal(reopening(recorded, dayBefore)), before);
    QVERIFY(reopening(recorded, QDate(2026, 3, 16)).ok());
    const Plan answered = after(recorded, yes(QDate(2026, 3, 20)));
    QCOMPARE(refusal(application(answered, u"optionB"_s, dayBefore)), before);
    QCOMPARE(
        refusal(application(answered, u"optionB"_s, QDate(2026, 3, 19))),
        u"“optionB” was answered by Ashmoor ICB on 20 March 2026, so 19 March 2026 is too early. Enter that "
        u"day or a later one."_s);
    QVERIFY(application(answered, u"optionB"_s, QDate(2026, 3, 20)).ok());
    const Plan again = after(recorded, reopening(recorded, QDate(2026, 4, 9)));
    QCOMPARE(
        refusal(outcome(again, u"optionB"_s, u"second-"_s, QDate(2026, 4, 8))),
        u"“optionB” was reopened on 9 April 2026, so 8 April 2026 is too early. Enter that day or a later "
        u"one."_s);
    QVERIFY(outcome(again, u"optionB"_s, u"second-"_s, QDate(2026, 4, 9)).ok());
}

void TestCommitteeRecord::reasonsToReopen()
{
    const auto reason = [](const Plan& plan, const QString& resolution = u"optionB"_s) {
        return reasonToReopen(plan, reviewResolution(plan, {}, Id(resolution), meetingDay()));
    };
    QCOMPARE(reason(accepted()), QString());
    const auto changed = [](const Plan& plan) {
        return with(plan, Line::type, u"beds"_s, {{u"amount 2026-27"_s, pounds(2'400'000)}});
    };
    const Plan stale = changed(accepted());
    QCOMPARE(
        reason(stale),
        u"Its step “%1” no longer fits the plan. Line “Rehabilitation beds”: 2026-27 £ is 2,400,000.00, not "
        u"2,375,000.00 as this step expects."_s.arg(stale.resolutionSteps.find(Id(u"optionB-step"_s))->what));
    // Open, lost or applied: there is nothing to apply.
    QCOMPARE(reason(changed(committeePlan())), QString());
    QCOMPARE(reason(reopened(stale, u"optionB"_s, u"again-"_s)), QString());
    QCOMPARE(reason(after(accepted(), application(accepted()))), QString());
    const Plan against = after(committeePlan(), votes(committeePlan(), one(u"aziz"_s, ballot::against)));
    QCOMPARE(reason(changed(after(against, outcome(against)))), QString());
    QCOMPARE(
        reason(with(carried(), Line::type, u"handy"_s, {{u"payer"_s, ref(u"fenwold"_s)}}), u"handyperson"_s),
        u"It would now move other money than was decided, since the plan has changed."_s);
}

void TestCommitteeRecord::repliesRefused_data()
{
    QTest::addColumn<QString>("partner");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("minute");
    QTest::addColumn<QString>("sentence");
    const QString yes(replyAnswer::accepted);
    QTest::newRow("within its limit")
        << u"council"_s << yes << u"m"_s
        << u"“optionB” is not recommended to the council, whose answer is not needed."_s;
    QTest::newRow("pays nothing")
        << u"fenwold"_s << yes << u"m"_s
        << u"“optionB” is not recommended to Fenwold ICB, whose answer is not needed."_s;
    QTest::newRow("no minute")
        << u"ashmoor"_s << yes << u"  "_s
        << u"The answer of Ashmoor ICB needs its minute. Enter the minute that records it."_s;
    QTest::newRow("no answer") << u"ashmoor"_s << u"perhaps"_s << u"m"_s
                               << u"An answer to a recommendation is accepted or refused."_s;
    QTest::newRow("refused") << u"ashmoor"_s << QString(replyAnswer::refused) << u"m"_s << u"made"_s;
}

void TestCommitteeRecord::repliesRefused()
{
    QFETCH(QString, partner);
    QFETCH(QString, answer);
    QFETCH(QString, minute);
    QTEST(refusal(reply(recommended(), partner, answer, minute)), "sentence");
}

void TestCommitteeRecord::replies()
{
    QCOMPARE(refusal(reply(committeePlan(), u"ashmoor"_s, replyAnswer::accepted, u"m"_s)),
             u"“optionB” is not recommended to anybody now."_s);
    const Plan plan = recommended();
    const QString waiting =
        u"“optionB” is recommended to Ashmoor ICB, and no acceptance is on record. Record the answer first."_s;
    QCOMPARE(refusal(application(plan)), waiting);
    const Plan no = after(plan, reply(plan, u"ashmoor"_s, replyAnswer::refused, u"ICB 7/26"_s));
    QCOMPARE(refusal(application(no)), waiting);
    const Result<Step> step = reply(plan, u"ashmoor"_s, replyAnswer::accepted, u"ICB 7/26"_s);
    QVERIFY(addsToTheRecord(*step));
    const Plan yes = after(plan, step);
    const RecommendationReply& row = *lastReply(yes, Id(u"optionB"_s), Id(u"ashmoor"_s));
    QCOMPARE(row.minute, u"ICB 7/26"_s);
    QCOMPARE(row.on, QDate(2026, 3, 20));
    QCOMPARE(yes.lines, plan.lines); // an answer applies nothing by itself
}

void TestCommitteeRecord::applications()
{
    const Plan plan = accepted();
    const Result<Step> step = application(plan);
    QVERIFY2(step.ok(), qPrintable(refusal(step)));
    QCOMPARE(step->changes.size(), 7); // six lines and the outcome
    const Plan applied = after(plan, step);
    QCOMPARE(applied.lines, planAfter(plan, Id(u"optionB"_s))->lines);
    const ResolutionOutcome& row = *lastOutcome(applied, Id(u"optionB"_s));
    QCOMPARE(row.outcome, QString(resolutionOutcome::applied));
    QCOMPARE(formatMoney(*row.amount), u"£812,000.00"_s);
    QCOMPARE(row.reason, u"Accepted."_s);
    QCOMPARE(refusal(application(applied)), u"“optionB” is applied already."_s);
    // Ashmoor ICB decided its own; the council's £120,000.00 are used of its limit.
    Money used;
    for (const DecidedMoney& one : decidedBy(applied, Id(u"committee"_s))) {
        QCOMPARE(one.partner, Id(u"council"_s));
        used += one.amount;
    }
    QCOMPARE(formatMoney(used), u"£120,000.00"_s);
    // A decision within the limit needs nobody's answer.
    const Plan decided = carried();
    QCOMPARE(application(decided, u"handyperson"_s)->changes.size(), 2);
}

void TestCommitteeRecord::applicationsRefused()
{
    QCOMPARE(refusal(application(committeePlan())),
             u"“optionB” has not been decided, so it cannot be applied."_s);
    QCOMPARE(refusal(application(committeePlan(), u"nothing"_s)),
             u"There is no such resolution in the plan."_s);
    QCOMPARE(refusal(application(reopened(accepted(), u"optionB"_s, u"again-"_s))),
             u"“optionB” has not been decided, so it cannot be applied."_s);
    const Plan lower =
        with(accepted(), Delegation::type, u"limit-council"_s, {{u"perDecision"_s, pounds(119'999)}});
    QCOMPARE(refusal(application(lower)),
             u"“optionB” moves £120,000.00 of the council’s money, and that is no longer "
             "within what is delegated. Reopen it."_s);
    const Plan other = with(carried(), Line::type, u"handy"_s, {{u"payer"_s, ref(u"fenwold"_s)}});
    QCOMPARE(
        refusal(application(other, u"handyperson"_s)),
        u"“handyperson” would now move other money than was decided, since the plan has changed. Reopen it."_s);
    Plan words = with(committeePlan(), Resolution::type, u"words"_s,
                      {{u"item"_s, ref(u"item4"_s)}, {u"name"_s, text(u"Words"_s)}});
    words = after(words, votes(words, allInFavour(words, u"item4"_s), u"words"_s));
    words = after(words, outcome(words, u"words"_s));
    QCOMPARE(refusal(application(words, u"words"_s)),
             u"“Words” holds no changes of the plan, so there is nothing to apply."_s);
    // Nobody can tell whose money it is, so nobody can accept it.
    Plan unknown = with(committeePlan(), Line::type, u"fen"_s, {{u"payer"_s, Value()}});
    unknown = withResolution(unknown, u"less"_s, u"item4"_s, heldAmounts(unknown, {{u"fen"_s, 399'000}}));
    unknown = after(unknown, votes(unknown, allInFavour(unknown, u"item4"_s), u"less"_s));
    unknown = after(unknown, outcome(unknown, u"less"_s));
    QCOMPARE(refusal(application(unknown, u"less"_s)),
             u"“less”: nobody can tell whose money some of it is. Say on its "
             "lines whose it is, and reopen it."_s);
}

// All or nothing: a Step that no longer fits applies none of them, and the item comes back.
void TestCommitteeRecord::staleApplicationReopensTheItem()
{
    const Plan plan = with(accepted(), Line::type, u"beds"_s, {{u"amount 2026-27"_s, pounds(2'400'000)}});
    QCOMPARE(refusal(application(plan)),
             u"“optionB” no longer fits the plan, so the item has to be looked at again. Line "
             u"“Rehabilitation beds”: "
             "2026-27 £ is 2,400,000.00, not 2,375,000.00 as this step expects."_s);
    const Plan again = reopened(plan, u"optionB"_s, u"again-"_s);
    QVERIFY(reviewResolution(again, {}, Id(u"optionB"_s), meetingDay()).open);
    // With its Step made anew it goes its way once more.
    Plan mended = with(again, ResolutionStep::type, u"optionB-step"_s,
                       {{u"changes"_s, text(heldAmounts(again, {{u"handy"_s, 160'000}}))}});
    mended = after(mended, recordVotes(mended, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"second-"_s)));
    const QDate later(2026, 4, 9); // the day of the reopening
    mended = after(mended, outcome(mended, u"optionB"_s, u"second-outcome-"_s, later));
    QVERIFY(application(mended, u"optionB"_s, later).ok());
}

void TestCommitteeRecord::forumThatMovesNoMoney()
{
    Plan plan = with(committeePlan(), Body::type, u"committee"_s, {{u"kind"_s, choice(bodyKind::forum)}});
    plan = withResolution(plan, u"note"_s, u"item4"_s, u"[]"_s);
    plan = after(plan, votes(plan, allInFavour(plan, u"item4"_s), u"note"_s));
    plan = after(plan, outcome(plan, u"note"_s));
    QCOMPARE(plan.resolutionMoneys.size(), 3); // asked, and no money
    for (const ResolutionMoney& row : plan.resolutionMoneys) {
        QVERIFY(row.beyond);
        QVERIFY(row.amount->isZero());
    }
    QVERIFY(!application(plan, u"note"_s).ok());
    int number = 0;
    for (const QString& partner : {u"council"_s, u"ashmoor"_s, u"fenwold"_s}) {
        QVERIFY(!application(plan, u"note"_s).ok());
        plan = after(plan, recordReply(plan, Id(u"note"_s), Id(partner), replyAnswer::accepted, meetingDay(),
                                       u"m"_s, countedIds(u"r%1-"_s.arg(++number))));
    }
    QVERIFY(application(plan, u"note"_s).ok());
}

void TestCommitteeRecord::versions()
{
    const Result<Step> step =
        recordVersion(committeePlan(), Id(u"2026-27"_s), QDate(2026, 2, 27), QByteArray(32, '\x0f'),
                      {"plan", "evaluation", "paper"}, u"for signature"_s, countedIds(u"version-"_s));
    QVERIFY(addsToTheRecord(*step));
    QCOMPARE(step->what, u"Froze version 1 of 2026-27"_s);
    const Plan plan = after(committeePlan(), step);
    const FrozenVersion& version = *latestVersion(plan, Id(u"2026-27"_s));
    QCOMPARE(version.number, std::optional<qint64>(1));
    QCOMPARE(version.head, u"0f"_s.repeated(32));
    QCOMPARE(version.planHash, sha256Hex("plan"));
    QCOMPARE(version.evaluationHash, sha256Hex("evaluation"));
    QCOMPARE(version.paperHash, sha256Hex("paper"));
    QCOMPARE(version.note, u"for signature"_s);
    const auto next = [&](const QString& year, const VersionTexts& texts) {
        return recordVersion(plan, Id(year), QDate(2026, 3, 30), "head", texts, {}, countedIds(u"next-"_s));
    };
    const Plan second = after(plan, next(u"2026-27"_s, {"plan 2", "evaluation 2", {}}));
    QCOMPARE(latestVersion(second, Id(u"2026-27"_s))->number, std::optional<qint64>(2));
    QCOMPARE(latestVersion(second, Id(u"2026-27"_s))->paperHash, QString());
    QCOMPARE(second.frozenVersions[0], version); // nothing of the first one changes
    const Plan other = after(plan, next(u"2027-28"_s, {"p", "e", {}}));
    QCOMPARE(latestVersion(other, Id(u"2027-28"_s))->number, std::optional<qint64>(1));
    QCOMPARE(refusal(next(u"2030-31"_s, {"p", "e", {}})), u"2030-31 is not a year of this plan."_s);
    const QString missing = u"A version keeps the plan and its figures, and one of them is missing."_s;
    QCOMPARE(refusal(next(u"2026-27"_s, {{}, "e", "paper"})), missing);
    QCOMPARE(refusal(next(u"2026-27"_s, {"p", {}, "paper"})), missing);
}

void TestCommitteeRecord::signatures()
{
    const Plan plan = frozen(committeePlan());
    const Result<Step> step = sign(plan, signature(u"sign-council"_s, signatoryRole::chiefExecutive));
    QVERIFY2(step.ok(), qPrintable(refusal(step)));
    QVERIFY(addsToTheRecord(*step));
    const Plan signedPlan = after(plan, step);
    const SignOff& row = *lastSignature(signedPlan, Id(u"sign-council"_s));
    QCOMPARE(row.version, Id(u"version-1"_s));
    QCOMPARE(row.on, QDate(2026, 3, 2));
    QCOMPARE(row.person, Id(u"p-sign-council"_s));
    QCOMPARE(row.capacity, QString(signatoryRole::chiefExecutive));
}

void TestCommitteeRecord::signaturesRefused_data()
{
    QTest::addColumn<QString>("signatory");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("capacity");
    QTest::addColumn<QString>("sentence");
    const QDate day(2026, 3, 2);
    const QString chief(signatoryRole::chiefExecutive);
    const QString ours = u"version-1"_s;
    const auto row = [](const char* name, const QString& signatory, const QString& version, const QDate& on,
                        const QString& person, const QString& capacity, const QString& sentence) {
        QTest::newRow(name) << signatory << version << on << person << capacity << sentence;
    };
    row("the wrong role", u"sign-151"_s, ours, day, {}, chief,
        u"Calderbourne Council, Section 151 officer signs as section 151 officer, not as chief executive."_s);
    row("no role", u"sign-151"_s, ours, day, {}, {},
        u"Calderbourne Council, Section 151 officer signs as section 151 officer, not as nobody."_s);
    row("chair of the board", u"sign-hwb"_s, ours, day, {}, signatoryRole::chair, u"made"_s);
    row("no signatory", u"sign-nobody"_s, ours, day, {}, chief, u"There is no such signatory in the plan."_s);
    row("no version", u"sign-council"_s, u"version-9"_s, day, {}, chief,
        u"Calderbourne Council, Chief executive signs the plan of 2026-27: choose one of its versions."_s);
    row("a version of another year", u"sign-council"_s, u"other-1"_s, day, {}, chief,
        u"Calderbourne Council, Chief executive signs the plan of 2026-27: choose one of its versions."_s);
    const QString early = u"Version 1 was frozen on 27 February 2026 and cannot be signed before that day."_s;
    row("the day before", u"sign-council"_s, ours, QDate(2026, 2, 26), {}, chief, early);
    row("that day", u"sign-council"_s, ours, QDate(2026, 2, 27), {}, chief, u"made"_s);
    row("no day", u"sign-council"_s, ours, QDate(), {}, chief, early);
    row("somebody else", u"sign-council"_s, ours, day, u"p-osei"_s, chief,
        u"Calderbourne Council, Chief executive cannot let somebody else sign: this signature cannot be delegated."_s);
    row("by name", u"sign-council"_s, ours, day, u"p-sign-council"_s, chief, u"made"_s);
    row("nobody named", u"sign-empty"_s, ours, day, {}, chief,
        u"Fenwold ICB’s successor, Chief executive: say who signs."_s);
}

void TestCommitteeRecord::signaturesRefused()
{
    QFETCH(QString, signatory);
    QFETCH(QString, version);
    QFETCH(QDate, on);
    QFETCH(QString, person);
    QFETCH(QString, capacity);
    Plan plan = frozen(committeePlan());
    plan = after(plan, recordVersion(plan, Id(u"2027-28"_s), QDate(2026, 2, 27), {}, {"p", "e", {}}, {},
                                     countedIds(u"other-"_s)));
    plan = with(plan, Partner::type, u"successor"_s, {{u"name"_s, text(u"Fenwold ICB’s successor"_s)}});
    plan = with(plan, Signatory::type, u"sign-empty"_s,
                {{u"year"_s, ref(u"2026-27"_s)},
                 {u"partner"_s, ref(u"successor"_s)},
                 {u"role"_s, choice(signatoryRole::chiefExecutive)}});
    QTEST(refusal(sign(plan, {Id(signatory), Id(version), on, Id(person), capacity, {}, {}})), "sentence");
}

void TestCommitteeRecord::delegatedSignatures()
{
    const Plan plan = with(frozen(committeePlan()), Signatory::type, u"sign-council"_s,
                           {{u"delegable"_s, Value::flag(true)}});
    Signature other = signature(u"sign-council"_s, signatoryRole::chiefExecutive);
    other.person = Id(u"p-osei"_s);
    QCOMPARE(refusal(sign(plan, other)),
             u"Calderbourne Council, Chief executive: somebody else signs, so enter the "
             "minute or letter that delegated it."_s);
    other.delegatedBy = u"letter of 1 March 2026"_s;
    const Plan signedPlan = after(plan, sign(plan, other));
    QCOMPARE(lastSignature(signedPlan, Id(u"sign-council"_s))->person, Id(u"p-osei"_s));
    QCOMPARE(lastSignature(signedPlan, Id(u"sign-council"_s))->delegatedBy, u"letter of 1 March 2026"_s);
}

QTEST_GUILESS_MAIN(TestCommitteeRecord)
#include "test_committeerecord.moc"
