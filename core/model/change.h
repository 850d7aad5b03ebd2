#pragma once

#include "core/model/field.h"

#include <QJsonObject>
#include <QList>

namespace placewright {

// One cell of an entity: a field, and the key where the field holds one value a year or an area.
struct Cell
{
    QString field;
    Key key;
    Value value;

    friend bool operator==(const Cell&, const Cell&) = default;
};

// All cells of one entity that hold something, in the order of its description.
using Record = QList<Cell>;

// The smallest edit: one cell from one value to another, or an entity added or removed with all its cells. Owned
// children are Changes of their own in the same Step. A Change is data and knows no particular entity.
struct Change
{
    enum class Op { Set, Add, Remove };

    Op op = Op::Set;
    QString entity; // EntityType::id
    Id id;
    // Set
    QString field;
    Key key;
    Value from;
    Value to;
    // Add and Remove
    Record record;
    qsizetype position = -1; // place in the plan's order; -1 on Add: last

    static Change set(QLatin1StringView entity, const Id& id, QLatin1StringView field, const Key& key,
                      const Value& from, const Value& to);

    friend bool operator==(const Change&, const Change&) = default;
};

Change inverse(const Change& change);

// {"op":"set|add|remove","entity","id","field","key","from","to","position"}; for add and remove `to` or `from` is the
// record as in the plan JSON: {"name":"...","amount":{"2026-27":"..."}}.
QJsonObject changeToJson(const Change& change);
Result<Change> changeFromJson(const QJsonObject& json, const Schema& schema);

// The record of one entity as in the plan JSON (without its id), and back; unknown fields, keys and types are refused.
QJsonObject recordToJson(const Record& record);
Result<Record> recordFromJson(const QJsonObject& json, const EntityType& type);
Record recordOf(const EntityType& type, const void* entity);

} // namespace placewright
