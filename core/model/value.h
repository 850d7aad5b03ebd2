#pragma once

#include "core/model/id.h"
#include "core/money/money.h"
#include "core/money/people.h"
#include "core/money/rate.h"

#include <QDate>
#include <QJsonValue>

#include <variant>

namespace placewright {

// A person's value is an id: the name stands in the plan's table of people, so that it can be erased.
enum class ValueType { Text, Choice, Reference, Person, Money, Rate, People, Count, Flag, Date };

// What one cell holds, or nothing. An empty text or id is nothing, so that each state has one form.
class Value
{
public:
    Value() = default;
    Value(const QString& text);
    Value(const Id& id);
    Value(Money money)
        : m_data(money)
    {
    }
    Value(Rate rate)
        : m_data(rate)
    {
    }
    Value(People people)
        : m_data(people)
    {
    }
    Value(QDate date);
    static Value count(qint64 number);
    static Value flag(bool on);
    template <class T> static Value of(const std::optional<T>& maybe)
    {
        return maybe ? Value(*maybe) : Value();
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    // Each requires the value to hold that type; nothing reads as the type's empty state.
    QString text() const; // Text and Choice
    Id id() const;
    std::optional<Money> money() const;
    std::optional<Rate> rate() const;
    std::optional<People> people() const;
    std::optional<qint64> count() const;
    bool flag() const; // nothing is false
    QDate date() const;

    bool fits(ValueType type) const; // nothing fits every type
    friend bool operator==(const Value&, const Value&) = default;

private:
    std::variant<std::monostate, QString, Id, Money, Rate, People, qint64, bool, QDate> m_data;
};

// The form of files: text and choices as text, money "12.50", rates as typed, people as a plain decimal, counts as
// numbers, dates ISO 8601, nothing as null.
QJsonValue valueToJson(const Value& value);
Result<Value> valueFromJson(ValueType type, const QJsonValue& json);

// What a person types into a cell of that type ("£1.2m", "21 November 2026", "yes"); empty text is nothing.
Result<Value> valueFromTyped(ValueType type, const QString& text);
// What a cell shows: amounts without the pound sign, dates as "21 November 2026". References show their id: names
// need a plan (see plan/names.h).
QString valueToShown(const Value& value);

} // namespace placewright
