// placewright-cli: what an analyst scripts and a test asks, without a window.
#include "app/commands/command.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>

int main(int count, char** words)
{
    using namespace Qt::StringLiterals;

    QCoreApplication application(count, words);
    QCoreApplication::setApplicationName(u"placewright-cli"_s);
    QTranslator translator;
    if (translator.load(u":/i18n/placewright_en_GB.qm"_s))
        QCoreApplication::installTranslator(&translator);

    QTextStream out(stdout);
    QTextStream err(stderr);
    placewright::Console console{out, err, [] { return QDateTime::currentDateTimeUtc(); }};
    return static_cast<int>(placewright::runCommandLine(QCoreApplication::arguments().mid(1), console));
}
