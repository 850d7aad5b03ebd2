#pragma once

#include "app/commands/command.h"

#include <QCommandLineParser>

namespace placewright {

// The arguments and options of one command, over QCommandLineParser: an unknown option, a missing or an extra argument is
// wrong usage, and every command answers --help.
class Usage
{
public:
    explicit Usage(QLatin1StringView command);

    void argument(const QString& name, const QString& what);
    void furtherArguments(const QString& name, const QString& what); // none or more of them; the last
    void flag(const QString& name, const QString& what);
    void option(const QString& name, const QString& value, const QString& what);

    // Nothing: go on. Else the command is over with that status.
    std::optional<ExitStatus> parse(const QStringList& arguments, Console& console);

    QString argument(qsizetype position) const { return m_parser.positionalArguments().value(position); }
    QStringList argumentsFrom(qsizetype position) const
    {
        return m_parser.positionalArguments().mid(position);
    }
    bool has(const QString& name) const { return m_parser.isSet(name); }
    QString value(const QString& name) const { return m_parser.value(name); }

private:
    QString line() const;

    QString m_command;
    QCommandLineParser m_parser;
    QStringList m_names;
    QStringList m_help;
    QStringList m_optionsShown;
    bool m_further = false;
};

// A command that writes a whole new file replaces one that stands there only with --replace: it may be somebody's plan.
void allowReplacing(Usage& usage);
std::optional<ExitStatus> refuseToReplace(const Usage& usage, const QString& path, Console& console);

} // namespace placewright
