#include "ui/charts/riskladderchart.h"
#include "ui/charts/riskladderentry.h"
#include "ui/panel/panel.h"
#include "ui/table/roles.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = LadderSeries::Kind;

Money pounds(qint64 amount)
{
    return Money::fromPounds(amount);
}

// The sample's better care pool: £55,043,700 of which Ashmoor ICB pays in 30,568,300, Fenwold ICB 1,126,700 and the
// council 23,348,700. The fund takes 150,000, 500,000 and 60,000; then by contribution; Fenwold ICB to 50,000, what is over
// it the council; the council to 2,250,000, Ashmoor ICB to 3,000,000. Of an underspend the fund keeps 250,000.
LadderData betterCare()
{
    LadderData data;
    data.fundName = u"Better Care pool"_s;
    data.fundTotal = pounds(55'043'700);
    data.series = {{{}, u"Underspends elsewhere"_s, Kind::Fund, -1},
                   {{}, u"Risk reserve"_s, Kind::Fund, -1},
                   {{}, u"Uncommitted allocations"_s, Kind::Fund, -1},
                   {{}, u"Kept in the fund"_s, Kind::Fund, -1},
                   {u"fenwold"_s, u"Fenwold ICB"_s, Kind::Partner, 2},
                   {u"ashmoor"_s, u"Ashmoor ICB"_s, Kind::Partner, 0},
                   {u"council"_s, u"Council"_s, Kind::Partner, 1},
                   {{}, u"Not agreed"_s, Kind::NotAgreed, -1}};
    const auto point = [&](qint64 variance, const QList<qint64>& pence) {
        LadderPoint made{Money::fromPence(variance), {}};
        for (const qint64 part : pence)
            made.parts.append(Money::fromPence(part));
        data.points.append(made);
    };
    // -10%: what is over 250,000 by contribution, 5,254,370.00 x 2.05%, 55.53%, 42.42%
    point(-550'437'000, {0, 0, 0, -25'000'000, -10'755'270, -291'799'349, -222'882'381, 0});
    point(-25'000'000, {0, 0, 0, -25'000'000, 0, 0, 0, 0});
    point(0, {0, 0, 0, 0, 0, 0, 0, 0});
    point(15'000'000, {15'000'000, 0, 0, 0, 0, 0, 0, 0});
    point(65'000'000, {15'000'000, 50'000'000, 0, 0, 0, 0, 0, 0});
    point(71'000'000, {15'000'000, 50'000'000, 6'000'000, 0, 0, 0, 0, 0});
    point(315'269'526, {15'000'000, 50'000'000, 6'000'000, 0, 5'000'000, 135'654'110, 103'615'416, 0});
    point(588'256'144, {15'000'000, 50'000'000, 6'000'000, 0, 5'000'000, 287'256'144, 225'000'000, 0});
    point(611'203'740,
          {15'000'000, 50'000'000, 6'000'000, 0, 5'000'000, 300'000'000, 225'000'000, 10'203'740});
    point(1'100'874'000,
          {15'000'000, 50'000'000, 6'000'000, 0, 5'000'000, 300'000'000, 225'000'000, 499'874'000});
    data.kinks = {{Money::fromPence(315'269'526), u"Fenwold ICB’s cap, £3.15m"_s},
                  {Money::fromPence(588'256'144), u"not agreed, £5.88m"_s},
                  {Money::fromPence(611'203'740), u"Ashmoor ICB’s cap, £6.11m"_s}};
    data.rungs = {{{}, pounds(150'000), u"1"_s, {}},
                  {pounds(150'000), pounds(650'000), u"2"_s, {}},
                  {pounds(650'000), pounds(710'000), u"3"_s, {}},
                  {pounds(710'000), Money::fromPence(588'256'144), u"4"_s, u"shared by contribution"_s}};
    data.least = pounds(-5'504'370);
    data.most = pounds(11'008'740);
    data.focusLeast = pounds(-1'100'874);
    data.focusMost = pounds(3'302'622);
    data.test = pounds(900'000);
    data.testPoint = {data.test,
                      {pounds(150'000),
                       pounds(500'000),
                       pounds(60'000),
                       {},
                       Money::fromPence(388'915),
                       Money::fromPence(10'551'574),
                       Money::fromPence(8'059'511),
                       {}}};
    data.testLines = {u"1.6% over; £710,000.00 from the fund,"_s, u"£190,000.00 from partners"_s};
    data.notAgreedFrom = Money::fromPence(588'256'144);
    data.emptyWords = u"Type the contributions first."_s;
    return data;
}

constexpr int handle = 0;
constexpr int firstKink = 1;
constexpr int firstSeries = 4;
constexpr int ashmoor = 9;
constexpr int windowMark = 12;

} // namespace

class TestRiskLadderChart : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<RiskLadderChart>();
        m_chart->setData(betterCare());
        m_chart->setTexts(u"The fund covers the first £710,000.00"_s, u"Who pays at each outturn"_s,
                          u"In words."_s, u"Source: the plan"_s);
        m_chart->resize(730, 340);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        QApplication::setActiveWindow(m_chart.get());
        m_chart->setFocus();
        QTRY_VERIFY(m_chart->hasFocus());
    }

    void cleanup() { m_chart.reset(); }

    void theFixtureAddsUp()
    {
        const LadderData data = betterCare();
        for (const LadderPoint& point : data.points + QList<LadderPoint>{data.testPoint}) {
            Money sum;
            for (const Money part : point.parts)
                sum += part;
            QCOMPARE(sum, point.variance);
        }
    }

    void marksSayWhatTheyAre()
    {
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(marks.size(), 1 + 3 + 8 + 1);
        QCOMPARE(
            m_chart->wordsFor(marks.at(handle)),
            u"Better Care pool, outturn: +£900,000.00; 1.6% over; £710,000.00 from the fund, £190,000.00 from partners"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(firstKink)),
                 u"Fenwold ICB’s cap, £3.15m: +£3,152,695.26, +5.7% of the fund"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(firstSeries + 1)),
                 u"Risk reserve: absorbs £500,000.00 at +£900,000.00"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(ashmoor)), u"Ashmoor ICB: pays £105,515.74 at +£900,000.00"_s);
        QCOMPARE(marks.at(ashmoor).id, u"ashmoor"_s);
        QCOMPARE(marks.at(11).value, u"nobody has agreed to pay £0.00 at +£900,000.00"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(windowMark)),
                 u"Shown above: −2.0% to +6.0% of the fund, −£1,100,874.00 to +£3,302,622.00"_s);
        QVERIFY(marks.at(handle).adjustable && marks.at(windowMark).adjustable &&
                !marks.at(ashmoor).adjustable);
        for (const ChartMark& mark : marks) {
            QVERIFY(mark.rect.width() >= 24 && mark.rect.height() >= 24);
            QVERIFY(QRectF(m_chart->rect()).intersects(mark.rect));
        }
    }

    void anUnderspendIsKeptAndGoesBack()
    {
        LadderData data = betterCare();
        data.test = pounds(-1'000'000);
        data.testPoint = {data.test,
                          {{},
                           {},
                           {},
                           pounds(-250'000),
                           Money::fromPence(-1'535'189),
                           Money::fromPence(-41'650'952),
                           Money::fromPence(-31'813'859),
                           {}}};
        data.testLines = {u"£750,000.00 goes back"_s};
        m_chart->setData(data);
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(marks.at(firstSeries + 3).value, u"keeps £250,000.00 at −£1,000,000.00"_s);
        QCOMPARE(marks.at(ashmoor).value, u"gets back £416,509.52 at −£1,000,000.00"_s);
        QVERIFY(marks.at(ashmoor).rect.center().y() > m_chart->marks().at(firstSeries).rect.center().y());
    }

    void upAndDownWalkTheMarks()
    {
        const auto now = [this] { return m_chart->marks().at(m_chart->currentMark()).name; };
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"Fenwold ICB’s cap, £3.15m"_s);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"Shown above"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(now(), u"Not agreed"_s);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        m_chart->setCurrentMark(ashmoor);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"ashmoor"_s});
    }

    void keysMoveTheOutturnAndEnterApplies()
    {
        QSignalSpy live(m_chart.get(), &RiskLadderChart::outturnDragging);
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        QSignalSpy ended(m_chart.get(), &RiskLadderChart::dragEnded);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(live.count(), 5);
        QCOMPARE(live.at(1).first().value<Money>(), pounds(911'000));
        QCOMPARE(asked.count(), 0);
        // Between £710,000.00 and £3,152,695.26 Ashmoor ICB's part is 55.53%: 191,000.00 x 0.55534602 = 106,071.09.
        QCOMPARE(m_chart->marks().at(ashmoor).value, u"pays £106,071.09 at +£901,000.00"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<Money>(), pounds(901'000));
        QCOMPARE(ended.count(), 1);
    }

    void homeAndEndAreTheEndsOfTheStrip()
    {
        QSignalSpy live(m_chart.get(), &RiskLadderChart::outturnDragging);
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(live.last().first().value<Money>(), pounds(11'008'740));
        QCOMPARE(m_chart->focusMost(), pounds(11'008'740)); // the window follows
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(live.count(), 1); // there is nothing beyond
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(live.last().first().value<Money>(), pounds(-5'504'370));
        QCOMPARE(m_chart->focusLeast(), pounds(-5'504'370));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QCOMPARE(m_chart->focusLeast(), pounds(-1'100'874));
        QCOMPARE(m_chart->focusMost(), pounds(3'302'622));
        QVERIFY(m_chart->marks().at(handle).value.startsWith(u"+£900,000.00;"_s));
        m_chart->clearFocus();
        QCOMPARE(asked.count(), 0);
    }

    void leavingTheHandleApplies()
    {
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(asked.count(), 1);
        m_chart->setCurrentMark(handle);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        m_chart->clearFocus();
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.last().first().value<Money>(), pounds(899'000));
    }

    void dragAsksOnceInWholeThousands()
    {
        QSignalSpy live(m_chart.get(), &RiskLadderChart::outturnDragging);
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        QSignalSpy ended(m_chart.get(), &RiskLadderChart::dragEnded);
        drag(handleAt(), qRound(m_chart->scale().pixel(2'000'000)));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(ended.count(), 1);
        QVERIFY(live.count() >= 1);
        const Money to = asked.first().first().value<Money>();
        QCOMPARE(to.pence() % 100'000, 0);
        const double perPixel = m_chart->scale().value(1) - m_chart->scale().value(0);
        QVERIFY(std::abs(to.toDoubleForCharts() - 2'000'000) <= perPixel + 1000);
        for (const QList<QVariant>& one : live)
            QCOMPARE(one.first().value<Money>().pence() % 100'000, 0);
        drag(handleAt(), m_chart->width() + 200); // stops at the window: 3,302,622
        QCOMPARE(asked.last().first().value<Money>(), pounds(3'302'000));
        drag(handleAt(), -200); // -1,100,874
        QCOMPARE(asked.last().first().value<Money>(), pounds(-1'100'000));
        QCOMPARE(asked.count(), 3);
    }

    void escapeDropsADrag()
    {
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        const QPoint from = handleAt();
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), from + QPoint(20, 0));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QTest::mouseMove(m_chart.get(), from + QPoint(30, 0));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, from + QPoint(30, 0));
        QCOMPARE(asked.count(), 0);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, from);
        QCOMPARE(asked.count(), 0);
    }

    void theWindowIsShiftedByKeys()
    {
        QSignalSpy shifted(m_chart.get(), &RiskLadderChart::focusShifted);
        const Money percent = pounds(550'437);
        QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_chart->focusLeast(), pounds(-1'100'874) + percent);
        QCOMPARE(m_chart->focusMost(), pounds(3'302'622) + percent);
        QTest::keyClick(m_chart.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_chart->focusLeast(), pounds(-1'100'874));
        QCOMPARE(shifted.count(), 2);
        m_chart->setCurrentMark(windowMark);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(m_chart->focusMost(), pounds(11'008'740));
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QCOMPARE(shifted.count(), 3);
        QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
        QCOMPARE(m_chart->focusMost(), pounds(11'008'740 - 4'403'496));
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(m_chart->focusLeast(), pounds(-5'504'370));
        QVERIFY(m_chart->marks().at(windowMark).value.startsWith(u"−10.0% to −2.0%"_s));
        m_chart->grab();
    }

    void theWindowIsDragged()
    {
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        const ChartScale strip = m_chart->stripScale();
        const QPoint from = m_chart->marks().at(windowMark).rect.center().toPoint();
        drag(from, from.x() + 60);
        const double wanted = -1'100'874 + strip.value(60) - strip.value(0);
        QVERIFY(std::abs(m_chart->focusLeast().toDoubleForCharts() - wanted) <= 500);
        QCOMPARE(m_chart->focusMost() - m_chart->focusLeast(), pounds(4'403'496));
        // Beside the window: brought there, its middle under the pointer.
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {},
                          QPoint(qRound(strip.pixel(9'000'000)), from.y()));
        const double middle = (m_chart->focusLeast() + m_chart->focusMost()).toDoubleForCharts() / 2;
        QVERIFY(std::abs(middle - strip.value(qRound(strip.pixel(9'000'000)))) < 1000 ||
                m_chart->focusMost() == pounds(11'008'740));
        QCOMPARE(asked.count(), 0);
        // The same data again leaves it where it is; another window is shown.
        LadderData data = betterCare();
        data.test = pounds(9'000'000);
        const Money before = m_chart->focusLeast();
        m_chart->setData(data);
        QCOMPARE(m_chart->focusLeast(), before);
        data.focusLeast = pounds(8'000'000);
        data.focusMost = pounds(10'000'000);
        m_chart->setData(data);
        QCOMPARE(m_chart->focusMost(), pounds(10'000'000));
    }

    void theTestIsAlwaysInTheWindow()
    {
        LadderData data = betterCare();
        data.test = pounds(6'000'000);
        m_chart->setData(data);
        QVERIFY(m_chart->focusLeast() < data.test && m_chart->focusMost() > data.test);
        QCOMPARE(m_chart->focusMost() - m_chart->focusLeast(), pounds(4'403'496));
        QVERIFY(m_chart->scale().pixel(6'000'000) < m_chart->width());
        m_chart->grab();
    }

    void typedTextAsks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("pence");
        QTest::newRow("with its sign") << u"+1,000,000.00"_s << 100'000'000LL;
        QTest::newRow("thousands") << u"500k"_s << 50'000'000LL;
        QTest::newRow("millions") << u"1.2m"_s << 120'000'000LL;
        QTest::newRow("to the penny") << u"£123.45"_s << 12'345LL;
        QTest::newRow("under") << u"-250000"_s << -25'000'000LL;
        QTest::newRow("typeset minus") << u"−250,000.00"_s << -25'000'000LL;
        QTest::newRow("nothing over") << u"0"_s << 0LL;
        QTest::newRow("percent") << u"-2%"_s << -110'087'400LL;
        QTest::newRow("percent over") << u"+1.6%"_s << 88'069'920LL; // 55,043,700 x 1.6% = 880,699.20
        QTest::newRow("the end") << u"20%"_s << 1'100'874'000LL;
    }

    void typedTextAsks()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, pence);
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        QCOMPARE(m_chart->requestText(typed), QString());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<Money>(), Money::fromPence(pence));
    }

    void typedNonsenseIsRefused()
    {
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        for (const QString& typed :
             {u""_s, u"lots"_s, u"20.1%"_s, u"-10.01%"_s, u"12m"_s, u"1.2.3%"_s, u"5000%"_s, u"900,00"_s})
            QVERIFY2(!m_chart->requestText(typed).isEmpty(), qPrintable(typed));
        QCOMPARE(m_chart->requestText(u"12m"_s), u"+£12,000,000.00 is not between −£5,504,370.00 and "
                                                 u"+£11,008,740.00, the ends of the strip: type an amount "
                                                 u"between them."_s);
        QCOMPARE(m_chart->requestText(u"+900,000.00"_s), QString()); // as it is
        QCOMPARE(asked.count(), 0);
    }

    void entryRowFollowsAppliesAndRefuses()
    {
        auto* entry = static_cast<RiskLadderEntry*>(m_chart->entryRow());
        QSignalSpy asked(m_chart.get(), &RiskLadderChart::outturnRequested);
        entry->show();
        QCOMPARE(entry->words(), u"Outturn +900,000.00 or +1.6%"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QCOMPARE(entry->words(), u"Outturn +910,000.00 or +1.7%"_s); // 1.653%
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QCOMPARE(entry->words(), u"Outturn +900,000.00 or +1.6%"_s);

        type(entry->field(0), u"12m"_s);
        QVERIFY(entry->problem().contains(u"the ends of the strip"_s));
        QCOMPARE(entry->field(0)->text(), u"12m"_s);
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(entry->field(0), Qt::Key_Escape);
        QCOMPARE(entry->field(0)->text(), u"+900,000.00"_s);
        QVERIFY(entry->problem().isEmpty());

        type(entry->field(0), u"1.2m"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.last().first().value<Money>(), pounds(1'200'000));
        type(entry->field(1), u"-1.5"_s); // the field is a percentage whether typed or not
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.last().first().value<Money>(), Money::fromPence(-82'565'550));
        entry->field(1)->setFocus();
        entry->field(1)->selectAll();
        QTest::keyClicks(entry->field(1), u"3%"_s);
        entry->field(1)->clearFocus(); // leaving applies
        QCOMPARE(asked.count(), 3);
        QCOMPARE(asked.last().first().value<Money>(), pounds(1'651'311));
        entry->field(0)->setFocus();
        entry->field(0)->clearFocus(); // nothing was typed
        QCOMPARE(asked.count(), 3);
    }

    void enterTypes()
    {
        Panel panel;
        auto* chart = new RiskLadderChart;
        chart->setData(betterCare());
        panel.setChart(chart);
        panel.resize(730, 430);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QApplication::setActiveWindow(&panel);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Return);
        auto* entry = panel.findChild<RiskLadderEntry*>();
        QVERIFY(entry && entry->field()->hasFocus());
        QSignalSpy asked(chart, &RiskLadderChart::outturnRequested);
        QTest::keyClicks(entry->field(), u"7m"_s);
        QTest::keyClick(entry->field(), Qt::Key_Return);
        QCOMPARE(asked.first().first().value<Money>(), pounds(7'000'000));
        QVERIFY(chart->focusMost() > pounds(7'000'000)); // the window was shifted to show it
        QTest::keyClick(entry->field(), Qt::Key_Escape);
        QVERIFY(chart->hasFocus());
    }

    void nothingMovesWhereItMayNot()
    {
        LadderData data = betterCare();
        data.adjustable = false;
        m_chart->setData(data);
        QSignalSpy live(m_chart.get(), &RiskLadderChart::outturnDragging);
        drag(handleAt(), 500);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(live.count(), 0);
        QVERIFY(!m_chart->requestText(u"5%"_s).isEmpty());
        QVERIFY(!m_chart->entryRow()->isEnabled());
        QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ControlModifier); // one may still look
        QVERIFY(m_chart->focusLeast() > data.focusLeast);
    }

    void previewIsShownAndDropped()
    {
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        LadderData preview = betterCare();
        preview.test = pounds(901'000);
        preview.testPoint.variance = preview.test;
        preview.testPoint.parts[5] = Money::fromPence(10'607'109);
        preview.testLines = {u"1.6% over"_s};
        m_chart->setPreview(preview);
        QCOMPARE(m_chart->marks().at(handle).value, u"+£901,000.00; 1.6% over"_s);
        QCOMPARE(m_chart->marks().at(ashmoor).value, u"pays £106,071.09 at +£901,000.00"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(m_chart->marks().at(handle).value.startsWith(u"+£900,000.00; 1.6% over; £710,000.00"_s));
        preview.series.removeLast(); // of another fund
        m_chart->setPreview(preview);
        QCOMPARE(m_chart->marks().size(), 13);
    }

    void twinTableIsThePoints()
    {
        const QAbstractItemModel* twin = m_chart->twinModel();
        QCOMPARE(twin->rowCount(), 11); // ten points and the test
        QCOMPARE(twin->columnCount(), 3 + 8 + 1);
        QCOMPARE(twin->headerData(8, Qt::Horizontal, Qt::DisplayRole).toString(), u"Ashmoor ICB £"_s);
        const auto row = [&](int at) {
            QStringList cells;
            for (int column = 0; column < twin->columnCount(); ++column)
                cells.append(twin->index(at, column).data().toString());
            return cells;
        };
        QCOMPARE(row(6), (QStringList{u"Test"_s, u"+900,000.00"_s, u"+1.6%"_s, u"150,000.00"_s,
                                      u"500,000.00"_s, u"60,000.00"_s, u"0.00"_s, u"3,889.15"_s,
                                      u"105,515.74"_s, u"80,595.11"_s, u"0.00"_s, u"900,000.00"_s}));
        QCOMPARE(row(7).mid(0, 2), (QStringList{u"Fenwold ICB’s cap, £3.15m"_s, u"+3,152,695.26"_s}));
        QCOMPARE(row(7).last(), u"3,152,695.26"_s);
        QCOMPARE(row(0).mid(0, 3), (QStringList{u"–"_s, u"−5,504,370.00"_s, u"−10.0%"_s}));
        QCOMPARE(row(0).at(7), u"−107,552.70"_s);
        for (int at = 0; at < twin->rowCount(); ++at)
            QCOMPARE(twin->index(at, 11).data(NumberRole), twin->index(at, 1).data(NumberRole));
        QCOMPARE(twin->index(10, 10).data(EmphasisRole).toInt(), static_cast<int>(Emphasis::Missed));
    }

    void aTestOnAPointIsOneRow()
    {
        LadderData data = betterCare();
        data.test = pounds(710'000);
        data.testPoint = {};
        m_chart->setData(data);
        QCOMPARE(m_chart->twinModel()->rowCount(), 10);
        QCOMPARE(m_chart->twinModel()->index(5, 0).data().toString(), u"Test"_s);
        QCOMPARE(m_chart->twinModel()->index(5, 5).data().toString(), u"60,000.00"_s); // from the points
    }

    void labelsStandApart_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qint64>("shift");
        for (const QSize& size : {QSize(400, 240), QSize(730, 340), QSize(1400, 800)}) {
            for (const qint64 shift :
                 {-4'000'000LL, -1'500'000LL, 0LL, 2'000'000LL, 3'000'000LL, 7'000'000LL}) {
                QTest::addRow("%d wide, %lld", size.width(), shift) << size << static_cast<qint64>(shift);
            }
        }
    }

    void labelsStandApart()
    {
        QFETCH(QSize, size);
        QFETCH(qint64, shift);
        LadderData data = betterCare();
        data.series[5].name = u"Ashmoor and the Vale Integrated Care Board"_s;
        data.kinks.append({Money::fromPence(611'303'740), u"another of a name that is long, £6.11m"_s});
        m_chart->setData(data);
        m_chart->resize(size);
        m_chart->shiftFocus(pounds(shift));
        const QList<ChartLabel> labels = m_chart->labels();
        QVERIFY(!labels.isEmpty());
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QVERIFY(QRectF(m_chart->rect()).contains(labels.at(i).rect));
            for (qsizetype j = i + 1; j < labels.size(); ++j) {
                if (labels.at(i).id == u"test"_s || labels.at(j).id == u"test"_s)
                    continue; // stands over the plot; see below
                QVERIFY2(!labels.at(i).rect.adjusted(0, 0.01, 0, -0.01).intersects(labels.at(j).rect),
                         qPrintable(labels.at(i).text + u" / "_s + labels.at(j).text));
            }
        }
        const ChartLabel& last = labels.last();
        if (last.id == u"test"_s)
            QVERIFY(last.rect.left() >= m_chart->scale().start && last.rect.right() <= m_chart->scale().end);
        m_chart->grab();
    }

    void theTestsWordsCoverNoArea()
    {
        for (const qint64 test : {-1'000'000, -500'000, 0, 300'000, 900'000, 2'000'000, 3'200'000}) {
            LadderData data = betterCare();
            data.test = pounds(test);
            data.testPoint = {};
            m_chart->setData(data);
            const QList<ChartLabel> labels = m_chart->labels();
            QCOMPARE(labels.last().id, u"test"_s);
            const QRectF words = labels.last().rect;
            QVERIFY(words.width() > 100 && m_chart->rect().contains(words.toRect()));
            for (qsizetype i = 0; i + 1 < labels.size(); ++i)
                QVERIFY2(!labels.at(i).rect.intersects(words), qPrintable(labels.at(i).text));
            const ChartScale x = m_chart->scale();
            QVERIFY2(!words.contains(QPointF(x.pixel(static_cast<double>(test)), words.center().y())),
                     qPrintable(QString::number(test)));
        }
    }

    void namesCarryTheirAmounts()
    {
        QStringList texts;
        for (const ChartLabel& label : m_chart->labels())
            texts.append(label.text);
        // At +6%, 3,302,622.00: by interpolation to 5,882,561.44 Ashmoor ICB 1,439,806, the council 1,102,816.
        for (const QString& text :
             {u"Council\n£1.10m"_s, u"Ashmoor ICB\n£1.44m"_s, u"Fenwold ICB £0.05m"_s, u"The fund\n£0.71m"_s,
              u"4 shared by contribution"_s, u"1"_s, u"2"_s, u"3"_s, u"Fenwold ICB’s cap, £3.15m"_s})
            QVERIFY2(texts.contains(text), qPrintable(text + u" in "_s + texts.join(u'|')));
        m_chart->shiftFocus(pounds(7'000'000));
        texts.clear();
        for (const ChartLabel& label : m_chart->labels())
            texts.append(label.text);
        QVERIFY2(texts.contains(u"Not agreed\n£4.29m"_s),
                 qPrintable(texts.join(u'|'))); // 10,302,622 - 6,010,000
    }

    void pointingAtAnAreaNamesIt()
    {
        QSignalSpy words(m_chart.get(), &Chart::wordsChanged);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        const QList<ChartLabel> labels = m_chart->labels();
        const auto name = std::find_if(labels.begin(), labels.end(), [](const ChartLabel& label) {
            return label.text.startsWith(u"Ashmoor"_s);
        });
        const QPoint inside(qRound(m_chart->scale().pixel(3'000'000)), qRound(name->anchor.y() + 12));
        QTest::mouseMove(m_chart.get(), inside);
        QCOMPARE(words.last().first().toString(), u"Ashmoor ICB: pays £105,515.74 at +£900,000.00"_s);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, inside);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"ashmoor"_s});
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, name->rect.center().toPoint());
        QCOMPARE(ids.count(), 2);
        const QImage image = m_chart->grab().toImage();
        QCOMPARE(image.pixelColor(inside), tokensOf(m_chart.get()).series[0]);
    }

    void darkUsesTheDarkTokens()
    {
        const Tokens& dark = tokensFor(ThemeKind::Dark);
        m_chart->setPalette(paletteFrom(dark));
        const QList<ChartLabel> labels = m_chart->labels();
        const auto name = std::find_if(labels.begin(), labels.end(), [](const ChartLabel& label) {
            return label.text.startsWith(u"Council"_s);
        });
        const QPoint inside(qRound(m_chart->scale().pixel(3'250'000)), qRound(name->anchor.y()));
        const QImage image = m_chart->grab().toImage();
        QCOMPARE(image.pixelColor(inside), dark.series[1]);
        QCOMPARE(image.pixelColor(2, 2), dark.base);
    }

    void withoutDataThereIsASentence()
    {
        LadderData data = betterCare();
        data.points.clear();
        m_chart->setData(data);
        QVERIFY(m_chart->marks().isEmpty() && m_chart->labels().isEmpty());
        QCOMPARE(m_chart->twinModel()->rowCount(), 0);
        QVERIFY(!m_chart->entryRow()->isEnabled());
        QVERIFY(!m_chart->requestText(u"1m"_s).isEmpty());
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
        m_chart->setData({});
        m_chart->grab();
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(chart->childCount(), 13);
        QCOMPARE(chart->child(handle)->text(QAccessible::Name), u"Better Care pool, outturn"_s);
        QVERIFY(!chart->child(handle)->state().readOnly);
        QVERIFY(chart->child(ashmoor)->state().readOnly);
        QCOMPARE(chart->child(ashmoor)->text(QAccessible::Value), u"pays £105,515.74 at +£900,000.00"_s);
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"chart.png"_s)));
        QCOMPARE(QImage(folder.filePath(u"chart.png"_s)).width(), 1460);
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(svg.readAll());
        for (const QString& words : {u"Council"_s, u"Test: +£900,000.00"_s, u"4 shared by contribution"_s})
            QVERIFY2(text.contains(words), qPrintable(words));
    }

private:
    QPoint handleAt() const { return m_chart->marks().at(handle).rect.center().toPoint(); }

    void drag(const QPoint& from, int to)
    {
        const QPoint end(to, from.y());
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), (from + end) / 2);
        QTest::mouseMove(m_chart.get(), end);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, end);
    }

    static void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    std::unique_ptr<RiskLadderChart> m_chart;
};

QTEST_MAIN(TestRiskLadderChart)
#include "test_riskladderchart.moc"
