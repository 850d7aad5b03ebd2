#include "ui/pages/conditionbar.h"

#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace placewright {

namespace {

constexpr int barHeight = 18;

} // namespace

ConditionBar::ConditionBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ConditionBar::setAmounts(Money planned, Money required)
{
    m_planned = planned;
    m_required = required;
    const Money gap = planned - required;
    const QString words = gap.isNegative() ? tr("short by %1").arg(formatMoney(gap.abs()))
                                           : tr("%1 over").arg(formatMoney(gap));
    setAccessibleName(
        tr("Planned %1, required %2, %3").arg(formatMoney(planned), formatMoney(required), words));
    setToolTip(accessibleName());
    update();
}

QSize ConditionBar::sizeHint() const
{
    return {240, 2 * QFontMetrics(textFont(TextSize::Caption)).height() + barHeight + space::medium};
}

void ConditionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    const QFont strong = figureFont(TextSize::Caption, TextWeight::Strong);
    const QFont caption = figureFont(TextSize::Caption);
    const int line = QFontMetrics(strong).height();
    const QRect top(0, 0, width(), line);
    const QRect bottom(0, line + barHeight + space::small, width(), line);

    painter.setFont(strong);
    painter.setPen(tokens.text);
    const QString planned = tr("Planned %1").arg(formatMoney(m_planned));
    const QString required = tr("Required %1").arg(formatMoney(m_required));
    const QFontMetrics metrics(strong);
    const bool fits =
        metrics.horizontalAdvance(planned) + metrics.horizontalAdvance(required) + space::medium < width();
    painter.setFont(fits ? strong : caption); // below, it shares the line with what is short
    painter.drawText(fits ? top : bottom, Qt::AlignLeft | Qt::AlignVCenter, planned);
    painter.setFont(strong);
    painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, required);

    const double whole = std::max({m_planned.toDoubleForCharts(), m_required.toDoubleForCharts(), 0.01});
    const auto x = [&](Money money) {
        return std::clamp(money.toDoubleForCharts() / whole, 0.0, 1.0) * (width() - 3.0);
    };
    const QRectF plot(0, line + space::tiny, width(), barHeight);
    painter.fillRect(QRectF(0, plot.top(), x(m_planned), barHeight), tokens.series[0]);
    const bool isShort = m_planned < m_required;
    if (isShort)
        painter.fillRect(
            QRectF(x(m_planned) + 2, plot.top(), std::max(x(m_required) - x(m_planned) - 2, 2.0), barHeight),
            tokens.lossMark());
    painter.fillRect(QRectF(x(m_required), plot.top() - 2, 2, barHeight + 4), tokens.text);
    painter.fillRect(QRectF(0, plot.top() - 2, 1, barHeight + 4), tokens.border);

    painter.setFont(caption);
    painter.setPen(tokens.text2);
    if (fits)
        painter.drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter, tr("£0"));
    painter.setFont(strong);
    painter.setPen(isShort ? tokens.missed : tokens.accent);
    const Money gap = m_planned - m_required;
    painter.drawText(bottom, Qt::AlignRight | Qt::AlignVCenter,
                     isShort ? tr("short by %1").arg(formatMoney(gap.abs()))
                             : tr("%1 over").arg(formatMoney(gap)));
}

} // namespace placewright
