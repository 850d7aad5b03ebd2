#pragma once

#include "core/exchange/needimport.h"

namespace placewright {

// "M85006 Greenridge Surgery"
QString shownPractice(const QString& code, const QString& name);

// Practices of the plan's ICBs (or, when the plan knows none of the table's, of the ICBs whose practices the layer holds) and
// of its council's and districts' areas, that no area of the layer has. "CODE name (E08000025)", in the table's order.
QStringList practicesInNoArea(const Plan& plan, const Id& layer, const PracticeTable& table);

// What a person should see before a layer is committed: its areas, the districts their practices stand in, what does not match.
QStringList layerSummary(const Plan& after, const Id& layer, const PracticeTable& table,
                         const NeedImport& made);

// The districts of some practices with how many stand in each: "E08000029 Solihull 20, E08000025 Birmingham 3"; most first.
QString districtCounts(const QList<const Practice*>& practices);

QString shownCount(qsizetype count); // "6,348"

} // namespace placewright
