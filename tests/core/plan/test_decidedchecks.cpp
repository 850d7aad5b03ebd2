// What was signed, voted on, decided, minuted or used stays as it was, beside what is let pass. Members, votes and limits are those of
// tests/support/committeeplan.h.
#include "tests/support/committeetrial.h"

#include <QTest>

using namespace placewright;

class TestDecidedChecks : public QObject
{
    Q_OBJECT

    static Trial member(const QString& id, const ExamplePlan::Cells& cells)
    {
        return Trial(withOthers()).set(BodyMember::type, id, cells);
    }

private slots:
    void whatIsClosedStays_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("closed");
        for (const QLatin1StringView outcome :
             {resolutionOutcome::carried, resolutionOutcome::applied, resolutionOutcome::recommended,
              resolutionOutcome::notCarried, resolutionOutcome::noDecision, resolutionOutcome::notQuorate})
            QTest::newRow(outcome.data()) << QString(outcome) << true;
        QTest::newRow("reopened") << QString(resolutionOutcome::reopened) << false;
    }
    void whatIsClosedStays()
    {
        QFETCH(QString, outcome);
        QFETCH(bool, closed);
        Plan plan = withOutcome(withOthers(), u"first"_s, u"optionB"_s, resolutionOutcome::notQuorate);
        plan = with(plan, ResolutionOutcome::type, u"second"_s,
                    {{u"resolution"_s, ref(u"optionB"_s)}, {u"outcome"_s, text(outcome)}});
        const QString said = !closed ? QString()
                             : outcome == resolutionOutcome::applied
                                 ? u"Item 5 is closed and applied: add a new item for what is to change."_s
                                 : u"Item 5 is closed: reopen it first."_s;
        const Value changes = text(heldAmounts(plan, {{u"handy"_s, 1}}));
        QCOMPARE(vote(plan, u"aziz"_s, {{u"round"_s, Value::count(1)}}).said(), said);
        QCOMPARE(Trial(plan).set(Resolution::type, u"optionB"_s, {{u"text"_s, text(u"Else"_s)}}).said(),
                 said);
        QCOMPARE(Trial(plan).set(Resolution::type, u"optionB"_s, {{u"item"_s, ref(u"item4"_s)}}).said(),
                 said);
        QCOMPARE(Trial(plan).set(AgendaItem::type, u"item5"_s, {{u"note"_s, text(u"Noted"_s)}}).said(),
                 QString());
        const Plan april = with(plan, Meeting::type, u"april"_s,
                                {{u"body"_s, ref(u"committee"_s)}, {u"on"_s, Value(QDate(2026, 4, 9))}});
        QCOMPARE(Trial(april).set(AgendaItem::type, u"item5"_s, {{u"meeting"_s, ref(u"april"_s)}}).said(),
                 said);
        QCOMPARE(Trial(plan).set(ResolutionStep::type, u"optionB-step"_s, {{u"changes"_s, changes}}).said(),
                 said);
        QCOMPARE(Trial(plan).remove(ResolutionStep::type, u"optionB-step"_s).said(), said);
        QCOMPARE(Trial(plan)
                     .set(ResolutionStep::type, u"more"_s,
                          {{u"resolution"_s, ref(u"optionB"_s)}, {u"changes"_s, changes}})
                     .said(),
                 said);
        QCOMPARE(Trial(plan)
                     .set(ResolutionStep::type, u"optionB-step"_s, {{u"resolution"_s, ref(u"handyperson"_s)}})
                     .said(),
                 said);
        QCOMPARE(Trial(plan).remove(ItemInterest::type, u"left"_s).said(), said);
        QCOMPARE(
            Trial(plan).set(ItemInterest::type, u"left"_s, {{u"action"_s, choice(chairAction::note)}}).said(),
            said);
        QCOMPARE(Trial(plan).set(ItemInterest::type, u"left"_s, {{u"item"_s, ref(u"item4"_s)}}).said(), said);
        QCOMPARE(Trial(plan)
                     .set(ItemInterest::type, u"more"_s,
                          {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(u"lowry"_s)}})
                     .said(),
                 said);
        // Nor what the minutes say of the item, its day and who was there.
        const auto tryOn = [&](const EntityType& type, const QString& id, const ExamplePlan::Cells& cells) {
            return Trial(plan).set(type, id, cells).said();
        };
        QCOMPARE(tryOn(AgendaItem::type, u"item5"_s, {{u"number"_s, Value::count(6)}}), said);
        QCOMPARE(tryOn(AgendaItem::type, u"item5"_s, {{u"title"_s, text(u"Option C"_s)}}), said);
        QCOMPARE(tryOn(AgendaItem::type, u"item4"_s, {{u"title"_s, text(u"Handyperson"_s)}}), QString());
        QCOMPARE(tryOn(Meeting::type, u"march"_s, {{u"on"_s, Value(QDate(2026, 3, 13))}}), said);
        QCOMPARE(tryOn(Meeting::type, u"march"_s, {{u"where"_s, text(u"Town hall"_s)}}), QString());
        // Who comes or leaves afterwards is noted; whoever voted was there.
        QCOMPARE(tryOn(Attendance::type, u"at-lund"_s, {{u"how"_s, choice(attending::present)}}), QString());
        QCOMPARE(Trial(plan).remove(Attendance::type, u"at-aziz"_s).said(), QString());
        const Plan voted = with(plan, Vote::type, u"vote"_s,
                                {{u"resolution"_s, ref(u"optionB"_s)},
                                 {u"member"_s, ref(u"aziz"_s)},
                                 {u"ballot"_s, choice(ballot::inFavour)}});
        const QString was =
            closed ? u"Cllr Imran Aziz voted under Item 5, which is closed: that attendance stays as it is."_s
                   : QString();
        QCOMPARE(Trial(voted).remove(Attendance::type, u"at-aziz"_s).said(), was);
        const auto attends = [&](const QString& id, const ExamplePlan::Cells& cells) {
            return Trial(voted).set(Attendance::type, id, cells).said();
        };
        QCOMPARE(attends(u"at-aziz"_s, {{u"how"_s, choice(attending::absent)}}), was);
        QCOMPARE(attends(u"at-lund"_s, {{u"how"_s, choice(attending::present)}}), QString());
        QCOMPARE(attends(u"at-osei"_s, {{u"how"_s, choice(attending::absent)}}), QString());
        QCOMPARE(Trial(april)
                     .set(Attendance::type, u"new"_s,
                          {{u"meeting"_s, ref(u"april"_s)}, {u"member"_s, ref(u"aziz"_s)}})
                     .said(),
                 QString());
        QCOMPARE(Trial(with(voted, Meeting::type, u"april"_s, {{u"body"_s, ref(u"committee"_s)}}))
                     .set(Attendance::type, u"at-aziz"_s, {{u"meeting"_s, ref(u"april"_s)}})
                     .said(),
                 was);
        // A resolution that comes late could not have its interests.
        const QString late =
            closed ? u"Item 5 has a closed resolution: add an item of its own."_s : QString();
        QCOMPARE(
            tryOn(Resolution::type, u"late"_s, {{u"item"_s, ref(u"item5"_s)}, {u"name"_s, text(u"Late"_s)}}),
            late);
        QCOMPARE(tryOn(Resolution::type, u"handyperson"_s, {{u"item"_s, ref(u"item5"_s)}}), late);
        QCOMPARE(
            tryOn(Resolution::type, u"late"_s, {{u"item"_s, ref(u"item4"_s)}, {u"name"_s, text(u"Late"_s)}}),
            QString());
        // Of the register, what the item stands on.
        const QString declared = closed
                                     ? u"The interest of Dr Samira Nazir stands in Item 5, which is closed: "
                                       "end it and declare a new one."_s
                                     : QString();
        QCOMPARE(tryOn(Interest::type, u"practice"_s, {{u"what"_s, text(u"none"_s)}}), declared);
        QCOMPARE(tryOn(Interest::type, u"practice"_s, {{u"kind"_s, choice(interestKind::indirect)}}),
                 declared);
        QCOMPARE(tryOn(Interest::type, u"practice"_s, {{u"degree"_s, choice(interestDegree::perceived)}}),
                 declared);
        QCOMPARE(tryOn(Interest::type, u"practice"_s, {{u"member"_s, ref(u"lund"_s)}}), declared);
        QCOMPARE(Trial(plan).remove(Interest::type, u"practice"_s).said(), declared);
        QCOMPARE(tryOn(Interest::type, u"practice"_s,
                       {{u"ended"_s, Value(QDate(2026, 4, 1))}, {u"note"_s, text(u"Sold"_s)}}),
                 QString());
        // The subjects of interests and other items do not close with it.
        QCOMPARE(Trial(plan).set(InterestLink::type, u"practice-response"_s, {{u"scheme"_s, Value()}}).said(),
                 QString());
        QCOMPARE(vote(plan, u"aziz"_s, {}, u"handyperson"_s).said(), QString());
    }

    // Under an item with a second resolution that is open, interests can still be added for it, but of nobody who voted on the first.
    void interestsOfASecondResolution()
    {
        Plan plan = with(withOthers(), Attendance::type, u"at-nazir"_s,
                         {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(u"booth"_s)}});
        for (const QString& member : {u"aziz"_s, u"nazir"_s})
            plan = with(plan, Vote::type, u"vote-"_s + member,
                        {{u"resolution"_s, ref(u"optionB"_s)},
                         {u"member"_s, ref(member)},
                         {u"ballot"_s, choice(ballot::inFavour)}});
        const Plan one = withOutcome(plan, u"out"_s, u"optionB"_s, resolutionOutcome::carried);
        const Plan two = with(one, Resolution::type, u"second"_s,
                              {{u"item"_s, ref(u"item5"_s)}, {u"name"_s, text(u"2"_s)}});
        const auto declared = [](const Plan& on, const QString& member) {
            return Trial(on)
                .set(ItemInterest::type, u"more"_s,
                     {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(member)}})
                .said();
        };
        const QString said = u"Item 5 is closed: reopen it first."_s;
        QCOMPARE(declared(two, u"lowry"_s), QString());
        QCOMPARE(declared(two, u"aziz"_s), said);
        QCOMPARE(declared(two, u"nazir"_s), said);
        QCOMPARE(declared(two, u"booth"_s), said); // who voted in Dr Nazir's place
        QCOMPARE(declared(one, u"lowry"_s), said);
        QCOMPARE(declared(withOutcome(two, u"out2"_s, u"second"_s, resolutionOutcome::carried), u"lowry"_s),
                 said);
        // What stood for the first stays, of those too who did not vote.
        const Plan kept = with(two, ItemInterest::type, u"kept"_s,
                               {{u"item"_s, ref(u"item5"_s)}, {u"member"_s, ref(u"lowry"_s)}});
        QCOMPARE(Trial(kept).remove(ItemInterest::type, u"kept"_s).said(), said);
        QCOMPARE(Trial(kept)
                     .set(ItemInterest::type, u"kept"_s, {{u"action"_s, choice(chairAction::leave)}})
                     .said(),
                 said);
        QCOMPARE(Trial(two).remove(ItemInterest::type, u"left"_s).said(), said);
        QCOMPARE(
            Trial(two).set(ItemInterest::type, u"left"_s, {{u"action"_s, choice(chairAction::note)}}).said(),
            said);
    }

    // Whatever was voted on stays until it is reopened.
    void whatIsVotedOnStays()
    {
        const auto voted = [](qint64 round) {
            return with(withOthers(), Vote::type, u"vote"_s,
                        {{u"resolution"_s, ref(u"optionB"_s)},
                         {u"member"_s, ref(u"aziz"_s)},
                         {u"ballot"_s, choice(ballot::inFavour)},
                         {u"round"_s, round ? Value::count(round) : Value()}});
        };
        const auto rewritten = [](const Plan& plan) {
            const Value changes = text(heldAmounts(plan, {{u"handy"_s, 1}}));
            const Plan april = with(plan, Meeting::type, u"april"_s,
                                    {{u"body"_s, ref(u"committee"_s)}, {u"on"_s, Value(QDate(2026, 4, 9))}});
            return QStringList{
                Trial(plan).set(Resolution::type, u"optionB"_s, {{u"name"_s, text(u"Else"_s)}}).said(),
                Trial(plan).set(Resolution::type, u"optionB"_s, {{u"text"_s, text(u"Else"_s)}}).said(),
                Trial(plan).set(Resolution::type, u"optionB"_s, {{u"item"_s, ref(u"item4"_s)}}).said(),
                Trial(plan).set(ResolutionStep::type, u"optionB-step"_s, {{u"changes"_s, changes}}).said(),
                Trial(plan).set(ResolutionStep::type, u"optionB-step"_s, {{u"what"_s, text(u"x"_s)}}).said(),
                Trial(plan).remove(ResolutionStep::type, u"optionB-step"_s).said(),
                Trial(plan)
                    .set(ResolutionStep::type, u"more"_s,
                         {{u"resolution"_s, ref(u"optionB"_s)}, {u"changes"_s, changes}})
                    .said(),
                Trial(plan)
                    .set(ResolutionStep::type, u"handyperson-step"_s, {{u"resolution"_s, ref(u"optionB"_s)}})
                    .said(),
                Trial(april).set(AgendaItem::type, u"item5"_s, {{u"meeting"_s, ref(u"april"_s)}}).said(),
                Trial(plan).set(Meeting::type, u"march"_s, {{u"on"_s, Value(QDate(2026, 3, 13))}}).said()};
        };
        const QString said = u"Item 5 has been voted on: reopen it first."_s;
        for (const QString& one : rewritten(voted(0)))
            QCOMPARE(one, said);
        for (const QString& one : rewritten(withOthers()))
            QCOMPARE(one, QString());
        // Votes of a round that was reopened hold nothing; those of the new one do.
        const auto reopened = [](const Plan& plan) {
            return withOutcome(plan, u"again"_s, u"optionB"_s, resolutionOutcome::reopened);
        };
        for (const QString& one : rewritten(reopened(voted(0))))
            QCOMPARE(one, QString());
        for (const QString& one : rewritten(reopened(voted(1))))
            QCOMPARE(one, said);
        // The Step that reopens it may rewrite it.
        for (const Plan& ended :
             {voted(0), withOutcome(voted(0), u"out"_s, u"optionB"_s, resolutionOutcome::notCarried)})
            QCOMPARE(Trial(ended)
                         .set(ResolutionOutcome::type, u"again"_s,
                              {{u"resolution"_s, ref(u"optionB"_s)},
                               {u"outcome"_s, choice(resolutionOutcome::reopened)}})
                         .set(Resolution::type, u"optionB"_s, {{u"text"_s, text(u"Else"_s)}})
                         .said(),
                     QString());
        // Others, the vote itself, who is there and interests stay open.
        const Plan plan = voted(0);
        QCOMPARE(Trial(plan).set(Resolution::type, u"handyperson"_s, {{u"text"_s, text(u"Else"_s)}}).said(),
                 QString());
        QCOMPARE(Trial(plan).set(AgendaItem::type, u"item5"_s, {{u"title"_s, text(u"Else"_s)}}).said(),
                 QString());
        QCOMPARE(
            Trial(plan).set(Attendance::type, u"at-lund"_s, {{u"how"_s, choice(attending::present)}}).said(),
            QString());
        QCOMPARE(Trial(plan).remove(ItemInterest::type, u"left"_s).said(), QString());
        QCOMPARE(Trial(plan)
                     .set(Vote::type, u"more"_s,
                          {{u"resolution"_s, ref(u"optionB"_s)},
                           {u"member"_s, ref(u"osei"_s)},
                           {u"ballot"_s, choice(ballot::against)}})
                     .said(),
                 QString());
    }

    void approvedMinutesStay()
    {
        const Plan open = withOthers();
        const Plan plan =
            with(open, Meeting::type, u"march"_s, {{u"minutesApprovedOn"_s, Value(QDate(2026, 4, 9))}});
        const Value changes = text(heldAmounts(plan, {{u"handy"_s, 1}}));
        const QString said =
            u"The minutes of Calderbourne Place Committee, 12 March 2026 are approved: clear the day of "
            "approval first."_s;
        const auto all = [&](const Plan& on, const ExamplePlan::Cells& more) {
            const auto set = [&](const EntityType& type, const QString& id, const ExamplePlan::Cells& cells) {
                Trial trial = Trial(on).set(type, id, cells);
                return (more.isEmpty() ? trial : trial.set(Meeting::type, u"march"_s, more)).said();
            };
            const auto gone = [&](const EntityType& type, const QString& id) {
                Trial trial = Trial(on).remove(type, id);
                return (more.isEmpty() ? trial : trial.set(Meeting::type, u"march"_s, more)).said();
            };
            return QStringList{set(Meeting::type, u"march"_s, {{u"on"_s, Value(QDate(2026, 3, 11))}}),
                               set(Meeting::type, u"march"_s, {{u"where"_s, text(u"Town hall"_s)}}),
                               set(AgendaItem::type, u"item4"_s, {{u"note"_s, text(u"Else"_s)}}),
                               set(AgendaItem::type, u"item4"_s, {{u"reasons"_s, text(u"Else"_s)}}),
                               set(AgendaItem::type, u"item6"_s,
                                   {{u"meeting"_s, ref(u"march"_s)}, {u"title"_s, text(u"Late"_s)}}),
                               gone(AgendaItem::type, u"item4"_s),
                               set(Attendance::type, u"at-lund"_s, {{u"how"_s, choice(attending::present)}}),
                               gone(Attendance::type, u"at-lund"_s),
                               gone(ItemInterest::type, u"left"_s),
                               set(ItemInterest::type, u"left"_s, {{u"action"_s, choice(chairAction::note)}}),
                               set(ItemInterest::type, u"more"_s,
                                   {{u"item"_s, ref(u"item4"_s)}, {u"member"_s, ref(u"lowry"_s)}}),
                               set(Resolution::type, u"optionB"_s, {{u"text"_s, text(u"Else"_s)}}),
                               set(Resolution::type, u"more"_s,
                                   {{u"item"_s, ref(u"item4"_s)}, {u"name"_s, text(u"Late"_s)}}),
                               gone(Resolution::type, u"optionB"_s),
                               set(ResolutionStep::type, u"optionB-step"_s, {{u"changes"_s, changes}}),
                               gone(ResolutionStep::type, u"optionB-step"_s)};
        };
        for (const QString& one : all(plan, {}))
            QCOMPARE(one, said);
        for (const QString& one : all(open, {}))
            QCOMPARE(one, QString());
        // With the day cleared, and with the approval itself, as it is; moving the day clears nothing.
        for (const QString& one : all(plan, {{u"minutesApprovedOn"_s, Value()}}))
            QCOMPARE(one, QString());
        for (const QString& one : all(open, {{u"minutesApprovedOn"_s, Value(QDate(2026, 4, 9))}}))
            QCOMPARE(one, QString());
        for (const QString& one : all(plan, {{u"minutesApprovedOn"_s, Value(QDate(2026, 4, 10))}}))
            QCOMPARE(one, said);
        QCOMPARE(Trial(plan).remove(Meeting::type, u"march"_s).said(), said);
        QCOMPARE(Trial(plan).remove(Interest::type, u"practice"_s).said(), said);
        const auto allowed = [&](const EntityType& type, const QString& id, const ExamplePlan::Cells& cells) {
            return Trial(plan).set(type, id, cells).said();
        };
        QCOMPARE(allowed(Meeting::type, u"march"_s, {{u"minutesApprovedOn"_s, Value(QDate(2026, 3, 12))}}),
                 QString());
        QCOMPARE(allowed(Meeting::type, u"march"_s, {{u"note"_s, text(u"Signed by the chair"_s)}}),
                 QString());
        QCOMPARE(allowed(AgendaItem::type, u"item4"_s,
                         {{u"calledIn"_s, flag()}, {u"callInEnds"_s, Value(QDate(2026, 4, 20))}}),
                 QString());
        QCOMPARE(allowed(AgendaItem::type, u"item4"_s, {{u"calledIn"_s, flag()}, {u"paper"_s, text(u"4"_s)}}),
                 said);
        QCOMPARE(allowed(ResolutionOutcome::type, u"out"_s,
                         {{u"resolution"_s, ref(u"optionB"_s)},
                          {u"outcome"_s, choice(resolutionOutcome::carried)}}),
                 QString());
        QCOMPARE(allowed(RecommendationReply::type, u"reply"_s,
                         {{u"resolution"_s, ref(u"optionB"_s)},
                          {u"partner"_s, ref(u"ashmoor"_s)},
                          {u"answer"_s, choice(replyAnswer::accepted)}}),
                 QString());
        QCOMPARE(allowed(Meeting::type, u"april"_s,
                         {{u"body"_s, ref(u"committee"_s)}, {u"on"_s, Value(QDate(2026, 4, 9))}}),
                 QString());
    }

    void approvedAfterTheMeeting()
    {
        const auto approved = [](const QDate& day) {
            return Trial(committeePlan())
                .set(Meeting::type, u"march"_s, {{u"minutesApprovedOn"_s, Value(day)}})
                .said();
        };
        QCOMPARE(approved({2026, 3, 12}), QString());
        QCOMPARE(approved({2026, 3, 11}),
                 u"Calderbourne Place Committee, 12 March 2026: its minutes cannot be approved on 11 March "
                 "2026, before the meeting."_s);
    }

    // Who sat stays who it was.
    void seatsThatWereTaken()
    {
        const QString said = u"Peter Lund has attended or voted: end the seat and add a new one."_s;
        const auto changes = [](const Plan& plan, const QString& id) {
            const auto set = [&](const QString& field, const Value& value) {
                return Trial(plan).set(BodyMember::type, id, {{field, value}}).said();
            };
            return QStringList{set(u"person"_s, ref(u"p-hill"_s)), set(u"partner"_s, ref(u"ashmoor"_s)),
                               set(u"role"_s, choice(memberRole::other)), set(u"withoutVote"_s, flag())};
        };
        for (const QString& one : changes(withOthers(), u"lund"_s))
            QCOMPARE(one, said);
        QCOMPARE(member(u"lund"_s, {{u"body"_s, ref(u"hwb"_s)}}).said(), said);
        QCOMPARE(member(u"aziz"_s, {{u"chair"_s, Value()}}).said(),
                 u"Cllr Imran Aziz has attended or voted: end the seat and add a new one."_s);
        QCOMPARE(
            member(u"lund"_s, {{u"title"_s, text(u"Director"_s)}, {u"from"_s, Value(QDate(2026, 3, 13))}})
                .said(),
            QString()); // with no vote
        const Plan away = without(withOthers(), Attendance::type, u"at-lund"_s);
        for (const QString& one : changes(away, u"lund"_s))
            QCOMPARE(one, QString());
        for (const QString& one : changes(withOthers(), u"booth"_s))
            QCOMPARE(one, QString());
        const Plan voted = with(away, Vote::type, u"vote"_s,
                                {{u"resolution"_s, ref(u"handyperson"_s)},
                                 {u"member"_s, ref(u"lund"_s)},
                                 {u"ballot"_s, choice(ballot::inFavour)}});
        for (const QString& one : changes(voted, u"lund"_s))
            QCOMPARE(one, said);
        const Plan came =
            with(withOthers(), Attendance::type, u"at-nazir"_s,
                 {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(u"booth"_s)}});
        for (const QString& one : changes(came, u"booth"_s))
            QCOMPARE(one, u"Chris Booth has attended or voted: end the seat and add a new one."_s);
    }

    void seatsHoldWhereTheyVoted()
    {
        Plan plan = with(withOthers(), Attendance::type, u"at-nazir"_s,
                         {{u"how"_s, choice(attending::substitute)}, {u"substitute"_s, ref(u"booth"_s)}});
        plan = with(plan, Vote::type, u"vote"_s,
                    {{u"resolution"_s, ref(u"handyperson"_s)},
                     {u"member"_s, ref(u"nazir"_s)},
                     {u"ballot"_s, choice(ballot::inFavour)}});
        const auto dates = [&](const QString& id, const QString& field, const QDate& day) {
            return Trial(plan).set(BodyMember::type, id, {{field, Value(day)}}).said();
        };
        for (const auto& [id, name] : std::initializer_list<std::pair<QString, QString>>{
                 {u"nazir"_s, u"Dr Samira Nazir"_s}, {u"booth"_s, u"Chris Booth"_s}}) {
            const QString said = name + u" voted on 12 March 2026: the seat must hold on that day."_s;
            QCOMPARE(dates(id, u"to"_s, {2026, 3, 12}), QString());
            QCOMPARE(dates(id, u"to"_s, {2026, 3, 11}), said);
            QCOMPARE(dates(id, u"from"_s, {2026, 3, 12}), QString());
            QCOMPARE(dates(id, u"from"_s, {2026, 3, 13}), said);
        }
    }

    // Whose signature it is stays, whichever way the signatory would become another.
    void signatoriesThatHaveSigned()
    {
        Plan plan = withVersion(committeePlan());
        plan = with(plan, Partner::type, u"trust"_s, {{u"name"_s, text(u"Calder Trust"_s)}});
        plan = with(plan, BodyMember::type, u"lund"_s, {{u"partner"_s, ref(u"trust"_s)}});
        plan = with(plan, Signatory::type, u"sign-hwb"_s, {{u"partner"_s, ref(u"trust"_s)}});
        const QString name = u"Calder Trust, Chair has signed: "_s;
        const Plan done = with(plan, SignOff::type, u"signature"_s,
                               {{u"signatory"_s, ref(u"sign-hwb"_s)},
                                {u"version"_s, ref(u"version1"_s)},
                                {u"capacity"_s, choice(signatoryRole::chair)}});
        for (const auto& [field, value] : ExamplePlan::Cells{{u"year"_s, ref(u"2027-28"_s)},
                                                             {u"partner"_s, ref(u"ashmoor"_s)},
                                                             {u"partner"_s, Value()},
                                                             {u"role"_s, choice(signatoryRole::section151)},
                                                             {u"person"_s, ref(u"p-lund"_s)}}) {
            const auto said = [&, field = field, value = value](const Plan& on, const QString& id) {
                return Trial(on).set(Signatory::type, id, {{field, value}}).said();
            };
            QCOMPARE(said(done, u"sign-hwb"_s), name + u"add another signatory."_s);
            QCOMPARE(said(plan, u"sign-hwb"_s), QString());
            QCOMPARE(said(done, u"sign-fenwold"_s), QString());
        }
        QCOMPARE(Trial(done)
                     .set(Signatory::type, u"sign-hwb"_s,
                          {{u"note"_s, text(u"By letter"_s)},
                           {u"delegable"_s, flag()},
                           {u"expectedOn"_s, Value(QDate(2026, 3, 1))}})
                     .said(),
                 QString());
        // With the partner gone the signature would be that of the Health and Wellbeing Board.
        QCOMPARE(Trial(done).remove(Partner::type, u"trust"_s).said(),
                 name + u"Calder Trust cannot be removed from the plan."_s);
        QCOMPARE(Trial(plan).remove(Partner::type, u"trust"_s).said(),
                 u"Peter Lund has attended or voted: Calder Trust cannot be removed from the plan."_s);
        const Plan away = without(plan, Attendance::type, u"at-lund"_s);
        QCOMPARE(Trial(away).remove(Partner::type, u"trust"_s).said(), QString());
    }

    // £10,000.00 of the council's money on social care, decided on 12 March 2026.
    static Plan decided(QLatin1StringView outcome, const ExamplePlan::Cells& money = {})
    {
        const Plan plan = with(committeePlan(), ResolutionOutcome::type, u"out"_s,
                               {{u"resolution"_s, ref(u"handyperson"_s)},
                                {u"on"_s, Value(QDate(2026, 3, 12))},
                                {u"outcome"_s, choice(outcome)}});
        return with(plan, ResolutionMoney::type, u"money"_s,
                    ExamplePlan::Cells{{u"outcome"_s, ref(u"out"_s)},
                                       {u"partner"_s, ref(u"council"_s)},
                                       {u"category"_s, text(u"Social Care"_s)},
                                       {u"amount"_s, pounds(10'000)}} +
                        money);
    }
    static QStringList limitChanges(const Plan& plan)
    {
        QStringList said;
        for (const auto& [field, value] : ExamplePlan::Cells{{u"minute"_s, text(u"15/25"_s)},
                                                             {u"partner"_s, ref(u"fenwold"_s)},
                                                             {u"body"_s, ref(u"hwb"_s)},
                                                             {u"category"_s, text(u"Other"_s)},
                                                             {u"role"_s, choice(memberRole::nhs)},
                                                             {u"basis"_s, choice(delegationBasis::pounds)},
                                                             {u"population"_s, Value::count(425'000)},
                                                             {u"perDecision"_s, pounds(300'000)},
                                                             {u"perYear"_s, Value()}})
            said.append(Trial(plan).set(Delegation::type, u"limit-council"_s, {{field, value}}).said());
        return said << Trial(plan).remove(Delegation::type, u"limit-council"_s).said();
    }

    void limitsThatWereUsed()
    {
        const QString name = u"Calderbourne Place Committee, Calderbourne Council: "_s;
        const QString said = name + u"the limit has been used: end it and add a new one."_s;
        const Plan plan = decided(resolutionOutcome::carried);
        for (const QLatin1StringView outcome : {resolutionOutcome::carried, resolutionOutcome::applied})
            for (const QString& one : limitChanges(decided(outcome)))
                QCOMPARE(one, said);
        const auto set = [](const Plan& on, const ExamplePlan::Cells& cells) {
            return Trial(on).set(Delegation::type, u"limit-council"_s, cells).said();
        };
        QCOMPARE(set(plan, {{u"note"_s, text(u"Ended"_s)}, {u"excessTo"_s, ref(u"hwb"_s)}}), QString());
        const QString day = name + u"the limit was used on 12 March 2026 and must hold on that day."_s;
        QCOMPARE(set(plan, {{u"to"_s, Value(QDate(2026, 3, 12))}}), QString());
        QCOMPARE(set(plan, {{u"to"_s, Value(QDate(2026, 3, 11))}}), day);
        QCOMPARE(set(plan, {{u"from"_s, Value(QDate(2026, 3, 12))}}), QString());
        QCOMPARE(set(plan, {{u"from"_s, Value(QDate(2026, 3, 13))}}), day);
    }

    void limitsThatWereNot()
    {
        const auto limited = [](const ExamplePlan::Cells& cells) {
            return with(decided(resolutionOutcome::carried), Delegation::type, u"limit-council"_s, cells);
        };
        const QList<Plan> unused{committeePlan(),
                                 decided(resolutionOutcome::recommended),
                                 decided(resolutionOutcome::notCarried),
                                 decided(resolutionOutcome::carried, {{u"beyond"_s, flag()}}),
                                 decided(resolutionOutcome::carried, {{u"partner"_s, ref(u"ashmoor"_s)}}),
                                 limited({{u"category"_s, text(u"Acute"_s)}}),
                                 limited({{u"body"_s, ref(u"hwb"_s)}}),
                                 limited({{u"to"_s, Value(QDate(2026, 3, 11))}}),
                                 limited({{u"from"_s, Value(QDate(2026, 3, 13))}})};
        for (const Plan& plan : unused)
            for (const QString& one : limitChanges(plan))
                QCOMPARE(one, QString());
        QVERIFY(!limitChanges(limited({{u"category"_s, text(u"Social Care"_s)}})).contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestDecidedChecks)
#include "test_decidedchecks.moc"
