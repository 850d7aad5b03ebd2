#pragma once

#include "core/money/money.h"

#include <span>
#include <utility>
#include <vector>

namespace placewright {

// An amount of money that chance decides. Probabilities are parts of one and, like the standard deviation, double: estimates.
// Few possible amounts are kept one by one, to the penny. Where a sum has too many, it stands on a grid of a sixty-fourth of
// its standard deviation: mean, standard deviation, least and largest amount and their probabilities stay as they are, and
// what lies between is smoothed over one width of the grid.
class MoneyChance
{
public:
    struct Amount
    {
        Money money;
        double probability = 0;
    };

    explicit MoneyChance(Money certain = Money());
    explicit MoneyChance(std::span<const Amount> amounts); // never falling; probabilities add to one
    // Of parts that vary each on its own. Throws ArithmeticError on overflow.
    static MoneyChance sumOf(std::span<const MoneyChance> parts);

    Money mean() const;
    double standardDeviation() const;         // pounds
    double below(Money amount) const;         // the probability of less
    Money quantile(double probability) const; // the least amount with at least this probability of no more

private:
    struct Grid;
    static Grid gridOf(const MoneyChance& part, double step);
    static Grid together(const Grid& a, const Grid& b);
    bool isCertain() const { return m_least == m_most; }
    std::pair<size_t, size_t> withoutTails() const;
    double penceAt(size_t at) const; // above the least amount
    void takeFrom(const MoneyChance& part, Money certain);
    void combine(std::span<const MoneyChance* const> parts, Money certain);
    void convolve(std::span<const MoneyChance* const> parts);

    Money m_least;
    Money m_most;
    double m_leastProbability = 1;
    double m_mostProbability = 1;
    double m_mean = 0;                   // pence above the least amount
    double m_variance = 0;               // pence squared
    std::vector<double> m_probabilities; // of the amounts, or the points of the grid
    std::vector<Money> m_amounts;        // none: a grid
    double m_first = 0;                  // pence above the least amount
    double m_step = 0;
};

// The probabilities of the sum of two whole numbers from those of each, counted from the least.
std::vector<double> convolution(std::span<const double> a, std::span<const double> b);

} // namespace placewright
