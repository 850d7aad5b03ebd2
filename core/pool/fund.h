#pragma once

#include "core/model/field.h"

#include <QMap>

namespace placewright {

// A pooled fund under section 75 of the NHS Act 2006, or money that is aligned: in view, but in each partner's ledger.
struct Fund
{
    Id id;
    QString name;
    QString kind; // fundKind::
    Id host;      // pooled: the partner that holds the accounts and audit (regulation 7)
    QString note;

    static const EntityType type;
    friend bool operator==(const Fund&, const Fund&) = default;
};

namespace fundKind {
inline constexpr QLatin1StringView pooled("pooled");
inline constexpr QLatin1StringView aligned("aligned");
} // namespace fundKind

// What one partner pays into one fund from one source, a year.
struct Contribution
{
    Id id;
    Id fund;
    Id partner;
    QString source; // rulebook code, for example "NHS_MIN"
    QMap<Key, Money> amount;
    QMap<Key, QString> status;
    QMap<Key, Id> disputedBy;
    QMap<Key, Money> disputedAmount; // what the partner that disputes it says it should be
    QString note;

    static const EntityType type;
    friend bool operator==(const Contribution&, const Contribution&) = default;
};

// A published minimum, entered by the place: rulebooks hold kinds and counting rules, never a place's pounds.
struct Minimum
{
    Id id;
    Id year;
    QString kind;                // rulebook code, for example "NHS_MIN" or "ASC_SPEND"
    Id partner;                  // the ICB or council it is for; none: the whole Health and Wellbeing Board
    std::optional<Money> amount; // none: not known
    std::optional<Money>
        baseline; // the same minimum in the year before, where the plan does not hold that year
    QString source;
    QString status;
    Id disputedBy;
    QString note;

    static const EntityType type;
    friend bool operator==(const Minimum&, const Minimum&) = default;
};

} // namespace placewright
