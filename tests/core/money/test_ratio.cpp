#include "core/money/arithmeticerror.h"
#include "core/money/money.h"
#include "core/money/wideratio.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <concepts>

using namespace placewright;
using namespace Qt::StringLiterals;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

template <class T>
concept ComparesWithRatio = requires(Ratio ratio, T value)
{
    ratio == value;
};
template <class T>
concept MultipliesRatio = requires(Ratio ratio, T value)
{
    ratio* value;
};

static_assert(std::is_convertible_v<int, Ratio> && std::is_constructible_v<Ratio, int, int>);
static_assert(!std::is_constructible_v<Ratio, double> && !std::is_convertible_v<double, Ratio>);
static_assert(!std::is_constructible_v<Ratio, float> && !std::is_convertible_v<long double, Ratio>);
static_assert(!std::is_constructible_v<Ratio, double, int> && !std::is_constructible_v<Ratio, int, double>);
static_assert(!std::is_constructible_v<Ratio, double, double> && !std::is_assignable_v<Ratio&, double>);
static_assert(!std::is_convertible_v<Ratio, double>);
static_assert(ComparesWithRatio<Ratio> && !ComparesWithRatio<double>);
static_assert(MultipliesRatio<Ratio> && !MultipliesRatio<double>);

cpp_rational reference(qint64 numerator, qint64 denominator)
{
    return cpp_rational(cpp_int(numerator)) / cpp_rational(cpp_int(denominator));
}

QString shown(const Ratio& ratio)
{
    return QString::fromStdString(exactOf(ratio).str());
}

QString shown(const cpp_rational& rational)
{
    return QString::fromStdString(rational.str());
}

} // namespace

class TestRatio : public QObject
{
    Q_OBJECT

private slots:
    void byHand();
    void zero();
    void limits_data();
    void limits();
    void againstRationals();
    void wideAndBack();
    void units();
    void scaledMoney();
    void texts();
    void charts();
};

void TestRatio::byHand()
{
    QCOMPARE(shown(Ratio(6, -4)), u"-3/2"_s);
    QCOMPARE(shown(Ratio(1, 6) + Ratio(1, 10)), u"4/15"_s);
    QCOMPARE(shown(Ratio(1, 6) - Ratio(1, 10)), u"1/15"_s);
    QCOMPARE(shown(Ratio(2, 3) * Ratio(9, 4)), u"3/2"_s);
    QCOMPARE(shown(Ratio(2, 3) / Ratio(-4, 9)), u"-3/2"_s);
    QVERIFY(Ratio(1, 3) < Ratio(34, 100));
    QVERIFY(Ratio(-1, 3) > Ratio(-34, 100));
    QVERIFY(Ratio(2, 4) == Ratio(1, 2));
    QVERIFY(Ratio(1, 10) + Ratio(2, 10) == Ratio(3, 10));
    QVERIFY(Ratio::of(Money::fromPounds(25), Money::fromPounds(-100)) == Ratio(-1, 4));
    QVERIFY(Ratio(-1, 4).isNegative() && !Ratio(1, 4).isNegative() && !Ratio().isNegative());
}

void TestRatio::zero()
{
    QVERIFY(Ratio().isZero());
    QVERIFY((Ratio(1, 7) - Ratio(1, 7)).isZero());
    QVERIFY((Ratio(0, 5) * Ratio(3, 7)).isZero());
    QVERIFY(Ratio(0, -5) == Ratio(0));
    QVERIFY_EXCEPTION_THROWN(Ratio(1, 0), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(Ratio(1, 2) / Ratio(0), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(Ratio::of(Money::fromPence(1), Money()), ArithmeticError);
}

void TestRatio::limits_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    for (const qint64 numerator : {least, least + 1, qint64(-1), qint64(0), qint64(1), most - 1, most}) {
        for (const qint64 denominator :
             {least, least + 1, qint64(-2), qint64(-1), qint64(1), qint64(2), most})
            QTest::addRow("%lld / %lld", numerator, denominator) << numerator << denominator;
    }
}

void TestRatio::limits()
{
    QFETCH(const qint64, numerator);
    QFETCH(const qint64, denominator);

    const Ratio ratio(numerator, denominator);
    const cpp_rational exact = reference(numerator, denominator);
    QCOMPARE(shown(ratio), shown(exact));
    QCOMPARE(shown(-ratio), shown(cpp_rational(-exact)));
    QCOMPARE(shown(ratio * ratio), shown(cpp_rational(exact * exact)));
    QCOMPARE(shown(ratio + ratio), shown(cpp_rational(exact + exact)));
    QVERIFY((ratio - ratio).isZero());
    if (numerator != 0)
        QVERIFY(ratio / ratio == Ratio(1));
}

void TestRatio::againstRationals()
{
    Seeded random(1729);
    for (int i = 0; i < 20'000; ++i) {
        const int bits = i % 2 ? 63 : 31;
        const qint64 a = random.either(bits);
        const qint64 b = random.either(bits);
        const qint64 c = i % 7 ? random.either(bits) : a; // sometimes nearly the same fraction
        const qint64 d = i % 5 ? random.either(bits) : b;
        if (b == 0 || d == 0)
            continue;
        const Ratio left(a, b);
        const Ratio right(c, d);
        const cpp_rational exactLeft = reference(a, b);
        const cpp_rational exactRight = reference(c, d);
        QCOMPARE(shown(left), shown(exactLeft));
        QCOMPARE(shown(left + right), shown(cpp_rational(exactLeft + exactRight)));
        QCOMPARE(shown(left - right), shown(cpp_rational(exactLeft - exactRight)));
        QCOMPARE(shown(left * right), shown(cpp_rational(exactLeft * exactRight)));
        if (c != 0)
            QCOMPARE(shown(left / right), shown(cpp_rational(exactLeft / exactRight)));
        QCOMPARE(left < right, exactLeft < exactRight);
        QCOMPARE(left == right, exactLeft == exactRight);
        QVERIFY((left + right) - right == left);
    }
}

void TestRatio::wideAndBack()
{
    // (1/p)(1/q) has a denominator near 2^126; multiplied back it is a 64-bit fraction again.
    const Ratio p(1, most);
    const Ratio q(1, most - 1);
    const Ratio wide = p * q;
    QCOMPARE(shown(wide), u"1/85070591730234615838173535747377725442"_s); // (2^63 - 1)(2^63 - 2)
    QVERIFY(!wide.isZero() && !wide.isNegative() && (-wide).isNegative());
    QVERIFY(wide > Ratio(0) && wide < p);
    QVERIFY(wide / q == p);
    QVERIFY(wide * Ratio(most - 1) == p);
    QVERIFY(wide + p - p == wide);
    QVERIFY_EXCEPTION_THROWN(wide / Ratio(0), ArithmeticError);

    // The harmonic sum to 60 needs 84 bits; taking the terms away again leaves nothing.
    Ratio harmonic;
    cpp_rational exact;
    for (int i = 1; i <= 60; ++i) {
        harmonic = harmonic + Ratio(1, i);
        exact += cpp_rational(1, i);
    }
    QCOMPARE(shown(harmonic), shown(exact));
    QVERIFY(boost::multiprecision::denominator(exact) > most);
    for (int i = 1; i <= 60; ++i)
        harmonic = harmonic - Ratio(1, i);
    QVERIFY(harmonic.isZero());
}

void TestRatio::units()
{
    QCOMPARE(Ratio(most).unitsAt(0, Rounding::Down), most);
    QVERIFY_EXCEPTION_THROWN(Ratio(most).unitsAt(1, Rounding::Down), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(Ratio(1).unitsAt(-1, Rounding::Down), ArithmeticError);
    QCOMPARE(Ratio(1, most).unitsAt(18, Rounding::Down), 0); // 1.08e-19 of a whole
    QCOMPARE(Ratio(1, most).unitsAt(19, Rounding::Down), 1); // 1.08
    QCOMPARE(Ratio(1, most).unitsAt(20, Rounding::Up), 11);  // 10.8
    QCOMPARE(Ratio(1, most).unitsAt(20, Rounding::Down), 10);

    // What is left over lies where the mode says, on the narrow and the wide path.
    Seeded random(314159);
    for (int i = 0; i < 5'000; ++i) {
        const qint64 denominator = random.magnitude(40) + 1;
        const Ratio ratio =
            Ratio(random.either(40), denominator) * (i % 2 ? Ratio(1) : Ratio(most, most - 1));
        const auto leftOver = [&](Rounding mode) {
            return ratio * Ratio(1000) - Ratio(ratio.unitsAt(3, mode));
        };
        QVERIFY(leftOver(Rounding::Down) >= Ratio(0) && leftOver(Rounding::Down) < Ratio(1));
        QVERIFY(leftOver(Rounding::Up) <= Ratio(0) && leftOver(Rounding::Up) > Ratio(-1));
        for (const Rounding mode :
             {Rounding::HalfAwayFromZero, Rounding::HalfToEven, Rounding::HalfTowardsZero})
            QVERIFY(leftOver(mode) >= Ratio(-1, 2) && leftOver(mode) <= Ratio(1, 2));
    }
}

void TestRatio::scaledMoney()
{
    const auto mode = Rounding::HalfAwayFromZero;
    QCOMPARE(scaled(Money::fromPounds(100), Ratio(1, 3), mode).pence(), 3333);
    QCOMPARE(scaled(Money::fromPounds(-100), Ratio(2, 3), mode).pence(), -6667);
    QCOMPARE(scaled(Money::fromPence(most), Ratio(1), mode).pence(), most);
    QCOMPARE(scaled(Money::fromPence(most), Ratio(most, most), mode).pence(), most);
    QVERIFY_EXCEPTION_THROWN(scaled(Money::fromPence(most), Ratio(101, 100), mode), ArithmeticError);
    // £53,440,286.00 x 0.99999835235125 = 5,344,019,794.9...p: 5344028600 x 0.00000164764875 = 8805.08204...
    QCOMPARE(
        scaled(Money::fromPence(5'344'028'600), Ratio(99'999'835'235'125, 100'000'000'000'000), mode).pence(),
        5'344'028'600 - 8'805);
}

void TestRatio::texts()
{
    const auto mode = Rounding::HalfAwayFromZero;
    QCOMPARE(decimalText(Ratio(999'666'710, 1'000'000'000), 9, mode), u"0.999666710"_s);
    QCOMPARE(decimalText(Ratio(-2469, 2), 2, mode), u"-1234.50"_s);
    QCOMPARE(formatDecimal(Ratio(-2469, 2), 2, mode), u"−1,234.50"_s);
    QCOMPARE(formatDecimal(Ratio(999), 0, mode), u"999"_s);
    QCOMPARE(formatDecimal(Ratio(1000), 1, mode), u"1,000.0"_s);
    QCOMPARE(decimalText(Ratio(1, 200), 2, mode), u"0.01"_s);
    QCOMPARE(decimalText(Ratio(1, 200), 2, Rounding::HalfToEven), u"0.00"_s);
    QCOMPARE(decimalText(Ratio(-1, 1000), 2, mode), u"0.00"_s); // no minus before nothing
    QCOMPARE(decimalText(Ratio(most) * Ratio(10), 1, mode), u"92233720368547758070.0"_s);
    QVERIFY_EXCEPTION_THROWN(decimalText(Ratio(1), -1, mode), ArithmeticError);

    QCOMPARE(formatPercent(Ratio(342, 1000)), u"34.2%"_s);
    QCOMPARE(formatPercent(Ratio(1, 3), 0), u"33%"_s);
    QCOMPARE(formatPercent(Ratio(-5, 10'000)), u"−0.1%"_s); // -0.05 goes away from zero
    QCOMPARE(formatPercent(Ratio(-4, 10'000)), u"0.0%"_s);
    QCOMPARE(formatPercent(Ratio(12), 1), u"1,200.0%"_s);
    // 1.006 to two places rounds whole and fraction together: 1.01; 2.666666: 2.67.
    QCOMPARE(decimalText(Ratio(1006, 1000), 2, mode), u"1.01"_s);
    QCOMPARE(decimalText(Ratio(2'666'666, 1'000'000), 2, mode), u"2.67"_s);
    QCOMPARE(decimalText(Ratio(1999, 1000), 2, mode), u"2.00"_s);
}

void TestRatio::charts()
{
    QCOMPARE(Ratio(-1, 4).toDoubleForCharts(), -0.25);
    const Ratio tiny = Ratio(1, most) * Ratio(1, most);
    QVERIFY(qAbs(tiny.toDoubleForCharts() / std::ldexp(1.0, -126) - 1) < 1e-15);
}

QTEST_APPLESS_MAIN(TestRatio)
#include "test_ratio.moc"
