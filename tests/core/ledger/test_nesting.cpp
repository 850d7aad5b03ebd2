// How layers lie in each other, and how money of the finer one is summed in the coarser. All by hand.
#include "core/evaluate/needresults.h"
#include "core/ledger/nesting.h"
#include "tests/support/needexample.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString year = u"2026-27"_s;

// LSOAs L1 to L4, wards W1 = L1 + L2, W2 = L3, W3 = L4; district D1 = W1 + W2, D2 = W3.
NeedExample example()
{
    NeedExample one;
    one.plan.add(u"year", year).add(u"fund", u"pool"_s, {{u"kind"_s, text(u"pooled"_s)}});
    one.lookup(u"k"_s, {{codeSet::lsoa21, u"L1 L2 L3 L4"_s},
                        {codeSet::ward24, u"W1 W1 W2 W3"_s},
                        {codeSet::lad23, u"D1 D1 D1 D2"_s}});
    return one;
}

void layer(NeedExample& one, const QString& id, const QString& unitSet,
           const QList<std::pair<QString, QString>>& areas)
{
    one.plan.add(u"layer", id, {{u"unitSet"_s, text(unitSet)}, {u"name"_s, text(id)}});
    for (const auto& [area, units] : areas)
        one.area(id, area, units);
}

Nesting nesting(const NeedExample& one, const QString& child, const QString& parent)
{
    const Plan& plan = one.plan.plan();
    return nestingOf(plan, *plan.layers.find(Id(child)), *plan.layers.find(Id(parent)), one.shelf);
}

// "exact a>p b>p" or "crossing: b" or "unknown".
QString shown(const NeedExample& one, const QString& child, const QString& parent)
{
    const Nesting found = nesting(one, child, parent);
    const Plan& plan = one.plan.plan();
    QStringList pairs;
    for (auto area = found.parentOf.cbegin(); area != found.parentOf.cend(); ++area)
        pairs.append(plan.areas[area.key()].id.text() + u'>' + plan.areas[area.value()].id.text());
    pairs.sort();
    QStringList crossing;
    for (const qsizetype area : found.crossing)
        crossing.append(plan.areas[area].id.text());
    switch (found.kind) {
    case Nesting::Kind::Exact:
        return u"exact "_s + pairs.join(u' ');
    case Nesting::Kind::Crossing:
        return u"crossing: "_s + crossing.join(u' ');
    case Nesting::Kind::Unknown:
        break;
    }
    return u"unknown"_s;
}

// £`amount` to the area alone.
void spend(NeedExample& one, const QString& area, qint64 amount)
{
    one.plan
        .add(u"scheme", u"s-"_s + area,
             {{u"fund"_s, ref(u"pool"_s)}, {u"areaBasis"_s, text(u"area"_s)}, {u"basisArea"_s, ref(area)}})
        .add(u"line", u"line-"_s + area,
             {{u"scheme"_s, ref(u"s-"_s + area)}, {u"amount "_s + year, pounds(amount)}});
}

// "n 30.00, m 5.00" of one layer's areas, the sum, and the layers nested in it.
QString money(const NeedExample& one, const QString& layerId)
{
    const Evaluation all = evaluate(one.plan.plan(), one.shelf);
    QStringList shownAreas;
    for (const AreaTotal& area : all.areas)
        if (area.layer == Id(layerId))
            shownAreas.append(area.area.text() + u' ' + moneyToPlain(area.allocated));
    for (const LayerTotal& total : all.layers) {
        if (total.layer != Id(layerId))
            continue;
        QStringList nested;
        for (const Id& id : total.nested)
            nested.append(id.text());
        return shownAreas.join(u", "_s) + u" = "_s + moneyToPlain(total.allocated) +
               (nested.isEmpty() ? QString() : u" with "_s + nested.join(u' '));
    }
    return {};
}

} // namespace

class TestNesting : public QObject
{
    Q_OBJECT

private slots:
    void sameUnits();
    void crossing();
    void outside();
    void throughALookup();
    void unitsThatLieInSeveral();
    void sharedUnitsAreNoPartition();
    void practices();
    void unknown();
    void coverage();
    void parentsShowTheirChildrensMoney();
    void grandparentsCountMoneyOnce();
    void equalLayersDoNotFeedEachOther();
    void crossingLayersShareNoMoney();
};

void TestNesting::sameUnits()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1"_s}, {u"b"_s, u"L2"_s}, {u"c"_s, u"L3 L4"_s}});
    layer(one, u"coarse"_s, u"lsoa21"_s, {{u"p"_s, u"L1 L2"_s}, {u"q"_s, u"L3 L4"_s}});
    QCOMPARE(shown(one, u"fine"_s, u"coarse"_s), u"exact a>p b>p c>q"_s);
    QCOMPARE(shown(one, u"coarse"_s, u"fine"_s), u"crossing: p"_s);
}

void TestNesting::crossing()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1"_s}, {u"b"_s, u"L2 L3"_s}});
    layer(one, u"coarse"_s, u"lsoa21"_s, {{u"p"_s, u"L1 L2"_s}, {u"q"_s, u"L3 L4"_s}});
    QCOMPARE(shown(one, u"fine"_s, u"coarse"_s), u"crossing: b"_s);
}

void TestNesting::outside()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1 L2"_s}, {u"b"_s, u"L4"_s}});
    layer(one, u"coarse"_s, u"lsoa21"_s, {{u"p"_s, u"L1 L2 L3"_s}});
    QCOMPARE(shown(one, u"fine"_s, u"coarse"_s), u"crossing: b"_s);
}

// Neighbourhoods of LSOAs in districts that stand for themselves, and in localities of wards.
void TestNesting::throughALookup()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1"_s}, {u"b"_s, u"L2 L3"_s}, {u"c"_s, u"L4"_s}});
    layer(one, u"districts"_s, u"lad23"_s, {{u"D1"_s, {}}, {u"D2"_s, {}}});
    layer(one, u"localities"_s, u"ward24"_s, {{u"x"_s, u"W1"_s}, {u"y"_s, u"W2 W3"_s}});
    QCOMPARE(shown(one, u"fine"_s, u"districts"_s), u"exact a>D1 b>D1 c>D2"_s);
    QCOMPARE(shown(one, u"fine"_s, u"localities"_s), u"crossing: b"_s);
    QCOMPARE(shown(one, u"localities"_s, u"districts"_s), u"crossing: y"_s); // W2 in D1, W3 in D2
}

// L9 is listed in two wards: it lies whole in neither.
void TestNesting::unitsThatLieInSeveral()
{
    NeedExample one = example();
    one.lookup(u"k2"_s, {{codeSet::lsoa11, u"A1 A9 A9"_s}, {codeSet::ward24, u"W1 W1 W2"_s}});
    layer(one, u"fine"_s, u"lsoa11"_s, {{u"a"_s, u"A1"_s}, {u"b"_s, u"A9"_s}});
    layer(one, u"wards"_s, u"ward24"_s, {{u"W1"_s, {}}, {u"W2"_s, {}}});
    QCOMPARE(shown(one, u"fine"_s, u"wards"_s), u"crossing: b"_s);
}

void TestNesting::sharedUnitsAreNoPartition()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1 L2"_s}, {u"b"_s, u"L2 L3"_s}});
    layer(one, u"coarse"_s, u"lsoa21"_s, {{u"p"_s, u"L1 L2 L3"_s}});
    QVERIFY(!nesting(one, u"fine"_s, u"coarse"_s).nests());
}

void TestNesting::practices()
{
    NeedExample one = example();
    for (const QString& id : {u"pcns"_s, u"localities"_s})
        one.plan.add(u"layer", id);
    one.area(u"pcns"_s, u"a"_s)
        .area(u"pcns"_s, u"b"_s)
        .area(u"localities"_s, u"p"_s)
        .area(u"localities"_s, u"q"_s);
    int next = 0;
    const auto member = [&](const QString& area, const QString& practice, const Value& share = {}) {
        one.plan.add(u"practice", u"m%1"_s.arg(next++),
                     {{u"area"_s, ref(area)}, {u"practice"_s, text(practice)}, {u"share"_s, share}});
    };
    member(u"a"_s, u"P1"_s);
    member(u"b"_s, u"P2"_s);
    member(u"p"_s, u"P1"_s);
    member(u"q"_s, u"P2"_s);
    QCOMPARE(shown(one, u"pcns"_s, u"localities"_s), u"exact a>p b>q"_s);
    member(u"b"_s, u"P3"_s, percent(u"50")); // half of P3's people are b's, but p has all of it
    member(u"a"_s, u"P3"_s, percent(u"50"));
    member(u"p"_s, u"P3"_s);
    QCOMPARE(shown(one, u"pcns"_s, u"localities"_s), u"crossing: b"_s);
}

void TestNesting::unknown()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa11"_s, {{u"a"_s, u"A1"_s}}); // no lookup from the codes of 2011
    layer(one, u"coarse"_s, u"lsoa21"_s, {{u"p"_s, u"L1"_s}});
    layer(one, u"ours"_s, u"other"_s, {{u"o"_s, u"1"_s}});
    layer(one, u"theirs"_s, u"other"_s, {{u"t"_s, u"1"_s}}); // other codes have nothing in common
    one.plan.add(u"layer", u"typed"_s);
    one.area(u"typed"_s, u"z"_s);
    QCOMPARE(shown(one, u"fine"_s, u"coarse"_s), u"unknown"_s);
    QCOMPARE(shown(one, u"ours"_s, u"theirs"_s), u"unknown"_s);
    QCOMPARE(shown(one, u"typed"_s, u"coarse"_s), u"unknown"_s);
    QCOMPARE(shown(one, u"coarse"_s, u"typed"_s), u"unknown"_s);
}

// The layer touches D1 only: L3 of D1 is in no area, L4 of D2 is none of its business.
void TestNesting::coverage()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1"_s}, {u"b"_s, u"L2"_s}});
    const auto covered = [&] {
        return coverageOf(one.plan.plan(), *one.plan.plan().layers.find(Id(u"fine"_s)), one.shelf);
    };
    QCOMPARE(covered().uncovered, QStringList{u"L3"_s});
    QVERIFY(!covered().isPartition());
    one.plan.add(u"areaUnit", u"u3"_s, {{u"area"_s, ref(u"b"_s)}, {u"code"_s, text(u"L3"_s)}});
    QVERIFY(covered().isPartition());
    one.plan.add(u"areaUnit", u"u1"_s, {{u"area"_s, ref(u"b"_s)}, {u"code"_s, text(u"L1"_s)}});
    QCOMPARE(covered().shared, QStringList{u"L1"_s});
    QVERIFY(covered().uncovered.isEmpty() && !covered().isPartition());
}

void TestNesting::parentsShowTheirChildrensMoney()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1 L2"_s}, {u"b"_s, u"L3"_s}, {u"c"_s, u"L4"_s}});
    layer(one, u"districts"_s, u"lad23"_s, {{u"D1"_s, {}}, {u"D2"_s, {}}});
    spend(one, u"a"_s, 10);
    spend(one, u"b"_s, 20);
    spend(one, u"c"_s, 5);
    spend(one, u"D2"_s, 1);                                                 // split by district itself
    QCOMPARE(money(one, u"fine"_s), u"a 10.00, b 20.00, c 5.00 = 35.00"_s); // nothing comes down
    QCOMPARE(money(one, u"districts"_s), u"D1 30.00, D2 6.00 = 36.00 with fine"_s);
    // and so by service: here money of none
    const Evaluation all = evaluate(one.plan.plan(), one.shelf);
    const QList<ServiceTotal> services = serviceTotals(one.plan.plan(), all, Id(u"districts"_s), year);
    QCOMPARE(services.size(), 1);
    QCOMPARE(moneyToPlain(services.first().allocated), u"36.00"_s);
    QCOMPARE(moneyToPlain(services.first().areas.at(0).allocated), u"30.00"_s);
    QCOMPARE(moneyToPlain(services.first().areas.at(1).allocated), u"6.00"_s);
}

// LSOAs in wards in a district: the district's sum has the LSOAs' money once, though both layers nest in it.
void TestNesting::grandparentsCountMoneyOnce()
{
    NeedExample one = example();
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"L1"_s, {}}, {u"L2"_s, {}}, {u"L3"_s, {}}});
    layer(one, u"wards"_s, u"ward24"_s, {{u"W1"_s, {}}, {u"W2"_s, {}}});
    layer(one, u"districts"_s, u"lad23"_s, {{u"D1"_s, {}}});
    spend(one, u"L1"_s, 10);
    spend(one, u"L3"_s, 20);
    spend(one, u"W1"_s, 3);
    QCOMPARE(money(one, u"wards"_s), u"W1 13.00, W2 20.00 = 33.00 with fine"_s);
    QCOMPARE(money(one, u"districts"_s), u"D1 33.00 = 33.00 with fine wards"_s);
}

void TestNesting::equalLayersDoNotFeedEachOther()
{
    NeedExample one = example();
    layer(one, u"one"_s, u"lsoa21"_s, {{u"a"_s, u"L1 L2"_s}, {u"b"_s, u"L3"_s}});
    layer(one, u"two"_s, u"lsoa21"_s, {{u"x"_s, u"L1 L2"_s}, {u"y"_s, u"L3"_s}});
    spend(one, u"a"_s, 10);
    spend(one, u"y"_s, 1);
    QCOMPARE(money(one, u"one"_s), u"a 10.00, b 0.00 = 10.00"_s);
    QCOMPARE(money(one, u"two"_s), u"x 0.00, y 1.00 = 1.00"_s);
}

// Layers that cross: need over both, money only where it was split.
void TestNesting::crossingLayersShareNoMoney()
{
    NeedExample one = example();
    one.table(u"people"_s, codeSet::lsoa21, u"L1 L2 L3 L4"_s,
              {{u"people.all"_s, FigureKind::Count, u"1 2 4 8"_s}});
    layer(one, u"fine"_s, u"lsoa21"_s, {{u"a"_s, u"L1"_s}, {u"b"_s, u"L2 L3"_s}});
    layer(one, u"coarse"_s, u"lsoa21"_s, {{u"p"_s, u"L1 L2"_s}, {u"q"_s, u"L3 L4"_s}});
    one.plan.set(u"layer", u"coarse"_s,
                 {{u"populationDataset"_s, ref(u"people"_s)},
                  {u"populationMeasure"_s, text(u"people.all"_s)},
                  {u"needDataset"_s, ref(u"people"_s)},
                  {u"needMeasure"_s, text(u"people.all"_s)}});
    spend(one, u"a"_s, 10);
    QCOMPARE(money(one, u"coarse"_s), u"p 0.00, q 0.00 = 0.00"_s);
    const Evaluation all = evaluate(one.plan.plan(), one.shelf);
    QCOMPARE(all.areas.last().weighted->text(), u"12"_s); // q: 4 + 8
    QCOMPARE(all.areas.last().needShare, std::optional(Ratio(12, 15)));
}

QTEST_APPLESS_MAIN(TestNesting)
#include "test_nesting.moc"
