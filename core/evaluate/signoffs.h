#pragma once

#include "core/evaluate/evaluation.h"
#include "core/model/change.h"

namespace placewright {

// Where a year's signatures stand: one entry for each signatory, in plan order.
struct SignOffState
{
    Id signatory;
    const SignOff* signature = nullptr;     // the last one; null: not signed
    const FrozenVersion* version = nullptr; // which it signed
    bool mayDelegate = false;               // by the rulebook, else as the signatory's row says
};
// Whether somebody else may sign for a signatory: by the year's rulebook where it names that role, else as the row says.
bool mayDelegate(const Plan& base, const Shelf& shelf, const Signatory& signatory);
QList<SignOffState> signOffsOf(const Plan& base, const Shelf& shelf, const Id& year);

// Changes since a signed version that nobody needs to sign again are left out: the committee's own record. Money as pounds by year,
// each the exact difference of two plans: the parts add to the totals. Money that only moved is told too: within a scheme by its
// lines, within a fund by who pays.
struct LineChanged
{
    Id line;
    bool vat = false; // the irrecoverable VAT on it, else its amount
    Money before;
    Money after;
};
struct PoundsChanged
{
    enum class What { Spend, Contribution, Minimum };
    What what = What::Spend;
    QString year;
    Id subject;   // the scheme, contribution or minimum
    Money before; // of the whole scheme
    Money after;
    QList<LineChanged>
        lines; // spend: those that differ; their differences add to the scheme's, which may be nought
    Id fund;   // contributions: one that went to another fund, partner or source is less there and more here
    Id partner;
    QString source;

    Money increases() const; // of the lines that have more
    Money decreases() const; // of the lines that have less; not negative
};
struct ChangedSince
{
    QList<PoundsChanged> pounds; // only what differs, spend, then contributions, then minimums, in plan order
    Money spend; // total of the differences of spend, all years: equals the difference of the two Ledgers
    Money contributions;
    Money minimums;
    QList<Change>
        others; // what was added or removed, and every cell that differs and is not told as exactly these pounds
    QStringList reordered; // EntityType::id of those that stand in another order
};
ChangedSince changedSince(const Plan& signedPlan, const Plan& base, const Shelf& shelf);

} // namespace placewright
