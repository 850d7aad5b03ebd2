#include "core/exchange/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

#include <algorithm>
#include <optional>

namespace placewright {

namespace {

Error at(const QByteArray& text, qsizetype offset, const QString& what)
{
    const QByteArrayView before = QByteArrayView(text).first(std::min(offset, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {QCoreApplication::translate("PlanJson", "Line %1, column %2: %3.")
                .arg(before.count('\n') + 1)
                .arg(QString::fromUtf8(before.sliced(lineStart)).size() + 1)
                .arg(what)};
}

// Just past the closing quote of the string that begins at `start`, in text known to be JSON.
qsizetype endOfString(const QByteArray& text, qsizetype start)
{
    qsizetype i = start + 1;
    while (i < text.size() && text.at(i) != '"')
        i += text.at(i) == '\\' ? 2 : 1;
    return i + 1;
}

QString unescaped(QByteArrayView quoted)
{
    return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']').array().at(0).toString();
}

// Walks text known to be JSON and looks only at the keys of its objects.
std::optional<Error> repeatedKey(const QByteArray& text)
{
    QList<QSet<QString>> open; // keys of each object around the place; arrays stand as empty sets
    for (qsizetype i = 0; i < text.size();) {
        const char c = text.at(i);
        if (c == '{' || c == '[')
            open.append(QSet<QString>());
        else if ((c == '}' || c == ']') && !open.isEmpty())
            open.removeLast();
        if (c != '"') {
            ++i;
            continue;
        }
        const qsizetype start = i;
        i = endOfString(text, start);
        qsizetype next = i;
        while (next < text.size() && QByteArrayView(" \t\r\n").contains(text.at(next)))
            ++next;
        if (next >= text.size() || text.at(next) != ':' || open.isEmpty())
            continue;
        const QString key = unescaped(QByteArrayView(text).sliced(start, i - start));
        if (open.last().contains(key))
            return at(
                text, start,
                QCoreApplication::translate("PlanJson", "“%1” stands here a second time").arg(key.left(60)));
        open.last().insert(key);
    }
    return std::nullopt;
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray& text)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(text, &fault);
    if (fault.error != QJsonParseError::NoError) // Qt has taken the offending byte before it complains
        return at(text, std::max(fault.offset - 1, 0),
                  QCoreApplication::translate("PlanJson", "this is not JSON (%1)").arg(fault.errorString()));
    if (!document.isObject())
        return at(text, 0, QCoreApplication::translate("PlanJson", "an object in braces is expected"));
    if (std::optional<Error> repeated = repeatedKey(text))
        return *repeated;
    return document.object();
}

} // namespace placewright
