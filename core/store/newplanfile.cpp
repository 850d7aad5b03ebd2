#include "core/store/newplanfile.h"

#include "core/plan/edit.h"
#include "core/store/fileheader.h"
#include "core/store/plantables.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

std::filesystem::path nativePath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

void createTables(Database& database)
{
    database.run(u"PRAGMA application_id = %1"_s.arg(planApplicationId));
    database.run(u"PRAGMA user_version = %1"_s.arg(planSchemaVersion));
    for (const StoredTable& table : storedTables(Plan::schema()))
        database.run(table.createStatement());
    for (const QString& statement : fixedTableStatements())
        database.run(statement);
}

void fill(Database& database, const NewPlanFile& plan)
{
    PlanTableWriter(database).write(difference(Plan(), plan.base), Plan(), plan.base);
    QByteArray hash = hashBeforeFirst();
    for (const JournalEntry& entry : plan.journal) {
        const QByteArray body = canonicalBytes(journalBody(entry));
        hash = chainHash(hash, body);
        insertJournalEntry(database, entry.number, body, hash);
    }
    for (auto person = plan.people.begin(); person != plan.people.end(); ++person)
        insertPerson(database, person.key(), person.value());
    for (auto blob = plan.blobs.begin(); blob != plan.blobs.end(); ++blob)
        insertBlob(database, blob.key(), blob.value());
    for (auto scenario = plan.steps.begin(); scenario != plan.steps.end(); ++scenario) {
        qint64 position = 0;
        for (auto step = scenario->begin(); step != scenario->end(); ++step)
            insertScenarioStep(database, scenario.key(), position++, step.key());
    }
}

} // namespace

FileBeside::FileBeside(const QString& target)
    : m_target(target)
    , m_path(target + u"."_s + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".new"_s)
{
}

FileBeside::~FileBeside()
{
    QFile::remove(m_path);
    QFile::remove(m_path + u"-journal"_s);
}

Outcome FileBeside::putInPlace()
{
    const QString name = quotedFileName(m_target);
    if (QFileInfo(m_target).isDir())
        return Error{
            QCoreApplication::translate("Store", "%1 is a folder, not a Placewright plan.").arg(name)};
    // SQLite would put the old file's unfinished edit into the new one.
    if (QFileInfo::exists(m_target + u"-journal"_s))
        return Error{QCoreApplication::translate("Store",
                                                 "%1 holds an edit that was cut off: open it once, or choose "
                                                 "another name.")
                         .arg(name)};
    std::error_code fault;
    std::filesystem::rename(nativePath(m_path), nativePath(m_target), fault);
    if (fault)
        return Error{QCoreApplication::translate("Store", "%1 cannot be written (%2).")
                         .arg(name, QString::fromLocal8Bit(fault.message().c_str()))};
    return Done{};
}

Outcome writeNewPlan(const QString& path, const NewPlanFile& plan)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::Write);
    if (!database)
        return database.error();
    (*database)->begin();
    createTables(**database);
    fill(**database, plan);
    if (!(*database)->commit())
        return (*database)->error();
    return Done{};
}

void insertJournalEntry(Database& database, qint64 number, const QByteArray& body, const QByteArray& hash)
{
    database.run(u"INSERT INTO journal(number, body, hash) VALUES(?, ?, ?)"_s, {number, body, hash});
}

void insertPerson(Database& database, const Id& id, const QString& name)
{
    database.run(u"INSERT INTO people(id, name) VALUES(?, ?)"_s, {id.text(), name});
}

void insertBlob(Database& database, const QString& hash, const QByteArray& bytes)
{
    database.run(u"INSERT INTO blobs(hash, bytes) VALUES(?, ?)"_s, {hash, bytes});
}

void insertScenarioStep(Database& database, const Id& scenario, qint64 position, qint64 entry)
{
    database.run(u"INSERT INTO scenario_steps(scenario, position, entry) VALUES(?, ?, ?)"_s,
                 {scenario.text(), position, entry});
}

} // namespace placewright
