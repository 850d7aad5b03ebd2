#pragma once

#include "core/evaluate/signoffs.h"
#include "core/store/planfile.h"

#include <QStringList>

namespace placewright {

// What changed since each frozen version that somebody signed, by version. A version whose text cannot be read is not in it.
using SinceVersions = QHash<Id, ChangedSince>;

// The one minimum that moved; null: none, or several.
const PoundsChanged* onlyMinimum(const ChangedSince& changed);

// "Two of five have signed; both signed before the minimum was raised on 4 March 2026": the second half only where just one minimum
// moved since every signature, once, and the journal says when.
QString signOffHeadline(const QList<SignOffState>& states, const SinceVersions& since,
                        const QList<JournalEntry>& journal);
// "Sign-off of the 2026-27 plan, due 31 March 2026. Not delegable. A signed version never changes; later edits make a new one."
QString signOffCaption(const QList<SignOffState>& states, const QString& year, const QDate& due);

// The cells of the table of signatures.
struct SignOffWords
{
    QString organisation;
    QString role;
    QString name;     // who signed, else who is to sign
    QString signedOn; // "2 March 2026, version 1", "Not yet signed"
    QString since;    // "Minimum +£262,000.00; handyperson +£10,000.00", "Expected 19 March 2026", "–"
    bool isSigned = false;
};
SignOffWords signOffInWords(const Plan& base, const Shelf& shelf, const SignOffState& state,
                            const SinceVersions& since);

// Minimums, then spend, then contributions, three at most, and how many more: "Minimum +£262,000.00; handyperson +£10,000.00",
// "£1,000,000.00 moved within reablement", "Nothing has changed". Minimums and sources are named as the rulebook on the shelf does;
// without it by their code.
QString sinceSignedShort(const Plan& base, const ChangedSince& changed, const Shelf& shelf = {});

// The exact list: what, year, before, after, difference; after each of the three kinds its total. Under a scheme of several lines those
// that differ: their differences add to the scheme's.
struct SinceSignedRow
{
    QString what;
    QString year; // empty: a total
    Money before;
    Money after;
    Money difference;
    bool total = false;
    bool within = false; // a line of the scheme above it, which has it already
};
QList<SinceSignedRow> sinceSignedRows(const Plan& base, const ChangedSince& changed, const Shelf& shelf = {});
// The other cells and what stands in another order, one sentence each.
QStringList sinceSignedOthers(const Plan& base, const ChangedSince& changed);
// "Since version 1, spend has changed by +£10,000.00, contributions by £0.00 and minimums by +£262,000.00."
QString sinceSignedSummary(const FrozenVersion& version, const ChangedSince& changed);

// "Version 1, frozen 27 February 2026. Journal: 9f3a71c2 ..." with the hash in groups of eight.
QString versionLine(qint64 number, const QDate& on, const QByteArray& head);

} // namespace placewright
