#include "tests/support/randomplan.h"

#include "core/committee/heldsteps.h"
#include "core/plan/committeechecks.h"
#include "core/store/entrychecks.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QString randomText(Seeded& seeded)
{
    static const QStringList words{
        u"Respite"_s,     u"bed \"based\""_s, u"it's"_s, u"£"_s,         u"½"_s,    u"😀"_s,
        u"Ashmoor ICB"_s, u"two\nlines"_s,    u","_s,    u"tab\there"_s, u"</b>"_s, u"\\"_s,
        u"ﬁnance"_s,      u"النص"_s,          u"0"_s,    u"null"_s,      u"%1 %2"_s};
    QStringList text;
    for (qint64 i = seeded.between(1, 3); i > 0; --i)
        text.append(words.at(seeded.between(0, words.size() - 1)));
    return text.join(u' ');
}

Rate randomRate(Seeded& seeded)
{
    QString text = seeded.between(0, 9) == 0 ? u"-"_s : QString();
    text += QString::number(seeded.between(0, 100));
    if (const auto places = static_cast<int>(seeded.between(0, 12)); places > 0) {
        text += u'.';
        for (int i = 0; i < places; ++i)
            text += QChar(u'0' + static_cast<int>(seeded.between(0, 9)));
    }
    return *Rate::parse(text);
}

Id randomRow(const TableBase& table, Seeded& seeded)
{
    return table.size() == 0 ? Id() : table.idAt(seeded.between(0, table.size() - 1));
}

Id newId(Seeded& seeded)
{
    return Id(u"r"_s + QString::number(seeded.engine()(), 36));
}

QString scenarioName(Seeded& seeded)
{
    return u"Option "_s + QString::number(seeded.engine()(), 36);
}

Id newYear(const Plan& plan)
{
    for (int start = 2025;; ++start) {
        const Id year(u"%1-%2"_s.arg(start).arg((start + 1) % 100, 2, 10, QChar(u'0')));
        if (!plan.years.contains(year))
            return year;
    }
}

bool isScenarioParent(const EntityType& type, const Field& field)
{
    return &type == &Scenario::type && field.references == Scenario::type.id;
}

// A scenario that does not branch from `id`, or the base.
Id randomParent(const Plan& plan, const Id& id, Seeded& seeded)
{
    QList<Id> allowed{Id()};
    for (const Scenario& candidate : plan.scenarios) {
        const Scenario* up = &candidate;
        while (up && up->id != id)
            up = plan.scenarios.find(up->parent);
        if (!up)
            allowed.append(candidate.id);
    }
    return allowed.at(seeded.between(0, allowed.size() - 1));
}

std::optional<Key> randomKey(const Plan& plan, KeyedBy keyedBy, Seeded& seeded)
{
    Key key;
    if (keyedBy == KeyedBy::Year || keyedBy == KeyedBy::YearAndArea)
        key.year = randomRow(plan.years, seeded);
    if (keyedBy == KeyedBy::Area || keyedBy == KeyedBy::YearAndArea)
        key.area = randomRow(plan.areas, seeded);
    return key.fits(keyedBy) ? std::optional(key) : std::nullopt;
}

Value valueOf(const Plan& plan, const EntityType& type, const Id& id, const Field& field, Seeded& seeded)
{
    if (isScenarioParent(type, field))
        return Value(randomParent(plan, id, seeded));
    if (&type == &Scenario::type && field.id == "name"_L1)
        return Value(scenarioName(seeded));
    return randomValue(plan, field, seeded);
}

void setSomething(StepBuilder& builder, const EntityType& type, const Id& id, const Field& field,
                  Seeded& seeded)
{
    const std::optional<Key> key = randomKey(builder.plan(), field.keyedBy, seeded);
    if (!key)
        return;
    const bool empty = !field.required && seeded.between(0, 4) == 0;
    builder.set(type.id, id, field.id, *key,
                empty ? Value() : valueOf(builder.plan(), type, id, field, seeded));
}

bool canBeMade(const Plan& plan, const EntityType& type)
{
    return std::all_of(type.fields.begin(), type.fields.end(), [&](const Field& field) {
        return !field.required || field.references.isEmpty() || plan.table(field.references)->size() > 0;
    });
}

void addEntity(StepBuilder& builder, const EntityType& type, const Id& id, qsizetype position, Seeded& seeded)
{
    builder.add(type.id, id, position);
    for (const Field& field : type.fields) {
        if (field.required)
            builder.set(type.id, id, field.id, valueOf(builder.plan(), type, id, field, seeded));
        else
            for (qint64 tries = field.keyedBy == KeyedBy::Nothing ? seeded.between(0, 1)
                                                                  : seeded.between(0, 3);
                 tries > 0; --tries)
                setSomething(builder, type, id, field, seeded);
    }
}

// Removing it would empty a required cell of something that it does not own.
bool isHeldByOthers(const Plan& plan, const EntityType& removed, const Id& id)
{
    for (const EntityType* type : Plan::schema().types)
        for (const Field& field : type->fields)
            if (field.required && field.references == removed.id && !type->goesWith(field))
                for (qsizetype i = 0; i < plan.table(type->id)->size(); ++i)
                    if (field.get(plan.table(type->id)->at(i), {}).id() == id)
                        return true;
    return false;
}

// The same for what would go with it.
bool canGo(const Plan& plan, const EntityType& removed, const Id& id)
{
    if (&removed == &Place::type || isHeldByOthers(plan, removed, id))
        return false;
    for (const EntityType* type : Plan::schema().types)
        for (const Field& field : type->fields)
            if (type->goesWith(field) && field.references == removed.id)
                for (qsizetype i = 0; i < plan.table(type->id)->size(); ++i)
                    if (field.get(plan.table(type->id)->at(i), {}).id() == id &&
                        !canGo(plan, *type, plan.table(type->id)->idAt(i)))
                        return false;
    return true;
}

// Whether a plan file would take it as a Step of that branch.
bool isSound(const Plan& before, const StepBuilder& builder, const Id& branch)
{
    JournalEntry entry;
    entry.branch = branch;
    entry.step = builder.step({});
    return checkKeeping(entry, before).ok() &&
           (!branch.isNull() || !committeeRefusal(before, builder.plan(), entry.step));
}

const EntityType& randomType(Seeded& seeded)
{
    const auto types = Plan::schema().types;
    return *types[static_cast<size_t>(seeded.between(0, static_cast<qint64>(types.size()) - 1))];
}

} // namespace

Value randomValue(const Plan& plan, const Field& field, Seeded& seeded)
{
    switch (field.type) {
    case ValueType::Text:
        if (field.id.endsWith("ash"_L1)) // hash, rulebookHash
            return Value(randomTexts().keys().at(seeded.between(0, randomTexts().size() - 1)));
        if (&field == ResolutionStep::type.field(u"changes"))
            return Value(heldChanges({Change::set("place"_L1, Id(u"place"_s), "name"_L1, {}, Value(),
                                                  Value(randomText(seeded)))}));
        return Value(randomText(seeded));
    case ValueType::Choice:
        if (field.choices.fixed.empty())
            return Value(randomText(seeded));
        return Value(QString(field.choices
                                 .fixed[static_cast<size_t>(
                                     seeded.between(0, static_cast<qint64>(field.choices.fixed.size()) - 1))]
                                 .value));
    case ValueType::Reference:
        return Value(randomRow(*plan.table(field.references), seeded));
    case ValueType::Person:
        return plan.people.isEmpty()
                   ? Value()
                   : Value(plan.people.keys().at(seeded.between(0, plan.people.size() - 1)));
    case ValueType::Money:
        return Value(Money::fromPence(seeded.either(43))); // below £100bn
    case ValueType::Rate:
        return Value(randomRate(seeded));
    case ValueType::People:
        return Value(People::fromUnits(seeded.between(1'000, 1'000'000) * People::unitsPerPerson +
                                       seeded.magnitude(29)));
    case ValueType::Count:
        return Value::count(seeded.either(39));
    case ValueType::Flag:
        return Value::flag(true);
    case ValueType::Date:
        return Value(QDate(2024, 1, 1).addDays(seeded.between(0, 3000)));
    }
    return {};
}

Plan randomPlan(Seeded& seeded, int most)
{
    Plan start;
    for (const QString& name : {u"Ann Example"_s, u"O’Brien"_s, QString()}) // the last one erased
        start.people.insert(newId(seeded), name);
    StepBuilder builder(start);
    for (const EntityType* type : Plan::schema().types) {
        const bool single = type == &Place::type;
        const bool isYear = type == &FinancialYear::type;
        const qint64 count = single ? 1 : isYear ? 2 : seeded.between(0, most);
        for (qint64 i = 0; i < count && canBeMade(builder.plan(), *type); ++i) {
            StepBuilder more(builder.plan());
            addEntity(more, *type,
                      single   ? Id(u"place"_s)
                      : isYear ? newYear(builder.plan())
                               : newId(seeded),
                      -1, seeded);
            if (type->keeping == Keeping::OnRecord || isSound(builder.plan(), more, {}))
                builder = more;
        }
    }
    return builder.plan();
}

namespace {

void editSomething(StepBuilder& builder, Seeded& seeded, bool canRemove)
{
    const EntityType& type = randomType(seeded);
    const qint64 kind = seeded.between(0, 9);
    if (kind == 0 && &type != &Place::type && canBeMade(builder.plan(), type) &&
        (&type != &FinancialYear::type || builder.plan().years.size() < 5)) {
        const Id id = &type == &FinancialYear::type ? newYear(builder.plan()) : newId(seeded);
        addEntity(builder, type, id, seeded.between(-1, builder.plan().table(type.id)->size()), seeded);
        return;
    }
    const Id id = randomRow(*builder.plan().table(type.id), seeded);
    if (id.isNull())
        return;
    if (kind == 1) {
        if (canRemove && canGo(builder.plan(), type, id))
            builder.remove(type.id, id);
        return;
    }
    const Field& field =
        type.fields[static_cast<size_t>(seeded.between(0, static_cast<qint64>(type.fields.size()) - 1))];
    setSomething(builder, type, id, field, seeded);
}

Step stepOn(const Plan& plan, const Id& branch, Seeded& seeded, bool canRemove)
{
    StepBuilder builder(plan);
    for (qint64 edits = seeded.between(1, 6); edits > 0 || builder.isEmpty(); --edits) {
        StepBuilder more = builder;
        editSomething(more, seeded, canRemove);
        if (isSound(plan, more, branch))
            builder = more;
    }
    Step step = builder.step(randomText(seeded));
    if (seeded.between(0, 1))
        step.why = randomText(seeded);
    step.when =
        QDateTime(QDate(2026, 3, 1), QTime(0, 0), QTimeZone::utc()).addSecs(seeded.between(0, 30'000'000));
    return step;
}

} // namespace

Step randomStep(const Plan& plan, Seeded& seeded, bool canRemove)
{
    return stepOn(plan, {}, seeded, canRemove);
}

Step randomScenarioStep(const Plan& plan, Seeded& seeded, bool canRemove)
{
    const auto isScenario = [](const Change& change) { return change.entity == Scenario::type.id; };
    for (;;) {
        Step step = stepOn(plan, Id(u"scenario"_s), seeded, canRemove);
        if (std::none_of(step.changes.begin(), step.changes.end(), isScenario))
            return step;
    }
}

Step randomRecord(const Plan& plan, Seeded& seeded)
{
    StepBuilder builder(plan);
    for (const EntityType* type :
         {&FrozenVersion::type, &ResolutionOutcome::type, &RecommendationReply::type})
        if (canBeMade(plan, *type) && (builder.isEmpty() || seeded.between(0, 1)))
            addEntity(builder, *type, newId(seeded), -1, seeded);
    return builder.step(u"On the record"_s);
}

PlanTree randomTree(Seeded& seeded, int most)
{
    PlanTree tree;
    tree.base = randomPlan(seeded, most);
    tree.blobs = randomTexts();
    tree.people = tree.base.people;
    const Id person = tree.people.firstKey();
    for (const Scenario& scenario : tree.base.scenarios) {
        for (qint64 i = seeded.between(0, 3); i > 0; --i) {
            Step step = randomScenarioStep(branchPlan(tree, scenario.id).plan, seeded);
            step.who = person;
            tree.steps[scenario.id].append(step);
        }
    }
    return tree;
}

Plan shuffled(const Plan& plan, Seeded& seeded)
{
    Plan other;
    for (const EntityType* type : Plan::schema().types) {
        const TableBase& rows = *plan.table(type->id);
        QList<qsizetype> order;
        for (qsizetype i = 0; i < rows.size(); ++i)
            order.append(i);
        if (type != &FinancialYear::type)
            std::shuffle(order.begin(), order.end(), seeded.engine());
        for (const qsizetype i : order) {
            TableBase& table = *other.table(type->id);
            void* entity = table.insert(table.size(), rows.idAt(i));
            for (const Cell& cell : recordOf(*type, rows.at(i)))
                type->field(cell.field)->set(entity, cell.key, cell.value);
        }
    }
    return other;
}

QMap<QString, QByteArray> randomTexts()
{
    QMap<QString, QByteArray> texts;
    for (const QByteArray& text : {QByteArray("one"), QByteArray("two"), QByteArray("three")})
        texts.insert(sha256Hex(text), text);
    return texts;
}

} // namespace placewright
