#include "ui/panel/linklabel.h"

#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace placewright {

LinkLabel::LinkLabel(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkLabel::sizeHint() const
{
    const QFontMetricsF metrics(textFont(TextSize::Body));
    return {static_cast<int>(std::ceil(metrics.horizontalAdvance(text()))),
            std::max(space::target, static_cast<int>(std::ceil(metrics.height())))};
}

void LinkLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont font = textFont(TextSize::Body);
    font.setUnderline(true);
    painter.setFont(font);
    const Tokens& tokens = tokensOf(this);
    painter.setPen(isEnabled() ? tokens.accent : tokens.border);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace placewright
