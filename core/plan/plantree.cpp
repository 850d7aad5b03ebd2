#include "core/plan/plantree.h"

#include <QCryptographicHash>

#include <algorithm>

namespace placewright {

Branch branchPlan(const PlanTree& tree, const Id& scenario)
{
    QList<Id> path; // from the scenario up to the base
    for (Id up = scenario; !up.isNull() && !path.contains(up);) {
        path.append(up);
        const Scenario* found = tree.base.scenarios.find(up);
        up = found ? found->parent : Id();
    }

    Branch branch{tree.base, {}};
    branch.plan.people = tree.people;
    std::for_each(path.rbegin(), path.rend(), [&](const Id& id) {
        const QList<Step> steps = tree.steps.value(id);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            Applied applied = apply(branch.plan, steps.at(i));
            if (applied.ok())
                branch.plan = std::move(applied.plan);
            else
                branch.stale.append({id, i, applied.conflicts});
        }
    });
    return branch;
}

std::optional<Id> findScenario(const Plan& base, const QString& name)
{
    if (name.isEmpty() || name == QLatin1StringView("base") || name == base.place().baseName)
        return Id();
    for (const Scenario& scenario : base.scenarios)
        if (scenario.name == name)
            return scenario.id;
    if (base.scenarios.contains(Id(name)))
        return Id(name);
    return std::nullopt;
}

QString sha256Hex(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace placewright
