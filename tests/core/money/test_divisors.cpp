#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"
#include "core/money/divisors.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <numeric>

using namespace placewright;
using boost::multiprecision::cpp_int;

namespace {

using Numbers = QList<qint64>;

QList<int> byPosition(qsizetype size)
{
    QList<int> order(size);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

Numbers divided(qint64 units, const Numbers& weights, DivisorMethod method)
{
    return divideUnits(units, weights, byPosition(weights.size()), method);
}

Numbers hamilton(qint64 units, const Numbers& weights)
{
    Numbers parts;
    for (const Money part : apportion(Money::fromPence(units), weights, byPosition(weights.size())))
        parts.append(part.pence());
    return parts;
}

Numbers pence(const QList<Money>& amounts)
{
    Numbers result;
    for (const Money amount : amounts)
        result.append(amount.pence());
    return result;
}

// The definition, slowly: one unit at a time to the strongest claim, by a search through all.
Numbers oneByOne(qint64 units, const Numbers& weights, const QList<int>& tieOrder, DivisorMethod method)
{
    Numbers parts(weights.size(), 0);
    const auto divisor = [&](qsizetype i) -> cpp_int {
        return method == DivisorMethod::SainteLague ? 2 * cpp_int(parts[i]) + 1 : cpp_int(parts[i]) + 1;
    };
    for (; units > 0; --units) {
        qsizetype best = -1;
        for (qsizetype i = 0; i < weights.size(); ++i) {
            if (weights[i] == 0)
                continue;
            if (best < 0) {
                best = i;
                continue;
            }
            const cpp_int ours = weights[i] * divisor(best);
            const cpp_int theirs = weights[best] * divisor(i);
            if (ours > theirs || (ours == theirs && tieOrder[i] < tieOrder[best]))
                best = i;
        }
        ++parts[best];
    }
    return parts;
}

} // namespace

class TestDivisors : public QObject
{
    Q_OBJECT

private slots:
    void fixtures_data();
    void fixtures();
    void tiesGoByRank();
    void payments();
    void refusals();
    void limits();
    void definition();
    void properties();
};

void TestDivisors::fixtures_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<Numbers>("weights");
    QTest::addColumn<Numbers>("largestRemainder");
    QTest::addColumn<Numbers>("sainteLague");
    QTest::addColumn<Numbers>("dHondt");

    // Need-capitation note 6.3, from Balinski and Young 1975.
    QTest::newRow("five states, 100")
        << qint64(100) << Numbers{5117, 4400, 162, 161, 160} << Numbers{51, 44, 2, 2, 1}
        << Numbers{51, 43, 2, 2, 2} << Numbers{52, 45, 1, 1, 1};
    QTest::newRow("five states, 26") << qint64(26) << Numbers{9061, 7179, 5259, 3319, 1182}
                                     << Numbers{9, 7, 5, 4, 1} << Numbers{9, 8, 5, 3, 1}
                                     << Numbers{10, 7, 5, 3, 1};
    const auto same = [](const char* name, qint64 units, const Numbers& weights, const Numbers& parts) {
        QTest::newRow(name) << units << weights << parts << parts << parts;
    };
    same("exact", 12, {14, 28, 7, 35}, {2, 4, 1, 5});
    same("zeros", 6, {0, 14, 28, 0, 0}, {0, 2, 4, 0, 0});
    same("fewer units than shares", 3, {10, 9, 8, 8, 11, 12}, {1, 0, 0, 0, 1, 1});
    same("three-way tie", 2, {2, 1, 1, 2, 2}, {1, 0, 0, 1, 0});
    QTest::newRow("Alabama, 10") << qint64(10) << Numbers{6, 6, 2} << Numbers{4, 4, 2} << Numbers{5, 4, 1}
                                 << Numbers{5, 4, 1};
    same("Alabama, 11", 11, {6, 6, 2}, {5, 5, 1});
    same("£100 in three", 100'00, {1, 1, 1}, {3334, 3333, 3333});
    same("nothing", 0, {3, 0, 1}, {0, 0, 0});
}

void TestDivisors::fixtures()
{
    QFETCH(const qint64, units);
    QFETCH(const Numbers, weights);
    QFETCH(const Numbers, largestRemainder);
    QFETCH(const Numbers, sainteLague);
    QFETCH(const Numbers, dHondt);

    QCOMPARE(hamilton(units, weights), largestRemainder);
    QCOMPARE(divided(units, weights, DivisorMethod::SainteLague), sainteLague);
    QCOMPARE(divided(units, weights, DivisorMethod::DHondt), dHondt);
    for (const DivisorMethod method : {DivisorMethod::SainteLague, DivisorMethod::DHondt}) {
        Numbers mirrored = divided(-units, weights, method);
        for (qint64& part : mirrored)
            part = -part;
        QCOMPARE(mirrored, divided(units, weights, method));
    }
}

void TestDivisors::tiesGoByRank()
{
    const Numbers weights{6, 6, 2};
    // At the tenth unit both sixes claim the same; the rank decides, not the row.
    for (const DivisorMethod method : {DivisorMethod::SainteLague, DivisorMethod::DHondt}) {
        QCOMPARE(divideUnits(10, weights, QList<int>{1, 0, 2}, method), (Numbers{4, 5, 1}));
        QCOMPARE(divideUnits(10, weights, QList<int>{-7, 9, 2}, method), (Numbers{5, 4, 1}));
        QCOMPARE(divideUnits(-1, Numbers{1, 1}, QList<int>{1, 0}, method), (Numbers{0, -1}));
    }
}

void TestDivisors::payments()
{
    const Numbers months(12, 1);
    // £1,000,000.01: 83,333.33 or .34 a month; the running total is rounded, not the month.
    const Numbers odd{33, 34, 33, 34, 33, 34, 33, 33, 34, 33, 34, 33};
    Numbers expected;
    for (const qint64 penny : odd)
        expected.append(8'333'300 + penny);
    QCOMPARE(pence(paymentsOverTime(Money::fromPence(100'000'001), months)), expected);
    QCOMPARE(std::accumulate(expected.begin(), expected.end(), qint64(0)), 100'000'001);
    // Half a penny twice: 0.5 rounds away from zero, so it comes first.
    QCOMPARE(pence(paymentsOverTime(Money::fromPence(1), Numbers{1, 1})), (Numbers{1, 0}));
    QCOMPARE(pence(paymentsOverTime(Money::fromPence(-1), Numbers{1, 1})), (Numbers{-1, 0}));
    QCOMPARE(pence(paymentsOverTime(Money::fromPence(1000), Numbers{0, 3, 0, 1})), (Numbers{0, 750, 0, 250}));
}

void TestDivisors::refusals()
{
    for (const DivisorMethod method : {DivisorMethod::SainteLague, DivisorMethod::DHondt}) {
        QVERIFY_EXCEPTION_THROWN(divided(1, {}, method), ArithmeticError);
        QVERIFY_EXCEPTION_THROWN(divided(1, {0, 0}, method), ArithmeticError);
        QVERIFY_EXCEPTION_THROWN(divided(1, {2, -1}, method), ArithmeticError);
        QVERIFY_EXCEPTION_THROWN(divideUnits(1, Numbers{1, 1}, QList<int>{0}, method), ArithmeticError);
    }
    QVERIFY_EXCEPTION_THROWN(paymentsOverTime(Money::fromPence(1), Numbers{}), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(paymentsOverTime(Money::fromPence(1), Numbers{3, -1}), ArithmeticError);
}

void TestDivisors::limits()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    for (const DivisorMethod method : {DivisorMethod::SainteLague, DivisorMethod::DHondt}) {
        QCOMPARE(divided(least, {5}, method), (Numbers{least}));
        QCOMPARE(divided(least, {most, most}, method), (Numbers{least / 2, least / 2}));
        // 2^63 - 1 is 7 x 1317624576693539401.
        QCOMPARE(divided(most, Numbers(7, most), method), Numbers(7, most / 7));
    }
}

void TestDivisors::definition()
{
    Seeded random(1882);
    for (int round = 0; round < 3'000; ++round) {
        Numbers weights;
        const int bits = static_cast<int>(random.between(2, 62));
        for (qint64 size = random.between(1, 12); size > 0; --size)
            weights.append(random.magnitude(bits));
        weights[0] = qMax(weights[0], qint64(1));
        QList<int> order = byPosition(weights.size());
        std::shuffle(order.begin(), order.end(), random.engine());
        const qint64 units = random.between(0, 200);
        for (const DivisorMethod method : {DivisorMethod::SainteLague, DivisorMethod::DHondt})
            QCOMPARE(divideUnits(units, weights, order, method), oneByOne(units, weights, order, method));
    }
}

void TestDivisors::properties()
{
    Seeded random(1910);
    for (int round = 0; round < 2'000; ++round) {
        Numbers weights;
        for (qint64 size = random.between(1, 30); size > 0; --size)
            weights.append(random.magnitude(45));
        weights[0] = qMax(weights[0], qint64(1));
        const QList<int> order = byPosition(weights.size());
        const qint64 units = random.magnitude(50);
        const cpp_int total = std::accumulate(weights.begin(), weights.end(), cpp_int(0));
        for (const DivisorMethod method : {DivisorMethod::SainteLague, DivisorMethod::DHondt}) {
            const Numbers parts = divideUnits(units, weights, order, method);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), qint64(0)), units);
            const Numbers more = divideUnits(units + random.between(1, 40), weights, order, method);
            for (qsizetype i = 0; i < weights.size(); ++i) {
                if (weights[i] == 0)
                    QCOMPARE(parts[i], 0);
                QVERIFY(more[i] >= parts[i]); // house monotone, as the largest remainder is not
                if (method == DivisorMethod::DHondt)
                    QVERIFY(parts[i] >= static_cast<qint64>(cpp_int(cpp_int(units) * weights[i] / total)));
                for (qsizetype j = 0; j < i; ++j) {
                    if (weights[i] == weights[j])
                        QVERIFY(qAbs(parts[i] - parts[j]) <= 1);
                }
            }
            const qsizetype raised = random.between(0, weights.size() - 1);
            Numbers raisedWeights = weights;
            raisedWeights[raised] += random.magnitude(45);
            QVERIFY(divideUnits(units, raisedWeights, order, method)[raised] >= parts[raised]);

            QList<qsizetype> moved(weights.size());
            std::iota(moved.begin(), moved.end(), 0);
            std::shuffle(moved.begin(), moved.end(), random.engine());
            Numbers shuffled;
            QList<int> shuffledOrder;
            for (const qsizetype from : moved) {
                shuffled.append(weights[from]);
                shuffledOrder.append(order[from]);
            }
            const Numbers shuffledParts = divideUnits(units, shuffled, shuffledOrder, method);
            for (qsizetype i = 0; i < moved.size(); ++i)
                QCOMPARE(shuffledParts[i], parts[moved[i]]);
        }
    }
}

QTEST_APPLESS_MAIN(TestDivisors)
#include "test_divisors.moc"
