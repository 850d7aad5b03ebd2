#include "ui/panel/emptystate.h"

#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace placewright {

namespace {

constexpr int iconSize = 32;
constexpr int widest = 340;

} // namespace

EmptyState::EmptyState(Icon icon, const QString& what, const QString& sentence, const QString& mainAction,
                       const QString& otherAction, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_what(new QLabel(what, this))
    , m_sentence(new QLabel(sentence, this))
{
    m_what->setAlignment(Qt::AlignCenter);
    m_what->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(widest);

    auto* actions = new QHBoxLayout;
    actions->setSpacing(space::medium + 2);
    actions->addStretch();
    if (!mainAction.isEmpty()) {
        auto* button = new QPushButton(mainAction, this);
        button->setProperty(primaryProperty, true);
        connect(button, &QPushButton::clicked, this, &EmptyState::mainActionRequested);
        actions->addWidget(button);
    }
    if (!otherAction.isEmpty()) {
        auto* button = new QPushButton(otherAction, this);
        connect(button, &QPushButton::clicked, this, &EmptyState::otherActionRequested);
        actions->addWidget(button);
    }
    actions->addStretch();

    auto* sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch();
    sentenceRow->addWidget(m_sentence, 1);
    sentenceRow->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::page, space::page, space::page);
    layout->setSpacing(space::small);
    layout->addStretch();
    layout->addSpacing(iconSize + space::medium);
    layout->addWidget(m_what);
    layout->addLayout(sentenceRow);
    layout->addSpacing(space::small);
    layout->addLayout(actions);
    layout->addStretch();
    refreshLook();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensOf(this);
    QPainter painter(this);
    const QRectF place((width() - iconSize) / 2.0, m_what->y() - iconSize - space::medium, iconSize,
                       iconSize);
    paintIcon(painter, m_icon, place, tokens.text2, tokens.base);
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

void EmptyState::refreshLook()
{
    m_what->setFont(textFont(TextSize::PanelTitle, TextWeight::Strong));
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, tokensOf(this).text2);
    m_sentence->setPalette(palette);
}

} // namespace placewright
