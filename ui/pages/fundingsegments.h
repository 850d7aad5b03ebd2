#pragma once

#include "ui/charts/fundingstackchart.h"
#include "ui/document/plandocument.h"

namespace placewright {

// What the funding stack shows of the year: one partner a bar, one part a source, mandated streams in the first colour and
// voluntary money in the second. A part is indicative when any of it is.
QList<FundingPartner> fundingPartners(const PlanDocument& document);

// The same in one sentence.
QString fundingSummary(const PlanDocument& document);

} // namespace placewright
