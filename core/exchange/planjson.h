#pragma once

#include "core/plan/plantree.h"
#include "core/store/planfile.h"

namespace placewright {

// The plan's own JSON, documented in docs/plan-json.md: every entity as described, Steps of scenarios, people, and the
// texts it refers to. Written the same way every time: keys sorted, four spaces of indent, UTF-8, one newline at the end.
// People are those that Steps and cells name; with the journal, all.
QByteArray planToJson(const PlanTree& tree, const QList<JournalEntry>* journal = nullptr);

struct PlanJson
{
    PlanTree tree;
    QList<JournalEntry>
        journal; // empty: none came with it. Else PlanFile::createFromJournal gives the same chain
};

// Refuses what is not such a file, naming line and column or path ("lines[3].amount.2026-27").
Result<PlanJson> readPlanJson(const QByteArray& text);
Result<PlanTree> planFromJson(const QByteArray& text); // without the journal

// JSON Schema of the above, from the field descriptions; resources/schema/plan.schema.json is this.
QByteArray planJsonSchema();

} // namespace placewright
