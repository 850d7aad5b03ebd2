#include "app/commands/usage.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace placewright {

using namespace Qt::StringLiterals;

Usage::Usage(QLatin1StringView command)
    : m_command(command)
{
    m_parser.addOption({{u"h"_s, u"help"_s}, QString()});
}

void Usage::argument(const QString& name, const QString& what)
{
    m_names.append(name);
    m_help.append(u"  %1  %2"_s.arg(name, -18).arg(what));
}

void Usage::furtherArguments(const QString& name, const QString& what)
{
    m_further = true;
    m_optionsShown.prepend(u"[%1...]"_s.arg(name));
    m_help.append(u"  %1  %2"_s.arg(name + u"..."_s, -18).arg(what));
}

void Usage::flag(const QString& name, const QString& what)
{
    m_parser.addOption({name, what});
    m_optionsShown.append(u"[--%1]"_s.arg(name));
    m_help.append(u"  %1  %2"_s.arg(u"--"_s + name, -18).arg(what));
}

void Usage::option(const QString& name, const QString& value, const QString& what)
{
    m_parser.addOption({name, what, value});
    m_optionsShown.append(u"[--%1 %2]"_s.arg(name, value));
    m_help.append(u"  %1  %2"_s.arg(u"--%1 %2"_s.arg(name, value), -18).arg(what));
}

std::optional<ExitStatus> Usage::parse(const QStringList& arguments, Console& console)
{
    const bool understood = m_parser.parse(QStringList{m_command} + arguments);
    if (m_parser.isSet(u"help"_s)) {
        console.print(line());
        for (const QString& help : std::as_const(m_help))
            console.print(help);
        return ExitStatus::Done;
    }
    if (!understood)
        return console.refuse(ExitStatus::WrongUsage, u"%1 %2"_s.arg(m_parser.errorText(), line()));
    const qsizetype given = m_parser.positionalArguments().size();
    if (given < m_names.size()) {
        return console.refuse(
            ExitStatus::WrongUsage,
            QCoreApplication::translate("CommandLine", "%1 is missing. %2").arg(m_names.at(given), line()));
    }
    if (given > m_names.size() && !m_further) {
        return console.refuse(ExitStatus::WrongUsage,
                              QCoreApplication::translate("CommandLine", "“%1” is one argument too many. %2")
                                  .arg(argument(m_names.size()), line()));
    }
    return std::nullopt;
}

QString Usage::line() const
{
    const QStringList parts = QStringList{m_command} + m_names + m_optionsShown;
    return QCoreApplication::translate("CommandLine", "Usage: placewright-cli %1").arg(parts.join(u' '));
}

void allowReplacing(Usage& usage)
{
    usage.flag(u"replace"_s,
               QCoreApplication::translate("CommandLine", "replace the file that stands there"));
}

std::optional<ExitStatus> refuseToReplace(const Usage& usage, const QString& path, Console& console)
{
    // A folder is refused by whoever writes, with its own sentence.
    if (usage.has(u"replace"_s) || !QFileInfo(path).isFile())
        return std::nullopt;
    return console.refuse(
        ExitStatus::CannotRead,
        QCoreApplication::translate(
            "CommandLine", "“%1” is there already: choose another name, or use --replace to lose it.")
            .arg(path));
}

} // namespace placewright
