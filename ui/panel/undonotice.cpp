#include "ui/panel/undonotice.h"

#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace placewright {

UndoNotice::UndoNotice(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo  Ctrl+Z"), this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::inside, space::small + 1, space::medium, space::small + 1);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    m_undo->setAccessibleName(tr("Undo"));
    connect(m_undo, &QPushButton::clicked, this, [this] {
        dismiss();
        emit undoRequested();
    });
    refreshLook();
    hide();
}

void UndoNotice::announce(const QString& whatHappened)
{
    m_text->setText(whatHappened);
    setAccessibleName(whatHappened);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UndoNotice::dismiss()
{
    hide();
}

void UndoNotice::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(tokens.notice);
    painter.setPen(tokens.kind == ThemeKind::Light ? tokens.notice : tokens.border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::controlRadius,
                            space::controlRadius);
}

void UndoNotice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

void UndoNotice::refreshLook()
{
    const Tokens& tokens = tokensOf(this);
    QPalette text = m_text->palette();
    text.setColor(QPalette::WindowText, tokens.onNotice);
    m_text->setPalette(text);
    // The button stands on a dark ground in every theme.
    const ThemeKind kind = tokens.kind == ThemeKind::Light ? ThemeKind::Dark : tokens.kind;
    QPalette button = paletteFrom(tokensFor(kind));
    if (m_undo->palette().color(QPalette::Window) != button.color(QPalette::Window))
        m_undo->setPalette(button);
}

} // namespace placewright
