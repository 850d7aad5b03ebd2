#pragma once

#include "core/evaluate/shelf.h"
#include "core/plan/names.h"

namespace placewright {

// What a person may type into a cell, in words: fixed choices and rulebook lists by label or value, references by name or
// id, everything else as the field's type is written.
Result<Value> typedValue(const Plan& plan, const Rulebook* rulebook, const Field& field, const QString& text);

// The same in the other direction, for cells: references and choices by their short names.
QString shownTyped(const Plan& plan, const Rulebook* rulebook, const Field& field, const Value& value);

// The choices of a field's editor, in the order of the rulebook or the plan; empty where anything may be typed.
QStringList typedChoices(const Plan& plan, const Rulebook* rulebook, const Field& field);

} // namespace placewright
