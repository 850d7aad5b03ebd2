#pragma once

#include "core/money/rounding.h"

#include <QString>

#include <compare>
#include <concepts>
#include <memory>

namespace placewright {

class Money;
struct WideRatio;

// An exact fraction in lowest terms, denominator positive. 64-bit numerator and denominator are the fast
// path, worked in 128 bits; what does not fit moves to unbounded integers by itself, so no result is ever
// rounded. Computed, never stored.
class Ratio
{
public:
    Ratio() = default;
    Ratio(qint64 whole)
        : m_numerator(whole)
    {
    }
    Ratio(qint64 numerator, qint64 denominator); // throws ArithmeticError when the denominator is zero
    template <std::floating_point T> Ratio(T) = delete;
    template <class N, class D>
    requires(std::floating_point<N> || std::floating_point<D>) Ratio(N, D)
    = delete;
    static Ratio of(Money part, Money whole);

    bool isZero() const;
    bool isNegative() const;
    double toDoubleForCharts() const;

    friend Ratio operator+(const Ratio& a, const Ratio& b);
    friend Ratio operator-(const Ratio& a, const Ratio& b);
    friend Ratio operator*(const Ratio& a, const Ratio& b);
    friend Ratio operator/(const Ratio& a, const Ratio& b); // throws ArithmeticError on division by zero
    Ratio operator-() const { return Ratio(0) - *this; }
    friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

    // The whole number of units of 10^-places, for example 1/3 to two places is 33. Throws
    // ArithmeticError when it does not fit in 64 bits or `places` is negative.
    qint64 unitsAt(int places, Rounding mode) const;

private:
    friend struct RatioArithmetic; // core/money/wideratio.h
    qint64 m_numerator = 0;
    qint64 m_denominator = 1;
    std::shared_ptr<const WideRatio> m_wide; // set only when 64 bits do not hold it
};

// money x ratio to the penny.
Money scaled(Money money, const Ratio& ratio, Rounding mode);

// Fixed decimals for files: "0.999666710", "-1234.50".
QString decimalText(const Ratio& ratio, int places, Rounding mode);
// The same for people: "−1,234.50", with U+2212 and commas between thousands.
QString formatDecimal(const Ratio& ratio, int places, Rounding mode);
// 0.342 as "34.2%"; half away from zero.
QString formatPercent(const Ratio& share, int places = 1);

} // namespace placewright
