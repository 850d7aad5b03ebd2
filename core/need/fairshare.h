#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"

#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace placewright {

// One area's need and money. Assumed money is what reaches the area only by an assumption (a share by heads,
// say); it is never counted in the figures of known money.
struct FairShareRow
{
    QString key;     // ONS or ODS code, else entity id; decides ties
    qint64 need = 0; // weighted people in any one unit, 1e-9 people as a rule
    Money known;
    Money assumed;
};

struct FairShare
{
    qint64 need = 0;
    Money money;
    Money target;   // largest remainder by need: the targets sum to the money
    Money distance; // money - target
};

// One reckoning of a list of areas, in the order given.
struct FairShares
{
    Money total;
    Ratio allNeed;
    QList<FairShare> areas;
    Money moves; // the sum of what areas have above their targets: what would have to move

    // money / (exact target) - 1, before rounding to the penny; none where the target is zero.
    std::optional<Ratio> relative(qsizetype area) const;
};

struct KnownAndAssumed
{
    FairShares all;       // known and assumed money together
    FairShares knownOnly; // the same need, but only the money known to reach the areas
};

// Target T = total x need / all need and distance from target: need-capitation note sections 1.2, 5.1 and
// 6.1. Throws ArithmeticError when need is negative or zero everywhere, or a sum does not fit. Keys must be
// distinct.
KnownAndAssumed fairShares(std::span<const FairShareRow> rows);
FairShares fairShares(std::span<const Money> money, std::span<const qint64> need,
                      std::span<const int> tieOrder);

} // namespace placewright
