#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartlabels.h"
#include "ui/charts/chartscale.h"

#include <QPixmap>

#include <array>
#include <optional>

namespace placewright {

class ChartTable;

// One area: its need index (the place = 1) and the pounds for each of its weighted heads.
struct NeedScatterPoint
{
    QString id;
    QString name;
    Ratio needIndex;
    Money perWeightedHead;
    bool known = true; // false: on assumed money, drawn hollow
};

struct NeedScatterData
{
    QList<NeedScatterPoint> points;
    Money mean;         // pounds a weighted head of the place
    QString emptyWords; // which figure is missing, where there are no points
};

// Which areas stand out? Pounds a weighted head against need, in four quarters about the mean and a need of 1.000.
// The mouse draws a box and selects what lies in it (Shift adds to the selection), a click selects one; Esc clears. Keys:
// Up and Down walk the areas in order of need, Space selects (with Shift adds), Ctrl+A selects all.
class NeedScatterChart : public Chart
{
    Q_OBJECT
public:
    explicit NeedScatterChart(QWidget* parent = nullptr);

    void setData(const NeedScatterData& newData);

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // in order of need
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QPointF positionOf(int mark) const;
    QList<ChartLabel> labels() const; // for tests

protected:
    void paintChart(ChartCanvas& canvas) const override;
    int markAt(const QPointF& pos) const override;
    QSizeF exportSize() const override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Plot
    {
        QRectF rect;
        ChartScale x;
        ChartScale y;
    };
    struct Corner
    {
        QString words;
        QRectF rect;
    };
    struct Brush
    {
        QPointF from;
        QPointF to;
        bool started = false; // far enough from where the button went down
        bool extends = false;
        QRectF rect() const { return QRectF(from, to).normalized(); }
    };
    struct Static // what does not change while brushing, and what it was drawn for
    {
        QPixmap pixmap;
        QSize size;
        qreal ratio = 0;
        const Tokens* tokens = nullptr;
    };
    struct LabelKey
    {
        QRectF plot;
        QStringList selected;
        int focused = -1;
        friend bool operator==(const LabelKey&, const LabelKey&) = default;
    };

    void rebuild();
    void forgetDrawing();
    QString wordsOf(const NeedScatterPoint& point) const;
    QString quarterWords(const NeedScatterPoint& point) const;
    void selectIds(const QStringList& ids); // by the user
    QList<int> marksIn(const QRectF& rect) const;
    Plot plotIn(const QRectF& rect) const;
    qreal radius() const; // of a point
    QList<QPointF> positionsIn(const Plot& plot) const;
    const QList<QPointF>& positions() const; // of the widget as it is
    const QList<bool>& chosen() const;
    bool isBrushing() const { return m_brush && m_brush->started; }
    QList<Corner> cornersIn(const Plot& plot, const QList<QPointF>& at, const QFont& font) const;
    QList<ChartLabel> labelsIn(const Plot& plot, const QList<QPointF>& at, const QList<Corner>& corners,
                               bool interactive) const;
    const QList<ChartLabel>& cachedLabels() const;
    void paintGround(ChartCanvas& canvas, const Plot& plot, const QList<Corner>& corners) const;
    void paintPoint(QPainter& painter, const Tokens& tokens, const QPointF& at, bool known, bool chosen,
                    bool quiet) const;
    void paintLive(ChartCanvas& canvas, const Plot& plot) const;
    void paintLabels(ChartCanvas& canvas, const QList<ChartLabel>& labels, bool quiet) const;

    NeedScatterData m_data; // points in order of need
    ChartTicks m_xTicks;
    ChartTicks m_yTicks;
    std::optional<Brush> m_brush;
    bool m_onMark = false; // the button went down on a mark
    ChartTable* m_table;
    mutable QList<ChartMark> m_marks;
    mutable QList<QPointF> m_positions;
    mutable QRectF m_positionsFor;
    mutable std::array<Static, 2> m_static; // the points in colour; in grey, since some are selected
    mutable QList<Corner> m_corners;
    mutable QList<bool> m_chosen; // one a point
    mutable QStringList m_chosenFor;
    mutable QList<ChartLabel> m_labels;
    mutable LabelKey m_labelsFor;
};

} // namespace placewright
