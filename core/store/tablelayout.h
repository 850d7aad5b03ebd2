#pragma once

#include "core/model/field.h"
#include "core/store/database.h"

#include <optional>

namespace placewright {

// One table of the file, made from the field descriptions: an entity type's plain fields, or its fields that hold one
// value a year, an area, or both ("lines", "lines_by_year").
struct StoredTable
{
    QString name;
    const EntityType* type = nullptr;
    KeyedBy keyedBy = KeyedBy::Nothing;
    QList<const Field*> fields;

    QStringList columns() const;    // all, in order: id, position or the keys, then the fields
    QStringList keyColumns() const; // of the primary key
    QString createStatement() const;
};

QList<StoredTable> storedTables(const Schema& schema);
QString storedTableName(const EntityType& type, KeyedBy keyedBy);

// Journal, people, texts and the Steps of scenarios: the same whatever the schema.
QStringList fixedTableStatements();

// Nothing when the database has exactly these tables, STRICT, with these columns, and nothing that runs by itself; else
// what is wrong.
std::optional<QString> layoutFault(Database& database, const Schema& schema);

} // namespace placewright
