#include "core/ledger/contractpayment.h"

namespace placewright {

qsizetype ContractPayment::positionOf(const QString& year) const
{
    for (qsizetype i = 0; i < years.size(); ++i)
        if (years.at(i).year == year)
            return i;
    return -1;
}

const ContractYearPayment* ContractPayment::yearOf(const QString& year) const
{
    const qsizetype position = positionOf(year);
    return position < 0 ? nullptr : &years.at(position);
}

ContractPayment payContract(ContractTerms terms)
{
    ContractPayment paid;
    paid.terms = std::move(terms);
    if (!paid.terms.problems.isEmpty())
        return paid;
    for (const ContractYear& year : std::as_const(paid.terms.years)) {
        ContractYearPayment made;
        made.year = year.year;
        made.outcome = payOutcomes(paid.terms.terms, year.figures);
        for (const ActivityYear& activity : year.activities)
            made.activity += activity.payment();
        made.payment = made.outcome.total.payment + made.activity;
        paid.years.append(made);
    }
    return paid;
}

ContractTerms withFlatWeights(ContractTerms terms)
{
    terms.terms.deprivationWeights.fill(Ratio(1));
    return terms;
}

ByFifth<OutcomeCell> byFifth(const OutcomePayment& payment, qsizetype indicators, qsizetype indicator)
{
    ByFifth<OutcomeCell> sums{};
    for (qsizetype area = 0; area < payment.areas.size(); ++area)
        for (qsizetype i = 0; i < indicators; ++i) {
            if (indicator >= 0 && i != indicator)
                continue;
            for (int fifth = 0; fifth < fifthCount; ++fifth) {
                const OutcomeCell& cell = payment.cell(area, i, indicators, fifth);
                sums[static_cast<size_t>(fifth)].pot += cell.pot;
                sums[static_cast<size_t>(fifth)].earned += cell.earned;
            }
        }
    return sums;
}

PaidContracts payContracts(const Plan& plan, const QList<LayerNeed>& needs, const PaidContracts& before)
{
    PaidContracts all;
    const ContractSources sources(plan, needs);
    for (qsizetype i = 0; i < plan.contracts.size(); ++i) {
        const Contract& contract = plan.contracts[i];
        const ContractVersion* version = sources.versionOf(contract);
        if (!version) {
            all.append(nullptr);
            continue;
        }
        ContractSource source = sources.source(contract, *version);
        if (const auto known = before.value(i); known && known->source == source) {
            all.append(known);
            continue;
        }
        ContractPayment payment = payContract(readContract(source));
        all.append(std::make_shared<const PaidContract>(PaidContract{std::move(source), std::move(payment)}));
    }
    return all;
}

} // namespace placewright
