#pragma once

#include "core/money/money.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartlabels.h"
#include "ui/charts/chartscale.h"

#include <QPolygonF>

#include <optional>

namespace placewright {

class ChartTable;
class RiskLadderEntry;

// Who takes a part of the variance. From the zero line outwards: the fund's rungs, the partners, what nobody agreed.
struct LadderSeries
{
    enum class Kind { Fund, Partner, NotAgreed };
    QString id; // of a partner: the shared selection; empty: none
    QString name;
    Kind kind = Kind::Partner;
    int colour = -1; // of the six series colours; -1: by the order of the partners
};

// One part a series, signed as the variance: below zero it is kept by the fund or goes back to a partner.
struct LadderPoint
{
    Money variance;
    QList<Money> parts;
};

// Where the way of sharing changes; one of the points stands there too.
struct LadderKink
{
    Money at;
    QString label; // "Fenwold ICB's cap, £3.15m"
};

// Written under the zero line, between the two: "4 shared by contribution", or only "4" where there is little room.
struct LadderRung
{
    Money from;
    Money to;
    QString number;
    QString label;
};

struct LadderData
{
    QString fundName; // names the handle
    Money fundTotal;  // above zero: what 100% is
    QList<LadderSeries> series;
    QList<LadderPoint> points; // ascending, from `least` to `most` or beyond; straight between
    QList<LadderKink> kinks;
    QList<LadderRung> rungs;
    Money least; // ends of the whole range, the lower strip
    Money most;
    Money
        focusLeast; // what the main plot shows at first; given anew unchanged, a shifted window stays where it is
    Money focusMost;
    Money test; // outturn less plan
    LadderPoint testPoint;
    QStringList testLines;              // below the test's amount: "1.6% over; £710,000.00 from the fund,"
    std::optional<Money> notAgreedFrom; // nobody agreed to pay what is over this
    bool adjustable = true;             // false: the outturn cannot be tested here
    QString emptyWords;                 // which figure is missing, where there is nothing to draw
};

// Who pays at this outturn? Stacked areas of who takes an over- or underspend, against the variance as a part of the fund,
// near plan; below it a strip of the whole range with a window that says what is shown. Money already in the fund is
// hollow. The tested outturn has a handle: dragged (whole £1,000), moved by keys (Left, Right £1,000; Page £10,000; Home
// and End the ends of the range; Enter applies what was moved, else types; Esc restores), or typed in the entry row. One
// outturnRequested asks for it. The window is dragged, or shifted by Ctrl+Left and Ctrl+Right, or by Left, Right, Page,
// Home and End when it is the current mark.
class RiskLadderChart : public Chart
{
    Q_OBJECT
public:
    explicit RiskLadderChart(QWidget* parent = nullptr);

    void setData(const LadderData& newData);
    // While dragging: what everything would be, or nothing to go back to the data. The scale stays.
    void setPreview(const std::optional<LadderData>& preview);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // the handle, the kinks, who pays what at the test, the window
    QWidget* entryRow() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    Money focusLeast() const { return m_focusLeast; }
    Money focusMost() const { return m_focusMost; }
    void shiftFocus(Money by); // stops at the ends of the range

    // For tests: x of pounds of variance, and what is written where.
    ChartScale scale() const { return plotIn(rect()).x; }
    ChartScale stripScale() const { return plotIn(rect()).strip; }
    QList<ChartLabel> labels() const; // of series, kinks and rungs, and the test's

    // What the entry row asks for; also for tests. Empty when it was asked, else why not.
    QString requestVariance(Money variance);
    QString requestText(const QString& text);      // "+900,000.00", "500k", "-2%"
    QString requestShareText(const QString& text); // of the fund: "1.6%", "1.6"

signals:
    void outturnDragging(placewright::Money variance); // live, also by keys
    void dragEnded();                                  // asked for or not
    void outturnRequested(placewright::Money variance);
    void focusShifted(placewright::Money least, placewright::Money most); // by the user, or to show the test

protected:
    void paintChart(ChartCanvas& canvas) const override;
    int markAt(const QPointF& pos) const override;
    void markPressed(int mark, const QPointF& pos) override;
    void markDragged(int mark, const QPointF& pos) override;
    void markReleased(int mark, bool dragged) override;
    bool markKey(int mark, QKeyEvent* event) override;
    void leaveMark(int mark) override;
    void keyPressEvent(QKeyEvent* event) override;
    QSizeF exportSize() const override;

private:
    friend class RiskLadderEntry;
    struct Plot
    {
        QRectF rect;
        ChartScale x; // pounds of variance in the window
        ChartScale y; // pounds
        ChartScale strip;
        QRectF stripBar;
        QRectF window; // on the strip
        qreal labelLeft = 0;
        qreal labelRight = 0;
        qreal lineHeight = 0;
        QList<ChartLabel> kinks;
        QList<ChartLabel> ends; // of the series; id: its position
        QList<ChartLabel> rungs;
        QRectF callout;
        QStringList calloutLines;
    };
    struct Move
    {
        Money from;
        Money variance;
        Money focusLeast; // when it began
        Money focusMost;
        qreal grab = 0; // from the handle's middle to where it was taken
    };
    struct WindowMove
    {
        Money least; // when it began
        qreal from = 0;
    };
    enum class Part { Handle, Kink, Series, Window };
    struct MarkOf
    {
        Part part;
        int at;
    };

    const LadderData& shown() const { return m_preview ? *m_preview : m_data; }
    bool isEmpty() const;
    MarkOf markOf(int mark) const;
    int markOf(Part part, int at = 0) const;
    bool inFocus(Money variance) const { return variance >= m_focusLeast && variance <= m_focusMost; }
    Money variance() const { return m_move ? m_move->variance : shown().test; } // tested, as shown
    QList<Money> partsAt(Money variance) const;
    QList<Money> partsNow() const { return partsAt(variance()); }
    static QString changeText(Money variance); // "+900,000.00"
    QString shareText(Money variance) const;   // "+1.6%"
    QString partWords(int series, Money part) const;
    QString handleWords() const;
    QStringList calloutLines() const;
    void rebuild();
    void setFocusWindow(Money least, Money most);
    void showInFocus(Money variance);
    bool beginMove();
    void moveTo(Money variance);
    void endMove(bool apply);
    bool handleKey(int key);
    bool windowKey(int key);

    Plot plotIn(const QRectF& rect) const;
    QList<double> breaksIn(Money least,
                           Money most) const;    // pounds where lines may bend, the ends and zero too
    QList<double> levelsAt(double pounds) const; // of the lines between series, the zero line first
    QList<double> shareTicks(double least, double most, int wanted) const; // whole percentages, in pounds
    QString amountText(Money amount) const; // all in the unit of the window: "£1.10m", "£460k"
    QStringList notAgreedLines() const;     // beside the strip
    ChartScale moneyScale(const Plot& plot) const;
    QList<ChartLabel> kinkLabels(const QRectF& plot, const ChartScale& x) const;
    QList<ChartLabel> endLabels(const Plot& plot) const;
    QList<ChartLabel> rungLabels(const Plot& plot) const;
    void placeCallout(Plot& plot) const;
    QList<QPolygonF> areasIn(const Plot& plot) const; // one a series, over and under
    void paintAxes(ChartCanvas& canvas, const Plot& plot) const;
    void paintAreas(ChartCanvas& canvas, const Plot& plot) const;
    void paintFund(ChartCanvas& canvas, const Plot& plot, const QList<QPolygonF>& areas) const;
    void paintKinks(ChartCanvas& canvas, const Plot& plot) const;
    void paintLabels(ChartCanvas& canvas, const Plot& plot) const;
    void paintStrip(ChartCanvas& canvas, const Plot& plot) const;
    void paintTest(ChartCanvas& canvas, const Plot& plot) const;
    void paintFocus(ChartCanvas& canvas, const Plot& plot) const;
    int colourOf(int series) const;                                // of the six
    LadderSeries::Kind takerBetween(double from, double to) const; // who takes the next pound there

    LadderData m_data;
    std::optional<LadderData> m_preview;
    std::optional<Move> m_move;
    std::optional<WindowMove> m_windowMove;
    Money m_focusLeast;
    Money m_focusMost;
    ChartTable* m_table;
    RiskLadderEntry* m_entry = nullptr;
};

} // namespace placewright
