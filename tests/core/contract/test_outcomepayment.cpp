#include "core/contract/earnedpence.h"
#include "tests/support/outcomecontracts.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// The thirteen steps one by one, then whole contracts. Figures of the note (section 3.6, examples 1 to 3) and of the
// Calderbourne contract are as printed there; the others are worked by hand; those with long pence by exact fractions and
// largest remainder outside the program.

namespace {

const Ratio nothing(0);
const Ratio whole(1);
constexpr auto nearest = Rounding::HalfAwayFromZero;

AreaPayment payPlain(const OutcomeTerms& terms, const OutcomeYear& year)
{
    return payOutcomes(terms, year).areas.first();
}

// The note's first area alone, with its outcomes.
OutcomeYear firstArea()
{
    OutcomeYear year = noteYear();
    year.areas.resize(1);
    year.base.resize(1);
    return year;
}

// £1,000.00 of which half is at risk, so many hundredths of it earned, at a cost beside a benchmark of £1,000.00.
struct Sharing
{
    OutcomeTerms terms = plainTerms();
    OutcomeYear year;

    explicit Sharing(Money cost, qint64 counted = 100)
        : year(plainYear(pounds(1'000), counted))
    {
        terms.atRisk = Ratio(1, 2);
        terms.gainAndLoss.gainShare = Ratio(1, 2);
        terms.gainAndLoss.lossShare = Ratio(3, 10);
        year.areas[0].cost = cost;
    }
    AreaPayment paid() const { return payPlain(terms, year); }
};

Ratio sumOf(const ByFifth<Ratio>& parts)
{
    Ratio sum;
    for (const Ratio& part : parts)
        sum = sum + part;
    return sum;
}

} // namespace

class TestOutcomePayment : public QObject
{
    Q_OBJECT

private slots:
    void step1WeightedPopulation();
    void step2BaseCapitation();
    void step2PricePerWeightedHead();
    void step3RingFence();
    void step4AtRisk();
    void step5FixedAndMonths();
    void step6Pots();
    void step6TiesAndWideWeights();
    void step7Attainment_data();
    void step7Attainment();
    void step7NobodyEligible();
    void step7SmallFifths_data();
    void step7SmallFifths();
    void step7BaselinesOfSmallFifths();
    void step8Earned();
    void step8RoundsEachPot();
    void step8PlacesAndCounts();
    void step8SmallFifths();
    void step9Corridor();
    void step9WhereTheCorridorEnds();
    void step10GainAndLoss();
    void step10QualityGate();
    void step10Caps();
    void step11Bounds();
    void step11BoundsReached();
    void step12Payment();
    void step13ReturnsUnearned();
    void step13AfterBounds();
    void step13WhoHasItBack();
    void addsAreas();
    void flatWeights();
    void calderbourneCells();
    void calderbournePays_data();
    void calderbournePays();
};

void TestOutcomePayment::step1WeightedPopulation()
{
    const OutcomeTerms terms = noteTerms();
    const QList<OutcomeArea> areas = noteAreas();
    const QList<Ratio> expected{Ratio(34180), Ratio(304'368, 10), Ratio(243'075, 10)};
    Ratio weighted;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        QCOMPARE(weightedPeople(terms, areas[i]), expected[i]);
        weighted = weighted + expected[i];
    }
    const QStringList normalised{u"32671.609448"_s, u"29093.599837"_s, u"23234.790715"_s};
    const QStringList indices{u"1.08905365"_s, u"0.96978666"_s, u"0.92939163"_s};
    const QStringList pence{u"474533175.748361"_s, u"422564990.158506"_s, u"337469724.093133"_s};
    for (qsizetype i = 0; i < areas.size(); ++i) {
        const Ratio share = weightedPeople(terms, areas[i]) / weighted;
        const Ratio heads = share * Ratio(85'000);
        QCOMPARE(decimalText(heads, 6, nearest), normalised[i]);
        QCOMPARE(decimalText(heads / sumOf(areas[i].people), 8, nearest), indices[i]);
        QCOMPARE(decimalText(share * Ratio(1'234'567'890), 6, nearest), pence[i]);
    }
}

void TestOutcomePayment::step2BaseCapitation()
{
    OutcomeTerms terms = noteTerms();
    QCOMPARE(plain(splitBase(terms, noteAreas(), pounds(12'345'678, 90))),
             u"4745331.76 4225649.90 3374697.24"_s);
    QCOMPARE(decimalText(Ratio(1'234'567'890, 100) / Ratio(85'000), 8, nearest), u"145.24328118"_s);

    // Two areas alike share an odd penny by rank, not by position.
    const auto alike = [&](int first, int second) {
        const ByFifth<Ratio> people{Ratio(7), Ratio(), Ratio(), Ratio(), Ratio()};
        return plain(
            splitBase(terms, {area(people, whole, first), area(people, whole, second)}, pounds(0, 3)));
    };
    QCOMPARE(alike(0, 1), u"0.02 0.01"_s);
    QCOMPARE(alike(1, 0), u"0.01 0.02"_s);
}

void TestOutcomePayment::step2PricePerWeightedHead()
{
    const OutcomeTerms terms = noteTerms();
    // 34,180, 30,436.8 and 24,307.5 heads at £140.25; then for 92 of 365 days.
    QCOMPARE(plain(pricedBase(terms, noteAreas(), Ratio(14025, 100))), u"4793745.00 4268761.20 3409126.88"_s);
    QCOMPARE(plain(pricedBase(terms, noteAreas(), Ratio(14025, 100), Ratio(92, 365))),
             u"1208286.41 1075961.73 859286.77"_s);
    // Half a penny is a penny, here and in every step.
    const QList<OutcomeArea> one{area({Ratio(), Ratio(), Ratio(1), Ratio(), Ratio()}, whole, 0)};
    QCOMPARE(plain(pricedBase(terms, one, Ratio(1'005, 1'000))), u"1.01"_s);
    QCOMPARE(plain(pricedBase(terms, one, Ratio(1'005, 1'000), Ratio(5, 10))), u"0.50"_s);
    QCOMPARE(plain(pricedBase(terms, one, Ratio(1, 100), Ratio(5, 10))), u"0.01"_s);
}

void TestOutcomePayment::step3RingFence()
{
    QCOMPARE(told(payOutcomes(noteTerms(), noteYear()), &AreaPayment::ringFence),
             u"94906.64 84513.00 67493.94"_s);
    OutcomeTerms terms = plainTerms();
    terms.ringFence = Ratio(2, 100);
    QCOMPARE(payPlain(terms, plainYear(pounds(0, 25))).ringFence, pounds(0, 1)); // a half up
    QCOMPARE(payPlain(terms, plainYear(pounds(0, 24))).ringFence, pounds(0));
    OutcomeYear dear = plainYear(pounds(100));
    dear.areas[0].benchmark = pounds(200); // no part of it
    QCOMPARE(payPlain(terms, dear).ringFence, pounds(2));
}

void TestOutcomePayment::step4AtRisk()
{
    QCOMPARE(told(payOutcomes(noteTerms(), noteYear()), &AreaPayment::atRisk),
             u"232521.26 207056.85 165360.17"_s);
    OutcomeTerms terms = plainTerms();
    terms.ringFence = Ratio(50, 100);
    terms.atRisk = Ratio(5, 100);
    QCOMPARE(payPlain(terms, plainYear(pounds(0, 20))).atRisk, pounds(0, 1)); // a half up, of what is left
    QCOMPARE(payPlain(terms, plainYear(pounds(0, 19))).atRisk, pounds(0));
}

void TestOutcomePayment::step5FixedAndMonths()
{
    const OutcomePayment paid = payOutcomes(noteTerms(), noteYear());
    QCOMPARE(told(paid, &AreaPayment::fixed), u"4417903.86 3934080.05 3141843.13"_s);
    for (const AreaPayment& area : paid.areas)
        QCOMPARE(area.ringFence + area.atRisk + area.fixed, area.base);
    QCOMPARE(monthly(paid.areas[0].fixed, 12),
             QList<Money>(6, pounds(368'158, 66)) + QList<Money>(6, pounds(368'158, 65)));
    QCOMPARE(plain(monthly(pounds(0, 3), 5)), u"0.01 0.01 0.01 0.00 0.00"_s);
    QCOMPARE(plain(monthly(pounds(0, 10), 3)), u"0.04 0.03 0.03"_s);
}

void TestOutcomePayment::step6Pots()
{
    const OutcomePayment paid = payOutcomes(noteTerms(), noteYear());
    QCOMPARE(told(paid, 0, &OutcomeCell::pot), u"69275.30 37524.12 19243.14 10006.43 3463.77"_s);
    QCOMPARE(told(paid, 1, &OutcomeCell::pot), u"48526.18 24263.09 12131.54 6065.77 2021.92"_s);
    const QList<QString> pots{u"139512.76"_s, u"93008.50"_s};
    for (int indicator = 0; indicator < 2; ++indicator) {
        Money sum;
        for (int fifth = 0; fifth < fifthCount; ++fifth)
            sum += paid.cell(0, indicator, 2, fifth).pot;
        QCOMPARE(moneyToPlain(sum), pots[indicator]);
    }
    // Nobody is eligible in the other fifths of P2 and P3.
    QCOMPARE(paid.cell(1, 0, 2, 0).pot + paid.cell(1, 1, 2, 0).pot, pounds(207'056, 85));
    QCOMPARE(paid.cell(2, 0, 2, 0).pot + paid.cell(2, 1, 2, 0).pot, pounds(165'360, 17));
}

void TestOutcomePayment::step6TiesAndWideWeights()
{
    // An odd penny of indicators alike goes by rank; of fifths alike, to the most deprived.
    OutcomeTerms terms = plainTerms();
    terms.indicators = {indicator(50, true, 100, 0, 100, 1), indicator(50, true, 100, 0, 100, 0)};
    OutcomeYear year = plainYear(pounds(0, 15));
    year.results = resultsOf({9, 9, 9, 9, 9}, {}) + resultsOf({9, 9, 9, 9, 9}, {});
    const OutcomePayment paid = payOutcomes(terms, year);
    QCOMPARE(told(paid, 0, &OutcomeCell::pot), u"0.02 0.02 0.01 0.01 0.01"_s);
    QCOMPARE(told(paid, 1, &OutcomeCell::pot), u"0.02 0.02 0.02 0.01 0.01"_s);

    // The same weights in sevenths, and the same people many times over: the same pots.
    OutcomeTerms sevenths = noteTerms();
    for (Ratio& weight : sevenths.deprivationWeights)
        weight = weight / Ratio(7);
    OutcomeYear many = firstArea();
    for (OutcomeResult& result : many.results)
        result.eligible *= 100'000'000'000'000;
    const QString pots = u"69275.30 37524.12 19243.14 10006.43 3463.77"_s;
    QCOMPARE(told(payOutcomes(sevenths, firstArea()), 0, &OutcomeCell::pot), pots);
    QCOMPARE(told(payOutcomes(noteTerms(), many), 0, &OutcomeCell::pot), pots);
    QCOMPARE(told(payOutcomes(sevenths, many), 0, &OutcomeCell::pot), pots);
}

void TestOutcomePayment::step7Attainment_data()
{
    QTest::addColumn<OutcomeIndicator>("of");
    QTest::addColumn<OutcomeResult>("result");
    QTest::addColumn<QList<Ratio>>("parts"); // threshold, improvement, share

    const auto row = [](const char* name, const OutcomeIndicator& of, const OutcomeResult& result,
                        const QList<Ratio>& parts) { QTest::newRow(name) << of << result << parts; };
    const OutcomeTerms terms = noteTerms();
    const OutcomeIndicator& pressure = terms.indicators[0];
    const OutcomeIndicator& admissions = terms.indicators[1];

    // Example 2.
    row("example 2, 1", pressure, {1800, 1134, 1026}, {nothing, Ratio(6, 23), Ratio(24, 115)});
    row("example 2, 2", pressure, {1300, 936, 910}, {Ratio(7, 15), Ratio(1, 5), Ratio(7, 15)});
    row("example 2, 3", pressure, {1000, 770, 760}, {Ratio(4, 5), Ratio(1, 4), Ratio(4, 5)});
    row("example 2, 4", pressure, {520, 406, 400}, {Ratio(34, 39), Ratio(3, 8), Ratio(34, 39)});
    row("example 2, 5", pressure, {180, 153, 150}, {whole, whole, whole});
    row("example 2, admissions 1", admissions, {12000, 276}, {Ratio(1, 6), nothing, Ratio(1, 6)});
    row("example 2, admissions 2", admissions, {8000, 160}, {Ratio(2, 3), nothing, Ratio(2, 3)});
    row("example 2, admissions 3", admissions, {6000, 102}, {whole, whole, whole});
    row("example 2, admissions 4", admissions, {3000, 54}, {whole, whole, whole});
    row("example 2, admissions 5", admissions, {1000, 15}, {whole, whole, whole});

    // Calderbourne's shares.
    row("Calderbourne, 1", pressure, {14210, 9407, 8810},
        {Ratio(341, 4263), Ratio(597, 2558), Ratio(1194, 6395)});
    row("Calderbourne, 2", pressure, {9640, 6787, 6642},
        {Ratio(521, 1446), Ratio(29, 214), Ratio(521, 1446)});
    row("Calderbourne, 3", pressure, {7830, 5880, 5810}, {Ratio(527, 783), Ratio(35, 227), Ratio(527, 783)});
    row("Calderbourne, 4", pressure, {6690, 5258, 5205},
        {Ratio(1819, 2007), Ratio(53, 147), Ratio(1819, 2007)});
    row("Calderbourne, 5", pressure, {5130, 4207, 4180}, {whole, whole, whole});
    row("Calderbourne, admissions 1", admissions, {92502, 2118},
        {Ratio(8504, 46251), nothing, Ratio(8504, 46251)});
    row("Calderbourne, admissions 2", admissions, {63976, 1305},
        {Ratio(9601, 15994), nothing, Ratio(9601, 15994)});
    row("Calderbourne, admissions 3", admissions, {51998, 967},
        {Ratio(70238, 77997), nothing, Ratio(70238, 77997)});

    // At the thresholds and a person beside them, of 1,500; 1/225 of the way a person.
    row("at the lower", pressure, {1500, 975}, {nothing, nothing, nothing});
    row("above the lower", pressure, {1500, 976}, {Ratio(1, 225), nothing, Ratio(1, 225)});
    row("below the lower", pressure, {1500, 974}, {nothing, nothing, nothing});
    row("below the upper", pressure, {1500, 1199}, {Ratio(224, 225), nothing, Ratio(224, 225)});
    row("at the upper", pressure, {1500, 1200}, {whole, whole, whole});
    row("above the upper", pressure, {1500, 1500}, {whole, whole, whole});
    row("lower is better: at the lower", admissions, {1000, 24}, {nothing, nothing, nothing});
    row("lower is better: beyond the lower", admissions, {1000, 25}, {nothing, nothing, nothing});
    row("lower is better: at the upper", admissions, {1000, 18}, {whole, whole, whole});
    row("lower is better: none", admissions, {1000, 0}, {whole, whole, whole});

    // Improvement, for 80% of the pot.
    row("as before", pressure, {1500, 900, 900}, {nothing, nothing, nothing});
    row("fallen back", pressure, {1500, 899, 900}, {nothing, nothing, nothing});
    row("one better", pressure, {1500, 901, 900}, {nothing, Ratio(1, 300), Ratio(4, 1500)});
    row("all that is needed", pressure, {1500, 1200, 0}, {whole, whole, whole});
    row("from none", pressure, {1500, 900, 0}, {nothing, Ratio(3, 4), Ratio(3, 5)});
    row("baseline not known", pressure, {1500, 900, -1}, {nothing, nothing, nothing});
    row("baseline at the upper", pressure, {1500, 1199, 1200}, {Ratio(224, 225), nothing, Ratio(224, 225)});
    row("baseline beyond the upper", pressure, {1500, 960, 1400}, {nothing, nothing, nothing});
    row("baseline and result at the upper", pressure, {1500, 1200, 1200}, {whole, whole, whole});
    row("baseline of other people", pressure, {1500, 900, 400, 1000},
        {nothing, Ratio(1, 2), Ratio(2, 5)}); // 40% to 60%, of 80%
    row("baseline of nobody", pressure, {1500, 900, 0, 0}, {nothing, nothing, nothing});
    OutcomeIndicator credited = admissions;
    credited.improvementCredit = whole;
    row("lower is better: from 28 to 23", credited, {1000, 23, 28}, {Ratio(1, 6), Ratio(1, 2), Ratio(1, 2)});
    row("lower is better: fallen back", credited, {1000, 26, 25}, {nothing, nothing, nothing});
    row("lower is better: baseline at the upper", credited, {1000, 19, 18},
        {Ratio(5, 6), nothing, Ratio(5, 6)});
    row("lower is better: baseline beyond the upper", credited, {1000, 23, 10},
        {Ratio(1, 6), nothing, Ratio(1, 6)});
    credited.per = 100;
    row("per hundred", credited, {100, 21, 28}, {Ratio(1, 2), Ratio(7, 10), Ratio(7, 10)});
}

void TestOutcomePayment::step7Attainment()
{
    QFETCH(OutcomeIndicator, of);
    QFETCH(OutcomeResult, result);
    QFETCH(QList<Ratio>, parts);
    const Attainment attained = attainmentOf(of, 0, result);
    QCOMPARE(attained.rate, std::optional(Ratio(of.per * result.counted, result.eligible)));
    QCOMPARE(attained.threshold, parts[0]);
    QCOMPARE(attained.improvement, parts[1]);
    QCOMPARE(attained.share, parts[2]);

    // Each fifth has its own thresholds.
    const OutcomeThresholds own = of.thresholds[3];
    of.thresholds.fill({of.thresholds[0].upper, of.thresholds[0].lower});
    of.thresholds[3] = own;
    QCOMPARE(attainmentOf(of, 3, result).share, parts[2]);
}

void TestOutcomePayment::step7NobodyEligible()
{
    const Attainment attained = attainmentOf(noteTerms().indicators[1], 0, {0, 0, 0});
    QVERIFY(!attained.rate);
    QCOMPARE(QList<Ratio>({attained.threshold, attained.improvement, attained.share}),
             QList<Ratio>(3, nothing));
}

void TestOutcomePayment::step7SmallFifths_data()
{
    QTest::addColumn<ByFifth<qint64>>("eligible");
    QTest::addColumn<ByFifth<int>>("groups");
    QTest::addColumn<ByFifth<qint64>>("pooled");
    const auto row = [](const char* name, const ByFifth<qint64>& eligible, const ByFifth<int>& groups,
                        const ByFifth<qint64>& pooled) {
        QTest::newRow(name) << eligible << groups << pooled;
    };
    row("none", {10, 50, 20, 10, 10}, {0, 1, 2, 3, 4}, {10, 50, 20, 10, 10});
    row("the first", {9, 50, 20, 10, 10}, {0, 0, 2, 3, 4}, {59, 59, 20, 10, 10});
    row("the last", {10, 50, 20, 10, 9}, {0, 1, 2, 3, 3}, {10, 50, 20, 19, 19});
    row("between", {10, 50, 9, 10, 10}, {0, 1, 2, 2, 4}, {10, 50, 19, 19, 10});
    row("until enough", {3, 3, 3, 1, 50}, {0, 0, 0, 0, 4}, {10, 10, 10, 10, 50});
    row("first, middle and last", {3, 50, 9, 20, 4}, {0, 0, 2, 2, 2}, {53, 53, 33, 33, 33});
    row("the last two", {10, 50, 20, 4, 4}, {0, 1, 2, 2, 2}, {10, 50, 28, 28, 28});
    row("all", {1, 1, 1, 1, 1}, {0, 0, 0, 0, 0}, {5, 5, 5, 5, 5});
    row("nobody in the first", {0, 50, 20, 10, 10}, {0, 0, 2, 3, 4}, {50, 50, 20, 10, 10});
}

void TestOutcomePayment::step7SmallFifths()
{
    QFETCH(ByFifth<qint64>, eligible);
    QFETCH(ByFifth<int>, groups);
    QFETCH(ByFifth<qint64>, pooled);
    // Counted: 1, 10, 100, ... so that a sum tells whose it is.
    const QList<OutcomeResult> results = resultsOf(eligible, {1, 10, 100, 1'000, 10'000});
    const MeasuredFifths together = measured(std::span<const OutcomeResult, fifthCount>(results), 10);
    QCOMPARE(together.group, groups);
    for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
        qint64 counted = 0;
        for (size_t other = 0; other < fifthCount; ++other) {
            if (groups[other] == groups[fifth])
                counted += results[static_cast<qsizetype>(other)].counted;
        }
        QCOMPARE(together.results[fifth].eligible, pooled[fifth]);
        QCOMPARE(together.results[fifth].counted, counted);
    }
    const MeasuredFifths apart = measured(std::span<const OutcomeResult, fifthCount>(results), 0);
    QCOMPARE(apart.group, (ByFifth<int>{0, 1, 2, 3, 4}));
    QVERIFY(std::equal(results.begin(), results.end(), apart.results.begin()));
}

void TestOutcomePayment::step7BaselinesOfSmallFifths()
{
    const QList<OutcomeResult> results{
        {4, 3, 2, 8}, {5, 2, 3, -1}, {6, 1, 0, 6}, {2, 1, -1, -1}, {3, 1, 1, 9}};
    const MeasuredFifths together = measured(std::span<const OutcomeResult, fifthCount>(results), 9);
    QCOMPARE(together.group, (ByFifth<int>{0, 0, 2, 2, 2}));
    QCOMPARE(together.results[1], (OutcomeResult{9, 5, 5, 13}));   // where not said, as many as in the year
    QCOMPARE(together.results[4], (OutcomeResult{11, 3, -1, -1})); // one not known: none known

    // A fifth without people, and without a baseline, takes nothing from its neighbour; with one it adds it.
    const auto withFirst = [](const OutcomeResult& first, const OutcomeResult& second) {
        const QList<OutcomeResult> five{first, second, {10, 0}, {10, 0}, {0, 0}};
        const MeasuredFifths measuredFive = measured(std::span<const OutcomeResult, fifthCount>(five), 10);
        return QList<OutcomeResult>{measuredFive.results[0], measuredFive.results[1],
                                    measuredFive.results[4]};
    };
    const OutcomeResult last{10, 0};
    const OutcomeResult one{20, 9, 8, 19};
    QCOMPARE(withFirst({0, 0}, one), (QList<OutcomeResult>{one, one, last}));
    const OutcomeResult both{20, 10, 10, 22};
    QCOMPARE(withFirst({0, 1, 2, 3}, one), (QList<OutcomeResult>{both, both, last}));
    QCOMPARE(withFirst({0, 0}, last), (QList<OutcomeResult>{last, last, last}));
    QCOMPARE(withFirst({0, 0}, {4, 1, 3, -1}).first(), (OutcomeResult{14, 1, -1, -1})); // and a third
}

void TestOutcomePayment::step8Earned()
{
    const OutcomePayment paid = payOutcomes(noteTerms(), noteYear());
    QCOMPARE(told(paid, 0, &OutcomeCell::earned), u"14457.45 17511.26 15394.51 8723.55 3463.77"_s);
    QCOMPARE(told(paid, 1, &OutcomeCell::earned), u"8087.70 16175.39 12131.54 6065.77 2021.92"_s);
    QCOMPARE(told(paid, &AreaPayment::earned), u"104032.86 165645.48 157092.16"_s);
    QCOMPARE(told(paid, &AreaPayment::unearned), u"128488.40 41411.37 8268.01"_s);

    // Thresholds of more places than fit, and the same people many times over, earn the same.
    OutcomeTerms thirds = noteTerms();
    for (OutcomeIndicator& indicator : thirds.indicators) {
        indicator.per = 1;
        for (OutcomeThresholds& limits : indicator.thresholds) {
            const Ratio per(&indicator == &thirds.indicators[0] ? 300 : 3'000);
            limits = {limits.lower / per, limits.upper / per};
        }
    }
    OutcomeYear many = firstArea();
    for (OutcomeResult& result : many.results)
        result = {result.eligible * 300'000'000'000'000, result.counted * 100'000'000'000'000,
                  result.baseline < 0 ? -1 : result.baseline * 100'000'000'000'000};
    QCOMPARE(told(payOutcomes(thirds, many), 0, &OutcomeCell::earned), told(paid, 0, &OutcomeCell::earned));
    QCOMPARE(told(payOutcomes(thirds, many), 1, &OutcomeCell::earned), told(paid, 1, &OutcomeCell::earned));
}

void TestOutcomePayment::step8RoundsEachPot()
{
    // Half a penny is a penny; two pots of £0.01 half earned are £0.02.
    const OutcomeTerms terms = plainTerms();
    QCOMPARE(payPlain(terms, plainYear(pounds(0, 1), 50)).earned, pounds(0, 1));
    QCOMPARE(payPlain(terms, plainYear(pounds(0, 1), 49)).earned, pounds(0));
    OutcomeYear two = plainYear(pounds(0, 2));
    two.results = resultsOf({100, 100, 0, 0, 0}, {50, 50, 0, 0, 0});
    QCOMPARE(payPlain(terms, two).earned, pounds(0, 2));
    // So for improvement, half of the way from 0% to 100%, times a credit.
    OutcomeTerms credited = terms;
    credited.indicators[0].thresholds.fill({Ratio(50), Ratio(100)});
    OutcomeYear improved = plainYear(pounds(0, 10), 50);
    improved.results[0].baseline = 0;
    credited.indicators[0].improvementCredit = Ratio(3, 10);
    QCOMPARE(payPlain(credited, improved).earned, pounds(0, 2)); // 1.5
    credited.indicators[0].improvementCredit = Ratio(29, 100);
    QCOMPARE(payPlain(credited, improved).earned, pounds(0, 1)); // 1.45
}

// In whole numbers, and where thresholds have too many places or counts are too wide for them.
void TestOutcomePayment::step8PlacesAndCounts()
{
    const auto earned = [](const OutcomeIndicator& of, Money pot, const OutcomeResult& result) {
        return EarnedPence(of).of(pot, of, 0, result);
    };
    const OutcomeIndicator pressure = noteTerms().indicators[0];
    OutcomeIndicator sevenths = pressure;
    sevenths.thresholds.fill({Ratio(100, 7), Ratio(200, 7)});
    QCOMPARE(earned(sevenths, pounds(0, 1), {14, 3}), pounds(0, 1)); // half of the way
    QCOMPARE(earned(sevenths, pounds(0, 49), {14, 3}), pounds(0, 25));
    QCOMPARE(earned(sevenths, pounds(10), {14, 1}), pounds(0));
    QCOMPARE(earned(sevenths, pounds(10), {14, 4}), pounds(10));
    QCOMPARE(earned(pressure, pounds(10), {14, 1}), pounds(0));
    QCOMPARE(earned(pressure, pounds(10), {1500, 960, 1400}), pounds(0));
    QCOMPARE(earned(pressure, pounds(10), {0, 0, 0}), pounds(0));
    // 40% to 60%, half of the way to 80%, for 80% of the pot.
    constexpr qint64 many = 1'000'000'000'000'000;
    QCOMPARE(earned(pressure, pounds(10), {1500, 900, 400, 1000}), pounds(4));
    QCOMPARE(earned(pressure, pounds(10), {1500 * many, 900 * many, 400 * many, 1000 * many}), pounds(4));
    QCOMPARE(
        earned(pressure, pounds(50'000'000'000'000'000), {1500 * many, 900 * many, 400 * many, 1000 * many}),
        pounds(20'000'000'000'000'000));
    QCOMPARE(earned(pressure, pounds(50'000'000'000'000'000), {1500 * many, 1050 * many}),
             pounds(16'666'666'666'666'666, 67));
}

void TestOutcomePayment::step8SmallFifths()
{
    // Fifths 1 and 2 are measured together, 20 of 40, and 4 and 5, 30 of 60; pots and thresholds stay their own.
    OutcomeTerms terms = plainTerms();
    terms.deprivationWeights[0] = Ratio(7);
    terms.smallEligible = 40;
    terms.indicators[0].thresholds[1] = {Ratio(25), Ratio(75)};
    terms.indicators[0].thresholds[4] = {Ratio(0), Ratio(40)};
    OutcomeYear year = plainYear(pounds(30));
    year.results = resultsOf({10, 30, 100, 50, 10}, {0, 20, 10, 25, 5});
    const OutcomePayment paid = payOutcomes(terms, year);
    QCOMPARE(told(paid, 0, &OutcomeCell::pot), u"8.08 3.46 11.54 5.77 1.15"_s); // by 70, 30, 100, 50, 10
    QCOMPARE(told(paid, 0, &OutcomeCell::earned), u"4.04 1.73 1.15 2.89 1.15"_s);
    // By itself fifth 1 earns nothing, fifth 2 all but 1 in 6, and fifth 4 its half.
    terms.smallEligible = 10;
    QCOMPARE(told(payOutcomes(terms, year), 0, &OutcomeCell::earned), u"0.00 2.88 1.15 2.89 1.15"_s);
}

void TestOutcomePayment::step9Corridor()
{
    const OutcomePayment first = payOutcomes(noteTerms(), noteYear());
    const OutcomePayment excess = payOutcomes(noteTerms(CorridorMode::Excess), noteYear());
    QCOMPARE(told(first, &AreaPayment::underBenchmark), u"144331.76 -34350.10 -225302.76"_s);
    QCOMPARE(told(first, &AreaPayment::corridor), u"94906.64 84513.00 67493.94"_s);
    QCOMPARE(told(first, &AreaPayment::shared), u"144331.76 0.00 225302.76"_s);
    QCOMPARE(told(excess, &AreaPayment::underBenchmark), told(first, &AreaPayment::underBenchmark));
    QCOMPARE(told(excess, &AreaPayment::shared), u"49425.12 0.00 157808.82"_s);
    const QStringList parts{u"3.0416"_s, u"-0.8129"_s, u"-6.6762"_s};
    for (qsizetype i = 0; i < parts.size(); ++i)
        QCOMPARE(decimalText(Ratio::of(first.areas[i].underBenchmark, first.areas[i].base) * Ratio(100), 4,
                             nearest),
                 parts[i]);
}

void TestOutcomePayment::step9WhereTheCorridorEnds()
{
    const auto shared = [](Money cost, CorridorMode mode) {
        Sharing contract(cost);
        contract.terms.gainAndLoss.corridor = Ratio(2, 100);
        contract.terms.gainAndLoss.mode = mode;
        return contract.paid().shared;
    };
    using enum CorridorMode;
    QCOMPARE(shared(pounds(980), First), pounds(0));
    QCOMPARE(shared(pounds(979, 99), First), pounds(20, 1));
    QCOMPARE(shared(pounds(979, 99), Excess), pounds(0, 1));
    QCOMPARE(shared(pounds(1'020), First), pounds(0));
    QCOMPARE(shared(pounds(1'020, 1), First), pounds(20, 1));
    QCOMPARE(shared(pounds(1'020, 1), Excess), pounds(0, 1));

    // Of the benchmark, which is the base if nothing is said; a cost not known is as the benchmark.
    Sharing contract(pounds(1'000));
    contract.terms.gainAndLoss.corridor = Ratio(2, 100);
    contract.year.areas[0].benchmark = pounds(1'100, 25);
    QCOMPARE(contract.paid().underBenchmark, pounds(100, 25));
    QCOMPARE(contract.paid().corridor, pounds(22, 1)); // 22.005
    contract.year.areas[0].cost.reset();
    QCOMPARE(contract.paid().underBenchmark, pounds(0));
    contract.year.areas[0].benchmark.reset();
    QCOMPARE(contract.paid().underBenchmark, pounds(0));
    QCOMPARE(contract.paid().corridor, pounds(20));
}

void TestOutcomePayment::step10GainAndLoss()
{
    const OutcomePayment first = payOutcomes(noteTerms(), noteYear());
    const OutcomePayment excess = payOutcomes(noteTerms(CorridorMode::Excess), noteYear());
    QCOMPARE(decimalText(first.areas[0].quality, 8, nearest), u"0.44741225"_s);
    QCOMPARE(told(first, &AreaPayment::gain), u"32287.90 0.00 0.00"_s);
    QCOMPARE(told(first, &AreaPayment::loss), u"0.00 0.00 67493.94"_s);
    QCOMPARE(told(excess, &AreaPayment::gain), u"11056.70 0.00 0.00"_s);
    QCOMPARE(told(excess, &AreaPayment::loss), u"0.00 0.00 47342.65"_s);
    OutcomeTerms uncapped = noteTerms();
    uncapped.gainAndLoss.lossCap.reset();
    QCOMPARE(told(payOutcomes(uncapped, noteYear()), &AreaPayment::loss), u"0.00 0.00 67590.83"_s);

    // Half a penny of either is a penny.
    QCOMPARE(Sharing(pounds(999, 99)).paid().gain, pounds(0, 1));
    QCOMPARE(Sharing(pounds(1'000, 5)).paid().loss, pounds(0, 2));
    QCOMPARE(Sharing(pounds(1'000, 15)).paid().loss, pounds(0, 5));
    // Quality is no part of a loss.
    QCOMPARE(Sharing(pounds(990), 50).paid().gain, pounds(2, 50));
    QCOMPARE(Sharing(pounds(1'010), 50).paid().loss, pounds(3));
}

void TestOutcomePayment::step10QualityGate()
{
    Sharing contract(pounds(900), 40);
    QCOMPARE(contract.paid().quality, Ratio(40, 100));
    contract.terms.gainAndLoss.qualityGate = Ratio(40, 100);
    QCOMPARE(contract.paid().quality, Ratio(40, 100)); // reached exactly
    QCOMPARE(contract.paid().gain, pounds(20));
    contract.terms.gainAndLoss.qualityGate = Ratio(400'001, 1'000'000);
    QCOMPARE(contract.paid().quality, nothing);
    QCOMPARE(contract.paid().gain, pounds(0));
    QCOMPARE(contract.paid().earned, pounds(200)); // earned all the same
    contract.year.areas[0].cost = pounds(1'100);
    QCOMPARE(contract.paid().loss, pounds(30)); // and a loss is shared

    // Nothing at risk: nothing can be missed.
    contract.terms.atRisk = nothing;
    contract.terms.gainAndLoss.qualityGate = whole;
    contract.year.areas[0].cost = pounds(900);
    QCOMPARE(contract.paid().quality, whole);
    QCOMPARE(contract.paid().gain, pounds(50));
}

void TestOutcomePayment::step10Caps()
{
    // £100.00 under: £50.00 is 5% of the benchmark. £100.00 over: £30.00 is 3%.
    Sharing under(pounds(900));
    Sharing over(pounds(1'100));
    const auto gain = [&](qint64 hundredThousandths) {
        under.terms.gainAndLoss.gainCap = Ratio(hundredThousandths, 100'000);
        return under.paid().gain;
    };
    QCOMPARE(gain(5'001), pounds(50));
    QCOMPARE(gain(5'000), pounds(50));
    QCOMPARE(gain(4'999), pounds(49, 99));
    QCOMPARE(gain(0), pounds(0));
    const auto loss = [&](qint64 hundredThousandths) {
        over.terms.gainAndLoss.lossCap = Ratio(hundredThousandths, 100'000);
        return over.paid().loss;
    };
    QCOMPARE(loss(3'001), pounds(30));
    QCOMPARE(loss(3'000), pounds(30));
    QCOMPARE(loss(2'999), pounds(29, 99));
    QCOMPARE(loss(0), pounds(0));
    // Each its own; of the benchmark, not of the base; half a penny is a penny.
    under.terms.gainAndLoss.lossCap = nothing;
    QCOMPARE(gain(5'000), pounds(50));
    over.terms.gainAndLoss.gainCap = nothing;
    QCOMPARE(loss(3'000), pounds(30));
    under.year.areas[0].benchmark = pounds(2'000, 50);
    QCOMPARE(gain(1'000), pounds(20, 1)); // 20.005
    over.year.areas[0].benchmark = pounds(500, 50);
    QCOMPARE(loss(1'000), pounds(5, 1)); // 5.005
}

void TestOutcomePayment::step11Bounds()
{
    const OutcomePayment first = payOutcomes(noteTerms(), noteYear());
    const OutcomePayment excess = payOutcomes(noteTerms(CorridorMode::Excess), noteYear());
    QCOMPARE(told(first, &AreaPayment::variation), u"-96200.50 -41411.37 -75761.95"_s);
    QCOMPARE(told(excess, &AreaPayment::variation), u"-117431.70 -41411.37 -55610.66"_s);
    QCOMPARE(told(first, &AreaPayment::bounded), told(first, &AreaPayment::variation)); // none binds

    // The bounds that the note prints, met by a cost of nothing or too much, and no caps.
    const auto bound = [](Money cost) {
        OutcomeTerms terms = noteTerms();
        terms.gainAndLoss.gainCap.reset();
        terms.gainAndLoss.lossCap.reset();
        OutcomeYear year = noteYear();
        for (OutcomeArea& area : year.areas)
            area.cost = cost;
        return told(payOutcomes(terms, year), &AreaPayment::bounded);
    };
    QCOMPARE(bound(pounds(0)), u"94906.64 84513.00 67493.94"_s);
    QCOMPARE(bound(pounds(10'000'000)), u"-142359.95 -126769.50 -101240.92"_s);
}

void TestOutcomePayment::step11BoundsReached()
{
    // £30.00 not earned of £500.00, and £50.00 to gain or £30.00 to lose, in a base of £1,000.00.
    const auto bounded = [](Money cost, const std::optional<Ratio>& floor,
                            const std::optional<Ratio>& ceiling, qint64 counted = 94) {
        Sharing contract(cost, counted);
        contract.terms.gainAndLoss.floor = floor;
        contract.terms.gainAndLoss.ceiling = ceiling;
        return contract.paid().bounded;
    };
    const Money asBenchmark = pounds(1'000);
    QCOMPARE(bounded(asBenchmark, {}, {}), pounds(-30));
    QCOMPARE(bounded(asBenchmark, Ratio(3, 100), nothing), pounds(-30));       // reached, not passed
    QCOMPARE(bounded(asBenchmark, Ratio(29'999, 1'000'000), {}), pounds(-30)); // 29.999 is 30.00
    QCOMPARE(bounded(asBenchmark, Ratio(2'999, 100'000), {}), pounds(-29, -99));
    QCOMPARE(bounded(asBenchmark, nothing, {}), pounds(0));
    QCOMPARE(bounded(pounds(1'100), {}, {}), pounds(-60));
    QCOMPARE(bounded(pounds(1'100), Ratio(3, 100), {}), pounds(-30));
    QCOMPARE(bounded(pounds(900), {}, {}), pounds(17)); // 94% of 50.00, less 30.00
    QCOMPARE(bounded(pounds(900), nothing, {}), pounds(17));
    QCOMPARE(bounded(pounds(900), {}, Ratio(17, 1'000)), pounds(17));
    QCOMPARE(bounded(pounds(900), {}, Ratio(1'699, 100'000)), pounds(16, 99));
    QCOMPARE(bounded(pounds(900), {}, nothing), pounds(0));
    QCOMPARE(bounded(pounds(900), {}, {}, 100), pounds(50));
    // Half a penny is a penny, either way: 5.005.
    QCOMPARE(bounded(pounds(900), {}, Ratio(5'005, 1'000'000), 100), pounds(5, 1));
    QCOMPARE(bounded(asBenchmark, Ratio(5'005, 1'000'000), {}), pounds(-5, -1));

    // Of the base, not of the benchmark.
    Sharing contract(pounds(100), 94);
    contract.year.areas[0].benchmark = pounds(100);
    contract.terms.gainAndLoss.floor = Ratio(2, 100);
    QCOMPARE(contract.paid().bounded, pounds(-20));
    contract.year.areas[0].benchmark = pounds(500);
    contract.terms.gainAndLoss.ceiling = Ratio(2, 100);
    QCOMPARE(contract.paid().bounded, pounds(20));
}

void TestOutcomePayment::step12Payment()
{
    QCOMPARE(told(payOutcomes(noteTerms(), noteYear()), &AreaPayment::payment),
             u"4649131.26 4184238.53 3298935.29"_s);
    QCOMPARE(told(payOutcomes(noteTerms(CorridorMode::Excess), noteYear()), &AreaPayment::payment),
             u"4627900.06 4184238.53 3319086.58"_s);
    // Example 2: nothing shared.
    OutcomeYear year = noteYear();
    year.areas[0].cost.reset();
    const auto paid = [&] { return payOutcomes(noteTerms(), year).areas.first(); };
    QCOMPARE(paid().payment, pounds(4'616'843, 36));
    // The ring-fence as far as it is spent: all, one penny less, more, none.
    year.areas[0].ringFenceSpent = pounds(94'906, 64);
    QCOMPARE(paid().payment, pounds(4'616'843, 36));
    year.areas[0].ringFenceSpent = pounds(94'906, 63);
    QCOMPARE(paid().payment, pounds(4'616'843, 35));
    QCOMPARE(paid().ringFencePaid, pounds(94'906, 63));
    year.areas[0].ringFenceSpent = pounds(94'906, 65);
    QCOMPARE(paid().payment, pounds(4'616'843, 36));
    QCOMPARE(paid().ringFencePaid, pounds(94'906, 64));
    year.areas[0].ringFenceSpent = pounds(0);
    QCOMPARE(paid().payment, pounds(4'521'936, 72));
    // As the ceiling leaves it: the base and £94,906.64.
    year.areas[0].ringFenceSpent.reset();
    year.areas[0].cost = pounds(0);
    QCOMPARE(paid().payment, pounds(4'840'238, 40));
}

void TestOutcomePayment::step13ReturnsUnearned()
{
    OutcomeYear year = noteYear();
    const OutcomePayment paid = payOutcomes(noteTerms(), year);
    QCOMPARE(paid.pool, pounds(178'167, 78));
    QCOMPARE(told(paid, &AreaPayment::returned), u"147449.20 24574.86 6143.72"_s);
    // A ring-fence not spent goes the same way: £178.33 and £4,513.00 more, 182,859.11 by 12,000, 2,000 and 500.
    year.areas[0].ringFenceSpent = pounds(94'728, 31);
    year.areas[1].ringFenceSpent = pounds(80'000);
    year.areas[2].ringFenceSpent = pounds(80'000);
    const OutcomePayment more = payOutcomes(noteTerms(), year);
    QCOMPARE(more.pool, pounds(182'859, 11));
    QCOMPARE(told(more, &AreaPayment::returned), u"151331.68 25221.94 6305.49"_s);
}

void TestOutcomePayment::step13AfterBounds()
{
    OutcomeTerms terms = noteTerms();
    terms.unearned.afterBounds = true;
    QCOMPARE(payOutcomes(terms, noteYear()).pool, pounds(213'373, 82)); // 96,200.50, 41,411.37, 75,761.95
    // A floor, and an area that is paid more than its base: 30,000.00 and 41,411.37, nothing taken from them.
    OutcomeYear year = noteYear();
    terms.gainAndLoss.floor = Ratio(1, 100);
    year.areas[0].cost = pounds(0); // gains its cap of £237,266.59, and is held to the ceiling
    year.areas[1].ringFenceSpent = pounds(84'512, 99);
    const OutcomePayment paid = payOutcomes(terms, year);
    QCOMPARE(told(paid, &AreaPayment::bounded), u"94906.64 -41411.37 -33746.97"_s);
    QCOMPARE(paid.pool, pounds(75'158, 35));
}

void TestOutcomePayment::step13WhoHasItBack()
{
    OutcomeTerms terms = noteTerms();
    terms.unearned.returned = false;
    OutcomePayment paid = payOutcomes(terms, noteYear());
    QCOMPARE(paid.pool, pounds(0));
    QCOMPARE(told(paid, &AreaPayment::returned), u"0.00 0.00 0.00"_s);

    // By people, not weighted, whatever the factor; an odd penny by rank.
    terms = plainTerms();
    OutcomeYear year = plainYear(pounds(0, 3), 0);
    year.areas = {area({Ratio(3), Ratio(), Ratio(), Ratio(), Ratio(5)}, whole, 1),
                  area({Ratio(3), Ratio(9), Ratio(), Ratio(), Ratio()}, Ratio(2), 0)};
    year.base = {pounds(0, 3), pounds(0, 2)};
    year.results += year.results;
    paid = payOutcomes(terms, year);
    QCOMPARE(paid.pool, pounds(0, 5));
    QCOMPARE(told(paid, &AreaPayment::returned), u"0.02 0.03"_s);
    // One area without a fifth 1: the other has all of it.
    year.areas[0].people[0] = nothing;
    QCOMPARE(told(payOutcomes(terms, year), &AreaPayment::returned), u"0.00 0.05"_s);
    // Nobody lives in a fifth 1: it cannot be returned.
    for (OutcomeArea& area : year.areas)
        area.people[0] = nothing;
    paid = payOutcomes(terms, year);
    QCOMPARE(paid.pool, pounds(0, 5));
    QCOMPARE(told(paid, &AreaPayment::returned), u"0.00 0.00"_s);
}

void TestOutcomePayment::addsAreas()
{
    OutcomeYear year = noteYear();
    year.areas[0].ringFenceSpent = pounds(94'906);
    const OutcomePayment paid = payOutcomes(noteTerms(), year);
    const AreaPayment& total = paid.total;
    QCOMPARE(plain({total.base, total.ringFence, total.atRisk, total.fixed}),
             u"12345678.90 246913.58 604938.28 11493827.04"_s);
    QCOMPARE(plain({total.earned, total.unearned}), u"426770.50 178167.78"_s);
    QCOMPARE(plain({total.underBenchmark, total.corridor, total.shared}),
             u"-115321.10 246913.58 369634.52"_s);
    QCOMPARE(plain({total.gain, total.loss, total.variation, total.bounded}),
             u"32287.90 67493.94 -213373.82 -213373.82"_s);
    QCOMPARE(plain({total.ringFencePaid, total.payment, total.returned}),
             u"246912.94 12132304.44 178168.42"_s);
    QCOMPARE(total.quality, Ratio(42'677'050, 60'493'828));
}

// The figures side by side of the note's warning.
void TestOutcomePayment::flatWeights()
{
    OutcomeTerms terms = noteTerms();
    terms.deprivationWeights.fill(whole);
    QCOMPARE(payOutcomes(terms, noteYear()).areas[0].earned, pounds(123'949, 56));
}

void TestOutcomePayment::calderbourneCells()
{
    OutcomeTerms terms = noteTerms();
    const OutcomeYear year = calderbourneYear({9407, 6787, 5880, 5258, 4207}, {2118, 1305, 967, 776, 547});
    const OutcomePayment paid = payOutcomes(terms, year);
    QCOMPARE(told(paid, 0, &OutcomeCell::pot), u"106408.44 54140.25 29316.61 25048.29 19207.43"_s);
    QCOMPARE(told(paid, 0, &OutcomeCell::earned), u"19867.35 19506.96 19731.61 22701.96 19207.43"_s);
    QCOMPARE(told(paid, 1, &OutcomeCell::pot), u"70275.62 36452.89 19751.96 16847.55 12752.66"_s);
    QCOMPARE(told(paid, 1, &OutcomeCell::earned), u"12921.32 21882.22 17787.07 16847.55 12752.66"_s);
    terms.deprivationWeights.fill(whole);
    const OutcomePayment flat = payOutcomes(terms, year);
    QCOMPARE(told(flat, 0, &OutcomeCell::earned), u"14279.37 18693.80 28363.62 32633.42 27610.14"_s);
    QCOMPARE(told(flat, 1, &OutcomeCell::earned), u"9268.93 20929.20 25518.61 24170.71 18295.88"_s);

    const auto sums = [](const OutcomePayment& payment, Money OutcomeCell::*figure) {
        QList<Money> all(4); // both indicators; fifths 1 and 5
        for (int indicator = 0; indicator < 2; ++indicator) {
            for (int fifth = 0; fifth < fifthCount; ++fifth)
                all[indicator] += payment.cell(0, indicator, 2, fifth).*figure;
            all[2] += payment.cell(0, indicator, 2, 0).*figure;
            all[3] += payment.cell(0, indicator, 2, 4).*figure;
        }
        return plain(all);
    };
    QCOMPARE(sums(paid, &OutcomeCell::pot), u"234121.02 156080.68 176684.06 31960.09"_s);
    QCOMPARE(sums(paid, &OutcomeCell::earned), u"101015.31 82190.82 32788.67 31960.09"_s);
    QCOMPARE(sums(flat, &OutcomeCell::earned), u"121580.35 98183.33 23548.30 45906.02"_s);

    const auto rates = [&](int indicator, int places) {
        QStringList texts;
        for (int fifth = 0; fifth < fifthCount; ++fifth)
            texts.append(decimalText(
                *attainmentOf(terms.indicators[indicator], fifth, year.result(0, indicator, 2, fifth)).rate,
                places, nearest));
        return texts.join(u' ');
    };
    QCOMPARE(rates(0, 2), u"66.20 70.40 75.10 78.59 82.01"_s);
    QCOMPARE(rates(1, 3), u"22.897 20.398 18.597 17.496 16.293"_s);
}

void TestOutcomePayment::calderbournePays_data()
{
    QTest::addColumn<ByFifth<qint64>>("controlled");
    QTest::addColumn<ByFifth<qint64>>("admissions");
    QTest::addColumn<QString>("paid"); // earned, not earned, bounded, payment, against the cost
    QTest::addColumn<QString>("unbounded");
    QTest::addColumn<QString>("flat"); // earned
    const auto row = [](const char* name, const ByFifth<qint64>& controlled,
                        const ByFifth<qint64>& admissions, const QString& paid, const QString& unbounded,
                        const QString& flat) {
        QTest::newRow(name) << controlled << admissions << paid << unbounded << flat;
    };
    row("low", {8981, 6498, 5645, 5057, 4053}, {2211, 1369, 1019, 820, 581},
        u"123535.82 266665.88 -238899.00 7724401.00 -17599.00"_s, u"7696634.12"_s, u"160780.03"_s);
    row("likely", {9407, 6787, 5880, 5258, 4207}, {2118, 1305, 967, 776, 547},
        u"183206.13 206995.57 -206995.57 7756304.43 14304.43"_s, u"7756304.43"_s, u"219763.68"_s);
    row("high", {9833, 7076, 6115, 5459, 4361}, {2025, 1241, 915, 732, 513},
        u"236233.86 153967.84 -153967.84 7809332.16 67332.16"_s, u"7809332.16"_s, u"269206.34"_s);
}

void TestOutcomePayment::calderbournePays()
{
    QFETCH(ByFifth<qint64>, controlled);
    QFETCH(ByFifth<qint64>, admissions);
    QFETCH(QString, paid);
    QFETCH(QString, unbounded);
    QFETCH(QString, flat);
    OutcomeTerms terms = noteTerms();
    OutcomeYear year = calderbourneYear(controlled, admissions);
    const AreaPayment area = payPlain(terms, year);
    QCOMPARE(plain({area.base, area.ringFence, area.atRisk, area.fixed}),
             u"7963300.00 159266.00 390201.70 7413832.30"_s);
    QCOMPARE(plain({area.underBenchmark, area.corridor, area.shared, area.gain, area.loss}),
             u"58000.00 156000.00 0.00 0.00 0.00"_s);
    QCOMPARE(
        plain({area.earned, area.unearned, area.bounded, area.payment, area.payment - pounds(7'742'000)}),
        paid);
    QCOMPARE(area.returned, area.unearned);

    // With the base as the benchmark, £221,300.00 under is outside its corridor: what passes the gate gains.
    year.areas[0].benchmark.reset();
    QCOMPARE(payPlain(terms, year).shared, pounds(221'300));
    QCOMPARE(payPlain(terms, year).gain > pounds(0), area.quality > nothing);
    year.areas[0].benchmark = pounds(7'800'000);
    terms.gainAndLoss.floor.reset();
    QCOMPARE(plain({payPlain(terms, year).payment}), unbounded);
    terms.deprivationWeights.fill(whole);
    QCOMPARE(plain({payPlain(terms, year).earned}), flat);
}

QTEST_APPLESS_MAIN(TestOutcomePayment)
#include "test_outcomepayment.moc"
