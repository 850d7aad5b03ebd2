// The page "Place and need" through the real window: areas made of units, what need is measured by, agreed measures and their
// weights, population groups, and the preview of an import.
//
// Six LSOAs in three wards of one district. People 1000 2000 | 1500 1500 | 1200 800, deprivation 40 20 | 30 10 | 20 50, so that
// people times score is 80,000 | 60,000 | 64,000 of 204,000 (39.2%, 29.4%, 31.4%), and people aged 65 and over 400 each.
#include "core/evaluate/needresults.h"
#include "core/exchange/needimport.h"
#include "core/place/codeset.h"
#include "core/place/service.h"
#include "tests/support/windowfixture.h"
#include "ui/models/serviceneedsmodel.h"
#include "ui/pages/need/measurechoice.h"
#include "ui/pages/need/weightslider.h"
#include "ui/pages/page.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/needimportdialog.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextBrowser>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray lookupFile = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\n"
                              "E01000001,Testford 001A,E05000001,Abbey,E08000025,Testford\n"
                              "E01000002,Testford 001B,E05000001,Abbey,E08000025,Testford\n"
                              "E01000003,Testford 002A,E05000002,Brook,E08000025,Testford\n"
                              "E01000004,Testford 002B,E05000002,Brook,E08000025,Testford\n"
                              "E01000005,Testford 003A,E05000003,Castle,E08000025,Testford\n"
                              "E01000006,Testford 003B,E05000003,Castle,E08000025,Testford\n";
const QByteArray deprivationFile =
    "LSOA code (2021),LSOA name (2021),Index of Multiple Deprivation (IMD) Score,"
    "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),"
    "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)\n"
    "E01000001,Testford 001A,40,2000,1\n"
    "E01000002,Testford 001B,20,15000,5\n"
    "E01000003,Testford 002A,30,8000,3\n"
    "E01000004,Testford 002B,10,30000,9\n"
    "E01000005,Testford 003A,20,15001,5\n"
    "E01000006,Testford 003B,50,500,1\n";
const QByteArray peopleFile =
    "LSOA21CD,Name,All ages,Aged 0 to 17,Aged 18 to 64,Aged 65 to 84,Aged 85 and over\n"
    "E01000001,Testford 001A,1000,300,600,90,10\n"
    "E01000002,Testford 001B,2000,500,1200,250,50\n"
    "E01000003,Testford 002A,1500,400,900,160,40\n"
    "E01000004,Testford 002B,1500,400,900,197,3\n"
    "E01000005,Testford 003A,1200,300,600,260,40\n"
    "E01000006,Testford 003B,800,200,500,80,20\n";
const QByteArray peersFile =
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
    "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,"
    "Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
    "Compared to England value or percentiles,Compared to percentiles,Time period Sortable\n"
    "90001,Test measure,E92000001,England,E08000025,Testford,Counties & UAs,Persons,All ages,,,2023/24,"
    "10,8,13,,,100,1000,,,,,20230000\n"
    "90001,Test measure,E92000001,England,E08000026,Otherham,Counties & UAs,Persons,All ages,,,2023/24,"
    "6,5,7.5,,,90,1500,,,,,20230000\n"
    "90001,Test measure,E92000001,England,E08000027,Thirdly,Counties & UAs,Persons,All ages,,,2023/24,"
    "5,,,,,50,1000,,,,,20230000\n";

} // namespace

class NeedPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void sectionsAreReachedByKeyAndKept();
    void unitsArePastedAndRefused();
    void aLayerIsMadeFromALookup();
    void datasetChoicesChangeNeed();
    void datasetsAreEditedAndDeleted();
    void weightsAreDraggedAndCommittedOnce();
    void weightsByKeyWaitForEnter();
    void agreementAsksForItsMinute();
    void groupsAreDerivedAndTyped();
    void smallNumbersAreFadedOrLeftOut();
    void gapsStandOnlyWithTheirInterval();
    void anImportPreviewListsRefusedRows();
    void severalFilesAreImportedAtOnce();
    void whatAGenericTableHoldsIsChosen();

private:
    void import(const QByteArray& bytes, const QString& fileName);
    Id makeWards(); // a layer of three wards, shown
    void go(const QString& section) { m->action(u"needSection"_s + section)->trigger(); }
    void choose(const QString& box, const QString& text);
    void chooseIn(QComboBox& box, const QString& text);
    void press(const QString& button) { m->click(*m->shown<QPushButton>(button)); }
    QString write(const QString& name, const QByteArray& bytes);
    const Plan& plan() { return m->document().plan(); }
    qsizetype steps() { return m->document().undoStack().count(); }
    QString said() { return m->dialogs().said.isEmpty() ? QString() : m->dialogs().said.last(); }
    const LayerNeed& need() { return *layerNeedOf(m->document().evaluation(), plan().place().needLayer); }
    QString cell(const QString& grid, const QString& id, const QString& column)
    {
        return cellOf(*m->grid(grid), id, column).data().toString();
    }
    QString areaNamed(const QString& name);
    Id service() { return serviceNeedOf(plan(), QString(service::community))->id; }
    void addBothMeasures();

    std::unique_ptr<WindowFixture> m;
};

void NeedPageTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
    m->press(Qt::Key_2, Qt::ControlModifier);
}

void NeedPageTest::cleanup()
{
    m.reset();
}

void NeedPageTest::import(const QByteArray& bytes, const QString& fileName)
{
    const Result<NeedImport> made =
        importNeed(plan(), m->document().shelf(), bytes, fileName, {}, m->document().author().ids);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().text));
    QVERIFY(m->document().commit(made->step, made->blobs));
}

Id NeedPageTest::makeWards()
{
    StepBuilder bare(plan()); // the sample's own measures and groups are of its own layers
    for (const ServiceNeed& service : plan().serviceNeeds)
        bare.remove(ServiceNeed::type.id, service.id);
    for (const PopulationGroup& group : plan().populationGroups)
        bare.remove(PopulationGroup::type.id, group.id);
    if (!m->document().commit(bare.step(u"Bare"_s)))
        return {};
    import(lookupFile, u"lookup.csv"_s);
    import(deprivationFile, u"imd.csv"_s);
    import(peopleFile, u"people.csv"_s);
    const LookupLayer wanted{u"Wards"_s, codeSet::ward24, codeSet::lsoa21, {}, {}};
    const Result<NeedImport> made =
        layerByLookup(plan(), m->document().shelf(), wanted, m->document().author().ids);
    if (!made || !m->document().commit(made->step, made->blobs))
        return {};
    const Layer& layer = plan().layers[plan().layers.size() - 1];
    StepBuilder builder(plan());
    builder.set(Place::type.id, plan().place().id, u"needLayer", Value(layer.id));
    const Id people = plan().needDatasets[plan().needDatasets.size() - 1].id;
    const Id imd = plan().needDatasets[plan().needDatasets.size() - 2].id;
    builder.set(Layer::type.id, layer.id, u"populationDataset", Value(people))
        .set(Layer::type.id, layer.id, u"populationMeasure", Value(u"people.all"_s))
        .set(Layer::type.id, layer.id, u"needDataset", Value(imd))
        .set(Layer::type.id, layer.id, u"needMeasure", Value(u"imd.score"_s));
    return m->document().commit(builder.step(u"Measured"_s)) ? layer.id : Id();
}

void NeedPageTest::chooseIn(QComboBox& box, const QString& text)
{
    const int index = box.findText(text);
    QVERIFY2(index >= 0, qPrintable(u"no “%1” in %2"_s.arg(text, box.objectName())));
    if (index == box.currentIndex())
        return;
    {
        const QSignalBlocker quiet(&box); // the neighbour of what is wanted, so that one key chooses it
        box.setCurrentIndex(index > 0 ? index - 1 : index + 1);
    }
    box.setFocus();
    QTest::keyClick(&box, index > 0 ? Qt::Key_Down : Qt::Key_Up);
    QCoreApplication::processEvents();
}

void NeedPageTest::choose(const QString& box, const QString& text)
{
    auto* found = m->shown<QComboBox>(box);
    QVERIFY2(found, qPrintable(box));
    chooseIn(*found, text);
}

QString NeedPageTest::write(const QString& name, const QByteArray& bytes)
{
    QFile file(m->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

QString NeedPageTest::areaNamed(const QString& name)
{
    for (const Area& area : plan().areas)
        if (area.name == name && area.layer == plan().place().needLayer)
            return area.id.text();
    return {};
}

void NeedPageTest::sectionsAreReachedByKeyAndKept()
{
    QVERIFY(m->grid(u"areasGrid"_s));
    m->press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(m->grid(u"servicesGrid"_s));
    QVERIFY(!m->grid(u"areasGrid"_s));
    QCOMPARE(m->shown<QLabel>(u"pageTitle"_s)->text(), u"No service has an agreed measure of need"_s);
    const QVariantMap state = m->page(PageId::PlaceAndNeed)->viewState();
    m->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(m->grid(u"areasGrid"_s));
    m->page(PageId::PlaceAndNeed)->restoreViewState(state);
    QVERIFY(m->grid(u"servicesGrid"_s));
}

void NeedPageTest::unitsArePastedAndRefused()
{
    import(lookupFile, u"lookup.csv"_s);
    press(u"addLayer"_s);
    const Id layer = plan().place().needLayer;
    QCOMPARE(plan().layers.find(layer)->name, u"Neighbourhoods"_s);
    choose(u"unitSetChoice"_s, u"LSOAs (2021)"_s);
    QCOMPARE(plan().layers.find(layer)->unitSet, QString(codeSet::lsoa21));
    press(u"addArea"_s);

    GridView* areas = m->grid(u"areasGrid"_s);
    m->click(*areas, cellOf(*areas, areaNamed(u"Area 1"_s), u"Area"_s));
    GridView* units = m->grid(u"unitsGrid"_s);
    m->click(*units, newRowOf(*units, u"Code"_s));
    QApplication::clipboard()->setText(u"E01000001\nE01000002\ne01000003\n"_s);
    const qsizetype before = steps();
    m->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(steps() == before + 1, qPrintable(said()));
    QCOMPARE(plan().areaUnits.size(), 3);
    QCOMPARE(plan().areaUnits[2].code, u"E01000003"_s);
    QCOMPARE(units->proxy()->index(0, 1).data().toString(), u"Testford 001A"_s);

    m->click(*areas, cellOf(*areas, areaNamed(u"Area 2"_s), u"Area"_s));
    auto* codes = m->shown<QLineEdit>(u"unitCodes"_s);
    codes->setFocus();
    m->type(u"E01000004 E01000003"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().areaUnits.size(), 3); // none of them
    QVERIFY2(said().contains(u"E01000003 is in Area 1 already"), qPrintable(said()));
    codes->clear();
    m->type(u"E01000004 E07000001"_s);
    m->press(Qt::Key_Return);
    QVERIFY2(said().contains(u"“E07000001” is no code of LSOAs (2021)"), qPrintable(said()));
    codes->clear();
    m->type(u"E01000004"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().areaUnits.size(), 4);
    QCOMPARE(plan().areas.find(plan().areaUnits[3].area)->name, u"Area 2"_s);
    const QString notice = m->shown<QLabel>(u"layerNotice"_s)->text();
    QVERIFY2(notice.contains(u"4 unit") && notice.contains(u"(LSOAs (2021)), each in one area."),
             qPrintable(notice));
    QCOMPARE(m->shown<QLabel>(u"layerWarning"_s)->text().section(u'\n', 0, 0),
             u"2 of the LSOAs (2021) of Testford are in no area."_s);

    units->setFocus(); // in the field the key takes back what was typed there
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(plan().areaUnits.size(), 3);
}

void NeedPageTest::aLayerIsMadeFromALookup()
{
    import(lookupFile, u"lookup.csv"_s);
    m->during([this](QWidget& dialog) {
        const auto box = [&](const char* name) {
            return dialog.findChild<QComboBox*>(QLatin1StringView(name));
        };
        chooseIn(*box("lookupAreas"), u"Wards (2024)"_s);
        chooseIn(*box("lookupUnits"), u"LSOAs (2021)"_s);
        chooseIn(*box("lookupWithin"), u"Districts (2023 and 2024)"_s);
        auto* codes = dialog.findChild<QLineEdit*>(u"lookupWithinCodes"_s);
        codes->setText(u"Nowhere"_s);
        auto* make = dialog.findChild<QPushButton*>(u"makeLayer"_s);
        QVERIFY(!make->isEnabled());
        codes->setText(u"testford"_s);
        QVERIFY(make->isEnabled());
        m->click(*make);
    });
    press(u"layerFromLookup"_s);
    const Layer* layer = plan().layers.find(plan().place().needLayer);
    QCOMPARE(layer->unitSet, QString(codeSet::lsoa21));
    QStringList names;
    for (const Area& area : plan().areas)
        if (area.layer == layer->id)
            names.append(area.name);
    QCOMPARE(names, (QStringList{u"Abbey"_s, u"Brook"_s, u"Castle"_s}));
    QCOMPARE(plan().areaUnits.size(), 6);
    QVERIFY(!m->shown<QLabel>(u"layerWarning"_s) ||
            !m->shown<QLabel>(u"layerWarning"_s)->text().contains(u"in no area"));
}

void NeedPageTest::datasetChoicesChangeNeed()
{
    const Id layer = makeWards();
    QVERIFY(!layer.isNull());
    const QString abbey = areaNamed(u"Abbey"_s);
    QCOMPARE(cell(u"areasGrid"_s, abbey, u"Population"_s), u"3,000"_s);
    QCOMPARE(cell(u"areasGrid"_s, abbey, u"Share of need"_s), u"39.2%"_s);

    const auto* box = m->shown<QComboBox>(u"measureChoice"_s);
    QString aged65;
    for (int i = 0; i < box->count(); ++i) {
        QVERIFY(!box->itemText(i).contains(u"rank")); // it weighs nothing
        if (box->itemData(i).toStringList().value(1) == u"people.65+")
            aged65 = box->itemText(i);
    }
    choose(u"measureChoice"_s, aged65);
    QCOMPARE(plan().layers.find(layer)->needMeasure, u"people.65+"_s);
    QCOMPARE(cell(u"areasGrid"_s, abbey, u"Share of need"_s), u"33.3%"_s);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(u"areasGrid"_s, abbey, u"Share of need"_s), u"39.2%"_s);

    // Typed people beside residents: said, not silent.
    QVERIFY(m->shown<QLabel>(u"pageWhere"_s)->text().contains(u"people who live there"));
    StepBuilder builder(plan());
    builder.set(Area::type.id, Id(abbey), u"population", Value(People::fromWhole(3100)));
    QVERIFY(m->document().commit(builder.step(u"Typed"_s)));
    QCOMPARE(need().base, PopulationBase::Mixed);
    QVERIFY(m->shown<QLabel>(u"layerWarning"_s)->text().contains(u"Unlike counts"));

    // Abbey's people by score: (1000*40 + 2000*20)/3000.
    const auto* deprivation = m->shown<QComboBox>(u"deprivationChoice"_s);
    QString score;
    for (int i = 0; i < deprivation->count(); ++i)
        if (deprivation->itemData(i).toStringList().value(1) == u"imd.score")
            score = deprivation->itemText(i);
    choose(u"deprivationChoice"_s, score);
    QCOMPARE(cell(u"areasGrid"_s, abbey, u"Deprivation"_s), u"26.67"_s);
}

void NeedPageTest::datasetsAreEditedAndDeleted()
{
    QVERIFY(!makeWards().isNull());
    go(u"Need"_s);
    const NeedDataset& imd = plan().needDatasets[plan().needDatasets.size() - 2];
    const Id id = imd.id;
    QCOMPARE(cell(u"datasetsGrid"_s, id.text(), u"Rows"_s), u"6"_s);
    QCOMPARE(cell(u"datasetsGrid"_s, id.text(), u"Rows are"_s), u"LSOAs (2021)"_s);
    GridView* grid = m->grid(u"datasetsGrid"_s);
    m->click(*grid, cellOf(*grid, id.text(), u"Date"_s));
    m->type(u"30 October 2025"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().needDatasets.find(id)->date, QDate(2025, 10, 30));

    const qsizetype held = plan().needDatasets.size();
    m->click(*grid, cellOf(*grid, id.text(), u"Kind"_s));
    press(u"removeDataset"_s);
    QCOMPARE(plan().needDatasets.size(), held - 1);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(plan().needDatasets.size(), held);
    QCOMPARE(need().areas.first().weighted, People::fromWhole(80'000));
}

void NeedPageTest::addBothMeasures()
{
    go(u"Need"_s);
    GridView* services = m->grid(u"servicesGrid"_s);
    m->click(*services, services->proxy()->index(0, 0));
    const auto* box = m->shown<QComboBox>(u"componentChoice"_s);
    QStringList texts;
    for (const QString& id : {u"imd.score"_s, u"people.65+"_s})
        for (int i = 0; i < box->count(); ++i)
            if (box->itemData(i).toStringList().value(1) == id)
                texts.append(box->itemText(i));
    QCOMPARE(texts.size(), 2);
    for (const QString& text : texts) {
        choose(u"componentChoice"_s, text);
        press(u"addComponent"_s);
    }
    QCOMPARE(plan().needComponents.size(), 2);
}

void NeedPageTest::weightsAreDraggedAndCommittedOnce()
{
    QVERIFY(!makeWards().isNull());
    addBothMeasures();
    // 100 and 50: two thirds of 39.2157% and one third of 33.3333%.
    const QString abbey = areaNamed(u"Abbey"_s);
    QCOMPARE(cell(u"weightEffectGrid"_s, abbey, u"Of need, as kept"_s), u"37.3%"_s);
    const qsizetype before = steps();
    auto* slider = m->shown<WeightSlider>(u"weightSlider1"_s);
    QVERIFY(slider);
    slider->setSliderDown(true);
    slider->setSliderPosition(75);
    slider->setSliderPosition(100);
    QCOMPARE(steps(), before); // only tried
    QCOMPARE(plan().needComponents[1].weight->text(), u"50"_s);
    QCOMPARE(cell(u"weightEffectGrid"_s, abbey, u"Of need, as kept"_s), u"37.3%"_s);
    QCOMPARE(cell(u"weightEffectGrid"_s, abbey, u"As shown"_s), u"36.3%"_s); // half and half
    QCOMPARE(cell(u"weightEffectGrid"_s, abbey, u"Points"_s), u"−1.0"_s);
    slider->setSliderDown(false);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().needComponents[1].weight->text(), u"100"_s);
    QCOMPARE(cell(u"weightEffectGrid"_s, abbey, u"Of need, as kept"_s), u"36.3%"_s);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(plan().needComponents[1].weight->text(), u"50"_s);
    QCOMPARE(m->shown<WeightSlider>(u"weightSlider1"_s)->value(), 50);

    // The same by typing.
    GridView* components = m->grid(u"componentsGrid"_s);
    m->click(*components, cellOf(*components, plan().needComponents[1].id.text(), u"Weight"_s));
    m->type(u"100"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(cell(u"weightEffectGrid"_s, abbey, u"Of need, as kept"_s), u"36.3%"_s);
}

void NeedPageTest::weightsByKeyWaitForEnter()
{
    QVERIFY(!makeWards().isNull());
    addBothMeasures();
    const qsizetype before = steps();
    auto* slider = m->shown<WeightSlider>(u"weightSlider1"_s);
    slider->setFocus(Qt::TabFocusReason);
    m->press(Qt::Key_Right);
    m->press(Qt::Key_PageUp);
    QCOMPARE(slider->value(), 61);
    QCOMPARE(steps(), before);
    m->press(Qt::Key_Escape);
    QCOMPARE(slider->value(), 50);
    m->press(Qt::Key_PageUp);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().needComponents[1].weight->text(), u"60"_s);
    m->press(Qt::Key_Return); // settled already
    QCOMPARE(steps(), before + 1);
}

void NeedPageTest::agreementAsksForItsMinute()
{
    QVERIFY(!makeWards().isNull());
    addBothMeasures();
    QCOMPARE(cell(u"servicesGrid"_s, service().text(), u"State"_s), u"proposed, not agreed"_s);
    QVERIFY(!need().measureOf(QString(service::community))->counts());
    press(u"agreeMeasure"_s);
    QVERIFY(!plan().serviceNeeds.find(service())->agreed);
    QVERIFY2(said().contains(u"minute"), qPrintable(said()));
    const QString minute = u"Board, 4 March 2026, minute 12"_s;
    m->shown<QLineEdit>(u"agreementMinute"_s)->setFocus();
    m->type(minute);
    press(u"agreeMeasure"_s);
    QVERIFY(plan().serviceNeeds.find(service())->agreed);
    QCOMPARE(plan().serviceNeeds.find(service())->agreedBy, minute);
    QVERIFY(need().measureOf(QString(service::community))->counts());
    QCOMPARE(cell(u"servicesGrid"_s, service().text(), u"State"_s), u"agreed"_s);
    QCOMPARE(m->shown<QLabel>(u"pageTitle"_s)->text(), u"1 of 6 services have an agreed measure of need"_s);
    QVERIFY(!m->shown<QPushButton>(u"agreeMeasure"_s)->isEnabled());

    press(u"withdrawMeasure"_s);
    QVERIFY(plan().serviceNeeds.find(service())->agreed);
    m->shown<QLineEdit>(u"agreementMinute"_s)->setFocus();
    m->type(u"Board, 1 April 2026, minute 3"_s);
    m->press(Qt::Key_Return);
    QVERIFY(!plan().serviceNeeds.find(service())->agreed);
    QCOMPARE(m->document().journal().last().step.why, u"Board, 1 April 2026, minute 3"_s);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(plan().serviceNeeds.find(service())->agreed);
}

void NeedPageTest::groupsAreDerivedAndTyped()
{
    QVERIFY(!makeWards().isNull());
    go(u"Need"_s);
    const qsizetype held = plan().populationGroups.size();
    choose(u"groupKind"_s, u"Aged 65 and over"_s);
    QCOMPARE(chosenMeasure(*m->shown<QComboBox>(u"groupSource"_s)).measure, u"people.65+"_s);
    press(u"addGroup"_s);
    const QString aged = plan().populationGroups[held].id.text();
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"Abbey"_s), u"400"_s);
    QCOMPARE(cellOf(*m->grid(u"groupsGrid"_s), aged, u"Abbey"_s).data(SecondaryTextRole).toString(),
             u"13.3%"_s); // of 3,000
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"All areas"_s), u"1,200"_s);

    // Typed for one area, as a percentage: 12% of 3,000.
    m->shown<SegmentedButton>(u"groupsShown"_s)->setCurrent(1);
    GridView* grid = m->grid(u"groupsGrid"_s);
    QTRY_VERIFY(grid->viewport()->height() >= 24); // the new row has its place
    m->click(*grid, cellOf(*grid, aged, u"Abbey %"_s));
    m->type(u"12"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"Abbey %"_s), u"12.0%"_s);
    m->shown<SegmentedButton>(u"groupsShown"_s)->setCurrent(0);
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"Abbey"_s), u"360"_s);

    // Fifths from the tenth: Abbey's 1,000 of tenth 1 in fifth 1, its 2,000 of tenth 5 in fifth 3.
    choose(u"groupKind"_s, u"Five deprivation fifths"_s);
    QCOMPARE(chosenMeasure(*m->shown<QComboBox>(u"groupSource"_s)).measure, u"imd.decile"_s);
    press(u"addGroup"_s);
    QCOMPARE(plan().populationGroups.size(), held + 6);
    const QString first = plan().populationGroups[held + 1].id.text();
    const QString third = plan().populationGroups[held + 3].id.text();
    QCOMPARE(cell(u"groupsGrid"_s, first, u"Abbey"_s), u"1,000"_s);
    QCOMPARE(cell(u"groupsGrid"_s, first, u"Castle"_s), u"800"_s);
    QCOMPARE(cell(u"groupsGrid"_s, third, u"Abbey"_s), u"2,000"_s);
    GridView* groups = m->grid(u"groupsGrid"_s);
    QTRY_VERIFY(groups->viewport()->height() >= 6 * 24);
    m->click(*groups, cellOf(*groups, first, u"Need of one person"_s));
    m->type(u"1.5"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().populationGroups.find(Id(first))->needWeight->text(), u"1.5"_s);
    press(u"addGroup"_s);
    QCOMPARE(plan().populationGroups.size(), held + 6);
    QVERIFY2(said().contains(u"already"), qPrintable(said()));
}

void NeedPageTest::smallNumbersAreFadedOrLeftOut()
{
    QVERIFY(!makeWards().isNull());
    go(u"Need"_s);
    const qsizetype held = plan().populationGroups.size();
    choose(u"groupKind"_s, u"Aged 85 and over"_s);
    press(u"addGroup"_s); // 60, 43 and 60
    const QString aged = plan().populationGroups[held].id.text();
    const auto emphasis = [&](const QString& area) {
        return cellOf(*m->grid(u"groupsGrid"_s), aged, area).data(EmphasisRole).toInt();
    };
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"Brook"_s), u"43"_s);
    QCOMPARE(emphasis(u"Brook"_s), static_cast<int>(Emphasis::None));
    auto* threshold = m->shown<QLineEdit>(u"smallNumber"_s);
    threshold->setFocus();
    m->type(u"few"_s);
    m->press(Qt::Key_Return);
    QVERIFY(!plan().place().smallNumber);
    QVERIFY2(said().contains(u"no threshold"), qPrintable(said()));
    threshold->clear();
    m->type(u"50"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().place().smallNumber, std::optional<qint64>(50));
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"Brook"_s), u"43"_s);
    QCOMPARE(emphasis(u"Brook"_s), static_cast<int>(Emphasis::Secondary));
    QCOMPARE(emphasis(u"Abbey"_s), static_cast<int>(Emphasis::None));
    choose(u"smallNumberRule"_s, u"are left out"_s);
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"Brook"_s), u"fewer than 50"_s);
    QVERIFY(!cellOf(*m->grid(u"groupsGrid"_s), aged, u"Brook"_s).data(NumberRole).isValid());
    QVERIFY(cellOf(*m->grid(u"groupsGrid"_s), aged, u"Brook"_s).data(SecondaryTextRole).toString().isEmpty());
    QCOMPARE(cell(u"groupsGrid"_s, aged, u"All areas"_s), u"not shown"_s); // 163 less 60 and 60
}

// 10 (8 to 13) less 6 (5 to 7.5): 4, from 4 - sqrt(2^2 + 1.5^2) = 1.5 to 4 + sqrt(3^2 + 1^2) = 7.16.
void NeedPageTest::gapsStandOnlyWithTheirInterval()
{
    import(peersFile, u"fingertips.csv"_s);
    go(u"Need"_s);
    QVERIFY(m->shown<QComboBox>(u"peerMeasure"_s));
    QCOMPARE(m->grid(u"peersGrid"_s)->proxy()->rowCount(), 0); // nobody here has one of its codes
    StepBuilder builder(plan());
    builder.set(Partner::type.id, plan().partners[0].id, u"code", Value(u"E08000025"_s));
    QVERIFY(m->document().commit(builder.step(u"Code"_s)));
    QCOMPARE(cell(u"peersGrid"_s, u"E08000025"_s, u"95% interval"_s), u"8.00 to 13.00"_s);
    QCOMPARE(cell(u"peersGrid"_s, u"E08000026"_s, u"Ours less theirs"_s), u"+4.00"_s);
    QCOMPARE(cell(u"peersGrid"_s, u"E08000026"_s, u"95% interval of the gap"_s), u"+1.50 to +7.16"_s);
    QCOMPARE(cell(u"peersGrid"_s, u"E08000027"_s, u"Ours less theirs"_s), QString(QChar(0x2013)));
    QCOMPARE(cell(u"peersGrid"_s, u"E08000027"_s, u"95% interval of the gap"_s),
             u"no interval published, so no gap is shown"_s);
}

void NeedPageTest::anImportPreviewListsRefusedRows()
{
    QByteArray bad = deprivationFile;
    bad.replace("E01000002,Testford 001B,20,", "E01000002,Testford 001B,twenty,");
    m->dialogs().paths = {write(u"imd.csv"_s, bad)};
    const qsizetype held = plan().needDatasets.size();
    m->during([this](QWidget& dialog) {
        const auto* preview = dialog.findChild<QTextBrowser*>(u"importPreview"_s);
        auto* go = dialog.findChild<QPushButton*>(u"doImport"_s);
        QVERIFY(!go->isEnabled());
        const QString text = preview->toPlainText();
        QVERIFY2(text.contains(u"Refused rows (1)"), qPrintable(text));
        QVERIFY2(text.contains(u"line 3: E01000002"), qPrintable(text));
        auto* rows = dialog.findChild<GridView*>(u"importFirstRows"_s);
        QCOMPARE(rows->model()->index(1, 3).data().toString(), u"twenty"_s);
        auto* skip = dialog.findChild<QCheckBox*>(u"skipRefused"_s);
        QVERIFY(skip->isVisible());
        skip->setFocus();
        m->press(Qt::Key_Space);
        QVERIFY(go->isEnabled());
        QVERIFY(preview->toPlainText().contains(u"left out (1)"));
        m->click(*go);
    });
    press(u"importNeed"_s);
    QCOMPARE(plan().needDatasets.size(), held + 1);
    QCOMPARE(m->document().shelf().figuresOf(plan().needDatasets[held])->size(), 5);
}

void NeedPageTest::severalFilesAreImportedAtOnce()
{
    m->dialogs().paths = {write(u"lookup.csv"_s, lookupFile), write(u"people.csv"_s, peopleFile),
                          write(u"notes.csv"_s, "nothing\nof use\n")};
    const qsizetype held = plan().needDatasets.size();
    m->during([this](QWidget& dialog) {
        auto* files = dialog.findChild<QListWidget*>(u"importFiles"_s);
        auto* go = dialog.findChild<QPushButton*>(u"doImport"_s);
        QCOMPARE(files->count(), 3);
        QVERIFY(!go->isEnabled());
        QVERIFY(files->item(2)->text().contains(u"refused"));
        files->setFocus();
        m->press(Qt::Key_End);
        dialog.findChild<QCheckBox*>(u"importThis"_s)->setFocus();
        m->press(Qt::Key_Space);
        QVERIFY(go->text().startsWith(u"Import 2 file"));
        QVERIFY(go->isEnabled());
        m->click(*go);
    });
    press(u"importNeed"_s);
    QCOMPARE(plan().needDatasets.size(), held + 2);
    QCOMPARE(plan().needDatasets[held].kind, QString(needDatasetKind::lookup));
    QCOMPARE(plan().needDatasets[held + 1].kind, QString(needDatasetKind::figures));
}

void NeedPageTest::whatAGenericTableHoldsIsChosen()
{
    m->dialogs().paths = {
        write(u"frailty.csv"_s, "LSOA21CD,Living with frailty\nE01000001,12\nE01000002,20\nE01000003,7\n")};
    const qsizetype held = plan().needDatasets.size();
    m->during([this](QWidget& dialog) {
        auto* kind = dialog.findChild<QComboBox*>(u"importFigureKind"_s);
        QVERIFY(kind->isVisible());
        chooseIn(*kind, u"Counts of people"_s);
        m->click(*dialog.findChild<QPushButton*>(u"doImport"_s));
    });
    press(u"importNeed"_s);
    QCOMPARE(plan().needDatasets.size(), held + 1);
    const FigureTable* table = m->document().shelf().figuresOf(plan().needDatasets[held]);
    QVERIFY(table);
    QCOMPARE(table->columns().first().kind, FigureKind::Count);
    QCOMPARE(table->columns().first().values.front(), 12 * figureUnits);
}

QTEST_MAIN(NeedPageTest)
#include "test_needpage.moc"
