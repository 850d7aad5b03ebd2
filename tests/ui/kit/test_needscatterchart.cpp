#include "ui/charts/needscatterchart.h"
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

// The nine areas of Calderbourne, in plan order: from the most need down.
NeedScatterData nineAreas()
{
    const auto area = [](const QString& id, const QString& name, qint64 need, qint64 pence, bool known) {
        return NeedScatterPoint{id, name, Ratio(need, 1'000'000), Money::fromPence(pence), known};
    };
    NeedScatterData data;
    data.points = {area(u"a1"_s, u"Canalside"_s, 1'308'089, 14'612, true),
                   area(u"a2"_s, u"Eastfield"_s, 1'239'756, 15'194, true),
                   area(u"a3"_s, u"Old Town"_s, 1'132'375, 17'587, true),
                   area(u"a4"_s, u"Northgate"_s, 1'024'995, 18'622, false),
                   area(u"a5"_s, u"Millbrook"_s, 956'662, 20'190, true),
                   area(u"a6"_s, u"Westbeck"_s, 907'853, 21'528, true),
                   area(u"a7"_s, u"Castle Hill"_s, 810'234, 24'785, true),
                   area(u"a8"_s, u"Fairhaven"_s, 741'901, 26'356, true),
                   area(u"a9"_s, u"Upper Dale"_s, 693'093, 33'539, true)};
    data.mean = Money::fromPence(19'659);
    return data;
}

} // namespace

class TestNeedScatterChart : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<NeedScatterChart>();
        m_chart->setData(nineAreas());
        m_chart->setTexts(u"Canalside stands out"_s, u"£ a weighted head against need"_s, u"In words."_s,
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
        QCOMPARE(marks.size(), 9);
        QCOMPARE(m_chart->wordsFor(marks.first()),
                 u"Upper Dale: need 0.693, £335.39 a weighted head; less need, more money"_s);
        QCOMPARE(m_chart->wordsFor(marks.last()),
                 u"Canalside: need 1.308, £146.12 a weighted head; more need, less money"_s);
        QCOMPARE(marks.at(5).value,
                 u"need 1.025, £186.22 a weighted head; more need, less money; on assumed money"_s);
        NeedScatterData data = nineAreas();
        data.points[0].perWeightedHead = data.mean;
        m_chart->setData(data);
        QVERIFY(m_chart->marks().last().value.endsWith(u"on the mean"_s));
    }

    void keysWalkInOrderOfNeed()
    {
        qreal x = 0;
        for (int i = 0; i < 9; ++i) {
            QCOMPARE(m_chart->currentMark(), i);
            QVERIFY(m_chart->positionOf(i).x() > x);
            x = m_chart->positionOf(i).x();
            QTest::keyClick(m_chart.get(), Qt::Key_Down);
        }
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(m_chart->currentMark(), 7);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"a2"_s});
        QTest::keyClick(m_chart.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(ids.last().first().toStringList().size(), 9);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(ids.last().first().toStringList().isEmpty());
        QCOMPARE(ids.count(), 3);
        QVERIFY(m_chart->selectedIds().isEmpty());
    }

    void theBoxSelects()
    {
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        // About Castle Hill, Fairhaven: marks 2 and 1.
        brush(m_chart->positionOf(1) + QPointF(-12, -12), m_chart->positionOf(2) + QPointF(12, 12));
        QCOMPARE(ids.count(), 1); // once, when the button goes up
        QCOMPARE(ids.last().first().toStringList(), (QStringList{u"a8"_s, u"a7"_s}));
        // Shift adds, and what is selected already stays once.
        brush(m_chart->positionOf(2) + QPointF(-12, -12), m_chart->positionOf(3) + QPointF(12, 12),
              Qt::ShiftModifier);
        QCOMPARE(ids.last().first().toStringList(), (QStringList{u"a8"_s, u"a7"_s, u"a6"_s}));
        // A new box begins anew; from the lower right to the upper left, too.
        brush(m_chart->positionOf(8) + QPointF(15, 15), m_chart->positionOf(8) - QPointF(15, 15));
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"a1"_s});
        // A box that begins on a mark is a box, not a click.
        brush(m_chart->positionOf(7) - QPointF(3, 3), m_chart->positionOf(8) + QPointF(14, 14));
        QCOMPARE(ids.last().first().toStringList(), (QStringList{u"a2"_s, u"a1"_s}));
        QCOMPARE(ids.count(), 4);
        // Nothing in it: nothing selected.
        const QPointF corner = m_chart->positionOf(0) + QPointF(200, 0);
        brush(corner, corner + QPointF(30, 20));
        QVERIFY(ids.last().first().toStringList().isEmpty());
    }

    void escapeLeavesTheBox()
    {
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        const QPoint from = (m_chart->positionOf(1) - QPointF(20, 20)).toPoint();
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_chart.get(), from + QPoint(60, 60));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, from + QPoint(60, 60));
        QCOMPARE(ids.count(), 0);
    }

    void aClickSelectsTheNearest()
    {
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {},
                          (m_chart->positionOf(3) + QPointF(6, 5)).toPoint());
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"a6"_s});
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {},
                          (m_chart->positionOf(0) + QPointF(200, 10)).toPoint());
        QVERIFY(ids.last().first().toStringList().isEmpty()); // beside all: none
    }

    void twinTableIsTheMarks()
    {
        const QAbstractItemModel* twin = m_chart->twinModel();
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(twin->rowCount(), static_cast<int>(marks.size()) + 1);
        for (int row = 0; row < marks.size(); ++row) {
            QCOMPARE(twin->index(row, 0).data().toString(), marks.at(row).name);
            QCOMPARE(twin->index(row, 0).data(IdRole).toString(), marks.at(row).id);
        }
        QCOMPARE(twin->index(8, 3).data().toString(), u"−50.47"_s); // 146.12 - 196.59
        QCOMPARE(twin->index(5, 5).data().toString(), u"assumed"_s);
        QVERIFY(twin->index(9, 0).data(TotalRole).toBool());
        QCOMPARE(twin->index(9, 2).data().toString(), u"196.59"_s);
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
        m_chart->resize(size);
        m_chart->setSelectedIds({u"a2"_s, u"a7"_s});
        const QList<ChartLabel> labels = m_chart->labels();
        QCOMPARE(labels.size(), 9);
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QVERIFY(QRectF(m_chart->rect()).contains(labels.at(i).rect));
            QCOMPARE(labels.at(i).strong, i < 3); // focused, selected
            for (qsizetype j = i + 1; j < labels.size(); ++j)
                QVERIFY(!labels.at(i).rect.intersects(labels.at(j).rect));
        }
    }

    void aCrowdIsSelectedFound()
    {
        NeedScatterData crowd;
        crowd.mean = Money::fromPounds(200);
        for (int i = 0; i < 2000; ++i) // a lattice of 50 by 40
            crowd.points.append({u"l%1"_s.arg(i), u"Ward %1"_s.arg(i), Ratio(75 + i % 50, 100),
                                 Money::fromPence(15'000 + i / 50 * 250), i % 7 != 0});
        m_chart->setData(crowd);
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        // Columns 10 to 19 of the lattice, whole: 400 points.
        const auto x = [&](int column) { return m_chart->positionOf(column * 40).x(); };
        const qreal half = (x(1) - x(0)) / 2;
        brush({x(10) - half, 20}, {x(19) + half, 390});
        QCOMPARE(ids.last().first().toStringList().size(), 400);
        m_chart->setCurrentMark(777);
        const QString name = m_chart->marks().at(777).name;
        const QList<ChartLabel> labels = m_chart->labels();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [&](const ChartLabel& label) { return label.text == name; }));
        for (qsizetype i = 0; i < labels.size(); ++i) {
            for (qsizetype j = i + 1; j < labels.size(); ++j)
                QVERIFY(!labels.at(i).rect.intersects(labels.at(j).rect));
        }
    }

    void withoutDataThereIsASentence()
    {
        m_chart->setData({});
        QVERIFY(m_chart->marks().isEmpty());
        const QImage image = m_chart->grab().toImage();
        QCOMPARE(image.pixelColor(60, image.height() - 60), image.pixelColor(2, 2)); // no axis
        bool words = false;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = image.height() / 2 - 20; y < image.height() / 2 + 20; ++y)
                words = words || image.pixelColor(x, y) != image.pixelColor(2, 2);
        }
        QVERIFY(words);
        brush({50, 50}, {200, 200});
        QTest::keyClick(m_chart.get(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_chart->selectedIds().isEmpty());
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(chart->childCount(), 9);
        QCOMPARE(chart->child(8)->text(QAccessible::Name), u"Canalside"_s);
        QVERIFY(chart->child(8)->text(QAccessible::Value).startsWith(u"need 1.308"_s));
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
        QVERIFY(text.contains("Canalside stands out") && text.contains("Upper Dale"));
    }

private:
    void brush(const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_chart.get(), Qt::LeftButton, modifiers, from.toPoint());
        QTest::mouseMove(m_chart.get(), ((from + to) / 2).toPoint());
        QTest::mouseMove(m_chart.get(), to.toPoint());
        m_chart->grab(); // painted while the box stands
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, modifiers, to.toPoint());
    }

    std::unique_ptr<NeedScatterChart> m_chart;
};

QTEST_MAIN(TestNeedScatterChart)
#include "test_needscatterchart.moc"
