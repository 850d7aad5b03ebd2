#include "app/commands/openplan.h"
#include "app/commands/table.h"
#include "app/commands/usage.h"
#include "core/exchange/evaluationjson.h"
#include "core/plan/names.h"
#include "core/words/contractwords.h"
#include "core/words/findingwords.h"
#include "core/words/heldout.h"
#include "core/words/riskwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString shown(const std::optional<Ratio>& ratio, int places)
{
    return ratio ? formatDecimal(*ratio, places, Rounding::HalfAwayFromZero) : Words::tr("not known");
}

QString shown(const std::optional<Money>& money)
{
    return money ? formatMoney(*money) : Words::tr("not known");
}

void printSources(const OpenBranch& open, const QString& year, Console& console)
{
    const FinancialYear* entity = open.branch.plan.years.find(Id(year));
    const Rulebook* rulebook = open.shelf.rulebookOf(*entity);
    TextTable table({Words::tr("Source"), Words::tr("Income"), Words::tr("Spend"), Words::tr("Balance")});
    for (const SourceTotal& total : open.evaluation.sources) {
        if (total.year != year)
            continue;
        table.row({rulebook ? rulebook->label(u"sources", total.source) : total.source,
                   formatMoney(total.income.amount), formatMoney(total.spend.amount),
                   formatMoney(total.balance)});
    }
    table.print(console);
}

void printFunds(const OpenBranch& open, const QString& year, Console& console)
{
    TextTable table({Words::tr("Fund"), Words::tr("Income"), Words::tr("Spend"), Words::tr("Balance")});
    for (const FundTotal& total : open.evaluation.funds)
        if (total.year == year)
            table.row({nameOf(open.branch.plan, Fund::type.id, total.fund), formatMoney(total.income.amount),
                       formatMoney(total.spend.amount), formatMoney(total.balance)});
    table.print(console);
}

void printAreas(const OpenBranch& open, const QString& year, Console& console)
{
    const Plan& plan = open.branch.plan;
    for (const LayerNeed& need : open.evaluation.needs) {
        console.print(Words::tr("%1. Need: %2; base: this place = 1.")
                          .arg(nameOf(plan, Layer::type.id, need.layer), need.measureName));
        TextTable table({Words::tr("Area"), Words::tr("Need index"), Words::tr("Money"), Words::tr("Assumed"),
                         Words::tr("Per weighted head"), Words::tr("From target")});
        for (const AreaTotal& total : open.evaluation.areas) {
            if (total.year != year || total.layer != need.layer)
                continue;
            table.row({nameOf(plan, Area::type.id, total.area), shown(total.needIndex, 3),
                       formatMoney(total.allocated), formatMoney(total.assumed), shown(total.perWeightedHead),
                       shown(total.distanceFromTarget)});
        }
        table.print(console);
    }
}

void printRiskShares(const OpenBranch& open, const QString& year, Console& console)
{
    const Plan& plan = open.branch.plan;
    for (const FundSettlement& settlement : open.evaluation.risks) {
        if (settlement.risk.year != year || !(settlement.risk.tested || !settlement.result))
            continue;
        const QString fund = nameOf(plan, Fund::type.id, settlement.risk.fund) + u": "_s;
        const QString headline = riskHeadline(plan, settlement) + u'.';
        console.print(headline.startsWith(fund) ? headline : fund + headline);
        if (!settlement.result) {
            for (const FundRiskProblem& problem : settlement.risk.problems)
                console.print(riskProblemSentence(plan, problem));
            continue;
        }
        QStringList header{Words::tr("Step"), Words::tr("Amount"), Words::tr("The fund")};
        for (const Id& partner : settlement.risk.partners)
            header.append(partnerShown(plan, partner));
        TextTable table(header);
        for (const RiskStep& step : settlement.result->steps) {
            QStringList row{stepName(plan, settlement.risk, step), formatMoney(step.amount),
                            formatMoney(step.fund)};
            for (const Money part : step.partners)
                row.append(formatMoney(part));
            table.row(row);
        }
        table.print(console);
    }
}

void printContracts(const OpenBranch& open, const QString& year, Console& console)
{
    const Plan& plan = open.branch.plan;
    for (qsizetype i = 0; i < plan.contracts.size(); ++i) {
        const Contract& contract = plan.contracts[i];
        const PaidContract* paid = open.evaluation.contracts.at(i).get();
        if (!paid) {
            console.print(u"%1: %2"_s.arg(contract.name, noVersionSentence(plan, contract)));
            continue;
        }
        for (const ContractProblem& problem : paid->payment.terms.problems)
            console.print(u"%1: %2"_s.arg(contract.name, contractProblemSentence(plan, problem)));
        if (!paid->payment.yearOf(year))
            continue;
        console.print(u"%1: %2. %3."_s.arg(contract.name, contractHeadline(plan, paid->payment, year),
                                           verdictSentence(plan, reviewContract(paid->source))));
        TextTable table({Words::tr("How it comes about"), Words::tr("Amount")});
        for (const WorkingLine& line : contractWorking(plan, paid->payment, year))
            table.row({line.text, line.amount ? formatMoney(*line.amount) : QString()});
        table.print(console);
    }
}

void printSummary(const OpenBranch& open, Console& console)
{
    console.print(u"%1, %2"_s.arg(open.branch.plan.place().name, open.scenarioName()));
    for (const QString& line : heldOut(open.file->tree(), open.branch.stale, open.branch.plan))
        console.print(line);
    for (const YearTotal& total : open.evaluation.years) {
        console.print(QString());
        console.print(Words::tr("%1: income %2, spend %3, not split by area %4")
                          .arg(total.year, formatMoney(total.income.amount), formatMoney(total.spend.amount),
                               formatMoney(total.notSplit)));
        printSources(open, total.year, console);
        printFunds(open, total.year, console);
        printRiskShares(open, total.year, console);
        printContracts(open, total.year, console);
        printAreas(open, total.year, console);
        const auto count = [&](FindingStatus status) {
            return QString::number(std::count_if(open.evaluation.findings.begin(),
                                                 open.evaluation.findings.end(), [&](const Finding& finding) {
                                                     return finding.year == total.year &&
                                                            finding.status == status;
                                                 }));
        };
        console.print(
            Words::tr("Conditions: %1 met, %2 missed, %3 not known")
                .arg(count(FindingStatus::Pass), count(FindingStatus::Fail), count(FindingStatus::Unknown)));
    }
}

} // namespace

ExitStatus runEvaluate(const QStringList& arguments, Console& console)
{
    Usage usage("evaluate"_L1);
    usage.argument(u"PLAN"_s, Words::tr("the plan file"));
    usage.option(u"scenario"_s, u"NAME"_s, Words::tr("a scenario of the plan; base if not given"));
    allowDay(usage);
    usage.flag(u"json"_s, Words::tr("print JSON"));
    if (const auto over = usage.parse(arguments, console))
        return *over;

    ExitStatus status = ExitStatus::Done;
    const auto open = openBranch({usage.argument(0), usage.value(u"scenario"_s), {}, usage.value(u"on"_s)},
                                 console, status);
    if (!open)
        return status;
    if (usage.has(u"json"_s))
        console.print(evaluationToJson(open->forJson()));
    else
        printSummary(*open, console);
    return ExitStatus::Done;
}

} // namespace placewright
