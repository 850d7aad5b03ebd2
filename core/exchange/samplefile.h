#pragma once

#include "core/store/planfile.h"

namespace placewright {

// Calderbourne, the fictional plan that the program teaches with, as it was made and before its later edits: rulebooks
// pinned, ready to be written.
Result<PlanTree> demoTree();

// Writes the sample plan, with the edits of its history under the names and times they carry, and opens it. The author
// is who and when of the plan's making.
Result<std::unique_ptr<PlanFile>> createSample(const QString& path, const Author& author);

} // namespace placewright
