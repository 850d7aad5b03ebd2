#include "core/store/replay.h"

#include "core/store/entrychecks.h"

#include <QCoreApplication>

namespace placewright {

QHash<Id, QList<Step>> stepsOf(const Plan& base, const ScenarioSteps& steps)
{
    QHash<Id, QList<Step>> found;
    for (const Scenario& scenario : base.scenarios)
        if (const auto own = steps.constFind(scenario.id); own != steps.constEnd() && !own->isEmpty())
            found.insert(scenario.id, own->values());
    return found;
}

Outcome Replay::take(const JournalEntry& entry)
{
    if (Outcome kept = checkKeeping(entry, m_base); !kept)
        return kept;
    if (entry.undoes != 0) {
        if (Outcome undone = takeUndo(entry); !undone)
            return undone;
    } else if (!entry.branch.isNull()) {
        if (!m_base.scenarios.contains(entry.branch))
            return Error{
                QCoreApplication::translate("Store", "There is no scenario “%1”.").arg(entry.branch.text())};
        m_steps[entry.branch].insert(entry.number, entry.step);
    }
    if (entry.branch.isNull()) {
        Applied applied = apply(m_base, entry.step);
        if (!applied.ok())
            return Error{describe(applied.conflicts.first(), entry.step, m_base)};
        m_base = std::move(applied.plan);
    }
    m_links.insert(entry.number, {entry.kind, entry.branch, entry.undoes});
    return Done{};
}

Outcome Replay::takeUndo(const JournalEntry& entry)
{
    const Result<UndoTarget> target = undoTarget(entry, [this](qint64 number) {
        const auto link = m_links.constFind(number);
        return link == m_links.constEnd() ? std::nullopt : std::optional(*link);
    });
    if (!target)
        return target.error();
    if (entry.branch.isNull())
        return Done{};
    QMap<qint64, Step>& steps = m_steps[entry.branch];
    if (steps.contains(target->origin) == target->restores)
        return Error{QCoreApplication::translate("Store", "Entry %1 is undone already.").arg(entry.undoes)};
    if (target->restores)
        steps.insert(target->origin, m_undone.take(target->origin));
    else
        m_undone.insert(target->origin, steps.take(target->origin));
    return Done{};
}

QMap<QString, QString> blobReferences(const Plan& plan)
{
    QMap<QString, QString> references;
    for (const FinancialYear& year : plan.years)
        if (!year.rulebookHash.isEmpty())
            references.insert(year.rulebookHash,
                              QCoreApplication::translate("Store", "the rulebook of %1").arg(year.id.text()));
    for (const NeedDataset& dataset : plan.needDatasets)
        if (!dataset.hash.isEmpty())
            references.insert(
                dataset.hash,
                QCoreApplication::translate("Store", "the need dataset “%1”").arg(dataset.name));
    for (const FrozenVersion& version : plan.frozenVersions)
        for (const QString& hash : {version.planHash, version.evaluationHash, version.paperHash})
            if (!hash.isEmpty())
                references.insert(hash,
                                  QCoreApplication::translate("Store", "the frozen version %1 of %2")
                                      .arg(QString::number(version.number.value_or(0)), version.year.text()));
    return references;
}

std::optional<QString> missingBlob(const PlanTree& tree)
{
    QList<Id> branches{Id()};
    for (const Scenario& scenario : tree.base.scenarios)
        if (tree.steps.contains(scenario.id))
            branches.append(scenario.id);
    for (const Id& branch : branches) {
        const QMap<QString, QString> references = blobReferences(branchPlan(tree, branch).plan);
        for (auto reference = references.begin(); reference != references.end(); ++reference)
            if (!tree.blobs.contains(reference.key()))
                return QCoreApplication::translate("Store", "the text of %1 is missing")
                    .arg(reference.value());
    }
    return std::nullopt;
}

} // namespace placewright
