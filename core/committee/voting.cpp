#include "core/committee/voting.h"

#include "core/committee/body.h"

#include <algorithm>

namespace placewright {

namespace {

struct Verdict
{
    VoteResult result = VoteResult::NoDecision;
    VoteReason reason = VoteReason::NoRule;
    bool usedCasting = false;
};

bool answers(const RoleNeed& need, const Seat& seat)
{
    return seat.canVote() && countsAs(seat.role, need.role) &&
           (need.partner.isNull() || seat.partner == need.partner);
}

bool counts(const Seat& seat, Ballot ballot)
{
    return seat.canVote() && seat.ballot == ballot;
}

qint64 countOf(const QList<Seat>& seats, Ballot ballot)
{
    return std::count_if(seats.begin(), seats.end(),
                         [ballot](const Seat& seat) { return counts(seat, ballot); });
}

QList<Seat> seatsOf(const Id& partner, const QList<Seat>& seats)
{
    QList<Seat> own;
    std::copy_if(seats.begin(), seats.end(), std::back_inserter(own),
                 [&](const Seat& seat) { return !partner.isNull() && seat.partner == partner; });
    return own;
}

std::optional<Ballot> majorityOf(const QList<Seat>& own)
{
    const qint64 inFavour = countOf(own, Ballot::For);
    const qint64 against = countOf(own, Ballot::Against);
    if (inFavour == against)
        return std::nullopt;
    return inFavour > against ? Ballot::For : Ballot::Against;
}

std::optional<Ballot> keyOf(const QList<Seat>& own)
{
    if (countOf(own, Ballot::Against) > 0)
        return Ballot::Against;
    const bool turned = std::any_of(
        own.begin(), own.end(), [](const Seat& seat) { return seat.inPerson && counts(seat, Ballot::For); });
    return turned ? std::optional(Ballot::For) : std::nullopt;
}

// What the chair decided; nothing when two who share the chair decided differently.
std::optional<Ballot> castingVoteOf(const QList<Seat>& seats)
{
    bool inFavour = false;
    bool against = false;
    for (const Seat& seat : seats) {
        if (!seat.chair || !seat.canVote())
            continue;
        inFavour = inFavour || seat.casting == Ballot::For;
        against = against || seat.casting == Ballot::Against;
    }
    if (inFavour == against)
        return std::nullopt;
    return inFavour ? Ballot::For : Ballot::Against;
}

Verdict byConsensus(const Tally& tally)
{
    if (tally.against > 0)
        return {VoteResult::NoDecision, VoteReason::Objection};
    if (tally.inFavour == 0)
        return {VoteResult::NoDecision, VoteReason::NobodyVoted};
    return {VoteResult::Carried, VoteReason::Agreed};
}

Verdict byMajority(const Tally& tally, const std::optional<Ballot>& casting)
{
    if (tally.inFavour == 0 && tally.against == 0)
        return {VoteResult::NoDecision, VoteReason::NobodyVoted};
    if (tally.inFavour != tally.against)
        return {tally.inFavour > tally.against ? VoteResult::Carried : VoteResult::NotCarried,
                VoteReason::Majority};
    if (!casting)
        return {VoteResult::NotCarried, VoteReason::Equal};
    return {casting == Ballot::For ? VoteResult::Carried : VoteResult::NotCarried, VoteReason::CastingVote,
            true};
}

qint64 partnersAt(const QList<PartnerPosition>& partners, const std::optional<Ballot>& position)
{
    return std::count_if(partners.begin(), partners.end(),
                         [&](const PartnerPosition& partner) { return partner.position == position; });
}

Verdict byBlockVote(const QList<PartnerPosition>& partners)
{
    if (partners.isEmpty() || partnersAt(partners, std::nullopt) > 0)
        return {VoteResult::NoDecision, VoteReason::PartnerSilent};
    const qint64 inFavour = partnersAt(partners, Ballot::For);
    if (inFavour == partners.size())
        return {VoteResult::Carried, VoteReason::PartnersAgree};
    if (inFavour == 0)
        return {VoteResult::NotCarried, VoteReason::PartnersAgree};
    return {VoteResult::NoDecision, VoteReason::PartnersDiffer};
}

Verdict byUnanimousPartners(const QList<PartnerPosition>& partners)
{
    if (partnersAt(partners, Ballot::Against) > 0)
        return {VoteResult::NotCarried, VoteReason::PartnerAgainst};
    if (partners.isEmpty() || partnersAt(partners, std::nullopt) > 0)
        return {VoteResult::NoDecision, VoteReason::PartnerSilent};
    return {VoteResult::Carried, VoteReason::PartnersAgree};
}

Verdict byDualKey(const QList<PartnerPosition>& partners)
{
    if (partners.isEmpty())
        return {VoteResult::NoDecision, VoteReason::PartnerSilent};
    if (partnersAt(partners, Ballot::For) < partners.size())
        return {VoteResult::NoDecision, VoteReason::KeysMissing};
    return {VoteResult::Carried, VoteReason::KeysComplete};
}

Tally counted(const QList<Seat>& seats)
{
    Tally tally;
    tally.inFavour = countOf(seats, Ballot::For);
    tally.against = countOf(seats, Ballot::Against);
    tally.abstained = countOf(seats, Ballot::Abstained);
    for (const Seat& seat : seats) {
        if (seat.canVote() && !seat.ballot)
            ++tally.silent;
        if (!seat.canVote() && (seat.ballot || seat.casting))
            tally.notCounted.append(seat.member);
    }
    return tally;
}

bool goesByPartner(const QString& rule)
{
    return rule == votingRule::blockVote || rule == votingRule::unanimousPartners ||
           rule == votingRule::dualKey;
}

Verdict decided(const QString& rule, const Tally& tally, const std::optional<Ballot>& casting)
{
    if (!tally.quorum.met)
        return {VoteResult::NotQuorate, VoteReason::NotQuorate};
    if (rule == votingRule::consensus)
        return byConsensus(tally);
    if (rule == votingRule::simpleMajority)
        return byMajority(tally, casting);
    if (rule == votingRule::blockVote)
        return byBlockVote(tally.partners);
    if (rule == votingRule::unanimousPartners)
        return byUnanimousPartners(tally.partners);
    if (rule == votingRule::dualKey)
        return byDualKey(tally.partners);
    return {VoteResult::NoDecision, VoteReason::NoRule};
}

} // namespace

bool countsAs(const QString& role, const QString& needed)
{
    if (needed.isEmpty() || role == needed)
        return true;
    return needed == memberRole::councilOfficer &&
           (role == memberRole::adultServices || role == memberRole::childrenServices ||
            role == memberRole::publicHealth);
}

Quorum quorumOf(const QuorumRule& rule, const QList<Seat>& seats)
{
    Quorum quorum;
    quorum.seats = std::count_if(seats.begin(), seats.end(), [](const Seat& seat) { return seat.hasVote; });
    quorum.present =
        std::count_if(seats.begin(), seats.end(), [](const Seat& seat) { return seat.canVote(); });
    quorum.needed = std::max<qint64>(1, rule.number.value_or(1));
    if (rule.share) {
        const Ratio ofSeats = rule.share->exact() * Ratio(quorum.seats) / Ratio(100);
        quorum.needed = std::max(quorum.needed, ofSeats.unitsAt(0, Rounding::Up));
    }
    for (const RoleNeed& need : rule.needs) {
        const qint64 there =
            std::count_if(seats.begin(), seats.end(), [&](const Seat& seat) { return answers(need, seat); });
        if (there < need.least)
            quorum.missing.append({need.role, need.partner, need.least - there});
    }
    quorum.met = quorum.present >= quorum.needed && quorum.missing.isEmpty();
    return quorum;
}

Tally countVotes(const QString& rule, bool castingVote, const QuorumRule& quorum, const QList<Seat>& seats,
                 const QList<Id>& partners)
{
    Tally tally = counted(seats);
    tally.quorum = quorumOf(quorum, seats);
    if (goesByPartner(rule)) {
        for (const Id& partner : partners) {
            const QList<Seat> own = seatsOf(partner, seats);
            tally.partners.append({partner, rule == votingRule::dualKey ? keyOf(own) : majorityOf(own)});
        }
    }
    const Verdict verdict = decided(rule, tally, castingVote ? castingVoteOf(seats) : std::nullopt);
    tally.result = verdict.result;
    tally.reason = verdict.reason;
    tally.usedCasting = verdict.usedCasting;
    return tally;
}

} // namespace placewright
