#include "core/words/oneline.h"

#include <QList>

namespace placewright {

namespace {

constexpr char32_t nonJoiner = 0x200C;
constexpr char32_t joiner = 0x200D;

} // namespace

QString inOneLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    for (const uint c : text.toUcs4()) {
        const char32_t character = c;
        const QChar::Category category = QChar::category(character);
        if (QChar::isSpace(character)) // also line and paragraph separators
            line.append(u' ');
        else if ((category != QChar::Other_Control && category != QChar::Other_Format) ||
                 character == nonJoiner || character == joiner)
            line.append(QChar::fromUcs4(character));
    }
    return line.simplified();
}

} // namespace placewright
