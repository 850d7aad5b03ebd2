#pragma once

#include "core/evaluate/committeerecord.h"
#include "tests/support/exampleplan.h"

namespace placewright {

// A small plan with the committee of design/calderbourne.md: council "council", ICBs "ashmoor" and "fenwold", years 2026-27 and
// 2027-28, a pooled fund "pool" and an aligned one "beside", nine lines; the joint committee "committee" with its ten members
// ("aziz", "lowry", ...) and limits of £250,000.00 a decision and £1,000,000.00 a year; the meeting "march" of 12 March 2026 with Peter
// Lund's apologies; the resolutions "handyperson" (item "item4", £10,000.00 more on line "handy") and "optionB" (item "item5",
// £812,000.00), no votes yet; Dr Nazir's interest "practice" in scheme "response" and what the chair did: she left.
// Five signatories of 2026-27: "sign-council", "sign-151", "sign-ashmoor", "sign-fenwold", "sign-hwb".
Plan committeePlan();

// The plan with cells of one entity as given; an entity that is not there is added.
Plan with(const Plan& plan, const EntityType& type, const QString& id, const ExamplePlan::Cells& cells);
Plan without(const Plan& plan, const EntityType& type, const QString& id);

// The plan after a Step of the record, which must have been made and must fit.
Plan after(const Plan& plan, const Result<Step>& step);

// The text of a ResolutionStep that sets amounts of lines: pounds by line, 2026-27.
QString heldAmounts(const Plan& plan, const QList<std::pair<QString, qint64>>& amounts);
// A new resolution with one Step under an item.
Plan withResolution(const Plan& plan, const QString& id, const QString& item, const QString& changes);

// The votes of 12 March 2026 on option B: 6 for, 1 against, 1 abstained.
QList<VoteCast> votesOnOptionB();
// Everybody who is there and has a vote is for it, but those named.
QList<VoteCast> allInFavour(const Plan& plan, const QString& item, const QStringList& but = {});

QDate meetingDay();
IdSource countedIds(const QString& prefix); // "<prefix>1", "<prefix>2", ...

} // namespace placewright
