#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

namespace placewright {

// Builds the Changes of a Step against a plan, so that each carries the old value that apply will look for. Setting a
// cell to what it already holds adds nothing.
class StepBuilder
{
public:
    explicit StepBuilder(const Plan& plan);

    StepBuilder& set(QAnyStringView typeId, const Id& id, QAnyStringView fieldId, const Key& key,
                     const Value& to);
    StepBuilder& set(QAnyStringView typeId, const Id& id, QAnyStringView fieldId, const Value& to)
    {
        return set(typeId, id, fieldId, Key(), to);
    }
    StepBuilder& add(QAnyStringView typeId, const Id& id, qsizetype position = -1);
    // The entity, everything that goes with it (what it owns, an indicator's terms), and every cell keyed by it (a year's
    // amounts, an area's shares). References to it from elsewhere are cleared.
    StepBuilder& remove(QAnyStringView typeId, const Id& id);

    const Plan& plan() const { return m_plan; } // with what was built so far
    bool isEmpty() const { return m_changes.isEmpty(); }
    Step step(const QString& what) const; // who, when and why are the caller's

private:
    void push(const Change& change);

    Plan m_plan;
    QList<Change> m_changes;
};

// The Changes that turn one plan into the other: removals, additions, then cells, in schema order. An entity whose place
// among the others differs is removed and added again.
Step difference(const Plan& from, const Plan& to);

} // namespace placewright
