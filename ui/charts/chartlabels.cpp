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
    struct Group // labels that touch one another; `start` is the top of the first
    {
        qreal sum = 0; // of the tops that its members would give the first
        int count = 0;
        qreal start = 0;
    };
    const auto placed = [&](Group group) {
        const qreal last = bottom - group.count * height;
        group.start = std::max(top, std::min(group.sum / group.count, last));
        return group;
    };
    QList<Group> groups;
    for (const qreal middle : wanted) {
        Group group = placed({middle - height / 2, 1, 0});
        while (!groups.isEmpty() && groups.last().start + groups.last().count * height > group.start) {
            const Group before = groups.takeLast();
            group = placed({before.sum + group.sum - group.count * before.count * height,
                            before.count + group.count, 0});
        }
        groups.append(group);
    }
    QList<qreal> middles;
    for (const Group& group : groups) {
        for (int i = 0; i < group.count; ++i)
            middles.append(group.start + (i + 0.5) * height);
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
