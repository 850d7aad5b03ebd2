#pragma once

#include "core/model/field.h"

#include <QDate>
#include <QMap>

#include <optional>

namespace placewright {

// A pooled fund under section 75 of the NHS Act 2006 with its agreement, or money that is aligned: in view, but in each
// partner's ledger. Contents of the agreement: SI 2000/617, regulation 7 (section 75 note, 4.3).
struct Fund
{
    Id id;
    QString name;
    QString kind; // fundKind::
    Id host;      // pooled: the partner that holds the accounts and audit (regulation 7)
    QString poolManager;
    QDate startsOn;
    QDate endsOn;
    QDate reviewOn;
    std::optional<qint64> noticeMonths;
    QString clauseAims; // page or clause of the agreement where the text stands; empty: not there
    QString clauseContributions;
    QString clauseFunctions;
    QString clausePersons;
    QString clauseResources;
    QString clauseDuration;
    QString clauseManagement;
    QDate consultedOn;
    QString consulted; // whom
    QDate scrutinyOn;
    QString scrutiny;                 // what it was asked and said
    QDate signedOn;                   // the last signature
    std::optional<qint64> reportDays; // after a quarter's end, when the pool manager's report is due: local
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
    QString route;                   // contributionRoute::; empty: section 75
    QMap<Key, Money> broughtForward; // the part of the amount that was left from the year before
    QString note;

    static const EntityType type;
    friend bool operator==(const Contribution&, const Contribution&) = default;
};

// By which power the money moves. Better Care Fund money must go into a section 75 pool.
namespace contributionRoute {
inline constexpr QLatin1StringView section75("s75");
inline constexpr QLatin1StringView
    section65Z6("s65Z6"); // NHS bodies' joint committee and fund: NHS functions only
inline constexpr QLatin1StringView section256("s256"); // NHS body to council, not a pool
inline constexpr QLatin1StringView section76("s76");   // council to NHS body, not a pool
} // namespace contributionRoute

// Whether a fund's term holds in some part of a year ("2026-27": 1 April to 31 March); what is not entered is open.
bool coversYear(const Fund& fund, const QString& year);

// Whether the contribution counts as money in a pool under section 75.
bool isSection75(const Contribution& contribution);

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
