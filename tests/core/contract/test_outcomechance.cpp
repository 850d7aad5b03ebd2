#include "core/contract/outcomechance.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <map>

using namespace placewright;
using namespace Qt::StringLiterals;

// Expected figures come by other methods than the program's: closed forms, every outcome of tiny places counted one by one,
// and draws of single people and events with a generator of the test's own.

namespace {

Money pounds(qint64 amount)
{
    return Money::fromPounds(amount);
}

double poundsOf(Money money)
{
    return static_cast<double>(money.pence()) / 100;
}

OutcomeIndicator indicator(Ratio lower, Ratio upper, qint64 per, Ratio weight, int rank)
{
    OutcomeIndicator one;
    one.weight = weight;
    one.higherIsBetter = upper > lower;
    one.per = per;
    one.thresholds.fill({lower, upper});
    one.tieRank = rank;
    return one;
}

// Calderbourne's contract for its neighbourhood teams, terms version 2, in 2026-27.
OutcomeTerms calderbourneTerms()
{
    OutcomeTerms terms;
    terms.needWeights = {Ratio(130, 100), Ratio(112, 100), Ratio(1), Ratio(92, 100), Ratio(86, 100)};
    terms.deprivationWeights = {Ratio(2), Ratio(3, 2), Ratio(1), Ratio(1), Ratio(1)};
    terms.ringFence = Ratio(2, 100);
    terms.atRisk = Ratio(5, 100);
    terms.indicators = {indicator(65, 80, 100, Ratio(60, 100), 0),
                        indicator(24, 18, 1000, Ratio(40, 100), 1)};
    terms.indicators[0].improvementCredit = Ratio(8, 10);
    GainAndLoss& sharing = terms.gainAndLoss;
    sharing.corridor = Ratio(2, 100);
    sharing.gainShare = Ratio(50, 100);
    sharing.gainCap = Ratio(5, 100);
    sharing.lossShare = Ratio(30, 100);
    sharing.lossCap = Ratio(2, 100);
    sharing.qualityGate = Ratio(40, 100);
    sharing.floor = Ratio(3, 100);
    sharing.ceiling = Ratio(2, 100);
    return terms;
}

// Everybody and every count times `part`, as near as whole people come.
OutcomeYear calderbourneYear(Ratio part = Ratio(1))
{
    constexpr ByFifth<qint64> residents{92'502, 63'976, 51'998, 44'352, 33'572};
    constexpr ByFifth<qint64> register_{14'210, 9'640, 7'830, 6'690, 5'130};
    constexpr ByFifth<qint64> controlled{9'407, 6'787, 5'880, 5'258, 4'207};
    constexpr ByFifth<qint64> before{8'810, 6'642, 5'810, 5'205, 4'180};
    constexpr ByFifth<qint64> admissions{2'118, 1'305, 967, 776, 547};
    const auto scaledBy = [&](qint64 number) {
        return (Ratio(number) * part).unitsAt(0, Rounding::HalfAwayFromZero);
    };
    OutcomeYear year;
    OutcomeArea area;
    year.base = {scaled(pounds(7'963'300), part, Rounding::HalfAwayFromZero)};
    area.benchmark = scaled(pounds(7'800'000), part, Rounding::HalfAwayFromZero);
    area.cost = scaled(pounds(7'742'000), part, Rounding::HalfAwayFromZero);
    for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
        area.people[fifth] = Ratio(scaledBy(residents[fifth]));
        year.results.append(
            {scaledBy(register_[fifth]), scaledBy(controlled[fifth]), scaledBy(before[fifth])});
    }
    for (size_t fifth = 0; fifth < fifthCount; ++fifth)
        year.results.append({scaledBy(residents[fifth]), scaledBy(admissions[fifth])});
    year.areas = {area};
    return year;
}

constexpr std::array calderbourneCounts{true, false};

// One area, one indicator from `lower` to `upper` per 100, £1,000 at risk.
OutcomeTerms plainTerms(Ratio lower, Ratio upper)
{
    OutcomeTerms terms;
    terms.needWeights.fill(Ratio(1));
    terms.deprivationWeights.fill(Ratio(1));
    terms.atRisk = Ratio(1);
    terms.indicators = {indicator(lower, upper, 100, Ratio(1), 0)};
    return terms;
}

OutcomeYear plainYear(const QList<OutcomeResult>& results, Money base = pounds(1'000))
{
    OutcomeYear year;
    year.base = {base};
    OutcomeArea area;
    area.people.fill(Ratio(100));
    year.areas = {area};
    year.results = results;
    while (year.results.size() % fifthCount != 0)
        year.results.append(OutcomeResult());
    return year;
}

OutcomeChance plainChance(const OutcomeTerms& terms, const OutcomeYear& year, bool people)
{
    const std::array counts{people};
    return chanceOf(terms, year, counts);
}

double binomial(qint64 of, qint64 counted, double part)
{
    double ways = 1;
    for (qint64 i = 1; i <= counted; ++i)
        ways *= static_cast<double>(of - counted + i) / static_cast<double>(i);
    return ways * std::pow(part, static_cast<double>(counted)) *
           std::pow(1 - part, static_cast<double>(of - counted));
}

double poisson(double mean, qint64 counted)
{
    double probability = std::exp(-mean);
    for (qint64 i = 1; i <= counted; ++i)
        probability *= mean / static_cast<double>(i);
    return probability;
}

using Table = std::map<qint64, double>; // pence and their probability

double below(const Table& table, qint64 pence)
{
    double sum = 0;
    for (auto at = table.begin(); at != table.lower_bound(pence); ++at)
        sum += at->second;
    return sum;
}

qint64 quantile(const Table& table, double probability)
{
    double sum = 0;
    for (const auto& [pence, one] : table) {
        sum += one;
        if (sum >= probability - 1e-9)
            return pence;
    }
    return table.rbegin()->first;
}

// splitmix64, for uniform numbers above 0 and below 1.
class Generator
{
public:
    explicit Generator(quint64 seed)
        : m_state(seed)
    {
    }
    double next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return (static_cast<double>((z ^ (z >> 31U)) >> 11U) + 0.5) * 0x1p-53;
    }

private:
    quint64 m_state;
};

// One throw for each person.
qint64 drawnPeople(Generator& generator, const OutcomeResult& result)
{
    const double part = static_cast<double>(result.counted) / static_cast<double>(result.eligible);
    qint64 counted = 0;
    for (qint64 i = 0; i < result.eligible; ++i)
        counted += generator.next() < part ? 1 : 0;
    return counted;
}

// The waits from one event to the next until the year is over.
qint64 drawnEvents(Generator& generator, const OutcomeResult& result)
{
    qint64 counted = 0;
    double time = -std::log(generator.next());
    for (; time < static_cast<double>(result.counted); ++counted)
        time -= std::log(generator.next());
    return counted;
}

void near(double actual, double expected, double within, const char* what)
{
    QVERIFY2(std::abs(actual - expected) <= within,
             qPrintable(u"%1: %2, expected %3 within %4"_s.arg(QLatin1StringView(what))
                            .arg(actual, 0, 'g', 10)
                            .arg(expected, 0, 'g', 10)
                            .arg(within)));
}

} // namespace

class TestOutcomeChance : public QObject
{
    Q_OBJECT

private slots:
    void calderbourne();
    void calderbournePersonByPerson();
    void linearCellHasClosedForm_data();
    void linearCellHasClosedForm();
    void farBeyondFullNeverVaries();
    void creditBendsTwice();
    void symmetric();
    void tinyPlaceCountedOut();
    void gridAgreesWithCounting();
    void fullIsExactOnTheGrid();
    void floorAndCeiling();
    void fifthsMeasuredTogether();
    void largerVariesLess();
    void hugeCountsFollowTheNormalCurve();
    void nothingToVary();
    void areasTogether();
    void sameAgain();
    void largeContract();
};

// The note's figures were drawn with normal approximations: £170,600 to £195,600, within £13,000 of now.
void TestOutcomeChance::calderbourne()
{
    const OutcomeTerms terms = calderbourneTerms();
    const OutcomeYear year = calderbourneYear();
    const OutcomeChance chance = chanceOf(terms, year, calderbourneCounts);
    const EarnedChance& area = chance.areas.constFirst();
    QCOMPARE(area.atRisk, Money::fromPence(39'020'170));
    QCOMPARE(area.atTrueRates, Money::fromPence(18'320'613));
    qInfo("nine in ten %.2f to %.2f, distance %.2f, mean %.2f, sd %.2f, floor %.6f, ceiling %.6f",
          poundsOf(area.low), poundsOf(area.high), poundsOf(area.distance), poundsOf(area.mean),
          area.standardDeviation, area.floorBinds, area.ceilingBinds);
    near(poundsOf(area.low), 170'600, 500, "low");
    near(poundsOf(area.high), 195'600, 500, "high");
    QVERIFY(area.distance < pounds(13'000));
    QVERIFY(area.distance > pounds(12'000));
    // The floor takes £238,899.00 at most and £390,201.70 is at risk: it binds below £151,302.70.
    QCOMPARE(area.floorBinds, area.earned.below(Money::fromPence(15'130'270)));
    QVERIFY(area.floorBinds < 0.001);
    QCOMPARE(area.ceilingBinds, 0.0);
    QCOMPARE(chance.total.low, area.low);
    QCOMPARE(chance.total.high, area.high);
    near(area.losesMoreThan(area.atTrueRates - area.low), 0.05, 1e-4, "below the 5th percentile");
    near(area.gainsMoreThan(area.high - area.atTrueRates), 0.05, 1e-4, "above the 95th");
}

// A place a tenth as large, where floor and ceiling bind now and then.
void TestOutcomeChance::calderbournePersonByPerson()
{
    constexpr quint64 seed = 20260310;
    constexpr int draws = 8'000;
    OutcomeTerms terms = calderbourneTerms();
    terms.gainAndLoss.gainShare = Ratio(1);
    OutcomeYear year = calderbourneYear(Ratio(1, 10));
    year.areas[0].cost = pounds(720'000); // 60,000 under, all of it shared at full quality
    const OutcomeChance chance = chanceOf(terms, year, calderbourneCounts);
    const EarnedChance& area = chance.areas.constFirst();

    Generator generator(seed);
    std::vector<double> earned;
    int floors = 0;
    int ceilings = 0;
    double sum = 0;
    for (int draw = 0; draw < draws; ++draw) {
        OutcomeYear drawn = year;
        for (qsizetype i = 0; i < drawn.results.size(); ++i)
            drawn.results[i].counted = i < fifthCount ? drawnPeople(generator, year.results.at(i))
                                                      : drawnEvents(generator, year.results.at(i));
        const AreaPayment paid = payOutcomes(terms, drawn).areas.constFirst();
        floors += paid.bounded > paid.variation ? 1 : 0;
        ceilings += paid.bounded < paid.variation ? 1 : 0;
        earned.push_back(poundsOf(paid.earned));
        sum += earned.back();
    }
    std::sort(earned.begin(), earned.end());
    qInfo(
        "seed %llu, %d draws: %.2f to %.2f, mean %.2f, floor %.4f, ceiling %.4f; worked: %.2f to %.2f, mean "
        "%.2f, sd %.2f, floor %.4f, ceiling %.4f",
        static_cast<unsigned long long>(seed), draws, earned[draws / 20], earned[draws - draws / 20],
        sum / draws, floors / double(draws), ceilings / double(draws), poundsOf(area.low),
        poundsOf(area.high), poundsOf(area.mean), area.standardDeviation, area.floorBinds, area.ceilingBinds);
    // Within four standard errors of the draws: 0.0236 of a standard deviation for a 5th percentile.
    const double sd = area.standardDeviation;
    near(earned[draws / 20], poundsOf(area.low), 4 * 0.0236 * sd, "low");
    near(earned[draws - draws / 20], poundsOf(area.high), 4 * 0.0236 * sd, "high");
    near(sum / draws, poundsOf(area.mean), 4 * sd / std::sqrt(draws), "mean");
    const auto error = [](double part) { return 4 * std::sqrt(part * (1 - part) / draws); };
    QVERIFY(area.floorBinds > 0.01);
    QVERIFY(area.ceilingBinds > 0.01);
    near(floors / double(draws), area.floorBinds, error(area.floorBinds), "floor");
    near(ceilings / double(draws), area.ceilingBinds, error(area.ceilingBinds), "ceiling");
}

void TestOutcomeChance::linearCellHasClosedForm_data()
{
    QTest::addColumn<bool>("people");
    QTest::addColumn<qint64>("eligible");
    QTest::addColumn<qint64>("counted");
    QTest::newRow("people") << true << qint64(400) << qint64(100);
    QTest::newRow("events") << false << qint64(400) << qint64(100);
    QTest::newRow("many events") << false << qint64(400'000) << qint64(100'000);
}

// All between the thresholds 0% and 100%: the share is the rate, the mean the amount at it. Binomial variance n p (1 - p),
// Poisson the mean; the pence are rounded.
void TestOutcomeChance::linearCellHasClosedForm()
{
    QFETCH(bool, people);
    QFETCH(qint64, eligible);
    QFETCH(qint64, counted);
    const OutcomeChance chance = plainChance(plainTerms(0, 100), plainYear({{eligible, counted}}), people);
    const EarnedChance& area = chance.areas.constFirst();
    const double part = static_cast<double>(counted) / static_cast<double>(eligible);
    const double variance = static_cast<double>(counted) * (people ? 1 - part : 1);
    QCOMPARE(area.atTrueRates, pounds(250));
    QCOMPARE(area.mean, pounds(250));
    near(area.standardDeviation, 1'000 * std::sqrt(variance) / static_cast<double>(eligible), 0.001,
         "standard deviation");
}

void TestOutcomeChance::farBeyondFullNeverVaries()
{
    for (const bool people : {true, false}) {
        const OutcomeChance full = plainChance(plainTerms(10, 20), plainYear({{1'000, 600}}), people);
        QCOMPARE(full.areas.at(0).low, pounds(1'000));
        QCOMPARE(full.areas.at(0).high, pounds(1'000));
        QCOMPARE(full.areas.at(0).standardDeviation, 0.0);
        QCOMPARE(full.areas.at(0).distance, Money());
        const OutcomeChance nothing = plainChance(plainTerms(30, 20), plainYear({{1'000, 600}}), people);
        QCOMPARE(nothing.areas.at(0).mean, Money());
        QCOMPARE(nothing.areas.at(0).standardDeviation, 0.0);
    }
    // Events beyond any thresholds, in either direction.
    QCOMPARE(plainChance(plainTerms(90, 80), plainYear({{1'000, 20}}), false).areas.at(0).low, pounds(1'000));
}

// Last year 50 of 100, thresholds 60% to 90%, credit 80%: the share is 0 up to 50, then 2% for each person more (0.8 / 40),
// from 80 on by the threshold, 1/30 each, and 1 from 90. At 50 itself only the better half of the years earns.
void TestOutcomeChance::creditBendsTwice()
{
    OutcomeTerms terms = plainTerms(60, 90);
    terms.indicators[0].improvementCredit = Ratio(8, 10);
    for (const int likely : {50, 70, 80, 89}) {
        const OutcomeYear year = plainYear({{100, likely, 50}});
        const OutcomeChance chance = plainChance(terms, year, true);
        double mean = 0;
        for (int counted = 0; counted <= 100; ++counted) {
            const double byThreshold = std::clamp((counted - 60) / 30.0, 0.0, 1.0);
            const double byCredit = counted >= 90 ? 1 : std::max(0.0, 0.8 * (counted - 50) / 40.0);
            mean += binomial(100, counted, likely / 100.0) * 1'000 * std::max(byThreshold, byCredit);
        }
        near(poundsOf(chance.areas.at(0).mean), mean, 0.011, "mean");
    }
    // A bend upwards lifts the mean above the amount at the rate, one downwards lowers it.
    const EarnedChance convex = plainChance(terms, plainYear({{100, 50, 50}}), true).areas.constFirst();
    QCOMPARE(convex.atTrueRates, Money());
    QVERIFY(convex.mean > pounds(30));
    const EarnedChance concave = plainChance(terms, plainYear({{100, 90, 50}}), true).areas.constFirst();
    QCOMPARE(concave.atTrueRates, pounds(1'000));
    QVERIFY(concave.mean < pounds(970));
}

// Half of the people, thresholds as far below as above: gains are as likely as losses of the same size.
void TestOutcomeChance::symmetric()
{
    const OutcomeYear year =
        plainYear({{50, 25}, {400, 200}, {1'200, 600}, {90, 45}, {1'000, 500}}, pounds(100'000));
    for (const OutcomeTerms& terms : {plainTerms(40, 60), plainTerms(60, 40), plainTerms(45, 55)}) {
        const EarnedChance area = plainChance(terms, year, true).areas.constFirst();
        near(poundsOf(area.atTrueRates), 50'000, 0.02, "at the rates"); // halves of odd pence
        near(poundsOf(area.mean), 50'000, 0.02, "mean");
        near(poundsOf(area.high) - 50'000, 50'000 - poundsOf(area.low), area.standardDeviation / 640,
             "both ends");
        near(area.losesMoreThan(pounds(5'000)), area.gainsMoreThan(pounds(5'000)), 1e-4, "both sides");
    }
}

// Three fifths with 4, 3 and 5 people and one indicator of events, counted out through the payment itself.
void TestOutcomeChance::tinyPlaceCountedOut()
{
    OutcomeTerms terms = plainTerms(20, 90);
    terms.indicators = {indicator(20, 90, 100, Ratio(7, 10), 0), indicator(50, 10, 100, Ratio(3, 10), 1)};
    terms.indicators[0].improvementCredit = Ratio(1, 2);
    terms.deprivationWeights = {Ratio(3), Ratio(2), Ratio(1), Ratio(1), Ratio(1)};
    OutcomeYear year = plainYear({{4, 2, 1}, {3, 2, -1}, {5, 4, 4}, {}, {}, {10, 3}}, pounds(9'999));
    const std::array counts{true, false};
    Table table;
    for (qint64 a = 0; a <= 4; ++a)
        for (qint64 b = 0; b <= 3; ++b)
            for (qint64 c = 0; c <= 5; ++c)
                for (qint64 events = 0; events <= 40; ++events) {
                    OutcomeYear one = year;
                    one.results[0].counted = a;
                    one.results[1].counted = b;
                    one.results[2].counted = c;
                    one.results[5].counted = events;
                    table[payOutcomes(terms, one).total.earned.pence()] +=
                        binomial(4, a, 2 / 4.0) * binomial(3, b, 2 / 3.0) * binomial(5, c, 4 / 5.0) *
                        poisson(3, events);
                }
    const EarnedChance area = chanceOf(terms, year, counts).areas.constFirst();
    double mean = 0;
    for (const auto& [pence, probability] : table) {
        mean += probability * static_cast<double>(pence);
        near(area.earned.below(Money::fromPence(pence)), below(table, pence), 1e-12, "below");
        near(area.earned.below(Money::fromPence(pence + 1)), below(table, pence + 1), 1e-12, "up to");
    }
    QCOMPARE(area.mean.pence(), std::llround(mean));
    for (const double part : {0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.9999})
        QCOMPARE(area.earned.quantile(part).pence(), quantile(table, part));
    QCOMPARE(area.low.pence(), quantile(table, 0.05));
    QCOMPARE(area.high.pence(), quantile(table, 0.95));
    QCOMPARE(area.distance, std::max(area.high - area.atTrueRates, area.atTrueRates - area.low));
}

// Three fifths of 40 people: 68,921 outcomes, more than are kept one by one.
void TestOutcomeChance::gridAgreesWithCounting()
{
    const OutcomeTerms terms = plainTerms(35, 65);
    const OutcomeYear year = plainYear({{40, 20}, {40, 22}, {40, 27}}, pounds(120'000));
    std::array<std::array<qint64, 41>, 3> pence{};
    for (size_t fifth = 0; fifth < 3; ++fifth)
        for (qint64 counted = 0; counted <= 40; ++counted) {
            OutcomeYear one = year;
            one.results[static_cast<qsizetype>(fifth)].counted = counted;
            pence[fifth][static_cast<size_t>(counted)] =
                payOutcomes(terms, one).cells.at(static_cast<qsizetype>(fifth)).earned.pence();
        }
    Table table;
    for (size_t a = 0; a <= 40; ++a)
        for (size_t b = 0; b <= 40; ++b)
            for (size_t c = 0; c <= 40; ++c)
                table[pence[0][a] + pence[1][b] + pence[2][c]] += binomial(40, qint64(a), 0.5) *
                                                                  binomial(40, qint64(b), 0.55) *
                                                                  binomial(40, qint64(c), 0.675);
    double mean = 0;
    double square = 0;
    for (const auto& [amount, probability] : table) {
        mean += probability * static_cast<double>(amount) / 100;
        square += probability * std::pow(static_cast<double>(amount) / 100, 2);
    }
    const EarnedChance area = plainChance(terms, year, true).areas.constFirst();
    near(poundsOf(area.mean), mean, 0.006, "mean");
    near(area.standardDeviation, std::sqrt(square - mean * mean), 0.01, "standard deviation");
    // Amounts lie £3,333.33 apart or less; a step of the grid is a 64th of the deviation.
    const double step = area.standardDeviation / 64;
    for (const double part : {0.02, 0.05, 0.25, 0.6, 0.95, 0.99})
        near(poundsOf(area.earned.quantile(part)), static_cast<double>(quantile(table, part)) / 100, 2 * step,
             "quantile");
    for (qint64 amount = 20'000; amount < 120'000; amount += 2'345) {
        const Money at = pounds(amount);
        const Money around = Money::fromPence(std::llround(200 * step));
        QVERIFY(area.earned.below(at) >= below(table, (at - around).pence()) - 1e-6);
        QVERIFY(area.earned.below(at) <= below(table, (at + around).pence()) + 1e-6);
    }
}

// Where all is earned in many years, the largest amount and how often are exact.
void TestOutcomeChance::fullIsExactOnTheGrid()
{
    const OutcomeYear year =
        plainYear({{1'000, 820}, {1'000, 830}, {1'000, 825}, {1'000, 815}, {1'000, 822}}, pounds(500'000));
    const EarnedChance area = plainChance(plainTerms(70, 80), year, true).areas.constFirst();
    double full = 1;
    for (const double part : {0.820, 0.830, 0.825, 0.815, 0.822}) {
        double reached = 0;
        for (int counted = 800; counted <= 1'000; ++counted)
            reached += std::exp(std::lgamma(1'001) - std::lgamma(counted + 1) - std::lgamma(1'001 - counted) +
                                counted * std::log(part) + (1'000 - counted) * std::log(1 - part));
        full *= reached;
    }
    QVERIFY(full > 0.5);
    QCOMPARE(area.high, pounds(500'000));
    near(1 - area.earned.below(pounds(500'000)), full, 1e-9, "all of it");
    QCOMPARE(area.earned.below(pounds(500'000) + Money::fromPence(1)), 1.0);
    QCOMPARE(area.gainsMoreThan(Money()), 0.0);
}

// 10 people, each earns £100: what is not earned is £100 for each that is not counted.
void TestOutcomeChance::floorAndCeiling()
{
    OutcomeTerms terms = plainTerms(0, 100);
    OutcomeYear year = plainYear({{10, 6}});
    terms.gainAndLoss.floor = Ratio(55, 100);
    const auto chance = [&] { return plainChance(terms, year, true).areas.constFirst(); };
    const auto upTo = [](int counted) {
        double sum = 0;
        for (int i = 0; i <= counted; ++i)
            sum += binomial(10, i, 0.6);
        return sum;
    };
    // £550 not paid at most: binds at 4 counted or fewer.
    near(chance().floorBinds, upTo(4), 1e-12, "floor");
    QCOMPARE(chance().ceilingBinds, 0.0);
    near(chance().losesMoreThan(pounds(150)), upTo(4), 1e-12, "loses more than 150");
    near(chance().losesMoreThan(pounds(200)), upTo(3), 1e-12, "exactly 200 is not more");
    near(chance().gainsMoreThan(pounds(200)), 1 - upTo(8), 1e-12, "gains more than 200");
    terms.gainAndLoss.floor = Ratio(0);
    near(chance().floorBinds, 1 - binomial(10, 10, 0.6), 1e-12, "floor at nothing");

    // Cost £400 under the benchmark, all of it shared, times the quality, which counts from 70% on. Seven counted: not
    // earned 300, gain 280: -20. Eight: -200 + 320. Nine: -100 + 360. Ten: 400.
    terms.gainAndLoss.floor.reset();
    terms.gainAndLoss.gainShare = Ratio(1);
    terms.gainAndLoss.qualityGate = Ratio(70, 100);
    terms.gainAndLoss.ceiling = Ratio(12, 100);
    year.areas[0].cost = pounds(600);
    near(chance().ceilingBinds, 1 - upTo(8), 1e-12, "ceiling");
    terms.gainAndLoss.ceiling = Ratio(1199, 10'000);
    near(chance().ceilingBinds, 1 - upTo(7), 1e-12, "a penny lower");
    terms.gainAndLoss.floor = Ratio(3, 100);
    near(chance().floorBinds, upTo(6), 1e-12, "floor with a gain"); // six: -400, below the gate

    // Two such areas: one in either, or both.
    year.areas.append(year.areas.constFirst());
    year.areas[1].tieRank = 1;
    year.base.append(year.base.constFirst());
    year.results += year.results;
    const OutcomeChance both = plainChance(terms, year, true);
    near(both.total.floorBinds, 1 - std::pow(1 - upTo(6), 2), 1e-12, "floor in any area");
}

// 6, 9 and 7 eligible with 2, 6 and 7 counted: below 20 they are measured as 22. The one of 40 stays alone. Each fifth keeps
// its own true rate: the common count is the sum of three binomial ones.
void TestOutcomeChance::fifthsMeasuredTogether()
{
    OutcomeTerms terms = plainTerms(40, 90);
    terms.smallEligible = 20;
    terms.indicators[0].thresholds[2] = {Ratio(50), Ratio(80)};
    const OutcomeYear year = plainYear({{6, 2}, {9, 6}, {7, 6}, {40, 40}, {25, 0}});
    std::array<double, 23> together{};
    for (int a = 0; a <= 6; ++a)
        for (int b = 0; b <= 9; ++b)
            for (int c = 0; c <= 7; ++c)
                together[size_t(a + b + c)] +=
                    binomial(6, a, 2 / 6.0) * binomial(9, b, 6 / 9.0) * binomial(7, c, 6 / 7.0);
    // Through the payment: any split of the common count pays the same.
    Table table;
    for (qint64 counted = 0; counted <= 22; ++counted) {
        OutcomeYear one = year;
        one.results[0].counted = std::min<qint64>(counted, 6);
        one.results[1].counted = std::clamp<qint64>(counted - 6, 0, 9);
        one.results[2].counted = std::max<qint64>(counted - 15, 0);
        table[payOutcomes(terms, one).total.earned.pence()] += together[size_t(counted)];
    }
    const EarnedChance area = plainChance(terms, year, true).areas.constFirst();
    for (const auto& [pence, probability] : table)
        near(area.earned.below(Money::fromPence(pence)), below(table, pence), 1e-12, "below");
    QCOMPARE(area.low.pence(), quantile(table, 0.05));
    QCOMPARE(area.high.pence(), quantile(table, 0.95));

    // As events: the sum is one Poisson count of 14.
    Table events;
    for (qint64 counted = 0; counted <= 80; ++counted) {
        OutcomeYear one = plainYear({{6, 2}, {9, 6}, {7, 6}});
        one.results[0].counted = counted;
        one.results[1].counted = 0;
        one.results[2].counted = 0;
        events[payOutcomes(terms, one).total.earned.pence()] += poisson(14, counted);
    }
    const EarnedChance counted =
        plainChance(terms, plainYear({{6, 2}, {9, 6}, {7, 6}}), false).areas.constFirst();
    for (const auto& [pence, probability] : events)
        near(counted.earned.below(Money::fromPence(pence)), below(events, pence), 1e-12, "events below");

    // Earning together varies more than each fifth by itself would.
    const OutcomeTerms apart = plainTerms(0, 100);
    OutcomeTerms joined = apart;
    joined.smallEligible = 100;
    const OutcomeYear even = plainYear({{20, 10}, {20, 10}, {20, 10}, {20, 10}, {20, 10}});
    near(plainChance(joined, even, true).total.standardDeviation,
         plainChance(apart, even, true).total.standardDeviation, 0.01, "on one line it is the same");
}

// Where no bend is near, a hundred times the people vary by a tenth of the money.
void TestOutcomeChance::largerVariesLess()
{
    double before = 0;
    for (const int times : {1, 4, 100, 400}) {
        const OutcomeYear year =
            plainYear({{200 * times, 100 * times}, {100 * times, 60 * times}, {300 * times, 120 * times}},
                      pounds(1'000'000));
        const EarnedChance area = plainChance(plainTerms(0, 100), year, true).areas.constFirst();
        const double scaled = area.standardDeviation * std::sqrt(times);
        const double range = (poundsOf(area.high) - poundsOf(area.low)) * std::sqrt(times);
        near(range / (2 * 1.6449), scaled, scaled * 0.02, "nine in ten of the normal curve");
        if (before > 0)
            near(scaled, before, 0.05, "deviation by the square root of people");
        before = scaled;
    }
    double larger = 1;
    for (const qint64 part : {1, 2, 5, 10, 50}) {
        const OutcomeYear year = calderbourneYear(Ratio(1, part));
        const EarnedChance area = chanceOf(calderbourneTerms(), year, calderbourneCounts).areas.constFirst();
        const double spread = area.standardDeviation / poundsOf(area.atRisk);
        QVERIFY(part == 1 || spread > larger);
        larger = spread;
    }
}

void TestOutcomeChance::hugeCountsFollowTheNormalCurve()
{
    // A million events of four million: deviation 1,000, of £1,000 a million.
    const OutcomeYear year = plainYear({{4'000'000, 1'000'000}}, pounds(4'000'000));
    const EarnedChance area = plainChance(plainTerms(0, 100), year, false).areas.constFirst();
    near(poundsOf(area.mean), 1'000'000, 1, "mean");
    near(area.standardDeviation, 1'000, 1, "standard deviation");
    near(poundsOf(area.low), 1'000'000 - 1'644.85, 20, "low");
    near(poundsOf(area.high), 1'000'000 + 1'644.85, 20, "high");
    // The largest numbers a person could type do no harm.
    const OutcomeYear absurd = plainYear({{4'000'000'000'000'000, 1'000'000'000'000'000}}, pounds(4'000'000));
    QCOMPARE(plainChance(plainTerms(0, 100), absurd, true).areas.constFirst().mean, pounds(1'000'000));
}

void TestOutcomeChance::nothingToVary()
{
    // Nobody, everybody, no money at risk.
    QCOMPARE(plainChance(plainTerms(0, 100), plainYear({{50, 0}}), true).total.high, Money());
    QCOMPARE(plainChance(plainTerms(0, 100), plainYear({{50, 50}}), true).total.low, pounds(1'000));
    OutcomeTerms terms = plainTerms(0, 100);
    terms.atRisk = Ratio(0);
    const EarnedChance area = plainChance(terms, plainYear({{50, 20}}), true).areas.constFirst();
    QCOMPARE(area.mean, Money());
    QCOMPARE(area.floorBinds, 0.0);
    QCOMPARE(area.losesMoreThan(Money()), 0.0);
    terms.indicators.clear();
    QCOMPARE(chanceOf(terms, plainYear({}), {}).total.high, Money());
}

// Areas vary each on its own: variances add.
void TestOutcomeChance::areasTogether()
{
    OutcomeTerms terms = plainTerms(0, 100);
    OutcomeYear year;
    double variance = 0;
    for (int area = 0; area < 12; ++area) {
        const OutcomeYear one =
            plainYear({{100 + area, 30}, {400, 200 + area}, {900, 500}, {60, 7}, {70, 70}},
                      pounds(10'000 + 500 * area));
        const double deviation = plainChance(terms, one, true).total.standardDeviation;
        variance += deviation * deviation;
        year.areas.append(one.areas.constFirst());
        year.areas[area].tieRank = area;
        year.base.append(one.base.constFirst());
        year.results += one.results;
    }
    const OutcomeChance chance = plainChance(terms, year, true);
    QCOMPARE(chance.areas.size(), 12);
    near(chance.total.standardDeviation, std::sqrt(variance), 0.01, "standard deviation");
    Money earned;
    Money mean;
    for (const EarnedChance& area : chance.areas) {
        earned += area.atTrueRates;
        mean += area.mean;
    }
    QCOMPARE(chance.total.atTrueRates, earned);
    near(poundsOf(chance.total.mean), poundsOf(mean), 0.12, "mean");
    near((poundsOf(chance.total.high) - poundsOf(chance.total.low)) / 2, 1.64485 * std::sqrt(variance),
         0.01 * std::sqrt(variance), "nine in ten");
}

void TestOutcomeChance::sameAgain()
{
    const OutcomeTerms terms = calderbourneTerms();
    const OutcomeYear year = calderbourneYear(Ratio(1, 7));
    const EarnedChance one = chanceOf(terms, year, calderbourneCounts).total;
    const EarnedChance two = chanceOf(terms, year, calderbourneCounts).total;
    QCOMPARE(one.low, two.low);
    QCOMPARE(one.high, two.high);
    QVERIFY(one.standardDeviation == two.standardDeviation);
    for (qint64 amount = 0; amount < 56'000; amount += 500)
        QVERIFY(one.earned.below(pounds(amount)) == two.earned.below(pounds(amount)));
    // Never falling.
    double before = 0;
    for (qint64 pence = 0; pence < 5'600'000; pence += 997) {
        const double now = one.earned.below(Money::fromPence(pence));
        QVERIFY(now >= before);
        before = now;
    }
    QCOMPARE(one.earned.below(pounds(56'000)), 1.0);
}

// 60 areas of 30,000 people, 12 indicators, half of people and half of events.
void TestOutcomeChance::largeContract()
{
    constexpr int areas = 60;
    constexpr int indicators = 12;
    OutcomeTerms terms = calderbourneTerms();
    terms.smallEligible = 20;
    terms.indicators.clear();
    std::array<bool, indicators> people{};
    for (int i = 0; i < indicators; ++i) {
        people[size_t(i)] = i % 2 == 0;
        terms.indicators.append(people[size_t(i)] ? indicator(65, 80, 100, Ratio(1, indicators), i)
                                                  : indicator(24, 18, 1000, Ratio(1, indicators), i));
        terms.indicators.last().improvementCredit = Ratio(i % 4, 4);
    }
    OutcomeYear year;
    for (int a = 0; a < areas; ++a) {
        OutcomeArea area;
        area.people.fill(Ratio(6'000));
        area.tieRank = a;
        area.cost = pounds(820'000);
        year.areas.append(area);
        year.base.append(pounds(834'000 + 37 * a));
        for (int i = 0; i < indicators; ++i)
            for (int fifth = 0; fifth < fifthCount; ++fifth) {
                const qint64 eligible = people[size_t(i)] ? 900 + 13 * fifth + a : 6'000 - 50 * fifth;
                const qint64 counted =
                    people[size_t(i)] ? eligible * (66 + 3 * fifth + i) / 100 : 144 - 8 * fifth - i;
                year.results.append({eligible, counted, counted * 98 / 100});
            }
    }
    QElapsedTimer timer;
    timer.start();
    const OutcomeChance chance = chanceOf(terms, year, people);
    const auto took = timer.elapsed();
    qInfo("60 areas, 12 indicators: %lld ms; nine in ten %.2f to %.2f, deviation %.2f", took,
          poundsOf(chance.total.low), poundsOf(chance.total.high), chance.total.standardDeviation);
    double variance = 0;
    for (const EarnedChance& area : chance.areas)
        variance += area.standardDeviation * area.standardDeviation;
    near(chance.total.standardDeviation, std::sqrt(variance), 0.01, "standard deviation");
    near(poundsOf(chance.total.high) - poundsOf(chance.total.low), 2 * 1.64485 * std::sqrt(variance),
         0.02 * std::sqrt(variance), "sixty areas are near the normal curve");
}

QTEST_APPLESS_MAIN(TestOutcomeChance)
#include "test_outcomechance.moc"
