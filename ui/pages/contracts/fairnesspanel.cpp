#include "ui/pages/contracts/fairnesspanel.h"

#include "core/words/contractwords.h"
#include "ui/models/contractcells.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/contracts/reviewtable.h"
#include "ui/panel/linklabel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;

Grid* shownGrid(ShownModel* model, const QString& name, const QString& words, QWidget* parent)
{
    auto* grid = new Grid(model, parent);
    grid->view()->setObjectName(name);
    grid->view()->setAccessibleName(words);
    grid->view()->setRowSelection(true);
    grid->view()->setFitsRows(true);
    return grid;
}

} // namespace

FairnessPanel::FairnessPanel(PlanDocument& document, ShownContract& shown, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_shown(shown)
    , m_money(new ShownModel(this))
    , m_review(new ShownModel(this))
    , m_moneyGrid(shownGrid(m_money, u"fairnessGrid"_s, tr("Outcome money, weighted and flat"), this))
    , m_reviewGrid(shownGrid(m_review, u"safeGrid"_s, tr("Is it safe to sign?"), this))
    , m_mark(new QToolButton(this))
    , m_verdict(new QLabel(this))
    , m_more(new LinkLabel(tr("All of it"), this))
{
    setObjectName(u"fairnessPanel"_s);
    setEnlargeable(false);
    m_reviewGrid->view()->horizontalHeader()->hide();
    m_more->setObjectName(u"openReview"_s);
    m_more->setToolTip(tr("The whole list, three cases over the term, and what chance does"));
    m_mark->setObjectName(u"fairnessWarning"_s);
    m_mark->setIcon(themeIcon(Icon::Warning));
    m_mark->setIconSize({iconSize, iconSize});
    m_mark->setFixedSize(space::target, space::target);
    m_mark->setAutoRaise(true);
    m_mark->setFocusPolicy(Qt::TabFocus);
    m_verdict->setObjectName(u"signVerdict"_s);
    m_verdict->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::inside, space::medium, space::inside, space::small);
    head->addWidget(m_verdict, 1);
    head->addWidget(m_more, 0, Qt::AlignTop);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, space::medium);
    column->setSpacing(0);
    column->addWidget(m_moneyGrid);
    column->addLayout(head);
    column->addWidget(m_reviewGrid);
    column->addStretch(1);
    setBody(body);
    addTool(m_mark);
    connect(m_mark, &QToolButton::clicked, this, [this] { emit said(m_mark->accessibleName()); });
    connect(m_more, &LinkLabel::clicked, this, &FairnessPanel::reviewRequested);
    refreshLook();
}

void FairnessPanel::showMoney(const ContractPayment& payment)
{
    const std::optional<ContractFairness> fairness = contractFairness(payment, m_shown.year());
    const bool warns = fairness && fairness->deprivedLose;
    m_mark->setVisible(warns);
    m_moneyGrid->setVisible(fairness.has_value());
    if (!fairness) {
        setTitle(tr("Weighted and flat cannot be compared yet"));
        setCaption(tr("The terms must pay first."));
        return;
    }
    setTitle(fairnessTitle(*fairness));
    setCaption(fairnessCaption(*fairness));
    const QString warning = fairnessWarning(m_document.plan(), *fairness);
    m_mark->setAccessibleName(warning);
    m_mark->setToolTip(warning);
    QList<ShownTableRow> rows;
    const auto add = [&](const QString& id, const QString& name, const FairnessPart& part, bool total) {
        rows.append(
            {id,
             false,
             total,
             {textCell(name), moneyCell(part.weighted, Pence::Always), moneyCell(part.flat, Pence::Always)}});
    };
    add(fifthId(0), tr("Most deprived fifth"), fairness->fifths[0], false);
    add(fifthId(fifthCount - 1), tr("Least deprived fifth"), fairness->fifths[fifthCount - 1], false);
    for (const AreaFairness& area : fairness->areas)
        add(area.area.text(), nameOf(m_document.plan(), Area::type.id, area.area), area.earned, false);
    add(QString(), tr("All five fifths"), fairness->total, true);
    m_money->setTable({{tr("Outcome money"), false, true}, {tr("Weighted £"), true}, {tr("Flat £"), true}},
                      rows);
}

void FairnessPanel::refresh()
{
    if (const ContractPayment* payment = m_shown.payment())
        showMoney(*payment);
    refreshReview();
}

void FairnessPanel::refreshReview()
{
    const ContractReview& review = m_shown.review();
    m_verdict->setText(verdictSentence(m_document.plan(), review));
    QList<ShownTableRow> rows;
    for (const ReviewItem* item : shortReview(review))
        rows.append(reviewRow(m_document.plan(), review, *item, false));
    m_review->setTable({{tr("Item"), false, true}}, rows);
    m_reviewGrid->setVisible(!rows.isEmpty());
}

void FairnessPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

void FairnessPanel::refreshLook()
{
    m_verdict->setFont(textFont(TextSize::Body, TextWeight::Strong));
}

} // namespace placewright
