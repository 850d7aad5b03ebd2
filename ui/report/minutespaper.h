#pragma once

#include "core/money/result.h"
#include "core/words/minutes.h"

#include <QDateTime>
#include <QTextDocument>

#include <memory>

namespace placewright {

// What minutes are printed from.
struct MinutesSource
{
    const Plan& base;
    Id meeting;
    MinutesCopy copy = MinutesCopy::Public;
    QDateTime made;
    QByteArray headHash; // of the plan's journal
};

std::unique_ptr<QTextDocument> minutesPaper(const MinutesSource& source);

// As .pdf or .odt by the ending of `path`.
Outcome writeMinutes(const MinutesSource& source, const QString& path);

// "Calderbourne Place Committee minutes 2026-03-12, public": a name for the file, without its ending.
QString minutesFileName(const Plan& base, const Id& meeting, MinutesCopy copy);

} // namespace placewright
