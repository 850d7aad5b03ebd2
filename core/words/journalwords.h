#pragma once

#include "core/store/planfile.h"

#include <QStringList>
#include <QTimeZone>

namespace placewright {

// One entry of the journal as people read it.
struct JournalWords
{
    qint64 number = 0;
    QString when; // "12 March 2026, 15:07"
    QString who;
    QString what;
    QString why;
    QString kind;        // "Edit", "Undo of entry 12", "Imported", "On the record"
    QString branch;      // name of the scenario; "Base"
    bool undone = false; // a later entry took it back, and none that one
    QString undoneBy;    // "Undone by entry 14"
    QStringList changes;
    QByteArray hash;
};

// What to show; what is empty takes all.
struct JournalFilter
{
    Id person;
    QDate from;
    QDate to; // including that day
    // A Change of the scheme, of its lines or anything else that it owns, or of what names it, as things stood then: also what was
    // removed later.
    Id scheme;
    qint64 first = 0; // numbers of entries, both included: a long journal is read page by page
    qint64 last = 0;
};

// In the order of the journal. Days and hours are those of `zone`.
QList<JournalWords> journalInWords(const QList<JournalEntry>& journal, const PlanTree& tree,
                                   const JournalFilter& filter = {},
                                   const QTimeZone& zone = QTimeZone::systemTimeZone());

// For the choices of a filter: everybody in the journal by name, and every scheme that it knows, also those removed since.
struct JournalChoice
{
    Id id;
    QString name;
};
QList<JournalChoice> peopleOf(const QList<JournalEntry>& journal, const PlanTree& tree);
QList<JournalChoice> schemesOf(const QList<JournalEntry>& journal, const PlanTree& tree);

} // namespace placewright
