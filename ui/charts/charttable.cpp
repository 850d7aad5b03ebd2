#include "ui/charts/charttable.h"

#include "ui/table/roles.h"

#include <algorithm>

namespace placewright {

ChartTable::ChartTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ChartTable::setRows(const QStringList& header, const QList<Row>& rows)
{
    beginResetModel();
    m_header = header;
    m_rows = rows;
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_header.size());
}

QVariant ChartTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    if (role == IdRole)
        return row.id;
    if (role == TotalRole)
        return row.total;
    if (index.column() >= row.cells.size())
        return {};
    const Cell& cell = row.cells.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case NumberRole:
        return cell.number;
    case StatusRole:
        return cell.status;
    case EmphasisRole:
        return cell.emphasis;
    default:
        return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_header.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_header.at(section);
    if (role == HeaderFigureRole) {
        return std::any_of(m_rows.begin(), m_rows.end(), [section](const Row& row) {
            return section < row.cells.size() && row.cells.at(section).number.isValid();
        });
    }
    return {};
}

} // namespace placewright
