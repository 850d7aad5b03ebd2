#include "tests/support/outcomecontracts.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;
using Kind = OutcomeProblem::Kind;
using Field = OutcomeProblem::Field;

Q_DECLARE_METATYPE(OutcomeTerms)
Q_DECLARE_METATYPE(OutcomeYear)

namespace {

QList<OutcomeProblem> problemsIn(const OutcomeTerms& terms, const OutcomeYear& year)
{
    return problemsOf(terms) + problemsOf(terms, year);
}

} // namespace

class TestOutcomeProblems : public QObject
{
    Q_OBJECT

private slots:
    void findsNoneInCleanContracts();
    void findsProblemsOfTerms_data();
    void findsProblemsOfTerms();
    void findsProblemsOfYears_data();
    void findsProblemsOfYears();
    void leavesEveryProblemInItsPlace();
};

void TestOutcomeProblems::findsNoneInCleanContracts()
{
    const QList<OutcomeProblem> none;
    QCOMPARE(problemsIn(noteTerms(), noteYear()), none);
    QCOMPARE(problemsIn(noteTerms(CorridorMode::Excess), noteYear()), none);
    QCOMPARE(problemsIn(noteTerms(), calderbourneYear({1, 2, 3, 4, 5}, {1, 2, 3, 4, 5})), none);
    QCOMPARE(problemsIn(plainTerms(), plainYear(pounds(1))), none);

    // Nothing at risk, and nothing to earn it by; nobody eligible for what has no weight.
    OutcomeTerms terms = plainTerms();
    terms.atRisk = Ratio(0);
    OutcomeYear year = plainYear(pounds(1));
    year.results = resultsOf({}, {});
    QCOMPARE(problemsIn(terms, year), none);
    terms.indicators.clear();
    year.results.clear();
    QCOMPARE(problemsIn(terms, year), none);
    terms = plainTerms();
    terms.indicators.append(indicator(0, true, 100, 0, 100, 1));
    year = plainYear(pounds(1));
    year.results += resultsOf({}, {});
    QCOMPARE(problemsIn(terms, year), none);

    // As far as each may go: admissions may be more than people; a base, cost or ring-fence of nothing.
    terms = noteTerms();
    terms.ringFence = Ratio(1);
    terms.atRisk = Ratio(1);
    terms.indicators[0].improvementCredit = Ratio(1);
    terms.gainAndLoss = {.corridor = Ratio(1),
                         .gainShare = Ratio(1),
                         .gainCap = Ratio(1),
                         .lossShare = Ratio(1),
                         .lossCap = Ratio(1),
                         .qualityGate = Ratio(1),
                         .floor = Ratio(1),
                         .ceiling = Ratio(1)};
    year = noteYear();
    year.results[5].counted = 2 * year.results[5].eligible;
    year.base[0] = pounds(0);
    year.areas[0].benchmark = year.areas[0].cost = year.areas[0].ringFenceSpent = pounds(0);
    year.areas[0].people = {Ratio(), Ratio(), Ratio(), Ratio(), Ratio(1)};
    QCOMPARE(problemsIn(terms, year), none);
    terms.needWeights = {Ratio(), Ratio(), Ratio(), Ratio(), Ratio(1)};
    QCOMPARE(problemsIn(terms, year), none);
}

void TestOutcomeProblems::findsProblemsOfTerms_data()
{
    QTest::addColumn<OutcomeTerms>("terms");
    QTest::addColumn<QList<OutcomeProblem>>("problems");
    const auto row = [](const char* name, auto spoil, const QList<OutcomeProblem>& problems) {
        OutcomeTerms terms = noteTerms();
        spoil(terms);
        QTest::newRow(name) << terms << problems;
    };
    const Ratio below(-1, 1'000'000);
    const Ratio above(1'000'001, 1'000'000);
    const auto ofField = [&](const char* name, auto field, Kind kind, Field where) {
        for (const Ratio& wrong : {below, above})
            row(QByteArray(name)
                    .append(wrong.isNegative() ? " below nothing" : " above the whole")
                    .constData(),
                [&](OutcomeTerms& terms) { field(terms) = wrong; }, {{kind, -1, -1, -1, where}});
    };
    const auto sharing = [&](const char* name, auto GainAndLoss::*part, Field where) {
        ofField(
            name, [part](OutcomeTerms & terms) -> auto& { return terms.gainAndLoss.*part; }, Kind::Corridor,
            where);
    };

    ofField(
        "ring-fence", [](OutcomeTerms& terms) -> Ratio& { return terms.ringFence; }, Kind::PartOfOne,
        Field::RingFence);
    ofField(
        "at risk", [](OutcomeTerms& terms) -> Ratio& { return terms.atRisk; }, Kind::PartOfOne,
        Field::AtRisk);

    row("a need weight below zero", [&](OutcomeTerms& terms) { terms.needWeights[2] = below; },
        {{Kind::NeedWeight, -1, -1, 2}});
    row("need weights of zero", [](OutcomeTerms& terms) { terms.needWeights.fill(Ratio(0)); },
        {{Kind::NeedWeight}});
    row("a deprivation weight of zero", [](OutcomeTerms& terms) { terms.deprivationWeights[4] = Ratio(0); },
        {{Kind::DeprivationWeight, -1, -1, 4}});
    row("a deprivation weight below zero", [&](OutcomeTerms& terms) { terms.deprivationWeights[4] = below; },
        {{Kind::DeprivationWeight, -1, -1, 4}});
    row("deprivation weights rise", [&](OutcomeTerms& terms) { terms.deprivationWeights[3] = above; },
        {{Kind::DeprivationRises, -1, -1, 3}});

    row("no indicators", [](OutcomeTerms& terms) { terms.indicators.clear(); }, {{Kind::NoIndicators}});
    row("indicators below the whole",
        [](OutcomeTerms& terms) { terms.indicators[0].weight = Ratio(59, 100); }, {{Kind::WeightsNotWhole}});
    row("indicators above the whole",
        [](OutcomeTerms& terms) { terms.indicators[0].weight = Ratio(61, 100); }, {{Kind::WeightsNotWhole}});
    row("a weight below zero",
        [](OutcomeTerms& terms) {
            terms.indicators[0].weight = Ratio(101, 100);
            terms.indicators[1].weight = Ratio(-1, 100);
        },
        {{Kind::NegativeWeight, -1, 1}});
    row("per nobody", [](OutcomeTerms& terms) { terms.indicators[1].per = 0; }, {{Kind::Per, -1, 1}});
    row("per fewer than nobody", [](OutcomeTerms& terms) { terms.indicators[0].per = -1; },
        {{Kind::Per, -1, 0}});
    row("credit below nothing", [&](OutcomeTerms& terms) { terms.indicators[1].improvementCredit = below; },
        {{Kind::Credit, -1, 1}});
    row("credit above the whole", [&](OutcomeTerms& terms) { terms.indicators[1].improvementCredit = above; },
        {{Kind::Credit, -1, 1}});
    const auto limits = [&](const char* name, int of, const OutcomeThresholds& wrong, Kind kind) {
        row(name, [&](OutcomeTerms& terms) { terms.indicators[of].thresholds[3] = wrong; },
            {{kind, -1, of, 3}});
    };
    limits("thresholds equal", 0, {Ratio(65), Ratio(65)}, Kind::ThresholdsEqual);
    limits("thresholds equal at zero", 1, {Ratio(0), Ratio(0)}, Kind::ThresholdsEqual);
    limits("higher is better, thresholds fall", 0, {Ratio(80), Ratio(65)}, Kind::ThresholdsReversed);
    limits("lower is better, thresholds rise", 1, {Ratio(18), Ratio(24)}, Kind::ThresholdsReversed);
    limits("lower threshold below zero", 0, {below, Ratio(80)}, Kind::NegativeThreshold);
    limits("upper threshold below zero", 1, {Ratio(24), below}, Kind::NegativeThreshold);

    sharing("corridor", &GainAndLoss::corridor, Field::Corridor);
    sharing("gain share", &GainAndLoss::gainShare, Field::GainShare);
    sharing("gain cap", &GainAndLoss::gainCap, Field::GainCap);
    sharing("loss share", &GainAndLoss::lossShare, Field::LossShare);
    sharing("loss cap", &GainAndLoss::lossCap, Field::LossCap);
    sharing("gate", &GainAndLoss::qualityGate, Field::Gate);
    sharing("floor", &GainAndLoss::floor, Field::Floor);
    sharing("ceiling", &GainAndLoss::ceiling, Field::Ceiling);
    row("a gain cap, and no gain", [](OutcomeTerms& terms) { terms.gainAndLoss.gainShare = Ratio(0); },
        {{Kind::CapWithoutShare, -1, -1, -1, Field::GainCap}});
    row("a loss cap, and no loss", [](OutcomeTerms& terms) { terms.gainAndLoss.lossShare = Ratio(0); },
        {{Kind::CapWithoutShare, -1, -1, -1, Field::LossCap}});
    row("no gain, no cap",
        [](OutcomeTerms& terms) {
            terms.gainAndLoss.gainShare = Ratio(0);
            terms.gainAndLoss.gainCap.reset();
        },
        {});
    // A corridor of 2%: half of it is 1%, three tenths 0.6%.
    row("a gain cap in the corridor",
        [](OutcomeTerms& terms) { terms.gainAndLoss.gainCap = Ratio(99, 10'000); },
        {{Kind::CapInCorridor, -1, -1, -1, Field::GainCap}});
    row("a gain cap where the corridor ends",
        [](OutcomeTerms& terms) { terms.gainAndLoss.gainCap = Ratio(1, 100); }, {});
    row("a loss cap in the corridor",
        [](OutcomeTerms& terms) { terms.gainAndLoss.lossCap = Ratio(59, 10'000); },
        {{Kind::CapInCorridor, -1, -1, -1, Field::LossCap}});
    row("a loss cap where the corridor ends",
        [](OutcomeTerms& terms) { terms.gainAndLoss.lossCap = Ratio(6, 1'000); }, {});
    row("a gain cap of the excess alone",
        [](OutcomeTerms& terms) {
            terms.gainAndLoss.gainCap = Ratio(1, 10'000);
            terms.gainAndLoss.mode = CorridorMode::Excess;
        },
        {});
}

void TestOutcomeProblems::findsProblemsOfTerms()
{
    QFETCH(OutcomeTerms, terms);
    QFETCH(QList<OutcomeProblem>, problems);
    QCOMPARE(problemsOf(terms), problems);
}

void TestOutcomeProblems::findsProblemsOfYears_data()
{
    QTest::addColumn<OutcomeYear>("year");
    QTest::addColumn<QList<OutcomeProblem>>("problems");
    const auto row = [](const char* name, auto spoil, const QList<OutcomeProblem>& problems) {
        OutcomeYear year = noteYear();
        spoil(year);
        QTest::newRow(name) << year << problems;
    };
    row("no areas", [](OutcomeYear& year) { year = {}; }, {{Kind::NoAreas}});
    row("nobody", [](OutcomeYear& year) { year.areas[1].people.fill(Ratio(0)); }, {{Kind::NobodyInArea, 1}});
    row("people below zero", [](OutcomeYear& year) { year.areas[2].people[4] = Ratio(-1); },
        {{Kind::NegativePeople, 2, -1, 4}});
    row("a factor of zero", [](OutcomeYear& year) { year.areas[1].marketForces = Ratio(0); },
        {{Kind::MarketForces, 1}});
    row("a factor below zero", [](OutcomeYear& year) { year.areas[1].marketForces = Ratio(-1); },
        {{Kind::MarketForces, 1}});
    row("a base below zero", [](OutcomeYear& year) { year.base[2] = pounds(0, -1); },
        {{Kind::NegativeBase, 2}});
    row("a benchmark below zero", [](OutcomeYear& year) { year.areas[0].benchmark = pounds(0, -1); },
        {{Kind::NegativeCost, 0}});
    row("a cost below zero", [](OutcomeYear& year) { year.areas[1].cost = pounds(0, -1); },
        {{Kind::NegativeCost, 1}});
    row("spent below zero", [](OutcomeYear& year) { year.areas[2].ringFenceSpent = pounds(0, -1); },
        {{Kind::NegativeCost, 2}});
    // Results of area 1: ten from the eleventh on, five of each indicator.
    row("eligible below zero", [](OutcomeYear& year) { year.results[13].eligible = -1; },
        {{Kind::NegativeCount, 1, 0, 3}});
    row("counted below zero", [](OutcomeYear& year) { year.results[19].counted = -1; },
        {{Kind::NegativeCount, 1, 1, 4}});
    row("nobody eligible", [](OutcomeYear& year) { year.results[15].eligible = 0; },
        {{Kind::NobodyEligible, 1, 1}});
}

void TestOutcomeProblems::findsProblemsOfYears()
{
    QFETCH(OutcomeYear, year);
    QFETCH(QList<OutcomeProblem>, problems);
    QCOMPARE(problemsOf(noteTerms(), year), problems);
}

// Weighted to nothing; one below zero hides nobody; several at once.
void TestOutcomeProblems::leavesEveryProblemInItsPlace()
{
    OutcomeTerms terms = noteTerms();
    OutcomeYear year = noteYear();
    terms.needWeights[4] = Ratio(0);
    year.areas[0].people = {Ratio(), Ratio(), Ratio(), Ratio(), Ratio(9)};
    QCOMPARE(problemsOf(terms, year), (QList<OutcomeProblem>{{Kind::NobodyInArea, 0}}));
    year.areas[0].people[1] = Ratio(-1);
    year.areas[1].marketForces = Ratio(0);
    year.areas[1].cost = year.areas[1].benchmark = pounds(-1);
    year.results[15].eligible = -5;
    const QList<OutcomeProblem> several{{Kind::NegativePeople, 0, -1, 1},
                                        {Kind::MarketForces, 1},
                                        {Kind::NegativeCost, 1},
                                        {Kind::NegativeCount, 1, 1, 0},
                                        {Kind::NobodyEligible, 1, 1}};
    QCOMPARE(problemsOf(terms, year), several);
}

QTEST_APPLESS_MAIN(TestOutcomeProblems)
#include "test_outcomeproblems.moc"
