#pragma once

#include "core/model/field.h"

#include <QDate>

#include <optional>

namespace placewright {

// A matter for the council's scrutiny of health: what was asked, and what it said.
struct ScrutinyItem
{
    Id id;
    QString kind; // scrutinyKind::
    QString name;
    Id fund; // what it is about, where it is one of these
    Id scheme;
    QDate raisedOn;
    QString committee; // which committee looked at it
    QString outcome;   // scrutinyOutcome::; empty: open
    QDate outcomeOn;
    QString note;

    static const EntityType type;
    friend bool operator==(const ScrutinyItem&, const ScrutinyItem&) = default;
};

namespace scrutinyKind {
inline constexpr QLatin1StringView variation("variation");     // of the agreement
inline constexpr QLatin1StringView termination("termination"); // of the agreement
inline constexpr QLatin1StringView substantialChange("substantialChange");
inline constexpr QLatin1StringView other("other");
} // namespace scrutinyKind

namespace scrutinyOutcome {
inline constexpr QLatin1StringView notNeeded("notNeeded");
inline constexpr QLatin1StringView noObjection("noObjection");
inline constexpr QLatin1StringView recommendations("recommendations");
inline constexpr QLatin1StringView consultation("consultation"); // a consultation is needed
inline constexpr QLatin1StringView referred("referred");
} // namespace scrutinyOutcome

// A duty that a body answers for, and what shows that it was done.
struct Duty
{
    Id id;
    QString name;
    QString source; // law, guidance or terms of reference
    Id body;
    QDate dueOn;
    QString evidence;
    QDate evidencedOn;
    QString note;

    static const EntityType type;
    friend bool operator==(const Duty&, const Duty&) = default;
};

} // namespace placewright
