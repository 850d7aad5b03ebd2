#pragma once

#include "core/contract/contract.h"
#include "core/money/ratio.h"

namespace placewright {

// What the tables, forms and charts of a contract have in common. Fifths are 0 to 4, the most deprived first.

QString fifthId(int fifth);     // of the shared selection: "fifth-1"
int fifthOf(const QString& id); // -1: it is none
QString fifthName(int fifth);   // "Fifth 1, most deprived"

bool isPercentage(const ContractIndicator& indicator);
QString rateShown(const ContractIndicator& indicator, const Ratio& rate, int decimals = 1); // "72.5%", "19.9"

// One sentence why a field of a contract cannot take a value that its type allows; empty: it can. What only shows beside
// other terms is for the engine to say.
QString contractRefusal(QAnyStringView entity, const Field& field, const Value& value);

} // namespace placewright
