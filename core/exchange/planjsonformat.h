#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace placewright {

// What the writer, the reader and the schema of the plan JSON share.
inline constexpr QLatin1StringView planJsonFormat("placewright-plan");
inline constexpr int planJsonVersion = 1;

// The bytes as a text that JSON gives back exactly; nothing when they are not UTF-8.
std::optional<QString> exactText(const QByteArray& bytes);

} // namespace placewright
