#pragma once

#include <QFont>
#include <QStringList>

namespace placewright {

enum class TextSize { PageTitle, PanelTitle, Body, Caption }; // 15, 11, 10, 9 pt at the usual system size

enum class TextWeight { Normal, Strong };

// Fonts derive from the application's font, which Theme sets to the body size.
QFont textFont(TextSize size, TextWeight weight = TextWeight::Normal);
// The same in a family whose figures 0 to 9 have one width.
QFont figureFont(TextSize size, TextWeight weight = TextWeight::Normal);

// The body size in points for a system font of `systemPoints`: 10 pt, or more when the system asks for more.
double bodyPoints(double systemPoints, int zoomPercent);

// Whether 0 to 9 have one width in Normal and in DemiBold.
bool hasTabularFigures(const QString& family);
// `systemFamily` if its figures are tabular, else the first family of the fallback list that is there and passes, else
// `systemFamily`.
QString figureFamilyFor(const QString& systemFamily);
QStringList figureFallbacks();

} // namespace placewright
