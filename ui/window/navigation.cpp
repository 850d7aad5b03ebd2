#include "ui/window/navigation.h"

#include "ui/panel/badge.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace placewright {

namespace {

constexpr int narrowWidth = 52;

class NavigationItem : public QAbstractButton
{
public:
    NavigationItem(const QString& name, Icon icon, QWidget* parent)
        : QAbstractButton(parent)
        , m_icon(icon)
    {
        setText(name);
        setToolTip(name);
        setAccessibleName(name);
        setCheckable(true);
        setFixedHeight(space::navigationItem);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }

    void setBadge(const NavigationBadge& badge)
    {
        m_badge = badge;
        setAccessibleDescription(badge.count > 0 ? badge.words : QString());
        setToolTip(badge.count > 0 ? QStringLiteral("%1: %2").arg(text(), badge.words) : text());
        update();
    }

    void setNarrow(bool narrow)
    {
        m_narrow = narrow;
        update();
    }

protected:
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Tokens& tokens = tokensOf(this);
        if (isChecked() || underMouse())
            painter.fillRect(rect(), isChecked() ? tokens.base : tokens.head);
        if (isChecked())
            painter.fillRect(0, 0, 3, height(), tokens.accent);
        const QRectF iconBox(m_narrow ? (width() - 16) / 2.0 : space::inside, (height() - 16) / 2.0, 16, 16);
        paintIcon(painter, m_icon, iconBox, isChecked() ? tokens.accent : tokens.text2,
                  isChecked() ? tokens.base : tokens.nav);
        if (!m_narrow) {
            painter.setPen(tokens.text);
            painter.setFont(textFont(TextSize::Body, isChecked() ? TextWeight::Strong : TextWeight::Normal));
            const bool hasBadge = m_badge.count > 0;
            const int taken = hasBadge ? 10 + static_cast<int>(badgeWidth(m_badge.mark, m_badge.count)) : 0;
            const QRect room = rect().adjusted(40, 0, -taken - space::small, 0);
            painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
            if (hasBadge)
                paintBadge(painter, m_badge.mark, m_badge.count, width() - 10.0, height() / 2.0, tokens);
        }
        if (hasFocus()) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    Icon m_icon;
    NavigationBadge m_badge;
    bool m_narrow = false;
};

} // namespace

Navigation::Navigation(QWidget* parent)
    : QWidget(parent)
    , m_place(new QLabel(this))
    , m_note(new QLabel(this))
    , m_rules(new QLabel(this))
    , m_items(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    for (QLabel* label : {m_place, m_note, m_rules}) {
        label->setWordWrap(true);
        label->setContentsMargins(space::inside, 0, space::medium, 0);
    }
    m_items->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::inside, 0, space::inside);
    column->setSpacing(space::tiny);
    column->addWidget(m_place);
    column->addWidget(m_note);
    column->addSpacing(space::medium);
    column->addLayout(m_items);
    column->addStretch(1);
    column->addWidget(m_rules);
    setNarrow(false);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { emit pageRequested(static_cast<PageId>(id)); });
}

void Navigation::addPage(const Page& page)
{
    auto* item = new NavigationItem(page.name(), page.icon(), this);
    item->setObjectName(QStringLiteral("navigate%1").arg(static_cast<int>(page.id())));
    m_group->addButton(item, static_cast<int>(page.id()));
    m_items->addWidget(item);
}

void Navigation::setCurrent(PageId page)
{
    if (QAbstractButton* item = m_group->button(static_cast<int>(page)))
        item->setChecked(true);
}

void Navigation::setBadge(PageId page, const NavigationBadge& badge)
{
    if (auto* item = static_cast<NavigationItem*>(m_group->button(static_cast<int>(page))))
        item->setBadge(badge);
}

void Navigation::setPlace(const QString& name, const QString& note)
{
    m_place->setText(name);
    m_note->setText(note);
}

void Navigation::setRules(const QString& sentence)
{
    m_rules->setText(sentence);
}

void Navigation::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(narrow ? narrowWidth : space::navigation);
    for (QLabel* label : {m_place, m_note, m_rules})
        label->setVisible(!narrow);
    for (QAbstractButton* item : m_group->buttons())
        static_cast<NavigationItem*>(item)->setNarrow(narrow);
}

void Navigation::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.nav);
    painter.fillRect(width() - 1, 0, 1, height(), tokens.line2);
}

// Fonts set before the style sheet first polishes a label are lost.
void Navigation::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshLook();
}

void Navigation::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

void Navigation::refreshLook()
{
    m_place->setFont(textFont(TextSize::PanelTitle, TextWeight::Strong));
    for (QLabel* label : {m_note, m_rules}) {
        label->setFont(textFont(TextSize::Caption));
        QPalette palette = label->palette();
        const QColor secondary = tokensOf(this).text2;
        if (palette.color(QPalette::WindowText) == secondary)
            continue;
        palette.setColor(QPalette::WindowText, secondary);
        label->setPalette(palette);
    }
}

} // namespace placewright
