// What a committee decides in words, against design/calderbourne.md and the mockup of the page Committee; every case has its sentence.
#include "core/words/committeewords.h"
#include "tests/support/committeeplan.h"

#include <QSet>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Plan mockup()
{
    Plan plan = with(committeePlan(), Resolution::type, u"optionB"_s,
                     {{u"name"_s, text(u"Adopt option B"_s)}, {u"option"_s, text(u"B: Fair shift"_s)}});
    return with(plan, Interest::type, u"practice"_s,
                {{u"what"_s, text(u"partner in the Care Alliance, which runs urgent community response"_s)}});
}

Plan voted()
{
    const Plan plan = mockup();
    return after(plan, recordVotes(plan, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"v"_s)));
}

ResolutionReview review(const Plan& plan, const QString& resolution)
{
    return reviewResolution(plan, Shelf(), Id(resolution), meetingDay());
}

Plan recorded(const Plan& plan, const QString& resolution)
{
    const QString reason = reasonInWords(plan, review(plan, resolution));
    return after(plan, recordOutcome(plan, Shelf(), Id(resolution), meetingDay(), {}, reason,
                                     countedIds(u"o-"_s + resolution)));
}

Tally tally(VoteResult result, VoteReason reason, qint64 inFavour, qint64 against)
{
    Tally tally;
    tally.result = result;
    tally.reason = reason;
    tally.inFavour = inFavour;
    tally.against = against;
    tally.quorum = {10, 5, 6, {{memberRole::publicHealth, {}, 1}}, false};
    return tally;
}

PartnerPosition stands(const QString& partner, std::optional<Ballot> position)
{
    return {Id(partner), position};
}

PartnerVerdict verdict(DelegationVerdict found)
{
    PartnerVerdict verdict;
    verdict.partner = Id(u"ashmoor"_s);
    verdict.amount = Money::fromPounds(300'000);
    verdict.verdict = found;
    verdict.delegation = Id(u"limit-ashmoor"_s);
    verdict.limit = Money::fromPounds(250'000);
    return verdict;
}

YearHeadroom headroom(const QString& year, qint64 used, qint64 left)
{
    return {year, Money::fromPounds(1'000'000), Money::fromPounds(used), Money::fromPounds(left)};
}

} // namespace

class TestCommitteeWords : public QObject
{
    Q_OBJECT

private slots:
    void theMockup();
    void withinTheLimit();
    void beforeTheVote();
    void onceItIsRecorded();
    void tallies_data();
    void tallies();
    void everyReasonHasItsClause();
    void quorums();
    void votesThatDoNotCount();
    void verdicts_data();
    void verdicts();
    void excessGoesSomewhere();
    void whoeverDecidesNothing();
    void whoseMoneyIsNotKnown();
    void chairsActions_data();
    void chairsActions();
    void votingRules();
    void stepsThatNoLongerFit();
};

void TestCommitteeWords::theMockup()
{
    const Plan plan = voted();
    const ResolutionReview found = review(plan, u"optionB"_s);
    QCOMPARE(tallyInWords(plan, found.tally), u"Carried, 6 to 1, 1 abstained."_s);
    QCOMPARE(quorumInWords(plan, *plan.bodies.find(Id(u"committee"_s)), found.tally.quorum),
             u"Quorate: 8 can vote; 6 needed, with a councillor, an NHS member and public health."_s);
    QCOMPARE(votingRuleInWords(*plan.bodies.find(Id(u"committee"_s))),
             u"Simple majority; the chair has a casting vote."_s);
    QCOMPARE(outcomeInWords(plan, found), u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."_s);
    QCOMPARE(reasonInWords(plan, found),
             u"£692,000.00 of it is Ashmoor ICB’s; it delegated £250,000.00 a decision (minute 14/25)."_s);
    const QString title = resolutionHeadline(plan, found);
    QCOMPARE(title, u"Option B moves £812,000.00, above the £250,000.00 limit: recommended, not decided"_s);
    QVERIFY(title.split(u' ').size() <= 12);
    QCOMPARE(
        interestInWords(plan, *plan.itemInterests.find(Id(u"left"_s))),
        u"Dr Samira Nazir left: partner in the Care Alliance, which runs urgent community response (financial, actual)."_s);
}

// Ten seats, Peter Lund not there: nine can vote on item 4. 1,000,000 less 10,000.
void TestCommitteeWords::withinTheLimit()
{
    Plan plan = mockup();
    plan = after(plan,
                 recordVotes(plan, Id(u"handyperson"_s), allInFavour(plan, u"item4"_s), countedIds(u"v"_s)));
    const ResolutionReview found = review(plan, u"handyperson"_s);
    QCOMPARE(outcomeInWords(plan, found), u"Carried, 9 to 0. Decided within what is delegated."_s);
    QCOMPARE(
        reasonInWords(plan, found),
        u"£10,000.00 of it is the council’s, within the £250,000.00 a decision that it delegated (minute 14/25). £990,000.00 of the year’s limit of £1,000,000.00 is left."_s);
    QCOMPARE(resolutionHeadline(plan, found),
             u"“handyperson” moves £10,000.00, within what is delegated: decided"_s);
}

void TestCommitteeWords::beforeTheVote()
{
    const Plan plan = mockup();
    QCOMPARE(resolutionHeadline(plan, review(plan, u"optionB"_s)),
             u"Option B moves £812,000.00, above the £250,000.00 limit: it can only be recommended"_s);
    QCOMPARE(resolutionHeadline(plan, review(plan, u"handyperson"_s)),
             u"“handyperson” moves £10,000.00, within what is delegated"_s);
    QCOMPARE(outcomeInWords(plan, review(plan, u"optionB"_s)),
             u"No decision: nobody voted for or against it."_s);
    // Three fewer: five can vote, and six are needed.
    Plan few = plan;
    for (const QString& member : {u"thwaite"_s, u"fairclough"_s, u"ackroyd"_s})
        few = with(few, Attendance::type, u"at-"_s + member, {{u"how"_s, text(attending::absent)}});
    QCOMPARE(resolutionHeadline(few, review(few, u"optionB"_s)),
             u"Option B cannot be put to the vote: 5 can vote and 6 are needed"_s);
    QCOMPARE(reasonInWords(few, review(few, u"optionB"_s)), u"5 can vote and 6 are needed."_s);
}

void TestCommitteeWords::onceItIsRecorded()
{
    Plan plan = recorded(voted(), u"optionB"_s);
    const auto title = [&] { return resolutionHeadline(plan, review(plan, u"optionB"_s)); };
    QCOMPARE(title(), u"Option B moves £812,000.00, above the £250,000.00 limit: recommended, not decided"_s);
    QCOMPARE(recordedInWords(plan, *lastOutcome(plan, Id(u"optionB"_s))),
             u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."_s);
    plan = after(plan, recordReply(plan, Id(u"optionB"_s), Id(u"ashmoor"_s), replyAnswer::accepted,
                                   QDate(2026, 3, 26), u"7/26"_s, countedIds(u"r"_s)));
    plan = after(plan, recordApplication(plan, Shelf(), Id(u"optionB"_s), QDate(2026, 3, 27), u"Accepted"_s,
                                         countedIds(u"a"_s)));
    QCOMPARE(title(), u"Option B moved £812,000.00: decided and applied"_s);
}

void TestCommitteeWords::tallies_data()
{
    QTest::addColumn<Tally>("counted");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, Tally counted, const QString& words) {
        QTest::newRow(name) << counted << words;
    };
    const auto by = [](VoteResult result, VoteReason reason, const QList<PartnerPosition>& partners) {
        Tally counted = tally(result, reason, 5, 2);
        counted.partners = partners;
        return counted;
    };
    using enum VoteReason;
    constexpr auto carried = VoteResult::Carried;
    constexpr auto notCarried = VoteResult::NotCarried;
    constexpr auto noDecision = VoteResult::NoDecision;
    const PartnerPosition councilFor = stands(u"council"_s, Ballot::For);
    const PartnerPosition councilAgainst = stands(u"council"_s, Ballot::Against);
    const PartnerPosition ashmoorFor = stands(u"ashmoor"_s, Ballot::For);
    const PartnerPosition ashmoorAgainst = stands(u"ashmoor"_s, Ballot::Against);
    const PartnerPosition ashmoorSilent = stands(u"ashmoor"_s, std::nullopt);
    row("majority", tally(carried, Majority, 5, 2), u"Carried, 5 to 2."_s);
    row("minority", tally(notCarried, Majority, 2, 5), u"Not carried, 2 to 5."_s);
    Tally silent = tally(carried, Majority, 3, 1);
    silent.silent = 2;
    silent.abstained = 1;
    row("silent", silent, u"Carried, 3 to 1, 1 abstained, 2 did not vote."_s);
    row("casting for", tally(carried, CastingVote, 4, 4),
        u"Carried, 4 to 4: the chair’s casting vote was for it."_s);
    row("casting against", tally(notCarried, CastingVote, 4, 4),
        u"Not carried, 4 to 4: the chair’s casting vote was against it."_s);
    row("equal", tally(notCarried, Equal, 4, 4),
        u"Not carried, 4 to 4: the votes were equal, and no casting vote decided."_s);
    row("consensus", tally(carried, Agreed, 7, 0), u"Carried, 7 to 0: nobody was against it."_s);
    row("objection", tally(noDecision, Objection, 7, 1),
        u"No decision, 7 to 1: it needs consensus, and somebody was against it."_s);
    row("nobody", tally(noDecision, NobodyVoted, 0, 0), u"No decision: nobody voted for or against it."_s);
    row("no rule", tally(noDecision, NoRule, 5, 2), u"No decision, 5 to 2: the body has no voting rule."_s);
    row("not quorate", tally(VoteResult::NotQuorate, NotQuorate, 5, 0),
        u"Not quorate: 5 can vote and 6 are needed; missing: public health."_s);
    row("blocks agree", by(carried, PartnersAgree, {councilFor, ashmoorFor}),
        u"Carried, 5 to 2: the council and Ashmoor ICB were each for it."_s);
    row("blocks refuse", by(notCarried, PartnersAgree, {councilAgainst, ashmoorAgainst}),
        u"Not carried, 5 to 2: the council and Ashmoor ICB were each against it."_s);
    row("one block", by(carried, PartnersAgree, {councilFor}), u"Carried, 5 to 2: the council was for it."_s);
    row("blocks differ", by(noDecision, PartnersDiffer, {councilFor, ashmoorAgainst}),
        u"No decision, 5 to 2: the council was for it and Ashmoor ICB against it."_s);
    row("partner against", by(notCarried, PartnerAgainst, {councilFor, ashmoorAgainst}),
        u"Not carried, 5 to 2: Ashmoor ICB was against it."_s);
    row("partner silent", by(noDecision, PartnerSilent, {councilFor, ashmoorSilent}),
        u"No decision, 5 to 2: Ashmoor ICB took no side."_s);
    row("no partner", by(noDecision, PartnerSilent, {}),
        u"No decision, 5 to 2: no council or ICB has a seat."_s);
    row("keys", by(carried, KeysComplete, {councilFor, ashmoorFor, stands(u"fenwold"_s, Ballot::For)}),
        u"Carried, 5 to 2: the council, Ashmoor ICB and Fenwold ICB have each approved it."_s);
    row("key missing", by(noDecision, KeysMissing, {councilFor, ashmoorSilent}),
        u"No decision, 5 to 2: Ashmoor ICB has not approved it."_s);
    row("keys missing", by(noDecision, KeysMissing, {councilAgainst, ashmoorSilent}),
        u"No decision, 5 to 2: the council and Ashmoor ICB have not approved it."_s);
}

void TestCommitteeWords::tallies()
{
    QFETCH(const Tally, counted);
    QTEST(tallyInWords(committeePlan(), counted), "words");
}

void TestCommitteeWords::everyReasonHasItsClause()
{
    QSet<QString> said;
    for (int reason = 0; reason <= static_cast<int>(VoteReason::KeysMissing); ++reason) {
        Tally counted = tally(VoteResult::NoDecision, static_cast<VoteReason>(reason), 1, 1);
        counted.partners = {stands(u"council"_s, Ballot::For), stands(u"ashmoor"_s, Ballot::Against)};
        const QString clause = voteReasonInWords(committeePlan(), counted);
        QVERIFY2(!clause.isEmpty() && !clause.contains(u'%'), qPrintable(QString::number(reason)));
        said.insert(clause);
    }
    // PartnersAgree of a body that did not agree reads as one partner's stand, as KeysMissing and PartnerAgainst do in part.
    QVERIFY(said.size() >= static_cast<int>(VoteReason::KeysMissing));
}

void TestCommitteeWords::quorums()
{
    const Plan plan = with(committeePlan(), QuorumNeed::type, u"need2"_s,
                           {{u"least"_s, Value::count(2)}, {u"partner"_s, ref(u"ashmoor"_s)}});
    const Body& body = *plan.bodies.find(Id(u"committee"_s));
    const Quorum quorum{
        10, 7, 6, {{memberRole::nhs, Id(u"ashmoor"_s), 1}, {memberRole::publicHealth, {}, 1}}, false};
    QCOMPARE(
        quorumInWords(plan, body, quorum),
        u"Not quorate: 7 can vote; 6 needed, with a councillor, two NHS members of Ashmoor ICB and public health. Missing: an NHS member of Ashmoor ICB and public health."_s);
    Body plain = body;
    plain.id = Id(u"another"_s);
    QCOMPARE(quorumInWords(plan, plain, {10, 7, 6, {}, true}), u"Quorate: 7 can vote; 6 needed."_s);
}

void TestCommitteeWords::votesThatDoNotCount()
{
    Tally counted = tally(VoteResult::Carried, VoteReason::Majority, 5, 2);
    counted.notCounted = {Id(u"nazir"_s)};
    QCOMPARE(tallyInWords(committeePlan(), counted),
             u"Carried, 5 to 2. The vote of Dr Samira Nazir does not count."_s);
    counted.notCounted.append(Id(u"lund"_s));
    QVERIFY(tallyInWords(committeePlan(), counted)
                .endsWith(u" The votes of Dr Samira Nazir and Peter Lund do not count."_s));
}

void TestCommitteeWords::verdicts_data()
{
    QTest::addColumn<PartnerVerdict>("found");
    QTest::addColumn<QString>("words");
    using enum DelegationVerdict;
    const QString whose = u"£300,000.00 of it is Ashmoor ICB’s"_s;
    PartnerVerdict found = verdict(Within);
    QTest::newRow("within a decision")
        << found << whose + u", within the £250,000.00 a decision that it delegated (minute 14/25)."_s;
    found.limit = std::nullopt;
    found.years = {headroom(u"2026-27"_s, 0, 990'000), headroom(u"2027-28"_s, 100'000, 700'000)};
    QTest::newRow("within years")
        << found
        << whose +
               u", within what it delegated (minute 14/25). £990,000.00 of the limit of £1,000,000.00 for 2026-27 is left. £700,000.00 of the limit of £1,000,000.00 for 2027-28 is left."_s;
    QTest::newRow("nothing") << verdict(NothingDelegated)
                             << whose + u"; it delegated nothing that covers this."_s;
    QTest::newRow("no minute") << verdict(NoMinute)
                               << whose + u"; its delegation names no minute, so it does not count."_s;
    QTest::newRow("a decision") << verdict(AboveDecision)
                                << whose + u"; it delegated £250,000.00 a decision (minute 14/25)."_s;
    PartnerVerdict year = verdict(AboveYear);
    year.year = u"2026-27"_s;
    year.years = {headroom(u"2026-27"_s, 800'000, -100'000)};
    QTest::newRow("a year")
        << year
        << whose +
               u"; £200,000.00 is left of the £1,000,000.00 that it delegated for 2026-27 (minute 14/25)."_s;
    year.years = {headroom(u"2026-27"_s, 1'000'000, -300'000)};
    QTest::newRow("a year that is used up")
        << year
        << whose + u"; nothing is left of the £1,000,000.00 that it delegated for 2026-27 (minute 14/25)."_s;
    PartnerVerdict role = verdict(RoleNotInFavour);
    role.delegation = Id(u"by-role"_s);
    QTest::newRow("a role")
        << role
        << whose +
               u"; it delegated this to a member’s role, director of public health, and nobody with that role was for it (minute 15/25)."_s;
    PartnerVerdict area = verdict(AboveDecision);
    area.delegation = Id(u"by-area"_s);
    QTest::newRow("an area of spend")
        << area << whose + u"; it delegated £250,000.00 a decision for Acute (minute 16/25)."_s;
    PartnerVerdict unknown = verdict(PartnerUnknown);
    unknown.partner = {};
    QTest::newRow("unknown")
        << unknown << u"Nobody can tell whose money £300,000.00 of it is: name the partner that pays it."_s;
}

void TestCommitteeWords::verdicts()
{
    QFETCH(const PartnerVerdict, found);
    Plan plan = with(committeePlan(), Delegation::type, u"by-role"_s,
                     {{u"body"_s, ref(u"committee"_s)},
                      {u"role"_s, text(memberRole::publicHealth)},
                      {u"minute"_s, text(u"15/25"_s)}});
    plan = with(plan, Delegation::type, u"by-area"_s,
                {{u"body"_s, ref(u"committee"_s)},
                 {u"category"_s, text(u"Acute"_s)},
                 {u"minute"_s, text(u"16/25"_s)}});
    QTEST(verdictInWords(plan, found), "words");
}

void TestCommitteeWords::excessGoesSomewhere()
{
    const Plan plan = with(voted(), Delegation::type, u"limit-ashmoor"_s, {{u"excessTo"_s, ref(u"hwb"_s)}});
    QVERIFY(reasonInWords(plan, review(plan, u"optionB"_s))
                .endsWith(u" What is above goes to Calderbourne Health and Wellbeing Board."_s));
}

void TestCommitteeWords::whoeverDecidesNothing()
{
    const Plan plan = with(voted(), Body::type, u"committee"_s, {{u"kind"_s, text(bodyKind::forum)}});
    const ResolutionReview found = review(plan, u"optionB"_s);
    QCOMPARE(outcomeInWords(plan, found),
             u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB and the council."_s);
    QVERIFY(resolutionHeadline(plan, found).startsWith(u"Option B moves £812,000.00: recommended"_s));
}

void TestCommitteeWords::whoseMoneyIsNotKnown()
{
    Plan plan = voted();
    ResolutionReview found = review(plan, u"optionB"_s);
    found.recommendTo.clear();
    found.partnerUnknown = true;
    found.partners = {verdict(DelegationVerdict::PartnerUnknown)};
    QVERIFY(outcomeInWords(plan, found).endsWith(u"Recommended: nobody can tell whose money it is."_s));
    QVERIFY(reasonInWords(plan, found).startsWith(u"Nobody can tell whose money £300,000.00 of it is"_s));
    QCOMPARE(resolutionHeadline(plan, found),
             u"Option B moves £812,000.00, more than is delegated: recommended, not decided"_s);
}

void TestCommitteeWords::chairsActions_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("begins");
    QTest::newRow("note") << QString(chairAction::note)
                          << u"Dr Samira Nazir took part; the interest was noted: "_s;
    QTest::newRow("no vote") << QString(chairAction::noVote) << u"Dr Samira Nazir stayed without a vote: "_s;
    QTest::newRow("leave") << QString(chairAction::leave) << u"Dr Samira Nazir left: "_s;
    QTest::newRow("no papers") << QString(chairAction::noPapers)
                               << u"Dr Samira Nazir had no papers and took no part: "_s;
    QTest::newRow("substitute") << QString(chairAction::substitute)
                                << u"Dr Samira Nazir gave way to a substitute: "_s;
    QTest::newRow("nothing") << QString()
                             << u"Dr Samira Nazir has an interest that the chair has not acted on: "_s;
}

void TestCommitteeWords::chairsActions()
{
    QFETCH(const QString, action);
    QFETCH(const QString, begins);
    const Plan plan = with(mockup(), ItemInterest::type, u"left"_s, {{u"action"_s, Value(action)}});
    const QString words = interestInWords(plan, *plan.itemInterests.find(Id(u"left"_s)));
    QVERIFY2(words.startsWith(begins + u"partner in the Care Alliance"_s), qPrintable(words));
    const Plan declared = with(plan, ItemInterest::type, u"left"_s,
                               {{u"interest"_s, Value()}, {u"declared"_s, text(u"a cousin works there"_s)}});
    QCOMPARE(interestInWords(declared, *declared.itemInterests.find(Id(u"left"_s))),
             begins + u"a cousin works there."_s);
}

void TestCommitteeWords::votingRules()
{
    QSet<QString> said;
    for (const auto& rule : {votingRule::consensus, votingRule::simpleMajority, votingRule::blockVote,
                             votingRule::unanimousPartners, votingRule::dualKey, QLatin1StringView()}) {
        Body body;
        body.votingRule = rule;
        const QString words = votingRuleInWords(body);
        QVERIFY(words.endsWith(u'.') && words.size() > 20);
        said.insert(words);
    }
    QCOMPARE(said.size(), 6);
}

void TestCommitteeWords::stepsThatNoLongerFit()
{
    const Plan plan = with(voted(), Line::type, u"discharge"_s, {{u"amount 2026-27"_s, pounds(2'000'000)}});
    const ResolutionReview found = review(plan, u"optionB"_s);
    QCOMPARE(resolutionHeadline(plan, found), u"Option B no longer fits the plan"_s);
    QCOMPARE(reasonInWords(plan, found), u"Its steps no longer fit the plan: the item has to be reopened."_s);
}

QTEST_GUILESS_MAIN(TestCommitteeWords)
#include "test_committeewords.moc"
