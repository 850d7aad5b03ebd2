#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

namespace placewright {

// What GridView shows of a model: rows sorted within their group, filtered by a text, without collapsed rows and
// without the total.
class GridProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit GridProxy(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* model) override;
    void setFilterText(const QString& text);
    void setCollapsed(const QString& groupId, bool collapsed);
    bool isCollapsed(const QString& groupId) const { return m_collapsed.contains(groupId); }
    int totalRow() const; // row of the source model, or -1

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    struct RowPlace
    {
        int parentGroup = -1; // row of the group that the row stands in
        int level = 0;
        bool group = false;
        bool total = false;
    };
    const QList<RowPlace>& places() const;
    bool matches(int row) const;
    QList<int> path(int row) const; // groups from the outermost to the row itself

    mutable QList<RowPlace> m_places;
    mutable bool m_placesKnown = false;
    QSet<QString> m_collapsed;
    QString m_filter;
};

} // namespace placewright
