#pragma once

#include "app/commands/command.h"
#include "app/commands/usage.h"
#include "core/exchange/evaluationjson.h"

namespace placewright {

// A branch of a plan file opened to be read, with its evaluation.
struct OpenBranch
{
    std::unique_ptr<PlanFile> file;
    Id scenario;
    Branch branch;
    Shelf shelf;
    Evaluation evaluation;

    QString scenarioName() const;
    EvaluatedBranch forJson() const; // refers to this
};

// Opens and evaluates; what stands in the way is said on the console, and `status` is what the command ends with.
// `rulebook`, when given, is the built-in one that every year is to be checked against; `on` the day that rules about what is
// due read, today if empty.
struct Opening
{
    QString path;
    QString scenario;
    QString rulebook;
    QString on;
};
std::optional<OpenBranch> openBranch(const Opening& opening, Console& console, ExitStatus& status);
void allowDay(Usage& usage); // the option --on DATE

// "There is no scenario “X” in this plan; it has: A, B."
QString noSuchScenario(const Plan& base, const QString& name);

} // namespace placewright
