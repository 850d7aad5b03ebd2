#pragma once

#include "core/evaluate/shelf.h"

class QComboBox;

namespace placewright {

// One measure of one of the plan's need datasets; no dataset: none, or what the place types.
struct MeasureRef
{
    Id dataset;
    QString measure;

    friend bool operator==(const MeasureRef&, const MeasureRef&) = default;
};

// What a measure is asked for. A rank weighs nothing, a score counts nobody: each chooser offers only what can serve.
enum class MeasureUse {
    Weigh,  // counts, weighted people, and scores or rates of which more is more need
    Order,  // scores, rates, ranks and tenths
    People, // counts
    Fifth,  // tenths and ranks
    Peers,  // figures with published limits, or rates
};
bool serves(const FigureColumn& column, MeasureUse use);

// The measures of the plan's datasets that can serve, as "Measure (dataset)", in the order of the plan and of each file.
struct MeasureItem
{
    MeasureRef measure;
    QString name;
};
QList<MeasureItem> measuresFor(const Plan& plan, const Shelf& shelf, MeasureUse use);

// Fills a chooser and shows `current`; `none` is what its first entry is called, left out when empty. A measure that is chosen in
// the plan but serves no longer, or is not on the shelf, stays to be seen.
void fillMeasures(QComboBox& box, const QList<MeasureItem>& items, const QString& none,
                  const MeasureRef& current);
MeasureRef chosenMeasure(const QComboBox& box);
void chooseMeasure(QComboBox& box, const MeasureRef& measure); // nothing happens where it is not listed

// A chooser that does not grow with its longest entry.
QComboBox* measureBox(const QString& objectName, const QString& words, QWidget* parent);

} // namespace placewright
