#pragma once

#include "core/plan/plan.h"

#include <QStringList>

namespace placewright {

// Who may read a paper of the committee. The public copy leaves out confidential items (their numbers stay), confidential notes and
// confidential interests.
enum class MinutesCopy { Public, Confidential };

// One resolution as minutes tell it, each part whole sentences in the past tense; what does not apply is empty.
struct MinutesResolution
{
    Id resolution;
    QString resolved;    // "RESOLVED to recommend to Ashmoor ICB: adopt option B, Fair shift."
    QString amount;      // "The amount was £812,000.00: £692,000.00 of Ashmoor ICB’s money and ..."
    QString votes;       // "For 6, against 1, abstained 1. Eight could vote; six were needed for a quorum."
    QString reason;      // as it was recorded with the outcome
    QStringList dissent; // "Cllr Beth Lowry asked for dissent to be recorded: ..."
    QStringList after;   // what became of it: answers to the recommendation, applied, reopened
};

struct MinutesItem
{
    Id item;
    QString number; // "5"; empty: the item has none
    QString title;  // "Option B"; "Confidential item" where it is left out
    bool leftOut = false;
    QString paper;
    QString note;
    QString closedNote; // confidential copy only
    QStringList interests;
    QList<MinutesResolution> resolutions; // one for each recorded outcome
    QString result;                       // of an item without a resolution: "The item was deferred."
    QString reasons;
    QString alternatives;
    QStringList flags; // key decision, call-in, scrutiny considered

    QStringList paragraphs() const; // all of it, in the order of reading
};

// The minutes of a meeting as people read them. Votes and outcomes come from the record, so that they do not change with later edits.
struct Minutes
{
    Id meeting;
    QString title; // "Calderbourne Place Committee: minutes"
    QString when;  // "12 March 2026"
    QString where;
    QString status; // "DRAFT, not yet approved", "Approved on 9 April 2026"
    QString
        copyLine; // "Public copy: one confidential item is left out.", "Confidential copy: not for publication."
    QStringList there;        // "Cllr Imran Aziz (chair), Calderbourne Council"
    QStringList inAttendance; // without a vote
    QStringList apologies;
    QStringList absent;
    QString
        quorum; // "Eight of ten voting members were there. The quorum is six, with a councillor, and was met."
    QList<MinutesItem> items;
    QString foot; // that names are as claimed
};

Minutes minutesOf(const Plan& base, const Id& meeting, MinutesCopy copy);

} // namespace placewright
