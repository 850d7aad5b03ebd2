#pragma once

#include "core/store/planfile.h"

#include <QJsonObject>

#include <optional>

namespace placewright {

// {"branch","changes","kind","undoes","what","when","who","why"}; what is empty is left out.
QJsonObject journalBody(const JournalEntry& entry);
// Refuses a body that journalBody() would not have written. Number and hash are the caller's to set.
Result<JournalEntry> entryFromBody(const QByteArray& body);

// SHA-256 of (hash of the entry before, body); before the first entry stand 32 zero bytes.
QByteArray hashBeforeFirst();
QByteArray chainHash(const QByteArray& before, const QByteArray& body);

// Where an entry stands: what an undo needs to know of it.
struct EntryLink
{
    JournalEntry::Kind kind = JournalEntry::Kind::Edit;
    Id branch;
    qint64 undoes = 0;
};

// What undoing an entry means: the first entry of the chain of undoes, and whether its Step comes back or goes.
struct UndoTarget
{
    qint64 origin = 0;
    bool restores = false;
};
// Refuses an entry that is not there, stands on another branch or is on the record.
Result<UndoTarget> undoTarget(const JournalEntry& undo,
                              const std::function<std::optional<EntryLink>(qint64)>& linkOf);

} // namespace placewright
