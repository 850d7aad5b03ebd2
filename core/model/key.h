#pragma once

#include "core/model/id.h"

#include <optional>

namespace placewright {

enum class KeyedBy { Nothing, Year, Area, YearAndArea };

// Which cell of a field that holds one value a year or an area: the ids of a financial year ("2026-27"), of an area, or
// both ("2026-27/a1").
struct Key
{
    Id year;
    Id area;

    QString text() const;
    static std::optional<Key> fromText(KeyedBy keyedBy, QStringView text);
    bool fits(KeyedBy keyedBy) const;

    friend bool operator==(const Key&, const Key&) = default;
    friend auto operator<=>(const Key&, const Key&) = default;
    friend size_t qHash(const Key& key, size_t seed = 0) { return qHashMulti(seed, key.year, key.area); }
};

} // namespace placewright
