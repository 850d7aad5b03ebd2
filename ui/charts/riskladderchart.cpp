#include "ui/charts/riskladderchart.h"

#include "core/money/rate.h"
#include "core/money/ratio.h"
#include "ui/charts/charttable.h"
#include "ui/charts/riskladderentry.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 snapPounds = 1000;

Money smallStep()
{
    return Money::fromPounds(snapPounds);
}

Money largeStep()
{
    return Money::fromPounds(10 * snapPounds);
}

Money snapped(double pounds)
{
    return Money::fromPounds(std::llround(pounds / snapPounds) * snapPounds);
}

Money partOf(Money money, qint64 numerator, qint64 denominator)
{
    return scaled(money, Ratio(numerator, denominator), Rounding::HalfAwayFromZero);
}

} // namespace

RiskLadderChart::RiskLadderChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void RiskLadderChart::setData(const LadderData& newData)
{
    const bool keepsWindow = !isEmpty() && m_data.focusLeast == newData.focusLeast &&
                             m_data.focusMost == newData.focusMost && m_data.least == newData.least &&
                             m_data.most == newData.most;
    m_data = newData;
    m_preview.reset();
    m_move.reset();
    m_windowMove.reset();
    if (!keepsWindow && m_data.focusLeast < m_data.focusMost)
        setFocusWindow(m_data.focusLeast, m_data.focusMost);
    else if (!keepsWindow)
        setFocusWindow(m_data.least, m_data.most);
    if (!isEmpty())
        showInFocus(m_data.test);
    rebuild();
}

void RiskLadderChart::setPreview(const std::optional<LadderData>& preview)
{
    m_preview = preview;
    if (m_preview &&
        (isEmpty() || m_preview->points.size() < 2 || m_preview->series.size() != m_data.series.size() ||
         m_preview->fundTotal != m_data.fundTotal))
        m_preview.reset(); // of another fund
    rebuild();
}

bool RiskLadderChart::isEmpty() const
{
    return m_data.points.size() < 2 || m_data.series.isEmpty() || m_data.fundTotal <= Money() ||
           m_data.most <= m_data.least;
}

QAbstractItemModel* RiskLadderChart::twinModel() const
{
    return m_table;
}

QWidget* RiskLadderChart::entryRow()
{
    if (!m_entry)
        m_entry = new RiskLadderEntry(this);
    return m_entry;
}

QSize RiskLadderChart::sizeHint() const
{
    return {700, 330};
}

QSize RiskLadderChart::minimumSizeHint() const
{
    return {380, 240};
}

QSizeF RiskLadderChart::exportSize() const
{
    return {std::max<qreal>(width(), 640), std::max<qreal>(height(), 320)};
}

RiskLadderChart::MarkOf RiskLadderChart::markOf(int mark) const
{
    const auto kinks = static_cast<int>(shown().kinks.size());
    const auto series = static_cast<int>(shown().series.size());
    if (mark <= 0)
        return {Part::Handle, 0};
    if (mark <= kinks)
        return {Part::Kink, mark - 1};
    return mark <= kinks + series ? MarkOf{Part::Series, mark - kinks - 1} : MarkOf{Part::Window, 0};
}

int RiskLadderChart::markOf(Part part, int at) const
{
    const auto kinks = static_cast<int>(shown().kinks.size());
    switch (part) {
    case Part::Handle:
        return 0;
    case Part::Kink:
        return 1 + at;
    case Part::Series:
        return 1 + kinks + at;
    case Part::Window:
        break;
    }
    return 1 + kinks + static_cast<int>(shown().series.size());
}

// As the points say, straight between two of them; at the test as the test says.
QList<Money> RiskLadderChart::partsAt(Money at) const
{
    const LadderData& present = shown();
    const QList<LadderPoint>& points = present.points;
    if (at == present.test && present.testPoint.parts.size() == present.series.size())
        return present.testPoint.parts;
    const auto above =
        std::lower_bound(points.begin(), points.end(), at,
                         [](const LadderPoint& point, Money variance) { return point.variance < variance; });
    QList<Money> parts;
    if (above == points.end() || above == points.begin() || above->variance == at) {
        parts = above == points.end() ? points.last().parts : above->parts;
        parts.resize(present.series.size());
        return parts;
    }
    const LadderPoint& below = *(above - 1);
    const Ratio way = Ratio::of(at - below.variance, above->variance - below.variance);
    for (qsizetype i = 0; i < present.series.size(); ++i) {
        const Money from = below.parts.value(i);
        parts.append(from + scaled(above->parts.value(i) - from, way, Rounding::HalfAwayFromZero));
    }
    return parts;
}

void RiskLadderChart::setFocusWindow(Money least, Money most)
{
    const Money width = std::min(most - least, m_data.most - m_data.least);
    m_focusLeast = std::clamp(least, m_data.least, m_data.most - width);
    m_focusMost = m_focusLeast + width;
}

void RiskLadderChart::shiftFocus(Money by)
{
    if (isEmpty())
        return;
    const Money before = m_focusLeast;
    setFocusWindow(m_focusLeast + by, m_focusMost + by);
    if (m_focusLeast == before)
        return;
    dataChanged();
    emit focusShifted(m_focusLeast, m_focusMost);
    if (markOf(currentMark()).part == Part::Window && hasFocus())
        emit wordsChanged(wordsFor(marks().at(currentMark())));
}

// With an eighth of the window beyond it, so that one sees what comes next.
void RiskLadderChart::showInFocus(Money variance)
{
    if (inFocus(variance))
        return;
    const Money room = partOf(m_focusMost - m_focusLeast, 1, 8);
    shiftFocus(variance < m_focusLeast ? variance - room - m_focusLeast : variance + room - m_focusMost);
}

bool RiskLadderChart::beginMove()
{
    if (!m_data.adjustable || isEmpty())
        return false;
    if (!m_move)
        m_move = Move{m_data.test, m_data.test, m_focusLeast, m_focusMost, 0};
    return true;
}

void RiskLadderChart::moveTo(Money wanted)
{
    const Money to = std::clamp(wanted, m_data.least, m_data.most);
    if (to == m_move->variance)
        return;
    m_move->variance = to;
    showInFocus(to);
    update();
    emit outturnDragging(to);
}

void RiskLadderChart::endMove(bool apply)
{
    if (!m_move)
        return;
    const Move move = *m_move;
    m_move.reset();
    if (!apply)
        setFocusWindow(move.focusLeast, move.focusMost);
    m_preview.reset();
    rebuild();
    if (apply && move.variance != move.from)
        emit outturnRequested(move.variance);
    emit dragEnded();
}

void RiskLadderChart::markPressed(int mark, const QPointF& pos)
{
    if (isEmpty())
        return;
    const Plot plot = plotIn(rect());
    switch (markOf(mark).part) {
    case Part::Handle: {
        const QRectF handle = marks().first().rect;
        if (handle.contains(pos) && beginMove())
            m_move->grab = pos.x() - handle.center().x();
        break;
    }
    case Part::Window:
        if (!plot.window.contains(pos)) { // beside it on the strip: bring it here
            const Money half = partOf(m_focusMost - m_focusLeast, 1, 2);
            shiftFocus(snapped(plot.strip.value(pos.x())) - half - m_focusLeast);
        }
        m_windowMove = WindowMove{m_focusLeast, pos.x()};
        break;
    case Part::Kink:
    case Part::Series:
        break;
    }
}

void RiskLadderChart::markDragged(int, const QPointF& pos)
{
    if (m_windowMove) {
        const ChartScale strip = stripScale();
        const Money by = snapped(strip.value(pos.x()) - strip.value(m_windowMove->from));
        shiftFocus(m_windowMove->least + by - m_focusLeast);
        return;
    }
    if (!m_move)
        return;
    const ChartScale x =
        scale(); // whole thousands inside the window; only the place on the screen is inexact
    const double first = std::ceil(x.low / snapPounds) * snapPounds;
    const double last = std::floor(x.high / snapPounds) * snapPounds;
    moveTo(snapped(std::clamp(x.value(pos.x() - m_move->grab), first, std::max(first, last))));
}

void RiskLadderChart::markReleased(int, bool dragged)
{
    m_windowMove.reset();
    endMove(dragged);
}

void RiskLadderChart::leaveMark(int)
{
    endMove(true);
}

void RiskLadderChart::keyPressEvent(QKeyEvent* event)
{
    const bool isAcross = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isAcross && event->modifiers() == Qt::ControlModifier && !isEmpty()) {
        const Money step = partOf(m_data.fundTotal, 1, 100);
        shiftFocus(event->key() == Qt::Key_Left ? -step : step);
        return;
    }
    Chart::keyPressEvent(event);
}

bool RiskLadderChart::markKey(int mark, QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_move)
            endMove(true);
        else if (m_entry && m_entry->isVisible())
            m_entry->startTyping();
        return true;
    }
    if (event->key() == Qt::Key_Escape && (m_move || m_windowMove)) {
        if (m_windowMove)
            shiftFocus(m_windowMove->least - m_focusLeast);
        m_windowMove.reset();
        endMove(false);
        return true;
    }
    switch (markOf(mark).part) {
    case Part::Handle:
        return handleKey(event->key());
    case Part::Window:
        return windowKey(event->key());
    case Part::Kink:
    case Part::Series:
        break;
    }
    return false;
}

bool RiskLadderChart::handleKey(int key)
{
    const auto to = [this](Money variance) {
        if (beginMove())
            moveTo(variance);
        return true;
    };
    switch (key) {
    case Qt::Key_Left:
        return to(variance() - smallStep());
    case Qt::Key_Right:
        return to(variance() + smallStep());
    case Qt::Key_PageDown:
        return to(variance() - largeStep());
    case Qt::Key_PageUp:
        return to(variance() + largeStep());
    case Qt::Key_Home:
        return to(m_data.least);
    case Qt::Key_End:
        return to(m_data.most);
    default:
        return false;
    }
}

bool RiskLadderChart::windowKey(int key)
{
    const Money step = partOf(m_data.fundTotal, 1, 100);
    const Money page = m_focusMost - m_focusLeast;
    switch (key) {
    case Qt::Key_Left:
        shiftFocus(-step);
        return true;
    case Qt::Key_Right:
        shiftFocus(step);
        return true;
    case Qt::Key_PageDown:
        shiftFocus(-page);
        return true;
    case Qt::Key_PageUp:
        shiftFocus(page);
        return true;
    case Qt::Key_Home:
        shiftFocus(m_data.least - m_focusLeast);
        return true;
    case Qt::Key_End:
        shiftFocus(m_data.most - m_focusMost);
        return true;
    default:
        return false;
    }
}

QString RiskLadderChart::requestVariance(Money variance)
{
    if (isEmpty())
        return tr("There is no fund to test here yet.");
    if (!m_data.adjustable)
        return tr("The outturn cannot be tested here.");
    if (variance < m_data.least || variance > m_data.most)
        return tr("%1 is not between %2 and %3, the ends of the strip: type an amount between them.")
            .arg(formatChange(variance), formatChange(m_data.least), formatChange(m_data.most));
    if (variance != m_data.test)
        emit outturnRequested(variance);
    showInFocus(variance);
    return {};
}

QString RiskLadderChart::requestText(const QString& text)
{
    const QString typed = text.trimmed();
    if (typed.endsWith(u'%'))
        return requestShareText(typed);
    const Result<Money> money = parseMoney(typed);
    return money ? requestVariance(*money) : money.error().text;
}

QString RiskLadderChart::requestShareText(const QString& text)
{
    const Result<Rate> rate = Rate::parse(text.trimmed());
    if (!rate)
        return rate.error().text;
    const Ratio share = rate->exact() / Ratio(100);
    if (share < Ratio(-10) || share > Ratio(10)) // far outside any range; what follows cannot overflow
        return tr("%1 is too far from plan: type a percentage of the fund.").arg(text.trimmed());
    return requestVariance(scaled(m_data.fundTotal, share, Rounding::HalfAwayFromZero));
}

} // namespace placewright
