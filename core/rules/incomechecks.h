#pragma once

#include "core/rules/check.h"

namespace placewright {

// Checks of income against spend and against published minimums. The rules in words: bcf-s75 section 6; the figures of
// several parts are their totals, the margin the smallest headroom.

// BCF-01. Spend from each source is at most its income.
QList<Finding> spendWithinIncome(const YearView& view, const RulebookCheck& check);

// BCF-02. Every mandated stream is planned in full: its spend is at least its income.
QList<Finding> minimumsPlanned(const YearView& view, const RulebookCheck& check);

// BCF-01 and BCF-02, version 2. Where several partners pay from a source into pooled funds, each partner's part holds on its
// own: a line belongs to the payer it names. A line that names none leaves such a source unknown, unless it fails
// whosever the line is. What fails is named "NHS_MIN:fenwold", source and partner; the source alone where only its total
// is sure to.
QList<Finding> spendWithinIncomeByPayer(const YearView& view, const RulebookCheck& check);
QList<Finding> minimumsPlannedByPayer(const YearView& view, const RulebookCheck& check);

// BCF-03. What each partner of the source's kind pools from it is at least that partner's published minimum. What is
// brought forward, or moves by another power than section 75, does not count: the minimum is paid in the year, into the
// pool (NHS Act 2006, section 223GA). So in BCF-07.
QList<Finding> minimumPooledByPartner(const YearView& view, const RulebookCheck& check);

// BCF-07. What is pooled from a grant is at least the published figure.
QList<Finding> grantPooled(const YearView& view, const RulebookCheck& check);

} // namespace placewright
