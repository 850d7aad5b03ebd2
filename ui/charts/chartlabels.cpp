#include "ui/charts/chartlabels.h"

#include "ui/charts/chart.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace placewright {

namespace {

constexpr qreal cell = 32;

} // namespace

QList<qreal> spreadMiddles(const QList<qreal>& wanted, qreal height, qreal top, qreal bottom)
{
    return spreadMiddles(wanted, QList<qreal>(wanted.size(), height), top, bottom);
}

QList<qreal> spreadMiddles(const QList<qreal>& wanted, const QList<qreal>& heights, qreal top, qreal bottom)
{
    struct Group // labels that touch one another; `start` is the top of the first
    {
        qreal sum = 0; // of the tops that its members would give the first
        int count = 0;
        qreal high = 0;
        qreal start = 0;
    };
    const auto placed = [&](Group group) {
        group.start = std::max(top, std::min(group.sum / group.count, bottom - group.high));
        return group;
    };
    QList<Group> groups;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        Group group = placed({wanted.at(i) - heights.at(i) / 2, 1, heights.at(i), 0});
        while (!groups.isEmpty() && groups.last().start + groups.last().high > group.start) {
            const Group before = groups.takeLast();
            group = placed({before.sum + group.sum - group.count * before.high, before.count + group.count,
                            before.high + group.high, 0});
        }
        groups.append(group);
    }
    QList<qreal> middles;
    for (const Group& group : groups) {
        qreal from = group.start;
        for (int i = 0; i < group.count; ++i) {
            const qreal high = heights.at(middles.size());
            middles.append(from + high / 2);
            from += high;
        }
    }
    return middles;
}

LabelRoom::LabelRoom(const QRectF& bounds)
    : m_bounds(bounds)
    , m_columns(std::max(1, static_cast<int>(std::ceil(bounds.width() / cell))))
    , m_rows(std::max(1, static_cast<int>(std::ceil(bounds.height() / cell))))
    , m_cells(static_cast<qsizetype>(m_columns) * m_rows)
{
}

LabelRoom::Span LabelRoom::cellsOf(const QRectF& rect) const
{
    const auto column = [this](qreal x) {
        return std::clamp(static_cast<int>((x - m_bounds.left()) / cell), 0, m_columns - 1);
    };
    const auto row = [this](qreal y) {
        return std::clamp(static_cast<int>((y - m_bounds.top()) / cell), 0, m_rows - 1);
    };
    return {column(rect.left()), row(rect.top()), column(rect.right()), row(rect.bottom())};
}

void LabelRoom::take(const QRectF& rect)
{
    const Span span = cellsOf(rect);
    for (int row = span.top; row <= span.bottom; ++row) {
        for (int column = span.left; column <= span.right; ++column)
            m_cells[row * m_columns + column].append(rect);
    }
}

bool LabelRoom::isFree(const QRectF& rect) const
{
    if (!m_bounds.contains(rect))
        return false;
    const Span span = cellsOf(rect);
    for (int row = span.top; row <= span.bottom; ++row) {
        for (int column = span.left; column <= span.right; ++column) {
            for (const QRectF& taken : m_cells.at(row * m_columns + column)) {
                if (taken.intersects(rect))
                    return false;
            }
        }
    }
    return true;
}

QString firstThatFits(const QFontMetricsF& metrics, qreal room, const QStringList& wordings)
{
    for (const QString& words : wordings) {
        if (metrics.horizontalAdvance(words) <= room)
            return words;
    }
    return metrics.elidedText(wordings.last(), Qt::ElideRight, room);
}

void paintEmptyWords(ChartCanvas& canvas, const QString& words)
{
    canvas.painter.setFont(canvas.body);
    canvas.painter.setPen(canvas.tokens.text2);
    const QRectF room = canvas.rect.adjusted(space::large, space::large, -space::large, -space::large);
    canvas.painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, words);
}

void paintPlate(ChartCanvas& canvas, const QRectF& bounds, const QPointF& near, const QString& words,
                const QString& warning)
{
    const qreal line = QFontMetricsF(canvas.captionStrong, canvas.painter.device()).height();
    const qreal room = bounds.width() - 2 * space::medium;
    const QFontMetricsF metrics(canvas.caption, canvas.painter.device());
    QRectF below = metrics.boundingRect(QRectF(0, 0, room, bounds.height()), Qt::TextWordWrap, warning);
    if (warning.isEmpty())
        below = QRectF();
    const qreal wide = std::min(room, std::max(canvas.width(canvas.captionStrong, words), below.width() + 1));
    QRectF plate(0, 0, wide + 2 * space::medium, line + below.height() + 2 * space::small);
    plate.moveTopLeft(
        {std::clamp(near.x(), bounds.left(), std::max(bounds.left(), bounds.right() - plate.width())),
         std::clamp(near.y(), bounds.top(), std::max(bounds.top(), bounds.bottom() - plate.height()))});
    canvas.painter.setPen(QPen(canvas.tokens.border, 1));
    canvas.painter.setBrush(canvas.tokens.base);
    canvas.painter.drawRoundedRect(plate, space::controlRadius, space::controlRadius);
    const qreal left = plate.left() + space::medium;
    canvas.text(canvas.captionStrong, canvas.tokens.text, left, plate.top() + space::small + line / 2, words);
    if (warning.isEmpty())
        return;
    canvas.painter.setFont(canvas.caption);
    canvas.painter.setPen(canvas.tokens.missed);
    canvas.painter.drawText(QRectF(left, plate.top() + space::small + line, wide, below.height()),
                            Qt::TextWordWrap, warning);
}

} // namespace placewright
