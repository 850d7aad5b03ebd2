#pragma once

#include "core/plan/plan.h"

namespace placewright {

// Made-up plans of a known size, the same on every machine, for measuring and for trying the program under load. All
// names and figures in them are invented; the place's note says so.
struct PlanSize
{
    enum class Spread {
        FewAreas, // at most six areas a line: percentages, pounds, or one area
        AllAreas, // every line reaches every area: percentages, by population, by need
        OneArea,  // each line names its area
    };

    int areas = 0;
    int lines = 0;
    int years = 1;
    Spread spread = Spread::FewAreas;
    QString rulebook; // id for every year; empty: none
    bool fundPerArea =
        false; // a council and a fund for each area, as if all boards of England stood in one plan
};

namespace planSize {
PlanSize large();      // one place: 60 areas, 1,000 lines, 5 years
PlanSize largeDense(); // the same with all 60 areas on every line
PlanSize england();    // 153 areas, 16,065 lines, one year, no rulebook
} // namespace planSize

// Years name their rulebook and are not pinned to a text yet: see exchange/pinrulebooks.h. Income equals spend for each
// fund and source, and every published minimum is met to the penny. Areas must be at least one; lines are shared out
// over schemes of fifteen at most.
Plan generatedPlan(const PlanSize& size, quint32 seed = 1);

} // namespace placewright
