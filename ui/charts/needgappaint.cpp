// How the need-gap chart is laid out and drawn.
#include "ui/charts/needgapchart.h"
#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal axisHeight = 50;
constexpr qreal dotRadius = 6;
constexpr qreal diamondRadius = 7;
constexpr qreal plotMargin = 14; // from the edge of the plot to its first and last tick
constexpr qreal leastPlot = 150;

QString tenths(qint64 units)
{
    return formatDecimal(Ratio(units, 10), 1, Rounding::HalfAwayFromZero);
}

void paintDiamond(QPainter& painter, const QPointF& at, const QColor& edge, const QColor& fill)
{
    painter.setPen(QPen(edge, 1.8, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(fill);
    const qreal r = diamondRadius - 0.9;
    painter.drawPolygon(
        QPolygonF{{at.x(), at.y() - r}, {at.x() + r, at.y()}, {at.x(), at.y() + r}, {at.x() - r, at.y()}});
}

void paintBracket(QPainter& painter, qreal x, qreal middle, bool opens, const QColor& colour)
{
    painter.setPen(QPen(colour, 1.8));
    const qreal foot = opens ? 4 : -4;
    painter.drawPolyline(
        QPolygonF{{x + foot, middle - 10}, {x, middle - 10}, {x, middle + 10}, {x + foot, middle + 10}});
}

} // namespace

qreal NeedGapChart::rowHeight(const QRectF& rect) const
{
    const qreal least = QFontMetricsF(textFont(TextSize::Body)).height() + 5;
    const qreal room = rect.height() - space::header - axisHeight;
    const qreal each =
        m_rows.isEmpty() ? space::chartRow : std::floor(room / static_cast<qreal>(m_rows.size()));
    return std::clamp(each, std::max<qreal>(space::row, least), std::max<qreal>(space::chartRow + 4, least));
}

QRectF NeedGapChart::rowRect(const QRectF& rect, int row) const
{
    const qreal high = rowHeight(rect);
    return {rect.left(), rect.top() + space::header + row * high, rect.width(), high};
}

NeedGapChart::Columns NeedGapChart::columnsFor(const QRectF& rect) const
{
    const QFontMetricsF strong(figureFont(TextSize::Body, TextWeight::Strong));
    const QFontMetricsF body(figureFont(TextSize::Body));
    const QFontMetricsF head(figureFont(TextSize::Caption, TextWeight::Strong));
    qreal names = head.horizontalAdvance(tr("Area"));
    qreal heads = head.horizontalAdvance(tr("£/weighted head"));
    for (const Row& row : m_rows) {
        names = std::max(names, strong.horizontalAdvance(row.area.name));
        heads = std::max(heads, body.horizontalAdvance(formatMoney(row.area.perWeightedHead)));
    }
    names = std::min(names, rect.width() * 0.3);
    const qreal share =
        std::max(body.horizontalAdvance(u"100.0%"_s), head.horizontalAdvance(tr("Money"))) + 16;
    const qreal gap = strong.horizontalAdvance(u"+00.0"_s) + 30;

    Columns columns;
    columns.name = rect.left() + space::inside;
    columns.plotLeft = columns.name + names + space::between;
    qreal right = rect.right() - space::inside;
    heads += space::between;
    const qreal room = right - columns.plotLeft - leastPlot;
    if (room >= heads + gap) {
        columns.head = right;
        right -= heads;
    }
    columns.gap = right;
    right -= gap;
    if (room >= heads + gap + 2 * share) {
        columns.money = right;
        columns.need = right - share;
        right -= 2 * share;
    }
    columns.plotRight = std::max(columns.plotLeft + 60, right);
    return columns;
}

ChartScale NeedGapChart::scaleFor(const QRectF& rect) const
{
    const Columns columns = columnsFor(rect);
    ChartScale scale;
    if (!m_ticks.values.isEmpty()) {
        scale.low = m_ticks.values.first();
        scale.high = m_ticks.values.last();
    }
    scale.start = columns.plotLeft + plotMargin;
    scale.end = columns.plotRight - plotMargin;
    return scale;
}

QSize NeedGapChart::sizeHint() const
{
    const int rows = std::max<int>(3, static_cast<int>(m_rows.size()));
    return {640, static_cast<int>(space::header + axisHeight) + rows * space::chartRow};
}

QSize NeedGapChart::minimumSizeHint() const
{
    const int rows = std::max<int>(3, static_cast<int>(m_rows.size()));
    return {320, static_cast<int>(space::header + axisHeight) + rows * space::row};
}

QSizeF NeedGapChart::exportSize() const
{
    return {std::max<qreal>(width(), 560),
            space::header + axisHeight + static_cast<qreal>(m_rows.size()) * space::chartRow};
}

void NeedGapChart::paintChart(ChartCanvas& canvas) const
{
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < m_rows.size(); ++row) {
        if (canvas.interactive && isSelected(m_rows.at(row).area.id))
            canvas.painter.fillRect(rowRect(canvas.rect, row), canvas.tokens.selection);
    }
    paintHead(canvas);
    paintAxis(canvas);
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(canvas, row);
    if (!m_move || !canvas.interactive)
        return;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).area.id == m_move->areaId)
            paintMove(canvas, row);
    }
}

void NeedGapChart::paintHead(ChartCanvas& canvas) const
{
    const Columns columns = columnsFor(canvas.rect);
    const Tokens& tokens = canvas.tokens;
    const QRectF head(canvas.rect.left(), canvas.rect.top(), canvas.rect.width(), space::header);
    canvas.painter.fillRect(head, tokens.head);
    canvas.painter.fillRect(QRectF(head.left(), head.bottom() - 1, head.width(), 1), tokens.line2);
    const qreal middle = head.center().y() - 0.5;
    canvas.text(canvas.captionStrong, tokens.text2, columns.name, middle, tr("Area"));
    const auto right = [&](qreal x, const QString& text) {
        if (x > 0)
            canvas.text(canvas.captionStrong, tokens.text2, x, middle, text, Qt::AlignRight);
    };
    right(columns.need, tr("Need"));
    right(columns.money, tr("Money"));
    right(columns.gap, tr("Gap"));
    right(columns.head, tr("£/weighted head"));
}

void NeedGapChart::paintAxis(ChartCanvas& canvas) const
{
    if (m_rows.isEmpty())
        return;
    const Tokens& tokens = canvas.tokens;
    const ChartScale scale = scaleFor(canvas.rect);
    const qreal top = canvas.rect.top() + space::header;
    const qreal bottom = rowRect(canvas.rect, static_cast<int>(m_rows.size()) - 1).bottom();
    for (int row = 0; row + 1 < m_rows.size(); ++row) {
        const QRectF area = rowRect(canvas.rect, row);
        canvas.painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.line);
    }
    const int places = m_ticks.step < 0.01 ? 1 : 0;
    const qreal room = canvas.width(canvas.caption, u"100%"_s) + 4;
    const qreal apart = scale.pixel(m_ticks.step) - scale.pixel(0);
    const int every = std::max(1, static_cast<int>(std::ceil(room / std::max(1.0, apart))));
    for (int i = 0; i < m_ticks.values.size(); ++i) {
        const qreal x = std::round(scale.pixel(m_ticks.values.at(i)));
        canvas.painter.fillRect(QRectF(x, top, 1, bottom - top + 4), tokens.line);
        if (i % every == 0) {
            const QString label = QString::number(m_ticks.values.at(i) * 100, 'f', places) + u'%';
            canvas.text(canvas.caption, tokens.text2, x, bottom + 14, label, Qt::AlignHCenter);
        }
    }
    canvas.painter.fillRect(QRectF(canvas.rect.left(), bottom - 1, canvas.rect.width(), 2), tokens.line);
    const QString base = shown().placeName.isEmpty() ? tr("Share") : tr("Share of %1").arg(shown().placeName);
    canvas.text(canvas.caption, tokens.text2, (scale.start + scale.end) / 2, bottom + 32, base,
                Qt::AlignHCenter);
}

void NeedGapChart::paintRow(ChartCanvas& canvas, int at) const
{
    const Row& row = m_rows.at(at);
    const Tokens& tokens = canvas.tokens;
    const Columns columns = columnsFor(canvas.rect);
    const ChartScale scale = scaleFor(canvas.rect);
    const QRectF area = rowRect(canvas.rect, at);
    const qreal middle = area.center().y() - 0.5;
    const bool selected = canvas.interactive && isSelected(row.area.id);
    const bool onYellow = selected && tokens.kind == ThemeKind::HighContrast;
    const QColor ink = onYellow ? tokens.onSelection : tokens.text;
    const QColor ground = selected ? tokens.selection : tokens.base;
    const bool moving = canvas.interactive && m_move && m_move->areaId == row.area.id;

    const QFont& nameFont = row.area.strong ? canvas.strong : canvas.body;
    const QFontMetricsF metrics(nameFont, canvas.painter.device());
    canvas.text(nameFont, ink, columns.name, middle,
                metrics.elidedText(row.area.name, Qt::ElideRight, columns.plotLeft - columns.name));

    qint64 moneyTenths = row.moneyTenths;
    double moneyShare = row.moneyShare;
    if (moving && !m_preview && !m_total.isZero()) {
        const Ratio share = Ratio::of(m_move->amount, m_total);
        moneyTenths = (share * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero);
        moneyShare = share.toDoubleForCharts();
    }
    const qint64 gap = moneyTenths - row.needTenths;
    if (columns.need > 0) {
        canvas.text(canvas.body, ink, columns.need, middle, tenths(row.needTenths) + u'%', Qt::AlignRight);
        canvas.text(canvas.body, ink, columns.money, middle, tenths(moneyTenths) + u'%', Qt::AlignRight);
    }
    if (columns.head > 0)
        canvas.text(canvas.body, ink, columns.head, middle, formatMoney(row.area.perWeightedHead),
                    Qt::AlignRight);
    const QColor side = onYellow ? ink : gap < 0 ? tokens.loss() : gap > 0 ? tokens.gain() : ink;
    const QString gapText = (gap > 0 ? u"+"_s : QString()) + tenths(gap);
    canvas.text(gap == 0 ? canvas.body : canvas.strong, side, columns.gap, middle, gapText, Qt::AlignRight);
    if (gap != 0) {
        const qreal left = columns.gap - canvas.width(canvas.strong, gapText) - 18;
        paintIcon(canvas.painter, gap < 0 ? Icon::Loss : Icon::Gain, QRectF(left, middle - 6, 12, 12), side,
                  ground);
    }

    const QPointF need(scale.pixel(row.area.need.toDoubleForCharts()), middle);
    const QPointF money(scale.pixel(moneyShare), middle);
    const qreal way = money.x() < need.x() ? 1 : -1;
    const qreal from = money.x() + way * (dotRadius + 2);
    const qreal to = need.x() - way * diamondRadius;
    if (way * (to - from) > 0) {
        const QColor colour = onYellow ? ink : way > 0 ? tokens.lossMark() : tokens.accent;
        canvas.painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::FlatCap));
        canvas.painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    }
    paintDiamond(canvas.painter, need,
                 onYellow                          ? ink
                 : tokens.kind == ThemeKind::Light ? tokens.series[4]
                                                   : tokens.text,
                 onYellow ? ground : tokens.base);

    const bool focused = canvas.interactive && hasFocus() && currentMark() == at;
    if (canvas.interactive && m_limits && (focused || moving || hoveredMark() == at)) {
        const QRectF handle(money.x() - 12, middle - 12, 24, 24);
        canvas.painter.setPen(
            QPen(focused || moving ? tokens.accent : tokens.border, focused || moving ? 2 : 1));
        canvas.painter.setBrush(tokens.base);
        canvas.painter.drawRoundedRect(handle.adjusted(1, 1, -1, -1), 3, 3);
    } else if (focused) {
        paintFocusRing(canvas, QRectF(money.x() - 8, middle - 8, 16, 16));
    }
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(ground);
    canvas.painter.drawEllipse(money, dotRadius + 1.5, dotRadius + 1.5);
    canvas.painter.setBrush(onYellow ? ink : tokens.series[0]);
    canvas.painter.drawEllipse(money, dotRadius, dotRadius);

    if (at == 0 && !moving) {
        const bool moneyLeft = money.x() < need.x();
        const qreal left = std::min(money.x(), need.x()) - 18;
        const qreal right = std::max(money.x(), need.x()) + 13;
        canvas.text(canvas.caption, ink, left, middle, moneyLeft ? tr("money") : tr("need"), Qt::AlignRight);
        canvas.text(canvas.caption, ink, right, middle, moneyLeft ? tr("need") : tr("money"));
    }
}

void NeedGapChart::paintMove(ChartCanvas& canvas, int at) const
{
    const Tokens& tokens = canvas.tokens;
    const ChartScale scale = scaleFor(canvas.rect);
    const QRectF area = rowRect(canvas.rect, at);
    const qreal middle = area.center().y() - 0.5;
    const auto pixelOf = [&](Money money) {
        return m_total.isZero() ? scale.start : scale.pixel(Ratio::of(money, m_total).toDoubleForCharts());
    };
    const qreal ghost = pixelOf(m_move->from);
    const qreal now = pixelOf(m_move->amount);
    canvas.painter.setBrush(Qt::NoBrush);
    if (m_move->amount != m_move->from) {
        canvas.painter.setPen(QPen(tokens.border, 1.5, Qt::DotLine));
        canvas.painter.drawEllipse(QPointF(ghost, middle), dotRadius, dotRadius);
    }
    const Columns columns = columnsFor(canvas.rect);
    const auto bracket = [&](Money limit, bool opens) {
        const qreal x = pixelOf(limit) + (opens ? -dotRadius : dotRadius);
        if (x >= columns.plotLeft && x <= columns.plotRight)
            paintBracket(canvas.painter, x, middle, opens, tokens.text);
    };
    bracket(m_move->limits.floor, true);
    bracket(m_move->limits.ceiling, false);

    const QString live = formatMoney(m_move->amount) + u", "_s + formatChange(m_move->amount - m_move->from);
    const qreal widest =
        std::max(canvas.width(canvas.captionStrong, live), canvas.width(canvas.caption, m_move->stopped));
    const bool below = at + 2 < m_rows.size() || at == 0;
    const qreal high = m_move->stopped.isEmpty() ? 20 : 38;
    const qreal left =
        std::clamp(now - widest / 2 - 8, canvas.rect.left() + 4, canvas.rect.right() - widest - 20);
    const QRectF plate(left, below ? middle + 15 : middle - 15 - high, widest + 16, high);
    canvas.painter.setPen(QPen(tokens.border, 1));
    canvas.painter.setBrush(tokens.base);
    canvas.painter.drawRoundedRect(plate, 3, 3);
    canvas.text(canvas.captionStrong, tokens.text, plate.left() + 8, plate.top() + 10, live);
    if (!m_move->stopped.isEmpty())
        canvas.text(canvas.caption, tokens.missed, plate.left() + 8, plate.top() + 28, m_move->stopped);
}

} // namespace placewright
