#include "core/need/distributiongaps.h"
#include "core/need/distributionslopes.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr Orientation group = Orientation::LowIsMore; // 1 is the most deprived

QList<OutcomeRow> groups(const QList<qint64>& people, const QList<double>& values)
{
    QList<OutcomeRow> rows;
    for (qsizetype i = 0; i < people.size(); ++i)
        rows.append({u"D%1"_s.arg(i + 1), People::fromWhole(people[i]), values[i], i + 1});
    return rows;
}

// Expected values of PHEindicatormethods, need-capitation note section 5.5.
QList<OutcomeRow> area1()
{
    return groups({7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534},
                  {75.9334590103081, 78.3442382727843, 83.8360631041654, 83.6375399664931, 80.4655031529559,
                   81.1156759857022, 81.6930835718562, 84.1900062060987, 80.5955641081472, 86.2894349578624});
}

QList<OutcomeRow> area2()
{
    return groups({21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312},
                  {70.54853186, 71.57155734, 72.48698671, 73.51985519, 73.14605425, 76.15898712, 78.65444871,
                   80.56476961, 80.85486627, 79.9711253});
}

QList<OutcomeRow> rates()
{
    return groups({279012, 255993, 236961, 214315, 192812, 183546, 168593, 164822, 154836, 138165},
                  {5.892219689475721, 4.7345044591063035, 3.827634083245766, 3.8681380211371112,
                   3.6771570234217785, 3.1436261209723995, 3.1258711808912585, 2.942568346458604,
                   2.82879950399132, 2.7648101907140012});
}

QList<OutcomeRow> proportions()
{
    const QList<qint64> counts{7287, 6881, 5656, 4868, 4176, 3876, 3617, 3546, 3314, 2960};
    const QList<qint64> people{34353, 32112, 27715, 25372, 23889, 23260, 23180, 24193, 23609, 24488};
    QList<double> values;
    for (qsizetype i = 0; i < counts.size(); ++i)
        values.append(double(counts[i]) / double(people[i]));
    return groups(people, values);
}

QList<OutcomeRow> quintiles(const QList<qint64>& people)
{
    return groups(people, {30, 26, 22, 20, 12});
}

bool isClose(double ours, double published)
{
    const bool close = std::abs(ours - published) <= 1e-12 * std::abs(published);
    if (!close)
        qWarning("%.17g is not %.17g", ours, published);
    return close;
}

} // namespace

class TestInequalitySlopes : public QObject
{
    Q_OBJECT

private slots:
    void published_data();
    void published();
    void publishedIntercepts();
    void quintilesByHand();
    void concentrations();
    void attributable();
    void ties();
    void refusals_data();
    void refusals();
    void otherRefusals();
    void nationalRanks();
    void nationalRanksRefused();
    void shuffledRows();
    void gaps();
};

void TestInequalitySlopes::published_data()
{
    QTest::addColumn<QList<OutcomeRow>>("rows");
    QTest::addColumn<int>("transform");
    QTest::addColumn<double>("multiplier");
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("relative");
    const auto add = [](const char* name, const QList<OutcomeRow>& rows, ValueTransform transform,
                        double multiplier, double slope, double relative) {
        QTest::newRow(name) << rows << int(transform) << multiplier << slope << relative;
    };
    add("area 1, deciles", area1(), ValueTransform::None, 1, 6.934616473668819, 1.0888180804446217);
    add("area 2, deciles", area2(), ValueTransform::None, 1, 12.547846636351798, 1.180885620848795);
    add("area 1, quintiles", area1().first(5), ValueTransform::None, 1, 7.919334147100874,
        1.1037116952527257);
    add("rates", rates(), ValueTransform::None, 1, -3.2752012326471758, 0.40600068953980034);
    add("rates, log", rates(), ValueTransform::Log, 1, -3.15590713895456, 0.4418848436076823);
    add("proportions", proportions(), ValueTransform::None, 1, -0.10720032333730493, 0.5334015306465507);
    add("proportions, logit", proportions(), ValueTransform::Logit, 1, -0.1096462611125906,
        0.5341775743253946);
    add("proportions, x -100", proportions(), ValueTransform::None, -100, 10.720032333730494,
        1.874760274474414);
}

void TestInequalitySlopes::published()
{
    QFETCH(const QList<OutcomeRow>, rows);
    QFETCH(const int, transform);
    QFETCH(const double, multiplier);
    QFETCH(const double, slope);
    QFETCH(const double, relative);
    const auto index = groupSlopeIndex(rows, group, ValueTransform(transform), multiplier);
    QVERIFY(index.ok());
    QVERIFY(isClose(index->slope, slope));
    QVERIFY(isClose(*index->relative, relative));
    QVERIFY(isClose(*index->relativeSlope, index->slope / index->mean));
    QCOMPARE(index.basis(),
             (Basis{HeadWeight::People, RankBase::Local, RankOrigin::MostDeprived, TieRule::MiddleRank}));
}

void TestInequalitySlopes::publishedIntercepts()
{
    QVERIFY(isClose(groupSlopeIndex(area1(), group)->intercept, 78.0766307823167));
    QVERIFY(isClose(groupSlopeIndex(rates(), group)->intercept, 5.513813189631));
    QVERIFY(isClose(slopeIndex(area1(), group)->slope, 6.934616473668819));
}

void TestInequalitySlopes::quintilesByHand()
{
    // Section 5.3.
    const auto even = groupSlopeIndex(quintiles({1, 1, 1, 1, 1}), group);
    QVERIFY(isClose(even->slope, -21));
    QVERIFY(isClose(even->intercept, 65.0 / 2));
    QVERIFY(isClose(*even->relative, 23.0 / 65));
    QVERIFY(isClose(*groupSlopeIndex(quintiles({1, 1, 1, 1, 1}), group, ValueTransform::None, -1)->relative,
                    65.0 / 23));
    QVERIFY(isClose(even->mean, 22));
    const auto uneven = groupSlopeIndex(quintiles({24, 22, 20, 18, 16}), group);
    QVERIFY(isClose(uneven->slope, -2706.0 / 133));
    QVERIFY(isClose(uneven->intercept, 109768.0 / 3325));
    QVERIFY(isClose(*uneven->relative, 21059.0 / 54884));
    QVERIFY(isClose(uneven->mean, 571.0 / 25));
    // The other end first: the line runs the other way.
    const auto turned = groupSlopeIndex(quintiles({24, 22, 20, 18, 16}), Orientation::HighIsMore);
    QVERIFY(isClose(turned->slope, 2706.0 / 133));
}

void TestInequalitySlopes::concentrations()
{
    const auto even = outcomeConcentration(quintiles({1, 1, 1, 1, 1}), group);
    QVERIFY(isClose(even->index, -42.0 / 275));
    QVERIFY(isClose(even->generalised(), -3.36)); // 22 x -42/275
    QVERIFY(isClose(outcomeConcentration(quintiles({24, 22, 20, 18, 16}), group)->index, -4059.0 / 28550));

    // As percentages they lie from 0 to 100: 4 x -3.36 / 100. As proportions the mean is 0.22.
    QVERIFY(isClose(*erreygersIndex(*even, 0, 100), -0.1344));
    QVERIFY(isClose(*wagstaffIndex({-42.0 / 275, 0.22}), -42.0 / 275 / 0.78));
    QVERIFY(!erreygersIndex(*even, 100, 0));
    QVERIFY(!erreygersIndex(*even, 0, 20)); // a mean of 22 cannot lie there
    QVERIFY(!wagstaffIndex(*even));
    QVERIFY(!wagstaffIndex({0.1, 1}));
}

void TestInequalitySlopes::attributable()
{
    QVERIFY(isClose(*attributableShare(quintiles({24, 22, 20, 18, 16}), group), 271.0 / 571));
    QVERIFY(isClose(*attributableShare(quintiles({1, 1, 1, 1, 1}), group), 10.0 / 22));
    // Two areas share the least deprived level: pooled by people, (10 x 1 + 16 x 2) / 3 = 14; the mean is 18.
    const QList<OutcomeRow> pooled{{u"A"_s, People::fromWhole(3), 22, 1},
                                   {u"B"_s, People::fromWhole(1), 10, 2},
                                   {u"C"_s, People::fromWhole(2), 16, 2}};
    QVERIFY(isClose(*attributableShare(pooled, group), 4.0 / 18));
    QVERIFY(isClose(*attributableShare(pooled, Orientation::HighIsMore), -4.0 / 18));
}

void TestInequalitySlopes::ties()
{
    // B and C tie at R = 1/2 with A at 1/8 and D at 7/8: only A and D tilt the line.
    // Slope: 1/4 (-3/8)(a - mu) + 1/4 (3/8)(d - mu) over 1/4 x 2 x 9/64 = (d - a) x 4/3.
    const QList<OutcomeRow> tied{{u"A"_s, People::fromWhole(1), 10, 1},
                                 {u"B"_s, People::fromWhole(1), 50, 2},
                                 {u"C"_s, People::fromWhole(1), 20, 2},
                                 {u"D"_s, People::fromWhole(1), 40, 3}};
    QVERIFY(isClose(slopeIndex(tied, group)->slope, 40));
    QVERIFY(isClose(slopeIndex(tied, group)->intercept, 10)); // 30 - 40 / 2
}

void TestInequalitySlopes::refusals_data()
{
    QTest::addColumn<QList<OutcomeRow>>("rows");
    QTest::addColumn<int>("transform");
    QTest::addColumn<int>("refusal");
    const auto add = [](const char* name, const QList<OutcomeRow>& rows, Refusal refusal,
                        ValueTransform transform = ValueTransform::None) {
        QTest::newRow(name) << rows << int(transform) << int(refusal);
    };
    QList<qint64> hundredAndOne(101, 5);
    add("nothing", {}, Refusal::NoRows);
    add("four groups", area1().first(4), Refusal::TooFewGroups);
    add("101 groups", groups(hundredAndOne, QList<double>(101, 3)), Refusal::TooManyGroups);
    add("a group of nobody", groups({1, 2, 0, 4, 5}, {1, 2, 3, 4, 5}), Refusal::EmptyGroup);
    add("nobody", groups({0, 0, 0, 0, 0}, {1, 2, 3, 4, 5}), Refusal::NoPeople);
    add("not a number", groups({1, 1, 1, 1, 1}, {1, 2, std::nan(""), 4, 5}), Refusal::NotANumber);
    add("infinite", groups({1, 1, 1, 1, 1}, {1, 2, HUGE_VAL, 4, 5}), Refusal::NotANumber);
    add("log of nothing", groups({1, 1, 1, 1, 1}, {1, 2, 0, 4, 5}), Refusal::OutsideTransform,
        ValueTransform::Log);
    add("logit of a rate", rates(), Refusal::OutsideTransform, ValueTransform::Logit);
    add("logit of one", groups({1, 1, 1, 1, 1}, {.1, .2, .3, .4, 1}), Refusal::OutsideTransform,
        ValueTransform::Logit);
    QList<OutcomeRow> repeated = area1();
    repeated[4].deprivation = 4;
    add("a decile twice", repeated, Refusal::RepeatedGroup);
    QList<OutcomeRow> negative = area1();
    negative[4].people = People::fromUnits(-1);
    add("negative people", negative, Refusal::NegativeFigure);
}

void TestInequalitySlopes::refusals()
{
    QFETCH(const QList<OutcomeRow>, rows);
    QFETCH(const int, transform);
    QFETCH(const int, refusal);
    const auto index = groupSlopeIndex(rows, group, ValueTransform(transform));
    QVERIFY(!index.ok());
    QCOMPARE(index.refusal(), Refusal(refusal));
}

void TestInequalitySlopes::otherRefusals()
{
    QVERIFY(groupSlopeIndex(groups(QList<qint64>(100, 5), QList<double>(100, 3)), group).ok());
    QCOMPARE(groupSlopeIndex(area1(), Orientation::Unknown).refusal(), Refusal::OrientationUnknown);
    QCOMPARE(groupSlopeIndex(area1(), group, ValueTransform::None, HUGE_VAL).refusal(), Refusal::NotANumber);
    QList<OutcomeRow> level = area1();
    for (OutcomeRow& row : level)
        row.deprivation = 3;
    QCOMPARE(slopeIndex(level, group).refusal(), Refusal::OneLevel);
    QCOMPARE(outcomeConcentration(groups({1, 1}, {0, 0}), group).refusal(), Refusal::NoMean);
    QCOMPARE(attributableShare(groups({1, 1}, {0, 0}), group).refusal(), Refusal::NoMean);
    QCOMPARE(attributableShare(groups({1, 0}, {3, 4}), group).refusal(), Refusal::EmptyGroup);
}

void TestInequalitySlopes::nationalRanks()
{
    // p = 1/4, 1/2, 1/4; mean rate 22.5, mean rank 0.5; slope (1.25 + 1.75) / 0.08 = 37.5.
    const QList<NeighbourhoodRow> rows{{u"A"_s, People::fromWhole(1), 10, 0.1},
                                       {u"B"_s, People::fromWhole(2), 20, 0.5},
                                       {u"C"_s, People::fromWhole(1), 40, 0.9}};
    const auto index = gradientIndex(rows, 25);
    QVERIFY(isClose(index->absolute, 37.5));
    QVERIFY(isClose(index->intercept, 3.75));
    QVERIFY(isClose(*index->relative, 1.5));
    QCOMPARE(index->nationalFifths, 3);
    QCOMPARE(index.basis(),
             (Basis{HeadWeight::People, RankBase::National, RankOrigin::LeastDeprived, TieRule::None}));
    QVERIFY(!gradientIndex(rows, {})->relative);

    // National ranks keep their distance: two neighbourhoods in the same fifth still tilt as far as they
    // stand apart.
    const QList<NeighbourhoodRow> near{{u"A"_s, People::fromWhole(1), 10, 0.81},
                                       {u"B"_s, People::fromWhole(1), 20, 0.83}};
    QVERIFY(std::abs(gradientIndex(near, {})->absolute - 500) < 1e-9);
    QCOMPARE(gradientIndex(near, {})->nationalFifths, 1);

    QVERIFY(isClose(nationalRank(1, 4), 0.875)); // the most deprived of four
    QVERIFY(isClose(nationalRank(4, 4), 0.125));
}

void TestInequalitySlopes::nationalRanksRefused()
{
    QList<NeighbourhoodRow> rows{{u"A"_s, People::fromWhole(1), 10, 0.5},
                                 {u"B"_s, People::fromWhole(2), 20, 0.5},
                                 {u"C"_s, People::fromWhole(0), 20, 0.9}};
    QCOMPARE(gradientIndex(rows, {}).refusal(), Refusal::OneLevel);
    rows[2].people = People::fromWhole(1);
    QVERIFY(gradientIndex(rows, {}).ok());
    QCOMPARE(gradientIndex(rows, 0.0).refusal(), Refusal::NoMean);
    rows[0].nationalRank = 1.01;
    QCOMPARE(gradientIndex(rows, {}).refusal(), Refusal::OutsideBounds);
    rows[0].nationalRank = std::nan("");
    QCOMPARE(gradientIndex(rows, {}).refusal(), Refusal::OutsideBounds);
    QCOMPARE(gradientIndex({}, {}).refusal(), Refusal::NoRows);
}

void TestInequalitySlopes::shuffledRows()
{
    const auto same = [](double a, double b) {
        return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
    };
    Seeded seeded(55);
    for (int round = 0; round < 300; ++round) {
        const qint64 size = seeded.between(5, 100);
        QList<OutcomeRow> rows;
        QList<NeighbourhoodRow> near;
        QList<OutcomeRow> deciles = area1();
        for (qint64 i = 0; i < size; ++i) {
            const QString key = u"E%1"_s.arg(seeded.between(0, size / 3));
            const People people = People::fromUnits(seeded.magnitude(45) + 1);
            const double value = double(seeded.magnitude(40)) / 997.0 + 0.1;
            rows.append({key, people, value, seeded.between(0, 9)});
            near.append({key, people, value, double(seeded.between(0, 20)) / 20.0});
        }
        rows[0].deprivation = 0;
        rows[1].deprivation = 9;
        near[0].nationalRank = 0.25;
        near[1].nationalRank = 0.75;
        const auto slope = slopeIndex(rows, group);
        const auto concentration = outcomeConcentration(rows, group);
        const auto attributed = attributableShare(rows, group);
        const auto national = gradientIndex(near, 7.0);
        const auto decile = groupSlopeIndex(deciles, group, ValueTransform::Log);
        std::shuffle(rows.begin(), rows.end(), seeded.engine());
        std::shuffle(near.begin(), near.end(), seeded.engine());
        std::shuffle(deciles.begin(), deciles.end(), seeded.engine());
        QVERIFY(same(slopeIndex(rows, group)->slope, slope->slope));
        QVERIFY(same(*slopeIndex(rows, group)->relative, *slope->relative));
        QVERIFY(same(outcomeConcentration(rows, group)->index, concentration->index));
        QVERIFY(same(*attributableShare(rows, group), *attributed));
        QVERIFY(same(gradientIndex(near, 7.0)->absolute, national->absolute));
        QVERIFY(same(groupSlopeIndex(deciles, group, ValueTransform::Log)->slope, decile->slope));
    }
}

void TestInequalitySlopes::gaps()
{
    // Half-widths 3 and 2 of ours, 4 and 3 of theirs: below, 3 and 3; above, 2 and 4.
    const PublishedFigure ours{80, 77, 82};
    const PublishedFigure theirs{70, 66, 73};
    const auto gap = peerGap(ours, theirs);
    QVERIFY(isClose(gap->difference, 10));
    QVERIFY(isClose(gap->lower, 10 - std::sqrt(18.0)));
    QVERIFY(isClose(gap->upper, 10 + std::sqrt(20.0)));
    QVERIFY(gap->isClear());
    const auto turned = peerGap(theirs, ours);
    QVERIFY(isClose(turned->lower, -gap->upper));
    QVERIFY(isClose(turned->upper, -gap->lower));
    QVERIFY(!peerGap(ours, {79, 70, 88})->isClear());

    QVERIFY(!peerGap(ours, {70, {}, {}}));
    QVERIFY(!peerGap({80, {}, {}}, theirs));
    QVERIFY(!peerGap(ours, {70, 66, {}}));
    QVERIFY(!peerGap(ours, {70, 71, 73})); // limits that do not enclose the figure
    QVERIFY(!peerGap(ours, {70, std::nan(""), 73}));
}

QTEST_APPLESS_MAIN(TestInequalitySlopes)
#include "test_inequality_slopes.moc"
