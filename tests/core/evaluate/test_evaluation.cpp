// What is computed from a plan. Every sum is worked by hand beside it; fixture D is the note's own.
#include "core/evaluate/evaluation.h"
#include "core/money/arithmeticerror.h"
#include "tests/support/exampleplan.h"
#include "tests/support/randomplan.h"

#include <QTest>

#include <limits>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString year = u"2026-27"_s;

// Two areas with 100 and 300 people, need weights 600 and 200; a pooled and an aligned fund.
ExamplePlan example()
{
    ExamplePlan plan;
    const auto partner = [&](const QString& id) { plan.add(u"partner", id, {{u"name"_s, text(id)}}); };
    partner(u"council"_s);
    partner(u"ashmoor"_s);
    partner(u"fenwold"_s);
    plan.add(u"year", u"2025-26"_s).add(u"year", year).add(u"layer", u"l"_s);
    plan.add(u"area", u"a"_s,
             {{u"layer"_s, ref(u"l"_s)},
              {u"population"_s, people(u"100")},
              {u"weightedPopulation"_s, people(u"600")}})
        .add(u"area", u"b"_s,
             {{u"layer"_s, ref(u"l"_s)},
              {u"population"_s, people(u"300")},
              {u"weightedPopulation"_s, people(u"200")}})
        .add(u"fund", u"pool"_s, {{u"kind"_s, text(u"pooled"_s)}})
        .add(u"fund", u"side"_s, {{u"kind"_s, text(u"aligned"_s)}});
    const auto pays = [&](const QString& id, const char16_t* fund, const QString& partnerId,
                          const char16_t* source, const Value& amount, const char16_t* status) {
        plan.add(u"contribution", id,
                 {{u"fund"_s, ref(QString::fromUtf16(fund))},
                  {u"partner"_s, ref(partnerId)},
                  {u"source"_s, text(QString::fromUtf16(source))},
                  {u"amount "_s + year, amount},
                  {u"status "_s + year, text(QString::fromUtf16(status))}});
    };
    pays(u"c1"_s, u"pool", u"ashmoor"_s, u"NHS_MIN", pounds(600), u"confirmed");
    pays(u"c2"_s, u"pool", u"fenwold"_s, u"NHS_MIN", pounds(100), u"confirmed");
    pays(u"c3"_s, u"pool", u"council"_s, u"LABCG", pounds(250, 5), u"indicative");
    pays(u"c4"_s, u"pool", u"ashmoor"_s, u"NHS_ADD", pounds(49, 95), u"disputed");
    pays(u"c5"_s, u"side", u"council"_s, u"", pounds(77), u"");
    plan.set(u"contribution", u"c1"_s, {{u"amount 2025-26"_s, pounds(500)}});
    plan.add(u"scheme", u"s1"_s,
             {{u"fund"_s, ref(u"pool"_s)},
              {u"layer"_s, ref(u"l"_s)},
              {u"areaBasis"_s, text(u"shares"_s)},
              {u"share a"_s, percent(u"60")},
              {u"share b"_s, percent(u"40")}})
        .add(
            u"scheme", u"s2"_s,
            {{u"fund"_s, ref(u"pool"_s)}, {u"layer"_s, ref(u"l"_s)}, {u"areaBasis"_s, text(u"population"_s)}})
        .add(u"scheme", u"s3"_s,
             {{u"fund"_s, ref(u"side"_s)}, {u"areaBasis"_s, text(u"area"_s)}, {u"basisArea"_s, ref(u"a"_s)}})
        .add(u"scheme", u"s4"_s, {{u"fund"_s, ref(u"pool"_s)}});
    const auto spends = [&](const QString& id, const QString& scheme, const char16_t* source,
                            const char16_t* areaOfSpend, const Value& amount, const char16_t* status) {
        plan.add(u"line", id,
                 {{u"scheme"_s, ref(scheme)},
                  {u"source"_s, text(QString::fromUtf16(source))},
                  {u"areaOfSpend"_s, text(QString::fromUtf16(areaOfSpend))},
                  {u"amount "_s + year, amount},
                  {u"status "_s + year, text(QString::fromUtf16(status))}});
    };
    spends(u"x"_s, u"s1"_s, u"NHS_MIN", u"Acute", pounds(400), u"confirmed");
    spends(u"y"_s, u"s1"_s, u"NHS_MIN", u"Community Health", pounds(250), u"confirmed");
    spends(u"z"_s, u"s2"_s, u"LABCG", u"Social Care", pounds(300, 5), u"disputed");
    spends(u"w"_s, u"s3"_s, u"", u"Social Care", pounds(70), u"confirmed");
    return plan;
}

template <class Total> QList<Total> of(const QList<Total>& totals, const QString& wanted)
{
    QList<Total> found;
    std::copy_if(totals.begin(), totals.end(), std::back_inserter(found),
                 [&](const Total& total) { return total.year == wanted; });
    return found;
}

// "950.05 (indicative 0.00, disputed 300.05)" with a mark for the status.
QString shown(const Sum& sum)
{
    return u"%1 i%2 d%3 %4"_s.arg(formatAmount(sum.amount), formatAmount(sum.indicative),
                                  formatAmount(sum.disputed), statusId(sum.status));
}

QString shown(const std::optional<Money>& money)
{
    return money ? formatAmount(*money) : u"none"_s;
}

Ratio ratioOf(const std::optional<Ratio>& ratio)
{
    return ratio.value_or(Ratio(-99));
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void yearTotals();
    void sourcesAndBalances();
    void fundsAndShares();
    void contributionOfNobody();
    void schemes();
    void kindsOfCare();
    void areas();
    void unknownNeed();
    void nobodyLivesThere();
    void practicesWeighLayers();
    void worstStatus();
    void fixtureD_data();
    void fixtureD();
    void fixtureDSums();
    void totalsAgree();
    void orderOfRowsChangesNoTotal();
    void tooLargeIsASentence();
    void emptyPlan();
};

void TestEvaluation::yearTotals()
{
    const Evaluation all = evaluate(example().plan(), {});
    QCOMPARE(all.years.size(), 2);
    const YearTotal& last = all.years.at(0);
    QCOMPARE(last.year, u"2025-26"_s);
    QCOMPARE(shown(last.income), u"500.00 i500.00 d0.00 indicative"_s); // no status set
    QCOMPARE(shown(last.spend), u"0.00 i0.00 d0.00 confirmed"_s);
    const YearTotal& now = all.years.at(1);
    QCOMPARE(shown(now.income), u"1,000.00 i250.05 d49.95 disputed"_s); // 600 + 100 + 250.05 + 49.95
    QCOMPARE(shown(now.spend), u"950.05 i0.00 d300.05 disputed"_s);     // 400 + 250 + 300.05
    QCOMPARE(shown(now.aligned), u"77.00 i77.00 d0.00 indicative"_s);
    QCOMPARE(formatAmount(now.split), u"950.05"_s);
    QCOMPARE(formatAmount(now.notSplit), u"0.00"_s);
    QVERIFY(all.findings.isEmpty()); // no rulebook, no rules
}

void TestEvaluation::sourcesAndBalances()
{
    const QList<SourceTotal> sources = of(evaluate(example().plan(), {}).sources, year);
    QStringList rows;
    for (const SourceTotal& source : sources)
        rows.append(source.source + u' ' + formatAmount(source.income.amount) + u' ' +
                    formatAmount(source.spend.amount) + u' ' + formatAmount(source.balance));
    QCOMPARE(rows, (QStringList{u"NHS_MIN 700.00 650.00 50.00"_s, u"LABCG 250.05 300.05 −50.00"_s,
                                u"NHS_ADD 49.95 0.00 49.95"_s}));
}

void TestEvaluation::fundsAndShares()
{
    const QList<FundTotal> funds = of(evaluate(example().plan(), {}).funds, year);
    QCOMPARE(funds.size(), 2);
    const FundTotal& pool = funds.at(0);
    QCOMPARE(formatAmount(pool.income.amount), u"1,000.00"_s);
    QCOMPARE(formatAmount(pool.spend.amount), u"950.05"_s);
    QCOMPARE(formatAmount(pool.balance), u"49.95"_s);
    QCOMPARE(pool.contributions.size(), 3); // in the order of partners, not of contributions
    QCOMPARE(pool.contributions.at(0).partner, Id(u"council"_s));
    QCOMPARE(pool.contributions.at(0).share, Ratio(25005, 100000));
    QCOMPARE(pool.contributions.at(1).partner, Id(u"ashmoor"_s));
    QCOMPARE(shown(pool.contributions.at(1).amount), u"649.95 i0.00 d49.95 disputed"_s); // 600 + 49.95
    QCOMPARE(pool.contributions.at(1).share, Ratio(64995, 100000));
    QCOMPARE(pool.contributions.at(2).share, Ratio(1, 10));
    const FundTotal& side = funds.at(1);
    QCOMPARE(formatAmount(side.balance), u"7.00"_s); // 77 - 70
    QCOMPARE(side.contributions.first().share, Ratio(1));
}

// A partner was removed: its money still stands in the fund, so the fund agrees with the year.
void TestEvaluation::contributionOfNobody()
{
    const Evaluation all = evaluate(example().remove(u"partner", u"fenwold"_s).plan(), {});
    QCOMPARE(formatAmount(all.years.at(1).income.amount), u"1,000.00"_s);
    const FundTotal pool = of(all.funds, year).first();
    QCOMPARE(formatAmount(pool.income.amount), u"1,000.00"_s);
    QCOMPARE(pool.contributions.size(), 3);
    QVERIFY(pool.contributions.at(2).partner.isNull());
    QCOMPARE(pool.contributions.at(2).share, Ratio(1, 10));
}

void TestEvaluation::schemes()
{
    const Plan plan =
        example()
            .add(u"line", u"v"_s, {{u"scheme"_s, ref(u"s4"_s)}, {u"amount 2026-27"_s, pounds(5)}})
            .plan();
    const QList<SchemeTotal> schemes = of(evaluate(plan, {}).schemes, year);
    QStringList rows;
    for (const SchemeTotal& scheme : schemes) {
        QString row = scheme.scheme.text() + u' ' + formatAmount(scheme.spend.amount) + u" left "_s +
                      formatAmount(scheme.notSplit);
        for (const SchemeArea& area : scheme.areas)
            row += u", %1 %2 (%3)"_s.arg(area.area.text(), formatAmount(area.amount),
                                         formatAmount(area.assumed));
        rows.append(row);
    }
    // s1: 60% and 40% of 650; s2: a quarter of 300.05 is 75.0125, three quarters 225.0375, the odd penny to b
    QCOMPARE(rows, (QStringList{u"s1 650.00 left 0.00, a 390.00 (0.00), b 260.00 (0.00)"_s,
                                u"s2 300.05 left 0.00, a 75.01 (75.01), b 225.04 (225.04)"_s,
                                u"s3 70.00 left 0.00, a 70.00 (0.00)"_s, u"s4 5.00 left 5.00"_s}));
}

void TestEvaluation::kindsOfCare()
{
    QStringList rows;
    for (const KindTotal& kind : of(evaluate(example().plan(), {}).kinds, year))
        rows.append(kind.areaOfSpend + u' ' + formatAmount(kind.spend.amount));
    QCOMPARE(rows, (QStringList{u"Acute 400.00"_s, u"Community Health 250.00"_s,
                                u"Social Care 300.05"_s})); // aligned: out
}

void TestEvaluation::areas()
{
    const Evaluation all = evaluate(example().plan(), {});
    const QList<AreaTotal> areas = of(all.areas, year);
    QCOMPARE(areas.size(), 2);
    const AreaTotal& a = areas.at(0);
    const AreaTotal& b = areas.at(1);
    // 240 + 150 + 75.01, and 160 + 100 + 225.04; the aligned 70 in a stays out
    QCOMPARE(shown(a.allocated), u"465.01"_s);
    QCOMPARE(shown(b.allocated), u"485.04"_s);
    QCOMPARE(shown(a.assumed), u"75.01"_s);
    QCOMPARE(shown(b.assumed), u"225.04"_s);
    QCOMPARE(ratioOf(a.allocatedShare), Ratio(46501, 95005));
    QCOMPARE(shown(a.perHead), u"4.65"_s); // 465.01 / 100
    QCOMPARE(shown(b.perHead), u"1.62"_s); // 485.04 / 300 = 1.6168
    // 800 weighted people stand for 400: need 6 and 2/3 a head against 2
    QCOMPARE(ratioOf(a.needIndex), Ratio(3));
    QCOMPARE(ratioOf(b.needIndex), Ratio(1, 3));
    QCOMPARE(ratioOf(a.needShare), Ratio(3, 4));
    QCOMPARE(ratioOf(b.needShare), Ratio(1, 4));
    QCOMPARE(shown(a.perWeightedHead), u"1.55"_s); // 465.01 / 300
    QCOMPARE(shown(b.perWeightedHead), u"4.85"_s); // 485.04 / 100
    QCOMPARE(shown(a.target), u"712.54"_s);        // three quarters of 950.05: 712.5375
    QCOMPARE(shown(b.target), u"237.51"_s);        // 237.5125
    QCOMPARE(shown(a.distanceFromTarget), u"−247.53"_s);
    QCOMPARE(shown(b.distanceFromTarget), u"247.53"_s);
    const LayerTotal layer = of(all.layers, year).first();
    QCOMPARE(formatAmount(layer.allocated), u"950.05"_s);
    QCOMPARE(formatAmount(layer.assumed), u"300.05"_s);

    const AreaTotal before = of(all.areas, u"2025-26"_s).first(); // no money yet
    QVERIFY(!before.allocatedShare);
    QCOMPARE(shown(before.target), u"0.00"_s);
    QCOMPARE(ratioOf(before.needIndex), Ratio(3));
}

void TestEvaluation::unknownNeed()
{
    const Plan plan = example().set(u"area", u"b"_s, {{u"weightedPopulation"_s, Value()}}).plan();
    const QList<AreaTotal> areas = of(evaluate(plan, {}).areas, year);
    for (const AreaTotal& area : areas) {
        QVERIFY(!area.needIndex && !area.needShare && !area.target && !area.distanceFromTarget &&
                !area.perWeightedHead);
        QVERIFY(area.population && area.perHead &&
                area.allocatedShare); // money and people are known all the same
    }
    QVERIFY(areas.at(0).weighted && !areas.at(1).weighted);
    QCOMPARE(shown(areas.at(0).allocated), u"465.01"_s);

    const Plan empty = example().set(u"area", u"b"_s, {{u"population"_s, Value()}}).plan();
    const AreaTotal b = of(evaluate(empty, {}).areas, year).at(1);
    QVERIFY(!b.population && !b.perHead && !b.needShare);
}

void TestEvaluation::nobodyLivesThere()
{
    const Plan plan =
        example()
            .set(u"area", u"b"_s, {{u"population"_s, people(u"0")}, {u"weightedPopulation"_s, people(u"0")}})
            .plan();
    const QList<AreaTotal> areas = of(evaluate(plan, {}).areas, year);
    QVERIFY(!areas.at(1).perHead && !areas.at(1).needIndex && !areas.at(1).perWeightedHead);
    QCOMPARE(ratioOf(areas.at(1).needShare), Ratio(0));
    QCOMPARE(shown(areas.at(1).target), u"0.00"_s);
    QCOMPARE(ratioOf(areas.at(0).needIndex), Ratio(1)); // all of the layer
}

// The same figures as typed above, out of two practices: P whole in a, Q a quarter in a and the rest in b.
void TestEvaluation::practicesWeighLayers()
{
    QList<Practice> practices(2);
    const auto fill = [&](qsizetype i, const QString& code, qint64 population, qint64 weighted) {
        practices[i].code = code;
        practices[i].population = People::fromWhole(population);
        practices[i].weighted[static_cast<size_t>(NeedMeasure::MentalHealth)] = People::fromWhole(weighted);
    };
    fill(0, u"P"_s, 0, 533);
    fill(1, u"Q"_s, 400, 268);
    Shelf shelf;
    shelf.practices.insert(u"hash"_s, std::make_shared<const PracticeTable>(practices));
    ExamplePlan plan = example();
    plan.add(u"needDataset", u"d"_s, {{u"hash"_s, text(u"hash"_s)}})
        .set(u"layer", u"l"_s, {{u"needDataset"_s, ref(u"d"_s)}, {u"needMeasure"_s, text(u"mentalHealth"_s)}})
        .add(u"practice", u"m1"_s, {{u"area"_s, ref(u"a"_s)}, {u"practice"_s, text(u"P"_s)}})
        .add(u"practice", u"m2"_s,
             {{u"area"_s, ref(u"a"_s)}, {u"practice"_s, text(u"Q"_s)}, {u"share"_s, percent(u"25")}})
        .add(u"practice", u"m3"_s,
             {{u"area"_s, ref(u"b"_s)}, {u"practice"_s, text(u"Q"_s)}, {u"share"_s, percent(u"75")}});
    for (const QString& area : {u"a"_s, u"b"_s})
        plan.set(u"area", area, {{u"population"_s, Value()}, {u"weightedPopulation"_s, Value()}});
    const QList<AreaTotal> areas = of(evaluate(plan.plan(), shelf).areas, year);
    QCOMPARE(areas.at(0).population->text(), u"100"_s); // 0 + 400/4
    QCOMPARE(areas.at(0).weighted->text(), u"600"_s);   // 533 + 268/4
    QCOMPARE(areas.at(1).weighted->text(), u"201"_s);
    QCOMPARE(ratioOf(areas.at(0).needIndex), Ratio(6 * 400, 801)); // (600/100) / (801/400)
    QCOMPARE(ratioOf(areas.at(0).needShare), Ratio(600, 801));
    QCOMPARE(shown(areas.at(0).target), u"711.65"_s); // 950.05 x 600/801 = 711.6479
    QCOMPARE(shown(areas.at(1).target), u"238.40"_s); // 238.4021
}

void TestEvaluation::worstStatus()
{
    for (const Status a : {Status::Confirmed, Status::Indicative, Status::Disputed})
        for (const Status b : {Status::Confirmed, Status::Indicative, Status::Disputed}) {
            Sum sum;
            sum.add(Money::fromPence(3), a);
            sum.add(Money::fromPence(4), b);
            const bool disputed = a == Status::Disputed || b == Status::Disputed;
            const bool confirmed = a == Status::Confirmed && b == Status::Confirmed;
            QCOMPARE(sum.status, disputed    ? Status::Disputed
                                 : confirmed ? Status::Confirmed
                                             : Status::Indicative);
            QCOMPARE(sum.amount.pence(), 7);
            QCOMPARE(sum.indicative.pence(),
                     (a == Status::Indicative ? 3 : 0) + (b == Status::Indicative ? 4 : 0));
            QCOMPARE(sum.disputed.pence(), (a == Status::Disputed ? 3 : 0) + (b == Status::Disputed ? 4 : 0));
        }
    QCOMPARE(Sum().status, Status::Confirmed);
}

namespace {

struct PlaceD
{
    const char16_t* id;
    qint64 people;
    qint64 weighted;
    qint64 spend; // pounds
    const char16_t* perHead;
    const char16_t* perWeightedHead;
    const char16_t* target;
    qint64 index; // thousandths
};

// Need-capitation note, 5.2: N, W, S and T as printed; S/N rounded from it. Its S/W (1100.00 for A) is per weighted head
// as it stands; ours is per head of a layer whose 195,400 weighted people stand for 200,000, so S/W x 0.977: worked by
// hand from S and W, not from the note's rounded quotients.
constexpr PlaceD fixture[] = {
    {u"A", 20'000, 25'000, 27'500'000, u"1,375.00", u"1,074.70", u"26,727,226.20", 1250},
    {u"B", 30'000, 33'000, 36'000'000, u"1,200.00", u"1,065.82", u"35,279,938.59", 1100},
    {u"C", 25'000, 25'000, 26'000'000, u"1,040.00", u"1,016.08", u"26,727,226.20", 1000},
    {u"D", 15'000, 15'000, 15'000'000, u"1,000.00", u"977.00", u"16,036,335.72", 1000},
    {u"E", 40'000, 38'000, 39'900'000, u"997.50", u"1,025.85", u"40,625,383.83", 950},
    {u"F", 20'000, 18'000, 20'000'000, u"1,000.00", u"1,085.56", u"19,243,602.87", 900},
    {u"G", 35'000, 29'400, 31'500'000, u"900.00", u"1,046.79", u"31,431,218.01", 840},
    {u"H", 15'000, 12'000, 13'000'000, u"866.67", u"1,058.42", u"12,829,068.58", 800},
};

Evaluation evaluationOfD()
{
    ExamplePlan plan;
    plan.add(u"year", year).add(u"layer", u"l"_s).add(u"fund", u"f"_s, {{u"kind"_s, text(u"pooled"_s)}});
    for (const PlaceD& place : fixture)
        plan.add(u"area", QString::fromUtf16(place.id),
                 {{u"layer"_s, ref(u"l"_s)},
                  {u"population"_s, Value(People::fromWhole(place.people))},
                  {u"weightedPopulation"_s, Value(People::fromWhole(place.weighted))}});
    plan.add(u"scheme", u"s"_s,
             {{u"fund"_s, ref(u"f"_s)}, {u"layer"_s, ref(u"l"_s)}, {u"areaBasis"_s, text(u"pounds"_s)}})
        .add(u"line", u"x"_s, {{u"scheme"_s, ref(u"s"_s)}, {u"amount 2026-27"_s, pounds(208'900'000)}});
    for (const PlaceD& place : fixture)
        plan.set(u"line", u"x"_s,
                 {{u"areaAmount 2026-27/"_s + QString::fromUtf16(place.id), pounds(place.spend)}});
    return evaluate(plan.plan(), {});
}

} // namespace

void TestEvaluation::fixtureD_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < 8; ++i)
        QTest::addRow("%c", static_cast<char>(fixture[i].id[0])) << i;
}

void TestEvaluation::fixtureD()
{
    QFETCH(int, row);
    const PlaceD& place = fixture[row];
    const AreaTotal area = evaluationOfD().areas.at(row);
    QCOMPARE(area.area.text(), QString::fromUtf16(place.id));
    QCOMPARE(shown(area.target), QString::fromUtf16(place.target));
    QCOMPARE(shown(area.perHead), QString::fromUtf16(place.perHead));
    QCOMPARE(shown(area.perWeightedHead), QString::fromUtf16(place.perWeightedHead));
    QCOMPARE(ratioOf(area.needIndex), Ratio(place.index, 977)); // the layer's own need index is 0.977
    QCOMPARE(ratioOf(area.needShare), Ratio(place.weighted, 195'400));
    QCOMPARE(*area.distanceFromTarget + *area.target, Money::fromPounds(place.spend));
}

void TestEvaluation::fixtureDSums()
{
    Money targets;
    Money distances;
    for (const AreaTotal& area : evaluationOfD().areas) {
        targets += *area.target;
        distances += *area.distanceFromTarget;
    }
    QCOMPARE(targets, Money::fromPounds(208'900'000));
    QVERIFY(distances.isZero());
}

// Wholes are the sums of their parts, for plans of any kind.
void TestEvaluation::totalsAgree()
{
    for (quint64 seed = 300; seed < 330; ++seed) {
        Seeded seeded(seed);
        const Plan plan = randomPlan(seeded, 8);
        const Evaluation all = evaluate(plan, {});
        for (const YearTotal& total : all.years) {
            Money income;
            Money spend;
            Money balance;
            for (const SourceTotal& source : of(all.sources, total.year)) {
                income += source.income.amount;
                spend += source.spend.amount;
                balance += source.balance;
            }
            QCOMPARE(income, total.income.amount);
            QCOMPARE(spend, total.spend.amount);
            QCOMPARE(balance, total.income.amount - total.spend.amount);
            QCOMPARE(total.split + total.notSplit, total.spend.amount);
            Money kinds;
            for (const KindTotal& kind : of(all.kinds, total.year))
                kinds += kind.spend.amount;
            QCOMPARE(kinds, total.spend.amount);
            Money funds;
            for (const FundTotal& fund : of(all.funds, total.year)) {
                funds += fund.income.amount;
                Ratio shares;
                for (const FundShare& share : fund.contributions)
                    shares = shares + share.share;
                QCOMPARE(shares, fund.income.amount.isZero() ? Ratio(0) : Ratio(1));
            }
            QCOMPARE(funds, total.income.amount + total.aligned.amount);
            Money layers;
            for (const LayerTotal& layer : of(all.layers, total.year)) {
                layers += layer.allocated;
                Money areas;
                Money targets;
                for (const AreaTotal& area : of(all.areas, total.year))
                    if (area.layer == layer.layer) {
                        areas += area.allocated;
                        targets += area.target.value_or(Money());
                    }
                QCOMPARE(areas, layer.allocated);
                if (!targets.isZero())
                    QCOMPARE(targets, layer.allocated);
            }
            QCOMPARE(layers, total.split);
        }
    }
}

void TestEvaluation::orderOfRowsChangesNoTotal()
{
    const auto figures = [](const Evaluation& all) {
        QStringList rows;
        for (const YearTotal& total : all.years)
            rows.append(total.year + shown(total.income) + shown(total.spend) + shown(total.aligned) +
                        formatAmount(total.notSplit));
        for (const SourceTotal& total : all.sources)
            rows.append(total.year + total.source + shown(total.income) + shown(total.spend));
        for (const FundTotal& total : all.funds)
            rows.append(total.year + total.fund.text() + shown(total.income) + shown(total.spend));
        for (const SchemeTotal& total : all.schemes)
            rows.append(total.year + total.scheme.text() + shown(total.spend) + formatAmount(total.notSplit));
        for (const AreaTotal& total : all.areas)
            rows.append(total.year + total.area.text() + formatAmount(total.allocated) +
                        formatAmount(total.assumed) + shown(total.target) + shown(total.perHead) +
                        shown(total.perWeightedHead));
        rows.sort();
        return rows;
    };
    for (quint64 seed = 400; seed < 420; ++seed) {
        Seeded seeded(seed);
        const Plan plan = randomPlan(seeded, 8);
        QCOMPARE(figures(evaluate(shuffled(plan, seeded), {})), figures(evaluate(plan, {})));
    }
}

void TestEvaluation::tooLargeIsASentence()
{
    const Money huge = Money::fromPence(std::numeric_limits<qint64>::max());
    ExamplePlan plan = example();
    plan.set(u"line", u"x"_s, {{u"amount 2026-27"_s, Value(huge)}});
    QVERIFY_EXCEPTION_THROWN(evaluate(plan.plan(), {}), ArithmeticError);
    const Result<Evaluation> tried = tryEvaluate(plan.plan(), {});
    QVERIFY(!tried.ok());
    QCOMPARE(
        tried.error().text,
        u"A sum in this plan is too large to be worked out exactly. Look for an amount far too large, and mend it."_s);
    QVERIFY(tryEvaluate(example().plan(), {}).ok());
}

void TestEvaluation::emptyPlan()
{
    const Evaluation all = evaluate(Plan(), {});
    QVERIFY(all.years.isEmpty() && all.areas.isEmpty() && all.ledger.rows.isEmpty() &&
            all.findings.isEmpty());
    const Evaluation bare = evaluate(ExamplePlan().add(u"year", year).plan(), {});
    QCOMPARE(bare.years.size(), 1);
    QVERIFY(bare.sources.isEmpty() && bare.funds.isEmpty() && bare.years.first().spend.amount.isZero());
}

QTEST_APPLESS_MAIN(TestEvaluation)
#include "test_evaluation.moc"
