#pragma once

#include "core/model/field.h"

#include <array>

namespace placewright {

// The services whose need is measured apart: NHS-weighted population is not need for council care.
namespace service {
inline constexpr QLatin1StringView community("community");
inline constexpr QLatin1StringView mentalHealth("mentalHealth");
inline constexpr QLatin1StringView primaryCare("primaryCare");
inline constexpr QLatin1StringView socialCare("socialCare");
inline constexpr QLatin1StringView prevention("prevention");
inline constexpr QLatin1StringView acute("acute");
} // namespace service

inline constexpr std::array<Choice, 6> serviceChoices{{
    {service::community, QT_TRANSLATE_NOOP("Field", "Community health")},
    {service::mentalHealth, QT_TRANSLATE_NOOP("Field", "Mental health")},
    {service::primaryCare, QT_TRANSLATE_NOOP("Field", "Primary care")},
    {service::socialCare, QT_TRANSLATE_NOOP("Field", "Social care")},
    {service::prevention, QT_TRANSLATE_NOOP("Field", "Prevention")},
    {service::acute, QT_TRANSLATE_NOOP("Field", "Acute hospital")},
}};

QString serviceLabel(QAnyStringView id); // translated; the id itself for a service that is not known

// The service that an area of spend of the national template stands for; empty for those that stand for none ("Continuing Care",
// "Other"). Prevention is no area of spend: a scheme says so itself.
QString serviceOfAreaOfSpend(QStringView areaOfSpend);

} // namespace placewright
