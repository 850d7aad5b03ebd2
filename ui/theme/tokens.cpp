#include "ui/theme/tokens.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace placewright {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens lightTokens()
{
    Tokens t;
    t.kind = ThemeKind::Light;
    t.window = rgb(0xF3F5F8);
    t.base = rgb(0xFFFFFF);
    t.head = rgb(0xEDF0F4);
    t.nav = rgb(0xE9EDF2);
    t.alt = rgb(0xF8F9FB);
    t.line = rgb(0xDCE0E6);
    t.line2 = rgb(0xC4CAD2);
    t.border = rgb(0x7E8792);
    t.text = rgb(0x1B1F24);
    t.text2 = rgb(0x525A64);
    t.accent = rgb(0x12436D);
    t.onAccent = rgb(0xFFFFFF);
    t.selection = rgb(0xD9E6F2);
    t.onSelection = t.text;
    t.missed = rgb(0x9A3D08);
    t.missedTint = rgb(0xFDEEE5);
    t.wrong = rgb(0x801650);
    t.hatch = rgb(0xC2C8D0);
    t.notice = t.text;
    t.onNotice = t.base;
    t.series = {rgb(0x12436D), rgb(0x28A197), rgb(0x801650), rgb(0xF46A25), rgb(0x3D3D3D), rgb(0xA285D1)};
    t.seriesText = {t.series[0], rgb(0x0F6B64), t.series[2], rgb(0x9A3D08), t.series[4], rgb(0x5B3F94)};
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    t.onSeries = {white, black, white, black, white, black};
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.kind = ThemeKind::Dark;
    t.window = rgb(0x14181D);
    t.base = rgb(0x1B2026);
    t.head = rgb(0x242B33);
    t.nav = rgb(0x101419);
    t.alt = rgb(0x20262D);
    t.line = rgb(0x343C46);
    t.line2 = rgb(0x46505C);
    t.border = rgb(0x77828E);
    t.text = rgb(0xE9ECF0);
    t.text2 = rgb(0xB3BBC5);
    t.accent = rgb(0xA9D3F7);
    t.onAccent = rgb(0x0D2234);
    t.selection = rgb(0x1E3A54);
    t.onSelection = t.text;
    t.missed = rgb(0xF9A06F);
    t.missedTint = rgb(0x3A2417);
    t.wrong = rgb(0xF2A7CF);
    t.hatch = rgb(0x454F5B);
    t.notice = t.head;
    t.onNotice = t.text;
    t.series = {rgb(0xA9D3F7), rgb(0x1F8F86), rgb(0xE58BB8), rgb(0xF46A25), rgb(0xE3E6EA), rgb(0xA285D1)};
    t.seriesText = {t.series[0], rgb(0x4FC3B8), rgb(0xF2A7CF), rgb(0xF9A06F), t.series[4], rgb(0xC0A8E6)};
    const QColor black(Qt::black);
    t.onSeries = {rgb(0x0D2234), black, black, black, black, black};
    return t;
}

Tokens highContrastTokens()
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    const QColor yellow = rgb(0xFFE100);
    Tokens t;
    t.kind = ThemeKind::HighContrast;
    t.window = t.base = t.head = t.nav = t.alt = black;
    t.line = t.line2 = t.border = t.text = t.text2 = white;
    t.accent = t.selection = yellow;
    t.onAccent = t.onSelection = black;
    t.missed = t.wrong = white;
    t.missedTint = black;
    t.hatch = white;
    t.notice = black;
    t.onNotice = white;
    t.series = {white, yellow, white, white, white, white};
    t.seriesText = {white, yellow, white, white, white, white};
    t.onSeries = {black, black, black, black, black, black};
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

const Tokens& tokensFor(ThemeKind kind)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens contrast = highContrastTokens();
    switch (kind) {
    case ThemeKind::Dark:
        return dark;
    case ThemeKind::HighContrast:
        return contrast;
    case ThemeKind::Light:
        break;
    }
    return light;
}

ThemeKind themeKindOf(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const Tokens& contrast = tokensFor(ThemeKind::HighContrast);
    if (window == contrast.window &&
        palette.color(QPalette::Active, QPalette::Highlight) == contrast.selection)
        return ThemeKind::HighContrast;
    return luminance(text) > luminance(window) ? ThemeKind::Dark : ThemeKind::Light;
}

const Tokens& tokensOf(const QPalette& palette)
{
    return tokensFor(themeKindOf(palette));
}

const Tokens& tokensOf(const QWidget* widget)
{
    return tokensOf(widget->window()->palette());
}

QPalette paletteFrom(const Tokens& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.base);
    p.setColor(QPalette::AlternateBase, t.alt);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.text2);
    p.setColor(QPalette::Button, t.base);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Light, t.base);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line2);
    p.setColor(QPalette::Dark, t.border);
    p.setColor(QPalette::Shadow, t.border);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.onSelection);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.base);
    p.setColor(QPalette::ToolTipText, t.text);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.border);
    return p;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace placewright
