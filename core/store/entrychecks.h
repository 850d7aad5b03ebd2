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

} // namespace placewright
