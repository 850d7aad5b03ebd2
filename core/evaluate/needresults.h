#pragma once

#include "core/evaluate/evaluation.h"
#include "core/need/distribution.h"
#include "core/need/glidepath.h"

namespace placewright {

// What follows from an evaluation for need, worked out when a page, a paper or the command line asks for it. All of it is of one
// layer in one year; nothing of it is stored.

// Whether a number of people is small by the place's own threshold; never when there is none.
bool isSmallNumber(const Plan& plan, People people);

const LayerNeed* layerNeedOf(const Evaluation& evaluation, const Id& layer);

// Money of one service by area, against the measure that stands for its need.
struct ServiceArea
{
    Id area;
    Money allocated;
    Money assumed;
    std::optional<Ratio> needShare;
    std::optional<Money> target;   // by the service's agreed measure, largest remainder
    std::optional<Money> distance; // allocated less target
};
struct ServiceTotal
{
    QString service; // empty: money of no service
    ServiceMeasure::State state = ServiceMeasure::State::NoMeasure;
    QString measureName;
    Money allocated;
    Money assumed;
    Money notSplit;
    QList<ServiceArea> areas; // of the layer, in plan order
};
// In the order of serviceChoices, those with money or a measure; last the money of no service.
QList<ServiceTotal> serviceTotals(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                                  const QString& year);

// Need and money by national deprivation fifth, 1 the most deprived. Within an area both go to fifths by residents times the need
// of one person: an assumption, since no line says which of an area's people it serves.
struct FifthTotal
{
    int fifth = 0;
    People people;
    Ratio peopleShare;
    std::optional<Ratio> needShare;
    std::optional<Ratio> moneyShare; // of the layer's split money
};
// Five, or none while the plan does not know its people by fifth in every area.
QList<FifthTotal> fifthTotals(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                              const QString& year);

// Rows for measures of inequality: areas with people and weighted people. Levels of deprivation count in 1e-9 of the score.
enum class MoneyBase { All, KnownOnly };
QList<DistributionRow> distributionRows(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                                        const QString& year, MoneyBase base);

// One measure of section 5.1, with how it was worked; what stands for its name is made in words.
struct InequalityFigure
{
    QString measure; // "hoover", "gini", "slopeSpendPerHead" ...: permanent
    std::optional<double> value;
    std::optional<Money> moves; // Hoover: the money that would have to move
    Basis basis;
    Refusal refusal = Refusal::None;
};
QList<InequalityFigure> inequalityFigures(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                                          const QString& year, MoneyBase base);

// A way to the fair share worked out: opening amounts, then year by year, up to the first year that cannot be.
struct FairSharePath
{
    enum class Fault { None, NoLayer, NeedUnknown, NoMeasure, NoMoney, NoYears, BadYear };

    Fault fault = Fault::None;
    QList<qsizetype> areas; // positions in Plan::areas
    QList<PathArea> opening;
    QList<std::optional<Ratio>> openingDistances;
    QStringList years; // all of them, whether reached or not
    QList<Id> yearIds;
    QList<PathStep> steps;
    QList<std::optional<Ratio>> limits; // of each step: what counted
    QList<std::optional<Ratio>>
        lowest; // the worst distance before each step: no limit below it does anything
    QList<std::optional<Ratio>> highest; // the closest limit that can be met
};
FairSharePath fairSharePath(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way);
// The same with one year's limit as it would be: while it is dragged.
FairSharePath fairSharePath(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way,
                            const Id& year, const Ratio& limit);

} // namespace placewright
