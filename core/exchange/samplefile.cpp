#include "core/exchange/samplefile.h"

#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/planjson.h"
#include "core/exchange/readshelf.h"
#include "core/exchange/samplehistory.h"

#include <QFile>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Nothing of the journal depends on who runs the program, when or in which language: its hashes stand in the paper of version 1.
Author maker()
{
    return {u"Priya Shah"_s, [] { return QDateTime(QDate(2026, 2, 20), QTime(9, 30), Qt::UTC); }};
}

Result<QList<NewEntry>> historyOf(const PlanTree& tree, const QByteArray& head)
{
    const Result<QList<SampleStep>> history =
        readSampleHistory(resource(u":/sample/calderbourne-history.json"_s));
    if (!history)
        return history.error();
    const Result<Shelf> shelf = readShelf(tree);
    if (!shelf)
        return shelf.error();
    return tellSampleHistory(tree, *shelf, *history,
                             {head, resource(u":/sample/calderbourne-version-1.json"_s),
                              resource(u":/sample/calderbourne-version-1.pdf"_s)});
}

} // namespace

Result<PlanTree> demoTree()
{
    Result<PlanTree> tree = planFromJson(resource(u":/sample/calderbourne.json"_s));
    if (!tree)
        return tree.error();
    if (const Outcome pinned = pinRulebooks(*tree, builtInRulebooks()); !pinned)
        return pinned.error();
    return tree;
}

Result<std::unique_ptr<PlanFile>> createSampleAsMade(const QString& path)
{
    Result<PlanTree> tree = demoTree();
    if (!tree)
        return tree.error();
    tree->steps.clear(); // told with the history, each at its time
    return PlanFile::create(path, *tree, maker(), u"Made the sample plan of Calderbourne (fictional)"_s);
}

Result<std::unique_ptr<PlanFile>> createSample(const QString& path)
{
    const Result<PlanTree> tree = demoTree();
    if (!tree)
        return tree.error();
    Result<std::unique_ptr<PlanFile>> file = createSampleAsMade(path);
    if (!file)
        return file.error();
    const Result<QList<NewEntry>> entries = historyOf(*tree, (*file)->headHash());
    if (!entries)
        return entries.error();
    if (const Result<qint64> last = (*file)->commitAll(*entries); !last)
        return last.error();
    return file;
}

} // namespace placewright
