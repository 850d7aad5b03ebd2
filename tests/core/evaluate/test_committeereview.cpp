// What a resolution moves, whether the committee may decide it alone, and what the votes say. The figures of the sample are those of
// design/calderbourne.md, "The committee"; all others are derived by hand, as said beside them.
#include "core/committee/heldsteps.h"
#include "core/evaluate/committeereview.h"
#include "tests/support/committeeplan.h"
#include "tests/support/contractplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCommitteeReview : public QObject
{
    Q_OBJECT

    static Value choice(QLatin1StringView value) { return Value(QString(value)); }
    static ResolutionReview review(const Plan& plan, const QString& resolution,
                                   const QDate& on = meetingDay())
    {
        return reviewResolution(plan, {}, Id(resolution), on);
    }
    static Plan voted(const Plan& plan, const QString& resolution, const QList<VoteCast>& votes)
    {
        return after(plan, recordVotes(plan, Id(resolution), votes, countedIds(u"vote-"_s + resolution)));
    }
    static Plan agreed(const Plan& plan, const QString& resolution)
    {
        return voted(plan, resolution, allInFavour(plan, itemOf(plan, resolution)));
    }
    static QString itemOf(const Plan& plan, const QString& resolution)
    {
        return plan.resolutions.find(Id(resolution))->item.text();
    }
    static Plan decided(const Plan& plan, const QString& resolution)
    {
        return after(plan, recordOutcome(plan, {}, Id(resolution), meetingDay(), {}, {},
                                         countedIds(u"outcome-"_s + resolution)));
    }
    // A resolution under item 4 that raises the handyperson service to so many pounds.
    static Plan handyAt(qint64 pounds)
    {
        return withResolution(committeePlan(), u"more"_s, u"item4"_s,
                              heldAmounts(committeePlan(), {{u"handy"_s, pounds}}));
    }
    static QStringList names(const QList<Id>& ids)
    {
        QStringList names;
        for (const Id& id : ids)
            names.append(id.text());
        return names;
    }

private slots:
    void handyperson();
    void optionB();
    void delegationCase_data();
    void delegationCase();
    void limitOfTheYear();
    void noDelegation();
    void limitsOfTheMeetingDay_data();
    void limitsOfTheMeetingDay();
    void limitOfARole();
    void limitOfAnotherPartnersRole();
    void board();
    void forum();
    void whatTheVoteSays_data();
    void whatTheVoteSays();
    void noMoney();
    void agreementOfAPool();
    void payerUnknown();
    void contributionsAsWell();
    void yearsAndCategories();
    void refusedChanges_data();
    void refusedChanges();
    void sumsTooLarge();
    void staleSteps();
    void stepsInOrder();
    void interestsAsked_data();
    void interestsAsked();
    void interestsOfSubstitutes();
    void interestInAContract();
    void canApply();
    void otherMoneyThanDecided();
};

void TestCommitteeReview::handyperson()
{
    const Plan plan = agreed(committeePlan(), u"handyperson"_s);
    const ResolutionReview found = review(plan, u"handyperson"_s);
    QCOMPARE(found.unreadable, QString());
    QCOMPARE(formatMoney(found.amount), u"£10,000.00"_s);
    QCOMPARE(found.years.size(), 1);
    QCOMPARE(found.years.first().year, u"2026-27"_s);
    QCOMPARE(found.partners.size(), 1);
    QCOMPARE(found.partners.first().partner, Id(u"council"_s));
    QVERIFY(found.partners.first().isWithin());
    QCOMPARE(formatMoney(found.partners.first().years.first().left), u"£990,000.00"_s);
    QCOMPARE(found.recommendTo, QList<Id>());
    QCOMPARE(found.outcome, QString(resolutionOutcome::carried));
    QCOMPARE(found.body, Id(u"committee"_s));
    QCOMPARE(found.meeting, Id(u"march"_s));
    QVERIFY(found.open);
    QVERIFY(!found.canApply);
    // Once it is applied it shows what was recorded, and what is left stays £990,000.00.
    const Plan carried = decided(plan, u"handyperson"_s);
    QVERIFY(review(carried, u"handyperson"_s).canApply);
    const Plan applied = after(carried, recordApplication(carried, {}, Id(u"handyperson"_s), meetingDay(), {},
                                                          countedIds(u"applied"_s)));
    QCOMPARE(formatMoney(applied.lines.find(Id(u"handy"_s))->amount.value({Id(u"2026-27"_s), {}})),
             u"£160,000.00"_s);
    const ResolutionReview now = review(applied, u"handyperson"_s);
    QVERIFY(now.stale.isEmpty());
    QVERIFY(!now.canApply);
    QCOMPARE(formatMoney(now.amount), u"£10,000.00"_s);
    QCOMPARE(formatMoney(now.partners.first().years.first().left), u"£990,000.00"_s);
}

void TestCommitteeReview::optionB()
{
    const Plan plan = voted(committeePlan(), u"optionB"_s, votesOnOptionB());
    const ResolutionReview found = review(plan, u"optionB"_s);
    QCOMPARE(formatMoney(found.amount), u"£812,000.00"_s);
    QCOMPARE(found.partners.size(), 2);
    const PartnerVerdict& ashmoor = found.partners.first();
    QCOMPARE(ashmoor.partner, Id(u"ashmoor"_s));
    QCOMPARE(formatMoney(ashmoor.amount), u"£692,000.00"_s);
    QCOMPARE(ashmoor.verdict, DelegationVerdict::AboveDecision);
    QCOMPARE(formatMoney(*ashmoor.limit), u"£250,000.00"_s);
    QCOMPARE(formatMoney(ashmoor.above), u"£442,000.00"_s);
    const PartnerVerdict& council = found.partners.last();
    QCOMPARE(formatMoney(council.amount), u"£120,000.00"_s);
    QVERIFY(council.isWithin());
    QCOMPARE(names(found.recommendTo), QStringList{u"ashmoor"_s});
    QCOMPARE(found.tally.quorum.present, 8);
    QCOMPARE(found.tally.inFavour, 6);
    QCOMPARE(found.tally.against, 1);
    QCOMPARE(found.tally.abstained, 1);
    QCOMPARE(found.outcome, QString(resolutionOutcome::recommended));
    QVERIFY(found.asked.isEmpty()); // Dr Nazir left
    QVERIFY(!found.canApply);
    // Nothing is applied, and recording it applies nothing.
    const Plan recorded = decided(plan, u"optionB"_s);
    QCOMPARE(recorded.lines, plan.lines);
    QVERIFY(!review(recorded, u"optionB"_s).canApply);
}

void TestCommitteeReview::delegationCase_data()
{
    QTest::addColumn<qint64>(
        "handy"); // £150,000.00 before, and the council lets the committee decide £42,500.00
    QTest::addColumn<QString>("outcome");
    QTest::newRow("£42,500.00") << qint64(192'500) << QString(resolutionOutcome::carried);
    QTest::newRow("£42,501.00") << qint64(192'501) << QString(resolutionOutcome::recommended);
    QTest::newRow("£42,500.00 less") << qint64(107'500) << QString(resolutionOutcome::carried);
    QTest::newRow("£42,501.00 less") << qint64(107'499) << QString(resolutionOutcome::recommended);
}

void TestCommitteeReview::delegationCase()
{
    QFETCH(qint64, handy);
    QFETCH(QString, outcome);
    Plan plan =
        with(handyAt(handy), Delegation::type, u"limit-council"_s, {{u"perDecision"_s, pounds(42'500)}});
    plan = agreed(plan, u"more"_s);
    const ResolutionReview found = review(plan, u"more"_s);
    QCOMPARE(found.outcome, outcome);
    QCOMPARE(found.recommendTo.isEmpty(), outcome == resolutionOutcome::carried);
}

// £10,000.00 of the year are used by the handyperson's £10,000.00: £10,000.00 more fit a limit of £20,000.00, a penny more does not.
void TestCommitteeReview::limitOfTheYear()
{
    Plan plan = agreed(committeePlan(), u"handyperson"_s);
    plan = decided(plan, u"handyperson"_s); // carried, and not applied yet
    plan = withResolution(plan, u"more"_s, u"item5"_s, heldAmounts(plan, {{u"hazards"_s, 250'000}}));
    const auto under = [&](qint64 pence) {
        return review(agreed(with(plan, Delegation::type, u"limit-council"_s,
                                  {{u"perYear"_s, Value(Money::fromPence(pence))}}),
                             u"more"_s),
                      u"more"_s);
    };
    QCOMPARE(under(2'000'000).outcome, QString(resolutionOutcome::carried));
    QCOMPARE(formatMoney(under(2'000'000).partners.first().years.first().left), u"£0.00"_s);
    const ResolutionReview above = under(1'999'999);
    QCOMPARE(above.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(above.partners.first().verdict, DelegationVerdict::AboveYear);
    QCOMPARE(formatMoney(above.partners.first().above), u"£0.01"_s);
}

void TestCommitteeReview::noDelegation()
{
    Plan plan = withResolution(committeePlan(), u"fenwold-less"_s, u"item4"_s,
                               heldAmounts(committeePlan(), {{u"fen"_s, 399'999}}));
    plan = agreed(plan, u"fenwold-less"_s);
    const ResolutionReview found = review(plan, u"fenwold-less"_s);
    QCOMPARE(found.partners.first().verdict, DelegationVerdict::NothingDelegated);
    QCOMPARE(names(found.recommendTo), QStringList{u"fenwold"_s});
    QCOMPARE(found.outcome, QString(resolutionOutcome::recommended));
    // A limit that has run out is none.
    const Plan out = with(agreed(committeePlan(), u"handyperson"_s), Delegation::type, u"limit-council"_s,
                          {{u"to"_s, Value(meetingDay().addDays(-1))}});
    QCOMPARE(review(out, u"handyperson"_s).outcome, QString(resolutionOutcome::recommended));
}

// The body decides at its meeting: neither a limit that ended before it nor one that began after it counts, whenever the outcome is
// recorded.
void TestCommitteeReview::limitsOfTheMeetingDay_data()
{
    QTest::addColumn<QString>("bound");
    QTest::addColumn<int>("days"); // after the meeting
    QTest::addColumn<QString>("outcome");
    const QString carried(resolutionOutcome::carried);
    const QString recommended(resolutionOutcome::recommended);
    QTest::newRow("ended the day before") << u"to"_s << -1 << recommended;
    QTest::newRow("ended on the day") << u"to"_s << 0 << carried;
    QTest::newRow("ended between the meeting and the outcome") << u"to"_s << 5 << carried;
    QTest::newRow("began on the day") << u"from"_s << 0 << carried;
    QTest::newRow("began between the meeting and the outcome") << u"from"_s << 5 << recommended;
}

void TestCommitteeReview::limitsOfTheMeetingDay()
{
    QFETCH(QString, bound);
    QFETCH(int, days);
    QFETCH(QString, outcome);
    const Plan plan = with(agreed(committeePlan(), u"handyperson"_s), Delegation::type, u"limit-council"_s,
                           {{bound, Value(meetingDay().addDays(days))}});
    for (const int later : {-30, -1, 0, 1, 10}) {
        const QDate on = meetingDay().addDays(later);
        QCOMPARE(review(plan, u"handyperson"_s, on).outcome, outcome);
        if (later < 0)
            continue;
        const Plan recorded =
            after(plan, recordOutcome(plan, {}, Id(u"handyperson"_s), on, {}, {}, countedIds(u"outcome-"_s)));
        QCOMPARE(lastOutcome(recorded, Id(u"handyperson"_s))->outcome, outcome);
    }
}

// Delegated to the director of adult services: she must be for it herself.
void TestCommitteeReview::limitOfARole()
{
    const Plan plan = with(committeePlan(), Delegation::type, u"limit-council"_s,
                           {{u"role"_s, choice(memberRole::adultServices)}});
    QCOMPARE(review(agreed(plan, u"handyperson"_s), u"handyperson"_s).outcome,
             QString(resolutionOutcome::carried));
    QList<VoteCast> votes = allInFavour(plan, u"item4"_s, {u"calloway"_s});
    votes.append({Id(u"calloway"_s), ballot::abstained, false, {}});
    const ResolutionReview without = review(voted(plan, u"handyperson"_s, votes), u"handyperson"_s);
    QCOMPARE(without.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(without.partners.first().verdict, DelegationVerdict::RoleNotInFavour);
    // The vote of a director who is sent out is none.
    const Plan out = with(agreed(plan, u"handyperson"_s), ItemInterest::type, u"out"_s,
                          {{u"item"_s, ref(u"item4"_s)},
                           {u"member"_s, ref(u"calloway"_s)},
                           {u"action"_s, choice(chairAction::noVote)}});
    QCOMPARE(review(out, u"handyperson"_s).partners.first().verdict, DelegationVerdict::RoleNotInFavour);
}

// A director of adult services who is no member of the council does not decide the council's money.
void TestCommitteeReview::limitOfAnotherPartnersRole()
{
    Plan plan = with(committeePlan(), Delegation::type, u"limit-council"_s,
                     {{u"role"_s, choice(memberRole::adultServices)}});
    for (const Value& partner : {ref(u"ashmoor"_s), Value()}) {
        plan = with(plan, BodyMember::type, u"calloway"_s, {{u"partner"_s, partner}});
        const ResolutionReview found = review(agreed(plan, u"handyperson"_s), u"handyperson"_s);
        QCOMPARE(found.partners.first().verdict, DelegationVerdict::RoleNotInFavour);
        QCOMPARE(names(found.recommendTo), QStringList{u"council"_s});
    }
}

// An HWB agrees plans; without a delegation it commits nobody's money.
void TestCommitteeReview::board()
{
    Plan plan = with(committeePlan(), Body::type, u"committee"_s, {{u"kind"_s, choice(bodyKind::board)}});
    QCOMPARE(review(agreed(plan, u"handyperson"_s), u"handyperson"_s).outcome,
             QString(resolutionOutcome::carried));
    plan = without(plan, Delegation::type, u"limit-council"_s);
    const ResolutionReview found = review(agreed(plan, u"handyperson"_s), u"handyperson"_s);
    QCOMPARE(found.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(names(found.recommendTo), QStringList{u"council"_s});
}

// A consultative forum decides nothing, whatever was delegated to it.
void TestCommitteeReview::forum()
{
    Plan plan = with(committeePlan(), Body::type, u"committee"_s, {{u"kind"_s, choice(bodyKind::forum)}});
    const ResolutionReview found = review(agreed(plan, u"handyperson"_s), u"handyperson"_s);
    QCOMPARE(found.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(names(found.recommendTo), QStringList{u"council"_s});
    plan = with(plan, Resolution::type, u"words"_s,
                {{u"item"_s, ref(u"item4"_s)}, {u"name"_s, text(u"Words"_s)}});
    plan = agreed(plan, u"words"_s);
    const ResolutionReview words = review(plan, u"words"_s);
    QCOMPARE(words.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(names(words.recommendTo), (QStringList{u"council"_s, u"ashmoor"_s, u"fenwold"_s}));
    const Plan blocks = with(without(plan, BodyMember::type, u"lund"_s), Body::type, u"committee"_s,
                             {{u"votingRule"_s, choice(votingRule::blockVote)}});
    QCOMPARE(names(review(blocks, u"words"_s).recommendTo), (QStringList{u"council"_s, u"ashmoor"_s}));
}

void TestCommitteeReview::whatTheVoteSays_data()
{
    QTest::addColumn<QStringList>("inFavour");
    QTest::addColumn<QStringList>("against");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<qint64>("quorum");
    QTest::addColumn<QString>("outcome");
    const QString majority(votingRule::simpleMajority);
    const QStringList four{u"aziz"_s, u"osei"_s, u"pryce"_s, u"thwaite"_s};
    const QStringList one{u"lowry"_s};
    QTest::newRow("carried") << four << one << majority << qint64(6) << QString(resolutionOutcome::carried);
    QTest::newRow("not carried") << one << four << majority << qint64(6)
                                 << QString(resolutionOutcome::notCarried);
    QTest::newRow("nobody voted") << QStringList() << QStringList() << majority << qint64(6)
                                  << QString(resolutionOutcome::noDecision);
    QTest::newRow("no rule") << four << one << QString() << qint64(6)
                             << QString(resolutionOutcome::noDecision);
    QTest::newRow("quorum to the member")
        << four << one << majority << qint64(9) << QString(resolutionOutcome::carried);
    QTest::newRow("one short of the quorum")
        << four << one << majority << qint64(10) << QString(resolutionOutcome::notQuorate);
    QTest::newRow("one objects") << four << one << QString(votingRule::consensus) << qint64(6)
                                 << QString(resolutionOutcome::noDecision);
    // Fenwold ICB sent apologies, so that its vote and its key are missing.
    QTest::newRow("a block is missing") << four << QStringList() << QString(votingRule::blockVote)
                                        << qint64(6) << QString(resolutionOutcome::noDecision);
    QTest::newRow("a key is missing") << four << QStringList() << QString(votingRule::dualKey) << qint64(6)
                                      << QString(resolutionOutcome::noDecision);
}

void TestCommitteeReview::whatTheVoteSays()
{
    QFETCH(QStringList, inFavour);
    QFETCH(QStringList, against);
    QFETCH(QString, rule);
    QFETCH(qint64, quorum);
    const Plan plan = with(committeePlan(), Body::type, u"committee"_s,
                           {{u"votingRule"_s, Value(rule)}, {u"quorumNumber"_s, Value::count(quorum)}});
    QList<VoteCast> votes;
    for (const QString& member : inFavour)
        votes.append({Id(member), ballot::inFavour, false, {}});
    for (const QString& member : against)
        votes.append({Id(member), ballot::against, false, {}});
    QTEST(review(voted(plan, u"handyperson"_s, votes), u"handyperson"_s).outcome, "outcome");
}

void TestCommitteeReview::noMoney()
{
    Plan plan = with(committeePlan(), Resolution::type, u"words"_s,
                     {{u"item"_s, ref(u"item4"_s)}, {u"name"_s, text(u"Words"_s)}});
    plan = agreed(plan, u"words"_s);
    const ResolutionReview words = review(plan, u"words"_s);
    QCOMPARE(words.outcome, QString(resolutionOutcome::carried));
    QVERIFY(words.partners.isEmpty());
    QVERIFY(!review(decided(plan, u"words"_s), u"words"_s).canApply); // nothing to apply
    // A Step that moves none is carried on its vote alone, and can be applied.
    plan = withResolution(
        plan, u"note"_s, u"item4"_s,
        heldChanges(
            StepBuilder(plan).set(Line::type.id, Id(u"fen"_s), u"note", text(u"seen"_s)).step({}).changes));
    plan = agreed(plan, u"note"_s);
    QCOMPARE(review(plan, u"note"_s).outcome, QString(resolutionOutcome::carried));
    QVERIFY(review(decided(plan, u"note"_s), u"note"_s).canApply);
}

// What the partners signed moves no money of the plan and is still not the committee's: who bears an overspend.
void TestCommitteeReview::agreementOfAPool()
{
    Plan plan = committeePlan();
    Change rung;
    rung.op = Change::Op::Add;
    rung.entity = RiskTerm::type.id;
    rung.id = Id(u"rung"_s);
    rung.record = {{u"fund"_s, {}, ref(u"pool"_s)},
                   {u"side"_s, {}, choice(riskSide::over)},
                   {u"kind"_s, {}, choice(riskKind::proportional)}};
    plan = withResolution(plan, u"risk"_s, u"item4"_s, heldChanges({rung}));
    plan = agreed(plan, u"risk"_s);
    const ResolutionReview found = review(plan, u"risk"_s);
    QVERIFY(found.amount.isZero());
    QCOMPARE(names(found.agreements), QStringList{u"pool"_s});
    QCOMPARE(found.outcome, QString(resolutionOutcome::recommended));
    QStringList asked = names(found.recommendTo);
    asked.sort();
    QCOMPARE(asked, (QStringList{u"ashmoor"_s, u"council"_s, u"fenwold"_s})); // all three pay into the pool
    plan = decided(plan, u"risk"_s);
    QVERIFY(!review(plan, u"risk"_s).canApply);
}

void TestCommitteeReview::payerUnknown()
{
    Plan plan = with(committeePlan(), Line::type, u"fen"_s, {{u"payer"_s, Value()}});
    plan = withResolution(plan, u"unknown"_s, u"item4"_s, heldAmounts(plan, {{u"fen"_s, 399'000}}));
    plan = agreed(plan, u"unknown"_s);
    const ResolutionReview found = review(plan, u"unknown"_s);
    QVERIFY(found.partnerUnknown);
    QCOMPARE(found.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(found.recommendTo, QList<Id>());
    QVERIFY(!review(decided(plan, u"unknown"_s), u"unknown"_s).canApply); // nobody can accept it
}

// £10,000.00 more for the service and £10,000.00 more paid in for it are £10,000.00 of the council's money.
void TestCommitteeReview::contributionsAsWell()
{
    const Plan plan = committeePlan();
    StepBuilder builder(plan);
    builder.set(Line::type.id, Id(u"handy"_s), u"amount", {Id(u"2026-27"_s), {}}, pounds(160'000));
    builder.set(Contribution::type.id, Id(u"in-council"_s), u"amount", {Id(u"2026-27"_s), {}},
                pounds(1'010'000));
    const Plan both =
        agreed(withResolution(plan, u"both"_s, u"item4"_s, heldChanges(builder.step({}).changes)), u"both"_s);
    QCOMPARE(formatMoney(review(both, u"both"_s).amount), u"£10,000.00"_s);
    QCOMPARE(review(both, u"both"_s).outcome, QString(resolutionOutcome::carried));
}

// £260,000.00 from the discharge team to reablement: £260,000.00, above the limit; from one year to the other likewise.
void TestCommitteeReview::yearsAndCategories()
{
    const Plan plan = committeePlan();
    StepBuilder builder(plan);
    const Key now{Id(u"2026-27"_s), {}};
    const Key then{Id(u"2027-28"_s), {}};
    builder.set(Line::type.id, Id(u"discharge"_s), u"amount", now, pounds(1'970'000));
    builder.set(Line::type.id, Id(u"discharge"_s), u"amount", then, pounds(40'000));
    builder.set(Line::type.id, Id(u"reablement"_s), u"amount", now, pounds(4'260'000));
    const Plan made = withResolution(plan, u"years"_s, u"item4"_s, heldChanges(builder.step({}).changes));
    const ResolutionReview found = review(made, u"years"_s);
    // 2026-27: 100,000 less and 60,000 more; 2027-28: 40,000 more; in all 100,000 each way.
    QCOMPARE(formatMoney(found.amount), u"£100,000.00"_s);
    QCOMPARE(found.years.size(), 2);
    QCOMPARE(formatMoney(found.years.first().amount), u"£100,000.00"_s);
    QCOMPARE(found.years.last().year, u"2027-28"_s);
    QCOMPARE(formatMoney(found.years.last().amount), u"£40,000.00"_s);
}

void TestCommitteeReview::refusedChanges_data()
{
    QTest::addColumn<QString>("changes");
    QTest::addColumn<QString>("sentence");
    const Plan plan = committeePlan();
    const auto held = [&](const EntityType& type, const QString& id, const char* field, const Value& to) {
        return heldChanges(
            StepBuilder(plan).set(type.id, Id(id), QLatin1StringView(field), to).step({}).changes);
    };
    const QString itself =
        u"“bad” would change what the committee keeps about itself, which a resolution about the "
        "plan’s money cannot do. Take that change out."_s;
    QTest::newRow("its own limit") << held(Delegation::type, u"limit-council"_s, "perDecision",
                                           pounds(9'000'000))
                                   << itself;
    QTest::newRow("its quorum") << held(Body::type, u"committee"_s, "quorumNumber", Value::count(1))
                                << itself;
    QTest::newRow("a vote") << heldChanges(StepBuilder(plan).add(Vote::type.id, Id(u"v"_s)).step({}).changes)
                            << itself;
    QTest::newRow("a scenario")
        << heldChanges(StepBuilder(plan).add(Scenario::type.id, Id(u"sc"_s)).step({}).changes)
        << u"“bad” would change a scenario, and a resolution is about the base. Take that change out."_s;
    QTest::newRow("no list")
        << u"more money"_s
        << u"What “bad” would change cannot be read: a list of changes in brackets is expected."_s;
}

void TestCommitteeReview::refusedChanges()
{
    QFETCH(QString, changes);
    const Plan plan = agreed(withResolution(committeePlan(), u"bad"_s, u"item4"_s, changes), u"bad"_s);
    const ResolutionReview found = review(plan, u"bad"_s);
    QTEST(found.unreadable, "sentence");
    QVERIFY(!planAfter(plan, Id(u"bad"_s)));
    const Result<Step> outcome =
        recordOutcome(plan, {}, Id(u"bad"_s), meetingDay(), {}, {}, countedIds(u"o"_s));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().text, found.unreadable);
}

void TestCommitteeReview::sumsTooLarge()
{
    // Two lines at the most that 64 bits hold, both to another area of spend.
    Plan plan = committeePlan();
    StepBuilder builder(plan);
    for (const QString& line : {u"handy"_s, u"hazards"_s}) {
        plan = with(plan, Line::type, line,
                    {{u"amount 2026-27"_s, Value(Money::fromPence(std::numeric_limits<qint64>::max() - 1))}});
        builder.set(Line::type.id, Id(line), u"areaOfSpend", text(u"Acute"_s));
    }
    plan = withResolution(plan, u"huge"_s, u"item4"_s, heldChanges(builder.step({}).changes));
    const ResolutionReview found = review(plan, u"huge"_s);
    QCOMPARE(found.unreadable,
             u"A sum in this resolution is too large to be worked out exactly. Look for an amount "
             "far too large, and mend it."_s);
    QCOMPARE(review(plan, u"nothing"_s).unreadable, u"There is no such resolution in the plan."_s);
}

void TestCommitteeReview::staleSteps()
{
    const Plan plan = with(voted(committeePlan(), u"optionB"_s, votesOnOptionB()), Line::type, u"beds"_s,
                           {{u"amount 2026-27"_s, pounds(2'400'000)}});
    const ResolutionReview found = review(plan, u"optionB"_s);
    QCOMPARE(found.stale.size(), 1);
    QCOMPARE(found.stale.first().step, Id(u"optionB-step"_s));
    QCOMPARE(found.stale.first().conflicts.size(), 1);
    QCOMPARE(found.stale.first().conflicts.first().present, pounds(2'400'000));
    QVERIFY(found.moved.isEmpty());
    QVERIFY(!planAfter(plan, Id(u"optionB"_s)));
}

// A second Step stands on what the first one leaves.
void TestCommitteeReview::stepsInOrder()
{
    Plan plan = committeePlan();
    const Plan first = *planAfter(plan, Id(u"handyperson"_s));
    plan = with(plan, ResolutionStep::type, u"second"_s,
                {{u"resolution"_s, ref(u"handyperson"_s)},
                 {u"what"_s, text(u"Then"_s)},
                 {u"changes"_s, text(heldAmounts(first, {{u"handy"_s, 175'000}}))}});
    QCOMPARE(formatMoney(review(plan, u"handyperson"_s).amount), u"£25,000.00"_s);
    QCOMPARE(changesOf(plan, Id(u"handyperson"_s))->size(), 2);
    const Plan after = *planAfter(plan, Id(u"handyperson"_s));
    QCOMPARE(after.lines.find(Id(u"handy"_s))->amount.value({Id(u"2026-27"_s), {}}),
             Money::fromPounds(175'000));
    // Without the first, the second is stale.
    const Plan alone = without(plan, ResolutionStep::type, u"handyperson-step"_s);
    QCOMPARE(review(alone, u"handyperson"_s).stale.first().step, Id(u"second"_s));
}

void TestCommitteeReview::interestsAsked_data()
{
    QTest::addColumn<QString>("link"); // to what the interest of Dr Nazir is
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("there");
    QTest::addColumn<QDate>("ended");
    QTest::addColumn<bool>("asked");
    const auto row = [](const char* name, const QString& link, const QString& to, QLatin1StringView action,
                        bool there, const QDate& ended, bool asked) {
        QTest::newRow(name) << link << to << QString(action) << there << ended << asked;
    };
    row("scheme", u"scheme"_s, u"s-response"_s, {}, true, {}, true);
    row("another scheme", u"scheme"_s, u"s-handy"_s, {}, true, {}, false);
    row("provider", u"provider"_s, u"NHS Community Provider"_s, {}, true, {}, true);
    row("another provider", u"provider"_s, u"Private Sector"_s, {}, true, {}, false);
    row("noted", u"scheme"_s, u"s-response"_s, chairAction::note, true, {}, false);
    row("left", u"scheme"_s, u"s-response"_s, chairAction::leave, true, {}, false);
    row("away", u"scheme"_s, u"s-response"_s, {}, false, {}, false);
    row("ends that day", u"scheme"_s, u"s-response"_s, {}, true, meetingDay(), true);
    row("ended the day before", u"scheme"_s, u"s-response"_s, {}, true, meetingDay().addDays(-1), false);
}

void TestCommitteeReview::interestsAsked()
{
    QFETCH(QString, link);
    QFETCH(QString, to);
    QFETCH(QString, action);
    QFETCH(bool, there);
    QFETCH(QDate, ended);
    Plan plan = with(committeePlan(), ItemInterest::type, u"left"_s, {{u"action"_s, Value(action)}});
    plan = with(plan, InterestLink::type, u"practice-response"_s, {{u"scheme"_s, Value()}});
    plan = with(plan, InterestLink::type, u"practice-response"_s,
                {{link, link == u"provider" ? Value(to) : ref(to)}});
    plan = with(plan, Interest::type, u"practice"_s, {{u"ended"_s, Value(ended)}});
    if (!there)
        plan = with(plan, Attendance::type, u"at-nazir"_s, {{u"how"_s, choice(attending::apologies)}});
    QTEST(!review(plan, u"optionB"_s).asked.isEmpty(), "asked");
}

void TestCommitteeReview::interestsOfSubstitutes()
{
    Plan plan = with(committeePlan(), BodyMember::type, u"booth"_s,
                     {{u"body"_s, ref(u"committee"_s)}, {u"substituteFor"_s, ref(u"nazir"_s)}});
    plan = with(plan, Interest::type, u"practice"_s, {{u"member"_s, ref(u"booth"_s)}});
    plan = without(plan, ItemInterest::type, u"left"_s);
    QVERIFY(review(plan, u"optionB"_s).asked.isEmpty()); // Chris Booth is not there
    plan = with(plan, Attendance::type, u"at-nazir"_s,
                {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(u"booth"_s)}});
    const ResolutionReview found = review(plan, u"optionB"_s);
    QCOMPARE(found.asked.size(), 1);
    QCOMPARE(found.asked.first().member, Id(u"booth"_s));
    QCOMPARE(found.asked.first().interest, Id(u"practice"_s));
    // An interest in something else that was noted does not answer for this one; being sent out does.
    const auto acted = [&](QLatin1StringView action) {
        return review(with(plan, ItemInterest::type, u"other"_s,
                           {{u"item"_s, ref(u"item5"_s)},
                            {u"member"_s, ref(u"booth"_s)},
                            {u"declared"_s, text(u"a cousin on the ward"_s)},
                            {u"action"_s, choice(action)}}),
                      u"optionB"_s)
            .asked.size();
    };
    QCOMPARE(acted(chairAction::note), 1);
    QCOMPARE(acted(chairAction::leave), 0);
}

// A change of a contract's terms is about the contract, its scheme, and the lines that it pays.
void TestCommitteeReview::interestInAContract()
{
    Plan plan = with(committeePlan(), Contract::type, u"c"_s,
                     {{u"name"_s, text(u"Teams"_s)}, {u"scheme"_s, ref(u"s-beds"_s)}});
    plan = with(plan, ContractVersion::type, u"v"_s, {{u"contract"_s, ref(u"c"_s)}});
    plan = with(plan, ItemInterest::type, u"left"_s, {{u"action"_s, Value()}});
    plan = withResolution(plan, u"terms"_s, u"item5"_s,
                          heldChanges(StepBuilder(plan)
                                          .set(ContractVersion::type.id, Id(u"v"_s), u"base", pounds(5'000))
                                          .step({})
                                          .changes));
    const auto asks = [&](const ExamplePlan::Cells& cells) {
        const Plan linked = with(plan, InterestLink::type, u"practice-response"_s,
                                 ExamplePlan::Cells{{u"scheme"_s, Value()}} + cells);
        return review(linked, u"terms"_s).asked.size();
    };
    QCOMPARE(asks({{u"contract"_s, ref(u"c"_s)}}), 1);
    QCOMPARE(asks({{u"scheme"_s, ref(u"s-beds"_s)}}), 1);
    QCOMPARE(asks({{u"scheme"_s, ref(u"s-response"_s)}}), 0);
}

void TestCommitteeReview::canApply()
{
    Plan plan = decided(voted(committeePlan(), u"optionB"_s, votesOnOptionB()), u"optionB"_s);
    QVERIFY(!review(plan, u"optionB"_s).canApply);
    const auto reply = [](const Plan& before, QLatin1StringView answer, const QString& id) {
        return after(before, recordReply(before, Id(u"optionB"_s), Id(u"ashmoor"_s), answer, meetingDay(),
                                         u"ICB 7/26"_s, countedIds(id)));
    };
    QVERIFY(!review(reply(plan, replyAnswer::refused, u"no"_s), u"optionB"_s).canApply);
    const Plan accepted = reply(plan, replyAnswer::accepted, u"yes"_s);
    QVERIFY(review(accepted, u"optionB"_s).canApply);
    QVERIFY(
        !review(reply(accepted, replyAnswer::refused, u"no"_s), u"optionB"_s).canApply); // the last counts
    // The council's £120,000.00 are committed only now: they must still be within its limit.
    const Plan lower =
        with(accepted, Delegation::type, u"limit-council"_s, {{u"perDecision"_s, pounds(119'999)}});
    QVERIFY(!review(lower, u"optionB"_s).canApply);
    // Who was asked must answer, even where the limit has been raised since.
    const Plan raised =
        with(plan, Delegation::type, u"limit-ashmoor"_s, {{u"perDecision"_s, pounds(900'000)}});
    QVERIFY(!review(raised, u"optionB"_s).canApply);
    // A stale Step can never be applied.
    const Plan stale = with(accepted, Line::type, u"beds"_s, {{u"amount 2026-27"_s, pounds(2'375'001)}});
    QVERIFY(!review(stale, u"optionB"_s).canApply);
    const Plan lost =
        decided(voted(committeePlan(), u"handyperson"_s, {{Id(u"aziz"_s), ballot::against, false, {}}}),
                u"handyperson"_s);
    QVERIFY(!review(lost, u"handyperson"_s).canApply);
}

// A Step that fits cell by cell may still move other money than was decided.
void TestCommitteeReview::otherMoneyThanDecided()
{
    const Plan plan = decided(agreed(committeePlan(), u"handyperson"_s), u"handyperson"_s);
    QVERIFY(!review(plan, u"handyperson"_s).moneyChanged);
    const Plan other = with(plan, Line::type, u"handy"_s, {{u"payer"_s, ref(u"fenwold"_s)}});
    const ResolutionReview found = review(other, u"handyperson"_s);
    QVERIFY(found.stale.isEmpty());
    QVERIFY(found.moneyChanged);
    QVERIFY(!found.canApply);
}

QTEST_GUILESS_MAIN(TestCommitteeReview)
#include "test_committeereview.moc"
