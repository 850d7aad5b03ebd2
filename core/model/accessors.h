#pragma once

#include "core/model/field.h"

#include <QMap>

#include <array>
#include <optional>

namespace placewright {

// Getters and setters of a Field made from a pointer to member, so that an entity states each field on one line.
// Keyed values live in a QMap by Key; setting nothing erases the key, so that each state has one form.

namespace detail {

template <auto Member> struct MemberOf;
template <class E, class T, T E::*Member> struct MemberOf<Member>
{
    using Entity = E;
    using Type = T;
};

inline Value toValue(const QString& v)
{
    return Value(v);
}
inline Value toValue(const Id& v)
{
    return Value(v);
}
inline Value toValue(const QDate& v)
{
    return Value(v);
}
inline Value toValue(bool v)
{
    return v ? Value::flag(true) : Value();
}
template <class T> Value toValue(const std::optional<T>& v)
{
    return v ? Value(*v) : Value();
}
inline Value toValue(const std::optional<qint64>& v)
{
    return v ? Value::count(*v) : Value();
}

inline void fromValue(QString& to, const Value& v)
{
    to = v.text();
}
inline void fromValue(Id& to, const Value& v)
{
    to = v.id();
}
inline void fromValue(QDate& to, const Value& v)
{
    to = v.date();
}
inline void fromValue(bool& to, const Value& v)
{
    to = v.flag();
}
inline void fromValue(std::optional<Money>& to, const Value& v)
{
    to = v.money();
}
inline void fromValue(std::optional<Rate>& to, const Value& v)
{
    to = v.rate();
}
inline void fromValue(std::optional<People>& to, const Value& v)
{
    to = v.people();
}
inline void fromValue(std::optional<qint64>& to, const Value& v)
{
    to = v.count();
}

inline void fromValue(Money& to, const Value& v)
{
    to = v.money().value_or(Money());
}
inline void fromValue(Rate& to, const Value& v)
{
    to = v.rate().value_or(Rate());
}
inline void fromValue(People& to, const Value& v)
{
    to = v.people().value_or(People());
}
inline Value toValue(Money v)
{
    return Value(v);
}
inline Value toValue(People v)
{
    return Value(v);
}
inline Value toValue(const Rate& v)
{
    return Value(v);
}
inline Value toValue(qint64 v)
{
    return Value::count(v);
}
inline void fromValue(qint64& to, const Value& v)
{
    to = v.count().value_or(0);
}

} // namespace detail

namespace detail {

template <class T> struct TypeOf;
template <> struct TypeOf<QString>
{
    static constexpr ValueType type = ValueType::Text;
};
template <> struct TypeOf<Id>
{
    static constexpr ValueType type = ValueType::Reference;
};
template <> struct TypeOf<QDate>
{
    static constexpr ValueType type = ValueType::Date;
};
template <> struct TypeOf<bool>
{
    static constexpr ValueType type = ValueType::Flag;
};
template <> struct TypeOf<Money>
{
    static constexpr ValueType type = ValueType::Money;
};
template <> struct TypeOf<Rate>
{
    static constexpr ValueType type = ValueType::Rate;
};
template <> struct TypeOf<People>
{
    static constexpr ValueType type = ValueType::People;
};
template <> struct TypeOf<qint64>
{
    static constexpr ValueType type = ValueType::Count;
};
template <class T> struct TypeOf<std::optional<T>> : TypeOf<T>
{
};

} // namespace detail

// One value an entity. The type of the field follows from the type of the member.
template <auto Member> constexpr Field describe(const char* id, const char* label, const char* help = nullptr)
{
    using Entity = typename detail::MemberOf<Member>::Entity;
    Field field;
    field.id = QLatin1StringView(id);
    field.type = detail::TypeOf<typename detail::MemberOf<Member>::Type>::type;
    field.label = label;
    field.help = help;
    field.get = [](const void* entity, const Key&) {
        return detail::toValue(static_cast<const Entity*>(entity)->*Member);
    };
    field.set = [](void* entity, const Key&, const Value& value) {
        detail::fromValue(static_cast<Entity*>(entity)->*Member, value);
    };
    return field;
}

// One value a key: Member is a QMap<Key, T>.
template <auto Member>
constexpr Field describeKeyed(KeyedBy keyedBy, const char* id, const char* label, const char* help = nullptr)
{
    using Entity = typename detail::MemberOf<Member>::Entity;
    using T = typename detail::MemberOf<Member>::Type::mapped_type;
    Field field;
    field.id = QLatin1StringView(id);
    field.type = detail::TypeOf<T>::type;
    field.keyedBy = keyedBy;
    field.label = label;
    field.help = help;
    field.get = [](const void* entity, const Key& key) {
        const auto& map = static_cast<const Entity*>(entity)->*Member;
        const auto found = map.constFind(key);
        return found == map.constEnd() ? Value() : detail::toValue(*found);
    };
    field.set = [](void* entity, const Key& key, const Value& value) {
        auto& map = static_cast<Entity*>(entity)->*Member;
        if (value.isNull()) {
            map.remove(key);
            return;
        }
        T held{};
        detail::fromValue(held, value);
        map.insert(key, held);
    };
    field.keys = [](const void* entity) { return (static_cast<const Entity*>(entity)->*Member).keys(); };
    return field;
}

// One of the values of an array: Member is a std::array<T, n>.
template <auto Member, size_t At>
constexpr Field describeOneOf(const char* id, const char* label, const char* help = nullptr)
{
    using Entity = typename detail::MemberOf<Member>::Entity;
    Field field;
    field.id = QLatin1StringView(id);
    field.type = detail::TypeOf<typename detail::MemberOf<Member>::Type::value_type>::type;
    field.label = label;
    field.help = help;
    field.get = [](const void* entity, const Key&) {
        return detail::toValue(std::get<At>(static_cast<const Entity*>(entity)->*Member));
    };
    field.set = [](void* entity, const Key&, const Value& value) {
        detail::fromValue(std::get<At>(static_cast<Entity*>(entity)->*Member), value);
    };
    return field;
}

constexpr Field required(Field field)
{
    field.required = true;
    return field;
}

constexpr Field choice(Field field, std::span<const Choice> fixed)
{
    field.type = ValueType::Choice;
    field.choices.fixed = fixed;
    return field;
}

constexpr Field rulebookChoice(Field field, const char* list)
{
    field.type = ValueType::Choice;
    field.choices.rulebookList = QLatin1StringView(list);
    return field;
}

constexpr Field person(Field field)
{
    field.type = ValueType::Person;
    return field;
}

constexpr Field measureChoice(Field field, const char* datasetField)
{
    field.type = ValueType::Choice;
    field.choices.measuresOf = QLatin1StringView(datasetField);
    return field;
}

constexpr Field refersTo(Field field, const char* type)
{
    field.references = QLatin1StringView(type);
    return field;
}

// Beside the owner, where an entity stands between two others.
constexpr Field goesWith(Field field, const char* type)
{
    field.goesWith = true;
    return required(refersTo(field, type));
}

} // namespace placewright
