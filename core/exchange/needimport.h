#pragma once

#include "core/evaluate/shelf.h"
#include "core/exchange/practicefile.h"
#include "core/plan/edit.h"

namespace placewright {

// What to do with a practice that would stand in two areas of one layer.
enum class Overlap { Refuse, SplitEqually };

struct ImportOptions
{
    QString layerName; // layer to make or extend; empty: named after the kind of file
    Overlap overlap = Overlap::Refuse;
    bool skipRefused = false;
    QString fileDate; // for the dataset's source line, optional
};

// An import ready to be committed as one Step, with what a person should see before it is.
struct NeedImport
{
    Step step;
    QMap<QString, QByteArray> blobs; // stored with the Step
    QStringList summary;             // one sentence each: what was read, what matched
    QList<RefusedRow> refused;
    QStringList unmatched; // "CODE name" that the dataset does not hold; kept in their area, without figures
    QStringList notInAnyArea; // practices of the plan's ICBs and districts that no area of the layer has
    QStringList overlapping;  // practices refused or split because two areas claim them
};

// Recognises the file by its header: practice file, locality list, saved places. `fileName` is for messages and the source.
// The practice file becomes a need dataset; the others become or extend a layer, matched against the layer's own dataset, else the
// plan's latest. A refused row, or a practice that overlaps while Overlap::Refuse, refuses the file unless `skipRefused`.
Result<NeedImport> importNeed(const Plan& plan, const Shelf& shelf, const QByteArray& bytes,
                              const QString& fileName, const ImportOptions& options, const IdSource& ids);

// The practice dataset of the latest date, else the one added last; null when there is none.
const NeedDataset* latestDataset(const Plan& plan);

// A layer with one area a district of the dataset's practices in the named ICBs (codes or names; none: the plan's own).
// Practices that stand in another area of the layer stay there and are listed.
Result<NeedImport> layerByDistrict(const Plan& plan, const Shelf& shelf, const Id& dataset,
                                   const QStringList& icbs, const QString& layerName, const IdSource& ids);

// Puts practices into an area by hand; those that stand in another area of the layer are moved (Overlap::Refuse: no two
// areas) or split.
Result<Step> assignPractices(const Plan& plan, const Id& area, const QStringList& practices, Overlap overlap,
                             const IdSource& ids);

} // namespace placewright
