#pragma once

#include "core/model/field.h"

namespace placewright {

// A named set of areas that partitions the place: neighbourhoods, localities, primary care networks (PCNs).
struct Layer
{
    Id id;
    QString name;
    QString kind;
    Id needDataset;       // the dataset that need comes from; none: typed weighted populations
    QString needMeasure;  // a measure of the dataset; ignored for typed ones
    QString measureName;  // what typed weighted populations are called on screen and where they come from
    QString unitSet;      // codeSet:: of what its areas are made of; empty: GP practices
    Id populationDataset; // residents of those units; none: typed, or the practices' registered people
    QString populationMeasure;
    Id deprivationDataset; // what orders areas from most to least deprived, and gives fifths
    QString deprivationMeasure;

    static const EntityType type;
    friend bool operator==(const Layer&, const Layer&) = default;
};

struct Area
{
    Id id;
    Id layer;
    QString name;
    QString code;                             // ONS or ODS code; breaks ties of a split before the id does
    Id icb;                                   // the partner whose population it is
    std::optional<People> population;         // typed; else the sum of its practices
    std::optional<People> weightedPopulation; // typed need-weighted population, same rule
    std::optional<Rate> deprivation;          // typed score; higher is more deprived

    static const EntityType type;
    friend bool operator==(const Area&, const Area&) = default;
};

// What settles equal remainders between areas: the ONS or ODS code, else the id; the id follows so that keys are distinct.
QString tieKey(const Area& area);

// An LSOA, ward or district that belongs to an area, whole. Areas of a layer without any stand for the unit of their own code.
struct AreaUnit
{
    Id id;
    Id area;
    QString code; // of the layer's unitSet

    static const EntityType type;
    friend bool operator==(const AreaUnit&, const AreaUnit&) = default;
};

// A GP practice that belongs to an area, whole or by a share of its people.
struct PracticeMembership
{
    Id id;
    Id area;
    QString practice;          // ODS code
    std::optional<Rate> share; // percent of the practice's people; nothing: all of them

    static const EntityType type;
    friend bool operator==(const PracticeMembership&, const PracticeMembership&) = default;
};

} // namespace placewright
