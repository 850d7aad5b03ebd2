#include "ui/charts/paycurvechart.h"
#include "ui/charts/paycurveentry.h"
#include "ui/panel/panel.h"
#include "ui/table/roles.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

using Look = PayCurveLine::Look;

Money pence(qint64 amount)
{
    return Money::fromPence(amount);
}

PayCurveLine fifth(int at, const Ratio& now, qint64 full, qint64 paysNow)
{
    PayCurveLine line;
    line.id = u"f%1"_s.arg(at);
    line.shortName = u"Fifth %1"_s.arg(at);
    line.name = line.shortName + (at == 1   ? u", most deprived"_s
                                  : at == 5 ? u", least deprived"_s
                                            : QString());
    line.look = at == 1 ? Look::First : at == 5 ? Look::Last : Look::Middle;
    line.now = now;
    line.full = pence(full);
    line.paysNow = pence(paysNow);
    return line;
}

// Blood pressure of the sample contract: nothing to 65%, in full from 80%, the foot of the first fifth bent by the credit
// for its improvement: from 62%, at 71% two fifths of its pot.
PayCurveData bloodPressure()
{
    PayCurveData data;
    data.measureName = u"People with controlled blood pressure"_s;
    data.unit = u"%"_s;
    data.linesName = u"Fifth"_s;
    data.lines = {
        fifth(1, Ratio(6620, 100), 10'640'844, 1'986'735), fifth(2, Ratio(7040, 100), 5'414'025, 1'950'696),
        fifth(3, Ratio(7510, 100), 2'931'661, 1'973'161), fifth(4, Ratio(7859, 100), 2'504'829, 2'270'196),
        fifth(5, Ratio(8201, 100), 1'920'743, 1'920'743)};
    for (PayCurveLine& line : data.lines) {
        line.points = {{Ratio(65), {}}, {Ratio(80), line.full}};
        line.lower = Ratio(65);
        line.upper = Ratio(80);
    }
    data.lines[0].points = {{Ratio(62), {}}, {Ratio(71), pence(4'256'338)}, {Ratio(80), pence(10'640'844)}};
    data.lines[0].nowDetail = u"9,407 of 14,210 people"_s;
    data.least = Ratio(58);
    data.most = Ratio(86);
    data.lower = Ratio(65);
    data.upper = Ratio(80);
    data.emptyWords = u"Type the thresholds first."_s;
    return data;
}

// Admissions per 1,000: nothing from 24, in full up to 18.
PayCurveData admissions()
{
    PayCurveData data;
    data.measureName = u"Admissions per 1,000"_s;
    data.higherIsBetter = false;
    data.lines = {fifth(1, Ratio(22'897, 1000), 7'027'562, 1'291'900),
                  fifth(2, Ratio(20'398, 1000), 3'645'289, 2'188'389),
                  fifth(3, Ratio(18'597, 1000), 1'975'196, 1'778'664),
                  fifth(4, Ratio(17'496, 1000), 1'684'755, 1'684'755),
                  fifth(5, Ratio(16'293, 1000), 1'275'266, 1'275'266)};
    for (PayCurveLine& line : data.lines)
        line.points = {{Ratio(18), line.full}, {Ratio(24), {}}};
    data.least = Ratio(14);
    data.most = Ratio(27);
    data.lower = Ratio(24);
    data.upper = Ratio(18);
    return data;
}

PayCurveData equalPots(PayCurveData data)
{
    for (PayCurveLine& line : data.lines) {
        for (PayPoint& point : line.points)
            point.pays = point.pays.isZero() ? Money() : pence(4'000'000);
        line.full = pence(4'000'000);
        line.now = data.higherIsBetter ? Ratio(70) : Ratio(20);
    }
    return data;
}

QStringList textsOf(const QList<ChartLabel>& labels)
{
    QStringList texts;
    for (const ChartLabel& label : labels)
        texts.append(label.text);
    return texts;
}

} // namespace

class TestPayCurveChart : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<PayCurveChart>();
        m_chart->setData(bloodPressure());
        m_chart->setTexts(u"A point earns up to £7,093.90"_s, u"What each fifth earns"_s, u"In words."_s,
                          u"Source: the contract"_s);
        m_chart->resize(780, 320);
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
        QCOMPARE(marks.size(), 5);
        QCOMPARE(m_chart->wordsFor(marks.at(0)),
                 u"Fifth 1, most deprived: 66.2% earns £19,867.35 of £106,408.44; 9,407 of 14,210 people"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(3)), u"Fifth 4: 78.6% earns £22,701.96 of £25,048.29"_s);
        const ChartScale x = m_chart->scale();
        const ChartScale y = m_chart->moneyScale();
        QCOMPARE(marks.at(1).rect.center(), QPointF(x.pixel(70.4), y.pixel(19'506.96)));
        for (const ChartMark& mark : marks) {
            QVERIFY(mark.adjustable);
            QCOMPARE(mark.rect.size(), QSizeF(24, 24));
            QVERIFY(mark.area.width() > 20 && mark.area.left() > x.end); // its name
        }
    }

    void lowAndHighAreSaidAndDrawn()
    {
        PayCurveData data = bloodPressure();
        const QPoint at(qRound(m_chart->scale().pixel(77)),
                        qRound(m_chart->moneyScale().pixel(43'312.2))); // 54,140.25 x 12/15
        m_chart->setCurrentMark(4);
        const QColor line = m_chart->grab().toImage().pixelColor(at);
        data.lines[1].low = Ratio(69);
        data.lines[1].high = Ratio(77);
        m_chart->setData(data);
        QCOMPARE(m_chart->marks().at(1).value,
                 u"70.4% earns £19,506.96 of £54,140.25; low 69.0%; high 77.0%"_s);
        const Tokens& tokens = tokensOf(m_chart.get());
        QVERIFY(line != tokens.base);
        QCOMPARE(m_chart->grab().toImage().pixelColor(at), tokens.base); // hollow
    }

    void upAndDownChooseALine()
    {
        const auto now = [this] { return m_chart->marks().at(m_chart->currentMark()).name; };
        QSignalSpy words(m_chart.get(), &Chart::wordsChanged);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"Fifth 2"_s);
        QCOMPARE(words.last().first().toString(), u"Fifth 2: 70.4% earns £19,506.96 of £54,140.25"_s);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(now(), u"Fifth 5, least deprived"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(now(), u"Fifth 4"_s);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"f4"_s});
    }

    void keysMoveTheDotAndEnterApplies()
    {
        QSignalSpy live(m_chart.get(), &PayCurveChart::attainmentDragging);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QSignalSpy ended(m_chart.get(), &PayCurveChart::dragEnded);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        // 4.3/9 of 42,563.38: 20,335.837; what was said of the people is of the old result.
        QCOMPARE(m_chart->marks().at(0).value, u"66.3% earns £20,335.84 of £106,408.44"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        // 5.2/9 of 42,563.38: 24,592.175
        QCOMPARE(m_chart->marks().at(0).value, u"67.2% earns £24,592.18 of £106,408.44"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(live.count(), 5);
        QCOMPARE(live.at(1).at(0).toString(), u"f1"_s);
        QVERIFY(live.at(1).at(1).value<Ratio>() == Ratio(673, 10));
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"f1"_s);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(663, 10));
        QCOMPARE(ended.count(), 1);
    }

    void keysGoFromTheFigureShown()
    {
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        m_chart->setCurrentMark(3); // 78.59, written 78.6
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        // 13.7/15 of 25,048.29: 22,877.438
        QCOMPARE(m_chart->marks().at(3).value, u"78.7% earns £22,877.44 of £25,048.29"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(785, 10));
    }

    void homeAndEndAreTheEndsOfTheAxis()
    {
        QSignalSpy live(m_chart.get(), &PayCurveChart::attainmentDragging);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(m_chart->marks().at(0).value, u"86.0% earns £106,408.44 of £106,408.44"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(live.count(), 1); // there is nothing beyond
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(m_chart->marks().at(0).value, u"58.0% earns £0.00 of £106,408.44"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(m_chart->marks().at(0).value.startsWith(u"66.2% earns £19,867.35"_s));
        m_chart->clearFocus();
        QCOMPARE(asked.count(), 0);
    }

    void leavingTheDotApplies()
    {
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(asked.count(), 1);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        m_chart->clearFocus();
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.last().at(0).toString(), u"f2"_s);
        QVERIFY(asked.last().at(1).value<Ratio>() == Ratio(703, 10));
    }

    void dragAsksOnceInWholeSteps()
    {
        QSignalSpy live(m_chart.get(), &PayCurveChart::attainmentDragging);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QSignalSpy ended(m_chart.get(), &PayCurveChart::dragEnded);
        const ChartScale x = m_chart->scale();
        drag(1, qRound(x.pixel(76)), 40); // up and down are nothing to it
        QCOMPARE(asked.count(), 1);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"f2"_s);
        const Ratio to = asked.first().at(1).value<Ratio>();
        QVERIFY(std::abs(to.toDoubleForCharts() - 76) <= x.value(1) - x.value(0) + 0.1);
        QVERIFY(live.count() >= 1);
        for (const QList<QVariant>& one : live)
            QCOMPARE(one.at(1).value<Ratio>().unitsAt(4, Rounding::HalfAwayFromZero) % 1000, 0);
        drag(1, m_chart->width() + 200);
        QVERIFY(asked.last().at(1).value<Ratio>() == Ratio(86));
        drag(1, -200);
        QVERIFY(asked.last().at(1).value<Ratio>() == Ratio(58));
        QCOMPARE(asked.count(), 3);
    }

    void aDragShowsItsGhostAndItsFigure()
    {
        m_chart->setCurrentMark(4);
        const QImage before = m_chart->grab().toImage();
        m_chart->setCurrentMark(1);
        const QPoint from = dotAt(1);
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), from + QPoint(40, 0));
        QTest::mouseMove(m_chart.get(), from + QPoint(80, 0));
        const QImage during = m_chart->grab().toImage();
        const Tokens& tokens = tokensOf(m_chart.get());
        QCOMPARE(before.pixelColor(from), tokens.border);
        const QPoint inGhost = from + QPoint(2, -3); // off the line
        QCOMPARE(before.pixelColor(inGhost), tokens.border);
        QCOMPARE(during.pixelColor(inGhost), tokens.base);
        const QPoint now = dotAt(1);
        QVERIFY(now.x() > from.x() + 70 && now.y() < from.y() - 10); // along its line
        QCOMPARE(during.pixelColor(now), tokens.border);
        QVERIFY(!m_chart->marks().at(1).value.startsWith(u"70.4%"_s));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, from + QPoint(80, 0));
    }

    void escapeDropsADrag()
    {
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        const QPoint from = dotAt(0);
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), from + QPoint(20, 0));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QTest::mouseMove(m_chart.get(), from + QPoint(30, 0));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, from + QPoint(30, 0));
        QCOMPARE(asked.count(), 0);
        QCOMPARE(dotAt(0), from);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, from);
        QCOMPARE(asked.count(), 0);
    }

    void namesAndLinesChooseButDoNotMove()
    {
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        const QPoint name = m_chart->marks().at(4).area.center().toPoint();
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, name);
        QTest::mouseMove(m_chart.get(), name - QPoint(60, 0));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, name - QPoint(60, 0));
        QCOMPARE(m_chart->currentMark(), 4);
        QCOMPARE(asked.count(), 0);
        const QPoint plateau(qRound(m_chart->scale().pixel(84)), qRound(m_chart->moneyScale().pixel(54'140)));
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, plateau);
        QCOMPARE(m_chart->currentMark(), 1);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"f2"_s});
    }

    void ofTwoDotsInOnePlaceTheCurrentOneMoves()
    {
        PayCurveData data = equalPots(bloodPressure());
        for (PayCurveLine& line : data.lines)
            line.paysNow = pence(1'333'333); // 5/15 of £40,000.00
        m_chart->setData(data);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        m_chart->setCurrentMark(2);
        drag(2, qRound(m_chart->scale().pixel(75)));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"f3"_s);
    }

    void lowerIsBetterFallsToTheRight()
    {
        m_chart->setData(admissions());
        const ChartScale x = m_chart->scale();
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(m_chart->wordsFor(marks.at(0)),
                 u"Fifth 1, most deprived: 22.9 earns £12,919.00 of £70,275.62"_s);
        QVERIFY(x.pixel(18) < x.pixel(24)); // the axis is never turned
        for (const ChartLabel& label : m_chart->labels())
            QVERIFY(label.rect.right() < x.start); // where the lines stand apart
        QCOMPARE(textsOf(m_chart->thresholds()),
                 (QStringList{u"lower threshold 24"_s, u"full pay up to 18"_s}));
        QVERIFY(m_chart->thresholds().at(0).rect.left() > x.pixel(24));
        QVERIFY(m_chart->thresholds().at(1).rect.right() < x.pixel(18));

        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Right); // more of it, and less pay: 1.0/6 of 70,275.62
        QCOMPARE(m_chart->marks().at(0).value, u"23.0 earns £11,712.60 of £70,275.62"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(m_chart->marks().at(0).value, u"14.0 earns £70,275.62 of £70,275.62"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(m_chart->marks().at(0).value, u"27.0 earns £0.00 of £70,275.62"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        drag(1, qRound(x.pixel(16)));
        QCOMPARE(asked.count(), 1);
        QVERIFY(std::abs(asked.first().at(1).value<Ratio>().toDoubleForCharts() - 16) < 0.2);
    }

    void thresholdsSayWhatTheyAre()
    {
        const QList<ChartLabel> labels = m_chart->thresholds();
        QCOMPARE(textsOf(labels), (QStringList{u"lower threshold 65%"_s, u"upper, full pay from 80%"_s}));
        QVERIFY(labels.at(0).rect.right() < m_chart->scale().pixel(65));
        QVERIFY(labels.at(1).rect.left() > m_chart->scale().pixel(80));
        PayCurveData data = bloodPressure();
        data.lower.reset();
        data.upper = Ratio(795, 10);
        m_chart->setData(data);
        QCOMPARE(textsOf(m_chart->thresholds()), QStringList{u"upper, full pay from 79.5%"_s});
        data.upper = Ratio(90); // not in the range shown
        m_chart->setData(data);
        QVERIFY(m_chart->thresholds().isEmpty());
    }

    void thresholdsCloseTogetherStandApart()
    {
        PayCurveData data = bloodPressure();
        data.lower = Ratio(59);
        data.upper = Ratio(60);
        m_chart->setData(data);
        const QList<ChartLabel> labels = m_chart->thresholds();
        QCOMPARE(textsOf(labels), (QStringList{u"lower threshold 59%"_s, u"upper, full pay from 60%"_s}));
        QVERIFY(!labels.at(0).rect.adjusted(0, 0.01, 0, -0.01).intersects(labels.at(1).rect));
        QVERIFY(labels.at(1).rect.bottom() <= m_chart->moneyScale().end);
    }

    void previewKeepsTheScaleAndIsDropped()
    {
        const double high = m_chart->moneyScale().high;
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        PayCurveData preview = bloodPressure();
        preview.lines[0].now = Ratio(663, 10);
        preview.lines[0].paysNow = pence(2'034'037); // the contract's word, not the line's
        preview.lines[0].nowDetail = u"9,421 of 14,210 people"_s;
        preview.lines[1].full = pence(99'999'999);
        m_chart->setPreview(preview);
        QCOMPARE(m_chart->marks().at(0).value,
                 u"66.3% earns £20,340.37 of £106,408.44; 9,421 of 14,210 people"_s);
        QCOMPARE(m_chart->twinModel()->index(0, 2).data().toString(), u"20,340.37"_s);
        QCOMPARE(m_chart->moneyScale().high, high);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(m_chart->marks().at(0).value.startsWith(u"66.2% earns £19,867.35"_s));
        preview.lines.removeLast(); // of another contract
        m_chart->setPreview(preview);
        QCOMPARE(m_chart->marks().size(), 5);
    }

    void typedTextAsks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("hundredths");
        QTest::newRow("percent") << u"70.5%"_s << 7050;
        QTest::newRow("plain") << u" 70.5 "_s << 7050;
        QTest::newRow("finer than a step") << u"70.55"_s << 7055;
        QTest::newRow("the start") << u"58"_s << 5800;
        QTest::newRow("the end") << u"86%"_s << 8600;
    }

    void typedTextAsks()
    {
        QFETCH(QString, typed);
        QFETCH(int, hundredths);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QCOMPARE(m_chart->requestText(u"f2"_s, typed), QString());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"f2"_s);
        QVERIFY(asked.first().at(1).value<Ratio>() == Ratio(hundredths, 100));
    }

    void typedNonsenseIsRefused()
    {
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        for (const QString& typed : {u""_s, u"lots"_s, u"57.9%"_s, u"86.1"_s, u"-70"_s, u"7O.5"_s, u"70,5"_s,
                                     u"70.5%%"_s, u"9407/14210"_s, u"999999999999999999"_s})
            QVERIFY2(!m_chart->requestText(u"f1"_s, typed).isEmpty(), qPrintable(typed));
        QCOMPARE(
            m_chart->requestText(u"f1"_s, u"97"_s),
            u"Fifth 1, most deprived: 97 is not between 58% and 86%, the ends of the axis: type a figure "
            "between them."_s);
        QVERIFY(!m_chart->requestText(u"f9"_s, u"70"_s).isEmpty());     // no such line
        QCOMPARE(m_chart->requestText(u"f1"_s, u"66.2%"_s), QString()); // as it is
        QCOMPARE(asked.count(), 0);
        m_chart->setData(admissions());
        QCOMPARE(m_chart->requestText(u"f1"_s, u"20%"_s),
                 u"“20%” is a percentage and Admissions per 1,000 is not: type a figure such as 22.9."_s);
        QCOMPARE(asked.count(), 0);
    }

    void entryRowFollowsAppliesAndRefuses()
    {
        auto* entry = static_cast<PayCurveEntry*>(m_chart->entryRow());
        entry->resize(800, 60);
        entry->show();
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QCOMPARE(entry->words(), u"Fifth 1, most deprived 66.2% earns £19,867.35 of £106,408.44"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(entry->words(), u"Fifth 1, most deprived 66.3% earns £20,335.84 of £106,408.44"_s);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QCOMPARE(entry->words(), u"Fifth 1, most deprived 66.2% earns £19,867.35 of £106,408.44"_s);

        type(entry->field(), u"97"_s);
        QVERIFY(entry->problem().contains(u"the ends of the axis"_s));
        QCOMPARE(entry->field()->text(), u"97"_s);
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(entry->field(), Qt::Key_Escape);
        QCOMPARE(entry->field()->text(), u"66.2%"_s);
        QVERIFY(entry->problem().isEmpty());

        type(entry->field(), u"70"_s);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.last().at(1).value<Ratio>() == Ratio(70));
        entry->field()->setFocus();
        entry->field()->selectAll();
        QTest::keyClicks(entry->field(), u"71%"_s);
        entry->field()->clearFocus(); // leaving applies
        QCOMPARE(asked.count(), 2);
        entry->field()->setFocus();
        entry->field()->clearFocus(); // nothing was typed
        QCOMPARE(asked.count(), 2);
    }

    void theChoiceIsTheCurrentLine()
    {
        auto* entry = static_cast<PayCurveEntry*>(m_chart->entryRow());
        entry->resize(800, 60);
        entry->show();
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QCOMPARE(entry->lines()->count(), 5);
        m_chart->setCurrentMark(4);
        QCOMPARE(entry->lines()->currentText(), u"Fifth 5, least deprived"_s);
        entry->lines()->setFocus();
        QTest::keyClick(entry->lines(), Qt::Key_Up);
        QCOMPARE(m_chart->currentMark(), 3);
        QCOMPARE(entry->words(), u"Fifth 4 78.6% earns £22,701.96 of £25,048.29"_s);
        type(entry->field(), u"60"_s);
        QCOMPARE(asked.last().at(0).toString(), u"f4"_s);
        entry->lines()->setFocus();
        QTest::keyClick(entry->lines(), Qt::Key_Escape);
        QVERIFY(m_chart->hasFocus());
    }

    void aNarrowEntryRowSaysLess()
    {
        auto* entry = static_cast<PayCurveEntry*>(m_chart->entryRow());
        entry->show();
        entry->resize(370, 60);
        QCOMPARE(entry->lines()->currentText(), u"Fifth 1"_s);
        QVERIFY(entry->words().contains(u"66.2% earns £19,867.35"_s));
        QVERIFY(entry->minimumSizeHint().width() <= 370);
        entry->resize(800, 60);
        QCOMPARE(entry->words(), u"Fifth 1, most deprived 66.2% earns £19,867.35 of £106,408.44"_s);
    }

    void enterTypes()
    {
        Panel panel;
        auto* chart = new PayCurveChart;
        chart->setData(bloodPressure());
        panel.setChart(chart);
        panel.resize(780, 420);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QApplication::setActiveWindow(&panel);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Down);
        QTest::keyClick(chart, Qt::Key_Return);
        auto* entry = panel.findChild<PayCurveEntry*>();
        QVERIFY(entry && entry->field()->hasFocus());
        QSignalSpy asked(chart, &PayCurveChart::attainmentRequested);
        QTest::keyClicks(entry->field(), u"75"_s);
        QTest::keyClick(entry->field(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"f2"_s);
        QTest::keyClick(entry->field(), Qt::Key_Escape);
        QVERIFY(chart->hasFocus());
    }

    void nothingMovesWhereItMayNot()
    {
        PayCurveData data = bloodPressure();
        data.adjustable = false;
        m_chart->setData(data);
        QSignalSpy live(m_chart.get(), &PayCurveChart::attainmentDragging);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        drag(0, 500);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(live.count(), 0);
        QVERIFY(!m_chart->requestText(u"f1"_s, u"70%"_s).isEmpty());
        QCOMPARE(asked.count(), 0);
        auto* entry = static_cast<PayCurveEntry*>(m_chart->entryRow());
        QVERIFY(!entry->field()->isEnabled() && entry->lines()->isEnabled());
        QVERIFY(!m_chart->marks().at(0).adjustable);
    }

    void twinTableIsTheLines()
    {
        PayCurveData data = bloodPressure();
        data.lines[0].low = Ratio(64);
        m_chart->setData(data);
        const QAbstractItemModel* twin = m_chart->twinModel();
        QStringList header;
        for (int column = 0; column < twin->columnCount(); ++column)
            header.append(twin->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(header, (QStringList{u"Fifth"_s, u"Now"_s, u"Earns £"_s, u"Full £"_s, u"Lower threshold"_s,
                                      u"Upper threshold"_s, u"Low"_s})); // no line has a high one
        const auto row = [&](int at) {
            QStringList cells;
            for (int column = 0; column < twin->columnCount(); ++column)
                cells.append(twin->index(at, column).data().toString());
            return cells;
        };
        QCOMPARE(twin->rowCount(), 5);
        // All with two decimals, since 78.59% needs them.
        QCOMPARE(row(0), (QStringList{u"Fifth 1, most deprived"_s, u"66.20%"_s, u"19,867.35"_s,
                                      u"106,408.44"_s, u"65.00%"_s, u"80.00%"_s, u"64.00%"_s}));
        QCOMPARE(row(3), (QStringList{u"Fifth 4"_s, u"78.59%"_s, u"22,701.96"_s, u"25,048.29"_s, u"65.00%"_s,
                                      u"80.00%"_s, u"–"_s}));
        QCOMPARE(twin->index(3, 1).data(NumberRole).toLongLong(), 7859);
        QCOMPARE(twin->index(3, 0).data(IdRole).toString(), u"f4"_s);
        m_chart->setData(admissions());
        QCOMPARE(twin->index(0, 1).data().toString(), u"22.897"_s);
        QCOMPARE(twin->columnCount(), 4);
        QCOMPARE(twin->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Line"_s);
    }

    void labelsStandApart_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("lines");
        const QStringList kinds{u"higher"_s, u"lower"_s, u"equal pots"_s, u"equal pots, lower"_s};
        for (const QSize& size : {QSize(380, 240), QSize(780, 320), QSize(1600, 1000)}) {
            for (int kind = 0; kind < kinds.size(); ++kind) {
                for (const int lines : {5, 60})
                    QTest::addRow("%d wide, %s, %d", size.width(), qPrintable(kinds.at(kind)), lines)
                        << size << kind << lines;
            }
        }
    }

    void labelsStandApart()
    {
        QFETCH(QSize, size);
        QFETCH(int, kind);
        QFETCH(int, lines);
        PayCurveData data = kind % 2 ? admissions() : bloodPressure();
        if (kind >= 2)
            data = equalPots(data);
        const PayCurveLine like = data.lines.at(1);
        for (int i = 6; i <= lines; ++i) {
            PayCurveLine line = like;
            line.id = u"f%1"_s.arg(i);
            line.name = u"Group %1 of a name that is so long that it has to give way"_s.arg(i);
            data.lines.append(line);
        }
        m_chart->setData(data);
        m_chart->resize(size);
        m_chart->setSelectedIds({u"f3"_s});
        const QList<ChartLabel> labels = m_chart->labels();
        QVERIFY(labels.size() == lines || (lines == 60 && labels.size() >= 8));
        QStringList ids;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            ids.append(labels.at(i).id);
            QVERIFY(QRectF(m_chart->rect()).contains(labels.at(i).rect));
            for (qsizetype j = i + 1; j < labels.size(); ++j)
                QVERIFY2(!labels.at(i).rect.adjusted(0, 0.01, 0, -0.01).intersects(labels.at(j).rect),
                         qPrintable(labels.at(i).text + u" / "_s + labels.at(j).text));
            for (const ChartLabel& threshold : m_chart->thresholds())
                QVERIFY2(!labels.at(i).rect.adjusted(0, 0.01, 0, -0.01).intersects(threshold.rect),
                         qPrintable(labels.at(i).text + u" / "_s + threshold.text));
        }
        for (const QString& id : {u"f1"_s, u"f3"_s, u"f5"_s}) // the extremes and what is selected
            QVERIFY(ids.contains(id));
        QCOMPARE(m_chart->thresholds().size(), 2);
        QCOMPARE(m_chart->grab().toImage().size(), size);
    }

    void theFirstLineCarriesItsPot()
    {
        const QStringList texts = textsOf(m_chart->labels());
        QCOMPARE(texts, (QStringList{u"Fifth 1, most deprived\n£106,408.44 at full"_s, u"Fifth 2"_s,
                                     u"Fifth 3"_s, u"Fifth 4"_s, u"Fifth 5, least deprived"_s}));
        QVERIFY(std::abs(m_chart->labels().at(1).rect.center().y() - m_chart->moneyScale().pixel(54'140.25)) <
                0.01);
        m_chart->resize(400, 260);
        QCOMPARE(m_chart->labels().first().text.section(u'\n', 0, 0), u"Fifth 1"_s);
        QCOMPARE(m_chart->labels().last().text, u"Fifth 5"_s);
    }

    void tinyAndLargeAreDrawn()
    {
        for (const QSize& size : {QSize(40, 30), QSize(200, 120), QSize(3000, 2000)}) {
            for (const PayCurveData& data : {bloodPressure(), admissions(), equalPots(bloodPressure())}) {
                m_chart->setData(data);
                m_chart->resize(size);
                QCOMPARE(m_chart->marks().size(), 5);
                QCOMPARE(m_chart->grab().toImage().size(), size);
            }
        }
    }

    void oneLineOnly()
    {
        PayCurveData data = bloodPressure();
        data.lines = {data.lines.first()};
        m_chart->setData(data);
        QCOMPARE(m_chart->marks().size(), 1);
        QCOMPARE(textsOf(m_chart->labels()), QStringList{u"Fifth 1, most deprived\n£106,408.44 at full"_s});
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        drag(0, qRound(m_chart->scale().pixel(80)));
        QCOMPARE(asked.count(), 1);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(m_chart->currentMark(), 0);
    }

    void aResultNotKnownHasNoDot()
    {
        PayCurveData data = bloodPressure();
        data.lines[0].now.reset();
        data.lines[0].nowDetail.clear();
        m_chart->setData(data);
        QCOMPARE(m_chart->marks().at(0).value, u"not known; earns up to £106,408.44"_s);
        QVERIFY(!m_chart->marks().at(0).adjustable);
        QCOMPARE(m_chart->twinModel()->index(0, 1).data().toString(), u"not known"_s);
        QCOMPARE(m_chart->twinModel()->index(0, 2).data().toString(), u"not known"_s);
        QSignalSpy live(m_chart.get(), &PayCurveChart::attainmentDragging);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(live.count(), 0);
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        QCOMPARE(m_chart->requestText(u"f1"_s, u"70"_s), QString()); // but can be typed
        QCOMPARE(asked.count(), 1);
    }

    void aResultOutsideTheRangeStandsAtItsEnd()
    {
        PayCurveData data = bloodPressure();
        data.lines[4].now = Ratio(93);
        m_chart->setData(data);
        QCOMPARE(m_chart->marks().at(4).rect.center().x(), m_chart->scale().end);
        QVERIFY(m_chart->marks().at(4).value.startsWith(u"93.0% earns £19,207.43"_s));
        QSignalSpy asked(m_chart.get(), &PayCurveChart::attainmentRequested);
        m_chart->setCurrentMark(4);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QVERIFY(asked.last().at(1).value<Ratio>() == Ratio(86));
    }

    void onlyTheExtremesHaveColour_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("high contrast") << static_cast<int>(ThemeKind::HighContrast);
    }

    void onlyTheExtremesHaveColour()
    {
        QFETCH(int, theme);
        const Tokens& tokens = tokensFor(static_cast<ThemeKind>(theme));
        m_chart->setPalette(paletteFrom(tokens));
        const QImage image = m_chart->grab().toImage();
        const ChartScale y = m_chart->moneyScale();
        const auto seen = [&](double pounds, const QColor& wanted) { // dashes have gaps
            const int row = static_cast<int>(std::floor(y.pixel(pounds)));
            for (double attainment = 83; attainment < 85.5; attainment += 0.1) {
                if (image.pixelColor(qRound(m_chart->scale().pixel(attainment)), row) == wanted)
                    return true;
            }
            return false;
        };
        QVERIFY(seen(106'408.44, tokens.series[0]));
        QVERIFY(seen(19'207.43, tokens.series[3]));
        const QPoint dot = dotAt(1);
        QCOMPARE(image.pixelColor(dot), tokens.border);
        QCOMPARE(image.pixelColor(2, 2), tokens.base);
    }

    void withoutDataThereIsASentence()
    {
        PayCurveData data = bloodPressure();
        for (PayCurveLine& line : data.lines)
            line.points.clear();
        m_chart->setData(data);
        QVERIFY(m_chart->marks().isEmpty() && m_chart->labels().isEmpty() && m_chart->thresholds().isEmpty());
        QCOMPARE(m_chart->twinModel()->rowCount(), 0);
        QVERIFY(!m_chart->entryRow()->isEnabled());
        QVERIFY(!m_chart->requestText(u"f1"_s, u"70"_s).isEmpty());
        QTemporaryDir folder;
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(svg.readAll());
        QVERIFY(text.contains(u"Type the thresholds first."_s));
        QVERIFY(!text.contains(u"£0"_s)); // no axis
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(100, 100));
        QCOMPARE(m_chart->currentMark(), 0);
        m_chart->setData({});
        QVERIFY(m_chart->marks().isEmpty());
        m_chart->setData(bloodPressure());
        QCOMPARE(m_chart->marks().size(), 5);
        QVERIFY(m_chart->entryRow()->isEnabled());
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(chart->childCount(), 5);
        QCOMPARE(chart->child(0)->text(QAccessible::Name), u"Fifth 1, most deprived"_s);
        QCOMPARE(chart->child(1)->text(QAccessible::Value), u"70.4% earns £19,506.96 of £54,140.25"_s);
        QVERIFY(!chart->child(0)->state().readOnly);
        QVERIFY(chart->child(0)->state().focused && !chart->child(1)->state().focused);
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"chart.png"_s)));
        QCOMPARE(QImage(folder.filePath(u"chart.png"_s)).width(), 1560);
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(svg.readAll());
        for (const QString& words :
             {u"Fifth 1, most deprived"_s, u"£106,408.44 at full"_s, u"lower threshold 65%"_s, u"£100k"_s,
              u"People with controlled blood pressure"_s, u"Source: the contract"_s})
            QVERIFY2(text.contains(words), qPrintable(words));
    }

    void poundsAreInOneUnit_data()
    {
        QTest::addColumn<qint64>("full");
        QTest::addColumn<QString>("tick"); // of a step of 1, 2 or 5
        QTest::newRow("pounds") << 50'000LL << u"£500"_s;
        QTest::newRow("thousands") << 10'640'844LL << u"£20k"_s;
        QTest::newRow("millions") << 310'000'000LL << u"£3.0m"_s;
    }

    void poundsAreInOneUnit()
    {
        QFETCH(qint64, full);
        QFETCH(QString, tick);
        PayCurveData data = bloodPressure();
        data.lines = {data.lines.at(1)};
        data.lines[0].full = pence(full);
        data.lines[0].paysNow = pence(full / 4);
        data.lines[0].points = {{Ratio(65), {}}, {Ratio(80), pence(full)}};
        m_chart->setData(data);
        QTemporaryDir folder;
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(svg.readAll());
        QVERIFY2(text.contains(u'>' + tick + u'<'), qPrintable(tick));
        QVERIFY(text.contains(u">£0<"_s));
    }

private:
    QPoint dotAt(int line) const { return m_chart->marks().at(line).rect.center().toPoint(); }

    void drag(int line, int to, int down = 0)
    {
        const QPoint from = dotAt(line);
        const QPoint end(to, from.y() + down);
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

    std::unique_ptr<PayCurveChart> m_chart;
};

QTEST_MAIN(TestPayCurveChart)
#include "test_paycurvechart.moc"
