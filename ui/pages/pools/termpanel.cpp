#include "ui/pages/pools/termpanel.h"

#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"
#include "ui/pages/form/fieldform.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView fieldsInOrder[] = {
    QLatin1StringView("kind"),   QLatin1StringView("scheme"),         QLatin1StringView("reserve"),
    QLatin1StringView("amount"), QLatin1StringView("limit"),          QLatin1StringView("overCapOf"),
    QLatin1StringView("paidBy"), QLatin1StringView("firstReduction"), QLatin1StringView("remainder"),
    QLatin1StringView("goal"),   QLatin1StringView("achieved"),       QLatin1StringView("label"),
    QLatin1StringView("clause"), QLatin1StringView("note"),
};

bool isOf(QLatin1StringView field, const QString& kind)
{
    if (field == QLatin1StringView("reserve"))
        return kind == riskKind::reserve;
    if (field == QLatin1StringView("amount"))
        return kind == riskKind::amount || kind == riskKind::performanceFund;
    if (field == QLatin1StringView("limit"))
        return kind != riskKind::performanceFund && kind != riskKind::fault &&
               kind != riskKind::savingPriority;
    if (field == QLatin1StringView("overCapOf"))
        return kind == riskKind::overCap;
    if (field == QLatin1StringView("paidBy"))
        return kind == riskKind::overCap || kind == riskKind::fault || kind == riskKind::firstLoss ||
               kind == riskKind::fixedLine || kind == riskKind::savingPriority ||
               kind == riskKind::performanceFund;
    if (field == QLatin1StringView("firstReduction") || field == QLatin1StringView("remainder"))
        return kind == riskKind::savingPriority;
    if (field == QLatin1StringView("goal") || field == QLatin1StringView("achieved"))
        return kind == riskKind::performanceFund;
    return true;
}

} // namespace

QList<QLatin1StringView> kindsOfSide(QStringView side)
{
    if (side == riskSide::under)
        return {riskKind::keep,      riskKind::proportional,   riskKind::fixedPercent,   riskKind::ownRisk,
                riskKind::fixedLine, riskKind::savingPriority, riskKind::performanceFund};
    return {riskKind::underspends,  riskKind::otherFunds,   riskKind::reserve, riskKind::amount,
            riskKind::fault,        riskKind::firstLoss,    riskKind::ownRisk, riskKind::fixedLine,
            riskKind::proportional, riskKind::fixedPercent, riskKind::overCap, riskKind::performanceFund};
}

qint64 lastStep(const Plan& plan, const Id& fund, const Id& scheme, QStringView side)
{
    qint64 last = 0;
    for (const RiskTerm& term : plan.riskTerms)
        if (term.fund == fund && term.scheme == scheme && term.side == side)
            last = std::max(last, term.step.value_or(0));
    return last;
}

TermPanel::TermPanel(PlanDocument& document, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_form(new FieldForm(document, RiskTerm::type, this))
    , m_shares(document)
    , m_sharesGrid(new Grid(&m_shares, this))
    , m_delete(new QPushButton(tr("Delete"), this))
{
    setObjectName(u"termPanel"_s);
    setEnlargeable(false);
    for (const QLatin1StringView field : fieldsInOrder)
        m_form->addField(field, field == QLatin1StringView("scheme") ? tr("For") : QString());
    m_form->setEmptyChoice(QLatin1StringView("scheme"), tr("the fund"));
    m_form->setEmptyChoice(QLatin1StringView("paidBy"), tr("the host"));
    m_form->setEmptyChoice(QLatin1StringView("overCapOf"), tr("any partner’s"));
    m_form->setEmptyChoice(QLatin1StringView("remainder"), tr("the agreement does not say"));
    m_form->setRefusal([this](const Field& field, const Value& value) { return refusalOf(field, value); });
    m_form->setFollowing([this](StepBuilder& builder, const Field& field) { follow(builder, field); });

    m_sharesGrid->view()->setObjectName(u"termSharesGrid"_s);
    m_sharesGrid->view()->setAccessibleName(tr("Shares of the partners"));
    m_sharesGrid->view()->setFitsRows(true);
    m_shares.attach(*m_sharesGrid->view());
    connect(&m_shares, &PlanTableModel::refused, this, &TermPanel::refused);

    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_sharesGrid);
    setBody(body);
    m_delete->setObjectName(u"deleteStep"_s);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeStep"_s);
    addTool(m_delete);
    addTool(close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_delete, &QPushButton::clicked, this, [this] { emit deleteRequested(m_term); });
    connect(close, &QPushButton::clicked, this, [this] { setTerm(Id()); });
    hide();
}

void TermPanel::setTerm(const Id& term)
{
    m_term = term;
    refresh();
}

void TermPanel::refresh()
{
    const RiskTerm* term = m_document.plan().riskTerms.find(m_term);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setVisible(term);
    if (!term) {
        m_shares.setTerm(Id());
        if (hadFocus)
            emit closed();
        return;
    }
    refreshChoices(*term);
    for (const QLatin1StringView field : fieldsInOrder)
        m_form->setFieldShown(field, isOf(field, term->kind));
    m_form->setEntity(m_term, Id(m_document.year()));
    const bool isShared = term->kind == riskKind::fixedPercent;
    m_shares.setTerm(isShared ? m_term : Id());
    m_sharesGrid->setVisible(isShared);
    const FundSettlement* settlement = settlementOf(m_document.evaluation(), term->fund, m_document.year());
    setTitle(settlement ? rungWords(m_document.plan(), *settlement, *term).name
                        : nameOf(m_document.plan(), RiskTerm::type.id, m_term));
    setCaption(term->side == riskSide::under ? tr("A step of an underspend.")
                                             : tr("A step of an overspend."));
    m_delete->setEnabled(!m_document.isReadOnly());
    refreshProblems();
}

void TermPanel::refreshChoices(const RiskTerm& term)
{
    const Field& kind = *RiskTerm::type.field(u"kind");
    QStringList kinds;
    for (const QLatin1StringView one : kindsOfSide(term.side))
        kinds.append(labelOfChoice(kind, QString(one)));
    m_form->setChoices(QLatin1StringView("kind"), kinds);
    QStringList schemes{QString()};
    for (const Scheme& scheme : m_document.plan().schemes)
        if (scheme.fund == term.fund)
            schemes.append(scheme.name);
    m_form->setChoices(QLatin1StringView("scheme"), schemes);
    m_form->setChoices(QLatin1StringView("reserve"), schemes);
}

void TermPanel::refreshProblems()
{
    const RiskTerm* term = m_document.plan().riskTerms.find(m_term);
    const FundSettlement* settlement = settlementOf(m_document.evaluation(), term->fund, m_document.year());
    QString unplaced = riskProblemAt(m_document.plan(), settlement, RiskTerm::type.id, m_term, u"step");
    if (settlement && unplaced.isEmpty())
        for (const FundRiskProblem& problem : settlement->risk.problems)
            if (const RiskTermShare* share = m_document.plan().riskTermShares.find(problem.id);
                share && share->term == m_term)
                unplaced = riskProblemSentence(m_document.plan(), problem);
    for (const QLatin1StringView field : fieldsInOrder) {
        QString problem = riskProblemAt(m_document.plan(), settlement, RiskTerm::type.id, m_term, field);
        if (problem.isEmpty() && field == QLatin1StringView("kind"))
            problem = unplaced;
        m_form->setProblem(field, problem);
    }
}

QString TermPanel::refusalOf(const Field& field, const Value& value) const
{
    if (field.required && value.isNull())
        return tr("A step needs it: choose one.");
    return agreementRefusal(RiskTerm::type.id, field, value);
}

// A step that goes to another scheme is the last of those there.
void TermPanel::follow(StepBuilder& builder, const Field& field) const
{
    const RiskTerm* before = m_document.plan().riskTerms.find(m_term);
    if (field.id != QLatin1StringView("scheme") || !before)
        return;
    const Id scheme = builder.plan().riskTerms.find(m_term)->scheme;
    if (scheme == before->scheme)
        return;
    const qint64 last = lastStep(m_document.plan(), before->fund, scheme, before->side);
    builder.set(RiskTerm::type.id, m_term, u"step", Value::count(last + 1));
}

bool TermPanel::showCell(const PoolCell& cell)
{
    const RiskTermShare* share = m_document.plan().riskTermShares.find(cell.id);
    setTerm(share ? share->term : cell.id);
    if (m_term.isNull() || !isVisibleTo(parentWidget()))
        return false;
    if (share) {
        m_sharesGrid->view()->setFocus();
        m_sharesGrid->view()->selectIds({share->partner.text()});
        return true;
    }
    return m_form->focusField(cell.field.isEmpty() ? u"kind"_s : cell.field);
}

} // namespace placewright
