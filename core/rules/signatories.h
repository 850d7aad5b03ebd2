#pragma once

#include "core/rules/rulebook.h"

#include <QDate>

namespace placewright {

// Who must sign a year's plan, as its rulebook says: parameters of the check that asks for the signatures.
struct RequiredSignatory
{
    QString organisation; // partnerKind::council or ::icb, each one of the plan; empty: the Board
    QString role;         // signatoryRole::
    bool delegable = false;
};

struct RequiredSignatures
{
    QList<RequiredSignatory> signatories;
    QDate due; // not valid: the round names no day
};

// Nothing when the rulebook has no such check.
std::optional<RequiredSignatures> requiredSignatures(const Rulebook& rulebook);
RequiredSignatures requiredSignatures(const Rulebook& rulebook, const RulebookCheck& check);

} // namespace placewright
