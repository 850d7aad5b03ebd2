#include "core/plan/edit.h"

#include "core/plan/applychange.h"

#include <QSet>

#include <algorithm>

namespace placewright {

namespace {

Change removal(const EntityType& type, const TableBase& table, qsizetype position)
{
    Change change;
    change.op = Change::Op::Remove;
    change.entity = type.id;
    change.id = table.idAt(position);
    change.record = recordOf(type, table.at(position));
    change.position = position;
    return change;
}

Change addition(const EntityType& type, const TableBase& table, qsizetype position)
{
    return inverse(removal(type, table, position));
}

bool refersTo(const Field& field, const Key& key, const Value& value, QAnyStringView typeId, const Id& id)
{
    return (field.references == typeId && value.id() == id) ||
           (typeId == FinancialYear::type.id && key.year == id) ||
           (typeId == Area::type.id && key.area == id);
}

// Sets of the cells that differ between two entities of one type.
void appendCellChanges(QList<Change>& changes, const EntityType& type, const Id& id, const void* from,
                       const void* to)
{
    for (const Field& field : type.fields) {
        QList<Key> keys{Key()};
        if (field.keyedBy != KeyedBy::Nothing) {
            keys = field.keys(from) + field.keys(to);
            std::sort(keys.begin(), keys.end());
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        }
        for (const Key& key : keys) {
            const Value before = field.get(from, key);
            const Value after = field.get(to, key);
            if (before != after)
                changes.append(Change::set(type.id, id, field.id, key, before, after));
        }
    }
}

// Entities of both tables that need not move: going down the one, each stands below the last in the other.
QSet<Id> inSameOrder(const TableBase& before, const TableBase& after)
{
    QSet<Id> staying;
    qsizetype last = -1;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const qsizetype position = before.positionOf(after.idAt(i));
        if (position <= last)
            continue;
        staying.insert(after.idAt(i));
        last = position;
    }
    return staying;
}

} // namespace

StepBuilder::StepBuilder(const Plan& plan)
    : m_plan(plan)
{
}

StepBuilder& StepBuilder::set(QAnyStringView typeId, const Id& id, QAnyStringView fieldId, const Key& key,
                              const Value& to)
{
    const EntityType* type = Plan::schema().type(typeId);
    const Field* field = type ? type->field(fieldId) : nullptr;
    Q_ASSERT(field);
    const Value from = m_plan.value(typeId, id, fieldId, key);
    if (from != to)
        push(Change::set(type->id, id, field->id, key, from, to));
    return *this;
}

StepBuilder& StepBuilder::add(QAnyStringView typeId, const Id& id, qsizetype position)
{
    Change change;
    change.op = Change::Op::Add;
    change.entity = typeId.toString();
    change.id = id;
    change.position = position < 0 ? std::as_const(m_plan).table(typeId)->size() : position;
    push(change);
    return *this;
}

StepBuilder& StepBuilder::remove(QAnyStringView typeId, const Id& id)
{
    for (const EntityType* type : Plan::schema().types) {
        const TableBase& rows = *std::as_const(m_plan).table(type->id);
        QList<Id> owned;
        QList<Change> cleared;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            for (const Cell& cell : recordOf(*type, rows.at(i))) {
                const Field& field = *type->field(cell.field);
                if (!refersTo(field, cell.key, cell.value, typeId, id) ||
                    (type->id == typeId && rows.idAt(i) == id))
                    continue;
                if (type->goesWith(field))
                    owned.append(rows.idAt(i));
                else
                    cleared.append(
                        Change::set(type->id, rows.idAt(i), field.id, cell.key, cell.value, Value()));
            }
        }
        for (const Change& change : cleared)
            if (!owned.contains(change.id))
                push(change);
        std::for_each(owned.rbegin(), owned.rend(), [&](const Id& child) { remove(type->id, child); });
    }
    const TableBase& rows = *std::as_const(m_plan).table(typeId);
    if (const qsizetype position = rows.positionOf(id); position >= 0)
        push(removal(*Plan::schema().type(typeId), rows, position));
    return *this;
}

Step StepBuilder::step(const QString& what) const
{
    Step step;
    step.what = what;
    step.changes = m_changes;
    return step;
}

void StepBuilder::push(const Change& change)
{
    applyChange(m_plan, change); // what cannot stand is left for apply to refuse with its reason
    m_changes.append(change);
}

Step difference(const Plan& from, const Plan& to)
{
    Step step;
    QList<Change> additions;
    QList<Change> cells;
    for (const EntityType* type : Plan::schema().types) {
        const TableBase& before = *from.table(type->id);
        const TableBase& after = *to.table(type->id);
        const QSet<Id> staying = inSameOrder(before, after);
        for (qsizetype i = before.size() - 1; i >= 0; --i)
            if (!staying.contains(before.idAt(i)))
                step.changes.append(removal(*type, before, i));
        for (qsizetype i = 0; i < after.size(); ++i) {
            const Id& id = after.idAt(i);
            if (staying.contains(id))
                appendCellChanges(cells, *type, id, before.at(before.positionOf(id)), after.at(i));
            else
                additions.append(addition(*type, after, i));
        }
    }
    step.changes += additions;
    step.changes += cells;
    return step;
}

} // namespace placewright
