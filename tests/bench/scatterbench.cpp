#include "tests/bench/benchapplication.h"
#include "ui/charts/needscatterchart.h"

#include <QImage>
#include <QMouseEvent>

#include <benchmark/benchmark.h>

// What one repaint of the need scatter costs while a box is drawn over its points: the time for a frame is 16.7 ms.

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// A cloud made by a fixed rule: more need, less money, with noise.
NeedScatterData areas(int wanted)
{
    NeedScatterData made;
    made.mean = Money::fromPence(19'659);
    quint32 seed = 12'345;
    const auto noise = [&seed] {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return static_cast<qint64>((seed >> 8) % 1000);
    };
    for (int i = 0; i < wanted; ++i) {
        const qint64 need = 600 + (noise() + noise() + noise()) * 3 / 10;
        const qint64 pence = 31'000 - (need - 600) * 22 + (noise() - 500) * 8;
        made.points.append({u"area%1"_s.arg(i), u"Area %1"_s.arg(i + 1), Ratio(need, 1000),
                            Money::fromPence(pence), noise() > 200});
    }
    return made;
}

void send(QWidget& widget, QEvent::Type type, const QPointF& at)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at), button, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void brushScatter(benchmark::State& state)
{
    application();
    NeedScatterChart chart;
    chart.resize(1400, 800);
    chart.setData(areas(static_cast<int>(state.range(0))));
    chart.show();
    QApplication::processEvents();
    QImage frame(chart.size(), QImage::Format_ARGB32_Premultiplied);
    const QPointF from(72, 40);
    send(chart, QEvent::MouseButtonPress, from);
    send(chart, QEvent::MouseMove, from + QPointF(20, 20));
    chart.render(&frame); // the still layer is made once
    qreal part = 0;
    for (auto _ : state) {
        part = part >= 1 ? 0.02 : part + 0.02; // the box grows over all points, then begins again
        send(chart, QEvent::MouseMove, from + QPointF(1300, 700) * part);
        chart.render(&frame);
        benchmark::DoNotOptimize(frame.constBits());
    }
    send(chart, QEvent::MouseButtonRelease, from);
}
BENCHMARK(brushScatter)->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

// A selection made: the labels find their places anew, the still layer is drawn in grey.
void selectInScatter(benchmark::State& state)
{
    application();
    NeedScatterChart chart;
    chart.resize(1400, 800);
    chart.setData(areas(static_cast<int>(state.range(0))));
    chart.show();
    QApplication::processEvents();
    QImage frame(chart.size(), QImage::Format_ARGB32_Premultiplied);
    int at = 0;
    for (auto _ : state) {
        chart.setSelectedIds(at % 2 == 0 ? QStringList{u"area%1"_s.arg(at)} : QStringList());
        at = (at + 1) % 100;
        chart.render(&frame);
        benchmark::DoNotOptimize(frame.constBits());
    }
}
BENCHMARK(selectInScatter)->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

} // namespace
