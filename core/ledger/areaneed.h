#pragma once

#include "core/need/practicetable.h"
#include "core/plan/plan.h"

namespace placewright {

// People and need-weighted people of one area, for the layer's chosen measure.
struct AreaNeed
{
    qsizetype area = 0; // position in Plan::areas
    std::optional<People> population;
    std::optional<People> weighted;
    int practices = 0;
    QStringList unmatched; // practices of the area that the dataset does not hold
};

// One layer: its areas in plan order, and what need is measured by.
struct LayerNeed
{
    Id layer;
    bool typed = true; // weighted populations typed by the place
    std::optional<NeedMeasure> measure;
    QString measureName; // for people, translated
    QList<AreaNeed> areas;
    People population; // of the areas that have both figures
    People weighted;
    bool complete = false; // every area has both figures and their sums are not zero
};

QList<LayerNeed> layerNeeds(const Plan& plan, const PracticeTables& tables);

// People and weighted people of one area under another measure of the layer's dataset.
AreaNeed areaNeed(const Plan& plan, qsizetype area, const PracticeTable& table, NeedMeasure measure);

} // namespace placewright
