#pragma once

#include <QWidget>

class QAbstractItemModel;

namespace placewright {

class GridView;
class TotalRow;

// A GridView with its total row fixed below it (the model's row with TotalRole). What pages put into a Panel.
class Grid : public QWidget
{
    Q_OBJECT
public:
    explicit Grid(QWidget* parent = nullptr);
    explicit Grid(QAbstractItemModel* model, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model);
    GridView* view() const { return m_view; }

private:
    GridView* m_view;
    TotalRow* m_total;
};

} // namespace placewright
