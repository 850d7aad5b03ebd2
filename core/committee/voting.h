#pragma once

#include "core/model/id.h"
#include "core/money/rate.h"

#include <QList>

#include <optional>

namespace placewright {

enum class Ballot { For, Against, Abstained };

// One seat of a body under one agenda item: who was there for it, and how it voted.
struct Seat
{
    Id member;
    Id partner;   // null: of none
    QString role; // memberRole::
    bool chair = false;
    bool hasVote = true;
    bool present = false;          // the member, or a substitute in its place
    bool inPerson = true;          // not by a substitute
    bool excluded = false;         // by the chair's action on an interest, and nobody took the place
    std::optional<Ballot> ballot;  // the last recorded, whether it counts or not
    std::optional<Ballot> casting; // the chair's second vote

    bool canVote() const { return hasVote && present && !excluded; }
};

// At least `least` members who can vote with this role, of this partner, or both; empty and null: any.
struct RoleNeed
{
    QString role;
    Id partner;
    qint64 least = 1;

    friend bool operator==(const RoleNeed&, const RoleNeed&) = default;
};

struct QuorumRule
{
    std::optional<qint64> number;
    std::optional<Rate> share; // percent of the voting seats, rounded up
    QList<RoleNeed> needs;
};

struct Quorum
{
    qint64 seats = 0;   // with a vote
    qint64 present = 0; // who can vote: an excluded member is not counted
    qint64 needed = 0;
    QList<RoleNeed> missing; // `least`: how many more
    bool met = false;
};

// Whether a member of one role is also one of another: a director is a council officer.
bool countsAs(const QString& role, const QString& needed);
// With neither number nor share at least one must be there. Source: terms of reference, cases G1 to G4 of the section 75 note, 5.3.
Quorum quorumOf(const QuorumRule& rule, const QList<Seat>& seats);

enum class VoteResult { Carried, NotCarried, NoDecision, NotQuorate };

enum class VoteReason {
    NotQuorate,
    NoRule,      // the body has no voting rule
    NobodyVoted, // in favour or against
    Agreed,      // consensus: nobody against
    Objection,   // consensus: somebody against
    Majority,
    CastingVote,    // equal, and the chair decided
    Equal,          // equal, and no casting vote was given
    PartnersAgree,  // block votes or unanimous partners: each is for it; block votes: each is against
    PartnersDiffer, // block votes
    PartnerAgainst, // unanimous partners
    PartnerSilent,  // a partner is not there, or its members are equal
    KeysComplete,   // dual key
    KeysMissing,
};

// Where a partner stands: by the majority of those of its members who can vote. Nothing: not there, equal, or all abstained.
struct PartnerPosition
{
    Id partner;
    std::optional<Ballot> position; // For or Against
};

struct Tally
{
    qint64 inFavour = 0; // votes that count
    qint64 against = 0;
    qint64 abstained = 0;
    qint64 silent = 0;    // could vote and did not
    QList<Id> notCounted; // seats whose ballot does not count: excluded, not there, or without a vote
    Quorum quorum;
    VoteResult result = VoteResult::NoDecision;
    VoteReason reason = VoteReason::NoRule;
    QList<PartnerPosition> partners; // rules by partner, in the order given
    bool usedCasting = false;
};

// `rule` is a votingRule::; `partners` are those whose agreement the rules by partner ask for: every council and ICB with a seat, and
// for dual key every council and ICB of the plan. A dual key is turned by a member of the partner in person, and none of its members
// against. Source: section 75 note, 5.3, cases G5 and G6.
Tally countVotes(const QString& rule, bool castingVote, const QuorumRule& quorum, const QList<Seat>& seats,
                 const QList<Id>& partners);

} // namespace placewright
