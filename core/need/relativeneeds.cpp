#include "core/need/relativeneeds.h"

#include "core/money/arithmeticerror.h"

namespace placewright {

namespace {

constexpr qint64 tenToTheTenth = 10'000'000'000;
constexpr qint64 million = 1'000'000;
constexpr int printedDecimals = 14;

} // namespace

Ratio relativeNeeds(const RelativeNeedsFormula& formula, const RelativeNeedsArea& area)
{
    if (formula.topUps.size() != area.indicators.size())
        throw ArithmeticError("a relative needs formula needs one indicator for each top-up");
    Ratio perHead = formula.basic;
    for (qsizetype i = 0; i < formula.topUps.size(); ++i)
        perHead = perHead + formula.topUps[i] * area.indicators[i];
    return area.population * perHead * area.areaCostAdjustment * formula.scale / Ratio(tenToTheTenth);
}

QString relativeNeedsText(const Ratio& relativeNeeds)
{
    return decimalText(relativeNeeds, printedDecimals, Rounding::HalfAwayFromZero);
}

RelativeNeedsAmount relativeNeedsAmount(std::span<const RelativeNeedsBlock> blocks, const Ratio& population,
                                        const Ratio& nationalSum, Money pot)
{
    RelativeNeedsAmount result;
    for (const RelativeNeedsBlock& block : blocks) {
        result.perMillion.append(block.relativeNeeds * Ratio(million) / population);
        result.above.append(result.perMillion.last() - block.minimumPerMillion);
        result.sum = result.sum + result.above.last();
    }
    result.weighted = result.sum * population / Ratio(million);
    const Ratio pounds = result.weighted / nationalSum * Ratio(pot.pence(), 100);
    result.amount = Money::fromPounds(pounds.unitsAt(0, Rounding::HalfAwayFromZero));
    return result;
}

} // namespace placewright
