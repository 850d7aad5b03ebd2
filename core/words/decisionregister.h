#pragma once

#include "core/store/planfile.h"
#include "core/words/minutes.h"

namespace placewright {

// One resolution with a recorded outcome, as a register of decisions states it. Fields: section 75 note, 5.6.
struct DecisionEntry
{
    Id resolution;
    Id item;
    Id meeting;
    Id body;
    Id version; // the first frozen after it; null: none
    QDate on;   // of the last outcome
    QString bodyName;
    QString itemNumber;
    QString decision;            // what was resolved
    std::optional<Money> amount; // that it moves, in all years
    QString whose;               // "Ashmoor ICB £692,000.00; council £120,000.00"
    QString outcome;             // "Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."
    QString outcomeId;           // resolutionOutcome:: of the last
    QString why;                 // as recorded
    QString reasons;
    QString alternatives;
    QString interests;
    QString minutes;      // that delegated the money
    QString keyDecision;  // "Yes", "No"
    QString callIn;       // "Until 20 March 2026", "Called in", "No"
    QString versionName;  // "Version 2, 20 March 2026"
    bool leftOut = false; // a confidential item in the public copy: nothing but where and when
};

// What to show; what is empty takes all.
struct DecisionFilter
{
    Id body;
    QDate from;
    QDate to;        // including that day
    QString outcome; // resolutionOutcome::
    Id partner;      // whose money it moves
    QString words;   // found anywhere in the entry, whatever the case
};

// In the order of time. A version frozen on the day of the decision counts as later only where the journal shows it.
QList<DecisionEntry> decisionRegister(const Plan& base, MinutesCopy copy,
                                      const QList<JournalEntry>& journal = {});
bool takes(const DecisionFilter& filter, const DecisionEntry& entry, const Plan& base);
QList<DecisionEntry> filtered(const QList<DecisionEntry>& entries, const DecisionFilter& filter,
                              const Plan& base);

// The register as a table, for screens, papers and files.
QStringList decisionColumns();
QStringList decisionCells(const DecisionEntry& entry);
// UTF-8 text for a file, RFC 4180: comma, quotes where needed, CRLF.
QString decisionCsv(const QList<DecisionEntry>& entries);

} // namespace placewright
