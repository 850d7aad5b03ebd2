#pragma once

#include "core/rules/check.h"
#include "core/rules/signatories.h"

namespace placewright {

// Checks of sign-off and of the committee's record. One finding a year.

// Their names in a rulebook.
namespace governanceCheck {
inline constexpr QLatin1StringView signatures("signaturesCollected");
inline constexpr QLatin1StringView approval("boardApprovalDated");
inline constexpr QLatin1StringView quorum("decisionsQuorate");
} // namespace governanceCheck

// What still stands against a signature that the rulebook asks for: it is not given or nobody is named to give it; it came after
// the day it was due; somebody else gave it, and the round does not allow that; it was given in another role.
namespace signatureFault {
inline constexpr QLatin1StringView open("open");
inline constexpr QLatin1StringView late("late");
inline constexpr QLatin1StringView delegated("delegated");
inline constexpr QLatin1StringView role("role");
} // namespace signatureFault

// One signature that is not there, as a finding's details name it: "calderbourne:section151:open"; no partner is the
// Health and Wellbeing Board.
struct OpenSignature
{
    Id partner;
    QString role;  // signatoryRole::
    QString fault; // signatureFault::

    QString toDetail() const;
    static OpenSignature fromDetail(const QString& detail);
};

// What stands against a signature for a year; empty: it counts. `signature` null: not signed.
QLatin1StringView faultOf(const Plan& plan, const Id& year, const RequiredSignatory& asked, const QDate& due,
                          const SignOff* signature);

// BCF-21. Everybody whom the rulebook names has signed a frozen version of the year: in time, in the right role and, where
// it says so, in person. Counts signatures. A kind of organisation that the plan has none of is not known. Source: section
// 75 note, 3.3 and section 6.
QList<Finding> signaturesCollected(const YearView& view, const RulebookCheck& check);

// BCF-22. The day on which the Health and Wellbeing Board approved the plan is recorded, or the day it is expected to. It
// may follow the submission. The date shown is that day. Source: section 75 note, 3.3.
QList<Finding> boardApprovalDated(const YearView& view, const RulebookCheck& check);

// GOV-01. Each decision on the record of the plan's bodies, of whichever year, was taken by a quorum that was still there
// after the exclusions: as many could vote as were needed, by the figures kept with the outcome. Counts decisions: what was
// not carried decided nothing. Source: section 75 note, 5.3.
QList<Finding> decisionsQuorate(const YearView& view, const RulebookCheck& check);

} // namespace placewright
