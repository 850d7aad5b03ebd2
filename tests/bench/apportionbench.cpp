#include "core/money/apportion.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace placewright;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

// Weighted populations in units of 1e-9 person, about 50 bits each.
QList<qint64> weights(qsizetype size)
{
    std::mt19937_64 random(1);
    QList<qint64> made(size);
    for (qint64& weight : made)
        weight = static_cast<qint64>(random() >> 14);
    return made;
}

QList<int> byPosition(qsizetype size)
{
    QList<int> order(size);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

void perPart(benchmark::State& state)
{
    const auto parts = static_cast<double>(state.iterations() * state.range(0));
    state.counters["perPart"] =
        benchmark::Counter(parts, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void splitExactly(benchmark::State& state)
{
    const qsizetype size = state.range(0);
    Apportioner apportioner(weights(size), byPosition(size));
    QList<Money> parts(size);
    qint64 pence = 5'344'028'600;
    for (auto _ : state) {
        apportioner.split(Money::fromPence(pence++), parts);
        benchmark::DoNotOptimize(parts.data());
        benchmark::ClobberMemory();
    }
    perPart(state);
}
BENCHMARK(splitExactly)->Arg(3)->Arg(12)->Arg(100)->Arg(1000)->Arg(35000);

void splitEqualWeights(benchmark::State& state)
{
    const qsizetype size = state.range(0);
    Apportioner apportioner(QList<qint64>(size, 7), byPosition(size));
    QList<Money> parts(size);
    qint64 pence = 5'344'028'600;
    for (auto _ : state) {
        apportioner.split(Money::fromPence(pence += 37), parts);
        benchmark::DoNotOptimize(parts.data());
        benchmark::ClobberMemory();
    }
    perPart(state);
}
BENCHMARK(splitEqualWeights)->Arg(12)->Arg(1000);

void apportionOnce(benchmark::State& state)
{
    const qsizetype size = state.range(0);
    const QList<qint64> shares = weights(size);
    const QList<int> order = byPosition(size);
    qint64 pence = 5'344'028'600;
    for (auto _ : state)
        benchmark::DoNotOptimize(apportion(Money::fromPence(pence++), shares, order));
    perPart(state);
}
BENCHMARK(apportionOnce)->Arg(12)->Arg(1000);

// The same rule in unbounded rationals, for comparison.
void splitByRationals(benchmark::State& state)
{
    const qsizetype size = state.range(0);
    const QList<qint64> shares = weights(size);
    cpp_int total = 0;
    for (const qint64 weight : shares)
        total += weight;
    const auto count = static_cast<size_t>(size);
    std::vector<cpp_rational> remainders(count);
    std::vector<cpp_int> parts(count);
    std::vector<size_t> order(count);
    qint64 pence = 5'344'028'600;
    for (auto _ : state) {
        cpp_int left = pence;
        for (size_t i = 0; i < count; ++i) {
            const cpp_rational quota(cpp_int(cpp_int(pence) * shares[static_cast<qsizetype>(i)]), total);
            parts[i] = boost::multiprecision::numerator(quota) / boost::multiprecision::denominator(quota);
            remainders[i] = quota - parts[i];
            left -= parts[i];
            order[i] = i;
        }
        std::sort(order.begin(), order.end(),
                  [&](size_t a, size_t b) { return remainders[a] > remainders[b]; });
        for (size_t i = 0; left > 0; ++i, --left)
            ++parts[order[i]];
        benchmark::DoNotOptimize(parts.data());
        ++pence;
    }
    perPart(state);
}
BENCHMARK(splitByRationals)->Arg(12)->Arg(1000);

} // namespace
