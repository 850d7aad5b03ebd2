#include "core/plan/edit.h"
#include "core/store/entrychecks.h"
#include "core/store/filecontents.h"
#include "core/store/newplanfile.h"
#include "core/store/planlock.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

Error sentence(const char* text)
{
    return {QCoreApplication::translate("Store", text)};
}

} // namespace

Result<std::unique_ptr<PlanFile>> PlanFile::writeAndOpen(const QString& path, const NewPlanFile& plan)
{
    for (const JournalEntry& entry : plan.journal)
        if (Outcome storable = checkStorable(entry.step); !storable)
            return storable.error();
    for (const JournalEntry& entry : plan.journal)
        if (Outcome kept = checkKeeping(entry, plan.base); !kept)
            return kept.error();
    if (Outcome people = checkPeople(plan.people, plan.journal); !people)
        return people.error();
    if (Outcome blobs = checkBlobs(plan.blobs); !blobs)
        return blobs.error();
    if (const std::optional<QString> missing =
            missingBlob({plan.base, stepsOf(plan.base, plan.steps), {}, plan.blobs}))
        return Error{QCoreApplication::translate("Store", "The plan cannot be kept: %1.").arg(*missing)};
    // Whoever has the plan that stands there open keeps it.
    Result<std::shared_ptr<QLockFile>> lock = lockPlan(path);
    if (!lock)
        return lock.error();
    {
        FileBeside beside(path);
        if (Outcome written = writeNewPlan(beside.path(), plan); !written)
            return written.error();
        if (Outcome placed = beside.putInPlace(); !placed)
            return placed.error();
    }
    return openWith(std::move(*lock), path, Mode::ReadWrite, programAuthor());
}

Result<std::unique_ptr<PlanFile>> PlanFile::create(const QString& path, const PlanTree& tree,
                                                   const Author& author, const QString& what)
{
    NewPlanFile plan{tree.base, {}, tree.base.people, tree.blobs, {}};
    plan.people.insert(tree.people);
    JournalEntry import;
    import.number = 1;
    import.kind = JournalEntry::Kind::Import;
    import.step = difference(Plan(), tree.base);
    import.step.what = what;
    if (Outcome signedBy = signStep(import.step, author, plan.people); !signedBy)
        return signedBy.error();
    if (const Applied applied = apply(Plan(), import.step); !applied.ok())
        return Error{describe(applied.conflicts.first(), import.step, tree.base)};
    plan.journal.append(import);

    qsizetype kept = 0;
    for (const Scenario& scenario : tree.base.scenarios) {
        kept += tree.steps.contains(scenario.id) ? 1 : 0;
        for (Step step : tree.steps.value(scenario.id)) {
            step.when = wholeSeconds(step.when);
            const qint64 number = plan.journal.size() + 1;
            plan.journal.append({number, JournalEntry::Kind::Edit, scenario.id, 0, step, {}});
            plan.steps[scenario.id].insert(number, step);
        }
    }
    if (kept != tree.steps.size())
        return sentence(
            QT_TRANSLATE_NOOP("Store", "There are steps for a scenario that is not in the plan."));
    return writeAndOpen(path, plan);
}

Result<std::unique_ptr<PlanFile>> PlanFile::createFromJournal(const QString& path, const PlanTree& tree,
                                                              const QList<JournalEntry>& journal)
{
    Replay replay(tree.people);
    for (const JournalEntry& entry : journal)
        if (Outcome taken = replay.take(entry); !taken)
            return Error{QCoreApplication::translate("Store", "Journal entry %1: %2")
                             .arg(entry.number)
                             .arg(taken.error().text)};
    if (replay.base() != tree.base || stepsOf(replay.base(), replay.steps()) != tree.steps)
        return sentence(QT_TRANSLATE_NOOP("Store", "The journal does not lead to the plan it came with."));
    return writeAndOpen(path, {tree.base, replay.steps(), tree.people, tree.blobs, journal});
}

Outcome copyPlanFile(const QString& from, const QString& to)
{
    Result<std::unique_ptr<Database>> database = openPlanDatabase(from, Database::Access::Read);
    if (!database)
        return database.error();
    Result<std::shared_ptr<QLockFile>> lock = lockPlan(to);
    if (!lock)
        return lock.error();
    FileBeside beside(to);
    if (!(*database)->run(u"VACUUM INTO ?"_s, {beside.path()}))
        return (*database)->error();
    return beside.putInPlace();
}

} // namespace placewright
