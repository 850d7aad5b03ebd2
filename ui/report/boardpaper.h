#pragma once

#include "core/words/signoffwords.h"
#include "ui/document/plandocument.h"

#include <QTextDocument>

namespace placewright {

// Which frozen version a paper belongs to.
struct VersionMark
{
    qint64 number = 1;
    QDate on;
    QByteArray head; // hash of the journal's last entry before it
};

// What a board paper is made from: one branch of a plan, one year, and when and by which version it was made.
struct BoardPaperSource
{
    const Plan& plan;
    const Shelf& shelf;
    const Evaluation& evaluation;
    QString year;
    QString scenarioName;
    QDateTime made;
    QByteArray headHash;                     // of the plan's journal
    QStringList heldOut;                     // Steps of the scenario that no longer fit, in words
    SinceVersions since = {};                // what changed since the versions that were signed
    QList<JournalEntry> journal = {};        // for the dates of what changed
    std::optional<VersionMark> version = {}; // printed on the first page
};

BoardPaperSource paperSource(const PlanDocument& document); // of the branch and year shown

// The board paper, two to five pages: what the money is, who pays, allocation against need, conditions, figures not confirmed, and
// the annex of lines; each page with basis, date and version.
std::unique_ptr<QTextDocument> boardPaper(const BoardPaperSource& source);

// The PDF that is kept with a frozen version. Its title, as the document information states it, ends with the head hash in hex.
QByteArray versionPaper(const BoardPaperSource& source, const VersionMark& version);
// What it is made from: the base in that year, whatever scenario is shown. A sentence when its sums are too large. The source refers to
// `evaluation`.
Result<BoardPaperSource> versionSource(const PlanDocument& document, const QString& year,
                                       Evaluation& evaluation);

// What changed since each version of a year that somebody signed.
SinceVersions sinceSigned(const PlanTree& tree, const Shelf& shelf, const Id& year);

// As .pdf or .odt by the ending of `path`. Written beside the target, then put in its place, so that nothing is half-written.
Outcome writeBoardPaper(const BoardPaperSource& source, const QString& path);

} // namespace placewright
