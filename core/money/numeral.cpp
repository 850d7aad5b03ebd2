#include "core/money/numeral.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool standsInNumerals(QChar character)
{
    return isDigit(character) || u",.)%kKmMbB"_s.contains(character);
}

} // namespace

NumeralReader::NumeralReader(QStringView text, QString refuses)
    : m_text(text)
    , m_refuses(std::move(refuses))
{
}

bool NumeralReader::take(QChar wanted)
{
    if (atEnd() || m_text[m_at] != wanted)
        return false;
    ++m_at;
    return true;
}

bool NumeralReader::takeMinus()
{
    return take(u'-') || take(minusSign);
}

bool NumeralReader::takeWord(QStringView word)
{
    if (!m_text.mid(m_at).startsWith(word, Qt::CaseInsensitive))
        return false;
    m_at += word.size();
    return true;
}

std::optional<Error> NumeralReader::takeDigits()
{
    const auto digitRun = [this] {
        const qsizetype from = m_at;
        while (!atEnd() && isDigit(m_text[m_at]))
            digits += m_text[m_at++];
        return m_at - from;
    };

    const qsizetype leading = digitRun();
    if (leading == 0)
        return unexpected();
    while (!atEnd() && m_text[m_at] == u',') {
        const qsizetype comma = m_at++;
        const bool misplaced = digits.size() > 3 && leading > 3;
        const qsizetype group = digitRun();
        if (group < 3 && !atEnd() && !standsInNumerals(m_text[m_at]))
            return unexpected();
        if (misplaced || group != 3)
            return misplacedComma(comma);
    }
    if (!take(u'.'))
        return {};
    firstDecimal = m_at;
    decimals = static_cast<int>(digitRun());
    if (decimals == 0)
        return unexpected();
    return {};
}

std::optional<Error> NumeralReader::end() const
{
    return atEnd() ? std::optional<Error>() : unexpectedAt(m_at);
}

Error NumeralReader::unexpected() const
{
    return unexpectedAt(m_at);
}

Error NumeralReader::unexpectedAt(qsizetype at) const
{
    if (at == m_text.size()) {
        return {QCoreApplication::translate("Numeral",
                                            "%1: it ends at place %2, where a digit or bracket must follow.")
                    .arg(m_refuses, QString::number(at))};
    }
    const QString place = QString::number(at + 1);
    const QChar character = m_text[at];
    if (character.isSpace())
        return {QCoreApplication::translate("Numeral", "%1: a space in place %2.").arg(m_refuses, place)};
    if (character.isLetter())
        return {QCoreApplication::translate("Numeral", "%1: letter %2 in place %3.")
                    .arg(m_refuses, character, place)};
    if (!character.isPrint()) {
        const QString code = QString::number(character.unicode(), 16).toUpper().rightJustified(4, u'0');
        return {QCoreApplication::translate("Numeral", "%1: character U+%2 in place %3.")
                    .arg(m_refuses, code, place)};
    }
    return {QCoreApplication::translate("Numeral", "%1: “%2” in place %3.").arg(m_refuses, character, place)};
}

Error NumeralReader::misplacedComma(qsizetype at) const
{
    return {QCoreApplication::translate("Numeral", "%1: the comma in place %2 does not separate thousands.")
                .arg(m_refuses, QString::number(at + 1))};
}

QString quotable(QStringView text)
{
    constexpr qsizetype longest = 40;
    return text.size() <= longest ? text.toString() : text.left(longest).toString() + u'…';
}

std::optional<quint64> digitsValue(QStringView digits, quint64 most)
{
    quint64 value = 0;
    for (const QChar character : digits) {
        const quint64 digit = character.unicode() - u'0';
        if (value > most / 10 || digit > most - value * 10)
            return {};
        value = value * 10 + digit;
    }
    return value;
}

QString withPoint(const QString& digits, int places)
{
    if (places == 0)
        return digits;
    return digits.left(digits.size() - places) + u'.' + digits.right(places);
}

QString withoutFinalZeros(QString decimal)
{
    if (!decimal.contains(u'.'))
        return decimal;
    while (decimal.endsWith(u'0'))
        decimal.chop(1);
    if (decimal.endsWith(u'.'))
        decimal.chop(1);
    return decimal;
}

QString withCommas(const QString& plain)
{
    QString text = plain;
    const qsizetype point = plain.indexOf(u'.');
    for (qsizetype at = (point < 0 ? plain.size() : point) - 3; at > 0; at -= 3)
        text.insert(at, u',');
    return text;
}

} // namespace placewright
