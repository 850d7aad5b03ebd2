#include "core/money/ratio.h"

#include "core/money/arithmeticerror.h"
#include "core/money/money.h"
#include "core/money/numeral.h"
#include "core/money/wideint.h"
#include "core/money/wideratio.h"

#include <numeric>

namespace placewright {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

quint64 magnitude(qint64 value)
{
    return value < 0 ? quint64(0) - static_cast<quint64>(value) : static_cast<quint64>(value);
}

// The greatest common divisor of any number and a positive one.
qint64 commonDivisor(qint64 any, qint64 positive)
{
    return static_cast<qint64>(std::gcd(magnitude(any), static_cast<quint64>(positive)));
}

cpp_int unitsOf(const cpp_rational& value, int places, Rounding mode)
{
    const cpp_int scale = boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(places));
    return settledQuotient<cpp_int>(boost::multiprecision::numerator(value) * scale,
                                    boost::multiprecision::denominator(value), mode);
}

struct FixedDecimal
{
    bool negative = false;
    QString digits;
};

FixedDecimal fixedDecimal(const Ratio& ratio, int places, Rounding mode)
{
    if (places < 0)
        throw ArithmeticError("a number of places is negative");
    const cpp_int units = unitsOf(exactOf(ratio), places, mode);
    const cpp_int size = boost::multiprecision::abs(units);
    return {units < 0, QString::fromStdString(size.str()).rightJustified(places + 1, QLatin1Char('0'))};
}

} // namespace

struct RatioArithmetic
{
    static cpp_rational exact(const Ratio& ratio)
    {
        return ratio.m_wide ? ratio.m_wide->value
                            : cpp_rational(cpp_int(ratio.m_numerator), cpp_int(ratio.m_denominator));
    }

    static Ratio narrowest(const cpp_rational& value)
    {
        const cpp_int top = boost::multiprecision::numerator(value);
        const cpp_int bottom = boost::multiprecision::denominator(value);
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        Ratio result;
        if (top >= least && top <= most && bottom <= most) {
            result.m_numerator = static_cast<qint64>(top);
            result.m_denominator = static_cast<qint64>(bottom);
        } else {
            result.m_wide = std::make_shared<const WideRatio>(WideRatio{value});
        }
        return result;
    }

    // A fraction already in lowest terms, denominator positive.
    static Ratio lowestTerms(const Int128& numerator, const Int128& denominator)
    {
        if (!fitsInt64(numerator) || !fitsInt64(denominator))
            return ratioOf(cpp_rational(toCppInt(numerator), toCppInt(denominator)));
        Ratio result;
        result.m_numerator = static_cast<qint64>(numerator);
        result.m_denominator = static_cast<qint64>(denominator);
        return result;
    }

    // a/b + c/d in lowest terms: only a divisor of gcd(b, d) can cancel (Knuth, The Art of Computer
    // Programming, volume 2, 4.5.1). Every product is at most 2^126, so the sum fits.
    static Ratio sum(qint64 a, qint64 b, const Int128& c, qint64 d)
    {
        const qint64 common = commonDivisor(b, d);
        const Int128 numerator = Int128(a) * (d / common) + c * (b / common);
        const auto rest = static_cast<qint64>(numerator % common);
        const qint64 cancels = commonDivisor(rest, common);
        return lowestTerms(numerator / cancels, Int128(b / common) * (d / cancels));
    }
};

cpp_rational exactOf(const Ratio& ratio)
{
    return RatioArithmetic::exact(ratio);
}

Ratio ratioOf(const cpp_rational& value)
{
    return RatioArithmetic::narrowest(value);
}

Ratio::Ratio(qint64 numerator, qint64 denominator)
{
    if (denominator == 0)
        throw ArithmeticError("division by zero");
    const quint64 common = std::gcd(magnitude(numerator), magnitude(denominator));
    const quint64 top = magnitude(numerator) / common;
    const quint64 bottom = magnitude(denominator) / common;
    const bool negative = (numerator < 0) != (denominator < 0);
    const Int128 signedTop = negative ? -Int128(top) : Int128(top);
    *this = RatioArithmetic::lowestTerms(signedTop, Int128(bottom));
}

Ratio Ratio::of(Money part, Money whole)
{
    return Ratio(part.pence(), whole.pence());
}

bool Ratio::isZero() const
{
    return !m_wide && m_numerator == 0;
}

bool Ratio::isNegative() const
{
    return m_wide ? m_wide->value < 0 : m_numerator < 0;
}

double Ratio::toDoubleForCharts() const
{
    return m_wide ? m_wide->value.convert_to<double>()
                  : static_cast<double>(m_numerator) / static_cast<double>(m_denominator);
}

Ratio operator+(const Ratio& a, const Ratio& b)
{
    if (a.m_wide || b.m_wide)
        return ratioOf(cpp_rational(exactOf(a) + exactOf(b)));
    return RatioArithmetic::sum(a.m_numerator, a.m_denominator, Int128(b.m_numerator), b.m_denominator);
}

Ratio operator-(const Ratio& a, const Ratio& b)
{
    if (a.m_wide || b.m_wide)
        return ratioOf(cpp_rational(exactOf(a) - exactOf(b)));
    return RatioArithmetic::sum(a.m_numerator, a.m_denominator, -Int128(b.m_numerator), b.m_denominator);
}

Ratio operator*(const Ratio& a, const Ratio& b)
{
    if (a.m_wide || b.m_wide)
        return ratioOf(cpp_rational(exactOf(a) * exactOf(b)));
    const qint64 down = commonDivisor(a.m_numerator, b.m_denominator);
    const qint64 up = commonDivisor(b.m_numerator, a.m_denominator);
    return RatioArithmetic::lowestTerms(Int128(a.m_numerator / down) * (b.m_numerator / up),
                                        Int128(a.m_denominator / up) * (b.m_denominator / down));
}

Ratio operator/(const Ratio& a, const Ratio& b)
{
    if (b.isZero())
        throw ArithmeticError("division by zero");
    if (b.m_wide)
        return ratioOf(cpp_rational(exactOf(a) / exactOf(b)));
    const qint64 sign = b.m_numerator < 0 ? -1 : 1;
    if (b.m_numerator == std::numeric_limits<qint64>::min())
        return ratioOf(cpp_rational(exactOf(a) / exactOf(b)));
    return a * Ratio(b.m_denominator * sign, b.m_numerator * sign);
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b)
{
    if (a.m_wide || b.m_wide)
        return exactOf(a).compare(exactOf(b)) <=> 0;
    const Int128 left = Int128(a.m_numerator) * b.m_denominator;
    const Int128 right = Int128(b.m_numerator) * a.m_denominator;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

qint64 Ratio::unitsAt(int places, Rounding mode) const
{
    if (places < 0)
        throw ArithmeticError("a number of places is negative");
    if (!m_wide && places <= 18)
        return toInt64(
            settledQuotient<Int128>(Int128(m_numerator) * powerOfTen(places), Int128(m_denominator), mode));
    const cpp_int units = unitsOf(exactOf(*this), places, mode);
    return roundedQuotient(units, 1, mode);
}

Money scaled(Money money, const Ratio& ratio, Rounding mode)
{
    return Money::fromPence((Ratio(money.pence()) * ratio).unitsAt(0, mode));
}

QString decimalText(const Ratio& ratio, int places, Rounding mode)
{
    const FixedDecimal decimal = fixedDecimal(ratio, places, mode);
    return (decimal.negative ? QStringLiteral("-") : QString()) + withPoint(decimal.digits, places);
}

QString formatDecimal(const Ratio& ratio, int places, Rounding mode)
{
    const FixedDecimal decimal = fixedDecimal(ratio, places, mode);
    return (decimal.negative ? QString(minusSign) : QString()) +
           withCommas(withPoint(decimal.digits, places));
}

QString formatPercent(const Ratio& share, int places)
{
    return formatDecimal(share * Ratio(100), places, Rounding::HalfAwayFromZero) + QLatin1Char('%');
}

} // namespace placewright
