#pragma once

#include "core/money/ratio.h"
#include "core/money/result.h"

#include <QString>

#include <compare>
#include <concepts>

namespace placewright {

// A number of people or of need-weighted people, in whole units of 1e-9 person, so that published columns
// of weighted populations sum exactly in any order. Sums are checked and throw ArithmeticError.
class People
{
public:
    static constexpr qint64 unitsPerPerson = 1'000'000'000;

    constexpr People() = default;
    static constexpr People fromUnits(qint64 units) { return People(units); }
    static People fromWhole(qint64 people);
    template <std::floating_point T> static People fromUnits(T) = delete;
    template <std::floating_point T> static People fromWhole(T) = delete;

    // "3928.020356" or "45,493"; more than nine decimals are settled half to even. Negative numbers
    // are refused.
    static Result<People> parse(QStringView text);

    constexpr qint64 units() const { return m_units; }
    constexpr bool isZero() const { return m_units == 0; }
    Ratio exact() const { return Ratio(m_units, unitsPerPerson); }
    QString text() const; // shortest exact decimal: "3928.020356", "45493"

    People& operator+=(People other);
    People& operator-=(People other);
    friend People operator+(People a, People b) { return a += b; }
    friend People operator-(People a, People b) { return a -= b; }
    friend constexpr auto operator<=>(People, People) = default;

private:
    constexpr explicit People(qint64 units)
        : m_units(units)
    {
    }
    qint64 m_units = 0;
};

// "286,400"; with decimals "45,493.0". Rounded half away from zero to `decimals`.
QString formatPeople(People people, int decimals = 0);

} // namespace placewright
