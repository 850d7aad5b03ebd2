#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"
#include "core/money/wideint.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace placewright {

// Splits `whole` into parts proportional to `weights` by largest remainder (Hamilton), so that the parts
// sum to the whole exactly; a negative whole mirrors a positive one. `tieOrder[i]` ranks share i when
// remainders are equal: the lower rank takes the penny (ranks follow ONS or ODS code in byte order, else
// entity id; see `tieRanks`), never row order. A zero weight always gets nothing. Throws ArithmeticError
// when a weight is negative or all are zero.
// Source: need-capitation note section 6.1; Balinski and Young, 1975.
QList<Money> apportion(Money whole, std::span<const qint64> weights, std::span<const int> tieOrder);
QList<Money> apportion(Money whole, std::span<const Ratio> weights, std::span<const int> tieOrder);

// Ranks of the keys in byte order, for `tieOrder`. Keys must be distinct.
QList<int> tieRanks(const QStringList& keys);

// Division of 128-bit numbers by one 64-bit divisor; an implementation detail of Apportioner.
class FixedDivisor
{
public:
    struct Division
    {
        quint64 quotient;
        quint64 remainder;
    };
    explicit FixedDivisor(quint64 divisor);
    Division divide(const UInt128& number) const; // the quotient must be below 2^64

private:
    int m_shift;
    quint64 m_divisor;
    quint64 m_reciprocal;
};

// The weights and tie order of one split used for many amounts: `split` is `apportion` without allocation
// per call. Not to be shared between threads: `split` works in its own scratch space.
class Apportioner
{
public:
    // Throws ArithmeticError when the sizes differ, a weight is negative or all are zero. Tie ranks
    // must be distinct.
    Apportioner(QList<qint64> weights, QList<int> tieOrder);
    qsizetype size() const { return m_weights.size(); }
    void split(Money whole, std::span<Money> parts); // as many parts as weights

private:
    void givePence(quint64 left, std::span<const quint32> bucketSizes, qint64 penny, std::span<Money> parts);
    size_t bucketOf(size_t share) const;

    QList<qint64> m_weights;
    QList<int> m_tieOrder;
    UInt128 m_total = 0;
    std::optional<FixedDivisor> m_divisor; // empty when the weights sum beyond 64 bits
    int m_bucketShift = 0;
    size_t m_bucketCount = 0;
    std::vector<UInt128> m_remainders;
    std::vector<size_t> m_order;
};

// Shares of a total as whole units of 10^-places of a percent (34.2% at one place is 342) that add to
// exactly 100%, by largest remainder: what a column of shares shows. Throws like `apportion`.
QList<qint64> shownShares(std::span<const Ratio> weights, int places, std::span<const int> tieOrder);

} // namespace placewright
