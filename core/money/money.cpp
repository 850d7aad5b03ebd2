#include "core/money/money.h"

#include "core/money/arithmeticerror.h"
#include "core/money/numeral.h"
#include "core/money/ratio.h"
#include "core/money/wideint.h"

#include <QCoreApplication>

#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString plainDigits(Money money)
{
    const qint64 pence = money.pence();
    const quint64 size = pence < 0 ? quint64(0) - static_cast<quint64>(pence) : static_cast<quint64>(pence);
    return withPoint(QString::number(size).rightJustified(3, u'0'), 2);
}

QString shownDigits(Money money, Pence pence)
{
    QString digits = withCommas(plainDigits(money));
    if (pence == Pence::Never && !money.isWholePounds())
        throw ArithmeticError("pence would be lost in a whole-pound format");
    if (pence == Pence::Never || (pence == Pence::WhenAny && money.isWholePounds()))
        digits.chop(3);
    return digits;
}

QString sign(Money money)
{
    return money.isNegative() ? QString(minusSign) : QString();
}

QString notAnAmount(QStringView text)
{
    return QCoreApplication::translate("Money", "“%1” is not an amount").arg(quotable(text));
}

Error tooManyDecimals(QStringView text, const NumeralReader& reader)
{
    return {QCoreApplication::translate("Money", "%1: more than two decimals, from place %2.")
                .arg(notAnAmount(text), QString::number(reader.firstDecimal + 3))};
}

Error tooLarge(QStringView text)
{
    return {QCoreApplication::translate("Money", "“%1” is too large: the largest amount is %2.")
                .arg(quotable(text), formatMoney(largestEntry, Pence::WhenAny))};
}

// The amount of `digits` pounds times 10^exponent, of which `decimals` digits stand after the point.
Result<Money> amount(QStringView text, QString digits, int decimals, int exponent, bool negative)
{
    while (decimals > exponent + 2 && digits.endsWith(u'0')) {
        digits.chop(1);
        --decimals;
    }
    if (decimals > exponent + 2) {
        return Error{QCoreApplication::translate("Money", "%1: it does not come to whole pence.")
                         .arg(notAnAmount(text))};
    }
    digits += QString(exponent + 2 - decimals, u'0');
    const auto pence = digitsValue(digits, static_cast<quint64>(largestEntry.pence()));
    if (!pence)
        return tooLarge(text);
    const auto size = static_cast<qint64>(*pence);
    return Money::fromPence(negative ? -size : size);
}

struct Unit
{
    QStringView word;
    int exponent;
};

constexpr std::array<Unit, 3> units{{{u"bn", 9}, {u"m", 6}, {u"k", 3}}};

} // namespace

Money Money::fromPounds(qint64 pounds)
{
    return Money(toInt64(Int128(pounds) * 100));
}

Money& Money::operator+=(Money other)
{
    m_pence = toInt64(Int128(m_pence) + other.m_pence);
    return *this;
}

Money& Money::operator-=(Money other)
{
    m_pence = toInt64(Int128(m_pence) - other.m_pence);
    return *this;
}

Result<Money> parseMoney(QStringView typed)
{
    const QStringView text = typed.trimmed();
    if (text.isEmpty())
        return Error{
            QCoreApplication::translate("Money", "An amount is missing: type one such as £1,200.00.")};

    NumeralReader reader(text, notAnAmount(text));
    bool negative = false;
    bool signedAlready = false;
    bool bracket = false;
    bool pound = false;
    for (bool more = true; more;) {
        more = false;
        if (!signedAlready && (reader.take(u'+') || (negative = reader.takeMinus())))
            more = signedAlready = true;
        else if (!signedAlready && reader.take(u'('))
            more = signedAlready = bracket = negative = true;
        else if (!pound && reader.take(u'£'))
            more = pound = true;
    }

    if (const auto fault = reader.takeDigits())
        return *fault;
    int exponent = 0;
    for (const Unit& unit : units) {
        if (reader.takeWord(unit.word)) {
            exponent = unit.exponent;
            break;
        }
    }
    if (bracket && !reader.take(u')')) {
        if (!reader.atEnd())
            return reader.unexpected();
        return Error{QCoreApplication::translate("Money", "%1: the bracket is not closed at place %2.")
                         .arg(notAnAmount(text), QString::number(text.size() + 1))};
    }
    if (const auto fault = reader.end())
        return *fault;
    if (exponent == 0 && reader.decimals > 2)
        return tooManyDecimals(text, reader);
    return amount(text, reader.digits, reader.decimals, exponent, negative);
}

QString moneyToPlain(Money money)
{
    return (money.isNegative() ? u"-"_s : QString()) + plainDigits(money);
}

Result<Money> moneyFromPlain(QStringView text)
{
    NumeralReader reader(text, notAnAmount(text));
    const bool negative = reader.take(u'-');
    if (const auto fault = reader.takeDigits())
        return *fault;
    if (const auto fault = reader.end())
        return *fault;
    if (reader.decimals > 2)
        return tooManyDecimals(text, reader);
    const Result<Money> read = amount(text, reader.digits, reader.decimals, 0, negative);
    if (!read.ok() || moneyToPlain(*read) == text)
        return read;
    return Error{
        QCoreApplication::translate("Money", "“%1” is not how a file writes an amount: it must be “%2”.")
            .arg(quotable(text), moneyToPlain(*read))};
}

QString formatMoney(Money money, Pence pence)
{
    return sign(money) + u'£' + shownDigits(money, pence);
}

QString formatAmount(Money money, Pence pence)
{
    return sign(money) + shownDigits(money, pence);
}

QString formatChange(Money money, Pence pence)
{
    return (money > Money() ? u"+"_s : QString()) + formatMoney(money, pence);
}

QString formatShort(Money money, int decimals)
{
    constexpr auto mode = Rounding::HalfAwayFromZero;
    const Ratio pounds(money.pence(), 100);
    const int poundDecimals = decimals >= 2 ? 2 : 0;
    for (const Unit& unit : units) {
        // A unit begins where the next smaller one rounds to a thousand: £999,999 is £1m, not £1,000k.
        const int smaller = unit.exponent - 3;
        const int places = smaller == 0 ? poundDecimals : decimals;
        const qint64 inSmaller = (pounds / Ratio(powerOfTen(smaller))).unitsAt(places, mode);
        if (qAbs(inSmaller) < powerOfTen(places + 3))
            continue;
        QString text =
            withoutFinalZeros(formatDecimal(pounds / Ratio(powerOfTen(unit.exponent)), decimals, mode));
        text.insert(money.isNegative() ? 1 : 0, u'£').append(unit.word);
        return text;
    }
    if (poundDecimals == 2)
        return formatMoney(money, Pence::WhenAny);
    return formatMoney(Money::fromPounds(pounds.unitsAt(0, mode)), Pence::Never);
}

} // namespace placewright
