#pragma once

#include "core/evaluate/evaluation.h"
#include "core/store/planfile.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QStringList>
#include <QTextStream>

namespace placewright {

// What a command does ends in one of these: see docs/command-line.md.
enum class ExitStatus { Done = 0, Failed = 1, WrongUsage = 2, CannotRead = 3 };

// Where a command reads its surroundings and writes its answer. Tests give their own.
struct Console
{
    QTextStream& out;
    QTextStream& err;
    std::function<QDateTime()> now;

    void print(const QString& line) { out << line << Qt::endl; }
    void print(const QJsonObject& json);
    // One line on the error stream: what is wrong, where, what to do.
    ExitStatus refuse(ExitStatus status, const QString& sentence);
    ExitStatus refuse(const Error& error) { return refuse(ExitStatus::CannotRead, error.text); }
};

// One command of placewright-cli. `run` gets what stands after the command's name.
struct Command
{
    QLatin1StringView name;
    const char* summary; // QT_TRANSLATE_NOOP("CommandLine", ...)
    ExitStatus (*run)(const QStringList& arguments, Console& console) = nullptr;
};

// Parses the whole command line, without the program's name, and runs the command it names.
ExitStatus runCommandLine(const QStringList& arguments, Console& console);

ExitStatus runSample(const QStringList& arguments, Console& console);
ExitStatus runConvert(const QStringList& arguments, Console& console);
ExitStatus runCheck(const QStringList& arguments, Console& console);
ExitStatus runEvaluate(const QStringList& arguments, Console& console);
ExitStatus runApply(const QStringList& arguments, Console& console);
ExitStatus runNeedIndex(const QStringList& arguments, Console& console);
ExitStatus runImportNeed(const QStringList& arguments, Console& console);
ExitStatus runLog(const QStringList& arguments, Console& console);
ExitStatus runVerify(const QStringList& arguments, Console& console);

} // namespace placewright
