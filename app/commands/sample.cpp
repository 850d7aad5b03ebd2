#include "app/commands/usage.h"
#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/samplefile.h"
#include "core/explore/generatedplans.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// Of plans with invented figures: the same each time, so that their journal is always the same.
Author maker()
{
    return {u"Placewright"_s, [] { return QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC); },
            [] { return Id(u"placewright"_s); }};
}

std::optional<PlanSize> sizeOf(const QString& kind)
{
    if (kind == u"large")
        return planSize::large();
    if (kind == u"large-dense")
        return planSize::largeDense();
    if (kind == u"england")
        return planSize::england();
    return std::nullopt;
}

Result<std::unique_ptr<PlanFile>> createGenerated(const QString& path, const PlanSize& size,
                                                  const Author& author)
{
    PlanTree tree;
    tree.base = generatedPlan(size);
    if (const Outcome pinned = pinRulebooks(tree, builtInRulebooks()); !pinned)
        return pinned.error();
    return PlanFile::create(path, tree, author,
                            QCoreApplication::translate("CommandLine", "Made a plan of invented figures"));
}

} // namespace

ExitStatus runSample(const QStringList& arguments, Console& console)
{
    Usage usage("sample"_L1);
    usage.argument(u"OUT.plan"_s, QCoreApplication::translate("CommandLine", "the plan file to write"));
    usage.option(
        u"kind"_s, u"KIND"_s,
        QCoreApplication::translate("CommandLine", "demo (the default), large, large-dense or england"));
    allowReplacing(usage);
    if (const auto over = usage.parse(arguments, console))
        return *over;

    const QString kind = usage.has(u"kind"_s) ? usage.value(u"kind"_s) : u"demo"_s;
    const std::optional<PlanSize> size = sizeOf(kind);
    if (!size && kind != u"demo") {
        return console.refuse(ExitStatus::WrongUsage,
                              QCoreApplication::translate("CommandLine",
                                                          "There is no sample of the kind “%1”: choose demo, "
                                                          "large, large-dense or england.")
                                  .arg(kind));
    }
    if (const auto over = refuseToReplace(usage, usage.argument(0), console))
        return *over;
    const Author author = maker();
    const auto file =
        size ? createGenerated(usage.argument(0), *size, author) : createSample(usage.argument(0));
    if (!file)
        return console.refuse(file.error());
    const PlanTree& tree = (*file)->tree();
    console.print(QCoreApplication::translate("CommandLine", "%1: %2, %3 lines. %4.")
                      .arg(usage.argument(0), tree.base.place().name, QString::number(tree.base.lines.size()),
                           tree.base.place().note));
    return ExitStatus::Done;
}

} // namespace placewright
