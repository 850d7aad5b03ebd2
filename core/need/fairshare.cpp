#include "core/need/fairshare.h"

#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"

namespace placewright {

FairShares fairShares(std::span<const Money> money, std::span<const qint64> need,
                      std::span<const int> tieOrder)
{
    if (money.size() != need.size())
        throw ArithmeticError("fair shares need one amount for each weight");
    FairShares shares;
    for (const Money amount : money)
        shares.total += amount;
    for (const qint64 weight : need)
        shares.allNeed = shares.allNeed + Ratio(weight);
    const QList<Money> targets = apportion(shares.total, need, tieOrder);

    for (size_t i = 0; i < money.size(); ++i) {
        FairShare share{need[i], money[i], targets[static_cast<qsizetype>(i)], {}};
        share.distance = share.money - share.target;
        if (share.distance > Money())
            shares.moves += share.distance;
        shares.areas.append(share);
    }
    return shares;
}

std::optional<Ratio> FairShares::relative(qsizetype area) const
{
    const FairShare& share = areas[area];
    if (share.need == 0 || total.isZero())
        return {};
    return Ratio::of(share.money, total) * allNeed / Ratio(share.need) - Ratio(1);
}

KnownAndAssumed fairShares(std::span<const FairShareRow> rows)
{
    QStringList keys;
    QList<qint64> need;
    QList<Money> known;
    QList<Money> all;
    for (const FairShareRow& row : rows) {
        keys.append(row.key);
        need.append(row.need);
        known.append(row.known);
        all.append(row.known + row.assumed);
    }
    const QList<int> tieOrder = tieRanks(keys);
    return {fairShares(all, need, tieOrder), fairShares(known, need, tieOrder)};
}

} // namespace placewright
