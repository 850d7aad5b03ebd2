// People of population groups by area. The Calderbourne table is that of the sample's design; other sums are by hand.
#include "core/evaluate/needresults.h"
#include "core/ledger/grouppeople.h"
#include "tests/support/needexample.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;
using Fault = AreaFigures::Fault;

namespace {

struct Town
{
    const char* name;
    int people;
    const char* percents; // fifth 1 to 5
    const char* residents;
};

constexpr Town calderbourne[] = {
    {"Canalside", 33950, "71 21.5 6 1.5 0", "24105 7299 2037 509 0"},
    {"Eastfield", 38820, "61 27.5 8.6 2.3 0.6", "23680 10675 3339 893 233"},
    {"Old Town", 29640, "51 31.5 12.1 4.4 1", "15116 9337 3587 1304 296"},
    {"Northgate", 36100, "32.7 33.7 22.4 9 2.2", "11805 12166 8086 3249 794"},
    {"Millbrook", 33880, "23.6 27.7 30.5 13.8 4.4", "7996 9385 10333 4675 1491"},
    {"Westbeck", 31090, "17 24.4 29 21 8.6", "5285 7586 9016 6529 2674"},
    {"Castle Hill", 30510, "7.8 12.7 26 32.3 21.2", "2380 3875 7932 9855 6468"},
    {"Fairhaven", 33090, "4 7.3 15.7 35 38", "1324 2416 5195 11581 12574"},
    {"Upper Dale", 19320, "4.2 6.4 12.8 29.8 46.8", "811 1237 2473 5757 9042"},
};

void addFifths(ExamplePlan& plan)
{
    for (int fifth = 1; fifth <= 5; ++fifth)
        plan.add(u"populationGroup", u"f%1"_s.arg(fifth),
                 {{u"name"_s, text(u"Fifth %1"_s.arg(fifth))},
                  {u"kind"_s, text(u"deprivationFifth"_s)},
                  {u"fifth"_s, Value::count(fifth)}});
}

// Areas a and b of LSOAs L1, L2 and L3, L4 with 10, 20, 40 and 80 people.
NeedExample neighbourhoods()
{
    NeedExample one;
    one.plan.add(u"layer", u"l"_s, {{u"unitSet"_s, text(u"lsoa21"_s)}});
    one.area(u"l"_s, u"a"_s, u"L1 L2"_s).area(u"l"_s, u"b"_s, u"L3 L4"_s);
    one.table(u"people"_s, codeSet::lsoa21, u"L1 L2 L3 L4"_s,
              {{u"people.all"_s, FigureKind::Count, u"10 20 40 80"_s},
               {u"people.65+"_s, FigureKind::Count, u"1 2 4 8"_s}});
    one.table(u"imd"_s, codeSet::lsoa21, u"L1 L2 L3 L4"_s,
              {{u"tenth"_s, FigureKind::Decile, u"1 2 3 10"_s, Orientation::LowIsMore},
               {u"rank"_s, FigureKind::Rank, u"1 2 3 4"_s, Orientation::LowIsMore},
               {u"score"_s, FigureKind::Score, u"9 8 7 6"_s}});
    one.plan.set(
        u"layer", u"l"_s,
        {{u"populationDataset"_s, ref(u"people"_s)}, {u"populationMeasure"_s, text(u"people.all"_s)}});
    return one;
}

void addGroup(NeedExample& one, const QString& kind, const QString& dataset, const QString& measure,
              const Value& fifth = {})
{
    one.plan.add(u"populationGroup", u"g"_s,
                 {{u"kind"_s, text(kind)},
                  {u"dataset"_s, ref(dataset)},
                  {u"measure"_s, text(measure)},
                  {u"fifth"_s, fifth}});
}

// "30 0" or "30 unknown" and the fault.
QString shown(const GroupPeople& group)
{
    QStringList all;
    for (const std::optional<People>& people : group.people)
        all.append(people ? people->text() : u"unknown"_s);
    return all.join(u' ');
}

GroupPeople first(const NeedExample& one)
{
    return layerNeeds(one.plan.plan(), one.shelf).first().groups.first();
}

} // namespace

class TestGroupPeople : public QObject
{
    Q_OBJECT

private slots:
    void calderbourneFifths();
    void percentagesThatAreNoWhole();
    void equalRemainders();
    void typedPeopleAndShares();
    void typedGoesBeforeTheDataset();
    void tenthsGiveFifths();
    void ranksGiveFifths();
    void core20IsTheFirstFifth();
    void countsAreTakenAsTheyAre();
    void problems();
    void fifthsOrderAreasWithoutScores();
    void smallNumbers();
};

// All 45 cells: residents by largest remainder of the percentages.
void TestGroupPeople::calderbourneFifths()
{
    ExamplePlan plan;
    plan.add(u"layer", u"l"_s);
    addFifths(plan);
    for (const Town& town : calderbourne) {
        const QString id = QString::fromLatin1(town.name).remove(u' ');
        plan.add(u"area", id,
                 {{u"layer"_s, ref(u"l"_s)}, {u"population"_s, Value(People::fromWhole(town.people))}});
        const QStringList percents = QString::fromLatin1(town.percents).split(u' ');
        for (int fifth = 1; fifth <= 5; ++fifth)
            plan.set(u"populationGroup", u"f%1"_s.arg(fifth),
                     {{u"share "_s + id, percent(percents.at(fifth - 1))}});
    }
    const LayerNeed need = layerNeeds(plan.plan(), {}).first();
    QCOMPARE(need.groups.size(), 5);
    for (int slot = 0; slot < 9; ++slot) {
        QStringList residents;
        for (const GroupPeople& group : need.groups) {
            QVERIFY(group.typed && !group.problem);
            residents.append(group.people.at(slot)->text());
        }
        QCOMPARE(residents.join(u' '), QString::fromLatin1(calderbourne[slot].residents));
    }
}

// 99.9% of 1,000 in all: each percentage is rounded on its own, nobody is added to make a whole.
void TestGroupPeople::percentagesThatAreNoWhole()
{
    ExamplePlan plan;
    plan.add(u"layer", u"l"_s)
        .add(u"area", u"a"_s, {{u"layer"_s, ref(u"l"_s)}, {u"population"_s, people(u"1000")}});
    addFifths(plan);
    for (int fifth = 1; fifth <= 5; ++fifth)
        plan.set(u"populationGroup", u"f%1"_s.arg(fifth), {{u"share a"_s, percent(u"19.98")}}); // 199.8
    const LayerNeed need = layerNeeds(plan.plan(), {}).first();
    for (const GroupPeople& group : need.groups)
        QCOMPARE(shown(group), u"200"_s);
    // 20.04 + 4 x 19.99 = 100: 200.4 and 199.9 people, so 200 each and nobody over
    plan.set(u"populationGroup", u"f1"_s, {{u"share a"_s, percent(u"20.04")}});
    for (int fifth = 2; fifth <= 5; ++fifth)
        plan.set(u"populationGroup", u"f%1"_s.arg(fifth), {{u"share a"_s, percent(u"19.99")}});
    QStringList all;
    const LayerNeed whole = layerNeeds(plan.plan(), {}).first();
    for (const GroupPeople& group : whole.groups)
        all.append(shown(group));
    QCOMPARE(all.join(u' '), u"200 200 200 200 200"_s);
}

// Five times 20% of 101: equal remainders of 0.2, so the one person over goes to the most deprived fifth.
void TestGroupPeople::equalRemainders()
{
    ExamplePlan plan;
    plan.add(u"layer", u"l"_s)
        .add(u"area", u"a"_s, {{u"layer"_s, ref(u"l"_s)}, {u"population"_s, people(u"101")}});
    addFifths(plan);
    for (int fifth = 1; fifth <= 5; ++fifth)
        plan.set(u"populationGroup", u"f%1"_s.arg(fifth), {{u"share a"_s, percent(u"20")}});
    QStringList all;
    const LayerNeed need = layerNeeds(plan.plan(), {}).first();
    for (const GroupPeople& group : need.groups)
        all.append(shown(group));
    QCOMPARE(all.join(u' '), u"21 20 20 20 20"_s);
}

// 12.5% of 100 people is 12.5, half away from zero: 13.
void TestGroupPeople::typedPeopleAndShares()
{
    ExamplePlan plan;
    plan.add(u"layer", u"l"_s);
    for (const QString& area : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        plan.add(u"area", area, {{u"layer"_s, ref(u"l"_s)}, {u"population"_s, people(u"100")}});
    plan.set(u"area", u"d"_s, {{u"population"_s, Value()}});
    plan.add(u"populationGroup", u"g"_s,
             {{u"kind"_s, text(u"frailty"_s)},
              {u"people a"_s, people(u"7")},
              {u"share a"_s, percent(u"50")}, // people go before a share
              {u"share b"_s, percent(u"12.5")},
              {u"share d"_s, percent(u"50")}});
    const LayerNeed need = layerNeeds(plan.plan(), {}).first();
    QCOMPARE(shown(need.groups.first()), u"7 13 unknown unknown"_s);
    QVERIFY(need.groups.first().typed);
}

void TestGroupPeople::typedGoesBeforeTheDataset()
{
    NeedExample one = neighbourhoods();
    addGroup(one, u"aged65"_s, u"people"_s, u"people.65+"_s);
    QCOMPARE(shown(first(one)), u"3 12"_s);
    one.plan.set(u"populationGroup", u"g"_s, {{u"people b"_s, people(u"99")}});
    QCOMPARE(shown(first(one)), u"3 99"_s);
    QVERIFY(!first(one).typed);
}

// Tenths 1 and 2 are fifth 1, tenth 3 fifth 2, tenth 10 fifth 5.
void TestGroupPeople::tenthsGiveFifths()
{
    const QStringList expected{u"30 0"_s, u"0 40"_s, u"0 0"_s, u"0 0"_s, u"0 80"_s};
    for (int fifth = 1; fifth <= 5; ++fifth) {
        NeedExample one = neighbourhoods();
        addGroup(one, u"deprivationFifth"_s, u"imd"_s, u"tenth"_s, Value::count(fifth));
        QCOMPARE(shown(first(one)), expected.at(fifth - 1));
    }
}

// Four ranked areas: rank r is in fifth ceil(5r / 4): 2, 3, 4, 5.
void TestGroupPeople::ranksGiveFifths()
{
    const QStringList expected{u"0 0"_s, u"10 0"_s, u"20 0"_s, u"0 40"_s, u"0 80"_s};
    for (int fifth = 1; fifth <= 5; ++fifth) {
        NeedExample one = neighbourhoods();
        addGroup(one, u"deprivationFifth"_s, u"imd"_s, u"rank"_s, Value::count(fifth));
        QCOMPARE(shown(first(one)), expected.at(fifth - 1));
    }
    // ranks beyond the number of rows: the table is a part of what was ranked, and fifths of the whole are not known
    NeedExample part = neighbourhoods();
    part.putTable(u"imd"_s, codeSet::lsoa21, u"L1 L2 L3 L4"_s,
                  {{u"rank"_s, FigureKind::Rank, u"1 2 3 33755"_s, Orientation::LowIsMore}});
    addGroup(part, u"deprivationFifth"_s, u"imd"_s, u"rank"_s, Value::count(1));
    QCOMPARE(first(part).problem.fault, Fault::NotForThis);
    QCOMPARE(shown(first(part)), u"unknown unknown"_s);
}

void TestGroupPeople::core20IsTheFirstFifth()
{
    NeedExample one = neighbourhoods();
    addGroup(one, u"core20"_s, u"imd"_s, u"tenth"_s);
    QCOMPARE(shown(first(one)), u"30 0"_s);
}

// A table that counts people by fifth itself needs no tenths.
void TestGroupPeople::countsAreTakenAsTheyAre()
{
    NeedExample one = neighbourhoods();
    addGroup(one, u"deprivationFifth"_s, u"people"_s, u"people.65+"_s, Value::count(4));
    QCOMPARE(shown(first(one)), u"3 12"_s);
}

void TestGroupPeople::problems()
{
    const auto problem = [](const QString& kind, const QString& dataset, const QString& measure) {
        NeedExample one = neighbourhoods();
        addGroup(one, kind, dataset, measure);
        const GroupPeople made = first(one);
        return shown(made) == u"unknown unknown" ? made.problem.fault : Fault::None;
    };
    QCOMPARE(problem(u"frailty"_s, u"imd"_s, u"score"_s), Fault::NotForThis); // a score counts nobody
    QCOMPARE(problem(u"frailty"_s, u"imd"_s, u"tenth"_s), Fault::NotForThis);
    QCOMPARE(problem(u"core20"_s, u"imd"_s, u"score"_s), Fault::NotForThis);
    QCOMPARE(problem(u"aged85"_s, u"people"_s, u"people.85+"_s), Fault::NoMeasure);

    NeedExample one = neighbourhoods(); // b has a neighbourhood that the table does not have
    one.plan.add(u"areaUnit", u"more"_s, {{u"area"_s, ref(u"b"_s)}, {u"code"_s, text(u"L5"_s)}});
    addGroup(one, u"core20"_s, u"imd"_s, u"tenth"_s);
    QCOMPARE(shown(first(one)), u"30 unknown"_s);
    QCOMPARE(first(one).problem.fault, Fault::Incomplete);
    QCOMPARE(first(one).problem.areas, QStringList{u"b"_s});
}

void TestGroupPeople::fifthsOrderAreasWithoutScores()
{
    ExamplePlan plan;
    plan.add(u"layer", u"l"_s);
    for (const QString& area : {u"a"_s, u"b"_s})
        plan.add(u"area", area, {{u"layer"_s, ref(u"l"_s)}, {u"population"_s, people(u"200")}});
    addFifths(plan);
    for (int fifth = 1; fifth <= 5; ++fifth)
        plan.set(u"populationGroup", u"f%1"_s.arg(fifth),
                 {{u"share a"_s, percent(fifth == 1 ? u"60" : u"10")}, {u"share b"_s, percent(u"20")}});
    LayerNeed need = layerNeeds(plan.plan(), {}).first();
    QVERIFY(need.rankedByFifth);
    QCOMPARE(need.areas.at(0).deprivation, std::optional(Ratio(3, 5)));
    QCOMPARE(need.areas.at(1).deprivation, std::optional(Ratio(1, 5)));
    plan.set(u"area", u"b"_s,
             {{u"deprivation"_s, percent(u"12.5")}}); // a typed score: then only scores order
    need = layerNeeds(plan.plan(), {}).first();
    QVERIFY(!need.rankedByFifth && !need.areas.at(0).deprivation);
    QCOMPARE(need.areas.at(1).deprivation, std::optional(Ratio(25, 2)));
    plan.remove(u"populationGroup", u"f3"_s); // not all five: they order nothing
    QVERIFY(deprivationFifths(plan.plan()).isEmpty());
}

void TestGroupPeople::smallNumbers()
{
    ExamplePlan plan;
    plan.add(u"place", u"place"_s);
    QVERIFY(!isSmallNumber(plan.plan(), People::fromWhole(1))); // no threshold
    plan.set(u"place", u"place"_s, {{u"smallNumber"_s, Value::count(5)}});
    QVERIFY(isSmallNumber(plan.plan(), People::fromWhole(4)));
    QVERIFY(isSmallNumber(plan.plan(), *People::parse(u"4.999999999")));
    QVERIFY(!isSmallNumber(plan.plan(), People::fromWhole(5)));
    QVERIFY(!isSmallNumber(plan.plan(), People())); // nobody is nobody
}

QTEST_APPLESS_MAIN(TestGroupPeople)
#include "test_grouppeople.moc"
