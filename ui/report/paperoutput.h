#pragma once

#include "core/money/result.h"

#include <QTextDocument>

namespace placewright {

// Writes a paper as .pdf (A4, with `footer` and the page number at the foot of each page) or .odt (with the footer as its
// last paragraph), by the ending of `path`. Written beside the target, then put in its place.
Outcome writePaper(QTextDocument& paper, const QString& footer, const QString& path);

// The same PDF as bytes.
QByteArray paperAsPdf(QTextDocument& paper, const QString& footer);

} // namespace placewright
