#include "core/evaluate/resolutionsteps.h"

#include "core/committee/heldsteps.h"

#include <QCoreApplication>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeReview)
};

} // namespace

Result<QList<HeldStep>> heldStepsOf(const Plan& base, const Id& resolution)
{
    QList<HeldStep> steps;
    for (const ResolutionStep& row : base.resolutionSteps) {
        if (row.resolution != resolution)
            continue;
        const Result<QList<Change>> changes = changesHeld(row, Plan::schema());
        if (!changes)
            return changes.error();
        for (const Change& change : *changes) {
            const EntityType* type = Plan::schema().type(change.entity);
            if (type && type->keeping != Keeping::Anywhere)
                return Error{
                    Words::tr("“%1” would change what the committee keeps about itself, which a resolution "
                              "about the plan’s money cannot do. Take that change out.")
                        .arg(row.what)};
            if (change.entity == Scenario::type.id)
                return Error{
                    Words::tr("“%1” would change a scenario, and a resolution is about the base. Take that "
                              "change out.")
                        .arg(row.what)};
        }
        HeldStep held{row.id, {}};
        held.held.what = row.what;
        held.held.changes = *changes;
        steps.append(held);
    }
    return steps;
}

TriedSteps tryOn(const Plan& base, const QList<HeldStep>& steps)
{
    TriedSteps tried{base, {}};
    for (const HeldStep& step : steps) {
        Applied applied = apply(tried.plan, step.held);
        if (!applied.ok())
            tried.stale.append({step.step, applied.conflicts});
        tried.plan = std::move(applied.plan);
    }
    return tried;
}

Result<QList<Change>> changesOf(const Plan& base, const Id& resolution)
{
    const Result<QList<HeldStep>> steps = heldStepsOf(base, resolution);
    if (!steps)
        return steps.error();
    QList<Change> changes;
    for (const HeldStep& step : *steps)
        changes += step.held.changes;
    return changes;
}

std::optional<Plan> planAfter(const Plan& base, const Id& resolution)
{
    const Result<QList<HeldStep>> steps = heldStepsOf(base, resolution);
    if (!steps)
        return std::nullopt;
    TriedSteps tried = tryOn(base, *steps);
    return tried.stale.isEmpty() ? std::optional(std::move(tried.plan)) : std::nullopt;
}

} // namespace placewright
