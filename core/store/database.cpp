#include "core/store/database.h"

#include "core/store/fileheader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// Primary result codes of SQLite.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

bool hasType(const QVariant& column, QMetaType::Type type)
{
    return column.typeId() == type && !column.isNull();
}

Error cutOff(const QString& name)
{
    return {QCoreApplication::translate(
                "Store", "%1 holds an edit that was cut off: open it for editing once, so that it "
                         "can be put right.")
                .arg(name)};
}

} // namespace

std::optional<qint64> integerIn(const QVariant& column)
{
    return hasType(column, QMetaType::LongLong) ? std::optional(column.toLongLong()) : std::nullopt;
}

std::optional<QString> textIn(const QVariant& column)
{
    return hasType(column, QMetaType::QString) ? std::optional(column.toString()) : std::nullopt;
}

std::optional<QByteArray> bytesIn(const QVariant& column)
{
    return column.typeId() == QMetaType::QByteArray ? std::optional(column.toByteArray()) : std::nullopt;
}

QString quotedName(const QString& name)
{
    QString doubled = name;
    doubled.replace(u'"', u"\"\""_s);
    return u'"' + doubled + u'"';
}

Database::Database(const QString& path)
    : m_path(path)
    , m_connection(u"placewright-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Access access)
{
    std::unique_ptr<Database> database(new Database(path));
    database->m_readOnly = access == Access::Read;
    database->m_handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    database->m_handle.setDatabaseName(path);
    database->m_handle.setConnectOptions(access == Access::Read
                                             ? u"QSQLITE_BUSY_TIMEOUT=2000;QSQLITE_OPEN_READONLY"_s
                                             : u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!database->m_handle.open()) {
        database->failWith(database->m_handle.lastError());
        return database->error();
    }
    database->run(u"PRAGMA trusted_schema=OFF"_s);
    database->run(u"PRAGMA cell_size_check=ON"_s);
    if (access != Access::Read) {
        database->read(u"PRAGMA journal_mode=DELETE"_s, {}, [](const QSqlQuery&) { return true; });
        database->run(u"PRAGMA synchronous=FULL"_s);
        // A name that was erased is gone from the file, not only from the table.
        database->read(u"PRAGMA secure_delete=ON"_s, {}, [](const QSqlQuery&) { return true; });
    }
    if (database->failed())
        return database->error();
    return database;
}

Database::~Database()
{
    m_prepared.clear();
    m_handle.close();
    m_handle = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery* Database::prepared(const QString& sql)
{
    if (const auto kept = m_prepared.constFind(sql); kept != m_prepared.constEnd())
        return kept->get();
    auto query = std::make_shared<QSqlQuery>(m_handle);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        failWith(query->lastError());
        return nullptr;
    }
    m_prepared.insert(sql, query);
    return query.get();
}

bool Database::execute(QSqlQuery& query, const QList<SqlValue>& values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i).variant());
    return query.exec() || failWith(query.lastError());
}

bool Database::run(const QString& sql, const QList<SqlValue>& values)
{
    if (m_failed)
        return false;
    QSqlQuery* query = prepared(sql);
    if (!query || !execute(*query, values))
        return false;
    m_changedRows = query->numRowsAffected();
    query->finish();
    return true;
}

bool Database::read(const QString& sql, const QList<SqlValue>& values, const Row& row)
{
    if (m_failed)
        return false;
    QSqlQuery* query = prepared(sql);
    if (!query || !execute(*query, values))
        return false;
    while (query->next())
        if (!row(*query))
            break;
    const QSqlError after = query->lastError();
    query->finish();
    return !m_failed && (after.type() == QSqlError::NoError || failWith(after));
}

qint64 Database::number(const QString& sql)
{
    qint64 found = -1;
    read(sql, {}, [&](const QSqlQuery& row) {
        found = integerIn(row.value(0)).value_or(-1);
        return false;
    });
    return found;
}

bool Database::begin()
{
    return run(u"BEGIN IMMEDIATE"_s);
}

bool Database::commit()
{
    return run(u"COMMIT"_s);
}

void Database::rollBack()
{
    m_failed = false;
    m_code = 0;
    m_why.clear();
    QSqlQuery(m_handle).exec(u"ROLLBACK"_s);
}

void Database::fail(const QString& why)
{
    if (m_failed)
        return;
    m_failed = true;
    m_why = why;
}

bool Database::failWith(const QSqlError& error)
{
    if (m_failed)
        return false;
    m_failed = true;
    m_code = error.nativeErrorCode().toInt() & 0xff;
    m_why = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return false;
}

Error Database::error() const
{
    const QString name = quotedFileName(m_path);
    switch (m_code) {
    case Busy:
    case Locked:
        return {
            QCoreApplication::translate("Store", "%1 is being used by another program just now: try again.")
                .arg(name)};
    case ReadOnly:
        if (m_readOnly)
            return cutOff(name);
        return {QCoreApplication::translate("Store", "%1 cannot be written here: save a copy somewhere else.")
                    .arg(name)};
    case Full:
        return {
            QCoreApplication::translate("Store", "%1 cannot be written because the disk is full.").arg(name)};
    case Corrupt:
    case NotADatabase:
        return damagedPlan(m_path, m_why);
    case InputOutput:
    case CannotOpen:
        if (m_readOnly && QFileInfo::exists(m_path + u"-journal"_s))
            return cutOff(name);
        return {QCoreApplication::translate("Store", "%1 cannot be read or written (%2).").arg(name, m_why)};
    default:
        return {m_code == 0
                    ? m_why
                    : QCoreApplication::translate("Store", "%1 cannot be used (%2).").arg(name, m_why)};
    }
}

} // namespace placewright
