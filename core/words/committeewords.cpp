#include "core/words/committeewords.h"

#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeWords)
};

bool movesMoney(const ResolutionReview& review)
{
    return review.amount > Money();
}

bool isForOthers(const ResolutionReview& review)
{
    return !review.recommendTo.isEmpty() || review.partnerUnknown;
}

bool isVotedOn(const Tally& tally)
{
    return tally.inFavour + tally.against + tally.abstained > 0;
}

QString staleSentence()
{
    return Words::tr("Its steps no longer fit the plan: the item has to be reopened.");
}

QString recommendedTo(const Plan& base, const ResolutionReview& review)
{
    return review.recommendTo.isEmpty()
               ? Words::tr("Recommended: nobody can tell whose money it is.")
               : Words::tr("Recommended to %1.").arg(partnersListed(base, review.recommendTo));
}

QString whyRecommended(const Plan& base, const ResolutionReview& review)
{
    QStringList sentences;
    for (const PartnerVerdict& verdict : review.partners) {
        if (verdict.isWithin())
            continue;
        sentences.append(verdictInWords(base, verdict));
        if (const QString excess = excessInWords(base, verdict);
            !excess.isEmpty() && !sentences.contains(excess))
            sentences.append(excess);
    }
    for (const Id& fund : review.agreements)
        sentences.append(Words::tr("It changes the agreement of %1, which is for its partners to decide.")
                             .arg(nameOf(base, Fund::type.id, fund)));
    if (sentences.isEmpty()) {
        const Body* body = base.bodies.find(review.body);
        sentences.append(Words::tr("%1 decides nothing itself: it advises.")
                             .arg(body ? body->name : Words::tr("The body")));
    }
    return sentences.join(u' ');
}

QString whyDecided(const Plan& base, const ResolutionReview& review)
{
    if (!movesMoney(review))
        return Words::tr("It moves no money.");
    QStringList sentences;
    for (const PartnerVerdict& verdict : review.partners)
        if (!verdict.amount.isZero())
            sentences.append(verdictInWords(base, verdict));
    return sentences.join(u' ');
}

// The one limit that every partner concerned is above; nothing when they differ or it is something else.
std::optional<Money> limitPassed(const ResolutionReview& review)
{
    std::optional<Money> limit;
    for (const PartnerVerdict& verdict : review.partners) {
        if (verdict.isWithin())
            continue;
        if (verdict.verdict != DelegationVerdict::AboveDecision || !verdict.limit ||
            (limit && *limit != *verdict.limit))
            return std::nullopt;
        limit = verdict.limit;
    }
    return limit;
}

// "moves £812,000.00, above the £250,000.00 limit"
QString movement(const Plan& base, const ResolutionReview& review)
{
    if (!movesMoney(review))
        return review.agreements.isEmpty() ? Words::tr("moves no money") : Words::tr("changes an agreement");
    const QString moves = Words::tr("moves %1").arg(formatMoney(review.amount));
    if (!isForOthers(review))
        return Words::tr("%1, within what is delegated").arg(moves);
    const Body* body = base.bodies.find(review.body);
    if (body && body->kind == bodyKind::forum)
        return moves;
    if (!review.agreements.isEmpty() &&
        std::all_of(review.partners.begin(), review.partners.end(),
                    [](const PartnerVerdict& partner) { return partner.isWithin(); }))
        return Words::tr("%1 and changes an agreement").arg(moves);
    if (const auto limit = limitPassed(review))
        return Words::tr("%1, above the %2 limit").arg(moves, formatMoney(*limit));
    return Words::tr("%1, more than is delegated").arg(moves);
}

QString openHeadline(const Plan& base, const ResolutionReview& review, const QString& subject)
{
    if (review.tally.result == VoteResult::NotQuorate && !isVotedOn(review.tally))
        return Words::tr("%1 cannot be put to the vote: %2")
            .arg(subject, voteReasonInWords(base, review.tally));
    const QString moves = subject + u' ' + movement(base, review);
    if (!isVotedOn(review.tally))
        return isForOthers(review) ? Words::tr("%1: it can only be recommended").arg(moves) : moves;
    if (review.outcome == resolutionOutcome::recommended)
        return Words::tr("%1: recommended, not decided").arg(moves);
    if (review.outcome == resolutionOutcome::carried)
        return Words::tr("%1: decided").arg(moves);
    if (review.outcome == resolutionOutcome::notCarried)
        return Words::tr("%1 is not carried: %2").arg(subject, voteReasonInWords(base, review.tally));
    return Words::tr("%1: no decision, %2").arg(subject, voteReasonInWords(base, review.tally));
}

QString recordedHeadline(const Plan& base, const ResolutionReview& review, const ResolutionOutcome& outcome,
                         const QString& subject)
{
    const QString amount = outcome.amount ? formatMoney(*outcome.amount) : QString();
    if (outcome.outcome == resolutionOutcome::applied)
        return outcome.amount && !outcome.amount->isZero()
                   ? Words::tr("%1 moved %2: decided and applied").arg(subject, amount)
                   : Words::tr("%1 is decided and applied").arg(subject);
    if (outcome.outcome == resolutionOutcome::notCarried)
        return Words::tr("%1 is not carried, %2").arg(subject, votesInWords(votesOf(outcome)));
    if (outcome.outcome == resolutionOutcome::noDecision)
        return Words::tr("%1: no decision").arg(subject);
    if (outcome.outcome == resolutionOutcome::notQuorate)
        return Words::tr("%1: the meeting was not quorate").arg(subject);
    const bool isCarried = outcome.outcome == resolutionOutcome::carried;
    if (!review.stale.isEmpty() || !outcome.amount)
        return isCarried ? Words::tr("%1 is decided").arg(subject)
                         : Words::tr("%1 is recommended, not decided").arg(subject);
    const QString moves = subject + u' ' + movement(base, review);
    return isCarried ? Words::tr("%1: decided").arg(moves)
                     : Words::tr("%1: recommended, not decided").arg(moves);
}

} // namespace

VotesCounted votesOf(const ResolutionOutcome& outcome)
{
    const qint64 inFavour = outcome.inFavour.value_or(0);
    const qint64 against = outcome.against.value_or(0);
    const qint64 abstained = outcome.abstained.value_or(0);
    const qint64 cast = inFavour + against + abstained;
    return {inFavour, against, abstained, std::max<qint64>(0, outcome.present.value_or(cast) - cast)};
}

QString outcomeInWords(const Plan& base, const ResolutionReview& review)
{
    if (!review.unreadable.isEmpty())
        return review.unreadable;
    const QString tally = tallyInWords(base, review.tally);
    if (review.tally.result != VoteResult::Carried)
        return tally;
    if (!review.stale.isEmpty())
        return tally + u' ' + staleSentence();
    if (isForOthers(review))
        return tally + u' ' + recommendedTo(base, review);
    return movesMoney(review) ? tally + u' ' + Words::tr("Decided within what is delegated.") : tally;
}

QString recordedInWords(const Plan& base, const ResolutionOutcome& outcome)
{
    if (outcome.outcome == resolutionOutcome::notQuorate)
        return Words::tr("Not quorate: %1 could vote and %2 were needed.")
            .arg(outcome.present.value_or(0))
            .arg(outcome.needed.value_or(0));
    if (outcome.outcome == resolutionOutcome::applied)
        return Words::tr("Applied.");
    if (outcome.outcome == resolutionOutcome::reopened)
        return Words::tr("Reopened.");
    const QString votes = votesInWords(votesOf(outcome));
    if (outcome.outcome == resolutionOutcome::notCarried)
        return Words::tr("Not carried, %1.").arg(votes);
    if (outcome.outcome == resolutionOutcome::noDecision)
        return Words::tr("No decision, %1.").arg(votes);
    const QString text = Words::tr("Carried, %1.").arg(votes);
    if (outcome.outcome != resolutionOutcome::recommended)
        return text;
    QList<Id> partners;
    for (const PartnerAmount& part : recordedAmounts(base, outcome.id))
        if (part.beyond && !part.partner.isNull())
            partners.append(part.partner);
    return text + u' ' +
           (partners.isEmpty() ? Words::tr("Recommended.")
                               : Words::tr("Recommended to %1.").arg(partnersListed(base, partners)));
}

QString reasonInWords(const Plan& base, const ResolutionReview& review)
{
    if (!review.unreadable.isEmpty())
        return review.unreadable;
    if (review.tally.result != VoteResult::Carried)
        return capitalised(voteReasonInWords(base, review.tally)) + u'.';
    if (!review.stale.isEmpty())
        return staleSentence();
    return isForOthers(review) ? whyRecommended(base, review) : whyDecided(base, review);
}

QString resolutionHeadline(const Plan& base, const ResolutionReview& review)
{
    const Resolution* resolution = base.resolutions.find(review.resolution);
    if (!resolution)
        return {};
    const QString subject = resolutionSubject(*resolution);
    const ResolutionOutcome* outcome = lastOutcome(base, review.resolution);
    if (outcome && !review.open)
        return recordedHeadline(base, review, *outcome, subject);
    if (!review.unreadable.isEmpty())
        return Words::tr("%1 cannot be read").arg(subject);
    if (!review.stale.isEmpty())
        return Words::tr("%1 no longer fits the plan").arg(subject);
    return openHeadline(base, review, subject);
}

QString interestInWords(const Plan& base, const ItemInterest& declared)
{
    const QString name = memberName(base, declared.member);
    const QString what = interestMeant(base, declared);
    const auto said = [&](const QString& did) { return sentenceOf(u"%1: %2"_s.arg(did.arg(name), what)); };
    if (declared.action == chairAction::note)
        return said(Words::tr("%1 took part; the interest was noted"));
    if (declared.action == chairAction::noVote)
        return said(Words::tr("%1 stayed without a vote"));
    if (declared.action == chairAction::leave)
        return said(Words::tr("%1 left"));
    if (declared.action == chairAction::noPapers)
        return said(Words::tr("%1 had no papers and took no part"));
    if (declared.action == chairAction::substitute)
        return said(Words::tr("%1 gave way to a substitute"));
    return said(Words::tr("%1 has an interest that the chair has not acted on"));
}

} // namespace placewright
