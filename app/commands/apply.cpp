#include "app/commands/openplan.h"
#include "app/commands/usage.h"
#include "core/exchange/csv.h"
#include "core/exchange/stepsjson.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestStepsFile = 200'000'000;

Error inFile(const QString& path, const QString& why)
{
    return {QCoreApplication::translate("CommandLine", "“%1”: %2", "a file name, and what is wrong in it")
                .arg(QFileInfo(path).fileName(), why)};
}

} // namespace

ExitStatus runApply(const QStringList& arguments, Console& console)
{
    Usage usage("apply"_L1);
    usage.argument(u"PLAN"_s, QCoreApplication::translate("CommandLine", "the plan file"));
    usage.argument(u"STEPS.json"_s,
                   QCoreApplication::translate("CommandLine", "the steps to apply, all or none"));
    usage.option(u"scenario"_s, u"NAME"_s,
                 QCoreApplication::translate("CommandLine", "where they go; base if not given"));
    usage.option(u"who"_s, u"NAME"_s,
                 QCoreApplication::translate("CommandLine", "whose edits they are, for the journal"));
    if (const auto over = usage.parse(arguments, console))
        return *over;
    if (usage.value(u"who"_s).trimmed().isEmpty()) {
        return console.refuse(
            ExitStatus::WrongUsage,
            QCoreApplication::translate("CommandLine", "Say whose edits these are: --who NAME."));
    }

    const Result<QByteArray> text = readWholeFile(usage.argument(1), largestStepsFile);
    if (!text)
        return console.refuse(text.error());
    const Result<QList<WrittenStep>> steps = readSteps(*text);
    if (!steps)
        return console.refuse(inFile(usage.argument(1), steps.error().text));
    const auto file = PlanFile::open(usage.argument(0), PlanFile::Mode::ReadWrite);
    if (!file)
        return console.refuse(file.error());
    const QString scenario = usage.value(u"scenario"_s);
    if (!findScenario((*file)->tree().base, scenario))
        return console.refuse(ExitStatus::WrongUsage, noSuchScenario((*file)->tree().base, scenario));

    const Result<AppliedSteps> applied =
        applySteps(**file, *steps, scenario, Author{usage.value(u"who"_s).trimmed(), console.now});
    if (!applied)
        return console.refuse(applied.error());
    if (!applied->conflict.isEmpty())
        return console.refuse(ExitStatus::Failed, inFile(usage.argument(1), applied->conflict).text);
    console.print(
        QCoreApplication::translate("CommandLine", "Applied %n step(s).", nullptr, applied->applied));
    return ExitStatus::Done;
}

} // namespace placewright
