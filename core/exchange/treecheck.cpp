#include "core/exchange/treecheck.h"

#include "core/evaluate/evaluation.h"
#include "core/exchange/readshelf.h"
#include "core/plan/committeechecks.h"
#include "core/plan/committeeroll.h"
#include "core/plan/edit.h"
#include "core/plan/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

Outcome evaluates(const PlanTree& tree, const Id& branch, const Shelf& shelf)
{
    const Result<Evaluation> evaluation = tryEvaluate(branchPlan(tree, branch).plan, shelf);
    return evaluation ? Outcome(Done{}) : Outcome(evaluation.error());
}

// Whether a vote is of a seat that has one, whoever sat in it.
bool hasSeat(const Plan& base, const Vote& vote)
{
    const Resolution* resolution = base.resolutions.find(vote.resolution);
    const AgendaItem* item = resolution ? base.agendaItems.find(resolution->item) : nullptr;
    const QList<Seat> seats = item ? seatsAt(base, *item, resolution->id) : QList<Seat>();
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Seat& seat) { return seat.member == vote.member && seat.hasVote; });
}

} // namespace

Outcome checkCommittees(const Plan& base)
{
    Step whole = difference(Plan(), base);
    whole.changes.removeIf([&](const Change& change) {
        const EntityType* type = Plan::schema().type(change.entity);
        const Vote* vote = change.entity == Vote::type.id ? base.votes.find(change.id) : nullptr;
        return !type || type->keeping == Keeping::Anywhere || (vote && hasSeat(base, *vote));
    });
    const std::optional<QString> refused = committeeRefusal(Plan(), base, whole);
    return refused ? Outcome(Error{*refused}) : Outcome(Done{});
}

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
