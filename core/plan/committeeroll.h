#pragma once

#include "core/committee/delegated.h"
#include "core/committee/voting.h"
#include "core/plan/plan.h"

namespace placewright {

// What the plan's tables say of a committee, read into the plain figures of core/committee. The base's own plan, never a scenario's.

// Who was at an item and how each seat voted on a resolution of it (null: none), from attendance, the chair's actions and the recorded
// votes. Seats in the order of the plan; substitutes have no seat of their own.
QList<Seat> seatsAt(const Plan& base, const AgendaItem& item, const Id& resolution = {});
QuorumRule quorumRuleOf(const Plan& base, const Body& body);
// The councils and ICBs whose agreement the body's voting rule asks for, in plan order: of its seats on a day, or of all its seats.
QList<Id> partnersAsked(const Plan& base, const Body& body, const QDate& on = {});
// The quorum of a meeting, or of one item after exclusions.
Quorum quorumOf(const Plan& base, const AgendaItem& item);
Quorum quorumOf(const Plan& base, const Meeting& meeting);

// The limits of a body in force on a day, in pounds.
QList<DelegatedLimit> limitsOf(const Plan& base, const Id& body, const QDate& on);
// What the body decided under delegation so far: money of outcomes carried or applied, `except` one resolution's.
QList<DecidedMoney> decidedBy(const Plan& base, const Id& body, const Id& except = {});

// How often a resolution was reopened: only votes and answers of the present round count.
qint64 roundOf(const Plan& base, const Id& resolution);
// The last recorded outcome of a resolution; null: none.
const ResolutionOutcome* lastOutcome(const Plan& base, const Id& resolution);
const RecommendationReply* lastReply(const Plan& base, const Id& resolution, const Id& partner);
// Whether votes, interests and wording may still change: no outcome yet, or reopened.
bool isOpen(const Plan& base, const Id& resolution);

// The last signature of a signatory, the last version of a year, its submission; null: none.
const SignOff* lastSignature(const Plan& base, const Id& signatory);
const FrozenVersion* latestVersion(const Plan& base, const Id& year);
const Submission* submissionOf(const Plan& base, const Id& year);

} // namespace placewright
