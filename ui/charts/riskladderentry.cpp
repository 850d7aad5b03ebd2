#include "ui/charts/riskladderentry.h"

#include "ui/charts/riskladderchart.h"

#include <QLineEdit>

namespace placewright {

using namespace Qt::StringLiterals;

RiskLadderEntry::RiskLadderEntry(RiskLadderChart* chart)
    : ChartEntry(chart, tr("Arrows £1,000, Page £10,000"))
    , m_ladder(chart)
{
    addText(tr("Outturn"));
    QLineEdit* pounds = addField(u"+100,000,000.00"_s);
    pounds->setObjectName(u"outturnField"_s);
    pounds->setAccessibleName(tr("Outturn against plan, pounds"));
    addText(tr("or", "pounds or a percentage"));
    QLineEdit* share = addField(u"+100.00%"_s);
    share->setObjectName(u"outturnShareField"_s);
    share->setAccessibleName(tr("Outturn against plan, percentage of the fund"));
    connect(chart, &RiskLadderChart::outturnDragging, this, &RiskLadderEntry::refresh);
    connect(chart, &RiskLadderChart::dragEnded, this, &RiskLadderEntry::refresh);
    refresh();
}

void RiskLadderEntry::refresh()
{
    const bool any = !m_ladder->isEmpty();
    setEnabled(any && m_ladder->m_data.adjustable);
    const Money variance = m_ladder->variance();
    if (!isTyped(0))
        setShown(0, any ? RiskLadderChart::changeText(variance) : QString());
    if (!isTyped(1))
        setShown(1, any ? m_ladder->shareText(variance) : QString());
}

QString RiskLadderEntry::ask(int field, const QString& typed)
{
    return field == 0 ? m_ladder->requestText(typed) : m_ladder->requestShareText(typed);
}

} // namespace placewright
