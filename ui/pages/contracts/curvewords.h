#pragma once

#include "ui/pages/contracts/paycurvedata.h"

namespace placewright {

// The pay curve chart in words.

// "A point earns up to £7,093.90 in the most deprived fifth, £1,280.50 in the least"
QString curveTitle(const ContractIndicator& indicator, const ContractPayment& payment,
                   const CurvePlace& place);
QString curveCaption(const Plan& plan, const ContractIndicator& indicator, const ContractPayment& payment,
                     const CurvePlace& place);
QString curveSummary(const ContractIndicator& indicator, const PayCurveData& data);

} // namespace placewright
