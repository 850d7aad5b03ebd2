#pragma once

#include <QHash>
#include <QStringList>
#include <QTableView>

namespace placewright {

class CellDelegate;
class GridProxy;

// One cell of the page's model and the text wanted in it.
struct CellText
{
    QModelIndex index;
    QString text;
};

// What was pasted: the cells it falls on, in the order shown, and the rows that reach below the last row.
struct PastedBlock
{
    QModelIndex topLeft;
    QList<CellText> cells;
    QList<QStringList> beyond; // for new rows, starting in the column of topLeft
};

// A table that is used like a spreadsheet. It shows any flat QAbstractItemModel (roles.h) through its own sorting and
// collapsing proxy. Everything it says to the outside (signals, sourceIndex, selectedCells) is in indexes of the page's model. One
// typed cell goes to setData; a paste, fill or clear of several cells is asked for by one signal, so that it can be
// one Step.
class GridView : public QTableView
{
    Q_OBJECT
public:
    explicit GridView(QWidget* parent = nullptr);

    void setGridModel(QAbstractItemModel* model); // not setModel
    QAbstractItemModel* gridModel() const;
    GridProxy* proxy() const { return m_proxy; }
    QModelIndex sourceIndex(const QModelIndex& shown) const;
    QModelIndex shownIndex(const QModelIndex& source) const;

    void setRowHeight(int pixels); // 24, 28 or 36
    void setFilterText(const QString& text);
    void setFitsRows(bool fits);     // as high as its rows: small tables of a page
    void setRowSelection(bool rows); // whole rows are selected, not cells (lists of findings)

    QModelIndexList selectedCells() const;  // source indexes, in the order shown
    QModelIndex currentCell() const;        // source index
    QStringList selectedIds() const;        // IdRole of the rows with a selected cell, without repeats
    void selectIds(const QStringList& ids); // the shared selection; says nothing back

    void sizeColumns();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void copy();
    void paste();
    void fillDown();
    void clearCells();

signals:
    void pasteRequested(const placewright::PastedBlock& block);
    void fillDownRequested(const QList<placewright::CellText>& cells);
    void clearRequested(const QModelIndexList& cells);
    void moveRowRequested(const QModelIndex& row, int by); // Alt+Up (-1), Alt+Down (+1)
    void linkActivated(const QModelIndex& cell);
    void idsSelected(const QStringList& ids); // by the user
    void selectionSummed();                   // the selected cells changed: read selectedCells()
    void geometryShifted();                   // columns moved or were resized (total row)

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    struct Stretch
    {
        int top = 0, bottom = 0, left = 0, right = 0;
    };
    bool selectedRange(Stretch& range) const;
    QRect fillHandleRect() const;
    void queueRefresh();
    void refreshStructure();
    void sortBy(int column);
    void moveOn(int key, Qt::KeyboardModifiers modifiers);
    void fitColumns();
    int wantedWidth(int column) const;
    bool toggleGroup(const QModelIndex& shown);
    void requestFill(int top, int bottom, int left, int right);
    bool overGroupArrow(const QModelIndex& shown, const QPoint& pos) const;

    GridProxy* m_proxy;
    CellDelegate* m_delegate = nullptr;
    QList<int> m_wanted;
    QHash<int, int> m_userWidths; // columns that the user has resized
    int m_rowHeight;
    int m_fillTo = -1; // row that the fill handle has been dragged to
    bool m_fitsRows = false;
    bool m_silent = false;
    bool m_refitting = false;
    bool m_refreshQueued = false;
};

} // namespace placewright
