#include "core/contract/moneychance.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace placewright {

namespace {

constexpr size_t mostAmounts = 8192; // of a sum kept one by one
constexpr double pointsOfDeviation = 64;
constexpr double mostPoints = 2048; // of one part
constexpr double tail = 1e-10;      // so little probability at an end takes no place on the grid

double penceOf(Money money)
{
    return static_cast<double>(money.pence());
}

// Equal neighbours become one.
void mergeInto(std::vector<MoneyChance::Amount>& merged, std::span<const MoneyChance::Amount> amounts)
{
    merged.clear();
    for (const MoneyChance::Amount& amount : amounts) {
        if (!merged.empty() && merged.back().money == amount.money)
            merged.back().probability += amount.probability;
        else
            merged.push_back(amount);
    }
}

} // namespace

struct MoneyChance::Grid
{
    qint64 first = 0; // in steps above the least amount; may be below zero
    std::vector<double> probabilities;
};

MoneyChance::MoneyChance(Money certain)
    : m_least(certain)
    , m_most(certain)
    , m_probabilities{1}
    , m_amounts{certain}
{
}

MoneyChance::MoneyChance(std::span<const Amount> amounts)
{
    std::vector<Amount> merged;
    mergeInto(merged, amounts);
    Q_ASSERT(!merged.empty());
    m_least = merged.front().money;
    m_most = merged.back().money;
    m_leastProbability = merged.front().probability;
    m_mostProbability = merged.back().probability;
    for (const Amount& amount : merged) {
        m_amounts.push_back(amount.money);
        m_probabilities.push_back(amount.probability);
        m_mean += amount.probability * penceOf(amount.money - m_least);
    }
    for (const Amount& amount : merged) {
        const double distance = penceOf(amount.money - m_least) - m_mean;
        m_variance += amount.probability * distance * distance;
    }
}

MoneyChance MoneyChance::sumOf(std::span<const MoneyChance> parts)
{
    MoneyChance sum;
    std::vector<const MoneyChance*> varying;
    Money certain;
    size_t combinations = 1;
    for (const MoneyChance& part : parts) {
        sum.m_least += part.m_least;
        sum.m_most += part.m_most;
        sum.m_leastProbability *= part.m_leastProbability;
        sum.m_mostProbability *= part.m_mostProbability;
        sum.m_mean += part.m_mean;
        sum.m_variance += part.m_variance;
        if (part.isCertain()) {
            certain += part.m_least;
            continue;
        }
        varying.push_back(&part);
        if (part.m_amounts.empty())
            combinations = mostAmounts + 1;
        else if (combinations <= mostAmounts)
            combinations *= part.m_amounts.size();
    }
    if (varying.size() == 1)
        sum.takeFrom(*varying.front(), certain);
    else if (combinations <= mostAmounts)
        sum.combine(varying, certain);
    else
        sum.convolve(varying);
    return sum;
}

void MoneyChance::takeFrom(const MoneyChance& part, Money certain)
{
    m_probabilities = part.m_probabilities;
    m_amounts.clear();
    for (const Money amount : part.m_amounts)
        m_amounts.push_back(amount + certain);
    m_first = part.m_first;
    m_step = part.m_step;
}

void MoneyChance::combine(std::span<const MoneyChance* const> parts, Money certain)
{
    std::vector<Amount> amounts{{certain, 1.0}};
    std::vector<Amount> sums;
    for (const MoneyChance* part : parts) {
        sums.clear();
        sums.reserve(amounts.size() * part->m_amounts.size());
        for (const Amount& amount : amounts)
            for (size_t i = 0; i < part->m_amounts.size(); ++i)
                sums.push_back(
                    {amount.money + part->m_amounts[i], amount.probability * part->m_probabilities[i]});
        // By probability too, so that equal amounts are added in one order everywhere.
        std::sort(sums.begin(), sums.end(), [](const Amount& a, const Amount& b) {
            return a.money != b.money ? a.money < b.money : a.probability < b.probability;
        });
        mergeInto(amounts, sums);
    }
    m_amounts.clear();
    m_probabilities.clear();
    for (const Amount& amount : amounts) {
        m_amounts.push_back(amount.money);
        m_probabilities.push_back(amount.probability);
    }
}

double MoneyChance::penceAt(size_t at) const
{
    return m_amounts.empty() ? m_first + m_step * static_cast<double>(at) : penceOf(m_amounts[at] - m_least);
}

std::pair<size_t, size_t> MoneyChance::withoutTails() const
{
    size_t first = 0;
    size_t last = m_probabilities.size() - 1;
    for (double left = m_probabilities[first]; left < tail && first < last; left += m_probabilities[first])
        ++first;
    for (double left = m_probabilities[last]; left < tail && first < last; left += m_probabilities[last])
        --last;
    return {first, last};
}

// An amount between two points is shared by them so that the mean stays.
MoneyChance::Grid MoneyChance::gridOf(const MoneyChance& part, double step)
{
    const auto [first, last] = part.withoutTails();
    Grid grid;
    grid.first = static_cast<qint64>(std::floor(part.penceAt(first) / step));
    const double end = part.penceAt(last) / step - static_cast<double>(grid.first);
    grid.probabilities.assign(static_cast<size_t>(end) + 2, 0.0);
    for (size_t i = first; i <= last; ++i) {
        const double place = part.penceAt(i) / step - static_cast<double>(grid.first);
        const auto below = static_cast<size_t>(place);
        const double above = place - static_cast<double>(below);
        grid.probabilities[below] += part.m_probabilities[i] * (1 - above);
        grid.probabilities[below + 1] += part.m_probabilities[i] * above;
    }
    return grid;
}

MoneyChance::Grid MoneyChance::together(const Grid& a, const Grid& b)
{
    Grid sum{a.first + b.first, convolution(a.probabilities, b.probabilities)};
    std::vector<double>& all = sum.probabilities;
    size_t first = 0;
    for (double left = all[first]; left < tail && first + 1 < all.size(); left += all[first])
        ++first;
    size_t last = all.size() - 1;
    for (double left = all[last]; left < tail && first < last; left += all[last])
        --last;
    all.resize(last + 1);
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first));
    sum.first += static_cast<qint64>(first);
    return sum;
}

void MoneyChance::convolve(std::span<const MoneyChance* const> parts)
{
    double step = std::sqrt(m_variance) / pointsOfDeviation;
    for (const MoneyChance* part : parts) {
        const auto [first, last] = part->withoutTails();
        step = std::max(step, (part->penceAt(last) - part->penceAt(first)) / mostPoints);
    }
    std::vector<Grid> grids;
    for (const MoneyChance* part : parts)
        grids.push_back(gridOf(*part, step));
    // Neighbours two by two, so that few sums are long.
    while (grids.size() > 1) {
        std::vector<Grid> sums;
        for (size_t i = 0; i + 1 < grids.size(); i += 2)
            sums.push_back(together(grids[i], grids[i + 1]));
        if (grids.size() % 2 != 0)
            sums.push_back(std::move(grids.back()));
        grids = std::move(sums);
    }
    m_probabilities = std::move(grids.front().probabilities);
    m_amounts.clear();

    double whole = 0;
    double mean = 0;
    for (size_t i = 0; i < m_probabilities.size(); ++i) {
        whole += m_probabilities[i];
        mean += m_probabilities[i] * static_cast<double>(i);
    }
    mean /= whole;
    double variance = 0;
    for (size_t i = 0; i < m_probabilities.size(); ++i) {
        m_probabilities[i] /= whole;
        const double distance = static_cast<double>(i) - mean;
        variance += m_probabilities[i] * distance * distance;
    }
    // Sharing between points widened the sum a little: mean and deviation are put back.
    m_step = variance > 0 ? std::sqrt(m_variance / variance) : step;
    m_first = m_mean - m_step * mean;
}

Money MoneyChance::mean() const
{
    return m_least + Money::fromPence(std::llround(m_mean));
}

double MoneyChance::standardDeviation() const
{
    return std::sqrt(m_variance) / 100;
}

double MoneyChance::below(Money amount) const
{
    if (amount <= m_least)
        return 0;
    if (amount > m_most)
        return 1;
    double less = 0;
    if (!m_amounts.empty()) {
        for (size_t i = 0; i < m_amounts.size() && m_amounts[i] < amount; ++i)
            less += m_probabilities[i];
        return std::min(less, 1.0);
    }
    // Each point stands for what is half a step around it.
    const double place = (penceOf(amount - m_least) - m_first) / m_step + 0.5;
    for (size_t i = 0; i < m_probabilities.size() && static_cast<double>(i) < place; ++i)
        less += m_probabilities[i] * std::min(1.0, place - static_cast<double>(i));
    return std::min(std::max(less, m_leastProbability), 1 - m_mostProbability);
}

Money MoneyChance::quantile(double probability) const
{
    constexpr double rounding = 1e-12; // of the sum of probabilities
    if (probability <= m_leastProbability + rounding)
        return m_least;
    if (probability > 1 - m_mostProbability + rounding)
        return m_most;
    double reached = 0;
    for (size_t i = 0; i < m_probabilities.size(); ++i) {
        const double before = reached;
        reached += m_probabilities[i];
        if (reached + rounding < probability)
            continue;
        if (!m_amounts.empty())
            return m_amounts[i];
        const double part =
            m_probabilities[i] > 0 ? std::min(1.0, (probability - before) / m_probabilities[i]) : 0.5;
        const double pence = m_first + m_step * (static_cast<double>(i) + part - 0.5);
        return std::clamp(m_least + Money::fromPence(std::llround(pence)), m_least, m_most);
    }
    return m_most;
}

std::vector<double> convolution(std::span<const double> a, std::span<const double> b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    std::vector<double> sum(a.size() + b.size() - 1, 0.0);
    for (size_t i = 0; i < a.size(); ++i) {
        const double factor = a[i];
        if (factor == 0)
            continue;
        double* to = sum.data() + i;
        for (size_t j = 0; j < b.size(); ++j)
            to[j] += factor * b[j];
    }
    return sum;
}

} // namespace placewright
