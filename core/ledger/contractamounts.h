#pragma once

#include "core/ledger/contractpayment.h"

namespace placewright {

// What the lines that pay contracts spend: each year's payment, parted by the lines' shares by largest remainder; ties go by
// the line's id. Refers to the contracts.
class ContractAmounts
{
public:
    ContractAmounts(const Plan& plan, const PaidContracts& contracts);

    struct Amount
    {
        std::optional<Money> money; // nothing: outside the term, or not known
        bool isUnknown = false;     // within the term, and nobody can tell
    };
    Amount amountOf(const Line& line, const QString& year) const;
    const PaidContract* paid(const Id& contract) const; // null: no version counts
    Status statusOf(const Id& contract) const;

private:
    QHash<Id, std::shared_ptr<const PaidContract>> m_paid;
    QHash<Id, QHash<QString, Money>> m_amounts; // by line and year
};

} // namespace placewright
