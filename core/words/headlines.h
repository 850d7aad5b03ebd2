#pragma once

#include "core/evaluate/evaluation.h"

#include <QStringList>

namespace placewright {

// The findings that stand as titles on pages, charts and papers: sentences with a number in them, computed from one
// evaluation, at most about twelve words. All are translated.

// Each area's shares as every table, chart and paper shows them: split by largest remainder so that each column adds to 100.0%
// and a gap is the difference of the shares shown.
struct ShownArea
{
    const AreaTotal* total = nullptr;
    QString name;
    qint64 need = 0; // tenths of a percent
    qint64 money = 0;
    qint64 gap() const { return money - need; }
};
QList<ShownArea> shownAreas(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                            const QString& year);
QString shownShare(qint64 tenths); // "15.5%"
QString shownGap(qint64 tenths);   // "−4.0", "+0.3", "0.0"

// The layer the need charts show: the place's choice, else the first one.
Id needLayer(const Plan& plan);
const LayerNeed* needOf(const Evaluation& evaluation, const Id& layer);

QString needHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year);
QString needRangeHeadline(const Plan& plan, const Evaluation& evaluation,
                          const QString& year); // from the least to the most need
QString needChartTitle(const Plan& plan, const Evaluation& evaluation, const QString& year);
QString needChartCaption(const Plan& plan, const Evaluation& evaluation,
                         const QString& year); // measure, base, assumed share
QString needSummary(const Plan& plan, const Evaluation& evaluation, const QString& year); // "In words: ..."
QString splitSentence(const Plan& plan, const Evaluation& evaluation,
                      const QString& year); // what is shared, what is not

QString fundingHeadline(const Evaluation& evaluation, const QString& year);
QString fundingCaption(const Evaluation& evaluation, const QString& year);
QString partnersHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year);
QString kindsHeadline(const Evaluation& evaluation, const QString& year);
QString schemesHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year);
QString conditionsHeadline(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation,
                           const QString& year);

// What is missing before sign-off, most pressing first.
struct ToSettle
{
    enum class Kind { Missed, NotKnown, Warning, Indicative, Disputed };
    Kind kind = Kind::Missed;
    QString text;
    QStringList ids; // what to select there
    QString finding; // findingId: Missed, NotKnown, Warning
};
QList<ToSettle> toSettle(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation,
                         const QString& year);

// The year's parts of an evaluation.
const YearTotal* yearTotal(const Evaluation& evaluation, const QString& year);
QList<const Finding*> findingsOf(const Evaluation& evaluation,
                                 const QString& year); // without those that do not apply

// "Calderbourne (fictional...), 2026-27, base scenario."
QString contextSentence(const Plan& plan, const QString& year, const QString& scenarioName);
QString rulesSentence(const Rulebook* rulebook,
                      const QString& year); // "Rules: 2026-27, your copy of 2025-26. 4 facts not confirmed."

} // namespace placewright
