#pragma once

#include "core/evaluate/needresults.h"
#include "ui/charts/glidechart.h"
#include "ui/models/shownmodel.h"

namespace placewright {

// What the areas of a layer have in one year against their fair share: of all money, or of one service by its agreed measure;
// known money alone where the way says so.
struct FairShareStart
{
    struct One
    {
        Id area;
        QString name;
        Money known;
        Money assumed;
        Money target;   // of the money that counts
        Money distance; // what counts less target
        std::optional<Ratio> relative;
    };
    FairSharePath::Fault fault = FairSharePath::Fault::None; // anything else: `areas` have no targets
    QString year;
    QString service; // empty: all money
    bool knownOnly = false;
    QString measureName;
    PopulationBase base = PopulationBase::Typed;
    QList<One> areas; // in plan order
    Money known;
    Money assumed;
    Money notSplit;
    Money elsewhere; // split between areas that are not these
    Money moves;     // what would have to move
};
FairShareStart fairShareStart(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                              const QString& year); // of all money
FairShareStart fairShareStart(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way);

// One row an area: known, assumed, fair share, distance, then each year's amount and distance. A year that the way does not reach
// is not known.
void fillFairShareTable(ShownModel& model, const Plan& plan, const FairShareStart& start,
                        const FairSharePath* path);

// The same for the chart. `dragged`: the year whose limit is not the plan's but the path's.
GlideData glideData(const Plan& plan, const FairSharePlan& way, const FairSharePath& path, bool adjustable,
                    const Id& dragged = {});

// Why a year of the way cannot be, with its amount; that an earlier one cannot; empty for one that can.
QString yearProblemWords(const FairSharePath& path, qsizetype year);
// The first year that cannot be; -1: all can.
qsizetype firstProblem(const FairSharePath& path);

// Percent below the fair share as a year holds it: at most two decimals, never closer than what was asked for.
Rate limitRate(const Ratio& limit);

} // namespace placewright
