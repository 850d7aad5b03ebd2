#include "ui/theme/theme.h"

#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QMenu>
#include <QPixmapCache>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array choices{ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark,
                             ThemeChoice::HighContrast};

} // namespace

QString themeChoiceId(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::HighContrast:
        return u"contrast"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice themeChoiceFromId(const QString& id)
{
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](ThemeChoice choice) { return themeChoiceId(choice) == id; });
    return found == choices.end() ? ThemeChoice::System : *found;
}

QString styleSheetFrom(const Tokens& t)
{
    return u"QToolTip { background: %1; color: %2; border: 1px solid %3; padding: 4px 6px; }"
           "QStatusBar { background: %4; color: %5; border-top: 1px solid %6; }"
           "QStatusBar::item { border: none; }"
           "QMenuBar { background: %1; color: %2; border-bottom: 1px solid %7; }"
           "placewright--Panel { background: %1; border: 1px solid %7; border-radius: %8px; }"_s.arg(
               t.base.name(), t.text.name(), t.border.name(), t.nav.name(), t.text2.name(), t.line2.name(),
               t.line.name(), QString::number(space::panelRadius));
}

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont))
{
    application.setStyle(new Style);
    application.installEventFilter(this);
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setZoom(int percent)
{
    m_zoom = std::clamp(percent, 50, 300);
    apply();
}

void Theme::setSystemFont(const QFont& font)
{
    m_systemFont = font;
    apply();
}

QActionGroup* Theme::fillMenu(QMenu& menu)
{
    auto* group = new QActionGroup(&menu);
    const std::array texts{tr("&System"), tr("&Light"), tr("&Dark"), tr("&High contrast")};
    for (size_t i = 0; i < choices.size(); ++i) {
        QAction* action = menu.addAction(texts[i]);
        action->setObjectName(u"actionTheme-%1"_s.arg(themeChoiceId(choices[i])));
        action->setCheckable(true);
        action->setChecked(choices[i] == m_choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choices[i]] { setChoice(choice); });
    }
    return group;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    const bool systemChanged =
        event->type() == QEvent::ThemeChange ||
        (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application);
    if (systemChanged && !m_applying && m_choice == ThemeChoice::System && !m_settled) {
        m_settled = true; // several windows report one change
        QTimer::singleShot(0, this, [this] {
            m_settled = false;
            apply();
        });
    }
    return false;
}

ThemeKind Theme::kind()
{
    switch (m_choice) {
    case ThemeChoice::Light:
        return ThemeKind::Light;
    case ThemeChoice::Dark:
        return ThemeKind::Dark;
    case ThemeChoice::HighContrast:
        return ThemeKind::HighContrast;
    case ThemeChoice::System:
        break;
    }
    QApplication::setPalette(QPalette()); // back to the system's own, so that it can be read
    return themeKindOf(QApplication::palette());
}

void Theme::apply()
{
    m_applying = true;
    const Tokens& tokens = tokensFor(kind());
    QPixmapCache::clear();
    QApplication::setPalette(paletteFrom(tokens));

    QFont font = m_systemFont;
    const double systemPoints = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    font.setPointSizeF(bodyPoints(systemPoints, m_zoom));
    m_application.setProperty("figureFamily", figureFamilyFor(QFontInfo(font).family()));
    QApplication::setFont(font);
    m_application.setStyleSheet(styleSheetFrom(tokens));
    // A new style sheet gives labels back the palette they had before, so those that set their own colours do it again.
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent again(QEvent::PaletteChange);
        QApplication::sendEvent(widget, &again);
    }
    m_applying = false;
    emit changed();
}

} // namespace placewright
