#include "core/exchange/readshelf.h"

#include "core/exchange/figurefile.h"
#include "core/exchange/lookupfile.h"
#include "core/exchange/practicefile.h"
#include "core/exchange/readdataset.h"

#include <QCoreApplication>

namespace placewright {

namespace {

// What a text is read as: the plan says which hashes are rulebooks and what each dataset is.
struct Wanted
{
    QMap<QString, QString> rulebooks;    // hash, name
    QMap<QString, NeedDataset> datasets; // by tableKey; maps are read by the pages that draw them
};

void note(Wanted& wanted, const Plan& plan)
{
    for (const FinancialYear& year : plan.years)
        if (!year.rulebookHash.isEmpty())
            wanted.rulebooks.insert(year.rulebookHash, year.rulebook);
    for (const NeedDataset& dataset : plan.needDatasets)
        if (dataset.kind != needDatasetKind::map)
            wanted.datasets.insert(dataset.kind + tableKey(dataset), dataset);
}

Error unreadable(const QString& name, const QString& why)
{
    return {QCoreApplication::translate("Shelf", "“%1”, which this plan refers to, cannot be read: %2")
                .arg(name, why)};
}

Result<QByteArray> textOf(const PlanTree& tree, const QString& hash, const QString& name)
{
    const auto text = tree.blobs.constFind(hash);
    if (text == tree.blobs.constEnd())
        return unreadable(name, QCoreApplication::translate("Shelf", "its text is not in the file."));
    return *text;
}

template <class Tables> bool take(Tables& tables, const Tables& before, const QString& key)
{
    const auto known = before.value(key);
    if (known)
        tables.insert(key, known);
    return known != nullptr;
}

// What stood on the shelf before is not read again.
bool takeKnown(Shelf& shelf, const Shelf& before, const NeedDataset& dataset)
{
    if (dataset.kind == needDatasetKind::lookup)
        return take(shelf.lookups, before.lookups, dataset.hash);
    const bool figures = take(shelf.figures, before.figures, tableKey(dataset));
    return dataset.kind == needDatasetKind::practices
               ? take(shelf.practices, before.practices, dataset.hash) && figures
               : figures;
}

} // namespace

Result<Shelf> readShelf(const PlanTree& tree, const Shelf& before)
{
    Wanted wanted;
    note(wanted, tree.base);
    for (const Scenario& scenario : tree.base.scenarios)
        note(wanted, branchPlan(tree, scenario.id).plan);

    Shelf shelf;
    for (auto book = wanted.rulebooks.cbegin(); book != wanted.rulebooks.cend(); ++book) {
        if (const auto known = before.rulebooks.value(book.key())) {
            shelf.rulebooks.insert(book.key(), known);
            continue;
        }
        Result<QByteArray> text = textOf(tree, book.key(), book.value());
        if (!text)
            return text.error();
        Result<Rulebook> read = Rulebook::fromJson(*text);
        if (!read)
            return unreadable(book.value(), read.error().text);
        shelf.rulebooks.insert(book.key(), std::make_shared<const Rulebook>(std::move(*read)));
    }
    shelf.cache = before.cache; // its keys name what they were made from
    for (const NeedDataset& dataset : std::as_const(wanted.datasets)) {
        if (takeKnown(shelf, before, dataset))
            continue;
        const Result<QByteArray> text = textOf(tree, dataset.hash, dataset.name);
        if (!text)
            return text.error();
        if (const Outcome read = readDataset(shelf, dataset, *text); !read)
            return unreadable(dataset.name, read.error().text);
    }
    return shelf;
}

} // namespace placewright
