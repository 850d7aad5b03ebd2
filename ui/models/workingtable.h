#pragma once

#include "core/words/contractwords.h"
#include "ui/models/shownmodel.h"

namespace placewright {

// The lines of a working as a table: number, words, what they rest on, amount. A line that is a total stands fixed below only
// where it is the last.
struct WorkingColumns
{
    QString words;        // heads the words; the numbers have no heading
    bool numbered = true; // with the lines' numbers
    bool detailed = true; // with what the amounts rest on
};

void showWorking(ShownModel& model, const QList<WorkingLine>& lines, const WorkingColumns& columns);

} // namespace placewright
