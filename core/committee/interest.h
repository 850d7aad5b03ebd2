#pragma once

#include "core/model/field.h"

#include <QDate>

namespace placewright {

// An entry of the register of interests. Kinds and degrees: NHS England, Managing conflicts of interest in the NHS (2024).
struct Interest
{
    Id id;
    Id member;      // of a body
    QString kind;   // interestKind::
    QString degree; // interestDegree::
    QString what;
    QDate arose;      // when the interest began or changed
    QDate declaredOn; // within 28 days of that
    QDate ended;
    bool confidential = false; // left out of public copies
    QString note;

    static const EntityType type;
    friend bool operator==(const Interest&, const Interest&) = default;
};

// What the interest is about, so that a resolution about it asks.
struct InterestLink
{
    Id id;
    Id interest;
    Id scheme;        // or
    Id contract;      // or
    QString provider; // a kind of provider as lines name it

    static const EntityType type;
    friend bool operator==(const InterestLink&, const InterestLink&) = default;
};

namespace interestKind {
inline constexpr QLatin1StringView financial("financial");
inline constexpr QLatin1StringView professional("professional"); // non-financial
inline constexpr QLatin1StringView personal("personal");         // non-financial
inline constexpr QLatin1StringView indirect("indirect");
} // namespace interestKind

namespace interestDegree {
inline constexpr QLatin1StringView actual("actual");
inline constexpr QLatin1StringView potential("potential");
inline constexpr QLatin1StringView perceived("perceived");
} // namespace interestDegree

// Days within which a change must be declared.
inline constexpr int daysToDeclare = 28;

} // namespace placewright
