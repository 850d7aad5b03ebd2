#include "core/money/rate.h"

#include "core/money/numeral.h"
#include "core/money/wideint.h"

#include <QCoreApplication>

namespace placewright {

namespace {

constexpr int mostPlaces = 12;

} // namespace

Result<Rate> Rate::parse(QStringView typed)
{
    const QStringView text = typed.trimmed();
    if (text.isEmpty())
        return Error{QCoreApplication::translate("Rate", "A number is missing: type one such as 12.5.")};

    const QString refuses = QCoreApplication::translate("Rate", "“%1” is not a number").arg(quotable(text));
    NumeralReader reader(text, refuses);
    const bool negative = reader.takeMinus();
    if (!negative)
        reader.take(u'+');
    if (const auto fault = reader.takeDigits())
        return *fault;
    reader.take(u'%');
    if (const auto fault = reader.end())
        return *fault;
    if (reader.decimals > mostPlaces) {
        return Error{QCoreApplication::translate("Rate", "“%1” has more than 12 decimals, from place %2.")
                         .arg(quotable(text), QString::number(reader.firstDecimal + mostPlaces + 1))};
    }
    constexpr auto most = static_cast<quint64>(std::numeric_limits<qint64>::max());
    const auto value = digitsValue(reader.digits, most);
    if (!value)
        return Error{QCoreApplication::translate("Rate", "“%1” has too many digits: use at most 18.")
                         .arg(quotable(text))};
    const auto size = static_cast<qint64>(*value);
    return Rate(negative ? -size : size, reader.decimals);
}

Ratio Rate::exact() const
{
    return Ratio(m_digits, powerOfTen(m_places));
}

QString Rate::text() const
{
    return decimalText(exact(), m_places, Rounding::TowardsZero);
}

} // namespace placewright
