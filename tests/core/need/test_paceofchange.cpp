#include "core/money/apportion.h"
#include "core/money/wideratio.h"
#include "core/need/paceofchange.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

Money pence(qint64 amount)
{
    return Money::fromPence(amount);
}

Ratio percent(qint64 number)
{
    return Ratio(number, 100);
}

QString shownPercent(const std::optional<Ratio>& share, int places)
{
    return decimalText(*share * Ratio(100), places, Rounding::HalfAwayFromZero);
}

QList<qint64> amountsOf(const PaceYear& year)
{
    QList<qint64> amounts;
    for (const PaceShare& share : year.areas)
        amounts.append(share.amount.pence());
    return amounts;
}

// Section 1.7 of the need-capitation note: opening 100, 200, 300, 400 £m; £1,040m at 11, 21, 29, 39%.
QList<PaceArea> fourAreas()
{
    const auto pounds = [](qint64 thousands) { return Money::fromPounds(thousands * 1000); };
    return {{u"A"_s, pounds(100'000), pounds(114'400)},
            {u"B"_s, pounds(200'000), pounds(218'400)},
            {u"C"_s, pounds(300'000), pounds(301'600)},
            {u"D"_s, pounds(400'000), pounds(405'600)}};
}

const PaceRules fourRules{percent(2), {}, percent(-5)};

struct Example
{
    QList<PaceArea> areas;
    PaceRules rules;
};

Example example(Seeded& seeded)
{
    Example made;
    const bool small = seeded.between(0, 1) == 0; // few pence: every rounding matters
    const int bits = small ? 7 : 40;
    QList<qint64> need;
    Money opening;
    for (qint64 i = seeded.between(1, 25); i > 0; --i) {
        made.areas.append({u"E%1"_s.arg(i), pence(seeded.magnitude(bits)), {}});
        need.append(seeded.between(0, 9) == 0 ? 0 : seeded.magnitude(30) + 1);
        opening += made.areas.last().opening;
    }
    if (std::all_of(need.begin(), need.end(), [](qint64 one) { return one == 0; }))
        need[0] = 1;
    made.rules.floor = Ratio(seeded.between(-100, 60), 1000);
    if (seeded.between(0, 1) == 1)
        made.rules.limit = Ratio(seeded.between(-500, 0), 1000);
    if (seeded.between(0, 1) == 1)
        made.rules.ceiling = made.rules.floor + Ratio(seeded.between(0, 300), 1000);
    const Money total = scaled(opening, Ratio(seeded.between(950, 1150), 1000), Rounding::Down) + pence(1);
    QStringList keys;
    for (const PaceArea& area : made.areas)
        keys.append(area.key);
    const QList<Money> targets = apportion(total, need, tieRanks(keys));
    for (qsizetype i = 0; i < made.areas.size(); ++i)
        made.areas[i].target = targets[i];
    return made;
}

cpp_rational growthFloorOf(const PaceArea& area, const PaceRules& rules)
{
    return cpp_rational(area.opening.pence()) * (1 + exactOf(rules.floor));
}

cpp_rational limitOf(const PaceArea& area, const Ratio& limit)
{
    return cpp_rational(area.target.pence()) * (1 + exactOf(limit));
}

cpp_int roundedUp(const cpp_rational& number)
{
    const cpp_int whole =
        boost::multiprecision::numerator(number) / boost::multiprecision::denominator(number);
    return cpp_rational(whole) < number ? cpp_int(whole + 1) : whole;
}

cpp_int roundedDown(const cpp_rational& number)
{
    return -roundedUp(-number);
}

// The problem of an example and its size, reckoned apart from the code under test.
struct Problem
{
    PaceProblem problem = PaceProblem::None;
    cpp_int amount = 0;
};

Problem problemOf(const Example& made)
{
    cpp_int missing = 0;
    cpp_int over = 0;
    cpp_int left = 0;
    for (const PaceArea& area : made.areas) {
        const cpp_int growthFloor = std::max(cpp_int(0), roundedUp(growthFloorOf(area, made.rules)));
        cpp_int floor = growthFloor;
        if (made.rules.limit)
            floor = std::max(floor, roundedUp(limitOf(area, *made.rules.limit)));
        missing += floor - area.target.pence();
        if (made.rules.ceiling) {
            const cpp_rational most = area.opening.pence() * (1 + exactOf(*made.rules.ceiling));
            const cpp_int ceiling = std::max(growthFloor, roundedDown(most));
            over += std::max(cpp_int(0), cpp_int(floor - ceiling));
            left += area.target.pence() - ceiling;
        }
    }
    if (over > 0)
        return {PaceProblem::LimitAboveCeiling, over};
    if (missing > 0)
        return {PaceProblem::FloorsAboveMoney, missing};
    if (made.rules.ceiling && left > 0)
        return {PaceProblem::CeilingsBelowMoney, left};
    return {};
}

} // namespace

class TestPaceOfChange : public QObject
{
    Q_OBJECT

private slots:
    void workedExample();
    void openings();
    void floorsRoundUp();
    void oddPenniesGoByKey();
    void ceilings();
    void ceilingsPastTheGaps();
    void equalFloorAndCeiling();
    void missingMoney();
    void moneyLeftOver();
    void limitAboveCeiling();
    void floorAboveCeiling();
    void badFigures();
    void closestLimit();
    void closestLimitOfTheWorkedExample();
    void properties();
    void proportions();
    void rowsDoNotMatter();
    void moreNeedNeverCosts();
    void closestLimitIsTheEdge();
};

void TestPaceOfChange::workedExample()
{
    const QList<PaceArea> areas = fourAreas();
    const PaceYear year = paceYear(areas, fourRules);
    QVERIFY(year.ok());
    QCOMPARE(year.money, Money::fromPounds(1'040'000'000));
    QCOMPARE(year.left, Money::fromPounds(9'840'000));

    const QList<qint64> floors{108'680'000, 207'480'000, 306'000'000, 408'000'000};
    const QList<qint64> gaps{5'720'000, 10'920'000, 0, 0};
    const QList<qint64> amounts{112'062'500, 213'937'500, 306'000'000, 408'000'000};
    const QStringList opening{u"-9.090909"_s, u"-4.761905"_s, u"3.448276"_s, u"2.564103"_s};
    const QStringList closing{u"-2.043269"_s, u"-2.043269"_s, u"1.458886"_s, u"0.591716"_s};
    const QStringList grown{u"12.06250"_s, u"6.96875"_s, u"2.00000"_s, u"2.00000"_s};
    for (qsizetype i = 0; i < 4; ++i) {
        const PaceShare& share = year.areas[i];
        QCOMPARE(share.floor, Money::fromPounds(floors[i]));
        QCOMPARE(share.gap, Money::fromPounds(gaps[i]));
        QCOMPARE(share.amount, Money::fromPounds(amounts[i]));
        QCOMPARE(shownPercent(openingDistances(areas)[i], 6), opening[i]);
        QCOMPARE(shownPercent(closingDistance(areas[i], share.amount), 6), closing[i]);
        QCOMPARE(shownPercent(growth(areas[i], share.amount), 5), grown[i]);
        QVERIFY(!share.ceiling);
    }
    QCOMPARE(year.areas[0].bound, PaceBound::Share);
    QCOMPARE(year.areas[2].bound, PaceBound::GrowthFloor);
}

void TestPaceOfChange::openings()
{
    QList<PaceArea> areas = fourAreas();
    areas[3].target = Money();
    QVERIFY(!openingDistances(areas)[3]);
    QVERIFY(!closingDistance(areas[3], pence(5)));
    QCOMPARE(*worstOpeningDistance(fourAreas()), Ratio(-1, 11)); // A: 10% of the money, 11% of the targets
    QVERIFY(!worstOpeningDistance({}));
    areas[3].opening = Money();
    QVERIFY(!growth(areas[3], pence(5)));
}

void TestPaceOfChange::floorsRoundUp()
{
    // 2% on £1.01 is £1.0302: the area may not stand below it, so £1.04.
    const QList<PaceArea> areas{{u"A"_s, pence(101), pence(50)}, {u"B"_s, pence(101), pence(160)}};
    const PaceYear year = paceYear(areas, {percent(2), {}, {}});
    QCOMPARE(year.areas[0].floor, pence(104));
    QCOMPARE(amountsOf(year), (QList<qint64>{104, 106}));
    // 5% under £0.99 is £0.9405.
    const QList<PaceArea> under{{u"A"_s, pence(10), pence(99)}, {u"B"_s, pence(101), pence(50)}};
    const PaceYear limited = paceYear(under, {Ratio(-1), {}, percent(-5)});
    QCOMPARE(limited.areas[0].floor, pence(95));
    QCOMPARE(limited.areas[1].floor, pence(48)); // 47.5
}

void TestPaceOfChange::oddPenniesGoByKey()
{
    // 3 pence above the floors for two equal gaps: the odd one to the lower key, whichever row it is in.
    const QList<PaceArea> areas{{u"E2"_s, pence(100), pence(110)},
                                {u"E1"_s, pence(100), pence(110)},
                                {u"E3"_s, pence(150), pence(133)}};
    const PaceYear year = paceYear(areas, {Ratio(), {}, {}});
    QCOMPARE(amountsOf(year), (QList<qint64>{101, 102, 150}));
}

void TestPaceOfChange::ceilings()
{
    // Floors 100, 100, 100; gaps 60, 30, 10, all to be filled by 100. At most 110 each: A and B stand at
    // theirs, C reaches its target, and the 70 left cannot go anywhere.
    const QList<PaceArea> tight{
        {u"A"_s, pence(100), pence(160)}, {u"B"_s, pence(100), pence(130)}, {u"C"_s, pence(100), pence(110)}};
    const PaceYear left = paceYear(tight, {Ratio(), percent(10), {}});
    QCOMPARE(left.problem, PaceProblem::CeilingsBelowMoney);
    QCOMPARE(left.amount, pence(70));

    // 40 above the floors for gaps of 60, 30, 0: 26.67 and 13.33; A stops at 120, so B has the other 20.
    const QList<PaceArea> areas{
        {u"A"_s, pence(100), pence(160)}, {u"B"_s, pence(100), pence(130)}, {u"C"_s, pence(100), pence(50)}};
    const PaceYear year = paceYear(areas, {Ratio(), percent(20), {}});
    QCOMPARE(amountsOf(year), (QList<qint64>{120, 120, 100}));
    QCOMPARE(year.areas[0].bound, PaceBound::Ceiling);
    const PaceYear wider = paceYear(areas, {Ratio(), percent(25), {}});
    QCOMPARE(amountsOf(wider), (QList<qint64>{125, 115, 100}));
    const PaceYear open = paceYear(areas, {Ratio(), percent(30), {}});
    QCOMPARE(amountsOf(open), (QList<qint64>{127, 113, 100}));
}

void TestPaceOfChange::ceilingsPastTheGaps()
{
    // A stops at 110 with 50 of its gap open; B is at its target; the 40 that remain go to B and C by target,
    // 1 : 1.
    const QList<PaceArea> areas{
        {u"A"_s, pence(100), pence(160)}, {u"B"_s, pence(400), pence(400)}, {u"C"_s, pence(400), pence(400)}};
    const PaceYear year = paceYear(areas, {percent(-1), percent(10), {}});
    QCOMPARE(amountsOf(year), (QList<qint64>{110, 425, 425}));
}

void TestPaceOfChange::equalFloorAndCeiling()
{
    // 2% on 101 and on 99 is 103.02 and 100.98: 104 and 101, though the ceiling alone would be 103 and 100.
    const QList<PaceArea> areas{{u"A"_s, pence(101), pence(100)}, {u"B"_s, pence(99), pence(105)}};
    const PaceYear year = paceYear(areas, {percent(2), percent(2), {}});
    QCOMPARE(amountsOf(year), (QList<qint64>{104, 101}));
}

void TestPaceOfChange::missingMoney()
{
    QList<PaceArea> areas = fourAreas();
    const PaceYear year = paceYear(areas, {percent(5), {}, percent(-5)});
    // Floors 108.68 and 210 (5%), 315, 420: 1,053.68 - 1,040.
    QCOMPARE(year.problem, PaceProblem::FloorsAboveMoney);
    QCOMPARE(year.amount, Money::fromPounds(13'680'000));
    QVERIFY(year.areas.isEmpty());
}

void TestPaceOfChange::moneyLeftOver()
{
    // 4% more in all, and nobody may grow by more than 3%.
    const PaceYear year = paceYear(fourAreas(), {Ratio(), percent(3), {}});
    QCOMPARE(year.problem, PaceProblem::CeilingsBelowMoney);
    QCOMPARE(year.amount, Money::fromPounds(10'000'000));
    QVERIFY(year.areas.isEmpty());
}

void TestPaceOfChange::limitAboveCeiling()
{
    // A must reach 108.68 and B 207.48, and may reach 106 and 212: 2.68 too much.
    const PaceYear year = paceYear(fourAreas(), {Ratio(), percent(6), percent(-5)});
    QCOMPARE(year.problem, PaceProblem::LimitAboveCeiling);
    QCOMPARE(year.amount, Money::fromPounds(2'680'000));
    QVERIFY(year.areas.isEmpty());
}

void TestPaceOfChange::floorAboveCeiling()
{
    const PaceYear year = paceYear(fourAreas(), {percent(3), percent(2), {}});
    QCOMPARE(year.problem, PaceProblem::FloorAboveCeiling);
    QCOMPARE(year.amount, Money::fromPounds(10'000'000)); // 1% of 1,000
}

void TestPaceOfChange::badFigures()
{
    QCOMPARE(paceYear({}, fourRules).problem, PaceProblem::NoAreas);
    QList<PaceArea> areas = fourAreas();
    areas[1].opening = pence(-1);
    QCOMPARE(paceYear(areas, fourRules).problem, PaceProblem::NegativeMoney);
    areas = {{u"A"_s, pence(5), pence(0)}};
    QCOMPARE(paceYear(areas, fourRules).problem, PaceProblem::NoMoney);
    QVERIFY(!closestFeasibleLimit(areas, fourRules));
}

void TestPaceOfChange::closestLimit()
{
    // 260 for two, targets 160 and 100, B held at 120 by its floor: A can have 140, -12.5% of its target.
    const QList<PaceArea> areas{{u"A"_s, pence(100), pence(160)}, {u"B"_s, pence(120), pence(100)}};
    QCOMPARE(*closestFeasibleLimit(areas, {Ratio(), {}, {}}), Ratio(-1, 8));
    // A may only have 130.
    QCOMPARE(*closestFeasibleLimit(areas, {Ratio(), percent(30), {}}), Ratio(-3, 16));
    // Nothing holds anyone: all on target.
    QCOMPARE(*closestFeasibleLimit(areas, {Ratio(-1), {}, {}}), Ratio(0));
    // The floors alone take all, or more.
    const QList<PaceArea> held{{u"A"_s, pence(120), pence(150)}, {u"B"_s, pence(120), pence(90)}};
    QCOMPARE(*closestFeasibleLimit(held, {Ratio(), {}, {}}), Ratio(-1, 5)); // A stays at 120 of 150
    QVERIFY(!closestFeasibleLimit(held, {percent(1), {}, {}}));
    // The ceilings cannot take it.
    QVERIFY(!closestFeasibleLimit(areas, {Ratio(), percent(5), {}}));
}

void TestPaceOfChange::closestLimitOfTheWorkedExample()
{
    // C and D stay at 306 and 408; A and B share 326 for targets of 332.8.
    const auto limit = closestFeasibleLimit(fourAreas(), fourRules);
    QCOMPARE(*limit, Ratio(3260, 3328) - Ratio(1));
    QCOMPARE(shownPercent(limit, 6), u"-2.043269"_s);
}

void TestPaceOfChange::properties()
{
    Seeded seeded(2017);
    QMap<int, int> seen;
    for (int round = 0; round < 6'000; ++round) {
        const Example made = example(seeded);
        const PaceYear year = paceYear(made.areas, made.rules);
        const Problem expected = problemOf(made);
        ++seen[int(year.problem)];
        QCOMPARE(year.problem, expected.problem);
        QVERIFY(expected.amount == year.amount.pence());
        QCOMPARE(year.areas.size(), year.ok() ? made.areas.size() : 0);
        Money sum;
        Money targets;
        for (qsizetype i = 0; i < year.areas.size(); ++i) {
            const PaceArea& area = made.areas[i];
            const cpp_rational amount = year.areas[i].amount.pence();
            sum += year.areas[i].amount;
            targets += area.target;
            QVERIFY(amount >= growthFloorOf(area, made.rules));
            if (made.rules.limit)
                QVERIFY(amount >= limitOf(area, *made.rules.limit));
            QVERIFY(year.areas[i].amount >= year.areas[i].floor);
            if (made.rules.ceiling) {
                const cpp_rational most = area.opening.pence() * (1 + exactOf(*made.rules.ceiling));
                QVERIFY(amount <= std::max(cpp_rational(roundedUp(growthFloorOf(area, made.rules))), most));
                QVERIFY(year.areas[i].amount <= *year.areas[i].ceiling);
            }
        }
        QCOMPARE(sum, targets); // to the penny
    }
    for (const PaceProblem problem : {PaceProblem::None, PaceProblem::FloorsAboveMoney,
                                      PaceProblem::CeilingsBelowMoney, PaceProblem::LimitAboveCeiling})
        QVERIFY2(seen[int(problem)] > 100, "an example of each kind");
}

void TestPaceOfChange::proportions()
{
    // Who is held by nothing has the same share of the gap, to the penny; who is held has no more than that.
    Seeded seeded(2018);
    int compared = 0;
    for (int round = 0; round < 3'000; ++round) {
        const Example made = example(seeded);
        const PaceYear year = paceYear(made.areas, made.rules);
        if (!year.ok())
            continue;
        const auto isOpen = [&](qsizetype i) {
            const PaceShare& share = year.areas[i];
            return share.amount < made.areas[i].target && (!share.ceiling || share.amount < *share.ceiling);
        };
        for (qsizetype i = 0; i < year.areas.size(); ++i) {
            const PaceShare& one = year.areas[i];
            if (one.gap.isZero() || !isOpen(i))
                continue;
            const cpp_int taken = one.amount.pence() - one.floor.pence();
            for (qsizetype j = 0; j < year.areas.size(); ++j) {
                const PaceShare& other = year.areas[j];
                if (other.gap.isZero()) {
                    QCOMPARE(other.amount, other.floor); // while gaps are open
                    continue;
                }
                const cpp_int otherTaken = other.amount.pence() - other.floor.pence();
                const cpp_int difference = otherTaken * one.gap.pence() - taken * other.gap.pence();
                const cpp_int penny = cpp_int(one.gap.pence()) + other.gap.pence();
                QVERIFY(difference < penny);
                if (isOpen(j))
                    QVERIFY(-difference < penny);
                ++compared;
            }
        }
    }
    QVERIFY(compared > 10'000);
}

void TestPaceOfChange::rowsDoNotMatter()
{
    Seeded seeded(2019);
    for (int round = 0; round < 1'000; ++round) {
        const Example made = example(seeded);
        QList<PaceArea> shuffled = made.areas;
        std::shuffle(shuffled.begin(), shuffled.end(), seeded.engine());
        const PaceYear year = paceYear(made.areas, made.rules);
        const PaceYear again = paceYear(shuffled, made.rules);
        QCOMPARE(again.problem, year.problem);
        QCOMPARE(again.amount, year.amount);
        for (qsizetype i = 0; i < year.areas.size(); ++i) {
            const auto same = std::find_if(shuffled.begin(), shuffled.end(), [&](const PaceArea& area) {
                return area.key == made.areas[i].key;
            });
            QCOMPARE(again.areas[same - shuffled.begin()].amount, year.areas[i].amount);
        }
        std::optional<Ratio> worst;
        for (const auto& distance : openingDistances(made.areas))
            worst = distance && (!worst || *distance < *worst) ? distance : worst;
        QCOMPARE(worstOpeningDistance(shuffled), worst);
        QCOMPARE(closestFeasibleLimit(shuffled, made.rules), closestFeasibleLimit(made.areas, made.rules));
    }
}

void TestPaceOfChange::moreNeedNeverCosts()
{
    // A higher target, at the cost of the others', lowers an area's money by no more than the penny of the
    // rounding.
    Seeded seeded(2020);
    int compared = 0;
    for (int round = 0; round < 4'000; ++round) {
        const Example made = example(seeded);
        Example raised = made;
        const qsizetype chosen = seeded.between(0, made.areas.size() - 1);
        for (qsizetype i = 0; i < made.areas.size(); ++i) {
            if (i == chosen)
                continue;
            const Money moved = pence(seeded.between(0, made.areas[i].target.pence() / 3));
            raised.areas[i].target -= moved;
            raised.areas[chosen].target += moved;
        }
        const PaceYear before = paceYear(made.areas, made.rules);
        const PaceYear after = paceYear(raised.areas, raised.rules);
        if (!before.ok() || !after.ok())
            continue;
        QVERIFY(after.areas[chosen].amount >= before.areas[chosen].amount - pence(1));
        ++compared;
    }
    QVERIFY(compared > 500);
}

void TestPaceOfChange::closestLimitIsTheEdge()
{
    Seeded seeded(2021);
    int found = 0;
    const Ratio hair = Ratio(1, 1'000'000'000'000'000) * Ratio(1, 1'000'000'000'000'000);
    for (int round = 0; round < 3'000; ++round) {
        Example made = example(seeded);
        made.rules.limit = std::nullopt;
        const bool solved = paceYear(made.areas, made.rules).ok();
        const auto limit = closestFeasibleLimit(made.areas, made.rules);
        QCOMPARE(limit.has_value(), solved);
        if (!limit)
            continue;
        made.rules.limit = limit;
        QVERIFY(paceYear(made.areas, made.rules).ok());
        made.rules.limit = *limit + hair;
        QVERIFY(!paceYear(made.areas, made.rules).ok());
        ++found;
    }
    QVERIFY(found > 500);
}

QTEST_APPLESS_MAIN(TestPaceOfChange)
#include "test_paceofchange.moc"
