#pragma once

#include "core/evaluate/fundsettlement.h"
#include "core/evaluate/shelf.h"
#include "core/evaluate/sum.h"
#include "core/ledger/ledger.h"
#include "core/rules/finding.h"

namespace placewright {

struct SourceTotal // pooled money only
{
    QString year;
    QString source;
    Sum income;
    Sum spend;
    Money balance; // income less spend
};

struct FundShare
{
    Id partner;
    Sum amount;
    Ratio share; // of the fund's income; zero when there is none
};

struct FundTotal
{
    Id fund;
    QString year;
    QList<FundShare> contributions; // one a partner, in plan order of partners; last what names no partner
    Sum income;
    Sum spend;
    Money balance;
};

struct SchemeArea
{
    Id area;
    Money amount;
    Money assumed;
};

struct SchemeTotal
{
    Id scheme;
    QString year;
    Sum spend;
    QList<SchemeArea> areas;
    Money notSplit;
};

// One area of one layer in one year. The base of index and shares is named: this place, unless said otherwise.
struct AreaTotal
{
    Id layer;
    Id area;
    QString year;
    std::optional<People> population;
    std::optional<People> weighted;   // as typed or published
    std::optional<Ratio> needIndex;   // (weighted / population) / (the layer's weighted / population)
    std::optional<Ratio> needShare;   // of the layer
    std::optional<Ratio> deprivation; // higher is more deprived
    Money allocated; // of money split between areas of this layer, or of layers that nest in it exactly
    Money assumed;
    std::optional<Ratio> allocatedShare;
    std::optional<Money> perHead;         // half away from zero
    std::optional<Money> perWeightedHead; // weighted people scaled so that the layer's add to its population
    std::optional<Money> target;          // the layer's money by need, largest remainder
    std::optional<Money> distanceFromTarget; // allocated less target
};

struct LayerTotal
{
    Id layer;
    QString year;
    Money allocated;
    Money assumed;
    QList<Id> nested;                     // the layers whose areas' money is summed here as well
    QHash<qsizetype, qsizetype> parentOf; // of those layers' areas, by position in Plan::areas
};

struct YearTotal
{
    QString year;
    Sum income; // pooled
    Sum spend;
    Sum aligned; // contributions to aligned funds: in view, outside everything else
    Money notSplit;
    Money split;
    Money clientContributions; // on pooled lines, on top of the spend: gross is both
    Money irrecoverableVat;    // within the spend
};

struct KindTotal // spend by area of spend
{
    QString year;
    QString areaOfSpend;
    Sum spend;
};

// Everything that is computed from a plan. Pure, exact, no input or output, no clock, no locale.
struct Evaluation
{
    Ledger ledger;
    QList<LayerNeed> needs;
    PaidContracts contracts; // in plan order
    QList<YearTotal> years;
    QList<SourceTotal> sources;
    QList<FundTotal> funds;
    QList<SchemeTotal> schemes;
    QList<KindTotal> kinds;
    QList<AreaTotal> areas;
    QList<LayerTotal> layers;
    QList<FundSettlement> risks; // one a pooled fund and year
    QList<PooledShare> pooled;   // one a partner that contributes, and year
    QList<Finding> findings;     // rulebook order within each year
};

// Contracts that rest on the same figures as in `before` are taken from it; the result is the same without.
Evaluation evaluate(const Plan& plan, const Shelf& shelf, const Evaluation& before = {});

// An overflow or the like comes out as a sentence.
Result<Evaluation> tryEvaluate(const Plan& plan, const Shelf& shelf, const Evaluation& before = {});

} // namespace placewright
