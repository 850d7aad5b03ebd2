#include "ui/charts/chartscale.h"

#include <algorithm>
#include <cmath>

namespace placewright {

qreal ChartScale::pixel(double value) const
{
    return start + (value - low) / (high - low) * (end - start);
}

double ChartScale::value(qreal pixel) const
{
    return low + (pixel - start) / (end - start) * (high - low);
}

ChartTicks ticksFor(double low, double high, int wanted)
{
    if (!(high > low))
        high = low + 1;
    const double rough = (high - low) / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * 0.999999) {
            step = factor * power;
            break;
        }
    }
    ChartTicks ticks;
    ticks.step = step;
    const auto first = static_cast<qint64>(std::floor(low / step + 1e-9));
    const auto last = static_cast<qint64>(std::ceil(high / step - 1e-9));
    for (qint64 i = first; i <= last; ++i)
        ticks.values.append(static_cast<double>(i) * step);
    return ticks;
}

} // namespace placewright
