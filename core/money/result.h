#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace placewright {

// One sentence for a person: what is wrong, where, and what to do. Already translated.
struct Error
{
    QString text;
};

// Either a value or the Error that prevented it. `value()` requires `ok()`.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done
{
};

// The outcome of something that either happened whole or not at all.
using Outcome = Result<Done>;

} // namespace placewright
