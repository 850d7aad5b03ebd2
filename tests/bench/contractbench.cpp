// Contracts: 50 of 60 areas, five fifths, twelve indicators and five years, in full and after one edit; and half and twice
// as many, for the growth.
#include "core/evaluate/evaluation.h"
#include "core/plan/edit.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int areaCount = 60;
constexpr int indicatorCount = 12;

const Key firstYear{Id(u"2026-27"_s), {}};

Id numbered(const char* name, int number)
{
    return Id(QLatin1StringView(name) + QString::number(number));
}

// Straight into the table, without looking for what refers to it: plans of this size are built in moments.
template <class T> T& added(Table<T>& table, const Id& id)
{
    return *static_cast<T*>(table.insert(table.size(), id));
}

// Results are typed by area for the first year and carried forward.
Plan contractsPlan(int contracts)
{
    Plan plan;
    for (int year = 2026; year < 2031; ++year)
        added(plan.years, Id(u"%1-%2"_s.arg(year).arg(year - 1999)));
    added(plan.layers, Id(u"layer"_s));
    QList<Id> areas;
    for (int i = 0; i < areaCount; ++i) {
        areas.append(numbered("area", i));
        added(plan.areas, areas.last()).layer = Id(u"layer"_s);
    }
    for (int c = 0; c < contracts; ++c) {
        const Id id = numbered("contract", c);
        Contract& contract = added(plan.contracts, id);
        contract.startsOn = QDate(2026, 4, 1);
        contract.endsOn = QDate(2031, 3, 31);
        contract.layer = Id(u"layer"_s);
        contract.byArea = true;
        contract.peopleFrom = contractPeople::typed;
        ContractVersion& version = added(plan.contractVersions, Id(id.text() + u"-terms"_s));
        version.contract = id;
        version.number = 1;
        version.base = Money::fromPounds(60'000'000 + 1'000'003 * c);
        version.uplift = *Rate::parse(u"2.5");
        for (size_t fifth = 0; fifth < 5; ++fifth) {
            version.needWeights[fifth] = *Rate::parse(u"1.%1"_s.arg(30 - 7 * fifth));
            version.deprivationWeights[fifth] = *Rate::parse(QString::number(9 - fifth));
            ContractPeople& people =
                added(plan.contractPeople, Id(id.text() + u"-people"_s + QString::number(fifth)));
            people.contract = id;
            people.fifth = static_cast<qint64>(fifth) + 1;
            for (int area = 0; area < areaCount; ++area)
                people.areaPeople.insert(
                    {firstYear.year, areas.at(area)},
                    People::fromWhole(4'000 + 131 * area + 17 * static_cast<qint64>(fifth)));
        }
        version.ringFence = *Rate::parse(u"2");
        version.atRisk = *Rate::parse(u"5");
        for (int i = 0; i < indicatorCount; ++i) {
            const Id indicatorId(id.text() + u"-i"_s + QString::number(i));
            ContractIndicator& indicator = added(plan.contractIndicators, indicatorId);
            indicator.contract = id;
            indicator.direction = indicatorDirection::higher;
            indicator.counts = indicatorCounts::people;
            indicator.per = 100;
            IndicatorTerms& terms = added(plan.indicatorTerms, Id(indicatorId.text() + u"-terms"_s));
            terms.version = version.id;
            terms.indicator = indicatorId;
            terms.weight = *Rate::parse(i < 8 ? u"8.5" : u"8");
            terms.lower = *Rate::parse(u"65");
            terms.upper = *Rate::parse(u"80.5");
            if (i % 2 == 0)
                terms.improvementCredit = *Rate::parse(u"0.8");
            for (int fifth = 0; fifth < 5; ++fifth) {
                IndicatorResult& result =
                    added(plan.indicatorResults, Id(indicatorId.text() + u"-"_s + QString::number(fifth)));
                result.indicator = indicatorId;
                result.fifth = fifth + 1;
                for (int area = 0; area < areaCount; ++area) {
                    const Key key{firstYear.year, areas.at(area)};
                    const qint64 eligible = 900 + 13 * area + 7 * i;
                    result.areaEligible.insert(key, eligible);
                    result.areaLikely.insert(key, eligible * (60 + (area + 3 * i + 5 * fifth) % 25) / 100);
                    result.areaBaseline.insert({{}, key.area}, eligible * 64 / 100);
                }
            }
        }
    }
    return plan;
}

void report(benchmark::State& state, const Evaluation& evaluation)
{
    qsizetype cells = 0;
    for (const auto& contract : evaluation.contracts) {
        if (!contract || !contract->payment.isPaid())
            std::abort();
        for (const ContractYearPayment& year : contract->payment.years)
            cells += year.outcome.cells.size();
    }
    state.counters["cells"] = static_cast<double>(cells);
    state.SetComplexityN(state.range(0));
}

void payAllContracts(benchmark::State& state)
{
    const Plan plan = contractsPlan(static_cast<int>(state.range(0)));
    Evaluation evaluation;
    for (auto _ : state) {
        evaluation = evaluate(plan, {});
        benchmark::DoNotOptimize(evaluation.contracts.constData());
    }
    report(state, evaluation);
}

void payAfterOneEdit(benchmark::State& state)
{
    const Plan plan = contractsPlan(static_cast<int>(state.range(0)));
    const Evaluation before = evaluate(plan, {});
    const Key cell{firstYear.year, numbered("area", 7)};
    const Id edited = plan.indicatorResults[plan.indicatorResults.size() / 2].id;
    Evaluation evaluation;
    for (auto _ : state) {
        state.PauseTiming();
        StepBuilder builder(plan);
        builder.set(IndicatorResult::type.id, edited, u"areaLikely", cell, Value::count(700));
        const Plan now = builder.plan();
        state.ResumeTiming();
        evaluation = evaluate(now, {}, before);
        benchmark::DoNotOptimize(evaluation.contracts.constData());
    }
    report(state, evaluation);
}

} // namespace

BENCHMARK(payAllContracts)->Arg(25)->Arg(50)->Arg(100)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(payAfterOneEdit)->Arg(25)->Arg(50)->Arg(100)->Unit(benchmark::kMillisecond)->Complexity();
