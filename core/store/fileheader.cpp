#include "core/store/fileheader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headerBytes = 100;

// Byte offsets of the SQLite file format, section 1.3.
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype writeVersionAt = 18;
constexpr qsizetype readVersionAt = 19;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;

quint32 bigEndian32(const QByteArray& header, qsizetype at)
{
    return qFromBigEndian<quint32>(header.constData() + at);
}

qint64 pageSize(const QByteArray& header)
{
    const quint16 size = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    return size == 1 ? 65536 : size;
}

Error sentence(const char* text, const QString& path)
{
    return {QCoreApplication::translate("Store", text).arg(quotedFileName(path))};
}

Error notAPlan(const QString& path)
{
    return sentence(QT_TRANSLATE_NOOP("Store", "%1 is not a Placewright plan."), path);
}

} // namespace

QString quotedFileName(const QString& path)
{
    return u'“' + QFileInfo(path).fileName() + u'”';
}

Error damagedPlan(const QString& path, const QString& detail)
{
    return {QCoreApplication::translate("Store", "%1 is damaged (%2): go back to a copy of it.")
                .arg(quotedFileName(path), detail)};
}

Outcome checkPlanHeader(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return sentence(QT_TRANSLATE_NOOP("Store", "There is no file %1."), path);
    if (info.isDir())
        return sentence(QT_TRANSLATE_NOOP("Store", "%1 is a folder, not a Placewright plan."), path);
    if (!info.isFile())
        return notAPlan(path);

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QCoreApplication::translate("Store", "%1 cannot be read: %2.")
                         .arg(quotedFileName(path), file.errorString())};
    const QByteArray header = file.read(headerBytes);
    if (header.isEmpty())
        return sentence(QT_TRANSLATE_NOOP("Store", "%1 is empty, not a Placewright plan."), path);
    if (header.size() < headerBytes || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)) ||
        bigEndian32(header, applicationIdAt) != planApplicationId)
        return notAPlan(path);

    const quint32 version = bigEndian32(header, userVersionAt);
    if (version > planSchemaVersion)
        return Error{QCoreApplication::translate("Store",
                                                 "%1 was made by a newer Placewright (file version %2; this "
                                                 "program reads up to %3): open it with that one.")
                         .arg(quotedFileName(path))
                         .arg(version)
                         .arg(planSchemaVersion)};
    if (version == 0)
        return notAPlan(path);
    if (header.at(writeVersionAt) != 1 || header.at(readVersionAt) != 1)
        return sentence(
            QT_TRANSLATE_NOOP("Store", "%1 was switched to write-ahead logging by another program; switch it "
                                       "back there (PRAGMA journal_mode=DELETE)."),
            path);
    if (file.size() > largestPlanBytes)
        return sentence(QT_TRANSLATE_NOOP("Store", "%1 is larger than the 2 GB that a plan may have."), path);
    // A program that was stopped in the middle of an edit leaves a journal, from which SQLite puts the size right.
    const bool unfinished = QFileInfo::exists(path + u"-journal"_s);
    if (!unfinished && file.size() != pageSize(header) * qint64(bigEndian32(header, pageCountAt)))
        return damagedPlan(path, QCoreApplication::translate("Store", "it is cut short"));
    return Done{};
}

} // namespace placewright
