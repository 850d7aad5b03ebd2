#include "ui/charts/paycurveentry.h"

#include "ui/charts/paycurvechart.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

PayCurveEntry::PayCurveEntry(PayCurveChart* chart)
    : ChartEntry(chart, {})
    , m_curve(chart)
    , m_lines(addChoice())
{
    m_lines->setAccessibleName(tr("Whose result"));
    addField(u"100.00%"_s);
    m_earns = addText();
    connect(m_lines, &QComboBox::activated, chart, &Chart::setCurrentMark);
    connect(chart, &PayCurveChart::attainmentDragging, this, &PayCurveEntry::refresh);
    connect(chart, &PayCurveChart::dragEnded, this, &PayCurveEntry::refresh);
    refresh();
}

void PayCurveEntry::refresh()
{
    const PayCurveData& terms = m_curve->m_data;
    const bool any = !m_curve->isEmpty();
    const bool adjustable = any && terms.adjustable;
    setEnabled(any);
    field()->setEnabled(adjustable); // one may still choose and read
    const QString step =
        formatDecimal(terms.step, m_curve->exactPlaces(terms.step, 0), Rounding::HalfAwayFromZero);
    setHint(!any                 ? QString()
            : !adjustable        ? tr("Dots: results now")
            : terms.unit == u'%' ? tr("Dots: results now. Drag, or arrows %1 point").arg(step)
                                 : tr("Dots: results now. Drag, or arrows %1").arg(step));
    if (!any) {
        m_lineId.clear();
        setChoices(m_lines, {});
        fit();
        setShown(0, {});
        return;
    }
    fit();
    const int at = m_curve->currentMark();
    const PayCurveLine& line = m_curve->shown().lines.at(at);
    if (m_lineId == line.id && isTyped(0))
        return;
    m_lineId = line.id;
    field()->setAccessibleName(tr("%1, result", "a line").arg(line.name));
    field()->setPlaceholderText(tr("not known"));
    const std::optional<Ratio> attainment = m_curve->attainmentOf(at);
    setShown(0, attainment ? m_curve->figure(*attainment) : QString());
}

void PayCurveEntry::fit()
{
    if (m_curve->isEmpty()) {
        m_earns->clear();
        return;
    }
    const int at = m_curve->currentMark();
    const QString whole = m_curve->earnsWords(at);
    const QString brief = m_curve->earnsWords(at, true);
    const QFontMetrics words(m_earns->font());
    const QFontMetrics choices(m_lines->font());
    const int edges = 2 * space::large; // about a choice: its frame and arrow
    const int room = width() - field()->width() - 3 * space::medium;
    QStringList names;
    QStringList shortNames;
    int widest = 0;
    for (const PayCurveLine& line : m_curve->shown().lines) {
        names.append(line.name);
        shortNames.append(line.shortName.isEmpty() ? line.name : line.shortName);
        widest = std::max(widest, choices.horizontalAdvance(line.name) + edges);
    }
    setChoices(m_lines, widest + words.horizontalAdvance(brief) <= room ? names : shortNames);
    m_lines->setCurrentIndex(at);
    const int left = room - m_lines->sizeHint().width();
    m_earns->setText(words.horizontalAdvance(whole) <= left ? whole : brief);
    m_earns->setToolTip(whole);
    m_earns->setMinimumWidth(words.horizontalAdvance(brief)); // the whole does not hold the row open
    fitHint();
}

void PayCurveEntry::resizeEvent(QResizeEvent* event)
{
    fit();
    ChartEntry::resizeEvent(event);
}

QString PayCurveEntry::ask(int, const QString& typed)
{
    return m_curve->requestText(m_lineId, typed);
}

} // namespace placewright
