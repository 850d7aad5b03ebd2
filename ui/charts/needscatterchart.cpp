#include "ui/charts/needscatterchart.h"

#include "ui/charts/charttable.h"
#include "ui/theme/space.h"
#include "ui/theme/typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int needPlaces = 3;
constexpr int ticksWanted = 6;
constexpr qreal brushStart = 4; // pixels, as a drag of any chart

} // namespace

NeedScatterChart::NeedScatterChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void NeedScatterChart::setData(const NeedScatterData& newData)
{
    m_data = newData;
    std::stable_sort(
        m_data.points.begin(), m_data.points.end(),
        [](const NeedScatterPoint& a, const NeedScatterPoint& b) { return a.needIndex < b.needIndex; });
    m_brush.reset();
    rebuild();
}

QAbstractItemModel* NeedScatterChart::twinModel() const
{
    return m_table;
}

QSize NeedScatterChart::sizeHint() const
{
    return {560, 360};
}

QSize NeedScatterChart::minimumSizeHint() const
{
    return {320, 220};
}

QSizeF NeedScatterChart::exportSize() const
{
    return {std::max<qreal>(width(), 420), std::max<qreal>(height(), 300)};
}

QString NeedScatterChart::quarterWords(const NeedScatterPoint& point) const
{
    const bool moreNeed = point.needIndex > Ratio(1);
    if (point.perWeightedHead == m_data.mean || point.needIndex == Ratio(1))
        return tr("on the mean");
    if (point.perWeightedHead > m_data.mean)
        return moreNeed ? tr("more need, more money") : tr("less need, more money");
    return moreNeed ? tr("more need, less money") : tr("less need, less money");
}

QString NeedScatterChart::wordsOf(const NeedScatterPoint& point) const
{
    const QString need = formatDecimal(point.needIndex, needPlaces, Rounding::HalfAwayFromZero);
    const QString words = tr("need %1, %2 a weighted head; %3")
                              .arg(need, formatMoney(point.perWeightedHead), quarterWords(point));
    return point.known ? words : tr("%1; on assumed money").arg(words);
}

void NeedScatterChart::rebuild()
{
    m_marks.clear();
    QList<ChartTable::Row> rows;
    double left = 1;
    double right = 1;
    double low = m_data.mean.toDoubleForCharts();
    double high = low;
    const auto need = [](const Ratio& index) {
        const qint64 units = index.unitsAt(needPlaces, Rounding::HalfAwayFromZero);
        return ChartTable::Cell{formatDecimal(index, needPlaces, Rounding::HalfAwayFromZero), units, {}, 0};
    };
    const auto amount = [](Money money) {
        return ChartTable::Cell{formatAmount(money), money.pence(), {}, 0};
    };
    for (const NeedScatterPoint& point : std::as_const(m_data.points)) {
        left = std::min(left, point.needIndex.toDoubleForCharts());
        right = std::max(right, point.needIndex.toDoubleForCharts());
        low = std::min(low, point.perWeightedHead.toDoubleForCharts());
        high = std::max(high, point.perWeightedHead.toDoubleForCharts());
        m_marks.append({point.id, point.name, wordsOf(point), {}, {}, false});
        rows.append({point.id,
                     {{point.name, {}, {}, 0},
                      need(point.needIndex),
                      amount(point.perWeightedHead),
                      amount(point.perWeightedHead - m_data.mean),
                      {quarterWords(point), {}, {}, 0},
                      {point.known ? tr("known") : tr("assumed"), {}, {}, 0}},
                     false});
    }
    if (!rows.isEmpty())
        rows.append({{}, {{tr("Mean"), {}, {}, 0}, need(Ratio(1)), amount(m_data.mean), {}, {}, {}}, true});
    m_xTicks = ticksFor(left, right, ticksWanted);
    m_yTicks = ticksFor(low, high, ticksWanted);
    m_table->setRows({tr("Area"), tr("Need index"), tr("£/weighted head"), tr("Against the mean £"),
                      tr("Where it stands"), tr("Money")},
                     rows);
    forgetDrawing();
    updateGeometry();
    dataChanged();
}

void NeedScatterChart::forgetDrawing()
{
    m_positionsFor = {};
    m_static = {};
    m_labelsFor = {};
    m_chosenFor = {};
    m_chosen.clear();
}

const QList<QPointF>& NeedScatterChart::positions() const
{
    const Plot plot = plotIn(rect());
    if (m_positionsFor == plot.rect)
        return m_positions;
    m_positions = positionsIn(plot);
    m_corners = cornersIn(plot, m_positions, figureFont(TextSize::Caption));
    m_positionsFor = plot.rect;
    constexpr qreal half = space::target / 2.0;
    for (int i = 0; i < m_marks.size(); ++i) {
        const QPointF at = m_positions.at(i);
        m_marks[i].rect = QRectF(at.x() - half, at.y() - half, space::target, space::target);
        m_marks[i].area = m_marks.at(i).rect;
    }
    return m_positions;
}

QList<ChartMark> NeedScatterChart::marks() const
{
    positions();
    return m_marks;
}

QPointF NeedScatterChart::positionOf(int mark) const
{
    return positions().at(mark);
}

const QList<bool>& NeedScatterChart::chosen() const
{
    const QStringList ids = selectedIds();
    if (m_chosenFor == ids && m_chosen.size() == m_data.points.size())
        return m_chosen;
    const QSet<QString> set(ids.begin(), ids.end());
    m_chosen.clear();
    for (const NeedScatterPoint& point : m_data.points)
        m_chosen.append(set.contains(point.id));
    m_chosenFor = ids;
    return m_chosen;
}

// The points stand in order of need, so from left to right: what lies between two x is found by halving.
QList<int> NeedScatterChart::marksIn(const QRectF& rect) const
{
    const QList<QPointF>& at = positions();
    const auto leftOf = [](const QPointF& point, qreal x) { return point.x() < x; };
    auto point = std::lower_bound(at.begin(), at.end(), rect.left(), leftOf);
    QList<int> found;
    for (; point != at.end() && point->x() <= rect.right(); ++point) {
        if (point->y() >= rect.top() && point->y() <= rect.bottom())
            found.append(static_cast<int>(point - at.begin()));
    }
    return found;
}

int NeedScatterChart::markAt(const QPointF& pos) const
{
    constexpr qreal half = space::target / 2.0;
    const QList<QPointF>& at = positions();
    int nearest = -1;
    qreal best = space::target;
    for (const int mark : marksIn({pos.x() - half, pos.y() - half, space::target, space::target})) {
        const QPointF way = at.at(mark) - pos;
        const qreal distance = std::hypot(way.x(), way.y());
        if (distance < best) {
            best = distance;
            nearest = mark;
        }
    }
    return nearest;
}

void NeedScatterChart::selectIds(const QStringList& ids)
{
    setSelectedIds(ids);
    emit idsSelected(ids);
}

bool NeedScatterChart::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        forgetDrawing();
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::SelectAll)) {
        event->accept();
        return true;
    }
    return Chart::event(event);
}

void NeedScatterChart::mousePressEvent(QMouseEvent* event)
{
    m_onMark = event->button() == Qt::LeftButton && markAt(event->position()) >= 0;
    Chart::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || m_marks.isEmpty())
        return;
    const bool extends = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    m_brush = Brush{event->position(), event->position(), false, extends};
}

void NeedScatterChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_onMark || !m_brush)
        Chart::mouseMoveEvent(event);
    if (!m_brush)
        return;
    const QRectF room =
        plotIn(rect()).rect.adjusted(-space::medium, -space::medium, space::medium, space::medium);
    m_brush->to = {std::clamp(event->position().x(), room.left(), room.right()),
                   std::clamp(event->position().y(), room.top(), room.bottom())};
    const qreal way = (event->position() - m_brush->from).manhattanLength();
    m_brush->started = m_brush->started || way >= brushStart;
    if (!m_brush->started)
        return;
    const auto count = static_cast<int>(marksIn(m_brush->rect()).size());
    emit wordsChanged(tr("%n area(s) in the box", nullptr, count));
    update();
}

void NeedScatterChart::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<Brush> brush = m_brush;
    if (event->button() == Qt::LeftButton)
        m_brush.reset();
    if (!brush || !brush->started || m_onMark)
        Chart::mouseReleaseEvent(event);
    m_onMark = false;
    if (event->button() != Qt::LeftButton || !brush)
        return;
    if (!brush->started) {
        const bool onGround = markAt(event->position()) < 0;
        if (onGround && !brush->extends && !selectedIds().isEmpty())
            selectIds({});
        return;
    }
    QStringList ids = brush->extends ? selectedIds() : QStringList();
    const QSet<QString> before(ids.begin(), ids.end());
    for (const int mark : marksIn(brush->rect())) {
        if (!before.contains(m_data.points.at(mark).id))
            ids.append(m_data.points.at(mark).id);
    }
    update();
    selectIds(ids);
}

void NeedScatterChart::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::SelectAll) && !m_marks.isEmpty()) {
        QStringList ids;
        for (const NeedScatterPoint& point : std::as_const(m_data.points))
            ids.append(point.id);
        selectIds(ids);
        return;
    }
    if (event->key() == Qt::Key_Escape && (m_brush || !selectedIds().isEmpty())) {
        const bool brushing = isBrushing();
        m_brush.reset();
        update();
        if (!brushing)
            selectIds({});
        return;
    }
    Chart::keyPressEvent(event);
}

} // namespace placewright
