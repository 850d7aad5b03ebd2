#pragma once

#include "core/ledger/areaneed.h"
#include "core/ledger/contractpayment.h"
#include "core/plan/plan.h"
#include "core/pool/status.h"

#include <span>

namespace placewright {

// Why a row's money did not reach areas though its scheme says it should.
enum class SplitProblem {
    None,
    NoLayer, // population or need, and no layer named
    NoAreas,
    SharesNotWhole,    // percentages do not add to 100
    PoundsAboveAmount, // or of the other sign
    NeedUnknown,       // an area of the layer has no population or no weighted population
    AreaUnknown,
    OtherLayer,        // parts in another layer than the scheme's, or in more than one
    ContractPaidAsOne, // as the contract pays, and it is not paid area by area
};

struct AreaPart
{
    qint32 area = 0; // position in Plan::areas
    Money amount;
};

// One line in one year, or the irrecoverable VAT on it. Positions index the plan that the ledger was made from.
struct LedgerRow
{
    enum class Origin { Typed, Contract, Vat };

    qint32 line = 0;
    qint32 scheme = 0;
    qint32 year = 0;
    Money amount;
    Status status = Status::Indicative;
    Origin origin = Origin::Typed;
    bool aligned = false; // stands in an aligned fund: outside sources, totals, conditions and need
    bool assumed = false; // split by population or need
    SplitProblem problem = SplitProblem::None;
    qint32 firstPart = 0;
    qint32 partCount = 0;
    Money notSplit;
};

// A line that pays a contract, in a year of its term for which nobody can tell how much.
struct UnknownAmount
{
    qint32 line = 0;
    qint32 scheme = 0;
    qint32 year = 0;
    bool aligned = false;
};

// What a plan spends: rows in plan order of lines, then years, a line's VAT after its amount. Rules, pools, charts and exports read only this.
struct Ledger
{
    QList<LedgerRow> rows;
    QList<AreaPart> parts;
    QList<UnknownAmount> unknown; // plan order of lines, then years

    std::span<const AreaPart> partsOf(const LedgerRow& row) const
    {
        return {parts.constData() + row.firstPart, static_cast<size_t>(row.partCount)};
    }
};

// The one layer in which a line's typed pounds of a year stand: the scheme's, else that of its areas, null when there are
// none. Nothing when some stand in another layer than the scheme's, or in more than one.
std::optional<Id> layerOfPounds(const Plan& plan, const Scheme& scheme, const Line& line, const Id& year);

Ledger makeLedger(const Plan& plan, const QList<LayerNeed>& needs, const PaidContracts& contracts = {});

} // namespace placewright
