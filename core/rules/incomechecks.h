#pragma once

#include "core/rules/check.h"

namespace placewright {

// Checks of income against spend and against published minimums. The rules in words: bcf-s75 section 6; the figures of
// several parts are their totals, the margin the smallest headroom.

// BCF-01. Spend from each source is at most its income.
QList<Finding> spendWithinIncome(const YearView& view, const RulebookCheck& check);

// BCF-02. Every mandated stream is planned in full: its spend is at least its income.
QList<Finding> minimumsPlanned(const YearView& view, const RulebookCheck& check);

// BCF-03. What each partner of the source's kind pools from it is at least that partner's published minimum.
QList<Finding> minimumPooledByPartner(const YearView& view, const RulebookCheck& check);

// BCF-07. What is pooled from a grant is at least the published figure.
QList<Finding> grantPooled(const YearView& view, const RulebookCheck& check);

} // namespace placewright
