#include "ui/window/startscreen.h"

#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace placewright {

StartScreen::StartScreen(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(tr("Plan the money a place spends on health and care together"), this))
    , m_sentence(new QLabel(tr("A plan is one file on this computer. Nothing is sent anywhere."), this))
    , m_recentTitle(new QLabel(tr("Opened last"), this))
    , m_recent(new QListWidget(this))
{
    setObjectName(QStringLiteral("startScreen"));
    auto* sample = new QPushButton(tr("Open the sample plan"), this);
    sample->setObjectName(QStringLiteral("openSample"));
    sample->setProperty(primaryProperty, true);
    sample->setToolTip(tr("Calderbourne: a fictional place with two years, 42 lines and two options."));
    auto* create = new QPushButton(themeIcon(Icon::Plus), tr("New plan…"), this);
    create->setObjectName(QStringLiteral("newPlan"));
    auto* open = new QPushButton(themeIcon(Icon::Paper), tr("Open a plan…"), this);
    open->setObjectName(QStringLiteral("openPlan"));
    m_recent->setObjectName(QStringLiteral("recentPlans"));
    m_recent->setAccessibleName(tr("Plans opened last"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    for (QPushButton* button : {sample, create, open})
        buttons->addWidget(button);
    buttons->addStretch(1);

    auto* column = new QVBoxLayout;
    column->setSpacing(space::between);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addLayout(buttons);
    column->addSpacing(space::large);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent, 4);
    column->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 3);
    row->addStretch(1);

    connect(sample, &QPushButton::clicked, this, &StartScreen::sampleRequested);
    connect(create, &QPushButton::clicked, this, &StartScreen::newRequested);
    connect(open, &QPushButton::clicked, this, &StartScreen::openRequested);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        emit recentRequested(item->data(Qt::UserRole).toString());
    });
    refreshLook();
}

void StartScreen::setRecent(const QStringList& paths)
{
    m_recent->clear();
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    for (const QString& path : paths) {
        const QFileInfo file(path);
        const QString when = file.exists()
                                 ? british.toString(file.lastModified().date(), QStringLiteral("d MMMM yyyy"))
                                 : tr("not there any more");
        auto* item = new QListWidgetItem(
            tr("%1 · %2 · %3")
                .arg(file.completeBaseName(), when, QDir::toNativeSeparators(file.absolutePath())),
            m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    m_recentTitle->setVisible(!paths.isEmpty());
    m_recent->setVisible(!paths.isEmpty());
}

void StartScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        refreshLook();
    QWidget::changeEvent(event);
}

void StartScreen::refreshLook()
{
    m_title->setFont(textFont(TextSize::PageTitle, TextWeight::Strong));
    m_recentTitle->setFont(textFont(TextSize::PanelTitle, TextWeight::Strong));
}

} // namespace placewright
