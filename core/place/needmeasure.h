#pragma once

#include "core/model/field.h"

#include <array>

namespace placewright {

// The need-weighted populations that NHS England publishes for each GP practice, one a service component. The order is
// that of `need-index --json`. Source: NHS England ICB place based allocation tool, 2025/26.
enum class NeedMeasure {
    Overall,
    GeneralAndAcute,
    Community,
    MentalHealth,
    Maternity,
    HealthInequalities,
    Prescribing,
    PrimaryMedicalCareNeed,
    PrimaryMedicalCare,
};
inline constexpr int needMeasureCount = 9;

// Their ids in files and JSON, and what they are called, in the order of NeedMeasure.
inline constexpr std::array<Choice, needMeasureCount> needMeasureChoices{{
    {QLatin1StringView("overall"), QT_TRANSLATE_NOOP("Field", "Overall need")},
    {QLatin1StringView("generalAndAcute"), QT_TRANSLATE_NOOP("Field", "General and acute")},
    {QLatin1StringView("community"), QT_TRANSLATE_NOOP("Field", "Community services")},
    {QLatin1StringView("mentalHealth"), QT_TRANSLATE_NOOP("Field", "Mental health")},
    {QLatin1StringView("maternity"), QT_TRANSLATE_NOOP("Field", "Maternity")},
    {QLatin1StringView("healthInequalities"), QT_TRANSLATE_NOOP("Field", "Health inequalities")},
    {QLatin1StringView("prescribing"), QT_TRANSLATE_NOOP("Field", "Prescribing")},
    {QLatin1StringView("primaryMedicalCareNeed"),
     QT_TRANSLATE_NOOP("Field", "Primary medical care, need only")},
    {QLatin1StringView("primaryMedicalCare"), QT_TRANSLATE_NOOP("Field", "Primary medical care")},
}};

} // namespace placewright
