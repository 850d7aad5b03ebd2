#pragma once

#include "core/model/field.h"
#include "core/model/step.h"
#include "core/store/database.h"

#include <optional>

namespace placewright {

// How values stand in the columns of the file: pence, 1e-9 persons, counts and flags as integers, everything else as
// text, nothing as NULL.
bool isIntegerColumn(ValueType type);
SqlValue toColumn(const Value& value);
// Nothing at all where the column does not hold what the field may.
std::optional<Value> fromColumn(const Field& field, const QVariant& column);

// Why a file could not give the value back as it is (an amount beyond what files hold, a text with half a character, a
// choice that is none), in words; nothing when it can. What may be committed is what may be read.
std::optional<QString> notStorable(const Field& field, const Value& value);
std::optional<QString> notStorable(const QString& text);
std::optional<QString> notStorable(const Schema& schema, const Step& step);

} // namespace placewright
