#pragma once

#include "core/evaluate/needresults.h"
#include "core/need/areashapes.h"
#include "ui/charts/areamapchart.h"

namespace placewright {

// What the areas of a layer may be coloured by. Never a count: a map shows counts larger where more people live.
enum class MapFigure { NeedIndex, PerHead, PerWeightedHead, Distance, Deprivation };
inline constexpr std::array mapFigures{MapFigure::NeedIndex, MapFigure::PerHead, MapFigure::PerWeightedHead,
                                       MapFigure::Distance, MapFigure::Deprivation};
QString mapFigureId(MapFigure figure); // in view states
QString mapFigureName(MapFigure figure);

// Which shapes of a map each area of a layer is drawn by, in the layer's order: the one of its own code; else those of the units
// it is made of, recoded through the plan's lookups where the map is of another code set. A shape that lies in several areas is
// drawn for none of them.
struct AreaShapeCodes
{
    QList<QStringList> codes;
    QStringList shared; // shapes in several areas
};
AreaShapeCodes shapeCodes(const Plan& plan, const Layer& layer, const NeedTables& tables,
                          const AreaShapes& shapes);

// The areas of a layer in one year with their value, in plan order; small numbers faded, or left out where the place says so.
struct MappedAreas
{
    MapMeasure measure;
    QList<MapArea> areas; // without codes
    QStringList leftOut;  // names
};
MappedAreas mappedAreas(const Plan& plan, const Evaluation& evaluation, const Id& layer, const QString& year,
                        MapFigure figure);

// The practices of the plan's datasets whose position is published; null when there are none.
std::shared_ptr<const AreaShapes> practicePoints(const Plan& plan, const Layer& layer, const Shelf& shelf);

} // namespace placewright
