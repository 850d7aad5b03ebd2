#include "ui/report/frozenversion.h"

#include "core/exchange/evaluationjson.h"
#include "core/exchange/keptplan.h"
#include "core/words/committeewords.h"
#include "core/words/contractwords.h"
#include "core/words/findingwords.h"
#include "core/words/riskwords.h"
#include "ui/report/boardpaper.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace placewright {

namespace {

QByteArray evaluationOf(const PlanDocument& document, const Evaluation& evaluation)
{
    const Plan& plan = document.base();
    const Branch branch{plan, {}};
    const EvaluatedBranch evaluated{
        document.tree(),
        {},
        branch,
        document.shelf(),
        evaluation,
        [&plan](const Finding& finding, const Rulebook& rulebook) {
            return sentence(finding, plan, rulebook);
        },
        [&plan](const FundRisk& risk, const RiskStep& step) { return stepName(plan, risk, step); },
        [&plan](const FundRiskProblem& problem) { return riskProblemSentence(plan, problem); },
        [&plan](const ContractProblem& problem) { return contractProblemSentence(plan, problem); },
        [&plan](const ContractLineProblem& problem) { return contractLineSentence(plan, problem); },
        [&plan](const Contract& contract) { return noVersionSentence(plan, contract); },
        [&plan](const ResolutionReview& review) { return reasonInWords(plan, review); }};
    return QJsonDocument(evaluationToJson(evaluated)).toJson(QJsonDocument::Indented);
}

qint64 nextNumber(const Plan& base, const Id& year)
{
    const FrozenVersion* last = latestVersion(base, year);
    return last ? last->number.value_or(0) + 1 : 1;
}

} // namespace

Result<VersionTexts> textsToFreeze(const PlanDocument& document, const QString& year, const QDate& on)
{
    Evaluation evaluation;
    const Result<BoardPaperSource> source = versionSource(document, year, evaluation);
    if (!source)
        return source.error();
    const VersionMark mark{nextNumber(document.base(), Id(year)), on, document.headHash()};
    VersionTexts texts{planToKeep(document.tree()), evaluationOf(document, source->evaluation),
                       versionPaper(*source, mark)};
    if (texts.paper.isEmpty())
        return Error{QCoreApplication::translate(
            "FrozenVersion", "The paper of the version cannot be written, so nothing was frozen.")};
    return texts;
}

Outcome freezeVersion(PlanDocument& document, const QString& year, const QDate& on, const QString& note)
{
    const Result<VersionTexts> texts = textsToFreeze(document, year, on);
    if (!texts)
        return texts.error();
    const Result<Step> step = recordVersion(document.base(), Id(year), on, document.headHash(), *texts, note,
                                            document.author().ids);
    if (!step)
        return step.error();
    QMap<QString, QByteArray> blobs;
    for (const QByteArray& bytes : {texts->plan, texts->evaluation, texts->paper})
        blobs.insert(sha256Hex(bytes), bytes);
    return document.record(*step, blobs) ? Outcome(Done{}) : Outcome(Error{document.lastRefusal()});
}

} // namespace placewright
