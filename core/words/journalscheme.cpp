#include "core/words/journalscheme.h"

#include <algorithm>

namespace placewright {

namespace {

QList<Cell> cellsAfter(const Change& change)
{
    return change.op == Change::Op::Set ? QList<Cell>{{change.field, change.key, change.to}} : change.record;
}

} // namespace

AboutScheme::AboutScheme(const Id& scheme, const Plan& base)
    : m_scheme(scheme)
{
    for (const Scenario& scenario : base.scenarios)
        m_parents.insert(scenario.id, scenario.parent);
}

// Whether the cell names another entity, and whether its own entity goes with that.
bool AboutScheme::refers(const Change& change, const Cell& cell, Named& named)
{
    const EntityType* type = Plan::schema().type(change.entity);
    const Field* field = type ? type->field(cell.field) : nullptr;
    if (!field || field->type != ValueType::Reference || field->keyedBy != KeyedBy::Nothing)
        return false;
    named = {cell.value.id(), type->goesWith(*field)};
    return true;
}

// As the branch has it, else as the one it branches from.
const AboutScheme::Names* AboutScheme::namesOf(Id branch, const Id& entity) const
{
    for (qsizetype steps = 0; steps <= m_parents.size(); ++steps) {
        if (const auto found = m_names.constFind({branch, entity}); found != m_names.cend())
            return &*found;
        if (branch.isNull())
            break;
        branch = m_parents.value(branch);
    }
    return nullptr;
}

bool AboutScheme::leadsThere(const Id& branch, const Named& named) const
{
    return !named.id.isNull() && (named.id == m_scheme || (named.owns && belongs(branch, named.id)));
}

bool AboutScheme::belongs(const Id& branch, const Id& entity) const
{
    if (entity == m_scheme)
        return true;
    const Names* names = namesOf(branch, entity);
    return names && std::any_of(names->begin(), names->end(),
                                [&](const Named& named) { return leadsThere(branch, named); });
}

bool AboutScheme::isAbout(const Id& branch, const Change& change) const
{
    if (belongs(branch, change.id))
        return true;
    const QList<Cell> cells = cellsAfter(change); // what it named before is known
    return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
        Named named;
        return refers(change, cell, named) && leadsThere(branch, named);
    });
}

// What is removed keeps its names: an undo brings it back with them.
void AboutScheme::keep(const Id& branch, const Change& change)
{
    if (change.op == Change::Op::Remove)
        return;
    for (const Cell& cell : cellsAfter(change)) {
        Named named;
        if (!refers(change, cell, named))
            continue;
        const Names* before = namesOf(branch, change.id);
        Names names = before ? *before : Names();
        names.insert(cell.field, named);
        m_names.insert({branch, change.id}, names);
    }
}

bool AboutScheme::take(const JournalEntry& entry)
{
    bool about = entry.undoes != 0 && m_taken.value(entry.undoes);
    for (const Change& change : entry.step.changes) {
        about = about || isAbout(entry.branch, change);
        keep(entry.branch, change);
    }
    m_taken.insert(entry.number, about);
    return about;
}

} // namespace placewright
