#pragma once

#include "app/commands/command.h"
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
// `rulebook`, when given, is the built-in one that every year is to be checked against.
std::optional<OpenBranch> openBranch(const QString& path, const QString& scenario, const QString& rulebook,
                                     Console& console, ExitStatus& status);

// "There is no scenario “X” in this plan; it has: A, B."
QString noSuchScenario(const Plan& base, const QString& name);

} // namespace placewright
