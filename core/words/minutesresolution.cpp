#include "core/words/minutesresolution.h"

#include "core/plan/committeeroll.h"
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
    Q_DECLARE_TR_FUNCTIONS(Minutes)
};

bool isOfVote(const ResolutionOutcome& outcome)
{
    return outcome.outcome != resolutionOutcome::applied && outcome.outcome != resolutionOutcome::reopened;
}

// Whom an outcome was recommended to, in the order of the record.
QList<Id> recommendedTo(const Plan& base, const ResolutionOutcome& outcome)
{
    QList<Id> partners;
    if (outcome.outcome == resolutionOutcome::recommended)
        for (const PartnerAmount& amount : recordedAmounts(base, outcome.id))
            if (amount.beyond && !amount.partner.isNull())
                partners.append(amount.partner);
    return partners;
}

QString proposal(const Resolution& resolution)
{
    return sentenceOf(resolution.text.isEmpty() ? resolution.name : resolution.text);
}

QString resolved(const Plan& base, const Resolution& resolution, const ResolutionOutcome& outcome)
{
    const QString what = proposal(resolution);
    if (outcome.outcome == resolutionOutcome::carried)
        return Words::tr("RESOLVED: %1").arg(what);
    if (outcome.outcome == resolutionOutcome::recommended) {
        const QList<Id> partners = recommendedTo(base, outcome);
        return partners.isEmpty()
                   ? Words::tr("RESOLVED to recommend: %1").arg(what)
                   : Words::tr("RESOLVED to recommend to %1: %2").arg(partnersListed(base, partners), what);
    }
    if (outcome.outcome == resolutionOutcome::notCarried)
        return Words::tr("NOT CARRIED. It was proposed: %1").arg(what);
    if (outcome.outcome == resolutionOutcome::notQuorate)
        return Words::tr(
                   "NO DECISION, because the meeting was not quorate for this item. It was proposed: %1")
            .arg(what);
    return Words::tr("NO DECISION. It was proposed: %1").arg(what);
}

QString amountTold(const Plan& base, const ResolutionOutcome& outcome)
{
    if (!outcome.amount || outcome.amount->isZero())
        return {};
    QStringList parts;
    for (const PartnerAmount& part : recordedAmounts(base, outcome.id))
        if (!part.amount.isZero())
            parts.append(
                part.partner.isNull()
                    ? Words::tr("%1 of money that nobody is known to pay").arg(formatMoney(part.amount))
                    : Words::tr("%1 of %2 money")
                          .arg(formatMoney(part.amount), whoseMoney(base, part.partner)));
    const QString amount = Words::tr("The amount was %1").arg(formatMoney(*outcome.amount));
    return parts.isEmpty() ? amount + u'.' : Words::tr("%1: %2.").arg(amount, listed(parts));
}

QString votesTold(const ResolutionOutcome& outcome)
{
    if (outcome.outcome == resolutionOutcome::notQuorate || !outcome.inFavour || !outcome.against)
        return {};
    QString votes = Words::tr("For %1, against %2, abstained %3.")
                        .arg(*outcome.inFavour)
                        .arg(*outcome.against)
                        .arg(outcome.abstained.value_or(0));
    if (outcome.present && outcome.needed)
        votes += u' ' + Words::tr("%1 could vote; %2 were needed for a quorum.")
                            .arg(capitalised(numberWord(*outcome.present)), numberWord(*outcome.needed));
    return votes;
}

// The members who were against when that outcome was recorded and said why.
QStringList dissentTold(const Plan& base, const Resolution& resolution, qint64 round)
{
    QList<const Vote*> last; // of each member
    for (const Vote& vote : base.votes) {
        if (vote.resolution != resolution.id || vote.casting || vote.round.value_or(0) != round)
            continue;
        const auto known = std::find_if(last.begin(), last.end(),
                                        [&](const Vote* earlier) { return earlier->member == vote.member; });
        if (known == last.end())
            last.append(&vote);
        else
            *known = &vote;
    }
    QStringList told;
    for (const Vote* vote : std::as_const(last))
        if (vote->ballot == ballot::against && !vote->dissent.isEmpty())
            told.append(Words::tr("%1 asked for dissent to be recorded: %2")
                            .arg(memberName(base, vote->member), sentenceOf(vote->dissent)));
    return told;
}

QString replyTold(const Plan& base, const RecommendationReply& reply)
{
    const QString form = reply.answer == replyAnswer::accepted
                             ? Words::tr("%1 accepted the recommendation on %2%3.")
                             : Words::tr("%1 refused the recommendation on %2%3.");
    const QString text = form.arg(capitalised(partnerTold(base, reply.partner)), dateShown(reply.on),
                                  minuteInBrackets(reply.minute));
    return reply.note.isEmpty() ? text : text + u' ' + sentenceOf(reply.note);
}

// What became of one recorded outcome, until the next vote.
QStringList afterwards(const Plan& base, const Resolution& resolution, const ResolutionOutcome& outcome)
{
    const qint64 round = outcome.round.value_or(0);
    QStringList told;
    for (const Id& partner : recommendedTo(base, outcome)) {
        const RecommendationReply* last = nullptr;
        for (const RecommendationReply& reply : base.recommendationReplies)
            if (reply.resolution == resolution.id && reply.partner == partner &&
                reply.round.value_or(0) == round)
                last = &reply;
        told.append(last ? replyTold(base, *last)
                         : Words::tr("ACTION: put the recommendation to %1, which has not answered yet.")
                               .arg(partnerTold(base, partner)));
    }
    for (const ResolutionOutcome& later : base.resolutionOutcomes) {
        if (later.resolution != resolution.id || later.round.value_or(0) != round || isOfVote(later))
            continue;
        if (later.outcome == resolutionOutcome::applied)
            told.append(Words::tr("It was applied to the plan on %1.").arg(dateShown(later.on)));
        else
            told.append(Words::tr("The item was reopened on %1: %2")
                            .arg(dateShown(later.on), sentenceOf(later.reason)));
    }
    return told;
}

} // namespace

QList<MinutesResolution> resolutionTold(const Plan& base, const Resolution& resolution)
{
    QList<MinutesResolution> told;
    for (const ResolutionOutcome& outcome : base.resolutionOutcomes) {
        if (outcome.resolution != resolution.id || !isOfVote(outcome))
            continue;
        MinutesResolution one;
        one.resolution = resolution.id;
        one.resolved = resolved(base, resolution, outcome);
        one.amount = amountTold(base, outcome);
        one.votes = votesTold(outcome);
        one.reason = sentenceOf(outcome.reason);
        one.dissent = dissentTold(base, resolution, outcome.round.value_or(0));
        one.after = afterwards(base, resolution, outcome);
        told.append(one);
    }
    if (told.isEmpty()) {
        MinutesResolution open;
        open.resolution = resolution.id;
        open.resolved = Words::tr("No outcome is recorded yet. It is proposed: %1").arg(proposal(resolution));
        told.append(open);
    }
    return told;
}

} // namespace placewright
