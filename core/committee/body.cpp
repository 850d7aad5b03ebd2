#include "core/committee/body.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {bodyKind::board, QT_TRANSLATE_NOOP("Field", "Health and Wellbeing Board")},
    {bodyKind::forum, QT_TRANSLATE_NOOP("Field", "Consultative forum")},
    {bodyKind::icbCommittee, QT_TRANSLATE_NOOP("Field", "Committee of the ICB")},
    {bodyKind::jointCommittee, QT_TRANSLATE_NOOP("Field", "Joint committee")},
    {bodyKind::individual, QT_TRANSLATE_NOOP("Field", "Officer with delegated authority")},
    {bodyKind::leadProvider, QT_TRANSLATE_NOOP("Field", "Lead provider")},
    {bodyKind::partnerBoard, QT_TRANSLATE_NOOP("Field", "A partner’s own board or cabinet")},
    {bodyKind::other, QT_TRANSLATE_NOOP("Field", "Other")},
};

constexpr Choice rules[] = {
    {votingRule::consensus, QT_TRANSLATE_NOOP("Field", "Consensus")},
    {votingRule::simpleMajority, QT_TRANSLATE_NOOP("Field", "Simple majority")},
    {votingRule::blockVote, QT_TRANSLATE_NOOP("Field", "One block vote a partner")},
    {votingRule::unanimousPartners, QT_TRANSLATE_NOOP("Field", "All partners in favour")},
    {votingRule::dualKey, QT_TRANSLATE_NOOP("Field", "Dual key")},
};

constexpr Choice roles[] = {
    {memberRole::councillor, QT_TRANSLATE_NOOP("Field", "Councillor")},
    {memberRole::adultServices, QT_TRANSLATE_NOOP("Field", "Director of adult social services")},
    {memberRole::childrenServices, QT_TRANSLATE_NOOP("Field", "Director of children’s services")},
    {memberRole::publicHealth, QT_TRANSLATE_NOOP("Field", "Director of public health")},
    {memberRole::councilOfficer, QT_TRANSLATE_NOOP("Field", "Council officer")},
    {memberRole::nhs, QT_TRANSLATE_NOOP("Field", "NHS member")},
    {memberRole::provider, QT_TRANSLATE_NOOP("Field", "Provider")},
    {memberRole::healthwatch, QT_TRANSLATE_NOOP("Field", "Healthwatch")},
    {memberRole::voluntary, QT_TRANSLATE_NOOP("Field", "Voluntary sector")},
    {memberRole::other, QT_TRANSLATE_NOOP("Field", "Other")},
};

constexpr Choice bases[] = {
    {delegationBasis::pounds, QT_TRANSLATE_NOOP("Field", "Pounds")},
    {delegationBasis::perHead, QT_TRANSLATE_NOOP("Field", "Pounds per 100,000 people")},
};

constexpr Field bodyFields[] = {
    required(describe<&Body::name>("name", QT_TRANSLATE_NOOP("Field", "Name"))),
    choice(describe<&Body::kind>(
               "kind", QT_TRANSLATE_NOOP("Field", "Form"),
               QT_TRANSLATE_NOOP("Field", "How the body is set up; a consultative forum decides nothing.")),
           kinds),
    refersTo(describe<&Body::answersTo>("answersTo", QT_TRANSLATE_NOOP("Field", "Answers to")), "body"),
    choice(
        describe<&Body::votingRule>("votingRule", QT_TRANSLATE_NOOP("Field", "Voting"),
                                    QT_TRANSLATE_NOOP("Field", "Without it nothing can be put to the vote.")),
        rules),
    describe<&Body::castingVote>(
        "castingVote", QT_TRANSLATE_NOOP("Field", "Chair has a casting vote"),
        QT_TRANSLATE_NOOP("Field", "Simple majority: counts only when the votes are equal.")),
    describe<&Body::quorumNumber>(
        "quorumNumber", QT_TRANSLATE_NOOP("Field", "Quorum"),
        QT_TRANSLATE_NOOP("Field", "Members who are there and may vote; not more than the body has.")),
    describe<&Body::quorumShare>("quorumShare", QT_TRANSLATE_NOOP("Field", "Quorum %"),
                                 QT_TRANSLATE_NOOP("Field", "Percent of the voting members, rounded up.")),
    describe<&Body::reviewOn>("reviewOn", QT_TRANSLATE_NOOP("Field", "Terms reviewed on")),
    describe<&Body::terms>("terms", QT_TRANSLATE_NOOP("Field", "Terms of reference"),
                           QT_TRANSLATE_NOOP("Field", "Document or minute where they stand.")),
    describe<&Body::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field bodyMemberFields[] = {
    required(refersTo(describe<&BodyMember::body>("body", QT_TRANSLATE_NOOP("Field", "Body")), "body")),
    person(describe<&BodyMember::person>(
        "person", QT_TRANSLATE_NOOP("Field", "Name"),
        QT_TRANSLATE_NOOP("Field", "Kept apart from the journal, so that it can be erased."))),
    refersTo(
        describe<&BodyMember::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner"),
                                       QT_TRANSLATE_NOOP("Field", "Whose member; empty: of none that pays.")),
        "partner"),
    describe<&BodyMember::organisation>("organisation", QT_TRANSLATE_NOOP("Field", "Organisation"),
                                        QT_TRANSLATE_NOOP("Field", "Where it is no partner of the plan.")),
    choice(describe<&BodyMember::role>("role", QT_TRANSLATE_NOOP("Field", "Role"),
                                       QT_TRANSLATE_NOOP("Field", "As the quorum counts it.")),
           roles),
    describe<&BodyMember::title>("title", QT_TRANSLATE_NOOP("Field", "Post")),
    describe<&BodyMember::chair>("chair", QT_TRANSLATE_NOOP("Field", "Chair")),
    describe<&BodyMember::accountable>(
        "accountable", QT_TRANSLATE_NOOP("Field", "Accountable officer"),
        QT_TRANSLATE_NOOP("Field", "The single officer who answers for the place; one a body.")),
    describe<&BodyMember::withoutVote>("withoutVote", QT_TRANSLATE_NOOP("Field", "Without a vote"),
                                       QT_TRANSLATE_NOOP("Field", "Attends and speaks.")),
    refersTo(
        describe<&BodyMember::substituteFor>("substituteFor", QT_TRANSLATE_NOOP("Field", "Substitute for"),
                                             QT_TRANSLATE_NOOP("Field", "The member whose place it takes.")),
        "bodyMember"),
    describe<&BodyMember::from>("from", QT_TRANSLATE_NOOP("Field", "Member from")),
    describe<&BodyMember::to>("to", QT_TRANSLATE_NOOP("Field", "Member to")),
};

constexpr Field quorumNeedFields[] = {
    required(refersTo(describe<&QuorumNeed::body>("body", QT_TRANSLATE_NOOP("Field", "Body")), "body")),
    choice(describe<&QuorumNeed::role>("role", QT_TRANSLATE_NOOP("Field", "Role"),
                                       QT_TRANSLATE_NOOP("Field", "Empty: any.")),
           roles),
    refersTo(describe<&QuorumNeed::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner"),
                                            QT_TRANSLATE_NOOP("Field", "Empty: any.")),
             "partner"),
    describe<&QuorumNeed::least>("least", QT_TRANSLATE_NOOP("Field", "At least"),
                                 QT_TRANSLATE_NOOP("Field", "Members; empty: 1.")),
};

constexpr Field delegationFields[] = {
    required(refersTo(describe<&Delegation::body>("body", QT_TRANSLATE_NOOP("Field", "Body")), "body")),
    required(refersTo(
        describe<&Delegation::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner"),
                                       QT_TRANSLATE_NOOP("Field", "Whose money the body may commit.")),
        "partner")),
    choice(
        describe<&Delegation::role>(
            "role", QT_TRANSLATE_NOOP("Field", "Role"),
            QT_TRANSLATE_NOOP("Field", "A member of that role must be in favour; empty: the body as such.")),
        roles),
    rulebookChoice(describe<&Delegation::category>("category", QT_TRANSLATE_NOOP("Field", "Area of spend"),
                                                   QT_TRANSLATE_NOOP("Field", "Empty: any.")),
                   "areasOfSpend"),
    describe<&Delegation::perDecision>(
        "perDecision", QT_TRANSLATE_NOOP("Field", "A decision £"),
        QT_TRANSLATE_NOOP("Field", "The most that one decision may move; empty: no limit.")),
    describe<&Delegation::perYear>(
        "perYear", QT_TRANSLATE_NOOP("Field", "A year £"),
        QT_TRANSLATE_NOOP("Field", "The most in a financial year of the plan; empty: no limit.")),
    choice(describe<&Delegation::basis>("basis", QT_TRANSLATE_NOOP("Field", "Limits are"),
                                        QT_TRANSLATE_NOOP("Field", "Empty: pounds.")),
           bases),
    describe<&Delegation::population>("population", QT_TRANSLATE_NOOP("Field", "People"),
                                      QT_TRANSLATE_NOOP("Field", "For limits per 100,000 people.")),
    describe<&Delegation::minute>(
        "minute", QT_TRANSLATE_NOOP("Field", "Minute"),
        QT_TRANSLATE_NOOP("Field", "That granted it; a limit without one is refused.")),
    describe<&Delegation::from>("from", QT_TRANSLATE_NOOP("Field", "From")),
    describe<&Delegation::to>("to", QT_TRANSLATE_NOOP("Field", "To")),
    refersTo(
        describe<&Delegation::excessTo>("excessTo", QT_TRANSLATE_NOOP("Field", "Above goes to"),
                                        QT_TRANSLATE_NOOP("Field", "Who decides what is above the limit.")),
        "body"),
    describe<&Delegation::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType Body::type{QLatin1StringView("body"),
                            QLatin1StringView("bodies"),
                            QT_TRANSLATE_NOOP("Field", "Body"),
                            QT_TRANSLATE_NOOP("Field", "Bodies"),
                            {},
                            bodyFields,
                            Keeping::BaseOnly};

const EntityType BodyMember::type{QLatin1StringView("bodyMember"),
                                  QLatin1StringView("bodyMembers"),
                                  QT_TRANSLATE_NOOP("Field", "Member"),
                                  QT_TRANSLATE_NOOP("Field", "Members"),
                                  QLatin1StringView("body"),
                                  bodyMemberFields,
                                  Keeping::BaseOnly};

const EntityType QuorumNeed::type{QLatin1StringView("quorumNeed"),
                                  QLatin1StringView("quorumNeeds"),
                                  QT_TRANSLATE_NOOP("Field", "Named role of a quorum"),
                                  QT_TRANSLATE_NOOP("Field", "Named roles of quorums"),
                                  QLatin1StringView("body"),
                                  quorumNeedFields,
                                  Keeping::BaseOnly};

const EntityType Delegation::type{QLatin1StringView("delegation"),
                                  QLatin1StringView("delegations"),
                                  QT_TRANSLATE_NOOP("Field", "Delegation"),
                                  QT_TRANSLATE_NOOP("Field", "Delegations"),
                                  QLatin1StringView("body"),
                                  delegationFields,
                                  Keeping::BaseOnly};

} // namespace placewright
