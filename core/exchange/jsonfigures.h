#pragma once

#include "core/money/people.h"
#include "core/rules/finding.h"

#include <QJsonValue>

#include <optional>

namespace placewright {

// The forms of figures in the program's JSON output. Nothing known is null.

QJsonValue jsonMoney(Money money); // "53440286.00"
QJsonValue jsonMoney(const std::optional<Money>& money);
QJsonValue jsonRatio(const std::optional<Ratio>& ratio); // "0.999666710": nine decimals, half away from zero
QJsonValue jsonPeople(const std::optional<People>& people);   // a number of twelve significant digits
QJsonValue jsonStatistic(const std::optional<double>& value); // a number of twelve significant digits
QJsonValue jsonFigure(const Figure& figure); // pounds as text, counts as numbers, dates ISO 8601
QJsonValue jsonId(const Id& id);             // null for none

} // namespace placewright
