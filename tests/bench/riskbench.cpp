// The risk share of one pool: settling, and finding where the way of sharing changes, by the number of schemes.
#include "core/pool/riskshare.h"

#include <benchmark/benchmark.h>

using namespace placewright;

namespace {

// Three partners with caps and six rungs, as in the sample; every fifth scheme is over.
RiskTerms pool(qint64 schemes)
{
    RiskTerms terms;
    for (int i = 0; i < 3; ++i)
        terms.partners.append({Money::fromPounds(10'000'000 * (i + 1)), Money::fromPounds(1'000'000), i});
    RiskRung rung;
    for (const RungKind kind :
         {RungKind::Underspends, RungKind::Amount, RungKind::Proportional, RungKind::OverCap}) {
        rung.kind = kind;
        rung.available = Money::fromPounds(60'000);
        rung.payer = 0;
        terms.rungs.append(rung);
    }
    rung.side = RiskSide::Under;
    rung.kind = RungKind::Proportional;
    terms.rungs.append(rung);
    for (int i = 0; i < schemes; ++i) {
        RiskScheme scheme;
        scheme.planned = Money::fromPounds(60'000'000 / schemes);
        scheme.variance = Money::fromPounds(i % 5 == 0 ? 2'000'000 / schemes : -10);
        scheme.tieRank = i;
        terms.schemes.append(scheme);
    }
    return terms;
}

void settlePool(benchmark::State& state)
{
    const RiskTerms terms = pool(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(settle(terms));
    state.SetComplexityN(state.range(0));
}

void findKinks(benchmark::State& state)
{
    const RiskTerms terms = pool(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            kinksBetween(terms, Money::fromPounds(-6'000'000), Money::fromPounds(12'000'000)));
    state.SetComplexityN(state.range(0));
}

} // namespace

BENCHMARK(settlePool)->Arg(20)->Arg(40)->Arg(80)->Complexity();
BENCHMARK(findKinks)->Arg(20)->Arg(40)->Arg(80)->Complexity()->Unit(benchmark::kMillisecond);
