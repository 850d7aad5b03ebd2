#include "core/exchange/evaluationjson.h"

#include "core/evaluate/needresults.h"
#include "core/exchange/committeejson.h"
#include "core/exchange/contractjson.h"
#include "core/exchange/jsonfigures.h"
#include "core/plan/names.h"

#include <QJsonArray>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString severityId(Severity severity)
{
    switch (severity) {
    case Severity::Block:
        return u"block"_s;
    case Severity::Warn:
        return u"warn"_s;
    case Severity::Info:
        break;
    }
    return u"info"_s;
}

QString statusId(FindingStatus status)
{
    switch (status) {
    case FindingStatus::Pass:
        return u"pass"_s;
    case FindingStatus::Fail:
        return u"fail"_s;
    case FindingStatus::NotApplicable:
        return u"notApplicable"_s;
    case FindingStatus::Unknown:
        break;
    }
    return u"unknown"_s;
}

QLatin1StringView populationBaseId(PopulationBase base)
{
    switch (base) {
    case PopulationBase::Typed:
        return "typed"_L1;
    case PopulationBase::Registered:
        return "registered"_L1;
    case PopulationBase::Resident:
        return "resident"_L1;
    case PopulationBase::Mixed:
        break;
    }
    return "mixed"_L1;
}

QString weightsId(HeadWeight weights)
{
    return weights == HeadWeight::People ? u"heads"_s : u"weightedHeads"_s;
}

// Rank 0 is the most deprived, ties share the middle rank; null for measures that rank nothing.
QJsonValue ranksId(const Basis& basis)
{
    switch (basis.ranks) {
    case RankBase::Local:
        return u"local"_s;
    case RankBase::National:
        return u"national"_s;
    case RankBase::None:
        break;
    }
    return {};
}

QJsonValue ordered(const LayerNeed& need, const Basis& basis)
{
    return basis.ranks == RankBase::None || need.deprivationName.isEmpty() ? QJsonValue()
                                                                           : need.deprivationName;
}

QJsonValue paceProblemId(PaceProblem problem)
{
    switch (problem) {
    case PaceProblem::None:
        return {};
    case PaceProblem::NoAreas:
        return u"noAreas"_s;
    case PaceProblem::NegativeMoney:
        return u"negativeMoney"_s;
    case PaceProblem::NoMoney:
        return u"noMoney"_s;
    case PaceProblem::FloorAboveCeiling:
        return u"floorAboveCeiling"_s;
    case PaceProblem::LimitAboveCeiling:
        return u"limitAboveCeiling"_s;
    case PaceProblem::FloorsAboveMoney:
        return u"floorsAboveMoney"_s;
    case PaceProblem::CeilingsBelowMoney:
        return u"ceilingsBelowMoney"_s;
    }
    return {};
}

// A step of the risk share: the rung's id, or what stands for none.
QString rungId(const FundRisk& risk, const RiskStep& step)
{
    switch (step.role) {
    case RiskStep::Role::Rung:
        break;
    case RiskStep::Role::OwnRiskLines:
        return u"ownRiskLines"_s;
    case RiskStep::Role::NotAgreed:
        return u"notAgreed"_s;
    case RiskStep::Role::GivenToOtherFund:
        return u"givenToOtherFund"_s;
    case RiskStep::Role::KeptByDefault:
        return u"keptByDefault"_s;
    }
    return (step.scheme < 0 ? risk.rungs : risk.schemeRungs.at(step.scheme)).at(step.rung).text();
}

class Writer
{
public:
    explicit Writer(const EvaluatedBranch& evaluated)
        : m_evaluated(evaluated)
        , m_plan(evaluated.branch.plan)
        , m_evaluation(evaluated.evaluation)
    {
    }

    QJsonObject plan() const;
    QJsonArray sources() const;
    QJsonArray years() const;
    QJsonArray funds() const;
    QJsonArray pooled() const;
    QJsonArray riskShare() const;
    QJsonArray schemes() const;
    QJsonArray areas() const;
    QJsonArray notSplit() const;
    QJsonArray services() const;
    QJsonArray fifths() const;
    QJsonArray inequality() const;
    QJsonArray fairShares() const;
    QJsonArray findings() const;

private:
    QJsonObject settlement(const FundSettlement& from) const;
    QJsonArray rungs(const FundRisk& risk, const QList<RiskStep>& steps) const;
    QJsonArray shares(const FundRisk& risk, const QList<Money>& amounts) const;
    template <class Each> void forEachLayerAndYear(Each each) const
    {
        for (const LayerNeed& need : m_evaluation.needs)
            for (const FinancialYear& year : m_plan.years)
                each(need, year.id.text());
    }
    QString nameOf(QLatin1StringView type, const Id& id) const
    {
        return placewright::nameOf(m_plan, type, id);
    }
    const Rulebook* rulebookOf(const QString& year) const;

    const EvaluatedBranch& m_evaluated;
    const Plan& m_plan;
    const Evaluation& m_evaluation;
};

const Rulebook* Writer::rulebookOf(const QString& year) const
{
    const FinancialYear* found = m_plan.years.find(Id(year));
    return found ? m_evaluated.shelf.rulebookOf(*found) : nullptr;
}

QJsonObject Writer::plan() const
{
    QJsonArray years;
    for (const FinancialYear& year : m_plan.years) {
        years.append(
            QJsonObject{{u"year"_s, year.id.text()},
                        {u"rulebook"_s, year.rulebook.isEmpty() ? QJsonValue() : QJsonValue(year.rulebook)}});
    }
    QJsonArray stale;
    for (const StaleStep& held : m_evaluated.branch.stale) {
        const Step step = m_evaluated.tree.steps.value(held.scenario).value(held.step);
        QJsonArray reasons;
        for (const Conflict& conflict : held.conflicts)
            reasons.append(describe(conflict, step, m_plan));
        stale.append(QJsonObject{
            {u"scenario"_s, held.scenario.text()}, {u"what"_s, step.what}, {u"reasons"_s, reasons}});
    }
    const bool base = m_evaluated.scenario.isNull();
    return {
        {u"name"_s, m_plan.place().name},
        {u"years"_s, years},
        {u"scenario"_s, base ? u"base"_s : m_evaluated.scenario.text()},
        {u"scenarioName"_s, base ? m_plan.place().baseName : nameOf(Scenario::type.id, m_evaluated.scenario)},
        {u"heldOut"_s, stale}};
}

QJsonArray Writer::sources() const
{
    QJsonArray list;
    for (const SourceTotal& total : m_evaluation.sources) {
        const Rulebook* rulebook = rulebookOf(total.year);
        list.append(QJsonObject{
            {u"year"_s, total.year},
            {u"source"_s, total.source},
            {u"sourceName"_s, rulebook ? rulebook->label(u"sources", total.source) : total.source},
            {u"income"_s, jsonMoney(total.income.amount)},
            {u"spend"_s, jsonMoney(total.spend.amount)},
            {u"balance"_s, jsonMoney(total.balance)},
            {u"incomeStatus"_s, placewright::statusId(total.income.status)},
            {u"spendStatus"_s, placewright::statusId(total.spend.status)}});
    }
    return list;
}

QJsonArray Writer::funds() const
{
    QJsonArray list;
    for (const FundTotal& total : m_evaluation.funds) {
        const Fund* fund = m_plan.funds.find(total.fund);
        QJsonArray contributions;
        for (const FundShare& share : total.contributions) {
            contributions.append(QJsonObject{{u"partner"_s, share.partner.text()},
                                             {u"partnerName"_s, nameOf(Partner::type.id, share.partner)},
                                             {u"amount"_s, jsonMoney(share.amount.amount)},
                                             {u"share"_s, jsonRatio(share.share)},
                                             {u"status"_s, placewright::statusId(share.amount.status)}});
        }
        list.append(QJsonObject{
            {u"id"_s, total.fund.text()},
            {u"name"_s, fund->name},
            {u"year"_s, total.year},
            {u"kind"_s, fund->kind},
            {u"host"_s, jsonId(fund->host)},
            {u"hostName"_s, fund->host.isNull() ? QJsonValue() : nameOf(Partner::type.id, fund->host)},
            {u"contributions"_s, contributions},
            {u"income"_s, jsonMoney(total.income.amount)},
            {u"spend"_s, jsonMoney(total.spend.amount)},
            {u"balance"_s, jsonMoney(total.balance)}});
    }
    return list;
}

QJsonArray Writer::years() const
{
    QJsonArray list;
    for (const YearTotal& total : m_evaluation.years) {
        list.append(QJsonObject{{u"year"_s, total.year},
                                {u"income"_s, jsonMoney(total.income.amount)},
                                {u"spend"_s, jsonMoney(total.spend.amount)},
                                {u"irrecoverableVat"_s, jsonMoney(total.irrecoverableVat)},
                                {u"clientContributions"_s, jsonMoney(total.clientContributions)},
                                {u"gross"_s, jsonMoney(total.spend.amount + total.clientContributions)},
                                {u"aligned"_s, jsonMoney(total.aligned.amount)}});
    }
    return list;
}

QJsonArray Writer::pooled() const
{
    QJsonArray list;
    for (const PooledShare& share : m_evaluation.pooled) {
        list.append(QJsonObject{
            {u"partner"_s, share.partner.text()},
            {u"partnerName"_s, nameOf(Partner::type.id, share.partner)},
            {u"year"_s, share.year},
            {u"pooled"_s, jsonMoney(share.pooled.amount)},
            {u"relevantSpend"_s, share.relevantSpend ? jsonMoney(*share.relevantSpend) : QJsonValue()},
            {u"share"_s, share.share ? jsonRatio(*share.share) : QJsonValue()}});
    }
    return list;
}

QJsonArray Writer::shares(const FundRisk& risk, const QList<Money>& amounts) const
{
    QJsonArray list;
    for (qsizetype i = 0; i < amounts.size(); ++i) {
        list.append(QJsonObject{{u"partner"_s, risk.partners.at(i).text()},
                                {u"partnerName"_s, nameOf(Partner::type.id, risk.partners.at(i))},
                                {u"amount"_s, jsonMoney(amounts.at(i))}});
    }
    return list;
}

QJsonArray Writer::rungs(const FundRisk& risk, const QList<RiskStep>& steps) const
{
    QJsonArray list;
    for (const RiskStep& step : steps) {
        QJsonObject rung{{u"rung"_s, rungId(risk, step)},
                         {u"rungName"_s, m_evaluated.stepName(risk, step)},
                         {u"scheme"_s, step.scheme < 0 ? QJsonValue() : risk.schemes.at(step.scheme).text()},
                         {u"amount"_s, jsonMoney(step.amount)},
                         {u"partners"_s, shares(risk, step.partners)}};
        if (!step.fund.isZero())
            rung.insert(u"absorbed"_s, true);
        if (!step.unresolved.isZero())
            rung.insert(u"unresolved"_s, true);
        list.append(rung);
    }
    return list;
}

QJsonObject Writer::settlement(const FundSettlement& from) const
{
    const FundRisk& risk = from.risk;
    QJsonArray problems;
    for (const FundRiskProblem& problem : risk.problems)
        problems.append(m_evaluated.riskProblem(problem));
    QJsonObject entry{{u"fund"_s, risk.fund.text()},
                      {u"fundName"_s, nameOf(Fund::type.id, risk.fund)},
                      {u"year"_s, risk.year},
                      {u"tested"_s, risk.tested},
                      {u"planned"_s, jsonMoney(risk.planned)},
                      {u"problems"_s, problems},
                      {u"variance"_s, QJsonValue()},
                      {u"rungs"_s, QJsonArray()},
                      {u"partners"_s, QJsonArray()}};
    if (!from.result)
        return entry;
    const RiskResult& result = *from.result;
    QJsonArray performance;
    for (const PerformancePayment& payment : result.performance) {
        const QList<Id>& ids = payment.scheme < 0 ? risk.rungs : risk.schemeRungs.at(payment.scheme);
        performance.append(
            QJsonObject{{u"rung"_s, ids.at(payment.rung).text()},
                        {u"partner"_s, risk.partners.at(payment.payer).text()},
                        {u"partnerName"_s, nameOf(Partner::type.id, risk.partners.at(payment.payer))},
                        {u"paid"_s, payment.paid ? jsonMoney(*payment.paid) : QJsonValue()},
                        {u"retained"_s, payment.retained ? jsonMoney(*payment.retained) : QJsonValue()}});
    }
    entry[u"variance"_s] = jsonMoney(result.variance);
    entry[u"rungs"_s] = rungs(risk, result.steps);
    entry[u"partners"_s] = shares(risk, result.partners);
    entry[u"absorbed"_s] = jsonMoney(result.fund);
    entry[u"unresolved"_s] = jsonMoney(result.unresolved);
    entry[u"underspendLeft"_s] = jsonMoney(result.leftUnder);
    entry[u"underspendRungs"_s] = rungs(risk, result.leftSteps);
    entry[u"performanceFunds"_s] = performance;
    return entry;
}

QJsonArray Writer::riskShare() const
{
    QJsonArray list;
    for (const FundSettlement& one : m_evaluation.risks)
        list.append(settlement(one));
    return list;
}

QJsonArray Writer::schemes() const
{
    QJsonArray list;
    for (const SchemeTotal& total : m_evaluation.schemes) {
        QJsonArray areas;
        for (const SchemeArea& area : total.areas) {
            areas.append(QJsonObject{{u"area"_s, area.area.text()},
                                     {u"areaName"_s, nameOf(Area::type.id, area.area)},
                                     {u"amount"_s, jsonMoney(area.amount)},
                                     {u"assumed"_s, jsonMoney(area.assumed)}});
        }
        list.append(QJsonObject{{u"id"_s, total.scheme.text()},
                                {u"name"_s, nameOf(Scheme::type.id, total.scheme)},
                                {u"year"_s, total.year},
                                {u"spend"_s, jsonMoney(total.spend.amount)},
                                {u"status"_s, placewright::statusId(total.spend.status)},
                                {u"areas"_s, areas},
                                {u"notSplit"_s, jsonMoney(total.notSplit)}});
    }
    return list;
}

QJsonArray Writer::areas() const
{
    QHash<Id, const LayerNeed*> needs;
    for (const LayerNeed& need : m_evaluation.needs)
        needs.insert(need.layer, &need);
    QJsonArray list;
    for (const AreaTotal& total : m_evaluation.areas) {
        const LayerNeed* need = needs.value(total.layer);
        list.append(QJsonObject{{u"layer"_s, total.layer.text()},
                                {u"layerName"_s, nameOf(Layer::type.id, total.layer)},
                                {u"area"_s, total.area.text()},
                                {u"areaName"_s, nameOf(Area::type.id, total.area)},
                                {u"year"_s, total.year},
                                {u"population"_s, jsonPeople(total.population)},
                                {u"weightedPopulation"_s, jsonPeople(total.weighted)},
                                {u"measure"_s, need->measureId},
                                {u"measureName"_s, need->measureName},
                                {u"base"_s, u"place"_s},
                                {u"populationBase"_s, populationBaseId(need->base)},
                                {u"deprivation"_s, jsonRatio(total.deprivation)},
                                {u"needIndex"_s, jsonRatio(total.needIndex)},
                                {u"needShare"_s, jsonRatio(total.needShare)},
                                {u"allocated"_s, jsonMoney(total.allocated)},
                                {u"assumed"_s, jsonMoney(total.assumed)},
                                {u"allocatedShare"_s, jsonRatio(total.allocatedShare)},
                                {u"perHead"_s, jsonMoney(total.perHead)},
                                {u"perWeightedHead"_s, jsonMoney(total.perWeightedHead)},
                                {u"target"_s, jsonMoney(total.target)},
                                {u"distanceFromTarget"_s, jsonMoney(total.distanceFromTarget)}});
    }
    return list;
}

QJsonArray Writer::notSplit() const
{
    QJsonArray list;
    for (const YearTotal& total : m_evaluation.years)
        list.append(QJsonObject{{u"year"_s, total.year}, {u"amount"_s, jsonMoney(total.notSplit)}});
    return list;
}

QJsonArray Writer::services() const
{
    QJsonArray list;
    forEachLayerAndYear([&](const LayerNeed& need, const QString& year) {
        for (const ServiceTotal& total : serviceTotals(m_plan, m_evaluation, need.layer, year)) {
            QJsonArray areas;
            for (const ServiceArea& area : total.areas)
                areas.append(QJsonObject{{u"area"_s, area.area.text()},
                                         {u"areaName"_s, nameOf(Area::type.id, area.area)},
                                         {u"allocated"_s, jsonMoney(area.allocated)},
                                         {u"assumed"_s, jsonMoney(area.assumed)},
                                         {u"needShare"_s, jsonRatio(area.needShare)},
                                         {u"target"_s, jsonMoney(area.target)},
                                         {u"distanceFromTarget"_s, jsonMoney(area.distance)}});
            list.append(
                QJsonObject{{u"layer"_s, need.layer.text()},
                            {u"year"_s, year},
                            {u"service"_s, total.service.isEmpty() ? QJsonValue() : total.service},
                            {u"measure"_s, total.measureName.isEmpty() ? QJsonValue() : total.measureName},
                            {u"agreed"_s, total.state == ServiceMeasure::State::Agreed},
                            {u"allocated"_s, jsonMoney(total.allocated)},
                            {u"assumed"_s, jsonMoney(total.assumed)},
                            {u"notSplit"_s, jsonMoney(total.notSplit)},
                            {u"areas"_s, areas}});
        }
    });
    return list;
}

QJsonArray Writer::fifths() const
{
    QJsonArray list;
    forEachLayerAndYear([&](const LayerNeed& need, const QString& year) {
        for (const FifthTotal& total : fifthTotals(m_plan, m_evaluation, need.layer, year))
            list.append(QJsonObject{{u"layer"_s, need.layer.text()},
                                    {u"year"_s, year},
                                    {u"fifth"_s, total.fifth},
                                    {u"population"_s, jsonPeople(total.people)},
                                    {u"populationShare"_s, jsonRatio(total.peopleShare)},
                                    {u"needShare"_s, jsonRatio(total.needShare)},
                                    {u"allocatedShare"_s, jsonRatio(total.moneyShare)}});
    });
    return list;
}

QJsonArray Writer::inequality() const
{
    QJsonArray list;
    forEachLayerAndYear([&](const LayerNeed& need, const QString& year) {
        for (const MoneyBase base : {MoneyBase::All, MoneyBase::KnownOnly})
            for (const InequalityFigure& figure :
                 inequalityFigures(m_plan, m_evaluation, need.layer, year, base))
                list.append(QJsonObject{{u"layer"_s, need.layer.text()},
                                        {u"year"_s, year},
                                        {u"measure"_s, figure.measure},
                                        {u"money"_s, base == MoneyBase::All ? u"all"_s : u"known"_s},
                                        {u"value"_s, jsonStatistic(figure.value)},
                                        {u"moves"_s, jsonMoney(figure.moves)},
                                        {u"weights"_s, weightsId(figure.basis.weights)},
                                        {u"ranks"_s, ranksId(figure.basis)},
                                        {u"orderedBy"_s, ordered(need, figure.basis)}});
    });
    return list;
}

QJsonArray Writer::fairShares() const
{
    QJsonArray list;
    const Plan& plan = m_plan;
    for (const FairSharePlan& way : plan.fairSharePlans) {
        const FairSharePath path = fairSharePath(plan, m_evaluation, way);
        QJsonArray years;
        for (qsizetype i = 0; i < path.steps.size(); ++i) {
            const PathStep& step = path.steps[i];
            QJsonArray areas;
            for (qsizetype slot = 0; slot < step.year.areas.size(); ++slot) {
                const Money amount = step.year.areas[slot].amount;
                const Area& area = plan.areas[path.areas[slot]];
                areas.append(
                    QJsonObject{{u"area"_s, area.id.text()},
                                {u"areaName"_s, area.name},
                                {u"target"_s, jsonMoney(step.areas[slot].target)},
                                {u"amount"_s, jsonMoney(amount)},
                                {u"distance"_s, jsonRatio(closingDistance(step.areas[slot], amount))}});
            }
            years.append(
                QJsonObject{{u"year"_s, path.years[i]},
                            {u"amount"_s, jsonMoney(step.year.money)},
                            {u"limit"_s, jsonRatio(path.limits[i])},
                            {u"problem"_s, paceProblemId(step.year.problem)},
                            {u"problemAmount"_s, step.year.ok() ? QJsonValue() : jsonMoney(step.year.amount)},
                            {u"areas"_s, areas}});
        }
        list.append(QJsonObject{{u"id"_s, way.id.text()},
                                {u"name"_s, way.name},
                                {u"layer"_s, way.layer.text()},
                                {u"years"_s, years}});
    }
    return list;
}

QJsonArray Writer::findings() const
{
    QJsonArray list;
    for (const Finding& finding : m_evaluation.findings) {
        const Rulebook* rulebook = rulebookOf(finding.year);
        const bool whole = finding.subject.isNull();
        list.append(
            QJsonObject{{u"rule"_s, finding.rule},
                        {u"rulebook"_s, finding.rulebook},
                        {u"year"_s, finding.year},
                        {u"severity"_s, severityId(finding.severity)},
                        {u"status"_s, statusId(finding.status)},
                        {u"required"_s, jsonFigure(finding.required)},
                        {u"planned"_s, jsonFigure(finding.planned)},
                        {u"margin"_s, jsonFigure(finding.margin)},
                        {u"subject"_s, jsonId(finding.subject)},
                        {u"subjectName"_s, whole ? QJsonValue() : nameOf(Partner::type.id, finding.subject)},
                        {u"figures"_s, placewright::statusId(finding.figures)},
                        {u"text"_s, rulebook ? m_evaluated.sentence(finding, *rulebook) : QString()}});
    }
    return list;
}

} // namespace

QJsonObject evaluationToJson(const EvaluatedBranch& evaluated)
{
    const Writer writer(evaluated);
    return {{u"plan"_s, writer.plan()},
            {u"years"_s, writer.years()},
            {u"sources"_s, writer.sources()},
            {u"funds"_s, writer.funds()},
            {u"pooled"_s, writer.pooled()},
            {u"riskShare"_s, writer.riskShare()},
            {u"contracts"_s, contractsToJson(evaluated)},
            {u"schemes"_s, writer.schemes()},
            {u"areas"_s, writer.areas()},
            {u"notSplit"_s, writer.notSplit()},
            {u"services"_s, writer.services()},
            {u"fifths"_s, writer.fifths()},
            {u"inequality"_s, writer.inequality()},
            {u"fairShares"_s, writer.fairShares()},
            {u"committee"_s, committeeToJson(evaluated)},
            {u"findings"_s, writer.findings()}};
}

QJsonObject findingsToJson(const EvaluatedBranch& evaluated)
{
    return {{u"findings"_s, Writer(evaluated).findings()}};
}

} // namespace placewright
