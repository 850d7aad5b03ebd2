#include "core/store/planlock.h"

#include "core/store/fileheader.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace placewright {

using namespace Qt::StringLiterals;

Result<std::shared_ptr<QLockFile>> lockPlan(const QString& path)
{
    if (!QFileInfo(QFileInfo(path).path()).isDir())
        return Error{QCoreApplication::translate("Store", "There is no folder “%1” to write a plan in.")
                         .arg(QFileInfo(path).path())};
    auto lock = std::make_shared<QLockFile>(QFileInfo(path).absoluteFilePath() + u".lock"_s);
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;

    const QString name = quotedFileName(path);
    if (lock->error() != QLockFile::LockFailedError)
        return Error{QCoreApplication::translate(
                         "Store", "%1 cannot be written here: open it read-only, or work on a copy.")
                         .arg(name)};
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock->getLockInfo(&process, &host, &program))
        return Error{
            QCoreApplication::translate("Store", "%1 is open elsewhere: open it read-only.").arg(name)};
    return Error{QCoreApplication::translate(
                     "Store", "%1 is open in %2 on %3 (process %4): open it read-only, or close it "
                              "there (if nothing runs there, remove %5).")
                     .arg(name, program.isEmpty() ? u"Placewright"_s : program, host)
                     .arg(process)
                     .arg(quotedFileName(path + u".lock"_s))};
}

} // namespace placewright
