// What is refused of a committee, each with its sentence, beside what is let pass. Members, votes and limits are those of
// tests/support/committeeplan.h: ten members with a vote and a quorum of six.
#include "core/committee/heldsteps.h"
#include "tests/support/committeetrial.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Value rate(const char* text)
{
    return Value(*Rate::parse(QString::fromLatin1(text)));
}

Trial signature(const Plan& plan, const QString& signatory, QLatin1StringView capacity, const QDate& on)
{
    return Trial(plan).set(SignOff::type, u"signature"_s,
                           {{u"signatory"_s, ref(signatory)},
                            {u"version"_s, ref(u"version1"_s)},
                            {u"capacity"_s, choice(capacity)},
                            {u"on"_s, Value(on)}});
}

// What is said of a row that one Step removes and adds again under its id with other cells.
QString anew(const Plan& plan, const EntityType& type, const QString& id, const ExamplePlan::Cells& cells)
{
    const Plan changed = with(plan, type, id, cells);
    const TableBase& was = *plan.table(type.id);
    const TableBase& now = *changed.table(type.id);
    Change removed;
    removed.op = Change::Op::Remove;
    removed.entity = type.id;
    removed.id = Id(id);
    removed.position = was.positionOf(removed.id);
    removed.record = recordOf(type, was.at(removed.position));
    Change added = removed;
    added.op = Change::Op::Add;
    added.record = recordOf(type, now.at(added.position));
    Step step;
    step.changes = {removed, added};
    const Applied applied = apply(plan, step);
    return applied.ok() ? committeeRefusal(plan, applied.plan, step).value_or(QString())
                        : u"does not fit: "_s + describe(applied.conflicts.first(), step, plan);
}

} // namespace

class TestCommitteeChecks : public QObject
{
    Q_OBJECT

    static Trial body(const char* field, const Value& value)
    {
        return Trial(committeePlan()).set(Body::type, u"committee"_s, {{QString::fromLatin1(field), value}});
    }
    static Trial member(const QString& id, const ExamplePlan::Cells& cells)
    {
        return Trial(withOthers()).set(BodyMember::type, id, cells);
    }
    static Trial limit(const ExamplePlan::Cells& cells)
    {
        return Trial(committeePlan()).set(Delegation::type, u"limit-council"_s, cells);
    }

private slots:
    void elsewhereNothingIsLookedAt()
    {
        // A plan that is unsound throughout, and a Step that does not touch what is.
        Plan plan =
            with(committeePlan(), Body::type, u"committee"_s, {{u"quorumNumber"_s, Value::count(99)}});
        plan = with(plan, Delegation::type, u"limit-council"_s, {{u"minute"_s, Value()}});
        QCOMPARE(Trial(plan).set(Line::type, u"handy"_s, {{u"name"_s, text(u"Handy"_s)}}).said(), QString());
        QCOMPARE(Trial(plan).set(Duty::type, u"duty"_s, {{u"name"_s, text(u"Report"_s)}}).said(), QString());
    }

    void quorum()
    {
        QCOMPARE(body("quorumNumber", Value::count(10)).said(), QString());
        QCOMPARE(body("quorumNumber", Value::count(11)).said(),
                 u"Calderbourne Place Committee: a quorum of 11 is above the 10 member(s) with a vote."_s);
        QCOMPARE(body("quorumNumber", Value()).said(), QString());
        for (const qint64 none : {0, -1})
            QVERIFY(body("quorumNumber", Value::count(none)).said().contains(u"at least 1 member"_s));
        QCOMPARE(body("quorumShare", rate("100")).said(), QString());
        QCOMPARE(body("quorumShare", rate("0.5")).said(), QString());
        for (const char* bad : {"100.01", "0", "-50"})
            QVERIFY2(body("quorumShare", rate(bad)).said().contains(u"not above 0 and at most 100"_s), bad);
        const auto need = [](qint64 least) {
            return Trial(committeePlan())
                .set(QuorumNeed::type, u"need1"_s, {{u"least"_s, Value::count(least)}})
                .said();
        };
        QCOMPARE(need(1), QString());
        QVERIFY(need(0).contains(u"at least 1"_s));
    }

    // Ten seats; a substitute and a member without a vote are none.
    void quorumAboveTheMembership()
    {
        const Plan ten =
            with(withOthers(), Body::type, u"committee"_s, {{u"quorumNumber"_s, Value::count(10)}});
        const QString said =
            u"Calderbourne Place Committee: a quorum of 10 is above the 9 member(s) with a vote."_s;
        QCOMPARE(Trial(ten).remove(BodyMember::type, u"lund"_s).said(), said);
        QCOMPARE(Trial(ten).set(BodyMember::type, u"lund"_s, {{u"withoutVote"_s, flag()}}).said(), said);
        QCOMPARE(Trial(ten).set(BodyMember::type, u"lund"_s, {{u"substituteFor"_s, ref(u"osei"_s)}}).said(),
                 said);
        QCOMPARE(Trial(ten).set(BodyMember::type, u"hill"_s, {{u"body"_s, ref(u"committee"_s)}}).said(),
                 QString());
        QCOMPARE(Trial(ten).remove(BodyMember::type, u"booth"_s).said(), QString());
        QCOMPARE(Trial(ten)
                     .remove(BodyMember::type, u"lund"_s)
                     .set(Body::type, u"committee"_s, {{u"quorumNumber"_s, Value::count(9)}})
                     .said(),
                 QString()); // both at once
        // What was worse before may be mended in parts.
        const Plan twelve = with(ten, Body::type, u"committee"_s, {{u"quorumNumber"_s, Value::count(12)}});
        QCOMPARE(Trial(twelve).set(BodyMember::type, u"hill"_s, {{u"body"_s, ref(u"committee"_s)}}).said(),
                 QString());
        QCOMPARE(Trial(twelve).set(BodyMember::type, u"lund"_s, {{u"title"_s, text(u"Director"_s)}}).said(),
                 QString());
        QVERIFY(!Trial(twelve).remove(BodyMember::type, u"lund"_s).said().isEmpty());
    }

    // Two are councillors, three of the NHS, three council officers (two directors count as one each), two of Ashmoor.
    void rolesThatNobodyHas()
    {
        const auto need = [](const QString& id, const ExamplePlan::Cells& cells) {
            return Trial(withOthers())
                .set(QuorumNeed::type, id, ExamplePlan::Cells{{u"body"_s, ref(u"committee"_s)}} + cells)
                .said();
        };
        const auto said = [](int least, int members) {
            return u"Calderbourne Place Committee: its quorum needs at least %1 of a role or partner, and %2 "
                   "member(s) with a vote can be one."_s.arg(least)
                       .arg(members);
        };
        const auto least = [](qint64 number) {
            return std::pair<QString, Value>{u"least"_s, Value::count(number)};
        };
        QCOMPARE(need(u"need1"_s, {least(2)}), QString());
        QCOMPARE(need(u"need1"_s, {least(3)}), said(3, 2));
        const std::pair<QString, Value> officer{u"role"_s, choice(memberRole::councilOfficer)};
        QCOMPARE(need(u"new"_s, {officer, least(2)}), QString());
        QCOMPARE(need(u"new"_s, {officer, least(3)}), said(3, 2));
        const std::pair<QString, Value> ashmoor{u"partner"_s, ref(u"ashmoor"_s)};
        QCOMPARE(need(u"new"_s, {ashmoor, least(2)}), QString());
        QCOMPARE(need(u"new"_s, {ashmoor, least(3)}), said(3, 2));
        QCOMPARE(need(u"new"_s, {ashmoor, officer}), said(1, 0));
        QCOMPARE(need(u"new"_s, {least(10)}), QString());
        QCOMPARE(need(u"new"_s, {least(11)}), said(11, 10));
        // From the side of the members, who have not sat yet.
        const Plan plan = without(withOthers(), Attendance::type, u"at-pryce"_s);
        QCOMPARE(Trial(plan).remove(BodyMember::type, u"pryce"_s).said(), said(1, 0));
        QCOMPARE(
            Trial(plan).set(BodyMember::type, u"pryce"_s, {{u"role"_s, choice(memberRole::other)}}).said(),
            said(1, 0));
        QCOMPARE(Trial(plan)
                     .remove(BodyMember::type, u"pryce"_s)
                     .set(BodyMember::type, u"next"_s,
                          {{u"body"_s, ref(u"committee"_s)}, {u"role"_s, choice(memberRole::publicHealth)}})
                     .said(),
                 QString());
        // What nobody could meet before may be mended in parts.
        const Plan three = with(plan, QuorumNeed::type, u"need1"_s, {{u"least"_s, Value::count(3)}});
        QCOMPARE(Trial(three).set(BodyMember::type, u"lund"_s, {{u"title"_s, text(u"Director"_s)}}).said(),
                 QString());
    }

    // The last meeting was on 12 March 2026: who is there no longer has no place in a quorum.
    void namesAndDays()
    {
        QCOMPARE(body("name", Value()).said(), u"A body needs a name."_s);
        QCOMPARE(body("name", text(u"  "_s)).said(), u"A body needs a name."_s);
        QCOMPARE(body("note", text(u"Met"_s)).said(), QString());
        const QString loop = u"Calderbourne Place Committee would answer to itself: choose another body."_s;
        QCOMPARE(body("answersTo", ref(u"committee"_s)).said(), loop);
        QCOMPARE(
            Trial(committeePlan()).set(Body::type, u"hwb"_s, {{u"answersTo"_s, ref(u"committee"_s)}}).said(),
            u"Calderbourne Health and Wellbeing Board would answer to itself: choose another body."_s);
        QCOMPARE(body("answersTo", Value()).said(), QString());
        const std::pair<QString, Value> from{u"from"_s, Value(QDate(2026, 3, 2))};
        const auto to = [](int day) {
            return std::pair<QString, Value>{u"to"_s, Value(QDate(2026, 3, day))};
        };
        QCOMPARE(member(u"booth"_s, {from, to(1)}).said(),
                 u"Chris Booth cannot end on 1 March 2026, before it begins on 2 March 2026."_s);
        QCOMPARE(member(u"booth"_s, {from, to(2)}).said(), QString());
        QVERIFY(limit({from, to(1)}).said().contains(u"cannot end on 1 March 2026"_s));
        QCOMPARE(limit({from, to(2)}).said(), QString());
        QCOMPARE(limit({{u"excessTo"_s, ref(u"committee"_s)}}).said(),
                 u"Calderbourne Place Committee, Calderbourne Council: what is above the limit is for "
                 "another body to decide."_s);
        QCOMPARE(limit({{u"excessTo"_s, ref(u"hwb"_s)}}).said(), QString());
    }

    void oneChairAndOneOfficer()
    {
        QCOMPARE(member(u"lowry"_s, {{u"chair"_s, flag()}}).said(),
                 u"Calderbourne Place Committee has its chair already: Cllr Imran Aziz."_s);
        QCOMPARE(member(u"pryce"_s, {{u"accountable"_s, flag()}}).said(),
                 u"Calderbourne Place Committee has its accountable officer already: Janet Osei."_s);
        QCOMPARE(member(u"hill"_s, {{u"chair"_s, flag()}, {u"accountable"_s, flag()}}).said(), QString());
        // One after the other.
        const Plan gone =
            with(withOthers(), BodyMember::type, u"aziz"_s, {{u"to"_s, Value(QDate(2026, 4, 30))}});
        const auto next = [&](const QDate& from) {
            return Trial(gone)
                .set(BodyMember::type, u"next"_s,
                     {{u"body"_s, ref(u"committee"_s)}, {u"chair"_s, flag()}, {u"from"_s, Value(from)}})
                .said();
        };
        QCOMPARE(next({2026, 5, 1}), QString());
        QVERIFY(next({2026, 4, 30}).contains(u"has its chair already"_s));
    }

    void substitutes()
    {
        QCOMPARE(member(u"booth"_s, {{u"substituteFor"_s, ref(u"booth"_s)}}).said(),
                 u"Chris Booth cannot be their own substitute."_s);
        QCOMPARE(member(u"lund"_s, {{u"substituteFor"_s, ref(u"booth"_s)}}).said(),
                 u"Peter Lund cannot stand in for Chris Booth, who is a substitute."_s);
        QCOMPARE(member(u"hill"_s, {{u"substituteFor"_s, ref(u"lund"_s)}}).said(),
                 u"Sam Hill cannot stand in for Peter Lund, who is a member of another body."_s);
        // The same from the other side: the member becomes a substitute, or moves.
        QVERIFY(member(u"nazir"_s, {{u"substituteFor"_s, ref(u"lund"_s)}})
                    .said()
                    .contains(u"who is a substitute"_s));
        QVERIFY(member(u"nazir"_s, {{u"body"_s, ref(u"hwb"_s)}}).said().contains(u"of another body"_s));
        QCOMPARE(Trial(withOthers()).remove(BodyMember::type, u"nazir"_s).said(),
                 u"Chris Booth is the substitute for Dr Samira Nazir: remove the substitute first."_s);
        QCOMPARE(Trial(withOthers())
                     .remove(BodyMember::type, u"booth"_s)
                     .remove(BodyMember::type, u"nazir"_s)
                     .said(),
                 QString());
        QCOMPARE(member(u"booth"_s, {{u"substituteFor"_s, Value()}}).said(), QString());
    }

    void limits()
    {
        const QString name = u"Calderbourne Place Committee, Calderbourne Council: "_s;
        QCOMPARE(limit({{u"minute"_s, Value()}}).said(),
                 name + u"a limit needs the minute that granted it."_s);
        QVERIFY(!limit({{u"minute"_s, text(u"  "_s)}}).said().isEmpty());
        QVERIFY(!limit({{u"minute"_s, Value()}, {u"perYear"_s, Value()}}).said().isEmpty());
        QVERIFY(!limit({{u"minute"_s, Value()}, {u"perDecision"_s, Value()}}).said().isEmpty());
        for (const QString& field : {u"perDecision"_s, u"perYear"_s}) {
            QCOMPARE(limit({{field, Value(Money::fromPence(-1))}}).said(),
                     name + u"a limit cannot be below £0.00."_s);
            QCOMPARE(limit({{field, Value(Money())}}).said(), QString());
        }
        QVERIFY(limit({{u"basis"_s, choice(delegationBasis::perHead)}})
                    .said()
                    .contains(u"needs the number of people"_s));
        QCOMPARE(
            limit({{u"basis"_s, choice(delegationBasis::perHead)}, {u"population"_s, Value::count(425'000)}})
                .said(),
            QString());
        QVERIFY(!limit({{u"basis"_s, choice(delegationBasis::perHead)}, {u"population"_s, Value::count(0)}})
                     .said()
                     .isEmpty());
    }

    void attendance()
    {
        const auto row = [](const QString& who, const ExamplePlan::Cells& more = {}) {
            return Trial(withOthers())
                .set(Attendance::type, u"new"_s,
                     ExamplePlan::Cells{{u"meeting"_s, ref(u"march"_s)}, {u"member"_s, ref(who)}} + more)
                .said();
        };
        QCOMPARE(row(u"lund"_s), u"Peter Lund stands in the attendance of this meeting already."_s);
        QCOMPARE(row(u"hill"_s), u"Sam Hill is not a member of Calderbourne Place Committee."_s);
        QCOMPARE(row(u"booth"_s),
                 u"Chris Booth is a substitute: say beside Dr Samira Nazir who came in that place."_s);
        const auto by = [](const QString& attendance, const QString& substitute) {
            return Trial(withOthers())
                .set(Attendance::type, attendance,
                     {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(substitute)}})
                .said();
        };
        QCOMPARE(by(u"at-nazir"_s, u"booth"_s), QString());
        QCOMPARE(by(u"at-lund"_s, u"booth"_s), u"Chris Booth is not a substitute for Peter Lund."_s);
        QCOMPARE(by(u"at-lund"_s, u"osei"_s), u"Janet Osei is not a substitute for Peter Lund."_s);
    }

    void interestOfAStranger()
    {
        const auto row = [](const QString& who) {
            return Trial(withOthers())
                .set(ItemInterest::type, u"new"_s, {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(who)}})
                .said();
        };
        QCOMPARE(row(u"hill"_s), u"Sam Hill is not a member of Calderbourne Place Committee."_s);
        QCOMPARE(row(u"booth"_s), QString());
        QCOMPARE(row(u"lowry"_s), QString());
    }

    // Whoever moves a meeting or a member leaves no stranger behind.
    void movedElsewhere()
    {
        QVERIFY(Trial(withOthers())
                    .set(Meeting::type, u"march"_s, {{u"body"_s, ref(u"hwb"_s)}})
                    .said()
                    .contains(u"is not a member of Calderbourne Health and Wellbeing Board"_s));
        const Plan declared = with(withOthers(), ItemInterest::type, u"new"_s,
                                   {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(u"booth"_s)}});
        QCOMPARE(Trial(declared)
                     .set(BodyMember::type, u"booth"_s,
                          {{u"body"_s, ref(u"hwb"_s)}, {u"substituteFor"_s, Value()}})
                     .said(),
                 u"Chris Booth is not a member of Calderbourne Place Committee."_s);
        const Plan came =
            with(withOthers(), Attendance::type, u"at-nazir"_s,
                 {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(u"booth"_s)}});
        QCOMPARE(Trial(came).set(BodyMember::type, u"booth"_s, {{u"substituteFor"_s, ref(u"lund"_s)}}).said(),
                 u"Chris Booth is not a substitute for Dr Samira Nazir."_s);
    }

    // A row that is removed and added again in one Step is the same row.
    void movedByRemoval()
    {
        const Plan declared = with(withOthers(), ItemInterest::type, u"new"_s,
                                   {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(u"booth"_s)}});
        QCOMPARE(anew(declared, BodyMember::type, u"booth"_s,
                      {{u"body"_s, ref(u"hwb"_s)}, {u"substituteFor"_s, Value()}}),
                 u"Chris Booth is not a member of Calderbourne Place Committee."_s);
        const Plan came =
            with(withOthers(), Attendance::type, u"at-nazir"_s,
                 {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(u"booth"_s)}});
        QVERIFY(anew(came, BodyMember::type, u"booth"_s, {{u"person"_s, ref(u"p-hill"_s)}})
                    .contains(u"has attended or voted"_s));
        QCOMPARE(anew(came, BodyMember::type, u"booth"_s, {{u"substituteFor"_s, ref(u"lund"_s)}}),
                 u"Chris Booth is not a substitute for Dr Samira Nazir."_s);
        QVERIFY(anew(withOthers(), Meeting::type, u"march"_s, {{u"body"_s, ref(u"hwb"_s)}})
                    .contains(u"is not a member of Calderbourne Health and Wellbeing Board"_s));
        Plan plan = with(withVersion(withOthers()), SignOff::type, u"signature"_s,
                         {{u"signatory"_s, ref(u"sign-151"_s)}, {u"version"_s, ref(u"version1"_s)}});
        plan = with(plan, ResolutionOutcome::type, u"out"_s,
                    {{u"resolution"_s, ref(u"optionB"_s)},
                     {u"on"_s, Value(QDate(2026, 3, 12))},
                     {u"outcome"_s, choice(resolutionOutcome::carried)}});
        plan = with(plan, ResolutionMoney::type, u"money"_s,
                    {{u"outcome"_s, ref(u"out"_s)}, {u"partner"_s, ref(u"council"_s)}});
        const QString closed = u"Item 5 is closed: reopen it first."_s;
        QCOMPARE(anew(plan, Meeting::type, u"march"_s, {{u"on"_s, Value(QDate(2026, 3, 13))}}), closed);
        QCOMPARE(anew(plan, AgendaItem::type, u"item5"_s, {{u"title"_s, text(u"Else"_s)}}), closed);
        QCOMPARE(anew(plan, Resolution::type, u"optionB"_s, {{u"item"_s, ref(u"item4"_s)}}), closed);
        QCOMPARE(anew(plan, ItemInterest::type, u"left"_s, {{u"item"_s, ref(u"item4"_s)}}), closed);
        QVERIFY(anew(plan, Signatory::type, u"sign-151"_s, {{u"person"_s, ref(u"p-hill"_s)}})
                    .contains(u"has signed"_s));
        QVERIFY(anew(plan, Interest::type, u"practice"_s, {{u"member"_s, ref(u"lund"_s)}})
                    .contains(u"stands in Item 5"_s));
        QVERIFY(anew(plan, Delegation::type, u"limit-council"_s, {{u"body"_s, ref(u"hwb"_s)}})
                    .contains(u"has been used"_s));
        QCOMPARE(anew(plan, Delegation::type, u"limit-council"_s, {{u"note"_s, text(u"Ended"_s)}}),
                 QString());
    }

    void votes()
    {
        QCOMPARE(vote(withOthers(), u"aziz"_s).said(), QString());
        QCOMPARE(vote(withOthers(), u"hill"_s).said(),
                 u"Sam Hill is not a member of Calderbourne Place Committee."_s);
        QCOMPARE(vote(withOthers(), u"booth"_s).said(), u"Chris Booth has no vote."_s);
        QCOMPARE(vote(withOthers(), u"lund"_s).said(),
                 u"Peter Lund is not at the meeting and cannot vote."_s);
        QCOMPARE(vote(withOthers(), u"nazir"_s).said(),
                 u"Dr Samira Nazir has no vote under Item 5: the chair decided so on an interest."_s);
        QCOMPARE(vote(withOthers(), u"nazir"_s, {}, u"handyperson"_s).said(), QString()); // another item
        QCOMPARE(vote(withOthers(), u"aziz"_s, {{u"ballot"_s, Value()}}).said(),
                 u"The vote of Cllr Imran Aziz says nothing: for, against or abstained."_s);
        const Plan speaks = with(withOthers(), BodyMember::type, u"osei"_s, {{u"withoutVote"_s, flag()}});
        QCOMPARE(vote(speaks, u"osei"_s).said(), u"Janet Osei has no vote."_s);
        const Plan left =
            with(withOthers(), BodyMember::type, u"osei"_s, {{u"to"_s, Value(QDate(2026, 3, 11))}});
        QCOMPARE(vote(left, u"osei"_s).said(), u"Janet Osei has no vote."_s);
        // The chair's other actions: noted, and the place taken by the substitute who came.
        const auto act = [](QLatin1StringView action) {
            return with(withOthers(), ItemInterest::type, u"left"_s, {{u"action"_s, choice(action)}});
        };
        QCOMPARE(vote(act(chairAction::note), u"nazir"_s).said(), QString());
        for (const QLatin1StringView out :
             {chairAction::noVote, chairAction::noPapers, chairAction::substitute})
            QVERIFY2(vote(act(out), u"nazir"_s).said().contains(u"on an interest"_s), out.data());
        const Plan replaced = with(act(chairAction::substitute), Attendance::type, u"at-nazir"_s,
                                   {{u"substitute"_s, ref(u"booth"_s)}});
        QCOMPARE(vote(replaced, u"nazir"_s).said(), QString());
    }

    void castingVote()
    {
        const ExamplePlan::Cells casting{{u"casting"_s, flag()}};
        QCOMPARE(vote(withOthers(), u"aziz"_s, casting).said(), QString());
        QCOMPARE(vote(withOthers(), u"lowry"_s, casting).said(),
                 u"The casting vote is the chair’s: Cllr Beth Lowry has none."_s);
        const QString none = u"Calderbourne Place Committee has no casting vote in its terms of reference."_s;
        QCOMPARE(vote(with(withOthers(), Body::type, u"committee"_s, {{u"castingVote"_s, Value()}}),
                      u"aziz"_s, casting)
                     .said(),
                 none);
        QCOMPARE(vote(with(withOthers(), Body::type, u"committee"_s,
                           {{u"votingRule"_s, choice(votingRule::consensus)}}),
                      u"aziz"_s, casting)
                     .said(),
                 none);
    }

    void votesMayComeWithTheirOutcome()
    {
        const ExamplePlan::Cells carried{{u"resolution"_s, ref(u"optionB"_s)},
                                         {u"outcome"_s, choice(resolutionOutcome::carried)}};
        QCOMPARE(vote(withOthers(), u"aziz"_s).set(ResolutionOutcome::type, u"out"_s, carried).said(),
                 QString());
        const Plan closed =
            withOutcome(withOthers(), u"first"_s, u"optionB"_s, resolutionOutcome::notCarried);
        QVERIFY(!vote(closed, u"aziz"_s).set(ResolutionOutcome::type, u"out"_s, carried).said().isEmpty());
    }

    void heldSteps()
    {
        const auto hold = [](const Value& changes) {
            return Trial(withOthers())
                .set(ResolutionStep::type, u"handyperson-step"_s, {{u"changes"_s, changes}})
                .said();
        };
        QVERIFY(!hold(Value()).isEmpty());
        QVERIFY(!hold(text(u"not JSON"_s)).isEmpty());
        QVERIFY(!hold(text(u"{}"_s)).isEmpty());
        QVERIFY(!hold(text(u"[{\"op\":\"set\",\"entity\":\"nothing\",\"id\":\"x\"}]"_s)).isEmpty());
        Change removal;
        removal.op = Change::Op::Remove;
        removal.entity = Vote::type.id;
        removal.id = Id(u"vote"_s);
        QCOMPARE(hold(text(heldChanges({removal}))),
                 u"“handyperson” would change what is on the record: no resolution can."_s);
        const auto adds = [&](const EntityType& type) {
            Change change;
            change.op = Change::Op::Add;
            change.entity = type.id;
            change.id = Id(u"new"_s);
            return hold(text(heldChanges({change})));
        };
        QCOMPARE(adds(Body::type),
                 u"“handyperson” would change what the committee keeps about itself: no resolution can."_s);
        QCOMPARE(adds(Scenario::type),
                 u"“handyperson” would change a scenario: a resolution is about the base."_s);
        QCOMPARE(adds(Line::type), QString());
    }

    void signatures()
    {
        const Plan plan = withVersion(committeePlan());
        const QDate day(2026, 3, 2);
        QCOMPARE(signature(plan, u"sign-council"_s, signatoryRole::chiefExecutive, day).said(), QString());
        const QString wrong = signature(plan, u"sign-151"_s, signatoryRole::chiefExecutive, day).said();
        QVERIFY2(wrong.contains(u"Section 151 officer"_s), qPrintable(wrong));
        QVERIFY2(wrong.contains(u"“Chief executive” cannot give it"_s), qPrintable(wrong));
        QCOMPARE(signature(plan, u"sign-151"_s, signatoryRole::section151, day).said(), QString());
        QCOMPARE(signature(plan, u"sign-151"_s, signatoryRole::section151, {2026, 2, 27}).said(), QString());
        const QString early = signature(plan, u"sign-151"_s, signatoryRole::section151, {2026, 2, 26}).said();
        QVERIFY2(early.contains(u"frozen on 27 February 2026"_s), qPrintable(early));
        const Plan next = with(plan, Signatory::type, u"sign-151"_s, {{u"year"_s, ref(u"2027-28"_s)}});
        const QString other = signature(next, u"sign-151"_s, signatoryRole::section151, day).said();
        QVERIFY2(other.contains(u"signs for 2027-28: this version is of 2026-27"_s), qPrintable(other));
    }

    void onceEach()
    {
        Plan plan = with(committeePlan(), IndexDomain::type, u"first"_s,
                         {{u"domain"_s, choice(indexDomain::outcomes)}});
        const auto domain = [&](QLatin1StringView name) {
            return Trial(plan).set(IndexDomain::type, u"second"_s, {{u"domain"_s, choice(name)}}).said();
        };
        QCOMPARE(domain(indexDomain::pathways), QString());
        QCOMPARE(domain(indexDomain::outcomes),
                 u"“Population outcomes” is among the domains of the index already."_s);
        plan = with(plan, Submission::type, u"sent"_s, {{u"year"_s, ref(u"2026-27"_s)}});
        const auto submission = [&](const QString& year) {
            return Trial(plan).set(Submission::type, u"again"_s, {{u"year"_s, ref(year)}}).said();
        };
        QCOMPARE(submission(u"2027-28"_s), QString());
        QCOMPARE(submission(u"2026-27"_s), u"2026-27 has its submission already: change that one."_s);
    }
};

QTEST_GUILESS_MAIN(TestCommitteeChecks)
#include "test_committeechecks.moc"
