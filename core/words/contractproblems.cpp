#include "core/plan/names.h"
#include "core/words/contractphrases.h"
#include "core/words/contractwords.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractProblems)
};

// The cell of a problem in words: what it is called, which fifth, whose and when.
class Cell
{
public:
    Cell(const Plan& plan, const ContractProblem& problem)
        : m_plan(plan)
        , m_problem(problem)
    {
    }

    // "Lower threshold", "Deprivation weight, second fifth"
    QString field() const
    {
        const EntityType* type = Plan::schema().type(m_problem.entity);
        const Field* field = type ? type->field(m_problem.field) : nullptr;
        return field ? labelOf(*field) : m_problem.field;
    }

    // "“Blood pressure”": the indicator, activity or contract that the cell is of.
    QString subject() const
    {
        const Id of = indicator();
        if (!of.isNull())
            return quoted(nameOf(m_plan, ContractIndicator::type.id, of));
        if (const ContractActivity* activity = m_plan.contractActivities.find(m_problem.id))
            return quoted(activity->name);
        Id contract = m_problem.id;
        if (const ContractVersion* version = m_plan.contractVersions.find(m_problem.id))
            contract = version->contract;
        else if (const ContractPeople* people = m_plan.contractPeople.find(m_problem.id))
            contract = people->contract;
        return quoted(nameOf(m_plan, Contract::type.id, contract));
    }

    QString fifth() const
    {
        std::optional<qint64> number;
        if (const IndicatorResult* result = m_plan.indicatorResults.find(m_problem.id))
            number = result->fifth;
        else if (const ContractPeople* people = m_plan.contractPeople.find(m_problem.id))
            number = people->fifth;
        return number ? shortFifth(static_cast<int>(*number) - 1) : Words::tr("a fifth");
    }

    // " in 2026-27", " of Canalside in 2026-27"; empty for a cell without a key.
    QString where() const
    {
        QString said;
        if (!m_problem.key.area.isNull())
            said += Words::tr(" of %1").arg(nameOf(m_plan, Area::type.id, m_problem.key.area));
        if (!m_problem.key.year.isNull())
            said += Words::tr(" in %1").arg(m_problem.key.year.text());
        return said;
    }

    // "low results" of the cells area and year results stand in.
    QString level() const
    {
        const QString& field = m_problem.field;
        return field == "low"_L1 || field == "areaLow"_L1     ? Words::tr("low results")
               : field == "high"_L1 || field == "areaHigh"_L1 ? Words::tr("high results")
                                                              : Words::tr("expected results");
    }

private:
    static QString quoted(const QString& name) { return u"“%1”"_s.arg(name); }

    Id indicator() const
    {
        if (const IndicatorTerms* terms = m_plan.indicatorTerms.find(m_problem.id))
            return terms->indicator;
        if (const IndicatorResult* result = m_plan.indicatorResults.find(m_problem.id))
            return result->indicator;
        return m_plan.contractIndicators.contains(m_problem.id) ? m_problem.id : Id();
    }

    const Plan& m_plan;
    const ContractProblem& m_problem;
};

// What the weights of the version add to, as they stand.
Ratio weightsOf(const Plan& plan, const Id& terms)
{
    Ratio sum;
    if (const IndicatorTerms* one = plan.indicatorTerms.find(terms))
        for (const IndicatorTerms& other : plan.indicatorTerms)
            if (other.version == one->version && other.weight)
                sum = sum + other.weight->exact();
    return sum;
}

QString partSentence(const Cell& cell)
{
    return Words::tr("%1 must be from 0% to 100%: mend it.").arg(cell.field());
}

QString termsSentence(const Plan& plan, const ContractProblem& problem)
{
    using Kind = OutcomeProblem::Kind;
    const Cell cell(plan, problem);
    switch (problem.terms) {
    case Kind::NoAreas:
        return Words::tr("%1 covers no area: choose the layer, or mark areas it covers.").arg(cell.subject());
    case Kind::NobodyInArea:
        return problem.key.area.isNull()
                   ? Words::tr(
                         "Nobody with a need weight lives in what %1 covers: enter the people by fifth.")
                         .arg(cell.subject())
                   : Words::tr("Nobody with a need weight lives in %1: enter its people by fifth, or leave "
                               "the area out.")
                         .arg(nameOf(plan, Area::type.id, problem.key.area));
    case Kind::NegativePeople:
        return Words::tr("People of %1 cannot be below 0: mend them by fifth.").arg(cell.subject());
    case Kind::NeedWeight:
        return Words::tr("%1 cannot be below 0, and one need weight must be above it: enter the need of one "
                         "person, 1 for "
                         "the average.")
            .arg(cell.field());
    case Kind::DeprivationWeight:
        return Words::tr("%1 must be above 0: enter 1 for no weighting.").arg(cell.field());
    case Kind::DeprivationRises:
        return Words::tr(
                   "%1 is above that of the more deprived fifth before it: lower it, or raise the other.")
            .arg(cell.field());
    case Kind::MarketForces:
        return Words::tr("%1 must be above 0: enter 1 where it changes nothing.").arg(cell.field());
    case Kind::PartOfOne:
    case Kind::Corridor:
        return partSentence(cell);
    case Kind::NoIndicators:
        return Words::tr("Money is at risk on outcomes, and no indicator earns it: add one, or set the share "
                         "at risk to 0%.");
    case Kind::WeightsNotWhole:
        return Words::tr("The weights of the indicators add to %1%, not 100%: mend them.")
            .arg(fewestPlaces(weightsOf(plan, problem.id)));
    case Kind::NegativeWeight:
        return Words::tr("The weight of %1 is below 0%: enter its part of the outcome money.")
            .arg(cell.subject());
    case Kind::Per:
        return Words::tr("The rate of %1 must be per 1 or more: enter 100 for a percentage.")
            .arg(cell.subject());
    case Kind::Credit:
        return Words::tr("The improvement credit of %1 must be from 0 to 1: enter 0 for none.")
            .arg(cell.subject());
    case Kind::ThresholdsEqual:
        return Words::tr("The lower and upper thresholds of %1 are the same, so nothing lies between none "
                         "and all: set them "
                         "apart.")
            .arg(cell.subject());
    case Kind::ThresholdsReversed:
        return Words::
            tr("The thresholds of %1 stand against its direction: swap them, or change which way is better.")
                .arg(cell.subject());
    case Kind::NegativeThreshold:
        return Words::tr("%1 of %2 cannot be below 0: enter a rate.").arg(cell.field(), cell.subject());
    case Kind::CapWithoutShare:
        return problem.field == "gainCap"_L1
                   ? Words::tr(
                         "A cap on gain stands without a gain share: enter the share, or clear the cap.")
                   : Words::tr(
                         "A cap on loss stands without a loss share: enter the share, or clear the cap.");
    case Kind::CapInCorridor:
        return problem.field == "gainCap"_L1 ? Words::tr("The cap on gain is below the first pound shared "
                                                         "beyond the corridor: raise the cap, or narrow "
                                                         "the corridor.")
                                             : Words::tr("The cap on loss is below the first pound shared "
                                                         "beyond the corridor: raise the cap, or narrow "
                                                         "the corridor.");
    case Kind::NegativeBase:
        return Words::tr("%1 cannot be below £0.00: enter what the contract is worth in its first year.")
            .arg(cell.field());
    case Kind::NobodyEligible:
        return Words::tr("Nobody is eligible for %1%2, so its money cannot be earned: enter who is, or give "
                         "it no weight.")
            .arg(cell.subject(), cell.where());
    case Kind::NegativeCount:
        return Words::tr("%1 of %2, %3%4, cannot be below 0: enter a count.")
            .arg(cell.field(), cell.subject(), cell.fifth(), cell.where());
    case Kind::CountedAboveEligible:
        return Words::tr("%1: more are counted in %2%3 than are eligible: mend one of the two.")
            .arg(cell.subject(), cell.fifth(), cell.where());
    case Kind::NegativeCost:
        return Words::tr("%1%2 cannot be below £0.00: mend it.").arg(cell.field(), cell.where());
    }
    return {};
}

} // namespace

QString contractProblemSentence(const Plan& plan, const ContractProblem& problem)
{
    using Kind = ContractProblem::Kind;
    const Cell cell(plan, problem);
    switch (problem.kind) {
    case Kind::Terms:
        break;
    case Kind::VersionTwice:
        return Words::tr("Two versions of the terms have the same number: give each its own.");
    case Kind::TermMissing:
        return problem.field == "startsOn"_L1
                   ? Words::tr("%1 does not say when it starts: enter the first day.").arg(cell.subject())
                   : Words::tr("%1 does not say when it ends: enter the last day.").arg(cell.subject());
    case Kind::TermReversed:
        return Words::tr("%1 ends before it starts: mend one of the two days.").arg(cell.subject());
    case Kind::TermNotWholeMonths:
        return problem.field == "startsOn"_L1
                   ? Words::tr("%1 starts within a month, and payment is by whole months: enter the first "
                               "day of one.")
                         .arg(cell.subject())
                   : Words::tr(
                         "%1 ends within a month, and payment is by whole months: enter the last day of one.")
                         .arg(cell.subject());
    case Kind::TermTooLong:
        return Words::tr("%1 runs for more than ten years, which is beyond what can be planned here: enter "
                         "an earlier end.")
            .arg(cell.subject());
    case Kind::LayerMissing:
        return Words::tr("%1 does not say whose areas it covers: choose the layer.").arg(cell.subject());
    case Kind::NoAreas:
        return Words::tr("%1 covers no area: mark one, or choose a layer that has areas.")
            .arg(cell.subject());
    case Kind::PeopleNotKnown:
        return problem.field == "peopleFrom"_L1
                   ? Words::tr("The people of %1 by deprivation fifth are not known%2: take them from need "
                               "data, or type them.")
                         .arg(cell.subject(), cell.where())
                   : Words::tr("The people of %1 are not known%2: type them.")
                         .arg(cell.fifth(), cell.where());
    case Kind::PeopleTwice:
        return Words::tr("People of %1 stand twice: keep one row.").arg(cell.fifth());
    case Kind::FifthNotKnown:
        return Words::tr("A row of %1 does not say which fifth it is of: enter 1 to 5, 1 the most deprived.")
            .arg(cell.subject());
    case Kind::ResultTwice:
        return Words::tr("%1 has two rows of results for %2: keep one.").arg(cell.subject(), cell.fifth());
    case Kind::BaseMissing:
        return problem.field == "price"_L1 ? Words::tr("The price of a weighted person is not entered: enter "
                                                       "it, there is no national default.")
                                           : Words::tr("The base is not entered: enter what the contract is "
                                                       "worth in its first year, there is no national "
                                                       "default.");
    case Kind::WeightMissing:
        return Words::tr("%1 is not entered: enter it, 1 for no weighting; there is no national default.")
            .arg(cell.field());
    case Kind::UpliftTooLow:
        return Words::tr("%1%2 must be above −100%: mend it.").arg(cell.field(), cell.where());
    case Kind::GrowthTooLow:
        return Words::tr("%1 must be above −100%: mend it.").arg(cell.field());
    case Kind::NoIndicators:
        return Words::tr("Money is at risk on outcomes, and no indicator earns it: add one, or set the share "
                         "at risk to 0%.");
    case Kind::IndicatorTwice:
        return Words::tr("%1 stands twice in this version of the terms: keep one row.").arg(cell.subject());
    case Kind::DirectionMissing:
        return Words::tr("%1 does not say whether higher or lower is better: choose it.").arg(cell.subject());
    case Kind::CountsMissing:
        return Words::tr("%1 does not say whether it counts people or events: choose it.")
            .arg(cell.subject());
    case Kind::PerMissing:
        return Words::tr("%1 does not say per how many its rate is: enter 100 for a percentage.")
            .arg(cell.subject());
    case Kind::IndicatorWeightMissing:
        return Words::tr("The weight of %1 is not entered: enter its percentage of the outcome money.")
            .arg(cell.subject());
    case Kind::ThresholdMissing:
        return Words::tr("%1 of %2 is not entered: enter the rate, there is no national default.")
            .arg(cell.field(), cell.subject());
    case Kind::EligibleMissing:
        return Words::tr("How many are eligible for %1 in %2%3 is not known: enter it.")
            .arg(cell.subject(), cell.fifth(), cell.where());
    case Kind::ResultMissing:
        return Words::tr("%1: what %2 count in %3%4 is not entered: enter it.")
            .arg(cell.subject(), cell.level(), cell.fifth(), cell.where());
    case Kind::CountedAboveEligible:
        return Words::tr("%1: more people are counted in %2%3 than are eligible: mend one of the two.")
            .arg(cell.subject(), cell.fifth(), cell.where());
    case Kind::BaselineMissing:
        return Words::tr("%1 credits improvement, and last year’s count of %2%3 is not entered: enter it, or "
                         "clear the credit.")
            .arg(cell.subject(), cell.fifth(), cell.where());
    case Kind::CorridorModeMissing:
        return Words::tr(
            "A gain or loss is shared, and the terms do not say what of it beyond the corridor: choose it.");
    case Kind::ActivityPriceMissing:
        return Words::tr("%1 has no price: enter pounds a unit.").arg(cell.subject());
    case Kind::ActivityPlanMissing:
        return Words::tr("%1 has no planned units%2: enter them.").arg(cell.subject(), cell.where());
    case Kind::ActivityNegative:
        return Words::tr("%1 of %2%3 cannot be below 0: mend it.")
            .arg(cell.field(), cell.subject(), cell.where());
    case Kind::SmallNumberNegative:
        return Words::tr("The small number cannot be below 0: clear it to measure every fifth by itself.");
    }
    return termsSentence(plan, problem);
}

QString contractLineSentence(const Plan& plan, const ContractLineProblem& problem)
{
    using Kind = ContractLineProblem::Kind;
    const QString line = nameOf(plan, Line::type.id, problem.line);
    switch (problem.kind) {
    case Kind::HasAmount:
        return Words::tr("The line “%1” pays a contract and has amounts of its own: clear one of the two.")
            .arg(line);
    case Kind::ShareMissing:
        return Words::tr(
                   "Several lines pay the contract, and “%1” does not say which part: enter its percentage.")
            .arg(line);
    case Kind::NegativeShare:
        return Words::tr("The share of the contract that “%1” pays is below 0%: enter what it pays.")
            .arg(line);
    case Kind::SharesNotWhole:
        return Words::
            tr("The lines that pay the contract do not add to 100%: mend the share of “%1” or of another.")
                .arg(line);
    }
    return {};
}

QString noVersionSentence(const Plan& plan, const Contract& contract)
{
    const bool any =
        std::any_of(plan.contractVersions.begin(), plan.contractVersions.end(),
                    [&](const ContractVersion& version) { return version.contract == contract.id; });
    if (contract.version && any)
        return Words::tr("Version %1 of “%2” is not there: choose another as the one that counts.")
            .arg(*contract.version)
            .arg(contract.name);
    return Words::tr("“%1” has no terms yet: add a version and enter what the parties agree.")
        .arg(contract.name);
}

} // namespace placewright
