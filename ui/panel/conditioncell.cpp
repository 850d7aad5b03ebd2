#include "ui/panel/conditioncell.h"

#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace placewright {

namespace {

constexpr int edge = 3;
constexpr int markSize = 14;

} // namespace

ConditionCell::ConditionCell(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void ConditionCell::setCondition(Icon mark, const QString& name, const QString& words)
{
    m_mark = mark;
    m_name = name;
    m_words = words;
    const QString whole = tr("%1: %2", "a condition and how it stands").arg(name, words);
    setText(whole);
    setAccessibleName(whole);
    setToolTip(whole);
    updateGeometry();
    update();
}

QSize ConditionCell::sizeHint() const
{
    const TextWeight weight = m_mark == Icon::None ? TextWeight::Normal : TextWeight::Strong;
    const TextSize size = m_mark == Icon::None ? TextSize::Caption : TextSize::Body;
    const qreal name = QFontMetricsF(textFont(TextSize::Caption)).horizontalAdvance(m_name);
    const qreal words = QFontMetricsF(figureFont(size, weight)).horizontalAdvance(m_words) +
                        (m_mark == Icon::None ? 0 : markSize + 6);
    return {static_cast<int>(std::ceil(std::max(name, words))) + 2 * space::between + 1, space::strip};
}

void ConditionCell::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensOf(this);
    QPainter painter(this);
    const bool missed = m_mark == Icon::Missed;
    const QColor ground = missed ? tokens.missedTint : underMouse() ? tokens.head : tokens.base;
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.line);
    if (missed)
        painter.fillRect(QRect(0, 0, edge, height()), tokens.missed);

    const bool plain = m_mark == Icon::None;
    const qreal left = space::between;
    const qreal nameMiddle = height() / 2.0 - 11;
    const qreal wordsMiddle = height() / 2.0 + 8;
    const auto text = [&](const QFont& font, const QColor& colour, qreal x, qreal middle,
                          const QString& words) {
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QPointF(x, std::round(middle + (metrics.ascent() - metrics.descent()) / 2)), words);
    };
    text(textFont(TextSize::Caption), missed ? tokens.text : tokens.text2, left, nameMiddle, m_name);
    if (plain) {
        text(textFont(TextSize::Caption), tokens.text2, left, wordsMiddle, m_words);
    } else {
        const QColor colour =
            m_mark == Icon::Missed || m_mark == Icon::Met ? iconColour(m_mark, tokens) : tokens.text;
        paintIcon(painter, m_mark, QRectF(left, wordsMiddle - markSize / 2.0, markSize, markSize), colour,
                  ground);
        text(figureFont(TextSize::Body, TextWeight::Strong), colour, left + markSize + 6, wordsMiddle,
             m_words);
    }
    if (hasFocus()) { // inside: the ring must not be hidden under the edge of the strip
        painter.setPen(QPen(tokens.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect().adjusted(2, 2, -3, -3));
    }
}

void ConditionCell::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ConditionCell::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace placewright
