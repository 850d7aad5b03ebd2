#include "core/store/tablelayout.h"

#include "core/store/column.h"

#include <QCoreApplication>
#include <QMap>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// name and type of a column, as SQLite tells them
using Columns = QMap<QString, QString>;

QString sqlType(ValueType type)
{
    return isIntegerColumn(type) ? u"INTEGER"_s : u"TEXT"_s;
}

QMap<QString, Columns> expectedColumns(const Schema& schema)
{
    QMap<QString, Columns> tables{
        {u"journal"_s, {{u"number"_s, u"INTEGER"_s}, {u"body"_s, u"BLOB"_s}, {u"hash"_s, u"BLOB"_s}}},
        {u"people"_s, {{u"id"_s, u"TEXT"_s}, {u"name"_s, u"TEXT"_s}}},
        {u"blobs"_s, {{u"hash"_s, u"TEXT"_s}, {u"bytes"_s, u"BLOB"_s}}},
        {u"scenario_steps"_s,
         {{u"scenario"_s, u"TEXT"_s}, {u"position"_s, u"INTEGER"_s}, {u"entry"_s, u"INTEGER"_s}}},
    };
    for (const StoredTable& table : storedTables(schema)) {
        Columns columns{{u"id"_s, u"TEXT"_s}};
        if (table.keyedBy == KeyedBy::Nothing)
            columns.insert(u"position"_s, u"INTEGER"_s);
        for (const QString& key : table.keyColumns())
            columns.insert(key, u"TEXT"_s);
        for (const Field* field : table.fields)
            columns.insert(field->id, sqlType(field->type));
        tables.insert(table.name, columns);
    }
    return tables;
}

QString differs(const QString& table)
{
    return QCoreApplication::translate("Store", "the table “%1” is not as this program makes it").arg(table);
}

} // namespace

QStringList StoredTable::keyColumns() const
{
    QStringList keys{u"id"_s};
    if (keyedBy == KeyedBy::Year || keyedBy == KeyedBy::YearAndArea)
        keys << u"year"_s;
    if (keyedBy == KeyedBy::Area || keyedBy == KeyedBy::YearAndArea)
        keys << u"area"_s;
    return keys;
}

QStringList StoredTable::columns() const
{
    QStringList names = keyColumns();
    if (keyedBy == KeyedBy::Nothing)
        names << u"position"_s;
    for (const Field* field : fields)
        names << field->id;
    return names;
}

QString StoredTable::createStatement() const
{
    const QStringList keys = keyColumns();
    QStringList lines;
    for (const QString& key : keys)
        lines << quotedName(key) + u" TEXT NOT NULL"_s;
    if (keyedBy == KeyedBy::Nothing)
        lines << u"\"position\" INTEGER NOT NULL"_s;
    for (const Field* field : fields)
        lines << quotedName(field->id) + u' ' + sqlType(field->type);
    QStringList quotedKeys;
    for (const QString& key : keys)
        quotedKeys << quotedName(key);
    lines << u"PRIMARY KEY(%1)"_s.arg(quotedKeys.join(u", "));
    return u"CREATE TABLE %1(%2) STRICT, WITHOUT ROWID"_s.arg(quotedName(name), lines.join(u", "));
}

QString storedTableName(const EntityType& type, KeyedBy keyedBy)
{
    switch (keyedBy) {
    case KeyedBy::Nothing:
        break;
    case KeyedBy::Year:
        return type.plural + "_by_year"_L1;
    case KeyedBy::Area:
        return type.plural + "_by_area"_L1;
    case KeyedBy::YearAndArea:
        return type.plural + "_by_year_and_area"_L1;
    }
    return type.plural;
}

QList<StoredTable> storedTables(const Schema& schema)
{
    QList<StoredTable> tables;
    for (const EntityType* type : schema.types) {
        for (const KeyedBy keyedBy : {KeyedBy::Nothing, KeyedBy::Year, KeyedBy::Area, KeyedBy::YearAndArea}) {
            StoredTable table{storedTableName(*type, keyedBy), type, keyedBy, {}};
            for (const Field& field : type->fields)
                if (field.keyedBy == keyedBy)
                    table.fields.append(&field);
            if (keyedBy == KeyedBy::Nothing || !table.fields.isEmpty())
                tables.append(table);
        }
    }
    return tables;
}

QStringList fixedTableStatements()
{
    return {
        u"CREATE TABLE \"journal\"(\"number\" INTEGER PRIMARY KEY, \"body\" BLOB NOT NULL, \"hash\" BLOB NOT NULL) STRICT"_s,
        u"CREATE TABLE \"people\"(\"id\" TEXT PRIMARY KEY NOT NULL, \"name\" TEXT NOT NULL) STRICT"_s,
        u"CREATE TABLE \"blobs\"(\"hash\" TEXT PRIMARY KEY NOT NULL, \"bytes\" BLOB NOT NULL) STRICT"_s,
        u"CREATE TABLE \"scenario_steps\"(\"scenario\" TEXT NOT NULL, \"position\" INTEGER NOT NULL, "
        "\"entry\" INTEGER NOT NULL, PRIMARY KEY(\"scenario\", \"position\")) STRICT, WITHOUT ROWID"_s,
    };
}

std::optional<QString> layoutFault(Database& database, const Schema& schema)
{
    std::optional<QString> fault;
    QMap<QString, bool> strict;
    database.read(u"SELECT type, name FROM sqlite_schema"_s, {}, [&](const QSqlQuery& row) {
        const QString kind = row.value(0).toString();
        if (kind != u"table" && kind != u"index")
            fault = QCoreApplication::translate("Store", "it holds the %1 “%2”, which no plan has")
                        .arg(kind, row.value(1).toString());
        return !fault;
    });
    database.read(u"SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND "
                  u"name NOT LIKE "
                  "'sqlite\\_%' ESCAPE '\\'"_s,
                  {}, [&](const QSqlQuery& row) {
                      strict.insert(row.value(0).toString(), row.value(1).toLongLong() == 1);
                      return true;
                  });
    if (fault || database.failed())
        return fault;

    const QMap<QString, Columns> expected = expectedColumns(schema);
    if (strict.keys() != expected.keys())
        return QCoreApplication::translate("Store", "its tables are not those of a plan");
    for (auto table = expected.begin(); table != expected.end(); ++table) {
        Columns found;
        database.read(u"SELECT name, type FROM pragma_table_info(?)"_s, {table.key()},
                      [&](const QSqlQuery& row) {
                          found.insert(row.value(0).toString(), row.value(1).toString());
                          return true;
                      });
        if (!strict.value(table.key()) || found != table.value())
            return differs(table.key());
    }
    return std::nullopt;
}

} // namespace placewright
