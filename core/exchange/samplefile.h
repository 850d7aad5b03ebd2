#pragma once

#include "core/store/planfile.h"

namespace placewright {

// Calderbourne, the fictional plan that the program teaches with, as it was made and before its later edits: rulebooks
// pinned, ready to be written.
Result<PlanTree> demoTree();

// Writes the sample plan, with its history under the names and times they carry, and opens it. Its journal is always the
// same: the paper of version 1 prints a hash of it.
Result<std::unique_ptr<PlanFile>> createSample(const QString& path);

// The same as it was made, before its history: what version 1 froze.
Result<std::unique_ptr<PlanFile>> createSampleAsMade(const QString& path);

} // namespace placewright
