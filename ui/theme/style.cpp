#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ringMargin = 3; // 2 px of accent outside a gap of 1

bool isPrimary(const QStyleOption* option, const QWidget* widget)
{
    if (widget && widget->property(primaryProperty).toBool())
        return true;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

bool isQuiet(const QWidget* widget)
{
    return widget && widget->property(quietProperty).toBool();
}

void paintBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& edge,
              qreal edgeWidth = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, edgeWidth));
    const qreal inset = edgeWidth / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), space::controlRadius,
                             space::controlRadius);
    painter->restore();
}

void paintButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Tokens& tokens = tokensOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    if (isPrimary(option, widget) && enabled) {
        paintBox(painter, option->rect, tokens.accent, hovered || down ? tokens.text : tokens.accent);
        return;
    }
    QColor fill = tokens.base;
    if (down)
        fill = tokens.selection;
    else if (hovered)
        fill = tokens.head;
    QColor edge = enabled ? tokens.border : tokens.line2;
    if (isQuiet(widget) && !hovered && !down)
        fill = edge = Qt::transparent;
    paintBox(painter, option->rect, fill, edge);
}

void paintField(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Tokens& tokens = tokensOf(option->palette);
    const bool invalid = widget && widget->property(invalidProperty).toBool();
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor edge = enabled ? tokens.border : tokens.line2;
    paintBox(painter, option->rect, tokens.base, invalid ? tokens.wrong : edge, invalid ? 2 : 1);
}

void paintCheckBox(const QStyleOption* option, QPainter* painter)
{
    const Tokens& tokens = tokensOf(option->palette);
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor edge = enabled ? (on ? tokens.accent : tokens.border) : tokens.line2;
    paintBox(painter, option->rect, on ? (enabled ? tokens.accent : tokens.border) : tokens.base, edge);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF r = option->rect;
    painter->setPen(
        QPen(on ? tokens.onAccent : tokens.text, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on) {
        const QPolygonF tick{{r.left() + r.width() * 0.24, r.top() + r.height() * 0.54},
                             {r.left() + r.width() * 0.43, r.top() + r.height() * 0.72},
                             {r.left() + r.width() * 0.76, r.top() + r.height() * 0.30}};
        painter->drawPolyline(tick);
    } else if (partly) {
        painter->drawLine(QPointF(r.left() + 4, r.center().y()), QPointF(r.right() - 4, r.center().y()));
    }
    painter->restore();
}

bool showsRing(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    const bool inCell = parent && qobject_cast<const QAbstractItemView*>(parent->parentWidget());
    if (inCell)
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget);
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
}

Style::~Style() = default;

void Style::followFocus(QWidget* now)
{
    if (!now || !showsRing(now)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame) {
        m_frame = new QFocusFrame(now->window());
        connect(m_frame, &QObject::destroyed, this, [this] { m_frame = nullptr; });
    }
    m_frame->setWidget(now);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return;
    case PE_PanelButtonCommand:
        paintButton(option, painter, widget);
        return;
    case PE_PanelButtonTool: {
        const Tokens& tokens = tokensOf(option->palette);
        if (option->state & (State_Sunken | State_On))
            paintBox(painter, option->rect, tokens.selection, Qt::transparent);
        else if (option->state & State_MouseOver)
            paintBox(painter, option->rect, tokens.head, Qt::transparent);
        return;
    }
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            paintField(option, painter, widget);
            return;
        }
        break;
    }
    case PE_IndicatorCheckBox:
        paintCheckBox(option, painter);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (element == CE_FocusFrame) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tokensOf(option->palette).accent, 2));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), space::controlRadius + 2,
                                 space::controlRadius + 2);
        painter->restore();
        return;
    }
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonBevel && button) {
        paintButton(option, painter, widget);
        if (button->features & QStyleOptionButton::HasMenu) {
            const QRect arrow(option->rect.right() - 20, option->rect.top(), 14, option->rect.height());
            paintIcon(*painter, Icon::ChevronDown, QRectF(arrow).adjusted(1, 0, -1, 0),
                      tokensOf(option->palette).text, tokensOf(option->palette).base);
        }
        return;
    }
    if (element == CE_PushButtonLabel && button) {
        QStyleOptionButton label(*button);
        label.features.setFlag(QStyleOptionButton::DefaultButton, false);
        painter->save();
        if (isPrimary(option, widget) && (option->state & State_Enabled)) {
            label.palette.setColor(QPalette::ButtonText, tokensOf(option->palette).onAccent);
            QFont font = painter->font();
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
        }
        QProxyStyle::drawControl(element, &label, painter, widget);
        painter->restore();
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control != CC_ComboBox || !combo) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Tokens& tokens = tokensOf(option->palette);
    if (combo->frame)
        paintField(option, painter, widget);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QPointF middle = QRectF(arrow).center();
    const bool enabled = option->state & State_Enabled;
    paintIcon(*painter, Icon::ChevronDown, QRectF(middle.x() - 6, middle.y() - 5, 12, 12),
              enabled ? tokens.text2 : tokens.border, tokens.base);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringMargin;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 14;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_FocusFrame_Mask:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int control = qMax(space::control, option->fontMetrics.height() + 9);
    switch (type) {
    case CT_PushButton:
        result.setWidth(size.width() + 24);
        if (isPrimary(option, widget))
            result.rwidth() += size.width() / 16;
        result.setHeight(control);
        break;
    case CT_ComboBox:
        result = {result.width() + space::between, control}; // the longest choice whole
        break;
    case CT_LineEdit:
        result.setHeight(control);
        break;
    default:
        break;
    }
    return result;
}

} // namespace placewright
