#pragma once

#include "core/plan/plan.h"

namespace placewright {

// What people call an entity: its name, a contribution by source and partner, a minimum by kind and whose; the id when
// it is gone.
QString nameOf(const Plan& plan, QAnyStringView typeId, const Id& id);

// The name under which a person stands in the plan, or that it was erased; the id when there is none.
QString personName(const Plan& plan, const Id& person);

// A value as a cell shows it, references and fixed choices by name.
QString shownValue(const Plan& plan, const Field& field, const Value& value);

// "2026-27 £" or "Share %, Canalside": a field's label with its key.
QString shownField(const Plan& plan, const Field& field, const Key& key);

} // namespace placewright
