#include "core/model/field.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

const Field* EntityType::field(QAnyStringView fieldId) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.id == fieldId; });
    return found == fields.end() ? nullptr : &*found;
}

const EntityType* Schema::type(QAnyStringView typeId) const
{
    const auto found =
        std::find_if(types.begin(), types.end(), [&](const EntityType* t) { return t->id == typeId; });
    return found == types.end() ? nullptr : *found;
}

bool accepts(const Field& field, const Value& value)
{
    if (!value.fits(field.type))
        return false;
    const std::span<const Choice> fixed = field.choices.fixed;
    return value.isNull() || fixed.empty() ||
           std::any_of(fixed.begin(), fixed.end(),
                       [&](const Choice& choice) { return choice.value == value.text(); });
}

QString labelOf(const Field& field)
{
    return QCoreApplication::translate("Field", field.label);
}

QString helpOf(const Field& field)
{
    return field.help ? QCoreApplication::translate("Field", field.help) : QString();
}

QString labelOf(const EntityType& type)
{
    return QCoreApplication::translate("Field", type.label);
}

QString pluralLabelOf(const EntityType& type)
{
    return QCoreApplication::translate("Field", type.labelPlural);
}

QString labelOfChoice(const Field& field, const QString& value)
{
    for (const Choice& choice : field.choices.fixed)
        if (choice.value == value)
            return QCoreApplication::translate("Field", choice.label);
    return value;
}

} // namespace placewright
