#include "ui/models/whatiskept.h"

#include "core/plan/names.h"

#include <algorithm>

namespace placewright {

bool commitWhereKept(PlanDocument& document, const Step& step, const QMap<Id, QString>& people)
{
    const auto isOfBase = [](const Change& change) {
        const EntityType* type = Plan::schema().type(change.entity);
        return type && type->keeping != Keeping::Anywhere;
    };
    if (std::any_of(step.changes.begin(), step.changes.end(), isOfBase))
        return document.commitToBase(step, {}, people);
    return document.commit(step);
}

QString nameForSteps(const Plan& plan, QAnyStringView typeId, const Id& id)
{
    const EntityType* type = Plan::schema().type(typeId);
    if (!type || type->keeping == Keeping::Anywhere)
        return nameOf(plan, typeId, id);
    for (const QLatin1StringView field : {QLatin1StringView("name"), QLatin1StringView("title")})
        if (type->field(field))
            if (const QString name = plan.value(typeId, id, field).text(); !name.isEmpty())
                return name;
    return labelOf(*type);
}

Value typedPerson(const PlanDocument& document, const QString& name, QMap<Id, QString>& people)
{
    const Id person = document.personNamed(name.trimmed(), people);
    return person.isNull() ? Value() : Value(person);
}

} // namespace placewright
