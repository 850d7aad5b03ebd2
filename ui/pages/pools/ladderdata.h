#pragma once

#include "core/evaluate/evaluation.h"
#include "core/model/step.h"
#include "ui/charts/riskladderchart.h"

namespace placewright {

// What the risk ladder chart shows of a settlement: from 10% under to 20% over the fund's income, exact wherever the way
// of sharing changes. Terms that cannot be worked out give the sentence instead.
LadderData ladderData(const Plan& plan, const Evaluation& evaluation, const FundSettlement& settlement,
                      bool adjustable);

// The same settlement at another outturn of the whole fund. It must have a result.
FundSettlement settledAt(const FundSettlement& settlement, Money variance);

// Moves only the test of `data` to that settlement: for live previews.
void moveTest(LadderData& data, const Plan& plan, const FundSettlement& settlement);

// The Step by which the schemes are tested at that outturn of the whole fund; schemes at plan lose their value.
Step testStep(const Plan& plan, const Evaluation& evaluation, const FundSettlement& settlement,
              Money variance, const QString& what);

} // namespace placewright
