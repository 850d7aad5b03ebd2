
#include "core/money/wideint.h"

namespace placewright {

using boost::multiprecision::cpp_int;

qint64 roundedQuotient(const cpp_int& numerator, const cpp_int& denominator, Rounding mode)
{
    if (denominator == 0)
        throw ArithmeticError("division by zero");
    const cpp_int quotient = denominator < 0 ? settledQuotient<cpp_int>(-numerator, -denominator, mode)
                                             : settledQuotient<cpp_int>(numerator, denominator, mode);
    if (quotient < std::numeric_limits<qint64>::min() || quotient > std::numeric_limits<qint64>::max())
        throw ArithmeticError("a rounded quotient does not fit in 64 bits");
    return static_cast<qint64>(quotient);
}

} // namespace placewright
