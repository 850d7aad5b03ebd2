#include "core/committee/resolution.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice ballots[] = {
    {ballot::inFavour, QT_TRANSLATE_NOOP("Field", "For")},
    {ballot::against, QT_TRANSLATE_NOOP("Field", "Against")},
    {ballot::abstained, QT_TRANSLATE_NOOP("Field", "Abstained")},
};

constexpr Choice outcomes[] = {
    {resolutionOutcome::carried, QT_TRANSLATE_NOOP("Field", "Decided")},
    {resolutionOutcome::applied, QT_TRANSLATE_NOOP("Field", "Applied")},
    {resolutionOutcome::recommended, QT_TRANSLATE_NOOP("Field", "Recommended")},
    {resolutionOutcome::notCarried, QT_TRANSLATE_NOOP("Field", "Not carried")},
    {resolutionOutcome::noDecision, QT_TRANSLATE_NOOP("Field", "No decision")},
    {resolutionOutcome::notQuorate, QT_TRANSLATE_NOOP("Field", "Not quorate")},
    {resolutionOutcome::reopened, QT_TRANSLATE_NOOP("Field", "Reopened")},
};

constexpr Choice answers[] = {
    {replyAnswer::accepted, QT_TRANSLATE_NOOP("Field", "Accepted")},
    {replyAnswer::refused, QT_TRANSLATE_NOOP("Field", "Refused")},
};

constexpr Field resolutionFields[] = {
    required(refersTo(describe<&Resolution::item>("item", QT_TRANSLATE_NOOP("Field", "Agenda item")),
                      "agendaItem")),
    required(describe<&Resolution::name>("name", QT_TRANSLATE_NOOP("Field", "Resolution"))),
    describe<&Resolution::text>("text", QT_TRANSLATE_NOOP("Field", "Wording"),
                                QT_TRANSLATE_NOOP("Field", "What is resolved.")),
    describe<&Resolution::option>("option", QT_TRANSLATE_NOOP("Field", "Option"),
                                  QT_TRANSLATE_NOOP("Field", "The scenario that it adopts.")),
};

constexpr Field resolutionStepFields[] = {
    required(refersTo(
        describe<&ResolutionStep::resolution>("resolution", QT_TRANSLATE_NOOP("Field", "Resolution")),
        "resolution")),
    describe<&ResolutionStep::what>("what", QT_TRANSLATE_NOOP("Field", "What")),
    describe<&ResolutionStep::changes>("changes", QT_TRANSLATE_NOOP("Field", "Changes"),
                                       QT_TRANSLATE_NOOP("Field", "Cell by cell, for the base.")),
};

constexpr Field voteFields[] = {
    required(refersTo(describe<&Vote::resolution>("resolution", QT_TRANSLATE_NOOP("Field", "Resolution")),
                      "resolution")),
    goesWith(describe<&Vote::member>("member", QT_TRANSLATE_NOOP("Field", "Member")), "bodyMember"),
    choice(describe<&Vote::ballot>("ballot", QT_TRANSLATE_NOOP("Field", "Vote")), ballots),
    describe<&Vote::casting>("casting", QT_TRANSLATE_NOOP("Field", "Casting vote"),
                             QT_TRANSLATE_NOOP("Field", "The chair’s, when the votes are equal.")),
    describe<&Vote::dissent>("dissent", QT_TRANSLATE_NOOP("Field", "Dissent"),
                             QT_TRANSLATE_NOOP("Field", "Why, as the member wants it minuted.")),
    describe<&Vote::round>("round", QT_TRANSLATE_NOOP("Field", "Round"),
                           QT_TRANSLATE_NOOP("Field", "How often it had been reopened before.")),
};

constexpr Field resolutionOutcomeFields[] = {
    required(refersTo(
        describe<&ResolutionOutcome::resolution>("resolution", QT_TRANSLATE_NOOP("Field", "Resolution")),
        "resolution")),
    describe<&ResolutionOutcome::on>("on", QT_TRANSLATE_NOOP("Field", "On")),
    choice(describe<&ResolutionOutcome::outcome>("outcome", QT_TRANSLATE_NOOP("Field", "Outcome")), outcomes),
    describe<&ResolutionOutcome::inFavour>("inFavour", QT_TRANSLATE_NOOP("Field", "For"),
                                           QT_TRANSLATE_NOOP("Field", "Votes that count.")),
    describe<&ResolutionOutcome::against>("against", QT_TRANSLATE_NOOP("Field", "Against")),
    describe<&ResolutionOutcome::abstained>("abstained", QT_TRANSLATE_NOOP("Field", "Abstained")),
    describe<&ResolutionOutcome::present>("present", QT_TRANSLATE_NOOP("Field", "Could vote")),
    describe<&ResolutionOutcome::needed>("needed", QT_TRANSLATE_NOOP("Field", "Needed for the quorum")),
    describe<&ResolutionOutcome::amount>(
        "amount", QT_TRANSLATE_NOOP("Field", "Moves £"),
        QT_TRANSLATE_NOOP("Field", "The larger of increases and decreases, in all years.")),
    describe<&ResolutionOutcome::reason>("reason", QT_TRANSLATE_NOOP("Field", "Why")),
    describe<&ResolutionOutcome::minute>("minute", QT_TRANSLATE_NOOP("Field", "Minute")),
    describe<&ResolutionOutcome::round>("round", QT_TRANSLATE_NOOP("Field", "Round"),
                                        QT_TRANSLATE_NOOP("Field", "How often it had been reopened before.")),
};

constexpr Field resolutionMoneyFields[] = {
    required(refersTo(describe<&ResolutionMoney::outcome>("outcome", QT_TRANSLATE_NOOP("Field", "Outcome")),
                      "resolutionOutcome")),
    refersTo(
        describe<&ResolutionMoney::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner"),
                                            QT_TRANSLATE_NOOP("Field", "Whose money; empty: not known.")),
        "partner"),
    describe<&ResolutionMoney::year>("year", QT_TRANSLATE_NOOP("Field", "Year"),
                                     QT_TRANSLATE_NOOP("Field", "Financial year, for example 2026-27.")),
    describe<&ResolutionMoney::category>("category", QT_TRANSLATE_NOOP("Field", "Area of spend")),
    describe<&ResolutionMoney::amount>("amount", QT_TRANSLATE_NOOP("Field", "Moves £")),
    describe<&ResolutionMoney::increase>("increase", QT_TRANSLATE_NOOP("Field", "More £")),
    describe<&ResolutionMoney::decrease>("decrease", QT_TRANSLATE_NOOP("Field", "Less £")),
    describe<&ResolutionMoney::beyond>(
        "beyond", QT_TRANSLATE_NOOP("Field", "Above what was delegated"),
        QT_TRANSLATE_NOOP("Field", "The partner had not delegated that much: it was recommended to it.")),
};

constexpr Field recommendationReplyFields[] = {
    required(refersTo(
        describe<&RecommendationReply::resolution>("resolution", QT_TRANSLATE_NOOP("Field", "Resolution")),
        "resolution")),
    goesWith(describe<&RecommendationReply::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner")),
             "partner"),
    choice(describe<&RecommendationReply::answer>("answer", QT_TRANSLATE_NOOP("Field", "Answer")), answers),
    describe<&RecommendationReply::on>("on", QT_TRANSLATE_NOOP("Field", "On")),
    describe<&RecommendationReply::minute>("minute", QT_TRANSLATE_NOOP("Field", "Minute")),
    describe<&RecommendationReply::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
    describe<&RecommendationReply::round>(
        "round", QT_TRANSLATE_NOOP("Field", "Round"),
        QT_TRANSLATE_NOOP("Field", "How often it had been reopened before.")),
};

} // namespace

const EntityType Resolution::type{QLatin1StringView("resolution"),
                                  QLatin1StringView("resolutions"),
                                  QT_TRANSLATE_NOOP("Field", "Resolution"),
                                  QT_TRANSLATE_NOOP("Field", "Resolutions"),
                                  QLatin1StringView("item"),
                                  resolutionFields,
                                  Keeping::BaseOnly};

const EntityType ResolutionStep::type{QLatin1StringView("resolutionStep"),
                                      QLatin1StringView("resolutionSteps"),
                                      QT_TRANSLATE_NOOP("Field", "Step of a resolution"),
                                      QT_TRANSLATE_NOOP("Field", "Steps of resolutions"),
                                      QLatin1StringView("resolution"),
                                      resolutionStepFields,
                                      Keeping::BaseOnly};

const EntityType Vote::type{QLatin1StringView("vote"),
                            QLatin1StringView("votes"),
                            QT_TRANSLATE_NOOP("Field", "Vote"),
                            QT_TRANSLATE_NOOP("Field", "Votes"),
                            QLatin1StringView("resolution"),
                            voteFields,
                            Keeping::OnRecord};

const EntityType ResolutionOutcome::type{QLatin1StringView("resolutionOutcome"),
                                         QLatin1StringView("resolutionOutcomes"),
                                         QT_TRANSLATE_NOOP("Field", "Outcome"),
                                         QT_TRANSLATE_NOOP("Field", "Outcomes"),
                                         QLatin1StringView("resolution"),
                                         resolutionOutcomeFields,
                                         Keeping::OnRecord};

const EntityType ResolutionMoney::type{QLatin1StringView("resolutionMoney"),
                                       QLatin1StringView("resolutionMoneys"),
                                       QT_TRANSLATE_NOOP("Field", "Money of a decision"),
                                       QT_TRANSLATE_NOOP("Field", "Money of decisions"),
                                       QLatin1StringView("outcome"),
                                       resolutionMoneyFields,
                                       Keeping::OnRecord};

const EntityType RecommendationReply::type{QLatin1StringView("recommendationReply"),
                                           QLatin1StringView("recommendationReplies"),
                                           QT_TRANSLATE_NOOP("Field", "Answer to a recommendation"),
                                           QT_TRANSLATE_NOOP("Field", "Answers to recommendations"),
                                           QLatin1StringView("resolution"),
                                           recommendationReplyFields,
                                           Keeping::OnRecord};

} // namespace placewright
