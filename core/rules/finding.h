#pragma once

#include "core/model/key.h"
#include "core/money/money.h"
#include "core/pool/status.h"
#include "core/rules/rulebook.h"

#include <QDate>

#include <variant>

namespace placewright {

// Pounds, a number of things, a date, or nothing known.
using Figure = std::variant<std::monostate, Money, qint64, QDate>;

enum class FindingStatus { Pass, Fail, NotApplicable, Unknown };

// A cell that a finding read, so that a person can be taken to it.
struct CellRef
{
    QString entity;
    Id id;
    QString field;
    Key key;

    friend bool operator==(const CellRef&, const CellRef&) = default;
};

struct CountedLine
{
    Id line;
    Money amount; // what of it counted
};

// One rule, year and subject. `margin` is headroom: negative exactly when the rule fails. A figure that cannot be known,
// because something it adds up is absent, is left empty.
struct Finding
{
    QString rule;
    QString rulebook;
    QString year;
    Id subject; // a partner; null: the whole plan
    Severity severity = Severity::Block;
    FindingStatus status = FindingStatus::Unknown;
    Figure required;
    Figure planned;
    Figure margin;
    bool atRisk = false; // a margin below zero is money that may be lost, rather than what is short
    Status figures = Status::Confirmed; // the worst among the figures read
    QList<CountedLine> counted;
    QList<CellRef> read;    // the cells that decide it: minimums, contributions, wrong cells
    QList<CellRef> missing; // needed and absent, when Unknown; a null id where no such record exists yet
    QStringList details; // what is at fault, for the sentence: codes of sources, or values that no list holds
    QList<Id> faults;    // the lines at fault, in plan order
};

// Names a finding within its year: "BCF-04", "BCF-03:fenwold".
inline QString findingId(const Finding& finding)
{
    return finding.subject.isNull() ? finding.rule : finding.rule + QChar(u':') + finding.subject.text();
}

} // namespace placewright
