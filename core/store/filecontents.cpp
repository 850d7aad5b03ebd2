#include "core/store/filecontents.h"

#include "core/store/fileheader.h"
#include "core/store/migration.h"
#include "core/store/plantables.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString badRow(const QString& table, const QString& row)
{
    return QCoreApplication::translate("Store", "table “%1”, row “%2” cannot be read").arg(table, row);
}

// SQLite's own check, its first complaint; empty when it has none.
QString sqliteComplaint(Database& database)
{
    QString complaint;
    database.read(u"PRAGMA quick_check(1)"_s, {}, [&](const QSqlQuery& row) {
        complaint = row.value(0).toString();
        return false;
    });
    return complaint == u"ok" ? QString() : complaint.simplified();
}

QString readSmallTables(Database& database, FileContents& contents)
{
    QString fault;
    database.read(u"SELECT id, name FROM people"_s, {}, [&](const QSqlQuery& row) {
        const Id id(textIn(row.value(0)).value_or(QString()));
        const std::optional<QString> name = textIn(row.value(1));
        if (!isWellFormed(id) || !name)
            fault = badRow(u"people"_s, id.text());
        contents.people.insert(id, name.value_or(QString()));
        return fault.isEmpty();
    });
    database.read(u"SELECT hash, bytes FROM blobs"_s, {}, [&](const QSqlQuery& row) {
        const std::optional<QString> hash = textIn(row.value(0));
        const std::optional<QByteArray> bytes = bytesIn(row.value(1));
        if (!hash || !bytes)
            fault = badRow(u"blobs"_s, hash.value_or(QString()));
        else
            contents.blobs.insert(*hash, *bytes);
        return fault.isEmpty();
    });
    database.read(u"SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1"_s, {},
                  [&](const QSqlQuery& row) {
                      contents.entries = integerIn(row.value(0)).value_or(0);
                      contents.headHash = bytesIn(row.value(1)).value_or(QByteArray());
                      return false;
                  });
    return fault;
}

QString readScenarioSteps(Database& database, FileContents& contents)
{
    QString fault;
    database.read(
        u"SELECT scenario, position, entry, body FROM scenario_steps LEFT JOIN journal ON number = entry "
        "ORDER BY scenario, position"_s,
        {}, [&](const QSqlQuery& row) {
            const Id scenario(textIn(row.value(0)).value_or(QString()));
            const qint64 number = integerIn(row.value(2)).value_or(0);
            QMap<qint64, Step>& steps = contents.steps[scenario];
            Result<JournalEntry> entry = entryFromBody(bytesIn(row.value(3)).value_or(QByteArray()));
            const bool inOrder =
                integerIn(row.value(1)) == steps.size() && (steps.isEmpty() || steps.lastKey() < number);
            if (!entry || !inOrder || entry->branch != scenario)
                fault = badRow(u"scenario_steps"_s, scenario.text() + u' ' + row.value(1).toString());
            else
                steps.insert(number, entry->step);
            return fault.isEmpty();
        });
    return fault;
}

} // namespace

PlanTree FileContents::tree() const
{
    PlanTree tree{base, stepsOf(base, steps), people, blobs};
    tree.base.people = people;
    return tree;
}

Result<std::unique_ptr<Database>> openPlanDatabase(const QString& path, Database::Access access,
                                                   const Author& author)
{
    if (Outcome header = checkPlanHeader(path); !header)
        return header.error();
    Result<std::unique_ptr<Database>> database = Database::open(path, access);
    if (!database)
        return database;
    const QString complaint = sqliteComplaint(**database);
    if (!complaint.isEmpty())
        return damagedPlan(path, complaint);
    if (fileVersion(**database) < planSchemaVersion) {
        if (access == Database::Access::Write) {
            if (const Outcome migrated = migratePlan(**database, path, author); !migrated)
                return migrated.error();
        } else {
            database = migratedCopy(**database, path);
            if (!database)
                return database;
        }
    }
    const std::optional<QString> fault = layoutFault(**database, Plan::schema());
    if ((*database)->failed())
        return (*database)->error();
    if (fault)
        return damagedPlan(path, *fault);
    return database;
}

Result<FileContents> readContents(Database& database, const QString& path)
{
    FileContents contents;
    Result<Plan> base = readPlanTables(database);
    QString fault = base ? readSmallTables(database, contents) : base.error().text;
    if (fault.isEmpty())
        fault = readScenarioSteps(database, contents);
    if (database.failed())
        return database.error();
    if (!fault.isEmpty())
        return damagedPlan(path, fault);
    contents.base = std::move(*base);
    return contents;
}

bool readJournal(Database& database, const JournalRow& entry, qint64 from)
{
    return database.read(u"SELECT number, body, hash FROM journal WHERE number >= ? ORDER BY number"_s,
                         {from}, [&](const QSqlQuery& row) {
                             return entry(integerIn(row.value(0)).value_or(0),
                                          bytesIn(row.value(1)).value_or(QByteArray()),
                                          bytesIn(row.value(2)).value_or(QByteArray()));
                         });
}

QString alteredBlob(const QMap<QString, QByteArray>& blobs)
{
    for (auto blob = blobs.begin(); blob != blobs.end(); ++blob)
        if (sha256Hex(blob.value()) != blob.key())
            return blob.key();
    return {};
}

} // namespace placewright
