#include "core/contract/outcomechance.h"

#include <QTest>

#include <cmath>

using namespace placewright;
using namespace Qt::StringLiterals;

// Expected probabilities come from a table of the normal distribution.

namespace {

void near(double actual, double expected, double within, const char* what)
{
    QVERIFY2(std::abs(actual - expected) <= within,
             qPrintable(u"%1: %2, expected %3 within %4"_s.arg(QLatin1StringView(what))
                            .arg(actual, 0, 'g', 10)
                            .arg(expected, 0, 'g', 10)
                            .arg(within)));
}

} // namespace

class TestCorridorChance : public QObject
{
    Q_OBJECT

private slots:
    void leaves_data();
    void leaves();
    void offTheBenchmark();
    void notKnown();
    void widensForFewerPeople();
    void referenceRates_data();
    void referenceRates();
    void noReferenceBelowFiveThousand();
};

void TestCorridorChance::leaves_data()
{
    QTest::addColumn<qint64>("people");
    QTest::addColumn<int>("spread"); // hundredths
    QTest::addColumn<int>("width");  // ten thousandths
    QTest::addColumn<double>("deviation");
    QTest::addColumn<double>("side");
    // 0.158655 beyond one deviation, 0.022750 beyond two, 0.001350 beyond three.
    QTest::newRow("one deviation") << qint64(10'000) << 200 << 200 << 0.02 << 0.158655;
    QTest::newRow("two") << qint64(40'000) << 200 << 200 << 0.01 << 0.022750;
    QTest::newRow("three") << qint64(90'000) << 200 << 200 << 0.0066666667 << 0.001350;
    QTest::newRow("half a deviation") << qint64(2'500) << 200 << 200 << 0.04 << 0.308538;
    QTest::newRow("no corridor") << qint64(30'000) << 300 << 0 << 0.0173205 << 0.5;
}

void TestCorridorChance::leaves()
{
    QFETCH(qint64, people);
    QFETCH(int, spread);
    QFETCH(int, width);
    QFETCH(double, deviation);
    QFETCH(double, side);
    const auto chance = corridorChanceOf(people, Ratio(spread, 100), Ratio(width, 10'000));
    QVERIFY(chance);
    near(chance->standardDeviation, deviation, 1e-8, "standard deviation");
    near(chance->gainSide, side, 1e-6, "gain side");
    near(chance->lossSide, side, 1e-6, "loss side");
    near(chance->outside(), 2 * side, 2e-6, "outside");
    near(chance->oneYearInTen, 1.644854 * deviation, 1e-7, "one year in ten");
    near(chance->oneYearInTwenty, 1.959964 * deviation, 1e-7, "one year in twenty");
}

// Cost expected 1% under the benchmark: 1% to the corridor below, 3% to the one above.
void TestCorridorChance::offTheBenchmark()
{
    const auto chance = corridorChanceOf(9'801, Ratio(1), Ratio(2, 100), Ratio(99, 100));
    near(chance->standardDeviation, 0.01, 1e-12, "standard deviation"); // 0.99 / 99
    near(chance->gainSide, 0.158655, 1e-6, "gain side");
    near(chance->lossSide, 0.001350, 1e-6, "loss side");
    const auto at = corridorChanceOf(9'801, Ratio(1), Ratio(2, 100));
    QVERIFY(chance->oneYearInTen > at->oneYearInTen);
}

void TestCorridorChance::notKnown()
{
    QVERIFY(!corridorChanceOf(30'000, std::nullopt, Ratio(2, 100)));
    QVERIFY(!corridorChanceOf(0, Ratio(3), Ratio(2, 100)));
    QVERIFY(!corridorChanceOf(30'000, Ratio(-1), Ratio(2, 100)));
    // Nobody's cost varies: never outside, or always.
    const auto certain = corridorChanceOf(30'000, Ratio(0), Ratio(2, 100));
    QCOMPARE(certain->outside(), 0.0);
    QCOMPARE(certain->oneYearInTen, 0.0);
    QCOMPARE(corridorChanceOf(30'000, Ratio(0), Ratio(2, 100), Ratio(97, 100))->gainSide, 1.0);
    QCOMPARE(corridorChanceOf(30'000, Ratio(0), Ratio(2, 100), Ratio(98, 100))->gainSide, 0.0);
    QCOMPARE(corridorChanceOf(30'000, Ratio(0), Ratio(2, 100), Ratio(103, 100))->lossSide, 1.0);
}

void TestCorridorChance::widensForFewerPeople()
{
    double wider = 0;
    for (const qint64 people : {600'000, 60'000, 30'000, 5'000, 500}) {
        const auto chance = corridorChanceOf(people, Ratio(3), Ratio(2, 100));
        QVERIFY(chance->oneYearInTen > wider);
        QVERIFY(chance->oneYearInTwenty > chance->oneYearInTen);
        wider = chance->oneYearInTen;
    }
}

void TestCorridorChance::referenceRates_data()
{
    QTest::addColumn<qint64>("lives");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("low");
    const auto row = [](qint64 lives, double high, double low) {
        QTest::newRow(qPrintable(QString::number(lives))) << lives << high << low;
    };
    row(5'000, 0.039, 0.036);
    row(5'999, 0.039, 0.036);
    row(6'000, 0.036, 0.034);
    row(7'500, 0.034, 0.032);
    row(8'999, 0.032, 0.031);
    row(9'000, 0.031, 0.030);
    row(14'999, 0.030, 0.027);
    row(15'000, 0.027, 0.025);
    row(30'000, 0.025, 0.022);
    row(59'999, 0.022, 0.020);
    row(60'000, 0.020, 0.020);
    row(286'400, 0.020, 0.020);
}

void TestCorridorChance::referenceRates()
{
    QFETCH(qint64, lives);
    QFETCH(double, high);
    QFETCH(double, low);
    const auto rate = medicareMinimumSavingsRate(lives);
    QVERIFY(rate);
    QCOMPARE(rate->high, high);
    QCOMPARE(rate->low, low);
    QVERIFY(rate->from <= lives && (rate->to < 0 || lives <= rate->to));
}

void TestCorridorChance::noReferenceBelowFiveThousand()
{
    QVERIFY(!medicareMinimumSavingsRate(4'999));
    QVERIFY(!medicareMinimumSavingsRate(0));
}

QTEST_APPLESS_MAIN(TestCorridorChance)
#include "test_corridorchance.moc"
