#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace placewright {

// The texts of the rulebooks that come with the program, by rulebook id: those of the national rounds, and the sample
// place's own copy.
QMap<QString, QByteArray> builtInRulebooks();

} // namespace placewright
