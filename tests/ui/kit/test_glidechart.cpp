#include "ui/charts/chartlabels.h"
#include "ui/charts/glidechart.h"
#include "ui/charts/glideentry.h"
#include "ui/panel/panel.h"
#include "ui/table/roles.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

GlideYear year(const QString& id, const QString& name, std::optional<Ratio> limit)
{
    return {id,
            name,
            limit,
            Ratio(-258, 1000),
            Ratio(-21, 1000),
            u"no area starts further below"_s,
            u"the money of the year reaches no closer"_s,
            {}};
}

// The opening and three years; distances of three areas, the last one not known in one year.
GlideData threeAreas()
{
    GlideData data;
    data.years = {year(u"y0"_s, u"2026-27"_s, {}), year(u"y1"_s, u"2027-28"_s, Ratio(-100, 1000)),
                  year(u"y2"_s, u"2028-29"_s, Ratio(-50, 1000)), year(u"y3"_s, u"2029-30"_s, {})};
    const auto far = [](qint64 tenths) { return std::optional<Ratio>(Ratio(tenths, 1000)); };
    const QList<Money> money{Money::fromPence(648'921'322), Money::fromPence(671'234'500),
                             Money::fromPence(690'000'000), Money::fromPence(700'000'000)};
    data.areas = {{u"a1"_s, u"Canalside"_s, {far(-258), far(-21), far(-21), far(0)}, money},
                  {u"a2"_s, u"Millbrook"_s, {far(26), far(20), far(10), far(0)}, money},
                  {u"a3"_s, u"Upper Dale"_s, {far(704), far(500), std::nullopt, far(200)}, money}};
    return data;
}

} // namespace

class TestGlideChart : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<GlideChart>();
        m_chart->setData(threeAreas());
        m_chart->setTexts(u"Canalside is there in 2029-30"_s, u"Distance from fair share"_s, u"In words."_s,
                          u"Source: the plan"_s);
        m_chart->resize(640, 400);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        QApplication::setActiveWindow(m_chart.get());
        m_chart->setFocus();
        QTRY_VERIFY(m_chart->hasFocus());
    }

    void cleanup() { m_chart.reset(); }

    void marksSayWhatTheyAre()
    {
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(marks.size(), 3 + 3 * 4);
        QCOMPARE(m_chart->wordsFor(marks.at(0)),
                 u"2027-28, limit: nobody more than 10.0% below fair share"_s);
        QCOMPARE(marks.at(2).value, u"no limit of its own, a straight line to the fair share"_s);
        QVERIFY(marks.at(0).adjustable && !marks.at(3).adjustable);
        QCOMPARE(m_chart->wordsFor(marks.at(4)),
                 u"Canalside, 2027-28: 2.1% below its fair share, £6,712,345.00"_s);
        QCOMPARE(marks.at(6).value, u"at its fair share, £7,000,000.00"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(8)),
                 u"Millbrook, 2027-28: 2.0% above its fair share, £6,712,345.00"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(13)), u"Upper Dale, 2028-29: not known"_s);
        for (const ChartMark& mark : marks)
            QVERIFY(mark.rect.width() >= 24 && mark.rect.height() >= 24);
    }

    void arrowsWalkLimitsAndAreas()
    {
        const auto now = [this] { return m_chart->marks().at(m_chart->currentMark()).name; };
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"2028-29, limit"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"Canalside, 2029-30"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"Millbrook, 2028-29"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(now(), u"2028-29, limit"_s);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        m_chart->setCurrentMark(7);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"a2"_s});
    }

    void keysMoveTheLimitAndEnterApplies()
    {
        QSignalSpy live(m_chart.get(), &GlideChart::limitDragging);
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(live.count(), 3);
        QCOMPARE(live.at(1).at(0).toString(), u"y1"_s);
        QVERIFY(live.at(1).at(1).value<Ratio>() == Ratio(-89, 1000)); // -10.0 + 0.1 + 1.0 points
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"y1"_s);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(-90, 1000));
    }

    void homeAndEndAreTheBounds()
    {
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        QSignalSpy words(m_chart.get(), &Chart::wordsChanged);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(words.last().first().toString(), u"the money of the year reaches no closer"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Down); // leaving applies
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(-21, 1000));
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(words.last().first().toString(), u"no area starts further below"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape); // and Esc drops
        m_chart->clearFocus();
        QCOMPARE(asked.count(), 1);
    }

    void leavingTheChartApplies()
    {
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        m_chart->clearFocus();
        QCOMPARE(asked.count(), 1);
    }

    void dragAsksOnceAndStopsAtTheBounds()
    {
        QSignalSpy live(m_chart.get(), &GlideChart::limitDragging);
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        QSignalSpy ended(m_chart.get(), &GlideChart::dragEnded);
        const ChartScale scale = m_chart->scale();
        drag(0, scale.pixel(-0.18));
        QCOMPARE(asked.count(), 1);
        const Ratio limit = asked.first().at(1).value<Ratio>();
        QVERIFY((limit * Ratio(1000)).unitsAt(3, Rounding::HalfAwayFromZero) % 1000 == 0); // whole tenths
        const double perPixel = std::abs(scale.value(1) - scale.value(0));
        QVERIFY(std::abs(limit.toDoubleForCharts() + 0.18) <= perPixel + 0.001);
        QVERIFY(live.count() >= 1);
        asked.clear();
        drag(0, scale.pixel(0.3));
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(-21, 1000));
        asked.clear();
        drag(0, scale.pixel(-0.9));
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(-258, 1000));
        QCOMPARE(ended.count(), 3);
        for (const QList<QVariant>& one : live)
            QVERIFY(one.at(1).value<Ratio>() >= Ratio(-258, 1000) &&
                    one.at(1).value<Ratio>() <= Ratio(-21, 1000));
    }

    void escapeDropsADrag()
    {
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        const QPoint from = m_chart->marks().at(0).rect.center().toPoint();
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), from - QPoint(0, 20));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QTest::mouseMove(m_chart.get(), from - QPoint(0, 30));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, from - QPoint(0, 30));
        QCOMPARE(asked.count(), 0);
    }

    void nothingMovesWhereItMayNot()
    {
        GlideData data = threeAreas();
        data.adjustable = false;
        m_chart->setData(data);
        QSignalSpy live(m_chart.get(), &GlideChart::limitDragging);
        drag(0, m_chart->scale().pixel(-0.18));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(live.count(), 0);
        QVERIFY(!m_chart->requestText(u"y1"_s, u"5%"_s).isEmpty());
        QVERIFY(!m_chart->entryRow()->isEnabled());
    }

    void previewKeepsScaleAndIsDropped()
    {
        const ChartScale before = m_chart->scale();
        GlideData preview = threeAreas();
        preview.areas[2].distance[0] = Ratio(5);
        preview.years[1].limit = Ratio(-70, 1000);
        preview.years[1].infeasibleWords = u"Short by £1,234.56"_s;
        m_chart->setPreview(preview);
        QCOMPARE(m_chart->scale().high, before.high);
        QCOMPARE(m_chart->marks().at(0).value,
                 u"nobody more than 7.0% below fair share; Short by £1,234.56"_s);
        QCOMPARE(m_chart->twinModel()->index(0, 4).data().toString(), u"Short by £1,234.56"_s);
        m_chart->setPreview({});
        QCOMPARE(m_chart->marks().at(0).value, u"nobody more than 10.0% below fair share"_s);
    }

    void typedTextAsks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("hundredths"); // of a percent; 0: refused
        QTest::newRow("percent") << u"3.0%"_s << -300;
        QTest::newRow("plain") << u"4"_s << -400;
        QTest::newRow("with its sign") << u"-4.25"_s << -425;
        QTest::newRow("too close") << u"2.0%"_s << 0;
        QTest::newRow("too far") << u"26%"_s << 0;
        QTest::newRow("no figure") << u"3.O%"_s << 0;
        QTest::newRow("nothing") << u""_s << 0;
    }

    void typedTextAsks()
    {
        QFETCH(QString, typed);
        QFETCH(int, hundredths);
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        const QString problem = m_chart->requestText(u"y1"_s, typed);
        QCOMPARE(problem.isEmpty(), hundredths != 0);
        QCOMPARE(asked.count(), hundredths != 0 ? 1 : 0);
        if (hundredths != 0)
            QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(hundredths, 10'000));
    }

    void entryRowFollowsAppliesAndRefuses()
    {
        auto* entry = static_cast<GlideEntry*>(m_chart->entryRow());
        QSignalSpy asked(m_chart.get(), &GlideChart::limitRequested);
        m_chart->setCurrentMark(1);
        QCOMPARE(entry->words(), u"2028-29, nobody more than 5.0% below fair share"_s);
        m_chart->setCurrentMark(4); // Canalside in 2027-28
        QCOMPARE(entry->words(), u"2027-28, nobody more than 10.0% below fair share"_s);
        entry->show();
        type(entry, u"1%"_s);
        QVERIFY(entry->problem().contains(u"the money of the year reaches no closer"_s));
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(entry->field(), Qt::Key_Escape);
        QCOMPARE(entry->field()->text(), u"10.0%"_s);
        QVERIFY(entry->problem().isEmpty());
        type(entry, u"3%"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"y1"_s);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(-3, 100));
    }

    void twinTableIsTheMarks()
    {
        const QAbstractItemModel* twin = m_chart->twinModel();
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(twin->rowCount(), static_cast<int>(marks.size()));
        for (int row = 0; row < twin->rowCount(); ++row) {
            QCOMPARE(twin->index(row, 0).data(IdRole).toString(), marks.at(row).id);
            QVERIFY(marks.at(row).name.contains(twin->index(row, 1).data().toString()));
        }
        QCOMPARE(twin->index(4, 0).data().toString(), u"Canalside"_s);
        QCOMPARE(twin->index(4, 2).data().toString(), u"−2.10%"_s);
        QCOMPARE(twin->index(4, 3).data().toString(), u"6,712,345.00"_s);
        QCOMPARE(twin->index(13, 2).data().toString(), u"not known"_s);
    }

    void labelsStandApart_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("areas");
        QTest::newRow("nine, small") << QSize(420, 260) << 9;
        QTest::newRow("nine, large") << QSize(1400, 800) << 9;
        QTest::newRow("forty, small") << QSize(420, 260) << 40;
    }

    void labelsStandApart()
    {
        QFETCH(QSize, size);
        QFETCH(int, areas);
        GlideData data = threeAreas();
        data.years[1].infeasibleWords = u"Short by £1,234,567.89"_s;
        data.years[2].infeasibleWords = u"Short by £1,234.56"_s;
        const GlideArea like = data.areas.first();
        for (int i = 3; i < areas; ++i) {
            data.areas.append(like);
            data.areas.last().id = u"a%1"_s.arg(i + 1);
            data.areas.last().name = u"Area %1 of a long name that has to give way"_s.arg(i + 1);
        }
        m_chart->setData(data);
        m_chart->resize(size);
        m_chart->setSelectedIds({u"a5"_s});
        const QList<ChartLabel> labels = m_chart->labels();
        QVERIFY(areas == 40 ? labels.size() >= 8 && labels.size() < 40 : labels.size() == areas);
        bool selected = false;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            selected = selected || labels.at(i).id == u"a5"_s;
            QVERIFY(labels.at(i).text.endsWith(u'%')); // figures never elide
            QVERIFY(QRectF(m_chart->rect()).contains(labels.at(i).rect));
            for (qsizetype j = i + 1; j < labels.size(); ++j) // touching is no covering
                QVERIFY(!labels.at(i).rect.adjusted(0, 0.01, 0, -0.01).intersects(labels.at(j).rect));
        }
        QVERIFY(selected);
        m_chart->grab();
    }

    void spreadMiddlesKeepsOrderAndRoom()
    {
        QCOMPARE(spreadMiddles({20, 50}, 10, 0, 100), (QList<qreal>{20, 50}));
        QCOMPARE(spreadMiddles({50, 50}, 10, 0, 100), (QList<qreal>{45, 55}));
        QCOMPARE(spreadMiddles({0, 2, 99}, 10, 0, 100), (QList<qreal>{5, 15, 95}));
        // Tops 35, 44 - 10 and 47 - 20 of the first in a group of three: 32 on average.
        QCOMPARE(spreadMiddles({40, 49, 52}, 10, 0, 100), (QList<qreal>{37, 47, 57}));
    }

    void infeasibleYearsAreSaid()
    {
        GlideData data = threeAreas();
        data.years[1].infeasibleWords = u"Short by £1,234.56"_s;
        m_chart->setData(data);
        QVERIFY(m_chart->marks().at(0).value.endsWith(u"; Short by £1,234.56"_s));
        QTemporaryDir folder;
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(svg.readAll()).contains(u"Short by £1,234.56"_s));
    }

    void withoutDataThereIsASentence()
    {
        m_chart->setData({});
        QVERIFY(m_chart->marks().isEmpty());
        m_chart->entryRow();
        const QImage image = m_chart->grab().toImage();
        QCOMPARE(image.pixelColor(90, image.height() - 30), image.pixelColor(2, 2)); // no axis
        bool words = false;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = image.height() / 2 - 20; y < image.height() / 2 + 20; ++y)
                words = words || image.pixelColor(x, y) != image.pixelColor(2, 2);
        }
        QVERIFY(words);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(100, 100));
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(chart->childCount(), 15);
        QCOMPARE(chart->child(0)->text(QAccessible::Name), u"2027-28, limit"_s);
        QVERIFY(!chart->child(0)->state().readOnly);
        QVERIFY(chart->child(4)->state().readOnly);
    }

    void aPanelTakesItWhole()
    {
        Panel panel;
        auto* chart = new GlideChart;
        chart->setData(threeAreas());
        panel.setChart(chart);
        QVERIFY(panel.findChild<GlideEntry*>());
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"chart.png"_s)));
        QCOMPARE(QImage(folder.filePath(u"chart.png"_s)).width(), 1280);
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QVERIFY(QFile(folder.filePath(u"chart.svg"_s)).size() > 2000);
    }

private:
    void drag(int mark, qreal to)
    {
        const QPoint from = m_chart->marks().at(mark).rect.center().toPoint();
        const QPoint end(from.x(), qRound(to));
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), (from + end) / 2);
        QTest::mouseMove(m_chart.get(), end);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, end);
    }

    static void type(GlideEntry* entry, const QString& text)
    {
        entry->field()->setFocus();
        entry->field()->selectAll();
        QTest::keyClicks(entry->field(), text);
        QTest::keyClick(entry->field(), Qt::Key_Return);
    }

    std::unique_ptr<GlideChart> m_chart;
};

QTEST_MAIN(TestGlideChart)
#include "test_glidechart.moc"
