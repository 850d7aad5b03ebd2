#pragma once

#include "ui/document/plandocument.h"

namespace placewright {

// What only the base keeps is edited there, whichever scenario is shown; everything else on the branch shown. `people` are names that
// the Step refers to and the plan does not know yet.
bool commitWhereKept(PlanDocument& document, const Step& step, const QMap<Id, QString>& people = {});

// What the sentence of a Step calls an entity: its name, but never a person's, since the journal is not to hold those.
QString nameForSteps(const Plan& plan, QAnyStringView typeId, const Id& id);

// The value of a Person field from a typed name; new people are added to `people`.
Value typedPerson(const PlanDocument& document, const QString& name, QMap<Id, QString>& people);

} // namespace placewright
