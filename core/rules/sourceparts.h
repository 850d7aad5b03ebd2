#pragma once

#include "core/rules/yearview.h"

namespace placewright {

// One partner's income and spend from one source in a year, pooled money only.
struct SourcePart
{
    QString source;
    Id payer;
    Money income;
    Money spend;
    QList<CellRef> missing; // contributions with no amount in the year
};

struct SourceSplit
{
    QList<SourcePart>
        parts;     // in plan order of partners: who pays from it, or is named by a line as its payer
    Money unnamed; // spend of lines that name no payer, where several pay
    QList<CellRef> unnamedLines;
};

// A line that names no payer belongs to the only partner that pays from its source.
SourceSplit splitByPayer(const YearView& view, const QString& source);

// "NHS_MIN:fenwold", and back again: what a finding names as at fault. No payer: the source as a whole.
QString partName(const SourcePart& part);
std::pair<QString, Id> partFromName(const QString& name);

} // namespace placewright
