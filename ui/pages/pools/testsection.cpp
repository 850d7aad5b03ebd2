#include "ui/pages/pools/testsection.h"

#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

TestSection::TestSection(PageContext context, QWidget* parent)
    : PoolsSection(context, parent)
    , m_model(context.document)
    , m_grid(makeGrid(m_model, u"testOutturnGrid"_s, tr("Tested outturn of each scheme")))
    , m_panel(new Panel(this))
    , m_clear(new QPushButton(tr("Clear test"), this))
{
    m_panel->setObjectName(u"testOutturnPanel"_s);
    m_panel->setGrid(m_grid);
    m_clear->setObjectName(u"clearTest"_s);
    m_clear->setToolTip(tr("Every scheme of the fund ends at its plan again"));
    m_panel->addTool(m_clear);
    wire(m_panel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_model.clearTest(); });
}

void TestSection::refresh()
{
    m_model.setFund(fund());
    const FundSettlement* settlement = settlementOf(evaluation(), fund(), year());
    m_title = settlement
                  ? riskHeadline(plan(), *settlement)
                  : tr("%1: nothing is planned in %2").arg(nameOf(plan(), Fund::type.id, fund()), year());
    m_caption = settlement ? riskCaption(plan(), *settlement) : QString();
    m_panel->setTitle(settlement && !m_model.isTested()
                          ? tr("Every scheme is tested at its plan")
                          : tr("What if schemes end over or under their plan?"));
    m_panel->setCaption(settlement ? testSentence(plan(), settlement->risk) : QString());
    m_clear->setEnabled(m_model.isTested() && !document().isReadOnly());
}

bool TestSection::showCell(const PoolCell& cell)
{
    const int column = m_model.columnOf(cell.field, {Id(year()), {}});
    const QModelIndex at = m_model.indexOf(cell.id, column);
    if (column < 0 || !at.isValid())
        return false;
    m_grid->view()->setFocus();
    m_grid->view()->setCurrentIndex(m_grid->view()->shownIndex(at));
    return true;
}

} // namespace placewright
