#include "core/exchange/planjson.h"
#include "core/exchange/planjsonformat.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView idPattern("[A-Za-z0-9_.:-]{1,64}");
constexpr QLatin1StringView yearPattern("[0-9]{4}-[0-9]{2}");

QJsonObject textOf(const QString& pattern)
{
    return {{u"type"_s, u"string"_s}, {u"pattern"_s, u"^%1$"_s.arg(pattern)}};
}

QJsonObject definition(QLatin1StringView name)
{
    return {{u"$ref"_s, u"#/$defs/"_s + name}};
}

QJsonObject listOf(const QJsonObject& items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

QJsonObject closedObject(const QJsonObject& properties, const QStringList& required)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, QJsonArray::fromStringList(required)},
            {u"additionalProperties"_s, false}};
}

QJsonObject mapOf(const QString& keyPattern, const QJsonObject& values)
{
    return {{u"type"_s, u"object"_s},
            {u"propertyNames"_s, QJsonObject{{u"pattern"_s, u"^%1$"_s.arg(keyPattern)}}},
            {u"additionalProperties"_s, values}};
}

QJsonObject valueSchema(const Field& field)
{
    switch (field.type) {
    case ValueType::Choice: {
        QJsonArray choices;
        for (const Choice& choice : field.choices.fixed)
            choices.append(choice.value);
        return choices.isEmpty() ? QJsonObject{{u"type"_s, u"string"_s}} : QJsonObject{{u"enum"_s, choices}};
    }
    case ValueType::Reference:
    case ValueType::Person:
        return definition("id"_L1);
    case ValueType::Money:
        return definition("money"_L1);
    case ValueType::Rate:
        return definition("rate"_L1);
    case ValueType::People:
        return definition("number"_L1);
    case ValueType::Count:
        return {{u"type"_s, u"integer"_s}};
    case ValueType::Flag:
        return {{u"type"_s, u"boolean"_s}};
    case ValueType::Date:
        return definition("date"_L1);
    case ValueType::Text:
        break;
    }
    return {{u"type"_s, u"string"_s}};
}

QString keyPattern(KeyedBy keyedBy)
{
    switch (keyedBy) {
    case KeyedBy::Year:
        return yearPattern;
    case KeyedBy::YearAndArea:
        return yearPattern + u'/' + idPattern;
    default:
        return idPattern;
    }
}

QJsonObject fieldSchema(const Field& field)
{
    QJsonObject schema = valueSchema(field);
    if (field.keyedBy != KeyedBy::Nothing)
        schema = mapOf(keyPattern(field.keyedBy), schema);
    schema.insert(u"title"_s, QString::fromUtf8(field.label));
    QString description = QString::fromUtf8(field.help);
    if (!field.references.isEmpty())
        description +=
            (description.isEmpty() ? u"Refers to: %1."_s : u" Refers to: %1."_s).arg(field.references);
    if (!description.isEmpty())
        schema.insert(u"description"_s, description);
    return schema;
}

QJsonObject entitySchema(const EntityType& type)
{
    const bool isYear = type.id == FinancialYear::type.id;
    QJsonObject properties{{u"id"_s, isYear ? definition("year"_L1) : definition("id"_L1)}};
    for (const Field& field : type.fields)
        properties.insert(field.id, fieldSchema(field));
    QJsonObject schema = closedObject(properties, {u"id"_s});
    schema.insert(u"title"_s, QString::fromUtf8(type.label));
    return schema;
}

QJsonObject changeSchema()
{
    QJsonArray types;
    for (const EntityType* type : Plan::schema().types)
        types.append(type->id);
    return closedObject({{u"op"_s, QJsonObject{{u"enum"_s, QJsonArray{u"set"_s, u"add"_s, u"remove"_s}}}},
                         {u"entity"_s, QJsonObject{{u"enum"_s, types}}},
                         {u"id"_s, definition("id"_L1)},
                         {u"field"_s, QJsonObject{{u"type"_s, u"string"_s}}},
                         {u"key"_s, QJsonObject{{u"type"_s, u"string"_s}}},
                         {u"from"_s, true},
                         {u"to"_s, true},
                         {u"position"_s, QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 0}}}},
                        {u"op"_s, u"entity"_s, u"id"_s});
}

QJsonObject stepProperties()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    return {{u"what"_s, text},
            {u"why"_s, text},
            {u"who"_s, definition("id"_L1)},
            {u"when"_s, textOf(u"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"_s)},
            {u"changes"_s, listOf(definition("change"_L1))}};
}

QJsonObject entrySchema()
{
    QJsonObject properties = stepProperties();
    properties.insert(u"kind"_s, QJsonObject{{u"enum"_s, QJsonArray{u"edit"_s, u"undo"_s, u"import"_s,
                                                                    u"migrated"_s, u"record"_s}}});
    properties.insert(u"branch"_s, definition("id"_L1));
    properties.insert(u"undoes"_s, QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}});
    properties.insert(u"hash"_s, definition("sha256"_L1));
    return closedObject(properties, {u"kind"_s, u"changes"_s, u"hash"_s});
}

QJsonObject definitions()
{
    QJsonObject all{{u"id"_s, textOf(idPattern)},
                    {u"year"_s, textOf(yearPattern)},
                    {u"money"_s, textOf(u"-?[0-9]+\\.[0-9]{2}"_s)},
                    {u"rate"_s, textOf(u"-?[0-9]+(\\.[0-9]{1,12})?"_s)},
                    {u"number"_s, textOf(u"[0-9]+(\\.[0-9]{1,9})?"_s)},
                    {u"date"_s, textOf(u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s)},
                    {u"sha256"_s, textOf(u"[0-9a-f]{64}"_s)},
                    {u"change"_s, changeSchema()},
                    {u"step"_s, closedObject(stepProperties(), {u"changes"_s})},
                    {u"entry"_s, entrySchema()},
                    {u"person"_s, closedObject({{u"id"_s, definition("id"_L1)},
                                                {u"name"_s, QJsonObject{{u"type"_s, u"string"_s}}}},
                                               {u"id"_s, u"name"_s})}};
    for (const EntityType* type : Plan::schema().types)
        all.insert(u"entity."_s + type->id, entitySchema(*type));
    return all;
}

} // namespace

QByteArray planJsonSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    QJsonObject properties{{u"format"_s, QJsonObject{{u"const"_s, planJsonFormat}}},
                           {u"version"_s, QJsonObject{{u"const"_s, planJsonVersion}}},
                           {u"steps"_s, mapOf(idPattern, listOf(definition("step"_L1)))},
                           {u"people"_s, listOf(definition("person"_L1))},
                           {u"texts"_s, mapOf(u"[0-9a-f]{64}"_s, text)},
                           {u"bytes"_s, mapOf(u"[0-9a-f]{64}"_s, text)},
                           {u"journal"_s, listOf(definition("entry"_L1))}};
    for (const EntityType* type : Plan::schema().types) {
        QJsonObject list = listOf({{u"$ref"_s, u"#/$defs/entity."_s + type->id}});
        list.insert(u"title"_s, QString::fromUtf8(type->labelPlural));
        properties.insert(type->plural, list);
    }
    QJsonObject schema = closedObject(properties, {u"format"_s, u"version"_s});
    schema.insert(u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s);
    schema.insert(u"title"_s, u"Placewright plan"_s);
    schema.insert(u"$defs"_s, definitions());
    return QJsonDocument(schema).toJson(QJsonDocument::Indented);
}

} // namespace placewright
