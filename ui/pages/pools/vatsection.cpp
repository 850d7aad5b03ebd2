#include "ui/pages/pools/vatsection.h"

#include "core/plan/names.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"

#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

VatSection::VatSection(PageContext context, QWidget* parent)
    : PoolsSection(context, parent)
    , m_model(context.document)
    , m_grid(makeGrid(m_model, u"vatGrid"_s, tr("VAT of each pooled scheme")))
    , m_panel(new Panel(this))
{
    m_panel->setObjectName(u"vatPanel"_s);
    m_panel->setGrid(m_grid);
    wire(m_panel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
}

void VatSection::refresh()
{
    const QList<VatState>& states = m_model.states();
    QStringList open;
    Money irrecoverable;
    for (const VatState& state : states) {
        if (!state.settled || state.disagree)
            open.append(nameOf(plan(), Scheme::type.id, state.scheme));
        irrecoverable += state.irrecoverable;
    }
    const QString amount = formatMoney(m_model.atRisk());
    const auto count = static_cast<int>(open.size());
    if (open.isEmpty())
        m_title = states.isEmpty() ? tr("No pooled scheme spends in %1").arg(year())
                                   : tr("VAT is settled for every pooled scheme");
    else if (count == 1)
        m_title = tr("%1 at risk: the VAT of %2 is not settled").arg(amount, open.first());
    else
        m_title = tr("%1 at risk: the VAT of %n scheme(s) is not settled", nullptr, count).arg(amount);
    m_caption = irrecoverable.isZero()
                    ? tr("No irrecoverable VAT is planned.")
                    : tr("%1 of VAT cannot be recovered and is planned.").arg(formatMoney(irrecoverable));
    m_panel->setTitle(count == 0 ? tr("Every route is settled")
                                 : tr("%n route(s) to settle", nullptr, count));
    m_panel->setCaption(
        tr("Whose VAT rules a scheme follows: those of the body that delivers it, agreed by the "
           "partners. Irrecoverable VAT is typed on the lines, on the page Schemes."));
}

bool VatSection::showCell(const PoolCell& cell)
{
    const QModelIndex at = m_model.indexOf(cell.id, std::max(0, m_model.columnOf(u"vatRoute")));
    if (!at.isValid())
        return false;
    m_grid->view()->setFocus();
    m_grid->view()->setCurrentIndex(m_grid->view()->shownIndex(at));
    return true;
}

} // namespace placewright
