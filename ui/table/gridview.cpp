#include "ui/table/gridview.h"

#include "ui/table/celldelegate.h"
#include "ui/table/gridheader.h"
#include "ui/table/gridproxy.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace placewright {

namespace {

constexpr int handleSize = 7;

} // namespace

GridView::GridView(QWidget* parent)
    : QTableView(parent)
    , m_proxy(new GridProxy(this))
    , m_delegate(new CellDelegate(this))
    , m_rowHeight(space::row)
{
    QTableView::setModel(m_proxy);
    auto* header = new GridHeader(this);
    setHorizontalHeader(header);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(8);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(true);
    setMouseTracking(true);
    setRowHeight(m_rowHeight);

    connect(header, &QHeaderView::sectionClicked, this, &GridView::sortBy);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_refitting)
            m_userWidths.insert(column, width);
        emit geometryShifted();
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &GridView::geometryShifted);
    connect(m_delegate, &CellDelegate::movedOn, this, &GridView::moveOn);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &GridView::queueRefresh);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &GridView::queueRefresh);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &GridView::queueRefresh);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, &GridView::queueRefresh);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this, &GridView::queueRefresh);
}

void GridView::setGridModel(QAbstractItemModel* model)
{
    m_userWidths.clear();
    m_proxy->setSourceModel(model);
    refreshStructure();
}

QAbstractItemModel* GridView::gridModel() const
{
    return m_proxy->sourceModel();
}

QModelIndex GridView::sourceIndex(const QModelIndex& shown) const
{
    return m_proxy->mapToSource(shown);
}

QModelIndex GridView::shownIndex(const QModelIndex& source) const
{
    return m_proxy->mapFromSource(source);
}

void GridView::setRowHeight(int pixels)
{
    m_rowHeight = pixels;
    const int high = std::max(pixels, fontMetrics().height() + 5);
    m_delegate->setRowHeight(high);
    verticalHeader()->setDefaultSectionSize(high);
    updateGeometry();
}

void GridView::setFilterText(const QString& text)
{
    m_proxy->setFilterText(text);
}

void GridView::setFitsRows(bool fits)
{
    m_fitsRows = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void GridView::setRowSelection(bool rows)
{
    setSelectionBehavior(rows ? SelectRows : SelectItems);
}

QModelIndexList GridView::selectedCells() const
{
    QModelIndexList shown = selectionModel()->selectedIndexes();
    std::sort(shown.begin(), shown.end(), [](const QModelIndex& a, const QModelIndex& b) {
        return a.row() != b.row() ? a.row() < b.row() : a.column() < b.column();
    });
    QModelIndexList cells;
    cells.reserve(shown.size());
    for (const QModelIndex& index : shown)
        cells.append(sourceIndex(index));
    return cells;
}

QModelIndex GridView::currentCell() const
{
    return sourceIndex(currentIndex());
}

QStringList GridView::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex& cell : selectedCells()) {
        const QString id = cell.data(IdRole).toString();
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

void GridView::selectIds(const QStringList& ids)
{
    if (selectedIds() == ids)
        return;
    QItemSelection selection;
    const int last = m_proxy->columnCount() - 1;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex first = m_proxy->index(row, 0);
        if (last >= 0 && ids.contains(first.data(IdRole).toString()))
            selection.select(first, m_proxy->index(row, last));
    }
    m_silent = true;
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty())
        scrollTo(selection.first().topLeft());
    m_silent = false;
}

void GridView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update();
    emit selectionSummed();
    if (!m_silent)
        emit idsSelected(selectedIds());
}

void GridView::sortBy(int column)
{
    auto* header = static_cast<GridHeader*>(horizontalHeader());
    if (header->sortedColumn() != column) {
        header->setSorted(column, Qt::AscendingOrder);
        m_proxy->sort(column, Qt::AscendingOrder);
    } else if (header->sortedOrder() == Qt::AscendingOrder) {
        header->setSorted(column, Qt::DescendingOrder);
        m_proxy->sort(column, Qt::DescendingOrder);
    } else {
        header->setSorted(-1, Qt::AscendingOrder);
        m_proxy->sort(-1);
    }
}

void GridView::moveOn(int key, Qt::KeyboardModifiers modifiers)
{
    const bool back = modifiers & Qt::ShiftModifier;
    int down = 0;
    int right = 0;
    if (key == Qt::Key_Tab)
        right = 1;
    else if (key == Qt::Key_Backtab)
        right = -1;
    else
        down = key == Qt::Key_Up || (back && key != Qt::Key_Down) ? -1 : 1;
    const QModelIndex now = currentIndex();
    const QModelIndex next = m_proxy->index(now.row() + down, now.column() + right);
    if (next.isValid())
        setCurrentIndex(next);
    setFocus();
}

void GridView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool refused = m_delegate->isRefused(editor);
    if (!refused || hint == QAbstractItemDelegate::RevertModelCache) {
        if (refused)
            m_delegate->dropRefusal();
        QTableView::closeEditor(editor, hint);
        return;
    }
    const QPersistentModelIndex cell(indexAt(editor->geometry().center()));
    QTimer::singleShot(0, editor, [this, editor, cell] {
        setCurrentIndex(cell);
        editor->setFocus();
    });
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers();
    const bool plain = modifiers == Qt::NoModifier || modifiers == Qt::KeypadModifier;
    const bool control = modifiers == Qt::ControlModifier;
    const bool alt = modifiers == Qt::AltModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QModelIndex now = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (control && event->key() == Qt::Key_D) {
        fillDown();
    } else if (plain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        clearCells();
    } else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && now.isValid()) {
        emit moveRowRequested(sourceIndex(now), event->key() == Qt::Key_Up ? -1 : 1);
    } else if (plain && event->key() == Qt::Key_Space && toggleGroup(now)) {
        event->accept();
    } else if (enter && now.data(LinkRole).toBool()) {
        emit linkActivated(sourceIndex(now));
    } else if (enter && selectionBehavior() == SelectRows && now.isValid()) {
        emit activated(now);
    } else if (enter && (plain || modifiers & Qt::ShiftModifier)) {
        moveOn(event->key(), modifiers);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

bool GridView::toggleGroup(const QModelIndex& shown)
{
    const QModelIndex first = shown.siblingAtColumn(0);
    if (!first.data(GroupRole).toBool())
        return false;
    const QString id = first.data(IdRole).toString();
    m_proxy->setCollapsed(id, !m_proxy->isCollapsed(id));
    return true;
}

bool GridView::overGroupArrow(const QModelIndex& shown, const QPoint& pos) const
{
    if (!shown.isValid() || !carriesGroupArrow(shown))
        return false;
    const int left = visualRect(shown).left() + cellInsets(shown).left;
    return pos.x() >= left - 6 && pos.x() < left + 16;
}

void GridView::mousePressEvent(QMouseEvent* event)
{
    const QPoint pos = event->position().toPoint();
    if (event->button() == Qt::LeftButton) {
        if (fillHandleRect().adjusted(-3, -3, 3, 3).contains(pos)) {
            Stretch range;
            selectedRange(range);
            m_fillTo = range.bottom;
            return;
        }
        const QModelIndex at = indexAt(pos);
        if (overGroupArrow(at, pos)) {
            toggleGroup(at);
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void GridView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint pos = event->position().toPoint();
    if (m_fillTo >= 0) {
        Stretch range;
        const QModelIndex at = indexAt(QPoint(10, pos.y()));
        if (at.isValid() && selectedRange(range))
            m_fillTo = std::max(range.bottom, at.row());
        viewport()->update();
        return;
    }
    const QModelIndex at = indexAt(pos);
    if (fillHandleRect().adjusted(-3, -3, 3, 3).contains(pos))
        viewport()->setCursor(Qt::CrossCursor);
    else if (overGroupArrow(at, pos) || at.data(LinkRole).toBool())
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QTableView::mouseMoveEvent(event);
}

void GridView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_fillTo >= 0) {
        Stretch range;
        const int to = m_fillTo;
        m_fillTo = -1;
        viewport()->update();
        if (selectedRange(range) && to > range.bottom)
            requestFill(range.bottom, to, range.left, range.right);
        return;
    }
    QTableView::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at == currentIndex() && at.data(LinkRole).toBool())
        emit linkActivated(sourceIndex(at));
}

// The selection as one rectangle; false when it is empty or is not one.
bool GridView::selectedRange(Stretch& range) const
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.size() != 1 || selectionBehavior() == SelectRows)
        return false;
    const QItemSelectionRange& only = selection.first();
    range = {only.top(), only.bottom(), only.left(), only.right()};
    return true;
}

QRect GridView::fillHandleRect() const
{
    Stretch range;
    if (!hasFocus() || state() == EditingState || !selectedRange(range))
        return {};
    const QModelIndex corner = m_proxy->index(range.bottom, range.right);
    if (!(corner.flags() & Qt::ItemIsEditable))
        return {};
    const QPoint at = visualRect(corner).bottomRight();
    return {at.x() - handleSize + 2, at.y() - handleSize + 1, handleSize, handleSize};
}

void GridView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const QRect handle = fillHandleRect();
    if (handle.isNull())
        return;
    const Tokens& tokens = tokensOf(this);
    QPainter painter(viewport());
    painter.fillRect(handle.adjusted(-1, -1, 0, 0), tokens.base);
    painter.fillRect(handle, tokens.accent);
    Stretch range;
    if (m_fillTo >= 0 && selectedRange(range) && m_fillTo > range.bottom) {
        const QRect from = visualRect(m_proxy->index(range.top, range.left));
        const QRect to = visualRect(m_proxy->index(m_fillTo, range.right));
        painter.setPen(QPen(tokens.accent, 1, Qt::DashLine));
        painter.drawRect(from.united(to).adjusted(0, 0, -1, -1));
    }
}

bool GridView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        viewport()->unsetCursor();
    return QTableView::viewportEvent(event);
}

} // namespace placewright
