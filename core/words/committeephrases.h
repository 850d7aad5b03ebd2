#pragma once

#include "core/committee/voting.h"
#include "core/plan/plan.h"

#include <QStringList>

namespace placewright {

// Small pieces of the words of committees.

QString memberName(const Plan& base, const Id& member);         // "Dr Samira Nazir"
QString organisationOf(const Plan& base, const BodyMember& of); // "Ashmoor ICB", "Healthwatch"; empty: none
// In running text: the only council is "the council", others go by their short names.
QString partnerTold(const Plan& base, const Id& partner);
QString whoseMoney(const Plan& base, const Id& partner);             // "Ashmoor ICB’s", "the council’s"
QString partnersListed(const Plan& base, const QList<Id>& partners); // "the council and Ashmoor ICB"
// "a councillor", "two NHS members", "public health", "a council officer of Calderbourne"
QString roleWanted(const Plan& base, const RoleNeed& need);
QString minuteInBrackets(const QString& minute); // " (minute 14/25)"; empty: none
QString resolutionSubject(
    const Resolution& about); // "Option B" of an option “B: Fair shift”; else its name in quotes
QString sentenceOf(const QString& text); // with a full stop, unless it ends a sentence already
QString interestMeant(const Plan& base, const ItemInterest& declared); // "partner in ... (financial, actual)"
bool isConfidential(const Plan& base, const ItemInterest& declared);
// What of each partner's money an outcome moved, as it was recorded.
struct PartnerAmount
{
    Id partner; // null: not known
    Money amount;
    bool beyond = false; // recommended to the partner
};
QList<PartnerAmount> recordedAmounts(const Plan& base, const Id& outcome);

} // namespace placewright
