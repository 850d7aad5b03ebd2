#include "core/exchange/builtinrulebooks.h"

#include <QDir>
#include <QFileInfo>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

void addRulebook(QMap<QString, QByteArray>& rulebooks, const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        rulebooks.insert(QFileInfo(path).completeBaseName(), file.readAll());
}

} // namespace

QMap<QString, QByteArray> builtInRulebooks()
{
    QMap<QString, QByteArray> rulebooks;
    const QDir folder(u":/rulebooks"_s);
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        addRulebook(rulebooks, folder.filePath(name));
    addRulebook(rulebooks, u":/sample/calderbourne-2026-27.json"_s);
    return rulebooks;
}

} // namespace placewright
