#pragma once

#include "core/money/ratio.h"
#include "ui/charts/chart.h"

#include <optional>

namespace placewright {

class ChartTable;

// One national deprivation fifth, 1 the most deprived: its part of the people, of the need and of the money.
struct FifthBar
{
    QString id; // of the population group: the shared selection
    Ratio people;
    std::optional<Ratio> need; // of the whole; nothing: not known
    std::optional<Ratio> money;
};

// Who gets the money? For each fifth a hollow bar of need above a filled bar of money, on one scale from zero. Shares are shown
// to one decimal by largest remainder, so that each adds to 100.0%.
class FifthsChart : public Chart
{
    Q_OBJECT
public:
    explicit FifthsChart(QWidget* parent = nullptr);

    void setFifths(const QList<FifthBar>& fifths); // five, or none

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // one a fifth
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QString needText(int fifth) const; // "40.9%", as labelled
    QString moneyText(int fifth) const;

protected:
    void paintChart(ChartCanvas& canvas) const override;
    QSizeF exportSize() const override;

private:
    struct Row
    {
        QString id;
        QString name;
        QString people;
        QString need;
        QString money;
        double needShare = 0;
        double moneyShare = 0;
    };
    struct Lane
    {
        QRectF whole;
        QRectF need;
        QRectF money;
    };
    Lane laneIn(const QRectF& rect, int row) const;
    void paintRow(ChartCanvas& canvas, int row) const;

    QList<Row> m_rows;
    double m_most = 1; // the longest bar
    ChartTable* m_table;
};

} // namespace placewright
