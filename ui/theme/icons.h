#pragma once

#include <QIcon>
#include <QPainter>
#include <QString>

namespace placewright {

struct Tokens;

// Every mark and icon, drawn on a grid of 16 with strokes of 1.5 in the colour given.
enum class Icon {
    None,
    Missed,
    Met,
    Warning,
    NotKnown,
    DoesNotApply, // conditions
    Indicative,
    Disputed, // status of a figure
    Gain,
    Loss, // filled arrows up and down
    InFavour,
    Against,
    Abstained, // votes: disc, square, ring
    Undo,
    Redo,
    Meeting,
    Overview,
    PlaceAndNeed,
    Funding,
    Schemes,
    PoolsAndRisk,
    Contracts,
    Committee,
    Scenarios,
    Conditions,
    InYear,
    Papers,
    Export,
    Enlarge,
    Lock,
    Plus,
    Search,
    Paper,
    Close,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Expanded,
    Collapsed, // group rows
};

// Paints into the largest square centred in `rect`. `ground` is what filled marks cut their sign out of.
void paintIcon(QPainter& painter, Icon icon, const QRectF& rect, const QColor& colour, const QColor& ground);

// The colour that a mark has by itself: missed orange, met accent, disputed wrong, else text.
QColor iconColour(Icon icon, const Tokens& tokens);

// For buttons and menus: follows the palette of whatever paints it, sharp at every scale.
QIcon themeIcon(Icon icon);

} // namespace placewright
