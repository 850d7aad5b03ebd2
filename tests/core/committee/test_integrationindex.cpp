// The integration index: section 7.3 of the need note. Arithmetic figures by hand; geometric ones from 40-digit decimals worked out
// apart from the program.
#include "core/committee/integrationindex.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView year("2026-27");

Rate rate(const QString& text)
{
    return *Rate::parse(text);
}

Key in(QLatin1StringView name)
{
    return {Id(name), {}};
}

IndexDomain domain(QLatin1StringView name, const QString& figure)
{
    IndexDomain row;
    row.id = Id(u"d-"_s + name);
    row.domain = name;
    row.low = rate(u"0"_s);
    row.high = rate(u"1"_s);
    row.figure.insert(in(year), rate(figure));
    return row;
}

// Five domains on reference points 0 and 1, nothing expected of outcomes, as much quality as frequency: each scores its figure.
QList<IndexDomain> fiveDomains(const QStringList& figures)
{
    QList<IndexDomain> rows{
        domain(indexDomain::activity, figures.at(0)), domain(indexDomain::pathways, figures.at(1)),
        domain(indexDomain::outcomes, figures.at(2)), domain(indexDomain::structures, figures.at(3)),
        domain(indexDomain::training, figures.at(4))};
    rows[2].alpha = rate(u"0"_s);
    rows[2].beta = rate(u"0"_s);
    rows[2].deprivation.insert(in(year), rate(u"20"_s));
    rows[4].quality = rows[4].figure;
    return rows;
}

QList<IndexDomain> noteExample()
{
    return fiveDomains({u"0.62"_s, u"0.55"_s, u"0.48"_s, u"0.70"_s, u"0.40"_s});
}

QList<IndexDomain> weighed(QList<IndexDomain> rows, const QStringList& weights)
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (!weights.at(i).isEmpty())
            rows[i].weight = rate(weights.at(i));
    return rows;
}

bool near(const std::optional<double>& value, double expected)
{
    const bool isNear = value && std::abs(*value - expected) < 1e-9;
    if (!isNear)
        qWarning("%.12f, expected %.12f", value.value_or(-1), expected);
    return isNear;
}

std::optional<double> scoreOf(const QList<IndexDomain>& rows, size_t which)
{
    return integrationIndex(rows, year).domains[which].score;
}

} // namespace

class TestIntegrationIndex : public QObject
{
    Q_OBJECT

private slots:
    void noteExampleIsFiftyFive();
    void weights_data();
    void weights();
    void aZeroIsNotBoughtOff();
    void atTheEnds();
    void scores_data();
    void scores();
    void outcomesAreHeldAgainstDeprivation();
    void trainingNeedsBoth();
    void withoutScores_data();
    void withoutScores();
    void noRowsAtAll();
    void yearsStandApart();
    void orderOfRowsMeansNothing();
    void spreadAgainstItsFormula();
    void betterIsNeverWorse();
};

void TestIntegrationIndex::noteExampleIsFiftyFive()
{
    const IndexYear index = integrationIndex(noteExample(), year);
    QCOMPARE(index.year, QString(year));
    const QStringList order{indexDomain::activity, indexDomain::pathways, indexDomain::outcomes,
                            indexDomain::structures, indexDomain::training};
    const double scores[] = {.62, .55, .48, .70, .40};
    for (size_t i = 0; i < indexDomainCount; ++i) {
        QCOMPARE(index.domains[i].domain, order.at(static_cast<qsizetype>(i)));
        QVERIFY(near(index.domains[i].weight, 0.2));
        QVERIFY(near(index.domains[i].score, scores[i]));
        QCOMPARE(index.domains[i].problem, DomainProblem::None);
    }
    QVERIFY(near(index.arithmetic, 55));
    QVERIFY(near(index.geometric, 53.979732685218));
    // Training at 0.3 and the others at 0.175: 0.175 x 2.35 + 0.3 x 0.40; structures at 0.3: 0.175 x 2.05 + 0.3 x 0.70.
    QVERIFY(near(index.arithmeticLow, 53.125));
    QVERIFY(near(index.arithmeticHigh, 56.875));
    QVERIFY(near(index.geometricLow, 51.994737175718));
    QVERIFY(near(index.geometricHigh, 56.040509079223));
}

void TestIntegrationIndex::weights_data()
{
    QTest::addColumn<QStringList>("entered");
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<QList<double>>("means"); // arithmetic, geometric, and the low and high of each
    const QList<double> equal{0.2, 0.2, 0.2, 0.2, 0.2};
    const QList<double> ofEqual{55, 53.979732685218, 53.125, 56.875, 51.994737175718, 56.040509079223};
    const auto row = [](const char* name, const QStringList& entered, const QList<double>& weights,
                        const QList<double>& means) { QTest::newRow(name) << entered << weights << means; };
    row("none entered", {{}, {}, {}, {}, {}}, equal, ofEqual);
    row("alike", {u"7"_s, u"7"_s, u"7"_s, u"7"_s, u"7"_s}, equal, ofEqual);
    row("all zero", {u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s}, equal, ofEqual);
    row("in proportion, an empty one nothing", {u"3"_s, u"1"_s, {}, u"4"_s, u"2"_s}, {0.3, 0.1, 0, 0.4, 0.2},
        {60.1, 58.912165933460, 57.5875, 62.6125, 56.128943181934, 61.833398211720});
    row("one below zero counts as nothing", {u"3"_s, u"1"_s, u"-5"_s, u"4"_s, u"2"_s},
        {0.3, 0.1, 0, 0.4, 0.2}, {60.1, 58.912165933460, 57.5875, 62.6125, 56.128943181934, 61.833398211720});
    // Outcomes at 0.9 and one other at 0.1: 0.9 x 0.48 + 0.1 x 0.40, and + 0.1 x 0.70.
    row("one domain has it all", {{}, {}, u"0.5"_s, {}, {}}, {0, 0, 1, 0, 0},
        {48, 48, 47.2, 50.2, 47.132786138972, 49.845610283355});
}

void TestIntegrationIndex::weights()
{
    QFETCH(QStringList, entered);
    QFETCH(QList<double>, weights);
    QFETCH(QList<double>, means);
    const IndexYear index = integrationIndex(weighed(noteExample(), entered), year);
    for (size_t i = 0; i < indexDomainCount; ++i)
        QVERIFY(near(index.domains[i].weight, weights.at(static_cast<qsizetype>(i))));
    QVERIFY(near(index.arithmetic, means.at(0)));
    QVERIFY(near(index.geometric, means.at(1)));
    QVERIFY(near(index.arithmeticLow, means.at(2)));
    QVERIFY(near(index.arithmeticHigh, means.at(3)));
    QVERIFY(near(index.geometricLow, means.at(4)));
    QVERIFY(near(index.geometricHigh, means.at(5)));
}

// A domain at nothing counts as 0.01 in the geometric mean, and as nothing in the arithmetic one.
void TestIntegrationIndex::aZeroIsNotBoughtOff()
{
    const IndexYear index =
        integrationIndex(fiveDomains({u"0.62"_s, u"0.55"_s, u"0.48"_s, u"0.70"_s, u"0"_s}), year);
    QVERIFY(near(index.arithmetic, 47));
    QVERIFY(near(index.geometric, 25.811826145753));
    QVERIFY(near(index.arithmeticLow, 41.125));
    QVERIFY(near(index.arithmeticHigh, 52.875));
    QVERIFY(near(index.geometricLow, 17.192593301445));
    QVERIFY(near(index.geometricHigh, 38.752174107591));
    QCOMPARE(weakestScore, 0.01);
}

void TestIntegrationIndex::atTheEnds()
{
    const IndexYear best = integrationIndex(fiveDomains({u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s}), year);
    for (const auto& mean : {best.arithmetic, best.arithmeticLow, best.arithmeticHigh, best.geometric,
                             best.geometricLow, best.geometricHigh}) {
        QVERIFY(near(mean, 100));
        QVERIFY(*mean <= 100);
    }
    const IndexYear worst = integrationIndex(fiveDomains({u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s}), year);
    QVERIFY(near(worst.arithmetic, 0));
    QVERIFY(near(worst.geometric, 1)); // each domain at 0.01
}

void TestIntegrationIndex::scores_data()
{
    QTest::addColumn<QString>("low");
    QTest::addColumn<QString>("high");
    QTest::addColumn<bool>("lowIsGood");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<double>("score");
    const auto row = [](const char* name, const QString& low, const QString& high, bool lowIsGood,
                        const QString& figure,
                        double score) { QTest::newRow(name) << low << high << lowIsGood << figure << score; };
    row("a quarter of the way", u"20"_s, u"60"_s, false, u"30"_s, 0.25);
    row("a quarter of the way, low is good", u"20"_s, u"60"_s, true, u"30"_s, 0.75);
    row("on the low point", u"20"_s, u"60"_s, false, u"20"_s, 0);
    row("on the high point", u"20"_s, u"60"_s, false, u"60"_s, 1);
    row("below the low point", u"20"_s, u"60"_s, false, u"-3"_s, 0);
    row("above the high point", u"20"_s, u"60"_s, false, u"61"_s, 1);
    row("below the low point, low is good", u"20"_s, u"60"_s, true, u"-3"_s, 1);
    row("above the high point, low is good", u"20"_s, u"60"_s, true, u"61"_s, 0);
    row("points below zero", u"-10"_s, u"-2"_s, false, u"-4"_s, 0.75);
    row("the point that scores 1 is the lower", u"60"_s, u"20"_s, false, u"30"_s, 0.75);
    row("decimals", u"0.1"_s, u"0.3"_s, false, u"0.25"_s, 0.75);
}

void TestIntegrationIndex::scores()
{
    QFETCH(QString, low);
    QFETCH(QString, high);
    QFETCH(bool, lowIsGood);
    QFETCH(QString, figure);
    QFETCH(double, score);
    for (const qsizetype which : {0, 1, 2, 3, 4}) { // outcomes with nothing expected, training twice the same
        QList<IndexDomain> rows = noteExample();
        IndexDomain& row = rows[which];
        row.low = rate(low);
        row.high = rate(high);
        row.lowIsGood = lowIsGood;
        row.figure[in(year)] = rate(figure);
        if (which == 4)
            row.quality = row.figure;
        QVERIFY(near(scoreOf(rows, static_cast<size_t>(which)), score));
    }
}

// Expected 10 + 0.5 x 24.5 = 22.25, so that 30 is 7.75 more: 17.75 of the 20 from -10 to 10.
void TestIntegrationIndex::outcomesAreHeldAgainstDeprivation()
{
    QList<IndexDomain> rows = noteExample();
    IndexDomain& outcomes = rows[2];
    outcomes.low = rate(u"-10"_s);
    outcomes.high = rate(u"10"_s);
    outcomes.alpha = rate(u"10"_s);
    outcomes.beta = rate(u"0.5"_s);
    outcomes.deprivation[in(year)] = rate(u"24.5"_s);
    outcomes.figure[in(year)] = rate(u"30"_s);
    QVERIFY(near(integrationIndex(rows, year).domains[2].expected, 22.25));
    QVERIFY(near(scoreOf(rows, 2), 0.8875));
    outcomes.lowIsGood = true;
    QVERIFY(near(scoreOf(rows, 2), 0.1125));
    outcomes.lowIsGood = false;
    outcomes.deprivation[in(year)] = rate(u"30.5"_s); // expected 25.25: 4.75 more, 14.75 of 20
    QVERIFY(near(scoreOf(rows, 2), 0.7375));

    rows[0].alpha = rate(u"5"_s); // of no other domain
    rows[0].beta = rate(u"5"_s);
    rows[0].deprivation[in(year)] = rate(u"5"_s);
    QVERIFY(near(scoreOf(rows, 0), 0.62));
    QVERIFY(!integrationIndex(rows, year).domains[0].expected);
}

void TestIntegrationIndex::trainingNeedsBoth()
{
    QList<IndexDomain> rows = noteExample();
    rows[4].figure[in(year)] = rate(u"0.64"_s);
    rows[4].quality[in(year)] = rate(u"0.25"_s);
    QVERIFY(near(scoreOf(rows, 4), 0.4)); // the root of 0.16
    rows[4].lowIsGood = true;
    QVERIFY(near(scoreOf(rows, 4), std::sqrt(0.36 * 0.75)));
    rows[4].lowIsGood = false;
    rows[4].quality[in(year)] = rate(u"0"_s);
    QVERIFY(near(scoreOf(rows, 4), 0));
    rows[0].quality[in(year)] = rate(u"0"_s); // of no other domain
    QVERIFY(near(scoreOf(rows, 0), 0.62));
}

using Spoil = void (*)(QList<IndexDomain>&);

void TestIntegrationIndex::withoutScores_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<size_t>("which");
    QTest::addColumn<DomainProblem>("problem");
    const auto row = [](const char* name, size_t which, DomainProblem problem, Spoil spoil) {
        QTest::newRow(name) << spoil << which << problem;
    };
    using Rows = QList<IndexDomain>;
    using enum DomainProblem;
    row("no row", 1, NotEntered, [](Rows& rows) { rows.removeAt(1); });
    row("no figure", 0, NoFigure, [](Rows& rows) { rows[0].figure.clear(); });
    row("a figure of another year", 3, NoFigure, [](Rows& rows) {
        rows[3].figure = {{in("2025-26"_L1), rate(u"0.5"_s)}};
    });
    row("no frequency of training", 4, NoFigure, [](Rows& rows) { rows[4].figure.clear(); });
    row("no quality of training", 4, NoFigure, [](Rows& rows) { rows[4].quality.clear(); });
    row("no low point", 0, NoReferencePoints, [](Rows& rows) { rows[0].low.reset(); });
    row("no high point", 4, NoReferencePoints, [](Rows& rows) { rows[4].high.reset(); });
    row("one point for both", 2, NoReferencePoints, [](Rows& rows) { rows[2].low = rate(u"1.00"_s); });
    row("no alpha", 2, NoDeprivation, [](Rows& rows) { rows[2].alpha.reset(); });
    row("no beta", 2, NoDeprivation, [](Rows& rows) { rows[2].beta.reset(); });
    row("no deprivation", 2, NoDeprivation, [](Rows& rows) { rows[2].deprivation.clear(); });
    row("deprivation of another year", 2, NoDeprivation, [](Rows& rows) {
        rows[2].deprivation = {{in("2025-26"_L1), rate(u"20"_s)}};
    });
}

void TestIntegrationIndex::withoutScores()
{
    QFETCH(Spoil, spoil);
    QFETCH(size_t, which);
    QFETCH(DomainProblem, problem);
    QList<IndexDomain> rows = noteExample();
    spoil(rows);
    const IndexYear index = integrationIndex(rows, year);
    for (size_t i = 0; i < indexDomainCount; ++i) {
        QCOMPARE(index.domains[i].score.has_value(), i != which);
        QCOMPARE(index.domains[i].problem, i == which ? problem : DomainProblem::None);
    }
    for (const auto& mean : {index.arithmetic, index.arithmeticLow, index.arithmeticHigh, index.geometric,
                             index.geometricLow, index.geometricHigh})
        QVERIFY(!mean);
}

void TestIntegrationIndex::noRowsAtAll()
{
    const IndexYear index = integrationIndex({}, year);
    for (const DomainScore& one : index.domains) {
        QVERIFY(!one.domain.isEmpty());
        QCOMPARE(one.problem, DomainProblem::NotEntered);
        QVERIFY(!one.score);
    }
    QVERIFY(!index.arithmetic && !index.geometric);
}

void TestIntegrationIndex::yearsStandApart()
{
    QList<IndexDomain> rows = noteExample();
    const IndexYear alone = integrationIndex(rows, year);
    for (IndexDomain& row : rows)
        row.figure.insert(in("2027-28"_L1), rate(u"0.9"_s));
    rows[2].deprivation.insert(in("2027-28"_L1), rate(u"3"_s));
    rows[4].quality.insert(in("2027-28"_L1), rate(u"0.9"_s));
    QCOMPARE(integrationIndex(rows, year).arithmetic, alone.arithmetic);
    QCOMPARE(integrationIndex(rows, year).geometricLow, alone.geometricLow);
    QVERIFY(near(integrationIndex(rows, u"2027-28"_s).arithmetic, 90));
    QVERIFY(near(integrationIndex(rows, u"2027-28"_s).geometric, 90));
    QVERIFY(!integrationIndex(rows, u"2028-29"_s).arithmetic);
}

namespace {

QString hundredths(qint64 number)
{
    return QString::number(number / 100) + u'.' + QString::number(number % 100).rightJustified(2, u'0');
}

QList<IndexDomain> randomDomains(Seeded& seeded)
{
    QStringList figures;
    for (size_t i = 0; i < indexDomainCount; ++i)
        figures.append(hundredths(seeded.between(0, 100)));
    QList<IndexDomain> rows = fiveDomains(figures);
    rows[2].alpha = rate(hundredths(seeded.between(0, 30)));
    rows[4].quality[in(year)] = rate(hundredths(seeded.between(0, 100)));
    const bool areWeighed = seeded.between(0, 3) != 0;
    for (IndexDomain& row : rows) {
        row.lowIsGood = seeded.between(0, 2) == 0;
        if (areWeighed && seeded.between(0, 4) != 0)
            row.weight = rate(QString::number(seeded.between(0, 9)));
    }
    return rows;
}

// One weight at `weight`, the mean of the others, as they were weighed, for the rest.
struct Shifted
{
    double arithmetic = 0;
    double geometric = 0;
};

Shifted shifted(const IndexYear& index, size_t which, double weight)
{
    double others = 0;
    double sum = 0;
    double logs = 0;
    for (size_t i = 0; i < indexDomainCount; ++i) {
        if (i == which)
            continue;
        const bool hasAll = index.domains[which].weight > 1 - 1e-12;
        const double own = hasAll ? 1 : index.domains[i].weight;
        others += own;
        sum += own * *index.domains[i].score;
        logs += own * std::log(std::max(*index.domains[i].score, 0.01));
    }
    const double score = *index.domains[which].score;
    return {100 * (weight * score + (1 - weight) * sum / others),
            100 * std::pow(std::max(score, 0.01), weight) * std::exp((1 - weight) * logs / others)};
}

} // namespace

// A domain that stands twice counts once: that of the lower id.
void TestIntegrationIndex::orderOfRowsMeansNothing()
{
    Seeded seeded(20261220);
    for (int round = 0; round < 500; ++round) {
        QList<IndexDomain> rows = randomDomains(seeded);
        IndexDomain again = rows[seeded.between(0, 4)];
        again.id = Id(u"z"_s);
        again.figure[in(year)] = rate(u"0.5"_s);
        const IndexYear once = integrationIndex(rows, year);
        rows.append(again);
        std::shuffle(rows.begin(), rows.end(), seeded.engine());
        const IndexYear shuffled = integrationIndex(rows, year);
        QCOMPARE(shuffled.arithmetic, once.arithmetic);
        QCOMPARE(shuffled.geometric, once.geometric);
        QCOMPARE(shuffled.arithmeticLow, once.arithmeticLow);
        QCOMPARE(shuffled.arithmeticHigh, once.arithmeticHigh);
        QCOMPARE(shuffled.geometricLow, once.geometricLow);
        QCOMPARE(shuffled.geometricHigh, once.geometricHigh);
    }
}

void TestIntegrationIndex::spreadAgainstItsFormula()
{
    Seeded seeded(20261221);
    for (int round = 0; round < 2000; ++round) {
        const IndexYear index = integrationIndex(randomDomains(seeded), year);
        double all = 0;
        Shifted low{*index.arithmetic, *index.geometric};
        Shifted high = low;
        for (size_t i = 0; i < indexDomainCount; ++i) {
            const double weight = index.domains[i].weight;
            all += weight;
            const Shifted same = shifted(index, i, weight);
            QVERIFY(near(index.arithmetic, same.arithmetic));
            QVERIFY(near(index.geometric, same.geometric));
            for (const double to : {std::max(weight - 0.1, 0.0), std::min(weight + 0.1, 1.0)}) {
                const Shifted other = shifted(index, i, to);
                low = {std::min(low.arithmetic, other.arithmetic), std::min(low.geometric, other.geometric)};
                high = {std::max(high.arithmetic, other.arithmetic),
                        std::max(high.geometric, other.geometric)};
            }
        }
        QVERIFY(near(all, 1));
        QVERIFY(near(index.arithmeticLow, low.arithmetic) && near(index.arithmeticHigh, high.arithmetic));
        QVERIFY(near(index.geometricLow, low.geometric) && near(index.geometricHigh, high.geometric));
        QVERIFY(*index.arithmeticLow <= *index.arithmetic && *index.arithmetic <= *index.arithmeticHigh);
        QVERIFY(*index.geometricLow <= *index.geometric && *index.geometric <= *index.geometricHigh);
        QVERIFY(*index.arithmeticLow >= 0 && *index.arithmeticHigh <= 100 && *index.geometricHigh <= 100);
    }
}

void TestIntegrationIndex::betterIsNeverWorse()
{
    Seeded seeded(20261222);
    int moved = 0;
    for (int round = 0; round < 2000; ++round) {
        QList<IndexDomain> rows = randomDomains(seeded);
        const IndexYear before = integrationIndex(rows, year);
        IndexDomain& row = rows[seeded.between(0, 4)];
        const qint64 now = (Ratio(100) * row.figure[in(year)].exact()).unitsAt(0, Rounding::Down);
        row.figure[in(year)] = rate(hundredths(now + seeded.between(1, 30)));
        const IndexYear after = integrationIndex(rows, year);
        const double arithmetic = *after.arithmetic - *before.arithmetic;
        const double geometric = *after.geometric - *before.geometric;
        QVERIFY(row.lowIsGood ? arithmetic <= 1e-9 && geometric <= 1e-9
                              : arithmetic >= -1e-9 && geometric >= -1e-9);
        moved += std::abs(arithmetic) > 1e-6 && std::abs(geometric) > 1e-6;
    }
    QVERIFY(moved > 800);
}

QTEST_APPLESS_MAIN(TestIntegrationIndex)
#include "test_integrationindex.moc"
