#pragma once

#include "core/plan/plantree.h"

namespace placewright {

// What a new plan starts from.
struct NewPlan
{
    QString place;
    QString board;
    QString council;
    QStringList icbs;
    QString firstYear; // "2026-27"
    int years = 1;     // 1 to 5
    QString rulebook;  // of the first year; later years copy it; empty: none
};

// A plan with the place, its partners, one pooled fund hosted by the council and its years, and nothing else. Refuses a name
// left empty, a year that is none, or a rulebook that the program does not have.
Result<PlanTree> newPlanTree(const NewPlan& wanted);

} // namespace placewright
