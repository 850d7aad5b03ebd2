#pragma once

#include "core/store/planfile.h"

namespace placewright {

// What must hold of an entry before it is written, whether one is committed or a whole file is made.

// Who and when of a Step, from the author where it does not say; a name that is new is added to `people` with an id.
Outcome signStep(Step& step, const Author& author, QMap<Id, QString>& people);
// UTC in whole seconds, as the journal holds it.
QDateTime wholeSeconds(const QDateTime& when);

Outcome checkStorable(const Step& step);
Outcome checkBlobs(const QMap<QString, QByteArray>& blobs); // each has its hash
Outcome checkReferences(const Plan& plan,
                        const QMap<QString, QByteArray>& blobs); // each text referred to is there
Outcome checkPeople(const QMap<Id, QString>& people, const QList<JournalEntry>& journal);
// Whom a Step names: who made it, and the persons in the cells that it fills.
QSet<Id> peopleNamed(const Step& step);
Outcome checkNamed(const Step& step, const QMap<Id, QString>& people); // each is one of those

// What the base alone holds is not changed in a scenario, except that a cell or row goes with what the Step removes. What is on the
// record is only added, by an entry for it, and never changed. See Keeping; `plan` is the base before the entry, for names.
Outcome checkKeeping(const JournalEntry& entry, const Plan& plan);

} // namespace placewright
