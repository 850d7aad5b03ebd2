// Every voting rule against attendance, exclusions, ties, abstentions and the casting vote. Each row's outcome was worked out by
// hand from the rule in words; G5 and G6 are cases of the section 75 note, 5.3.
#include "tests/support/seats.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;
using enum VoteResult;
using VoteReason::Agreed, VoteReason::CastingVote, VoteReason::Equal, VoteReason::KeysComplete,
    VoteReason::KeysMissing, VoteReason::Majority, VoteReason::NobodyVoted, VoteReason::NoRule,
    VoteReason::Objection, VoteReason::PartnerAgainst, VoteReason::PartnersAgree, VoteReason::PartnersDiffer,
    VoteReason::PartnerSilent;

namespace {

struct Motion
{
    QString rule;
    bool castingVote = false;
    qint64 quorum = 1;
    QStringList partners = {};
};

QString positionsIn(const Tally& tally)
{
    QStringList each;
    for (const PartnerPosition& partner : tally.partners) {
        const QString position = !partner.position                     ? u"-"_s
                                 : partner.position == Ballot::For     ? u"for"_s
                                 : partner.position == Ballot::Against ? u"against"_s
                                                                       : u"?"_s;
        each.append(partner.partner.text() + u' ' + position);
    }
    return each.join(u", ");
}

QString notCountedIn(const Tally& tally)
{
    QStringList each;
    for (const Id& member : tally.notCounted)
        each.append(member.text());
    return each.join(u' ');
}

class Rows
{
public:
    explicit Rows(Motion motion)
        : m_motion(std::move(motion))
    {
    }

    // Votes: for-against-abstained-silent.
    void row(const char* name, const char* seats, VoteResult result, VoteReason reason, const char* votes,
             const char* notCounted = "", const char* positions = "") const
    {
        const QByteArray full =
            m_motion.rule.toLatin1() + (m_motion.castingVote ? " with casting: " : ": ") + name;
        QTest::newRow(full.constData())
            << m_motion << QString::fromLatin1(seats) << result << reason << QString::fromLatin1(votes)
            << QString::fromLatin1(notCounted) << QString::fromLatin1(positions);
    }

private:
    Motion m_motion;
};

void noRuleRows()
{
    const Rows none({});
    none.row("not settled", "3 council for", NoDecision, NoRule, "3-0-0-0");
    const Rows unknown({u"show of hands"_s});
    unknown.row("a rule nobody knows", "3 council for", NoDecision, NoRule, "3-0-0-0");
    const Rows needsTwo({{}, false, 2});
    needsTwo.row("not settled, and not quorate", "council for", NotQuorate, VoteReason::NotQuorate,
                 "1-0-0-0");
}

void consensusRows()
{
    const Rows rows({votingRule::consensus, true, 3});
    rows.row("all for", "3 council for", Carried, Agreed, "3-0-0-0");
    rows.row("one for, the others silent", "council for, 2 icb", Carried, Agreed, "1-0-0-2");
    rows.row("one for, the others abstain", "council for, 2 icb abstains", Carried, Agreed, "1-0-2-0");
    rows.row("one against", "4 council for, icb against", NoDecision, Objection, "4-1-0-0");
    rows.row("one against, nobody for", "2 council, icb against", NoDecision, Objection, "0-1-0-2");
    rows.row("a tie, and the chair casts for it", "2 council for, icb against, icb chair against casts-for",
             NoDecision, Objection, "2-2-0-0");
    rows.row("all abstain", "3 council abstains", NoDecision, NobodyVoted, "0-0-3-0");
    rows.row("nobody says anything", "3 council", NoDecision, NobodyVoted, "0-0-0-3");
    rows.row("the only one against is excluded", "3 council for, icb excluded against", Carried, Agreed,
             "3-0-0-0", "m4");
    rows.row("the only one against is away", "3 council for, icb absent against", Carried, Agreed, "3-0-0-0",
             "m4");
    rows.row("the only one against has no vote", "3 council for, voteless against", Carried, Agreed,
             "3-0-0-0", "m4");
    rows.row("the only one for is excluded", "council excluded for, 3 icb", NoDecision, NobodyVoted,
             "0-0-0-3", "m1");
    rows.row("an exclusion breaks the quorum", "2 council for, icb excluded for", NotQuorate,
             VoteReason::NotQuorate, "2-0-0-0", "m3");
}

void majorityRows()
{
    const Rows rows({votingRule::simpleMajority, false, 2});
    rows.row("two to one", "2 council for, icb against", Carried, Majority, "2-1-0-0");
    rows.row("one to two", "council for, 2 icb against", NotCarried, Majority, "1-2-0-0");
    rows.row("one to nothing", "council for, icb", Carried, Majority, "1-0-0-1");
    rows.row("nothing to one", "council, icb against", NotCarried, Majority, "0-1-0-1");
    rows.row("one to nothing and many abstain", "council for, 6 icb abstains", Carried, Majority, "1-0-6-0");
    rows.row("a majority of votes, not of members", "3 council for, 2 icb against, 4 provider abstains",
             Carried, Majority, "3-2-4-0");
    rows.row("equal", "2 council for, 2 icb against", NotCarried, Equal, "2-2-0-0");
    rows.row("equal, and the body has no casting vote", "council chair for casts-for, icb against",
             NotCarried, Equal, "1-1-0-0");
    rows.row("all abstain", "2 council abstains", NoDecision, NobodyVoted, "0-0-2-0");
    rows.row("nobody votes", "2 council", NoDecision, NobodyVoted, "0-0-0-2");
    rows.row("the quorum is counted of those there, not of those who vote", "council for, icb", Carried,
             Majority, "1-0-0-1");
    rows.row("one is not two", "council for, 3 icb absent", NotQuorate, VoteReason::NotQuorate, "1-0-0-0");
    rows.row("the absent do not vote", "council for, icb, 3 icb absent against", Carried, Majority, "1-0-0-1",
             "m3 m4 m5");
    rows.row("an excluded vote would have carried it", "council for, icb against, council excluded for",
             NotCarried, Equal, "1-1-0-0", "m3");
    rows.row("an excluded vote would have lost it", "2 council for, icb against, 2 icb excluded against",
             Carried, Majority, "2-1-0-0", "m4 m5");
    rows.row("one who only attends does not vote", "council for, icb against, voteless for", NotCarried,
             Equal, "1-1-0-0", "m3");
    rows.row("a substitute votes like the member", "2 council substitute for, icb against", Carried, Majority,
             "2-1-0-0");
    rows.row("an excluded abstention is none", "2 council for, icb excluded abstains", Carried, Majority,
             "2-0-0-0", "m3");
    rows.row("excluded and silent: nothing to leave out", "2 council for, icb excluded", Carried, Majority,
             "2-0-0-0");
    rows.row("everybody is excluded", "3 council excluded for", NotQuorate, VoteReason::NotQuorate, "0-0-0-0",
             "m1 m2 m3");
}

void castingRows()
{
    const Rows rows({votingRule::simpleMajority, true, 2});
    rows.row("equal, the chair casts for it", "council chair for casts-for, icb against", Carried,
             CastingVote, "1-1-0-0");
    rows.row("equal, the chair casts against it", "council chair for casts-against, icb against", NotCarried,
             CastingVote, "1-1-0-0");
    rows.row("equal, a chair who abstained casts for it",
             "council chair abstains casts-for, council for, icb against", Carried, CastingVote, "1-1-1-0");
    rows.row("equal, a chair who did not vote casts for it",
             "council chair casts-for, council for, icb against", Carried, CastingVote, "1-1-0-1");
    rows.row("equal, the chair casts none", "council chair for, icb against", NotCarried, Equal, "1-1-0-0");
    rows.row("equal, the chair casts neither", "council chair for casts-neither, icb against", NotCarried,
             Equal, "1-1-0-0");
    rows.row("equal, one who is not chair casts for it", "council chair for, icb against casts-for",
             NotCarried, Equal, "1-1-0-0");
    rows.row("equal, the chair is excluded", "council chair excluded casts-for, council for, icb against",
             NotCarried, Equal, "1-1-0-0", "m1");
    rows.row("equal, the chair is away", "council chair absent casts-for, council for, icb against",
             NotCarried, Equal, "1-1-0-0", "m1");
    rows.row("equal, the chair has no vote", "council chair voteless casts-for, council for, icb against",
             NotCarried, Equal, "1-1-0-0", "m1");
    rows.row("equal only because one is excluded",
             "2 council chair for casts-for, icb against, icb against, "
             "icb excluded against",
             Carried, CastingVote, "2-2-0-0", "m5");
    rows.row("no tie: a casting vote for it does nothing", "council chair for casts-for, 2 icb against",
             NotCarried, Majority, "1-2-0-0");
    rows.row("no tie: a casting vote against it does nothing",
             "2 council chair for casts-against, icb against", Carried, Majority, "2-1-0-0");
    rows.row("nobody voted: a casting vote does nothing", "council chair casts-for, icb abstains", NoDecision,
             NobodyVoted, "0-0-1-1");
    rows.row("not quorate: a casting vote does nothing", "council chair casts-for, icb absent", NotQuorate,
             VoteReason::NotQuorate, "0-0-0-1");
    rows.row("two share the chair and cast alike", "council chair for casts-for, icb chair against casts-for",
             Carried, CastingVote, "1-1-0-0");
    rows.row("two share the chair and cast differently",
             "council chair for casts-for, icb chair against casts-against", NotCarried, Equal, "1-1-0-0");
}

void blockRows()
{
    const Rows rows({votingRule::blockVote, true, 2, {u"council"_s, u"icb"_s}});
    rows.row("G5: both for it", "council for, icb for", Carried, PartnersAgree, "2-0-0-0", "",
             "council for, icb for");
    rows.row("G5: one for it, one against", "council for, icb against", NoDecision, PartnersDiffer, "1-1-0-0",
             "", "council for, icb against");
    rows.row("G5: one for it, one against, and the chair casts", "council chair for casts-for, icb against",
             NoDecision, PartnersDiffer, "1-1-0-0", "", "council for, icb against");
    rows.row("both against", "council against, icb against", NotCarried, PartnersAgree, "0-2-0-0", "",
             "council against, icb against");
    rows.row("five for it cannot carry it against the other's one", "5 council for, icb against", NoDecision,
             PartnersDiffer, "5-1-0-0", "", "council for, icb against");
    rows.row("each settles its vote by majority", "2 council for, council against, 3 icb for, 2 icb against",
             Carried, PartnersAgree, "5-3-0-0", "", "council for, icb for");
    rows.row("more votes against than for, and carried",
             "2 council for, council against, icb for, 2 icb2 against", Carried, PartnersAgree, "3-3-0-0", "",
             "council for, icb for");
    rows.row("one partner is equal", "council for, council against, icb for", NoDecision, PartnerSilent,
             "2-1-0-0", "", "council -, icb for");
    rows.row("equal in a partner, and its chair casts",
             "council chair for casts-for, council against, icb for", NoDecision, PartnerSilent, "2-1-0-0",
             "", "council -, icb for");
    rows.row("one partner abstains", "council for, icb abstains", NoDecision, PartnerSilent, "1-0-1-0", "",
             "council for, icb -");
    rows.row("one partner is silent", "council for, icb", NoDecision, PartnerSilent, "1-0-0-1", "",
             "council for, icb -");
    rows.row("one partner is away", "2 council for, icb absent for", NoDecision, PartnerSilent, "2-0-0-0",
             "m3", "council for, icb -");
    rows.row("one partner has no seat", "2 council for", NoDecision, PartnerSilent, "2-0-0-0", "",
             "council for, icb -");
    rows.row("one silent, one against", "council against, icb", NoDecision, PartnerSilent, "0-1-0-1", "",
             "council against, icb -");
    rows.row("an exclusion turns a partner's vote", "council for, 2 council excluded against, icb for",
             Carried, PartnersAgree, "2-0-0-0", "m2 m3", "council for, icb for");
    rows.row("an exclusion leaves a partner silent", "council for, council, icb excluded for", NoDecision,
             PartnerSilent, "1-0-0-1", "m3", "council for, icb -");
    rows.row("members of no partner do not decide", "council for, icb for, 4 provider against", Carried,
             PartnersAgree, "2-4-0-0", "", "council for, icb for");
    rows.row("an abstention within a partner", "council for, 2 council abstains, icb for", Carried,
             PartnersAgree, "2-0-2-0", "", "council for, icb for");
    rows.row("not quorate", "council for, icb absent for", NotQuorate, VoteReason::NotQuorate, "1-0-0-0",
             "m2", "council for, icb -");
    const Rows nobody({votingRule::blockVote, true, 1, {}});
    nobody.row("no partner to ask", "3 council for", NoDecision, PartnerSilent, "3-0-0-0");
    const Rows three({votingRule::blockVote, false, 1, {u"icb2"_s, u"council"_s, u"icb"_s}});
    three.row("two of three for it", "council for, icb for, icb2 against", NoDecision, PartnersDiffer,
              "2-1-0-0", "", "icb2 against, council for, icb for");
    three.row("two differ, one silent", "council for, icb against, icb2", NoDecision, PartnerSilent,
              "1-1-0-1", "", "icb2 -, council for, icb against");
}

void unanimousRows()
{
    const Rows rows({votingRule::unanimousPartners, true, 2, {u"council"_s, u"icb"_s}});
    rows.row("each for it", "council for, icb for", Carried, PartnersAgree, "2-0-0-0", "",
             "council for, icb for");
    rows.row("each by majority", "2 council for, council against, icb for", Carried, PartnersAgree, "3-1-0-0",
             "", "council for, icb for");
    rows.row("one against", "3 council for, icb against", NotCarried, PartnerAgainst, "3-1-0-0", "",
             "council for, icb against");
    rows.row("both against", "council against, icb against", NotCarried, PartnerAgainst, "0-2-0-0", "",
             "council against, icb against");
    rows.row("one against, one silent", "council against, icb", NotCarried, PartnerAgainst, "0-1-0-1", "",
             "council against, icb -");
    rows.row("one for, one silent", "council for, icb", NoDecision, PartnerSilent, "1-0-0-1", "",
             "council for, icb -");
    rows.row("one for, one abstains", "council for, icb abstains", NoDecision, PartnerSilent, "1-0-1-0", "",
             "council for, icb -");
    rows.row("one for, one equal", "council for, icb for, icb against", NoDecision, PartnerSilent, "2-1-0-0",
             "", "council for, icb -");
    rows.row("one for, one away", "2 council for, icb absent", NoDecision, PartnerSilent, "2-0-0-0", "",
             "council for, icb -");
    rows.row("the one against is excluded", "council for, icb for, icb excluded against", Carried,
             PartnersAgree, "2-0-0-0", "m3", "council for, icb for");
    rows.row("both silent", "council, icb", NoDecision, PartnerSilent, "0-0-0-2", "", "council -, icb -");
    rows.row("not quorate", "council for, icb excluded for", NotQuorate, VoteReason::NotQuorate, "1-0-0-0",
             "m2", "council for, icb -");
    rows.row("by substitutes", "council substitute for, icb substitute for", Carried, PartnersAgree,
             "2-0-0-0", "", "council for, icb for");
    const Rows nobody({votingRule::unanimousPartners, false, 1, {}});
    nobody.row("no partner to ask", "3 council for", NoDecision, PartnerSilent, "3-0-0-0");
}

void dualKeyRows()
{
    const Rows rows({votingRule::dualKey, true, 1, {u"council"_s, u"icb"_s, u"icb2"_s}});
    rows.row("G6: each statutory body approves", "council for, icb for, icb2 for", Carried, KeysComplete,
             "3-0-0-0", "", "council for, icb for, icb2 for");
    rows.row("G6: one is missing", "council for, icb for, icb2", NoDecision, KeysMissing, "2-0-0-1", "",
             "council for, icb for, icb2 -");
    rows.row("G6: one has no seat", "council for, icb for", NoDecision, KeysMissing, "2-0-0-0", "",
             "council for, icb for, icb2 -");
    rows.row("G6: one is away", "council for, icb absent for, icb2 for", NoDecision, KeysMissing, "2-0-0-0",
             "m2", "council for, icb -, icb2 for");
    rows.row("one is against", "council for, icb for, icb2 against", NoDecision, KeysMissing, "2-1-0-0", "",
             "council for, icb for, icb2 against");
    rows.row("a key is not turned by a majority", "2 council for, council against, icb for, icb2 for",
             NoDecision, KeysMissing, "4-1-0-0", "", "council against, icb for, icb2 for");
    rows.row("a key is not turned by a substitute", "council for, icb substitute for, icb2 for", NoDecision,
             KeysMissing, "3-0-0-0", "", "council for, icb -, icb2 for");
    rows.row("a substitute beside one in person", "council for, icb for, icb substitute for, icb2 for",
             Carried, KeysComplete, "4-0-0-0", "", "council for, icb for, icb2 for");
    rows.row("a substitute against stops its partner",
             "council for, icb for, icb substitute against, icb2 for", NoDecision, KeysMissing, "3-1-0-0", "",
             "council for, icb against, icb2 for");
    rows.row("one abstains", "council for, icb abstains, icb2 for", NoDecision, KeysMissing, "2-0-1-0", "",
             "council for, icb -, icb2 for");
    rows.row("one abstains beside one for", "council for, icb for, icb abstains, icb2 for", Carried,
             KeysComplete, "3-0-1-0", "", "council for, icb for, icb2 for");
    rows.row("the one against is excluded", "council for, council excluded against, icb for, icb2 for",
             Carried, KeysComplete, "3-0-0-0", "m2", "council for, icb for, icb2 for");
    rows.row("the one for is excluded", "council excluded for, council, icb for, icb2 for", NoDecision,
             KeysMissing, "2-0-0-1", "m1", "council -, icb for, icb2 for");
    rows.row("the one for has no vote", "council voteless for, icb for, icb2 for", NoDecision, KeysMissing,
             "2-0-0-0", "m1", "council -, icb for, icb2 for");
    rows.row("others are against", "council for, icb for, icb2 for, 5 provider against", Carried,
             KeysComplete, "3-5-0-0", "", "council for, icb for, icb2 for");
    rows.row("the chair's casting vote turns no key", "council for, icb chair casts-for, icb2 for",
             NoDecision, KeysMissing, "2-0-0-1", "", "council for, icb -, icb2 for");
    const Rows nobody({votingRule::dualKey, false, 1, {}});
    nobody.row("no partner to ask", "3 council for", NoDecision, PartnerSilent, "3-0-0-0");
    const Rows four({votingRule::dualKey, false, 4, {u"council"_s, u"icb"_s}});
    four.row("both keys, and not quorate", "council for, icb for", NotQuorate, VoteReason::NotQuorate,
             "2-0-0-0", "", "council for, icb for");
    const Rows nameless({votingRule::dualKey, false, 1, {u"council"_s, QString()}});
    nameless.row("a partner without a name is nobody's", "council for, provider for", NoDecision, KeysMissing,
                 "2-0-0-0", "", "council for,  -");
}

} // namespace

class TestVoting : public QObject
{
    Q_OBJECT

private slots:
    void eachRule_data();
    void eachRule();
    void quorumStandsInTheTally();
    void aMissingRoleStopsTheVote();
};

void TestVoting::eachRule_data()
{
    QTest::addColumn<Motion>("motion");
    QTest::addColumn<QString>("seats");
    QTest::addColumn<VoteResult>("result");
    QTest::addColumn<VoteReason>("reason");
    QTest::addColumn<QString>("votes");
    QTest::addColumn<QString>("notCounted");
    QTest::addColumn<QString>("positions");
    noRuleRows();
    consensusRows();
    majorityRows();
    castingRows();
    blockRows();
    unanimousRows();
    dualKeyRows();
}

void TestVoting::eachRule()
{
    QFETCH(Motion, motion);
    QFETCH(QString, seats);
    QFETCH(VoteReason, reason);
    QList<Id> partners;
    for (const QString& partner : motion.partners)
        partners.append(Id(partner));
    const Tally tally =
        countVotes(motion.rule, motion.castingVote, {motion.quorum, {}, {}}, seatsOf(seats), partners);
    QTEST(tally.result, "result");
    QCOMPARE(tally.reason, reason);
    const QString votes =
        u"%1-%2-%3-%4"_s.arg(tally.inFavour).arg(tally.against).arg(tally.abstained).arg(tally.silent);
    QTEST(votes, "votes");
    QTEST(notCountedIn(tally), "notCounted");
    QTEST(positionsIn(tally), "positions");
    QCOMPARE(tally.usedCasting, reason == CastingVote);
    QCOMPARE(tally.quorum.needed, motion.quorum);
}

void TestVoting::quorumStandsInTheTally()
{
    const QuorumRule rule{2, *Rate::parse(u"60"_s), {{memberRole::nhs, {}, 1}}};
    const Tally tally =
        countVotes(votingRule::simpleMajority, false, rule,
                   seatsOf(u"2 council for, icb nhs excluded for, icb absent, voteless"_s), {});
    QCOMPARE(tally.quorum.seats, 4);
    QCOMPARE(tally.quorum.present, 2);
    QCOMPARE(tally.quorum.needed, 3); // 60% of 4 is 2.4
    QCOMPARE(tally.quorum.missing, (QList<RoleNeed>{{memberRole::nhs, {}, 1}}));
    QVERIFY(!tally.quorum.met);
    QCOMPARE(tally.result, VoteResult::NotQuorate);
    QVERIFY(tally.partners.isEmpty());
}

// G1: eight vote for it, but the Director of Public Health is excluded and nobody came instead.
void TestVoting::aMissingRoleStopsTheVote()
{
    const QuorumRule rule{7, {}, {{memberRole::publicHealth, {}, 1}}};
    const Tally stopped = countVotes(votingRule::simpleMajority, false, rule,
                                     seatsOf(u"8 council for, publicHealth excluded for"_s), {});
    QCOMPARE(stopped.result, VoteResult::NotQuorate);
    QCOMPARE(stopped.reason, VoteReason::NotQuorate);
    QCOMPARE(stopped.inFavour, 8);
    const Tally bySubstitute = countVotes(votingRule::simpleMajority, false, rule,
                                          seatsOf(u"8 council for, publicHealth substitute against"_s), {});
    QCOMPARE(bySubstitute.result, VoteResult::Carried);
    QCOMPARE(bySubstitute.against, 1);
}

QTEST_APPLESS_MAIN(TestVoting)
#include "test_voting.moc"
