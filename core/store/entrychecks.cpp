#include "core/store/entrychecks.h"

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
    for (auto person = people.begin(); person != people.end(); ++person)
        if (!isWellFormed(person.key()) || notStorable(person.value()))
            return Error{QCoreApplication::translate("Store", "“%1” is not a person that a file can hold.")
                             .arg(person.value())};
    for (const JournalEntry& entry : journal)
        if (!entry.step.who.isNull() && !people.contains(entry.step.who))
            return unknownPerson();
    return Done{};
}

} // namespace placewright
