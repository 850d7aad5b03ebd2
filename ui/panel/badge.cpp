#include "ui/panel/badge.h"

#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace placewright {

namespace {

constexpr qreal badgeHeight = 19;
constexpr qreal markSize = 12;
constexpr qreal badgePad = 7;

} // namespace

qreal badgeWidth(Icon mark, int count)
{
    const QFontMetricsF metrics(textFont(TextSize::Caption));
    const qreal number = std::ceil(metrics.horizontalAdvance(QString::number(count)));
    return number + 2 * badgePad + (mark == Icon::None ? 0 : markSize + 4);
}

qreal paintBadge(QPainter& painter, Icon mark, int count, qreal right, qreal middle, const Tokens& tokens)
{
    const qreal width = badgeWidth(mark, count);
    const QRectF box(right - width, middle - badgeHeight / 2, width, badgeHeight);
    const bool missed = mark == Icon::Missed;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(missed ? tokens.missedTint : tokens.base);
    painter.setPen(missed ? tokens.missed : tokens.line2);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), badgeHeight / 2, badgeHeight / 2);
    const QRectF place(box.left() + badgePad, middle - markSize / 2, markSize, markSize);
    paintIcon(painter, mark, place, iconColour(mark, tokens), missed ? tokens.missedTint : tokens.base);
    painter.setFont(textFont(TextSize::Caption, missed ? TextWeight::Strong : TextWeight::Normal));
    painter.setPen(missed ? tokens.missed : tokens.text);
    painter.drawText(box.adjusted(0, 0, -badgePad, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(count));
    painter.restore();
    return width;
}

Badge::Badge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setCount(Icon mark, int count, const QString& words)
{
    m_mark = mark;
    m_count = count;
    setAccessibleName(words);
    setToolTip(words);
    setVisible(count > 0);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {static_cast<int>(std::ceil(badgeWidth(m_mark, m_count))), static_cast<int>(badgeHeight) + 1};
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(painter, m_mark, m_count, width(), height() / 2.0, tokensOf(this));
}

} // namespace placewright
