#pragma once

#include "core/money/result.h"

#include <QString>

#include <optional>

namespace placewright {

inline constexpr QChar minusSign{0x2212};

// One reading of a typed number, left to right: Money, Rate and People share it so that digits, thousands
// commas and refusals read alike. `refuses` is the opening of every refusal, for example “12O” is not an
// amount.
class NumeralReader
{
public:
    NumeralReader(QStringView text, QString refuses);

    bool atEnd() const { return m_at == m_text.size(); }
    bool take(QChar wanted);
    bool takeMinus();                // '-' or U+2212
    bool takeWord(QStringView word); // letters of either case

    // Digits with optional, correct thousands commas, then optional decimals. Fills `digits` and `decimals`.
    std::optional<Error> takeDigits();
    // Refuses whatever still stands unread.
    std::optional<Error> end() const;
    Error unexpected() const;

    QString digits;             // without commas and point
    int decimals = 0;           // how many of `digits` stand after the point
    qsizetype firstDecimal = 0; // place of the first decimal, counted from 0

private:
    Error unexpectedAt(qsizetype at) const;
    Error misplacedComma(qsizetype at) const;

    QStringView m_text;
    QString m_refuses;
    qsizetype m_at = 0;
};

// A person's text without the white space around it; shortened for quoting in a sentence.
QString quotable(QStringView text);

// The value of plain digits 0 to 9; empty when it is above `most`.
std::optional<quint64> digitsValue(QStringView digits, quint64 most);

// "123456" with two places is "1234.56". There must be more digits than places.
QString withPoint(const QString& digits, int places);
// "1.50" is "1.5" and "3.00" is "3"; whole numbers stay.
QString withoutFinalZeros(QString decimal);
// "1234567.5" is "1,234,567.5".
QString withCommas(const QString& plain);

} // namespace placewright
