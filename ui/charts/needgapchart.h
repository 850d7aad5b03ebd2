#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartscale.h"

#include <functional>
#include <optional>

namespace placewright {

class ChartTable;
class NeedGapEntry;

// One area: its share of need (exact, 0 to 1), the money split to it, and pounds a weighted head.
struct NeedGapArea
{
    QString id;
    QString name;
    Ratio need;
    Money money;
    Money perWeightedHead;
    bool strong = false; // named in the finding: drawn DemiBold
};

struct NeedGapData
{
    QList<NeedGapArea> areas; // in plan order
    QString placeName;        // "Share of Calderbourne"
};

// How far the money of one area may move within its unlocked lines with known pounds per area, and why no further.
struct MoveLimits
{
    Money floor; // the least and the most that the area may get
    Money ceiling;
    QString floorReason; // "no unlocked line with known pounds is left here"
    QString ceilingReason;
};

// Is the money where the need is? A dumbbell an area: share of need (hollow diamond) and share of money (dot).
// The dot is dragged, or moved by keys (Left, Right £1,000; Page £10,000; Home and End to the limits; Enter applies what
// was moved, else types; Esc restores), or typed in the entry row. One moveRequested asks for one Step.
class NeedGapChart : public Chart
{
    Q_OBJECT
public:
    explicit NeedGapChart(QWidget* parent = nullptr);

    void setData(const NeedGapData& newData);
    // While dragging: what everything would be, or nothing to go back to the data. Scale and order stay.
    void setPreview(const std::optional<NeedGapData>& preview);
    void setLimits(std::function<MoveLimits(const QString& areaId)> limits); // without it nothing moves
    void setSortedByGap(bool sorted);
    bool isSortedByGap() const { return m_sortedByGap; }

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override;
    QWidget* entryRow() override;

    ChartScale scale() const { return scaleFor(rect()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // What the entry row asks for; also for tests. Empty when it was asked, else why not.
    QString requestAmount(const QString& areaId, Money amount);
    QString requestText(const QString& areaId, const QString& text); // "12%", "12", "£6,500,000", "6.5m"

signals:
    void dragging(const QString& areaId, placewright::Money amount); // live, also by keys
    void dragEnded();                                                // after a drag, asked for or not
    void moveRequested(const QString& areaId, placewright::Money delta);

protected:
    void paintChart(ChartCanvas& canvas) const override;
    void markPressed(int mark, const QPointF& pos) override;
    void markDragged(int mark, const QPointF& pos) override;
    void markReleased(int mark, bool dragged) override;
    bool markKey(int mark, QKeyEvent* event) override;
    void leaveMark(int mark) override;
    QSizeF exportSize() const override;

private:
    friend class NeedGapEntry;
    struct Row // one area as shown
    {
        NeedGapArea area;
        qint64 needTenths = 0; // of a percent, splitting 100.0% by largest remainder
        qint64 moneyTenths = 0;
        double moneyShare = 0;
    };
    struct Columns
    {
        qreal name = 0, plotLeft = 0, plotRight = 0, need = 0, money = 0, gap = 0, head = 0;
    };
    struct Move
    {
        QString areaId;
        Money from;
        Money amount;
        MoveLimits limits;
        QString stopped; // the reason, when a limit stopped it
    };

    const NeedGapData& shown() const { return m_preview ? *m_preview : m_data; }
    void rebuild();
    ChartScale scaleFor(const QRectF& rect) const;
    Columns columnsFor(const QRectF& rect) const;
    qreal rowHeight(const QRectF& rect) const;
    QRectF rowRect(const QRectF& rect, int row) const;
    const Row* rowOf(const QString& areaId) const;
    bool beginMove(const QString& areaId);
    void moveTo(Money amount);
    void endMove(bool apply);
    void paintHead(ChartCanvas& canvas) const;
    void paintRow(ChartCanvas& canvas, int row) const;
    void paintAxis(ChartCanvas& canvas) const;
    void paintMove(ChartCanvas& canvas, int row) const;

    NeedGapData m_data;
    std::optional<NeedGapData> m_preview;
    std::optional<Move> m_move;
    std::function<MoveLimits(const QString&)> m_limits;
    QList<Row> m_rows;
    ChartTicks m_ticks;
    ChartTable* m_table;
    NeedGapEntry* m_entry = nullptr;
    Money m_total;
    bool m_sortedByGap = false;
};

} // namespace placewright
