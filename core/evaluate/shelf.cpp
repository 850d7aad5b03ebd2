#include "core/evaluate/shelf.h"

namespace placewright {

const Rulebook* Shelf::rulebookOf(const FinancialYear& year) const
{
    return rulebooks.value(year.rulebookHash).get();
}

const PracticeTable* Shelf::tableOf(const NeedDataset& dataset) const
{
    return practices.value(dataset.hash).get();
}

} // namespace placewright
