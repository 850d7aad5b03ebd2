#pragma once

#include "core/money/ratio.h"
#include "core/need/figuretable.h"
#include "core/need/lookup.h"

#include <functional>
#include <span>

namespace placewright {

// What the areas of a layer are made of: each unit in exactly one of them. Slots number the areas in the layer's own order.
struct AreaUnits
{
    QString codeSet;
    qsizetype areas = 0;
    QHash<QString, qsizetype> slotOf;
    QStringList
        shared; // units claimed by more than one area: they count in none, and the layer is no partition
};

// Which rows of a table stand in which area. A row whose codes were split by a boundary change into several areas is shared
// between them by people where they are known, else in equal parts; such figures are estimates.
struct AreaJoin
{
    struct Part
    {
        qsizetype row = 0;
        qsizetype slot = 0;
        Ratio share = Ratio(1);
    };
    bool possible = true;       // false: no lookup of the plan leads from the rows' codes to the areas' units
    QList<Part> parts;          // in order of rows, then slots
    QStringList split;          // rows' codes shared between areas
    QStringList merged;         // units made of several rows' codes
    QStringList missing;        // units of areas that no row reaches
    QList<qsizetype> missingIn; // the slot of each
};

// The people of the units that a split code was split into; nothing where they are not known.
using PeopleOfUnit = std::function<std::optional<qint64>(const QString& unit)>;

// Rows reach units directly where the code sets are the same, else through one of the lookups, else through two, the first that
// joins in the order given.
AreaJoin joinAreas(const FigureTable& table, const AreaUnits& units,
                   std::span<const std::shared_ptr<const Lookup>> lookups, const PeopleOfUnit& people = {});

// One measure over the areas of a layer, exact but for split codes, which are settled half to even to 1e-9.
struct AreaFigures
{
    enum class Fault {
        None,
        NoDataset, // none chosen, or not in the plan
        NoMeasure,
        NotForThis, // ranks and tenths weigh no need
        NoRoute,    // no lookup of the plan leads from the rows' codes to the areas' units
        NoPeople,   // a score or rate without people of the same units
        Incomplete, // an area has units without the figure
        Negative,   // a weight below zero: signed scores order areas, they weigh nothing
        Reversed,   // a low figure means more need: it orders areas, it weighs nothing
    };

    struct One
    {
        std::optional<qint64> sum;    // counts: their sum; scores and rates: people x figure, both 1e-9
        std::optional<qint64> people; // scores and rates: the people behind the sum
        int rows = 0;
        int missing = 0;  // rows without the figure, or without people; units that no row reaches
        int negative = 0; // rows with a figure below zero
    };
    Fault fault = Fault::None;
    FigureKind kind = FigureKind::Count;
    QList<One> areas;
    QStringList split;
    QStringList merged;
    QStringList missing;

    // The people-weighted mean of a score or rate.
    std::optional<Ratio> mean(qsizetype slot) const;
};

// `people` is needed for scores and rates: a count column of a table whose rows have the same codes.
struct PeopleColumn
{
    const FigureTable* table = nullptr;
    const FigureColumn* column = nullptr;
    QByteArray key; // names the table's reading and the column
    std::optional<qint64> of(const QString& code) const;
};
// Ranks and tenths average only to order areas.
enum class FigureUse { ToWeigh, ToOrder };
AreaFigures figuresByArea(const FigureTable& table, const FigureColumn& column, const AreaJoin& join,
                          qsizetype areas, const PeopleColumn& people, FigureUse use = FigureUse::ToWeigh);

// People who live where the figure passes, for example in a tenth of deprivation; the same faults.
AreaFigures peopleWhere(const FigureTable& table, const FigureColumn& column, const AreaJoin& join,
                        qsizetype areas, const PeopleColumn& people,
                        const std::function<bool(qint64 figure)>& passes);

// The national fifth, 1 the most deprived, of a tenth or of a rank among so many; nothing for what is neither.
std::optional<int> fifthOf(FigureKind kind, qint64 figure, qint64 ranks);

} // namespace placewright
