#pragma once

#include "core/evaluate/evaluation.h"
#include "core/model/step.h"

namespace placewright {

// A small set of edits that makes a missed condition met.
struct Fix
{
    enum class Kind { MoveBetweenLines, LowerLine, RaiseLine, SetContribution };

    Kind kind = Kind::MoveBetweenLines;
    Money amount; // what moves or changes
    Id from;      // line that gives, or contribution
    Id to;        // line that receives; of several, the first
    QList<Change> changes;
    int lines = 0; // touched
    Figure marginAfter;
    QStringList breaks; // rules that pass now and would not, or would fail by more
};

// The nearest edits that meet a missed finding, each tried by evaluation, at most three, those that break nothing first. Money
// comes from acute lines first, since a plan is meant to move money out of hospital, then from the largest; locked lines
// are left alone, and so are lines with known pounds per area; what core/rules/moves.h refuses is not offered. None for a
// rule that counts, or that a new figure from outside has to settle.
QList<Fix> nearestFixes(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation,
                        const Finding& finding);

} // namespace placewright
