#pragma once

#include "core/store/database.h"
#include "core/store/replay.h"

namespace placewright {

// What the tables of a plan file say, apart from the journal's bodies.
struct FileContents
{
    Plan base;
    ScenarioSteps steps;
    QMap<Id, QString> people;
    QMap<QString, QByteArray> blobs;
    QByteArray headHash;
    qint64 entries = 0;

    PlanTree tree() const;
};

// Everything that must be right before anything is read: the header, SQLite's own check, the tables. A file of an older version is
// migrated in the author's name when it is opened for writing, and read from a migrated copy otherwise: see store/migration.h.
Result<std::unique_ptr<Database>> openPlanDatabase(const QString& path, Database::Access access,
                                                   const Author& author = programAuthor());

// Inside the caller's transaction, so that all of it is of one moment. What is damaged is named by table and row.
Result<FileContents> readContents(Database& database, const QString& path);

// Number, body and hash of each entry in order, the first numbered `from`, until `entry` returns false.
using JournalRow = std::function<bool(qint64 number, const QByteArray& body, const QByteArray& hash)>;
bool readJournal(Database& database, const JournalRow& entry,
                 qint64 from = std::numeric_limits<qint64>::min());

// A text whose bytes do not have the hash it stands under; empty when all do.
QString alteredBlob(const QMap<QString, QByteArray>& blobs);

} // namespace placewright
