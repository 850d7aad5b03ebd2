#pragma once

#include "core/plan/plan.h"

#include <QStringList>

namespace placewright {

// Small pieces of sentences, translated.

QString numberWord(qsizetype number);                      // "one" to "twelve" in running text, figures above
QString capitalised(QString text);                         // the first letter
QString lowered(QString text);                             // the first letter, unless an abbreviation follows
QString listed(const QStringList& names);                  // "A, B and C"
QString partnerShown(const Plan& plan, const Id& partner); // the short name where there is one
QString dateShown(const QDate& date);                      // "21 November 2026"

} // namespace placewright
