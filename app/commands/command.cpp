#include "app/commands/command.h"

#include "app/commands/usage.h"
#include "core/words/oneline.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr Command allCommands[] = {
    {QLatin1StringView("sample"),
     QT_TRANSLATE_NOOP("CommandLine", "write the teaching plan, or a large made-up one"), runSample},
    {QLatin1StringView("convert"),
     QT_TRANSLATE_NOOP("CommandLine", "turn a plan into JSON, or JSON into a plan"), runConvert},
    {QLatin1StringView("check"), QT_TRANSLATE_NOOP("CommandLine", "say which conditions a plan meets"),
     runCheck},
    {QLatin1StringView("evaluate"), QT_TRANSLATE_NOOP("CommandLine", "print what is computed from a plan"),
     runEvaluate},
    {QLatin1StringView("apply"), QT_TRANSLATE_NOOP("CommandLine", "apply steps written in JSON"), runApply},
    {QLatin1StringView("need-index"),
     QT_TRANSLATE_NOOP("CommandLine", "need indices of places made of GP practices"), runNeedIndex},
    {QLatin1StringView("import-need"),
     QT_TRANSLATE_NOOP("CommandLine", "bring need data and areas into a plan"), runImportNeed},
    {QLatin1StringView("log"), QT_TRANSLATE_NOOP("CommandLine", "print the journal: who, when, what, why"),
     runLog},
    {QLatin1StringView("verify"),
     QT_TRANSLATE_NOOP("CommandLine", "prove that a plan file is whole and unaltered"), runVerify},
};

void printOverview(Console& console)
{
    console.print(QCoreApplication::translate(
        "CommandLine", "Usage: placewright-cli COMMAND ... (COMMAND --help says more)"));
    for (const Command& command : allCommands) {
        console.print(u"  %1 %2"_s.arg(QString(command.name), -12)
                          .arg(QCoreApplication::translate("CommandLine", command.summary)));
    }
}

} // namespace

void Console::print(const QJsonObject& json)
{
    out << QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented)) << Qt::flush;
}

ExitStatus Console::refuse(ExitStatus status, const QString& sentence)
{
    err << u"placewright-cli: "_s << inOneLine(sentence) << Qt::endl;
    return status;
}

ExitStatus runCommandLine(const QStringList& arguments, Console& console)
{
    const QString name = arguments.value(0);
    if (name == u"--version") {
        console.print(u"placewright-cli %1"_s.arg(QStringLiteral(PLACEWRIGHT_VERSION)));
        return ExitStatus::Done;
    }
    if (name == u"--help" || name == u"-h" || name == u"help") {
        printOverview(console);
        return ExitStatus::Done;
    }
    const auto found = std::find_if(std::begin(allCommands), std::end(allCommands),
                                    [&](const Command& command) { return command.name == name; });
    if (found == std::end(allCommands)) {
        return console.refuse(
            ExitStatus::WrongUsage,
            name.isEmpty()
                ? QCoreApplication::translate("CommandLine",
                                              "Name a command; placewright-cli --help lists them.")
                : QCoreApplication::translate("CommandLine",
                                              "There is no command “%1”; placewright-cli --help lists them.")
                      .arg(name));
    }
    return found->run(arguments.mid(1), console);
}

} // namespace placewright
