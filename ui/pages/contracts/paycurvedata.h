#pragma once

#include "core/ledger/contractpayment.h"
#include "core/plan/plan.h"
#include "ui/charts/paycurvechart.h"

namespace placewright {

// Where on the page a pay curve stands: positions in a payment's years, areas and indicators.
struct CurvePlace
{
    qsizetype year = 0;
    qsizetype area = 0;
    qsizetype indicator = 0;
};

// The low and high results beside the likely ones; null: not typed.
struct CurveRange
{
    const ContractPayment* low = nullptr;
    const ContractPayment* high = nullptr;
};

// What the pay curve chart shows: for each fifth what every attainment earns, exact wherever the line bends. Requires the
// payment to be paid.
PayCurveData payCurveData(const Plan& plan, const ContractPayment& payment, const CurvePlace& place,
                          const CurveRange& range, bool adjustable);

// Attainments at which what a fifth earns bends, between and with both ends, ascending. `before`: the rate before the contract.
QList<Ratio> bendsOf(const OutcomeIndicator& indicator, int fifth, const std::optional<Ratio>& before,
                     const Ratio& least, const Ratio& most);

// The rate before the contract of what is measured with a fifth; nothing: not known.
std::optional<Ratio> rateBefore(const ContractPayment& payment, const CurvePlace& place, int fifth);

// The whole number to count in a fifth so that it is measured nearest to the rate: of those measured with it, the others keep
// theirs. Never below nought, nor above those eligible where people are counted.
qint64 countAt(const ContractPayment& payment, const CurvePlace& place, int fifth, const Ratio& rate);
// The same payment with that count in the fifth, in that year alone: for live previews.
ContractPayment withCount(const ContractPayment& payment, const CurvePlace& place, int fifth, qint64 counted);

// Of all areas and fifths together; nothing: not worked out, or nobody is eligible.
std::optional<Ratio> rateOfAll(const ContractPayment& payment, const CurvePlace& place);

} // namespace placewright
