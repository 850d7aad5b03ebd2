#pragma once

#include "core/evaluate/committeereview.h"

namespace placewright {

// Makes the Steps that go on the record: votes, outcomes, answers, versions, signatures. Each is refused with its reason; what
// they add is never changed or removed again. To be committed as JournalEntry::Kind::OnRecord on the base.

struct VoteCast
{
    Id member; // the seat
    QString ballot;
    bool casting = false;
    QString dissent;
};
// Refused: a non-member, somebody who is not there, without a vote or excluded; a casting vote of anybody but the chair, or where the
// terms have none; a resolution that is closed.
Result<Step> recordVotes(const Plan& base, const Id& resolution, const QList<VoteCast>& votes,
                         const IdSource& ids);

// The outcome as reviewResolution() finds it, with its figures and `reason`, the sentence of core/words. Refused: a closed resolution;
// Steps that no longer fit; an interest that nobody has acted on; a day before the meeting or the last reopening.
Result<Step> recordOutcome(const Plan& base, const Shelf& shelf, const Id& resolution, const QDate& on,
                           const QString& minute, const QString& reason, const IdSource& ids);

// Why a decided resolution can no longer be applied as it was decided, so that its item is to be reopened: a Step that no longer fits,
// or other money. For recordReopening(). Empty: neither.
QString reasonToReopen(const Plan& base, const ResolutionReview& review);

// A resolution that is closed and not applied, or has votes of the present round, comes back to the meeting: those votes count no more.
// Refused: a day before its outcome or the meeting.
Result<Step> recordReopening(const Plan& base, const Id& resolution, const QDate& on, const QString& reason,
                             const IdSource& ids);

// A partner's answer to a recommendation, with its minute. Refused: of a partner that was not asked; without a minute; a day
// before the outcome.
Result<Step> recordReply(const Plan& base, const Id& resolution, const Id& partner, const QString& answer,
                         const QDate& on, const QString& minute, const IdSource& ids);

// The Changes of all the resolution's Steps and the outcome `applied`, in one Step. Refused unless it was decided within what is
// delegated, or every partner asked has accepted; refused when a Step no longer fits or it moves other money than was decided, so
// that the item is reopened; refused on a day before the outcome or an answer.
Result<Step> recordApplication(const Plan& base, const Shelf& shelf, const Id& resolution, const QDate& on,
                               const QString& reason, const IdSource& ids);

struct VersionTexts
{
    QByteArray plan;
    QByteArray evaluation;
    QByteArray paper;
};
// The next version of a year. `head` is the journal's head hash.
Result<Step> recordVersion(const Plan& base, const Id& year, const QDate& on, const QByteArray& head,
                           const VersionTexts& texts, const QString& note, const IdSource& ids);

struct Signature
{
    Id signatory;
    Id version;
    QDate on;
    Id person;        // null: the signatory's own
    QString capacity; // signatoryRole::
    QString delegatedBy;
    QString note;
};
// Refused: a capacity other than the signatory's role; somebody else's signature where the year's rulebook says that it cannot be
// delegated, or without the minute; a version of another year; a day before the version was frozen.
Result<Step> recordSignature(const Plan& base, const Shelf& shelf, const Signature& signature,
                             const IdSource& ids);

} // namespace placewright
