#include "ui/charts/concentrationchart.h"

#include "ui/charts/charttable.h"
#include "ui/theme/space.h"

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int fifths = 5;
constexpr qsizetype mostOverlays = 3;
constexpr qreal nearLine = 5; // pixels

// What one step adds to a share, as the difference of what is shown before and after it.
QString addedTenths(const Ratio& before, const Ratio& after)
{
    const qint64 tenths = (after * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero) -
                          (before * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero);
    return formatPercent(Ratio(tenths, 1000));
}

} // namespace

Ratio shareAt(const QList<Ratio>& people, const QList<Ratio>& shares, const Ratio& at)
{
    Ratio fromPeople;
    Ratio fromShare;
    for (qsizetype i = 0; i < people.size() && i < shares.size(); ++i) {
        if (at <= people.at(i)) {
            const Ratio wide = people.at(i) - fromPeople;
            if (wide.isZero())
                return shares.at(i);
            return fromShare + (shares.at(i) - fromShare) * (at - fromPeople) / wide;
        }
        fromPeople = people.at(i);
        fromShare = shares.at(i);
    }
    return fromShare;
}

ConcentrationChart::ConcentrationChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ConcentrationChart::setData(const ConcentrationData& newData)
{
    m_data = newData;
    m_data.overlays.resize(std::min(m_data.overlays.size(), mostOverlays));
    rebuild();
}

QAbstractItemModel* ConcentrationChart::twinModel() const
{
    return m_table;
}

QSize ConcentrationChart::sizeHint() const
{
    return {560, 360};
}

QSize ConcentrationChart::minimumSizeHint() const
{
    return {320, 220};
}

QSizeF ConcentrationChart::exportSize() const
{
    return {std::max<qreal>(width(), 420), std::max<qreal>(height(), 300)};
}

void ConcentrationChart::rebuild()
{
    m_people.clear();
    m_lines = {{tr("money"), {}, {}, -1, false}, {tr("need"), {}, {}, -1, true}};
    for (const ConcentrationPoint& point : m_data.points) {
        m_people.append(point.people);
        m_lines[0].shares.append(point.money);
        m_lines[1].shares.append(point.need);
    }
    for (int i = 0; i < m_data.overlays.size(); ++i)
        m_lines.append({m_data.overlays.at(i).name, m_data.overlays.at(i).money, {}, i, false});
    const auto forDrawing = [](const QList<Ratio>& shares) {
        QList<double> values;
        for (const Ratio& share : shares)
            values.append(share.toDoubleForCharts());
        return values;
    };
    m_at = forDrawing(m_people);
    for (Line& line : m_lines) {
        line.shares.resize(m_people.size(), Ratio(1));
        line.values = forDrawing(line.shares);
    }

    m_marks.clear();
    m_marksFor = {};
    QList<ChartTable::Row> rows;
    const auto share = [](const Ratio& ratio) {
        const qint64 units = (ratio * Ratio(10'000)).unitsAt(0, Rounding::HalfAwayFromZero);
        return ChartTable::Cell{formatPercent(ratio, 2), units, {}, 0};
    };
    for (int i = 0; i < m_data.points.size(); ++i) {
        const ConcentrationPoint& point = m_data.points.at(i);
        const ConcentrationPoint before = i == 0 ? ConcentrationPoint() : m_data.points.at(i - 1);
        m_marks.append({point.id, point.name, pointWords(i), {}, {}, false});
        ChartTable::Row row{point.id,
                            {{point.name, {}, {}, 0},
                             share(point.people - before.people),
                             share(point.need - before.need),
                             share(point.money - before.money),
                             share(point.people)},
                            false};
        row.cells.append(share(point.need));
        for (const Line& line : std::as_const(m_lines)) {
            if (!line.need)
                row.cells.append(share(line.shares.at(i)));
        }
        rows.append(row);
    }
    const QStringList names{tr("Most deprived fifth"), tr("Two most deprived fifths"),
                            tr("Three most deprived fifths"), tr("Four most deprived fifths"),
                            tr("All five fifths")};
    for (int fifth = 1; fifth <= fifths && !m_data.points.isEmpty(); ++fifth) {
        const Ratio people(fifth, fifths);
        m_marks.append({QString(), names.at(fifth - 1), fifthWords(fifth), {}, {}, false});
        const ChartTable::Cell none{u"–"_s, {}, {}, 0};
        ChartTable::Row row{{}, {{names.at(fifth - 1), {}, {}, 0}, none, none, none, share(people)}, false};
        row.cells.append(share(shareAt(m_people, m_lines.at(1).shares, people)));
        for (const Line& line : std::as_const(m_lines)) {
            if (!line.need)
                row.cells.append(share(shareAt(m_people, line.shares, people)));
        }
        rows.append(row);
    }
    QStringList header{tr("Most deprived first"), tr("People"),      tr("Need"),        tr("Money"),
                       tr("People so far"),       tr("Need so far"), tr("Money so far")};
    for (const ConcentrationOverlay& overlay : std::as_const(m_data.overlays))
        header.append(tr("Money so far, %1", "a scenario").arg(overlay.name));
    m_table->setRows(header, rows);
    updateGeometry();
    dataChanged();
}

QString ConcentrationChart::pointWords(int at) const
{
    const ConcentrationPoint& point = m_data.points.at(at);
    const ConcentrationPoint before = at == 0 ? ConcentrationPoint() : m_data.points.at(at - 1);
    QString words = tr("%1 of the people, %2 of the need and %3 of the money")
                        .arg(addedTenths(before.people, point.people), addedTenths(before.need, point.need),
                             addedTenths(before.money, point.money));
    if (at > 0) {
        words = tr("%1; with all that are more deprived, %2 of the people have %3 of the need and %4 of the "
                   "money")
                    .arg(words, formatPercent(point.people), formatPercent(point.need),
                         formatPercent(point.money));
    }
    for (qsizetype i = 2; i < m_lines.size(); ++i) {
        const Line& line = m_lines.at(i);
        const Ratio overlaid = at == 0 ? Ratio() : line.shares.at(at - 1);
        words = tr("%1; in %2 %3 of the money", "what was said so far; a scenario; a share")
                    .arg(words, line.name, addedTenths(overlaid, line.shares.at(at)));
    }
    return words;
}

QString ConcentrationChart::fifthWords(int fifth) const
{
    const Ratio people(fifth, fifths);
    const QString money = formatPercent(shareAt(m_people, m_lines.at(0).shares, people));
    const QString need = formatPercent(shareAt(m_people, m_lines.at(1).shares, people));
    QString words;
    switch (fifth) {
    case 1:
        words = tr("the most deprived fifth of people has %1 of the money and %2 of the need");
        break;
    case 2:
        words = tr("the most deprived two fifths of people have %1 of the money and %2 of the need");
        break;
    case 3:
        words = tr("the most deprived three fifths of people have %1 of the money and %2 of the need");
        break;
    case 4:
        words = tr("the most deprived four fifths of people have %1 of the money and %2 of the need");
        break;
    default:
        words = tr("all people have %1 of the money and %2 of the need");
    }
    words = words.arg(money, need);
    for (qsizetype i = 2; i < m_lines.size(); ++i) {
        const QString overlaid = formatPercent(shareAt(m_people, m_lines.at(i).shares, people));
        words = tr("%1; in %2 %3 of the money", "what was said so far; a scenario; a share")
                    .arg(words, m_lines.at(i).name, overlaid);
    }
    if (!m_people.contains(people))
        words = tr("%1; read on the straight line between two steps").arg(words);
    return words;
}

QList<ChartMark> ConcentrationChart::marks() const
{
    const Plot plot = plotIn(rect());
    if (m_marksFor == plot.rect)
        return m_marks;
    constexpr qreal half = space::target / 2.0;
    const auto points = static_cast<int>(m_data.points.size());
    qreal from = plot.rect.left();
    for (int i = 0; i < m_marks.size(); ++i) {
        if (i < points) {
            const QPointF at(plot.x.pixel(m_at.at(i)), plot.y.pixel(m_lines.at(0).values.at(i)));
            m_marks[i].rect = QRectF(at.x() - half, at.y() - half, space::target, space::target);
            m_marks[i].area = QRectF(QPointF(from, plot.rect.top()), QPointF(at.x(), plot.rect.bottom()));
            from = at.x();
        } else {
            const qreal x = plot.x.pixel((i - points + 1) / static_cast<double>(fifths));
            const QPointF at(x, plot.rect.bottom() + space::target / 2.0);
            m_marks[i].rect = QRectF(at.x() - half, at.y() - half, space::target, space::target);
            m_marks[i].area =
                QRectF(x - nearLine, plot.rect.top(), 2 * nearLine, plot.rect.height() + space::target);
        }
    }
    m_marksFor = plot.rect;
    return m_marks;
}

int ConcentrationChart::markAt(const QPointF& pos) const
{
    const QList<ChartMark> all = marks();
    const auto points = static_cast<int>(m_data.points.size());
    for (int i = points; i < all.size(); ++i) {
        if (all.at(i).rect.contains(pos))
            return i;
    }
    const Plot plot = plotIn(rect());
    if (points == 0 || !plot.rect.adjusted(0, -space::medium, space::medium, 0).contains(pos))
        return -1;
    // The step beside the pointer, else the line of a fifth, else the step whose people these are.
    const auto after = std::lower_bound(m_at.begin(), m_at.end(), plot.x.value(pos.x()));
    const int step = std::min(points - 1, static_cast<int>(after - m_at.begin()));
    int nearest = -1;
    qreal best = space::target / 2.0;
    for (int i = std::max(0, step - 3); i < std::min(points, step + 3); ++i) {
        const QPointF way = all.at(i).rect.center() - pos;
        const qreal distance = std::hypot(way.x(), way.y());
        if (distance <= best) {
            best = distance;
            nearest = i;
        }
    }
    if (nearest >= 0)
        return nearest;
    for (int i = points; i < all.size(); ++i) {
        if (all.at(i).area.contains(pos))
            return i;
    }
    return step;
}

double ConcentrationChart::valueAt(const Line& line, double people) const
{
    const auto after = std::lower_bound(m_at.begin(), m_at.end(), people);
    if (after == m_at.end())
        return line.values.isEmpty() ? 0 : line.values.last();
    const auto i = after - m_at.begin();
    const double fromPeople = i == 0 ? 0 : m_at.at(i - 1);
    const double fromValue = i == 0 ? 0 : line.values.at(i - 1);
    const double wide = m_at.at(i) - fromPeople;
    return wide <= 0 ? line.values.at(i)
                     : fromValue + (line.values.at(i) - fromValue) * (people - fromPeople) / wide;
}

} // namespace placewright
