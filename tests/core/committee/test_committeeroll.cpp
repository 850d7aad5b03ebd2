// How the plan's tables of a committee are read: who sits in which seat, which votes stand, which limits hold, what is used of them.
// Expected values are derived by hand from the rules beside them.
#include "core/plan/committeeroll.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCommitteeRoll : public QObject
{
    Q_OBJECT

    static Value choice(QLatin1StringView value) { return Value(QString(value)); }
    static QList<Seat> seatsOf(const Plan& plan, const QString& item, const QString& resolution = {})
    {
        return seatsAt(plan, *plan.agendaItems.find(Id(item)), Id(resolution));
    }
    static Seat seatOf(const Plan& plan, const QString& item, const QString& member,
                       const QString& resolution = {})
    {
        for (const Seat& seat : seatsOf(plan, item, resolution))
            if (seat.member == Id(member))
                return seat;
        qFatal("no such seat");
    }
    // Chris Booth, who may stand in for Dr Nazir, and a second one for Peter Lund.
    static Plan withSubstitutes()
    {
        Plan plan = with(committeePlan(), BodyMember::type, u"booth"_s,
                         {{u"body"_s, ref(u"committee"_s)}, {u"substituteFor"_s, ref(u"nazir"_s)}});
        return with(plan, BodyMember::type, u"reed"_s,
                    {{u"body"_s, ref(u"committee"_s)}, {u"substituteFor"_s, ref(u"lund"_s)}});
    }
    static Plan vote(const Plan& plan, const QString& id, const QString& member, QLatin1StringView ballot,
                     const ExamplePlan::Cells& more = {})
    {
        return with(plan, Vote::type, id,
                    ExamplePlan::Cells{{u"resolution"_s, ref(u"optionB"_s)},
                                       {u"member"_s, ref(member)},
                                       {u"ballot"_s, choice(ballot)}} +
                        more);
    }
    static Plan outcome(const Plan& plan, const QString& id, const QString& resolution,
                        QLatin1StringView outcome)
    {
        return with(plan, ResolutionOutcome::type, id,
                    {{u"resolution"_s, ref(resolution)}, {u"outcome"_s, choice(outcome)}});
    }
    static Plan money(const Plan& plan, const QString& id, const QString& outcome, const QString& partner,
                      const QString& area, qint64 increase, qint64 decrease, bool beyond = false)
    {
        return with(plan, ResolutionMoney::type, id,
                    {{u"outcome"_s, ref(outcome)},
                     {u"partner"_s, ref(partner)},
                     {u"year"_s, text(u"2026-27"_s)},
                     {u"category"_s, text(area)},
                     {u"amount"_s, pounds(std::max(increase, decrease))},
                     {u"increase"_s, pounds(increase)},
                     {u"decrease"_s, pounds(decrease)},
                     {u"beyond"_s, beyond ? Value::flag(true) : Value()}});
    }
    static QStringList decided(const Plan& plan, const QString& except = {})
    {
        QStringList rows;
        for (const DecidedMoney& one : decidedBy(plan, Id(u"committee"_s), Id(except)))
            rows.append(one.partner.text() + u' ' + one.year + u' ' + one.category + u' ' +
                        formatAmount(one.amount));
        return rows;
    }

private slots:
    void seatsOfTheSample();
    void whoSits_data();
    void whoSits();
    void substitutesThatCannotSit();
    void termsOfMembers_data();
    void termsOfMembers();
    void votesThatStand();
    void votesOfAnEarlierRound();
    void quorums();
    void partnersByRule_data();
    void partnersByRule();
    void partnersOfFormerMembers();
    void limitsInForce_data();
    void limitsInForce();
    void limitsPerHead();
    void whatIsDecided();
    void moneyThatPartnersAccepted();
    void moneyBetweenAreas();
    void lastRows();
};

void TestCommitteeRoll::seatsOfTheSample()
{
    QStringList seats;
    for (const Seat& seat : seatsOf(committeePlan(), u"item5"_s))
        seats.append(seat.member.text() + u' ' + seat.partner.text() + u' ' + seat.role +
                     QString(seat.chair ? u" chair"_s : QString()) + (seat.present ? QString() : u" away"_s) +
                     (seat.excluded ? u" excluded"_s : QString()));
    QCOMPARE(seats, (QStringList{u"aziz council councillor chair"_s, u"lowry council councillor"_s,
                                 u"calloway council adultServices"_s, u"pryce council publicHealth"_s,
                                 u"osei ashmoor nhs"_s, u"thwaite ashmoor nhs"_s,
                                 u"nazir  provider excluded"_s, u"lund fenwold nhs away"_s,
                                 u"fairclough  healthwatch"_s, u"ackroyd  voluntary"_s}));
    // The interest is one under item 5 alone.
    QVERIFY(!seatOf(committeePlan(), u"item4"_s, u"nazir"_s).excluded);
}

void TestCommitteeRoll::whoSits_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("substitute");
    QTest::addColumn<QString>("action");   // on the member's interest; empty: none yet
    QTest::addColumn<QString>("ofBooth");  // on the substitute's
    QTest::addColumn<QString>("expected"); // away, votes, excluded; "by substitute"
    const QString present(attending::present);
    const QString sent(attending::substitute);
    const auto row = [](const char* name, const QString& how, const QString& substitute,
                        const QString& action, const QString& ofBooth, const QString& expected) {
        QTest::newRow(name) << how << substitute << action << ofBooth << expected;
    };
    row("present", present, {}, {}, {}, u"votes"_s);
    row("apologies", attending::apologies, {}, {}, {}, u"away"_s);
    row("absent", attending::absent, {}, {}, {}, u"away"_s);
    row("nothing said", {}, {}, {}, {}, u"away"_s);
    row("noted", present, {}, chairAction::note, {}, u"votes"_s);
    row("no vote", present, {}, chairAction::noVote, {}, u"excluded"_s);
    row("left", present, {}, chairAction::leave, {}, u"excluded"_s);
    row("no papers", present, {}, chairAction::noPapers, {}, u"excluded"_s);
    row("gives way to nobody", present, {}, chairAction::substitute, {}, u"excluded"_s);
    row("gives way", present, u"booth"_s, chairAction::substitute, {}, u"votes by substitute"_s);
    row("gives way to one who leaves", present, u"booth"_s, chairAction::substitute, chairAction::leave,
        u"excluded by substitute"_s);
    row("named, but the member sits", present, u"booth"_s, {}, {}, u"votes"_s);
    row("sent", sent, u"booth"_s, {}, {}, u"votes by substitute"_s);
    row("sent nobody", sent, {}, {}, {}, u"away"_s);
    row("sent, noted", sent, u"booth"_s, {}, chairAction::note, u"votes by substitute"_s);
    row("sent, left", sent, u"booth"_s, {}, chairAction::leave, u"excluded by substitute"_s);
    row("sent, gives way again", sent, u"booth"_s, {}, chairAction::substitute, u"excluded by substitute"_s);
    row("sent, the seat without a vote", sent, u"booth"_s, chairAction::noVote, {},
        u"excluded by substitute"_s);
    row("sent for the interest", sent, u"booth"_s, chairAction::substitute, {}, u"votes by substitute"_s);
}

void TestCommitteeRoll::whoSits()
{
    QFETCH(QString, how);
    QFETCH(QString, substitute);
    QFETCH(QString, action);
    QFETCH(QString, ofBooth);
    Plan plan = with(withSubstitutes(), Attendance::type, u"at-nazir"_s,
                     {{u"how"_s, Value(how)}, {u"substitute"_s, ref(substitute)}});
    plan = with(plan, ItemInterest::type, u"left"_s, {{u"action"_s, Value(action)}});
    plan =
        with(plan, ItemInterest::type, u"of-booth"_s,
             {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(u"booth"_s)}, {u"action"_s, Value(ofBooth)}});
    const Seat seat = seatOf(plan, u"item5"_s, u"nazir"_s);
    QString found = !seat.present ? u"away"_s : seat.excluded ? u"excluded"_s : u"votes"_s;
    QCOMPARE(seat.canVote(), found == u"votes");
    if (!seat.inPerson)
        found += u" by substitute";
    QTEST(found, "expected");
    QCOMPARE(seatsOf(plan, u"item5"_s).size(), 10); // a substitute has no seat
}

void TestCommitteeRoll::substitutesThatCannotSit()
{
    const auto sent = [](Plan plan, const QString& member, const QString& substitute) {
        return with(plan, Attendance::type, u"at-"_s + member,
                    {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(substitute)}});
    };
    const Plan plan = withSubstitutes();
    QVERIFY(seatOf(sent(plan, u"lund"_s, u"reed"_s), u"item4"_s, u"lund"_s).canVote());
    // A member with a seat has a vote already; a substitute takes the place of the member it is for.
    QVERIFY(!seatOf(sent(plan, u"lund"_s, u"osei"_s), u"item4"_s, u"lund"_s).present);
    QVERIFY(!seatOf(sent(plan, u"nazir"_s, u"reed"_s), u"item4"_s, u"nazir"_s).present);
    const Plan ofHwb = with(plan, BodyMember::type, u"reed"_s, {{u"body"_s, ref(u"hwb"_s)}});
    QVERIFY(!seatOf(sent(ofHwb, u"lund"_s, u"reed"_s), u"item4"_s, u"lund"_s).present);
    const Plan former = with(plan, BodyMember::type, u"reed"_s, {{u"to"_s, Value(QDate(2026, 3, 11))}});
    QVERIFY(!seatOf(sent(former, u"lund"_s, u"reed"_s), u"item4"_s, u"lund"_s).present);
    // The substitute of the chair takes the vote and not the chair.
    const Plan forChair = with(plan, BodyMember::type, u"reed"_s, {{u"substituteFor"_s, ref(u"aziz"_s)}});
    const Seat chair = seatOf(sent(forChair, u"aziz"_s, u"reed"_s), u"item4"_s, u"aziz"_s);
    QVERIFY(chair.canVote());
    QVERIFY(!chair.chair);
}

void TestCommitteeRoll::termsOfMembers_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<bool>("seated");
    const QDate day = meetingDay();
    QTest::newRow("open") << QDate() << QDate() << true;
    QTest::newRow("from that day") << day << QDate() << true;
    QTest::newRow("from the next") << day.addDays(1) << QDate() << false;
    QTest::newRow("to that day") << QDate() << day << true;
    QTest::newRow("to the day before") << QDate() << day.addDays(-1) << false;
}

void TestCommitteeRoll::termsOfMembers()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    const Plan plan =
        with(committeePlan(), BodyMember::type, u"lowry"_s, {{u"from"_s, Value(from)}, {u"to"_s, Value(to)}});
    const QList<Seat> seats = seatsOf(plan, u"item4"_s);
    QTEST(std::any_of(seats.begin(), seats.end(),
                      [](const Seat& seat) { return seat.member == Id(u"lowry"_s); }),
          "seated");
}

void TestCommitteeRoll::votesThatStand()
{
    Plan plan = vote(committeePlan(), u"v1"_s, u"aziz"_s, ballot::inFavour);
    plan = vote(plan, u"v2"_s, u"aziz"_s, ballot::against, {{u"casting"_s, Value::flag(true)}});
    plan = vote(plan, u"v3"_s, u"aziz"_s, ballot::abstained);
    plan = vote(plan, u"v4"_s, u"nazir"_s, ballot::inFavour);
    const Seat chair = seatOf(plan, u"item5"_s, u"aziz"_s, u"optionB"_s);
    QCOMPARE(chair.ballot, std::optional(Ballot::Abstained)); // the last, the casting vote beside it
    QCOMPARE(chair.casting, std::optional(Ballot::Against));
    // What an excluded member voted is read, and does not count.
    const Seat nazir = seatOf(plan, u"item5"_s, u"nazir"_s, u"optionB"_s);
    QCOMPARE(nazir.ballot, std::optional(Ballot::For));
    QVERIFY(!nazir.canVote());
    QVERIFY(!seatOf(plan, u"item5"_s, u"osei"_s, u"optionB"_s).ballot);
    QVERIFY(!seatOf(plan, u"item5"_s, u"aziz"_s, u"handyperson"_s).ballot);
    QVERIFY(!seatOf(plan, u"item5"_s, u"aziz"_s).ballot);
}

void TestCommitteeRoll::votesOfAnEarlierRound()
{
    Plan plan = vote(committeePlan(), u"v1"_s, u"aziz"_s, ballot::inFavour);
    plan = vote(plan, u"v2"_s, u"osei"_s, ballot::inFavour);
    plan = outcome(plan, u"o1"_s, u"optionB"_s, resolutionOutcome::carried);
    QCOMPARE(roundOf(plan, Id(u"optionB"_s)), 0);
    QVERIFY(seatOf(plan, u"item5"_s, u"aziz"_s, u"optionB"_s).ballot);
    plan = outcome(plan, u"o2"_s, u"optionB"_s, resolutionOutcome::reopened);
    QCOMPARE(roundOf(plan, Id(u"optionB"_s)), 1);
    QCOMPARE(roundOf(plan, Id(u"handyperson"_s)), 0);
    QVERIFY(!seatOf(plan, u"item5"_s, u"aziz"_s, u"optionB"_s).ballot);
    plan = vote(plan, u"v3"_s, u"aziz"_s, ballot::against, {{u"round"_s, Value::count(1)}});
    QCOMPARE(seatOf(plan, u"item5"_s, u"aziz"_s, u"optionB"_s).ballot, std::optional(Ballot::Against));
    QVERIFY(!seatOf(plan, u"item5"_s, u"osei"_s, u"optionB"_s).ballot);
}

void TestCommitteeRoll::quorums()
{
    const Plan plan = committeePlan();
    const Quorum meeting = quorumOf(plan, *plan.meetings.find(Id(u"march"_s)));
    QCOMPARE(meeting.seats, 10);
    QCOMPARE(meeting.present, 9);
    QCOMPARE(meeting.needed, 6);
    QVERIFY(meeting.met);
    const Quorum item = quorumOf(plan, *plan.agendaItems.find(Id(u"item5"_s)));
    QCOMPARE(item.present, 8); // Dr Nazir left for it
    QVERIFY(item.met);
    // Without Dr Pryce there is nobody for public health.
    const Plan alone = with(plan, Attendance::type, u"at-pryce"_s, {{u"how"_s, choice(attending::absent)}});
    const Quorum missing = quorumOf(alone, *alone.meetings.find(Id(u"march"_s)));
    QVERIFY(!missing.met);
    QCOMPARE(missing.missing, (QList<RoleNeed>{{memberRole::publicHealth, {}, 1}}));
    const Plan two = with(plan, QuorumNeed::type, u"need2"_s,
                          {{u"least"_s, Value::count(3)}, {u"partner"_s, ref(u"ashmoor"_s)}});
    const Quorum three = quorumOf(two, *two.meetings.find(Id(u"march"_s)));
    QCOMPARE(three.missing, (QList<RoleNeed>{{memberRole::nhs, Id(u"ashmoor"_s), 1}}));
}

void TestCommitteeRoll::partnersByRule_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("consensus") << QString(votingRule::consensus) << QStringList();
    QTest::newRow("majority") << QString(votingRule::simpleMajority) << QStringList();
    QTest::newRow("block vote") << QString(votingRule::blockVote) << QStringList{u"council"_s, u"ashmoor"_s};
    QTest::newRow("unanimous") << QString(votingRule::unanimousPartners)
                               << QStringList{u"council"_s, u"ashmoor"_s};
    QTest::newRow("dual key") << QString(votingRule::dualKey)
                              << QStringList{u"council"_s, u"ashmoor"_s, u"fenwold"_s};
}

void TestCommitteeRoll::partnersByRule()
{
    QFETCH(QString, rule);
    // A district has a seat, but its agreement is not asked for; Fenwold ICB's member has no vote, and its substitute no seat.
    Plan plan = with(withSubstitutes(), Body::type, u"committee"_s, {{u"votingRule"_s, Value(rule)}});
    plan = with(plan, Partner::type, u"district"_s,
                {{u"name"_s, text(u"Dale District"_s)}, {u"kind"_s, choice(partnerKind::district)}});
    plan = with(plan, BodyMember::type, u"ackroyd"_s, {{u"partner"_s, ref(u"district"_s)}});
    plan = with(plan, BodyMember::type, u"lund"_s, {{u"withoutVote"_s, Value::flag(true)}});
    plan = with(plan, BodyMember::type, u"reed"_s, {{u"partner"_s, ref(u"fenwold"_s)}});
    QStringList asked;
    for (const Id& partner : partnersAsked(plan, *plan.bodies.find(Id(u"committee"_s)), meetingDay()))
        asked.append(partner.text());
    QTEST(asked, "asked");
}

void TestCommitteeRoll::partnersOfFormerMembers()
{
    Plan plan =
        with(committeePlan(), Body::type, u"committee"_s, {{u"votingRule"_s, choice(votingRule::blockVote)}});
    plan = with(plan, BodyMember::type, u"lund"_s, {{u"to"_s, Value(meetingDay().addDays(-1))}});
    const Body& body = *plan.bodies.find(Id(u"committee"_s));
    QCOMPARE(partnersAsked(plan, body, meetingDay()), (QList<Id>{Id(u"council"_s), Id(u"ashmoor"_s)}));
    QCOMPARE(partnersAsked(plan, body).size(), 3);
}

void TestCommitteeRoll::limitsInForce_data()
{
    QTest::addColumn<QDate>("on");
    QTest::addColumn<qsizetype>(
        "limits"); // the council's holds from 1 to 31 March 2026; Ashmoor ICB's for good
    QTest::newRow("before") << QDate(2026, 2, 28) << qsizetype(1);
    QTest::newRow("first day") << QDate(2026, 3, 1) << qsizetype(2);
    QTest::newRow("last day") << QDate(2026, 3, 31) << qsizetype(2);
    QTest::newRow("after") << QDate(2026, 4, 1) << qsizetype(1);
    QTest::newRow("no day") << QDate() << qsizetype(1);
}

void TestCommitteeRoll::limitsInForce()
{
    QFETCH(QDate, on);
    const Plan plan = with(committeePlan(), Delegation::type, u"limit-council"_s,
                           {{u"from"_s, Value(QDate(2026, 3, 1))}, {u"to"_s, Value(QDate(2026, 3, 31))}});
    const QList<DelegatedLimit> limits = limitsOf(plan, Id(u"committee"_s), on);
    QTEST(limits.size(), "limits");
    QCOMPARE(limits.last().partner, Id(u"ashmoor"_s));
    QCOMPARE(limits.last().perDecision, std::optional(Money::fromPounds(250'000)));
    QCOMPARE(limits.last().perYear, std::optional(Money::fromPounds(1'000'000)));
    QCOMPARE(limits.last().minute, u"14/25"_s);
    QVERIFY(limitsOf(plan, Id(u"hwb"_s), on).isEmpty());
}

void TestCommitteeRoll::limitsPerHead()
{
    // £5,000.00 and £20,000.01 for 100,000 people, 286,400 of them: £14,320.00 and £57,280.02864, rounded down.
    Plan plan = with(committeePlan(), Delegation::type, u"limit-council"_s,
                     {{u"basis"_s, choice(delegationBasis::perHead)},
                      {u"perDecision"_s, pounds(5'000)},
                      {u"perYear"_s, pounds(20'000, 1)},
                      {u"population"_s, Value::count(286'400)},
                      {u"category"_s, text(u"Social Care"_s)},
                      {u"role"_s, choice(memberRole::adultServices)}});
    const DelegatedLimit limit = limitsOf(plan, Id(u"committee"_s), meetingDay()).first();
    QCOMPARE(formatMoney(*limit.perDecision), u"£14,320.00"_s);
    QCOMPARE(formatMoney(*limit.perYear), u"£57,280.02"_s);
    QCOMPARE(limit.category, u"Social Care"_s);
    QCOMPARE(limit.role, QString(memberRole::adultServices));
    // Nobody knows how much that is: it is no limit at all, and not one without an end.
    plan = with(plan, Delegation::type, u"limit-council"_s, {{u"population"_s, Value()}});
    QCOMPARE(limitsOf(plan, Id(u"committee"_s), meetingDay()).size(), 1);
}

void TestCommitteeRoll::whatIsDecided()
{
    Plan plan = committeePlan();
    QCOMPARE(decided(plan), QStringList());
    plan = outcome(plan, u"o1"_s, u"handyperson"_s, resolutionOutcome::carried);
    plan = money(plan, u"m1"_s, u"o1"_s, u"council"_s, u"Social Care"_s, 10'000, 0);
    const QStringList used{u"council 2026-27 Social Care 10,000.00"_s};
    QCOMPARE(decided(plan), used);
    QCOMPARE(decided(plan, u"handyperson"_s), QStringList());
    QCOMPARE(decided(plan, u"optionB"_s), used);
    QVERIFY(decidedBy(plan, Id(u"hwb"_s)).isEmpty());
    QCOMPARE(decided(outcome(plan, u"o2"_s, u"handyperson"_s, resolutionOutcome::applied)), used);
    const Plan again = outcome(plan, u"o2"_s, u"handyperson"_s, resolutionOutcome::reopened);
    QCOMPARE(decided(again), QStringList());
    // The second round counts, and the first no more.
    const Plan second = money(outcome(again, u"o3"_s, u"handyperson"_s, resolutionOutcome::carried), u"m2"_s,
                              u"o3"_s, u"council"_s, u"Social Care"_s, 0, 7'000);
    QCOMPARE(decided(second), QStringList{u"council 2026-27 Social Care 7,000.00"_s});
    for (const QLatin1StringView lost :
         {resolutionOutcome::notCarried, resolutionOutcome::noDecision, resolutionOutcome::notQuorate})
        QCOMPARE(decided(outcome(again, u"o3"_s, u"handyperson"_s, lost)), QStringList());
}

void TestCommitteeRoll::moneyThatPartnersAccepted()
{
    Plan plan = outcome(committeePlan(), u"o1"_s, u"optionB"_s, resolutionOutcome::recommended);
    plan = money(plan, u"m1"_s, u"o1"_s, u"ashmoor"_s, u"Acute"_s, 0, 500'000, true);
    plan = money(plan, u"m2"_s, u"o1"_s, u"council"_s, u"Social Care"_s, 120'000, 0);
    QCOMPARE(decided(plan), QStringList()); // nothing is decided
    // Once applied, Ashmoor ICB decided its own, and the council's was committed under its delegation.
    plan = outcome(plan, u"o2"_s, u"optionB"_s, resolutionOutcome::applied);
    QCOMPARE(decided(plan), QStringList{u"council 2026-27 Social Care 120,000.00"_s});
}

// £500,000.00 from one area of spend to two others is £500,000.00 of the year, and of each area what moves there.
void TestCommitteeRoll::moneyBetweenAreas()
{
    Plan plan = outcome(committeePlan(), u"o1"_s, u"optionB"_s, resolutionOutcome::carried);
    plan = money(plan, u"m1"_s, u"o1"_s, u"ashmoor"_s, u"Acute"_s, 0, 500'000);
    plan = money(plan, u"m2"_s, u"o1"_s, u"ashmoor"_s, u"Primary Care"_s, 200'000, 0);
    plan = money(plan, u"m3"_s, u"o1"_s, u"ashmoor"_s, u"Other"_s, 300'000, 0);
    QMap<QString, Money> byArea;
    Money whole;
    for (const DecidedMoney& one : decidedBy(plan, Id(u"committee"_s))) {
        byArea[one.category] += one.amount;
        whole += one.amount;
    }
    QCOMPARE(formatMoney(whole), u"£500,000.00"_s);
    QCOMPARE(formatMoney(byArea[u"Acute"_s]), u"£500,000.00"_s);
    QCOMPARE(formatMoney(byArea[u"Primary Care"_s]), u"£200,000.00"_s);
    QCOMPARE(formatMoney(byArea[u"Other"_s]), u"£300,000.00"_s);
}

void TestCommitteeRoll::lastRows()
{
    Plan plan = committeePlan();
    const Id optionB(u"optionB"_s);
    QVERIFY(!lastOutcome(plan, optionB));
    QVERIFY(isOpen(plan, optionB));
    plan = outcome(plan, u"o1"_s, u"optionB"_s, resolutionOutcome::recommended);
    QVERIFY(!isOpen(plan, optionB));
    QVERIFY(isOpen(plan, Id(u"handyperson"_s)));
    const auto reply = [](const Plan& before, const QString& id, QLatin1StringView answer, qint64 round) {
        return with(before, RecommendationReply::type, id,
                    {{u"resolution"_s, ref(u"optionB"_s)},
                     {u"partner"_s, ref(u"ashmoor"_s)},
                     {u"answer"_s, choice(answer)},
                     {u"round"_s, round > 0 ? Value::count(round) : Value()}});
    };
    plan = reply(plan, u"r1"_s, replyAnswer::accepted, 0);
    plan = reply(plan, u"r2"_s, replyAnswer::refused, 0);
    QCOMPARE(lastReply(plan, optionB, Id(u"ashmoor"_s))->answer, QString(replyAnswer::refused));
    QVERIFY(!lastReply(plan, optionB, Id(u"council"_s)));
    plan = outcome(plan, u"o2"_s, u"optionB"_s, resolutionOutcome::reopened);
    QVERIFY(isOpen(plan, optionB));
    QVERIFY(!lastReply(plan, optionB, Id(u"ashmoor"_s))); // it answered another vote
    QCOMPARE(lastOutcome(plan, optionB)->id, Id(u"o2"_s));

    const Id year(u"2026-27"_s);
    QVERIFY(!latestVersion(plan, year));
    QVERIFY(!submissionOf(plan, year));
    for (const auto& [id, number, of] : std::initializer_list<std::tuple<QString, int, QString>>{
             {u"v1"_s, 1, u"2026-27"_s}, {u"v2"_s, 2, u"2026-27"_s}, {u"w3"_s, 3, u"2027-28"_s}})
        plan =
            with(plan, FrozenVersion::type, id, {{u"year"_s, ref(of)}, {u"number"_s, Value::count(number)}});
    QCOMPARE(latestVersion(plan, year)->id, Id(u"v2"_s));
    for (const QString& id : {u"s1"_s, u"s2"_s})
        plan = with(plan, SignOff::type, id,
                    {{u"signatory"_s, ref(u"sign-151"_s)}, {u"version"_s, ref(u"v1"_s)}});
    QCOMPARE(lastSignature(plan, Id(u"sign-151"_s))->id, Id(u"s2"_s));
    QVERIFY(!lastSignature(plan, Id(u"sign-hwb"_s)));
    plan = with(plan, Submission::type, u"sub"_s, {{u"year"_s, ref(u"2026-27"_s)}});
    QVERIFY(submissionOf(plan, year));
    QVERIFY(!submissionOf(plan, Id(u"2027-28"_s)));
}

QTEST_GUILESS_MAIN(TestCommitteeRoll)
#include "test_committeeroll.moc"
