#pragma once

#include "core/ledger/carriedfigures.h"
#include "core/ledger/contractsource.h"
#include "core/pool/status.h"

namespace placewright {

// At which of the typed results a contract is worked out. The plan's own spend is at the likely ones.
enum class ResultsAt { Low, Likely, High };

// Why a contract cannot be worked out, and the cell where a person mends it.
struct ContractProblem
{
    enum class Kind {
        Terms,              // see `terms`
        VersionTwice,       // two versions with the same number
        TermMissing,        // start or end
        TermReversed,       // ends before it starts
        TermNotWholeMonths, // starts or ends within a month
        TermTooLong,        // more than ten years
        LayerMissing,
        NoAreas,        // of the layer
        PeopleNotKnown, // of a fifth of an area
        PeopleTwice,    // two entries of one fifth
        FifthNotKnown,  // a fifth that is not 1 to 5
        ResultTwice,    // two results of one fifth
        BaseMissing,    // or price
        WeightMissing,  // need or deprivation weight of a fifth
        UpliftTooLow,   // -100% or less
        GrowthTooLow,   // of people or cost
        NoIndicators,   // money at risk, and nothing to earn it by
        IndicatorTwice, // two terms of one indicator in a version
        DirectionMissing,
        CountsMissing,
        PerMissing,
        IndicatorWeightMissing,
        ThresholdMissing,
        EligibleMissing,      // of a fifth with people
        ResultMissing,        // counted
        CountedAboveEligible, // people, each at most once
        BaselineMissing,      // with improvement credit
        CorridorModeMissing,  // a gain or loss share, and not what is shared
        ActivityPriceMissing,
        ActivityPlanMissing,
        ActivityNegative, // price, rate or units
        SmallNumberNegative
    };
    Kind kind = Kind::Terms;
    OutcomeProblem::Kind terms = OutcomeProblem::Kind::NoAreas;
    QString entity; // of the cell
    Id id;
    QString field;
    Key key;

    friend bool operator==(const ContractProblem&, const ContractProblem&) = default;
};

// Why the lines that pay a contract cannot be given amounts. The contract itself can still be worked out.
struct ContractLineProblem
{
    enum class Kind {
        HasAmount,    // of its own as well
        ShareMissing, // several lines, and one without
        NegativeShare,
        SharesNotWhole // do not add to 100
    };
    Kind kind = Kind::HasAmount;
    Id line;

    friend bool operator==(const ContractLineProblem&, const ContractLineProblem&) = default;
};

// An activity beside the capitation, in one year.
struct ActivityYear
{
    Id activity;
    qint64 planned = 0; // units
    qint64 expected = 0;
    Money plannedPayment;  // of the planned units; nothing where the base pays them
    Money marginalPayment; // of the units above or below the plan

    Money payment() const { return plannedPayment + marginalPayment; }
    friend bool operator==(const ActivityYear&, const ActivityYear&) = default;
};

// One financial year of the term.
struct ContractYear
{
    QString year; // "2026-27"; the plan need not have it
    int months = 12;
    Money total; // the base of those months
    OutcomeYear figures;
    QList<ActivityYear> activities; // in plan order
};

// The share of a contract's payment that a line takes.
struct ContractLine
{
    Id line;
    Ratio share; // part of one
};

// One version of a contract in plain figures: positions in `terms` and `years` are those of the lists of ids here.
struct ContractTerms
{
    Id contract;
    Id version;
    ResultsAt at = ResultsAt::Likely;
    OutcomeTerms terms;
    QList<Id> indicators;               // ContractIndicator
    QList<Id> indicatorTerms;           // beside them
    QList<bool> countsPeople;           // beside them: each at most once
    QList<Id> areas;                    // empty: paid as one
    QList<ContractYear> years;          // of the whole term, in order
    Status status = Status::Indicative; // unsigned: indicative
    QList<ContractProblem> problems;    // empty: every year can be paid
    QList<ContractLine> lines;          // that pay it, in plan order; empty while they have problems
    QList<ContractLineProblem> lineProblems;
};

ContractTerms readContract(const ContractSource& source, ResultsAt at = ResultsAt::Likely);

// Financial years from the first day to the last. Empty where the term cannot be.
QList<TermYear> yearsOfTerm(const Contract& contract);

} // namespace placewright
