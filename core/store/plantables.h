#pragma once

#include "core/plan/plantree.h"
#include "core/store/column.h"
#include "core/store/tablelayout.h"

#include <QSet>

namespace placewright {

// Reads the base from its tables. Every value is decoded strictly; what is wrong names table and row.
Result<Plan> readPlanTables(Database& database);

// Writes what one Step changed between two states of the base: single cells, rows added and removed, and the places of
// rows that moved. Inside the caller's transaction; look at Database::failed() after it.
class PlanTableWriter
{
public:
    explicit PlanTableWriter(Database& database);
    void write(const Step& step, const Plan& before, const Plan& after);

private:
    void set(const EntityType& type, const Change& change);
    void setKeyed(const EntityType& type, const Field& field, const Id& id, const Key& key,
                  const Value& value);
    void add(const EntityType& type, const Change& change);
    void remove(const EntityType& type, const Id& id);
    void renumber(const EntityType& type, const Plan& before, const Plan& after, const QSet<Id>& added);

    Database& m_database;
    QList<StoredTable> m_tables;
};

} // namespace placewright
