#pragma once

#include "core/ledger/contractterms.h"

#include <memory>

namespace placewright {

struct ContractYearPayment
{
    QString year;
    OutcomePayment outcome;
    Money activity;
    Money payment; // capitation, outcomes, teams and training, and activity
};

// What one version of a contract pays over its term.
struct ContractPayment
{
    ContractTerms terms;
    QList<ContractYearPayment> years; // beside terms.years; empty while the terms have problems

    bool isPaid() const { return !years.isEmpty(); }
    qsizetype positionOf(const QString& year) const;              // -1: outside the term, or not paid
    const ContractYearPayment* yearOf(const QString& year) const; // null: the same
};

ContractPayment payContract(ContractTerms terms);

// The same terms with one outcome weight for all fifths: what deprivation weighting is compared with.
ContractTerms withFlatWeights(ContractTerms terms);

// Pots and earnings over all areas, by fifth: of one indicator, or of all (-1).
ByFifth<OutcomeCell> byFifth(const OutcomePayment& payment, qsizetype indicators, qsizetype indicator = -1);

// The version of a contract that counts, at likely results.
struct PaidContract
{
    ContractSource source; // what it was worked out from
    ContractPayment payment;
};

// In plan order of contracts; null: it has no version that counts.
using PaidContracts = QList<std::shared_ptr<const PaidContract>>;

// A contract that rests on the same figures as in `before` is taken from it.
PaidContracts payContracts(const Plan& plan, const QList<LayerNeed>& needs, const PaidContracts& before = {});

} // namespace placewright
