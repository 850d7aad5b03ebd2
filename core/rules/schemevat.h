#pragma once

#include "core/ledger/ledger.h"
#include "core/rules/rulebook.h"

namespace placewright {

// How VAT stands for one scheme of a pooled fund in one year. VAT follows the rules of the body that delivers, agreed by the
// partners. Source: HMRC VATGPB6640; section 75 note, 4.6.
struct SchemeVat
{
    enum class Fault {
        None,
        NotSettled,  // no route
        NotDelivered // the route is not that of the bodies that deliver
    };
    Id scheme;
    Id fund;
    Fault fault = Fault::None;
    bool hostDiffers =
        false;   // the host's own rules are not the deliverer's: the partners must agree on one route
    Money spend; // typed amounts of the year, without irrecoverable VAT
    Status figures = Status::Confirmed;
    QList<Id> lines;       // with money in the year, in plan order
    QStringList providers; // as the lines name them, in plan order, each once
    Money councilSpend;    // of the lines that the council's money pays for
    Money atRisk;          // where there is a fault: VAT that the council would recover, and the fund may not
    Money irrecoverable;   // in the Ledger
};

// Pooled schemes with money in the year, in plan order. `ratePercent` is the rate of VAT that is at risk.
QList<SchemeVat> schemeVats(const Plan& plan, const Ledger& ledger, const Rulebook& rulebook, qint32 year,
                            const Ratio& ratePercent);

} // namespace placewright
