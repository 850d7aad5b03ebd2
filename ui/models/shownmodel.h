#pragma once

#include "ui/models/plantablemodel.h"
#include "ui/theme/icons.h"

namespace placewright {

// One cell of a table that only shows: text with what the grid's roles can say about it.
struct ShownTableCell : ShownCell
{
    QString status; // "indicative", "disputed": typed figures only
    std::optional<Icon> mark;
    double bar = -1; // 0 to 1; below 0: none
    double barHatched = 0;
    bool link = false;
    QString problem; // what is wrong with the value it shows
    int span = 0;    // columns that it covers; 0: its own
};

struct ShownTableColumn
{
    QString title;
    bool figure = false;
    bool stretch = false;
    int width = 0; // fixed, for bars
};

struct ShownTableRow
{
    QString id;
    bool group = false;
    bool total = false;
    QList<ShownTableCell> cells;
};

// A read-only table of worked-out figures, set whole. Rows keep their place, so that selection and scroll stay.
class ShownModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const QList<ShownTableColumn>& columns, const QList<ShownTableRow>& rows);
    const ShownTableRow& row(int position) const { return m_rows.at(position); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ShownTableColumn> m_columns;
    QList<ShownTableRow> m_rows;
};

// Cells as tables show them.
ShownTableCell textCell(const QString& text);
ShownTableCell moneyCell(Money money, Pence pence); // without the pound sign; the column's header carries it

} // namespace placewright
