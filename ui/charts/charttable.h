#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace placewright {

// The twin table of a chart: the same rows in the same order, figures exact. Read only; roles as in ui/table/roles.h.
class ChartTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Cell
    {
        QString text;
        QVariant number;  // set: a figure, and what to sort by
        QString status;   // "indicative" or "disputed" when typed and not confirmed
        int emphasis = 0; // Emphasis
    };
    struct Row
    {
        QString id;
        QList<Cell> cells;
        bool total = false;
    };

    explicit ChartTable(QObject* parent = nullptr);
    void setRows(const QStringList& header, const QList<Row>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_header;
    QList<Row> m_rows;
};

} // namespace placewright
