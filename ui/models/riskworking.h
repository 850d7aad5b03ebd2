#pragma once

#include "core/evaluate/fundsettlement.h"
#include "ui/models/shownmodel.h"

namespace placewright {

// How a tested outturn is paid, step by step: each step with what the fund and each partner take, adding up. For the page
// and the paper alike.
struct RiskWorking
{
    QString title;   // "How £900,000.00 is paid, step by step"
    QString caption; // what is tested, and what it leaves
    QList<ShownTableColumn> columns;
    QList<ShownTableRow> rows; // the last is the total; a step's id is that of its term
};

// Nothing in it when the terms cannot be worked out.
RiskWorking riskWorking(const Plan& plan, const FundSettlement& settlement);

} // namespace placewright
