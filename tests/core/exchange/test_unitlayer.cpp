// Layers made of LSOAs, wards and districts, from lookups, lists and by hand. The few rows of each file are worked by hand.
#include "core/evaluate/evaluation.h"
#include "core/exchange/datasetimport.h"
#include "core/place/codeset.h"
#include "tests/support/importdesk.h"

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// Wards 1 (LSOAs 1, 2) and 2 (3) in Ashmoor, ward 3 (4) in Dell.
const QByteArray areas = "LSOA21CD,WD24CD,LAD24CD,LAD24NM\n"
                         "E01990001,E05990001,E07990001,Ashmoor\n"
                         "E01990002,E05990001,E07990001,Ashmoor\n"
                         "E01990003,E05990002,E07990001,Ashmoor\n"
                         "E01990004,E05990003,E07990002,Dell\n";
const QByteArray wardNames =
    "WD24CD,WD24NM,LAD24CD\n"
    "E05990001,Acorn,E07990001\nE05990002,Birch,E07990001\nE05990003,Cedar,E07990002\n";
const QByteArray people = "LSOA21CD,People,Old\n"
                          "E01990001,10,1\nE01990002,20,2\nE01990003,40,3\nE01990004,80,4\n";
const QByteArray wardList = "ParentCode,ParentName,AreaCode,AreaName,Locality\n"
                            "E07990001,Ashmoor,E05990001,Acorn,North\n"
                            "E07990001,Ashmoor,E05990002,Birch,South\n"
                            "E07990002,Dell,E05990003,Cedar,North\n";

ImportDesk withLookup()
{
    ImportDesk desk;
    desk.take(areas, u"areas.csv"_s);
    return desk;
}

ImportOptions counts()
{
    ImportOptions options;
    options.hints.kind = FigureKind::Count;
    return options;
}

ImportDesk withPeople()
{
    ImportDesk desk = withLookup();
    desk.take(people, u"people.csv"_s, counts());
    return desk;
}

LookupLayer layerOf(QLatin1StringView areaSet, QLatin1StringView unitSet, QLatin1StringView within = {},
                    const QStringList& codes = {})
{
    return {u"New"_s, areaSet, unitSet, within, codes};
}

// "Ashmoor (E07990001): E01990001 E01990002 E01990003" for each area of the layer.
QStringList shown(const Plan& plan, const QString& layerName)
{
    QStringList rows;
    for (const Area& area : plan.areas) {
        if (plan.layers.find(area.layer)->name != layerName)
            continue;
        QStringList units;
        for (const AreaUnit& unit : plan.areaUnits)
            if (unit.area == area.id)
                units.append(unit.code);
        rows.append(u"%1 (%2): %3"_s.arg(area.name, area.code, units.join(u' ')));
    }
    return rows;
}

template <class Made> QString problem(const Result<Made>& made)
{
    return made ? u"none"_s : made.error().text;
}

Id areaNamed(const Plan& plan, const QString& name)
{
    for (const Area& area : plan.areas)
        if (area.name == name)
            return area.id;
    return {};
}

} // namespace

class TestUnitLayer : public QObject
{
    Q_OBJECT

private slots:
    void districtsOfLsoas();
    void withinDistricts();
    void areasOfOneName();
    void areasThatAreTheirOwnUnits();
    void namesOfAnotherLookup();
    void lookupLayerRefusals();
    void unitInSeveralAreas();
    void wardList();
    void wardListRefusals();
    void wardListExtendsALayer();
    void firstLayerIsShown();
    void assignByHand();
    void measuresOfALayer();
    void fifthsOfAMeasure();
};

void TestUnitLayer::districtsOfLsoas()
{
    ImportDesk desk = withLookup();
    const auto made =
        layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::lad23, codeSet::lsoa21), desk.ids);
    desk.take(made);
    QCOMPARE(shown(desk.plan(), u"New"_s),
             (QStringList{u"Ashmoor (E07990001): E01990001 E01990002 E01990003"_s,
                          u"Dell (E07990002): E01990004"_s}));
    QCOMPARE(desk.plan().layers[0].unitSet, u"lsoa21"_s);
    QCOMPARE(desk.plan().layers[0].kind, u"district"_s);
    QCOMPARE(made->summary, QStringList{u"Layer “New”: areas 2, made of LSOAs (2021): 4."_s});
    QCOMPARE(
        problem(layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::lad23, codeSet::lsoa21), desk.ids)),
        u"Nothing to add: the layer “New” stands as it is."_s);
}

// Wards of two districts have one name: each stays an area of its own.
void TestUnitLayer::areasOfOneName()
{
    ImportDesk desk = withLookup();
    desk.take("WD24CD,WD24NM,LAD24CD\n"
              "E05990001,Abbey,E07990001\nE05990002,Abbey,E07990002\n"_ba,
              u"names.csv"_s);
    const auto made =
        layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::ward24, codeSet::lsoa21), desk.ids);
    desk.take(made);
    QCOMPARE(shown(desk.plan(), u"New"_s).first(2),
             (QStringList{u"Abbey (E05990001): E01990001 E01990002"_s,
                          u"Abbey (E05990002) (E05990002): E01990003"_s}));
    QVERIFY(made->summary.first().startsWith(u"Layer “New”: areas 3, "));
}

void TestUnitLayer::withinDistricts()
{
    ImportDesk desk = withLookup();
    desk.take(layerByLookup(desk.plan(), desk.shelf,
                            layerOf(codeSet::ward24, codeSet::lsoa21, codeSet::lad23, {u"E07990001"_s}),
                            desk.ids));
    QCOMPARE(shown(desk.plan(), u"New"_s), (QStringList{u"E05990001 (E05990001): E01990001 E01990002"_s,
                                                        u"E05990002 (E05990002): E01990003"_s}));
    // another district later adds to the layer, and what stands there stays
    desk.take(layerByLookup(
        desk.plan(), desk.shelf,
        layerOf(codeSet::ward24, codeSet::lsoa21, codeSet::lad23, {u"E07990001"_s, u"E07990002"_s}),
        desk.ids));
    QCOMPARE(shown(desk.plan(), u"New"_s).size(), 3);
    QCOMPARE(desk.plan().areaUnits.size(), 4);
}

void TestUnitLayer::areasThatAreTheirOwnUnits()
{
    ImportDesk desk = withPeople();
    desk.take(layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::lad23, codeSet::lad23), desk.ids));
    QVERIFY(desk.plan().areaUnits.isEmpty());
    desk.take(chooseMeasures(desk.plan(), desk.shelf, u"New"_s, {u"People"_s, u"People"_s, {}}));
    const LayerNeed need = layerNeeds(desk.plan(), desk.shelf).first();
    QCOMPARE(need.areas.at(0).population->text(), u"70"_s); // 10 + 20 + 40
    QCOMPARE(need.areas.at(1).weighted->text(), u"80"_s);
    QCOMPARE(need.base, PopulationBase::Resident);
}

void TestUnitLayer::namesOfAnotherLookup()
{
    ImportDesk desk = withLookup();
    desk.take(wardNames, u"wards.csv"_s);
    desk.take(layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::ward24, codeSet::lsoa21), desk.ids));
    QCOMPARE(shown(desk.plan(), u"New"_s).first(), u"Acorn (E05990001): E01990001 E01990002"_s);
}

void TestUnitLayer::lookupLayerRefusals()
{
    ImportDesk desk = withLookup();
    const auto why = [&](const LookupLayer& wanted) {
        return problem(layerByLookup(desk.plan(), desk.shelf, wanted, desk.ids));
    };
    QCOMPARE(
        why(layerOf(codeSet::icb, codeSet::lsoa21)),
        u"No lookup of the plan holds all of: Integrated care boards, LSOAs (2021). Import one that does."_s);
    QCOMPARE(why(layerOf(codeSet::lad23, codeSet::lad23, codeSet::icb, {u"X"_s})),
             u"No lookup of the plan holds all of: Districts (2023 and 2024), Integrated care boards. "
             "Import one that does."_s);
    QCOMPARE(why(layerOf(codeSet::ward24, codeSet::lsoa21, codeSet::lad23, {u"E07999999"_s})),
             u"The lookup has no Districts (2023 and 2024): E07999999."_s);
    desk.take(layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::lad23, codeSet::lsoa21), desk.ids));
    QCOMPARE(why(layerOf(codeSet::lad23, codeSet::ward24)),
             u"The layer “New” is made of LSOAs (2021), not of Wards (2024): name another layer."_s);
}

// LSOA 1 of 2011 was split over two wards: it can stand in neither.
void TestUnitLayer::unitInSeveralAreas()
{
    ImportDesk desk;
    desk.take("LSOA11CD,WD24CD\nE01990001,E05990001\nE01990001,E05990002\nE01990002,E05990002\n", u"k.csv"_s);
    const Plan before = desk.plan();
    const auto made =
        layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::ward24, codeSet::lsoa11), desk.ids);
    QVERIFY(!made.ok());
    QVERIFY2(made.error().text.contains(u"E01990001 stands in “E05990001” already and cannot stand in "
                                        u"“E05990002” too: take it out of one."),
             qPrintable(made.error().text));
    QCOMPARE(desk.plan(), before);
}

void TestUnitLayer::wardList()
{
    ImportDesk desk = withPeople();
    const auto made = desk.import(::wardList, u"localities.csv"_s);
    desk.take(made);
    QCOMPARE(shown(desk.plan(), u"Localities"_s),
             (QStringList{u"North (): E05990001 E05990003"_s, u"South (): E05990002"_s}));
    QCOMPARE(desk.plan().layers[0].unitSet, u"ward24"_s);
    QCOMPARE(desk.plan().layers[0].kind, u"locality"_s);
    QVERIFY(made->refused.isEmpty());
    desk.take(chooseMeasures(desk.plan(), desk.shelf, u"localities"_s, {u"People"_s, {}, {}}));
    const LayerNeed need = layerNeeds(desk.plan(), desk.shelf).first();
    QCOMPARE(need.areas.at(0).population->text(), u"110"_s); // 10 + 20 of Acorn, 80 of Cedar
    QCOMPARE(need.areas.at(1).population->text(), u"40"_s);
}

void TestUnitLayer::wardListRefusals()
{
    ImportDesk desk;
    const QByteArray twice = ::wardList + "E07990001,Ashmoor,E05990001,Acorn,South\n";
    const auto refused = desk.import(twice, u"w.csv"_s);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().text.contains(
                 u"E05990001 stands in “North” already and cannot stand in “South” too: take it out of one."),
             qPrintable(refused.error().text));
    const QByteArray blank = ::wardList + "E07990001,Ashmoor,E05990004,Dale,\n";
    QVERIFY2(problem(desk.import(blank, u"w.csv"_s))
                 .contains(u"E05990004 has no locality: fill it in, or take the row out."),
             qPrintable(problem(desk.import(blank, u"w.csv"_s))));
    const QByteArray badCode = ::wardList + "E07990001,Ashmoor,E059,Dale,North\n";
    QVERIFY2(problem(desk.import(badCode, u"w.csv"_s)).contains(u"line 5"),
             qPrintable(problem(desk.import(badCode, u"w.csv"_s))));

    ImportOptions skip;
    skip.skipRefused = true;
    const auto made = desk.import(
        twice + "E07990001,Ashmoor,E05990004,Dale,\nE07990001,Ashmoor,E059,Dale,North\n", u"w.csv"_s, skip);
    desk.take(made);
    QCOMPARE(made->refused.size(), 3);
    QCOMPARE(shown(desk.plan(), u"Localities"_s),
             (QStringList{u"North (): E05990001 E05990003"_s, u"South (): E05990002"_s}));
}

void TestUnitLayer::wardListExtendsALayer()
{
    ImportDesk desk;
    desk.take(::wardList, u"w.csv"_s);
    desk.take("AreaCode,Locality\nE05990001,North\nE05990009,South\n", u"more.csv"_s);
    QCOMPARE(shown(desk.plan(), u"Localities"_s),
             (QStringList{u"North (): E05990001 E05990003"_s, u"South (): E05990002 E05990009"_s}));
}

void TestUnitLayer::firstLayerIsShown()
{
    ImportDesk desk = withLookup();
    desk.take(layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::lad23, codeSet::lsoa21), desk.ids));
    QCOMPARE(desk.plan().place().needLayer, desk.plan().layers[0].id);
    desk.take(::wardList, u"w.csv"_s);
    QCOMPARE(desk.plan().place().needLayer, desk.plan().layers[0].id); // the first stays
}

void TestUnitLayer::assignByHand()
{
    ImportDesk desk = withLookup();
    desk.take(::wardList, u"w.csv"_s);
    const Id north = areaNamed(desk.plan(), u"North"_s);
    const auto why = [&](const Id& area, const QStringList& codes) {
        return problem(assignUnits(desk.plan(), area, codes, desk.ids));
    };
    desk.take(assignUnits(desk.plan(), north, {u" E05990007 "_s, u"E05990001"_s, {}}, desk.ids));
    QCOMPARE(shown(desk.plan(), u"Localities"_s).first(), u"North (): E05990001 E05990003 E05990007"_s);
    QVERIFY2(
        why(north, {u"E05990002"_s})
            .contains(
                u"E05990002 stands in “South” already and cannot stand in “North” too: take it out of one."),
        qPrintable(why(north, {u"E05990002"_s})));
    QCOMPARE(why(north, {u"  "_s}), u"Name at least one code."_s);
    QCOMPARE(why(north, {u"E05990001"_s}), u"Nothing to add: the layer “Localities” stands as it is."_s);
    QCOMPARE(why(Id(u"nowhere"_s), {u"E05990001"_s}),
             u"Say first what the areas of this layer are made of."_s);
    StepBuilder builder(desk.plan()); // a layer of GP practices has no units
    builder.set(Layer::type.id, desk.plan().layers[0].id, "unitSet", Value());
    desk.take(builder.step(u"x"_s));
    QCOMPARE(why(north, {u"E05990008"_s}), u"Say first what the areas of this layer are made of."_s);
}

void TestUnitLayer::measuresOfALayer()
{
    ImportDesk desk = withPeople();
    desk.take(::wardList, u"w.csv"_s);
    const auto why = [&](const QString& layer, const LayerMeasures& measures) {
        return problem(chooseMeasures(desk.plan(), desk.shelf, layer, measures));
    };
    QCOMPARE(why(u"Wards"_s, {u"People"_s, {}, {}}), u"The plan has no layer “Wards”."_s);
    QCOMPARE(
        why(u"Localities"_s, {u"People"_s, u"gone"_s, {}}),
        u"No dataset of the plan has a measure “gone”. A measure is named like people.all or imd.score, or like its column."_s);
    desk.take(chooseMeasures(desk.plan(), desk.shelf, u"LOCALITIES"_s, {u"People"_s, u"Old"_s, u"Old"_s}));
    const Id first = desk.plan().needDatasets[1].id;
    const Layer layer = desk.plan().layers[0];
    QCOMPARE(layer.populationDataset, first);
    QCOMPARE(layer.populationMeasure, u"People"_s);
    QCOMPARE(layer.needMeasure, u"Old"_s);
    QCOMPARE(layer.deprivationMeasure, u"Old"_s);
    QCOMPARE(why(u"Localities"_s, {u"People"_s, {}, {}}),
             u"Nothing to change: the layer “Localities” is measured so already."_s);
    // the same column again in a later file: that counts, unless the dataset is named
    const QString firstName = desk.plan().needDatasets[1].name;
    desk.take(QByteArray(people).replace("40,3", "41,3"), u"later.csv"_s, counts());
    const NeedDataset later = desk.plan().needDatasets[2];
    desk.take(chooseMeasures(desk.plan(), desk.shelf, u"Localities"_s, {u"People"_s, {}, {}}));
    QCOMPARE(desk.plan().layers[0].populationDataset, later.id);
    QCOMPARE(desk.plan().layers[0].needDataset, first); // not asked for, not touched
    if (firstName != later.name) {
        desk.take(
            chooseMeasures(desk.plan(), desk.shelf, u"Localities"_s, {firstName + u": People"_s, {}, {}}));
        QCOMPARE(desk.plan().layers[0].populationDataset, first);
    }
}

// LSOA 1 in tenth 1, 2 in 3, 3 in 10, 4 in 2: fifths 1, 2, 5, 1 of 10, 20, 40 and 80 people.
void TestUnitLayer::fifthsOfAMeasure()
{
    ImportDesk desk = withPeople();
    ImportOptions tenths;
    tenths.hints.kind = FigureKind::Decile;
    desk.take("LSOA21CD,Tenth\nE01990001,1\nE01990002,3\nE01990003,10\nE01990004,2\n", u"imd.csv"_s, tenths);
    desk.take(layerByLookup(desk.plan(), desk.shelf, layerOf(codeSet::lad23, codeSet::lsoa21), desk.ids));
    desk.take(chooseMeasures(desk.plan(), desk.shelf, u"New"_s, {u"People"_s, {}, {}}));
    QCOMPARE(problem(chooseFifths(desk.plan(), desk.shelf, u"People"_s, desk.ids)),
             u"Fifths come from tenths or ranks; “People” is neither."_s);
    QCOMPARE(
        problem(chooseFifths(desk.plan(), desk.shelf, u"gone"_s, desk.ids)),
        u"No dataset of the plan has a measure “gone”. A measure is named like people.all or imd.score, or like its column."_s);
    desk.take(chooseFifths(desk.plan(), desk.shelf, u"Tenth"_s, desk.ids));
    QCOMPARE(desk.plan().populationGroups.size(), 5);
    QStringList rows;
    const LayerNeed need = layerNeeds(desk.plan(), desk.shelf).first();
    for (const GroupPeople& group : need.groups)
        rows.append(group.people.at(0)->text() + u' ' + group.people.at(1)->text());
    QCOMPARE(rows, (QStringList{u"10 80"_s, u"20 0"_s, u"0 0"_s, u"0 0"_s, u"40 0"_s}));
    QVERIFY(!chooseFifths(desk.plan(), desk.shelf, u"Tenth"_s, desk.ids).ok()); // so already: five, not ten
}

QTEST_APPLESS_MAIN(TestUnitLayer)
#include "test_unitlayer.moc"
