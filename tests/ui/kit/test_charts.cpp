#include "ui/charts/chartscale.h"
#include "ui/charts/fundingstackchart.h"
#include "ui/charts/needgapchart.h"
#include "ui/charts/needgapentry.h"
#include "ui/charts/stackedbars.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/roles.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// Ten million pounds in three areas; need 50, 30 and 20 hundredths, so gaps are -10.0, 0.0 and +10.0 points.
NeedGapData threeAreas()
{
    const auto head = [](qint64 pence) { return Money::fromPence(pence); };
    return {{{u"a1"_s, u"Canalside"_s, Ratio(50, 100), Money::fromPounds(4'000'000), head(8'000), true},
             {u"a2"_s, u"Eastfield"_s, Ratio(30, 100), Money::fromPounds(3'000'000), head(10'000), false},
             {u"a3"_s, u"Upper Dale"_s, Ratio(20, 100), Money::fromPounds(3'000'000), head(15'000), false}},
            u"Calderbourne"_s};
}

MoveLimits limitsOf(const QString&)
{
    return {Money::fromPounds(2'900'000), Money::fromPounds(4'200'000), u"no unlocked line is left"_s,
            u"the other areas have no more to give"_s};
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<NeedGapChart>();
        m_chart->setData(threeAreas());
        m_chart->setLimits(limitsOf);
        m_chart->setTexts(u"Money follows heads"_s, u"Share of need and of money"_s,
                          u"Canalside is 10 points short."_s, u"Source: the plan"_s);
        m_chart->resize(700, 240);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        QApplication::setActiveWindow(m_chart.get());
        m_chart->setFocus();
        QTRY_VERIFY(m_chart->hasFocus());
    }

    void cleanup() { m_chart.reset(); }

    void scaleGoesThereAndBack()
    {
        const ChartScale scale = m_chart->scale();
        for (const double value : {scale.low, 0.3, 0.4321, scale.high})
            QVERIFY(std::abs(scale.value(scale.pixel(value)) - value) < 1e-12);
        QVERIFY(scale.pixel(scale.low) < scale.pixel(scale.high));
    }

    void ticksAreRound()
    {
        // Calderbourne runs from 4.68 % to 16.80 %: every two points from 4 to 18.
        const ChartTicks ticks = ticksFor(0.0468, 0.1680, 8);
        QCOMPARE(ticks.values.size(), 8);
        QVERIFY(std::abs(ticks.values.first() - 0.04) < 1e-12);
        QVERIFY(std::abs(ticks.values.last() - 0.18) < 1e-12);
        QCOMPARE(ticksFor(0, 0, 5).values.isEmpty(), false);
    }

    void marksSayWhatTheyAre()
    {
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(marks.size(), 3);
        QCOMPARE(
            m_chart->wordsFor(marks.at(0)),
            u"Canalside: 40.0% of the money (£4,000,000.00), 50.0% of the need, 10.0 points below its need; £80.00 a weighted head"_s);
        QVERIFY(marks.at(1).value.contains(u"the same share as of need"_s));
        QVERIFY(marks.at(2).value.contains(u"10.0 points above its need"_s));
        for (const ChartMark& mark : marks)
            QVERIFY(mark.rect.width() >= 24 && mark.rect.height() >= 24);
    }

    void arrowsChooseAMark()
    {
        QSignalSpy words(m_chart.get(), &Chart::wordsChanged);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(m_chart->currentMark(), 1);
        QCOMPARE(words.last().first().toString(), m_chart->wordsFor(m_chart->marks().at(1)));
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(m_chart->currentMark(), 0);
    }

    void spaceSelects()
    {
        QSignalSpy spy(m_chart.get(), &Chart::idsSelected);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(spy.first().first().toStringList(), QStringList{u"a1"_s});
        QCOMPARE(m_chart->selectedIds(), QStringList{u"a1"_s});
    }

    void keysMoveAndEnterApplies()
    {
        QSignalSpy live(m_chart.get(), &NeedGapChart::dragging);
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(live.count(), 3);
        QCOMPARE(live.last().at(1).value<Money>(), Money::fromPounds(4'010'000));
        QCOMPARE(moved.count(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(0).toString(), u"a1"_s);
        QCOMPARE(moved.first().at(1).value<Money>(), Money::fromPounds(10'000));
    }

    void escapeRestores()
    {
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        QSignalSpy ended(m_chart.get(), &NeedGapChart::dragEnded);
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(moved.count(), 0);
    }

    void homeAndEndAreTheLimits()
    {
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_Down); // leaving the mark applies
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(1).value<Money>(), Money::fromPounds(200'000));
    }

    void dragAsksOnceAndStopsAtTheLimit()
    {
        QSignalSpy live(m_chart.get(), &NeedGapChart::dragging);
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        drag(0, m_chart->scale().pixel(0.41)); // £4.1m of £10m
        QCOMPARE(moved.count(), 1);
        const Money delta = moved.first().at(1).value<Money>();
        QCOMPARE(delta.pence() % 100'000, 0); // whole thousands
        const double perPixel = 10'000'000 / (m_chart->scale().pixel(1) - m_chart->scale().pixel(0));
        QVERIFY(std::abs(delta.toDoubleForCharts() - 100'000) <= perPixel + 500);
        QVERIFY(live.count() >= 1);

        moved.clear();
        drag(0, m_chart->scale().pixel(0.5));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(1).value<Money>(), Money::fromPounds(200'000));
        for (const QList<QVariant>& one : live)
            QVERIFY(one.at(1).value<Money>() <= Money::fromPounds(4'200'000));
    }

    void clickSelectsAndMovesNothing()
    {
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        QSignalSpy selected(m_chart.get(), &Chart::idsSelected);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->marks().at(1).rect.center().toPoint());
        QCOMPARE(selected.first().first().toStringList(), QStringList{u"a2"_s});
        QCOMPARE(moved.count(), 0);
    }

    void nothingMovesWithoutLimits()
    {
        m_chart->setLimits({});
        QSignalSpy live(m_chart.get(), &NeedGapChart::dragging);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        drag(0, m_chart->scale().pixel(0.45));
        QCOMPARE(live.count(), 0);
    }

    void typedTextAsks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("delta"); // pence; 0: refused
        QTest::newRow("percent") << u"41.5%"_s << qint64(15'000'000);
        QTest::newRow("plain percent") << u"41"_s << qint64(10'000'000);
        QTest::newRow("pounds") << u"£4,100,000.50"_s << qint64(10'000'050);
        QTest::newRow("millions") << u"3.9m"_s << qint64(-10'000'000);
        QTest::newRow("too much") << u"60%"_s << qint64(0);
        QTest::newRow("too little") << u"£1,000,000"_s << qint64(0);
        QTest::newRow("no figure") << u"4O%"_s << qint64(0);
    }

    void typedTextAsks()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, delta);
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        const QString problem = m_chart->requestText(u"a1"_s, typed);
        QCOMPARE(problem.isEmpty(), delta != 0);
        QCOMPARE(moved.count(), delta != 0 ? 1 : 0);
        if (delta != 0)
            QCOMPARE(moved.first().at(1).value<Money>(), Money::fromPence(delta));
    }

    void entryRowFollowsAndRefuses()
    {
        auto* entry = static_cast<NeedGapEntry*>(m_chart->entryRow());
        QSignalSpy moved(m_chart.get(), &NeedGapChart::moveRequested);
        m_chart->setCurrentMark(2);
        QCOMPARE(entry->field()->text(), u"30.0%"_s);
        entry->show();
        entry->field()->setFocus();
        entry->field()->selectAll();
        QTest::keyClicks(entry->field(), u"99%"_s);
        QTest::keyClick(entry->field(), Qt::Key_Return);
        QVERIFY(entry->problem().contains(u"the other areas have no more to give"_s));
        QCOMPARE(moved.count(), 0);
        QTest::keyClick(entry->field(), Qt::Key_Escape);
        QCOMPARE(entry->field()->text(), u"30.0%"_s);
        QVERIFY(entry->problem().isEmpty());
    }

    void sortedByGap()
    {
        m_chart->setSortedByGap(true);
        QCOMPARE(m_chart->marks().first().id, u"a1"_s);
        NeedGapData turned = threeAreas();
        std::swap(turned.areas[0], turned.areas[2]);
        m_chart->setData(turned);
        QCOMPARE(m_chart->marks().first().id, u"a1"_s);
        m_chart->setSortedByGap(false);
        QCOMPARE(m_chart->marks().first().id, u"a3"_s);
    }

    void twinTableHasTheFigures()
    {
        const QAbstractItemModel* twin = m_chart->twinModel();
        QCOMPARE(twin->rowCount(), 4);
        QCOMPARE(twin->index(0, 3).data().toString(), u"−10.00"_s);
        QCOMPARE(twin->index(2, 3).data().toString(), u"+10.00"_s);
        QCOMPARE(twin->index(0, 4).data().toString(), u"4,000,000.00"_s);
        QVERIFY(twin->index(3, 0).data(TotalRole).toBool());
        QCOMPARE(twin->index(3, 4).data().toString(), u"10,000,000.00"_s);
        QCOMPARE(twin->index(0, 0).data(IdRole).toString(), u"a1"_s);
    }

    void previewKeepsScaleAndIsDropped()
    {
        const ChartScale before = m_chart->scale();
        NeedGapData preview = threeAreas();
        preview.areas[0].money = Money::fromPounds(9'000'000);
        m_chart->setPreview(preview);
        QCOMPARE(m_chart->scale().high, before.high);
        m_chart->setPreview({});
        QVERIFY(m_chart->marks().at(0).value.startsWith(u"40.0%"_s));
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Name), u"Money follows heads"_s);
        QCOMPARE(chart->text(QAccessible::Description), u"Canalside is 10 points short."_s);
        QCOMPARE(chart->childCount(), 3);
        QAccessibleInterface* mark = chart->child(2);
        QCOMPARE(mark->text(QAccessible::Name), u"Upper Dale"_s);
        QVERIFY(mark->text(QAccessible::Value).startsWith(u"30.0% of the money"_s));
        QCOMPARE(mark->parent(), chart);
        QCOMPARE(chart->indexOfChild(mark), 2);
        m_chart->setCurrentMark(2);
        QVERIFY(mark->state().focused);
        QVERIFY(!chart->child(0)->state().focused);
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"chart.png"_s)));
        const QImage image(folder.filePath(u"chart.png"_s));
        QCOMPARE(image.width(), 1400);
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("Money follows heads"));
        QVERIFY(!m_chart->exportPng(folder.filePath(u"missing/chart.png"_s)));
    }

    void barsStandWhereTheyAreMeasured()
    {
        StackedBars bars;
        bars.setBars({{{30, Qt::red}, {10, Qt::green}}, {{20, Qt::blue}}}, Qt::white);
        bars.layOut(QRectF(10, 0, 400, 100), 20);
        const QRectF first = bars.partRect(0, 0);
        QVERIFY(std::abs(first.left() - 10) < 1 && std::abs(first.width() - 300) < 1);
        QVERIFY(std::abs(first.center().y() - 25) < 1);
        QVERIFY(std::abs(bars.partRect(1, 0).width() - 200) < 1);
        QImage image(420, 110, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        bars.paint(painter);
        painter.end();
        QCOMPARE(image.pixelColor(first.center().toPoint()), QColor(Qt::red));
        QCOMPARE(image.pixelColor(bars.partRect(0, 1).center().toPoint()), QColor(Qt::green));
        QCOMPARE(image.pixelColor(bars.partRect(1, 0).center().toPoint()), QColor(Qt::blue));
    }

    void fundingMarksAreSegments()
    {
        FundingStackChart chart;
        chart.resize(320, 180);
        chart.setPartners({{u"p"_s,
                            u"Council"_s,
                            {{u"c1"_s, u"grant"_s, Money::fromPounds(750'000), 0, false},
                             {u"c2"_s, u"DFG"_s, Money::fromPounds(250'000), 0, true}}}});
        QCOMPARE(chart.marks().size(), 2);
        QCOMPARE(chart.wordsFor(chart.marks().at(1)),
                 u"Council, DFG: £250,000.00, 25.0% of what Council pays in; indicative"_s);
        QCOMPARE(chart.twinModel()->index(1, 2).data(StatusRole).toString(), u"indicative"_s);
        QCOMPARE(chart.twinModel()->index(2, 2).data().toString(), u"1,000,000.00"_s);
    }

    void panelSwitchesToTheTwin()
    {
        Panel panel;
        auto* chart = new FundingStackChart;
        chart->setTexts(u"NHS 57.5%"_s, u"Contributions"_s, u"The NHS pays more."_s);
        panel.setChart(chart);
        QCOMPARE(panel.title(), u"NHS 57.5%"_s);
        QSignalSpy spy(&panel, &Panel::tableShown);
        QTest::keyClick(&panel, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(panel.showsTable());
        QCOMPARE(panel.findChild<SegmentedButton*>()->current(), 1);
        panel.findChild<SegmentedButton*>()->setCurrent(0);
        QVERIFY(!panel.showsTable());
        QCOMPARE(spy.count(), 2);
    }

private:
    void drag(int mark, qreal to)
    {
        const QPoint from = m_chart->marks().at(mark).rect.center().toPoint();
        const QPoint end(qRound(to), from.y());
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), (from + end) / 2);
        QTest::mouseMove(m_chart.get(), end);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, end);
    }

    std::unique_ptr<NeedGapChart> m_chart;
};

QTEST_MAIN(TestCharts)
#include "test_charts.moc"
