#include "core/model/change.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

Error unknown(const QString& what)
{
    return {QCoreApplication::translate("Change", "“%1” is not known here.").arg(what)};
}

Error at(const QString& path, const Error& error)
{
    return {u"%1: %2"_s.arg(path, error.text)};
}

QString opName(Change::Op op)
{
    switch (op) {
    case Change::Op::Set:
        return u"set"_s;
    case Change::Op::Add:
        return u"add"_s;
    case Change::Op::Remove:
        break;
    }
    return u"remove"_s;
}

Outcome readCell(Record& record, const Field& field, const Key& key, const QJsonValue& json,
                 const QString& path)
{
    Result<Value> value = valueFromJson(field.type, json);
    if (!value)
        return at(path, value.error());
    if (!value->isNull())
        record.append({QString(field.id), key, *value});
    return Done{};
}

Outcome readField(Record& record, const Field& field, const QJsonValue& json)
{
    const QString name(field.id);
    if (field.keyedBy == KeyedBy::Nothing)
        return readCell(record, field, Key(), json, name);
    if (!json.isObject())
        return at(name, {QCoreApplication::translate(
                            "Change", "One value for each year or area is expected, in braces.")});
    const QJsonObject cells = json.toObject();
    Record read;
    for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
        const QString path = name + u'.' + cell.key();
        const std::optional<Key> key = Key::fromText(field.keyedBy, cell.key());
        if (!key)
            return at(path,
                      {QCoreApplication::translate("Change", "“%1” is not a year or area.").arg(cell.key())});
        if (Outcome done = readCell(read, field, *key, cell.value(), path); !done)
            return done;
    }
    std::sort(read.begin(), read.end(), [](const Cell& a, const Cell& b) { return a.key < b.key; });
    record += read;
    return Done{};
}

} // namespace

Change Change::set(QLatin1StringView entity, const Id& id, QLatin1StringView field, const Key& key,
                   const Value& from, const Value& to)
{
    Change change;
    change.entity = entity;
    change.id = id;
    change.field = field;
    change.key = key;
    change.from = from;
    change.to = to;
    return change;
}

Change inverse(const Change& change)
{
    Change back = change;
    switch (change.op) {
    case Change::Op::Set:
        std::swap(back.from, back.to);
        break;
    case Change::Op::Add:
        back.op = Change::Op::Remove;
        break;
    case Change::Op::Remove:
        back.op = Change::Op::Add;
        break;
    }
    return back;
}

Record recordOf(const EntityType& type, const void* entity)
{
    Record record;
    for (const Field& field : type.fields) {
        if (field.keyedBy == KeyedBy::Nothing) {
            Value value = field.get(entity, Key());
            if (!value.isNull())
                record.append({QString(field.id), Key(), std::move(value)});
            continue;
        }
        for (const Key& key : field.keys(entity))
            record.append({QString(field.id), key, field.get(entity, key)});
    }
    return record;
}

QJsonObject recordToJson(const Record& record)
{
    QJsonObject json;
    for (const Cell& cell : record) {
        if (cell.key == Key()) {
            json.insert(cell.field, valueToJson(cell.value));
            continue;
        }
        QJsonObject keyed = json.value(cell.field).toObject();
        keyed.insert(cell.key.text(), valueToJson(cell.value));
        json.insert(cell.field, keyed);
    }
    return json;
}

Result<Record> recordFromJson(const QJsonObject& json, const EntityType& type)
{
    for (auto member = json.begin(); member != json.end(); ++member)
        if (!type.field(member.key()))
            return at(member.key(), unknown(member.key()));
    Record record;
    for (const Field& field : type.fields) {
        const auto member = json.constFind(field.id);
        if (member == json.constEnd())
            continue;
        if (Outcome done = readField(record, field, *member); !done)
            return done.error();
    }
    return record;
}

QJsonObject changeToJson(const Change& change)
{
    QJsonObject json{{u"op"_s, opName(change.op)}, {u"entity"_s, change.entity}, {u"id"_s, change.id.text()}};
    if (change.op == Change::Op::Set) {
        json.insert(u"field"_s, change.field);
        if (change.key != Key())
            json.insert(u"key"_s, change.key.text());
        json.insert(u"from"_s, valueToJson(change.from));
        json.insert(u"to"_s, valueToJson(change.to));
        return json;
    }
    json.insert(change.op == Change::Op::Add ? u"to"_s : u"from"_s, recordToJson(change.record));
    if (change.position >= 0)
        json.insert(u"position"_s, change.position);
    return json;
}

Result<Change> changeFromJson(const QJsonObject& json, const Schema& schema)
{
    static const QStringList known{u"op"_s,  u"entity"_s, u"id"_s, u"field"_s,
                                   u"key"_s, u"from"_s,   u"to"_s, u"position"_s};
    for (auto member = json.begin(); member != json.end(); ++member)
        if (!known.contains(member.key()))
            return at(member.key(), unknown(member.key()));

    Change change;
    change.entity = json.value("entity"_L1).toString();
    const EntityType* type = schema.type(change.entity);
    if (!type)
        return at(u"entity"_s, unknown(change.entity));
    change.id = Id(json.value("id"_L1).toString());
    if (!isWellFormed(change.id))
        return at(u"id"_s,
                  {QCoreApplication::translate("Change", "“%1” is not an id.").arg(change.id.text())});

    const QString op = json.value("op"_L1).toString();
    if (op == u"add" || op == u"remove") {
        change.op = op == u"add" ? Change::Op::Add : Change::Op::Remove;
        const QString side = op == u"add" ? u"to"_s : u"from"_s;
        if (!json.value(side).isObject())
            return at(side, {QCoreApplication::translate(
                                "Change", "The fields of the entity are expected here, in braces.")});
        Result<Record> record = recordFromJson(json.value(side).toObject(), *type);
        if (!record)
            return at(side, record.error());
        change.record = *record;
        change.position = static_cast<qsizetype>(json.value("position"_L1).toInteger(-1));
        return change;
    }
    if (op != u"set")
        return at(u"op"_s, unknown(op));

    change.field = json.value("field"_L1).toString();
    const Field* field = type->field(change.field);
    if (!field)
        return at(u"field"_s, unknown(change.field));
    const QString keyText = json.value("key"_L1).toString();
    const std::optional<Key> key = Key::fromText(field->keyedBy, keyText);
    if (!key)
        return at(u"key"_s,
                  {QCoreApplication::translate("Change", "“%1” is not a year or area.").arg(keyText)});
    change.key = *key;
    Result<Value> from = valueFromJson(field->type, json.value("from"_L1));
    if (!from)
        return at(u"from"_s, from.error());
    Result<Value> to = valueFromJson(field->type, json.value("to"_L1));
    if (!to)
        return at(u"to"_s, to.error());
    change.from = *from;
    change.to = *to;
    return change;
}

} // namespace placewright
