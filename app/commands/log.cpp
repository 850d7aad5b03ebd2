#include "app/commands/usage.h"
#include "core/exchange/jsonfigures.h"
#include "core/plan/names.h"
#include "core/words/oneline.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString kindId(JournalEntry::Kind kind)
{
    switch (kind) {
    case JournalEntry::Kind::Edit:
        return u"edit"_s;
    case JournalEntry::Kind::Undo:
        return u"undo"_s;
    case JournalEntry::Kind::Import:
        return u"import"_s;
    case JournalEntry::Kind::OnRecord:
        return u"record"_s;
    case JournalEntry::Kind::Migrated:
        break;
    }
    return u"migrated"_s;
}

QString timeText(const QDateTime& when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : u"-"_s;
}

QJsonObject entryToJson(const JournalEntry& entry, const PlanTree& tree)
{
    const bool base = entry.branch.isNull();
    return {{u"number"_s, entry.number},
            {u"kind"_s, kindId(entry.kind)},
            {u"when"_s, entry.step.when.isValid() ? QJsonValue(timeText(entry.step.when)) : QJsonValue()},
            {u"who"_s, jsonId(entry.step.who)},
            {u"whoName"_s, tree.people.value(entry.step.who)},
            {u"what"_s, entry.step.what},
            {u"why"_s, entry.step.why},
            {u"scenario"_s, base ? u"base"_s : entry.branch.text()},
            {u"scenarioName"_s,
             base ? tree.base.place().baseName : nameOf(tree.base, Scenario::type.id, entry.branch)},
            {u"undoes"_s, entry.undoes > 0 ? QJsonValue(entry.undoes) : QJsonValue()},
            {u"changes"_s, entry.step.changes.size()},
            {u"hash"_s, QString::fromLatin1(entry.hash.toHex())}};
}

void printEntry(const JournalEntry& entry, const PlanTree& tree, Console& console)
{
    QString line = u"%1  %2  %3"_s.arg(entry.number, 4)
                       .arg(timeText(entry.step.when), inOneLine(personName(tree.base, entry.step.who)));
    if (!entry.branch.isNull())
        line += u" [%1]"_s.arg(inOneLine(nameOf(tree.base, Scenario::type.id, entry.branch)));
    line += u": "_s + inOneLine(entry.step.what);
    if (entry.undoes > 0)
        line += u' ' + QCoreApplication::translate("CommandLine", "(takes back %1)").arg(entry.undoes);
    if (entry.kind == JournalEntry::Kind::OnRecord)
        line += u' ' + QCoreApplication::translate("CommandLine", "(on the record)");
    console.print(line);
    if (const QString why = inOneLine(entry.step.why); !why.isEmpty())
        console.print(u"      "_s + why);
}

} // namespace

ExitStatus runLog(const QStringList& arguments, Console& console)
{
    Usage usage("log"_L1);
    usage.argument(u"PLAN"_s, QCoreApplication::translate("CommandLine", "the plan file"));
    usage.flag(u"json"_s, QCoreApplication::translate("CommandLine", "print JSON"));
    if (const auto over = usage.parse(arguments, console))
        return *over;

    const auto file = PlanFile::open(usage.argument(0), PlanFile::Mode::ReadOnly);
    if (!file)
        return console.refuse(file.error());
    const Result<QList<JournalEntry>> journal = (*file)->journal();
    if (!journal)
        return console.refuse(journal.error());
    const PlanTree& tree = (*file)->tree();
    if (!usage.has(u"json"_s)) {
        for (const JournalEntry& entry : *journal)
            printEntry(entry, tree, console);
        return ExitStatus::Done;
    }
    QJsonArray entries;
    for (const JournalEntry& entry : *journal)
        entries.append(entryToJson(entry, tree));
    console.print(
        QJsonObject{{u"head"_s, QString::fromLatin1((*file)->headHash().toHex())}, {u"entries"_s, entries}});
    return ExitStatus::Done;
}

} // namespace placewright
