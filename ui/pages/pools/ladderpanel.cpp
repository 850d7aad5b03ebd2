#include "ui/pages/pools/ladderpanel.h"

#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/pools/termpanel.h"
#include "ui/panel/linklabel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

LadderPanel::LadderPanel(PlanDocument& document, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_model(new ShownModel(this))
    , m_ladder(new Grid(m_model, this))
    , m_side(new LinkLabel(QString(), this))
    , m_add(new QPushButton(themeIcon(Icon::Plus), tr("Step"), this))
    , m_kinds(new QMenu(this))
    , m_underspend(new QLabel(this))
    , m_edit(new LinkLabel(tr("Edit"), this))
    , m_delete(new LinkLabel(tr("Delete"), this))
{
    setObjectName(u"ladderPanel"_s);
    GridView* view = m_ladder->view();
    view->setObjectName(u"ladderGrid"_s);
    view->setAccessibleName(tr("Steps of the risk share"));
    view->setRowSelection(true);
    view->setFitsRows(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->viewport()->installEventFilter(this);
    setBody(m_ladder);
    m_side->setObjectName(u"ladderSide"_s);
    m_add->setObjectName(u"addStep"_s);
    m_add->setMenu(m_kinds);
    addTool(m_add);

    m_underspend->setWordWrap(true);
    m_edit->setObjectName(u"editStep"_s);
    m_delete->setObjectName(u"removeStep"_s);
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::inside);
    row->addWidget(m_underspend, 1);
    for (LinkLabel* link : {m_edit, m_delete, m_side})
        row->addWidget(link, 0, Qt::AlignBottom);
    setFooter(foot);

    connect(m_side, &LinkLabel::clicked, this, [this] { showSide(!m_showsUnder); });
    connect(m_kinds, &QMenu::aboutToShow, this, &LadderPanel::refreshMenu);
    connect(view, &GridView::moveRowRequested, this, &LadderPanel::moveBy);
    const auto open = [this] {
        if (const Id term = selectedTerm(); !term.isNull())
            emit editRequested(term);
    };
    connect(view, &QAbstractItemView::doubleClicked, this, open);
    connect(view, &QAbstractItemView::activated, this, open);
    connect(m_edit, &LinkLabel::clicked, this, open);
    connect(m_delete, &LinkLabel::clicked, this, [this] {
        if (const Id term = selectedTerm(); !term.isNull())
            emit deleteRequested(term);
    });
    connect(view, &GridView::selectionSummed, this, &LadderPanel::refreshLinks);
    refreshLinks();
    refreshMenu();
}

QString LadderPanel::side() const
{
    return QString(m_showsUnder ? riskSide::under : riskSide::over);
}

void LadderPanel::showSide(bool under)
{
    if (under == m_showsUnder)
        return;
    m_showsUnder = under;
    refresh();
}

void LadderPanel::setFund(const Id& fund)
{
    if (fund != m_fund)
        m_showsUnder = false;
    m_fund = fund;
    refresh();
}

QList<const RiskTerm*> LadderPanel::termsOf(const Id& scheme) const
{
    QList<const RiskTerm*> terms;
    for (const RiskTerm& term : m_document.plan().riskTerms)
        if (term.fund == m_fund && term.scheme == scheme && term.side == side())
            terms.append(&term);
    std::stable_sort(terms.begin(), terms.end(), [](const RiskTerm* a, const RiskTerm* b) {
        return a->step != b->step ? a->step < b->step : a->id < b->id;
    });
    return terms;
}

void LadderPanel::refresh()
{
    const Plan& plan = m_document.plan();
    FundSettlement none; // names of steps do not need figures
    none.risk.fund = m_fund;
    none.risk.year = m_document.year();
    const FundSettlement* found = settlementOf(m_document.evaluation(), m_fund, m_document.year());
    const FundSettlement& settlement = found ? *found : none;

    QList<ShownTableRow> rows;
    const auto addTerms = [&](const Id& scheme) {
        int number = 0;
        for (const RiskTerm* term : termsOf(scheme)) {
            const RungWords words = rungWords(plan, settlement, *term);
            ShownTableCell position = textCell(QString::number(++number));
            position.emphasis = Emphasis::Secondary;
            ShownTableCell name = textCell(words.name);
            name.tooltip =
                words.clause.isEmpty() ? words.name : tr("%1 (clause %2)").arg(words.name, words.clause);
            for (const FundRiskProblem& problem : settlement.risk.problems) {
                const RiskTermShare* share = plan.riskTermShares.find(problem.id);
                if (problem.id == term->id || (share && share->term == term->id))
                    name.problem = riskProblemSentence(plan, problem);
            }
            ShownTableCell paidBy = textCell(words.paidBy);
            if (!words.agreed)
                paidBy.emphasis = Emphasis::Missed;
            rows.append({term->id.text(), false, false, {position, name, textCell(words.upTo), paidBy}});
        }
    };
    addTerms(Id());
    if (m_showsUnder) {
        rows.append({QString(),
                     false,
                     false,
                     {textCell({}), textCell(tr("Anything left")), textCell(tr("no limit")),
                      textCell(tr("stays in the fund"))}});
    } else {
        const RungWords left = leftOverWords();
        ShownTableCell paidBy = textCell(left.paidBy);
        paidBy.emphasis = Emphasis::Missed;
        rows.append(
            {QString(),
             false,
             false,
             {textCell(QString::number(rows.size() + 1)), textCell(left.name), textCell(left.upTo), paidBy}});
        rows.last().cells.first().emphasis = Emphasis::Secondary;
    }
    for (const Scheme& scheme : plan.schemes) {
        if (termsOf(scheme.id).isEmpty())
            continue;
        ShownTableCell name = textCell(tr("%1 first").arg(scheme.name));
        name.emphasis = Emphasis::Strong;
        rows.append({u"own-"_s + scheme.id.text(), true, false, {textCell(scheme.number), name}});
        addTerms(scheme.id);
    }
    m_model->setTable({{tr("#")},
                       {m_showsUnder ? tr("Where it goes") : tr("How it is paid"), false, true},
                       {tr("Up to £"), true},
                       {m_showsUnder ? tr("To") : tr("Paid by")}},
                      rows);
    setTitle(m_showsUnder ? tr("What happens to an underspend") : rungsTitle(plan, settlement.risk));
    setCaption(tr("Taken in this order, to the penny. Drag a row, or Alt+Up, to reorder."));
    m_underspend->setText(underspendSentence(plan, settlement.risk));
    m_side->setText(m_showsUnder ? tr("Overspend") : tr("Its steps"));
    m_side->setAccessibleName(m_showsUnder ? tr("Show the steps of an overspend")
                                           : tr("Show the steps of an underspend"));
    m_side->setToolTip(m_side->accessibleName());
    m_side->updateGeometry();
    m_add->setEnabled(!m_document.isReadOnly());
    refreshLinks();
}

void LadderPanel::refreshLinks()
{
    const bool isChosen = !selectedTerm().isNull();
    m_edit->setVisible(isChosen);
    m_delete->setVisible(isChosen && !m_document.isReadOnly());
}

void LadderPanel::refreshMenu()
{
    m_kinds->clear();
    const Field& field = *RiskTerm::type.field(u"kind");
    for (const QLatin1StringView kind : kindsOfSide(side())) {
        QAction* action =
            m_kinds->addAction(labelOfChoice(field, QString(kind)), this, [this, kind] { add(kind); });
        action->setObjectName(u"addStep."_s + kind);
    }
}

void LadderPanel::add(QLatin1StringView kind)
{
    const Plan& plan = m_document.plan();
    const Id id = m_document.author().ids();
    StepBuilder builder(plan);
    builder.add(RiskTerm::type.id, id)
        .set(RiskTerm::type.id, id, u"fund", Value(m_fund))
        .set(RiskTerm::type.id, id, u"side", Value(side()))
        .set(RiskTerm::type.id, id, u"step", Value::count(lastStep(plan, m_fund, Id(), side()) + 1))
        .set(RiskTerm::type.id, id, u"kind", Value(QString(kind)));
    const QString label = labelOfChoice(*RiskTerm::type.field(u"kind"), QString(kind));
    if (!m_document.commit(builder.step(tr("Added the step “%1”").arg(label))))
        return;
    select(id);
    emit editRequested(id);
}

void LadderPanel::select(const Id& term)
{
    const RiskTerm* found = m_document.plan().riskTerms.find(term);
    if (!found)
        return;
    showSide(found->side == riskSide::under);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->row(row).id == term.text())
            m_ladder->view()->setCurrentIndex(m_ladder->view()->shownIndex(m_model->index(row, 1)));
}

Id LadderPanel::selectedTerm() const
{
    for (const QString& id : m_ladder->view()->selectedIds())
        if (m_document.plan().riskTerms.contains(Id(id)))
            return Id(id);
    return {};
}

void LadderPanel::move(const Id& moved, qsizetype to)
{
    const RiskTerm* term = m_document.plan().riskTerms.find(moved);
    if (!term || m_document.isReadOnly())
        return;
    QList<const RiskTerm*> terms = termsOf(term->scheme);
    const qsizetype from = terms.indexOf(term);
    to = std::clamp<qsizetype>(to, 0, terms.size() - 1);
    if (from < 0 || from == to)
        return;
    terms.move(from, to);
    StepBuilder builder(m_document.plan());
    for (qsizetype i = 0; i < terms.size(); ++i)
        builder.set(RiskTerm::type.id, terms.at(i)->id, u"step", Value::count(i + 1));
    const QString name = nameOf(m_document.plan(), RiskTerm::type.id, moved);
    const QString what = tr("“%1” is step %2").arg(name).arg(to + 1);
    if (m_document.commit(builder.step(what)))
        select(moved);
}

void LadderPanel::moveBy(const QModelIndex& cell, int by)
{
    const Id id(cell.data(IdRole).toString());
    const RiskTerm* term = m_document.plan().riskTerms.find(id);
    if (term)
        move(id, termsOf(term->scheme).indexOf(term) + by);
}

// A row that is let go on another takes its place, if both are steps of the same.
bool LadderPanel::eventFilter(QObject* watched, QEvent* event)
{
    GridView* view = m_ladder->view();
    if (watched != view->viewport())
        return Panel::eventFilter(watched, event);
    const auto idAt = [&] {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        return view->indexAt(mouse->position().toPoint()).data(IdRole).toString();
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_dragged = static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton ? idAt() : QString();
        break;
    case QEvent::MouseMove:
        if (m_dragged.isEmpty() || !(static_cast<QMouseEvent*>(event)->buttons() & Qt::LeftButton))
            break;
        view->viewport()->setCursor(Qt::ClosedHandCursor);
        return true; // not a selection of several
    case QEvent::MouseButtonRelease: {
        const Plan& plan = m_document.plan();
        const RiskTerm* term = plan.riskTerms.find(Id(std::exchange(m_dragged, {})));
        const RiskTerm* onto = plan.riskTerms.find(Id(idAt()));
        view->viewport()->unsetCursor();
        if (term && onto && term != onto && term->scheme == onto->scheme && term->side == onto->side) {
            const Id moved = term->id;
            const qsizetype to = termsOf(onto->scheme).indexOf(onto);
            QMetaObject::invokeMethod(
                this, [this, moved, to] { move(moved, to); }, Qt::QueuedConnection);
        }
        break;
    }
    default:
        break;
    }
    return Panel::eventFilter(watched, event);
}

} // namespace placewright
