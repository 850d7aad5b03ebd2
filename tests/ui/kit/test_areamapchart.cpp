#include "core/exchange/mapfile.h"
#include "ui/charts/areamapchart.h"
#include "ui/charts/areamapgeometry.h"
#include "ui/charts/areamappicture.h"
#include "ui/charts/mapclasses.h"
#include "ui/table/roles.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <set>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

AreaShape square(const QString& code, double x, double y, double side = 1)
{
    return {code, {}, {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}}, {}, {}};
}

// Squares of one unit: rows of `across`, codes s0, s1, ...
std::shared_ptr<const AreaShapes> board(int across, int down)
{
    std::vector<AreaShape> shapes;
    for (int i = 0; i < across * down; ++i)
        shapes.push_back(square(u"s%1"_s.arg(i), i % across, i / across));
    return std::make_shared<AreaShapes>(AreaShapes::Kind::Polygons, u"other"_s, std::move(shapes));
}

QString percent(const Ratio& value)
{
    return formatPercent(value);
}

MapMeasure rate()
{
    return {MapMeasure::Kind::Rate,
            u"Score"_s,
            u"mean of its people"_s,
            {},
            [](const Ratio& value) { return formatDecimal(value, 1, Rounding::HalfAwayFromZero); },
            {},
            {},
            {},
            {}};
}

MapMeasure distance()
{
    return {MapMeasure::Kind::Distance,
            u"Distance"_s,
            u"from fair share"_s,
            Ratio(0),
            percent,
            u"above"_s,
            u"below"_s,
            {},
            {}};
}

AreaMapData fourAreas()
{
    // a: 0 and 1 in one   b: 2
    // (3: nobody's)       c: 4, no value   d: 5
    AreaMapData data{board(3, 2), distance(), {}};
    data.areas = {
        {u"a"_s, {u"s0"_s, u"s1"_s}, u"Canalside"_s, Ratio(-8, 100), u"−8.0%, below"_s, false, true},
        {u"b"_s, {u"s2"_s}, u"Eastfield"_s, Ratio(1, 1000), u"+0.1%"_s, true, false},
        {u"c"_s, {u"s4"_s}, u"Upper Dale"_s, {}, {}, false, false},
        {u"d"_s, {u"s5"_s}, u"Quay"_s, Ratio(9, 100), u"+9.0%, above"_s, false, false},
        {u"e"_s, {u"nowhere"_s}, u"Elsewhere"_s, Ratio(0), u"0.0%"_s, false, false}};
    return data;
}

std::vector<Ratio> whole(std::initializer_list<int> values)
{
    std::vector<Ratio> all;
    for (const int value : values)
        all.emplace_back(value);
    return all;
}

QStringList words(const MapClasses& classes)
{
    QStringList all;
    for (const MapClass& one : classes.classes())
        all.append(one.words);
    return all;
}

} // namespace

class TestAreaMapChart : public QObject
{
    Q_OBJECT
    std::unique_ptr<AreaMapChart> m_chart;

    QColor at(const QPointF& pixel) const { return m_chart->grab().toImage().pixelColor(pixel.toPoint()); }

private slots:
    void init()
    {
        m_chart = std::make_unique<AreaMapChart>();
        m_chart->setPalette(paletteFrom(tokensFor(ThemeKind::Light)));
        m_chart->setData(fourAreas());
        m_chart->setTexts(u"Canalside is 8% short"_s, u"Distance from fair share"_s,
                          u"One of four is short."_s);
        m_chart->resize(900, 460);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
        QApplication::setActiveWindow(m_chart.get());
        m_chart->setFocus();
        QTRY_VERIFY(m_chart->hasFocus());
    }
    void cleanup() { m_chart.reset(); }

    void equalCounts()
    {
        const MapClasses ten(rate(), whole({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        QCOMPARE(words(ten), (QStringList{u"1.0 to 2.0"_s, u"3.0 to 4.0"_s, u"5.0 to 6.0"_s, u"7.0 to 8.0"_s,
                                          u"9.0 to 10.0"_s}));
        QCOMPARE(ten.classOf(Ratio(2)), 0);
        QCOMPARE(ten.classOf(Ratio(3)), 1);
        QCOMPARE(ten.classOf(Ratio(10)), 4);
        // Equal values never fall into two classes.
        const MapClasses ties(rate(), whole({1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6}));
        QCOMPARE(ties.classOf(Ratio(1)), 0);
        QVERIFY(ties.classes().size() <= 5);
        QCOMPARE(ties.classes().first().words, u"1.0"_s);
        const MapClasses two(rate(), whole({7, 3, 7}));
        QCOMPARE(words(two), (QStringList{u"3.0"_s, u"7.0"_s}));
        QCOMPARE(two.classes().first().shade, 0);
        QCOMPARE(two.classes().last().shade, 4);
        QCOMPARE(MapClasses(rate(), {}).classOf(Ratio(1)), -1);
    }

    void distancesAreAroundTheMiddle()
    {
        // Distances 1, 2, 3, 4, 6 and 20 hundredths: the third is 3, nearest round number 2; the fifth 6, nearest 5.
        const MapClasses classes(distance(), {Ratio(-1, 100), Ratio(2, 100), Ratio(-3, 100), Ratio(4, 100),
                                              Ratio(6, 100), Ratio(-20, 100), Ratio(0)});
        QCOMPARE(words(classes), (QStringList{u"−5.0% or less"_s, u"−5.0% to −2.0%"_s, u"−2.0% to 2.0%"_s,
                                              u"2.0% to 5.0%"_s, u"5.0% or more"_s}));
        QCOMPARE(classes.classOf(Ratio(0)), 2);
        QCOMPARE(classes.classOf(Ratio(-199, 10000)), 2);
        QCOMPARE(classes.classOf(Ratio(2, 100)), 3);
        QCOMPARE(classes.classOf(Ratio(-2, 100)), 1);
        QCOMPARE(classes.classOf(Ratio(5, 100)), 4);
        QCOMPARE(classes.classOf(Ratio(-5, 100)), 0);
        QCOMPARE(classes.classes().first().mark, Icon::Loss);
        QCOMPARE(classes.classes().last().mark, Icon::Gain);
        QCOMPARE(classes.classes().at(2).mark, Icon::None);
        const MapClasses none(distance(), {Ratio(0), Ratio(0)});
        QCOMPARE(none.classes().size(), 1);
        QCOMPARE(none.classOf(Ratio(0)), 0);
    }

    void marksAndWords()
    {
        const QList<ChartMark> marks = m_chart->marks();
        QCOMPARE(marks.size(), 4);
        QCOMPARE(m_chart->wordsFor(marks.at(0)), u"Canalside: −8.0%, below; assumed"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(1)), u"Eastfield: +0.1%; small numbers"_s);
        QCOMPARE(m_chart->wordsFor(marks.at(2)), u"Upper Dale: not known"_s);
        QCOMPARE(m_chart->idsWithoutShape(), QStringList{u"e"_s});
        for (const ChartMark& mark : marks)
            QVERIFY(mark.rect.width() >= 24 && mark.rect.height() >= 24);
    }

    void twinTableInTheOrderGiven()
    {
        const QAbstractItemModel* table = m_chart->twinModel();
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->headerData(1, Qt::Horizontal).toString(), u"Distance"_s);
        const auto cell = [&](int row, int column) { return table->index(row, column).data().toString(); };
        QCOMPARE(cell(0, 0), u"Canalside"_s);
        QCOMPARE(cell(0, 1), u"−8.0%"_s);
        QCOMPARE(cell(0, 3), u"assumed"_s);
        QCOMPARE(table->index(0, 1).data(EmphasisRole).toInt(), static_cast<int>(Emphasis::Loss));
        QCOMPARE(table->index(3, 1).data(EmphasisRole).toInt(), static_cast<int>(Emphasis::Gain));
        QCOMPARE(cell(2, 1), u"not known"_s);
        QVERIFY(!table->index(2, 1).data(NumberRole).isValid());
        QCOMPARE(cell(4, 3), u"not on this map"_s);
        QCOMPARE(table->index(4, 0).data(IdRole).toString(), u"e"_s);
    }

    void coloursFollowClasses()
    {
        const Tokens& light = tokensFor(ThemeKind::Light);
        const QPointF away(30, 30); // from the label
        QCOMPARE(at(m_chart->pixelOf(u"d"_s) + away), light.gain());
        QCOMPARE(at(m_chart->pixelOf(u"a"_s) + QPointF(60, 40)), light.lossMark());
        QCOMPARE(at(m_chart->pixelOf(u"c"_s) + away), light.base); // not known: empty
        QCOMPARE(at(m_chart->pixelOf(u"b"_s) + away).rgb(),
                 mapStyle(light, MapMeasure::Kind::Distance, 2, true).fill.color().rgb());
    }

    void textIsReadableOnEveryClass()
    {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            for (const auto kind : {MapMeasure::Kind::Rate, MapMeasure::Kind::Distance}) {
                for (int shade = -1; shade < 5; ++shade) {
                    for (const bool faded : {false, true}) {
                        const MapStyle style = mapStyle(tokensFor(theme), kind, shade, faded);
                        const double contrast = contrastRatio(style.ink, style.fill.color());
                        QVERIFY2(contrast >= 4.5,
                                 qPrintable(u"theme %1 kind %2 shade %3 faded %4: %5"_s.arg(int(theme))
                                                .arg(int(kind))
                                                .arg(shade)
                                                .arg(faded)
                                                .arg(contrast)));
                    }
                }
            }
        }
    }

    void shadesDifferInGrey()
    {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            const Tokens& tokens = tokensFor(theme);
            for (int shade = 0; shade < 4; ++shade) {
                const QColor a = mapStyle(tokens, MapMeasure::Kind::Rate, shade, false).fill.color();
                const QColor b = mapStyle(tokens, MapMeasure::Kind::Rate, shade + 1, false).fill.color();
                QVERIFY2(contrastRatio(a, b) > 1.25, qPrintable(QString::number(contrastRatio(a, b))));
            }
        }
    }

    void severalShapesAreOneArea()
    {
        const auto shapes = board(2, 1);
        const AreaBorder border = borderOf({&shapes->shapes()[0], &shapes->shapes()[1]});
        double outer = 0;
        double inner = 0;
        const auto length = [](const std::vector<AreaBorder::Line>& lines) {
            double sum = 0;
            for (const AreaBorder::Line& line : lines) {
                for (size_t i = 1; i < line.points.size(); ++i)
                    sum += QLineF(line.points[i - 1], line.points[i]).length();
            }
            return sum;
        };
        outer = length(border.outer);
        inner = length(border.inner);
        QCOMPARE(outer, 6.0); // about two squares side by side
        QCOMPARE(inner, 2.0); // their common side, from both
        // One mark, found in both halves.
        const QPointF middle = m_chart->pixelOf(u"a"_s);
        QSignalSpy spy(m_chart.get(), &Chart::idsSelected);
        for (const double side : {-60.0, 60.0}) {
            QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, (middle + QPointF(side, 50)).toPoint());
            QCOMPARE(spy.last().first().toStringList(), QStringList{u"a"_s});
        }
    }

    void clickAndSpaceSelect()
    {
        QSignalSpy spy(m_chart.get(), &Chart::idsSelected);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->pixelOf(u"d"_s).toPoint());
        QCOMPARE(spy.last().first().toStringList(), QStringList{u"d"_s});
        QCOMPARE(m_chart->currentMark(), 3);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QCOMPARE(spy.last().first().toStringList(), QStringList{u"b"_s});
        // The shape that is nobody's answers nothing: below the left half of the first area.
        const qsizetype before = spy.size();
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {},
                          QPointF(m_chart->pixelOf(u"a"_s).x() - 60, m_chart->pixelOf(u"c"_s).y()).toPoint());
        QCOMPARE(spy.size(), before);
    }

    void arrowsGoToNeighbours()
    {
        m_chart->setCurrentMark(0);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->currentMark(), 1);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(m_chart->currentMark(), 3);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->currentMark(), 2);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(m_chart->currentMark(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Up); // nothing there
        QCOMPARE(m_chart->currentMark(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(m_chart->currentMark(), 3);
        QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
        QCOMPARE(m_chart->currentMark(), 2);
    }

    void hoverSaysTheSame()
    {
        QSignalSpy spy(m_chart.get(), &Chart::wordsChanged);
        QTest::mouseMove(m_chart.get(), m_chart->pixelOf(u"d"_s).toPoint());
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(spy.last().first().toString(), u"Quay: +9.0%, above"_s);
    }

    void zoomAndFit()
    {
        QCOMPARE(m_chart->zoom(), 1.0);
        const QPointF before = m_chart->pixelOf(u"d"_s);
        QWheelEvent wheel(before, m_chart->mapToGlobal(before), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_chart.get(), &wheel);
        QVERIFY(m_chart->zoom() > 1.2);
        QVERIFY((m_chart->pixelOf(u"d"_s) - before).manhattanLength() < 2); // what is under the pointer stays
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        const double zoomed = m_chart->zoom();
        QTest::keyClick(m_chart.get(), Qt::Key_Minus);
        QVERIFY(m_chart->zoom() < zoomed);
        QTest::keyClick(m_chart.get(), Qt::Key_0);
        QCOMPARE(m_chart->zoom(), 1.0);
        QCOMPARE(m_chart->pixelOf(u"d"_s), before);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QVERIFY(m_chart->zoom() <= 60);
        m_chart->setCurrentMark(0);
        QTest::keyClick(m_chart.get(), Qt::Key_Right); // comes into sight
        QVERIFY(m_chart->rect().contains(m_chart->pixelOf(u"b"_s).toPoint()));
    }

    // After any way of changing it, the picture is the one that drawing it anew would give.
    void partialRepaintsEqualWholeOnes()
    {
        const auto compare = [&](const char* after) {
            const QImage partly = m_chart->grab().toImage();
            QEvent event(QEvent::FontChange); // forgets all that was drawn
            QApplication::sendEvent(m_chart.get(), &event);
            const QImage anew = m_chart->grab().toImage();
            int differ = 0;
            for (int y = 0; y < anew.height(); ++y) {
                for (int x = 0; x < anew.width(); ++x) {
                    const QColor a = partly.pixelColor(x, y);
                    const QColor b = anew.pixelColor(x, y);
                    differ += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                                  std::abs(a.blue() - b.blue()) >
                              60;
                }
            }
            QVERIFY2(differ < 30, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(after)).arg(differ)));
        };
        m_chart->grab();
        const QPoint from = m_chart->pixelOf(u"a"_s).toPoint();
        const double zoom = m_chart->zoom();
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        for (const QPoint way : {QPoint(20, 10), QPoint(47, -13), QPoint(-31, 22)}) {
            QTest::mouseMove(m_chart.get(), from + way);
            QTest::qWait(1);
            m_chart->grab();
        }
        QSignalSpy spy(m_chart.get(), &Chart::idsSelected);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, from + QPoint(-31, 22));
        QCOMPARE(spy.size(), 0); // a drag selects nothing
        QCOMPARE(m_chart->zoom(), zoom);
        compare("pan");
        m_chart->setSelectedIds({u"d"_s});
        m_chart->grab();
        m_chart->setSelectedIds({u"a"_s, u"b"_s});
        compare("select");
        AreaMapData data = fourAreas();
        data.areas[2].value = Ratio(4, 100);
        data.areas[0].faded = true;
        m_chart->setData(data);
        compare("new values");
        QCOMPARE(m_chart->wordsFor(m_chart->marks().at(2)), u"Upper Dale: 4.0%"_s);
    }

    void selectionIsDrawn()
    {
        const QImage before = m_chart->grab().toImage();
        m_chart->setSelectedIds({u"d"_s});
        QVERIFY(m_chart->grab().toImage() != before);
        m_chart->setSelectedIds({});
        QCOMPARE(m_chart->grab().toImage(), before);
    }

    void pointsAreFoundNearby()
    {
        AreaMapData data;
        data.shapes = std::make_shared<AreaShapes>(shapesOfPositions(
            {{u"A"_s, {}, -1.9, 52.4}, {u"B"_s, {}, -1.7, 52.5}, {u"C"_s, {}, -1.8, 52.6}}, u"practice"_s));
        data.measure = rate();
        for (const QString& code : {u"A"_s, u"B"_s, u"C"_s})
            data.areas.append(
                {code, {code}, u"Practice "_s + code, Ratio(code.at(0).unicode()), {}, false, false});
        m_chart->setData(data);
        QCOMPARE(m_chart->marks().size(), 3);
        QSignalSpy spy(m_chart.get(), &Chart::idsSelected);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {},
                          (m_chart->pixelOf(u"B"_s) + QPointF(6, 6)).toPoint());
        QCOMPARE(spy.last().first().toStringList(), QStringList{u"B"_s});
        m_chart->setCurrentMark(0);
        std::set<int> seen;
        for (const int key :
             {Qt::Key_Up, Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up, Qt::Key_Right}) {
            QTest::keyClick(m_chart.get(), static_cast<Qt::Key>(key));
            seen.insert(m_chart->currentMark());
        }
        QCOMPARE(seen.size(), size_t(3));
    }

    void emptyAndOddData()
    {
        m_chart->setData({});
        QCOMPARE(m_chart->marks().size(), 0);
        m_chart->grab();
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        AreaMapData one;
        one.shapes =
            std::make_shared<AreaShapes>(shapesOfPositions({{u"A"_s, {}, -1.9, 52.4}}, u"practice"_s));
        one.areas = {{u"A"_s, {u"A"_s}, u"Only"_s, {}, {}, false, false}};
        m_chart->setData(one);
        m_chart->grab();
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->wordsFor(m_chart->marks().at(0)), u"Only: not known"_s);
        AreaMapData without{nullptr, rate(), {{u"A"_s, {u"A"_s}, u"Only"_s, Ratio(1), {}, false, false}}};
        m_chart->setData(without);
        m_chart->grab();
        QCOMPARE(m_chart->idsWithoutShape(), QStringList{u"A"_s});
        m_chart->resize(m_chart->minimumSizeHint());
        m_chart->grab();
    }

    void picturesAndPaper()
    {
        QTemporaryDir folder;
        QVERIFY(m_chart->exportPng(folder.filePath(u"map.png"_s)));
        QVERIFY(m_chart->exportSvg(folder.filePath(u"map.svg"_s)));
        QImage paper(600, 400, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        m_chart->paintInto(painter, QRectF(0, 0, 600, 400));
        painter.end();
        int blue = 0;
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 600; ++x)
                blue += paper.pixelColor(x, y) == tokensFor(ThemeKind::Light).gain();
        }
        QVERIFY(blue > 1000); // the one area above
    }
};

QTEST_MAIN(TestAreaMapChart)
#include "test_areamapchart.moc"
