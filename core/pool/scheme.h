#pragma once

#include "core/model/field.h"

#include <QMap>

namespace placewright {

// How a scheme's money reaches areas. Known: an area, pounds or percentages that somebody states, or as a contract pays area
// by area. Assumed: by population or by need.
namespace basis {
inline constexpr QLatin1StringView notSplit("notSplit");
inline constexpr QLatin1StringView area("area");
inline constexpr QLatin1StringView pounds("pounds");
inline constexpr QLatin1StringView shares("shares");
inline constexpr QLatin1StringView population("population");
inline constexpr QLatin1StringView need("need");
inline constexpr QLatin1StringView contract("contract");
} // namespace basis

bool isAssumed(const QString& basisId);

// The area of spend that the plan is meant to move money out of, as the national template words it.
namespace areaOfSpend {
inline constexpr QLatin1StringView acute("Acute");
}

// Whose VAT rules a scheme follows: those of the body that delivers it, agreed by the partners. Source: HMRC VATGPB6640.
namespace vatRoute {
inline constexpr QLatin1StringView council("LA_S33"); // section 33 VAT Act: recovered nearly in full
inline constexpr QLatin1StringView nhs("NHS_COS");    // contracted-out services: a limited list
inline constexpr QLatin1StringView agency("AGENCY");  // cross-charges, which may be taxable
inline constexpr QLatin1StringView none("NA");        // no VAT arises
} // namespace vatRoute

// What the money is for, in the national template's terms. Money stands on its lines.
struct Scheme
{
    Id id;
    QString number; // "01", the scheme ID of the template
    QString name;
    QString description;
    Id fund;
    QString schemeType; // rounds to 2024-25
    QString subType;
    QString activity; // 2025-26 on
    QString objective;
    QString otherText; // where type or activity is "Other"
    QString service;   // service:: whose need measures it; empty: as each line's area of spend says
    QString areaBasis; // basis::; empty: not split
    Id layer;          // whose areas it serves
    Id basisArea;
    QMap<Key, Rate> share; // percent by area; must add up to 100
    QString basisSource;
    bool locked = false;
    std::optional<Money> floor; // a year; drags and suggested fixes stay within
    std::optional<Money> ceiling;
    QString vatRoute;             // vatRoute::; empty: not settled
    QMap<Key, Money> testOutturn; // what the risk share is tested at; nothing: at plan
    QMap<Key, Money> testFault;   // the part of that overspend that would come from breaking the agreement

    static const EntityType type;
    friend bool operator==(const Scheme&, const Scheme&) = default;
};

// One spending line: a scheme's money from one source with one commissioner and provider.
struct Line
{
    Id id;
    Id scheme;
    QString name;
    QString source;
    Id payer; // the partner whose money it is, where several pay from the same source
    QString areaOfSpend;
    QString commissioner;
    std::optional<Rate> nhsShare; // percent, joint commissioning only
    std::optional<Rate> councilShare;
    QString provider;
    QString spendKind; // "revenue" or "capital"
    QMap<Key, Money> amount;
    Id contract;                       // pays it, and has no amount of its own
    std::optional<Rate> contractShare; // percent of its payment; nothing: 100
    QMap<Key, QString> status;
    QMap<Key, Id> disputedBy;
    QMap<Key, Money> disputedAmount;
    QMap<Key, Rate> outputs;
    QString outputUnit;
    QString areaBasis; // overrides the scheme's where set, with the fields below
    Id basisArea;
    QMap<Key, Rate> share;
    QMap<Key, Money> areaAmount; // by year and area, for basis "pounds"
    QString basisSource;
    bool locked = false;
    QString risk;                         // lineRisk::; empty: shared
    Id riskBearer;                        // at own risk: who; null: as the commissioner says
    QMap<Key, Money> clientContributions; // charged to clients, on top of the amount: gross is both
    QMap<Key, Money> irrecoverableVat;    // on top of the amount, paid by the same source
    QString note;

    static const EntityType type;
    friend bool operator==(const Line&, const Line&) = default;
};

// The service whose need a line's money meets: the scheme's own, else that of the line's area of spend; empty: none.
QString serviceOf(const Scheme& scheme, const Line& line);

// Who buys what a line pays for, as the national template words it.
namespace commissioner {
inline constexpr QLatin1StringView council("LA");
inline constexpr QLatin1StringView nhs("NHS");
inline constexpr QLatin1StringView joint("Joint");
} // namespace commissioner

// Whether the partners share what a line of a pooled fund ends over or under.
namespace lineRisk {
inline constexpr QLatin1StringView shared("shared");
inline constexpr QLatin1StringView own("own");
} // namespace lineRisk

namespace spendKind {
inline constexpr QLatin1StringView revenue("revenue");
inline constexpr QLatin1StringView capital("capital");
} // namespace spendKind

} // namespace placewright
