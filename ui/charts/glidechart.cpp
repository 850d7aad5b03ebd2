#include "ui/charts/glidechart.h"

#include "core/money/rate.h"
#include "ui/charts/charttable.h"
#include "ui/charts/glideentry.h"
#include "ui/theme/space.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallStep = 1; // tenths of a percentage point
constexpr qint64 largeStep = 10;

Ratio tenths(qint64 units)
{
    return {units, 1000};
}

Ratio magnitude(const Ratio& ratio)
{
    return ratio.isNegative() ? -ratio : ratio;
}

} // namespace

GlideChart::GlideChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void GlideChart::setData(const GlideData& newData)
{
    m_data = newData;
    m_preview.reset();
    m_move.reset();
    rebuild();
}

void GlideChart::setPreview(const std::optional<GlideData>& preview)
{
    m_preview = preview;
    if (m_preview &&
        (m_preview->years.size() != m_data.years.size() || m_preview->areas.size() != m_data.areas.size()))
        m_preview.reset(); // of another plan
    rebuild();
}

QAbstractItemModel* GlideChart::twinModel() const
{
    return m_table;
}

QWidget* GlideChart::entryRow()
{
    if (!m_entry)
        m_entry = new GlideEntry(this);
    return m_entry;
}

QSize GlideChart::sizeHint() const
{
    return {640, 380};
}

QSize GlideChart::minimumSizeHint() const
{
    return {340, 240};
}

QSizeF GlideChart::exportSize() const
{
    return {std::max<qreal>(width(), 480), std::max<qreal>(height(), 320)};
}

int GlideChart::yearOf(int mark) const
{
    const auto years = static_cast<int>(m_data.years.size());
    return mark < handles() ? mark + 1 : (mark - handles()) % years;
}

int GlideChart::areaOf(int mark) const
{
    const auto years = static_cast<int>(m_data.years.size());
    return mark < handles() ? -1 : (mark - handles()) / years;
}

int GlideChart::markOf(int area, int year) const
{
    const auto years = static_cast<int>(m_data.years.size());
    return area < 0 ? year - 1 : handles() + area * years + year;
}

int GlideChart::yearAt(const QString& yearId) const
{
    for (int i = 0; i < m_data.years.size(); ++i) {
        if (m_data.years.at(i).id == yearId)
            return i;
    }
    return -1;
}

// Handles first, then the nearest point, the nearest line, the label at a line's end.
int GlideChart::markAt(const QPointF& pos) const
{
    if (isEmpty())
        return -1;
    const QList<ChartMark> all = marks();
    for (int i = 0; i < handles(); ++i) {
        if (all.at(i).rect.contains(pos))
            return i;
    }
    const Plot plot = plotIn(rect());
    int nearest = -1;
    qreal best = space::target / 2.0;
    for (int i = handles(); i < all.size(); ++i) {
        const QPointF way = all.at(i).rect.center() - pos;
        const qreal distance = std::hypot(way.x(), way.y());
        if (distance < best) {
            best = distance;
            nearest = i;
        }
    }
    if (nearest >= 0)
        return nearest;
    for (int i = handles(); i + 1 < all.size(); ++i) {
        const QPointF from = all.at(i).rect.center();
        const QPointF to = all.at(i + 1).rect.center();
        if (areaOf(i) != areaOf(i + 1) || pos.x() < from.x() || pos.x() > to.x())
            continue;
        const qreal part = (pos.x() - from.x()) / std::max(1.0, to.x() - from.x());
        const qreal distance = std::abs(from.y() + part * (to.y() - from.y()) - pos.y());
        if (distance < best / 2) {
            best = 2 * distance;
            nearest = part < 0.5 ? i : i + 1;
        }
    }
    if (nearest >= 0)
        return nearest;
    const auto last = static_cast<int>(m_data.years.size()) - 1;
    for (const ChartLabel& label : labelsIn(plot, true)) {
        if (!label.rect.contains(pos))
            continue;
        for (int area = 0; area < m_data.areas.size(); ++area) {
            if (m_data.areas.at(area).id == label.id)
                return markOf(area, last);
        }
    }
    return -1;
}

bool GlideChart::beginMove(int mark)
{
    if (!m_data.adjustable || areaOf(mark) >= 0)
        return false;
    const int year = yearOf(mark);
    const QString id = m_data.years.at(year).id;
    if (m_move && m_move->yearId == id)
        return true;
    const Ratio from = limitOf(year);
    m_move = Move{id, from, from, 0, {}};
    return true;
}

void GlideChart::moveTo(const Ratio& wanted)
{
    const GlideYear& year = m_data.years.at(yearAt(m_move->yearId));
    Ratio limit = wanted;
    m_move->stopped.clear();
    if (limit > year.highest) {
        limit = year.highest;
        m_move->stopped = year.highestReason;
    }
    if (limit < year.lowest) {
        limit = year.lowest;
        m_move->stopped = year.lowestReason;
    }
    update();
    if (!m_move->stopped.isEmpty())
        emit wordsChanged(m_move->stopped);
    if (limit == m_move->limit)
        return;
    m_move->limit = limit;
    emit limitDragging(m_move->yearId, limit);
}

void GlideChart::endMove(bool apply)
{
    if (!m_move)
        return;
    const Move move = *m_move;
    m_move.reset();
    if (m_preview) {
        m_preview.reset();
        rebuild();
    }
    update();
    if (apply && move.limit != move.from)
        emit limitRequested(move.yearId, move.limit);
    emit dragEnded();
}

void GlideChart::markPressed(int mark, const QPointF& pos)
{
    const QRectF handle = marks().at(mark).rect;
    if (handle.contains(pos) && beginMove(mark))
        m_move->grab = pos.y() - handle.center().y();
}

void GlideChart::markDragged(int, const QPointF& pos)
{
    if (m_move) // whole tenths of a point; only the place on the screen is inexact
        moveTo(tenths(std::llround(scale().value(pos.y() - m_move->grab) * 1000)));
}

void GlideChart::markReleased(int, bool dragged)
{
    endMove(dragged);
}

void GlideChart::leaveMark(int)
{
    endMove(true);
}

void GlideChart::mouseMoveEvent(QMouseEvent* event)
{
    Chart::mouseMoveEvent(event);
    if (cursor().shape() == Qt::SizeHorCursor)
        setCursor(Qt::SizeVerCursor); // handles go up and down here
}

bool GlideChart::markKey(int mark, QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_move)
            endMove(true);
        else if (m_entry && m_entry->isVisible())
            m_entry->startTyping();
        return true;
    }
    if (event->key() == Qt::Key_Escape && m_move) {
        endMove(false);
        return true;
    }
    if (walkKey(mark, event->key()))
        return true;
    if (areaOf(mark) >= 0)
        return false;
    const GlideYear& year = m_data.years.at(yearOf(mark));
    const auto by = [&](qint64 units) {
        if (beginMove(mark))
            moveTo(m_move->limit + tenths(units));
        return true;
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return by(-smallStep);
    case Qt::Key_Right:
        return by(smallStep);
    case Qt::Key_PageDown:
        return by(-largeStep);
    case Qt::Key_PageUp:
        return by(largeStep);
    case Qt::Key_Home:
    case Qt::Key_End:
        if (beginMove(mark))
            moveTo(event->key() == Qt::Key_Home ? year.lowest : year.highest);
        return true;
    default:
        return false;
    }
}

bool GlideChart::walkKey(int mark, int key)
{
    const int area = areaOf(mark);
    const int year = yearOf(mark);
    const auto lastYear = static_cast<int>(m_data.years.size()) - 1;
    const auto lastArea = static_cast<int>(m_data.areas.size()) - 1;
    int to = mark;
    if (area < 0) {
        if (key != Qt::Key_Down || year < lastYear)
            return false;
        to = markOf(0, year); // below the last limit: the first area
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        to = markOf(area, std::clamp(year + (key == Qt::Key_Left ? -1 : 1), 0, lastYear));
    } else if (key == Qt::Key_Down) {
        to = markOf(std::min(area + 1, lastArea), year);
    } else if (key == Qt::Key_Up) {
        if (area > 0 || handles() > 0)
            to = area > 0 ? markOf(area - 1, year) : markOf(-1, std::max(year, 1));
    } else {
        return false;
    }
    setCurrentMark(to);
    return true;
}

QString GlideChart::requestLimit(const QString& yearId, const Ratio& limit)
{
    const int at = yearAt(yearId);
    if (at < 1)
        return tr("Choose a year first.");
    if (!m_data.adjustable)
        return tr("This plan cannot be changed here.");
    const GlideYear& year = m_data.years.at(at);
    if (limit < year.lowest)
        return tr("%1 can be no further below than %2: %3.")
            .arg(year.name, limitText(year.lowest), year.lowestReason);
    if (limit > year.highest)
        return tr("%1 can be no closer than %2 below: %3.")
            .arg(year.name, limitText(year.highest), year.highestReason);
    if (!year.limit || *year.limit != limit)
        emit limitRequested(yearId, limit);
    return {};
}

QString GlideChart::requestText(const QString& yearId, const QString& text)
{
    const Result<Rate> rate = Rate::parse(text.trimmed());
    return rate ? requestLimit(yearId, -magnitude(rate.value().exact()) / Ratio(100)) : rate.error().text;
}

} // namespace placewright
