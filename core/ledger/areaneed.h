#pragma once

#include "core/ledger/layerfigures.h"

namespace placewright {

// Whose numbers a population is: people registered with GP practices and people who live in an area are counted apart.
enum class PopulationBase { Typed, Registered, Resident, Mixed };

// People and need-weighted people of one area, for the layer's chosen measure.
struct AreaNeed
{
    qsizetype area = 0; // position in Plan::areas
    std::optional<People> population;
    std::optional<People> weighted;
    std::optional<Ratio> deprivation; // higher is more deprived
    int practices = 0;
    QStringList unmatched; // practices of the area that the dataset does not hold
};

// What stands for need of one service in one layer.
struct ServiceMeasure
{
    enum class State { NoMeasure, Proposed, Agreed, Unusable };

    QString service;
    State state = State::NoMeasure;
    QString measureName; // for people: "General and acute", or the measures of a mix with their weights
    MeasureProblem problem;
    QList<People> weights; // one an area in the layer's order; empty while it cannot be worked out
    bool estimated = false;

    bool counts() const { return state == State::Agreed; } // may weigh money
};

// People of a group in each area of a layer.
struct GroupPeople
{
    Id group;
    MeasureProblem problem;
    bool typed = false;
    QList<std::optional<People>> people; // one an area in the layer's order
};

// One layer: its areas in plan order, and what need is measured by.
struct LayerNeed
{
    Id layer;
    bool typed = true; // weighted populations typed by the place
    std::optional<NeedMeasure> measure;
    QString measureId;      // "overall", "imd.score"; "typed"
    QString measureName;    // for people, translated
    MeasureProblem problem; // of the chosen measure
    PopulationBase base = PopulationBase::Typed;
    MeasureProblem populationProblem;
    QString deprivationName;    // what orders the areas; empty: nothing does
    bool rankedByFifth = false; // no score: areas are ordered by their share of people in fifth 1
    QList<AreaNeed> areas;
    QStringList sharedUnits; // claimed by more than one area
    QStringList splitUnits;  // shared between areas after a boundary change: their figures are estimates
    QList<ServiceMeasure> services; // in the order of serviceChoices, all of them
    QList<GroupPeople> groups;      // in plan order
    People population;              // of the areas that have both figures
    People weighted;
    bool complete = false; // every area has both figures and their sums are not zero

    const ServiceMeasure* measureOf(QStringView service) const; // null for no service
};

QList<LayerNeed> layerNeeds(const Plan& plan, const NeedTables& tables);

// People and weighted people of one area under another measure of the layer's dataset.
AreaNeed areaNeed(const Plan& plan, qsizetype area, const PracticeTable& table, NeedMeasure measure);

} // namespace placewright
