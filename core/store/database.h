#pragma once

#include "core/money/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

class QSqlError;

namespace placewright {

// What may be bound to a statement: a STRICT table takes '12', 12.0 and true for an integer, so nothing else is let
// through.
class SqlValue
{
public:
    SqlValue() = default; // NULL
    SqlValue(qint64 number)
        : m_value(number)
    {
    }
    SqlValue(const QString& text)
        : m_value(text.isNull() ? QString(QLatin1StringView("")) : text)
    {
    }
    SqlValue(const QByteArray& bytes)
        : m_value(bytes.isNull() ? QByteArray("") : bytes)
    {
    }
    template <class T> SqlValue(T) = delete;

    const QVariant& variant() const { return m_value; }

private:
    QVariant m_value;
};

// What a column of a row holds; nothing where it holds another type.
std::optional<qint64> integerIn(const QVariant& column);
std::optional<QString> textIn(const QVariant& column);
std::optional<QByteArray> bytesIn(const QVariant& column);

// “"lines"”: a name in SQL.
QString quotedName(const QString& name);

// One connection to one SQLite file, with prepared statements kept. After a failure every call does nothing and returns
// false until rollBack(), so that a transaction is written straight down and judged once, at its end.
class Database
{
public:
    enum class Access { Read, Write }; // Write makes a file that is not there

    static Result<std::unique_ptr<Database>> open(const QString& path, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    using Row = std::function<bool(const QSqlQuery& row)>; // false stops

    bool run(const QString& sql, const QList<SqlValue>& values = {});
    bool read(const QString& sql, const QList<SqlValue>& values, const Row& row);
    qint64 number(const QString& sql); // of a statement that gives one; -1 on failure

    bool begin(); // takes the right to write at once
    bool commit();
    void rollBack();

    bool failed() const { return m_failed; }
    void fail(const QString& why);                                        // for what SQLite cannot see
    Error error() const;                                                  // one sentence: why it failed
    int changedRows() const { return m_changedRows; }                     // by the last run()
    void keep(std::shared_ptr<void> alive) { m_kept = std::move(alive); } // until the file is closed

private:
    explicit Database(const QString& path);
    QSqlQuery* prepared(const QString& sql);
    bool execute(QSqlQuery& query, const QList<SqlValue>& values);
    bool failWith(const QSqlError& error);

    std::shared_ptr<void> m_kept;
    QString m_path;
    QString m_connection;
    QSqlDatabase m_handle;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_readOnly = false;
    bool m_failed = false;
    int m_code = 0;
    QString m_why;
    int m_changedRows = 0;
};

} // namespace placewright
