#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace placewright;
using namespace Qt::StringLiterals;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

QList<int> byPosition(qsizetype size)
{
    QList<int> order(size);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

QList<qint64> apportioned(qint64 pence, const QList<qint64>& weights, const QList<int>& tieOrder)
{
    QList<qint64> parts;
    for (const Money part : apportion(Money::fromPence(pence), weights, tieOrder))
        parts.append(part.pence());
    return parts;
}

QList<qint64> apportioned(qint64 pence, const QList<qint64>& weights)
{
    return apportioned(pence, weights, byPosition(weights.size()));
}

cpp_int sumOf(const QList<qint64>& numbers)
{
    cpp_int sum = 0;
    for (const qint64 number : numbers)
        sum += number;
    return sum;
}

cpp_rational quota(qint64 pence, qint64 weight, const cpp_int& total)
{
    return cpp_rational(cpp_int(boost::multiprecision::abs(cpp_int(pence)) * weight), total);
}

// Largest remainder again, slowly: exact fractions, a full sort, and one penny at a time.
QList<qint64> slowly(qint64 pence, const QList<qint64>& weights, const QList<int>& tieOrder)
{
    const cpp_int total = sumOf(weights);
    cpp_int left = boost::multiprecision::abs(cpp_int(pence));
    std::vector<cpp_int> parts;
    std::vector<cpp_rational> remainders;
    for (const qint64 weight : weights) {
        const cpp_rational exact = quota(pence, weight, total);
        const cpp_int floor =
            boost::multiprecision::numerator(exact) / boost::multiprecision::denominator(exact);
        parts.push_back(floor);
        remainders.push_back(exact - floor);
        left -= floor;
    }
    std::vector<size_t> order(parts.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        if (remainders[a] == remainders[b])
            return tieOrder[qsizetype(a)] < tieOrder[qsizetype(b)];
        return remainders[a] > remainders[b];
    });
    for (size_t i = 0; left > 0; ++i, --left)
        ++parts[order.at(i)];

    QList<qint64> result;
    for (const cpp_int& part : parts)
        result.append(static_cast<qint64>(pence < 0 ? cpp_int(-part) : part));
    return result;
}

struct Example
{
    qint64 pence;
    QList<qint64> weights;
    QList<int> tieOrder;
};

// Amounts of either sign and every size; weights small and huge, with zeros and with many equal ones.
Example example(Seeded& random, int weightBits)
{
    Example made;
    made.pence = random.either();
    const qint64 size = random.between(1, 40);
    const bool many = random.between(0, 3) == 0; // few different weights: ties
    const qint64 shared = random.magnitude(weightBits);
    for (qint64 i = 0; i < size; ++i) {
        const bool repeats = many && random.between(0, 2) != 0;
        made.weights.append(repeats ? shared : random.magnitude(weightBits));
    }
    if (sumOf(made.weights) == 0)
        made.weights[0] = 1;
    made.tieOrder = byPosition(size);
    std::shuffle(made.tieOrder.begin(), made.tieOrder.end(), random.engine());
    return made;
}

} // namespace

class TestApportion : public QObject
{
    Q_OBJECT

private slots:
    void fixtures_data();
    void fixtures();
    void nested();
    void moreMoneyMayCutAShare();
    void ties();
    void ranks();
    void refusals();
    void limits();
    void divisor();
    void slowWay_data();
    void slowWay();
    void properties_data();
    void properties();
    void manyShares();
    void splitIsReusable();
    void sharesShown();
};

void TestApportion::fixtures_data()
{
    QTest::addColumn<qint64>("pence");
    QTest::addColumn<QList<qint64>>("weights");
    QTest::addColumn<QList<qint64>>("parts");

    using Numbers = QList<qint64>;
    const auto row = [](const char* name, qint64 pence, const Numbers& weights, const Numbers& parts) {
        QTest::newRow(name) << pence << weights << parts;
    };
    // Balinski and Young 1975, the Hamilton column.
    row("five states, 100", 100, {5117, 4400, 162, 161, 160}, {51, 44, 2, 2, 1});
    row("five states, 26", 26, {9061, 7179, 5259, 3319, 1182}, {9, 7, 5, 4, 1});
    row("exact", 12, {14, 28, 7, 35}, {2, 4, 1, 5});
    row("zeros", 6, {0, 14, 28, 0, 0}, {0, 2, 4, 0, 0});
    row("fewer units than shares", 3, {10, 9, 8, 8, 11, 12}, {1, 0, 0, 0, 1, 1});
    row("three-way tie", 2, {2, 1, 1, 2, 2}, {1, 0, 0, 1, 0});
    row("Alabama, 10", 10, {6, 6, 2}, {4, 4, 2});
    row("Alabama, 11", 11, {6, 6, 2}, {5, 5, 1});

    row("£100 in three", 100'00, {1, 1, 1}, {3334, 3333, 3333});
    row("−£100 in three", -100'00, {1, 1, 1}, {-3334, -3333, -3333});
    // 100,001p at .285, .385, .33: quotas 28500.285, 38500.385, 33000.33; the odd penny to .385.
    row("£1,000.01", 1'000'01, {285, 385, 330}, {28500, 38501, 33000});
    row("£1,000,000.01 in twelve", 1'000'000'01, Numbers(12, 1), Numbers(5, 8333334) + Numbers(7, 8333333));
    row("2p in three", 2, {1, 1, 1}, {1, 1, 0});
    row("nothing", 0, {3, 0, 1}, {0, 0, 0});
    row("one share", -77, {9}, {-77});
    row("direct, seven leaves", 10'00, Numbers(7, 1), {143, 143, 143, 143, 143, 143, 142});
}

void TestApportion::fixtures()
{
    QFETCH(const qint64, pence);
    QFETCH(const QList<qint64>, weights);
    QFETCH(const QList<qint64>, parts);

    QCOMPARE(apportioned(pence, weights), parts);
    QList<qint64> mirrored;
    for (const qint64 part : parts)
        mirrored.append(-part);
    QCOMPARE(apportioned(-pence, weights), mirrored);
    QCOMPARE(slowly(pence, weights, byPosition(weights.size())), parts);
}

void TestApportion::nested()
{
    const QList<qint64> places = apportioned(10'00, {3, 2, 2});
    QCOMPARE(places, (QList<qint64>{428, 286, 286}));
    QCOMPARE(apportioned(places[0], {1, 1, 1}), (QList<qint64>{143, 143, 142}));
    QCOMPARE(apportioned(places[1], {1, 1}), (QList<qint64>{143, 143}));
    QCOMPARE(apportioned(places[2], {1, 1}), (QList<qint64>{143, 143}));
}

void TestApportion::moreMoneyMayCutAShare()
{
    // The Alabama paradox is a known property of the method, not a fault: one more penny, and the
    // third share falls.
    QVERIFY(apportioned(11, {6, 6, 2})[2] < apportioned(10, {6, 6, 2})[2]);
}

void TestApportion::ties()
{
    // The three shares of weight 2 tie for two pence; the ranks decide, not the rows.
    QCOMPARE(apportioned(2, {2, 1, 1, 2, 2}, {4, 3, 2, 1, 0}), (QList<qint64>{0, 0, 0, 1, 1}));
    QCOMPARE(apportioned(2, {2, 1, 1, 2, 2}, {1, 0, 2, 7, -3}), (QList<qint64>{1, 0, 0, 0, 1}));
    QCOMPARE(apportioned(-1, {1, 1}, {1, 0}), (QList<qint64>{0, -1}));
}

void TestApportion::ranks()
{
    // Bytes: digits before capitals before small letters before é (C3 A9).
    QCOMPARE(tieRanks({u"E06000002"_s, u"e1"_s, u"E06000001"_s, u"é"_s, u"15N"_s}),
             (QList<int>{2, 3, 1, 4, 0}));
    // U+FF21 is EF BC A1 and U+1D400 is F0 9D 90 80: byte order, where UTF-16 order says the opposite.
    QCOMPARE(tieRanks({u"\U0001D400"_s, u"\uFF21"_s}), (QList<int>{1, 0}));
    QCOMPARE(tieRanks({}), QList<int>());
}

void TestApportion::refusals()
{
    QVERIFY_EXCEPTION_THROWN(apportioned(1, {}), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(apportioned(1, {0, 0}), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(apportioned(1, {2, -1}), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(apportioned(1, {1, 1}, {0}), ArithmeticError);
    Apportioner apportioner({1, 1}, {0, 1});
    QList<Money> three(3);
    QVERIFY_EXCEPTION_THROWN(apportioner.split(Money(), three), ArithmeticError);
}

void TestApportion::limits()
{
    QCOMPARE(apportioned(least, {5}), (QList<qint64>{least}));
    QCOMPARE(apportioned(least, {most, 0}), (QList<qint64>{least, 0}));
    QCOMPARE(apportioned(least, {1, 1}), (QList<qint64>{least / 2, least / 2}));
    QCOMPARE(apportioned(most, {most}), (QList<qint64>{most}));
    // 2^63 - 1 is 7 x 1317624576693539401.
    QCOMPARE(apportioned(most, QList<qint64>(7, most)), QList<qint64>(7, most / 7));
    // Two of 2^63 - 1 still sum to less than 2^64, three do not.
    QCOMPARE(apportioned(most, {most, most}), (QList<qint64>{most / 2 + 1, most / 2}));
    QCOMPARE(apportioned(100'00, {most, most, most}), (QList<qint64>{3334, 3333, 3333}));
    // One part in 2^65 more: the odd penny goes by that.
    QCOMPARE(apportioned(100'00, {most - 1, most - 1, most}), (QList<qint64>{3333, 3333, 3334}));
}

void TestApportion::divisor()
{
    // Both corrections of the estimate are rare: they come with divisors just above 2^63 and lows near 2^64.
    const auto isExact = [](quint64 divisor, quint64 high, quint64 low) {
        const UInt128 number = (UInt128(high) << 64) + low;
        const auto [quotient, remainder] = FixedDivisor(divisor).divide(number);
        return remainder < divisor && UInt128(quotient) * divisor + remainder == number;
    };
    constexpr quint64 half = quint64(1) << 63;
    constexpr quint64 top = std::numeric_limits<quint64>::max();
    for (quint64 near = 0; near < 30; ++near) {
        for (const quint64 divisor :
             {near + 1, 1000 + near, half - near, half + near, half + half / 2 - near, top - near}) {
            for (quint64 offset = 0; offset < 30; ++offset) {
                for (const quint64 high :
                     {offset, divisor - 1 - offset, divisor / 2 + offset, half - 1 + offset}) {
                    for (const quint64 low :
                         {quint64(0), quint64(1), half, divisor - 1, divisor, top - 1, top}) {
                        if (high < divisor)
                            QVERIFY(isExact(divisor, high, low));
                    }
                }
            }
        }
    }
}

void TestApportion::slowWay_data()
{
    QTest::addColumn<int>("bits");
    QTest::newRow("weights of a few units") << 4;
    QTest::newRow("weights of people") << 20;
    QTest::newRow("weighted populations") << 50;
    QTest::newRow("sums about 64 bits") << 61;
    QTest::newRow("sums beyond 64 bits") << 63;
}

void TestApportion::slowWay()
{
    QFETCH(const int, bits);
    Seeded random(1975);
    for (int i = 0; i < 1'500; ++i) {
        const Example made = example(random, bits);
        QCOMPARE(apportioned(made.pence, made.weights, made.tieOrder),
                 slowly(made.pence, made.weights, made.tieOrder));
    }
}

void TestApportion::properties_data()
{
    slowWay_data();
}

void TestApportion::properties()
{
    QFETCH(const int, bits);
    Seeded random(2718);
    for (int round = 0; round < 600; ++round) {
        const Example made = example(random, bits);
        const auto& [pence, weights, tieOrder] = made;
        const QList<qint64> parts = apportioned(pence, weights, tieOrder);
        const cpp_int total = sumOf(weights);
        const qsizetype size = weights.size();

        QCOMPARE(parts.size(), size);
        QVERIFY(sumOf(parts) == pence);
        for (qsizetype i = 0; i < size; ++i) {
            QVERIFY(pence < 0 ? parts[i] <= 0 : parts[i] >= 0);
            if (weights[i] == 0)
                QCOMPARE(parts[i], 0);
            const cpp_rational away =
                quota(pence, weights[i], total) - cpp_rational(boost::multiprecision::abs(cpp_int(parts[i])));
            QVERIFY(away > -1 && away < 1); // the part is the quota's floor or ceiling
            for (qsizetype j = 0; j < i; ++j) {
                if (weights[i] == weights[j])
                    QVERIFY(qAbs(parts[i] - parts[j]) <= 1);
            }
        }

        QList<qsizetype> moved(size);
        std::iota(moved.begin(), moved.end(), 0);
        std::shuffle(moved.begin(), moved.end(), random.engine());
        Example permuted{pence, {}, {}};
        for (const qsizetype from : moved) {
            permuted.weights.append(weights[from]);
            permuted.tieOrder.append(tieOrder[from]);
        }
        const QList<qint64> permutedParts = apportioned(pence, permuted.weights, permuted.tieOrder);
        for (qsizetype i = 0; i < size; ++i)
            QCOMPARE(permutedParts[i], parts[moved[i]]);

        const qint64 factor = random.between(2, qMax(qint64(2), most >> bits));
        if (bits < 62) {
            QList<qint64> scaledWeights = weights;
            for (qint64& weight : scaledWeights)
                weight *= factor;
            QCOMPARE(apportioned(pence, scaledWeights, tieOrder), parts);
        }

        const qsizetype raised = random.between(0, size - 1);
        QList<qint64> raisedWeights = weights;
        raisedWeights[raised] += qMin(most - weights[raised], random.magnitude(bits));
        const QList<qint64> raisedParts = apportioned(pence, raisedWeights, tieOrder);
        QVERIFY(pence < 0 ? raisedParts[raised] <= parts[raised] : raisedParts[raised] >= parts[raised]);
    }
}

void TestApportion::manyShares()
{
    // 50,000 equal shares and half as many pence over: every remainder ties, and the lower ranks take them.
    const QList<qint64> weights(50'000, 3);
    const QList<qint64> parts = apportioned(125'000, weights);
    QCOMPARE(parts, QList<qint64>(25'000, 3) + QList<qint64>(25'000, 2));

    Seeded random(99);
    Example made{random.magnitude(), {}, byPosition(5'000)};
    for (int i = 0; i < 5'000; ++i)
        made.weights.append(random.magnitude(45));
    QCOMPARE(apportioned(made.pence, made.weights, made.tieOrder),
             slowly(made.pence, made.weights, made.tieOrder));
}

void TestApportion::splitIsReusable()
{
    const QList<qint64> weights{5117, 4400, 162, 161, 160};
    Apportioner apportioner(weights, byPosition(5));
    QCOMPARE(apportioner.size(), 5);
    QList<Money> parts(5);
    for (qint64 pence = -250; pence <= 250; ++pence) {
        apportioner.split(Money::fromPence(pence), parts);
        QCOMPARE(parts, apportion(Money::fromPence(pence), weights, byPosition(5)));
    }
}

void TestApportion::sharesShown()
{
    const QList<Ratio> thirds(3, Ratio(1, 3));
    QCOMPARE(shownShares(thirds, 1, byPosition(3)), (QList<qint64>{334, 333, 333}));
    QCOMPARE(shownShares(thirds, 0, QList<int>{2, 1, 0}), (QList<qint64>{33, 33, 34}));
    // 1/2, 1/3, 1/6 of a whole: 50, 33.33.., 16.66..; the odd percent to the last.
    QCOMPARE(shownShares(QList<Ratio>{Ratio(1, 2), Ratio(1, 3), Ratio(1, 6)}, 0, byPosition(3)),
             (QList<qint64>{50, 33, 17}));
    // Weights need not sum to one.
    QCOMPARE(shownShares(QList<Ratio>{Ratio(0), Ratio(7, 2), Ratio(7, 2)}, 2, byPosition(3)),
             (QList<qint64>{0, 5000, 5000}));
    QVERIFY_EXCEPTION_THROWN(shownShares(QList<Ratio>{Ratio(0)}, 1, byPosition(1)), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(shownShares(QList<Ratio>{Ratio(2), Ratio(-1)}, 1, byPosition(2)),
                             ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(shownShares(thirds, 1, byPosition(2)), ArithmeticError);

    // The same rule as money in whole units.
    Seeded random(100);
    for (int i = 0; i < 300; ++i) {
        const Example made = example(random, 40);
        QList<Ratio> weights;
        for (const qint64 weight : made.weights)
            weights.append(Ratio(weight, 7));
        QCOMPARE(shownShares(weights, 1, made.tieOrder), slowly(1000, made.weights, made.tieOrder));
        QList<qint64> parts;
        for (const Money part : apportion(Money::fromPence(made.pence), weights, made.tieOrder))
            parts.append(part.pence());
        QCOMPARE(parts, slowly(made.pence, made.weights, made.tieOrder));
    }
}

QTEST_APPLESS_MAIN(TestApportion)
#include "test_apportion.moc"
