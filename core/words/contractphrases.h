#pragma once

#include "core/contract/outcomepayment.h"

#include <QString>

namespace placewright {

// Small pieces of the words of contracts.

QString fewestPlaces(const Ratio& number,
                     int atLeast = 0);     // "65", "0.80": an entered decimal, as many places as it has
QString partAsPercent(const Ratio& part);  // 0.05 as "5.00%"; more places where they are there
QString roundedPercent(const Ratio& part); // 0.186708 as "18.67%"
QString countShown(qint64 number);         // "14,210"
QString rateShown(const Ratio& rate, qint64 per);           // "66.20%", "22.90 per 1,000"
QString thresholdShown(const Ratio& threshold, qint64 per); // "65%", "24 per 1,000"
QString fifthShown(int fifth); // of 0 to 4: "Fifth 1, most deprived", "Fifth 2", "Fifth 5, least deprived"
QString shortFifth(int fifth); // "fifth 1"
QString yearsShown(qsizetype years); // "one year", "three years"

} // namespace placewright
