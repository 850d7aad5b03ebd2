#pragma once

#include <QHeaderView>

namespace placewright {

// Column names, aligned as their columns, with an arrow at the one that is sorted.
class GridHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit GridHeader(QWidget* parent = nullptr);

    void setSorted(int column, Qt::SortOrder order); // -1: plan order
    int sortedColumn() const { return m_sorted; }
    Qt::SortOrder sortedOrder() const { return m_order; }
    QSize sizeHint() const override;
    qreal wantedWidth(int column) const;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isRight(int section) const;

    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace placewright
