#pragma once

#include "core/evaluate/sum.h"
#include "core/ledger/fundrisk.h"

namespace placewright {

// Who pays at the tested outturn of a pooled fund in one year.
struct FundSettlement
{
    FundRisk risk;
    std::optional<RiskResult> result; // nothing: the terms cannot be worked out, see risk.problems
};

// One a pooled fund and year. A step for underspends in other funds takes what those do not need themselves.
QList<FundSettlement> settleFunds(const Plan& plan, const Ledger& ledger);

// What a partner puts into pools under section 75, of all it spends here on what a pool could hold.
struct PooledShare
{
    Id partner;
    QString year;
    Sum pooled;
    std::optional<Money> relevantSpend; // as typed
    std::optional<Ratio> share;
};

// One a partner that contributes or has a relevant spend, and year; in plan order.
QList<PooledShare> pooledShares(const Plan& plan);

} // namespace placewright
