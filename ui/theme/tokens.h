#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace placewright {

enum class ThemeKind { Light, Dark, HighContrast };

// Every colour of the program, by what it is for. Nothing outside tokens.cpp names a colour by its value.
struct Tokens
{
    ThemeKind kind = ThemeKind::Light;
    QColor window; // the page
    QColor base;   // panels, tables, fields
    QColor head;   // table header
    QColor nav;    // navigation and status bar
    QColor alt;    // group and computed cells
    QColor line;   // hairlines
    QColor line2;  // the stronger hairline under headers and over totals
    QColor border; // edges of fields and buttons, axes, neither better nor worse
    QColor text;
    QColor text2;  // captions, units, ticks
    QColor accent; // primary button, focus, links, met, gain
    QColor onAccent;
    QColor selection;
    QColor onSelection;
    QColor missed; // missed, loss, over a limit
    QColor missedTint;
    QColor wrong;  // not valid; disputed
    QColor hatch;  // stripes of an indicative cell
    QColor notice; // the undo notice
    QColor onNotice;
    std::array<QColor, 6> series;
    std::array<QColor, 6> seriesText; // the shade of a label in the colour of its series
    std::array<QColor, 6> onSeries;   // text on a mark of the series

    QColor gain() const { return accent; }
    QColor loss() const { return missed; }
    QColor lossMark() const { return kind == ThemeKind::HighContrast ? text : series[3]; }
};

const Tokens& tokensFor(ThemeKind kind);

// The tokens that go with a palette: high contrast if it is ours, else dark when window text is lighter than window.
ThemeKind themeKindOf(const QPalette& palette);
const Tokens& tokensOf(const QPalette& palette);
const Tokens& tokensOf(const QWidget* widget);

QPalette paletteFrom(const Tokens& tokens);

// The ratio of WCAG 2.2, 1.0 to 21.0.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace placewright
