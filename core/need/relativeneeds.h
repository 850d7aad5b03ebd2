#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"

#include <QList>
#include <QString>

#include <span>

namespace placewright {

// Relative needs formulae of English local government finance: per head of a population, a basic amount and
// top-ups, times an area cost adjustment and a scaling factor that makes the authorities sum to one. Exact.
// Source: Department for Communities and Local Government, annotated settlement pages 2008/09 to 2010/11
// (need-capitation note section 4.2).
struct RelativeNeedsFormula
{
    Ratio basic;         // per head
    QList<Ratio> topUps; // per head, one an indicator
    Ratio scale = Ratio(1);
};

struct RelativeNeedsArea
{
    Ratio population;
    QList<Ratio> indicators; // as many as the formula has top-ups; shares of the population, as published
    Ratio areaCostAdjustment = Ratio(1);
};

// population x (basic + sum of top-up x indicator) x area cost adjustment x scale / 10^10. Throws
// ArithmeticError when there are not as many indicators as top-ups.
Ratio relativeNeeds(const RelativeNeedsFormula& formula, const RelativeNeedsArea& area);
// To the 14 decimals that settlements print: "0.00003946733499"; half away from zero.
QString relativeNeedsText(const Ratio& relativeNeeds);

// One relative needs formula of the relative needs amount: its value per million people counts only above the
// minimum authority's.
struct RelativeNeedsBlock
{
    Ratio relativeNeeds;
    Ratio minimumPerMillion;
};

struct RelativeNeedsAmount
{
    QList<Ratio> perMillion; // of each block: relative needs x 10^6 / population
    QList<Ratio> above;      // the same less the minimum
    Ratio sum;               // of those above
    Ratio weighted;          // sum x population / 10^6
    Money amount;            // weighted / nationalSum x pot, in whole pounds, half away from zero
};

// Throws ArithmeticError when the population or the national sum is zero.
RelativeNeedsAmount relativeNeedsAmount(std::span<const RelativeNeedsBlock> blocks, const Ratio& population,
                                        const Ratio& nationalSum, Money pot);

} // namespace placewright
