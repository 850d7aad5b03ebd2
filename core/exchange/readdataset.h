#pragma once

#include "core/exchange/figurefile.h"
#include "core/need/needtables.h"

namespace placewright {

// What a dataset of the plan says of its own figures, for the reader of its file; and the other way round.
FigureHints hintsOf(const NeedDataset& dataset);
QLatin1StringView figureKindId(FigureKind kind);
QLatin1StringView orientationId(Orientation orientation); // empty for unknown

// Reads the bytes that a dataset stands for and puts what they hold on the tables. Rows that were refused when the dataset was
// imported are passed over as they were then. Maps are not read.
Outcome readDataset(NeedTables& tables, const NeedDataset& dataset, const QByteArray& bytes);

} // namespace placewright
