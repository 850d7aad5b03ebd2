#pragma once

#include "core/money/result.h"

#include <QString>

namespace placewright {

// "PlWr": what makes an SQLite file a plan.
inline constexpr qint64 planApplicationId = 0x506C5772;
// Grows with every change to the tables; a file with a larger one was made by a newer program.
inline constexpr qint64 planSchemaVersion = 5;
inline constexpr qint64 largestPlanBytes = qint64(2) << 30;

// Looks at the first 100 bytes of a plan (the SQLite file format, section 1.3) before SQLite opens it. One sentence for each: not there, a
// folder, not a plan, newer than this program, cut short, changed by a program that leaves it in two parts.
Outcome checkPlanHeader(const QString& path);

// "“camden.plan” is damaged (...). Open a copy of it, ...", the one wording of damage.
Error damagedPlan(const QString& path, const QString& detail);
// “camden.plan”, as sentences name a file.
QString quotedFileName(const QString& path);

} // namespace placewright
