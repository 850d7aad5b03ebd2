#include "ui/table/gridproxy.h"

#include "ui/table/roles.h"

#include <algorithm>

namespace placewright {

GridProxy::GridProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void GridProxy::setSourceModel(QAbstractItemModel* model)
{
    m_placesKnown = false;
    const auto forget = [this] { m_placesKnown = false; };
    if (model) { // before the base class connects, so that it filters by the new places
        connect(model, &QAbstractItemModel::rowsInserted, this, forget);
        connect(model, &QAbstractItemModel::rowsRemoved, this, forget);
        connect(model, &QAbstractItemModel::rowsMoved, this, forget);
        connect(model, &QAbstractItemModel::layoutChanged, this, forget);
        connect(model, &QAbstractItemModel::modelReset, this, forget);
        connect(model, &QAbstractItemModel::dataChanged, this, forget);
    }
    QSortFilterProxyModel::setSourceModel(model);
}

void GridProxy::setFilterText(const QString& text)
{
    m_filter = text.trimmed();
    invalidateFilter();
}

void GridProxy::setCollapsed(const QString& groupId, bool collapsed)
{
    if (collapsed)
        m_collapsed.insert(groupId);
    else
        m_collapsed.remove(groupId);
    invalidateFilter();
}

int GridProxy::totalRow() const
{
    const QList<RowPlace>& all = places();
    const auto found =
        std::find_if(all.begin(), all.end(), [](const RowPlace& place) { return place.total; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

const QList<GridProxy::RowPlace>& GridProxy::places() const
{
    const int rows = sourceModel() ? sourceModel()->rowCount() : 0;
    if (m_placesKnown && m_places.size() == rows)
        return m_places;
    m_places.clear();
    m_places.reserve(rows);
    QList<int> open; // groups that the present row stands in
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = sourceModel()->index(row, 0);
        RowPlace place;
        place.group = index.data(GroupRole).toBool();
        place.total = index.data(TotalRole).toBool();
        place.level = index.data(LevelRole).toInt();
        if (place.group) {
            while (!open.isEmpty() && m_places.at(open.last()).level >= place.level)
                open.removeLast();
        }
        if (!open.isEmpty() && !place.total)
            place.parentGroup = open.last();
        if (place.group)
            open.append(row);
        m_places.append(place);
    }
    m_placesKnown = true;
    return m_places;
}

QList<int> GridProxy::path(int row) const
{
    const QList<RowPlace>& all = places();
    QList<int> way;
    for (int at = row; at >= 0; at = all.at(at).parentGroup)
        way.prepend(at);
    return way;
}

bool GridProxy::matches(int row) const
{
    for (int column = 0; column < sourceModel()->columnCount(); ++column) {
        const QModelIndex index = sourceModel()->index(row, column);
        if (index.data(Qt::DisplayRole).toString().contains(m_filter, Qt::CaseInsensitive) ||
            index.data(SecondaryTextRole).toString().contains(m_filter, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool GridProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (parent.isValid() || row >= places().size())
        return true;
    const QList<RowPlace>& all = places();
    if (all.at(row).total)
        return false;
    if (m_filter.isEmpty()) {
        for (int group = all.at(row).parentGroup; group >= 0; group = all.at(group).parentGroup) {
            if (m_collapsed.contains(sourceModel()->index(group, 0).data(IdRole).toString()))
                return false;
        }
        return true;
    }
    for (const int at : path(row)) {
        if (matches(at))
            return true;
    }
    if (!all.at(row).group)
        return false;
    for (int below = row + 1; below < all.size(); ++below) {
        if (path(below).contains(row) && matches(below))
            return true;
    }
    return false;
}

bool GridProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    // In descending order the base class asks with the sides swapped; what does not depend on the order of sorting
    // (a group before its rows, ties in plan order) must then be turned round.
    const bool descending = sortOrder() == Qt::DescendingOrder;
    const auto inPlanOrder = [descending](bool leftFirst) { return descending ? !leftFirst : leftFirst; };

    const QList<int> leftPath = path(left.row());
    const QList<int> rightPath = path(right.row());
    qsizetype depth = 0;
    while (depth < leftPath.size() && depth < rightPath.size() && leftPath.at(depth) == rightPath.at(depth))
        ++depth;
    if (depth == leftPath.size() && depth == rightPath.size())
        return false;
    if (depth == leftPath.size() || depth == rightPath.size())
        return inPlanOrder(depth == leftPath.size());

    const QModelIndex a = sourceModel()->index(leftPath.at(depth), left.column());
    const QModelIndex b = sourceModel()->index(rightPath.at(depth), left.column());
    const QVariant aNumber = a.data(NumberRole);
    const QVariant bNumber = b.data(NumberRole);
    if (aNumber.isValid() != bNumber.isValid())
        return inPlanOrder(aNumber.isValid()); // what is not known stands last in either order
    if (aNumber.isValid()) {
        const QPartialOrdering order = QVariant::compare(aNumber, bNumber);
        if (order != QPartialOrdering::Equivalent)
            return order == QPartialOrdering::Less;
    } else {
        const int order = QString::localeAwareCompare(a.data().toString(), b.data().toString());
        if (order != 0)
            return order < 0;
    }
    return inPlanOrder(a.row() < b.row());
}

} // namespace placewright
