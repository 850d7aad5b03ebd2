#pragma once

#include "core/money/arithmeticerror.h"
#include "core/money/rounding.h"

#include <QtGlobal>

#include <boost/multiprecision/cpp_int.hpp>

#include <limits>

namespace placewright {

// 128-bit integers for intermediate products of two 64-bit numbers: the compiler's own where it has them.
#if defined(__SIZEOF_INT128__)
__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;
#else
using Int128 = boost::multiprecision::int128_t;
using UInt128 = boost::multiprecision::uint128_t;
#endif

inline bool fitsInt64(const Int128& value)
{
    return value >= Int128(std::numeric_limits<qint64>::min()) &&
           value <= Int128(std::numeric_limits<qint64>::max());
}

inline boost::multiprecision::cpp_int toCppInt(const Int128& value)
{
    const bool negative = value < 0;
    const UInt128 magnitude =
        negative ? UInt128(0) - static_cast<UInt128>(value) : static_cast<UInt128>(value);
    boost::multiprecision::cpp_int result = static_cast<quint64>(magnitude >> 64);
    result <<= 64;
    result += static_cast<quint64>(magnitude & UInt128(std::numeric_limits<quint64>::max()));
    return negative ? boost::multiprecision::cpp_int(-result) : result;
}

// The pieces of one division settled by a named mode; shared by every width of integer so that there is
// one rounding rule. `denominator` must be positive.
template <class Integer>
Integer settledQuotient(const Integer& numerator, const Integer& denominator, Rounding mode)
{
    const Integer quotient = numerator / denominator;
    const Integer remainder = numerator % denominator;
    if (remainder == 0)
        return quotient;

    const bool negative = numerator < 0;
    Integer distance = remainder;
    if (negative)
        distance = -distance;
    const Integer distanceToNext = denominator - distance;
    const bool half = distance == distanceToNext;
    const bool beyondHalf = distance > distanceToNext;

    bool away = false;
    switch (mode) {
    case Rounding::HalfAwayFromZero:
        away = half || beyondHalf;
        break;
    case Rounding::HalfToEven:
        away = beyondHalf || (half && quotient % 2 != 0);
        break;
    case Rounding::HalfTowardsZero:
        away = beyondHalf;
        break;
    case Rounding::Down:
        away = negative;
        break;
    case Rounding::Up:
        away = !negative;
        break;
    case Rounding::TowardsZero:
        break;
    }
    if (!away)
        return quotient;
    return negative ? Integer(quotient - 1) : Integer(quotient + 1);
}

// 10^exponent for exponents 0 to 18.
constexpr qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

inline qint64 toInt64(const Int128& value)
{
    if (!fitsInt64(value))
        throw ArithmeticError("a result does not fit in 64 bits");
    return static_cast<qint64>(value);
}

// numerator / denominator as a whole number, settled by `mode`. Throws ArithmeticError when the
// denominator is zero or the result does not fit in 64 bits.
qint64 roundedQuotient(const boost::multiprecision::cpp_int& numerator,
                       const boost::multiprecision::cpp_int& denominator, Rounding mode);

} // namespace placewright
