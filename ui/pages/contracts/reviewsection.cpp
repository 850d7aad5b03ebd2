#include "ui/pages/contracts/reviewsection.h"

#include "core/words/contractwords.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/contracts/reviewtable.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastList = 380;
constexpr int leastCases = 480;
constexpr int leastCasesHigh = 260;
constexpr int leastDetail = 280;
constexpr int columnCount = 5; // of the cases

ShownTableCell maybeMoney(const std::optional<Money>& money)
{
    if (money)
        return moneyCell(*money, Pence::Always);
    ShownTableCell cell = textCell(ReviewSection::tr("not known"));
    cell.emphasis = Emphasis::Secondary;
    return cell;
}

} // namespace

ReviewSection::ReviewSection(const ContractsContext& context, QWidget* parent)
    : ContractsSection(context, parent)
    , m_cases(new ShownModel(this))
    , m_safePanel(addList(m_safe, "reviewSafe", tr("Is it safe to sign?"), m_safeItems))
    , m_beforePanel(addList(m_before, "reviewBefore", tr("Before signature"), m_beforeItems))
    , m_casesPanel(new Panel(this))
    , m_below(new QSplitter(Qt::Horizontal))
{
    Grid* cases = makeShownGrid(*m_cases, u"reviewCasesGrid"_s,
                                tr("Payment against cost at low, expected and high results, by year"));
    m_casesPanel->setObjectName(u"reviewCasesPanel"_s);
    m_casesPanel->setGrid(cases);
    m_casesPanel->setMinimumSize(leastCases, leastCasesHigh);
    wire(m_casesPanel);
    auto* before = new QWidget;
    auto* list = new QVBoxLayout(before);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_beforePanel);
    list->addStretch(1);
    before->setMinimumWidth(leastList);
    m_below->addWidget(before);
    m_below->addWidget(m_casesPanel);
    m_below->setChildrenCollapsible(false);
    m_below->setHandleWidth(space::between);
    m_below->setStretchFactor(0, 0);
    m_below->setStretchFactor(1, 1);
    m_below->setSizes({480, 730});
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    column->addWidget(m_safePanel);
    column->addWidget(m_below, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(all);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

Panel* ReviewSection::addList(ShownModel*& model, const char* name, const QString& words,
                              QList<ReviewItem>& items)
{
    model = new ShownModel(this);
    Grid* grid = makeShownGrid(*model, QLatin1StringView(name) + u"Grid"_s, words);
    grid->view()->setFitsRows(true);
    grid->view()->horizontalHeader()->hide();
    auto* panel = new Panel(this);
    panel->setObjectName(QLatin1StringView(name) + u"Panel"_s);
    panel->setGrid(grid);
    wire(panel);
    onRow(grid, [this, &items](int row) {
        if (row >= 0 && row < items.size() && !items.at(row).cell.entity.isEmpty())
            emit cellRequested(items.at(row).cell);
    });
    return panel;
}

void ReviewSection::refresh()
{
    const ContractReview& review = shown().review();
    m_safeItems.clear();
    m_beforeItems.clear();
    for (const ReviewItem& item : review.items)
        (item.isBeforeSignature() ? m_beforeItems : m_safeItems).append(item);
    m_title = verdictSentence(plan(), review);
    const ContractPayment* payment = shown().payment();
    m_caption = payment ? contractCaption(plan(), *payment) : QString();
    fillList(*m_safe, m_safeItems, review);
    fillList(*m_before, m_beforeItems, review);
    fillCases(review);
    m_safePanel->setTitle(m_title);
    m_safePanel->setCaption(tr("Do not sign rests on two things alone: expected results that leave the first "
                               "year below cost, and VAT that nobody funds."));
    m_beforePanel->setTitle(readinessTitle(review));
    m_beforePanel->setCaption(tr("A row leads to the field that settles it."));
}

void ReviewSection::fillList(ShownModel& model, const QList<ReviewItem>& items, const ContractReview& review)
{
    const bool isDetailed = &model == m_safe;
    QList<ShownTableRow> rows;
    for (const ReviewItem& item : items)
        rows.append(reviewRow(plan(), review, item, isDetailed));
    QList<ShownTableColumn> columns{{tr("Item"), false, true}};
    if (isDetailed)
        columns.append({tr("More"), false, false, detailWidth()});
    model.setTable(columns, rows);
}

// Half of what there is: both sentences are about as long.
int ReviewSection::detailWidth() const
{
    return std::max(leastDetail, width() / 2);
}

void ReviewSection::resizeEvent(QResizeEvent* event)
{
    ContractsSection::resizeEvent(event);
    if (m_safe->rowCount() > 0 && isVisible())
        fillList(*m_safe, m_safeItems, shown().review());
}

void ReviewSection::fillCases(const ContractReview& review)
{
    QList<ShownTableRow> rows;
    for (const ContractCase& one : review.cases) {
        const QString id = u"case-"_s + QString::number(static_cast<int>(one.at));
        ShownTableCell name = textCell(caseName(one.at));
        name.span = columnCount;
        rows.append({id, true, false, {name}});
        const auto add = [&](const ContractCaseYear& year, const QString& words, bool strong) {
            ShownTableCell margin = maybeMoney(year.margin);
            if (year.margin)
                margin.text = formatChange(*year.margin).remove(u'£');
            if (year.margin && year.margin->isNegative())
                margin.emphasis = Emphasis::Missed;
            ShownTableRow row{id + u'-' + year.year,
                              false,
                              false,
                              {textCell(words), moneyCell(year.payment, Pence::Always), maybeMoney(year.cost),
                               maybeMoney(year.unfundedVat), margin}};
            for (ShownTableCell& cell : row.cells)
                if (strong && cell.emphasis == Emphasis::None)
                    cell.emphasis = Emphasis::Strong;
            rows.append(row);
        };
        for (const ContractCaseYear& year : one.years)
            add(year, year.year, false);
        add(one.total, tr("Whole term"), true);
    }
    m_cases->setTable({{tr("Year"), false, true},
                       {tr("Payment £"), true},
                       {tr("Cost £"), true},
                       {tr("VAT not funded £"), true},
                       {tr("To spare £"), true}},
                      rows);
    m_casesPanel->setTitle(casesTitle(review));
    m_casesPanel->setCaption(tr("Payment less the provider’s cost and VAT that nobody funds, year by year."));
}

QString ReviewSection::casesTitle(const ContractReview& review)
{
    const auto said = [&](ResultsAt at) {
        const ContractCase* one = review.caseAt(at);
        if (!one || !one->total.margin)
            return QString();
        const QString amount = formatMoney(one->total.margin->abs());
        return one->total.margin->isNegative() ? tr("%1 short").arg(amount) : tr("%1 to spare").arg(amount);
    };
    const QString likely = said(ResultsAt::Likely);
    const QString low = said(ResultsAt::Low);
    if (likely.isEmpty())
        return tr("What is left over cost is not known");
    return low.isEmpty() ? tr("Over the term: %1 at likely results").arg(likely)
                         : tr("Over the term: %1 at likely results, %2 at low").arg(likely, low);
}

QVariantMap ReviewSection::viewState() const
{
    return {{u"below"_s, m_below->saveState()}};
}

void ReviewSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_below->orientation();
    m_below->restoreState(state.value(u"below"_s).toByteArray());
    m_below->setOrientation(orientation);
}

void ReviewSection::setNarrow(bool narrow)
{
    m_below->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
