#pragma once

#include "core/plan/committeechecks.h"
#include "tests/support/committeeplan.h"

namespace placewright {

using namespace Qt::StringLiterals;

inline Value choice(QLatin1StringView value)
{
    return Value(QString(value));
}

inline Value flag()
{
    return Value::flag(true);
}

// One Step on the base, cell by cell, and what committeeRefusal() says of it.
class Trial
{
public:
    explicit Trial(const Plan& plan)
        : m_before(plan)
        , m_builder(plan)
    {
    }
    Trial& set(const EntityType& type, const QString& id, const ExamplePlan::Cells& cells)
    {
        if (!m_builder.plan().table(type.id)->contains(Id(id)))
            m_builder.add(type.id, Id(id));
        for (const auto& [field, value] : cells)
            m_builder.set(type.id, Id(id), field, value);
        return *this;
    }
    Trial& remove(const EntityType& type, const QString& id)
    {
        m_builder.remove(type.id, Id(id));
        return *this;
    }
    // The sentence, or nothing where the Step is let pass.
    QString said() const
    {
        const Step step = m_builder.step(u"Trial"_s);
        const Applied applied = apply(m_before, step);
        if (!applied.ok())
            return u"does not fit: "_s + describe(applied.conflicts.first(), step, m_before);
        return committeeRefusal(m_before, applied.plan, step).value_or(QString());
    }

private:
    Plan m_before;
    StepBuilder m_builder;
};

inline Trial vote(const Plan& plan, const QString& member, const ExamplePlan::Cells& more = {},
                  const QString& resolution = u"optionB"_s)
{
    return Trial(plan).set(Vote::type, u"vote"_s,
                           ExamplePlan::Cells{{u"resolution"_s, ref(resolution)},
                                              {u"member"_s, ref(member)},
                                              {u"ballot"_s, choice(ballot::inFavour)}} +
                               more);
}

inline Plan withOutcome(const Plan& plan, const QString& id, const QString& resolution,
                        QLatin1StringView outcome)
{
    return with(plan, ResolutionOutcome::type, id,
                {{u"resolution"_s, ref(resolution)}, {u"outcome"_s, choice(outcome)}});
}

// Chris Booth may stand in for Dr Nazir; Sam Hill is a member of the Health and Wellbeing Board.
inline Plan withOthers()
{
    Plan plan = with(committeePlan(), BodyMember::type, u"booth"_s,
                     {{u"body"_s, ref(u"committee"_s)},
                      {u"person"_s, ref(u"p-booth"_s)},
                      {u"substituteFor"_s, ref(u"nazir"_s)}});
    plan = with(plan, BodyMember::type, u"hill"_s,
                {{u"body"_s, ref(u"hwb"_s)}, {u"person"_s, ref(u"p-hill"_s)}});
    plan.people.insert(Id(u"p-booth"_s), u"Chris Booth"_s);
    plan.people.insert(Id(u"p-hill"_s), u"Sam Hill"_s);
    return plan;
}

inline Plan withVersion(const Plan& plan)
{
    return with(plan, FrozenVersion::type, u"version1"_s,
                {{u"year"_s, ref(u"2026-27"_s)},
                 {u"number"_s, Value::count(1)},
                 {u"on"_s, Value(QDate(2026, 2, 27))}});
}

} // namespace placewright
