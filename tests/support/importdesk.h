#pragma once

#include "core/exchange/needimport.h"
#include "core/exchange/readshelf.h"
#include "core/plan/plantree.h"

#include <QTest>

namespace placewright {

// A plan that need files are imported into, as the command line does: each import on what the ones before it left.
struct ImportDesk
{
    PlanTree tree;
    Shelf shelf;
    QList<Step> steps;
    QList<QMap<QString, QByteArray>> blobs; // of each Step
    IdSource ids = [next = 0]() mutable { return Id(QStringLiteral("n%1").arg(++next, 4, 10, QChar(u'0'))); };

    ImportDesk()
    {
        StepBuilder builder{Plan()};
        builder.add(Place::type.id, Id(QStringLiteral("place")));
        builder.set(Place::type.id, Id(QStringLiteral("place")), "name", QStringLiteral("Ashmoor"));
        builder.add(FinancialYear::type.id, Id(QStringLiteral("2026-27")));
        tree.base = builder.plan();
    }

    const Plan& plan() const { return tree.base; }
    Result<NeedImport> import(const QByteArray& bytes, const QString& fileName,
                              const ImportOptions& options = {}) const
    {
        return importNeed(tree.base, shelf, bytes, fileName, options, ids);
    }
    void take(const Step& step, const QMap<QString, QByteArray>& withBlobs = {})
    {
        const Applied applied = apply(tree.base, step);
        QVERIFY(applied.ok());
        tree.base = applied.plan;
        tree.blobs.insert(withBlobs);
        steps.append(step);
        blobs.append(withBlobs);
        const Result<Shelf> read = readShelf(tree, shelf);
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
        shelf = *read;
    }
    template <class Made> void take(const Result<Made>& made)
    {
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().text));
        if constexpr (std::is_same_v<Made, Step>)
            take(*made);
        else
            take(made->step, made->blobs);
    }
    void take(const QByteArray& bytes, const QString& fileName, const ImportOptions& options = {})
    {
        take(import(bytes, fileName, options));
    }
};

} // namespace placewright
