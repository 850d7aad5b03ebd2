#pragma once

#include "core/need/needtables.h"
#include "core/plan/plan.h"
#include "core/rules/rulebook.h"

#include <QDate>

namespace placewright {

// The immutable texts a plan refers to, read once: rulebooks and need datasets by their SHA-256. See exchange/readshelf.h.
struct Shelf : NeedTables
{
    Rulebooks rulebooks;
    QDate today; // for rules about what is due; not valid: not known

    const Rulebook* rulebookOf(const FinancialYear& year) const; // null: none, or not on the shelf
    const PracticeTable* tableOf(const NeedDataset& dataset) const;
};

} // namespace placewright
