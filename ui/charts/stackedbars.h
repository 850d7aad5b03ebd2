#pragma once

#include <QColor>
#include <QList>
#include <QRectF>

#include <memory>

class QPainter;

namespace placewright {

// Horizontal stacked bars on a common axis from zero, drawn by Qt Charts without its labels and legends. The chart that
// uses them writes its own labels by `barRect`.
class StackedBars
{
public:
    struct Part
    {
        double value = 0;
        QColor colour;
    };

    StackedBars();
    ~StackedBars();

    // One list of parts a bar, first bar on top. `gap` is the colour of the 2 px between touching parts.
    void setBars(const QList<QList<Part>>& bars, const QColor& gap);
    // Each bar has a lane of `laneHeight` and takes `barHeight` in its middle. `plot` begins at zero.
    void layOut(const QRectF& plot, qreal barHeight);
    QRectF partRect(int bar, int part) const;
    void paint(QPainter& painter);

private:
    struct Backend;
    std::unique_ptr<Backend> m_backend;
};

} // namespace placewright
