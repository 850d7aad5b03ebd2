#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QActionGroup;
class QApplication;
class QMenu;

namespace placewright {

enum class ThemeChoice { System, Light, Dark, HighContrast };

QString themeChoiceId(ThemeChoice choice); // "system", "light", "dark", "contrast": for settings
ThemeChoice themeChoiceFromId(const QString& id);

// Sets the look of the whole application: Fusion, palette, style sheet and fonts. One per program, made in main().
// Widgets do not know it: they read their tokens from their palette and follow QEvent::PaletteChange.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    int zoom() const { return m_zoom; }
    void setZoom(int percent);             // 50 to 300
    void setSystemFont(const QFont& font); // for tests and pictures; the system's own font otherwise

    // Fills View > Theme with the four choices.
    QActionGroup* fillMenu(QMenu& menu);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed();

private:
    void apply();
    ThemeKind kind();

    QApplication& m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    QFont m_systemFont;
    int m_zoom = 100;
    bool m_applying = false;
    bool m_settled = false;
};

// The small style sheet made from the tokens; public for tests.
QString styleSheetFrom(const Tokens& tokens);

} // namespace placewright
