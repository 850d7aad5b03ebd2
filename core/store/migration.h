#pragma once

#include "core/store/database.h"
#include "core/store/planfile.h"

namespace placewright {

// The version of the tables in an open plan file (SQLite's user_version).
qint64 fileVersion(Database& database);

// Brings the tables of an older file to the present version by frozen statements, one list a version, inside the caller's
// transaction. Nothing that a person entered is changed; what is new is empty.
bool migrateTables(Database& database);

// Opens a plan of an older version for writing: first a whole copy of it beside it ("camden (file version 1).plan"), then the
// tables and a `migrated` entry of the journal, which names the hash of the plan's state, together or not at all.
Outcome migratePlan(Database& database, const QString& path, const Author& author);

// A copy with the present tables, for reading a plan of an older version without touching it. The copy goes with the returned handle.
Result<std::unique_ptr<Database>> migratedCopy(Database& database, const QString& path);

} // namespace placewright
