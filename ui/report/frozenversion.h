#pragma once

#include "core/evaluate/committeerecord.h"
#include "ui/document/plandocument.h"

namespace placewright {

// What a frozen version keeps of the base as it stands: its plan, its evaluation as the command line prints it, and its paper.
Result<VersionTexts> textsToFreeze(const PlanDocument& document, const QString& year, const QDate& on);

// Freezes the base as the next version of the year, for signature. Refused as core/evaluate/committeerecord.h says; the
// document says why.
Outcome freezeVersion(PlanDocument& document, const QString& year, const QDate& on, const QString& note);

} // namespace placewright
