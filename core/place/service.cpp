#include "core/place/service.h"

#include <QCoreApplication>

namespace placewright {

QString serviceLabel(QAnyStringView id)
{
    for (const Choice& choice : serviceChoices)
        if (choice.value == id)
            return QCoreApplication::translate("Field", choice.label);
    return id.toString();
}

QString serviceOfAreaOfSpend(QStringView areaOfSpend)
{
    struct Pair
    {
        QLatin1StringView areaOfSpend;
        QLatin1StringView service;
    };
    static constexpr Pair pairs[] = {
        {QLatin1StringView("Community Health"), service::community},
        {QLatin1StringView("Mental Health"), service::mentalHealth},
        {QLatin1StringView("Primary Care"), service::primaryCare},
        {QLatin1StringView("Social Care"), service::socialCare},
        {QLatin1StringView("Acute"), service::acute},
    };
    for (const Pair& pair : pairs)
        if (pair.areaOfSpend == areaOfSpend)
            return pair.service;
    return {};
}

} // namespace placewright
