#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace placewright {

// What one run of the real placewright-cli gave.
struct CliRun
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    bool saysOneLine() const { return err.count('\n') == 1 && err.endsWith('\n') && err.size() > 20; }
};

inline QString cliProgram()
{
    return QDir(qEnvironmentVariable("PLACEWRIGHT_PROGRAMS")).filePath(QStringLiteral("placewright-cli"));
}

inline CliRun runCli(const QStringList& arguments, const QString& folder = QDir::tempPath())
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(cliProgram(), arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QJsonObject find(const QJsonArray& list, const QList<std::pair<QLatin1StringView, QString>>& wanted)
{
    for (const QJsonValue& entry : list) {
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const auto& pair) {
            return entry[pair.first].toString() == pair.second;
        });
        if (fits)
            return entry.toObject();
    }
    return {};
}

} // namespace placewright
