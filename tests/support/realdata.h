#pragma once

#include <QDir>
#include <QFile>
#include <QTest>

namespace placewright {

// A published file for tests, below the folder that the environment variable PLACEWRIGHT_DATA names, else beside the
// project; see tests/support/PlacewrightTest.cmake.
inline QString realDataPath(const QString& file)
{
    const QString fallback = QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/../shared/data");
    return QDir(qEnvironmentVariable("PLACEWRIGHT_DATA", fallback)).filePath(file);
}

// A file of the project's own test data.
inline QByteArray testData(const QString& file)
{
    QFile read(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/tests/data/") + file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

} // namespace placewright

// Leaves the test function, counted as skipped, where the published file is absent.
#define PLACEWRIGHT_NEED_DATA(path)                                                                          \
    if (!QFile::exists(path))                                                                                \
    QSKIP(qPrintable(QStringLiteral("PLACEWRIGHT_SKIP: published data absent: ") + (path)))
