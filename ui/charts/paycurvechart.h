#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartlabels.h"
#include "ui/charts/chartscale.h"

#include <optional>

namespace placewright {

class ChartTable;
class PayCurveEntry;

// Attainment is as one writes it: 66.2% is 66.2, 22.9 admissions per 1,000 are 22.9.
struct PayPoint
{
    Ratio attainment;
    Money pays;
};

struct PayCurveLine
{
    enum class Look { First, Last, Middle }; // only the extremes have colour
    QString id;                              // the shared selection
    QString name;                            // "Fifth 1, most deprived"
    QString shortName;                       // "Fifth 1", where there is little room; empty: none
    Look look = Look::Middle;
    QList<PayPoint> points; // ascending in attainment; straight between, flat beyond the ends
    Money full;
    std::optional<Ratio> now; // nothing: not known
    Money paysNow;
    QString nowDetail; // "9,407 of 14,210 people"
    std::optional<Ratio> low;
    std::optional<Ratio> high;
    std::optional<Ratio> lower; // its thresholds, for the twin table
    std::optional<Ratio> upper;
};

struct PayCurveData
{
    QString measureName; // "People with controlled blood pressure"
    QString unit;        // "%" or nothing
    int decimals = 1;    // of attainment
    bool higherIsBetter = true;
    QString linesName; // what one line is, heads them in the twin table: "Fifth"
    QList<PayCurveLine> lines;
    Ratio least; // the range shown; no dot is moved out of it
    Ratio most;
    Ratio step = {1, 10};
    std::optional<Ratio> lower; // thresholds that all lines have
    std::optional<Ratio> upper;
    bool adjustable = true; // false: no result can be tried here
    QString emptyWords;     // which figure is missing, where there is nothing to draw
};

// What does this attainment pay? A line each for what is earned at every attainment, its name where it pays in full, and a
// dot where the result is now. A dot is dragged along its line, or moved by keys (Left, Right one step; Page ten steps;
// Home and End the ends of the axis; Enter applies what was moved, else types; Esc restores), or typed in the entry row.
// One attainmentRequested asks for it. Up and Down choose another line.
class PayCurveChart : public Chart
{
    Q_OBJECT
public:
    explicit PayCurveChart(QWidget* parent = nullptr);

    void setData(const PayCurveData& newData);
    // While dragging: what everything would be, or nothing to go back to the data. The scale stays.
    void setPreview(const std::optional<PayCurveData>& preview);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // the lines in their order
    QWidget* entryRow() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // For tests: where attainments and pounds stand, and what is written where.
    ChartScale scale() const { return plotIn(rect()).x; }
    ChartScale moneyScale() const { return plotIn(rect()).y; }
    QList<ChartLabel> labels() const;     // of the lines
    QList<ChartLabel> thresholds() const; // above the plot

    // What the entry row asks for; also for tests. Empty when it was asked, else why not.
    QString requestText(const QString& lineId, const QString& text); // "66.2%", "66.2"

signals:
    // Live, also by keys.
    void attainmentDragging(const QString& lineId, const placewright::Ratio& attainment);
    void dragEnded(); // asked for or not
    void attainmentRequested(const QString& lineId, const placewright::Ratio& attainment);

protected:
    void paintChart(ChartCanvas& canvas) const override;
    int markAt(const QPointF& pos) const override;
    void markPressed(int mark, const QPointF& pos) override;
    void markDragged(int mark, const QPointF& pos) override;
    void markReleased(int mark, bool dragged) override;
    bool markKey(int mark, QKeyEvent* event) override;
    void leaveMark(int mark) override;
    QSizeF exportSize() const override;

private:
    friend class PayCurveEntry;
    struct Plot
    {
        QRectF rect;
        ChartScale x;
        ChartScale y; // pounds
        ChartTicks pounds;
        qreal labelLeft = 0; // the names stand at the side of full pay
        qreal labelRight = 0;
        qreal lineHeight = 0;
        QList<ChartLabel> thresholds;
        QList<ChartLabel> ends; // id: of the line
    };
    struct Move
    {
        int line = 0;
        Ratio from;
        Ratio attainment;
        qreal grab = 0; // from the dot's middle to where it was taken
    };

    const PayCurveData& shown() const { return m_preview ? *m_preview : m_data; }
    bool isEmpty() const;
    int lineAt(const QString& lineId) const;
    std::optional<Ratio> attainmentOf(int line) const; // as shown: moved, or now
    Money paysAt(int line, const Ratio& attainment) const;
    void rebuild();
    bool beginMove(int mark);
    void moveTo(const Ratio& attainment);
    void endMove(bool apply);
    Ratio snapped(const Ratio& attainment) const;

    // As few as say it, from `least` to two more than are shown.
    int exactPlaces(const Ratio& attainment, int least) const;
    QString figure(const Ratio& attainment) const;      // "66.2%"
    QString plainFigure(const Ratio& attainment) const; // "65%", "78.59%"
    // "earns £19,867.35 of £106,408.44", or only the first of the two.
    QString earnsWords(int line, bool brief = false) const;
    QString markWords(int line) const;

    Plot plotIn(const QRectF& rect) const;
    double levelAt(int line, double attainment) const; // pounds
    QPolygonF pathOf(int line, const Plot& plot) const;
    std::optional<QPointF> dotOf(int line, const Plot& plot) const;
    double mostPounds() const;
    static QString poundText(double pounds, const ChartTicks& ticks); // all in one unit: "£20k"
    QStringList endTexts(const PayCurveLine& line, qreal room) const;
    QList<ChartLabel> endLabels(const Plot& plot) const;
    QList<ChartLabel> thresholdLabels(const Plot& plot, const QRectF& room) const;
    QList<int> paintOrder() const;
    void paintAxes(ChartCanvas& canvas, const Plot& plot) const;
    void paintLine(ChartCanvas& canvas, const Plot& plot, int line) const;
    void paintDot(ChartCanvas& canvas, const Plot& plot, int line) const;
    void paintLabels(ChartCanvas& canvas, const Plot& plot) const;
    void paintMove(ChartCanvas& canvas, const Plot& plot) const;

    PayCurveData m_data;
    std::optional<PayCurveData> m_preview;
    std::optional<Move> m_move;
    ChartTable* m_table;
    PayCurveEntry* m_entry = nullptr;
};

} // namespace placewright
