#pragma once

#include "core/model/field.h"

namespace placewright {

// Every field of a schema as Markdown tables, one an entity type: what the help shows as its field reference.
QString fieldReference(const Schema& schema);

} // namespace placewright
