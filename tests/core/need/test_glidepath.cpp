#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"
#include "core/need/glidepath.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Ratio percent(qint64 number)
{
    return Ratio(number, 100);
}

// The areas of section 1.7 of the need-capitation note, £m in pounds.
QList<PathArea> fourAreas()
{
    const auto millions = [](qint64 number) { return Money::fromPounds(number * 1'000'000); };
    return {{u"A"_s, millions(100), 11},
            {u"B"_s, millions(200), 21},
            {u"C"_s, millions(300), 29},
            {u"D"_s, millions(400), 39}};
}

PathYear grown(qint64 growth, const PaceRules& rules)
{
    return {{}, percent(growth), rules, {}};
}

QStringList amountsOf(const PathStep& step)
{
    QStringList amounts;
    for (const PaceShare& share : step.year.areas)
        amounts.append(moneyToPlain(share.amount));
    return amounts;
}

} // namespace

class TestGlidePath : public QObject
{
    Q_OBJECT

private slots:
    void firstYearIsTheWorkedExample();
    void eachYearStartsFromTheLast();
    void needMayMove();
    void stopsWhereItCannotGoOn();
    void straightLine();
    void refusals();
};

void TestGlidePath::firstYearIsTheWorkedExample()
{
    const QStringList worked{u"112062500.00"_s, u"213937500.00"_s, u"306000000.00"_s, u"408000000.00"_s};
    const PaceRules rules{percent(2), {}, percent(-5)};
    const QList<PathYear> byGrowth{grown(4, rules)};
    QCOMPARE(amountsOf(glidePath(fourAreas(), byGrowth).first()), worked);
    const QList<PathYear> byMoney{{Money::fromPounds(1'040'000'000), Ratio(), rules, {}}};
    QCOMPARE(amountsOf(glidePath(fourAreas(), byMoney).first()), worked);
}

void TestGlidePath::eachYearStartsFromTheLast()
{
    const PaceRules rules{percent(2), {}, percent(-5)};
    const QList<PathYear> years{grown(4, rules), grown(4, rules), grown(4, rules)};
    const QList<PathStep> path = glidePath(fourAreas(), years);
    QCOMPARE(path.size(), 3);
    QCOMPARE(path[0].year.money, Money::fromPounds(1'040'000'000));
    QCOMPARE(path[1].year.money, Money::fromPounds(1'081'600'000));
    QCOMPARE(path[2].year.money, Money::fromPounds(1'124'864'000));
    for (qsizetype year = 1; year < 3; ++year) {
        for (qsizetype i = 0; i < 4; ++i)
            QCOMPARE(path[year].areas[i].opening, path[year - 1].year.areas[i].amount);
    }
    // Year 2: targets 118.976, 227.136, 313.664, 421.824; floors 114.30375, 218.21625, 312.12, 416.16; 20.8
    // left for gaps of 4.67225, 8.91975, 1.544, 5.664, which are 20.8: every area stands at its target.
    QCOMPARE(amountsOf(path[1]),
             (QStringList{u"118976000.00"_s, u"227136000.00"_s, u"313664000.00"_s, u"421824000.00"_s}));
    // So in year 3 each grows as the whole.
    for (qsizetype i = 0; i < 4; ++i)
        QCOMPARE(*growth(path[2].areas[i], path[2].year.areas[i].amount), percent(4));
}

void TestGlidePath::needMayMove()
{
    const PaceRules free{Ratio(-1), {}, {}};
    PathYear second = grown(0, free);
    second.need = {1, 1, 1, 1};
    const QList<PathYear> years{grown(0, free), second};
    const QList<PathStep> path = glidePath(fourAreas(), years);
    QCOMPARE(amountsOf(path[0]).first(), u"110000000.00"_s);
    QCOMPARE(amountsOf(path[1]), QStringList(4, u"250000000.00"_s));
}

void TestGlidePath::stopsWhereItCannotGoOn()
{
    const PaceRules rules{percent(2), {}, percent(-5)};
    const QList<PathYear> years{grown(4, rules), grown(1, rules), grown(4, rules)};
    const QList<PathStep> path = glidePath(fourAreas(), years);
    QCOMPARE(path.size(), 2);
    QVERIFY(path[0].year.ok());
    QCOMPARE(path[1].year.problem, PaceProblem::FloorsAboveMoney);
    QCOMPARE(path[1].year.amount, Money::fromPounds(10'400'000)); // 1% of 1,040, all held by growth
    QVERIFY(path[1].year.areas.isEmpty());
}

void TestGlidePath::straightLine()
{
    const QList<PaceArea> areas = firstYearAreas(fourAreas(), grown(4, {}));
    QCOMPARE(*openingDistances(areas)[0], Ratio(-1, 11)); // 10% of the money for 11% of the need
    // From -100/1100 to -11/1100 is 89: a third, two thirds and all of the way.
    QCOMPARE(straightLineLimits(areas, percent(-1), 3),
             (QList<Ratio>{Ratio(-211, 3300), Ratio(-122, 3300), Ratio(-33, 3300)}));
    QCOMPARE(straightLineLimits(areas, percent(-20), 2), (QList<Ratio>{percent(-20), percent(-20)}));
    QVERIFY(straightLineLimits(areas, percent(-1), 0).isEmpty());
}

void TestGlidePath::refusals()
{
    QList<PathArea> areas = fourAreas();
    const QList<PathYear> years{grown(4, {})};
    areas[0].need = -1;
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(glidePath(areas, years)), ArithmeticError);
    PathYear odd = grown(4, {});
    odd.need = {1, 2};
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(glidePath(fourAreas(), QList<PathYear>{odd})),
                             ArithmeticError);
}

QTEST_APPLESS_MAIN(TestGlidePath)
#include "test_glidepath.moc"
