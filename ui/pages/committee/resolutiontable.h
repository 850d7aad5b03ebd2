#pragma once

#include "core/evaluate/signoffs.h"
#include "ui/models/shownmodel.h"

#include <QSet>

namespace placewright {

// What a resolution changes, scheme by scheme and contribution by contribution: before, after, change, and totals that they add to.
// The lines of a scheme stand under it, indented, where the scheme alone does not say what moved.
struct ResolutionChanges
{
    QList<ShownTableColumn> columns;
    QList<ShownTableRow> rows;
    QSet<QString> within; // ids of rows that are lines of the scheme above
    QStringList others;   // what else it changes, one sentence each
    QString problem;      // why there is nothing to show: its Steps do not fit, or cannot be read
};

// Against the base as it stands; of one that is applied, against the base before it, as long as nothing else changed that since.
ResolutionChanges changesOf(const Plan& base, const Shelf& shelf, const Resolution& resolution);

// Without the line of a scheme of which only that one changed: the scheme says it all, the line's name stands in its tooltip.
ResolutionChanges inBrief(const ResolutionChanges& changes);

// The same table of any two plans: what changed since a version was signed. Names are those of `after`.
ResolutionChanges changesShown(const Plan& after, const Shelf& shelf, const ChangedSince& changed,
                               const QString& beforeTitle, const QString& afterTitle);

} // namespace placewright
