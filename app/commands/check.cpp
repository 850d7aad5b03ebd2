#include "app/commands/openplan.h"
#include "app/commands/usage.h"
#include "core/exchange/evaluationjson.h"
#include "core/words/findingwords.h"
#include "core/words/heldout.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

bool blocks(const Finding& finding, bool strict)
{
    return finding.severity == Severity::Block &&
           (finding.status == FindingStatus::Fail || (strict && finding.status == FindingStatus::Unknown));
}

void printFindings(const OpenBranch& open, Console& console)
{
    const Plan& plan = open.branch.plan;
    for (const FinancialYear& year : plan.years) {
        const Rulebook* rulebook = open.shelf.rulebookOf(year);
        if (!rulebook) {
            console.print(QCoreApplication::translate("CommandLine", "%1: no rulebook").arg(year.id.text()));
            continue;
        }
        console.print(u"%1: %2"_s.arg(year.id.text(), rulebook->title));
        for (const Finding& finding : open.evaluation.findings) {
            if (finding.year != year.id.text())
                continue;
            QString line = u"  %1  %2  %3"_s.arg(statusWord(finding), -14)
                               .arg(finding.rule, -6)
                               .arg(conditionTitle(finding, plan, *rulebook));
            if (const QString margin = marginWords(finding, *rulebook); margin != statusWord(finding))
                line += u": "_s + margin;
            console.print(line);
        }
    }
}

} // namespace

ExitStatus runCheck(const QStringList& arguments, Console& console)
{
    Usage usage("check"_L1);
    usage.argument(u"PLAN"_s, QCoreApplication::translate("CommandLine", "the plan file"));
    usage.option(u"scenario"_s, u"NAME"_s,
                 QCoreApplication::translate("CommandLine", "a scenario of the plan; base if not given"));
    usage.option(u"rulebook"_s, u"ID"_s,
                 QCoreApplication::translate("CommandLine",
                                             "check every year against this rulebook instead of its own"));
    allowDay(usage);
    usage.flag(u"strict"_s, QCoreApplication::translate(
                                "CommandLine", "end with 1 also when a blocking condition is not known"));
    usage.flag(u"json"_s, QCoreApplication::translate("CommandLine", "print JSON"));
    if (const auto over = usage.parse(arguments, console))
        return *over;

    ExitStatus status = ExitStatus::Done;
    const auto open = openBranch(
        {usage.argument(0), usage.value(u"scenario"_s), usage.value(u"rulebook"_s), usage.value(u"on"_s)},
        console, status);
    if (!open)
        return status;
    if (usage.has(u"json"_s)) {
        console.print(findingsToJson(open->forJson()));
    } else {
        for (const QString& line : heldOut(open->file->tree(), open->branch.stale, open->branch.plan))
            console.print(line);
        printFindings(*open, console);
    }
    const QList<Finding>& findings = open->evaluation.findings;
    const bool failed = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return blocks(finding, usage.has(u"strict"_s));
    });
    return failed ? ExitStatus::Failed : ExitStatus::Done;
}

} // namespace placewright
