#include "ui/charts/needgapchart.h"

#include "core/money/apportion.h"
#include "core/money/rate.h"
#include "ui/charts/charttable.h"
#include "ui/charts/needgapentry.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallStep = 1'000; // pounds
constexpr qint64 largeStep = 10'000;

QString percentText(qint64 units, int places, bool withSign)
{
    const Ratio points(units, places == 1 ? 10 : 100);
    const QString text = formatDecimal(points, places, Rounding::HalfAwayFromZero);
    if (withSign)
        return units > 0 ? u'+' + text : text;
    return text + u'%';
}

QString percentOf(Money part, Money whole)
{
    return formatPercent(Ratio::of(part, whole));
}

} // namespace

NeedGapChart::NeedGapChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void NeedGapChart::setData(const NeedGapData& newData)
{
    m_data = newData;
    m_preview.reset();
    m_move.reset();
    rebuild();
}

void NeedGapChart::setPreview(const std::optional<NeedGapData>& preview)
{
    m_preview = preview;
    rebuild();
}

void NeedGapChart::setLimits(std::function<MoveLimits(const QString&)> limits)
{
    m_limits = std::move(limits);
    dataChanged();
}

void NeedGapChart::setSortedByGap(bool sorted)
{
    m_sortedByGap = sorted;
    rebuild();
}

QAbstractItemModel* NeedGapChart::twinModel() const
{
    return m_table;
}

void NeedGapChart::rebuild()
{
    const QList<NeedGapArea>& areas = shown().areas;
    QStringList ids;
    std::vector<Ratio> need;
    std::vector<Ratio> money;
    m_total = Money();
    for (const NeedGapArea& area : areas) {
        ids.append(area.id);
        need.push_back(area.need);
        money.push_back(Ratio(area.money.pence()));
        m_total += area.money;
    }
    const QList<int> ties = tieRanks(ids);
    const std::span<const int> tieOrder(ties.constData(), static_cast<size_t>(ties.size()));
    const auto split = [&](const std::vector<Ratio>& weights, int places) {
        const bool any =
            std::any_of(weights.begin(), weights.end(), [](const Ratio& w) { return !w.isZero(); });
        return any ? shownShares(weights, places, tieOrder) : QList<qint64>(areas.size(), 0);
    };
    const QList<qint64> needTenths = split(need, 1);
    const QList<qint64> moneyTenths = split(money, 1);
    const QList<qint64> needHundredths = split(need, 2);
    const QList<qint64> moneyHundredths = split(money, 2);

    QStringList order; // while money moves, rows stay where they are
    for (const Row& row : m_rows)
        order.append(row.area.id);
    const bool keepsOrder = (m_preview || m_move) && order.size() == ids.size();

    struct Made
    {
        Row row;
        ChartTable::Row table;
        qint64 gap;
    };
    QList<Made> made;
    double low = 1;
    double high = 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        const NeedGapArea& area = areas.at(i);
        Row row{area, needTenths.at(i), moneyTenths.at(i), 0};
        row.moneyShare = m_total.isZero() ? 0 : Ratio::of(area.money, m_total).toDoubleForCharts();
        low = std::min({low, row.moneyShare, area.need.toDoubleForCharts()});
        high = std::max({high, row.moneyShare, area.need.toDoubleForCharts()});
        const qint64 gap = moneyHundredths.at(i) - needHundredths.at(i);
        const Emphasis side = gap == 0 ? Emphasis::None : gap < 0 ? Emphasis::Loss : Emphasis::Gain;
        ChartTable::Row table{area.id,
                              {{area.name, {}, {}, 0},
                               {percentText(needHundredths.at(i), 2, false), needHundredths.at(i), {}, 0},
                               {percentText(moneyHundredths.at(i), 2, false), moneyHundredths.at(i), {}, 0},
                               {percentText(gap, 2, true), gap, {}, static_cast<int>(side)},
                               {formatAmount(area.money), area.money.pence(), {}, 0},
                               {formatAmount(area.perWeightedHead), area.perWeightedHead.pence(), {}, 0}},
                              false};
        made.append({row, table, gap});
    }
    if (keepsOrder) {
        std::stable_sort(made.begin(), made.end(), [&](const Made& a, const Made& b) {
            return order.indexOf(a.row.area.id) < order.indexOf(b.row.area.id);
        });
    } else if (m_sortedByGap) {
        std::stable_sort(made.begin(), made.end(),
                         [](const Made& a, const Made& b) { return a.gap < b.gap; });
    }
    if (!(m_preview || m_move) || m_ticks.values.isEmpty())
        m_ticks = areas.isEmpty() ? ChartTicks() : ticksFor(low, high, 8);

    m_rows.clear();
    QList<ChartTable::Row> table;
    for (const Made& one : made) {
        m_rows.append(one.row);
        table.append(one.table);
    }
    if (!areas.isEmpty()) {
        const qint64 whole = 10'000;
        table.append({{},
                      {{tr("Total"), {}, {}, 0},
                       {percentText(whole, 2, false), whole, {}, 0},
                       {percentText(whole, 2, false), whole, {}, 0},
                       {},
                       {formatAmount(m_total), m_total.pence(), {}, 0},
                       {}},
                      true});
    }
    m_table->setRows(
        {tr("Area"), tr("Need"), tr("Money"), tr("Gap, points"), tr("Money £"), tr("£/weighted head")},
        table);
    updateGeometry();
    dataChanged();
}

const NeedGapChart::Row* NeedGapChart::rowOf(const QString& areaId) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.area.id == areaId; });
    return found == m_rows.end() ? nullptr : &*found;
}

QList<ChartMark> NeedGapChart::marks() const
{
    QList<ChartMark> all;
    const ChartScale scale = scaleFor(rect());
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows.at(i);
        const QRectF area = rowRect(rect(), i);
        const QPointF dot(scale.pixel(row.moneyShare), area.center().y());
        const qint64 gap = row.moneyTenths - row.needTenths;
        QString where = tr("the same share as of need");
        if (gap != 0) {
            const QString points = percentText(std::abs(gap), 1, true).mid(1);
            where = gap < 0 ? tr("%1 points below its need").arg(points)
                            : tr("%1 points above its need").arg(points);
        }
        const QString value =
            tr("%1 of the money (%2), %3 of the need, %4; %5 a weighted head")
                .arg(percentText(row.moneyTenths, 1, false), formatMoney(row.area.money),
                     percentText(row.needTenths, 1, false), where, formatMoney(row.area.perWeightedHead));
        const QRectF handle(dot.x() - space::target / 2.0, dot.y() - space::target / 2.0, space::target,
                            space::target);
        all.append({row.area.id, row.area.name, value, handle, area, static_cast<bool>(m_limits)});
    }
    return all;
}

QWidget* NeedGapChart::entryRow()
{
    if (!m_entry)
        m_entry = new NeedGapEntry(this);
    return m_entry;
}

bool NeedGapChart::beginMove(const QString& areaId)
{
    if (m_move && m_move->areaId == areaId)
        return true;
    const Row* row = rowOf(areaId);
    if (!m_limits || !row)
        return false;
    m_move = Move{areaId, row->area.money, row->area.money, m_limits(areaId), {}};
    return true;
}

void NeedGapChart::moveTo(Money amount)
{
    m_move->stopped.clear();
    if (amount < m_move->limits.floor) {
        amount = m_move->limits.floor;
        m_move->stopped = m_move->limits.floorReason;
    } else if (amount > m_move->limits.ceiling) {
        amount = m_move->limits.ceiling;
        m_move->stopped = m_move->limits.ceilingReason;
    }
    update();
    if (!m_move->stopped.isEmpty())
        emit wordsChanged(m_move->stopped);
    if (amount == m_move->amount)
        return;
    m_move->amount = amount;
    emit dragging(m_move->areaId, amount);
}

void NeedGapChart::endMove(bool apply)
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
    if (apply && move.amount != move.from)
        emit moveRequested(move.areaId, move.amount - move.from);
    emit dragEnded();
}

void NeedGapChart::markPressed(int mark, const QPointF& pos)
{
    const ChartMark pressed = marks().at(mark);
    if (pressed.rect.contains(pos))
        beginMove(pressed.id);
}

void NeedGapChart::markDragged(int, const QPointF& pos)
{
    if (!m_move)
        return;
    // Whole thousands from where the dot stood; only the distance on the screen is inexact.
    const double from = m_move->from.toDoubleForCharts();
    const double wanted = scale().value(pos.x()) * m_total.toDoubleForCharts();
    const qint64 thousands = std::llround((wanted - from) / smallStep);
    moveTo(m_move->from + Money::fromPounds(thousands * smallStep));
}

void NeedGapChart::markReleased(int, bool dragged)
{
    endMove(dragged);
}

bool NeedGapChart::markKey(int mark, QKeyEvent* event)
{
    const QString id = marks().at(mark).id;
    const auto by = [&](qint64 pounds) {
        if (beginMove(id))
            moveTo(m_move->amount + Money::fromPounds(pounds));
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
        if (beginMove(id))
            moveTo(m_move->limits.floor);
        return true;
    case Qt::Key_End:
        if (beginMove(id))
            moveTo(m_move->limits.ceiling);
        return true;
    case Qt::Key_Escape:
        if (!m_move)
            return false;
        endMove(false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_move)
            endMove(true);
        else if (m_entry && m_entry->isVisible())
            m_entry->startTyping();
        return true;
    default:
        return false;
    }
}

void NeedGapChart::leaveMark(int)
{
    endMove(true);
}

QString NeedGapChart::requestAmount(const QString& areaId, Money amount)
{
    const Row* row = rowOf(areaId);
    if (!row)
        return tr("Choose an area first.");
    if (!m_limits)
        return tr("This plan cannot be changed here.");
    const MoveLimits limits = m_limits(areaId);
    const Money now = row->area.money;
    if (amount < limits.floor) {
        return tr("%1 can go no lower than %2 (%3): %4.")
            .arg(row->area.name, percentOf(limits.floor, m_total), formatMoney(limits.floor),
                 limits.floorReason);
    }
    if (amount > limits.ceiling) {
        return tr("%1 can go no higher than %2 (%3): %4.")
            .arg(row->area.name, percentOf(limits.ceiling, m_total), formatMoney(limits.ceiling),
                 limits.ceilingReason);
    }
    if (amount != now)
        emit moveRequested(areaId, amount - now);
    return {};
}

QString NeedGapChart::requestText(const QString& areaId, const QString& text)
{
    const QString typed = text.trimmed();
    const Result<Rate> rate = Rate::parse(typed);
    const bool percent = rate && (typed.endsWith(u'%') || rate.value().exact() <= Ratio(100));
    if (percent)
        return requestAmount(areaId,
                             scaled(m_total, rate.value().exact() / Ratio(100), Rounding::HalfAwayFromZero));
    const Result<Money> amount = parseMoney(typed);
    return amount ? requestAmount(areaId, amount.value()) : amount.error().text;
}

} // namespace placewright
