#include "core/model/value.h"

#include "core/money/numeral.h"

#include <QCoreApplication>
#include <QLocale>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestCount = 1'000'000'000'000;
constexpr People mostPeople = People::fromUnits(100'000'000 * People::unitsPerPerson);

Error notA(const char* what, const QString& text)
{
    return {QCoreApplication::translate("Value", "“%1” is not %2.")
                .arg(text.left(60), QCoreApplication::translate("Value", what))};
}

Result<QDate> parseTypedDate(const QString& text)
{
    static const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    for (const QString& format : {u"yyyy-MM-dd"_s, u"d MMMM yyyy"_s, u"d MMM yyyy"_s, u"d/M/yyyy"_s}) {
        const QDate date = british.toDate(text, format);
        if (date.isValid())
            return date;
    }
    return notA(QT_TRANSLATE_NOOP("Value", "a date; write 31 March 2026"), text);
}

Result<Value> countFromText(const QString& text)
{
    const Error refused = notA(QT_TRANSLATE_NOOP("Value", "a whole number"), text);
    NumeralReader reader(text, refused.text);
    const bool negative = reader.takeMinus();
    if (reader.takeDigits() || reader.end() || reader.decimals > 0)
        return refused;
    const std::optional<quint64> number = digitsValue(reader.digits, largestCount);
    if (!number)
        return refused;
    return Value::count(negative ? -static_cast<qint64>(*number) : static_cast<qint64>(*number));
}

template <class T> Result<Value> wrapped(Result<T> parsed)
{
    if (!parsed)
        return parsed.error();
    return Value(*parsed);
}

Result<Value> peopleFromText(const QString& text)
{
    const Result<People> people = People::parse(text);
    if (!people)
        return people.error();
    if (people->units() > mostPeople.units())
        return Error{
            QCoreApplication::translate("Value", "“%1” is more people than the %2 that a cell holds.")
                .arg(text.left(60), formatPeople(mostPeople, 0))};
    return Value(*people);
}

} // namespace

Value::Value(const QString& text)
{
    if (!text.isEmpty())
        m_data = text;
}

Value::Value(const Id& id)
{
    if (!id.isNull())
        m_data = id;
}

Value::Value(QDate date)
{
    if (date.isValid())
        m_data = date;
}

Value Value::count(qint64 number)
{
    Value value;
    value.m_data = number;
    return value;
}

Value Value::flag(bool on)
{
    Value value;
    if (on)
        value.m_data = true;
    return value;
}

QString Value::text() const
{
    return isNull() ? QString() : std::get<QString>(m_data);
}

Id Value::id() const
{
    return isNull() ? Id() : std::get<Id>(m_data);
}

std::optional<Money> Value::money() const
{
    return isNull() ? std::nullopt : std::optional(std::get<Money>(m_data));
}

std::optional<Rate> Value::rate() const
{
    return isNull() ? std::nullopt : std::optional(std::get<Rate>(m_data));
}

std::optional<People> Value::people() const
{
    return isNull() ? std::nullopt : std::optional(std::get<People>(m_data));
}

std::optional<qint64> Value::count() const
{
    return isNull() ? std::nullopt : std::optional(std::get<qint64>(m_data));
}

bool Value::flag() const
{
    return !isNull() && std::get<bool>(m_data);
}

QDate Value::date() const
{
    return isNull() ? QDate() : std::get<QDate>(m_data);
}

bool Value::fits(ValueType type) const
{
    if (isNull())
        return true;
    switch (type) {
    case ValueType::Text:
    case ValueType::Choice:
        return std::holds_alternative<QString>(m_data);
    case ValueType::Reference:
    case ValueType::Person:
        return std::holds_alternative<Id>(m_data);
    case ValueType::Money:
        return std::holds_alternative<Money>(m_data);
    case ValueType::Rate:
        return std::holds_alternative<Rate>(m_data);
    case ValueType::People:
        return std::holds_alternative<People>(m_data);
    case ValueType::Count:
        return std::holds_alternative<qint64>(m_data);
    case ValueType::Flag:
        return std::holds_alternative<bool>(m_data);
    case ValueType::Date:
        return std::holds_alternative<QDate>(m_data);
    }
    return false;
}

QJsonValue valueToJson(const Value& value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.fits(ValueType::Text))
        return value.text();
    if (value.fits(ValueType::Reference))
        return value.id().text();
    if (value.fits(ValueType::Money))
        return moneyToPlain(*value.money());
    if (value.fits(ValueType::Rate))
        return value.rate()->text();
    if (value.fits(ValueType::People))
        return value.people()->text();
    if (value.fits(ValueType::Count))
        return *value.count();
    if (value.fits(ValueType::Flag))
        return value.flag();
    return value.date().toString(Qt::ISODate);
}

Result<Value> valueFromJson(ValueType type, const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return Value();
    if (type == ValueType::Flag) {
        if (!json.isBool())
            return notA(QT_TRANSLATE_NOOP("Value", "true or false"), json.toVariant().toString());
        return Value::flag(json.toBool());
    }
    if (type == ValueType::Count) {
        const qint64 number = json.toInteger(largestCount + 1);
        if (!json.isDouble() || qAbs(number) > largestCount)
            return notA(QT_TRANSLATE_NOOP("Value", "a whole number"), json.toVariant().toString());
        return Value::count(number);
    }
    if (!json.isString())
        return Error{QCoreApplication::translate("Value", "A text in quotes is expected here.")};

    const QString text = json.toString();
    switch (type) {
    case ValueType::Text:
    case ValueType::Choice:
        if (text.contains(QChar::Null))
            return Error{QCoreApplication::translate("Value", "The text holds a NUL character.")};
        return Value(text);
    case ValueType::Reference:
    case ValueType::Person:
        if (!text.isEmpty() && !isWellFormed(Id(text)))
            return notA(QT_TRANSLATE_NOOP("Value", "an id"), text);
        return Value(Id(text));
    case ValueType::Money:
        return wrapped(moneyFromPlain(text));
    case ValueType::Rate:
        return wrapped(Rate::parse(text));
    case ValueType::People:
        return peopleFromText(text);
    default: {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid() || date.toString(Qt::ISODate) != text)
            return notA(QT_TRANSLATE_NOOP("Value", "a date like 2026-03-31"), text);
        return Value(date);
    }
    }
}

Result<Value> valueFromTyped(ValueType type, const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Value();
    switch (type) {
    case ValueType::Text:
    case ValueType::Choice:
        return Value(text);
    case ValueType::Reference:
    case ValueType::Person:
        if (!isWellFormed(Id(text)))
            return notA(QT_TRANSLATE_NOOP("Value", "an id"), text);
        return Value(Id(text));
    case ValueType::Money:
        return wrapped(parseMoney(text));
    case ValueType::Rate:
        return wrapped(Rate::parse(text));
    case ValueType::People:
        return peopleFromText(text);
    case ValueType::Count:
        return countFromText(text);
    case ValueType::Flag: {
        const QString word = text.toLower();
        if (word == u"yes" || word == u"true" || word == u"y" || word == u"1")
            return Value::flag(true);
        if (word == u"no" || word == u"false" || word == u"n" || word == u"0")
            return Value();
        return notA(QT_TRANSLATE_NOOP("Value", "yes or no"), text);
    }
    case ValueType::Date:
        return wrapped(parseTypedDate(text));
    }
    return Value();
}

QString valueToShown(const Value& value)
{
    if (value.isNull())
        return {};
    if (value.fits(ValueType::Text))
        return value.text();
    if (value.fits(ValueType::Reference))
        return value.id().text();
    if (value.fits(ValueType::Money))
        return formatAmount(*value.money());
    if (value.fits(ValueType::Rate))
        return value.rate()->text().replace(u'-', QChar(0x2212));
    if (value.fits(ValueType::People))
        return formatPeople(*value.people(), value.people()->units() % People::unitsPerPerson == 0 ? 0 : 1);
    if (value.fits(ValueType::Count))
        return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(*value.count());
    if (value.fits(ValueType::Flag))
        return QCoreApplication::translate("Value", "yes");
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(value.date(), u"d MMMM yyyy"_s);
}

} // namespace placewright
