#include "ui/charts/indexchart.h"

#include "ui/charts/chartlabels.h"
#include "ui/charts/charttable.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal laneHeight = 24;
constexpr qreal barHeight = 10;
constexpr qreal headHeight = 22; // names of the years
constexpr qreal leastPlot = 130;
constexpr qreal dot = 4.5; // radius
constexpr qreal lineApart = 18;
constexpr qreal apart = 7; // the two means of a year, side by side
constexpr qreal numberWidth = 40;
constexpr double whole = 100;
constexpr int ticks = 5;

} // namespace

QString indexNumber(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'f', 1) : QString(QChar(0x2013));
}

QString indexSpread(const std::optional<double>& low, const std::optional<double>& high)
{
    return low && high
               ? IndexChart::tr("%1 to %2", "lowest and highest").arg(indexNumber(low), indexNumber(high))
               : QString(QChar(0x2013));
}

IndexChart::IndexChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void IndexChart::setData(const IndexChartData& shown)
{
    m_data = shown;
    fillTable();
    updateGeometry();
    dataChanged();
}

void IndexChart::fillTable()
{
    QStringList header{tr("Year")};
    for (const IndexChartDomain& domain : std::as_const(m_data.domains))
        header.append(domain.name);
    header << tr("Arithmetic") << tr("its spread") << tr("Geometric") << tr("its spread");
    QList<ChartTable::Row> rows;
    const auto figure = [](const std::optional<double>& value) {
        return ChartTable::Cell{indexNumber(value), value ? QVariant(*value) : QVariant(), {}, 0};
    };
    const auto text = [](const QString& words) { return ChartTable::Cell{words, {}, {}, 0}; };
    for (const IndexYear& year : std::as_const(m_data.years)) {
        ChartTable::Row row{year.year, {text(year.year)}, false};
        for (qsizetype i = 0; i < m_data.domains.size(); ++i) {
            const std::optional<double>& score = year.domains[static_cast<size_t>(i)].score;
            row.cells.append(figure(score ? std::optional(*score * whole) : std::nullopt));
        }
        row.cells << figure(year.arithmetic) << text(indexSpread(year.arithmeticLow, year.arithmeticHigh))
                  << figure(year.geometric) << text(indexSpread(year.geometricLow, year.geometricHigh));
        rows.append(row);
    }
    m_table->setRows(header, rows);
}

QAbstractItemModel* IndexChart::twinModel() const
{
    return m_table;
}

IndexChart::Mean IndexChart::meanOf(const IndexYear& year, Which which)
{
    return which == Arithmetic ? Mean{year.arithmetic, year.arithmeticLow, year.arithmeticHigh}
                               : Mean{year.geometric, year.geometricLow, year.geometricHigh};
}

qreal IndexChart::namesWidth() const
{
    const QFontMetricsF caption(textFont(TextSize::Caption));
    qreal width = caption.horizontalAdvance(tr("Arithmetic"));
    for (const IndexChartDomain& domain : m_data.domains)
        width = std::max(width, caption.horizontalAdvance(domain.name));
    return width;
}

QRectF IndexChart::plotIn(const QRectF& rect) const
{
    const qreal left = rect.left() + space::inside + namesWidth() + space::between;
    const qreal top = rect.top() + headHeight + space::small;
    const qreal lanes = static_cast<qreal>(m_data.domains.size()) * laneHeight + space::between;
    const qreal bottom = std::max(top + leastPlot - headHeight, rect.bottom() - lanes - space::small);
    return {QPointF(left, top), QPointF(std::max(left + 60, rect.right() - space::inside), bottom)};
}

QRectF IndexChart::columnIn(const QRectF& rect, qsizetype year) const
{
    const QRectF plot = plotIn(rect);
    const qreal width = plot.width() / static_cast<qreal>(std::max<qsizetype>(1, m_data.years.size()));
    return {plot.left() + static_cast<qreal>(year) * width, rect.top(), width, rect.height()};
}

QRectF IndexChart::laneIn(const QRectF& rect, qsizetype domain) const
{
    const qreal top = plotIn(rect).bottom() + space::between + static_cast<qreal>(domain) * laneHeight;
    return {rect.left(), top, rect.width(), laneHeight};
}

QRectF IndexChart::barIn(const QRectF& rect, qsizetype year, qsizetype domain) const
{
    const QRectF column = columnIn(rect, year);
    const QRectF lane = laneIn(rect, domain);
    const qreal left = column.left() + space::medium;
    const qreal width = std::max(10.0, column.width() - 2 * space::medium - numberWidth);
    return {left, lane.center().y() - barHeight / 2, width, barHeight};
}

QPointF IndexChart::pointIn(const QRectF& rect, qsizetype year, double value, Which which) const
{
    const QRectF plot = plotIn(rect);
    return {columnIn(rect, year).center().x() + (which == Arithmetic ? -apart : apart),
            plot.bottom() - plot.height() * value / whole};
}

QList<ChartMark> IndexChart::marks() const
{
    QList<ChartMark> all;
    const QRectF area = rect();
    for (qsizetype at = 0; at < m_data.years.size(); ++at) {
        const IndexYear& year = m_data.years.at(at);
        for (const Which which : {Arithmetic, Geometric}) {
            const Mean mean = meanOf(year, which);
            if (!mean.value)
                continue;
            QRectF box(0, 0, space::target, space::target);
            box.moveCenter(pointIn(area, at, *mean.value, which));
            all.append({{},
                        which == Arithmetic ? tr("%1, arithmetic mean").arg(year.year)
                                            : tr("%1, geometric mean").arg(year.year),
                        tr("%1 of 100; %2 when a weight changes by 0.1")
                            .arg(indexNumber(mean.value), indexSpread(mean.low, mean.high)),
                        box,
                        box,
                        false});
        }
        for (qsizetype i = 0; i < m_data.domains.size(); ++i) {
            const DomainScore& score = year.domains[static_cast<size_t>(i)];
            const QRectF lane = laneIn(area, i);
            const QRectF column = columnIn(area, at);
            const QRectF box(column.left(), lane.top(), column.width(), lane.height());
            all.append({m_data.domains.at(i).id,
                        tr("%1, %2", "a year, a domain").arg(year.year, m_data.domains.at(i).name),
                        score.score ? tr("%1 of 100").arg(indexNumber(*score.score * whole)) : tr("no score"),
                        box, box, false});
        }
    }
    return all;
}

QSize IndexChart::sizeHint() const
{
    const auto lanes = static_cast<qreal>(indexDomainCount) * laneHeight;
    return {480, static_cast<int>(headHeight + 190 + lanes) + 2 * space::between};
}

QSize IndexChart::minimumSizeHint() const
{
    const auto lanes = static_cast<qreal>(indexDomainCount) * laneHeight;
    return {300, static_cast<int>(leastPlot + lanes) + 2 * space::between};
}

QSizeF IndexChart::exportSize() const
{
    return {std::max<qreal>(width(), 480), std::max<qreal>(height(), sizeHint().height())};
}

void IndexChart::paintChart(ChartCanvas& canvas) const
{
    if (m_data.years.isEmpty()) {
        paintEmptyWords(canvas, m_data.emptyWords);
        return;
    }
    paintAxis(canvas);
    paintLine(canvas, Arithmetic);
    paintLine(canvas, Geometric);
    paintLanes(canvas);
    if (!canvas.interactive || !hasFocus())
        return;
    const QList<ChartMark> all = marks();
    if (currentMark() >= 0 && currentMark() < all.size())
        paintFocusRing(canvas, all.at(currentMark()).rect);
}

void IndexChart::paintAxis(ChartCanvas& canvas) const
{
    const QRectF plot = plotIn(canvas.rect);
    for (int i = 0; i <= ticks; ++i) {
        const double value = whole * i / ticks;
        const qreal y = plot.bottom() - plot.height() * value / whole;
        canvas.painter.fillRect(QRectF(plot.left(), y, plot.width(), 1),
                                i == 0 ? canvas.tokens.border : canvas.tokens.line);
        canvas.text(canvas.caption, canvas.tokens.text2, plot.left() - space::medium, y,
                    QString::number(value), Qt::AlignRight);
    }
    for (qsizetype year = 0; year < m_data.years.size(); ++year)
        canvas.text(canvas.captionStrong, canvas.tokens.text, columnIn(canvas.rect, year).center().x(),
                    canvas.rect.top() + headHeight / 2, m_data.years.at(year).year, Qt::AlignHCenter);
}

void IndexChart::paintDot(ChartCanvas& canvas, const QPointF& at, Which which) const
{
    const QColor ink = canvas.tokens.series[which == Arithmetic ? 0 : 1];
    canvas.painter.setPen(QPen(ink, 2));
    canvas.painter.setBrush(which == Arithmetic ? ink : canvas.tokens.base);
    canvas.painter.drawEllipse(at, dot, dot);
}

void IndexChart::paintLine(ChartCanvas& canvas, Which which) const
{
    QPainter& painter = canvas.painter;
    const QColor ink = which == Arithmetic ? canvas.tokens.series[0] : canvas.tokens.series[1];
    const QColor words = which == Arithmetic ? canvas.tokens.seriesText[0] : canvas.tokens.seriesText[1];
    QPen line(ink, 2);
    if (which == Geometric)
        line.setStyle(Qt::DashLine);
    const QPointF sample(canvas.rect.left() + space::inside + dot, // which line is which
                         plotIn(canvas.rect).top() + (which == Arithmetic ? 0 : 1) * lineApart);
    paintDot(canvas, sample, which);
    canvas.text(canvas.caption, words, sample.x() + 2 * dot, sample.y(),
                which == Arithmetic ? tr("Arithmetic") : tr("Geometric"));
    std::optional<QPointF> before;
    for (qsizetype year = 0; year < m_data.years.size(); ++year) {
        const Mean mean = meanOf(m_data.years.at(year), which);
        if (!mean.value) {
            before.reset();
            continue;
        }
        const QPointF point = pointIn(canvas.rect, year, *mean.value, which);
        if (before) {
            painter.setPen(line);
            painter.drawLine(*before, point);
        }
        const QPointF low = pointIn(canvas.rect, year, mean.low.value_or(*mean.value), which);
        const QPointF high = pointIn(canvas.rect, year, mean.high.value_or(*mean.value), which);
        painter.setPen(QPen(ink, 1));
        painter.drawLine(low, high);
        for (const QPointF& end : {low, high})
            painter.drawLine(end - QPointF(3, 0), end + QPointF(3, 0));
        paintDot(canvas, point, which);
        const bool isLast = year + 1 == m_data.years.size();
        if (isLast || columnIn(canvas.rect, year).width() >= 2 * numberWidth)
            canvas.text(canvas.captionStrong, words, point.x() + (which == Arithmetic ? -2 : 2) * dot,
                        point.y(), indexNumber(mean.value),
                        which == Arithmetic ? Qt::AlignRight : Qt::AlignLeft);
        before = point;
    }
}

void IndexChart::paintLanes(ChartCanvas& canvas) const
{
    const Tokens& tokens = canvas.tokens;
    for (qsizetype domain = 0; domain < m_data.domains.size(); ++domain) {
        const QRectF lane = laneIn(canvas.rect, domain);
        const IndexChartDomain& of = m_data.domains.at(domain);
        const bool selected = canvas.interactive && !of.id.isEmpty() && isSelected(of.id);
        if (selected)
            canvas.painter.fillRect(lane, tokens.selection);
        const QColor ink = selected ? tokens.onSelection : tokens.text;
        canvas.text(canvas.caption, ink, lane.left() + space::inside, lane.center().y(), of.name);
        for (qsizetype year = 0; year < m_data.years.size(); ++year) {
            const std::optional<double>& score =
                m_data.years.at(year).domains[static_cast<size_t>(domain)].score;
            const QRectF full = barIn(canvas.rect, year, domain);
            canvas.painter.fillRect(QRectF(full.left() - 1, lane.top(), 1, lane.height()), tokens.border);
            canvas.painter.fillRect(QRectF(full.left(), full.bottom(), full.width(), 1), tokens.line);
            if (!score) {
                canvas.text(canvas.caption, selected ? ink : tokens.text2, full.left() + space::small,
                            full.center().y() - 1, tr("no score"));
                continue;
            }
            const qreal length = std::max(1.0, full.width() * *score);
            canvas.painter.fillRect(QRectF(full.left(), full.top(), length, full.height()), tokens.series[0]);
            canvas.text(canvas.caption, ink, full.left() + length + space::small, full.center().y(),
                        indexNumber(*score * whole));
        }
    }
}

} // namespace placewright
