#pragma once

#include "core/model/field.h"

#include <QDate>
#include <QMap>

#include <optional>

namespace placewright {

// One partner's part in the agreement of a pooled fund.
struct FundPartner
{
    Id id;
    Id fund;
    Id partner;
    QMap<Key, Money> agreed;           // its contribution as the agreement says
    QMap<Key, Money> cap;              // the most it adds by sharing an overspend; nothing: no cap
    bool capAtContribution = false;    // the cap is its contribution of the year
    std::optional<qint64> instalments; // a year
    QString signatory;                 // name and office
    QString note;

    static const EntityType type;
    friend bool operator==(const FundPartner&, const FundPartner&) = default;
};

// A function that the agreement covers. Regulations 5 and 6 of SI 2000/617 leave some out: the rulebook lists them.
struct FundFunction
{
    Id id;
    Id fund;
    QString function; // rulebook list "functions"
    QString detail;

    static const EntityType type;
    friend bool operator==(const FundFunction&, const FundFunction&) = default;
};

// The pool manager's report of one quarter (regulation 7).
struct FundReport
{
    Id id;
    Id fund;
    Id year;
    std::optional<qint64> quarter; // 1: April to June
    QDate sentOn;
    QString note;

    static const EntityType type;
    friend bool operator==(const FundReport&, const FundReport&) = default;
};

} // namespace placewright
