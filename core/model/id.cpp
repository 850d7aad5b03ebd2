#include "core/model/id.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace placewright {

bool isWellFormed(const Id& id)
{
    const QString& text = id.text();
    if (text.isEmpty() || text.size() > 64)
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'-' || c == u'_' || c == u'.' || c == u':';
    });
}

IdSource randomIds()
{
    return [] {
        std::array<quint32, 4> words{};
        QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
        const QByteArray bytes(reinterpret_cast<const char*>(words.data()), sizeof(words));
        return Id(QString::fromLatin1(bytes.toHex()));
    };
}

} // namespace placewright
