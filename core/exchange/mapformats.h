#pragma once

#include "core/exchange/mapfile.h"

#include <QJsonObject>

namespace placewright {

// The two formats behind readShapes. An Error here is a sentence without the file's name.
Result<AreaShapes> readGeoJson(const QJsonObject& root, const QString& codeProperty);
Result<AreaShapes> readHexJson(const QJsonObject& root, const QString& codeProperty);

bool isOnsCode(QStringView text);                 // "E06000001"
QString codeSetOfProperty(const QString& header); // codeSet::, `other` when not known
QString codeText(const QJsonValue& value); // a text or whole number without white space around it; else empty
QString nameOf(const QJsonObject& properties, const QString& codeProperty);

} // namespace placewright
