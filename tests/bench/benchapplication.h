#pragma once

#include <QApplication>

namespace placewright {

// The one application of the benchmarks that paint. It needs no screen.
inline QApplication& application()
{
    static int count = 1;
    static char name[] = "placewright_bench";
    static char* arguments[] = {name, nullptr};
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    static QApplication* const app =
        new QApplication(count, arguments); // left standing: Qt's own statics go first
    return *app;
}

} // namespace placewright
