#include "ui/models/shownmodel.h"

namespace placewright {

void ShownModel::setTable(const QList<ShownTableColumn>& columns, const QList<ShownTableRow>& rows)
{
    const bool sameShape =
        rows.size() == m_rows.size() && columns.size() == m_columns.size() && !rows.isEmpty();
    if (sameShape) {
        m_columns = columns;
        m_rows = rows;
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_columns = columns;
    m_rows = rows;
    endResetModel();
}

int ShownModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ShownModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ShownModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ShownTableRow& row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case GroupRole:
        return row.group;
    case TotalRole:
        return row.total;
    case Qt::TextAlignmentRole:
        return m_columns.at(index.column()).figure ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        break;
    }
    if (index.column() >= row.cells.size())
        return {};
    const ShownTableCell& cell = row.cells.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tooltip.isEmpty() ? QVariant() : cell.tooltip;
    case NumberRole:
        return cell.number;
    case SecondaryTextRole:
        return cell.secondary.isEmpty() ? QVariant() : cell.secondary;
    case EmphasisRole:
        return static_cast<int>(cell.emphasis);
    case StatusRole:
        return cell.status;
    case MarkRole:
        return cell.mark ? QVariant(static_cast<int>(*cell.mark)) : QVariant();
    case BarRole:
        return cell.bar < 0 ? QVariant() : cell.bar;
    case BarHatchedRole:
        return cell.barHatched;
    case LinkRole:
        return cell.link;
    case SpanRole:
        return cell.span > 1 ? QVariant(cell.span) : QVariant();
    case ProblemRole:
        return cell.problem.isEmpty() ? QVariant() : cell.problem;
    default:
        return {};
    }
}

QVariant ShownModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ShownTableColumn& column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case HeaderFigureRole:
        return column.figure;
    case HeaderStretchRole:
        return column.stretch;
    case HeaderWidthRole:
        return column.width > 0 ? QVariant(column.width) : QVariant();
    default:
        return {};
    }
}

ShownTableCell textCell(const QString& text)
{
    ShownTableCell cell;
    cell.text = text;
    cell.computed = false;
    return cell;
}

ShownTableCell moneyCell(Money money, Pence pence)
{
    ShownTableCell cell = textCell(formatAmount(money, pence));
    cell.number = money.pence();
    return cell;
}

} // namespace placewright
