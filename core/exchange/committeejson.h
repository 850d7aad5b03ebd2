#pragma once

#include "core/exchange/evaluationjson.h"

namespace placewright {

// The key `committee` of `evaluate --json`: the bodies and whether they are quorate, what each resolution moves and what became
// of it, who has signed, frozen versions, submissions, the integration index. Always of the base: nobody decides or signs in a
// scenario. People's names are left out.
QJsonObject committeeToJson(const EvaluatedBranch& evaluated);

} // namespace placewright
