#pragma once

#include <QList>
#include <QtGlobal>

namespace placewright {

// A straight axis: values from `low` to `high` on pixels from `start` to `end`.
struct ChartScale
{
    double low = 0;
    double high = 1;
    qreal start = 0;
    qreal end = 1;

    qreal pixel(double value) const;
    double value(qreal pixel) const;
};

// Round steps of 1, 2 or 5 times a power of ten that enclose low to high in about `wanted` intervals.
struct ChartTicks
{
    double step = 1;
    QList<double> values;
};
ChartTicks ticksFor(double low, double high, int wanted);

} // namespace placewright
