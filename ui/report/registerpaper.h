#pragma once

#include "core/words/decisionregister.h"

#include <QDateTime>
#include <QTextDocument>

#include <memory>

namespace placewright {

// What the decision register is printed from: the entries as they are filtered.
struct RegisterSource
{
    const Plan& base;
    QList<DecisionEntry> entries;
    MinutesCopy copy = MinutesCopy::Public;
    QString filterWords; // what the entries were chosen by; empty: all
    QDateTime made;
    QByteArray headHash; // of the plan's journal
};

std::unique_ptr<QTextDocument> registerPaper(const RegisterSource& source);

// As .pdf, .odt or .csv by the ending of `path`.
Outcome writeRegister(const RegisterSource& source, const QString& path);

} // namespace placewright
