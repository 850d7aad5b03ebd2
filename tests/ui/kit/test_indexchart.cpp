#include "ui/charts/indexchart.h"
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

// Two years with both means, one between them without: structures have no score in it.
IndexChartData threeYears()
{
    const auto year = [](const QString& name, const std::array<double, indexDomainCount>& scores) {
        IndexYear index;
        index.year = name;
        for (size_t i = 0; i < indexDomainCount; ++i)
            index.domains[i].score = scores[i];
        return index;
    };
    IndexChartData chart;
    chart.domains = {{u"d1"_s, u"Activity levels"_s},
                     {u"d2"_s, u"Care pathways"_s},
                     {u"d3"_s, u"Population outcomes"_s},
                     {u"d4"_s, u"Assessments of structures"_s},
                     {QString(), u"Joint education and training"_s}};
    IndexYear first = year(u"2025-26"_s, {0.5, 0.6, 0.5, 0.8, 0.48});
    first.arithmetic = 57.6;
    first.arithmeticLow = 54.8;
    first.arithmeticHigh = 60.4;
    first.geometric = 56.5;
    first.geometricLow = 53.9;
    first.geometricHigh = 59.1;
    IndexYear second = year(u"2026-27"_s, {0.55, 0.6, 0.5, 0.8, 0.48});
    second.domains[3].score.reset();
    IndexYear third = year(u"2027-28"_s, {1, 1, 1, 1, 1});
    third.arithmetic = third.arithmeticLow = third.arithmeticHigh = 100;
    third.geometric = third.geometricLow = third.geometricHigh = 100;
    chart.years = {first, second, third};
    chart.emptyWords = u"No year yet."_s;
    return chart;
}

} // namespace

class TestIndexChart : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_chart = std::make_unique<IndexChart>();
        m_chart->setData(threeYears());
        m_chart->setTexts(u"The index rose"_s, u"0 to 100, by year"_s, u"In words."_s,
                          u"Source: the place"_s);
        m_chart->resize(720, 380);
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
        QCOMPARE(marks.size(), 7 + 5 + 7); // the middle year has no means
        QCOMPARE(m_chart->wordsFor(marks.at(0)),
                 u"2025-26, arithmetic mean: 57.6 of 100; 54.8 to 60.4 when a weight changes by 0.1"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(1)),
                 u"2025-26, geometric mean: 56.5 of 100; 53.9 to 59.1 when a weight changes by 0.1"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(2)), u"2025-26, Activity levels: 50.0 of 100"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(10)), u"2026-27, Assessments of structures: no score"_s);
        for (const ChartMark& mark : marks) {
            QVERIFY(mark.rect.width() >= 24 && mark.rect.height() >= 24);
            QVERIFY(QRectF(m_chart->rect()).contains(mark.rect.center()));
        }
    }

    void higherStandsHigher()
    {
        const QList<ChartMark> marks = m_chart->marks();
        QVERIFY(marks.at(0).rect.center().y() < marks.at(1).rect.center().y());  // 57.6 over 56.5
        QVERIFY(marks.at(12).rect.center().y() < marks.at(0).rect.center().y()); // 100 over 57.6
        QCOMPARE(marks.at(12).rect.center().y(), marks.at(13).rect.center().y());
        QVERIFY(marks.at(0).rect.center().x() < marks.at(12).rect.center().x());
    }

    void keysWalkAndSelect()
    {
        QSignalSpy ids(m_chart.get(), &Chart::idsSelected);
        QTest::keyClick(m_chart.get(), Qt::Key_Space); // a mean is no entity
        QCOMPARE(ids.count(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(ids.count(), 1);
        QCOMPARE(ids.last().first().toStringList(), QStringList{u"d1"_s});
    }

    void twinTableIsTheFigures()
    {
        const QAbstractItemModel* twin = m_chart->twinModel();
        QCOMPARE(twin->rowCount(), 3);
        QCOMPARE(twin->columnCount(), 1 + 5 + 4);
        const auto row = [twin](int at) {
            QStringList cells;
            for (int column = 0; column < twin->columnCount(); ++column)
                cells.append(twin->index(at, column).data().toString());
            return cells.join(u'|');
        };
        QCOMPARE(row(0), u"2025-26|50.0|60.0|50.0|80.0|48.0|57.6|54.8 to 60.4|56.5|53.9 to 59.1"_s);
        QCOMPARE(row(1), u"2026-27|55.0|60.0|50.0|–|48.0|–|–|–|–"_s);
    }

    void withoutYearsThereIsASentence()
    {
        IndexChartData none;
        none.emptyWords = u"The plan has no year yet."_s;
        m_chart->setData(none);
        QVERIFY(m_chart->marks().isEmpty());
        QCOMPARE(m_chart->twinModel()->rowCount(), 0);
        QVERIFY(!m_chart->grab().isNull());
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
    }

    void readersGetAChildAMark()
    {
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(chart->childCount(), 19);
        QCOMPARE(chart->child(0)->text(QAccessible::Name), u"2025-26, arithmetic mean"_s);
        QVERIFY(chart->child(0)->text(QAccessible::Value).contains(u"57.6 of 100"_s));
    }

    void picturesAreWritten()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"chart.png"_s)));
        QCOMPARE(QImage(folder.filePath(u"chart.png"_s)).width(), 1440);
        QVERIFY(m_chart->exportSvg(folder.filePath(u"chart.svg"_s)));
        QFile svg(folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("The index rose") && text.contains("Geometric") && text.contains("57.6"));
    }

private:
    std::unique_ptr<IndexChart> m_chart;
};

QTEST_MAIN(TestIndexChart)
#include "test_indexchart.moc"
