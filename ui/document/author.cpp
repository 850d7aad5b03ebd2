#include "ui/document/author.h"

#include <QCoreApplication>
#include <QtGlobal>

namespace placewright {

Author systemAuthor()
{
    QString name = qEnvironmentVariable("USERNAME");
    if (name.isEmpty())
        name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = QCoreApplication::translate("Author", "Someone on this computer");
    return {name, [] { return QDateTime::currentDateTimeUtc(); }};
}

} // namespace placewright
