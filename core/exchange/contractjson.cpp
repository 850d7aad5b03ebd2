#include "core/exchange/contractjson.h"

#include "core/exchange/jsonfigures.h"
#include "core/plan/names.h"

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class ContractWriter
{
public:
    ContractWriter(const EvaluatedBranch& evaluated, const Contract& contract, const PaidContract* paid)
        : m_evaluated(evaluated)
        , m_plan(evaluated.branch.plan)
        , m_contract(contract)
        , m_paid(paid)
    {
    }

    void write(QJsonArray& to) const
    {
        if (!m_paid || !m_paid->payment.isPaid()) {
            to.append(unpaid());
            return;
        }
        const ContractPayment flat = payContract(withFlatWeights(m_paid->payment.terms));
        for (qsizetype year = 0; year < m_paid->payment.years.size(); ++year)
            to.append(paidYear(year, flat.years.at(year)));
    }

private:
    QJsonObject head() const
    {
        QJsonArray problems;
        if (!m_paid)
            problems.append(m_evaluated.noVersion(m_contract));
        else
            for (const ContractProblem& problem : m_paid->payment.terms.problems)
                problems.append(m_evaluated.contractProblem(problem));
        if (m_paid)
            for (const ContractLineProblem& problem : m_paid->payment.terms.lineProblems)
                problems.append(m_evaluated.contractLineProblem(problem));
        const qint64 number = m_paid ? m_paid->source.version.number.value_or(0) : 0;
        return {{u"id"_s, m_contract.id.text()},
                {u"name"_s, m_contract.name},
                {u"provider"_s, m_contract.provider},
                {u"version"_s, number > 0 ? QJsonValue(number) : QJsonValue()},
                {u"signed"_s, m_contract.signedOn.isValid()},
                {u"problems"_s, problems}};
    }

    QJsonObject unpaid() const
    {
        QJsonObject entry = head();
        for (const QString& key :
             {u"year"_s, u"capitationBase"_s, u"ringFenced"_s, u"atRisk"_s, u"earned"_s, u"payment"_s})
            entry.insert(key, QJsonValue());
        entry.insert(u"areas"_s, QJsonArray());
        return entry;
    }

    QJsonObject paidYear(qsizetype position, const ContractYearPayment& flat) const
    {
        const ContractPayment& payment = m_paid->payment;
        const ContractYearPayment& year = payment.years.at(position);
        const AreaPayment& total = year.outcome.total;
        QJsonObject entry = head();
        entry.insert(u"year"_s, year.year);
        entry.insert(u"months"_s, payment.terms.years.at(position).months);
        for (const auto& [key, amount] :
             {std::pair{u"capitationBase"_s, total.base}, std::pair{u"ringFenced"_s, total.ringFence},
              std::pair{u"ringFencedPaid"_s, total.ringFencePaid}, std::pair{u"atRisk"_s, total.atRisk},
              std::pair{u"fixed"_s, total.fixed}, std::pair{u"earned"_s, total.earned},
              std::pair{u"flatEarned"_s, flat.outcome.total.earned}, std::pair{u"unearned"_s, total.unearned},
              std::pair{u"gain"_s, total.gain}, std::pair{u"loss"_s, total.loss},
              std::pair{u"variation"_s, total.bounded}, std::pair{u"activity"_s, year.activity},
              std::pair{u"payment"_s, year.payment}, std::pair{u"returned"_s, year.outcome.pool}})
            entry.insert(key, jsonMoney(amount));
        entry.insert(u"indicators"_s, indicators(year.outcome));
        entry.insert(u"activities"_s, activities(payment.terms.years.at(position)));
        entry.insert(u"areas"_s, areas(year.outcome));
        entry.insert(u"lines"_s, lines(year.year));
        return entry;
    }

    QJsonArray indicators(const OutcomePayment& outcome) const
    {
        const QList<Id>& ids = m_paid->payment.terms.indicators;
        QJsonArray list;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            OutcomeCell sum;
            QJsonArray fifths;
            const ByFifth<OutcomeCell> cells = byFifth(outcome, ids.size(), i);
            for (int fifth = 0; fifth < fifthCount; ++fifth) {
                const OutcomeCell& cell = cells[static_cast<size_t>(fifth)];
                sum.pot += cell.pot;
                sum.earned += cell.earned;
                fifths.append(QJsonObject{{u"fifth"_s, fifth + 1},
                                          {u"pot"_s, jsonMoney(cell.pot)},
                                          {u"earned"_s, jsonMoney(cell.earned)}});
            }
            list.append(
                QJsonObject{{u"indicator"_s, ids.at(i).text()},
                            {u"indicatorName"_s, nameOf(m_plan, ContractIndicator::type.id, ids.at(i))},
                            {u"pot"_s, jsonMoney(sum.pot)},
                            {u"earned"_s, jsonMoney(sum.earned)},
                            {u"fifths"_s, fifths}});
        }
        return list;
    }

    QJsonArray activities(const ContractYear& year) const
    {
        QJsonArray list;
        for (const ActivityYear& activity : year.activities)
            list.append(
                QJsonObject{{u"activity"_s, activity.activity.text()},
                            {u"activityName"_s, nameOf(m_plan, ContractActivity::type.id, activity.activity)},
                            {u"planned"_s, activity.planned},
                            {u"expected"_s, activity.expected},
                            {u"payment"_s, jsonMoney(activity.payment())}});
        return list;
    }

    QJsonArray areas(const OutcomePayment& outcome) const
    {
        const QList<Id>& ids = m_paid->payment.terms.areas;
        QJsonArray list;
        for (qsizetype area = 0; area < outcome.areas.size(); ++area) {
            const AreaPayment& paid = outcome.areas.at(area);
            const Id id = ids.value(area); // null: paid as one
            list.append(
                QJsonObject{{u"area"_s, jsonId(id)},
                            {u"areaName"_s, id.isNull() ? QJsonValue() : nameOf(m_plan, Area::type.id, id)},
                            {u"capitationBase"_s, jsonMoney(paid.base)},
                            {u"earned"_s, jsonMoney(paid.earned)},
                            {u"payment"_s, jsonMoney(paid.payment)},
                            {u"returned"_s, jsonMoney(paid.returned)}});
        }
        return list;
    }

    // What each line pays of it, as the Ledger has it.
    QJsonArray lines(const QString& year) const
    {
        QJsonArray list;
        const qsizetype position = m_plan.years.positionOf(Id(year));
        for (const LedgerRow& row : m_evaluated.evaluation.ledger.rows) {
            const Line& line = m_plan.lines[row.line];
            if (row.origin == LedgerRow::Origin::Contract && row.year == position &&
                line.contract == m_contract.id)
                list.append(QJsonObject{{u"line"_s, line.id.text()},
                                        {u"lineName"_s, line.name},
                                        {u"source"_s, line.source},
                                        {u"amount"_s, jsonMoney(row.amount)}});
        }
        return list;
    }

    const EvaluatedBranch& m_evaluated;
    const Plan& m_plan;
    const Contract& m_contract;
    const PaidContract* m_paid;
};

} // namespace

QJsonArray contractsToJson(const EvaluatedBranch& evaluated)
{
    QJsonArray list;
    const Plan& plan = evaluated.branch.plan;
    for (qsizetype i = 0; i < plan.contracts.size(); ++i)
        ContractWriter(evaluated, plan.contracts[i], evaluated.evaluation.contracts.at(i).get()).write(list);
    return list;
}

} // namespace placewright
