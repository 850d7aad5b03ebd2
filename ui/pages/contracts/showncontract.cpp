#include "ui/pages/contracts/showncontract.h"

#include "core/money/arithmeticerror.h"
#include "core/plan/edit.h"
#include "core/words/contractwords.h"
#include "ui/models/contractcells.h"

#include <algorithm>

namespace placewright {

namespace {

// Problems that one value makes by itself: it is refused where it is typed. Others wait for more values.
bool isOfOneValue(const ContractProblem& problem)
{
    using Kind = ContractProblem::Kind;
    using Terms = OutcomeProblem::Kind;
    if (problem.kind == Kind::TermReversed || problem.kind == Kind::TermTooLong)
        return true;
    return problem.kind == Kind::Terms &&
           (problem.terms == Terms::DeprivationRises || problem.terms == Terms::ThresholdsEqual ||
            problem.terms == Terms::ThresholdsReversed || problem.terms == Terms::CapInCorridor);
}

} // namespace

void ShownContract::choose(const Id& contract)
{
    if (contract == m_contract)
        return;
    m_contract = contract;
    m_chosenVersion = Id();
    m_indicator = Id();
    refresh();
}

void ShownContract::chooseVersion(const Id& version)
{
    m_chosenVersion = version;
    refresh();
}

void ShownContract::chooseIndicator(const Id& indicator)
{
    m_indicator = indicator;
}

void ShownContract::refresh()
{
    const Plan& plan = m_document.plan();
    if (!plan.contracts.contains(m_contract)) {
        m_contract = plan.contracts.isEmpty() ? Id() : plan.contracts[0].id;
        m_chosenVersion = Id();
    }
    m_version = Id();
    m_counting = Id();
    m_payment.reset();
    m_review.reset();
    const Contract* shown = contract();
    if (shown) {
        const ContractSources sources(plan, m_document.evaluation().needs);
        const ContractVersion* counting = sources.versionOf(*shown);
        m_counting = counting ? counting->id : Id();
        const ContractVersion* chosen = plan.contractVersions.find(m_chosenVersion);
        m_version = chosen && chosen->contract == m_contract ? chosen->id : m_counting;
        m_payment = paymentOf(m_version);
    }
    if (const QList<Id> all = indicators(); !all.contains(m_indicator))
        m_indicator = all.value(0);
    const QStringList years = termYears();
    m_year = years.isEmpty() || years.contains(m_document.year()) ? m_document.year() : years.first();
}

const Contract* ShownContract::contract() const
{
    return m_document.plan().contracts.find(m_contract);
}

const ContractVersion* ShownContract::version() const
{
    return m_document.plan().contractVersions.find(m_version);
}

QList<const ContractVersion*> ShownContract::versions() const
{
    return ContractSources(m_document.plan(), m_document.evaluation().needs).versionsOf(m_contract);
}

QList<Id> ShownContract::indicators() const
{
    QList<Id> ids;
    for (const ContractIndicator& indicator : m_document.plan().contractIndicators)
        if (indicator.contract == m_contract)
            ids.append(indicator.id);
    return ids;
}

QStringList ShownContract::termYears() const
{
    QStringList years;
    if (const Contract* shown = contract())
        for (const TermYear& year : yearsOfTerm(*shown))
            years.append(year.year);
    return years;
}

QStringList ShownContract::typedYears() const
{
    QStringList years = termYears();
    years.removeIf([this](const QString& year) { return !m_document.plan().years.contains(Id(year)); });
    return years;
}

QList<Id> ShownContract::areas() const
{
    QList<Id> ids;
    const Contract* shown = contract();
    if (shown && shown->byArea && version())
        for (const Area& area : source().areas)
            ids.append(area.id);
    return ids;
}

const ContractYearPayment* ShownContract::paidYear() const
{
    return m_payment ? m_payment->yearOf(m_year) : nullptr;
}

const ContractYear* ShownContract::termsYear() const
{
    if (m_payment)
        for (const ContractYear& year : m_payment->terms.years)
            if (year.year == m_year)
                return &year;
    return nullptr;
}

std::shared_ptr<const ContractPayment> ShownContract::paymentOf(const Id& version) const
{
    const Plan& plan = m_document.plan();
    const ContractVersion* of = plan.contractVersions.find(version);
    const Contract* shown = contract();
    if (!of || !shown)
        return nullptr;
    for (const auto& paid : m_document.evaluation().contracts)
        if (paid && paid->payment.terms.contract == m_contract && paid->payment.terms.version == version)
            return {paid, &paid->payment};
    const ContractSources sources(plan, m_document.evaluation().needs);
    try {
        return std::make_shared<const ContractPayment>(
            payContract(readContract(sources.source(*shown, *of))));
    } catch (const ArithmeticError&) { // a version that counts is refused before it comes so far
        return nullptr;
    }
}

std::shared_ptr<const ContractPayment> ShownContract::paymentAt(ResultsAt at) const
{
    if (!version())
        return nullptr;
    try {
        auto paid = std::make_shared<const ContractPayment>(payContract(readContract(source(), at)));
        return paid->isPaid() ? paid : nullptr;
    } catch (const ArithmeticError&) {
        return nullptr;
    }
}

ContractSource ShownContract::source() const
{
    const Contract* shown = contract();
    const ContractVersion* of = version();
    return shown && of ? ContractSources(m_document.plan(), m_document.evaluation().needs).source(*shown, *of)
                       : ContractSource();
}

const ContractReview& ShownContract::review() const
{
    if (!m_review)
        m_review = version() ? reviewContract(source()) : ContractReview();
    return *m_review;
}

QString ShownContract::problemAt(QAnyStringView entity, const Id& id, QAnyStringView field,
                                 const Key& key) const
{
    if (m_payment)
        for (const ContractProblem& problem : m_payment->terms.problems)
            if (problem.id == id && QAnyStringView(problem.entity) == entity &&
                QAnyStringView(problem.field) == field && problem.key == key)
                return contractProblemSentence(m_document.plan(), problem);
    return {};
}

QString ShownContract::refusalOf(const CellRef& cell, const Field& field, const Value& value) const
{
    if (const QString why = contractRefusal(cell.entity, field, value); !why.isEmpty())
        return why;
    const Contract* before = contract();
    if (!before || !version() || !m_payment)
        return {};
    StepBuilder builder(m_document.plan());
    builder.set(cell.entity, cell.id, cell.field, cell.key, value);
    const Plan& after = builder.plan();
    const ContractSources sources(after, m_document.evaluation().needs);
    const ContractTerms read = readContract(
        sources.source(*after.contracts.find(m_contract), *after.contractVersions.find(m_version)));
    for (const ContractProblem& problem : read.problems)
        if (isOfOneValue(problem) && !m_payment->terms.problems.contains(problem))
            return contractProblemSentence(after, problem);
    return {};
}

} // namespace placewright
