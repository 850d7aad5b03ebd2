#include "ui/models/removal.h"

#include "core/plan/names.h"
#include "ui/models/whatiskept.h"

#include <QCoreApplication>

namespace placewright {

Removed removeEntities(PlanDocument& document, const QStringList& ids)
{
    StepBuilder builder(document.plan());
    QStringList names;
    for (const QString& text : ids) {
        const Id id(text);
        for (const EntityType* type : Plan::schema().types) {
            if (!builder.plan().table(type->id)->contains(id))
                continue;
            names.append(nameForSteps(document.plan(), type->id, id));
            builder.remove(type->id, id);
        }
    }
    if (names.isEmpty())
        return {};
    const auto count = static_cast<int>(names.size());
    const QString what = count == 1
                             ? QCoreApplication::translate("Removal", "Deleted “%1”").arg(names.first())
                             : QCoreApplication::translate("Removal", "Deleted %n row(s)", nullptr, count);
    const Step step = builder.step(what);
    if (!commitWhereKept(document, step))
        return {};
    return {what, step.changes.size() > 1};
}

} // namespace placewright
