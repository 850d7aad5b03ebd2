#pragma once

#include "core/evaluate/fundsettlement.h"

#include <QDateTime>
#include <QTextDocument>

#include <memory>

namespace placewright {

// What the schedule of a fund's risk share is printed from.
struct RiskScheduleSource
{
    const Plan& plan;
    const FundSettlement& settlement;
    QString scenarioName;
    QDateTime made;
    QByteArray headHash; // of the plan's journal
};

// The agreement's schedule in words, its steps as a table, and the test worked out to the penny.
std::unique_ptr<QTextDocument> riskSchedulePaper(const RiskScheduleSource& source);

// As .pdf or .odt by the ending of `path`.
Outcome writeRiskSchedule(const RiskScheduleSource& source, const QString& path);

} // namespace placewright
