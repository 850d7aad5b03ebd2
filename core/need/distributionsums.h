#pragma once

#include "core/money/wideint.h"
#include "core/need/distribution.h"

#include <cmath>
#include <vector>

namespace placewright {

// One row of a series as whole units: the amount in pence or 1e-9 weighted people, the weight in 1e-9 people.
struct SeriesRow
{
    const DistributionRow* row = nullptr;
    qint64 weight = 0;
    qint64 amount = 0;
};

// The rows of a series, checked, with their sums; an implementation detail of the measures. Both sums fit in
// 63 bits (else ArithmeticError), so that twice their product fits in 127.
struct SeriesRows
{
    std::vector<SeriesRow> rows;
    qint64 weight = 0;
    qint64 amount = 0;
    Refusal refusal = Refusal::None;
};

enum class WithoutHead { Refuse, Keep };
SeriesRows seriesRows(std::span<const DistributionRow> rows, Series series, WithoutHead withoutHead);

// Amounts per weight in the units people read: pounds, or weighted people, per (weighted) head.
Ratio inReadUnits(const Ratio& perUnit, Quantity quantity);

bool lessInBytes(const QString& a, const QString& b); // the order of UTF-8, as tieRanks
void sortByBytes(QStringList& keys);

// A sum of doubles that carries what each addition loses. Source: A. Neumaier, 1974.
class CompensatedSum
{
public:
    void add(double term)
    {
        const double next = m_sum + term;
        m_lost += std::abs(m_sum) >= std::abs(term) ? (m_sum - next) + term : (term - next) + m_sum;
        m_sum = next;
    }
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

} // namespace placewright
