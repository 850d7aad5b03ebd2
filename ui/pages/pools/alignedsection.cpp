#include "ui/pages/pools/alignedsection.h"

#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"
#include "ui/models/shownmodel.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

AlignedSection::AlignedSection(PageContext context, QWidget* parent)
    : PoolsSection(context, parent)
    , m_model(new ShownModel(this))
    , m_panel(new Panel(this))
{
    auto* grid = new Grid(m_model, this);
    grid->view()->setObjectName(u"alignedGrid"_s);
    grid->view()->setAccessibleName(tr("Aligned money by partner"));
    grid->view()->setRowSelection(true);
    grid->view()->setFitsRows(true);
    m_panel->setObjectName(u"alignedPanel"_s);
    m_panel->setGrid(grid);
    wire(grid);
    wire(m_panel);
    auto* none =
        new EmptyState(Icon::PoolsAndRisk, tr("No risk to share"),
                       tr("Aligned money stays in each partner’s own accounts: there is no host, no pooled "
                          "fund and no risk share. Each partner bears what its own money ends over or "
                          "under."),
                       tr("Go to its contributions"), {}, this);
    auto* below = new Panel(this);
    below->setObjectName(u"alignedMeans"_s);
    below->setBody(none);
    below->setEnlargeable(false);
    connect(none, &EmptyState::mainActionRequested, this, [this] {
        QStringList ids;
        for (const Contribution& contribution : plan().contributions)
            if (contribution.fund == fund())
                ids.append(contribution.id.text());
        emit goTo(PageId::Funding, ids);
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::between);
    layout->addWidget(m_panel);
    layout->addWidget(below, 1);
}

void AlignedSection::refresh()
{
    const FundTotal* total = fundTotalOf(evaluation(), fund(), year());
    const QString name = nameOf(plan(), Fund::type.id, fund());
    const Sum income = total ? total->income : Sum();
    bool whole = income.amount.isWholePounds();
    if (total)
        whole = std::all_of(total->contributions.begin(), total->contributions.end(),
                            [](const FundShare& share) { return share.amount.amount.isWholePounds(); });
    const Pence pence = whole ? Pence::Never : Pence::Always;
    QList<ShownTableRow> rows;
    if (total)
        for (const FundShare& share : total->contributions)
            if (!share.amount.amount.isZero())
                rows.append({share.partner.text(),
                             false,
                             false,
                             {textCell(capitalised(partnerShown(plan(), share.partner))),
                              moneyCell(share.amount.amount, pence)}});
    const auto partners = static_cast<int>(rows.size());
    rows.append({QString(), false, true, {textCell(tr("Aligned")), moneyCell(income.amount, pence)}});
    m_model->setTable({{tr("Partner"), false, true}, {tr("%1 £").arg(year()), true}}, rows);
    m_title = tr("%1: %2 is aligned, not pooled").arg(name, formatMoney(income.amount));
    m_caption = tr("It is in view beside the pools, and outside sources, totals, conditions and risk.");
    m_panel->setTitle(tr("%n partner(s), each in its own accounts", nullptr, partners));
}

bool AlignedSection::showCell(const PoolCell& cell)
{
    return cell.id == fund();
}

} // namespace placewright
