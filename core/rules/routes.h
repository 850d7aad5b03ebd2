#pragma once

#include "core/plan/plan.h"
#include "core/rules/rulebook.h"

namespace placewright {

// What each power to move money may hold. Source: section 75 note, 1.1, 4.4, 4.5 and 4.7; NHS Act 2006, sections 65Z6,
// 76, 223GA and 256.
struct RouteProblem
{
    enum class Kind {
        MinimumNotPooled,    // a mandated minimum stream in an aligned fund
        MinimumNotSection75, // a mandated minimum stream that moves by another power
        PayerNotNhs,         // section 256 is the NHS's to use
        PayerNotCouncil,     // section 76 is a council's
        NotAPool // sections 256 and 76 are grants from one body to another: no money for a pooled fund
    };

    Kind kind = Kind::NotAPool;
    QString field; // of the contribution, where a person mends it: "route" or "fund"
};

// What is wrong with how a contribution moves; nothing: it fits. Without a rulebook nobody can tell what a mandated
// minimum stream is. An organisation of no known kind is taken at its word.
std::optional<RouteProblem> routeProblem(const Plan& plan, const Rulebook* rulebook,
                                         const Contribution& contribution);

} // namespace placewright
