#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <functional>

namespace placewright {

// The name of an entity inside one plan: opaque, short, unique in the plan. New ones are random; authored ones may be
// readable ("a1", "2026-27").
class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    const QString& text() const { return m_text; }
    bool isNull() const { return m_text.isEmpty(); }

    friend bool operator==(const Id&, const Id&) = default;
    friend std::strong_ordering operator<=>(const Id& a, const Id& b)
    {
        return a.m_text.compare(b.m_text) <=> 0;
    }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

// Letters, digits, '-', '_', '.' and ':', 1 to 64 of them: safe in file names, keys and JSON paths.
bool isWellFormed(const Id& id);

// Where new ids come from: 128 random bits in the program, a counter in tests.
using IdSource = std::function<Id()>;
IdSource randomIds();

} // namespace placewright
