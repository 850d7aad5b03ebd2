#pragma once

#include "core/committee/integrationindex.h"
#include "ui/charts/chart.h"

namespace placewright {

class ChartTable;

struct IndexChartDomain
{
    QString id; // of the domain: the shared selection; empty: nothing is entered
    QString name;
};

struct IndexChartData
{
    QList<IndexChartDomain> domains; // in the order of IndexYear::domains
    QList<IndexYear> years;
    QString emptyWords; // while there are no years
};

// The integration index by year: above, the arithmetic mean as a line of discs and the geometric one as a broken line of rings, each
// with its spread under changes of weight; below, in the same columns, a bar for each domain. All from 0 to 100.
class IndexChart : public Chart
{
    Q_OBJECT
public:
    explicit IndexChart(QWidget* parent = nullptr);

    void setData(const IndexChartData& shown);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // year by year: both means, then the domains
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintChart(ChartCanvas& canvas) const override;
    QSizeF exportSize() const override;

private:
    struct Mean
    {
        std::optional<double> value, low, high;
    };
    enum Which { Arithmetic, Geometric };

    static Mean meanOf(const IndexYear& year, Which which);
    QRectF plotIn(const QRectF& rect) const;                   // of the two lines
    QRectF columnIn(const QRectF& rect, qsizetype year) const; // of a year, over plot and lanes
    QRectF laneIn(const QRectF& rect, qsizetype domain) const;
    QRectF barIn(const QRectF& rect, qsizetype year, qsizetype domain) const; // full length: a score of 100
    QPointF pointIn(const QRectF& rect, qsizetype year, double value, Which which) const;
    qreal namesWidth() const;
    void paintAxis(ChartCanvas& canvas) const;
    void paintDot(ChartCanvas& canvas, const QPointF& at, Which which) const;
    void paintLine(ChartCanvas& canvas, Which which) const;
    void paintLanes(ChartCanvas& canvas) const;
    void fillTable();

    IndexChartData m_data;
    ChartTable* m_table;
};

QString indexNumber(const std::optional<double>& value); // "62.5"; a dash for nothing
QString indexSpread(const std::optional<double>& low, const std::optional<double>& high); // "60.1 to 64.0"

} // namespace placewright
