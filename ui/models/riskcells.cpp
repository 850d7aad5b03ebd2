#include "ui/models/riskcells.h"

#include "core/words/riskwords.h"

#include <QCoreApplication>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskCells)
};

} // namespace

const FundSettlement* settlementOf(const Evaluation& evaluation, const Id& fund, const QString& year)
{
    for (const FundSettlement& settlement : evaluation.risks)
        if (settlement.risk.fund == fund && settlement.risk.year == year)
            return &settlement;
    return nullptr;
}

const FundTotal* fundTotalOf(const Evaluation& evaluation, const Id& fund, const QString& year)
{
    for (const FundTotal& total : evaluation.funds)
        if (total.fund == fund && total.year == year)
            return &total;
    return nullptr;
}

Money plannedOf(const Plan& plan, const Ledger& ledger, const Id& scheme, const QString& year)
{
    Money planned;
    const qsizetype yearAt = plan.years.positionOf(Id(year));
    const qsizetype schemeAt = plan.schemes.positionOf(scheme);
    for (const LedgerRow& row : ledger.rows)
        if (row.year == yearAt && row.scheme == schemeAt)
            planned += row.amount;
    return planned;
}

QString riskProblemAt(const Plan& plan, const FundSettlement* settlement, QAnyStringView entity, const Id& id,
                      QAnyStringView field)
{
    if (settlement)
        for (const FundRiskProblem& problem : settlement->risk.problems)
            if (problem.id == id && QAnyStringView(problem.entity) == entity &&
                QAnyStringView(problem.field) == field)
                return riskProblemSentence(plan, problem);
    return {};
}

QString agreementRefusal(QAnyStringView entity, const Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    const bool isNegative = (value.fits(ValueType::Money) && value.money()->isNegative()) ||
                            (value.fits(ValueType::Rate) && value.rate()->isNegative()) ||
                            (value.fits(ValueType::Count) && *value.count() < 0);
    const bool isPercent =
        field.id == QLatin1StringView("percent") || field.id == QLatin1StringView("firstReduction");
    if (isPercent && (isNegative || value.rate()->exact() > Ratio(100)))
        return Words::tr("A percentage is between 0 and 100.");
    if (field.id == QLatin1StringView("goal") && (isNegative || value.rate()->isZero()))
        return Words::tr("A goal is above zero: type what is to be reached.");
    if (field.id == QLatin1StringView("quarter") && (*value.count() < 1 || *value.count() > 4))
        return Words::tr("A year has the quarters 1 to 4.");
    if (field.id == QLatin1StringView("instalments") && *value.count() < 1)
        return Words::tr("There is at least 1 instalment a year.");
    if (!isNegative)
        return {};
    if (field.id == QLatin1StringView("cap"))
        return Words::tr("A cap is not below £0.00: type the most that the partner adds.");
    if (field.id == QLatin1StringView("limit"))
        return Words::tr("A step does not take less than £0.00: type the most that it takes.");
    if (entity == QLatin1StringView("line") || entity == QLatin1StringView("contribution"))
        return {};
    return Words::tr("“%1” is not below zero.").arg(labelOf(field));
}

} // namespace placewright
