#include "ui/pages/pools/fundtabs.h"

#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace placewright {

namespace {

constexpr int underline = 3;

} // namespace

FundTabs::FundTabs(QWidget* parent)
    : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
}

QSize FundTabs::tabSizeHint(int index) const
{
    const QFontMetrics metrics(textFont(TextSize::Body, TextWeight::Strong));
    return {metrics.horizontalAdvance(tabText(index)) + 2 * space::inside,
            std::max(space::control, metrics.height()) + space::medium};
}

QSize FundTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void FundTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool isShown = i == currentIndex();
        const bool isUnder = underMouse() && tab.contains(pointer);
        painter.setFont(textFont(TextSize::Body, isShown ? TextWeight::Strong : TextWeight::Normal));
        painter.setPen(isShown || isUnder ? tokens.text : tokens.text2);
        painter.drawText(tab.adjusted(0, 0, 0, -underline), Qt::AlignCenter, tabText(i));
        if (isShown)
            painter.fillRect(QRect(tab.left(), tab.bottom() - underline + 1, tab.width(), underline),
                             tokens.accent);
        if (isShown && hasFocus()) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.drawRect(tab.adjusted(1, 1, -2, -underline - 2));
        }
    }
}

void FundTabs::changeEvent(QEvent* event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
}

} // namespace placewright
