#include "core/ledger/contractamounts.h"

#include "core/money/apportion.h"

#include <algorithm>

namespace placewright {

ContractAmounts::ContractAmounts(const Plan& plan, const PaidContracts& contracts)
{
    for (qsizetype i = 0; i < contracts.size(); ++i) {
        const std::shared_ptr<const PaidContract>& contract = contracts.at(i);
        if (!contract)
            continue;
        m_paid.insert(plan.contracts[i].id, contract);
        const ContractPayment& payment = contract->payment;
        if (payment.terms.lines.isEmpty())
            continue;
        QList<Ratio> shares;
        QStringList keys;
        for (const ContractLine& line : payment.terms.lines) {
            shares.append(line.share);
            keys.append(line.line.text());
        }
        const QList<int> ranks = tieRanks(keys);
        for (const ContractYearPayment& year : payment.years) {
            const QList<Money> parts = apportion(year.payment, shares, ranks);
            for (qsizetype line = 0; line < parts.size(); ++line)
                m_amounts[payment.terms.lines.at(line).line].insert(year.year, parts.at(line));
        }
    }
}

ContractAmounts::Amount ContractAmounts::amountOf(const Line& line, const QString& year) const
{
    const auto known = m_amounts.constFind(line.id);
    if (known != m_amounts.cend()) {
        const auto amount = known->constFind(year);
        return {amount == known->cend() ? std::nullopt : std::optional(*amount), false};
    }
    const PaidContract* contract = paid(line.contract);
    if (!contract)
        return {std::nullopt, true}; // without terms not even the years are known
    const QList<TermYear> term = yearsOfTerm(contract->source.contract);
    const bool inTerm = term.isEmpty() || std::any_of(term.begin(), term.end(),
                                                      [&](const TermYear& one) { return one.year == year; });
    return {std::nullopt, inTerm};
}

const PaidContract* ContractAmounts::paid(const Id& contract) const
{
    return m_paid.value(contract).get();
}

Status ContractAmounts::statusOf(const Id& contract) const
{
    const PaidContract* known = paid(contract);
    return known ? known->payment.terms.status : Status::Indicative;
}

} // namespace placewright
