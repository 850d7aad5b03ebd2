#include "core/need/distributiongaps.h"

#include <cmath>

namespace placewright {

namespace {

bool isUsable(const PublishedFigure& figure)
{
    return figure.lower && figure.upper && std::isfinite(*figure.lower) && std::isfinite(*figure.upper) &&
           *figure.lower <= figure.value && figure.value <= *figure.upper;
}

} // namespace

std::optional<Gap> peerGap(const PublishedFigure& ours, const PublishedFigure& theirs)
{
    if (!isUsable(ours) || !isUsable(theirs))
        return {};
    const double difference = ours.value - theirs.value;
    const double below = std::hypot(ours.value - *ours.lower, *theirs.upper - theirs.value);
    const double above = std::hypot(*ours.upper - ours.value, theirs.value - *theirs.lower);
    return Gap{difference, difference - below, difference + above};
}

} // namespace placewright
