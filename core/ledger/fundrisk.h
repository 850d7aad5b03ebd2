#pragma once

#include "core/ledger/ledger.h"
#include "core/pool/riskshare.h"

namespace placewright {

// Why the risk share of a fund cannot be worked out, and the cell where a person mends it.
struct FundRiskProblem
{
    enum class Kind {
        Terms,            // see `terms`
        NoHost,           // a step names no payer, and the fund no host
        ReserveMissing,   // a reserve step without its scheme
        ReserveElsewhere, // the reserve scheme stands in another fund
        ReserveOverdrawn, // the scheme that holds the reserve is itself tested above its plan
        OffsetsInLoop,    // the reserve of one scheme's step waits for the other's
        BearerNotKnown,   // a line at own risk, and nobody can tell whose
        AmountMissing,    // a step that takes an amount, and none is typed
        GoalMissing,      // a performance fund without its goal
        StepTwice,        // two steps of one side with the same number
        PartnerTwice,     // two entries of one partner in the fund
        SchemeElsewhere,  // a step for one scheme, and it stands in another fund
        StepOnReserve,    // a step for a scheme that holds a reserve
        PayerNotKnown,    // a scheme's step shares by contribution, and nobody can tell whose money a line is
        ReductionMissing, // a saving's first reduction
        ShareMissing      // a share without a percentage
    };
    Kind kind = Kind::Terms;
    RiskProblem::Kind terms = RiskProblem::Kind::NoPartners;
    QString entity; // of the cell
    Id id;
    QString field;

    friend bool operator==(const FundRiskProblem&, const FundRiskProblem&) = default;
};

// The risk share of one pooled fund in one year, as its agreement says and as the schemes' tested outturn has it.
// Positions in `terms` are those of the lists of ids here.
struct FundRisk
{
    Id fund;
    QString year;
    RiskTerms terms;
    QList<Id> partners; // in plan order: who contributes, hosts, signs or is named by a step
    QList<Id>
        schemes; // in plan order, that plan, are tested or have steps; one that holds a reserve is not among them
    QList<Id> rungs; // RiskTerm ids, in the agreement's order: overspend first, then underspend
    QList<QList<Id>> schemeRungs;
    Money planned;                   // of the fund, with irrecoverable VAT
    bool tested = false;             // some scheme is tested at another outturn than its plan
    QList<FundRiskProblem> problems; // empty: `terms` can be settled
};

// One a pooled fund and year in which it plans to spend, or holds contributions; plan order of funds, then years.
QList<FundRisk> fundRisks(const Plan& plan, const Ledger& ledger);

// The partners that bear a line's over- or underspend at own risk, with the weights they share it by: the bearer named,
// else as the commissioner says. Empty: nobody can tell.
QList<std::pair<Id, qint64>> bearersOf(const Plan& plan, const Line& line);

} // namespace placewright
