#pragma once

#include "ui/document/plandocument.h"

namespace placewright {

// A rulebook that a year can be put under: one that came with the program, or one that the plan holds already.
struct RulebookChoice
{
    QString id;
    QString title;
    QString hash; // SHA-256 of the text
    QByteArray text;
};

QList<RulebookChoice> rulebookChoices(const PlanDocument& document);

// Each one Step. Pinning keeps the rulebook's text in the file; no choice: the year stands under no rules.
bool pinRulebook(PlanDocument& document, const Id& year, const RulebookChoice* choice);
// The year after the plan's last one; for a plan without years, the one in which `today` lies.
QString nextYear(const Plan& plan, const QDate& today);
bool addYear(PlanDocument& document, const QString& year);

} // namespace placewright
