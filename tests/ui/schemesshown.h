#pragma once

#include "tests/ui/sampledocument.h"
#include "ui/models/schemecolumns.h"
#include "ui/models/schemesmodel.h"

#include <QAbstractItemModelTester>

namespace placewright {

using Grouping = SchemesModel::Grouping;

inline const Key thisYear{Id(QStringLiteral("2026-27")), {}};
inline const Key lastYear{Id(QStringLiteral("2025-26")), {}};

inline QString shown(const QModelIndex& index)
{
    return index.data(Qt::DisplayRole).toString();
}

inline qint64 pence(const QModelIndex& index)
{
    return index.data(NumberRole).toLongLong();
}

constexpr qint64 pounds(qint64 whole)
{
    return whole * 100;
}

// A model with everything a test asks of it by name.
struct Shown
{
    explicit Shown(PlanDocument& document)
        : model(document)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }

    QModelIndex cell(const QString& id, QAnyStringView field, const Key& key = {}) const
    {
        return model.indexOf(Id(id), model.columnOf(field, key));
    }
    QModelIndex amount(const QString& id, const Key& key = thisYear) const
    {
        return cell(id, u"amount", key);
    }
    QModelIndex change(const QString& id) const
    {
        return amount(id).siblingAtColumn(model.columnOf(u"amount", thisYear) + 1);
    }
    QModelIndex total(int column) const { return model.index(model.rowCount() - 1, column); }
    QModelIndex newRow(int column) const { return model.index(model.rowCount() - 2, column); }
    int count(PlanRow::Kind kind) const
    {
        int found = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            found += model.row(row).kind == kind ? 1 : 0;
        return found;
    }

    SchemesModel model;
    QAbstractItemModelTester tester;
};

} // namespace placewright
