#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartlabels.h"
#include "ui/charts/chartscale.h"

#include <optional>

namespace placewright {

class ChartTable;
class GlideEntry;

// One year of the way. Distances are parts of the fair share with their sign: -3/100 is 3.0% below it.
struct GlideYear
{
    QString id;
    QString name;               // "2027-28"
    std::optional<Ratio> limit; // nobody further below at its end; nothing: a straight line to the fair share
    Ratio lowest;               // where the limit may be set: the worst at the opening ...
    Ratio highest;              // ... to the closest that the money reaches
    QString lowestReason;       // "no area starts further below"
    QString highestReason;
    QString infeasibleWords; // "Short by £1,234.56"; empty: the year can be done
};

struct GlideArea
{
    QString id;
    QString name;
    QList<std::optional<Ratio>> distance; // one a year; nothing: not known
    QList<Money> amount;
};

struct GlideData
{
    QList<GlideYear> years; // the opening year first; it has no limit
    QList<GlideArea> areas;
    bool adjustable = true; // false: no limit can be changed
    QString emptyWords;     // which figure is missing, where there is nothing to draw
};

// How fast do we reach the fair share? A line an area over the years, and each year's limit, "nobody more than 3.0% below",
// as a floor with a handle. The handle is dragged, or moved by keys (Left, Right 0.1 points; Page 1 point; Home and End to
// the bounds; Enter applies what was moved, else types; Esc restores), or typed in the entry row. One limitRequested asks
// for one Step. Keys on an area: Up and Down other areas, Left and Right other years.
class GlideChart : public Chart
{
    Q_OBJECT
public:
    explicit GlideChart(QWidget* parent = nullptr);

    void setData(const GlideData& newData);
    // While dragging: what everything would be, or nothing to go back to the data. The scale stays.
    void setPreview(const std::optional<GlideData>& preview);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // the limits by year, then each area's years
    QWidget* entryRow() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    ChartScale scale() const { return plotIn(rect()).y; }
    QList<ChartLabel> labels() const { return labelsIn(plotIn(rect()), true); } // of line ends; for tests

    // What the entry row asks for; also for tests. Empty when it was asked, else why not.
    QString requestLimit(const QString& yearId, const Ratio& limit);
    QString requestText(const QString& yearId, const QString& text); // "3.0%", "3": that far below

signals:
    void limitDragging(const QString& yearId, const placewright::Ratio& limit); // live, also by keys
    void dragEnded();                                                           // asked for or not
    void limitRequested(const QString& yearId, const placewright::Ratio& limit);

protected:
    void paintChart(ChartCanvas& canvas) const override;
    int markAt(const QPointF& pos) const override;
    void markPressed(int mark, const QPointF& pos) override;
    void markDragged(int mark, const QPointF& pos) override;
    void markReleased(int mark, bool dragged) override;
    bool markKey(int mark, QKeyEvent* event) override;
    void leaveMark(int mark) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    QSizeF exportSize() const override;

private:
    friend class GlideEntry;
    struct Notice // of a year that cannot be done
    {
        int year = 0;
        QRectF rect;
    };
    struct Plot
    {
        QRectF rect;
        ChartScale y;
        QList<qreal> years; // x of each
        QList<Notice> notices;
        qreal band = 0; // width of a year
        qreal labelLeft = 0;
        qreal labelRight = 0;
        qreal lineHeight = 0;
    };
    struct Move
    {
        QString yearId;
        Ratio from;
        Ratio limit;
        qreal grab = 0; // from the handle's middle to where it was taken
        QString stopped;
    };

    const GlideData& shown() const { return m_preview ? *m_preview : m_data; }
    bool isEmpty() const { return m_data.years.isEmpty() || m_data.areas.isEmpty(); }
    int handles() const { return isEmpty() ? 0 : static_cast<int>(m_data.years.size()) - 1; }
    int yearOf(int mark) const;           // position in years
    int areaOf(int mark) const;           // position in areas; -1: a limit
    int markOf(int area, int year) const; // area -1: the year's limit
    int yearAt(const QString& yearId) const;
    void rebuild();
    Ratio limitOf(int year) const;                // as shown: moved, set, or where the furthest below stands
    static QString limitText(const Ratio& limit); // "3.0%", or "3.25%" where one decimal does not say it
    QString limitWords(int year) const;
    QString areaWords(const GlideArea& area, int year) const;
    bool beginMove(int mark);
    void moveTo(const Ratio& limit);
    void endMove(bool apply);
    bool walkKey(int mark, int key);

    Plot plotIn(const QRectF& rect) const;
    QList<Notice> noticesIn(const QRectF& rect, const QList<qreal>& years, qreal lineHeight) const;
    QList<ChartLabel> labelsIn(const Plot& plot, bool interactive) const;
    QString endText(const GlideArea& area) const;
    bool stands(const GlideArea& area, bool interactive) const; // focused, hovered or selected
    void paintAxes(ChartCanvas& canvas, const Plot& plot) const;
    void paintArea(ChartCanvas& canvas, const Plot& plot, int area, bool strong, bool quiet) const;
    void paintLimit(ChartCanvas& canvas, const Plot& plot, int year) const;
    void paintMove(ChartCanvas& canvas, const Plot& plot) const;

    GlideData m_data;
    std::optional<GlideData> m_preview;
    std::optional<Move> m_move;
    ChartTicks m_ticks;
    ChartTable* m_table;
    GlideEntry* m_entry = nullptr;
};

} // namespace placewright
