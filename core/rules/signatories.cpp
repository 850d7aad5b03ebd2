#include "core/rules/signatories.h"

#include "core/rules/governancechecks.h"

#include <QJsonArray>

#include <algorithm>

namespace placewright {

RequiredSignatures requiredSignatures(const Rulebook& rulebook, const RulebookCheck& check)
{
    RequiredSignatures required;
    const bool delegable = check.parameters.value(QLatin1StringView("delegable")).toBool();
    for (const QJsonValue entry : check.parameters.value(QLatin1StringView("signatories")).toArray())
        required.signatories.append({entry[QLatin1StringView("organisation")].toString(),
                                     entry[QLatin1StringView("role")].toString(),
                                     entry[QLatin1StringView("delegable")].toBool(delegable)});
    const QString due = check.parameters.value(QLatin1StringView("due")).toString();
    if (const RulebookFact* fact = rulebook.fact(due))
        required.due = dateOf(*fact);
    return required;
}

std::optional<RequiredSignatures> requiredSignatures(const Rulebook& rulebook)
{
    const auto found =
        std::find_if(rulebook.checks.begin(), rulebook.checks.end(), [](const RulebookCheck& check) {
            return check.function == governanceCheck::signatures && check.applies;
        });
    if (found == rulebook.checks.end())
        return std::nullopt;
    return requiredSignatures(rulebook, *found);
}

} // namespace placewright
