#pragma once

#include "core/plan/plantree.h"
#include "core/store/planfile.h"

namespace placewright {

// A plan that fits on one screen: a place, 2026-27, a council, a fund, a scheme "s1", lines "l1" (£600,000.00) and "l2"
// (£180,000.50), scenarios "a" (one Step: l1 to £500,000.00) and "b" on "a" (no Steps), and one text.
PlanTree smallTree();
QByteArray smallText(); // stands in smallTree() under its hash, as the rulebook of 2026-27

Id line1();
Key in2026();
// A Step that sets the 2026-27 amount of a line.
Step amountStep(const Plan& plan, const Id& line, qint64 pence);

// Always at the same time; new people are "p1", "p2", ...
Author testAuthor(const QString& name);

} // namespace placewright
