#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

#include <QList>

namespace placewright {

// Why one Change of a Step cannot be applied, with what the plan holds now.
struct Conflict
{
    enum class Reason {
        OldValueDiffers, // the cell, or the record to be removed, is not what the Step found
        NotFound,        // no such entity, field or key
        AlreadyThere,    // an entity of that id exists, of whatever type
        WrongType,       // a value the field cannot hold: another type, or none of its fixed choices
        Dangling,  // after the whole Step something would refer to what is not there, or be owned by nothing
        Loop,      // a scenario would branch from itself
        NameTaken, // another scenario has that name
        NameMissing,  // a scenario without a name
        NameOfBase,   // a scenario called like the base, which commands and papers could not tell from it
        TooManyYears, // more than the five a plan may have
        SecondPlace,  // a plan is for one place
        LastPlace,    // the plan would be for no place
    };
    qsizetype change = 0; // index in the Step
    Reason reason = Reason::OldValueDiffers;
    Value present;
};

struct Applied
{
    Plan plan;                 // after the Step; the plan as it was when there is a conflict
    QList<Conflict> conflicts; // empty: applied whole

    bool ok() const { return conflicts.isEmpty(); }
};

Applied apply(const Plan& plan, const Step& step);

// "Line “Respite”: 2026-27 £ is 600,000.00, not 580,000.00 as this step expects." For people.
QString describe(const Conflict& conflict, const Step& step, const Plan& plan);

} // namespace placewright
