#pragma once

#include "core/money/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace placewright {

// A JSON text that must be one object. What is not JSON, not UTF-8, or names a key twice in one object (where readers
// would silently take the last) is refused with line and column.
Result<QJsonObject> parseJsonObject(const QByteArray& text);

} // namespace placewright
