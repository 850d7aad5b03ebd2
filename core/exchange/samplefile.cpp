#include "core/exchange/samplefile.h"

#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/planjson.h"
#include "core/exchange/stepsjson.h"

#include <QCoreApplication>
#include <QFile>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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

Result<std::unique_ptr<PlanFile>> createSample(const QString& path, const Author& author)
{
    const Result<PlanTree> tree = demoTree();
    if (!tree)
        return tree.error();
    const Result<QList<WrittenStep>> history = readSteps(resource(u":/sample/calderbourne-history.json"_s));
    if (!history)
        return history.error();
    Result<std::unique_ptr<PlanFile>> file = PlanFile::create(
        path, *tree, author,
        QCoreApplication::translate("Sample", "Made the sample plan of Calderbourne (fictional)"));
    if (!file)
        return file.error();
    const Result<AppliedSteps> applied = applySteps(**file, *history, {}, author);
    if (!applied)
        return applied.error();
    if (!applied->conflict.isEmpty())
        return Error{applied->conflict};
    return file;
}

} // namespace placewright
