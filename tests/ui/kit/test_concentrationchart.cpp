#include "ui/charts/concentrationchart.h"
#include "ui/table/roles.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// A tenth, then three tenths, then six of ten of the people. The first fifth ends a third of the way through the second
// step: money 0.12 + (0.42 - 0.12) / 3 = 22.0%, need 0.20 + (0.50 - 0.20) / 3 = 30.0%.
ConcentrationData threeSteps()
{
    ConcentrationData data;
    data.points = {{u"a1"_s, u"Canalside"_s, Ratio(10, 100), Ratio(20, 100), Ratio(12, 100)},
                   {u"a2"_s, u"Eastfield and Old Town"_s, Ratio(40, 100), Ratio(50, 100), Ratio(42, 100)},
                   {u"a3"_s, u"Upper Dale"_s, Ratio(1), Ratio(1), Ratio(1)}};
    data.base = u"286,400 residents of Calderbourne"_s;
    return data;
}

ConcentrationData withScenarios()
{
    ConcentrationData data = threeSteps();
    data.overlays = {{u"A: Trim teams"_s, {Ratio(10, 100), Ratio(39, 100), Ratio(1)}},
                     {u"B: Fair shift"_s, {Ratio(16, 100), Ratio(46, 100), Ratio(1)}},
                     {u"C: Need in full"_s, {Ratio(20, 100), Ratio(50, 100), Ratio(1)}},
                     {u"D: one too many"_s, {Ratio(20, 100), Ratio(50, 100), Ratio(1)}}};
    return data;
}

} // namespace

class TestConcentrationChart : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<ConcentrationChart>();
        m_chart->setData(threeSteps());
        m_chart->setTexts(u"Money lags need"_s, u"Shares of people, need and money"_s, u"In words."_s,
                          u"Source: the plan"_s);
        m_chart->resize(640, 400);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        QApplication::setActiveWindow(m_chart.get());
        m_chart->setFocus();
        QTRY_VERIFY(m_chart->hasFocus());
    }

    void cleanup() { m_chart.reset(); }

    void sharesAreReadOnStraightLines()
    {
        const QList<Ratio> people{Ratio(10, 100), Ratio(40, 100), Ratio(1)};
        const QList<Ratio> money{Ratio(12, 100), Ratio(42, 100), Ratio(1)};
        QVERIFY(shareAt(people, money, Ratio(0)) == Ratio(0));
        QVERIFY(shareAt(people, money, Ratio(5, 100)) == Ratio(6, 100));
        QVERIFY(shareAt(people, money, Ratio(10, 100)) == Ratio(12, 100));
        QVERIFY(shareAt(people, money, Ratio(20, 100)) == Ratio(22, 100));
        QVERIFY(shareAt(people, money, Ratio(1)) == Ratio(1));
        QVERIFY(shareAt({}, {}, Ratio(1, 5)) == Ratio(0));
        // Steps without people count at once.
        QVERIFY(shareAt({Ratio(0), Ratio(1)}, {Ratio(1, 10), Ratio(1)}, Ratio(0)) == Ratio(1, 10));
    }

    void marksSayWhatTheyAre()
    {
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(marks.size(), 3 + 5);
        QCOMPARE(m_chart->wordsFor(marks.at(0)),
                 u"Canalside: 10.0% of the people, 20.0% of the need and 12.0% of the money"_s);
        QCOMPARE(marks.at(1).value,
                 u"30.0% of the people, 30.0% of the need and 30.0% of the money; with all that are more "
                 "deprived, 40.0% of the people have 50.0% of the need and 42.0% of the money"_s);
        QCOMPARE(
            m_chart->wordsFor(marks.at(3)),
            u"Most deprived fifth: the most deprived fifth of people has 22.0% of the money and 30.0% of "
            "the need; read on the straight line between two steps"_s);
        // Two fifths end where a step ends: nothing to read between.
        QCOMPARE(marks.at(4).value,
                 u"the most deprived two fifths of people have 42.0% of the money and 50.0% of the need"_s);
        QCOMPARE(marks.at(7).value, u"all people have 100.0% of the money and 100.0% of the need"_s);
        for (const ChartMark& mark : marks)
            QVERIFY(mark.rect.width() >= 24 && mark.rect.height() >= 24);
    }

    void scenariosAreSaidToo()
    {
        m_chart->setData(withScenarios());
        const QString words = m_chart->marks().at(3).value; // B: 0.16 + (0.46 - 0.16) / 3
        QVERIFY(words.contains(u"in B: Fair shift 26.0% of the money"_s));
        QVERIFY(!words.contains(u"one too many"_s)); // three at most
    }

    void keysWalkAndSelect()
    {
        QSignalSpy words(m_chart.get(), &Chart::wordsChanged);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"a2"_s});
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(m_chart->currentMark(), 7);
        QVERIFY(words.last().first().toString().startsWith(u"All five fifths"_s));
        QTest::keyClick(m_chart.get(), Qt::Key_Space); // a fifth is no entity
        QCOMPARE(ids.count(), 1);
    }

    void thePointerFindsStepsAndFifths()
    {
        QSignalSpy words(m_chart.get(), &Chart::wordsChanged);
        const QList<ChartMark> marks = m_chart->marks();
        QTest::mouseMove(m_chart.get(), marks.at(3).rect.center().toPoint());
        QVERIFY(words.last().first().toString().startsWith(u"Most deprived fifth"_s));
        QTest::mouseMove(m_chart.get(), marks.at(1).rect.center().toPoint());
        QVERIFY(words.last().first().toString().startsWith(u"Eastfield and Old Town"_s));
        QTest::mouseMove(m_chart.get(), marks.at(2).area.center().toPoint() + QPoint(12, 40));
        QVERIFY(words.last().first().toString().startsWith(u"Upper Dale"_s));
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, marks.at(0).rect.center().toPoint());
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"a1"_s});
    }

    void twinTableIsTheMarks()
    {
        m_chart->setData(withScenarios());
        const QAbstractItemModel* twin = m_chart->twinModel();
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(twin->rowCount(), static_cast<int>(marks.size()));
        for (int row = 0; row < twin->rowCount(); ++row) {
            QCOMPARE(twin->index(row, 0).data().toString(), marks.at(row).name);
            QCOMPARE(twin->index(row, 0).data(IdRole).toString(), marks.at(row).id);
        }
        QCOMPARE(twin->columnCount(), 7 + 3);
        QCOMPARE(twin->index(1, 3).data().toString(), u"30.00%"_s); // money of the step
        QCOMPARE(twin->index(1, 6).data().toString(), u"42.00%"_s); // and up to it
        QCOMPARE(twin->index(3, 5).data().toString(), u"30.00%"_s); // need of the first fifth
        QCOMPARE(twin->index(3, 8).data().toString(), u"26.00%"_s); // its money in B
    }

    void labelsStandApart_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(420, 260);
        QTest::newRow("usual") << QSize(640, 400);
        QTest::newRow("large") << QSize(1400, 800);
    }

    void labelsStandApart()
    {
        QFETCH(QSize, size);
        m_chart->setData(withScenarios());
        m_chart->resize(size);
        const QList<ChartLabel> labels = m_chart->labels();
        QCOMPARE(labels.size(), 6); // need, money, three scenarios, equal shares
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QVERIFY(QRectF(m_chart->rect()).contains(labels.at(i).rect));
            for (qsizetype j = i + 1; j < labels.size(); ++j)
                QVERIFY(!labels.at(i).rect.intersects(labels.at(j).rect));
        }
    }

    void withoutDataThereIsASentence()
    {
        ConcentrationData none;
        none.emptyWords = u"Type the residents of each area by deprivation fifth."_s;
        m_chart->setData(none);
        QVERIFY(m_chart->marks().isEmpty());
        QCOMPARE(m_chart->twinModel()->rowCount(), 0);
        const QImage image = m_chart->grab().toImage();
        const QColor ground = image.pixelColor(2, 2);
        bool words = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const bool drawn = image.pixelColor(x, y) != ground;
                words = words || drawn;
                if (drawn) // in the middle only: no axis
                    QVERIFY(x > 20 && x < image.width() - 20 && std::abs(y - image.height() / 2) < 40);
            }
        }
        QVERIFY(words);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(chart->childCount(), 8);
        QCOMPARE(chart->child(3)->text(QAccessible::Name), u"Most deprived fifth"_s);
        QVERIFY(chart->child(3)->text(QAccessible::Value).contains(u"22.0% of the money"_s));
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"chart.png"_s)));
        QCOMPARE(QImage(folder.filePath(u"chart.png"_s)).width(), 1280);
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("Money lags need") && text.contains("equal shares"));
    }

private:
    std::unique_ptr<ConcentrationChart> m_chart;
};

QTEST_MAIN(TestConcentrationChart)
#include "test_concentrationchart.moc"
