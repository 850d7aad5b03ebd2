#pragma once

#include "core/model/step.h"

namespace placewright {

// A row that goes on the record: added whole, last in its table.
template <class T> Change added(const T& row)
{
    Change change;
    change.op = Change::Op::Add;
    change.entity = T::type.id;
    change.id = row.id;
    change.record = recordOf(T::type, &row);
    return change;
}

inline Step stepOf(const QString& what, const QList<Change>& changes)
{
    Step step;
    step.what = what;
    step.changes = changes;
    return step;
}

} // namespace placewright
