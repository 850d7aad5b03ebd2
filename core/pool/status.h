#pragma once

#include "core/model/field.h"

#include <QLatin1StringView>
#include <QString>

namespace placewright {

// How sure a figure is. Ordered from best to worst: a derived figure has the worst status of what it read. A figure
// whose status was never set is indicative until somebody confirms it.
enum class Status { Confirmed, Indicative, Disputed };

inline Status worst(Status a, Status b)
{
    return a < b ? b : a;
}

QLatin1StringView statusId(Status status); // "confirmed", "indicative", "disputed"
Status statusFromId(const QString& id);

inline constexpr Choice statusChoices[] = {
    {QLatin1StringView("confirmed"), QT_TRANSLATE_NOOP("Field", "Confirmed")},
    {QLatin1StringView("indicative"), QT_TRANSLATE_NOOP("Field", "Indicative")},
    {QLatin1StringView("disputed"), QT_TRANSLATE_NOOP("Field", "Disputed")},
};

} // namespace placewright
