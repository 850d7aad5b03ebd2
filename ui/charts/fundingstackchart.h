#pragma once

#include "core/money/money.h"
#include "ui/charts/chart.h"

#include <memory>

namespace placewright {

class ChartTable;
class StackedBars;

struct FundingSegment
{
    QString id;    // of the contribution, or of the source
    QString label; // "minimum", "grant", "DFG", "additional"
    Money amount;
    int series = 0; // 0 to 5 in the order of use
    bool indicative = false;
};

struct FundingPartner
{
    QString id;
    QString name;
    QList<FundingSegment> segments;
};

// Who pays in what: one stacked bar a partner, hatched where indicative, every part labelled directly. Qt Charts draws
// bars and axes.
class FundingStackChart : public Chart
{
    Q_OBJECT
public:
    explicit FundingStackChart(QWidget* parent = nullptr);
    ~FundingStackChart() override;

    void setPartners(const QList<FundingPartner>& partners);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // one a segment, with the segment's id
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintChart(ChartCanvas& canvas) const override;
    QSizeF exportSize() const override;

private:
    void layOutBars(const Tokens& tokens, const QRectF& rect) const;
    void paintPartner(ChartCanvas& canvas, int partner) const;

    QList<FundingPartner> m_partners;
    std::unique_ptr<StackedBars> m_bars;
    ChartTable* m_table;
};

} // namespace placewright
