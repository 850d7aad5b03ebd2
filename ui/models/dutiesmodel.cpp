#include "ui/models/dutiesmodel.h"

#include "core/words/phrases.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace placewright {

DutiesModel::DutiesModel(PlanDocument& document, QObject* parent)
    : EntityModel(document, Duty::type,
                  {QLatin1StringView("name"), QLatin1StringView("source"), QLatin1StringView("body"),
                   QLatin1StringView("dueOn"), QLatin1StringView("evidence"),
                   QLatin1StringView("evidencedOn"), QLatin1StringView("note")},
                  tr("New duty…"), parent)
{
}

bool DutiesModel::isOpen(const Duty& duty) const
{
    const QDate today = document().author().now().date();
    return duty.dueOn.isValid() && duty.dueOn < today && !duty.evidencedOn.isValid();
}

int DutiesModel::open() const
{
    return static_cast<int>(std::count_if(plan().duties.begin(), plan().duties.end(),
                                          [this](const Duty& duty) { return isOpen(duty); }));
}

QVariant DutiesModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const Duty* duty = plan().duties.find(row.id);
    if (!duty || !isOpen(*duty) || column.fields.value(Duty::type.id) != QLatin1StringView("dueOn"))
        return EntityModel::moreData(row, column, role);
    if (role == MarkRole)
        return static_cast<int>(Icon::Missed);
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Missed);
    if (role == Qt::ToolTipRole)
        return tr("It was due on %1, and nothing shows that it was done.").arg(dateShown(duty->dueOn));
    return EntityModel::moreData(row, column, role);
}

} // namespace placewright
