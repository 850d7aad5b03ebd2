#pragma once

#include "core/evaluate/committeereview.h"
#include "core/plan/plantree.h"

#include <QJsonObject>

#include <functional>

namespace placewright {

// What `evaluate --json` and `check --json` print. Keys are stable; docs/command-line.md describes them. References are
// ids with the name beside; lists keep the plan's order; a figure that is not known is null.

// One branch of a plan, evaluated: what every part of the output is written from.
struct EvaluatedBranch
{
    const PlanTree& tree;
    Id scenario; // null: the base
    const Branch& branch;
    const Shelf& shelf;
    const Evaluation& evaluation;
    std::function<QString(const Finding& finding, const Rulebook& rulebook)> sentence; // a finding in words
    std::function<QString(const FundRisk& risk, const RiskStep& step)> stepName;       // of the risk share
    std::function<QString(const FundRiskProblem& problem)> riskProblem;
    std::function<QString(const ContractProblem& problem)> contractProblem;
    std::function<QString(const ContractLineProblem& problem)> contractLineProblem;
    std::function<QString(const Contract& contract)> noVersion;                   // of its terms counts
    std::function<QString(const ResolutionReview& review)> resolutionReason = {}; // of one that is open
};

QJsonObject evaluationToJson(const EvaluatedBranch& evaluated);

// {"findings":[...]} alone.
QJsonObject findingsToJson(const EvaluatedBranch& evaluated);

} // namespace placewright
