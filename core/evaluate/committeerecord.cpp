#include "core/evaluate/committeerecord.h"

#include "core/committee/heldsteps.h"
#include "core/evaluate/recordstep.h"
#include "core/plan/decidedchecks.h"
#include "core/plan/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeRecord)
};

std::optional<qint64> storedRound(qint64 round)
{
    return round > 0 ? std::optional(round) : std::nullopt;
}

QString dayInWords(const QDate& day)
{
    return valueToShown(Value(day));
}

QString memberName(const Plan& plan, const Id& member)
{
    return nameOf(plan, BodyMember::type.id, member);
}

QString partnerName(const Plan& plan, const Id& partner)
{
    const Partner* found = plan.partners.find(partner);
    return found && !found->shortName.isEmpty() ? found->shortName : nameOf(plan, Partner::type.id, partner);
}

QString nameOfResolution(const Plan& plan, const Id& resolution)
{
    return nameOf(plan, Resolution::type.id, resolution);
}

Error noSuchResolution()
{
    return {Words::tr("There is no such resolution in the plan.")};
}

Error closed(const Plan& base, const Id& resolution)
{
    return {
        Words::tr("“%1” has its outcome already. Reopen it first.").arg(nameOfResolution(base, resolution))};
}

// Why a seat has no vote under an item.
QString whyNoVote(const Plan& base, const Seat& seat)
{
    const QString name = memberName(base, seat.member);
    if (!seat.hasVote)
        return Words::tr("%1 attends without a vote.").arg(name);
    if (!seat.present)
        return Words::tr("%1 is not there, and nobody came in that place, so no "
                         "vote can be recorded.")
            .arg(name);
    return Words::tr("%1 is excluded from this item by the chair’s action on an "
                     "interest, so no vote can be recorded.")
        .arg(name);
}

std::optional<QString> refusedVote(const Plan& base, const Body& body, const Meeting& meeting,
                                   const QList<Seat>& seats, const VoteCast& vote)
{
    const QString name = memberName(base, vote.member);
    const auto seat =
        std::find_if(seats.begin(), seats.end(), [&](const Seat& one) { return one.member == vote.member; });
    if (seat == seats.end())
        return Words::tr("%1 has no seat on %2 on %3 and cannot vote.")
            .arg(name, body.name, dayInWords(meeting.on));
    if (!accepts(*Vote::type.field(u"ballot"), Value(vote.ballot)) || vote.ballot.isEmpty())
        return Words::tr("%1: a vote is for, against or abstained.").arg(name);
    if (!seat->canVote())
        return whyNoVote(base, *seat);
    if (!vote.casting)
        return std::nullopt;
    if (body.votingRule != votingRule::simpleMajority || !body.castingVote)
        return Words::tr("The terms of %1 give the chair no casting vote.").arg(body.name);
    if (!seat->chair)
        return Words::tr("%1 is not in the chair, and only the chair has a casting vote.").arg(name);
    return std::nullopt;
}

ResolutionMoney moneyRow(const Id& outcome, const MovedMoney& moved, bool beyond, const Id& id)
{
    ResolutionMoney money;
    money.id = id;
    money.outcome = outcome;
    money.partner = moved.partner;
    money.year = moved.year;
    money.category = moved.category;
    money.amount = movedAmount({moved});
    money.increase = moved.increase;
    money.decrease = moved.decrease;
    money.beyond = beyond;
    return money;
}

// The money of a decision, and to whom it is recommended: a row without pounds
// for who is asked and pays nothing.
QList<ResolutionMoney> moneyOf(const ResolutionReview& review, const Id& outcome, const IdSource& ids)
{
    QList<ResolutionMoney> rows;
    if (review.outcome != resolutionOutcome::carried && review.outcome != resolutionOutcome::recommended)
        return rows;
    QList<Id> paying;
    for (const MovedMoney& moved : review.moved) {
        const bool beyond = moved.partner.isNull() || review.recommendTo.contains(moved.partner);
        rows.append(moneyRow(outcome, moved, beyond, ids()));
        paying.append(moved.partner);
    }
    for (const Id& partner : review.recommendTo)
        if (!paying.contains(partner))
            rows.append(moneyRow(outcome, {partner, {}, {}, {}, {}}, true, ids()));
    return rows;
}

QString firstConflict(const Plan& base, const StaleResolutionStep& stale)
{
    const ResolutionStep& row = *base.resolutionSteps.find(stale.step);
    Step step;
    step.what = row.what;
    step.changes = *changesHeld(row, Plan::schema());
    return describe(stale.conflicts.first(), step, base);
}

Error noLongerFits(const Plan& base, const ResolutionReview& review)
{
    return {Words::tr("“%1” no longer fits the plan, so the item has to be "
                      "looked at again. %2")
                .arg(nameOfResolution(base, review.resolution), firstConflict(base, review.stale.first()))};
}

bool hasAccepted(const Plan& base, const Id& resolution, const Id& partner)
{
    const RecommendationReply* reply = lastReply(base, resolution, partner);
    return reply && reply->answer == replyAnswer::accepted;
}

// Who was asked and has not accepted; null: nobody can tell whose money it is.
QList<Id> notAccepted(const Plan& base, const ResolutionOutcome& outcome)
{
    QList<Id> missing;
    for (const ResolutionMoney& money : base.resolutionMoneys) {
        if (money.outcome == outcome.id && money.beyond && !missing.contains(money.partner) &&
            !hasAccepted(base, outcome.resolution, money.partner))
            missing.append(money.partner);
    }
    return missing;
}

std::optional<QString> refusedRecommendation(const Plan& base, const ResolutionOutcome& outcome)
{
    const QList<Id> missing = notAccepted(base, outcome);
    if (missing.isEmpty())
        return std::nullopt;
    const QString name = nameOfResolution(base, outcome.resolution);
    if (missing.contains(Id()))
        return Words::tr("“%1”: nobody can tell whose money some of it is. Say on "
                         "its lines whose it is, and "
                         "reopen it.")
            .arg(name);
    QStringList names;
    for (const Id& partner : missing)
        names.append(partnerName(base, partner));
    return Words::tr("“%1” is recommended to %2, and no acceptance is on record. "
                     "Record the answer first.")
        .arg(name, names.join(Words::tr(" and ")));
}

bool isDecided(const ResolutionOutcome& outcome)
{
    return outcome.outcome == resolutionOutcome::carried || outcome.outcome == resolutionOutcome::recommended;
}

std::optional<QString> refusedApplication(const Plan& base, const ResolutionReview& review)
{
    const QString name = nameOfResolution(base, review.resolution);
    const ResolutionOutcome* last = lastOutcome(base, review.resolution);
    if (!last || last->outcome == resolutionOutcome::reopened)
        return Words::tr("“%1” has not been decided, so it cannot be applied.").arg(name);
    if (last->outcome == resolutionOutcome::applied)
        return Words::tr("“%1” is applied already.").arg(name);
    if (!isDecided(*last))
        return Words::tr("“%1” was not carried, so it cannot be applied.").arg(name);
    if (!review.unreadable.isEmpty())
        return review.unreadable;
    if (!review.stale.isEmpty())
        return noLongerFits(base, review).text;
    if (review.moneyChanged)
        return Words::tr("“%1” would now move other money than was decided, since "
                         "the plan has changed. Reopen it.")
            .arg(name);
    if (last->outcome == resolutionOutcome::recommended)
        if (const std::optional<QString> refused = refusedRecommendation(base, *last))
            return refused;
    if (!review.canApply) {
        for (const PartnerVerdict& partner : review.partners)
            if (!partner.isWithin() && !hasAccepted(base, review.resolution, partner.partner))
                return Words::tr("“%1” moves %2 of %3’s money, and that is no longer "
                                 "within what is "
                                 "delegated. Reopen it.")
                    .arg(name, formatMoney(partner.amount), partnerName(base, partner.partner));
        return Words::tr("“%1” holds no changes of the plan, so there is nothing to apply.").arg(name);
    }
    return std::nullopt;
}

// Why an outcome cannot be of that day: the body decides at its meeting.
std::optional<QString> refusedBeforeMeeting(const Plan& base, const Id& resolution, const QDate& on)
{
    const AgendaItem* item = base.agendaItems.find(base.resolutions.find(resolution)->item);
    const Meeting* meeting = item ? base.meetings.find(item->meeting) : nullptr;
    if (!meeting || !meeting->on.isValid() || on >= meeting->on)
        return std::nullopt;
    return Words::tr("“%1” is put to the meeting of %2, so %3 is too early. Enter that day or a later one.")
        .arg(nameOfResolution(base, resolution), dayInWords(meeting->on), dayInWords(on));
}

// Why nothing can follow on that day: the record goes forward in time.
std::optional<QString> refusedBefore(const Plan& base, const Id& resolution, const QDate& on)
{
    const QString name = nameOfResolution(base, resolution);
    const ResolutionOutcome* last = lastOutcome(base, resolution);
    if (!on.isValid())
        return Words::tr("“%1”: enter the day.").arg(name);
    if (!last || !last->on.isValid() || on >= last->on)
        return std::nullopt;
    const QString form =
        last->outcome == resolutionOutcome::reopened
            ? Words::tr("“%1” was reopened on %2, so %3 is too early. Enter that day or a later one.")
            : Words::tr("The outcome of “%1” is of %2, so %3 is too early. Enter that day or a later one.");
    return form.arg(name, dayInWords(last->on), dayInWords(on));
}

// Nothing is applied before the last acceptance that it rests on.
std::optional<QString> refusedBeforeAnswers(const Plan& base, const Id& resolution, const QDate& on)
{
    for (const Partner& partner : base.partners)
        if (const RecommendationReply* reply = lastReply(base, resolution, partner.id);
            reply && on < reply->on)
            return Words::tr(
                       "“%1” was answered by %2 on %3, so %4 is too early. Enter that day or a later one.")
                .arg(nameOfResolution(base, resolution), partnerName(base, partner.id), dayInWords(reply->on),
                     dayInWords(on));
    return std::nullopt;
}

bool isAsked(const Plan& base, const ResolutionOutcome& outcome, const Id& partner)
{
    return std::any_of(base.resolutionMoneys.begin(), base.resolutionMoneys.end(),
                       [&](const ResolutionMoney& money) {
                           return money.outcome == outcome.id && money.beyond && money.partner == partner;
                       });
}

ResolutionOutcome outcomeRow(const Plan& base, const Id& resolution, QLatin1StringView outcome,
                             const QDate& on, const QString& reason, const Id& id)
{
    ResolutionOutcome row;
    row.id = id;
    row.resolution = resolution;
    row.on = on;
    row.outcome = outcome;
    row.reason = reason;
    row.round = storedRound(roundOf(base, resolution));
    return row;
}

} // namespace

QString reasonToReopen(const Plan& base, const ResolutionReview& review)
{
    const ResolutionOutcome* last = lastOutcome(base, review.resolution);
    if (!last || !isDecided(*last))
        return {};
    if (!review.stale.isEmpty())
        return Words::tr("Its step “%1” no longer fits the plan. %2")
            .arg(base.resolutionSteps.find(review.stale.first().step)->what,
                 firstConflict(base, review.stale.first()));
    return review.moneyChanged
               ? Words::tr("It would now move other money than was decided, since the plan has changed.")
               : QString();
}

Result<Step> recordVotes(const Plan& base, const Id& resolution, const QList<VoteCast>& votes,
                         const IdSource& ids)
{
    const Resolution* found = base.resolutions.find(resolution);
    if (!found)
        return noSuchResolution();
    if (!isOpen(base, resolution))
        return closed(base, resolution);
    const AgendaItem* item = base.agendaItems.find(found->item);
    const Meeting* meeting = item ? base.meetings.find(item->meeting) : nullptr;
    const Body* body = meeting ? base.bodies.find(meeting->body) : nullptr;
    if (!body)
        return Error{Words::tr("“%1” stands under no meeting of a body.").arg(found->name)};
    const QList<Seat> seats = seatsAt(base, *item, resolution);
    QList<Change> changes;
    for (const VoteCast& cast : votes) {
        if (const std::optional<QString> refused = refusedVote(base, *body, *meeting, seats, cast))
            return Error{*refused};
        Vote vote;
        vote.id = ids();
        vote.resolution = resolution;
        vote.member = cast.member;
        vote.ballot = cast.ballot;
        vote.casting = cast.casting;
        vote.dissent = cast.dissent;
        vote.round = storedRound(roundOf(base, resolution));
        changes.append(added(vote));
    }
    return stepOf(Words::tr("Recorded votes on “%1”").arg(found->name), changes);
}

Result<Step> recordOutcome(const Plan& base, const Shelf& shelf, const Id& resolution, const QDate& on,
                           const QString& minute, const QString& reason, const IdSource& ids)
{
    if (!base.resolutions.contains(resolution))
        return noSuchResolution();
    if (!isOpen(base, resolution))
        return closed(base, resolution);
    if (const std::optional<QString> refused = refusedBefore(base, resolution, on))
        return Error{*refused};
    if (const std::optional<QString> refused = refusedBeforeMeeting(base, resolution, on))
        return Error{*refused};
    const ResolutionReview review = reviewResolution(base, shelf, resolution, on);
    if (!review.unreadable.isEmpty())
        return Error{review.unreadable};
    if (!review.stale.isEmpty())
        return noLongerFits(base, review);
    if (!review.asked.isEmpty()) {
        const InterestAsked& asked = review.asked.first();
        return Error{Words::tr("%1 has an interest in this resolution (%2): say "
                               "first what the chair decided.")
                         .arg(memberName(base, asked.member), base.interests.find(asked.interest)->what)};
    }
    ResolutionOutcome row =
        outcomeRow(base, resolution, QLatin1StringView(review.outcome.toLatin1()), on, reason, ids());
    row.inFavour = review.tally.inFavour;
    row.against = review.tally.against;
    row.abstained = review.tally.abstained;
    row.present = review.tally.quorum.present;
    row.needed = review.tally.quorum.needed;
    row.amount = review.amount;
    row.minute = minute;
    QList<Change> changes{added(row)};
    for (const ResolutionMoney& money : moneyOf(review, row.id, ids))
        changes.append(added(money));
    return stepOf(Words::tr("Recorded the outcome of “%1”").arg(nameOfResolution(base, resolution)), changes);
}

Result<Step> recordReopening(const Plan& base, const Id& resolution, const QDate& on, const QString& reason,
                             const IdSource& ids)
{
    if (!base.resolutions.contains(resolution))
        return noSuchResolution();
    const QString name = nameOfResolution(base, resolution);
    if (isOpen(base, resolution) && !hasVotes(base, resolution))
        return Error{
            Words::tr("“%1” has neither votes nor an outcome yet, so there is nothing to reopen.").arg(name)};
    if (const ResolutionOutcome* last = lastOutcome(base, resolution);
        last && last->outcome == resolutionOutcome::applied)
        return Error{Words::tr("“%1” is applied already. To change the plan again, "
                               "put a new resolution.")
                         .arg(name)};
    if (const std::optional<QString> refused = refusedBefore(base, resolution, on))
        return Error{*refused};
    if (const std::optional<QString> refused = refusedBeforeMeeting(base, resolution, on))
        return Error{*refused};
    const ResolutionOutcome row =
        outcomeRow(base, resolution, resolutionOutcome::reopened, on, reason, ids());
    return stepOf(Words::tr("Reopened “%1”").arg(name), {added(row)});
}

Result<Step> recordReply(const Plan& base, const Id& resolution, const Id& partner, const QString& answer,
                         const QDate& on, const QString& minute, const IdSource& ids)
{
    if (!base.resolutions.contains(resolution))
        return noSuchResolution();
    const QString name = nameOfResolution(base, resolution);
    const ResolutionOutcome* last = lastOutcome(base, resolution);
    if (!last || last->outcome != resolutionOutcome::recommended)
        return Error{Words::tr("“%1” is not recommended to anybody now.").arg(name)};
    if (partner.isNull() || !isAsked(base, *last, partner))
        return Error{Words::tr("“%1” is not recommended to %2, whose answer is not needed.")
                         .arg(name, partnerName(base, partner))};
    if (answer != replyAnswer::accepted && answer != replyAnswer::refused)
        return Error{Words::tr("An answer to a recommendation is accepted or refused.")};
    if (minute.trimmed().isEmpty())
        return Error{Words::tr("The answer of %1 needs its minute. Enter the "
                               "minute that records it.")
                         .arg(partnerName(base, partner))};
    if (const std::optional<QString> refused = refusedBefore(base, resolution, on))
        return Error{*refused};
    RecommendationReply reply;
    reply.id = ids();
    reply.resolution = resolution;
    reply.partner = partner;
    reply.answer = answer;
    reply.on = on;
    reply.minute = minute;
    reply.round = storedRound(roundOf(base, resolution));
    return stepOf(Words::tr("Recorded the answer of %1 on “%2”").arg(partnerName(base, partner), name),
                  {added(reply)});
}

Result<Step> recordApplication(const Plan& base, const Shelf& shelf, const Id& resolution, const QDate& on,
                               const QString& reason, const IdSource& ids)
{
    if (!base.resolutions.contains(resolution))
        return noSuchResolution();
    const ResolutionReview review = reviewResolution(base, shelf, resolution, on);
    if (const std::optional<QString> refused = refusedApplication(base, review))
        return Error{*refused};
    if (const std::optional<QString> refused = refusedBefore(base, resolution, on))
        return Error{*refused};
    if (const std::optional<QString> refused = refusedBeforeAnswers(base, resolution, on))
        return Error{*refused};
    const Result<QList<Change>> changes = changesOf(base, resolution);
    if (!changes)
        return changes.error();
    ResolutionOutcome row = outcomeRow(base, resolution, resolutionOutcome::applied, on, reason, ids());
    row.amount = review.amount;
    return stepOf(Words::tr("Applied “%1”").arg(nameOfResolution(base, resolution)),
                  *changes + QList<Change>{added(row)});
}

} // namespace placewright
