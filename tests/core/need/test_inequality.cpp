#include "core/need/distributionranks.h"
#include "core/need/fairshare.h"
#include "core/need/inequality.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

DistributionRow row(const char* key, qint64 people, qint64 weighted, qint64 pounds, qint64 deprivation)
{
    return {QString::fromLatin1(key), People::fromWhole(people), People::fromWhole(weighted),
            Money::fromPounds(pounds), deprivation};
}

// The eight places of the need-capitation note, section 5.2; deprivation is an IMD score, C and D tie.
QList<DistributionRow> eightPlaces()
{
    return {row("A", 20'000, 25'000, 27'500'000, 45), row("B", 30'000, 33'000, 36'000'000, 38),
            row("C", 25'000, 25'000, 26'000'000, 30), row("D", 15'000, 15'000, 15'000'000, 30),
            row("E", 40'000, 38'000, 39'900'000, 22), row("F", 20'000, 18'000, 20'000'000, 15),
            row("G", 35'000, 29'400, 31'500'000, 10), row("H", 15'000, 12'000, 13'000'000, 6)};
}

constexpr Series spendPerHead{Quantity::Money, HeadWeight::People};
constexpr Series needPerHead{Quantity::WeightedPeople, HeadWeight::People};
constexpr Series spendPerWeightedHead{Quantity::Money, HeadWeight::WeightedPeople};
constexpr Orientation score = Orientation::HighIsMore;

QString text(const Ratio& ratio, int places)
{
    return decimalText(ratio, places, Rounding::HalfAwayFromZero);
}

QString text(double number, int places)
{
    return QString::number(number, 'f', places);
}

QList<DistributionRow> random(Seeded& seeded, qint64 size)
{
    QList<DistributionRow> rows;
    for (qint64 i = 0; i < size; ++i) {
        rows.append({u"E%1"_s.arg(seeded.between(0, size)), People::fromUnits(seeded.magnitude(50) + 1),
                     People::fromUnits(seeded.magnitude(50) + 1), Money::fromPence(seeded.magnitude(35) + 1),
                     seeded.between(0, size / 2)});
    }
    return rows;
}

quint64 bitsOf(const Measured<double>& measure)
{
    return std::bit_cast<quint64>(*measure);
}

} // namespace

class TestInequality : public QObject
{
    Q_OBJECT

private slots:
    void perHead();
    void targets();
    void spread();
    void lorenzCurve();
    void gradients_data();
    void gradients();
    void ranks();
    void needTilt();
    void curve();
    void tiesDoNotFollowTheRows();
    void orientationTurnsTheSign();
    void equalMoney();
    void zeroMoneySomewhere();
    void quintiles();
    void basisIsSaid();
    void shuffledRows();
    void slowWay();
};

void TestInequality::perHead()
{
    const auto perHead = amountsPerHead(eightPlaces(), spendPerHead);
    const auto perWeighted = amountsPerHead(eightPlaces(), spendPerWeightedHead);
    const auto index = amountsPerHead(eightPlaces(), needPerHead);
    QStringList heads;
    QStringList weighted;
    QStringList indices;
    for (qsizetype i = 0; i < perHead.size(); ++i) {
        heads.append(text(*perHead[i], 4));
        weighted.append(text(*perWeighted[i], 4));
        indices.append(text(*index[i], 2));
    }
    QCOMPARE(heads,
             u"1375.0000 1200.0000 1040.0000 1000.0000 997.5000 1000.0000 900.0000 866.6667"_s.split(u' '));
    QCOMPARE(
        weighted,
        u"1100.0000 1090.9091 1040.0000 1000.0000 1050.0000 1111.1111 1071.4286 1083.3333"_s.split(u' '));
    QCOMPARE(indices, u"1.25 1.10 1.00 1.00 0.95 0.90 0.84 0.80"_s.split(u' '));
    QCOMPARE(text(*meanPerHead(eightPlaces(), spendPerHead), 1), u"1044.5"_s);
    QCOMPARE(text(*meanPerHead(eightPlaces(), spendPerWeightedHead), 8), u"1069.08904811"_s);

    const QList<DistributionRow> nobody{row("A", 0, 1, 5, 0), row("B", 1, 1, 5, 0)};
    QVERIFY(!amountsPerHead(nobody, spendPerHead).first());
}

void TestInequality::targets()
{
    QList<FairShareRow> rows;
    for (const DistributionRow& place : eightPlaces())
        rows.append({place.key, place.weighted.units(), place.money, Money()});
    const FairShares shares = fairShares(rows).all;
    const QList<Ratio> relative{{302, 10445},  {469, 22979}, {-1421, 52225}, {-135, 2089},
                                {-373, 20890}, {739, 18801}, {32, 14623},    {167, 12534}};
    const QStringList money{u"26727226.20"_s, u"35279938.59"_s, u"26727226.20"_s, u"16036335.72"_s,
                            u"40625383.83"_s, u"19243602.87"_s, u"31431218.01"_s, u"12829068.58"_s};
    for (qsizetype i = 0; i < shares.areas.size(); ++i) {
        QCOMPARE(moneyToPlain(shares.areas[i].target), money[i]);
        QCOMPARE(*shares.relative(i), relative[i]);
    }
    QCOMPARE(moneyToPlain(shares.total), u"208900000.00"_s);
    QCOMPARE(moneyToPlain(shares.moves), u"2488945.75"_s);
}

void TestInequality::spread()
{
    const auto index = hoover(eightPlaces(), spendPerWeightedHead);
    QCOMPARE(index->share, Ratio(24317, 2040953));
    QCOMPARE(text(index->share, 12), u"0.011914532084"_s);
    QCOMPARE(moneyToPlain(index->moves), u"2488945.75"_s);
    QCOMPARE(*gini(eightPlaces(), spendPerWeightedHead), Ratio(32147, 2040953));
    QCOMPARE(text(*gini(eightPlaces(), spendPerWeightedHead), 12), u"0.015750975157"_s);
    QCOMPARE(text(*theil(eightPlaces(), spendPerWeightedHead), 12), u"0.000406793274"_s);
    QCOMPARE(text(*meanLogDeviation(eightPlaces(), spendPerWeightedHead), 12), u"0.000409456084"_s);
    QCOMPARE(text(*atkinson(eightPlaces(), spendPerWeightedHead, 0.5), 12), u"0.000204042056"_s);
    QCOMPARE(text(*atkinson(eightPlaces(), spendPerWeightedHead, 1), 12), u"0.000409372269"_s);
    const double two = *atkinson(eightPlaces(), spendPerWeightedHead, 2);
    QCOMPARE(text(two, 12), u"0.000823879034"_s);
    const double exact = 94542233.0 / 114752565713.0;
    QVERIFY(std::abs(two / exact - 1) < 1e-12);
}

void TestInequality::lorenzCurve()
{
    const auto points = lorenz(eightPlaces(), spendPerWeightedHead);
    QStringList order;
    QStringList corners;
    for (const CurvePoint& point : *points) {
        order.append(point.keys.join(u"+"_s));
        const CurveShares shares = sharesAt(point, points->last());
        corners.append(text(shares.weighted, 6) + u' ' + text(shares.money, 6));
    }
    QCOMPARE(order.join(u' '), u"D C E G H B A F"_s);
    QCOMPARE(corners, (QStringList{u"0.076766 0.071805"_s, u"0.204708 0.196266"_s, u"0.399181 0.387267"_s,
                                   u"0.549642 0.538056"_s, u"0.611054 0.600287"_s, u"0.779939 0.772618"_s,
                                   u"0.907881 0.904260"_s, u"1.000000 1.000000"_s}));
    // D and F both have £1,000 a head: one segment.
    const auto heads = lorenz(eightPlaces(), spendPerHead);
    QCOMPARE(heads->size(), 7);
    QCOMPARE(heads->at(3).keys, (QStringList{u"D"_s, u"F"_s}));
    QCOMPARE(heads->last().people, People::fromWhole(200'000));
}

void TestInequality::gradients_data()
{
    QTest::addColumn<int>("quantity");
    QTest::addColumn<int>("weights");
    QTest::addColumn<QString>("mean");
    QTest::addColumn<QString>("variance");
    QTest::addColumn<Ratio>("concentration");
    QTest::addColumn<QString>("concentrationText");
    QTest::addColumn<QString>("slope");
    QTest::addColumn<QString>("intercept");
    QTest::addColumn<QString>("relative");

    const auto add = [](const char* name, Series series, const QString& mean, const QString& variance,
                        const Ratio& concentration, const QString& shown, const QString& slope,
                        const QString& intercept, const QString& relative) {
        QTest::newRow(name) << int(series.quantity) << int(series.weights) << mean << variance
                            << concentration << shown << slope << intercept << relative;
    };
    add("spend per head", spendPerHead, u"1044.500000000000"_s, u"0.081070312500"_s, Ratio(-6069, 83560),
        u"-0.072630445189"_s, u"-467.880890430760"_s, u"1278.440445215380"_s, u"0.634022146138"_s);
    add("need per head", needPerHead, u"0.977000000000"_s, u"0.081070312500"_s, Ratio(-2801, 39080),
        u"-0.071673490276"_s, u"-0.431878192156"_s, u"1.192939096078"_s, u"0.637971298304"_s);
    add("spend per weighted head", spendPerWeightedHead, u"1069.089048106448"_s, u"0.081061328619"_s,
        Ratio(-2923, 2040953), u"-0.001432174087"_s, u"-9.444217469618"_s, u"1073.811156841258"_s,
        u"0.991204954978"_s);
}

void TestInequality::gradients()
{
    QFETCH(const int, quantity);
    QFETCH(const int, weights);
    QFETCH(const Ratio, concentration);
    const Series series{Quantity(quantity), HeadWeight(weights)};
    const auto line = gradient(eightPlaces(), series, score);
    QVERIFY(line.ok());
    QTEST(text(line->mean, 12), "mean");
    QTEST(text(line->rankVariance, 12), "variance");
    QCOMPARE(line->concentration, concentration);
    QTEST(text(line->concentration, 12), "concentrationText");
    QTEST(text(line->slope, 12), "slope");
    QTEST(text(line->intercept, 12), "intercept");
    QTEST(text(*line->relative, 12), "relative");
    QCOMPARE(*concentrationIndex(eightPlaces(), series, score), concentration);
    QCOMPARE(line->concentration, Ratio(2) * line->rankVariance * line->slope / line->mean);
    QCOMPARE(line->relativeSlope, line->slope / line->mean);
    QCOMPARE(line->generalisedConcentration, line->mean * line->concentration);
}

void TestInequality::ranks()
{
    const auto shown = [](HeadWeight weights, int places) {
        QStringList ranks;
        const auto measured = fractionalRanks(eightPlaces(), weights, score);
        for (const Ratio& rank : *measured)
            ranks.append(text(rank, places));
        return ranks;
    };
    QCOMPARE(shown(HeadWeight::People, 4),
             u"0.0500 0.1750 0.3500 0.3500 0.5500 0.7000 0.8375 0.9625"_s.split(u' '));
    QCOMPARE(shown(HeadWeight::WeightedPeople, 6),
             u"0.063971 0.212385 0.399181 0.399181 0.598772 0.742068 0.863357 0.969294"_s.split(u' '));

    Ratio sum;
    const QList<DistributionRow> places = eightPlaces();
    const auto ranks = fractionalRanks(places, HeadWeight::WeightedPeople, score);
    for (qsizetype i = 0; i < places.size(); ++i)
        sum = sum + ranks->at(i) * places[i].weighted.exact();
    QCOMPARE(sum, Ratio(195'400, 2)); // the weighted mean is 1/2 exactly
}

void TestInequality::needTilt()
{
    QCOMPARE(text(*horizontalInequity(eightPlaces(), score), 12), u"-0.000956954913"_s);
    QCOMPARE(*horizontalInequity(eightPlaces(), score), Ratio(-6069, 83560) - Ratio(-2801, 39080));
}

void TestInequality::curve()
{
    const auto points = concentrationCurve(eightPlaces(), score);
    QStringList shown;
    for (const CurvePoint& point : *points) {
        shown.append(point.keys.join(u"+"_s) + u' ' + point.people.text() + u' ' + point.weighted.text() +
                     u' ' + formatAmount(point.money, Pence::Never));
    }
    QCOMPARE(shown, (QStringList{u"A 20000 25000 27,500,000"_s, u"B 50000 58000 63,500,000"_s,
                                 u"C+D 90000 98000 104,500,000"_s, u"E 130000 136000 144,400,000"_s,
                                 u"F 150000 154000 164,400,000"_s, u"G 185000 183400 195,900,000"_s,
                                 u"H 200000 195400 208,900,000"_s}));
    const CurveShares half = sharesAt(points->at(2), points->last());
    QCOMPARE(half.people, 0.45);
    QCOMPARE(text(half.money, 6), u"0.500239"_s); // 104.5 / 208.9
    // C is 1 less twice the area under the money curve, by trapezia.
    double area = 0;
    CurveShares before;
    for (const CurvePoint& point : *points) {
        const CurveShares here = sharesAt(point, points->last());
        area += (here.people - before.people) * (here.money + before.money) / 2;
        before = here;
    }
    QVERIFY(std::abs(1 - 2 * area + 6069.0 / 83560.0) < 1e-12);
}

void TestInequality::tiesDoNotFollowTheRows()
{
    // Section 5.4: C before D, D before C, and tied, which is their exact midpoint.
    QList<DistributionRow> firstC = eightPlaces();
    firstC[3].deprivation = 29;
    QList<DistributionRow> firstD = eightPlaces();
    firstD[3].deprivation = 31;
    const Ratio before = *concentrationIndex(firstC, spendPerHead, score);
    const Ratio after = *concentrationIndex(firstD, spendPerHead, score);
    const Ratio tied = *concentrationIndex(eightPlaces(), spendPerHead, score);
    QCOMPARE(text(before, 12), u"-0.072989468645"_s);
    QCOMPARE(text(after, 12), u"-0.072271421733"_s);
    QCOMPARE(text(tied, 12), u"-0.072630445189"_s);
    QCOMPARE(tied, (before + after) * Ratio(1, 2));

    QList<DistributionRow> swapped = eightPlaces();
    swapped.swapItemsAt(2, 3);
    QCOMPARE(*concentrationIndex(swapped, spendPerHead, score), tied);
    QCOMPARE(gradient(swapped, spendPerHead, score)->slope,
             gradient(eightPlaces(), spendPerHead, score)->slope);
}

void TestInequality::orientationTurnsTheSign()
{
    QList<DistributionRow> ranked = eightPlaces(); // ranks in place of scores: 1 is the most deprived
    for (DistributionRow& place : ranked)
        place.deprivation = 100 - place.deprivation;
    QCOMPARE(*concentrationIndex(ranked, spendPerHead, Orientation::LowIsMore), Ratio(-6069, 83560));
    QCOMPARE(*concentrationIndex(ranked, spendPerHead, Orientation::HighIsMore), Ratio(6069, 83560));
}

void TestInequality::equalMoney()
{
    const QList<DistributionRow> equal{row("A", 10, 30, 90, 3), row("B", 20, 50, 150, 2),
                                       row("C", 70, 20, 60, 1)};
    QCOMPARE(hoover(equal, spendPerWeightedHead)->share, Ratio(0));
    QCOMPARE(*gini(equal, spendPerWeightedHead), Ratio(0));
    QCOMPARE(*theil(equal, spendPerWeightedHead), 0.0);
    QCOMPARE(*meanLogDeviation(equal, spendPerWeightedHead), 0.0);
    QCOMPARE(*atkinson(equal, spendPerWeightedHead, 1), 0.0);
    QCOMPARE(*atkinson(equal, spendPerWeightedHead, 0.5), 0.0);
    QCOMPARE(lorenz(equal, spendPerWeightedHead)->size(), 1);
    const auto line = gradient(equal, spendPerWeightedHead, score);
    QCOMPARE(line->slope, Ratio(0));
    QCOMPARE(*line->relative, Ratio(1));
}

void TestInequality::zeroMoneySomewhere()
{
    // Half of the heads have all of the money. Theil: ln 2; Atkinson e = 0.5: 1 - (1/2 sqrt 2)^2 = 1/2.
    const QList<DistributionRow> half{row("A", 1, 1, 0, 1), row("B", 1, 1, 10, 2)};
    QCOMPARE(hoover(half, spendPerHead)->share, Ratio(1, 2));
    QCOMPARE(hoover(half, spendPerHead)->moves, Money::fromPounds(5));
    QCOMPARE(*gini(half, spendPerHead), Ratio(1, 2));
    QVERIFY(std::abs(*theil(half, spendPerHead) - std::log(2.0)) < 1e-15);
    QVERIFY(std::abs(*atkinson(half, spendPerHead, 0.5) - 0.5) < 1e-15);
    QCOMPARE(*atkinson(half, spendPerHead, 1), 1.0);
    QCOMPARE(*atkinson(half, spendPerHead, 2), 1.0);
    QCOMPARE(meanLogDeviation(half, spendPerHead).refusal(), Refusal::ZeroShare);
}

void TestInequality::quintiles()
{
    // Section 5.3 as pounds per head, exactly.
    const auto fifths = [](std::array<qint64, 5> people) {
        const std::array<qint64, 5> value{30, 26, 22, 20, 12};
        QList<DistributionRow> rows;
        for (size_t i = 0; i < 5; ++i)
            rows.append(row("", people[i], people[i], people[i] * value[i], qint64(i) + 1));
        return rows;
    };
    const auto even = gradient(fifths({1, 1, 1, 1, 1}), spendPerHead, Orientation::LowIsMore);
    QCOMPARE(even->slope, Ratio(-21));
    QCOMPARE(even->intercept, Ratio(65, 2));
    QCOMPARE(*even->relative, Ratio(23, 65));
    QCOMPARE(even->mean, Ratio(22));
    QCOMPARE(even->concentration, Ratio(-42, 275));

    const auto rows = fifths({24, 22, 20, 18, 16});
    const auto uneven = gradient(rows, spendPerHead, Orientation::LowIsMore);
    QCOMPARE(*fractionalRanks(rows, HeadWeight::People, Orientation::LowIsMore),
             (QList<Ratio>{{12, 100}, {35, 100}, {56, 100}, {75, 100}, {92, 100}}));
    QCOMPARE(uneven->mean, Ratio(571, 25));
    QCOMPARE(uneven->rankVariance, Ratio(399, 5000));
    QCOMPARE(uneven->slope, Ratio(-2706, 133));
    QCOMPARE(uneven->intercept, Ratio(109768, 3325));
    QCOMPARE(*uneven->relative, Ratio(21059, 54884));
    QCOMPARE(uneven->concentration, Ratio(-4059, 28550));
}

void TestInequality::basisIsSaid()
{
    const Basis ranked = concentrationIndex(eightPlaces(), spendPerHead, score).basis();
    QCOMPARE(ranked,
             (Basis{HeadWeight::People, RankBase::Local, RankOrigin::MostDeprived, TieRule::MiddleRank}));
    const Basis spreadOnly = gini(eightPlaces(), spendPerWeightedHead).basis();
    QCOMPARE(spreadOnly,
             (Basis{HeadWeight::WeightedPeople, RankBase::None, RankOrigin::None, TieRule::None}));
    QCOMPARE(concentrationCurve(eightPlaces(), score).basis().ties, TieRule::OneSegment);
}

void TestInequality::shuffledRows()
{
    Seeded seeded(54);
    for (int round = 0; round < 60; ++round) {
        QList<DistributionRow> rows = round == 0 ? eightPlaces() : random(seeded, seeded.between(2, 80));
        const QList<DistributionRow> asGiven = rows;
        std::shuffle(rows.begin(), rows.end(), seeded.engine());
        for (const Series series : {spendPerHead, needPerHead, spendPerWeightedHead}) {
            QCOMPARE(hoover(rows, series)->share, hoover(asGiven, series)->share);
            QCOMPARE(*gini(rows, series), *gini(asGiven, series));
            QCOMPARE(bitsOf(theil(rows, series)), bitsOf(theil(asGiven, series)));
            QCOMPARE(bitsOf(meanLogDeviation(rows, series)), bitsOf(meanLogDeviation(asGiven, series)));
            for (const double aversion : {0.5, 1.0, 2.0, 3.7}) {
                QCOMPARE(bitsOf(atkinson(rows, series, aversion)),
                         bitsOf(atkinson(asGiven, series, aversion)));
            }
            QCOMPARE(*concentrationIndex(rows, series, score), *concentrationIndex(asGiven, series, score));
            QCOMPARE(gradient(rows, series, score)->slope, gradient(asGiven, series, score)->slope);
        }
        const auto shuffled = concentrationCurve(rows, score);
        const auto given = concentrationCurve(asGiven, score);
        QCOMPARE(shuffled->size(), given->size());
        for (qsizetype i = 0; i < given->size(); ++i) {
            QCOMPARE(shuffled->at(i).keys, given->at(i).keys);
            QCOMPARE(shuffled->at(i).people, given->at(i).people);
            QCOMPARE(shuffled->at(i).money, given->at(i).money);
        }
    }
}

void TestInequality::slowWay()
{
    // The definitions of section 5.1, term by term.
    Seeded seeded(51);
    for (int round = 0; round < 20; ++round) {
        const QList<DistributionRow> rows = random(seeded, seeded.between(2, 15));
        Ratio people;
        Ratio money;
        for (const DistributionRow& one : rows) {
            people = people + one.people.exact();
            money = money + Ratio(one.money.pence(), 100);
        }
        const Ratio mean = money / people;
        Ratio pairs;
        Ratio away;
        Ratio together;
        const auto absolute = [](const Ratio& ratio) { return ratio.isNegative() ? -ratio : ratio; };
        const auto perHead = [](const DistributionRow& one) {
            return Ratio(one.money.pence(), 100) / one.people.exact();
        };
        for (const DistributionRow& one : rows) {
            const Ratio p = one.people.exact() / people;
            Ratio rank;
            for (const DistributionRow& other : rows) {
                const Ratio share = other.people.exact() / people;
                pairs = pairs + p * share * absolute(perHead(one) - perHead(other));
                if (other.deprivation > one.deprivation)
                    rank = rank + share;
                else if (other.deprivation == one.deprivation)
                    rank = rank + share * Ratio(1, 2);
            }
            away = away + absolute(Ratio(one.money.pence(), 100) / money - p);
            together = together + p * (perHead(one) - mean) * (rank - Ratio(1, 2));
        }
        QCOMPARE(*gini(rows, spendPerHead), pairs / (Ratio(2) * mean));
        QCOMPARE(hoover(rows, spendPerHead)->share, away * Ratio(1, 2));
        QCOMPARE(*concentrationIndex(rows, spendPerHead, score), Ratio(2) * together / mean);
    }
}

QTEST_APPLESS_MAIN(TestInequality)
#include "test_inequality.moc"
