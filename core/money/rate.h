#pragma once

#include "core/money/ratio.h"
#include "core/money/result.h"

#include <QString>

#include <concepts>

namespace placewright {

// A percentage, price or weight that a person typed: an exact decimal of up to 12 places. It keeps the
// digits as typed ("11.50" stays "11.50"); `==` compares what was typed, `exact()` gives the number.
class Rate
{
public:
    Rate() = default;

    // Whole text: optional sign, digits with optional thousands commas, at most 12 decimals; "12.5%"
    // is read as 12.5.
    static Result<Rate> parse(QStringView text);
    static Rate fromWhole(qint64 number) { return Rate(number, 0); }
    template <std::floating_point T> static Rate fromWhole(T) = delete;

    Ratio exact() const;
    QString text() const; // plain digits, "-" before a negative number
    qint64 unscaled() const { return m_digits; }
    int places() const { return m_places; }
    bool isNegative() const { return m_digits < 0; }
    bool isZero() const { return m_digits == 0; }

    friend bool operator==(const Rate&, const Rate&) = default;

private:
    Rate(qint64 digits, int places)
        : m_digits(digits)
        , m_places(places)
    {
    }
    qint64 m_digits = 0; // the number is m_digits / 10^m_places
    int m_places = 0;
};

} // namespace placewright
