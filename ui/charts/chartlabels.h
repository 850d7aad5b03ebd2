#pragma once

#include <QList>
#include <QRectF>
#include <QStringList>

class QFontMetricsF;

namespace placewright {

struct ChartCanvas;

// A direct label where it stands. Nothing else of its kind covers `rect`.
struct ChartLabel
{
    QString id; // of the mark or line that it names
    QString text;
    QRectF rect;
    QPointF anchor;      // the place it names
    bool leader = false; // a hairline joins the two, since they do not stand side by side
    bool strong = false;
};

// Middles of labels `height` high that stand one below another: as near as can be to those wanted (ascending), between
// `top` and `bottom`, none covering its neighbour. What does not fit at all runs over `bottom`.
QList<qreal> spreadMiddles(const QList<qreal>& wanted, qreal height, qreal top, qreal bottom);
QList<qreal> spreadMiddles(const QList<qreal>& wanted, const QList<qreal>& heights, qreal top, qreal bottom);

// What is taken of the room for labels. Asking is quick however much is taken.
class LabelRoom
{
public:
    explicit LabelRoom(const QRectF& bounds);

    void take(const QRectF& rect);
    bool isFree(const QRectF& rect) const; // inside the bounds and over nothing taken

private:
    struct Span
    {
        int left, top, right, bottom;
    };
    Span cellsOf(const QRectF& rect) const;

    QRectF m_bounds;
    int m_columns;
    int m_rows;
    QList<QList<QRectF>> m_cells;
};

// The first of some wordings, long before short, that fits `room`; the last elided where none does.
QString firstThatFits(const QFontMetricsF& metrics, qreal room, const QStringList& wordings);

// What a chart without data shows instead of a blank axis: a sentence, in the middle.
void paintEmptyWords(ChartCanvas& canvas, const QString& words);

// A plate with a hairline edge that words stand on over the plot: one line of text each, the second in the style of
// what is missed. It stays inside `bounds`.
void paintPlate(ChartCanvas& canvas, const QRectF& bounds, const QPointF& near, const QString& words,
                const QString& warning);

} // namespace placewright
