#include "ui/charts/needgapentry.h"

#include "ui/charts/needgapchart.h"

#include <QLabel>
#include <QLineEdit>

namespace placewright {

using namespace Qt::StringLiterals;

NeedGapEntry::NeedGapEntry(NeedGapChart* chart)
    : ChartEntry(chart, tr("Drag a dot, or press Enter and type"))
    , m_gaps(chart)
    , m_name(addText())
{
    addField(u"1,000,000.00"_s);
    addText(tr("moves within the same lines"));
    connect(chart, &NeedGapChart::dragging, this, [this](const QString& areaId, Money amount) {
        if (areaId == m_areaId && !m_gaps->m_total.isZero())
            field()->setText(formatPercent(Ratio::of(amount, m_gaps->m_total)));
    });
    connect(chart, &NeedGapChart::dragEnded, this, &NeedGapEntry::refresh);
    refresh();
}

void NeedGapEntry::refresh()
{
    const QList<ChartMark> marks = m_gaps->marks();
    const int current = m_gaps->currentMark();
    setEnabled(current < marks.size() && marks.at(current).adjustable);
    if (current >= marks.size())
        return;
    if (m_areaId == marks.at(current).id && isTyped(0))
        return;
    m_areaId = marks.at(current).id;
    const auto* row = m_gaps->rowOf(m_areaId);
    m_name->setText(tr("%1, share of money").arg(row->area.name));
    field()->setAccessibleName(m_name->text());
    field()->setToolTip(formatMoney(row->area.money));
    setShown(0, formatPercent(Ratio(row->moneyTenths, 1000)));
}

QString NeedGapEntry::ask(int, const QString& typed)
{
    return m_gaps->requestText(m_areaId, typed);
}

} // namespace placewright
