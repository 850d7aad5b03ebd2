#pragma once

#include "core/model/step.h"
#include "core/plan/plan.h"

#include <QSet>

namespace placewright {

// Of one entity type, what a Step adds or changes (that stands after it) and what it removes, in the plan's order.
template <class Row> struct TouchedRows
{
    QList<const Row*> changed; // as they are after the Step
    QList<const Row*> removed; // as they were before it

    TouchedRows(const Table<Row>& before, const Table<Row>& after, const Step& step)
    {
        QSet<Id> touched;
        for (const Change& change : step.changes)
            if (change.entity == Row::type.id)
                touched.insert(change.id);
        if (touched.isEmpty())
            return;
        for (const Row& row : after)
            if (touched.contains(row.id))
                changed.append(&row);
        for (const Row& row : before)
            if (touched.contains(row.id) && !after.contains(row.id))
                removed.append(&row);
    }
};

// One table in both plans.
template <class Row>
TouchedRows<Row> touchedRows(Table<Row> Plan::*table, const Plan& before, const Plan& after, const Step& step)
{
    return TouchedRows<Row>(before.*table, after.*table, step);
}

} // namespace placewright
