#pragma once

#include "core/store/database.h"
#include "core/store/replay.h"

namespace placewright {

// A file being made beside its target. Unless putInPlace() is reached it is removed again.
class FileBeside
{
public:
    explicit FileBeside(const QString& target);
    ~FileBeside();
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;

    const QString& path() const { return m_path; }
    Outcome putInPlace(); // replaces the target in one go

private:
    QString m_target;
    QString m_path;
};

// What a new file is made of. The journal's hashes are computed here.
struct NewPlanFile
{
    Plan base;
    ScenarioSteps steps;
    QMap<Id, QString> people;
    QMap<QString, QByteArray> blobs;
    QList<JournalEntry> journal;
};

// Writes a whole plan file at a path where nothing is.
Outcome writeNewPlan(const QString& path, const NewPlanFile& plan);

// The statements that a commit and a new file share. Look at Database::failed() after them.
void insertJournalEntry(Database& database, qint64 number, const QByteArray& body, const QByteArray& hash);
void insertPerson(Database& database, const Id& id, const QString& name);
void insertBlob(Database& database, const QString& hash, const QByteArray& bytes);
void insertScenarioStep(Database& database, const Id& scenario, qint64 position, qint64 entry);

} // namespace placewright
