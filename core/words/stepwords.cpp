#include "core/words/stepwords.h"

#include <QCoreApplication>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

QString nameFrom(const Change& change, const Plan& plan)
{
    const TableBase* table = plan.table(change.entity);
    if (!table || !table->contains(change.id))
        for (const Cell& cell : change.record)
            if (cell.field == QLatin1StringView("name"))
                return cell.value.text();
    return nameOf(plan, change.entity, change.id);
}

QString orNothing(const QString& text)
{
    return text.isEmpty() ? Words::tr("nothing") : text;
}

} // namespace

QString describe(const Change& change, const Plan& plan)
{
    const EntityType* type = Plan::schema().type(change.entity);
    if (!type)
        return change.entity;
    const QString name = nameFrom(change, plan);
    if (change.op == Change::Op::Add)
        return Words::tr("%1 “%2” added").arg(labelOf(*type), name);
    if (change.op == Change::Op::Remove)
        return Words::tr("%1 “%2” removed").arg(labelOf(*type), name);
    const Field* field = type->field(change.field);
    if (!field)
        return change.field;
    return Words::tr("%1 “%2”: %3 from %4 to %5")
        .arg(labelOf(*type), name, shownField(plan, *field, change.key),
             orNothing(shownValue(plan, *field, change.from)),
             orNothing(shownValue(plan, *field, change.to)));
}

} // namespace placewright
