#include "core/money/apportion.h"

#include "core/money/arithmeticerror.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

namespace placewright {

namespace {

// Remainders are sorted by their leading bits into buckets, few for few shares.
constexpr int mostBucketBits = 8;

int bucketBitsFor(qsizetype shares)
{
    return shares < 64 ? 4 : mostBucketBits;
}

quint64 low64(const UInt128& value)
{
    return static_cast<quint64>(value & UInt128(std::numeric_limits<quint64>::max()));
}

// How far to shift a remainder so that it names one of 2^bucketBits buckets; keeps order.
int bucketShift(const UInt128& total, int bucketBits)
{
    const auto high = static_cast<quint64>(total >> 64);
    const int width = high != 0 ? 64 + static_cast<int>(std::bit_width(high))
                                : static_cast<int>(std::bit_width(low64(total)));
    return std::max(0, width - bucketBits);
}

} // namespace

// Division of a 128-bit number by a fixed 64-bit one with a quotient below 2^64, by multiplication with a
// stored reciprocal: N. Moeller and T. Granlund, Improved division by invariant integers, 2011, algorithm
// 4. Exact.
FixedDivisor::FixedDivisor(quint64 divisor)
    : m_shift(std::countl_zero(divisor))
    , m_divisor(divisor << m_shift)
    , m_reciprocal(low64(~UInt128(0) / m_divisor - (UInt128(1) << 64)))
{
}

FixedDivisor::Division FixedDivisor::divide(const UInt128& number) const
{
    const UInt128 scaledNumber = number << m_shift;
    const auto high = static_cast<quint64>(scaledNumber >> 64);
    const quint64 low = low64(scaledNumber);
    const UInt128 estimate = UInt128(m_reciprocal) * high + scaledNumber;
    quint64 quotient = static_cast<quint64>(estimate >> 64) + 1;
    quint64 remainder = low - quotient * m_divisor;
    if (remainder > low64(estimate)) {
        --quotient;
        remainder += m_divisor;
    }
    if (remainder >= m_divisor) {
        ++quotient;
        remainder -= m_divisor;
    }
    return {quotient, remainder >> m_shift};
}

Apportioner::Apportioner(QList<qint64> weights, QList<int> tieOrder)
    : m_weights(std::move(weights))
    , m_tieOrder(std::move(tieOrder))
{
    if (m_weights.size() != m_tieOrder.size())
        throw ArithmeticError("an apportionment needs one tie rank for each weight");
    for (const qint64 weight : std::as_const(m_weights)) {
        if (weight < 0)
            throw ArithmeticError("a weight of an apportionment is negative");
        m_total += static_cast<quint64>(weight);
    }
    if (m_total == 0)
        throw ArithmeticError("every weight of an apportionment is zero");
    if ((m_total >> 64) == 0)
        m_divisor = FixedDivisor(low64(m_total));
    const int bucketBits = bucketBitsFor(m_weights.size());
    m_bucketCount = size_t(1) << bucketBits;
    m_bucketShift = bucketShift(m_total, bucketBits);
    m_remainders.resize(static_cast<size_t>(m_weights.size()));
    m_order.resize(static_cast<size_t>(m_weights.size()));
}

void Apportioner::split(Money whole, std::span<Money> parts)
{
    if (parts.size() != m_remainders.size())
        throw ArithmeticError("an apportionment needs one part for each weight");
    const bool negative = whole.isNegative();
    const auto pence = static_cast<quint64>(whole.pence());
    const quint64 size = negative ? quint64(0) - pence : pence;
    // Two's complement makes -2^63 its own mirror, so no part of either sign overflows.
    const auto signedPart = [negative](quint64 part) {
        return Money::fromPence(static_cast<qint64>(negative ? quint64(0) - part : part));
    };

    std::array<quint32, size_t(1) << mostBucketBits> buckets;
    const std::span<quint32> bucketSizes(buckets.data(), m_bucketCount);
    std::fill(bucketSizes.begin(), bucketSizes.end(), 0U);
    const qint64* const weights = m_weights.constData();
    const size_t count = parts.size();
    quint64 given = 0;
    for (size_t i = 0; i < count; ++i) {
        const UInt128 product = UInt128(size) * static_cast<quint64>(weights[i]);
        quint64 quotient = 0;
        if (m_divisor) {
            const FixedDivisor::Division division = m_divisor->divide(product);
            quotient = division.quotient;
            m_remainders[i] = division.remainder;
        } else {
            quotient = low64(product / m_total);
            m_remainders[i] = product % m_total;
        }
        given += quotient;
        ++bucketSizes[bucketOf(i)];
        parts[i] = signedPart(quotient);
    }
    givePence(size - given, bucketSizes, negative ? -1 : 1, parts);
}

size_t Apportioner::bucketOf(size_t share) const
{
    return static_cast<size_t>(m_remainders[share] >> m_bucketShift);
}

// Every share in a bucket above the boundary gets a penny; only the boundary bucket needs its shares
// compared.
void Apportioner::givePence(quint64 left, std::span<const quint32> bucketSizes, qint64 penny,
                            std::span<Money> parts)
{
    if (left == 0)
        return;
    size_t boundary = bucketSizes.size() - 1;
    while (left > bucketSizes[boundary])
        left -= bucketSizes[boundary--];

    const auto addPenny = [&](size_t share, qint64 amount) {
        parts[share] = Money::fromPence(parts[share].pence() + amount);
    };
    size_t candidates = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        const size_t bucket = bucketOf(i);
        addPenny(i, bucket > boundary ? penny : 0);
        m_order[candidates] = i;
        candidates += bucket == boundary ? 1 : 0;
    }
    const auto first = m_order.begin();
    const auto chosen = first + static_cast<std::ptrdiff_t>(left);
    const auto last = first + static_cast<std::ptrdiff_t>(candidates);
    const int* const tieOrder = m_tieOrder.constData();
    if (chosen != last) {
        std::nth_element(first, chosen, last, [&](size_t a, size_t b) {
            return m_remainders[a] != m_remainders[b] ? m_remainders[a] > m_remainders[b]
                                                      : tieOrder[a] < tieOrder[b];
        });
    }
    std::for_each(first, chosen, [&](size_t share) { addPenny(share, penny); });
}

QList<int> tieRanks(const QStringList& keys)
{
    QList<QByteArray> bytes;
    bytes.reserve(keys.size());
    for (const QString& key : keys)
        bytes.append(key.toUtf8());
    QList<qsizetype> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return bytes[a] < bytes[b]; });
    QList<int> ranks(keys.size());
    for (qsizetype rank = 0; rank < order.size(); ++rank)
        ranks[order[rank]] = static_cast<int>(rank);
    return ranks;
}

QList<Money> apportion(Money whole, std::span<const qint64> weights, std::span<const int> tieOrder)
{
    Apportioner apportioner(QList<qint64>(weights.begin(), weights.end()),
                            QList<int>(tieOrder.begin(), tieOrder.end()));
    QList<Money> parts(apportioner.size());
    apportioner.split(whole, std::span<Money>(parts.data(), static_cast<size_t>(parts.size())));
    return parts;
}

QList<Money> apportion(Money whole, std::span<const Ratio> weights, std::span<const int> tieOrder)
{
    if (weights.size() != tieOrder.size())
        throw ArithmeticError("an apportionment needs one tie rank for each weight");
    Ratio total;
    for (const Ratio& weight : weights) {
        if (weight.isNegative())
            throw ArithmeticError("a weight of an apportionment is negative");
        total = total + weight;
    }
    if (total.isZero())
        throw ArithmeticError("every weight of an apportionment is zero");

    qint64 left = whole.pence();
    QList<Money> parts;
    std::vector<Ratio> remainders;
    for (const Ratio& weight : weights) {
        const Ratio quota = Ratio(whole.pence()) * weight / total;
        const qint64 part = quota.unitsAt(0, Rounding::TowardsZero);
        const Ratio remainder = quota - Ratio(part);
        parts.append(Money::fromPence(part));
        remainders.push_back(whole.isNegative() ? -remainder : remainder);
        left -= part;
    }
    std::vector<size_t> order(weights.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        const auto compared = remainders[a] <=> remainders[b];
        return compared != 0 ? compared > 0 : tieOrder[a] < tieOrder[b];
    });
    const Money penny = Money::fromPence(left < 0 ? -1 : 1);
    for (size_t i = 0; i < static_cast<size_t>(left < 0 ? -left : left); ++i)
        parts[static_cast<qsizetype>(order[i])] += penny;
    return parts;
}

QList<qint64> shownShares(std::span<const Ratio> weights, int places, std::span<const int> tieOrder)
{
    const qint64 hundredPercent = Ratio(100).unitsAt(places, Rounding::Down);
    QList<qint64> shares;
    for (const Money part : apportion(Money::fromPence(hundredPercent), weights, tieOrder))
        shares.append(part.pence());
    return shares;
}

} // namespace placewright
