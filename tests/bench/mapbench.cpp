#include "tests/bench/benchapplication.h"
#include "ui/charts/areamapchart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>

#include <benchmark/benchmark.h>

#include <cmath>

// One repaint of the map of areas, 1280 by 800 pixels, of made-up areas of 32 corners on a grid. Runs without a screen.

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// Squares with wavy borders that neighbours share.
AreaShape wavySquare(int column, int row)
{
    ShapeRing ring;
    const auto side = [&](QPointF from, QPointF way) {
        for (int i = 0; i < 8; ++i) {
            const double along = i / 8.0;
            const QPointF at = from + way * along;
            const double wave = 0.08 * std::sin(along * 6.28 + at.x() + at.y());
            ring.push_back(at + QPointF(std::abs(way.y()) * wave, std::abs(way.x()) * wave));
        }
    };
    side(QPointF(column, row), {1, 0});
    side(QPointF(column + 1, row), {0, 1});
    side(QPointF(column + 1, row + 1), {-1, 0});
    side(QPointF(column, row + 1), {0, -1});
    return {u"E%1"_s.arg(column * 1000 + row), {}, {ring}, {}, {}};
}

class Map : public AreaMapChart
{
public:
    explicit Map(int count)
    {
        const int across = static_cast<int>(std::ceil(std::sqrt(count * 1.4)));
        std::vector<AreaShape> shapes;
        for (int i = 0; i < count; ++i)
            shapes.push_back(wavySquare(i % across, i / across));
        data.shapes = std::make_shared<AreaShapes>(AreaShapes::Kind::Polygons, u"other"_s, std::move(shapes));
        data.measure.kind = MapMeasure::Kind::Distance;
        data.measure.name = u"Distance from fair share"_s;
        data.measure.text = [](const Ratio& value) { return formatPercent(value); };
        for (int i = 0; i < count; ++i) {
            const QString code = data.shapes->shapes()[static_cast<size_t>(i)].code;
            data.areas.append(
                {code, {code}, u"Area %1"_s.arg(i), Ratio(i * 37 % 201 - 100, 1000), {}, i % 9 == 0, false});
        }
        setData(data);
        resize(1280, 800);
        show();
        setFocus();
        now();
    }
    void now() // repaints as the window system would
    {
        repaint();
        QCoreApplication::processEvents();
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(this, &event);
    }

    AreaMapData data;
};

void sizes(benchmark::internal::Benchmark* bench)
{
    bench->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond)->Complexity();
}

void mapHover(benchmark::State& state)
{
    application();
    Map map(static_cast<int>(state.range(0)));
    int step = 0;
    for (auto _ : state) {
        map.mouse(QEvent::MouseMove, {100.0 + step++ * 7 % 700, 300}, Qt::NoButton, Qt::NoButton);
        map.now();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(mapHover)->Apply(sizes);

void mapSelect(benchmark::State& state)
{
    application();
    Map map(static_cast<int>(state.range(0)));
    int step = 0;
    for (auto _ : state) {
        map.setSelectedIds({map.data.areas.at(step++ % map.data.areas.size()).id});
        map.now();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(mapSelect)->Apply(sizes);

// A drag that stays on the map, a few pixels at a time.
void mapPan(benchmark::State& state)
{
    application();
    Map map(static_cast<int>(state.range(0)));
    map.mouse(QEvent::MouseButtonPress, {400, 400}, Qt::LeftButton, Qt::LeftButton);
    int step = 0;
    for (auto _ : state) {
        const double angle = ++step * 0.05;
        map.mouse(QEvent::MouseMove, {400 + 150 * std::cos(angle), 400 + 150 * std::sin(angle)}, Qt::NoButton,
                  Qt::LeftButton);
        map.now();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(mapPan)->Apply(sizes);

// One area in a hundred has another value, as while a year's step is dragged elsewhere.
void mapNewValues(benchmark::State& state)
{
    application();
    Map map(static_cast<int>(state.range(0)));
    int step = 0;
    for (auto _ : state) {
        ++step;
        for (qsizetype i = step % 100; i < map.data.areas.size(); i += 100)
            map.data.areas[i].value = Ratio((step * 53 + i) % 201 - 100, 1000);
        map.setData(map.data);
        map.now();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(mapNewValues)->Apply(sizes);

// Every area anew: after zooming or resizing, or for another measure.
void mapWhole(benchmark::State& state)
{
    application();
    Map map(static_cast<int>(state.range(0)));
    int step = 0;
    for (auto _ : state) {
        map.resize(1280 - step++ % 2, 800);
        map.now();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(mapWhole)->Apply(sizes);

} // namespace
