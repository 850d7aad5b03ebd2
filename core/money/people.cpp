#include "core/money/people.h"

#include "core/money/arithmeticerror.h"
#include "core/money/numeral.h"
#include "core/money/wideint.h"

#include <QCoreApplication>

namespace placewright {

namespace {

constexpr int decimalsHeld = 9;

Error tooMany(QStringView text)
{
    return {
        QCoreApplication::translate("People", "“%1” is too large a number of people.").arg(quotable(text))};
}

// Whether the digits dropped after the last held one round it up, half to even.
bool roundsUp(QStringView dropped, bool lastHeldIsOdd)
{
    if (dropped.isEmpty() || dropped[0] < u'5')
        return false;
    if (dropped[0] > u'5')
        return true;
    for (const QChar digit : dropped.mid(1)) {
        if (digit != u'0')
            return true;
    }
    return lastHeldIsOdd;
}

} // namespace

People People::fromWhole(qint64 people)
{
    return People(toInt64(Int128(people) * unitsPerPerson));
}

Result<People> People::parse(QStringView typed)
{
    const QStringView text = typed.trimmed();
    if (text.isEmpty())
        return Error{
            QCoreApplication::translate("People", "A number of people is missing: type one such as 45,493.")};

    NumeralReader reader(
        text, QCoreApplication::translate("People", "“%1” is not a number of people").arg(quotable(text)));
    if (reader.takeMinus()) {
        return Error{
            QCoreApplication::translate("People", "“%1” is not a number of people: a minus sign in place 1.")
                .arg(quotable(text))};
    }
    if (const auto fault = reader.takeDigits())
        return *fault;
    if (const auto fault = reader.end())
        return *fault;

    QString held = reader.digits;
    QString dropped;
    if (reader.decimals > decimalsHeld) {
        dropped = held.right(reader.decimals - decimalsHeld);
        held.chop(dropped.size());
    } else {
        held += QString(decimalsHeld - reader.decimals, u'0');
    }
    constexpr auto most = static_cast<quint64>(std::numeric_limits<qint64>::max());
    const auto units = digitsValue(held, most);
    if (!units)
        return tooMany(text);
    const quint64 settled = *units + (roundsUp(dropped, *units % 2 == 1) ? 1 : 0);
    if (settled > most)
        return tooMany(text);
    return People(static_cast<qint64>(settled));
}

QString People::text() const
{
    return withoutFinalZeros(decimalText(exact(), decimalsHeld, Rounding::HalfToEven));
}

People& People::operator+=(People other)
{
    m_units = toInt64(Int128(m_units) + other.m_units);
    return *this;
}

People& People::operator-=(People other)
{
    m_units = toInt64(Int128(m_units) - other.m_units);
    return *this;
}

QString formatPeople(People people, int decimals)
{
    return formatDecimal(people.exact(), decimals, Rounding::HalfAwayFromZero);
}

} // namespace placewright
