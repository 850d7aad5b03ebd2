#pragma once

#include "core/plan/plantree.h"
#include "core/store/planfile.h"

namespace placewright {

// The plan's own JSON, documented in docs/plan-json.md: every entity as described, Steps of scenarios, people, and the
// texts it refers to. Written the same way every time: keys sorted, two spaces of indent, UTF-8, one newline at the end.
QByteArray planToJson(const PlanTree& tree, const QList<JournalEntry>* journal = nullptr);

// Refuses what is not such a file, naming line and column or path ("lines[3].amount.2026-27").
Result<PlanTree> planFromJson(const QByteArray& text);

// JSON Schema of the above, from the field descriptions.
QByteArray planJsonSchema();

} // namespace placewright
