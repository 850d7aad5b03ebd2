#pragma once

#include "core/exchange/evaluationjson.h"

#include <QJsonArray>

namespace placewright {

// The key `contracts` of `evaluate --json`: one entry a contract and year of its term, at likely results; a contract that
// cannot be worked out is one entry whose figures are null, with its problems.
QJsonArray contractsToJson(const EvaluatedBranch& evaluated);

} // namespace placewright
