#include "ui/pages/committee/marknote.h"

#include "ui/theme/space.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace placewright {

namespace {

constexpr int markSize = 14;

} // namespace

MarkNote::MarkNote(QWidget* parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_picture->setFixedWidth(markSize + space::small);
    m_picture->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_picture->setContentsMargins(0, space::tiny, 0, 0);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void MarkNote::say(Icon mark, const QString& sentence)
{
    m_mark = mark;
    m_text->setText(sentence);
    setAccessibleName(sentence);
    m_picture->setAccessibleName(mark == Icon::Met      ? tr("Met")
                                 : mark == Icon::Missed ? tr("Missed")
                                                        : tr("Note"));
    refreshMark();
    setVisible(!sentence.isEmpty());
}

QString MarkNote::sentence() const
{
    return m_text->text();
}

void MarkNote::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshMark();
}

void MarkNote::refreshMark()
{
    m_picture->setPixmap(themeIcon(m_mark).pixmap(QSize(markSize, markSize), devicePixelRatioF()));
}

} // namespace placewright
