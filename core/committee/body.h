#pragma once

#include "core/model/field.h"

#include <QDate>

#include <optional>

namespace placewright {

// A body that decides, agrees or advises, with its terms of reference: the Health and Wellbeing Board (HWB), a place committee, a
// board, an officer. Forms of place governance: NHS England, Thriving places (2021).
struct Body
{
    Id id;
    QString name;
    QString kind;             // bodyKind::
    Id answersTo;             // another body
    QString votingRule;       // votingRule::; empty: not settled, and nothing can be put to the vote
    bool castingVote = false; // simple majority: the chair's second vote when it is a tie
    std::optional<qint64> quorumNumber; // members who can vote and are there
    std::optional<Rate>
        quorumShare; // percent of the voting members, rounded up; with a number, both must be met
    QDate reviewOn;  // when the terms of reference are looked at again
    QString terms;   // where they stand: document or minute
    QString note;

    static const EntityType type;
    friend bool operator==(const Body&, const Body&) = default;
};

namespace bodyKind {
inline constexpr QLatin1StringView board("board");                   // Health and Wellbeing Board
inline constexpr QLatin1StringView forum("forum");                   // consultative: it decides nothing
inline constexpr QLatin1StringView icbCommittee("icbCommittee");     // committee of the ICB
inline constexpr QLatin1StringView jointCommittee("jointCommittee"); // of ICB and council or trusts
inline constexpr QLatin1StringView individual("individual");         // an officer with delegated authority
inline constexpr QLatin1StringView leadProvider("leadProvider");
inline constexpr QLatin1StringView
    partnerBoard("partnerBoard"); // cabinet, council or ICB board: a partner's own
inline constexpr QLatin1StringView other("other");
} // namespace bodyKind

namespace votingRule {
inline constexpr QLatin1StringView consensus("consensus");
inline constexpr QLatin1StringView simpleMajority("simpleMajority");
inline constexpr QLatin1StringView blockVote("blockVote");                 // one vote a partner
inline constexpr QLatin1StringView unanimousPartners("unanimousPartners"); // each partner must be for it
inline constexpr QLatin1StringView dualKey("dualKey"); // each council and ICB must itself approve
} // namespace votingRule

// A seat on a body, and who has it. A substitute has a row of its own that names the member it stands in for.
struct BodyMember
{
    Id id;
    Id body;
    Id person;            // in the plan's table of people, so that a name can be erased
    Id partner;           // whose member; null: of none that pays
    QString organisation; // for those of no partner: "Healthwatch"
    QString role;         // memberRole::
    QString title;        // "director of adult care; pool manager"
    bool chair = false;
    bool accountable = false; // the single accountable officer
    bool withoutVote = false; // attends and speaks
    Id substituteFor;         // the member whose place it takes
    QDate from;
    QDate to;

    static const EntityType type;
    friend bool operator==(const BodyMember&, const BodyMember&) = default;
};

// Roles that terms of reference name in a quorum. Statutory members of an HWB: Health and Social Care Act 2012, section 194.
namespace memberRole {
inline constexpr QLatin1StringView councillor("councillor");
inline constexpr QLatin1StringView adultServices("adultServices");       // director of adult social services
inline constexpr QLatin1StringView childrenServices("childrenServices"); // director of children's services
inline constexpr QLatin1StringView publicHealth("publicHealth");         // director of public health
inline constexpr QLatin1StringView councilOfficer("councilOfficer");
inline constexpr QLatin1StringView nhs("nhs"); // of an NHS body
inline constexpr QLatin1StringView provider("provider");
inline constexpr QLatin1StringView healthwatch("healthwatch");
inline constexpr QLatin1StringView voluntary("voluntary");
inline constexpr QLatin1StringView other("other");
} // namespace memberRole

// Who must be among those there: at least so many with a role, of a partner, or both.
struct QuorumNeed
{
    Id id;
    Id body;
    QString role;                // memberRole::; empty: any. A director counts as a council officer too
    Id partner;                  // null: any
    std::optional<qint64> least; // nothing: 1

    static const EntityType type;
    friend bool operator==(const QuorumNeed&, const QuorumNeed&) = default;
};

// What a partner lets a body decide alone. A limit without the minute that granted it is refused.
struct Delegation
{
    Id id;
    Id body;
    Id partner;       // whose money
    QString role;     // memberRole::; a member of that role must be for it; empty: the body as such
    QString category; // area of spend as the rulebook lists it; empty: any
    std::optional<Money> perDecision; // pounds, or pounds per 100,000 people; nothing: no limit a decision
    std::optional<Money> perYear;     // of money of one financial year; nothing: no limit a year
    QString basis;                    // delegationBasis::; empty: pounds
    std::optional<qint64> population; // people, for the basis per head
    QString minute;
    QDate from;
    QDate to;
    Id excessTo; // the body that decides what is above
    QString note;

    static const EntityType type;
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

namespace delegationBasis {
inline constexpr QLatin1StringView pounds("pounds");
inline constexpr QLatin1StringView perHead("perHead"); // pounds per 100,000 people
} // namespace delegationBasis

} // namespace placewright
