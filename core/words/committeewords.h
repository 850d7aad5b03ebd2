#pragma once

#include "core/evaluate/committeereview.h"

namespace placewright {

// What a committee decides, as sentences. All of the base's own plan.

// "Quorate: 8 can vote; 6 needed, with a councillor, an NHS member and public health."
QString quorumInWords(const Plan& base, const Body& body, const Quorum& quorum);
// Votes that count, and how many could vote and did not.
struct VotesCounted
{
    qint64 inFavour = 0;
    qint64 against = 0;
    qint64 abstained = 0;
    qint64 silent = 0;
};
VotesCounted votesOf(const ResolutionOutcome& outcome);
QString votesInWords(const VotesCounted& votes); // "6 to 1, 1 abstained"

// "Simple majority; the chair has a casting vote."
QString votingRuleInWords(const Body& body);
// "Carried, 6 to 1, 1 abstained." with the reason where it is not a plain majority.
QString tallyInWords(const Plan& base, const Tally& tally);
// Why that is the result, as a clause: "the votes were equal, and no casting vote decided".
QString voteReasonInWords(const Plan& base, const Tally& tally);
// "£692,000.00 of it is Ashmoor ICB’s; it delegated £250,000.00 a decision (minute 14/25)."
QString verdictInWords(const Plan& base, const PartnerVerdict& verdict);
// "What is above goes to the Ashmoor ICB board." Empty: within, or not said where.
QString excessInWords(const Plan& base, const PartnerVerdict& verdict);
// "Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."
QString outcomeInWords(const Plan& base, const ResolutionReview& review);
// Why that is the outcome; kept with the record when it is made.
QString reasonInWords(const Plan& base, const ResolutionReview& review);
// The same of an outcome on the record, from the figures that were recorded.
QString recordedInWords(const Plan& base, const ResolutionOutcome& outcome);
// "Option B moves £812,000.00, above the £250,000.00 limit: recommended, not decided"
QString resolutionHeadline(const Plan& base, const ResolutionReview& review);
// "Dr Samira Nazir left: partner in the Care Alliance, which runs urgent community response (financial, actual)."
QString interestInWords(const Plan& base, const ItemInterest& declared);

} // namespace placewright
