#pragma once

#include "core/contract/moneychance.h"
#include "core/contract/outcomepayment.h"

#include <optional>
#include <span>

namespace placewright {

// What chance alone does to a contract: how often a place of this size gains or loses with no change in quality. Probabilities
// and standard deviations are double: estimates. All amounts are pounds and pence of one year.
//
// Each result is taken as true, and the year's count varies around it: of people counted at most once binomially, of events
// as Poisson. A likely result of nobody, or of everybody, therefore does not vary, and rises in one place do not come with
// falls in another. What was counted before the contract stays as it is. Fifths measured together have one count, the sum of
// theirs, and earn or lose together.
//
// Nothing is drawn at random. The thirteen steps are worked for every count within eight standard deviations, and the
// indicators and fifths, which vary each on their own, are added by convolution (moneychance.h). That takes less time than
// the thousands of draws a simulation needs, has no error of sampling, and no seed. Counts whose
// standard deviation is above 512 (a quarter of a million events) follow the normal curve in steps.
// Source: need and capitation note, sections 3.5 and 3.6.

struct EarnedChance
{
    Money atRisk;
    Money atTrueRates;            // step 8 with every result as it is likely
    Money mean;                   // not the same where the terms bend near a rate
    double standardDeviation = 0; // pounds
    Money low;                    // nine in ten years earn between these: the 5th percentile ...
    Money high;                   // ... and the 95th
    Money distance;               // of the further of the two from atTrueRates
    double floorBinds =
        0; // how often floor or ceiling changes what is paid, at the expected cost; of all areas
    double ceilingBinds = 0; // together: in any of them
    MoneyChance earned;

    double losesMoreThan(Money amount) const; // how often less than atTrueRates by more than so much
    double gainsMoreThan(Money amount) const;
};

struct OutcomeChance
{
    QList<EarnedChance> areas; // as the areas of the year
    EarnedChance total;
};

// Terms and year must have no problems. `countsPeople`, by indicator: each eligible person at most once; else events. Throws
// ArithmeticError on overflow.
OutcomeChance chanceOf(const OutcomeTerms& terms, const OutcomeYear& year,
                       std::span<const bool> countsPeople);

// What chance alone does to the corridor. The mean cost of a person over all covered varies by the spread of one person's
// yearly cost divided by the square root of the people (normal approximation; people cost independently of each other, so an
// epidemic or a dear winter is not in it).
struct CorridorChance
{
    double standardDeviation = 0; // of cost, as part of the benchmark, like the widths
    double gainSide = 0;          // how often cost is below the benchmark by more than the corridor
    double lossSide = 0;          // ... above it
    double oneYearInTen = 0;      // the corridor that is left, either side, at most one year in ten ...
    double oneYearInTwenty = 0;   // ... and in twenty
    double outside() const { return gainSide + lossSide; }
};
// `spread`: standard deviation of one person's yearly cost as a multiple of its mean; nothing: not known, and so is the
// chance. `expected`: the cost expected, as part of the benchmark; 1: nothing but chance takes cost off the benchmark.
// Nothing too where nobody is covered, or spread or expected cost is below zero.
std::optional<CorridorChance> corridorChanceOf(const Ratio& people, const std::optional<Ratio>& spread,
                                               const Ratio& corridor, const Ratio& expected = Ratio(1));

// For comparison only, never worked with: the savings, as part of the benchmark, from which United States Medicare shared
// with one-sided organisations of so many assigned lives. The smaller organisation of the band had the higher rate; how the
// rate falls inside a band is not stated here.
// Source: 42 CFR 425.604(b) as of 2015; need and capitation note, section 3.5.
struct ReferenceRate
{
    double low = 0;
    double high = 0;
    qint64 from = 0; // assigned lives
    qint64 to = -1;  // below zero: and more

    friend bool operator==(const ReferenceRate&, const ReferenceRate&) = default;
};
std::optional<ReferenceRate> medicareMinimumSavingsRate(qint64 lives); // nothing below 5,000

} // namespace placewright
