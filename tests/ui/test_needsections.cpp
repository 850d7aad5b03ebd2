// Fair shares, inequality and the map on the page "Place and need", and the fifths on the overview: by keyboard and mouse, on the
// sample plan. Expected amounts follow from its areas' money and weighted people (design note, "Need, exact") by hand.
#include "core/exchange/needimport.h"
#include "core/place/codeset.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/areamapchart.h"
#include "ui/charts/concentrationchart.h"
#include "ui/charts/fifthschart.h"
#include "ui/charts/glidechart.h"
#include "ui/charts/needgapchart.h"
#include "ui/charts/needscatterchart.h"
#include "ui/pages/need/mapareas.h"
#include "ui/pages/page.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr auto way = "fair-share";

QString headerOf(const QAbstractItemModel& model, int column)
{
    return model.headerData(column, Qt::Horizontal).toString();
}

template <class T> void addTo(Table<T>& table, const T& row)
{
    *static_cast<T*>(table.insert(table.size(), row.id)) = row;
}

} // namespace

class NeedSectionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void fifthsOnTheOverview();
    void noFifthsNoPanel();
    void areasStandAgainstTheirFairShare();
    void aDragOfAYearsStepIsOneStep();
    void aLimitIsMovedByKeysAndTyped();
    void whatCannotBeDoneIsSaidWithItsAmount();
    void aYearThatIsNotReachedIsNotKnown();
    void aWayIsPlannedInOneStep();
    void yearsAreAddedAndRemoved();
    void knownMoneyAlone();
    void measuresOfAllAndKnownMoney();
    void brushingSelectsEverywhere();
    void scenariosAreLaidOver();
    void withoutDeprivationTheCurveSaysWhatItNeeds();
    void theMapOfAHexFile();
    void aMapThatHasOtherCodes();
    void unitsAreRecodedToTheMap();
    void noMapAsksForOne();

private:
    void openSection(Qt::Key key)
    {
        m->press(Qt::Key_2, Qt::ControlModifier);
        m->press(key, Qt::AltModifier);
    }
    QString cell(const QString& grid, const QString& id, const QString& column)
    {
        GridView* view = m->grid(grid);
        return view ? cellOf(*view, id, column).data().toString() : u"no such grid"_s;
    }
    template <class T> T* chart(const QString& name) { return m->shown<T>(name); }
    qsizetype steps() { return m->document().journal().size(); }
    const FairSharePlan* plannedWay()
    {
        return m->document().plan().fairSharePlans.find(Id(QLatin1StringView(way)));
    }
    void set(const QLatin1StringView type, const QString& id, QAnyStringView field, const Value& value)
    {
        StepBuilder builder(m->document().plan());
        builder.set(type, Id(id), field, value);
        QVERIFY(m->document().commit(builder.step(u"Prepared"_s)));
    }
    void removeAll(const QLatin1StringView type, const QStringList& ids)
    {
        StepBuilder builder(m->document().plan());
        for (const QString& id : ids)
            builder.remove(type, Id(id));
        QVERIFY(m->document().commit(builder.step(u"Removed"_s)));
    }
    // Nine hexagons in three rows: the areas a1 to a9, code H1 to H9, from the lower left.
    void importHexes(bool withCodes)
    {
        QByteArray hexes;
        StepBuilder builder(m->document().plan());
        for (int i = 0; i < 9; ++i) {
            hexes += QByteArray(i ? "," : "") + "\"H" + QByteArray::number(i + 1) +
                     "\":{\"n\":\"hex\",\"q\":" + QByteArray::number(i % 3) +
                     ",\"r\":" + QByteArray::number(i / 3) + "}";
            if (withCodes)
                builder.set(Area::type.id, Id(u"a%1"_s.arg(i + 1)), u"code", Value(u"H%1"_s.arg(i + 1)));
        }
        if (withCodes)
            QVERIFY(m->document().commit(builder.step(u"Codes"_s)));
        const Result<NeedImport> import = importNeed(m->document().plan(), m->document().shelf(),
                                                     "{\"layout\":\"odd-r\",\"hexes\":{" + hexes + "}}",
                                                     u"place.hexjson"_s, {}, randomIds());
        QVERIFY2(import.ok(), import ? "" : qPrintable(import.error().text));
        QVERIFY(m->document().commit(import->step, import->blobs));
    }

    std::unique_ptr<WindowFixture> m;
};

void NeedSectionsTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
}

void NeedSectionsTest::cleanup()
{
    m.reset();
}

void NeedSectionsTest::fifthsOnTheOverview()
{
    auto* panel = m->shown<Panel>(u"fifthsPanel"_s);
    QVERIFY(panel);
    QCOMPARE(panel->title(), u"Most deprived fifth: 40.9% need, 35.3% money"_s);
    auto* fifths = chart<FifthsChart>(u"fifthsChart"_s);
    const QStringList need{u"40.9%"_s, u"23.2%"_s, u"15.9%"_s, u"11.9%"_s, u"8.1%"_s};
    const QStringList money{u"35.3%"_s, u"22.1%"_s, u"17.1%"_s, u"14.5%"_s, u"11.0%"_s};
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(fifths->needText(i), need.at(i));
        QCOMPARE(fifths->moneyText(i), money.at(i));
        QCOMPARE(fifths->twinModel()->index(i, 2).data().toString(), need.at(i));
    }
    QCOMPARE(fifths->marks().size(), 5);
    // The hollow bar above is as much longer than the filled one as 40.9 is than 35.3: read from the picture.
    const QImage image = fifths->grab().toImage();
    const QRectF lane = fifths->marks().first().rect;
    const auto isDark = [&](int x, double y) { return image.pixelColor(x, qRound(y)).lightness() < 110; };
    const int start = qRound(lane.left()) + 2;
    int needEnd = start + 6; // within the hollow bar
    while (needEnd < image.width() && !isDark(needEnd, lane.top() + 7))
        ++needEnd;
    int moneyEnd = start + 6;
    while (moneyEnd < image.width() && isDark(moneyEnd, lane.bottom() - 7))
        ++moneyEnd;
    QVERIFY(needEnd > start + 40);
    QVERIFY(std::abs(1.0 * (moneyEnd - start) / (needEnd - start) - 35.3 / 40.9) < 0.03);
    fifths->setFocus();
    m->press(Qt::Key_Space);
    QCOMPARE(fifths->selectedIds(), QStringList{u"fifth-1"_s});
    QCOMPARE(fifths->wordsFor(fifths->marks().first()),
             u"Fifth 1 most deprived: 32.3% of the people, 40.9% of the need, 35.3% of the money"_s);
}

void NeedSectionsTest::noFifthsNoPanel()
{
    removeAll(PopulationGroup::type.id, {u"fifth-3"_s});
    QVERIFY(!m->shown<Panel>(u"fifthsPanel"_s));
    QVERIFY(m->document().undo());
    QVERIFY(m->shown<Panel>(u"fifthsPanel"_s));
}

void NeedSectionsTest::areasStandAgainstTheirFairShare()
{
    openSection(Qt::Key_3);
    const QString grid = u"fairShareAreasGrid"_s;
    QCOMPARE(m->page(PageId::PlaceAndNeed)->title(),
             u"£5,469,114.00 would have to move to give areas their fair share"_s);
    QCOMPARE(cell(grid, u"a1"_s, u"Fair share £"_s), u"8,730,536.70"_s);
    QCOMPARE(cell(grid, u"a1"_s, u"Distance £"_s), u"−2,241,323.48"_s);
    QCOMPARE(cell(grid, u"a1"_s, u"Distance %"_s), u"−25.7%"_s);
    QCOMPARE(cell(grid, u"a9"_s, u"Distance £"_s), u"+1,858,631.07"_s);
    QCOMPARE(cell(grid, u"a9"_s, u"Distance %"_s), u"+70.6%"_s);
    QVERIFY(cellOf(*m->grid(grid), u"a1"_s, u"2029-30 £"_s).isValid());
    const QString caption = m->shown<QLabel>(u"pageWhere"_s)->text();
    QVERIFY2(caption.contains(u"£1,340,000.00 not split by area"_s), qPrintable(caption));
    QVERIFY2(caption.contains(u"people as typed"_s), qPrintable(caption));
    // Known and assumed are the area's money.
    const auto pence = [&](const QString& column) {
        return cellOf(*m->grid(grid), u"a1"_s, column).data(NumberRole).toLongLong();
    };
    QCOMPARE(pence(u"Known £"_s) + pence(u"Assumed £"_s), 648'921'322);
    QVERIFY(pence(u"Assumed £"_s) > 0);
}

void NeedSectionsTest::aDragOfAYearsStepIsOneStep()
{
    openSection(Qt::Key_3);
    auto* glide = chart<GlideChart>(u"glideChart"_s);
    QVERIFY(glide);
    const ChartMark handle = glide->marks().at(0); // of 2027-28
    QCOMPARE(handle.id, u"fair-share-2027-28"_s);
    QVERIFY(handle.adjustable);
    const QString column = u"2027-28 £"_s;
    const QString before = cell(u"fairShareAreasGrid"_s, u"a1"_s, column);
    const FairShareYear year = *m->document().plan().fairShareYears.find(Id(u"fair-share-2027-28"_s));
    const qsizetype entries = steps();

    const QPoint from = handle.rect.center().toPoint();
    const double wanted = glide->scale().pixel(-0.235);
    const QPoint to(from.x(), qRound(wanted));
    QTest::mousePress(glide, Qt::LeftButton, {}, from);
    QTest::mouseMove(glide, from - QPoint(0, 6));
    QTest::mouseMove(glide, to);
    QCOMPARE(steps(), entries); // nothing is done yet
    const QString live = cell(u"fairShareAreasGrid"_s, u"a1"_s, column);
    QVERIFY(live != before);
    QTest::mouseRelease(glide, Qt::LeftButton, {}, to);

    QCOMPARE(steps(), entries + 1);
    const std::optional<Rate> limit =
        m->document().plan().fairShareYears.find(Id(u"fair-share-2027-28"_s))->limit;
    QVERIFY(limit);
    QVERIFY2(limit->exact() > Ratio(23) && limit->exact() < Ratio(24), qPrintable(limit->text()));
    QCOMPARE(cell(u"fairShareAreasGrid"_s, u"a1"_s, column), live);
    QVERIFY(m->document().journal().last().step.what.contains(u"2027-28"_s));
    QVERIFY(m->document().undo());
    QVERIFY(*m->document().plan().fairShareYears.find(Id(u"fair-share-2027-28"_s)) == year);
    QCOMPARE(cell(u"fairShareAreasGrid"_s, u"a1"_s, column), before);
}

void NeedSectionsTest::aLimitIsMovedByKeysAndTyped()
{
    set(FairShareYear::type.id, u"fair-share-2027-28"_s, u"limit", Value(Rate::fromWhole(25)));
    openSection(Qt::Key_3);
    auto* glide = chart<GlideChart>(u"glideChart"_s);
    glide->setFocus();
    glide->setCurrentMark(0);
    const qsizetype entries = steps();
    m->press(Qt::Key_Left); // 0.1 points further below
    m->press(Qt::Key_Left);
    QCOMPARE(steps(), entries);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), entries + 1);
    const auto limit = [this] {
        return m->document().plan().fairShareYears.find(Id(u"fair-share-2027-28"_s))->limit->text();
    };
    QCOMPARE(limit(), u"25.2"_s);
    QCOMPARE(cell(u"fairShareYearsGrid"_s, u"fair-share-2027-28"_s, u"Nobody below %"_s), u"25.2"_s);

    auto* field = glide->entryRow()->findChild<QLineEdit*>();
    QVERIFY(field && field->isVisible());
    m->press(Qt::Key_Return); // now to type
    QVERIFY(field->hasFocus());
    m->type(u"25.5"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(limit(), u"25.5"_s);
    QCOMPARE(steps(), entries + 2);
}

void NeedSectionsTest::whatCannotBeDoneIsSaidWithItsAmount()
{
    // No growth, nobody may lose, and nobody below the fair share after one year: what is missing is what would have to move.
    set(FairSharePlan::type.id, u"fair-share"_s, u"growth", Value(Rate::fromWhole(0)));
    set(FairSharePlan::type.id, u"fair-share"_s, u"floor", Value(Rate::fromWhole(0)));
    openSection(Qt::Key_3);
    GridView* years = m->grid(u"fairShareYearsGrid"_s);
    m->click(*years, cellOf(*years, u"fair-share-2027-28"_s, u"Nobody below %"_s));
    m->type(u"0"_s);
    m->press(Qt::Key_Return);
    const QString words = cell(u"fairShareYearsGrid"_s, u"fair-share-2027-28"_s, u"Can it be done?"_s);
    QVERIFY2(words.contains(u"£5,469,114.00"_s), qPrintable(words));
    QCOMPARE(m->shown<Panel>(u"fairShareYearsPanel"_s)->title(), u"2027-28 cannot be done"_s);
    const auto* glide = chart<GlideChart>(u"glideChart"_s);
    QVERIFY2(glide->summary().contains(u"£5,469,114.00"_s), qPrintable(glide->summary()));
    QVERIFY(glide->wordsFor(glide->marks().at(0)).contains(u"£5,469,114.00"_s));
}

void NeedSectionsTest::aYearThatIsNotReachedIsNotKnown()
{
    set(FairSharePlan::type.id, u"fair-share"_s, u"growth", Value(Rate::fromWhole(0)));
    set(FairShareYear::type.id, u"fair-share-2027-28"_s, u"limit", Value(Rate::fromWhole(0)));
    openSection(Qt::Key_3);
    QCOMPARE(cell(u"fairShareAreasGrid"_s, u"a1"_s, u"2028-29 £"_s), u"not known"_s);
    QCOMPARE(cell(u"fairShareYearsGrid"_s, u"fair-share-2028-29"_s, u"Can it be done?"_s),
             u"2027-28 cannot be done"_s);
}

void NeedSectionsTest::aWayIsPlannedInOneStep()
{
    openSection(Qt::Key_3);
    m->click(*m->shown<QPushButton>(u"removeFairShareWay"_s));
    QVERIFY(!plannedWay());
    auto* none = m->shown<EmptyState>(u"noFairShareWay"_s);
    QVERIFY(none);
    QVERIFY(!chart<GlideChart>(u"glideChart"_s));
    // All money of the year shown stands against need all the same.
    QCOMPARE(cell(u"fairShareAreasGrid"_s, u"a1"_s, u"Distance £"_s), u"−2,241,323.48"_s);
    QVERIFY(!cellOf(*m->grid(u"fairShareAreasGrid"_s), u"a1"_s, u"2027-28 £"_s).isValid());

    const qsizetype entries = steps();
    m->click(*none->findChild<QPushButton*>());
    QCOMPARE(steps(), entries + 1);
    const Plan& plan = m->document().plan();
    QCOMPARE(plan.fairSharePlans.size(), 1);
    QCOMPARE(plan.fairSharePlans[0].baseline.text(), u"2025-26"_s);
    QStringList years;
    for (const FairShareYear& year : plan.fairShareYears)
        years.append(year.year);
    QCOMPARE(years, (QStringList{u"2026-27"_s, u"2027-28"_s, u"2028-29"_s}));
    QVERIFY(chart<GlideChart>(u"glideChart"_s));
    QVERIFY(m->document().undo());
    QVERIFY(m->document().plan().fairSharePlans.isEmpty());
    QVERIFY(m->document().plan().fairShareYears.isEmpty());
}

void NeedSectionsTest::yearsAreAddedAndRemoved()
{
    openSection(Qt::Key_3);
    m->click(*m->shown<QPushButton>(u"addFairShareYear"_s));
    const Plan& plan = m->document().plan();
    QCOMPARE(plan.fairShareYears.size(), 4);
    QCOMPARE(plan.fairShareYears[3].year, u"2030-31"_s);
    GridView* years = m->grid(u"fairShareYearsGrid"_s);
    m->click(*years, cellOf(*years, plan.fairShareYears[3].id.text(), u"Year"_s));
    m->click(*m->shown<QPushButton>(u"removeFairShareYear"_s));
    QCOMPARE(m->document().plan().fairShareYears.size(), 3);

    GridView* ways = m->grid(u"fairShareWaysGrid"_s);
    m->click(*ways, newRowOf(*ways, u"Name"_s));
    m->type(u"Slowly"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(m->document().plan().fairSharePlans.size(), 2);
    const FairSharePlan added = m->document().plan().fairSharePlans[1];
    QCOMPARE(added.name, u"Slowly"_s);
    QCOMPARE(added.baseline.text(), u"2026-27"_s);
    ways = m->grid(u"fairShareWaysGrid"_s);
    m->click(*ways, cellOf(*ways, added.id.text(), u"Name"_s)); // chosen: it has no years yet
    QCOMPARE(m->shown<Panel>(u"fairShareYearsPanel"_s)->title(), u"The way cannot be worked out"_s);
}

void NeedSectionsTest::knownMoneyAlone()
{
    openSection(Qt::Key_3);
    GridView* ways = m->grid(u"fairShareWaysGrid"_s);
    m->click(*ways, cellOf(*ways, u"fair-share"_s, u"Known only"_s));
    m->press(Qt::Key_F2);
    m->type(u"yes"_s);
    m->press(Qt::Key_Return);
    QVERIFY(plannedWay()->knownOnly);
    // The fair shares are of the known money, and add to it.
    qint64 known = 0;
    qint64 target = 0;
    for (int i = 1; i <= 9; ++i) {
        known += cellOf(*m->grid(u"fairShareAreasGrid"_s), u"a%1"_s.arg(i), u"Known £"_s)
                     .data(NumberRole)
                     .toLongLong();
        target += cellOf(*m->grid(u"fairShareAreasGrid"_s), u"a%1"_s.arg(i), u"Fair share £"_s)
                      .data(NumberRole)
                      .toLongLong();
    }
    QCOMPARE(target, known);
    QVERIFY(known < 5'630'370'000);
    QVERIFY(m->shown<QLabel>(u"pageWhere"_s)->text().contains(u"known money only"_s));
}

void NeedSectionsTest::measuresOfAllAndKnownMoney()
{
    openSection(Qt::Key_4);
    GridView* grid = m->grid(u"inequalityGrid"_s);
    QVERIFY(grid);
    QCOMPARE(grid->proxy()->rowCount(), 16);
    const auto text = [&](int row, const QString& column) {
        for (int at = 0; at < grid->proxy()->columnCount(); ++at)
            if (headerOf(*grid->proxy(), at) == column)
                return grid->proxy()->index(row, at).data().toString();
        return u"no such column"_s;
    };
    QCOMPARE(text(0, u"Measure"_s), u"Hoover index"_s);
    QCOMPARE(text(0, u"All money"_s), u"9.71%"_s); // 5,469,114 of 56,303,700
    QVERIFY(text(0, u"In words, all money"_s).contains(u"£5,469,11"_s));
    QVERIFY(text(0, u"Known money"_s) != text(0, u"All money"_s));
    QVERIFY(text(0, u"How it is worked"_s).contains(u"weighted heads"_s));
    QVERIFY(m->shown<QLabel>(u"pageWhere"_s)->text().contains(u"people as typed"_s));
    // The row chosen stands below in full, both moneys.
    const QLabel* words = m->shown<QLabel>(u"inequalityWords"_s);
    QVERIFY(words && words->text().startsWith(u"Hoover index. All money: 9.7% of the money"_s));
    m->click(*grid, grid->proxy()->index(9, 0));
    QVERIFY2(words->text().startsWith(
                 u"Horizontal inequity of money. All money: Money leans to deprived areas less"_s),
             qPrintable(words->text()));
    QVERIFY(words->text().contains(u"Known money: "_s) &&
            words->text().contains(u"0 is the most deprived"_s));
}

void NeedSectionsTest::brushingSelectsEverywhere()
{
    openSection(Qt::Key_4);
    auto* scatter = chart<NeedScatterChart>(u"needScatterChart"_s);
    QVERIFY(scatter);
    QCOMPARE(scatter->marks().size(), 9);
    QCOMPARE(scatter->title(), u"Canalside has £146.12 a weighted head, Upper Dale has £335.39"_s);
    QCOMPARE(scatter->marks().last().id, u"a1"_s); // the most need
    // A box about the two points at the right: Eastfield and Canalside.
    const QPointF eastfield = scatter->positionOf(7);
    const QPointF canalside = scatter->positionOf(8);
    const QRectF about = QRectF(eastfield, canalside).normalized().adjusted(-14, -14, 14, 14);
    QTest::mousePress(scatter, Qt::LeftButton, {}, about.topLeft().toPoint());
    QTest::mouseMove(scatter, about.center().toPoint());
    QTest::mouseMove(scatter, about.bottomRight().toPoint());
    QTest::mouseRelease(scatter, Qt::LeftButton, {}, about.bottomRight().toPoint());
    const QSet<QString> both{u"a1"_s, u"a2"_s};
    const auto asSet = [](const QStringList& ids) { return QSet<QString>(ids.begin(), ids.end()); };
    QCOMPARE(asSet(scatter->selectedIds()), both);
    QCOMPARE(asSet(chart<ConcentrationChart>(u"concentrationChart"_s)->selectedIds()), both);
    m->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(m->needChart());
    QCOMPARE(asSet(m->needChart()->selectedIds()), both);
    QCOMPARE(asSet(m->grid(u"areasGrid"_s)->selectedIds()), both);
}

void NeedSectionsTest::scenariosAreLaidOver()
{
    openSection(Qt::Key_4);
    auto* curve = chart<ConcentrationChart>(u"concentrationChart"_s);
    QVERIFY(curve);
    const int columns = curve->twinModel()->columnCount();
    QCOMPARE(m->shown<QCheckBox>(u"overlay-base"_s), nullptr); // it is what is shown
    auto* box = m->shown<QCheckBox>(u"overlay-option-b"_s);
    QVERIFY(box);
    box->setFocus();
    m->press(Qt::Key_Space);
    QVERIFY(box->isChecked());
    QCOMPARE(curve->twinModel()->columnCount(), columns + 1);
    QCOMPARE(headerOf(*curve->twinModel(), columns), u"Money so far, B: Fair shift"_s);
    // Canalside has the most people in fifth 1 and stands first: its share of the money there.
    QCOMPARE(curve->twinModel()->index(0, 0).data().toString(), u"Canalside"_s);
    const auto other = m->document().other(Id(u"option-b"_s));
    Money of;
    Money all;
    for (const AreaTotal& area : other->evaluation.areas)
        if (area.year == m->document().year()) {
            all += area.allocated;
            of += area.area.text() == u"a1"_s ? area.allocated : Money();
        }
    QCOMPARE(curve->twinModel()->index(0, columns).data().toString(), formatPercent(Ratio::of(of, all), 2));
    QVERIFY(curve->summary().contains(u"40.9%"_s));
    m->press(Qt::Key_Space);
    QCOMPARE(curve->twinModel()->columnCount(), columns);
}

void NeedSectionsTest::withoutDeprivationTheCurveSaysWhatItNeeds()
{
    removeAll(PopulationGroup::type.id, {u"fifth-1"_s});
    openSection(Qt::Key_4);
    auto* none = m->shown<EmptyState>(u"noDeprivation"_s);
    QVERIFY(none);
    QVERIFY(!chart<ConcentrationChart>(u"concentrationChart"_s));
    QVERIFY(chart<NeedScatterChart>(u"needScatterChart"_s)); // needs no order
    m->click(*none->findChild<QPushButton*>());
    QCOMPARE(m->shown<SegmentedButton>(u"needSections"_s)->current(), 1);
}

void NeedSectionsTest::theMapOfAHexFile()
{
    importHexes(true);
    openSection(Qt::Key_5);
    auto* map = chart<AreaMapChart>(u"areaMapChart"_s);
    QVERIFY(map);
    QCOMPARE(map->marks().size(), 9);
    QVERIFY(map->idsWithoutShape().isEmpty());
    QCOMPARE(m->page(PageId::PlaceAndNeed)->title(),
             u"From −25.7% in Canalside to +70.6% in Upper Dale against the fair share"_s);
    QVERIFY(map->wordsFor(map->marks().at(0)).startsWith(u"Canalside: −25.7%, below its fair share"_s));

    // H1 stands at the lower left; H2 right of it; H4 above.
    map->setFocus();
    map->setCurrentMark(0);
    m->press(Qt::Key_Right);
    QCOMPARE(map->marks().at(map->currentMark()).id, u"a2"_s);
    m->press(Qt::Key_Left);
    QCOMPARE(map->marks().at(map->currentMark()).id, u"a1"_s);
    m->press(Qt::Key_Space);
    QCOMPARE(map->selectedIds(), QStringList{u"a1"_s});
    m->press(Qt::Key_Up);
    QVERIFY(map->marks().at(map->currentMark()).id != u"a1"_s);

    auto* figure = m->shown<QComboBox>(u"mapFigure"_s);
    figure->setFocus();
    m->press(Qt::Key_Home); // need index
    QCOMPARE(m->page(PageId::PlaceAndNeed)->title(),
             u"Need index runs from 0.693 in Upper Dale to 1.308 in Canalside"_s);
    QCOMPARE(map->twinModel()->index(0, 1).data().toString(), u"1.308"_s);
    m->press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(m->needChart()->selectedIds(), QStringList{u"a1"_s});
}

void NeedSectionsTest::aMapThatHasOtherCodes()
{
    importHexes(false);
    openSection(Qt::Key_5);
    QVERIFY(chart<AreaMapChart>(u"areaMapChart"_s));
    const QLabel* problem = m->shown<QLabel>(u"mapProblem"_s);
    QVERIFY(problem);
    QVERIFY(problem->text().contains(u"check the codes"_s));
}

void NeedSectionsTest::unitsAreRecodedToTheMap()
{
    // Two areas of LSOAs (2021); a map of LSOAs (2011). A lookup leads from the old codes to the new ones: L1 stands in area A, L2 was
    // split between A and B, L3 became B's.
    Plan plan;
    const Id layer(u"l"_s);
    Layer made;
    made.id = layer;
    made.unitSet = QString(codeSet::lsoa21);
    addTo(plan.layers, made);
    for (const QString& name : {u"A"_s, u"B"_s}) {
        Area area;
        area.id = Id(name);
        area.layer = layer;
        area.name = name;
        addTo(plan.areas, area);
    }
    const auto unit = [&](const QString& area, const QString& code) {
        AreaUnit one;
        one.id = Id(u"u"_s + code);
        one.area = Id(area);
        one.code = code;
        addTo(plan.areaUnits, one);
    };
    unit(u"A"_s, u"N1"_s);
    unit(u"A"_s, u"N2"_s);
    unit(u"B"_s, u"N3"_s);
    unit(u"B"_s, u"N4"_s);
    NeedDataset lookup;
    lookup.id = Id(u"lookup"_s);
    lookup.kind = QString(needDatasetKind::lookup);
    lookup.hash = u"hash"_s;
    addTo(plan.needDatasets, lookup);
    NeedTables tables;
    tables.lookups.insert(u"hash"_s,
                          std::make_shared<Lookup>(QList<Lookup::Column>{
                              {QString(codeSet::lsoa11), {}, {u"L1"_s, u"L2"_s, u"L2"_s, u"L3"_s}, {}},
                              {QString(codeSet::lsoa21), {}, {u"N1"_s, u"N2"_s, u"N3"_s, u"N4"_s}, {}}}));
    std::vector<AreaShape> shapes;
    for (int i = 1; i <= 3; ++i)
        shapes.push_back({u"L%1"_s.arg(i), {}, {{{i * 1.0, 0}, {i + 1.0, 0}, {i + 1.0, 1}}}, {}, {}});
    const AreaShapes map(AreaShapes::Kind::Polygons, QString(codeSet::lsoa11), shapes);
    const AreaShapeCodes codes = shapeCodes(plan, plan.layers[0], tables, map);
    QCOMPARE(codes.codes, (QList<QStringList>{{u"L1"_s}, {u"L3"_s}}));
    QCOMPARE(codes.shared, QStringList{u"L2"_s});
    // The same codes in another set are other areas: without a lookup nothing is drawn.
    const AreaShapeCodes none = shapeCodes(plan, plan.layers[0], NeedTables(), map);
    QCOMPARE(none.codes, (QList<QStringList>{{}, {}}));
}

void NeedSectionsTest::noMapAsksForOne()
{
    openSection(Qt::Key_5);
    auto* none = m->shown<EmptyState>(u"noMap"_s);
    QVERIFY(none);
    QVERIFY(!chart<AreaMapChart>(u"areaMapChart"_s));
    QSignalSpy asked(m->page(PageId::PlaceAndNeed), SIGNAL(importRequested()));
    m->click(*none->findChild<QPushButton*>());
    QCOMPARE(asked.size(), 1);
    m->click(*m->shown<QPushButton>(u"importMap"_s));
    QCOMPARE(asked.size(), 2);
}

QTEST_MAIN(NeedSectionsTest)
#include "test_needsections.moc"
