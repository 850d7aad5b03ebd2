#pragma once

#include "core/evaluate/shelf.h"
#include "core/exchange/figurefile.h"
#include "core/plan/edit.h"

namespace placewright {

// What to do with a practice that would stand in two areas of one layer.
enum class Overlap { Refuse, SplitEqually };

struct ImportOptions
{
    QString layerName; // layer to make or extend; empty: named after the kind of file
    Overlap overlap = Overlap::Refuse;
    bool skipRefused = false;
    QString fileDate;  // for the dataset's source line, optional
    FigureHints hints; // for tables that do not say themselves what their figures are
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

// Recognises the file by its header: see recogniseNeedFile. `fileName` is for messages and the source. Practice files, figures, lookups
// and maps become need datasets, a sheet of a workbook as CSV; practice-to-locality lists, ward-to-locality lists and saved places
// become or extend a layer, practices matched against the layer's own dataset, else the plan's latest. A refused row, or a practice
// that overlaps while Overlap::Refuse, refuses the file unless `skipRefused`.
Result<NeedImport> importNeed(const Plan& plan, const Shelf& shelf, const QByteArray& bytes,
                              const QString& fileName, const ImportOptions& options, const IdSource& ids);

// The practice dataset of the latest date, else the one added last; null when there is none.
const NeedDataset* latestDataset(const Plan& plan);

// A layer with one area a district of the dataset's practices in the named ICBs (codes or names; none: the plan's own).
// Practices that stand in another area of the layer stay there and are listed.
Result<NeedImport> layerByDistrict(const Plan& plan, const Shelf& shelf, const Id& dataset,
                                   const QStringList& icbs, const QString& layerName, const IdSource& ids);

// Which codes a layer is made from: every unit of `units` that lies within the codes named, in the area of `areas` it lies in.
struct LookupLayer
{
    QString layerName;
    QString areas;           // codeSet:: of the areas: one each
    QString units;           // codeSet:: of what they are made of; the same as `areas`: the areas themselves
    QString within;          // codeSet:: that limits them; empty: no limit
    QStringList withinCodes; // of that set
};
// By one of the plan's lookups that holds all of the sets. A unit that lies in several areas is refused.
Result<NeedImport> layerByLookup(const Plan& plan, const Shelf& shelf, const LookupLayer& wanted,
                                 const IdSource& ids);

// Chooses what a layer's people, need and deprivation are measured by: "people.all", or "NAME OF DATASET: people.all" where several
// datasets have a measure of that id; the one added last counts.
struct LayerMeasures
{
    QString population;
    QString need;
    QString deprivation;
};
Result<Step> chooseMeasures(const Plan& plan, const Shelf& shelf, const QString& layerName,
                            const LayerMeasures& measures);

// Population groups of the five national deprivation fifths, made or turned to a measure of tenths or ranks.
Result<Step> chooseFifths(const Plan& plan, const Shelf& shelf, const QString& measure, const IdSource& ids);

// Puts units of the layer's code set into an area by hand. A code that another area of the layer has is refused.
Result<Step> assignUnits(const Plan& plan, const Id& area, const QStringList& codes, const IdSource& ids);

// Puts practices into an area by hand; those that stand in another area of the layer are moved (Overlap::Refuse: no two
// areas) or split.
Result<Step> assignPractices(const Plan& plan, const Id& area, const QStringList& practices, Overlap overlap,
                             const IdSource& ids);

} // namespace placewright
