#include "ui/charts/paycurvechart.h"

#include "core/money/rate.h"
#include "ui/charts/charttable.h"
#include "ui/charts/paycurveentry.h"
#include "ui/theme/space.h"

#include <QKeyEvent>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largeStep = 10;
constexpr qreal nearLine = 6; // pixels

} // namespace

PayCurveChart::PayCurveChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PayCurveChart::setData(const PayCurveData& newData)
{
    m_data = newData;
    if (m_data.step <= Ratio(0))
        m_data.step = PayCurveData().step;
    m_preview.reset();
    m_move.reset();
    rebuild();
}

void PayCurveChart::setPreview(const std::optional<PayCurveData>& preview)
{
    m_preview = preview;
    const auto sameLine = [](const PayCurveLine& a, const PayCurveLine& b) { return a.id == b.id; };
    if (m_preview && !std::equal(m_preview->lines.begin(), m_preview->lines.end(), m_data.lines.begin(),
                                 m_data.lines.end(), sameLine))
        m_preview.reset(); // of another contract
    rebuild();
}

bool PayCurveChart::isEmpty() const
{
    return m_data.most <= m_data.least ||
           std::all_of(m_data.lines.begin(), m_data.lines.end(),
                       [](const PayCurveLine& line) { return line.points.isEmpty(); });
}

QAbstractItemModel* PayCurveChart::twinModel() const
{
    return m_table;
}

QWidget* PayCurveChart::entryRow()
{
    if (!m_entry)
        m_entry = new PayCurveEntry(this);
    return m_entry;
}

QSize PayCurveChart::sizeHint() const
{
    return {700, 330};
}

QSize PayCurveChart::minimumSizeHint() const
{
    return {380, 240};
}

QSizeF PayCurveChart::exportSize() const
{
    return {std::max<qreal>(width(), 640), std::max<qreal>(height(), 320)};
}

int PayCurveChart::lineAt(const QString& lineId) const
{
    for (int i = 0; i < m_data.lines.size(); ++i) {
        if (m_data.lines.at(i).id == lineId)
            return i;
    }
    return -1;
}

std::optional<Ratio> PayCurveChart::attainmentOf(int line) const
{
    return m_move && m_move->line == line ? m_move->attainment : shown().lines.at(line).now;
}

// As the points say, straight between two of them; for the result now as it says.
Money PayCurveChart::paysAt(int at, const Ratio& attainment) const
{
    const PayCurveLine& line = shown().lines.at(at);
    if (line.now == attainment)
        return line.paysNow;
    if (line.points.isEmpty())
        return {};
    const auto above =
        std::lower_bound(line.points.begin(), line.points.end(), attainment,
                         [](const PayPoint& point, const Ratio& value) { return point.attainment < value; });
    if (above == line.points.end())
        return line.points.last().pays;
    if (above == line.points.begin() || above->attainment == attainment)
        return above->pays;
    const PayPoint& below = *(above - 1);
    const Ratio way = (attainment - below.attainment) / (above->attainment - below.attainment);
    return below.pays + scaled(above->pays - below.pays, way, Rounding::HalfAwayFromZero);
}

Ratio PayCurveChart::snapped(const Ratio& attainment) const
{
    return Ratio((attainment / m_data.step).unitsAt(0, Rounding::HalfAwayFromZero)) * m_data.step;
}

bool PayCurveChart::beginMove(int mark)
{
    if (!m_data.adjustable || isEmpty() || !m_data.lines.at(mark).now)
        return false;
    if (!m_move || m_move->line != mark)
        m_move = Move{mark, *m_data.lines.at(mark).now, *m_data.lines.at(mark).now, 0};
    return true;
}

void PayCurveChart::moveTo(const Ratio& wanted)
{
    const Ratio to = std::clamp(wanted, m_data.least, m_data.most);
    if (to == m_move->attainment)
        return;
    m_move->attainment = to;
    update();
    emit attainmentDragging(m_data.lines.at(m_move->line).id, to);
}

void PayCurveChart::endMove(bool apply)
{
    if (!m_move)
        return;
    const Move move = *m_move;
    const QString id = m_data.lines.at(move.line).id;
    m_move.reset();
    m_preview.reset();
    rebuild();
    if (apply && move.attainment != move.from)
        emit attainmentRequested(id, move.attainment);
    emit dragEnded();
}

// The nearest dot, of two in one place the current one; then names; then the nearest line.
int PayCurveChart::markAt(const QPointF& pos) const
{
    if (isEmpty())
        return -1;
    const Plot plot = plotIn(rect());
    int nearest = -1;
    qreal best = space::target / 2.0;
    for (int i = 0; i < shown().lines.size(); ++i) {
        const std::optional<QPointF> dot = dotOf(i, plot);
        if (!dot)
            continue;
        const qreal far = std::max(std::abs(dot->x() - pos.x()), std::abs(dot->y() - pos.y()));
        if (far < best || (far == best && i == currentMark())) {
            best = far;
            nearest = i;
        }
    }
    if (nearest >= 0)
        return nearest;
    for (const ChartLabel& label : plot.ends) {
        if (label.rect.contains(pos))
            return lineAt(label.id);
    }
    if (!plot.rect.adjusted(0, -nearLine, 0, nearLine).contains(pos))
        return -1;
    best = nearLine;
    for (int i = 0; i < shown().lines.size(); ++i) {
        const qreal far = std::abs(plot.y.pixel(levelAt(i, plot.x.value(pos.x()))) - pos.y());
        if (far < best) {
            best = far;
            nearest = i;
        }
    }
    return nearest;
}

void PayCurveChart::markPressed(int mark, const QPointF& pos)
{
    const std::optional<QPointF> dot = dotOf(mark, plotIn(rect()));
    if (dot && marks().at(mark).rect.contains(pos) && beginMove(mark))
        m_move->grab = pos.x() - dot->x();
}

void PayCurveChart::markDragged(int, const QPointF& pos)
{
    if (!m_move)
        return;
    const ChartScale x = scale(); // whole steps; only the place on the screen is inexact
    const double wanted = std::clamp(x.value(pos.x() - m_move->grab), x.low, x.high);
    moveTo(Ratio(std::llround(wanted / m_data.step.toDoubleForCharts())) * m_data.step);
}

void PayCurveChart::markReleased(int, bool dragged)
{
    endMove(dragged);
}

void PayCurveChart::leaveMark(int)
{
    endMove(true);
}

bool PayCurveChart::markKey(int mark, QKeyEvent* event)
{
    const auto to = [&](const Ratio& attainment) {
        if (beginMove(mark))
            moveTo(attainment);
        return true;
    };
    // From what the figure shows: 78.59, written 78.6, goes to 78.7.
    const auto by = [&](qint64 steps) {
        return beginMove(mark) ? to(snapped(m_move->attainment) + Ratio(steps) * m_data.step) : true;
    };
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_move)
            endMove(true);
        else if (m_entry && m_entry->isVisible())
            m_entry->startTyping();
        return true;
    case Qt::Key_Escape:
        if (!m_move)
            return false;
        endMove(false);
        return true;
    case Qt::Key_Left:
        return by(-1);
    case Qt::Key_Right:
        return by(1);
    case Qt::Key_PageDown:
        return by(-largeStep);
    case Qt::Key_PageUp:
        return by(largeStep);
    case Qt::Key_Home:
        return to(m_data.least);
    case Qt::Key_End:
        return to(m_data.most);
    default:
        return false;
    }
}

QString PayCurveChart::requestText(const QString& lineId, const QString& text)
{
    const int line = lineAt(lineId);
    const QString typed = text.trimmed();
    if (isEmpty() || line < 0)
        return tr("There is nothing here yet that pays by results.");
    if (!m_data.adjustable)
        return tr("Results cannot be tried here.");
    const PayCurveLine& of = m_data.lines.at(line);
    const QString example = figure(of.now.value_or(m_data.least));
    const Result<Rate> rate = Rate::parse(typed);
    if (!rate)
        return rate.error().text;
    if (m_data.unit != u'%' && typed.endsWith(u'%'))
        return tr("“%1” is a percentage and %2 is not: type a figure such as %3.")
            .arg(typed, m_data.measureName, example);
    const Ratio attainment = rate->exact();
    if (attainment < m_data.least || attainment > m_data.most)
        return tr("%1: %2 is not between %3 and %4, the ends of the axis: type a figure between them.",
                  "a line; what was typed; two ends")
            .arg(of.name, typed, plainFigure(m_data.least), plainFigure(m_data.most));
    if (of.now != attainment)
        emit attainmentRequested(lineId, attainment);
    return {};
}

} // namespace placewright
