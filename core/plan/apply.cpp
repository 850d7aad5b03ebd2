#include "core/plan/apply.h"

#include "core/plan/applychange.h"
#include "core/plan/names.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Conflict)
};

using Reason = Conflict::Reason;

std::optional<Conflict> conflict(Reason reason, const Value& present = {})
{
    return Conflict{0, reason, present};
}

bool fits(const EntityType& type, const Cell& cell)
{
    const Field* field = type.field(cell.field);
    return field && cell.key.fits(field->keyedBy) && accepts(*field, cell.value) && !cell.value.isNull();
}

std::optional<Conflict> applySet(TableBase& table, const EntityType& type, const Change& change)
{
    const Field* field = type.field(change.field);
    const qsizetype position = table.positionOf(change.id);
    if (!field || position < 0 || !change.key.fits(field->keyedBy))
        return conflict(Reason::NotFound);
    const Value present = field->get(std::as_const(table).at(position), change.key);
    if (present != change.from)
        return conflict(Reason::OldValueDiffers, present);
    if (!accepts(*field, change.to))
        return conflict(Reason::WrongType, present);
    field->set(table.edit(position), change.key, change.to);
    return std::nullopt;
}

// An id names one thing in the whole plan.
bool isTaken(const Plan& plan, const Id& id)
{
    const auto types = Plan::schema().types;
    return std::any_of(types.begin(), types.end(),
                       [&](const EntityType* type) { return plan.table(type->id)->contains(id); });
}

std::optional<Conflict> applyAdd(Plan& plan, TableBase& table, const EntityType& type, const Change& change)
{
    if (isTaken(plan, change.id))
        return conflict(Reason::AlreadyThere);
    const bool goodId =
        isWellFormed(change.id) && (&type != &FinancialYear::type || isYearName(change.id.text()));
    if (!goodId || !std::all_of(change.record.begin(), change.record.end(),
                                [&](const Cell& c) { return fits(type, c); }))
        return conflict(Reason::WrongType);
    const qsizetype last = table.size();
    void* entity = table.insert(change.position < 0 ? last : std::min(change.position, last), change.id);
    for (const Cell& cell : change.record)
        type.field(cell.field)->set(entity, cell.key, cell.value);
    return std::nullopt;
}

std::optional<Conflict> applyRemove(TableBase& table, const EntityType& type, const Change& change)
{
    const qsizetype position = table.positionOf(change.id);
    if (position < 0)
        return conflict(Reason::NotFound);
    if (recordOf(type, std::as_const(table).at(position)) != change.record)
        return conflict(Reason::OldValueDiffers);
    table.remove(position);
    return std::nullopt;
}

bool pointsNowhere(const Plan& plan, const Field& field, const Key& key, const Value& value)
{
    if (value.isNull())
        return false;
    if (field.type == ValueType::Reference && !plan.table(field.references)->contains(value.id()))
        return true;
    return (!key.year.isNull() && !plan.years.contains(key.year)) ||
           (!key.area.isNull() && !plan.areas.contains(key.area));
}

bool changePointsNowhere(const Plan& plan, const Change& change)
{
    const EntityType* type = Plan::schema().type(change.entity);
    const TableBase* table = plan.table(change.entity);
    const qsizetype position = table->positionOf(change.id);
    if (position < 0)
        return false; // gone again by the end of the Step
    if (std::any_of(type->fields.begin(), type->fields.end(), [&](const Field& field) {
            return type->goesWith(field) && field.get(table->at(position), Key()).isNull();
        }))
        return true;
    if (change.op == Change::Op::Set) {
        const Field* field = type->field(change.field);
        return pointsNowhere(plan, *field, change.key, field->get(table->at(position), change.key));
    }
    return std::any_of(change.record.begin(), change.record.end(), [&](const Cell& cell) {
        const Field* field = type->field(cell.field);
        return pointsNowhere(plan, *field, cell.key, field->get(table->at(position), cell.key));
    });
}

bool refersToAny(const Field& field, const void* entity, QAnyStringView typeId, const QSet<Id>& ids)
{
    const QList<Key> keys = field.keyedBy == KeyedBy::Nothing ? QList<Key>{Key()} : field.keys(entity);
    return std::any_of(keys.begin(), keys.end(), [&](const Key& key) {
        if (field.references == typeId && ids.contains(field.get(entity, key).id()))
            return true;
        return (typeId == FinancialYear::type.id && ids.contains(key.year)) ||
               (typeId == Area::type.id && ids.contains(key.area));
    });
}

// Whether anything in the plan still refers to entities of that type which the Step removed.
bool stillReferredTo(const Plan& plan, QAnyStringView typeId, const QSet<Id>& ids)
{
    for (const EntityType* type : Plan::schema().types) {
        const TableBase* table = plan.table(type->id);
        for (const Field& field : type->fields) {
            const bool mayRefer = field.references == typeId || field.keyedBy != KeyedBy::Nothing;
            for (qsizetype i = 0; mayRefer && i < table->size(); ++i)
                if (refersToAny(field, table->at(i), typeId, ids))
                    return true;
        }
    }
    return false;
}

std::optional<Reason> scenarioTrouble(const Plan& plan)
{
    QSet<QString> names;
    for (const Scenario& scenario : plan.scenarios) {
        if (scenario.name.trimmed().isEmpty())
            return Reason::NameMissing;
        if (names.contains(scenario.name))
            return Reason::NameTaken;
        names.insert(scenario.name);
        qsizetype steps = 0;
        for (const Scenario* up = &scenario; up; up = plan.scenarios.find(up->parent))
            if (++steps > plan.scenarios.size())
                return Reason::Loop;
    }
    return std::nullopt;
}

// The base is chosen by the word "base" or by its own name, so no scenario has either.
bool scenarioIsCalledLikeBase(const Plan& plan)
{
    const QString baseName = plan.place().baseName.trimmed();
    return std::any_of(plan.scenarios.begin(), plan.scenarios.end(), [&](const Scenario& scenario) {
        const QString name = scenario.name.trimmed();
        return name.compare(QLatin1StringView("base"), Qt::CaseInsensitive) == 0 ||
               (!baseName.isEmpty() && name.compare(baseName, Qt::CaseInsensitive) == 0);
    });
}

// What a plan has at most and at least: looked at only when the Step touches it.
QList<Conflict> limitConflicts(const Plan& before, const Plan& after, const Step& step)
{
    QList<Conflict> conflicts;
    qsizetype lastName = -1;
    for (qsizetype i = 0; i < step.changes.size(); ++i) {
        const Change& change = step.changes.at(i);
        if (change.entity == Scenario::type.id || change.entity == Place::type.id)
            lastName = i;
    }
    const auto lastOf = [&](Change::Op op, QAnyStringView entity) {
        qsizetype last = step.changes.size() - 1;
        while (last > 0 && (step.changes.at(last).op != op || step.changes.at(last).entity != entity))
            --last;
        return last;
    };
    if (after.years.size() > mostYears && after.years.size() > before.years.size())
        conflicts.append({lastOf(Change::Op::Add, FinancialYear::type.id), Reason::TooManyYears, {}});
    if (after.places.size() > 1 && after.places.size() > before.places.size())
        conflicts.append({lastOf(Change::Op::Add, Place::type.id), Reason::SecondPlace, {}});
    if (after.places.isEmpty() && !before.places.isEmpty())
        conflicts.append({lastOf(Change::Op::Remove, Place::type.id), Reason::LastPlace, {}});
    if (lastName >= 0 && scenarioIsCalledLikeBase(after))
        conflicts.append({lastName, Reason::NameOfBase, {}});
    return conflicts;
}

QList<Conflict> wholeStepConflicts(const Plan& plan, const Step& step)
{
    QList<Conflict> conflicts;
    QHash<QString, QSet<Id>> removed;
    qsizetype lastRemoval = 0;
    qsizetype lastScenario = -1;
    for (qsizetype i = 0; i < step.changes.size(); ++i) {
        const Change& change = step.changes.at(i);
        if (changePointsNowhere(plan, change))
            conflicts.append({i, Reason::Dangling, {}});
        if (change.entity == Scenario::type.id)
            lastScenario = i;
        if (change.op == Change::Op::Remove && !plan.table(change.entity)->contains(change.id)) {
            removed[change.entity].insert(change.id);
            lastRemoval = i;
        }
    }
    for (auto type = removed.cbegin(); type != removed.cend(); ++type)
        if (stillReferredTo(plan, type.key(), type.value()))
            conflicts.append({lastRemoval, Reason::Dangling, {}});
    if (lastScenario >= 0)
        if (const std::optional<Reason> trouble = scenarioTrouble(plan))
            conflicts.append({lastScenario, *trouble, {}});
    return conflicts;
}

} // namespace

std::optional<Conflict> applyChange(Plan& plan, const Change& change)
{
    const EntityType* type = Plan::schema().type(change.entity);
    TableBase* table = plan.table(change.entity);
    if (!type || !table)
        return conflict(Reason::NotFound);
    switch (change.op) {
    case Change::Op::Set:
        return applySet(*table, *type, change);
    case Change::Op::Add:
        return applyAdd(plan, *table, *type, change);
    case Change::Op::Remove:
        break;
    }
    return applyRemove(*table, *type, change);
}

Applied apply(const Plan& plan, const Step& step)
{
    Applied applied{plan, {}};
    for (qsizetype i = 0; i < step.changes.size(); ++i) {
        if (std::optional<Conflict> found = applyChange(applied.plan, step.changes.at(i))) {
            found->change = i;
            applied.conflicts.append(*found);
        }
    }
    if (applied.ok())
        applied.conflicts = wholeStepConflicts(applied.plan, step) + limitConflicts(plan, applied.plan, step);
    if (!applied.ok())
        applied.plan = plan;
    return applied;
}

QString describe(const Conflict& conflict, const Step& step, const Plan& plan)
{
    const Change& change = step.changes.at(conflict.change);
    const EntityType* type = Plan::schema().type(change.entity);
    const Field* field = type ? type->field(change.field) : nullptr;
    const QString name = QStringLiteral("%1 “%2”").arg(type ? labelOf(*type) : change.entity,
                                                       nameOf(plan, change.entity, change.id));
    const auto shown = [&](const Value& value) {
        const QString text = field ? shownValue(plan, *field, value) : QString();
        return text.isEmpty() ? Words::tr("nothing") : text;
    };
    switch (conflict.reason) {
    case Reason::OldValueDiffers:
        if (!field)
            return Words::tr("%1 is no longer as this step expects.").arg(name);
        return Words::tr("%1: %2 is %3, not %4 as this step expects.")
            .arg(name, shownField(plan, *field, change.key), shown(conflict.present), shown(change.from));
    case Reason::NotFound:
        return Words::tr("%1 is not in the plan.").arg(name);
    case Reason::AlreadyThere:
        return Words::tr("%1 is in the plan already.").arg(name);
    case Reason::WrongType:
        return Words::tr("%1: this value cannot stand there.").arg(name);
    case Reason::Dangling:
        return Words::tr("%1: something would refer to what is not in the plan.").arg(name);
    case Reason::Loop:
        return Words::tr("%1 would branch from itself.").arg(name);
    case Reason::NameTaken:
        return Words::tr("%1: another scenario has that name.").arg(name);
    case Reason::NameMissing:
        return Words::tr("%1: a scenario needs a name.").arg(name);
    case Reason::NameOfBase:
        return Words::tr("%1: a scenario and the base cannot have the same name.").arg(name);
    case Reason::TooManyYears:
        return Words::tr("%1: a plan has at most %2 years.").arg(name, QString::number(mostYears));
    case Reason::SecondPlace:
        return Words::tr("%1: a plan is for one place.").arg(name);
    case Reason::LastPlace:
        break;
    }
    return Words::tr("%1: a plan needs its place.").arg(name);
}

} // namespace placewright
