#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"

#include <QList>

#include <array>
#include <optional>
#include <span>

namespace placewright {

// What an outcome-weighted capitation contract pays for one year, to the penny: the thirteen steps of OWC-1. Plain figures
// in, plain figures out; areas and indicators are positions in lists, fifths 0 to 4, the most deprived first.
// Source: need and capitation note, section 3.6.

inline constexpr int fifthCount = 5;
template <class T> using ByFifth = std::array<T, fifthCount>;

struct OutcomeThresholds
{
    Ratio lower; // the rate that earns nothing ...
    Ratio upper; // ... and the one that earns all, both in the unit of the indicator
};

struct OutcomeIndicator
{
    Ratio weight; // part of one
    bool higherIsBetter = true;
    qint64 per = 100; // the rate is of so many eligible
    ByFifth<OutcomeThresholds> thresholds;
    Ratio improvementCredit; // 0 to 1
    int tieRank = 0;         // distinct
};

// Of one area, indicator and fifth.
struct OutcomeResult
{
    qint64 eligible = 0;
    qint64 counted = 0;
    qint64 baseline = -1;         // counted before the contract; below zero: not known
    qint64 baselineEligible = -1; // below zero: as many as in the year

    friend bool operator==(const OutcomeResult&, const OutcomeResult&) = default;
};

enum class CorridorMode { First, Excess };

// Parts of one: of the cost benchmark, of the outcome money (the gate), of the base (floor and ceiling).
struct GainAndLoss
{
    Ratio corridor;
    CorridorMode mode = CorridorMode::First;
    Ratio gainShare;
    std::optional<Ratio> gainCap; // nothing: no cap
    Ratio lossShare;
    std::optional<Ratio> lossCap;
    Ratio qualityGate;
    std::optional<Ratio> floor; // nothing: no bound
    std::optional<Ratio> ceiling;
};

// Where unearned money goes, and what of it counts.
struct UnearnedRule
{
    bool returned = true;     // to the areas, by people of fifth 1; else nobody has it back
    bool afterBounds = false; // what floor, ceiling and sharing left unpaid; else what outcomes did not earn
};

struct OutcomeTerms
{
    ByFifth<Ratio> needWeights;
    ByFifth<Ratio> deprivationWeights;
    Ratio ringFence; // part of the base
    Ratio atRisk;    // part of the base less the ring-fence
    QList<OutcomeIndicator> indicators;
    GainAndLoss gainAndLoss;
    UnearnedRule unearned;
    qint64 smallEligible = 0; // fewer eligible: the fifth is measured with its neighbour; 0: never
};

// One area in one year.
struct OutcomeArea
{
    ByFifth<Ratio> people;
    Ratio marketForces = Ratio(1);
    int tieRank = 0;                     // distinct
    std::optional<Money> benchmark;      // nothing: the base
    std::optional<Money> cost;           // nothing: as the benchmark, so that nothing is shared
    std::optional<Money> ringFenceSpent; // nothing: all of it
};

struct OutcomeYear
{
    QList<OutcomeArea> areas;
    QList<Money> base;            // one an area: step 2
    QList<OutcomeResult> results; // by area, then indicator, then fifth

    const OutcomeResult& result(qsizetype area, qsizetype indicator, qsizetype indicators, int fifth) const
    {
        return results.at((area * indicators + indicator) * fifthCount + fifth);
    }
};

// Why terms or a year cannot be worked out; positions where they say where, else -1.
struct OutcomeProblem
{
    enum class Kind {
        NoAreas,
        NobodyInArea, // nobody, or weighted to nothing
        NegativePeople,
        NeedWeight,        // below zero, or all zero
        DeprivationWeight, // not above zero
        DeprivationRises,  // a less deprived fifth weighs more than the one before it
        MarketForces,      // not above zero
        PartOfOne,         // ring-fence or at risk below 0% or above 100%
        NoIndicators,      // money at risk, and nothing to earn it by
        WeightsNotWhole,   // of the indicators
        NegativeWeight,
        Per,    // not above zero
        Credit, // below 0 or above 1
        ThresholdsEqual,
        ThresholdsReversed, // against the direction
        NegativeThreshold,
        Corridor, // a share, cap, corridor, gate, floor or ceiling that cannot be; see `field`
        CapWithoutShare,
        CapInCorridor, // the whole difference is shared from the corridor on, and the cap is below its first share
        NegativeBase,
        NobodyEligible, // of an indicator in an area, in any fifth
        NegativeCount,
        CountedAboveEligible, // people, each at most once: said by whoever knows what is counted
        NegativeCost
    };
    enum class Field {
        None,
        RingFence,
        AtRisk,
        Corridor,
        GainShare,
        GainCap,
        LossShare,
        LossCap,
        Gate,
        Floor,
        Ceiling
    };

    Kind kind = Kind::NoAreas;
    int area = -1;
    int indicator = -1;
    int fifth = -1;
    Field field = Field::None;

    friend bool operator==(const OutcomeProblem&, const OutcomeProblem&) = default;
};

QList<OutcomeProblem> problemsOf(const OutcomeTerms& terms);
QList<OutcomeProblem> problemsOf(const OutcomeTerms& terms, const OutcomeYear& year);

// Step 1, people: market forces factor times people by their need weights.
Ratio weightedPeople(const OutcomeTerms& terms, const OutcomeArea& area);
QList<Ratio> weightedPeople(const OutcomeTerms& terms, const QList<OutcomeArea>& areas);
// Step 2: a total split by weighted people, by largest remainder; or a price in pounds for each weighted person. `part` is
// how much of a year is paid.
QList<Money> splitBase(std::span<const Ratio> weighted, std::span<const int> tieRanks, Money total);
QList<Money> pricedBase(std::span<const Ratio> weighted, const Ratio& price, const Ratio& part = Ratio(1));
QList<Money> splitBase(const OutcomeTerms& terms, const QList<OutcomeArea>& areas, Money total);
QList<Money> pricedBase(const OutcomeTerms& terms, const QList<OutcomeArea>& areas, const Ratio& price,
                        const Ratio& part = Ratio(1));

// Step 7. All between 0 and 1.
struct Attainment
{
    std::optional<Ratio> rate; // nothing: nobody is eligible
    Ratio threshold;           // how far from the lower to the upper threshold
    Ratio improvement;         // how far from the baseline to the upper threshold
    Ratio share;               // of the pot that is earned: the larger, improvement times its credit
};
// A result that falls back from a baseline beyond the upper threshold has not improved. More is never paid for less.
Attainment attainmentOf(const OutcomeIndicator& indicator, int fifth, const OutcomeResult& result);
// The same at a rate that no count need give, from the rate before the contract; nothing: not known.
Attainment attainmentAt(const OutcomeIndicator& indicator, int fifth, const Ratio& rate,
                        const std::optional<Ratio>& before);

// The five results of one area and indicator as they are measured: from the most deprived on, a fifth with fewer eligible
// than `small` joins the next, the last the one before it, until none is small. `group[fifth]` is the first fifth measured
// with it.
struct MeasuredFifths
{
    ByFifth<OutcomeResult> results;
    ByFifth<int> group;
};
MeasuredFifths measured(std::span<const OutcomeResult, fifthCount> results, qint64 small);

struct OutcomeCell
{
    Money pot;    // step 6
    Money earned; // step 8

    friend bool operator==(const OutcomeCell&, const OutcomeCell&) = default;
};

struct AreaPayment
{
    Money base;      // step 2
    Money ringFence; // step 3
    Money atRisk;    // step 4
    Money fixed;     // step 5
    Money earned;    // step 8
    Money unearned;
    Money underBenchmark; // step 9: benchmark less cost; below zero: over
    Money corridor;
    Money shared;  // what gain or loss is a share of
    Ratio quality; // step 10: part of the outcome money earned; zero below the gate
    Money gain;
    Money loss;
    Money variation; // step 11: not earned, gained and lost
    Money bounded;   // within floor and ceiling
    Money ringFencePaid;
    Money payment;  // step 12
    Money returned; // step 13

    AreaPayment& operator+=(const AreaPayment& other); // the quality is left alone
    friend bool operator==(const AreaPayment&, const AreaPayment&) = default;
};

struct OutcomePayment
{
    QList<AreaPayment> areas;
    QList<OutcomeCell> cells; // by area, then indicator, then fifth
    AreaPayment total;        // quality: of all areas together
    Money pool;               // step 13: all that is returned

    const OutcomeCell& cell(qsizetype area, qsizetype indicator, qsizetype indicators, int fifth) const
    {
        return cells.at((area * indicators + indicator) * fifthCount + fifth);
    }
    friend bool operator==(const OutcomePayment&, const OutcomePayment&) = default;
};

// Steps 9 to 11 of an area of which base, money at risk and what of it is earned are set, and nothing after them.
void settle(const OutcomeTerms& terms, const OutcomeArea& area, AreaPayment& paid);

// Steps 3 to 13. Terms and year must have no problems. Throws ArithmeticError on overflow.
OutcomePayment payOutcomes(const OutcomeTerms& terms, const OutcomeYear& year);

// The fixed part by month, by largest remainder, the first months first.
QList<Money> monthly(Money fixed, int months);

} // namespace placewright
