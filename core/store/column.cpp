#include "core/store/column.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

std::optional<Value> integerValue(ValueType type, qint64 number)
{
    if (type == ValueType::Money)
        return Value(Money::fromPence(number));
    if (type == ValueType::Count)
        return Value::count(number);
    if (type == ValueType::People)
        return number < 0 ? std::nullopt : std::optional(Value(People::fromUnits(number)));
    return number == 1 ? std::optional(Value::flag(true)) : std::nullopt;
}

std::optional<QString> notAChoice(const Field& field, const QString& text)
{
    const std::span<const Choice> choices = field.choices.fixed;
    const auto isIt = [&](const Choice& choice) { return choice.value == text; };
    if (choices.empty() || std::any_of(choices.begin(), choices.end(), isIt))
        return std::nullopt;
    QStringList values;
    for (const Choice& choice : choices)
        values << choice.value;
    return QCoreApplication::translate("Store", "“%1” is not one of %2")
        .arg(text.left(40), values.join(QLatin1StringView(", ")));
}

} // namespace

bool isIntegerColumn(ValueType type)
{
    return type == ValueType::Money || type == ValueType::People || type == ValueType::Count ||
           type == ValueType::Flag;
}

SqlValue toColumn(const Value& value)
{
    if (value.isNull())
        return {};
    if (value.fits(ValueType::Text))
        return value.text();
    if (value.fits(ValueType::Reference))
        return value.id().text();
    if (value.fits(ValueType::Money))
        return value.money()->pence();
    if (value.fits(ValueType::Rate))
        return value.rate()->text();
    if (value.fits(ValueType::People))
        return value.people()->units();
    if (value.fits(ValueType::Count))
        return *value.count();
    if (value.fits(ValueType::Flag))
        return qint64(1);
    return value.date().toString(Qt::ISODate);
}

std::optional<Value> fromColumn(const Field& field, const QVariant& column)
{
    if (column.isNull())
        return Value();
    std::optional<Value> value;
    if (isIntegerColumn(field.type)) {
        if (const std::optional<qint64> number = integerIn(column))
            value = integerValue(field.type, *number);
    } else if (const std::optional<QString> text = textIn(column)) {
        if (Result<Value> read = valueFromJson(field.type, *text))
            value = *read;
    }
    if (!value || value->isNull() || notStorable(field, *value))
        return std::nullopt;
    return value;
}

std::optional<QString> notStorable(const Field& field, const Value& value)
{
    if (value.isNull())
        return std::nullopt;
    if (field.type == ValueType::Text)
        return notStorable(value.text());
    if (field.type == ValueType::Choice) {
        const std::optional<QString> choice = notAChoice(field, value.text());
        return choice ? choice : notStorable(value.text());
    }
    const Result<Value> read = valueFromJson(field.type, valueToJson(value));
    if (!read)
        return read.error().text;
    if (*read != value)
        return QCoreApplication::translate("Store", "“%1” would not be the same when read again")
            .arg(valueToShown(value));
    return std::nullopt;
}

std::optional<QString> notStorable(const QString& text)
{
    // A byte order mark at the beginning would be taken for one; a NUL would end the text; half a surrogate pair has no
    // UTF-8.
    const bool sound = text.isValidUtf16() && !text.contains(QChar::Null) &&
                       !text.startsWith(QChar(QChar::ByteOrderMark)) &&
                       !text.startsWith(QChar(QChar::ByteOrderSwapped));
    if (sound)
        return std::nullopt;
    return QCoreApplication::translate("Store", "the text “%1” holds a character that cannot be kept")
        .arg(text.left(40).remove(QChar(QChar::Null)));
}

std::optional<QString> notStorable(const Schema& schema, const Step& step)
{
    for (const QString& text : {step.what, step.why})
        if (std::optional<QString> why = notStorable(text))
            return why;
    for (const Change& change : step.changes) {
        const EntityType* type = schema.type(change.entity);
        const Record cells = change.op == Change::Op::Set ? Record{{change.field, change.key, change.from},
                                                                   {change.field, change.key, change.to}}
                                                          : change.record;
        for (const Cell& cell : cells) {
            const Field* field = type ? type->field(cell.field) : nullptr;
            if (!field || !cell.value.fits(field->type) || !cell.key.fits(field->keyedBy))
                return QCoreApplication::translate("Store", "“%1” is not a field of “%2”")
                    .arg(cell.field, change.entity);
            if (std::optional<QString> why = notStorable(*field, cell.value))
                return QStringLiteral("%1: %2").arg(labelOf(*field), *why);
        }
    }
    return std::nullopt;
}

} // namespace placewright
