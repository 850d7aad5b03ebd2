#include "ui/models/riskworking.h"

#include "core/words/riskwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskWorking)
};

Id termOf(const FundRisk& risk, const RiskStep& step)
{
    if (step.role != RiskStep::Role::Rung)
        return {};
    return step.scheme < 0 ? risk.rungs.value(step.rung)
                           : risk.schemeRungs.value(step.scheme).value(step.rung);
}

// As the table of steps numbers it: within its side; a scheme's own steps have none.
QString numberOf(const FundRisk& risk, const RiskStep& step)
{
    if (step.role != RiskStep::Role::Rung || step.scheme >= 0)
        return {};
    int number = 0;
    for (int i = 0; i <= step.rung; ++i)
        if (risk.terms.rungs.at(i).side == risk.terms.rungs.at(step.rung).side)
            ++number;
    return QString::number(number);
}

QString performanceWords(const Plan& plan, const FundRisk& risk, const PerformancePayment& payment)
{
    const QList<Id>& ids = payment.scheme < 0 ? risk.rungs : risk.schemeRungs.at(payment.scheme);
    const QString name = nameOf(plan, RiskTerm::type.id, ids.value(payment.rung));
    const QString payer = partnerShown(plan, risk.partners.value(payment.payer));
    if (!payment.paid || !payment.retained)
        return Words::tr("%1: what was achieved is not known.").arg(name);
    return Words::tr("%1: %2 pays %3 and keeps %4.")
        .arg(name, payer, formatMoney(*payment.paid), formatMoney(*payment.retained));
}

QString captionOf(const Plan& plan, const FundSettlement& settlement)
{
    const RiskResult& result = *settlement.result;
    QStringList said{testSentence(plan, settlement.risk)};
    if (!result.leftUnder.isZero())
        said.append(Words::tr("%1 of underspends is left besides.").arg(formatMoney(result.leftUnder.abs())));
    for (const PerformancePayment& payment : result.performance)
        said.append(performanceWords(plan, settlement.risk, payment));
    return said.join(QChar(u' '));
}

} // namespace

RiskWorking riskWorking(const Plan& plan, const FundSettlement& settlement)
{
    RiskWorking working;
    if (!settlement.result) {
        working.title = Words::tr("Who pays cannot be worked out yet");
        working.caption = riskCaption(plan, settlement);
        return working;
    }
    const RiskResult& result = *settlement.result;
    const FundRisk& risk = settlement.risk;
    const QString size = formatMoney(result.variance.abs());
    working.title = result.variance.isNegative() ? Words::tr("Where %1 goes, step by step").arg(size)
                    : result.variance.isZero()   ? Words::tr("Nothing is to be paid: the fund ends on plan")
                                                 : Words::tr("How %1 is paid, step by step").arg(size);
    working.caption = captionOf(plan, settlement);

    const bool isOpen = !result.unresolved.isZero();
    working.columns = {{Words::tr("#")},
                       {Words::tr("Step"), false, true},
                       {Words::tr("Amount £"), true},
                       {Words::tr("The fund"), true}};
    for (const Id& partner : risk.partners)
        working.columns.append({capitalised(partnerShown(plan, partner)), true});
    if (isOpen)
        working.columns.append({Words::tr("Not agreed"), true});

    const auto amountCell = [](Money money, bool isTotal) {
        ShownTableCell cell = moneyCell(money, Pence::Always);
        if (money.isZero() && !isTotal)
            cell.emphasis = Emphasis::Secondary;
        return cell;
    };
    const auto rowOf = [&](const QString& number, const QString& name, Money amount, Money fund,
                           const QList<Money>& partners, Money unresolved, bool isTotal) {
        ShownTableCell numbered = textCell(number);
        numbered.emphasis = Emphasis::Secondary;
        QList<ShownTableCell> cells{numbered, textCell(name), amountCell(amount, isTotal),
                                    amountCell(fund, isTotal)};
        for (qsizetype i = 0; i < risk.partners.size(); ++i)
            cells.append(amountCell(partners.value(i), isTotal));
        if (isOpen) {
            cells.append(amountCell(unresolved, isTotal));
            if (!unresolved.isZero())
                cells.last().emphasis = Emphasis::Missed;
        }
        return cells;
    };
    for (const RiskStep& step : result.steps)
        working.rows.append({termOf(risk, step).text(), false, false,
                             rowOf(numberOf(risk, step), stepName(plan, risk, step), step.amount, step.fund,
                                   step.partners, step.unresolved, false)});
    const QString total = result.variance.isNegative() ? Words::tr("Underspend") : Words::tr("Overspend");
    working.rows.append(
        {QString(), false, true,
         rowOf({}, total, result.variance, result.fund, result.partners, result.unresolved, true)});
    return working;
}

} // namespace placewright
