#pragma once

#include "core/money/result.h"

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <concepts>

namespace placewright {

// An amount of pounds sterling, held as whole pence in 64 bits. Sums are checked: what does not fit throws
// ArithmeticError. There is no way in from a floating-point number and none out but `toDoubleForCharts`.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fromPence(qint64 pence) { return Money(pence); }
    static Money fromPounds(qint64 pounds);
    template <std::floating_point T> static Money fromPence(T) = delete;
    template <std::floating_point T> static Money fromPounds(T) = delete;

    constexpr qint64 pence() const { return m_pence; }
    constexpr bool isZero() const { return m_pence == 0; }
    constexpr bool isNegative() const { return m_pence < 0; }
    constexpr bool isWholePounds() const { return m_pence % 100 == 0; }
    double toDoubleForCharts() const { return static_cast<double>(m_pence) / 100.0; } // pounds

    Money& operator+=(Money other);
    Money& operator-=(Money other);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    Money operator-() const { return Money() - *this; }
    Money abs() const { return isNegative() ? -*this : *this; }

    friend constexpr auto operator<=>(Money, Money) = default;
    friend size_t qHash(Money money, size_t seed = 0) { return ::qHash(money.m_pence, seed); }

private:
    constexpr explicit Money(qint64 pence)
        : m_pence(pence)
    {
    }
    qint64 m_pence = 0;
};

// The largest amount a person may type or a file may hold, either sign: a hundred billion pounds. It keeps
// any plan's totals far from the limit of 64 bits.
inline constexpr Money largestEntry = Money::fromPence(10'000'000'000'000);

// Reads an amount as people write it in Britain: "£1,234,567.89", "-£5", "(1,200.00)", "−3", "500k",
// "1.2m". Commas must separate thousands. The whole text must be an amount of at most two decimals (after
// k, m or bn: whole pence).
Result<Money> parseMoney(QStringView text);

// "53440286.00": the form of files and of the command line. Reads only what it writes.
QString moneyToPlain(Money money);
Result<Money> moneyFromPlain(QStringView text);

enum class Pence { Always, Never, WhenAny };

// "£1,234,567.89", "−£212,000.00" (U+2212 before the pound sign). Pence::Never throws ArithmeticError when
// there are pence to lose: formatting only moves digits.
QString formatMoney(Money money, Pence pence = Pence::Always);
// The same without the pound sign, for table cells whose header carries it.
QString formatAmount(Money money, Pence pence = Pence::Always);
// With + or − always: "+£88,000.00", "−£212,000.00", "£0.00".
QString formatChange(Money money, Pence pence = Pence::Always);
// One unit for charts and short labels: "£12.15m", "£460k", "£95"; rounded half away from zero to `decimals`.
QString formatShort(Money money, int decimals = 2);

} // namespace placewright
