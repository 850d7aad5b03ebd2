// Random boards: the count done again another way, and what no ballot may do.
#include "tests/support/seats.h"
#include "tests/support/seeded.h"

#include <QMap>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 6000;

const QStringList rules{votingRule::consensus,         votingRule::simpleMajority, votingRule::blockVote,
                        votingRule::unanimousPartners, votingRule::dualKey,        QString()};

struct Board
{
    QString rule;
    bool castingVote = false;
    QuorumRule quorum;
    QList<Seat> seats;
    QList<Id> partners;

    Tally tally() const { return countVotes(rule, castingVote, quorum, seats, partners); }
};

std::optional<Ballot> randomBallot(Seeded& seeded)
{
    switch (seeded.between(0, 5)) {
    case 0:
        return std::nullopt;
    case 1:
        return Ballot::Abstained;
    case 2:
    case 3:
        return Ballot::Against;
    default:
        return Ballot::For;
    }
}

Board randomBoard(Seeded& seeded)
{
    static const QStringList partners{u"council"_s, u"icb"_s, u"icb2"_s};
    Board board;
    board.rule = rules.at(seeded.between(0, rules.size() - 1));
    board.castingVote = seeded.between(0, 1) == 0;
    board.quorum.number = seeded.between(0, 4);
    const qint64 asked = seeded.between(0, 3);
    for (qint64 i = 0; i < asked; ++i)
        board.partners.append(Id(partners.at(i)));
    const qint64 size = seeded.between(1, 9);
    for (qint64 i = 0; i < size; ++i) {
        Seat seat;
        seat.member = Id(u"m%1"_s.arg(i));
        if (seeded.between(0, 4) != 0)
            seat.partner = Id(partners.at(seeded.between(0, 2)));
        seat.chair = i == 0;
        seat.hasVote = seeded.between(0, 9) != 0;
        seat.present = seeded.between(0, 5) != 0;
        seat.inPerson = seeded.between(0, 3) != 0;
        seat.excluded = seeded.between(0, 6) == 0;
        seat.ballot = randomBallot(seeded);
        if (seeded.between(0, i == 0 ? 1 : 7) == 0)
            seat.casting = randomBallot(seeded);
        board.seats.append(seat);
    }
    return board;
}

bool isOut(const Seat& seat)
{
    return !seat.hasVote || !seat.present || seat.excluded;
}

int worth(const std::optional<Ballot>& ballot)
{
    return !ballot || *ballot == Ballot::Abstained ? 0 : *ballot == Ballot::For ? 1 : -1;
}

struct Expected
{
    VoteResult result;
    VoteReason reason;
};

// Seats that are out are thrown away first; then sums of +1 and -1.
struct Recount
{
    QList<int> votes;           // +1, -1 of those who said either
    int casting = 0;            // of the one chair
    QMap<Id, int> balance;      // by partner
    QMap<Id, bool> hasAgainst;  // by partner
    QMap<Id, bool> forInPerson; // by partner
    qsizetype there = 0;

    explicit Recount(const QList<Seat>& seats)
    {
        for (const Seat& seat : seats) {
            if (isOut(seat))
                continue;
            ++there;
            const int vote = worth(seat.ballot);
            if (vote != 0)
                votes.append(vote);
            if (seat.chair)
                casting = worth(seat.casting);
            balance[seat.partner] += vote;
            hasAgainst[seat.partner] |= vote < 0;
            forInPerson[seat.partner] |= vote > 0 && seat.inPerson;
        }
    }

    int sum() const { return std::accumulate(votes.begin(), votes.end(), 0); }
};

Expected expectedByPartners(const Board& board, const Recount& recount)
{
    using enum VoteResult;
    using VoteReason::KeysComplete, VoteReason::KeysMissing, VoteReason::PartnerAgainst,
        VoteReason::PartnersAgree, VoteReason::PartnersDiffer, VoteReason::PartnerSilent;
    int least = 2;
    int most = -2;
    bool silent = board.partners.isEmpty();
    bool allKeys = true;
    for (const Id& partner : board.partners) {
        const int balance = recount.balance.value(partner);
        silent |= balance == 0;
        least = std::min(least, balance);
        most = std::max(most, balance);
        allKeys &= recount.forInPerson.value(partner) && !recount.hasAgainst.value(partner);
    }
    if (board.rule == votingRule::dualKey) {
        if (board.partners.isEmpty())
            return {NoDecision, PartnerSilent};
        return allKeys ? Expected{Carried, KeysComplete} : Expected{NoDecision, KeysMissing};
    }
    if (board.rule == votingRule::unanimousPartners && least < 0)
        return {NotCarried, PartnerAgainst};
    if (silent)
        return {NoDecision, PartnerSilent};
    if (least > 0)
        return {Carried, PartnersAgree};
    return most < 0 ? Expected{NotCarried, PartnersAgree} : Expected{NoDecision, PartnersDiffer};
}

Expected expectedOf(const Board& board)
{
    using enum VoteResult;
    const Recount recount(board.seats);
    if (recount.there < std::max<qint64>(1, *board.quorum.number))
        return {NotQuorate, VoteReason::NotQuorate};
    if (board.rule.isEmpty())
        return {NoDecision, VoteReason::NoRule};
    if (board.rule != votingRule::consensus && board.rule != votingRule::simpleMajority)
        return expectedByPartners(board, recount);
    if (board.rule == votingRule::consensus && recount.votes.contains(-1))
        return {NoDecision, VoteReason::Objection};
    if (recount.votes.isEmpty())
        return {NoDecision, VoteReason::NobodyVoted};
    if (board.rule == votingRule::consensus)
        return {Carried, VoteReason::Agreed};
    if (recount.sum() != 0)
        return {recount.sum() > 0 ? Carried : NotCarried, VoteReason::Majority};
    if (!board.castingVote || recount.casting == 0)
        return {NotCarried, VoteReason::Equal};
    return {recount.casting > 0 ? Carried : NotCarried, VoteReason::CastingVote};
}

bool samePositions(const Tally& a, const Tally& b)
{
    return std::equal(a.partners.begin(), a.partners.end(), b.partners.begin(), b.partners.end(),
                      [](const PartnerPosition& x, const PartnerPosition& y) {
                          return x.partner == y.partner && x.position == y.position;
                      });
}

// All but who was not counted.
bool sameOutcome(const Tally& a, const Tally& b)
{
    return a.inFavour == b.inFavour && a.against == b.against && a.abstained == b.abstained &&
           a.silent == b.silent && a.result == b.result && a.reason == b.reason &&
           a.usedCasting == b.usedCasting && a.quorum.present == b.quorum.present &&
           a.quorum.needed == b.quorum.needed && a.quorum.met == b.quorum.met && samePositions(a, b);
}

} // namespace

class TestVotingProperties : public QObject
{
    Q_OBJECT

private slots:
    void countedAgain();
    void everyBallotStandsSomewhere();
    void whoIsOutChangesNothing();
    void orderMeansNothing();
    void abstentionLeavesAMajority();
    void forNeverLoses();
    void againstNeverCarries();
};

void TestVotingProperties::countedAgain()
{
    Seeded seeded(20261201);
    QMap<VoteReason, int> met;
    for (int round = 0; round < rounds; ++round) {
        const Board board = randomBoard(seeded);
        const Tally tally = board.tally();
        const Expected expected = expectedOf(board);
        QCOMPARE(tally.result, expected.result);
        QCOMPARE(tally.reason, expected.reason);
        QCOMPARE(tally.inFavour - tally.against, Recount(board.seats).sum());
        QCOMPARE(tally.inFavour + tally.against, Recount(board.seats).votes.size());
        ++met[tally.reason];
    }
    QCOMPARE(met.size(), 14); // every reason there is
    QVERIFY(std::all_of(met.begin(), met.end(), [](int times) { return times >= 10; }));
}

void TestVotingProperties::everyBallotStandsSomewhere()
{
    Seeded seeded(20261202);
    for (int round = 0; round < rounds; ++round) {
        const Board board = randomBoard(seeded);
        const Tally tally = board.tally();
        QCOMPARE(tally.inFavour + tally.against + tally.abstained + tally.silent, tally.quorum.present);
        QList<Id> notCounted;
        for (const Seat& seat : board.seats)
            if (isOut(seat) && (seat.ballot || seat.casting))
                notCounted.append(seat.member);
        QCOMPARE(tally.notCounted, notCounted);
    }
}

void TestVotingProperties::whoIsOutChangesNothing()
{
    Seeded seeded(20261203);
    int tried = 0;
    for (int round = 0; round < rounds; ++round) {
        Board board = randomBoard(seeded);
        const Tally before = board.tally();
        for (Seat& seat : board.seats) {
            if (!isOut(seat))
                continue;
            seat.ballot = randomBallot(seeded);
            seat.casting = randomBallot(seeded);
            ++tried;
        }
        QVERIFY(sameOutcome(before, board.tally()));
    }
    QVERIFY(tried > 2000);
}

void TestVotingProperties::orderMeansNothing()
{
    Seeded seeded(20261204);
    for (int round = 0; round < rounds; ++round) {
        Board board = randomBoard(seeded);
        const Tally before = board.tally();
        std::shuffle(board.seats.begin(), board.seats.end(), seeded.engine());
        QVERIFY(sameOutcome(before, board.tally()));
    }
}

void TestVotingProperties::abstentionLeavesAMajority()
{
    Seeded seeded(20261205);
    int tried = 0;
    for (int round = 0; round < rounds; ++round) {
        Board board = randomBoard(seeded);
        board.rule = votingRule::simpleMajority;
        const Tally before = board.tally();
        for (Seat& seat : board.seats) {
            if (seat.ballot)
                continue;
            seat.ballot = Ballot::Abstained;
            QCOMPARE(board.tally().result, before.result);
            QCOMPARE(board.tally().reason, before.reason);
            ++tried;
        }
    }
    QVERIFY(tried > 1000);
}

void TestVotingProperties::forNeverLoses()
{
    Seeded seeded(20261206);
    QMap<QString, int> carried;
    for (int round = 0; round < rounds; ++round) {
        Board board = randomBoard(seeded);
        if (board.tally().result != VoteResult::Carried)
            continue;
        ++carried[board.rule];
        board.seats[seeded.between(0, board.seats.size() - 1)].ballot = Ballot::For;
        QCOMPARE(board.tally().result, VoteResult::Carried);
    }
    QCOMPARE(carried.size(), 5); // each rule, and none without one
    QVERIFY(std::all_of(carried.begin(), carried.end(), [](int times) { return times >= 10; }));
}

void TestVotingProperties::againstNeverCarries()
{
    Seeded seeded(20261207);
    int turned = 0;
    for (int round = 0; round < rounds; ++round) {
        Board board = randomBoard(seeded);
        const Tally before = board.tally();
        board.seats[seeded.between(0, board.seats.size() - 1)].ballot = Ballot::Against;
        const Tally after = board.tally();
        QVERIFY(after.result != VoteResult::Carried || before.result == VoteResult::Carried);
        turned += after.result != before.result;
    }
    QVERIFY(turned > 100);
}

QTEST_APPLESS_MAIN(TestVotingProperties)
#include "test_voting_properties.moc"
