#pragma once

#include <QString>

namespace placewright {

// A text that people typed, as one line that cannot pass for several or turn the reading order round: line breaks and runs of
// spaces are one space; control characters, and those that only format (Unicode Cc and Cf, but for the two joiners that some
// scripts need), are left out.
QString inOneLine(const QString& text);

} // namespace placewright
