#include "core/exchange/treecheck.h"

#include "core/evaluate/evaluation.h"
#include "core/exchange/readshelf.h"
#include "core/plan/names.h"

#include <QCoreApplication>

namespace placewright {

namespace {

Outcome evaluates(const PlanTree& tree, const Id& branch, const Shelf& shelf)
{
    const Result<Evaluation> evaluation = tryEvaluate(branchPlan(tree, branch).plan, shelf);
    return evaluation ? Outcome(Done{}) : Outcome(evaluation.error());
}

} // namespace

Outcome checkEvaluates(const PlanTree& tree, const PlanTree& before)
{
    const Result<Shelf> shelf = readShelf(tree);
    if (!shelf)
        return Done{}; // whoever keeps the plan says which text is missing
    QList<Id> branches{Id()};
    for (const Scenario& scenario : tree.base.scenarios)
        branches.append(scenario.id);
    for (const Id& branch : branches) {
        const Outcome now = evaluates(tree, branch, *shelf);
        const bool isNew = !branch.isNull() && !before.base.scenarios.contains(branch);
        if (now || (!isNew && !evaluates(before, branch, *shelf)))
            continue;
        if (branch.isNull())
            return now;
        return Error{QCoreApplication::translate("TreeCheck", "Scenario “%1”: %2")
                         .arg(nameOf(tree.base, Scenario::type.id, branch), now.error().text)};
    }
    return Done{};
}

} // namespace placewright
