#pragma once

#include "ui/document/plandocument.h"

#include <QTextDocument>

namespace placewright {

// What a board paper is made from: one branch of a plan, one year, and when and by which version it was made.
struct BoardPaperSource
{
    const Plan& plan;
    const Shelf& shelf;
    const Evaluation& evaluation;
    QString year;
    QString scenarioName;
    QDateTime made;
    QByteArray headHash; // of the plan's journal
    QStringList heldOut; // Steps of the scenario that no longer fit, in words
};

BoardPaperSource paperSource(const PlanDocument& document); // of the branch and year shown

// The board paper, two to five pages: what the money is, who pays, allocation against need, conditions, figures not confirmed, and
// the annex of lines; each page with basis, date and version.
std::unique_ptr<QTextDocument> boardPaper(const BoardPaperSource& source);

// As .pdf or .odt by the ending of `path`. Written beside the target, then put in its place, so that nothing is half-written.
Outcome writeBoardPaper(const BoardPaperSource& source, const QString& path);

} // namespace placewright
