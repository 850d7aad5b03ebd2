#include "core/exchange/readshelf.h"

#include "core/exchange/practicefile.h"

#include <QCoreApplication>

namespace placewright {

namespace {

// What a text is read as: the plan says which hashes are rulebooks and which are datasets of practices.
struct Wanted
{
    QMap<QString, QString> rulebooks; // hash, name
    QMap<QString, QString> practices;
};

void note(Wanted& wanted, const Plan& plan)
{
    for (const FinancialYear& year : plan.years)
        if (!year.rulebookHash.isEmpty())
            wanted.rulebooks.insert(year.rulebookHash, year.rulebook);
    for (const NeedDataset& dataset : plan.needDatasets)
        if (dataset.kind == needDatasetKind::practices)
            wanted.practices.insert(dataset.hash, dataset.name);
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
    for (auto dataset = wanted.practices.cbegin(); dataset != wanted.practices.cend(); ++dataset) {
        if (const auto known = before.practices.value(dataset.key())) {
            shelf.practices.insert(dataset.key(), known);
            continue;
        }
        Result<QByteArray> text = textOf(tree, dataset.key(), dataset.value());
        if (!text)
            return text.error();
        Result<PracticeFile> read = readPracticeFile(*text, dataset.value());
        if (!read)
            return unreadable(dataset.value(), read.error().text);
        shelf.practices.insert(dataset.key(), read->table);
    }
    return shelf;
}

} // namespace placewright
