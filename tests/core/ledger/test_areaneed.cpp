// People and need of areas, typed or out of GP practices. Sums by hand.
#include "core/ledger/areaneed.h"
#include "tests/support/exampleplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

Practice practice(const QString& code, const char16_t* population, const char16_t* overall,
                  const char16_t* community = nullptr)
{
    Practice practice;
    practice.code = code;
    practice.population = *People::parse(population);
    practice.weighted[static_cast<size_t>(NeedMeasure::Overall)] = *People::parse(overall);
    if (community)
        practice.weighted[static_cast<size_t>(NeedMeasure::Community)] = *People::parse(community);
    return practice;
}

NeedTables tables()
{
    const QList<Practice> practices{practice(u"P1"_s, u"1000", u"1200", u"900"),
                                    practice(u"P2"_s, u"500", u"400"),
                                    practice(u"P3"_s, u"0.000000003", u"0.000000001")};
    NeedTables tables;
    tables.practices.insert(u"hash"_s, std::make_shared<const PracticeTable>(practices));
    return tables;
}

// P1 half in each of a and b, P2 whole in a, and a practice in b that no dataset knows.
ExamplePlan example()
{
    ExamplePlan plan;
    plan.add(u"needDataset", u"d"_s, {{u"hash"_s, text(u"hash"_s)}})
        .add(u"layer", u"l"_s,
             {{u"needDataset"_s, ref(u"d"_s)}, {u"measureName"_s, text(u"Our own index"_s)}})
        .add(u"area", u"a"_s, {{u"layer"_s, ref(u"l"_s)}})
        .add(u"area", u"b"_s, {{u"layer"_s, ref(u"l"_s)}});
    int next = 0;
    const auto member = [&](const char16_t* area, const char16_t* code, const Value& share = {}) {
        plan.add(u"practice", u"m%1"_s.arg(next++),
                 {{u"area"_s, ref(QString::fromUtf16(area))},
                  {u"practice"_s, text(QString::fromUtf16(code))},
                  {u"share"_s, share}});
    };
    member(u"a", u"P1", percent(u"50"));
    member(u"a", u"P2");
    member(u"b", u"P1", percent(u"50.0"));
    member(u"b", u"ZZ");
    return plan;
}

QString shown(const std::optional<People>& people)
{
    return people ? people->text() : u"unknown"_s;
}

QString shown(const LayerNeed& need)
{
    QStringList areas;
    for (const AreaNeed& area : need.areas)
        areas.append(shown(area.population) + u'/' + shown(area.weighted));
    return areas.join(u' ') + (need.complete ? u" complete"_s : u" incomplete"_s);
}

} // namespace

class TestAreaNeed : public QObject
{
    Q_OBJECT

private slots:
    void sumsOfPractices();
    void measureThatAPracticeLacks();
    void typedGoesBefore();
    void typedLayer();
    void areaOfStrangers();
    void sharesAreSettledHalfToEven();
    void emptyLayers();
};

void TestAreaNeed::sumsOfPractices()
{
    const LayerNeed need = layerNeeds(example().plan(), tables()).first();
    QVERIFY(!need.typed);
    QCOMPARE(need.measure, std::optional(NeedMeasure::Overall)); // none chosen
    QCOMPARE(need.measureName, u"Overall need"_s);
    QCOMPARE(shown(need), u"1000/1000 500/600 complete"_s); // 500+500 / 600+400, 500 / 600
    QCOMPARE(need.areas.at(0).practices, 2);
    QCOMPARE(need.areas.at(1).practices, 1);
    QCOMPARE(need.areas.at(1).unmatched, QStringList{u"ZZ"_s});
    QCOMPARE(need.population.text(), u"1500"_s);
    QCOMPARE(need.weighted.text(), u"1600"_s);
}

void TestAreaNeed::measureThatAPracticeLacks()
{
    const Plan plan = example().set(u"layer", u"l"_s, {{u"needMeasure"_s, text(u"community"_s)}}).plan();
    const LayerNeed need = layerNeeds(plan, tables()).first();
    QCOMPARE(need.measureName, u"Community services"_s);
    QCOMPARE(shown(need), u"1000/unknown 500/450 incomplete"_s); // P2 has no community figure
    QCOMPARE(need.population.text(), u"500"_s);                  // of the areas that have both
    QCOMPARE(areaNeed(plan, 0, *tables().practices.value(u"hash"_s), NeedMeasure::Overall).weighted,
             People::fromWhole(1000));
}

void TestAreaNeed::typedGoesBefore()
{
    const Plan plan = example()
                          .set(u"area", u"a"_s, {{u"population"_s, people(u"1010")}})
                          .set(u"area", u"b"_s, {{u"weightedPopulation"_s, people(u"7.5")}})
                          .plan();
    QCOMPARE(shown(layerNeeds(plan, tables()).first()), u"1010/1000 500/7.5 complete"_s);
}

void TestAreaNeed::typedLayer()
{
    ExamplePlan plan = example().set(u"layer", u"l"_s, {{u"needDataset"_s, Value()}});
    LayerNeed need = layerNeeds(plan.plan(), tables()).first();
    QVERIFY(need.typed && !need.measure);
    QCOMPARE(need.measureName, u"Our own index"_s);
    QCOMPARE(shown(need), u"unknown/unknown unknown/unknown incomplete"_s);
    for (const QString& area : {u"a"_s, u"b"_s})
        plan.set(u"area", area, {{u"population"_s, people(u"10")}, {u"weightedPopulation"_s, people(u"0")}});
    QCOMPARE(shown(layerNeeds(plan.plan(), {}).first()),
             u"10/0 10/0 incomplete"_s); // no need at all weighs nothing
    plan.set(u"area", u"b"_s, {{u"weightedPopulation"_s, people(u"1")}});
    QCOMPARE(shown(layerNeeds(plan.plan(), {}).first()), u"10/0 10/1 complete"_s);
}

// No practice of the area is known: its people are unknown, not nobody.
void TestAreaNeed::areaOfStrangers()
{
    const Plan plan = example().set(u"practice", u"m2"_s, {{u"practice"_s, text(u"YY"_s)}}).plan();
    const LayerNeed need = layerNeeds(plan, tables()).first();
    QCOMPARE(shown(need), u"1000/1000 unknown/unknown incomplete"_s);
    QCOMPARE(need.areas.at(1).unmatched, (QStringList{u"YY"_s, u"ZZ"_s}));
}

// Half of 3e-9 person is 1.5e-9 and becomes 2e-9; half of 1e-9 is 0.5e-9 and becomes nothing.
void TestAreaNeed::sharesAreSettledHalfToEven()
{
    const Plan plan = example().set(u"practice", u"m2"_s, {{u"practice"_s, text(u"P3"_s)}}).plan();
    QCOMPARE(shown(layerNeeds(plan, tables()).first()), u"1000/1000 0.000000002/0 complete"_s);
    const Plan third =
        example().set(u"practice", u"m2"_s, {{u"share"_s, percent(u"33.333333333333")}}).plan();
    // 1000 and 1200 x 0.33333333333333
    QCOMPARE(shown(layerNeeds(third, tables()).first().areas.at(1).population), u"333.333333333"_s);
    QCOMPARE(shown(layerNeeds(third, tables()).first().areas.at(1).weighted), u"400"_s); // 399.999999999996
}

void TestAreaNeed::emptyLayers()
{
    const Plan plan = ExamplePlan().add(u"layer", u"l"_s).plan();
    const LayerNeed need = layerNeeds(plan, {}).first();
    QVERIFY(need.areas.isEmpty() && !need.complete);
    QVERIFY(layerNeeds(Plan(), {}).isEmpty());
}

QTEST_APPLESS_MAIN(TestAreaNeed)
#include "test_areaneed.moc"
