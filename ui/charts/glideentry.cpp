#include "ui/charts/glideentry.h"

#include "ui/charts/glidechart.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

GlideEntry::GlideEntry(GlideChart* chart)
    : ChartEntry(chart, tr("Drag a floor, or press Enter and type"))
    , m_glide(chart)
    , m_name(addText())
{
    addField(u"100.00%"_s);
    addText(tr("below fair share"));
    connect(chart, &GlideChart::limitDragging, this, &GlideEntry::refresh);
    connect(chart, &GlideChart::dragEnded, this, &GlideEntry::refresh);
    refresh();
}

void GlideEntry::refresh()
{
    const bool any = m_glide->handles() > 0;
    setEnabled(any && m_glide->m_data.adjustable);
    if (!any) {
        m_yearId.clear();
        m_name->setText(tr("Nobody more than"));
        setShown(0, {});
        return;
    }
    const int year = std::max(1, m_glide->yearOf(m_glide->currentMark()));
    const GlideYear& of = m_glide->shown().years.at(year);
    if (m_yearId == of.id && isTyped(0))
        return;
    m_yearId = of.id;
    const bool moving = m_glide->m_move && m_glide->m_move->yearId == of.id;
    m_name->setText(tr("%1, nobody more than", "a year").arg(of.name));
    field()->setAccessibleName(tr("%1, nobody more than this far below fair share").arg(of.name));
    field()->setPlaceholderText(tr("no limit"));
    setShown(0, of.limit || moving ? GlideChart::limitText(m_glide->limitOf(year)) : QString());
}

QString GlideEntry::ask(int, const QString& typed)
{
    return m_glide->requestText(m_yearId, typed);
}

} // namespace placewright
