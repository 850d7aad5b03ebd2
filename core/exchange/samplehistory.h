#pragma once

#include "core/evaluate/committeerecord.h"
#include "core/store/planfile.h"

#include <QJsonObject>

namespace placewright {

// What was done with the sample plan after it was made: steps as in STEPS.json, each with "who", "when" and "what" of its own, and
// with "changes" or one entry of the committee's record: "version", "signature", "votes", "outcome" or "application".
struct SampleStep
{
    Step step; // changes only where it has them
    QString who;
    QString recordKind; // empty: an edit
    QJsonObject record;
};
Result<QList<SampleStep>> readSampleHistory(const QByteArray& text);

// The entries that tell it, and the Steps of the tree's scenarios among them, in the order of time. Ids and names are the same each
// time. `head` is the hash of the entry that the tree was made with; `version` what is kept of the frozen version.
struct SampleVersion
{
    QByteArray head;
    QByteArray evaluation;
    QByteArray paper;
};
Result<QList<NewEntry>> tellSampleHistory(const PlanTree& tree, const Shelf& shelf,
                                          const QList<SampleStep>& history, const SampleVersion& version);

} // namespace placewright
