#include "core/evaluate/evaluation.h"
#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/readshelf.h"
#include "core/exchange/samplefile.h"
#include "core/explore/generatedplans.h"

#include <QFile>

#include <benchmark/benchmark.h>

#include <cstdlib>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// A plan with the texts it refers to, ready to be evaluated.
struct Ready
{
    PlanTree tree;
    Shelf shelf;
};

Ready ready(PlanTree tree)
{
    const Outcome pinned = pinRulebooks(tree, builtInRulebooks());
    Result<Shelf> shelf = readShelf(tree);
    if (!pinned || !shelf)
        std::abort();
    return {std::move(tree), std::move(*shelf)};
}

Ready ready(const PlanSize& size)
{
    PlanTree tree;
    tree.base = generatedPlan(size);
    return ready(std::move(tree));
}

// The most memory this process has held, in bytes; 0 where the system does not say.
double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() * 1024;
    return 0;
}

void measure(benchmark::State& state, const Ready& plan)
{
    qsizetype rows = 0;
    for (auto _ : state) {
        const Evaluation evaluation = evaluate(plan.tree.base, plan.shelf);
        rows = evaluation.ledger.rows.size();
        benchmark::DoNotOptimize(evaluation.ledger.rows.constData());
    }
    state.counters["rows"] = static_cast<double>(rows);
    state.counters["peakMemory"] =
        benchmark::Counter(peakMemory(), benchmark::Counter::kDefaults, benchmark::Counter::kIs1024);
}

void evaluateSample(benchmark::State& state)
{
    Result<PlanTree> tree = demoTree();
    if (!tree)
        std::abort();
    measure(state, ready(std::move(*tree)));
}
BENCHMARK(evaluateSample)->Unit(benchmark::kMillisecond);

// The argument is percent of the size named in the budget: half, whole, double.
void evaluateLarge(benchmark::State& state)
{
    PlanSize size = planSize::large();
    size.lines = static_cast<int>(size.lines * state.range(0) / 100);
    measure(state, ready(size));
}
BENCHMARK(evaluateLarge)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

void evaluateLargeDense(benchmark::State& state)
{
    PlanSize size = planSize::largeDense();
    size.lines = static_cast<int>(size.lines * state.range(0) / 100);
    measure(state, ready(size));
}
BENCHMARK(evaluateLargeDense)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

void evaluateEngland(benchmark::State& state)
{
    PlanSize size = planSize::england();
    size.lines = static_cast<int>(size.lines * state.range(0) / 100);
    measure(state, ready(size));
}
BENCHMARK(evaluateEngland)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

} // namespace
