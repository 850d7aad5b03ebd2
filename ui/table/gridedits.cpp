// Copying, pasting, filling and clearing of GridView.
#include "ui/table/clipboard.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>

namespace placewright {

namespace {

bool isEditable(const QModelIndex& index)
{
    return index.flags() & Qt::ItemIsEditable;
}

} // namespace

void GridView::copy()
{
    const QModelIndexList shown = selectionModel()->selectedIndexes();
    if (shown.isEmpty())
        return;
    QList<int> rows;
    QList<int> columns;
    for (const QModelIndex& index : shown) {
        if (!rows.contains(index.row()))
            rows.append(index.row());
        if (!columns.contains(index.column()))
            columns.append(index.column());
    }
    std::sort(rows.begin(), rows.end());
    std::sort(columns.begin(), columns.end());
    QList<QStringList> cells;
    for (const int row : rows) {
        QStringList line;
        for (const int column : columns) {
            const QModelIndex index = m_proxy->index(row, column);
            line.append(shown.contains(index) ? index.data(Qt::DisplayRole).toString() : QString());
        }
        cells.append(line);
    }
    auto* copied = new QMimeData;
    copied->setText(clipboardText(cells));
    copied->setHtml(clipboardHtml(cells));
    QApplication::clipboard()->setMimeData(copied);
}

void GridView::paste()
{
    const QList<QStringList> rows = parseClipboard(QApplication::clipboard()->text());
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (rows.isEmpty() || !currentIndex().isValid())
        return;
    int top = currentIndex().row();
    int left = currentIndex().column();
    for (const QModelIndex& index : selected) {
        top = std::min(top, index.row());
        left = std::min(left, index.column());
    }
    PastedBlock block;
    block.topLeft = sourceIndex(m_proxy->index(top, left));

    // One value onto a range fills the range, as in a spreadsheet.
    if (rows.size() == 1 && rows.first().size() == 1 && selected.size() > 1) {
        for (const QModelIndex& cell : selectedCells()) {
            if (isEditable(cell))
                block.cells.append({cell, rows.first().first()});
        }
    } else {
        int at = top;
        for (const QStringList& row : rows) {
            if (at >= m_proxy->rowCount()) {
                block.beyond.append(row);
                continue;
            }
            const int width = std::min<int>(static_cast<int>(row.size()), m_proxy->columnCount() - left);
            for (int i = 0; i < width; ++i) {
                const QModelIndex cell = sourceIndex(m_proxy->index(at, left + i));
                if (isEditable(cell))
                    block.cells.append({cell, row.at(i)});
            }
            ++at;
        }
    }
    if (!block.cells.isEmpty() || !block.beyond.isEmpty())
        emit pasteRequested(block);
}

void GridView::fillDown()
{
    Stretch range;
    if (!selectedRange(range))
        return;
    if (range.top == range.bottom && range.top > 0)
        requestFill(range.top - 1, range.bottom, range.left, range.right);
    else
        requestFill(range.top, range.bottom, range.left, range.right);
}

// Asks for the texts of row `top` in the rows below it, to `bottom`.
void GridView::requestFill(int top, int bottom, int left, int right)
{
    QList<CellText> cells;
    for (int column = left; column <= right; ++column) {
        const QString text = m_proxy->index(top, column).data(Qt::EditRole).toString();
        for (int row = top + 1; row <= bottom; ++row) {
            const QModelIndex cell = sourceIndex(m_proxy->index(row, column));
            if (isEditable(cell))
                cells.append({cell, text});
        }
    }
    if (!cells.isEmpty())
        emit fillDownRequested(cells);
}

void GridView::clearCells()
{
    QModelIndexList cells;
    for (const QModelIndex& cell : selectedCells()) {
        if (isEditable(cell))
            cells.append(cell);
    }
    if (!cells.isEmpty())
        emit clearRequested(cells);
}

} // namespace placewright
