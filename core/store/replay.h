#pragma once

#include "core/store/journal.h"

#include <QMap>

namespace placewright {

// The Steps that count in each scenario, by the number of their entry: the order in which they were made, whatever was
// undone and done again. Kept for scenarios that were removed as well, since undoing the removal brings them back.
using ScenarioSteps = QHash<Id, QMap<qint64, Step>>;

// Of the scenarios that the base has, those with Steps: as PlanTree holds them.
QHash<Id, QList<Step>> stepsOf(const Plan& base, const ScenarioSteps& steps);

// What a journal says, entry by entry, from nothing.
class Replay
{
public:
    // `people`: names for the sentences that refuse an entry.
    explicit Replay(const QMap<Id, QString>& people = {}) { m_base.people = people; }

    // Refuses an entry that does not fit what came before it, and is then as it was.
    Outcome take(const JournalEntry& entry);

    const Plan& base() const { return m_base; }
    const ScenarioSteps& steps() const { return m_steps; }

private:
    Outcome takeUndo(const JournalEntry& entry);

    Plan m_base;
    ScenarioSteps m_steps;
    QHash<qint64, EntryLink> m_links;
    QHash<qint64, Step> m_undone;
};

// Hashes that a plan refers to, of rulebooks, need datasets and frozen versions, each with what refers to it, in words.
QMap<QString, QString> blobReferences(const Plan& plan);
// The first text that the base or a scenario refers to and the tree does not have, in words.
std::optional<QString> missingBlob(const PlanTree& tree);

} // namespace placewright
