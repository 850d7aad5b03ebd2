// What stands for need of each service, and the money it weighs. Shares and pence are worked by hand.
#include "core/evaluate/evaluation.h"
#include "core/ledger/ledger.h"
#include "core/ledger/servicemeasures.h"
#include "core/place/service.h"
#include "tests/support/needexample.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;
using State = ServiceMeasure::State;

namespace {

// 400 and 600 people with equal typed need; measures m (1 : 9) and k (8 : 2), signed scores s, and zeros.
NeedExample example()
{
    NeedExample one;
    one.plan.add(u"year", u"2026-27"_s)
        .add(u"layer", u"l"_s, {{u"unitSet"_s, text(u"lad23"_s)}, {u"measureName"_s, text(u"Our index"_s)}});
    one.area(u"l"_s, u"X1"_s).area(u"l"_s, u"X2"_s);
    one.plan
        .set(u"area", u"X1"_s, {{u"population"_s, people(u"400")}, {u"weightedPopulation"_s, people(u"500")}})
        .set(u"area", u"X2"_s,
             {{u"population"_s, people(u"600")}, {u"weightedPopulation"_s, people(u"500")}});
    one.table(u"d"_s, codeSet::lad23, u"X1 X2"_s,
              {{u"m"_s, FigureKind::Count, u"10 90"_s},
               {u"k"_s, FigureKind::Count, u"8 2"_s},
               {u"zero"_s, FigureKind::Count, u"0 0"_s},
               {u"s"_s, FigureKind::Score, u"1 -1"_s}});
    return one;
}

void component(NeedExample& one, const QString& service, const QString& dataset, const QString& measure,
               const Value& weight)
{
    one.plan.add(u"needComponent", service + u'-' + measure,
                 {{u"serviceNeed"_s, ref(service)},
                  {u"dataset"_s, ref(dataset)},
                  {u"measure"_s, text(measure)},
                  {u"weight"_s, weight}});
}

// A mix of m 60 and k 40 for the service: X1 0.6 x 0.1 + 0.4 x 0.8 = 0.38, X2 0.62.
NeedExample mixFor(const QString& service, bool agreed, const char16_t* m = u"60", const char16_t* k = u"40")
{
    NeedExample one = example();
    one.plan.add(u"serviceNeed", service,
                 {{u"service"_s, text(service)}, {u"agreed"_s, Value::flag(agreed)}});
    component(one, service, u"d"_s, u"m"_s, percent(m));
    component(one, service, u"d"_s, u"k"_s, percent(k));
    return one;
}

ServiceMeasure measureOf(const NeedExample& one, QLatin1StringView service)
{
    return *layerNeeds(one.plan.plan(), one.shelf).first().measureOf(QString(service));
}

QString shown(const ServiceMeasure& measure)
{
    QStringList weights;
    for (const People& weight : measure.weights)
        weights.append(weight.text());
    return weights.join(u' ');
}

void spend(NeedExample& one, const QString& scheme, const QString& areaOfSpend, const QString& service = {})
{
    if (!one.plan.plan().funds.find(Id(u"f"_s)))
        one.plan.add(u"fund", u"f"_s, {{u"kind"_s, text(u"pooled"_s)}});
    one.plan
        .add(u"scheme", scheme,
             {{u"fund"_s, ref(u"f"_s)},
              {u"layer"_s, ref(u"l"_s)},
              {u"areaBasis"_s, text(u"need"_s)},
              {u"service"_s, text(service)}})
        .add(u"line", u"line-"_s + scheme,
             {{u"scheme"_s, ref(scheme)},
              {u"areaOfSpend"_s, text(areaOfSpend)},
              {u"amount 2026-27"_s, pounds(1000, 1)}});
}

// "380.00 620.01" for each scheme.
QStringList split(const NeedExample& one)
{
    QStringList all;
    const Evaluation evaluation = evaluate(one.plan.plan(), one.shelf);
    for (const SchemeTotal& scheme : evaluation.schemes) {
        QString row = scheme.scheme.text();
        for (const SchemeArea& area : scheme.areas)
            row += u' ' + moneyToPlain(area.amount);
        all.append(row);
    }
    return all;
}

} // namespace

class TestServiceMeasures : public QObject
{
    Q_OBJECT

private slots:
    void swingWeights();
    void oneWeightMoved();
    void states();
    void unusable_data();
    void unusable();
    void layersOwnNeed();
    void agreedMixSplitsMoney();
    void schemeNamesTheService();
    void preventionIsNoAreaOfSpend();
    void everyServiceStands();
};

void TestServiceMeasures::swingWeights()
{
    const ServiceMeasure measure = measureOf(mixFor(u"community"_s, true), service::community);
    QCOMPARE(shown(measure), u"380 620"_s); // of 1,000 people
    QCOMPARE(measure.measureName, u"m (Dataset d) 60%, k (Dataset d) 40%"_s);
    QVERIFY(!measure.estimated && !measure.problem);
    // weights are scaled to one: 3 and 2 are the same mix; none typed are equal: (0.1 + 0.8) / 2
    QCOMPARE(shown(measureOf(mixFor(u"community"_s, true, u"3", u"2"), service::community)), u"380 620"_s);
    NeedExample equal = mixFor(u"community"_s, true);
    equal.plan.set(u"needComponent", u"community-m"_s, {{u"weight"_s, Value()}})
        .set(u"needComponent", u"community-k"_s, {{u"weight"_s, Value()}});
    QCOMPARE(shown(measureOf(equal, service::community)), u"450 550"_s);
    // a weight of zero takes its measure out; thirds are settled to 1e-9
    QCOMPARE(shown(measureOf(mixFor(u"community"_s, true, u"60", u"0"), service::community)), u"100 900"_s);
    QCOMPARE(shown(measureOf(mixFor(u"community"_s, true, u"1", u"2"), service::community)),
             u"566.666666667 433.333333333"_s);
}

// What a slider shows while it is dragged, without a change of the plan.
void TestServiceMeasures::oneWeightMoved()
{
    const NeedExample one = mixFor(u"community"_s, true);
    const Plan& plan = one.plan.plan();
    const LayerNeed need = layerNeeds(plan, one.shelf).first();
    const LayerFigures figures(plan, plan.layers[0], one.shelf);
    const ServiceMeasure moved =
        serviceMeasure(plan, figures, need, plan.serviceNeeds[0], {Ratio(1), Ratio(3)});
    QCOMPARE(shown(moved), u"625 375"_s); // 0.25 x 0.1 + 0.75 x 0.8
}

void TestServiceMeasures::states()
{
    QCOMPARE(measureOf(mixFor(u"community"_s, true), service::community).state, State::Agreed);
    const ServiceMeasure proposed = measureOf(mixFor(u"community"_s, false), service::community);
    QCOMPARE(proposed.state, State::Proposed);
    QVERIFY(!proposed.counts());
    QCOMPARE(shown(proposed), u"380 620"_s); // shown, but weighs no money
    NeedExample none = example();
    QCOMPARE(measureOf(none, service::community).state, State::NoMeasure);
    none.plan.add(u"serviceNeed", u"c"_s,
                  {{u"service"_s, text(u"community"_s)}, {u"agreed"_s, Value::flag(true)}});
    const ServiceMeasure empty = measureOf(none, service::community);
    QCOMPARE(empty.state, State::NoMeasure); // agreed, but on nothing
    QVERIFY(!empty.counts() && empty.weights.isEmpty());
}

void TestServiceMeasures::unusable_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("measure");
    QTest::addColumn<QString>("weight");
    QTest::addColumn<int>("fault");
    using Fault = AreaFigures::Fault;
    QTest::newRow("measure gone") << u"d"_s << u"gone"_s << u"1"_s << int(Fault::NoMeasure);
    QTest::newRow("score without people") << u"d"_s << u"s"_s << u"1"_s << int(Fault::NoPeople);
    QTest::newRow("zeros") << u"d"_s << u"zero"_s << u"1"_s << int(Fault::Incomplete);
    QTest::newRow("weight below zero") << u"d"_s << u"k"_s << u"-1"_s << int(Fault::NoMeasure);
    QTest::newRow("no weight at all") << u"d"_s << u"k"_s << u"0"_s << int(Fault::NoMeasure);
}

void TestServiceMeasures::unusable()
{
    QFETCH(QString, dataset);
    QFETCH(QString, measure);
    QFETCH(QString, weight);
    QFETCH(int, fault);
    NeedExample one = example();
    one.plan.add(u"serviceNeed", u"c"_s,
                 {{u"service"_s, text(u"community"_s)}, {u"agreed"_s, Value::flag(true)}});
    component(one, u"c"_s, dataset, measure, percent(weight));
    const ServiceMeasure made = measureOf(one, service::community);
    QCOMPARE(made.state, State::Unusable);
    QCOMPARE(int(made.problem.fault), fault);
    QVERIFY(made.weights.isEmpty() && !made.counts());
    spend(one, u"s"_s, u"Community Health"_s); // falls back on the layer's own need, equal halves
    QCOMPARE(split(one), QStringList{u"s 500.01 500.00"_s});
}

// A component without a dataset is the layer's own need: equal here. 0.5 x 0.5 + 0.5 x 0.8.
void TestServiceMeasures::layersOwnNeed()
{
    NeedExample one = example();
    one.plan.add(u"serviceNeed", u"c"_s, {{u"service"_s, text(u"socialCare"_s)}});
    component(one, u"c"_s, {}, {}, percent(u"1"));
    component(one, u"c"_s, u"d"_s, u"k"_s, percent(u"1"));
    const ServiceMeasure measure = measureOf(one, service::socialCare);
    QCOMPARE(shown(measure), u"650 350"_s);
    QCOMPARE(measure.measureName, u"Our index 50%, k (Dataset d) 50%"_s);
    one.plan.set(u"area", u"X2"_s, {{u"weightedPopulation"_s, Value()}});
    QCOMPARE(measureOf(one, service::socialCare).state, State::Unusable);
}

// 1,000.01 x 0.38 = 380.0038 and 620.0062: the odd penny to the larger remainder. Equal need: 500.005 each, to the lower code.
void TestServiceMeasures::agreedMixSplitsMoney()
{
    NeedExample one = mixFor(u"community"_s, true);
    spend(one, u"s1"_s, u"Community Health"_s);
    spend(one, u"s2"_s, u"Mental Health"_s);
    spend(one, u"s3"_s, u"Continuing Care"_s); // of no service
    QCOMPARE(split(one), (QStringList{u"s1 380.00 620.01"_s, u"s2 500.01 500.00"_s, u"s3 500.01 500.00"_s}));
    one.plan.set(u"serviceNeed", u"community"_s, {{u"agreed"_s, Value::flag(false)}});
    QCOMPARE(split(one).first(), u"s1 500.01 500.00"_s);
}

void TestServiceMeasures::schemeNamesTheService()
{
    NeedExample one = mixFor(u"community"_s, true);
    spend(one, u"s1"_s, u"Community Health"_s, u"mentalHealth"_s);
    spend(one, u"s2"_s, u"Mental Health"_s, u"community"_s);
    QCOMPARE(split(one), (QStringList{u"s1 500.01 500.00"_s, u"s2 380.00 620.01"_s}));
}

void TestServiceMeasures::preventionIsNoAreaOfSpend()
{
    for (const char16_t* area : {u"Acute", u"Mental Health", u"Community Health", u"Continuing Care",
                                 u"Primary Care", u"Social Care", u"Other", u"Prevention"})
        QVERIFY(serviceOfAreaOfSpend(area) != service::prevention);
    NeedExample one = mixFor(u"prevention"_s, true);
    spend(one, u"s1"_s, u"Community Health"_s);
    spend(one, u"s2"_s, u"Community Health"_s, u"prevention"_s);
    QCOMPARE(split(one), (QStringList{u"s1 500.01 500.00"_s, u"s2 380.00 620.01"_s}));
}

void TestServiceMeasures::everyServiceStands()
{
    const LayerNeed need = layerNeeds(example().plan.plan(), example().shelf).first();
    QStringList services;
    for (const ServiceMeasure& measure : need.services)
        services.append(measure.service);
    QCOMPARE(services, (QStringList{u"community"_s, u"mentalHealth"_s, u"primaryCare"_s, u"socialCare"_s,
                                    u"prevention"_s, u"acute"_s}));
    QVERIFY(!need.measureOf(u""));
}

QTEST_APPLESS_MAIN(TestServiceMeasures)
#include "test_servicemeasures.moc"
