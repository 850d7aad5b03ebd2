#include "core/money/arithmeticerror.h"
#include "core/need/distributionranks.h"
#include "core/need/inequality.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr Series spend{Quantity::Money, HeadWeight::People};
using Rows = QList<DistributionRow>;

DistributionRow row(qint64 people, qint64 pence, qint64 deprivation = 0)
{
    return {u"E1"_s, People::fromUnits(people), People::fromUnits(people), Money::fromPence(pence),
            deprivation};
}

} // namespace

class TestInequalityRefusals : public QObject
{
    Q_OBJECT

private slots:
    void everyMeasure_data();
    void everyMeasure();
    void moneyWithoutHeads();
    void neitherHeadsNorMoney();
    void aversion();
    void ranks();
    void tooLarge();
};

void TestInequalityRefusals::everyMeasure_data()
{
    QTest::addColumn<QList<qint64>>("people");
    QTest::addColumn<QList<qint64>>("pence");
    QTest::addColumn<int>("refusal");
    using Numbers = QList<qint64>;
    const auto add = [](const char* name, const Numbers& people, const Numbers& pence, Refusal refusal) {
        QTest::newRow(name) << people << pence << int(refusal);
    };
    add("nothing", {}, {}, Refusal::NoRows);
    add("negative people", {5, -1}, {5, 5}, Refusal::NegativeFigure);
    add("negative money", {5, 1}, {5, -5}, Refusal::NegativeFigure);
    add("nobody", {0, 0}, {5, 5}, Refusal::NoPeople);
    add("no money", {5, 5}, {0, 0}, Refusal::NoAmount);
}

void TestInequalityRefusals::everyMeasure()
{
    QFETCH(const QList<qint64>, people);
    QFETCH(const QList<qint64>, pence);
    QFETCH(const int, refusal);
    Rows rows;
    for (qsizetype i = 0; i < people.size(); ++i)
        rows.append(row(people[i], pence[i], i));
    const Refusal expected{refusal};
    QCOMPARE(meanPerHead(rows, spend).refusal(), expected);
    QCOMPARE(hoover(rows, spend).refusal(), expected);
    QCOMPARE(gini(rows, spend).refusal(), expected);
    QCOMPARE(lorenz(rows, spend).refusal(), expected);
    QCOMPARE(theil(rows, spend).refusal(), expected);
    QCOMPARE(meanLogDeviation(rows, spend).refusal(), expected);
    QCOMPARE(atkinson(rows, spend, 1).refusal(), expected);
    QCOMPARE(concentrationIndex(rows, spend, Orientation::HighIsMore).refusal(), expected);
    QCOMPARE(gradient(rows, spend, Orientation::HighIsMore).refusal(), expected);
    QCOMPARE(horizontalInequity(rows, Orientation::HighIsMore).refusal(), expected);
    QCOMPARE(concentrationCurve(rows, Orientation::HighIsMore).refusal(), expected);
    QVERIFY(!gini(rows, spend).ok());
}

void TestInequalityRefusals::moneyWithoutHeads()
{
    const Rows rows{row(0, 30, 1), row(5, 10, 2)};
    QCOMPARE(gini(rows, spend).refusal(), Refusal::AmountWithoutHead);
    QCOMPARE(theil(rows, spend).refusal(), Refusal::AmountWithoutHead);
    QCOMPARE(concentrationIndex(rows, spend, Orientation::HighIsMore).refusal(), Refusal::AmountWithoutHead);
    QCOMPARE(hoover(rows, spend)->share, Ratio(3, 4)); // it is all above what nobody needs
}

void TestInequalityRefusals::neitherHeadsNorMoney()
{
    const Rows without{row(4, 10, 1), row(5, 30, 2)};
    const Rows with{row(4, 10, 1), row(0, 0, 3), row(5, 30, 2)};
    QCOMPARE(*gini(with, spend), *gini(without, spend));
    QCOMPARE(*theil(with, spend), *theil(without, spend));
    QCOMPARE(*meanLogDeviation(with, spend), *meanLogDeviation(without, spend));
    QCOMPARE(*atkinson(with, spend, 1), *atkinson(without, spend, 1));
    QCOMPARE(gradient(with, spend, Orientation::HighIsMore)->slope,
             gradient(without, spend, Orientation::HighIsMore)->slope);
}

void TestInequalityRefusals::aversion()
{
    const Rows rows{row(4, 10), row(5, 30)};
    for (const double bad : {0.0, -1.0, std::nan(""), HUGE_VAL})
        QCOMPARE(atkinson(rows, spend, bad).refusal(), Refusal::BadAversion);
    QVERIFY(*atkinson(rows, spend, 1e-9) < 1e-8);
    // As aversion grows the index looks only at the worst off: 1 - (10/4) / (40/9) = 7/16.
    QVERIFY(std::abs(*atkinson(rows, spend, 2000) - 7.0 / 16) < 1e-3);
}

void TestInequalityRefusals::ranks()
{
    const Rows rows{row(4, 10, 3), row(5, 30, 3)};
    QCOMPARE(gradient(rows, spend, Orientation::HighIsMore).refusal(), Refusal::OneLevel);
    QCOMPARE(*concentrationIndex(rows, spend, Orientation::HighIsMore), Ratio(0));
    QCOMPARE(concentrationIndex(rows, spend, Orientation::Unknown).refusal(), Refusal::OrientationUnknown);
    QCOMPARE(gradient(rows, spend, Orientation::Unknown).refusal(), Refusal::OrientationUnknown);
    QCOMPARE(concentrationCurve(rows, Orientation::Unknown).refusal(), Refusal::OrientationUnknown);
    QCOMPARE(fractionalRanks(rows, HeadWeight::People, Orientation::Unknown).refusal(),
             Refusal::OrientationUnknown);
    QCOMPARE(fractionalRanks(Rows(), HeadWeight::People, Orientation::HighIsMore).refusal(), Refusal::NoRows);
    QCOMPARE(*fractionalRanks(rows, HeadWeight::People, Orientation::HighIsMore),
             (QList<Ratio>{{1, 2}, {1, 2}}));

    const Rows line{row(1, 1, 9), row(1, 3, 8), row(1, 5, 7)};
    const auto fit = gradient(line, spend, Orientation::HighIsMore); // fits y = 1 at 1/6, 3 at 1/2: zero at 0
    QVERIFY(fit.ok());
    QCOMPARE(fit->intercept, Ratio(0));
    QVERIFY(!fit->relative);
}

void TestInequalityRefusals::tooLarge()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(gini(Rows{row(most, 1), row(1, 1)}, spend)), ArithmeticError);
    // All of 63 bits: nothing overflows on the way. One area has half of the heads and all of the money but
    // one penny.
    const Rows wide{row(most / 2, most - 1, 1), row(most / 2, 1, 2)};
    const Ratio expected = Ratio(most - 1, most) - Ratio(1, 2);
    QCOMPARE(hoover(wide, spend)->share, expected);
    QCOMPARE(*gini(wide, spend), expected);
    QCOMPARE(*concentrationIndex(wide, spend, Orientation::LowIsMore), -expected);
    QCOMPARE(gradient(wide, spend, Orientation::LowIsMore)->relativeSlope, -expected * Ratio(8));
}

QTEST_APPLESS_MAIN(TestInequalityRefusals)
#include "test_inequality_refusals.moc"
