// The widths, spans and size of GridView.
#include "ui/table/celldelegate.h"
#include "ui/table/gridheader.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"

#include <QEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <numeric>

namespace placewright {

namespace {

constexpr int widestText = 320;
constexpr int narrowestText = 110;
constexpr int mostRowsMeasured = 2000;

bool isFigureColumn(const QAbstractItemModel* model, int column)
{
    return model->headerData(column, Qt::Horizontal, HeaderFigureRole).toBool();
}

} // namespace

void GridView::queueRefresh()
{
    if (m_refreshQueued)
        return;
    m_refreshQueued = true;
    QTimer::singleShot(0, this, [this] {
        m_refreshQueued = false;
        refreshStructure();
    });
}

void GridView::refreshStructure()
{
    clearSpans();
    const int columns = m_proxy->columnCount();
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (!m_proxy->index(row, 0).data(GroupRole).toBool())
            continue;
        for (int column = 0; column < columns; ++column) {
            const int span = m_proxy->index(row, column).data(SpanRole).toInt();
            if (span > 1)
                setSpan(row, column, 1, std::min(span, columns - column));
        }
    }
    sizeColumns();
    if (m_fitsRows)
        updateGeometry();
    emit geometryShifted();
}

int GridView::wantedWidth(int column) const
{
    const int fixed = m_proxy->headerData(column, Qt::Horizontal, HeaderWidthRole).toInt();
    if (fixed > 0)
        return fixed;
    const auto* header = static_cast<const GridHeader*>(horizontalHeader());
    qreal wanted = header->wantedWidth(column);
    const auto measure = [&](const QModelIndex& index) {
        if (index.data(SpanRole).toInt() <= 1)
            wanted = std::max(wanted, m_delegate->wantedWidth(index));
    };
    const int rows = std::min(m_proxy->rowCount(), mostRowsMeasured);
    for (int row = 0; row < rows; ++row)
        measure(m_proxy->index(row, column));
    if (m_proxy->totalRow() >= 0)
        measure(gridModel()->index(m_proxy->totalRow(), column));
    const int width = static_cast<int>(wanted) + 1;
    return isFigureColumn(m_proxy, column) ? width : std::min(width, widestText);
}

void GridView::sizeColumns()
{
    m_wanted.clear();
    for (int column = 0; column < m_proxy->columnCount(); ++column)
        m_wanted.append(wantedWidth(column));
    fitColumns();
}

void GridView::fitColumns()
{
    if (m_wanted.isEmpty() || m_wanted.size() != m_proxy->columnCount())
        return;
    QList<int> widths = m_wanted;
    QList<int> stretching;
    QList<int> texts;
    for (int column = 0; column < widths.size(); ++column) {
        if (m_userWidths.contains(column)) {
            widths[column] = m_userWidths.value(column);
            continue;
        }
        if (m_proxy->headerData(column, Qt::Horizontal, HeaderStretchRole).toBool())
            stretching.append(column);
        const bool fixed = m_proxy->headerData(column, Qt::Horizontal, HeaderWidthRole).toInt() > 0;
        const bool keeps = m_proxy->headerData(column, Qt::Horizontal, HeaderKeepsRole).toBool();
        if (!fixed && !keeps && !isFigureColumn(m_proxy, column))
            texts.append(column);
    }
    if (stretching.isEmpty() && !texts.isEmpty())
        stretching.append(texts.first());

    int spare = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    if (spare > 0 && !stretching.isEmpty()) {
        const int share = spare / static_cast<int>(stretching.size());
        for (const int column : stretching)
            widths[column] += share;
        widths[stretching.first()] += spare - share * static_cast<int>(stretching.size());
    }
    while (spare < 0 && !texts.isEmpty()) { // figures never give way; the widest text does first
        const int widest = *std::max_element(texts.begin(), texts.end(),
                                             [&](int a, int b) { return widths.at(a) < widths.at(b); });
        if (widths.at(widest) <= narrowestText)
            break;
        const int give = std::min({-spare, 8, widths.at(widest) - narrowestText});
        widths[widest] -= give;
        spare += give;
    }
    m_refitting = true;
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths.at(column));
    m_refitting = false;
    emit geometryShifted();
    if (m_fitsRows && sizeHint().height() != height())
        updateGeometry(); // a scroll bar has come or gone
}

QSize GridView::sizeHint() const
{
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    const int rows = m_proxy->rowCount() * verticalHeader()->defaultSectionSize();
    const int width = std::accumulate(m_wanted.begin(), m_wanted.end(), 0);
    const bool scrolls = m_fitsRows && width > 0 && horizontalHeader()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {std::max(width, 120), header + bar + (m_fitsRows ? rows : std::min(rows, 480))};
}

QSize GridView::minimumSizeHint() const
{
    const int high =
        m_fitsRows ? sizeHint().height() : horizontalHeader()->sizeHint().height() + 3 * m_rowHeight;
    return {120, high};
}

void GridView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void GridView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_delegate) {
        setRowHeight(m_rowHeight);
        queueRefresh();
    }
}

} // namespace placewright
