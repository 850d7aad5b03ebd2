#include "core/exchange/evaluationjson.h"

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
    QJsonArray funds() const;
    QJsonArray schemes() const;
    QJsonArray areas() const;
    QJsonArray notSplit() const;
    QJsonArray findings() const;

private:
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
        list.append(
            QJsonObject{{u"layer"_s, total.layer.text()},
                        {u"layerName"_s, nameOf(Layer::type.id, total.layer)},
                        {u"area"_s, total.area.text()},
                        {u"areaName"_s, nameOf(Area::type.id, total.area)},
                        {u"year"_s, total.year},
                        {u"population"_s, jsonPeople(total.population)},
                        {u"weightedPopulation"_s, jsonPeople(total.weighted)},
                        {u"measure"_s, need->measure ? QString(needMeasureId(*need->measure)) : u"typed"_s},
                        {u"measureName"_s, need->measureName},
                        {u"base"_s, u"place"_s},
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
    return {{u"plan"_s, writer.plan()},        {u"sources"_s, writer.sources()},
            {u"funds"_s, writer.funds()},      {u"schemes"_s, writer.schemes()},
            {u"areas"_s, writer.areas()},      {u"notSplit"_s, writer.notSplit()},
            {u"findings"_s, writer.findings()}};
}

QJsonObject findingsToJson(const EvaluatedBranch& evaluated)
{
    return {{u"findings"_s, Writer(evaluated).findings()}};
}

} // namespace placewright
