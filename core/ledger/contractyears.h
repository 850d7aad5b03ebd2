#pragma once

#include "core/ledger/contractterms.h"

namespace placewright {

// What a contract's figures are typed for: one slot an area, or one for all its areas, whose id is null.
struct ContractSlots
{
    bool byArea = false;
    QList<Id> areas;
    QList<int> tieRanks;
    AreaOrder order;

    qsizetype size() const { return areas.size(); }
    Key key(const QString& year, qsizetype slot) const { return {Id(year), areas.at(slot)}; }
    Key areaKey(qsizetype slot) const { return {{}, areas.at(slot)}; }
};

// The part of `readContract` that goes year by year: people, base, results, amounts and activity. Adds to `read.years` and
// `read.problems`; `read.terms` stands already.
void readContractYears(const ContractSource& source, ContractTerms& read);

// Of that, the results of every indicator, for years whose people stand already.
void readContractResults(const ContractSource& source, const ContractSlots& places, ContractTerms& read);

} // namespace placewright
