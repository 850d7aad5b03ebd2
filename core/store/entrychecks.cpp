#include "core/store/entrychecks.h"

#include "core/plan/names.h"
#include "core/store/column.h"
#include "core/store/filecontents.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

Error unknownPerson()
{
    return {QCoreApplication::translate("Store", "The step names a person whom the file does not know.")};
}

Id personNamed(const QMap<Id, QString>& people, const QString& name)
{
    const auto found = std::find(people.begin(), people.end(), name);
    return found == people.end() ? Id() : found.key();
}

constexpr qsizetype longestName = 200; // characters of a person's name

// Breaks a line, steers a terminal, or turns the reading order of what follows round.
bool spoilsALine(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || (c >= QChar(0x202A) && c <= QChar(0x202E)) ||
           (c >= QChar(0x2066) && c <= QChar(0x2069));
}

// A name stands in lists, minutes and the journal's lines. A file of before may hold another: it is opened all the same.
Outcome checkName(const QString& name)
{
    if (name.size() <= longestName && std::none_of(name.begin(), name.end(), spoilsALine))
        return Done{};
    QString shown = name.left(40);
    shown.removeIf(spoilsALine);
    return Error{QCoreApplication::translate(
                     "Store", "The name “%1” cannot be kept: a person's name is one line of at most %2 "
                              "characters, without control characters.")
                     .arg(shown)
                     .arg(longestName)};
}

// Null for a value that is none: a Step is looked at here before apply() has seen it.
Id idIn(const Value& value)
{
    return value.fits(ValueType::Reference) ? value.id() : Id();
}

} // namespace

QDateTime wholeSeconds(const QDateTime& when)
{
    return when.isValid() ? QDateTime::fromSecsSinceEpoch(when.toSecsSinceEpoch(), Qt::UTC) : QDateTime();
}

Outcome signStep(Step& step, const Author& author, QMap<Id, QString>& people)
{
    if (!step.when.isValid() && author.now)
        step.when = author.now();
    step.when = wholeSeconds(step.when);
    if (!step.who.isNull())
        return people.contains(step.who) ? Outcome(Done{}) : unknownPerson();
    if (author.name.isEmpty())
        return Done{};
    if (const std::optional<QString> why = notStorable(author.name))
        return Error{*why};
    step.who = personNamed(people, author.name);
    if (!step.who.isNull())
        return Done{};
    if (Outcome name = checkName(author.name); !name)
        return name;
    do
        step.who = author.ids();
    while (people.contains(step.who));
    people.insert(step.who, author.name);
    return Done{};
}

Outcome checkStorable(const Step& step)
{
    const std::optional<QString> why = notStorable(Plan::schema(), step);
    return why ? Outcome(Error{*why}) : Outcome(Done{});
}

Outcome checkBlobs(const QMap<QString, QByteArray>& blobs)
{
    const QString altered = alteredBlob(blobs);
    if (altered.isEmpty())
        return Done{};
    return Error{QCoreApplication::translate("Store", "A text does not have the hash it is given under (%1).")
                     .arg(altered)};
}

Outcome checkReferences(const Plan& plan, const QMap<QString, QByteArray>& blobs)
{
    const QMap<QString, QString> references = blobReferences(plan);
    for (auto reference = references.begin(); reference != references.end(); ++reference)
        if (!blobs.contains(reference.key()))
            return Error{QCoreApplication::translate("Store", "The text of %1 must be given with it.")
                             .arg(reference.value())};
    return Done{};
}

Outcome checkPeople(const QMap<Id, QString>& people, const QList<JournalEntry>& journal)
{
    for (auto person = people.begin(); person != people.end(); ++person) {
        if (!isWellFormed(person.key()) || notStorable(person.value()))
            return Error{QCoreApplication::translate("Store", "“%1” is not a person that a file can hold.")
                             .arg(person.value())};
        if (Outcome name = checkName(person.value()); !name)
            return name;
    }
    for (const JournalEntry& entry : journal)
        if (Outcome known = checkNamed(entry.step, people); !known)
            return known;
    return Done{};
}

QSet<Id> peopleNamed(const Step& step)
{
    QSet<Id> named;
    if (!step.who.isNull())
        named.insert(step.who);
    const auto look = [&](const EntityType& type, QAnyStringView fieldId, const Value& value) {
        const Field* field = type.field(fieldId);
        if (field && field->type == ValueType::Person && !idIn(value).isNull())
            named.insert(idIn(value));
    };
    for (const Change& change : step.changes) {
        const EntityType* type = Plan::schema().type(change.entity);
        if (!type)
            continue;
        if (change.op == Change::Op::Set)
            look(*type, change.field, change.to);
        else if (change.op == Change::Op::Add)
            for (const Cell& cell : change.record)
                look(*type, cell.field, cell.value);
    }
    return named;
}

Outcome checkNamed(const Step& step, const QMap<Id, QString>& people)
{
    const QSet<Id> named = peopleNamed(step);
    const bool allKnown =
        std::all_of(named.begin(), named.end(), [&](const Id& person) { return people.contains(person); });
    return allKnown ? Outcome(Done{}) : unknownPerson();
}

namespace {

using Removed = QSet<std::pair<QString, Id>>; // what a Step removes for good

Removed removedBy(const Step& step)
{
    Removed removed;
    for (const Change& change : step.changes)
        if (change.op == Change::Op::Remove)
            removed.insert({change.entity, change.id});
        else if (change.op == Change::Op::Add)
            removed.remove({change.entity, change.id});
    return removed;
}

// Whether a Change only does away with what cannot stay when something else goes: a reference to it, or a row that goes with it.
bool followsRemoval(const Change& change, const EntityType& type, const Removed& removed)
{
    if (change.op == Change::Op::Set) {
        const Field* field = type.field(change.field);
        const bool gone = field && (removed.contains({QString(field->references), idIn(change.from)}) ||
                                    removed.contains({QString(FinancialYear::type.id), change.key.year}) ||
                                    removed.contains({QString(Area::type.id), change.key.area}));
        return gone && change.to.isNull();
    }
    return change.op == Change::Op::Remove &&
           std::any_of(change.record.begin(), change.record.end(), [&](const Cell& cell) {
               const Field* field = type.field(cell.field);
               return field && type.goesWith(*field) &&
                      removed.contains({QString(field->references), idIn(cell.value)});
           });
}

Outcome checkScenarioKeeping(const Step& step)
{
    const Removed removed = removedBy(step);
    for (const Change& change : step.changes) {
        const EntityType* type = Plan::schema().type(change.entity);
        if (!type || type->keeping == Keeping::Anywhere ||
            (type->keeping == Keeping::BaseOnly && followsRemoval(change, *type, removed)))
            continue;
        return Error{QCoreApplication::translate(
            "Store", "Who decides and what was said stands in the base, not in a scenario.")};
    }
    return Done{};
}

} // namespace

Outcome checkKeeping(const JournalEntry& entry, const Plan& plan)
{
    const bool forRecord = entry.kind == JournalEntry::Kind::OnRecord;
    if (!entry.branch.isNull()) {
        const Outcome kept = checkScenarioKeeping(entry.step);
        // What takes back a removal brings back what went with it; the scenario's Steps are what counts.
        if (!kept && entry.undoes != 0)
            return checkScenarioKeeping(inverse(entry.step));
        if (kept && forRecord)
            return Error{QCoreApplication::translate(
                "Store", "What goes on the record stands in the base, not in a scenario.")};
        return kept;
    }
    QSet<Id> added;
    for (const Change& change : entry.step.changes) {
        const EntityType* type = Plan::schema().type(change.entity);
        const bool isOfStep = change.op == Change::Op::Set && added.contains(change.id);
        if (!type || type->keeping != Keeping::OnRecord || isOfStep)
            continue;
        if (change.op != Change::Op::Add)
            return Error{QCoreApplication::translate(
                             "Store", "%1 “%2” is on the record: it can be superseded, not changed.")
                             .arg(labelOf(*type), nameOf(plan, type->id, change.id))};
        if (!forRecord && entry.kind != JournalEntry::Kind::Import)
            return Error{
                QCoreApplication::translate("Store", "%1: this goes on the record, so an edit cannot add it.")
                    .arg(labelOf(*type))};
        added.insert(change.id);
    }
    if (forRecord && (added.isEmpty() || entry.undoes != 0))
        return Error{
            QCoreApplication::translate("Store", "This step holds nothing that goes on the record.")};
    return Done{};
}

} // namespace placewright
