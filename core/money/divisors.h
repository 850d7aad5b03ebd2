#pragma once

#include "core/money/money.h"

#include <QList>

#include <span>

namespace placewright {

// Divisor methods: whole units go one by one to the largest of weight / divisor.
enum class DivisorMethod {
    SainteLague, // divisors 1, 3, 5, ... (Webster): near the quota, and more units never cut a share
    DHondt,      // divisors 1, 2, 3, ... (Jefferson): the same, but favours large weights
};

// Splits `units` into whole parts that sum to them; a negative number mirrors a positive one. Equal claims on
// the last units go by `tieOrder`, lower rank first, as in `apportion` (see `tieRanks`). A zero weight gets
// nothing. Unlike the largest remainder these never take from a share when the whole grows, but may pass the
// quota's floor or ceiling. Throws ArithmeticError as `apportion` does. Source: need-capitation note sections
// 6.2 and 6.3; Balinski and Young, 1975.
QList<qint64> divideUnits(qint64 units, std::span<const qint64> weights, std::span<const int> tieOrder,
                          DivisorMethod method);

// Payments in order of time, for example twelve months: each is the rounded running total less the one
// before, half away from zero, so they sum to the whole and none waits for the end. Their order matters by
// nature; not for splits between areas. Throws ArithmeticError as `apportion` does. Source: need-capitation
// note section 6.2.
QList<Money> paymentsOverTime(Money whole, std::span<const qint64> weights);

} // namespace placewright
