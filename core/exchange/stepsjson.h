#pragma once

#include "core/store/planfile.h"

namespace placewright {

// A Step read from a file of Steps, before it has met a plan.
struct WrittenStep
{
    Step step;        // what, why, when (if the file says) and the changes; who is not set
    QString who;      // name; empty: whoever applies it
    QString scenario; // name or id; empty: where the others go
};

// STEPS.json: {"steps":[{"why","changes":[{"op":"set|add|remove","entity","id","field","key","from","to"}]}]}, and in each
// step optionally "what", "who" (a name), "when" and "scenario". Refuses what is not such a file, naming the path.
Result<QList<WrittenStep>> readSteps(const QByteArray& text);

// What came of applying them. Steps are tried on a copy first: unless all of them fit and every branch that could be
// evaluated still can, none is written.
struct AppliedSteps
{
    int applied = 0;
    QString conflict; // why the first that does not fit does not, in words; empty: all applied
};
Result<AppliedSteps> applySteps(PlanFile& file, const QList<WrittenStep>& steps, const QString& scenario,
                                const Author& author);

} // namespace placewright
