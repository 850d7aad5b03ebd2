// What follows from an evaluation for need: services, fifths, measures of inequality and ways to the fair share. Printed figures are
// those of fixtures 1.7 and 5.2 of the need note and of the sample's design; the rest is worked by hand.
#include "core/evaluate/needresults.h"
#include "core/money/apportion.h"
#include "core/plan/apply.h"
#include "core/plan/edit.h"
#include "tests/support/needexample.h"
#include "tests/support/rulefixture.h"

#include <QTest>

#include <cmath>

using namespace placewright;
using namespace Qt::StringLiterals;
using Fault = FairSharePath::Fault;

namespace {

const QString year = u"2026-27"_s;
const Id layerId(u"l"_s);

struct Typed
{
    const char16_t* id;
    qint64 people;
    const char16_t* weighted;
    qint64 spend; // pounds, to the area alone
    const char16_t* score;
};

// Typed areas of one layer; all money known.
NeedExample typedLayer(std::span<const Typed> areas)
{
    NeedExample one;
    one.plan.add(u"place", u"place"_s).add(u"year", year).add(u"layer", u"l"_s);
    one.plan.add(u"fund", u"pool"_s, {{u"kind"_s, text(u"pooled"_s)}});
    for (const Typed& area : areas) {
        const QString id = QString::fromUtf16(area.id);
        one.area(u"l"_s, id);
        one.plan.set(u"area", id,
                     {{u"population"_s, Value(People::fromWhole(area.people))},
                      {u"weightedPopulation"_s, people(area.weighted)},
                      {u"deprivation"_s, area.score ? percent(area.score) : Value()}});
        one.plan
            .add(u"scheme", u"s"_s + id,
                 {{u"fund"_s, ref(u"pool"_s)}, {u"areaBasis"_s, text(u"area"_s)}, {u"basisArea"_s, ref(id)}})
            .add(u"line", u"line-"_s + id,
                 {{u"scheme"_s, ref(u"s"_s + id)},
                  {u"areaOfSpend"_s, text(u"Community Health"_s)},
                  {u"amount "_s + year, pounds(area.spend)}});
    }
    return one;
}

// Fixture 5.2.
constexpr Typed fixtureD[] = {
    {u"A", 20'000, u"25000", 27'500'000, u"45"}, {u"B", 30'000, u"33000", 36'000'000, u"38"},
    {u"C", 25'000, u"25000", 26'000'000, u"30"}, {u"D", 15'000, u"15000", 15'000'000, u"30"},
    {u"E", 40'000, u"38000", 39'900'000, u"22"}, {u"F", 20'000, u"18000", 20'000'000, u"15"},
    {u"G", 35'000, u"29400", 31'500'000, u"10"}, {u"H", 15'000, u"12000", 13'000'000, u"6"}};

// Fixture 1.7, in millions.
constexpr Typed fixturePace[] = {{u"A", 10, u"11", 100'000'000, nullptr},
                                 {u"B", 20, u"21", 200'000'000, nullptr},
                                 {u"C", 30, u"29", 300'000'000, nullptr},
                                 {u"D", 40, u"39", 400'000'000, nullptr}};

InequalityFigure figure(const QList<InequalityFigure>& figures, QStringView measure)
{
    for (const InequalityFigure& one : figures)
        if (one.measure == measure)
            return one;
    return {};
}

QList<InequalityFigure> inequality(const NeedExample& one, MoneyBase base = MoneyBase::All)
{
    const Plan& plan = one.plan.plan();
    return inequalityFigures(plan, evaluate(plan, one.shelf), layerId, year, base);
}

// £ of everyone above the target.
Money moved(const Evaluation& evaluation, const QString& of)
{
    Money sum;
    for (const AreaTotal& area : evaluation.areas)
        if (area.year == of && area.distanceFromTarget && *area.distanceFromTarget > Money())
            sum += *area.distanceFromTarget;
    return sum;
}

void addWay(NeedExample& one, const ExamplePlan::Cells& cells, const QStringList& years)
{
    one.plan.add(u"fairSharePlan", u"w"_s, {{u"layer"_s, ref(u"l"_s)}, {u"baseline"_s, ref(year)}})
        .set(u"fairSharePlan", u"w"_s, cells);
    for (const QString& name : years)
        one.plan.add(u"fairShareYear", u"y"_s + name,
                     {{u"fairSharePlan"_s, ref(u"w"_s)}, {u"year"_s, text(name)}});
}

NeedExample paceExample(const char16_t* limit, const QStringList& years = {u"2027-28"_s})
{
    NeedExample one = typedLayer(fixturePace);
    addWay(one, {{u"growth"_s, percent(u"4")}, {u"floor"_s, percent(u"2")}}, years);
    if (limit)
        one.plan.set(u"fairShareYear", u"y2027-28"_s, {{u"limit"_s, percent(limit)}});
    return one;
}

FairSharePath path(const NeedExample& one)
{
    const Plan& plan = one.plan.plan();
    return fairSharePath(plan, evaluate(plan, one.shelf), plan.fairSharePlans[0]);
}

// "112.0625 213.9375 306 408", in millions.
QString amounts(const PathStep& step)
{
    QStringList all;
    for (const PaceShare& area : step.year.areas)
        all.append(QString::number(static_cast<double>(area.amount.pence()) / 1e8, 'g', 12));
    return all.join(u' ');
}

QString percents(const QList<std::optional<Ratio>>& shares)
{
    QList<Ratio> weights;
    for (const std::optional<Ratio>& share : shares)
        weights.append(share.value_or(Ratio(0)));
    const QList<int> order{0, 1, 2, 3, 4};
    QStringList all;
    for (const qint64 share : shownShares(weights, 1, order))
        all.append(u"%1.%2"_s.arg(share / 10).arg(share % 10));
    return all.join(u' ');
}

} // namespace

class TestNeedResults : public QObject
{
    Q_OBJECT

private slots:
    void services();
    void calderbourneFifths();
    void fifthsByHand();
    void fifthsUnknown();
    void fixture52_data();
    void fixture52();
    void fixture52Moves();
    void slopesPerWeightedHead();
    void sampleMoves();
    void measuresAndBases();
    void withoutOrder();
    void knownMoneyOnly();
    void fixture17();
    void straightLine();
    void infeasible();
    void draggedLimit();
    void pathOfAService();
    void pathOfKnownMoney();
    void pathFaults_data();
    void pathFaults();
};

// Community £10 and £30 known, £4.01 assumed by its agreed measure (1 : 3), £7 of it not split; social care £5 without a measure;
// £2 of no service.
void TestNeedResults::services()
{
    constexpr Typed two[] = {{u"a", 100, u"50", 10, nullptr}, {u"b", 100, u"50", 30, nullptr}};
    NeedExample one = typedLayer(two);
    one.table(u"d"_s, codeSet::lad23, u"a b"_s, {{u"n"_s, FigureKind::Count, u"1 3"_s}});
    one.plan.set(u"layer", u"l"_s, {{u"unitSet"_s, text(u"lad23"_s)}})
        .add(u"serviceNeed", u"c"_s, {{u"service"_s, text(u"community"_s)}, {u"agreed"_s, Value::flag(true)}})
        .add(u"needComponent", u"c1"_s,
             {{u"serviceNeed"_s, ref(u"c"_s)}, {u"dataset"_s, ref(u"d"_s)}, {u"measure"_s, text(u"n"_s)}});
    const auto spend = [&](const QString& id, const QString& areaOfSpend, const QString& basis,
                           const Value& amount) {
        one.plan
            .add(u"scheme", id,
                 {{u"fund"_s, ref(u"pool"_s)}, {u"layer"_s, ref(u"l"_s)}, {u"areaBasis"_s, text(basis)}})
            .add(u"line", u"line-"_s + id,
                 {{u"scheme"_s, ref(id)},
                  {u"areaOfSpend"_s, text(areaOfSpend)},
                  {u"amount "_s + year, amount}});
    };
    spend(u"t1"_s, u"Community Health"_s, u"need"_s, pounds(4, 1));
    spend(u"t2"_s, u"Community Health"_s, {}, pounds(7));
    spend(u"t3"_s, u"Social Care"_s, u"population"_s, pounds(5));
    spend(u"t4"_s, u"Other"_s, u"population"_s, pounds(2));
    const Plan& plan = one.plan.plan();
    const Evaluation evaluation = evaluate(plan, one.shelf);
    QStringList rows;
    for (const ServiceTotal& total : serviceTotals(plan, evaluation, layerId, year)) {
        QString row = u"%1: %2 assumed %3 not split %4"_s.arg(total.service, moneyToPlain(total.allocated),
                                                              moneyToPlain(total.assumed),
                                                              moneyToPlain(total.notSplit));
        for (const ServiceArea& area : total.areas)
            row += u", %1 %2"_s.arg(
                moneyToPlain(area.allocated),
                area.target ? moneyToPlain(*area.target) + u' ' + moneyToPlain(*area.distance) : u"-"_s);
        rows.append(row);
    }
    // 4.01 goes 1.0025 and 3.0075: 1.00 and 3.01. The target of 44.01: 11.0025 and 33.0075.
    QCOMPARE(rows, (QStringList{
                       u"community: 44.01 assumed 4.01 not split 7.00, 11.00 11.00 0.00, 33.01 33.01 0.00"_s,
                       u"socialCare: 5.00 assumed 5.00 not split 0.00, 2.50 -, 2.50 -"_s,
                       u": 2.00 assumed 2.00 not split 0.00, 1.00 -, 1.00 -"_s}));
    const ServiceTotal community = serviceTotals(plan, evaluation, layerId, year).first();
    QCOMPARE(community.state, ServiceMeasure::State::Agreed);
    QCOMPARE(community.areas.at(1).needShare, std::optional(Ratio(3, 4)));

    one.plan.set(u"serviceNeed", u"c"_s, {{u"agreed"_s, Value::flag(false)}});
    const Evaluation proposed = evaluate(one.plan.plan(), one.shelf);
    QVERIFY(!serviceTotals(one.plan.plan(), proposed, layerId, year).first().areas.first().target);
    QVERIFY(serviceTotals(one.plan.plan(), proposed, Id(u"elsewhere"_s), year).isEmpty());
}

void TestNeedResults::calderbourneFifths()
{
    rulefixture::Loaded sample = rulefixture::load(rulefixture::bytesOf(u":/sample/calderbourne.json"_s));
    QVERIFY2(sample.error.isEmpty(), qPrintable(sample.error));
    // The table is of the plan after the committee's decision of 12 March 2026.
    const Applied decided =
        apply(sample.plan, StepBuilder(sample.plan)
                               .set(Line::type.id, Id(u"s10-handyperson-service"_s), u"amount",
                                    Key{Id(year), {}}, Value(Money::fromPence(160'000'00)))
                               .step({}));
    QVERIFY(decided.ok());
    sample.plan = decided.plan;
    const QList<FifthTotal> fifths =
        fifthTotals(sample.plan, evaluate(sample.plan, sample.shelf), sample.plan.layers[0].id, year);
    QCOMPARE(fifths.size(), 5);
    QList<std::optional<Ratio>> need;
    QList<std::optional<Ratio>> money;
    QStringList residents;
    for (const FifthTotal& fifth : fifths) {
        need.append(fifth.needShare);
        money.append(fifth.moneyShare);
        residents.append(fifth.people.text());
    }
    QCOMPARE(residents.join(u' '), u"92502 63976 51998 44352 33572"_s);
    QCOMPARE(percents(need), u"40.9 23.2 15.9 11.9 8.1"_s);
    QCOMPARE(percents(money), u"35.3 22.1 17.1 14.5 11.0"_s);

    // Worked from the residents and area money printed in the sample's table, in exact fractions by another program.
    const auto figures = inequalityFigures(sample.plan, evaluate(sample.plan, sample.shelf),
                                           sample.plan.layers[0].id, year, MoneyBase::All);
    QVERIFY(std::abs(*figure(figures, u"slopeSpendByFifth").value + 44.478267858491655) < 1e-10);
    QVERIFY(std::abs(*figure(figures, u"relativeSpendByFifth").value - 0.7967453550588067) < 1e-12);
}

// a: 60 of 100 people in fifth 1, the rest in 5; weight 2 for fifth 1: 120 to 40, so three quarters of a's need and money.
// b: all in fifth 5. Need 30 and 10, money 80 and 20: fifth 1 has 22.5 of 40 and 60 of 100.
void TestNeedResults::fifthsByHand()
{
    constexpr Typed two[] = {{u"a", 100, u"30", 80, nullptr}, {u"b", 50, u"10", 20, nullptr}};
    NeedExample one = typedLayer(two);
    for (int fifth = 1; fifth <= 5; ++fifth)
        one.plan.add(u"populationGroup", u"f%1"_s.arg(fifth),
                     {{u"kind"_s, text(u"deprivationFifth"_s)},
                      {u"fifth"_s, Value::count(fifth)},
                      {u"needWeight"_s, fifth == 1 ? percent(u"2") : Value()},
                      {u"people a"_s, people(fifth == 1   ? u"60"
                                             : fifth == 5 ? u"40"
                                                          : u"0")},
                      {u"people b"_s, people(fifth == 5 ? u"50" : u"0")}});
    const Plan& plan = one.plan.plan();
    const QList<FifthTotal> fifths = fifthTotals(plan, evaluate(plan, {}), layerId, year);
    QCOMPARE(fifths.at(0).needShare, std::optional(Ratio(225, 400)));
    QCOMPARE(fifths.at(0).moneyShare, std::optional(Ratio(60, 100)));
    QCOMPARE(fifths.at(0).peopleShare, Ratio(60, 150));
    QCOMPARE(fifths.at(1).needShare, std::optional(Ratio(0)));
    QCOMPARE(fifths.at(4).needShare, std::optional(Ratio(175, 400)));
    QCOMPARE(fifths.at(4).moneyShare, std::optional(Ratio(40, 100)));
    // without need, people and money are known all the same
    one.plan.set(u"area", u"a"_s, {{u"weightedPopulation"_s, Value()}});
    const FifthTotal first =
        fifthTotals(one.plan.plan(), evaluate(one.plan.plan(), {}), layerId, year).first();
    QVERIFY(!first.needShare);
    QCOMPARE(first.moneyShare, std::optional(Ratio(60, 100)));
}

void TestNeedResults::fifthsUnknown()
{
    constexpr Typed two[] = {{u"a", 100, u"30", 80, nullptr}, {u"b", 50, u"10", 20, nullptr}};
    NeedExample one = typedLayer(two);
    QVERIFY(fifthTotals(one.plan.plan(), evaluate(one.plan.plan(), {}), layerId, year).isEmpty());
    for (int fifth = 1; fifth <= 5; ++fifth)
        one.plan.add(u"populationGroup", u"f%1"_s.arg(fifth),
                     {{u"kind"_s, text(u"deprivationFifth"_s)},
                      {u"fifth"_s, Value::count(fifth)},
                      {u"people a"_s, people(u"20")}});
    QVERIFY(fifthTotals(one.plan.plan(), evaluate(one.plan.plan(), {}), layerId, year)
                .isEmpty()); // b's are not known
}

void TestNeedResults::fixture52_data()
{
    QTest::addColumn<QString>("measure");
    QTest::addColumn<double>("printed");
    QTest::newRow("Hoover") << u"hoover"_s << 0.011914532084;
    QTest::newRow("Gini") << u"gini"_s << 0.015750975157;
    QTest::newRow("Theil") << u"theil"_s << 0.000406793274;
    QTest::newRow("mean log deviation") << u"meanLogDeviation"_s << 0.000409456084;
    QTest::newRow("Atkinson 0.5") << u"atkinsonHalf"_s << 0.000204042056;
    QTest::newRow("Atkinson 1") << u"atkinsonOne"_s << 0.000409372269;
    QTest::newRow("Atkinson 2") << u"atkinsonTwo"_s << 0.000823879034;
    QTest::newRow("C of spend") << u"concentrationSpend"_s << -0.072630445189;
    QTest::newRow("C of need") << u"concentrationNeed"_s << -0.071673490276;
    QTest::newRow("horizontal inequity") << u"horizontalInequity"_s << -0.000956954913;
    QTest::newRow("SII") << u"slopeSpendPerHead"_s << -467.880890430760;
    QTest::newRow("RII") << u"relativeSpendPerHead"_s << 0.634022146138;
    QTest::newRow("RII, weighted heads") << u"relativeSpendPerWeightedHead"_s << 0.991204954978;
}

void TestNeedResults::fixture52()
{
    QFETCH(QString, measure);
    QFETCH(double, printed);
    const InequalityFigure found = figure(inequality(typedLayer(fixtureD)), measure);
    QVERIFY(found.value);
    QVERIFY2(std::abs(*found.value - printed) < 1e-12, qPrintable(QString::number(*found.value, 'g', 15)));
}

// "moves £2,488,945.75": 208,900,000 x 24317/2040953.
void TestNeedResults::fixture52Moves()
{
    const NeedExample one = typedLayer(fixtureD);
    const std::optional<Money> moves = figure(inequality(one), u"hoover").moves;
    QCOMPARE(moves, std::optional(Money::fromPence(248'894'575)));
    const Money distances = moved(evaluate(one.plan.plan(), {}), year);
    QVERIFY(std::abs(distances.pence() - moves->pence()) <= 8); // each target is settled to the penny
}

// The note's weighted heads add to 195,400; those shown add to the 200,000 people, so its £-9.444217469618 a head is 0.977 of it, but for
// weighted people settled to 1e-9.
void TestNeedResults::slopesPerWeightedHead()
{
    const InequalityFigure found = figure(inequality(typedLayer(fixtureD)), u"slopeSpendPerWeightedHead");
    QVERIFY(found.value.has_value());
    QVERIFY2(std::abs(*found.value - -9.444217469618 * 0.977) < 1e-10,
             qPrintable(QString::number(*found.value, 'g', 15)));
}

void TestNeedResults::sampleMoves()
{
    const rulefixture::Loaded sample =
        rulefixture::load(rulefixture::bytesOf(u":/sample/calderbourne.json"_s));
    const Evaluation evaluation = evaluate(sample.plan, sample.shelf);
    const auto figures =
        inequalityFigures(sample.plan, evaluation, sample.plan.layers[0].id, year, MoneyBase::All);
    const std::optional<Money> moves = figure(figures, u"hoover").moves;
    const Money distances = moved(evaluation, year);
    QVERIFY(moves && distances > Money());
    QVERIFY(std::abs(distances.pence() - moves->pence()) <= 9);
}

void TestNeedResults::measuresAndBases()
{
    QStringList rows;
    for (const InequalityFigure& one : inequality(typedLayer(fixtureD))) {
        const bool ranked = one.basis.ranks == RankBase::Local &&
                            one.basis.origin == RankOrigin::MostDeprived &&
                            one.basis.ties == TieRule::MiddleRank;
        const bool unranked = one.basis.ranks == RankBase::None && one.basis.origin == RankOrigin::None;
        rows.append(u"%1 %2 %3"_s.arg(one.measure,
                                      one.basis.weights == HeadWeight::People ? u"heads"_s : u"weighted"_s,
                                      ranked     ? u"ranked"_s
                                      : unranked ? u"unranked"_s
                                                 : u"?"_s));
    }
    QCOMPARE(
        rows,
        (QStringList{u"hoover weighted unranked"_s, u"gini weighted unranked"_s, u"theil weighted unranked"_s,
                     u"meanLogDeviation weighted unranked"_s, u"atkinsonHalf weighted unranked"_s,
                     u"atkinsonOne weighted unranked"_s, u"atkinsonTwo weighted unranked"_s,
                     u"concentrationSpend heads ranked"_s, u"concentrationNeed heads ranked"_s,
                     u"horizontalInequity heads ranked"_s, u"slopeSpendPerHead heads ranked"_s,
                     u"relativeSpendPerHead heads ranked"_s, u"slopeSpendPerWeightedHead weighted ranked"_s,
                     u"relativeSpendPerWeightedHead weighted ranked"_s, u"slopeSpendByFifth heads ranked"_s,
                     u"relativeSpendByFifth heads ranked"_s}));
}

// One area without a score: nothing can be ranked; what ranks nothing stands.
void TestNeedResults::withoutOrder()
{
    NeedExample one = typedLayer(fixtureD);
    one.plan.set(u"area", u"C"_s, {{u"deprivation"_s, Value()}});
    const auto figures = inequality(one);
    for (const InequalityFigure& found : figures) {
        const bool ranks = found.measure.startsWith(u"concentration") || found.measure.startsWith(u"slope") ||
                           found.measure.startsWith(u"relative") || found.measure == u"horizontalInequity";
        const bool byFifth = found.measure.endsWith(u"ByFifth"); // the plan has no fifths
        if (byFifth)
            QVERIFY(found.refusal == Refusal::TooFewGroups || found.refusal == Refusal::NoRows);
        QCOMPARE(found.refusal == Refusal::OrientationUnknown, ranks && !byFifth);
        QCOMPARE(found.value.has_value(), !ranks);
    }
    // need unknown somewhere: that area is left out, and of one area nothing is unequal
    NeedExample none = typedLayer(fixtureD);
    for (const Typed& area : fixtureD)
        none.plan.set(u"area", QString::fromUtf16(area.id), {{u"weightedPopulation"_s, Value()}});
    for (const InequalityFigure& found : inequality(none))
        QVERIFY(!found.value && found.refusal == Refusal::NoRows);
}

// £300 more by need: the known money is as it was, and all money is more equal.
void TestNeedResults::knownMoneyOnly()
{
    constexpr Typed two[] = {{u"a", 100, u"50", 100, u"9"}, {u"b", 100, u"50", 200, u"1"}};
    NeedExample one = typedLayer(two);
    // a third of the money against half of the need: 1/6 of £300 moves
    QCOMPARE(figure(inequality(one), u"hoover").moves, std::optional(Money::fromPence(50'00)));
    one.plan
        .add(u"scheme", u"n"_s,
             {{u"fund"_s, ref(u"pool"_s)}, {u"layer"_s, ref(u"l"_s)}, {u"areaBasis"_s, text(u"need"_s)}})
        .add(u"line", u"line-n"_s, {{u"scheme"_s, ref(u"n"_s)}, {u"amount "_s + year, pounds(300)}});
    const InequalityFigure all = figure(inequality(one), u"hoover");
    const InequalityFigure known = figure(inequality(one, MoneyBase::KnownOnly), u"hoover");
    QVERIFY(std::abs(*all.value - 1.0 / 12) < 1e-12); // 250 of 600 against half
    QVERIFY(std::abs(*known.value - 1.0 / 6) < 1e-12);
    QCOMPARE(known.moves, std::optional(Money::fromPence(50'00)));
    const auto rows =
        distributionRows(one.plan.plan(), evaluate(one.plan.plan(), {}), layerId, year, MoneyBase::KnownOnly);
    QCOMPARE(rows.at(0).money, Money::fromPounds(100));
    QCOMPARE(rows.at(0).weighted, People::fromWhole(100)); // 100 weighted heads stand for 200 people
    QCOMPARE(rows.at(0).deprivation, 9 * figureUnits);
}

void TestNeedResults::fixture17()
{
    const FairSharePath made = path(paceExample(u"5"));
    QCOMPARE(made.fault, Fault::None);
    QCOMPARE(made.years, QStringList{u"2027-28"_s});
    QCOMPARE(made.steps.size(), 1);
    QVERIFY(made.steps.first().year.ok());
    QCOMPARE(made.steps.first().year.money, Money::fromPounds(1'040'000'000));
    QCOMPARE(amounts(made.steps.first()), u"112.0625 213.9375 306 408"_s);
    QCOMPARE(made.openingDistances,
             (QList<std::optional<Ratio>>{Ratio(-1, 11), Ratio(-1, 21), Ratio(1, 29), Ratio(1, 39)}));
    QCOMPARE(made.limits, QList<std::optional<Ratio>>{Ratio(-5, 100)});
    QCOMPARE(made.lowest, QList<std::optional<Ratio>>{Ratio(-1, 11)});
    // the closest: A and B share what C's and D's floors leave, 326 of their 332.8
    QCOMPARE(made.highest, QList<std::optional<Ratio>>{Ratio(-68, 3328)});
    const QList<PaceShare>& areas = made.steps.first().year.areas;
    QCOMPARE(areas.at(0).bound, PaceBound::Share);
    QCOMPARE(areas.at(2).bound, PaceBound::GrowthFloor);
}

// From 1/11 below to nothing in two years: limits 1/22 and 0. At the second everyone has 1.0816 of the shares of 1,000.
void TestNeedResults::straightLine()
{
    const FairSharePath made = path(paceExample(nullptr, {u"2027-28"_s, u"2028-29"_s}));
    QCOMPARE(made.limits, (QList<std::optional<Ratio>>{Ratio(-1, 22), Ratio(0)}));
    QCOMPARE(made.steps.size(), 2);
    QCOMPARE(amounts(made.steps.at(1)), u"118.976 227.136 313.664 421.824"_s);
    QCOMPARE(made.steps.at(1).areas.first().opening, made.steps.first().year.areas.first().amount);
}

// Within 0% at once: 114.4 + 218.4 and the floors 306 + 408 are 6.8 more than 1,040. Nothing is scaled, and no year follows.
void TestNeedResults::infeasible()
{
    const FairSharePath made = path(paceExample(u"0", {u"2027-28"_s, u"2028-29"_s}));
    QCOMPARE(made.fault, Fault::None);
    QCOMPARE(made.steps.size(), 1);
    QCOMPARE(made.steps.first().year.problem, PaceProblem::FloorsAboveMoney);
    QCOMPARE(made.steps.first().year.amount, Money::fromPounds(6'800'000));
    QVERIFY(made.steps.first().year.areas.isEmpty());
    QCOMPARE(made.years.size(), 2);

    // 1% a year for everyone is more than there is with no growth: 10 too much
    NeedExample one = typedLayer(fixturePace);
    addWay(one, {{u"floor"_s, percent(u"1")}}, {u"2027-28"_s});
    one.plan.set(u"fairShareYear", u"y2027-28"_s, {{u"limit"_s, percent(u"100")}});
    QCOMPARE(path(one).steps.first().year.problem, PaceProblem::FloorsAboveMoney);
    QCOMPARE(path(one).steps.first().year.amount, Money::fromPounds(10'000'000));
    // the year's own growth stands before the plan's
    one.plan.set(u"fairShareYear", u"y2027-28"_s, {{u"growth"_s, percent(u"1")}});
    QVERIFY(path(one).steps.first().year.ok());
    // everyone held at 0.5% of 1% growth: 5 left over
    one.plan.set(u"fairShareYear", u"y2027-28"_s,
                 {{u"floor"_s, percent(u"0")}, {u"ceiling"_s, percent(u"0.5")}});
    QCOMPARE(path(one).steps.first().year.problem, PaceProblem::CeilingsBelowMoney);
    QCOMPARE(path(one).steps.first().year.amount, Money::fromPounds(5'000'000));
}

// Only the year that is dragged has the limit of the hand; the plan stays as it is.
void TestNeedResults::draggedLimit()
{
    const NeedExample one = paceExample(u"5", {u"2027-28"_s, u"2028-29"_s});
    const Plan& plan = one.plan.plan();
    const Evaluation evaluation = evaluate(plan, {});
    const FairSharePath dragged = fairSharePath(plan, evaluation, plan.fairSharePlans[0], Id(u"y2027-28"_s),
                                                Ratio(-2043269, 100'000'000));
    QCOMPARE(dragged.limits.first(), std::optional(Ratio(-2043269, 100'000'000)));
    // a hair closer than the closest
    const FairSharePath beyond =
        fairSharePath(plan, evaluation, plan.fairSharePlans[0], Id(u"y2027-28"_s), Ratio(-2, 100));
    QCOMPARE(beyond.steps.first().year.problem, PaceProblem::FloorsAboveMoney);
    // 332.8 x 0.98 = 326.144 against 326
    QCOMPARE(beyond.steps.first().year.amount, Money::fromPounds(144'000));
    const FairSharePath later =
        fairSharePath(plan, evaluation, plan.fairSharePlans[0], Id(u"y2028-29"_s), Ratio(-3, 100));
    QCOMPARE(later.limits, (QList<std::optional<Ratio>>{Ratio(-5, 100), Ratio(-3, 100)}));
}

// Community money by the agreed measure 1 : 3 of £40, not by the layer's equal need.
void TestNeedResults::pathOfAService()
{
    constexpr Typed two[] = {{u"a", 100, u"50", 20, nullptr}, {u"b", 100, u"50", 20, nullptr}};
    NeedExample one = typedLayer(two);
    one.table(u"d"_s, codeSet::lad23, u"a b"_s, {{u"n"_s, FigureKind::Count, u"1 3"_s}});
    one.plan.set(u"layer", u"l"_s, {{u"unitSet"_s, text(u"lad23"_s)}})
        .add(u"serviceNeed", u"c"_s, {{u"service"_s, text(u"community"_s)}})
        .add(u"needComponent", u"c1"_s,
             {{u"serviceNeed"_s, ref(u"c"_s)}, {u"dataset"_s, ref(u"d"_s)}, {u"measure"_s, text(u"n"_s)}});
    addWay(one, {{u"service"_s, text(u"community"_s)}, {u"floor"_s, percent(u"-100")}}, {u"2027-28"_s});
    QCOMPARE(path(one).fault, Fault::NoMeasure); // proposed, not agreed
    one.plan.set(u"serviceNeed", u"c"_s, {{u"agreed"_s, Value::flag(true)}});
    const FairSharePath made = path(one);
    QCOMPARE(made.fault, Fault::None);
    QCOMPARE(made.steps.first().year.areas.at(0).amount,
             Money::fromPounds(10)); // a straight line to 0 in one year
    QCOMPARE(made.steps.first().year.areas.at(1).amount, Money::fromPounds(30));
    one.plan.set(u"fairSharePlan", u"w"_s, {{u"service"_s, text(u"mentalHealth"_s)}});
    QCOMPARE(path(one).fault, Fault::NoMeasure);
}

void TestNeedResults::pathOfKnownMoney()
{
    NeedExample one = paceExample(u"5");
    one.plan
        .add(u"scheme", u"n"_s,
             {{u"fund"_s, ref(u"pool"_s)}, {u"layer"_s, ref(u"l"_s)}, {u"areaBasis"_s, text(u"need"_s)}})
        .add(u"line", u"line-n"_s, {{u"scheme"_s, ref(u"n"_s)}, {u"amount "_s + year, pounds(50'000'000)}});
    QCOMPARE(path(one).opening.first().opening, Money::fromPounds(105'500'000)); // 11% of 50 more
    one.plan.set(u"fairSharePlan", u"w"_s, {{u"knownOnly"_s, Value::flag(true)}});
    QCOMPARE(path(one).opening.first().opening, Money::fromPounds(100'000'000));
    QCOMPARE(amounts(path(one).steps.first()), u"112.0625 213.9375 306 408"_s);
}

void TestNeedResults::pathFaults_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("fault");
    QTest::newRow("no years") << u"noYears"_s << int(Fault::NoYears);
    QTest::newRow("the baseline itself") << u"2026-27"_s << int(Fault::BadYear);
    QTest::newRow("before it") << u"2025-26"_s << int(Fault::BadYear);
    QTest::newRow("no year name") << u"2027"_s << int(Fault::BadYear);
    QTest::newRow("a year again") << u"2027-28"_s << int(Fault::BadYear);
    QTest::newRow("a later year") << u"2031-32"_s << int(Fault::None);
    QTest::newRow("negative limit") << u"negative"_s << int(Fault::BadYear);
    QTest::newRow("no layer") << u"noLayer"_s << int(Fault::NoLayer);
    QTest::newRow("need unknown") << u"needUnknown"_s << int(Fault::NeedUnknown);
    QTest::newRow("no money") << u"noMoney"_s << int(Fault::NoMoney);
    QTest::newRow("no baseline") << u"noBaseline"_s << int(Fault::NoMoney);
}

void TestNeedResults::pathFaults()
{
    QFETCH(QString, what);
    QFETCH(int, fault);
    NeedExample one = paceExample(u"5");
    if (what == u"noYears")
        one.plan.remove(u"fairShareYear", u"y2027-28"_s);
    else if (what == u"negative")
        one.plan.set(u"fairShareYear", u"y2027-28"_s, {{u"limit"_s, percent(u"-1")}});
    else if (what == u"noLayer")
        one.plan.set(u"fairSharePlan", u"w"_s, {{u"layer"_s, Value()}});
    else if (what == u"needUnknown")
        one.plan.set(u"area", u"B"_s, {{u"weightedPopulation"_s, Value()}});
    else if (what == u"noBaseline")
        one.plan.set(u"fairSharePlan", u"w"_s, {{u"baseline"_s, Value()}});
    else if (what == u"noMoney")
        for (const Typed& area : fixturePace)
            one.plan.set(u"line", u"line-"_s + QString::fromUtf16(area.id), {{u"amount "_s + year, Value()}});
    else
        one.plan.add(u"fairShareYear", u"second"_s,
                     {{u"fairSharePlan"_s, ref(u"w"_s)}, {u"year"_s, text(what)}});
    QCOMPARE(int(path(one).fault), fault);
}

QTEST_APPLESS_MAIN(TestNeedResults)
#include "test_needresults.moc"
