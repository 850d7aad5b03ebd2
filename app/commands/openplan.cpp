#include "app/commands/openplan.h"

#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/readshelf.h"
#include "core/plan/edit.h"
#include "core/plan/names.h"
#include "core/words/committeewords.h"
#include "core/words/contractwords.h"
#include "core/words/findingwords.h"
#include "core/words/riskwords.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// Every year under one built-in rulebook, for this reading only.
Outcome putUnderRulebook(Plan& plan, Shelf& shelf, const QByteArray& text)
{
    Result<Rulebook> rulebook = Rulebook::fromJson(text);
    if (!rulebook)
        return rulebook.error();
    const QString hash = sha256Hex(text);
    StepBuilder builder(plan);
    for (const FinancialYear& year : plan.years) {
        builder.set(FinancialYear::type.id, year.id, u"rulebook", rulebook->id);
        builder.set(FinancialYear::type.id, year.id, u"rulebookHash", hash);
    }
    plan = builder.plan();
    shelf.rulebooks.insert(hash, std::make_shared<const Rulebook>(std::move(*rulebook)));
    return Done{};
}

} // namespace

QString OpenBranch::scenarioName() const
{
    if (!scenario.isNull())
        return nameOf(branch.plan, Scenario::type.id, scenario);
    const QString name = branch.plan.place().baseName;
    return name.isEmpty() ? QCoreApplication::translate("CommandLine", "base") : name;
}

EvaluatedBranch OpenBranch::forJson() const
{
    const Plan& plan = branch.plan;
    const Plan& base = file->tree().base;
    return {file->tree(),
            scenario,
            branch,
            shelf,
            evaluation,
            [&plan](const Finding& finding, const Rulebook& rulebook) {
                return sentence(finding, plan, rulebook);
            },
            [&plan](const FundRisk& risk, const RiskStep& step) { return stepName(plan, risk, step); },
            [&plan](const FundRiskProblem& problem) { return riskProblemSentence(plan, problem); },
            [&plan](const ContractProblem& problem) { return contractProblemSentence(plan, problem); },
            [&plan](const ContractLineProblem& problem) { return contractLineSentence(plan, problem); },
            [&plan](const Contract& contract) { return noVersionSentence(plan, contract); },
            [&base](const ResolutionReview& review) { return reasonInWords(base, review); }};
}

QString noSuchScenario(const Plan& base, const QString& name)
{
    QStringList names{u"base"_s};
    for (const Scenario& scenario : base.scenarios)
        names.append(scenario.name);
    return QCoreApplication::translate("CommandLine", "This plan has no scenario “%1”; it has: %2.")
        .arg(name, names.join(u", "_s));
}

void allowDay(Usage& usage)
{
    usage.option(
        u"on"_s, u"DATE"_s,
        QCoreApplication::translate("CommandLine", "the day to judge by what is due; today if not given"));
}

std::optional<OpenBranch> openBranch(const Opening& opening, Console& console, ExitStatus& status)
{
    const auto& [path, scenario, rulebook, on] = opening;
    const Result<Value> day = valueFromTyped(ValueType::Date, on);
    if (!day) {
        status = console.refuse(ExitStatus::WrongUsage, day.error().text);
        return std::nullopt;
    }
    const auto builtIn = builtInRulebooks();
    if (!rulebook.isEmpty() && !builtIn.contains(rulebook)) {
        status = console.refuse(ExitStatus::WrongUsage,
                                QCoreApplication::translate(
                                    "CommandLine", "There is no rulebook “%1” in this program; it has: %2.")
                                    .arg(rulebook, QStringList(builtIn.keys()).join(u", "_s)));
        return std::nullopt;
    }
    Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path, PlanFile::Mode::ReadOnly);
    if (!file) {
        status = console.refuse(file.error());
        return std::nullopt;
    }
    OpenBranch open;
    open.file = std::move(*file);
    const PlanTree& tree = open.file->tree();
    const std::optional<Id> branch = findScenario(tree.base, scenario);
    if (!branch) {
        status = console.refuse(ExitStatus::WrongUsage, noSuchScenario(tree.base, scenario));
        return std::nullopt;
    }
    open.scenario = *branch;
    open.branch = branchPlan(tree, *branch);
    Result<Shelf> shelf = readShelf(tree);
    if (!shelf) {
        status = console.refuse(shelf.error());
        return std::nullopt;
    }
    open.shelf = std::move(*shelf);
    open.shelf.today = day->isNull() ? console.now().date() : day->date();
    if (!rulebook.isEmpty()) {
        if (const Outcome put = putUnderRulebook(open.branch.plan, open.shelf, builtIn.value(rulebook));
            !put) {
            status = console.refuse(put.error());
            return std::nullopt;
        }
    }
    Result<Evaluation> evaluation = tryEvaluate(open.branch.plan, open.shelf);
    if (!evaluation) {
        status = console.refuse(evaluation.error());
        return std::nullopt;
    }
    open.evaluation = std::move(*evaluation);
    return open;
}

} // namespace placewright
