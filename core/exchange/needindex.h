#pragma once

#include "core/exchange/practicefile.h"
#include "core/money/ratio.h"

#include <QJsonArray>

namespace placewright {

// The need index of a place made of GP practices, relative to its ICB = 1:
// (weighted people of the place / people) / (weighted people of the ICB / people).
// Source: NHS England ICB place based allocation tool, help text, RelNeed(p).
// A practice whose cell is blank is left out of both sums of that measure, in the place and in the ICB, and counted.
struct PlaceIndex
{
    QString place;
    QString icb; // ODS code; as written in the saved place when the table holds no such ICB
    QString icbName;
    int practices = 0; // that the table holds
    People population;
    std::array<std::optional<People>, needMeasureCount>
        weighted;                                // nothing when no practice of the place has the measure
    std::array<int, needMeasureCount> missing{}; // practices of the place without it
    std::array<std::optional<Ratio>, needMeasureCount> index; // nothing where a sum is missing or zero
    QStringList unmatched;                                    // codes that the table does not hold
};

enum class IndexRounding {
    Exact,
    Official // each sum to a whole person, half to even, before any ratio, as the tool does
};

QList<PlaceIndex> needIndices(const PracticeTable& table, const QList<SavedPlace>& places,
                              IndexRounding rounding);

// The list of `need-index --json`: indices as text with nine decimals, half away from zero; people as numbers of 12
// significant digits; null where nothing is known.
QJsonArray needIndicesToJson(const QList<PlaceIndex>& indices);

} // namespace placewright
