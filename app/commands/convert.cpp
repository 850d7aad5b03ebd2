#include "app/commands/usage.h"
#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/csv.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/planjson.h"
#include "core/exchange/treecheck.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestJson = 500'000'000;

QString endingOf(const QString& path)
{
    return QFileInfo(path).suffix().toLower();
}

Result<PlanJson> readPlan(const QString& path)
{
    const Result<QByteArray> text = readWholeFile(path, largestJson);
    if (!text)
        return text.error();
    const auto inFile = [&](const Error& error) {
        return Error{
            QCoreApplication::translate("CommandLine", "“%1”: %2", "a file name, and what is wrong in it")
                .arg(QFileInfo(path).fileName(), error.text)};
    };
    Result<PlanJson> plan = readPlanJson(*text);
    if (!plan)
        return inFile(plan.error());
    if (const Outcome pinned = pinRulebooks(plan->tree, builtInRulebooks()); !pinned)
        return inFile(pinned.error());
    if (const Outcome evaluates = checkEvaluates(plan->tree); !evaluates)
        return inFile(evaluates.error());
    if (const Outcome sound = checkCommittees(plan->tree.base); !sound)
        return inFile(sound.error());
    return plan;
}

Result<PlanJson> readPlanFile(const QString& path)
{
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path, PlanFile::Mode::ReadOnly);
    if (!file)
        return file.error();
    const Result<QList<JournalEntry>> journal = (*file)->journal();
    if (!journal)
        return journal.error();
    return PlanJson{(*file)->tree(), *journal};
}

Outcome writeJson(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return Done{};
    return Error{QCoreApplication::translate("CommandLine", "“%1” cannot be written: %2.")
                     .arg(path, file.errorString())};
}

Outcome writePlanFile(const QString& path, const PlanJson& plan, const QString& from, const Console& console)
{
    const auto file = plan.journal.isEmpty()
                          ? PlanFile::create(path, plan.tree, Author{{}, console.now},
                                             QCoreApplication::translate("CommandLine", "Made from “%1”")
                                                 .arg(QFileInfo(from).fileName()))
                          : PlanFile::createFromJournal(path, plan.tree, plan.journal);
    return file ? Outcome(Done{}) : Outcome(file.error());
}

} // namespace

ExitStatus runConvert(const QStringList& arguments, Console& console)
{
    Usage usage("convert"_L1);
    usage.argument(u"IN"_s, QCoreApplication::translate("CommandLine", "a .plan or .json file"));
    usage.argument(u"OUT"_s, QCoreApplication::translate("CommandLine", "the .json or .plan file to write"));
    usage.flag(u"with-journal"_s,
               QCoreApplication::translate("CommandLine", "take the journal along, with its hashes"));
    allowReplacing(usage);
    if (const auto over = usage.parse(arguments, console))
        return *over;

    const QString from = usage.argument(0);
    const QString to = usage.argument(1);
    for (const QString& path : {from, to}) {
        if (endingOf(path) != u"plan" && endingOf(path) != u"json") {
            return console.refuse(
                ExitStatus::WrongUsage,
                QCoreApplication::translate("CommandLine", "“%1” ends neither in .plan nor in .json.")
                    .arg(path));
        }
    }
    if (endingOf(from) == u"plan" && endingOf(to) == u"plan") {
        return console.refuse(
            ExitStatus::WrongUsage,
            QCoreApplication::translate("CommandLine", "Both “%1” and “%2” are plan files: copy it instead.")
                .arg(from, to));
    }

    if (const auto over = refuseToReplace(usage, to, console))
        return *over;

    Result<PlanJson> plan = endingOf(from) == u"plan" ? readPlanFile(from) : readPlan(from);
    if (!plan)
        return console.refuse(plan.error());
    const bool leavesJournal =
        !usage.has(u"with-journal"_s) && endingOf(to) == u"plan" && !plan->journal.isEmpty();
    if (!usage.has(u"with-journal"_s))
        plan->journal.clear();
    const Outcome written =
        endingOf(to) == u"plan"
            ? writePlanFile(to, *plan, from, console)
            : writeJson(to, planToJson(plan->tree, plan->journal.isEmpty() ? nullptr : &plan->journal));
    if (!written)
        return console.refuse(written.error());
    if (leavesJournal)
        console.print(QCoreApplication::translate("CommandLine",
                                                  "The journal of “%1” was left out, and a new one begun: "
                                                  "--with-journal takes it along.")
                          .arg(QFileInfo(from).fileName()));
    return ExitStatus::Done;
}

} // namespace placewright
