#pragma once

#include "core/committee/body.h"
#include "core/committee/delegated.h"

#include <QList>

namespace placewright {

// What is delegated, moved and decided, in one expression each.
namespace delegations {

using namespace Qt::StringLiterals;

inline Money pounds(qint64 whole, qint64 pence = 0)
{
    return Money::fromPence(whole * 100 + pence);
}

inline MovedMoney more(const QString& partner, Money amount, const QString& category = u"Social care"_s,
                       const QString& year = u"2026-27"_s)
{
    return {Id(partner), year, category, amount, {}};
}

inline MovedMoney less(const QString& partner, Money amount, const QString& category = u"Social care"_s,
                       const QString& year = u"2026-27"_s)
{
    return {Id(partner), year, category, {}, amount};
}

inline DelegatedLimit limit(const QString& id, const QString& partner, std::optional<Money> perDecision,
                            std::optional<Money> perYear = {})
{
    return {Id(id), Id(partner), {}, {}, perDecision, perYear, u"Minute 12"_s, {}};
}

inline DelegatedLimit forArea(DelegatedLimit limit, const QString& category)
{
    limit.category = category;
    return limit;
}

inline DelegatedLimit toRole(DelegatedLimit limit, const QString& role)
{
    limit.role = role;
    return limit;
}

inline DelegatedLimit withMinute(DelegatedLimit limit, const QString& minute)
{
    limit.minute = minute;
    return limit;
}

struct Case
{
    QList<DelegatedLimit> limits;
    QList<MovedMoney> moved;
    QList<DecidedMoney> decided = {};
    QList<InFavour> inFavour = {};
};

inline DecidedMoney used(const QString& partner, Money amount, const QString& category = u"Social care"_s,
                         const QString& year = u"2026-27"_s)
{
    return {Id(partner), year, category, amount};
}

} // namespace delegations

} // namespace placewright
