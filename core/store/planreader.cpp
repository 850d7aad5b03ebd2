#include "core/plan/edit.h"
#include "core/store/plantables.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString selectStatement(const StoredTable& table)
{
    QStringList columns;
    for (const QString& column : table.columns())
        columns << quotedName(column);
    QString sql = u"SELECT %1 FROM %2"_s.arg(columns.join(u", "), quotedName(table.name));
    if (table.keyedBy == KeyedBy::Nothing)
        sql += u" ORDER BY \"position\""_s;
    return sql;
}

QString inRow(const StoredTable& table, const QString& row, const QString& what)
{
    return QCoreApplication::translate("Store", "table “%1”, row “%2”: %3").arg(table.name, row, what);
}

// Reads the tables of one plan one after the other; `fault` is what was wrong first.
class Reader
{
public:
    explicit Reader(Database& database)
        : m_database(database)
    {
    }

    bool readTable(const StoredTable& table)
    {
        TableBase& rows = *plan.table(table.type->id);
        m_database.read(selectStatement(table), {}, [&](const QSqlQuery& row) {
            if (table.keyedBy == KeyedBy::Nothing)
                readEntity(table, rows, row);
            else
                readKeyed(table, rows, row);
            return fault.isEmpty();
        });
        return fault.isEmpty() && !m_database.failed();
    }

    Plan plan;
    QString fault;

private:
    void readEntity(const StoredTable& table, TableBase& rows, const QSqlQuery& row)
    {
        const Id id(textIn(row.value(0)).value_or(QString()));
        if (!isWellFormed(id) || rows.contains(id)) {
            fault = inRow(table, id.text(), QCoreApplication::translate("Store", "this is not an id"));
            return;
        }
        if (integerIn(row.value(1)) != rows.size()) {
            fault = inRow(table, id.text(),
                          QCoreApplication::translate("Store", "its position is not the next one"));
            return;
        }
        readFields(table, rows.insert(rows.size(), id), id.text(), Key(), row, 2);
    }

    void readKeyed(const StoredTable& table, TableBase& rows, const QSqlQuery& row)
    {
        const int keyColumns = static_cast<int>(table.keyColumns().size());
        const Id id(textIn(row.value(0)).value_or(QString()));
        QStringList keyTexts;
        for (int i = 1; i < keyColumns; ++i)
            keyTexts << textIn(row.value(i)).value_or(QString());
        const std::optional<Key> key = Key::fromText(table.keyedBy, keyTexts.join(u'/'));
        const QString name = id.text() + u' ' + keyTexts.join(u'/');
        const qsizetype position = rows.positionOf(id);
        if (position < 0 || !key) {
            fault =
                inRow(table, name, QCoreApplication::translate("Store", "it belongs to nothing in the plan"));
            return;
        }
        if (readFields(table, rows.edit(position), name, *key, row, keyColumns) == 0 && fault.isEmpty())
            fault = inRow(table, name, QCoreApplication::translate("Store", "it is empty"));
    }

    // How many fields held something.
    int readFields(const StoredTable& table, void* entity, const QString& name, const Key& key,
                   const QSqlQuery& row, int from)
    {
        int held = 0;
        for (int i = 0; i < table.fields.size(); ++i) {
            const Field& field = *table.fields.at(i);
            const std::optional<Value> value = fromColumn(field, row.value(from + i));
            if (!value) {
                fault = inRow(table, name,
                              QCoreApplication::translate("Store", "“%1” is not what “%2” may hold")
                                  .arg(row.value(from + i).toString().left(40), QString(field.id)));
                return held;
            }
            if (value->isNull())
                continue;
            field.set(entity, key, *value);
            ++held;
        }
        return held;
    }

    Database& m_database;
};

} // namespace

Result<Plan> readPlanTables(Database& database)
{
    Reader reader(database);
    for (const StoredTable& table : storedTables(Plan::schema())) {
        if (reader.readTable(table))
            continue;
        return database.failed() ? database.error() : Error{reader.fault};
    }
    // What stands in the tables must be a plan that Steps could have made: no reference into nothing, no loop.
    const Step whole = difference(Plan(), reader.plan);
    const Applied applied = apply(Plan(), whole);
    if (!applied.ok())
        return Error{describe(applied.conflicts.first(), whole, reader.plan)};
    return reader.plan;
}

} // namespace placewright
