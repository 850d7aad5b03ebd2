#pragma once

#include "core/money/ratio.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartlabels.h"
#include "ui/charts/chartscale.h"

namespace placewright {

class ChartTable;

// One step of the curve: an area, a fifth, or several areas that tie. Shares of the whole, 0 to 1, of everything up to
// and with this step, so that the last step is 1, 1, 1.
struct ConcentrationPoint
{
    QString id;
    QString name;
    Ratio people;
    Ratio need;
    Ratio money;
};

// The money of another scenario at the same steps, up to and with each.
struct ConcentrationOverlay
{
    QString name;
    QList<Ratio> money;
};

struct ConcentrationData
{
    QList<ConcentrationPoint> points;     // most deprived first
    QList<ConcentrationOverlay> overlays; // the first three are drawn
    QString base;                         // "286,400 residents of Calderbourne"
    QString emptyWords;                   // which figure is missing, where there are no points
};

// The share that the first `at` of the people have: on the straight line between the steps about it, exactly.
Ratio shareAt(const QList<Ratio>& people, const QList<Ratio>& shares, const Ratio& at);

// Does money follow need? What share of the need (hollow diamonds) and of the money (dots) the most deprived 10%, 20% ...
// of people have, against the diagonal of equal shares. Marks: each step, then the five fifths of people.
class ConcentrationChart : public Chart
{
    Q_OBJECT
public:
    explicit ConcentrationChart(QWidget* parent = nullptr);

    void setData(const ConcentrationData& newData);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QList<ChartLabel> labels() const { return labelsIn(rect()); } // for tests

protected:
    void paintChart(ChartCanvas& canvas) const override;
    int markAt(const QPointF& pos) const override;
    QSizeF exportSize() const override;

private:
    struct Line
    {
        QString name;
        QList<Ratio> shares; // one a step
        QList<double> values;
        int overlay = -1; // -1: of this plan
        bool need = false;
    };
    struct Plot
    {
        QRectF rect;
        ChartScale x;
        ChartScale y;
    };

    void rebuild();
    QString pointWords(int point) const;
    QString fifthWords(int fifth) const;
    Plot plotIn(const QRectF& rect) const;
    double valueAt(const Line& line, double people) const;
    bool crosses(const Plot& plot, const QRectF& rect) const; // a line or the diagonal
    QList<ChartLabel> labelsIn(const QRectF& rect) const;
    void paintGrid(ChartCanvas& canvas, const Plot& plot) const;
    void paintLine(ChartCanvas& canvas, const Plot& plot, const Line& line) const;
    void paintMarks(ChartCanvas& canvas, const Plot& plot) const;
    void paintGuide(ChartCanvas& canvas, const Plot& plot, int mark) const;

    ConcentrationData m_data;
    QList<Line> m_lines; // money, need, overlays
    QList<Ratio> m_people;
    QList<double> m_at; // the same, for drawing
    mutable QList<ChartMark> m_marks;
    mutable QRectF m_marksFor;
    ChartTable* m_table;
};

} // namespace placewright
