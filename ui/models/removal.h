#pragma once

#include "ui/document/plandocument.h"

namespace placewright {

struct Removed
{
    QString what;         // "Deleted “Ageing well”"; empty: nothing was removed
    bool several = false; // more than one thing went, or others lost what they referred to
};

// Removes entities of any type, with what they own, in one Step.
Removed removeEntities(PlanDocument& document, const QStringList& ids);

} // namespace placewright
