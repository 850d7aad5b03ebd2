#pragma once

#include "core/model/key.h"
#include "core/model/value.h"

#include <QAnyStringView>
#include <QLatin1StringView>
#include <QList>

#include <span>

namespace placewright {

struct Choice
{
    QLatin1StringView value;     // as stored
    const char* label = nullptr; // QT_TRANSLATE_NOOP("Field", ...)
};

// Where the allowed values of a Choice field come from: a fixed list, the list of that name in the year's rulebook, or the measures
// of the need dataset that another field of the entity names.
struct Choices
{
    QLatin1StringView rulebookList = {};
    std::span<const Choice> fixed = {};
    QLatin1StringView measuresOf = {}; // id of the Reference field
};

// One field of an entity, described once: from it come the columns of the file, the plan JSON and its schema, the table
// columns and editors, paste and import mapping, the ids in Changes and the words of the audit trail. `id` is permanent.
struct Field
{
    QLatin1StringView id;
    ValueType type = ValueType::Text;
    KeyedBy keyedBy = KeyedBy::Nothing;
    const char* label = nullptr; // QT_TRANSLATE_NOOP("Field", ...), translated where it is shown
    const char* help = nullptr;  // one sentence, same context; unit included where there is one
    bool required = false;
    Choices choices = {};
    QLatin1StringView references = {}; // id of the entity type that a Reference names
    bool goesWith = false; // a Reference: the entity is removed with what it names, as with its owner

    using Get = Value (*)(const void* entity, const Key& key);
    using Set = void (*)(void* entity, const Key& key, const Value& value);
    using Keys = QList<Key> (*)(const void* entity); // keyed fields: the keys that hold something, in order
    Get get = nullptr;
    Set set = nullptr;
    Keys keys = nullptr;
};

// Where entities of a type may change, and how.
enum class Keeping {
    Anywhere, // in the base and in scenarios
    BaseOnly, // who decides and what was said: never in a scenario
    OnRecord, // in the base, added and never changed or removed: only superseded
};

// An entity type and its fields, in the order in which people meet them.
struct EntityType
{
    QLatin1StringView id;        // "line"
    QLatin1StringView plural;    // "lines": key in the plan JSON, table in the file
    const char* label = nullptr; // QT_TRANSLATE_NOOP("Field", "Line")
    const char* labelPlural = nullptr;
    QLatin1StringView owner = {}; // id of the Reference field that names the owning entity; removed with it
    std::span<const Field> fields = {};
    Keeping keeping = Keeping::Anywhere;

    const Field* field(QAnyStringView fieldId) const;
    // Whether an entity cannot be without what that field of it names: removed with it.
    bool goesWith(const Field& field) const { return field.goesWith || field.id == owner; }
};

// Every entity type a plan knows. The model works on any schema; core/plan holds the plan's own.
struct Schema
{
    std::span<const EntityType* const> types = {};

    const EntityType* type(QAnyStringView typeId) const;
};

// Of the field's type, and one of its fixed choices where it has them; nothing is always accepted.
bool accepts(const Field& field, const Value& value);

QString labelOf(const Field& field);
QString helpOf(const Field& field);
QString labelOf(const EntityType& type);
QString pluralLabelOf(const EntityType& type);
QString labelOfChoice(const Field& field, const QString& value); // fixed lists; else the value itself

} // namespace placewright
