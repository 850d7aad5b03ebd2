#pragma once

#include "core/plan/edit.h"

namespace placewright {

// Builds small plans in tests, line by line, with as many cells as a case needs.
class ExamplePlan
{
public:
    using Cells = QList<std::pair<QString, Value>>; // "name", "amount 2026-27", "areaAmount 2026-27/a"

    ExamplePlan& add(QAnyStringView type, const QString& id, const Cells& cells = {})
    {
        m_builder.add(type, Id(id));
        return set(type, id, cells);
    }

    ExamplePlan& set(QAnyStringView type, const QString& id, const Cells& cells)
    {
        for (const auto& [name, value] : cells) {
            const QString fieldId = name.section(u' ', 0, 0);
            const Field* field = Plan::schema().type(type)->field(fieldId);
            m_builder.set(type, Id(id), fieldId, *Key::fromText(field->keyedBy, name.section(u' ', 1)),
                          value);
        }
        return *this;
    }

    ExamplePlan& remove(QAnyStringView type, const QString& id)
    {
        m_builder.remove(type, Id(id));
        return *this;
    }

    const Plan& plan() const { return m_builder.plan(); }

private:
    StepBuilder m_builder{Plan()};
};

inline Value text(const QString& words)
{
    return Value(words);
}
inline Value ref(const QString& id)
{
    return Value(Id(id));
}
inline Value pounds(qint64 whole, qint64 pence = 0)
{
    return Value(Money::fromPence(whole * 100 + pence));
}
inline Value percent(QStringView digits)
{
    return Value(*Rate::parse(digits));
}
inline Value people(QStringView number)
{
    return Value(*People::parse(number));
}

} // namespace placewright
