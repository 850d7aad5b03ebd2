#pragma once

#include "core/words/signoffwords.h"

namespace placewright {

class PaperWriter;

// Who decides and who signs, in the board paper: what the committee decided since the last frozen version, what waits for others or is
// open, and where the signatures stand. What is confidential is left out. Nothing where the plan has no committee and no signatory.
struct DecideSource
{
    const Plan& base;
    const Shelf& shelf;
    QString year;
    SinceVersions since;
    QList<JournalEntry> journal;
};
void writeDecides(PaperWriter& writer, const DecideSource& source);

} // namespace placewright
