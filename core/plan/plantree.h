#pragma once

#include "core/plan/apply.h"

#include <QHash>
#include <QMap>

namespace placewright {

// All that a plan file says: the base, the Steps of each scenario, the names of people, and the immutable texts (need
// datasets, rulebooks) under their SHA-256.
struct PlanTree
{
    Plan base;
    QHash<Id, QList<Step>> steps; // by scenario
    QMap<Id, QString> people;
    QMap<QString, QByteArray> blobs;

    friend bool operator==(const PlanTree&, const PlanTree&) = default;
};

// A Step held out of a scenario, because it found another old value than it was made on.
struct StaleStep
{
    Id scenario;
    qsizetype step = 0;
    QList<Conflict> conflicts;
};

struct Branch
{
    Plan plan;
    QList<StaleStep> stale;
};

// The plan of a scenario: its parent's plan with its own Steps applied in order; a null id is the base. A Step that does
// not fit is held out whole and listed.
Branch branchPlan(const PlanTree& tree, const Id& scenario);

// The scenario called that, or with that id; the base for an empty name or "base". Nothing when there is none.
std::optional<Id> findScenario(const Plan& base, const QString& name);

QString sha256Hex(const QByteArray& bytes);

} // namespace placewright
