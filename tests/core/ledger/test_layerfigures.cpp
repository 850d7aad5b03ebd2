// Figures of datasets over the areas of a layer. Every expected figure is worked by hand from the few rows beside it.
#include "core/ledger/areaneed.h"
#include "core/ledger/layerfigures.h"
#include "tests/support/needexample.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;
using Fault = AreaFigures::Fault;

namespace {

const QString layerId = u"l"_s;

// Areas a (L1, L2) and b (L3); 100, 200 and 300 people; L9 lies in no area.
NeedExample example()
{
    NeedExample example;
    example.plan.add(u"layer", layerId, {{u"unitSet"_s, text(u"lsoa21"_s)}});
    example.area(layerId, u"a"_s, u"L1 L2"_s).area(layerId, u"b"_s, u"L3"_s);
    example.table(u"people"_s, codeSet::lsoa21, u"L1 L2 L3 L9"_s,
                  {{u"people.all"_s, FigureKind::Count, u"100 200 300 5"_s},
                   {u"people.65+"_s, FigureKind::Count, u"40 10 60 1"_s}});
    example.plan.set(
        u"layer", layerId,
        {{u"populationDataset"_s, ref(u"people"_s)}, {u"populationMeasure"_s, text(u"people.all"_s)}});
    return example;
}

// Areas of one unit each, of the set `units`.
NeedExample oneUnitEach(const QString& units, const QStringList& areas)
{
    NeedExample example;
    example.plan.add(u"layer", layerId, {{u"unitSet"_s, text(units)}});
    for (const QString& area : areas)
        example.area(layerId, area);
    return example;
}

QString decimal(const std::optional<qint64>& units)
{
    return units ? decimalText(Ratio(*units, figureUnits), 9, Rounding::HalfToEven) : u"none"_s;
}

QString plain(QString number)
{
    while (number.contains(u'.') && (number.endsWith(u'0') || number.endsWith(u'.')))
        number.chop(1);
    return number;
}

QString faultName(Fault fault)
{
    const char* const names[] = {"",          "no dataset", "no measure", "not for this", "no route",
                                 "no people", "incomplete", "negative",   "reversed"};
    return QString::fromLatin1(names[static_cast<int>(fault)]);
}

LayerFigures figuresOf(const Plan& plan, const NeedTables& tables)
{
    return {plan, *plan.layers.find(Id(layerId)), tables};
}

// "a 300, b 300" by the areas' names, or the fault.
QString sums(const Plan& plan, const NeedTables& tables, const QString& dataset, const QString& measure,
             FigureUse use = FigureUse::ToWeigh)
{
    const LayerFigures figures = figuresOf(plan, tables);
    const auto found = figures.figures(Id(dataset), measure, use);
    if (found->fault != Fault::None)
        return faultName(found->fault);
    QStringList shown;
    for (qsizetype slot = 0; slot < found->areas.size(); ++slot)
        shown.append(plan.areas[figures.areas()[slot]].name + u' ' + plain(decimal(found->areas[slot].sum)));
    shown.sort();
    return shown.join(u", "_s);
}

QString sums(const NeedExample& example, const QString& dataset, const QString& measure,
             FigureUse use = FigureUse::ToWeigh)
{
    return sums(example.plan.plan(), example.shelf, dataset, measure, use);
}

// Weights that may split money, or "negative: a, b".
QString weights(const NeedExample& example, const QString& dataset, const QString& measure)
{
    const LayerFigures figures = figuresOf(example.plan.plan(), example.shelf);
    const AreaWeights found = figures.weights(Id(dataset), measure);
    if (found.problem)
        return faultName(found.problem.fault) + u": "_s + found.problem.areas.join(u", "_s);
    QStringList shown;
    for (const People& weight : found.weights)
        shown.append(weight.text());
    return shown.join(u' ') + (found.estimated ? u" estimated"_s : QString());
}

std::shared_ptr<const AreaFigures> found(const NeedExample& example, const QString& dataset,
                                         const QString& measure)
{
    return figuresOf(example.plan.plan(), example.shelf).figures(Id(dataset), measure, FigureUse::ToWeigh);
}

} // namespace

class TestLayerFigures : public QObject
{
    Q_OBJECT

private slots:
    void sameSet();
    void oneLookup();
    void tableWithoutAPartOfAUnit();
    void ownCodeStays();
    void chainOfTwoLookups();
    void noRoute();
    void splitByPeople();
    void splitEquallyWithoutPeople();
    void splitOutOfTheLayer();
    void mergedCodes();
    void missingUnits();
    void unitInTwoAreas();
    void scoresWeighByPeople();
    void scoresWithoutPeople();
    void ranksAndTenthsOnlyOrder();
    void signedAndReversedRefuse();
    void absentDatasetOrMeasure();
    void practicesWithShares();
    void bases();
    void orderChangesNothing();
    void cacheFollowsUnits();
    void cacheFollowsThePeopleThatShareSplitCodes();
    void cacheFollowsThePeopleOfAScore();
    void fifths_data();
    void fifths();
};

void TestLayerFigures::sameSet()
{
    const NeedExample one = example();
    QCOMPARE(sums(one, u"people"_s, u"people.all"_s), u"a 300, b 300"_s); // 100 + 200; 300; L9 is in none
    QCOMPARE(sums(one, u"people"_s, u"people.65+"_s), u"a 50, b 60"_s);
    QCOMPARE(weights(one, u"people"_s, u"people.65+"_s), u"50 60"_s);
    const auto figures = found(one, u"people"_s, u"people.all"_s);
    QVERIFY(figures->split.isEmpty() && figures->merged.isEmpty() && figures->missing.isEmpty());
    QCOMPARE(figures->areas.at(0).rows, 2);
}

// Wards W1 = L1 + L2, W2 = L3: whole units, nothing estimated; W1 is made of two codes.
void TestLayerFigures::oneLookup()
{
    NeedExample one = oneUnitEach(u"ward24"_s, {u"W1"_s, u"W2"_s});
    one.table(u"d"_s, codeSet::lsoa21, u"L1 L2 L3 L4"_s, {{u"n"_s, FigureKind::Count, u"1 2 4 8"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa21, u"L1 L2 L3 L4"_s}, {codeSet::ward24, u"W1 W1 W2 -"_s}});
    QCOMPARE(sums(one, u"d"_s, u"n"_s), u"W1 3, W2 4"_s);
    const auto figures = found(one, u"d"_s, u"n"_s);
    QVERIFY(figures->split.isEmpty());
    QCOMPARE(figures->merged, QStringList{u"W1"_s});
}

// The table lacks L2, a part of W1: 1 is not the sum of W1, and weighs no money.
void TestLayerFigures::tableWithoutAPartOfAUnit()
{
    NeedExample one = oneUnitEach(u"ward24"_s, {u"W1"_s, u"W2"_s});
    one.table(u"d"_s, codeSet::lsoa21, u"L1 L3"_s, {{u"n"_s, FigureKind::Count, u"1 4"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa21, u"L1 L2 L3"_s}, {codeSet::ward24, u"W1 W1 W2"_s}});
    const auto figures = found(one, u"d"_s, u"n"_s);
    QCOMPARE(figures->areas[0].missing, 1);
    QCOMPARE(figures->areas[1].missing, 0);
    const LayerFigures layer(one.plan.plan(), one.plan.plan().layers[0], one.shelf);
    QCOMPARE(layer.weights(Id(u"d"_s), u"n"_s).problem.fault, AreaFigures::Fault::Incomplete);
}

// A district that another district is added to keeps its own people; a locality's own code is no ward.
void TestLayerFigures::ownCodeStays()
{
    NeedExample one;
    one.plan.add(u"layer", layerId, {{u"unitSet"_s, text(u"lad23"_s)}});
    one.area(layerId, u"E09000001"_s, u"E08000002"_s).area(layerId, u"X1"_s, u"E06000003"_s);
    one.table(u"d"_s, codeSet::lad23, u"E06000003 E08000002 E09000001"_s,
              {{u"n"_s, FigureKind::Count, u"4 2 1"_s}});
    const auto figures = found(one, u"d"_s, u"n"_s);
    QCOMPARE(figures->areas[0].sum, std::optional(3 * figureUnits));
    QCOMPARE(figures->areas[1].sum, std::optional(4 * figureUnits));
    QCOMPARE(figures->areas[1].missing, 0);
}

// LSOA 2011 to 2021 to district: A1 is split within D1, which changes nothing for D1.
void TestLayerFigures::chainOfTwoLookups()
{
    NeedExample one = oneUnitEach(u"lad23"_s, {u"D1"_s, u"D2"_s});
    one.table(u"d"_s, codeSet::lsoa11, u"A1 A2 A3"_s, {{u"n"_s, FigureKind::Count, u"10 20 40"_s}})
        .lookup(u"k1"_s, {{codeSet::lsoa11, u"A1 A1 A2 A3"_s}, {codeSet::lsoa21, u"L1 L2 L3 L4"_s}})
        .lookup(u"k2"_s, {{codeSet::lsoa21, u"L1 L2 L3 L4"_s}, {codeSet::lad23, u"D1 D1 D2 D2"_s}});
    QCOMPARE(sums(one, u"d"_s, u"n"_s), u"D1 10, D2 60"_s);
    QVERIFY(found(one, u"d"_s, u"n"_s)->split.isEmpty());
}

void TestLayerFigures::noRoute()
{
    NeedExample one = oneUnitEach(u"lad23"_s, {u"D1"_s});
    one.table(u"d"_s, codeSet::lsoa11, u"A1"_s, {{u"n"_s, FigureKind::Count, u"10"_s}})
        .lookup(u"k"_s,
                {{codeSet::lsoa21, u"A1"_s}, {codeSet::lad23, u"D1"_s}}); // of 2021: not the same code
    QCOMPARE(sums(one, u"d"_s, u"n"_s), u"no route"_s);
    QCOMPARE(weights(one, u"d"_s, u"n"_s), u"no route: "_s);
}

// A1 became L1 (area a, 100 people) and L3 (area b, 300 people): 80 goes 20 and 60. A2 stays whole in a.
void TestLayerFigures::splitByPeople()
{
    NeedExample one = example();
    one.table(u"old"_s, codeSet::lsoa11, u"A1 A2"_s, {{u"n"_s, FigureKind::Count, u"80 7"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa11, u"A1 A1 A2"_s}, {codeSet::lsoa21, u"L1 L3 L2"_s}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"a 27, b 60"_s);
    QCOMPARE(found(one, u"old"_s, u"n"_s)->split, QStringList{u"A1"_s});
    QCOMPARE(weights(one, u"old"_s, u"n"_s), u"27 60 estimated"_s);
}

// Nobody knows the people of the units: halves. A third of 1 is settled half to even to 1e-9.
void TestLayerFigures::splitEquallyWithoutPeople()
{
    NeedExample one = oneUnitEach(u"lsoa21"_s, {u"L1"_s, u"L2"_s, u"L3"_s});
    one.table(u"old"_s, codeSet::lsoa11, u"A1 A2"_s, {{u"n"_s, FigureKind::Count, u"80 1"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa11, u"A1 A1 A2 A2 A2"_s}, {codeSet::lsoa21, u"L1 L2 L1 L2 L3"_s}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"L1 40.333333333, L2 40.333333333, L3 0.333333333"_s);
    QCOMPARE(found(one, u"old"_s, u"n"_s)->merged, (QStringList{u"L1"_s, u"L2"_s}));
}

// Half of A1's people live in L9, outside the layer: that half counts nowhere.
void TestLayerFigures::splitOutOfTheLayer()
{
    NeedExample one = example();
    one.putTable(u"people"_s, codeSet::lsoa21, u"L1 L2 L3 L9"_s,
                 {{u"people.all"_s, FigureKind::Count, u"100 200 300 100"_s}});
    one.table(u"old"_s, codeSet::lsoa11, u"A1 A2 A3"_s, {{u"n"_s, FigureKind::Count, u"80 1 2"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa11, u"A1 A1 A2 A3"_s}, {codeSet::lsoa21, u"L1 L9 L2 L3"_s}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"a 41, b 2"_s); // 80/2 + 1; 2
}

void TestLayerFigures::mergedCodes()
{
    NeedExample one = example();
    one.table(u"old"_s, codeSet::lsoa11, u"A1 A2 A3 A4"_s, {{u"n"_s, FigureKind::Count, u"1 2 4 8"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa11, u"A1 A2 A3 A4"_s}, {codeSet::lsoa21, u"L1 L1 L2 L3"_s}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"a 7, b 8"_s);
    QCOMPARE(found(one, u"old"_s, u"n"_s)->merged, QStringList{u"L1"_s});
    QCOMPARE(weights(one, u"old"_s, u"n"_s), u"7 8"_s); // merging estimates nothing
}

// b has L4 too, which the table does not have: b's sum is of part of b, so it weighs nothing.
void TestLayerFigures::missingUnits()
{
    NeedExample one = example();
    one.plan.add(u"areaUnit", u"more"_s, {{u"area"_s, ref(u"b"_s)}, {u"code"_s, text(u"L4"_s)}});
    const auto figures = found(one, u"people"_s, u"people.all"_s);
    QCOMPARE(figures->missing, QStringList{u"L4"_s});
    QCOMPARE(figures->areas.at(0).missing, 0);
    QCOMPARE(figures->areas.at(1).missing, 1);
    QCOMPARE(weights(one, u"people"_s, u"people.all"_s), u"incomplete: b"_s);
    const LayerNeed need = layerNeeds(one.plan.plan(), one.shelf).first();
    QVERIFY(need.areas.at(0).population && !need.areas.at(1).population);
    QCOMPARE(need.populationProblem.fault, Fault::Incomplete);
    QCOMPARE(need.populationProblem.areas, QStringList{u"b"_s});

    one.table(u"blank"_s, codeSet::lsoa21, u"L1 L2 L3 L4"_s, {{u"n"_s, FigureKind::Count, u"1 ? 3 4"_s}});
    QCOMPARE(weights(one, u"blank"_s, u"n"_s), u"incomplete: a"_s); // a blank cell is missing, not zero
}

void TestLayerFigures::unitInTwoAreas()
{
    NeedExample one = example();
    one.plan.add(u"areaUnit", u"again"_s, {{u"area"_s, ref(u"b"_s)}, {u"code"_s, text(u"L2"_s)}});
    QCOMPARE(sums(one, u"people"_s, u"people.all"_s), u"a 100, b 300"_s);
    QCOMPARE(figuresOf(one.plan.plan(), one.shelf).units().shared, QStringList{u"L2"_s});
    QCOMPARE(layerNeeds(one.plan.plan(), one.shelf).first().sharedUnits, QStringList{u"L2"_s});
    // the same code twice in one area is not shared
    NeedExample twice = example();
    twice.plan.add(u"areaUnit", u"again"_s, {{u"area"_s, ref(u"a"_s)}, {u"code"_s, text(u"L2"_s)}});
    QCOMPARE(sums(twice, u"people"_s, u"people.all"_s), u"a 300, b 300"_s);
    QVERIFY(figuresOf(twice.plan.plan(), twice.shelf).units().shared.isEmpty());
}

// 100 x 10 + 200 x 40 = 9,000 over 300 people: a mean of 30, not 25. b: 300 x 2.5.
void TestLayerFigures::scoresWeighByPeople()
{
    NeedExample one = example();
    one.table(
        u"imd"_s, codeSet::lsoa21, u"L1 L2 L3 L9"_s,
        {{u"score"_s, FigureKind::Score, u"10 40 2.5 99"_s}, {u"rate"_s, FigureKind::Rate, u"1 1 2 3"_s}});
    QCOMPARE(weights(one, u"imd"_s, u"score"_s), u"9000 750"_s);
    QCOMPARE(weights(one, u"imd"_s, u"rate"_s), u"300 600"_s);
    const auto figures = found(one, u"imd"_s, u"score"_s);
    QCOMPARE(figures->mean(0), std::optional(Ratio(30)));
    QCOMPARE(figures->mean(1), std::optional(Ratio(5, 2)));
    one.plan.set(u"layer", layerId, {{u"populationMeasure"_s, text(u"people.65+"_s)}});
    QCOMPARE(weights(one, u"imd"_s, u"score"_s), u"800 150"_s); // 40 x 10 + 10 x 40; 60 x 2.5
}

// A score of other units than the people's has nobody to weigh it by.
void TestLayerFigures::scoresWithoutPeople()
{
    NeedExample one = example();
    one.table(u"imd"_s, codeSet::lsoa11, u"A1"_s, {{u"score"_s, FigureKind::Score, u"10"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa11, u"A1"_s}, {codeSet::lsoa21, u"L1"_s}});
    QCOMPARE(weights(one, u"imd"_s, u"score"_s), u"no people: "_s);
    // with people of those units in the plan, whatever the layer counts
    one.table(u"old"_s, codeSet::lsoa11, u"A1"_s, {{u"people.all"_s, FigureKind::Count, u"50"_s}});
    QCOMPARE(sums(one, u"imd"_s, u"score"_s), u"a 500, b none"_s);
}

void TestLayerFigures::ranksAndTenthsOnlyOrder()
{
    NeedExample one = example();
    one.table(u"imd"_s, codeSet::lsoa21, u"L1 L2 L3"_s,
              {{u"rank"_s, FigureKind::Rank, u"1 4 2"_s, Orientation::LowIsMore},
               {u"tenth"_s, FigureKind::Decile, u"1 10 5"_s, Orientation::LowIsMore}});
    for (const QString& measure : {u"rank"_s, u"tenth"_s}) {
        QCOMPARE(weights(one, u"imd"_s, measure), u"not for this: "_s);
        QCOMPARE(sums(one, u"imd"_s, measure), u"not for this"_s);
    }
    one.plan.set(u"layer", layerId,
                 {{u"deprivationDataset"_s, ref(u"imd"_s)}, {u"deprivationMeasure"_s, text(u"rank"_s)}});
    const LayerNeed need = layerNeeds(one.plan.plan(), one.shelf).first();
    // (100 x 1 + 200 x 4) / 300 = 3 and 2; a low rank is more deprived, so the sign turns
    QCOMPARE(need.areas.at(0).deprivation, std::optional(Ratio(-3)));
    QCOMPARE(need.areas.at(1).deprivation, std::optional(Ratio(-2)));
}

void TestLayerFigures::signedAndReversedRefuse()
{
    NeedExample one = example();
    one.table(u"d"_s, codeSet::lsoa21, u"L1 L2 L3"_s,
              {{u"signed"_s, FigureKind::Score, u"5 3 -0.5"_s},
               {u"reversed"_s, FigureKind::Score, u"5 3 1"_s, Orientation::LowIsMore},
               {u"count"_s, FigureKind::Count, u"5 3 1"_s, Orientation::LowIsMore},
               {u"unknown"_s, FigureKind::Score, u"5 3 1"_s, Orientation::Unknown}});
    QCOMPARE(weights(one, u"d"_s, u"signed"_s), u"negative: b"_s);
    QCOMPARE(weights(one, u"d"_s, u"reversed"_s), u"reversed: "_s);
    QCOMPARE(weights(one, u"d"_s, u"count"_s), u"8 1"_s);
    QCOMPARE(weights(one, u"d"_s, u"unknown"_s), u"1100 300"_s); // the person says that more is more need
    // a signed score orders areas all the same: (100 x 5 + 200 x 3) / 300
    one.plan.set(u"layer", layerId,
                 {{u"deprivationDataset"_s, ref(u"d"_s)}, {u"deprivationMeasure"_s, text(u"signed"_s)}});
    const LayerNeed need = layerNeeds(one.plan.plan(), one.shelf).first();
    QCOMPARE(need.areas.at(0).deprivation, std::optional(Ratio(11, 3)));
    QCOMPARE(need.areas.at(1).deprivation, std::optional(Ratio(-1, 2)));
}

void TestLayerFigures::absentDatasetOrMeasure()
{
    const NeedExample one = example();
    QCOMPARE(weights(one, u"nothing"_s, u"n"_s), u"no dataset: "_s);
    QCOMPARE(weights(one, u"people"_s, u"n"_s), u"no measure: "_s);
    QCOMPARE(weights(one, QString(), QString()), u"no dataset: "_s);
}

// P1 a quarter in a and three in b, P2 whole in b; scores of practices weigh by the people of a table of practices.
void TestLayerFigures::practicesWithShares()
{
    NeedExample one;
    one.plan.add(u"layer", layerId)
        .add(u"area", u"a"_s, {{u"layer"_s, ref(layerId)}, {u"name"_s, text(u"a"_s)}});
    one.plan.add(u"area", u"b"_s, {{u"layer"_s, ref(layerId)}, {u"name"_s, text(u"b"_s)}});
    const auto member = [&](const QString& id, const QString& area, const QString& practice,
                            const Value& share) {
        one.plan.add(u"practice", id,
                     {{u"area"_s, ref(area)}, {u"practice"_s, text(practice)}, {u"share"_s, share}});
    };
    member(u"m1"_s, u"a"_s, u"P1"_s, percent(u"25"));
    member(u"m2"_s, u"b"_s, u"P1"_s, percent(u"75"));
    member(u"m3"_s, u"b"_s, u"P2"_s, {});
    member(u"m4"_s, u"b"_s, u"P9"_s, {});
    one.table(
        u"gp"_s, codeSet::practice, u"P1 P2"_s,
        {{u"population"_s, FigureKind::Count, u"400 60"_s}, {u"score"_s, FigureKind::Score, u"20 10"_s}});
    QCOMPARE(sums(one, u"gp"_s, u"population"_s), u"a 100, b 360"_s);
    QCOMPARE(weights(one, u"gp"_s, u"score"_s), u"2000 6600"_s);              // 100 x 20; 300 x 20 + 60 x 10
    QCOMPARE(found(one, u"gp"_s, u"score"_s)->missing, QStringList{u"P9"_s}); // closed, or a stranger
}

void TestLayerFigures::bases()
{
    const auto base = [](const NeedExample& one) {
        return layerNeeds(one.plan.plan(), one.shelf).first().base;
    };
    NeedExample one = example();
    QCOMPARE(base(one), PopulationBase::Resident);
    one.plan.set(u"area", u"a"_s, {{u"population"_s, people(u"5")}});
    QCOMPARE(base(one), PopulationBase::Mixed);
    one.plan.set(u"area", u"b"_s, {{u"population"_s, people(u"5")}});
    QCOMPARE(base(one), PopulationBase::Typed);

    NeedExample practices;
    practices.plan.add(u"layer", layerId);
    practices.area(layerId, u"a"_s)
        .plan.add(u"practice", u"m"_s, {{u"area"_s, ref(u"a"_s)}, {u"practice"_s, text(u"P1"_s)}});
    practices.table(u"gp"_s, codeSet::practice, u"P1"_s, {{u"population"_s, FigureKind::Count, u"4"_s}});
    practices.plan.set(
        u"layer", layerId,
        {{u"populationDataset"_s, ref(u"gp"_s)}, {u"populationMeasure"_s, text(u"population"_s)}});
    QCOMPARE(base(practices), PopulationBase::Registered);
}

void TestLayerFigures::orderChangesNothing()
{
    const auto make = [](bool turned) {
        NeedExample one;
        one.plan.add(u"layer", layerId, {{u"unitSet"_s, text(u"ward24"_s)}});
        const auto tables = [&] {
            one.table(u"d"_s, codeSet::lsoa11, turned ? u"A3 A1 A2"_s : u"A1 A2 A3"_s,
                      {{u"n"_s, FigureKind::Count, turned ? u"40 10 20"_s : u"10 20 40"_s}});
        };
        const auto first = [&] {
            one.lookup(u"k1"_s, {{codeSet::lsoa11, turned ? u"A3 A2 A1 A1"_s : u"A1 A1 A2 A3"_s},
                                 {codeSet::lsoa21, turned ? u"L4 L3 L1 L2"_s : u"L2 L1 L3 L4"_s}});
        };
        const auto second = [&] {
            one.lookup(u"k2"_s, {{codeSet::ward24, turned ? u"W2 W2 W1 W2"_s : u"W1 W2 W2 W2"_s},
                                 {codeSet::lsoa21, turned ? u"L4 L3 L1 L2"_s : u"L1 L2 L3 L4"_s}});
        };
        turned ? second() : tables();
        first();
        turned ? tables() : second();
        turned ? one.area(layerId, u"b"_s, u"W2"_s).area(layerId, u"a"_s, u"W1"_s)
               : one.area(layerId, u"a"_s, u"W1"_s).area(layerId, u"b"_s, u"W2"_s);
        return one;
    };
    // A1 became L1 in W1 and L2 in W2: 5 and 5; A2 and A3 lie in W2
    QCOMPARE(sums(make(false), u"d"_s, u"n"_s), u"a 5, b 65"_s);
    QCOMPARE(sums(make(true), u"d"_s, u"n"_s), u"a 5, b 65"_s);
}

// L2 moves from a to b: the same tables and their cache must answer for the plan as it is.
void TestLayerFigures::cacheFollowsUnits()
{
    NeedExample one = example();
    const auto asked = [&] { return sums(one, u"people"_s, u"people.all"_s); };
    const QString before = asked();
    QCOMPARE(asked(), before);
    one.plan.set(u"areaUnit", u"a-L2"_s, {{u"area"_s, ref(u"b"_s)}});
    QCOMPARE(asked(), u"a 100, b 500"_s);
    NeedTables fresh = one.shelf;
    fresh.cache = std::make_shared<AreaFigureCache>();
    QCOMPARE(sums(one.plan.plan(), fresh, u"people"_s, u"people.all"_s), asked());
    one.plan.set(u"areaUnit", u"a-L2"_s, {{u"area"_s, ref(u"a"_s)}});
    QCOMPARE(asked(), before);
    one.plan.remove(u"areaUnit", u"b-L3"_s); // then b stands for the unit of its own code, which no row has
    QCOMPARE(asked(), u"a 300, b none"_s);
}

void TestLayerFigures::cacheFollowsThePeopleThatShareSplitCodes()
{
    NeedExample one = example();
    one.table(u"old"_s, codeSet::lsoa11, u"A1"_s, {{u"n"_s, FigureKind::Count, u"80"_s}})
        .lookup(u"k"_s, {{codeSet::lsoa11, u"A1 A1"_s}, {codeSet::lsoa21, u"L1 L3"_s}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"a 20, b 60"_s); // 100 and 300 people
    one.plan.set(u"layer", layerId, {{u"populationMeasure"_s, text(u"people.65+"_s)}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"a 32, b 48"_s); // 40 and 60
    one.plan.set(u"layer", layerId, {{u"populationDataset"_s, Value()}});
    QCOMPARE(sums(one, u"old"_s, u"n"_s), u"a 40, b 40"_s);
}

// A layer without people of its own takes those of the first dataset that counts the same units.
void TestLayerFigures::cacheFollowsThePeopleOfAScore()
{
    NeedExample one = example();
    one.plan.set(u"layer", layerId, {{u"populationDataset"_s, Value()}});
    one.table(u"imd"_s, codeSet::lsoa21, u"L1 L2 L3"_s, {{u"score"_s, FigureKind::Score, u"10 10 10"_s}});
    one.table(u"later"_s, codeSet::lsoa21, u"L1 L2 L3"_s, {{u"people.all"_s, FigureKind::Count, u"1 1 1"_s}});
    QCOMPARE(sums(one, u"imd"_s, u"score"_s), u"a 3000, b 3000"_s);
    one.plan.remove(u"needDataset", u"people"_s);
    QCOMPARE(sums(one, u"imd"_s, u"score"_s), u"a 20, b 10"_s);
}

void TestLayerFigures::fifths_data()
{
    QTest::addColumn<bool>("rank");
    QTest::addColumn<qint64>("figure"); // in 1e-9
    QTest::addColumn<int>("fifth");     // 0: none
    QTest::newRow("tenth 1") << false << figureUnits << 1;
    QTest::newRow("tenth 2") << false << 2 * figureUnits << 1;
    QTest::newRow("tenth 3") << false << 3 * figureUnits << 2;
    QTest::newRow("tenth 10") << false << 10 * figureUnits << 5;
    QTest::newRow("tenth 11") << false << 11 * figureUnits << 0;
    QTest::newRow("tenth 0") << false << qint64(0) << 0;
    QTest::newRow("half") << false << figureUnits / 2 << 0;
    // ranks among 33,755: fifths end at 6,751, 13,502 ... exactly
    QTest::newRow("rank 6751") << true << 6751 * figureUnits << 1;
    QTest::newRow("rank 6752") << true << 6752 * figureUnits << 2;
    QTest::newRow("rank 33755") << true << 33755 * figureUnits << 5;
    QTest::newRow("rank 33756") << true << 33756 * figureUnits << 0;
}

void TestLayerFigures::fifths()
{
    QFETCH(bool, rank);
    QFETCH(qint64, figure);
    QFETCH(int, fifth);
    QCOMPARE(fifthOf(rank ? FigureKind::Rank : FigureKind::Decile, figure, 33755).value_or(0), fifth);
    QVERIFY(!fifthOf(FigureKind::Score, figure, 33755));
}

QTEST_APPLESS_MAIN(TestLayerFigures)
#include "test_layerfigures.moc"
