#include "core/need/distribution.h"

#include "core/need/distributionsums.h"

#include <QByteArray>

#include <algorithm>

namespace placewright {

namespace {

double part(qint64 of, qint64 whole)
{
    return whole == 0 ? 0 : static_cast<double>(of) / static_cast<double>(whole);
}

SeriesRow seriesRow(const DistributionRow& row, Series series)
{
    return {&row, series.weights == HeadWeight::People ? row.people.units() : row.weighted.units(),
            series.quantity == Quantity::Money ? row.money.pence() : row.weighted.units()};
}

} // namespace

SeriesRows seriesRows(std::span<const DistributionRow> rows, Series series, WithoutHead withoutHead)
{
    SeriesRows result;
    if (rows.empty())
        return {{}, 0, 0, Refusal::NoRows};
    People weight;
    People amount; // checked sums of whole units, whatever they are units of
    bool amountWithoutHead = false;
    result.rows.reserve(rows.size());
    for (const DistributionRow& row : rows) {
        const SeriesRow taken = seriesRow(row, series);
        if (taken.weight < 0 || taken.amount < 0)
            return {{}, 0, 0, Refusal::NegativeFigure};
        weight += People::fromUnits(taken.weight);
        amount += People::fromUnits(taken.amount);
        amountWithoutHead = amountWithoutHead || (taken.weight == 0 && taken.amount > 0);
        result.rows.push_back(taken);
    }
    result.weight = weight.units();
    result.amount = amount.units();
    if (result.weight == 0)
        result.refusal = Refusal::NoPeople;
    else if (result.amount == 0)
        result.refusal = Refusal::NoAmount;
    else if (amountWithoutHead && withoutHead == WithoutHead::Refuse)
        result.refusal = Refusal::AmountWithoutHead;
    return result;
}

Ratio inReadUnits(const Ratio& perUnit, Quantity quantity)
{
    return quantity == Quantity::Money ? perUnit * Ratio(People::unitsPerPerson, 100) : perUnit;
}

bool lessInBytes(const QString& a, const QString& b)
{
    return a.toUtf8() < b.toUtf8();
}

void sortByBytes(QStringList& keys)
{
    std::sort(keys.begin(), keys.end(), lessInBytes);
}

CurveShares sharesAt(const CurvePoint& point, const CurvePoint& last)
{
    return {part(point.people.units(), last.people.units()),
            part(point.weighted.units(), last.weighted.units()),
            part(point.money.pence(), last.money.pence())};
}

} // namespace placewright
